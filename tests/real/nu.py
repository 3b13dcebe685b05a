"""What the Nu Html Checker of the W3C finds wrong with pages."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.real.jars import jars
from tests.real.programs import program

_POM = Path(__file__).with_name("validator") / "pom.xml"
# It is of 2020: it knows neither newer CSS nor that a picture in a page may be a group of links.
_OLD = re.compile(r"error: CSS: |Bad value “group” for attribute “role” on element “svg”")


def html_errors(files: Iterable[Path]) -> list[str]:
    """Return a line for each error in these pages.

    Raises:
        RuntimeError: Java or Maven is missing, or the checker did not run.
    """
    command = [program("java"), "-cp", f"{jars(_POM)}{os.sep}*", "nu.validator.client.SimpleCommandLineValidator"]
    done = subprocess.run(
        [*command, "--errors-only", "--format", "gnu", *map(str, files)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if ": error" in line or "fatal" in line]
    if done.returncode and not lines:
        raise RuntimeError(f"The checker of HTML did not run: {done.stderr}")
    return [line for line in lines if not _OLD.search(line)]
