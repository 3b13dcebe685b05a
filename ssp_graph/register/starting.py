"""A new register: every file with a sound beginning, and examples in comments to copy from."""

from __future__ import annotations

from pathlib import Path

from ssp_graph.errors import UsageError, WorkError
from ssp_graph.model.facts import slug_of
from ssp_graph.schema.json_schemas import schema_files, schema_name

_TEMPLATE = Path(__file__).with_name("template")
_SCHEMAS = ".schema"


def start(folder: Path) -> list[Path]:
    """Write a register that validates as it is into a folder that is new or empty, and return its files.

    The register's id is the folder's name made a slug. Each file names the schema that an editor checks it by; the
    schemas are copied beside the files, so that the names are right wherever the folder goes.

    Raises:
        UsageError: the folder holds something, is a file, or its name has no letter or digit that an id may have.
        WorkError: it cannot be written.
    """
    name = folder.resolve().name
    slug = slug_of(name)
    if not slug:
        raise UsageError(f"No id can be made of the name '{name}'. Use letters from a to z and digits.")
    texts = _texts(slug)
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


def _texts(slug: str) -> dict[str, str]:
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(_TEMPLATE.glob("*.yaml"))}
    files["register.yaml"] = files["register.yaml"].replace("id: REGISTER\n", f"id: {slug}\n")
    pointed = {
        name: f"# yaml-language-server: $schema={_SCHEMAS}/{schema_name(name)}\n{text}" for name, text in files.items()
    }
    return {**pointed, **{f"{_SCHEMAS}/{name}": text for name, text in schema_files().items()}}
