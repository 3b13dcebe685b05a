"""Everything that is recorded about a thing, as sentences with their pages, from both ends of each relationship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ssp_graph.answers.sentences import Edge, edges_from, edges_to, holds, in_kind_words, sentence, stated_when, stopped
from ssp_graph.graph import Graph
from ssp_graph.model.dates import in_words
from ssp_graph.model.kinds import BY_KIND, Document
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, SourceRef, Table

_COLUMNS = (
    Column("section", "Section"),
    Column("sentence", "What is recorded"),
    Column("basis", "Basis", "basis"),
    Column("sources", "Sources", "sources"),
    Column("id", "Id", "id"),
)


def show(plan: Plan, nodes: Sequence[str]) -> Table:
    """Return all facts about these things; facts that do not hold on the day are there too, with their dates."""
    graph = plan.graph
    rows: list[Row] = []
    for node in nodes:
        data = graph.nodes[node]
        suffix = f" ({in_kind_words(data['kind'])})" if len(nodes) > 1 else ""
        rows.extend(_told_apart(graph, list(_facts(plan, node, f"{data['name']}{suffix}"))))
    first = graph.nodes[nodes[0]]
    what = ", ".join(in_kind_words(graph.nodes[node]["kind"]) for node in nodes)
    return Table(
        plan.heading(
            str(first["name"]),
            question=f"What is recorded about {first['name']} ({what})?",
            count=f"{len(rows)} facts." if len(rows) != 1 else "1 fact.",
        ),
        _COLUMNS,
        tuple(rows),
        group_by="section",
    )


def _row(section: str, text: str, basis: str, sources: Sequence[SourceRef], node: str) -> Row:
    return {"section": section, "sentence": text, "basis": basis, "sources": list(sources), "id": node}


def _told_apart(graph: Graph, rows: list[Row]) -> Iterator[Row]:
    """Yield the rows; where two would say the same of different things, the kind of each thing is added."""
    said = Counter(row["sentence"] for row in rows)
    for row in rows:
        if said[row["sentence"]] > 1:
            kind = in_kind_words(graph.nodes[row["id"]]["kind"])
            yield {**row, "sentence": f"{row['sentence'].removesuffix('.')} ({kind})."}
        else:
            yield row


def _facts(plan: Plan, node: str, section: str) -> Iterator[Row]:
    graph = plan.graph
    data = graph.nodes[node]
    yield _row(section, _introduction(plan, data), data["basis"], data["sources"], node)
    for name in BY_KIND[data["kind"]].own:
        value: Any = data.get(name)
        if name in ("also_titled", "wordings"):
            for item in value:
                text = (
                    f"Also titled “{item['title']}”."
                    if name == "also_titled"
                    else stopped(f"One source says: {item['sense']}")
                )
                yield _row(section, text, data["basis"], item["sources"], node)
        elif (text := _field(name, value)) and name != "classification":
            yield _row(section, text, data["basis"], data["sources"], node)
    if data["reason"]:
        yield _row(section, stopped(f"Inferred: {data['reason']}"), data["basis"], data["sources"], node)
    if data["kind"] == Document.kind:
        used = _standing_on(graph, node)
        yield _row(section, f"{used} facts of these registers stand on it.", data["basis"], data["sources"], node)
    inner: list[Edge] = []
    for edge in edges_from(graph, node, None):
        yield _relationship(plan, edge, section, back=False)
    for edge in edges_to(graph, node, None):
        if edge.data["type"] == "PART_OF":
            inner.append(edge)
        else:
            yield _relationship(plan, edge, section, back=True)
    for edge in inner:
        yield _relationship(plan, edge, section, back=True)


def _introduction(plan: Plan, data: dict[str, Any]) -> str:
    graph, as_of = plan.graph, plan.day
    kind = in_kind_words(data["kind"])
    words = str(data.get("classification") or "")
    what = words if words and (data["kind"] in ("body", "organisation", "strategy") or kind in words) else kind
    if words and what == kind and words != kind:
        what = f"{kind} ({words})"
    if data.get("collective"):
        plural = what if what.endswith("s") else in_kind_words(BY_KIND[data["kind"]].plural)
        text = f"{plural[0].upper()}{plural[1:]}, not named one by one"
    elif what.endswith("s") and not what.endswith("ss"):
        text = f"{what[0].upper()}{what[1:]}"
    else:
        text = f"{'An' if what[0] in 'aeiou' else 'A'} {what}"
    if len(graph.graph["named"]) > 1 or data["register"] not in graph.graph["named"]:
        text += f", in the register “{_register_title(graph, data['register'])}”"
    if when := _when(data, as_of):
        text += f" ({when})"
    if data["aliases"]:
        text += f", also known as {'; '.join(data['aliases'])}"
    return f"{text}."


def _when(data: dict[str, Any], as_of: str) -> str:
    """Return the dates of a fact in words, and whether it is over, or has not begun, on the day."""
    over = (
        "over on this day"
        if data["until_day"] < as_of
        else "not begun on this day"
        if data["since_day"] > as_of
        else ""
    )
    return "; ".join(part for part in (stated_when(data), over) if part)


def _register_title(graph: Graph, register: str) -> str:
    return next(str(about["title"]) for about in graph.graph["registers"] if about["id"] == register)


_FIELD_WORDS: dict[str, dict[Any, str]] = {
    "statutory": {True: "It is statutory.", False: "It is not statutory."},
    "new": {"yes": "It is new."},
}


def _field(name: str, value: Any) -> str:
    if value in (None, "", [], "not recorded", "established") or name == "collective":
        return ""
    if name in _FIELD_WORDS:
        return _FIELD_WORDS[name].get(value, "")
    words = name.replace("_", " ")
    shown = in_words(value) if name in ("date", "year", "due") else value
    return stopped(f"{words[0].upper()}{words[1:]}: {'; '.join(shown) if isinstance(shown, list) else shown}")


def _relationship(plan: Plan, edge: Edge, section: str, *, back: bool) -> Row:
    graph, as_of = plan.graph, plan.day
    text = f"{sentence(graph, edge, back=back)}."
    if not holds(edge.data, as_of):
        text = f"{'No longer' if edge.data['until_day'] < as_of else 'Not yet'}: {text}"
    if edge.data["basis"] == "inferred":
        text += stopped(f" Inferred: {edge.data['reason']}")
    other = edge.source if back else edge.target
    return _row(section, text, edge.data["basis"], edge.data["sources"], other)


def _standing_on(graph: Graph, document: str) -> int:
    facts = [data for _, data in graph.nodes(data=True)] + [data for _, _, data in graph.edges(data=True)]
    return sum(any(source["document"] == document for source in data["sources"]) for data in facts)
