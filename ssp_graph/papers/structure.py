"""The bodies: a chart of them, and beside it in words what each reports to, who scrutinises and who chairs it."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.answers.sentences import subjects
from ssp_graph.english import capital, counted
from ssp_graph.papers.parts import Content, Part, basis_of, listed, sources_of, table, together
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import structure as chart
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Row

_COLUMNS = (("body", "Body"), ("recorded", "What is recorded"))
_ROLES = {"above": "", "scrutinised": "scrutinised by ", "chaired": "chaired by "}
_MOST_ROWS = 60
_MOST_NAMES = 40


def structure(plan: Plan) -> Part:
    """Return the structure of the partnership."""
    rows = body_rows(plan)
    if not rows:
        return Part("Structure", ("No board, group or other body is recorded.",))
    placed = [{**row, "recorded": said} for row in rows if (said := _said(row))]
    apart = [row["body"] for row in rows if not _said(row)]
    every = counted(len(rows), "body", "bodies")
    recorded = f"{every} {'is' if len(rows) == 1 else 'are'} recorded."
    told: list[Content] = [" ".join((recorded, *_authorities(plan)))]
    if placed:
        told += [
            _chart(plan),
            table(plan, "What each body reports to", _COLUMNS, placed[:_MOST_ROWS]),
        ]
        if len(placed) > _MOST_ROWS:
            told.append(f"{len(placed) - _MOST_ROWS} more bodies are left out here.")
    if apart:
        told.append(
            f"For {len(apart)} of {every} no source says what they report to or are "
            f"part of, who scrutinises them or who chairs them: {listed(apart, _MOST_NAMES)}."
        )
    return Part("Structure", tuple(told))


def _chart(plan: Plan) -> Diagram:
    """Return the chart without the bodies that no line leads to: the text names them."""
    whole = chart(plan, leads=False)
    apart = frozenset(whole.apart)
    return replace(whole, nodes=tuple(node for node in whole.nodes if node.id not in apart), apart=())


def _said(row: Row) -> str:
    told = "; ".join(f"{words}{row[role]}" for role, words in _ROLES.items() if row[role])
    return capital(told)


def body_rows(plan: Plan) -> list[Row]:
    """Return a row for each body that holds on a day."""
    return [_row(plan, body) for body in plan.mine("body") if plan.holds(body)]


def _authorities(plan: Plan) -> list[str]:
    found: dict[str, list[str]] = {}
    for body in plan.mine("body"):
        for edge in plan.into(body, "RESPONSIBLE_AUTHORITY_OF"):
            if plan.is_named(edge):
                found.setdefault(plan.name(body), []).append(plan.name(edge.source))
    return [
        f"The responsible authorities of {body} (Crime and Disorder Act 1998, s.5) are: {listed(names, 20)}."
        for body, names in found.items()
    ]


def _row(plan: Plan, body: Thing) -> Row:
    above = list(plan.out(body, "REPORTS_TO", "PART_OF"))
    above.sort(key=lambda edge: edge.type != "REPORTS_TO")
    scrutinised = list(plan.into(body, "SCRUTINISES"))
    chaired = list(plan.into(body, "CHAIRS"))
    return {
        "id": body.id,
        "body": plan.name(body),
        "above": listed((_above(plan, edge) for edge in above), none=""),
        "scrutinised": together(_marked(plan, edge) for edge in scrutinised),
        "chaired": together(_marked(plan, edge) for edge in chaired),
        "sources": sources_of((*above, *scrutinised, *chaired)),
    }


def _above(plan: Plan, edge: Edge) -> str:
    if edge.type == "PART_OF":
        return f"part of {plan.name(edge.target)}{basis_of(edge)}"
    limit = f", on {subjects(plan, edge.on)} only" if edge.on else ""
    return f"reports to {plan.name(edge.target)}{limit}{basis_of(edge)}"


def _marked(plan: Plan, edge: Edge) -> str:
    told = f" ({edge.capacity})" if edge.capacity not in (None, "chair") else ""
    return f"{plan.name(edge.source)}{told}{basis_of(edge)}"
