"""The data dictionary: every kind, key and relationship in words, with diagrams, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ssp_graph.english import article, joined
from ssp_graph.graph import PROPERTIES
from ssp_graph.model.declaring import NESTING, Key, records
from ssp_graph.model.facts import Link, Model, OtherTitle, Source, Wording, written_key
from ssp_graph.model.kinds import FILES, KINDS, About, AcceptedGap, Record, Term
from ssp_graph.model.relationships import RELATIONSHIPS, Relationship
from ssp_graph.schema.json_schemas import properties, sentence, value_in_words

_ACTORS = ("Person", "Post", "Organisation", "Body")

_START = """\
# Data dictionary

Made from the models by `make schema`; a test fails when it is stale. Change the models, not this file.

A *kind* of thing is a label in the graph and a file in a register; a *relationship* is written under a key of one of
the two records it joins. What a source does not say is left out: that is *not recorded*, which is not *none*.
"""


def dictionary() -> str:
    """Return the whole dictionary."""
    parts = [_START, *_diagrams(), *_common(), *_kinds(), *_relationships(), *_beside(), *_in_graph()]
    return "\n".join(part for part in parts if part)


def _diagrams() -> Iterator[str]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for relationship in RELATIONSHIPS.values():
        for ends in relationship.ends if not relationship.leads_anywhere else ():
            pairs.setdefault(ends, []).append(relationship.type)
    actors = {ends: types for ends, types in pairs.items() if set(ends) <= set(_ACTORS)}
    things = {ends: types for ends, types in pairs.items() if not set(ends) & set(_ACTORS)}
    between: dict[tuple[str, str], list[str]] = {}
    for (source, target), types in pairs.items():
        if (source in _ACTORS) != (target in _ACTORS):
            ends = ("Actor", target) if source in _ACTORS else (source, "Actor")
            kept = between.setdefault(ends, [])
            kept.extend(name for name in types if name not in kept)
    yield "## The model in three pictures\n"
    anywhere = [f"`{name}`" for name, relationship in RELATIONSHIPS.items() if relationship.leads_anywhere]
    yield f"{joined(anywhere)}, which may lead to a thing of any kind, is left out.\n"
    yield "### Who answers to whom\n"
    yield _flowchart(actors)
    yield "### Who does what\n"
    yield "An *actor* is a person, a post, an organisation or a body; each relationship below says which of them.\n"
    yield _flowchart(between)
    yield "### What a plan holds\n"
    yield _flowchart(things)


def _flowchart(pairs: dict[tuple[str, str], list[str]]) -> str:
    lines = [f'    {source} -->|"{"<br/>".join(types)}"| {target}' for (source, target), types in pairs.items()]
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```", ""])


def _common() -> Iterator[str]:
    yield "## What every record has\n"
    yield _keys_table(Record)
    yield "Documents need no source of their own. A date is a year, a month, a day, financial years (`2018/21`) or"
    yield "calendar years (`2014-2017`). Write a span of calendar years in full: `2010-12` is December 2010.\n"
    yield f"### A source\n\n{Source.__doc__}\n"
    yield _keys_table(Source)
    yield "### What every relationship has\n"
    yield "Written bare (`reports_to: body/safer-board`), a relationship stands on its record's sources and basis."
    yield "Written as a mapping with `to`, it may say more:\n"
    yield _keys_table(Link)


def _kinds() -> Iterator[str]:
    yield "## Kinds\n"
    for kind in records():
        yield f"### {kind.__name__}\n"
        yield f"{kind.__doc__}\n"
        yield f"{_written_in(kind)}\n"
        yield _keys_table(kind, beside=Record)
        rows = [
            (f"`{written_key(name)}`", sentence(key), _of_kinds(kind, name, key), f"`{key.type}`")
            for name, key in kind.keys.items()
        ]
        if rows:
            yield _table(("key", f"{_a(kind)} …", "of kind", "relationship"), rows)
        for name in kind.nested:
            yield f"Its {name} are written under `{name}`, and only there.\n"


def _of_kinds(kind: type[Record], name: str, key: Key) -> str:
    return "any" if key.relationship.leads_anywhere and not key.inverse else ", ".join(kind.permitted(name))


def _written_in(kind: type[Record]) -> str:
    reference = f"referred to as `{kind.kind}/its-id`"
    for file, model in FILES.items():
        if model is kind:
            return f"Written in `{file}`; {reference}."
        if issubclass(model, Record):
            for name, inner in model.nested.items():
                if inner is kind:
                    return f"Written under `{name}` of {_a(model)}, in `{file}`; {reference}."
    raise AssertionError(kind)


def _relationships() -> Iterator[str]:
    yield "## Relationships\n"
    for relationship in RELATIONSHIPS.values():
        yield f"### {relationship.type}\n"
        arrows = "\n".join(relationship.arrows())
        yield f"```\n{arrows}\n```\n"
        yield f"{_sentences(relationship)}\n"
        rows = [(f"`{value}`", reads, back) for value, (reads, back) in relationship.variants.items()]
        if rows:
            yield _table((f"`{relationship.varies_by}`", "reads", "reads back"), rows)
        yield _keys_table(relationship.link, beside=Link)
        yield f"Written as {_written_as(relationship)}.\n"


def _sentences(relationship: Relationship) -> str:
    parts = [f"Reads *{relationship.reads}*, and back *{relationship.reads_back}*."]
    if relationship.up != "no":
        way = "along the arrow" if relationship.up == "along" else "against the arrow"
        only = {
            "": "",
            "first": ", as a first step only",
            "fallback": ", only from what reports to nothing",
            "own": ", only from the post or person that is asked about",
        }
        parts.append(f"A step up {way}{only[relationship.up_only]}.")
    else:
        parts.append("No step up.")
    if relationship.caution:
        parts.append(f"Said beside it: {relationship.caution}.")
    if relationship.law:
        parts.append(f"Law: {relationship.law}.")
    return " ".join(parts)


def _written_as(relationship: Relationship) -> str:
    kinds: dict[str, list[str]] = {}
    for kind in records():
        for name, key in kind.keys.items():
            if key.type == relationship.type:
                kinds.setdefault(f"`{written_key(name)}`", []).append(_a(kind))
    written = [f"{key} of {joined(owners)}" for key, owners in kinds.items()]
    if relationship.type == NESTING:
        written.append("what stands inside a record")
    return "; ".join(written)


def _a(kind: type[Record]) -> str:
    words = kind.kind.replace("-", " ")
    return f"{article(words)} {words}"


def _beside() -> Iterator[str]:
    yield "## What is no thing in the graph\n"
    for model, file in ((About, "register.yaml"), (Term, "terms.yaml"), (AcceptedGap, "accepted-gaps.yaml")):
        yield f"### {file}\n"
        yield f"{model.__doc__}\n"
        yield _keys_table(model)
    for part, name in ((OtherTitle, "An entry of `also_titled`"), (Wording, "An entry of `wordings`")):
        yield f"### {name}\n"
        yield f"{part.__doc__}\n"
        yield _keys_table(part)


def _in_graph() -> Iterator[str]:
    yield "## In the graph\n"
    yield "Beside their own keys, nodes and edges carry these properties. Engines hold lists as JSON text, and one"
    yield "`Register` node for each register, with its period.\n"
    for title, meanings in PROPERTIES.items():
        yield f"### Every {title}\n"
        yield _table(("property", "meaning"), [(f"`{name}`", meaning) for name, meaning in meanings.items()])
    for model in (*KINDS, *(relationship.link for relationship in RELATIONSHIPS.values())):
        if model.derived:
            yield f"### {model.__name__}, beside its own keys\n"
            yield _table(("property", "meaning"), [(f"`{name}`", meaning) for name, meaning in model.derived.items()])


def _keys_table(model: type[Model], beside: type[Model] | None = None) -> str:
    """Return the table of a model's plain keys, without those of another model that are told elsewhere."""
    needed = {written_key(name) for name, info in model.model_fields.items() if info.is_required()}
    told = {written_key(name) for name in beside.model_fields} if beside else set()
    rows = [
        (f"`{key}`", value_in_words(schema) + (", required" if key in needed else ""), schema.get("description", ""))
        for key, schema in properties(model).items()
        if key not in told
    ]
    return _table(("key", "value", "meaning"), rows) if rows else ""


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines) + "\n"
