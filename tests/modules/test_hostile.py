"""Whatever a treaty asks to use, reading it is bounded, stays where it may, and ends in findings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausekit.modules.expand import MOST_DEEP, MOST_USES
from clausekit.modules.shelves import LONGEST_PATH, Unfound, find, packaged, shelf_of
from clausekit.modules.template import template
from clausekit.pipeline import Reading
from clausekit.pipeline.library import parse, read
from clausekit.source import Source
from clausekit.source.files import MOST_BYTES

SECRET = "party Secret."


def treaty(folder: Path, **files: str) -> Reading:
    """The reading of `treaty` among these files."""
    for name, text in files.items():
        (folder / f"{name}.clause").write_text(text, encoding="utf-8")
    return read(folder / "treaty.clause")


def codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.diagnostics if each.severity == "error"]


# ---------------------------------------------------------------- cost


def test_ten_thousand_uses_are_told_once(tmp_path):
    reading = treaty(tmp_path, treaty='use "a".\n' * 10_000, a='text "A".')
    assert codes(reading) == ["CK248"]
    assert len(reading.sources) == 2
    assert reading.source.position(reading.diagnostics[0].span.start).line == MOST_USES + 1


def test_files_that_double_are_stopped(tmp_path):
    files = {f"f{number}": f'use "f{number + 1}".\nuse "f{number + 1}".' for number in range(15)}
    assert codes(treaty(tmp_path, treaty='use "f0".', f15='text "leaf".', **files)) == ["CK248"]


def test_namespaces_that_double_are_stopped(tmp_path):
    files = {f"f{number}": f'use "f{number + 1}" as A.\nuse "f{number + 1}" as B.\nevent e{number} x.' for number in range(15)}
    assert codes(treaty(tmp_path, treaty='use "f0" as N.', f15="event leaf.\nif leaf then consult.", **files)) == ["CK248"]


@pytest.mark.parametrize(("depth", "expected"), [(MOST_DEEP, []), (MOST_DEEP + 1, ["CK248"]), (200, ["CK248"])])
def test_depth_is_bounded(tmp_path, depth, expected):
    files = {f"f{number}": f'use "f{number + 1}".' for number in range(1, depth)} | {f"f{depth}": 'text "leaf".'}
    assert codes(treaty(tmp_path, treaty='use "f1".', **files)) == expected


def test_size_is_bounded(tmp_path):
    large = f'text "{"word " * 100_000}".\n'
    reading = treaty(tmp_path, treaty='use "large".\n' * 30, large=large)
    assert codes(reading) == ["CK248"]


def test_values_cannot_make_a_file_larger_than_all(tmp_path):
    part = "parameter X: text.\n" + "text X.\n" * 5_000
    reading = treaty(tmp_path, treaty=f'use "part" with X = "{"word " * 2_000}".', part=part)
    assert codes(reading) == ["CK248"]


def test_a_huge_file_is_not_read(tmp_path):
    with (tmp_path / "huge.clause").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    reading = treaty(tmp_path, treaty='use "huge".')
    assert codes(reading) == ["CK251"]
    assert "10 MB" in reading.diagnostics[0].message


def test_a_circle_of_two(tmp_path):
    reading = treaty(tmp_path, treaty='use "a".', a='use "b".\ntext "A".', b='use "a".\ntext "B".')
    assert codes(reading) == ["CK243"]


@pytest.mark.parametrize("line", ["parameter\n", "parameter x\n", 'use "a"\n', "article a b c\n", "parameter x: period\n", "x: ", "clause x "])
def test_no_text_takes_long_to_look_through(tmp_path, line):
    """Looking at every word from every word would not end before the tests are given up."""
    text = line * (1_500_000 // len(line))
    assert template(Source(text)).source.text == text


def test_a_circle_under_a_namespace(tmp_path):
    reading = treaty(tmp_path, treaty='use "a" as First.', a='use "a" as Second.\nevent alarm.\nuse "b" as Third.', b='use "a" as Fourth.\nevent bell.')
    assert codes(reading) == ["CK243", "CK243"]


def test_the_same_mistake_in_a_file_used_often_is_told_once(tmp_path):
    reading = treaty(tmp_path, treaty='use "a".\n' * 50, a="Each Party consult.")
    assert codes(reading) == ["CK105"]


# ---------------------------------------------------------------- where it looks


@pytest.fixture
def house(tmp_path):
    """A folder for a treaty, and beside it what it may not see."""
    (tmp_path / "secret.clause").write_text(SECRET, encoding="utf-8")
    (tmp_path / "house" / "room").mkdir(parents=True)
    return tmp_path / "house"


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "room/../../secret",
        "./../secret.clause",
        "room/../../house/../secret",
        "{outside}/secret",
        "/{outside}/secret",
        "..\\secret",
        "C:secret",
        "C:\\secret",
        "~/secret",
        "..",
        "../",
        "/",
    ],
)
def test_no_path_leaves_its_folder(house, path):
    path = path.replace("{outside}", str(house.parent))
    reading = treaty(house, treaty=f'use "{path}".')
    assert codes(reading) == ["CK242"]
    assert "Secret" not in str(reading.document) + str(reading.record)


def test_a_path_that_leaves_is_told_whether_or_not_something_is_there(house):
    there, not_there = treaty(house, treaty='use "../secret".'), treaty(house, treaty='use "../nothing".')
    assert there.diagnostics[0].message.replace("secret", "nothing") == not_there.diagnostics[0].message


@pytest.mark.parametrize("target", ["../secret.clause", "{outside}/secret.clause"])
def test_no_link_leaves_its_folder(house, target):
    (house / "link.clause").symlink_to(target.replace("{outside}", str(house.parent)))
    assert codes(treaty(house, treaty='use "link".')) == ["CK242"]


def test_no_link_to_a_folder_leaves(house):
    (house / "folder").symlink_to("..")
    assert codes(treaty(house, treaty='use "folder/secret".')) == ["CK242"]


def test_a_link_that_stays_is_followed(house):
    (house / "room" / "real.clause").write_text('text "Real".', encoding="utf-8")
    (house / "link.clause").symlink_to("room/real.clause")
    assert codes(treaty(house, treaty='use "link".')) == []


def test_a_link_to_itself_is_no_file(house):
    (house / "link.clause").symlink_to("link.clause")
    assert codes(treaty(house, treaty='use "link".')) == ["CK241"]


def test_a_used_file_does_not_leave_either(house):
    (house / "room" / "inner.clause").write_text('use "../../secret".\nuse "../beside".', encoding="utf-8")
    assert codes(treaty(house, treaty='use "room/inner".', beside='text "Beside".')) == ["CK242"]


def test_a_library_sees_neither_the_treaty_nor_its_neighbours(house):
    shelf = house.parent / "shelf"
    shelf.mkdir()
    (shelf / "part.clause").write_text('use "beside".\nuse "../secret".', encoding="utf-8")
    (house / "treaty.clause").write_text('use "part".', encoding="utf-8")
    (house / "beside.clause").write_text(SECRET, encoding="utf-8")
    assert codes(read(house / "treaty.clause", libraries=[shelf])) == ["CK241", "CK242"]


def test_a_text_sees_no_file(house, monkeypatch):
    monkeypatch.chdir(house)
    (house / "beside.clause").write_text(SECRET, encoding="utf-8")
    reading = parse('use "beside".')
    assert codes(reading) == ["CK241"]
    assert "--library" in reading.diagnostics[0].help
    assert codes(parse('use "beside".', str(house / "treaty.clause"))) == ["CK241"], "a name is no place"
    assert codes(parse('use "beside".', libraries=[house])) == []


def test_a_pipe_and_a_device_are_no_files(house):
    os.mkfifo(house / "pipe.clause")
    assert codes(treaty(house, treaty='use "pipe".')) == ["CK241"]
    shelf = shelf_of("/dev")
    assert isinstance(find("zero", None, (shelf,)), Unfound)


@pytest.mark.parametrize("path", ["a\0b", "a\nb", "\x7f", "a\u202eb", "x" * (LONGEST_PATH + 1), "x/" * 150, "", ".", "./.", " "])
def test_what_is_no_name_is_not_found(house, path):
    found = find(path, None, (shelf_of(str(house)),))
    assert isinstance(found, Unfound)
    assert not found.reach


def test_a_library_that_is_not_there_holds_nothing(house):
    assert codes(parse('use "part".', libraries=[house / "nowhere"])) == ["CK241"]


def test_the_library_comes_last(house):
    (house / "std").mkdir()
    (house / "std" / "consultation.clause").write_text('own: text "Own".', encoding="utf-8")
    reading = treaty(house, treaty='use "std/consultation".')
    assert codes(reading) == []
    assert "own" in str(reading.record)
    assert isinstance(find("std/consultation", None, (packaged(),)), tuple)
    assert find("std/consultation", None, (packaged(),)).name == os.path.join("std", "consultation.clause")
