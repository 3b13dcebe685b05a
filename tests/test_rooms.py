"""The order of rooms: an import goes down or stays in its room, and no room has more files than one can take in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "ssp_graph"

# From the ground up; what stands on one line may not import each other.
ROOMS = (
    ("errors", "collector", "shipped", "english", "files", "palette", "suggesting", "together", "wordings"),
    ("store",),
    ("model",),
    ("results",),
    ("words",),
    ("register",),
    ("editing",),
    ("days",),
    ("graph",),
    ("graph_cache", "plan"),
    ("standing",),
    ("cypher",),
    ("engines",),
    ("schema",),
    ("answers",),
    ("drafting",),
    ("questions",),
    ("comparing",),
    ("matrices",),
    ("pictures",),
    ("papers",),
    ("outputs",),
    ("starting", "site"),
    ("workbook",),
    ("cli",),
)
LEVEL = {room: level for level, rooms in enumerate(ROOMS) for room in rooms}
MOST_FILES = 13  # a dozen and the room's own


def rooms_imported(path: Path) -> Iterator[str]:
    """Yield the rooms that a file imports, also inside functions; what is only for the type checker aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            first, *rest = node.module.split(".")
            if first == "ssp_graph":
                yield from [rest[0]] if rest else [alias.name for alias in node.names]


def test_every_import_goes_down_or_stays_in_its_room() -> None:
    files = [
        path
        for path in PACKAGE.rglob("*.py")
        if path.name not in ("__init__.py", "__main__.py") or path.parent != PACKAGE
    ]
    rooms = {path: path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in files}
    assert {*rooms.values()} == {*LEVEL}
    wrong = {
        (room, other, path.relative_to(PACKAGE).as_posix())
        for path, room in rooms.items()
        for other in rooms_imported(path)
        if other != room and LEVEL[other] >= LEVEL[room]
    }
    assert wrong == set()


def test_no_room_has_more_files_than_one_can_take_in() -> None:
    folders = [PACKAGE, *(path for path in PACKAGE.rglob("*") if path.is_dir() and any(path.glob("*.py")))]
    counts = {folder.relative_to(PACKAGE).as_posix(): len(list(folder.glob("*.py"))) for folder in folders}
    del counts["."]  # rooms of one file stand here
    assert {room: number for room, number in counts.items() if number > MOST_FILES} == {}
