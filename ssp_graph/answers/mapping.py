"""Regional priorities, or the borough's outcomes, against the themes: both ways, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from ssp_graph.answers.whose import with_plans
from ssp_graph.english import article, capital, counted, joined, plural
from ssp_graph.errors import UsageError
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Column, Row, Table, merged


class _Scheme(NamedTuple):
    """What themes are set against: things of a kind, with parts, and the relationships that join either to the plan."""

    kind: str
    part: str
    maps: str
    addresses: str
    title: str

    @property
    def by_themes(self) -> bool:
        """Whether themes alone serve the parts too: then a source may say so of the whole and not of any part."""
        return self.maps == self.addresses

    @property
    def priority(self) -> str:
        return self.kind.replace("-", " ")

    @property
    def priorities(self) -> str:
        return plural(self.priority)

    @property
    def parts(self) -> str:
        return plural(self.part)


_SCHEMES = {
    "priorities": _Scheme(
        "regional-priority", "commitment", "MAPS_TO", "ADDRESSES", "Regional priorities and the partnership's themes"
    ),
    "outcomes": _Scheme(
        "outcome",
        "statement",
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
    for wrong, known in ((onto, tuple(_SCHEMES)), (by, ("priority", "theme"))):
        if wrong not in known:
            raise UsageError(f"The mapping knows no '{wrong}'. Write one of: {', '.join(known)}.")
    scheme = _SCHEMES[onto]
    priorities = [thing for thing in plan.all_things(scheme.kind) if not _is_part(plan, thing)]
    themes = list(filter(plan.is_named, plan.all_things("theme")))
    rows = [row for priority in priorities for row in _priority(plan, scheme, priority)]
    mapped = {row["theme_id"] for row in rows if row["state"] == "mapped"}
    unmapped = [theme for theme in themes if theme.id not in mapped]
    rows.extend(_row(plan, "theme not mapped", theme=theme, sources=theme.sources) for theme in unmapped)
    table = Table(
        plan.heading(
            scheme.title,
            question=f"How do the {scheme.priorities} map onto our themes, and what is left over on either side?",
            answer=_answer(plan, scheme, rows, themes, unmapped),
            count=_coverage(scheme, rows, len(themes), len(unmapped)),
            notes=_disagreements(plan, scheme, priorities, themes),
        ),
        _columns(scheme, by),
        tuple(rows if by == "priority" else _turned(rows, themes)),
        group_by=by,
        summary=_summary(plan, scheme, priorities, themes, rows),
        empty=f"No {scheme.priorities} are recorded, and no themes.",
    )
    return with_plans(plan, table, "theme_id", "local_id", "priority_id")


def _summary(
    plan: Plan, scheme: _Scheme, priorities: list[Thing], themes: list[Thing], rows: list[Row]
) -> Table | None:
    """Return the themes by the priorities: which is set against which, and how many of its parts a theme addresses."""
    if not priorities or not themes:
        return None
    title = f"{capital(scheme.priorities)} by themes"
    columns = (Column("theme", "Theme"), *(Column(each.id, plan.name(each)) for each in priorities))
    of_pair: dict[tuple[object, object], list[Row]] = {}
    for row in rows:
        of_pair.setdefault((row["theme_id"], row["priority_id"]), []).append(row)
    cells = [
        {"theme": plan.name(theme), "theme_id": theme.id}
        | {each.id: _cell(scheme, of_pair.get((theme.id, each.id), [])) for each in priorities}
        for theme in themes
    ]
    return with_plans(plan, Table(plan.heading(title), columns, tuple(cells), caption=title), "theme_id")


def _cell(scheme: _Scheme, both: list[Row]) -> str:
    number, alone = _counted([row for row in both if row["state"] == "addressed"], "commitment_id")
    addressed = f"addresses {counted(number, scheme.part)}{' (inferred)' if alone.startswith(', all') else ''}"
    against = "contributes" if scheme.by_themes else "set against it"
    told = [against] if any(row["state"] == "mapped" for row in both) else []
    return "; ".join([*told, addressed] if number else told) or "–"


def _columns(scheme: _Scheme, by: str) -> tuple[Column, ...]:
    priority, part = capital(scheme.priority), capital(scheme.part)
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
        Column("rationale", "Rationale", into="local", lead="because:"),
        Column("basis", "Basis", "basis"),
        Column("sources", "Sources", "sources"),
    )


def _answer(plan: Plan, scheme: _Scheme, rows: list[Row], themes: list[Thing], unmapped: list[Thing]) -> str:
    """Say which themes are set against nothing, and what nothing here addresses."""
    if not themes or not any(row["priority_id"] for row in rows):
        return ""
    names = joined([plan.name(theme) for theme in unmapped])
    which = "No theme" if len(unmapped) == len(themes) else f"Every theme but {names}" if unmapped else "Every theme"
    if scheme.by_themes:
        mapped = [row for row in rows if row["state"] == "mapped"]
        served = joined(list(dict.fromkeys(f"“{row['priority']}”" for row in mapped))) or f"any {scheme.priority}"
        alone = " (inferred)" if mapped and all(row["basis"] == "inferred" for row in mapped) else ""
        return f"{which} contributes to {served}{alone}."
    left = [str(row["commitment"]) for row in rows if row["state"] == "nothing local"]
    local = f"; nothing local is recorded as addressing {joined(left)}" if left else ""
    return f"{which} is set against {article(scheme.priority)} {scheme.priority}{local}."


def _coverage(scheme: _Scheme, rows: list[Row], themes: int, unmapped: int) -> str:
    parts = {row["commitment_id"] for row in rows} - {None}
    addressed = [row for row in rows if row["state"] == "addressed"]
    mapped = [row for row in rows if row["state"] == "mapped" and row["theme_id"]]
    served, alone = _counted(addressed, "commitment_id")
    told = f"{served} of {len(parts)} {scheme.parts} have something local that addresses them{alone}"
    if scheme.by_themes and not served:
        told = f"which of the {len(parts)} {scheme.parts} under them a theme serves is not recorded"
    verb = "contribute to" if scheme.by_themes else "are set against"
    verb_of_none = verb.replace("are ", "be ")
    of = f"{themes - unmapped} of {themes} themes {verb}" if themes else f"No theme is recorded here to {verb_of_none}"
    return (
        f"{of} {article(scheme.priority)} {scheme.priority}"
        f"{_counted(mapped, 'theme_id')[1]}{f'; {told}' if parts else ''}."
    )


def _counted(rows: list[Row], key: str) -> tuple[int, str]:
    """Return how many things rows are about, and, in words, how many of them by inference alone."""
    every = {row[key] for row in rows}
    alone = every - {row[key] for row in rows if row["basis"] == "stated"}
    number = "all" if alone == every else len(alone)
    return len(every), f", {number} of them by inference alone" if alone else ""


def _row(plan: Plan, state: str, **values: Any) -> Row:
    row: dict[str, Any] = {"state": state, "relation": None, "rationale": None, "basis": None, "sources": []}
    for name in ("priority", "theme", "commitment", "local"):
        thing: Thing | None = values.pop(name, None)
        row |= {name: thing and plan.name(thing), f"{name}_id": thing and thing.id}
        row["local_kind"] = thing and thing.kind_in_words  # the local thing is the last
    return row | values


def _is_part(plan: Plan, thing: Thing) -> bool:
    """Return whether a thing is part of another of its kind: a statement of an outcome is no outcome."""
    return any(edge.target.kind == thing.kind for edge in plan.out(thing, "PART_OF"))


def _parts_of(plan: Plan, priority: Thing) -> list[Thing]:
    return [edge.source for edge in plan.into(priority, "PART_OF") if edge.source.kind in ("commitment", "outcome")]


def _priority(plan: Plan, scheme: _Scheme, priority: Thing) -> Iterator[Row]:
    mapped = list(_mapped(plan, scheme, priority))
    yield from (_row(plan, "mapped", priority=priority, **values) for values in mapped)
    if not mapped:
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
            state = "not recorded" if scheme.by_themes else "nothing local"
            yield _row(plan, state, priority=priority, commitment=part, sources=part.sources)


def _mapped(plan: Plan, scheme: _Scheme, priority: Thing) -> Iterator[dict[str, Any]]:
    """Yield each theme set against a priority: by itself, or through one of its areas."""
    for edge in plan.into(priority, scheme.maps):
        local = edge.source
        if not plan.is_named(local):
            continue
        relation = edge.get("relation")
        values = {name: edge.get(name) for name in ("relation", "rationale", "basis", "sources")}
        if local.kind != "priority-area":
            yield values | {"theme" if local.kind == "theme" else "local": local}
            continue
        # A theme holds more than its area, so what the area says of the priority may not hold of the theme.
        through = {
            "relation": weakest("superset", relation or "not stated"),
            "rationale": f"Through its area {local.name}, whose relation is: {relation or 'not stated'}.",
            "basis": "inferred",
        }
        yield from (values | through | {"theme": theme} for theme in _themes_of(plan, local))


def weakest(one: str, other: str) -> str:
    """Return the relation that holds over two steps: no stronger than the weaker of them."""
    if "not stated" in (one, other):
        return "not stated"
    if one in ("equal", other):
        return other
    return one if other == "equal" else "intersects"


def _addressing(plan: Plan, scheme: _Scheme, part: Thing) -> list[Edge]:
    """Return what addresses a part locally: stated before inferred, then areas, actions and strategies in order."""
    local = [edge for edge in plan.into(part, scheme.addresses) if plan.is_named(edge.source)]
    return sorted(local, key=lambda edge: (edge.inferred, _LOCAL_ORDER.index(edge.source.kind), edge.source.position))


def _themes_of(plan: Plan, thing: Thing) -> list[Thing]:
    """Return the themes that an area or action stands in, or that a strategy guides."""
    if thing.kind == "theme":
        return [thing]
    wholes = [edge.target for edge in plan.out(thing, "PART_OF", "GUIDES")]
    themes = (_themes_of(plan, whole) for whole in wholes if whole.kind in ("theme", "priority-area"))
    return list(dict.fromkeys(theme for several in themes for theme in several))


def _turned(rows: Iterable[Row], themes: Sequence[Thing]) -> list[Row]:
    """Return the rows by theme, in the plan's order; those without a theme come last."""
    order = {theme.id: place for place, theme in enumerate(themes)}
    return sorted(rows, key=lambda row: order.get(row["theme_id"], len(order)))


def _disagreements(plan: Plan, scheme: _Scheme, priorities: Sequence[Thing], themes: Sequence[Thing]) -> Iterator[str]:
    """Yield where the stated mapping and the content disagree, for each pair of priority and theme."""
    for priority in () if scheme.by_themes else priorities:
        stated = {values.get("theme") for values in _mapped(plan, scheme, priority)}
        addressed: dict[Thing, list[str]] = {}
        for part in _parts_of(plan, priority):
            for theme in {theme for edge in _addressing(plan, scheme, part) for theme in _themes_of(plan, edge.source)}:
                addressed.setdefault(theme, []).append(plan.name(part))
        name = plan.name(priority)
        for theme in themes if addressed else ():
            if theme in stated and theme not in addressed:
                unknown = f"which of its {scheme.parts} it addresses is not recorded"
                yield f"{plan.name(theme)} is set against {name}; {unknown}."
            elif theme in addressed and theme not in stated:
                yield f"{plan.name(theme)} is not set against {name}, but addresses {joined(addressed[theme])} of it."
