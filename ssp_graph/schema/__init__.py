"""What is made from the models for others to read: the data dictionary, editors' schemas, the engines' tables."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ssp_graph.errors import WorkError


def schema_texts() -> dict[str, str]:
    """Return the text of every file of `schema/` by its path within it."""
    from ssp_graph.engines.ladybug_schema import tables
    from ssp_graph.engines.server.neo4j_schema import constraints, indexes
    from ssp_graph.schema.dictionary import dictionary
    from ssp_graph.schema.json_schemas import schema_files

    return {
        "dictionary.md": dictionary(),
        "ladybug.cypher": _script("The tables of the embedded engine.", map(_spread, tables())),
        "neo4j.cypher": _script("The constraints and indexes of a server.", [*constraints(), *indexes()]),
        **{f"json/{name}": text for name, text in schema_files().items()},
    }


def write_schema(folder: Path) -> list[Path]:
    """Write `schema/` anew and return its files; those that belong to it no longer are deleted.

    Raises:
        WorkError: the folder cannot be written.
    """
    texts = schema_texts()
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        for path in _files(folder):
            if path.relative_to(folder).as_posix() not in texts:
                path.unlink()
    except OSError as error:
        raise WorkError(f"{folder} cannot be written ({error.strerror}). Check its permissions.") from error
    return [folder / name for name in texts]


def stale(folder: Path) -> list[str]:
    """Return the files of `schema/` that are not as the models would have them: changed, missing or left over."""
    texts = schema_texts()
    found = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in _files(folder)}
    return sorted(name for name in texts.keys() | found.keys() if texts.get(name) != found.get(name))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _script(title: str, statements: Iterable[str]) -> str:
    """Return statements as a script that says where it comes from."""
    return "\n".join([f"// {title} Made from the models by `make schema`.", "", *(f"{each};\n" for each in statements)])


def _spread(statement: str) -> str:
    """Return a statement that makes a table with a line for each of its columns."""
    start, opened, columns = statement.partition(" (")
    if not opened:
        return statement
    lines = ",\n  ".join(columns.removesuffix(")").split(", "))
    return f"{start} (\n  {lines}\n)"
