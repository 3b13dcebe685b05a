"""What a register holds: counts by kind, or the things of one kind or classification."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from ssp_graph.answers.names import as_kind
from ssp_graph.answers.sentences import in_kind_words
from ssp_graph.errors import UsageError
from ssp_graph.model.kinds import BY_KIND
from ssp_graph.plan import Plan
from ssp_graph.results import Column, Row, Table

if TYPE_CHECKING:
    from ssp_graph.graph import Graph


_SORTS: dict[str, Literal["number", "date"]] = {"number": "number", "year": "date", "due": "date"}
_SHOWN_FIELDS = {
    "classification": "Classification",
    "status": "Status",
    "level": "Level",
    "number": "Number",
    "year": "Year",
    "due": "Due",
    "group": "Group",
    "holding": "Holding",
}


def counts(plan: Plan) -> Table:
    """Return how many things of each kind the named registers hold."""
    graph = plan.graph
    named = graph.graph["named"]
    found = Counter(data["kind"] for _, data in graph.nodes(data=True) if data["register"] in named)
    rows: list[Row] = [
        {"kind": kind, "name": in_kind_words(record.plural), "count": found[kind]} for kind, record in BY_KIND.items()
    ]
    edges = sum(1 for _, _, data in graph.edges(data=True) if data["register"] in named)
    others = [about["title"] for about in graph.graph["registers"] if about["id"] not in named]
    notes = [f"It uses {title}, which is not counted here." for title in others]
    return Table(
        plan.heading(
            "What is in the register",
            question="What does the register hold?",
            count=f"{sum(found.values())} things and {edges} relationships between them.",
            notes=notes,
        ),
        (Column("kind", "Kind", "id"), Column("name", "Kind"), Column("count", "Count", "number")),
        tuple(rows),
    )


def things(plan: Plan, kind: str) -> Table:
    """Return the things of one kind, or of the bodies, organisations … that have this classification.

    `kind` is a kind or a classification, in the singular or plural ("boards", "priority areas").

    Raises:
        UsageError: there is neither such a kind nor such a classification.
    """
    graph = plan.graph
    named = graph.graph["named"]
    everything: list[tuple[str, dict[str, Any]]] = [(node, graph.nodes[node]) for node in graph]
    if wanted := as_kind(kind):
        found_everywhere = [(node, data) for node, data in everything if data["kind"] == wanted]
        plural = in_kind_words(BY_KIND[wanted].plural)
    else:
        one = _singular(kind.strip().casefold().replace("-", " "))
        found_everywhere = [
            (node, data) for node, data in everything if _singular(_plain(data.get("classification"))) == one
        ]
        plural = _plural(one)
        if not found_everywhere:
            raise UsageError(_unknown(kind, [data for _, data in everything]))
    found = [(node, data) for node, data in found_everywhere if data["register"] in named]
    fields = [name for name in _SHOWN_FIELDS if any(data.get(name) not in (None, "") for _, data in found)]
    rows: list[Row] = [
        {
            "name": data["name"],
            **{name: data.get(name) for name in fields},
            "aliases": ", ".join(data["aliases"]),
            "basis": data["basis"],
            "sources": data["sources"],
            "id": node,
        }
        for node, data in found
    ]
    columns = (
        Column("name", "Name"),
        *(Column(name, _SHOWN_FIELDS[name], _SORTS.get(name, "text")) for name in fields),
        Column("aliases", "Also known as"),
        Column("basis", "Basis", "basis"),
        Column("sources", "Sources", "sources"),
        Column("id", "Id", "id"),
    )
    return Table(
        plan.heading(
            plural[0].upper() + plural[1:],
            question=f"Which {plural} does the register hold?",
            count=f"{len(rows)} {plural}." if len(rows) != 1 else f"1 {_singular(plural)}.",
            notes=_elsewhere(graph, found_everywhere),
        ),
        columns,
        tuple(rows),
        empty=f"No {plural} are recorded.",
    )


def _unknown(typed: str, mine: list[dict[str, Any]]) -> str:
    from ssp_graph.suggesting import near

    known = sorted({data["classification"] for data in mine if data.get("classification")})
    kinds = [in_kind_words(record.plural) for record in BY_KIND.values()]
    if nearest := near(typed, [*kinds, *known], 1):
        return f"There is no kind or classification '{typed}'. Did you mean {nearest[0]}?"
    return (
        f"There is no kind or classification '{typed}'. The kinds are {', '.join(kinds)}; "
        f"the classifications here are {', '.join(known) or 'none'}."
    )


def _elsewhere(graph: Graph, found: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """Return a note for each register that is used and holds such things too."""
    used = Counter(data["register"] for _, data in found if data["register"] not in graph.graph["named"])
    titles = {about["id"]: about["title"] for about in graph.graph["registers"]}
    return [f"{count} more stand in {titles[register]}, which it uses." for register, count in used.items()]


def _plain(classification: str | None) -> str:
    return (classification or "").casefold().replace("-", " ")


_UNEVEN = {"people": "person"}


def _singular(words: str) -> str:
    """Return a kind or classification in the singular."""
    if words in _UNEVEN:
        return _UNEVEN[words]
    if words.endswith("ies") and len(words) > 4:
        return f"{words[:-3]}y"
    if words.endswith("ices") and words.startswith("matri"):
        return "matrix"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _plural(words: str) -> str:
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}s"
