"""The program in a process of its own: pipes that close, signals, streams that fail, faults of ours, and nothing on them but what was meant."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.generate_norms import treaty as generated
from tests.cli.conftest import CLEAN, ONE, WRONG

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "clausekit"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "NO_COLOR", "CLAUSEKIT"))}


def run(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], input=given, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT | environment, check=False, timeout=60
    )


def shell(script: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", script.replace("clausekit", " ".join(PROGRAM))],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        check=False,
        timeout=60,
    )


def test_as_a_module_and_as_a_script():
    module = run("--version")
    script = subprocess.run([Path(sys.executable).with_name("clausekit"), "--version"], capture_output=True, text=True, check=True)
    assert (module.returncode, module.stdout, module.stderr) == (0, script.stdout, script.stderr)


def test_the_sentence_of_the_issue():
    drafted = shell(f"printf '{ONE}' | clausekit draft -")
    assert (drafted.returncode, drafted.stderr) == (0, "")
    assert "In the event of a breach, forces shall be deployed." in drafted.stdout


def test_exit_statuses():
    assert run("check", "-", given=CLEAN).returncode == 0
    assert run("check", "-", given=WRONG).returncode == 1
    assert run("check", "no-such-file").returncode == 2
    assert run("chekc").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="another shell there")
@pytest.mark.parametrize("command", ["check examples/framework.clause --format json", "draft examples/framework.clause", "schema", "explain --list", "--help"])
def test_a_reader_that_stops_early_is_no_mishap(command, monkeypatch):
    monkeypatch.chdir(ROOT)
    read = shell(f"(clausekit {command}; echo status $? >&2) | head -c 10")
    assert read.stdout
    assert read.stderr == "status 0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_results_that_cannot_be_written_are_told_of():
    full = shell("clausekit schema > /dev/full")
    assert (full.returncode, full.stderr) == (2, "clausekit: standard output cannot be written: no space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="another kind of signal there")
def test_whoever_stops_it_hears_what_was_done(tmp_path):
    """The second file is a pipe that nobody writes to: there the run stands when the signal comes."""
    (tmp_path / "a.clause").write_text(ONE, encoding="utf-8")
    os.mkfifo(tmp_path / "b.clause")
    with subprocess.Popen(
        [*PROGRAM, "check", "a.clause", "b.clause"],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  the signal may be ignored here, which programs inherit
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as running:
        pipe = opened_when_somebody_reads(tmp_path / "b.clause")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
        os.close(pipe)
    assert (running.returncode, out, err) == (130, "", "clausekit: stopped; 1 of 2 files were checked\n")


CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children")


@pytest.mark.skipif(not CHILDREN.exists(), reason="who works for a process is not told here")
def test_whoever_stops_it_stops_those_who_prove_for_it(tmp_path):
    """A treaty that no solver settles soon keeps two of them busy when the signal comes."""
    (tmp_path / "hard.clause").write_text(generated("pigeonholes", 91), encoding="utf-8")
    program = "from clausekit.pipeline import proving as p\np.processors = lambda: 2\np._ENOUGH_FOR_PROCESSES = 1\n"
    program += "import sys\nfrom clausekit.cli import run\nsys.exit(run(['check', '--no-cache', '--budget', '600', 'hard.clause']))"
    with subprocess.Popen(
        [sys.executable, "-c", program],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  the signal may be ignored here, which programs inherit
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as running:
        working = those_who_work_for(running.pid)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert err.startswith("clausekit: stopped; ")
    assert [each for each in working if Path(f"/proc/{each}").exists()] == []


def those_who_work_for(number: int) -> list[str]:
    """The numbers of two processes that another has started, once they are there."""
    deadline = time.monotonic() + 60
    while True:
        found = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="utf-8").split()
        if len(found) > 1:
            return found
        assert time.monotonic() < deadline, "nobody works for it"
        time.sleep(0.05)


def opened_when_somebody_reads(pipe: Path) -> int:
    """The writing end of a pipe; without waiting, it can only be opened once somebody has opened the other."""
    deadline = time.monotonic() + 30
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < deadline, "nobody reads"
            time.sleep(0.01)


def test_a_fault_of_ours_is_one_line_and_shows_its_traceback_only_when_asked():
    break_it = "import clausekit.report.text as t\ndef broken(*_, **__): raise KeyError('x\\ny')\nt.render = broken\n"
    program = f"{break_it}import sys\nfrom clausekit.cli import run\nsys.exit(run(['check', '-']))"
    quiet = subprocess.run([sys.executable, "-c", program], input=ONE, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (quiet.returncode, quiet.stdout) == (2, "")
    assert quiet.stderr == (
        "clausekit: this is a fault of clausekit, not of your file, and worth a report; CLAUSEKIT_DEBUG=1 shows where (KeyError: 'x\\ny')\n"
    )
    loud = subprocess.run([sys.executable, "-c", program], input=ONE, capture_output=True, text=True, env=ENVIRONMENT | {"CLAUSEKIT_DEBUG": "1"}, check=False)
    assert loud.returncode == 2
    assert loud.stderr.startswith("Traceback (most recent call last):")
    assert loud.stderr.endswith(quiet.stderr)


def test_results_are_utf_8_wherever_they_go():
    text = 'party Türkiye "la République de Türkiye".\nTürkiye shall consult at all times.'
    for locale in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}):
        done = subprocess.run([*PROGRAM, "draft", "-"], input=text.encode(), capture_output=True, env=ENVIRONMENT | locale, check=True)
        assert "la République de Türkiye".encode() in done.stdout


def test_no_terminal_no_colours():
    assert "\x1b" not in run("check", "-", given=WRONG, TERM="xterm").stdout


@pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
def test_a_terminal_has_colours_and_its_own_width():
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    with subprocess.Popen([*PROGRAM, "check", "-"], stdin=subprocess.PIPE, stdout=theirs, env=ENVIRONMENT | {"TERM": "xterm"}) as running:
        os.close(theirs)
        running.communicate(WRONG.encode(), timeout=60)
        shown = b""
        try:
            while part := os.read(ours, 65_536):
                shown += part
        except OSError:
            pass  # how a terminal ends, on Linux
        os.close(ours)
    assert b"\x1b[1;31merror[CK201]" in shown
    plain = "".join(piece.partition("m")[2] if index else piece for index, piece in enumerate(shown.decode().split("\x1b[")))
    assert max(len(line) for line in plain.splitlines()) <= 60


def test_closed_streams():
    """As a job scheduler may start it."""
    program = f"import os, sys\nos.close(0)\nos.close(1)\nos.close(2)\nos.execv(sys.executable, {[*PROGRAM, 'check', '-']!r})"
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, check=False, timeout=60)
    assert done.returncode == 2
