"""Everything that can go wrong in a foreseeable way, each with what, where and what to do.

The command line turns these into one line on standard error and an exit code; a library caller catches
`SspGraphError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a register: where it stands, what it is and what to do about it."""

    file: str
    line: int
    what: str
    fix: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Return `file:line: what. What to do.`"""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}. {self.fix}"


class SspGraphError(Exception):
    """Base of all foreseeable errors; `exit_code` is what the command line ends with."""

    exit_code = 1


class WorkError(SspGraphError):
    """The work could not be done: a server, a disk, a file that cannot be read or written."""


class UsageError(SspGraphError):
    """A wrong option, THING or format."""

    exit_code = 2


class RegisterError(SspGraphError):
    """A register has errors; `problems` holds every one of them, in the order of files and lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems; the message is one line for each."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))
