"""A new register: every file with a sound beginning, and examples in comments to copy from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.model.facts import slug_of, written_key
from ssp_graph.model.kinds import FILES, Record
from ssp_graph.register.loading import ABOUT_FILE
from ssp_graph.schema.json_schemas import properties, schema_files, schema_name, value_in_words

_TEMPLATE = Path(__file__).with_name("template")
_SCHEMAS = ".schema"
_EXAMPLES = {"a date": "2024-04-01", "true or false": "true", "a whole number": "1"}


def start(folder: Path, texts: Mapping[str, str] | None = None) -> list[Path]:
    """Write a register that validates as it is into a folder that is new or empty, and return its files.

    Without `texts` it has examples to copy from, and its id is the folder's name made a slug. Each file names the
    schema that an editor checks it by; the schemas are copied beside the files, so that the names are right wherever
    the folder goes.

    Raises:
        UsageError: the folder holds something, is a file, or its name has no letter or digit that an id may have.
        WorkError: it cannot be written.
    """
    texts = _pointed(texts or examples(slug_for(folder)))
    written: list[Path] = []
    try:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file. Name a folder that is new or empty.")
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty. Name a folder that is new or empty.")
        for file, text in texts.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(path)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise WorkError(f"{folder} cannot be written ({error.strerror}). Choose another folder.") from error
    return written


def slug_for(folder: Path) -> str:
    """Return the id that a register in this folder has.

    Raises:
        UsageError: the folder's name has no letter or digit that an id may have.
    """
    name = folder.resolve().name
    if slug := slug_of(name):
        return slug
    raise UsageError(f"No id can be made of the name '{name}'. Use letters from a to z and digits.")


def examples(slug: str) -> dict[str, str]:
    """Return the files of a register with this id, by name, with examples to copy from."""
    return {file: _text(file).replace("id: REGISTER\n", f"id: {slug}\n") for file in sorted((ABOUT_FILE, *FILES))}


def _pointed(texts: Mapping[str, str]) -> dict[str, str]:
    schemas = schema_files()
    pointed = {
        file: f"# yaml-language-server: $schema={_SCHEMAS}/{schema_name(file)}\n{text}" for file, text in texts.items()
    }
    return {**pointed, **{f"{_SCHEMAS}/{name}": text for name, text in schemas.items()}}


def _text(file: str) -> str:
    """Return a file as it stands among the templates or, for a kind that has none there, made from its keys."""
    path = _TEMPLATE / file
    kind = FILES.get(file)
    if path.is_file() or kind is None or not issubclass(kind, Record):
        return path.read_text(encoding="utf-8")
    example = "\n".join(f"# {line}" for line in _listed(kind))
    return f"## {kind.__doc__}\n\n[]\n## Delete the line above, [], when you write the first record.\n\n{example}\n"


def _listed(kind: type[Record]) -> Iterator[str]:
    """Yield the lines of a record of this kind as an item of a list, with every key of its own."""
    schemas = properties(kind)
    yield "- id: its-id"
    for key in map(written_key, (kind.named_by, *kind.own)):
        yield f"  {key}: {_EXAMPLES.get(value_in_words(schemas[key]), '…')} # {schemas[key]['description']}"
    for name in kind.keys:
        yield f"  {written_key(name)}: {kind.permitted(name)[0]}/its-id # {', '.join(kind.permitted(name))}"
    for name, inner in kind.nested.items():
        yield f"  {name}:"
        yield from (f"    {line}" for line in _listed(inner))
    yield "  sources: {page: 1, anchor: the words at that place}"
