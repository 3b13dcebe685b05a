"""Regional priorities, or the borough's outcomes, against the themes: both ways, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ssp_graph.english import article
from ssp_graph.errors import UsageError
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, Table, merged


@dataclass(frozen=True, slots=True)
class _Scheme:
    """What themes are set against: things of a kind, with parts, and the relationships that join either to the plan."""

    kind: str
    priority: str
    priorities: str
    part: str
    parts: str
    maps: str
    addresses: str
    title: str


_SCHEMES = {
    "priorities": _Scheme(
        "regional-priority",
        "regional priority",
        "regional priorities",
        "commitment",
        "commitments",
        "MAPS_TO",
        "ADDRESSES",
        "Regional priorities and the partnership's themes",
    ),
    "outcomes": _Scheme(
        "outcome",
        "outcome",
        "outcomes",
        "statement",
        "statements",
        "CONTRIBUTES_TO",
        "CONTRIBUTES_TO",
        "The borough's outcomes and the partnership's themes",
    ),
}

_LOCAL_ORDER = ("theme", "priority-area", "action", "strategy")


def mapping(plan: Plan, onto: str = "priorities", by: str = "priority") -> Table:
    """Return the mapping on a day: each priority's themes, its commitments and what addresses them locally.

    `onto` is `priorities` or `outcomes` (whose statements then stand for commitments); `by` groups the rows by
    `priority` or by `theme`. A priority, commitment or theme that nothing is set against is a row with the other
    side empty.

    Raises:
        UsageError: there is no such `onto` or `by`.
    """
    if onto not in _SCHEMES or by not in ("priority", "theme"):
        wrong, known = (onto, ", ".join(_SCHEMES)) if onto not in _SCHEMES else (by, "priority, theme")
        raise UsageError(f"The mapping knows no '{wrong}'. Write one of: {known}.")
    scheme = _SCHEMES[onto]
    priorities = [one for one in plan.all_things(scheme.kind) if not _is_part(plan, one, scheme)]
    themes = [theme for theme in plan.all_things("theme") if plan.is_named(theme)]
    rows = [row for priority in priorities for row in _priority(plan, scheme, priority)]
    mapped = {row["theme_id"] for row in rows if row["state"] == "mapped"}
    unmapped = [theme for theme in themes if theme.id not in mapped]
    rows += [_row(plan, "theme not mapped", theme=theme, sources=theme.sources) for theme in unmapped]
    return Table(
        plan.heading(
            scheme.title,
            question=f"How do the {scheme.priorities} map onto our themes, and what is left over on either side?",
            count=_coverage(scheme, rows, len(themes), len(unmapped)),
            notes=_disagreements(plan, scheme, priorities, themes),
        ),
        _columns(scheme, by),
        tuple(rows if by == "priority" else _turned(rows, themes)),
        group_by=by,
        empty=f"No {scheme.priorities} are recorded, and no themes.",
    )


def _columns(scheme: _Scheme, by: str) -> tuple[Column, ...]:
    priority = scheme.priority.capitalize()
    part = scheme.part.capitalize()
    sides = [
        [Column("priority", priority), Column("priority_id", f"{priority} (id)", "id")],
        [Column("theme", "Theme"), Column("theme_id", "Theme (id)", "id")],
    ]
    return (
        *(sides[0] + sides[1] if by == "priority" else sides[1] + sides[0]),
        Column("state", "State"),
        Column("relation", "Relation", into="state", lead="relation"),
        Column("commitment", part),
        Column("commitment_id", f"{part} (id)", "id"),
        Column("local", "Addressed by"),
        Column("local_id", "Addressed by (id)", "id"),
        Column("local_kind", "Which is", into="local"),
        Column("rationale", "Rationale"),
        Column("basis", "Basis", "basis"),
        Column("sources", "Sources", "sources"),
    )


def _coverage(scheme: _Scheme, rows: list[Row], themes: int, unmapped: int) -> str:
    parts = {row["commitment_id"] for row in rows} - {None}
    served = {row["commitment_id"] for row in rows if row["local_id"]}
    stated = {row["commitment_id"] for row in rows if row["local_id"] and row["basis"] == "stated"}
    mapped = {row["theme_id"] for row in rows if row["state"] == "mapped" and row["theme_id"]}
    said = {row["theme_id"] for row in rows if row["state"] == "mapped" and row["basis"] == "stated"}
    return (
        f"{themes - unmapped} of {themes} themes map to {article(scheme.priority)} {scheme.priority}"
        f"{_by_inference(len(mapped - said), len(mapped))}; {len(served)} of {len(parts)} {scheme.parts} "
        f"have something local that addresses them{_by_inference(len(served - stated), len(served))}."
    )


def _by_inference(alone: int, among: int) -> str:
    return f", {'all' if alone == among else alone} of them by inference alone" if alone else ""


def _row(plan: Plan, state: str, **values: Any) -> Row:
    row: dict[str, Any] = {"state": state, "sources": values.pop("sources", [])}
    for name in ("relation", "rationale", "basis"):
        row[name] = values.pop(name, None)
    for name in ("priority", "theme", "commitment", "local"):
        thing: Thing | None = values.pop(name, None)
        row[name], row[f"{name}_id"] = (plan.name(thing), thing.id) if thing else (None, None)
        if name == "local":
            row["local_kind"] = thing and thing.kind_in_words
    return row


def _is_part(plan: Plan, thing: Thing, scheme: _Scheme) -> bool:
    """Return whether a thing is part of another within the scheme, as a statement is of its outcome."""
    return any(edge.target.kind == scheme.kind for edge in plan.out(thing, "PART_OF"))


def _parts_of(plan: Plan, priority: Thing) -> list[Thing]:
    return [edge.source for edge in plan.into(priority, "PART_OF") if edge.source.kind in ("commitment", "outcome")]


def _priority(plan: Plan, scheme: _Scheme, priority: Thing) -> Iterator[Row]:
    stated = list(_mapped(plan, scheme, priority))
    yield from (_row(plan, "mapped", priority=priority, **values) for values in stated)
    if not stated:
        yield _row(plan, "no theme", priority=priority, sources=priority.sources)
    for part in _parts_of(plan, priority):
        addressing = _addressing(plan, scheme, part)
        for edge in addressing:
            yield _row(
                plan,
                "addressed",
                priority=priority,
                theme=next(iter(_themes_of(plan, edge.source)), None),
                commitment=part,
                local=edge.source,
                basis=edge.basis,
                rationale=edge.reason,
                sources=merged([edge.sources]),
            )
        if not addressing:
            yield _row(plan, "nothing local", priority=priority, commitment=part, sources=part.sources)


def _mapped(plan: Plan, scheme: _Scheme, priority: Thing) -> Iterator[dict[str, Any]]:
    """Yield each theme set against a priority: by itself, or through one of its areas."""
    for edge in plan.into(priority, scheme.maps):
        if not plan.is_named(edge.source):
            continue
        values = {"rationale": edge.get("rationale"), "basis": edge.basis, "sources": edge.sources}
        relation = edge.get("relation")
        if edge.source.kind == "theme":
            yield {**values, "theme": edge.source, "relation": relation}
        elif edge.source.kind == "priority-area":
            # A theme holds more than its area, so what the area says of the priority may not hold of the theme.
            for theme in _themes_of(plan, edge.source):
                yield {
                    **values,
                    "theme": theme,
                    "relation": weakest("superset", relation or "not stated"),
                    "basis": "inferred",
                    "rationale": f"Through its area {plan.name(edge.source)}, whose relation is: "
                    f"{relation or 'not stated'}.",
                }
        else:
            yield {**values, "local": edge.source}


def weakest(one: str, other: str) -> str:
    """Return the relation that holds over two steps: no stronger than the weaker of them."""
    if "not stated" in (one, other):
        return "not stated"
    if one in ("equal", other):
        return other
    if other == "equal":
        return one
    return "intersects"


def _addressing(plan: Plan, scheme: _Scheme, part: Thing) -> list[Edge]:
    """Return what addresses a part locally: stated before inferred, then areas, actions and strategies in order."""
    return sorted(
        (edge for edge in plan.into(part, scheme.addresses) if plan.is_named(edge.source)),
        key=lambda edge: (edge.inferred, _LOCAL_ORDER.index(edge.source.kind), edge.source.position),
    )


def _themes_of(plan: Plan, thing: Thing) -> list[Thing]:
    """Return the themes that an area or action stands in, or that a strategy guides."""
    if thing.kind == "theme":
        return [thing]
    wholes = [edge.target for edge in plan.out(thing, "PART_OF", "GUIDES")]
    themes = (_themes_of(plan, whole) for whole in wholes if whole.kind in ("theme", "priority-area"))
    return list(dict.fromkeys(theme for several in themes for theme in several))


def _turned(rows: Iterable[Row], themes: list[Thing]) -> list[Row]:
    """Return the rows by theme, in the plan's order; those without a theme come last."""
    order = {theme.id: place for place, theme in enumerate(themes)}
    return sorted(rows, key=lambda row: order.get(row["theme_id"], len(order)))


def _disagreements(plan: Plan, scheme: _Scheme, priorities: list[Thing], themes: list[Thing]) -> Iterator[str]:
    """Yield where the stated mapping and the content disagree, for each pair of priority and theme."""
    for priority in priorities:
        stated = {values["theme"] for values in _mapped(plan, scheme, priority) if "theme" in values}
        addressing = (edge for part in _parts_of(plan, priority) for edge in _addressing(plan, scheme, part))
        content = {theme for edge in addressing for theme in _themes_of(plan, edge.source)}
        name = plan.name(priority)
        for theme in themes if content else ():
            if theme in stated and theme not in content:
                yield f"{plan.name(theme)} is set against {name}, but nothing in it addresses its {scheme.parts}."
            elif theme in content and theme not in stated:
                yield f"{plan.name(theme)} addresses {scheme.parts} of {name}, but is not set against it."
