"""What a terminal shows: its width, bold headings, and a pager where the answer is longer than the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping

import pytest

WHO = ("who", "Hate Crime", "--kind", "priority-area")
BOLD = "\x1b[1m"


def on_terminal(*arguments: str, environment: Mapping[str, str] | None = None, rows: int = 200) -> str:
    """Return what a command writes to a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))
    known = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PAGER", "LESS", "NO_COLOR", "COLUMNS", "LINES")
    }
    with subprocess.Popen(
        [sys.executable, "-m", "ssp_graph", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**known, "TERM": "xterm", **(environment or {})},
    ) as running:
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            parts.append(part)
        running.wait()
    os.close(ours)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_headings_are_bold_where_the_terminal_can_and_plain_where_not() -> None:
    shown = on_terminal(*WHO)
    assert shown.startswith(f"{BOLD}Who answers for “Hate Crime” (priority area)\x1b[0m\n=====")
    for plain in ({"TERM": "dumb"}, {"NO_COLOR": "1"}):
        assert on_terminal(*WHO, environment=plain) == shown.replace(BOLD, "").replace("\x1b[0m", "")


@pytest.mark.parametrize("arguments", [WHO, ("gaps",), ("gaps", "actions-without-owner"), ("ask", "actions-by-owner")])
def test_at_a_hundred_columns_answers_are_tables_that_fit(arguments: tuple[str, ...]) -> None:
    lines = on_terminal(*arguments, environment={"NO_COLOR": "1"}).splitlines()
    assert max(map(len, lines)) <= 100
    assert any(line.count("---  ---") for line in lines)


def test_what_is_longer_than_the_screen_is_paged_and_what_is_not_is_printed() -> None:
    assert on_terminal(*WHO, rows=20, environment={"PAGER": "head -3"}).count("\n") == 3
    assert on_terminal(*WHO, rows=200, environment={"PAGER": "head -3"}).count("\n") > 3
