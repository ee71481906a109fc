"""Whatever is given in the place of a clause file: one clear line or finding, in bounded time and memory, and no traceback."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from clausekit.source import files as reading
from tests.cli.conftest import ONE

HINT = "save it as plain text in UTF-8 (in Word: Save As, Plain Text, Unicode UTF-8)"
COMMANDS = (["check"], ["draft"], ["fmt"], ["explain"], ["code"])

NOT_TEXT = {
    "NUL": (b"party Poland.\nparty \x00Ukraine.\n", f"byte 21, in line 2, is a NUL, which no text contains; {HINT}"),
    "not UTF-8": ("party Türkiye.".encode("latin-1"), f"byte 8, in line 1, (0xFC) is not UTF-8; {HINT}"),
    "not UTF-8 behind a mark": (b"\xef\xbb\xbfparty Poland.\n\xff", f"byte 18, in line 2, (0xFF) is not UTF-8; {HINT}"),
    "cut short": ("party Türkiye".encode()[:8], f"byte 8, in line 1, (0xC3) is not UTF-8; {HINT}"),
    "a surrogate": (b"party \xed\xa0\x80.", f"byte 7, in line 1, (0xED) is not UTF-8; {HINT}"),
    "UTF-16": (ONE.encode("utf-16"), f"the text is saved in UTF-16; {HINT}"),
    "UTF-16, no mark": (ONE.encode("utf-16-be"), f"byte 1, in line 1, is a NUL, which no text contains; {HINT}"),
    "UTF-32": (ONE.encode("utf-32"), f"the text is saved in UTF-16; {HINT}"),
    "Word": (b"PK\x03\x04" + bytes(100), f"this is a Word document or another packed file, not a clause file; {HINT}"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"this is an old Word document, not a clause file; {HINT}"),
    "RTF": (rb"{\rtf1\ansi Treaty}", f"this is a document in Rich Text Format, not a clause file; {HINT}"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", f"this is a PDF document, not a clause file; {HINT}"),
}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("what", NOT_TEXT)
def test_what_is_no_text(what, command, program, files):
    data, told = NOT_TEXT[what]
    files(a_clause=data)
    assert program(*command, "a.clause") == (2, "", f"clausekit: a.clause: {told}\n")
    assert program(*command, "-", given=data) == (2, "", f"clausekit: <stdin>: {told}\n")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_cannot_be_opened(command, program, files, monkeypatch):
    files(one_clause=ONE)

    def asked(name: str) -> tuple[int, str, str]:
        return program(*command, name)

    assert asked("gone.clause") == (2, "", "clausekit: gone.clause: there is no such file\n")
    Path("loop.clause").symlink_to("loop.clause")
    assert asked("loop.clause") == (2, "", "clausekit: loop.clause: it cannot be read: too many levels of symbolic links\n")
    assert asked("one.clause/x.clause") == (2, "", "clausekit: one.clause/x.clause: it cannot be read: not a directory\n")
    assert asked("x" * 300 + ".clause") == (2, "", f"clausekit: {'x' * 300}.clause: it cannot be read: file name too long\n")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading, "open", closed, raising=False)  # the superuser, who may run this, may read anything
    assert asked("one.clause") == (2, "", "clausekit: one.clause: you have no permission to read it\n")


@pytest.mark.parametrize("command", [["draft"], ["explain"]], ids=" ".join)
def test_a_folder_where_one_file_is_wanted(command, program, files):
    files()
    Path("drafts.clause").mkdir()
    assert program(*command, "drafts.clause") == (2, "", "clausekit: drafts.clause: this is a folder; name a file in it\n")


def test_a_name_that_paints_over_the_screen(program, files):
    files()
    assert program("check", "a\x1b[2J\n.clause").err == "clausekit: a<U+001B>[2J<U+000A>.clause: there is no such file\n"
    assert program("check", "a\x00b").err == "clausekit: a<U+0000>b: no file can have this name\n"
    Path(os.fsdecode(b"\xff.clause")).write_text(ONE, encoding="utf-8")
    assert program("check", os.fsdecode(b"\xff.clause")).status == 0


def test_a_file_that_vanishes_between_listing_and_reading(program, files, monkeypatch):
    files(drafts__a_clause=ONE, drafts__b_clause=ONE)
    listing = reading.files_under

    def vanishing(folder: str) -> list[object]:
        found = listing(folder)
        Path("drafts/a.clause").unlink()
        return found

    monkeypatch.setattr("clausekit.cli.inputs.files_under", vanishing)
    checked = program("check", "drafts")
    assert (checked.status, checked.err) == (2, "clausekit: drafts/a.clause: there is no such file\n")
    assert "drafts/b.clause" in checked.out


TOO_LARGE = "this is larger than 10 MB, and no treaty is; name the clause file itself\n"


def test_a_file_of_50_mb_is_not_even_read(program, files, monkeypatch):
    files(huge_clause="")
    os.truncate("huge.clause", 50_000_000)
    monkeypatch.setattr(reading, "source_from", None)  # reading it would now fail otherwise
    assert program("check", "huge.clause") == (2, "", f"clausekit: huge.clause: {TOO_LARGE}")


def test_a_stream_without_end_is_read_up_to_the_limit():
    asked: list[int] = []

    def read(most: int) -> bytes:
        asked.append(most)
        return b" " * most

    with pytest.raises(reading.UnreadableFileError, match="larger than 10 MB"):
        reading.source_from(read, "stream")
    assert asked == [reading.MOST_BYTES + 1]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end(program):
    assert program("check", "/dev/zero") == (2, "", f"clausekit: /dev/zero: {TOO_LARGE}")


def test_exactly_the_limit_is_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 20)
    assert reading.source_from(lambda most: (b"x" * 20)[:most], "a").text == "x" * 20
    with pytest.raises(reading.UnreadableFileError):
        reading.source_from(lambda most: (b"x" * 21)[:most], "a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_read_like_a_file(program, files):
    files()
    os.mkfifo("pipe.clause")
    writer = threading.Thread(target=Path("pipe.clause").write_text, args=(ONE,), kwargs={"encoding": "utf-8"})
    writer.start()
    try:
        checked = program("check", "pipe.clause")
    finally:
        writer.join()
    assert checked.status == 0
    assert "pipe.clause:1:4" in checked.out


HOSTILE_TEXTS = {
    "nested parentheses": "(" * 10_000 + ")" * 10_000,
    "nested parentheses in a sentence": f"Poland shall assist {'(' * 10_000}Ukraine{')' * 10_000} within 30 days.",
    "points of points": "Poland shall: " + "(a) " * 10_000 + "consult.",
    "a ladder of ten thousand rungs": "Poland shall consult" + ", failing which Poland shall consult" * 10_000 + ".",
    "ten thousand conditions": "If " + " and if ".join(["breach"] * 10_000) + ", then Poland shall consult.",
    "a name of ten thousand words": f"party {'x ' * 10_000}.",
    "a word of a million letters": f"party {'x' * 1_000_000}.",
    "a number of a million digits": f"Poland shall pay {'9' * 1_000_000} dollars within {'9' * 1_000_000} days.",
    "an open quotation": 'text "' + "so it goes on " * 50_000,
    "quotation marks": '"' * 100_000,
    "full stops": "." * 100_000,
    "headings": 'article 1 "x"\n' * 10_000,
    "divisions in divisions": 'part I "x" chapter 1 "x" section 1 "x" article 1 "x"\n' * 3_000,
    "groups in groups": "".join(f"group G{'x' * (number % 7)}a{'b' * (number // 7 % 9)} means A and B.\n" for number in range(3_000)),
    "open comments": "# x\n" * 100_000,
    "all of Unicode, once": "".join(map(chr, [*range(1, 0xD800), *range(0xE000, 0x11000)])),
}


@pytest.mark.parametrize("what", HOSTILE_TEXTS)
def test_a_hostile_text_is_told_of_and_no_more(what, program):
    checked = program("check", "-", "--format", "json", given=HOSTILE_TEXTS[what].encode("utf-8"))
    assert checked.status in {0, 1}
    assert checked.err == ""
    assert "CK901" not in checked.out  # no check fails on it


@pytest.mark.parametrize("what", HOSTILE_TEXTS)
@pytest.mark.parametrize("command", [["fmt"], ["draft", "--anyway"]], ids=" ".join)
def test_a_hostile_text_is_no_fault_of_any_command(command, what, program):
    done = program(*command, "-", given=HOSTILE_TEXTS[what].encode("utf-8"))
    assert done.status in {0, 1}
    assert "fault of clausekit" not in done.err
