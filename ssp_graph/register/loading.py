"""Folders of YAML into registers: every file read, every record checked, every problem reported in one go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from ssp_graph.collector import paused
from ssp_graph.errors import Problem, RegisterError
from ssp_graph.files import shown_path
from ssp_graph.model.facts import Model
from ssp_graph.model.kinds import FILES, About, AcceptedGap, Record, Term
from ssp_graph.register.messages import cut_text, in_plain_words, model_at, shown
from ssp_graph.register.reading import Keyed, Listed, read_yaml
from ssp_graph.register.register import Place, Register, Registers
from ssp_graph.register.rules import check
from ssp_graph.suggesting import did_you_mean, near
from ssp_graph.together import finish

ABOUT_FILE = "register.yaml"
MAX_PROBLEMS = 500  # a file with more is no register gone wrong, but no register

_ENDINGS = (".yaml", ".yml", ".yaml.txt")  # some editors add the last part, and hide it

# Where a newcomer looks for something, by what they call it.
_HELD_IN = {
    **dict.fromkeys(("boards", "groups", "committees", "partnership", "members", "chairs"), "bodies.yaml"),
    **dict.fromkeys(("roles", "holders", "officers"), "posts.yaml"),
    **dict.fromkeys(("minutes", "sources"), "documents.yaml"),
    "areas": "priority-areas.yaml",
    "attendance": "meetings.yaml",
    "priorities": "themes.yaml",
}

ModelT = TypeVar("ModelT", bound=Model)

Progress = Callable[[int, int], None]


def load(folders: Sequence[Path], shipped: Path | None = None, progress: Progress | None = None) -> Registers:
    """Return the registers in these folders and those they use, checked as a whole.

    A used register is looked for beside the one that uses it, then in `shipped`. `progress` is told how many of
    how many registers have been read.

    Raises:
        RegisterError: with every problem of severity error.
    """
    registers, problems = read(folders, shipped, progress)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise RegisterError(errors)
    return registers


@paused()
def read(
    folders: Sequence[Path], shipped: Path | None = None, progress: Progress | None = None
) -> tuple[Registers, list[Problem]]:
    """Return the registers as far as they could be read, and every problem, errors and warnings."""
    problems: list[Problem] = []
    by_id: dict[str, Register] = {}
    named: list[str | None] = []
    for done, folder in enumerate(folders, 1):
        named.append(_read_once(folder, by_id, problems))
        if progress:
            progress(done, len(folders))
    _read_used(by_id, shipped, problems)
    registers = Registers(tuple(dict.fromkeys(name for name in named if name)), _used_first(by_id))
    problems.extend(check(registers))
    problems.sort(key=lambda problem: (problem.file, problem.line, problem.what))
    warnings = tuple(problem for problem in problems if problem.severity == "warning")
    return Registers(registers.named, registers.by_id, warnings), problems


def _read_once(folder: Path, by_id: dict[str, Register], problems: list[Problem]) -> str | None:
    register, found = read_register(folder)
    if register is None:
        problems.extend(found)
        return None
    known = by_id.get(register.id)
    if known is None:
        by_id[register.id] = register
        problems.extend(found)
    elif known.folder.resolve() != register.folder.resolve():
        what = f"two registers have the id {register.id}: this one and {shown_path(known.folder)}"
        problems.append(Problem(register.about_place.file, 1, what, "Give each its own folder name and id."))
    return register.id


def _read_used(by_id: dict[str, Register], shipped: Path | None, problems: list[Problem]) -> None:
    waiting = list(by_id.values())
    while waiting:
        register = waiting.pop()
        for place, used in enumerate(register.about.uses):
            if used in by_id:
                continue
            candidates = [register.folder.resolve().parent / used, *([shipped / used] if shipped else [])]
            found = next((path for path in candidates if _id_in(path) == used), None) or _renamed(candidates, used)
            if found is None:
                what = f"the register {used} that it uses is neither beside it nor shipped"
                fix = did_you_mean(used, _register_ids(candidates), f"Put the folder {used} beside this one.")
                problems.append(register.about_place.problem(("uses", place), what, fix))
                continue
            known = len(by_id)
            name = _read_once(found, by_id, problems)
            if name and len(by_id) > known:
                waiting.append(by_id[name])


def _id_in(folder: Path) -> str:
    """Return the id that a folder's register.yaml gives, as far as its text tells; the folder's name may be another."""
    try:
        text = (folder / ABOUT_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    written = re.search(r"^\s*[\"']?id[\"']?\s*:\s*[\"']?([\w-]+)", text, re.MULTILINE)
    return written[1] if written else folder.name


def _renamed(candidates: Iterable[Path], used: str) -> Path | None:
    """Return the folder beside these whose register has an id, under whatever name."""
    folders = {path.parent for path in candidates}
    known = (about.parent for folder in folders for about in sorted(folder.glob(f"*/{ABOUT_FILE}")))
    return next((folder for folder in known if _id_in(folder) == used), None)


def _register_ids(candidates: Iterable[Path]) -> list[str]:
    folders = {path.parent for path in candidates}
    return [about.parent.name for folder in folders for about in folder.glob(f"*/{ABOUT_FILE}")]


def _used_first(by_id: dict[str, Register]) -> dict[str, Register]:
    """Return the registers so that each comes after those it uses; a circle is reported by the rules."""
    ordered: dict[str, Register] = {}

    def place(name: str, above: tuple[str, ...] = ()) -> None:
        if name in by_id and name not in (*ordered, *above):
            for used in by_id[name].about.uses:
                place(used, (*above, name))
            ordered[name] = by_id[name]

    for name in by_id:
        place(name)
    return ordered


def read_register(folder: Path) -> tuple[Register | None, list[Problem]]:
    """Return one register as far as it could be read, without the checks that look across records."""

    def nothing(what: str, fix: str) -> tuple[None, list[Problem]]:
        return None, [Problem(shown_path(folder), 0, what, fix)]

    about_path = folder / ABOUT_FILE
    try:
        finish(folder)
        files = sorted(path for path in folder.iterdir() if path.name.lower().endswith(_ENDINGS))
    except NotADirectoryError:
        return nothing("this is a file, not the folder of a register", "Give the folder that holds it.")
    except FileNotFoundError:
        return nothing("there is no such folder", "Check the name, or make one with `ssp-graph new`.")
    except OSError as error:
        return nothing(f"the folder cannot be read ({error.strerror})", "Check its permissions.")
    if about_path not in files:
        return nothing(
            f"the folder has no {ABOUT_FILE}", f"Add {ABOUT_FILE}, or start a register with `ssp-graph new`."
        )
    about_file = shown_path(about_path)
    raw, problems = read_yaml(about_path, about_file)
    about, found = _checked(About, raw, Place(about_file, raw), "the register")
    problems.extend(found)
    name = folder.resolve().name
    register = Register(folder, about or About.model_construct(id=name, title=name), Place(about_file, raw))
    if about is None:
        register.broken.add("register")
    for path in files:
        if path != about_path:
            problems.extend(_read_file(path, register))
    return register, problems


def _read_file(path: Path, register: Register) -> list[Problem]:
    file = shown_path(path)
    model = FILES.get(path.name)
    if model is None:
        meant = _file_meant(path.name.partition(".")[0].lower())
        fix = f"Did you mean {meant}?" if meant else f"The files are {ABOUT_FILE}, {', '.join(FILES)}."
        if meant and not path.with_name(meant).exists():
            _leave_unread(FILES[meant], register)
        return [Problem(file, 0, "no kind of record has a file of this name", fix)]
    raw, problems = read_yaml(path, file)
    if isinstance(raw, Listed):
        for item, line in zip(raw, raw.lines, strict=True):
            problems.extend(_read_record(model, item, Place(file, item), register, line))
            if len(problems) >= MAX_PROBLEMS:
                what = f"{len(problems)} faults stand above this record, and those below are not shown"
                problems.append(Problem(file, line, what, "Mend those first, then check again."))
                break
        else:
            return problems
    elif raw is not None:
        fix = "Begin each record with a hyphen: `- id: …`."
        problems.append(Problem(file, 1, "the file is not a list of records", fix))
    _leave_unread(model, register)
    return problems


def _file_meant(stem: str) -> str | None:
    """Return the file that is nearest to a wrong name, or that holds what it names; the ending says nothing of it."""
    by_stem = {file.partition(".")[0]: file for file in FILES}
    by_stem |= {model.kind: file for file, model in FILES.items() if issubclass(model, Record)}
    nearest = near(stem, by_stem, limit=1)
    return by_stem[nearest[0]] if nearest else _HELD_IN.get(stem)


def _leave_unread(model: type[Model], register: Register) -> None:
    if issubclass(model, Record):
        register.unread.update(kind.kind for kind in (model, *model.nested.values()))


def _subject(model: type[Model], raw: Any) -> str:
    if not isinstance(raw, Keyed):
        return "this record"
    if issubclass(model, Record):
        slug = raw.get("id")
        return f"{model.kind}/{slug[:60]}" if slug and isinstance(slug, str) else f"this {model.kind}"
    name = raw.get("abbreviation") or raw.get("check")
    return name[:60] if name and isinstance(name, str) else "this record"


def _read_record(model: type[Model], raw: Any, place: Place, register: Register, line: int) -> list[Problem]:
    subject = _subject(model, raw)
    if not isinstance(raw, Keyed):
        first = next(iter(model.model_fields)) if not issubclass(model, Record) else "id"
        what = f"{subject} is {shown(raw)}, which is not a mapping of keys and values"
        return [Problem(place.file, line, what, f"Write `- {first}: …` and its other keys below.")]
    record, problems = _checked(model, raw, place, subject)
    if isinstance(record, Term):
        register.terms.append((record, place))
    elif isinstance(record, AcceptedGap):
        register.accepted_gaps.append((record, place))
    elif isinstance(record, Record):
        problems.extend(_keep(record, place, register))
    elif issubclass(model, Record):
        _keep_broken(model, raw, register)
    return problems


def _keep_broken(model: type[Record], raw: Any, register: Register) -> None:
    register.broken.add(_subject(model, raw))
    for key, inner in model.nested.items():
        register.broken.update(_subject(inner, item) for item in _items(raw.get(key)) if isinstance(item, Keyed))


def _items(written: Any) -> list[Any]:
    """Return what is written under a key that takes one thing or a list."""
    return written if isinstance(written, Listed) else [written]


def _keep(record: Record, place: Place, register: Register) -> list[Problem]:
    reference = f"{record.kind}/{record.id}"
    if known := register.places.get(reference):
        what = f"{reference} is there twice, first in {known.file}:{known.line()}"
        return [place.problem((), what, "Give one of them another id, or merge the two.")]
    register.records[reference] = record
    register.places[reference] = place
    problems: list[Problem] = []
    for key in record.nested:
        for child, raw in zip(getattr(record, key), _items(place.raw.get(key)), strict=False):
            found = _keep(child, Place(place.file, raw), register)
            problems.extend(found)
            if not found:
                register.parents[f"{child.kind}/{child.id}"] = reference
    return problems


def _checked(model: type[ModelT], raw: Any, place: Place, subject: str) -> tuple[ModelT | None, list[Problem]]:
    if raw is None:
        return None, []
    problems = []
    for path in _empty(raw):
        inner, owner, at = _owner(model, raw, path, subject)
        if cut := cut_text(raw, path, model_at(at, [str(step) for step in inner[:-1] if isinstance(step, str)])):
            problems.append(place.problem(path, f"{owner}: {cut[0]}", cut[1]))
            continue
        key = ".".join(str(step) for step in inner if isinstance(step, str))
        what = f"{owner}: `{key}` is empty" if key else f"{owner} is empty"
        problems.append(place.problem(path, what, "Fill it in, or delete the key."))
    try:
        found = model.model_validate(raw)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            if item["type"] == "too_short" and len(item["input"]) >= item["ctx"]["min_length"]:
                continue  # its items are faulty, which is reported for each of them
            if item["input"] is None:
                continue  # reported above
            what, fix = in_plain_words(item, *_owner(model, raw, item["loc"], subject))
            problems.append(place.problem(item["loc"], what, fix))
        return None, list(dict.fromkeys(problems))
    return (None if problems else found), problems


def _empty(value: Any) -> Iterator[tuple[int | str, ...]]:
    """Yield the path of each key and each item of a list that has no value."""
    if not isinstance(value, (Keyed, Listed)) or not value.has_empty:
        return
    items: Iterable[tuple[int | str, Any]] = value.items() if isinstance(value, Keyed) else enumerate(value)
    for step, inner in items:
        if inner is None:
            yield (step,)
        else:
            yield from ((step, *path) for path in _empty(inner))


def _owner(
    model: type[Model], raw: Any, path: tuple[int | str, ...], subject: str
) -> tuple[tuple[int | str, ...], str, type[Model]]:
    """Return the path within the record that is at fault, that record, and its class: it may stand inside another."""
    if issubclass(model, Record) and len(path) > 1 and path[0] in model.nested:
        inner = model.nested[str(path[0])]
        return path[2:], _subject(inner, _items(raw[path[0]])[int(path[1])]), inner
    return path, subject, model
