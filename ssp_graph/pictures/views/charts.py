"""Charts, where a number is the point: gaps of how many, strategies on a time line, what areas have, readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ssp_graph.answers.sentences import years_of_actions
from ssp_graph.days.readings import figure
from ssp_graph.english import capital, counted, joined, plural
from ssp_graph.pictures.diagram import Bar, Diagram, Hole, Line, Node, Scale, Tone
from ssp_graph.pictures.views import parts
from ssp_graph.pictures.views.theme import holes_of_area, is_owned, of_area
from ssp_graph.plan import Plan, Thing
from ssp_graph.results import Table
from ssp_graph.wordings import wordings

_BEFORE, _AFTER = "0001-01-01", "9999-12-31"  # how days says that no first or last day is recorded
_MOST_TICKS = 10
_OF_AN_AREA = ("objective", "action", "measure", "strategy")
_GROUPS = (_BEFORE_IT, _WHILE, _LATER, _ENDLESS) = (
    "Ended before the plan began",
    "End while the plan runs",
    "Run to the end of the plan or beyond",
    "No last day recorded",
)


def gaps(found: Table) -> Diagram:
    """Return what the checks found of how many on which a board would act first, as `gaps` counts it.

    The others that found something, or cannot tell, are counted.
    """
    every = {row["check"]: row for row in found.rows if row["found"] or row["unknown"]}
    subjects: dict[str, list[str]] = {}
    for wording in wordings():
        subjects.setdefault(wording.subject, []).append(wording.check)
    rows = [(every[check], subject) for subject, checks in subjects.items() for check in checks if check in every]
    left = len(every) - len(rows)
    others = counted(
        left, "other check that finds something or cannot tell", "others that find something or cannot tell"
    )
    bars = []
    for row, subject in rows:
        known, unknown = (share / (row["of"] or 1) for share in (row["found"], row["found"] + row["unknown"]))
        shares: tuple[tuple[float, float, Tone], ...] = ((0, known, "full"), (known, unknown, "half"))
        words = f"{row['found']} of {row['of']}" + (f", {row['unknown']} unknown" if row["unknown"] else "")
        filled = tuple(each for each in shares if each[1] > each[0])
        bars.append(Bar(row["check"], row["title"], words, filled, subject))
    return Diagram(
        found.heading,
        "gaps",
        (),
        (),
        layout="bars",
        empty="No check on which a board would act first found anything.",
        summary=f"{counted(len(bars), 'check')} that found something or cannot tell, each as a bar: dark, the share "
        "found of all that it looked at; light, the share of which the source cannot tell."
        + (f" Not drawn: {others}." if left else ""),
        legend=(
            ("Dark", "found"),
            ("light", "unknown, as the source cannot tell"),
            *([("not drawn", others)] if left else []),
        ),
        bars=tuple(bars),
        scale=Scale(0, 1, tuple((share / 4, f"{share * 25} %") for share in range(5))),
    )


def strategies(plan: Plan) -> Diagram:
    """Return the strategies and plans that have a first or a last day, against the plan's period."""
    every = plan.mine("strategy")
    dated = [each for each in every if each.since_day != _BEFORE or each.until_day != _AFTER]
    periods = [(about.since_day, about.until_day, "The plan") for about in plan.named_registers]
    periods = [each for each in periods if _BEFORE not in each and _AFTER not in each]
    days = [day for each in dated for day in (each.since_day, each.until_day)] + [
        day for each in periods for day in each[:2]
    ]
    years = [int(day[:4]) for day in days if day not in (_BEFORE, _AFTER)] or [int(plan.day[:4])]
    low, high = min(years), max(years) + 1
    spans = [_span(plan, each, low, high, _group(each, periods)) for each in dated]
    bars = sorted(spans, key=lambda bar: (_GROUPS.index(bar.group), bar.parts))
    step = -(-(high - low) // _MOST_TICKS)
    every_one = counted(len(every), "strategy", "strategies, plans, programmes and the like")
    count = f"{len(dated)} of {every_one} have a first or a last day recorded."
    return Diagram(
        plan.heading(
            "Strategies and the plan's period", question="Which strategies run while the plan does?", count=count
        ),
        "strategies",
        (),
        (),
        layout="bars",
        empty="No strategy has a first or last day recorded.",
        summary=f"A time line of {counted(len(bars), 'bar')}, {low} to {high}; the plan's period is shaded. {count} "
        f"{_in_groups(bars)}",
        legend=(("Dark", "still running on the day below"), ("light", "over by then")),
        sources=tuple(source for each in dated for source in each.sources),
        bars=tuple(bars),
        scale=Scale(
            _day(f"{low}-01-01"),
            _day(f"{high}-01-01"),
            tuple((_day(f"{year}-01-01"), str(year)) for year in range(low, high + 1, step)),
            tuple((_day(since), _day(until) + 1, name) for since, until, name in periods),
        ),
    )


def _day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def _group(thing: Thing, periods: Sequence[tuple[str, str, str]]) -> str:
    """Return how a strategy stands to the plan's period."""
    if thing.until_day == _AFTER:
        return _ENDLESS
    if not periods:
        return _LATER
    if thing.until_day < min(since for since, _, _ in periods):
        return _BEFORE_IT
    return _WHILE if thing.until_day < max(until for _, until, _ in periods) else _LATER


def _in_groups(bars: Sequence[Bar]) -> str:
    return " ".join(
        f"{group}: {joined([bar.name for bar in bars if bar.group == group])}."
        for group in _GROUPS
        if any(bar.group == group for bar in bars)
    )


def _span(plan: Plan, thing: Thing, low: int, high: int, group: str) -> Bar:
    since, until = thing.get("since"), thing.get("until")
    begin = _day(thing.since_day if since else f"{low}-01-01")
    end = _day(thing.until_day) + 1 if until else _day(f"{high}-01-01")
    words = f"{since} to {until}" if since and until and since != until else str(since or until)
    if not since:
        words = f"until {until}, no first day recorded"
    elif not until:
        words = f"from {since}, no last day recorded"
    tone: Tone = "half" if thing.until_day < plan.day else "full" if since and until else "open"
    return Bar(thing.id, thing.name, words, ((begin, end, tone),), group)


def areas(plan: Plan) -> Diagram:
    """Return how many objectives, actions, measures and strategies each priority area has, and where none is."""
    rows = plan.mine("priority-area")
    columns = [
        Node(f"column/{kind}", capital(plural(kind)), kind, kind, 0, "stated", "", (), ()) for kind in _OF_AN_AREA
    ]
    columns.insert(2, replace(columns[1], id="column/owner", name="Owner named"))
    lines: list[Line] = []
    holes: list[Hole] = []
    unowned: list[Hole] = []
    for area in rows:
        for kind, things in of_area(plan, area).items():
            if things:
                lines.append(_cell(plan, area, kind, things))
        actions = of_area(plan, area)["action"]
        if owned := [action for action in actions if is_owned(plan, action)]:
            lines.append(_owned(plan, area, actions, owned))
        else:
            text = f"None of {len(actions)}" if actions else "No action"
            unowned.append(
                Hole(
                    f"{area.id}#column/owner",
                    area.id,
                    text,
                    f"No owner of an action of {plan.name(area)} is recorded.",
                    1,
                )
            )
        for hole in holes_of_area(plan, area):
            kind = "strategy" if hole.unknown else hole.text.removeprefix("No ")
            text = "Unknown" if hole.unknown else "None recorded"
            holes.append(replace(hole, id=f"{area.id}#column/{kind}", text=text, level=1))
    full = len(rows) - len({hole.at for hole in holes})
    of = counted(len(rows), "priority area")
    count = f"{full} of {of} {'has' if full == 1 else 'have'} objectives, actions, measures and strategies recorded."
    if years := years_of_actions(plan):
        count += f" The actions are for {years}."
    return Diagram(
        plan.heading("What each priority area has", question="What has each priority area?", count=count),
        "areas",
        (*columns, *(parts.node(plan, area, 1) for area in rows)),
        tuple(lines),
        (*holes, *unowned),
        layout="grid",
        empty="No priority area is recorded.",
        summary=f"A table of {of} against objectives, actions, their owners, measures and strategies. {count}",
        legend=(("Unknown", "only the theme has a strategy; whether that takes in the area is not said"),),
    )


def _cell(plan: Plan, area: Thing, kind: str, things: Sequence[Thing]) -> Line:
    """Return how many things of a kind an area has, as the cell of a grid."""
    name, kinds = plan.name(area), plural(kind)
    said = f"{counted(len(things), kind, kinds)} of {name}: {joined([each.name for each in things])}."
    sources = tuple(source for each in things for source in each.sources)
    ends = (f"column/{kind}", capital(kinds), area.id, name)
    return Line(f"{area.id}#{kind}", *ends, "COUNT", str(len(things)), said, "stated", sources, shown="cell")


def _owned(plan: Plan, area: Thing, actions: Sequence[Thing], owned: Sequence[Thing]) -> Line:
    """Return of how many actions an owner is recorded, as the cell of a grid."""
    cell = _cell(plan, area, "action", owned)
    number = f"{len(owned)} of {len(actions)}"
    said = f"Of {number} actions of {plan.name(area)} an owner is recorded: {joined([each.name for each in owned])}."
    return replace(cell, id=f"{area.id}#owner", source="column/owner", verb=number, sentence=said)


def readings(plan: Plan, measure: str, note: str | None = None) -> Diagram:
    """Return the readings of a measure (by full id) as a line with its numbers; those in words are told beside it.

    No line leads beyond the first and the last that a source gives.
    """
    thing = plan[measure]
    found = [edge.source for edge in plan.into(thing, "READING_OF")]
    given = sorted(found, key=lambda reading: (str(reading.get("period_until")), int(reading.get("position"))))
    bars: list[Bar] = []
    in_words: list[str] = []
    for reading in given:
        value, period, unit = str(reading.get("value")), str(reading.get("period")), reading.get("unit")
        unit = unit or thing.get("unit") or ""
        number = figure(value, unit)
        said = f"{value} {unit}".strip() if number and not value.endswith("%") else value
        said += f", rated {reading.get('rating')}" if reading.get("rating") else ""
        if number:
            day = _day(str(reading.get("period_until")))
            bars.append(Bar(reading.id, period, said, ((day, float(number[0]), "full"),)))
        else:
            in_words.append(f"{period}: {said}.")
    days = [bar.parts[0][0] for bar in bars] or [0.0]
    levels = {f"{capital(key)}: {thing.get(key)}": thing.get(key) for key in ("baseline", "target") if thing.get(key)}
    beside = [f"{level}." for level in levels]
    marks = ((number, level) for level, value in levels.items() if (number := figure(value, thing.get("unit"))))
    told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    line = f"A line of {counted(len(bars), 'reading')}: {told}." if bars else ""
    count = " ".join((f"{counted(len(given), 'reading')} recorded.", *beside)) if given else "No reading is recorded."
    return Diagram(
        plan.heading(
            f"Readings: {thing.name}",
            question="What did sources give for it, period by period?",
            count=count,
            notes=[*(f"In words: {each}" for each in in_words), *filter(None, [note])],
        ),
        "readings",
        (),
        (),
        layout="curve",
        empty="No reading is recorded in figures.",
        summary=" ".join(filter(None, (line, *beside, *in_words))) or "No reading is recorded.",
        sources=tuple(source for each in (thing, *given) for source in each.sources),
        bars=tuple(bars),
        scale=Scale(days[0], days[-1], tuple((float(number), level) for (number, _), level in marks)),
    )
