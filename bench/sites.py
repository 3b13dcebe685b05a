"""What a site costs: seconds, memory and bytes, in a folder and in one file, and again after one changed fact.

Of the shipped register and of invented regions of 10 and of 100 partnerships; `python -m bench.sites 10` measures one.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from bench.cold import program, run
from bench.regions import write_region
from ssp_graph.shipped import shipped

PARTNERSHIPS = (10, 100)
_NAME = re.compile(r"(?m)^( *(?:- )?(?:name|title): *[\"']?)")


def main() -> None:
    """Measure, and print the table."""
    sizes = [int(argument) for argument in sys.argv[1:]] or PARTNERSHIPS
    print("A site, built by a process of its own with nothing kept\n")
    print(
        "A register                 s      MiB    files         MB   largest kB   again s  changed   1 file s       MB"
    )
    with tempfile.TemporaryDirectory(prefix="ssp-graph-bench-") as work:
        seed = Path(work) / "seed"
        shutil.copytree(shipped("seed"), seed)
        default = next(
            each.parent for each in seed.glob("*/register.yaml") if "\ndefault: true" in each.read_text("utf-8")
        )
        _measure("shipped register", [default], Path(work) / "shipped")
        for size in sizes:
            _measure(f"region of {size}", write_region(Path(work) / str(size), size), Path(work) / f"site-{size}")


def _measure(name: str, folders: list[Path], site: Path) -> None:
    command = [program(), "--no-cache", *(part for folder in folders for part in ("--register", str(folder))), "site"]
    first = run([*command, str(site)])
    files = {path: path.stat() for path in site.rglob("*") if path.is_file()}
    sizes = [each.st_size for each in files.values()]
    _change(folders[-1])
    second = run([*command, str(site)])
    changed = sum(path not in files or files[path].st_mtime_ns != path.stat().st_mtime_ns for path in site.rglob("*.*"))
    one = run([*command, f"{site}.html"])
    size = Path(f"{site}.html").stat().st_size
    print(
        f"{name:20} {first.seconds:9.1f} {first.memory:8.0f} {len(sizes):8,} {sum(sizes) / 1e6:10.1f}"
        f" {max(sizes) / 1e3:12,.0f} {second.seconds:9.1f} {changed:8,} {one.seconds:12.1f} {size / 1e6:8.2f}",
        flush=True,
    )


def _change(folder: Path) -> None:
    """Change the name of one action."""
    file = folder / "actions.yaml"
    file.write_text(_NAME.sub(r"\1Newly ", file.read_text(encoding="utf-8"), count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
