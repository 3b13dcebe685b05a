"""The jars of a pom.xml, fetched once with Maven into the checkout's .cache."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import tempfile
from pathlib import Path

from tests.real.programs import program

_POM = Path(__file__).with_name("pom.xml")
_CACHE = Path(__file__).parents[2] / ".cache"


def jars(pom: Path = _POM) -> Path:
    """Return the folder of the jars of a pom.xml, fetching them where they are not there yet.

    Raises:
        RuntimeError: Maven is missing or could not fetch them.
    """
    folder = _CACHE / f"jars-{hashlib.sha256(pom.read_bytes()).hexdigest()[:12]}"
    if folder.is_dir():
        return folder
    maven = program("mvn")
    _CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_CACHE) as aside:
        arguments = ["-q", "-B", "-f", str(pom), "dependency:copy-dependencies", f"-DoutputDirectory={aside}/jars"]
        done = subprocess.run([maven, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise RuntimeError(f"Maven could not fetch the jars of {pom}:\n{done.stdout}{done.stderr}")
        with contextlib.suppress(OSError):  # another test process was first: its folder holds the same jars
            Path(aside, "jars").rename(folder)
    if not folder.is_dir():
        raise RuntimeError(f"the jars of {pom} could not be kept in {folder}")
    return folder
