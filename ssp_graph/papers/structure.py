"""The bodies: a chart of them, what each reports to, who scrutinises and who chairs it; and their matrices of roles."""

from __future__ import annotations

from dataclasses import replace

from ssp_graph.answers.sentences import subjects
from ssp_graph.english import capital, counted
from ssp_graph.matrices.check import faults, matrix_check
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import Content, Part, Points, basis_of, by_whom, listed, sources_of, table, whole
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import structure as chart
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Matrix, Row, Table
from ssp_graph.standing import standing

_COLUMNS = (("body", "Body"), ("recorded", "What is recorded"))
_EVERY = (
    ("body", "Body"),
    ("above", "Reports to, or is part of"),
    ("scrutinised", "Scrutinised by"),
    ("chaired", "Chaired by"),
)
_TOLD = {"above": "", "scrutinised": "scrutinised by ", "chaired": "chaired by "}
_CAPTION = "What each body reports to"
_MOST_ROWS = 60
_MOST_NAMES = 40
_MOST_FAULTS = 10


def structure(plan: Plan) -> Part:
    """Return the structure of the partnership."""
    rows = [{**row, "recorded": _recorded(row)} for row in _rows(plan)]
    if not rows:
        return Part("Structure", ("No board, group or other body is recorded.",))
    placed = [row for row in rows if row["recorded"]]
    apart = [row["body"] for row in rows if not row["recorded"]]
    every = counted(len(rows), "body")
    told: list[Content] = [" ".join((f"{every} {'is' if len(rows) == 1 else 'are'} recorded.", *_authorities(plan)))]
    if placed:
        told += [_chart(plan), table(plan, _CAPTION, _COLUMNS, placed[:_MOST_ROWS])]
    if len(placed) > _MOST_ROWS:
        told.append(f"{len(placed) - _MOST_ROWS} more bodies are left out here.")
    if apart:
        told.append(
            f"For {len(apart)} of {every} no source says what they report to or are part of, who scrutinises them or "
            f"who chairs them: {listed(apart, _MOST_NAMES)}."
        )
    return Part("Structure", tuple(told))


def every_body(plan: Plan) -> Table:
    """Return all bodies, to stand beside the paper."""
    return whole(plan, _CAPTION, _EVERY, _rows(plan), "body")


def matrices(answers: Answers) -> list[Part]:
    """Return a part for each matrix, with its faults; where there is none, a part that says so."""
    if not answers.matrices:
        return [Part("Lead and supporting matrix", ("No lead and supporting matrix is recorded.",))]
    return [_matrix(answers.plan, each) for each in answers.matrices]


def _matrix(plan: Plan, matrix: Matrix) -> Part:
    told: list[Content] = [matrix.heading.count, matrix]
    if wrong := faults(matrix_check(plan, matrix.id)):
        left = len(wrong) - _MOST_FAULTS
        more = [f"{left} more are found by the check of the matrix."] if left > 0 else []
        told += ["What its check finds:", Points((*wrong[:_MOST_FAULTS], *more))]
    return Part(matrix.heading.title, tuple(told))


def _chart(plan: Plan) -> Diagram:
    """Return the chart without the bodies that no line leads to: the text names them."""
    drawn = chart(plan, leads=False)
    return replace(drawn, nodes=tuple(node for node in drawn.nodes if node.id not in drawn.apart), apart=())


def _recorded(row: Row) -> str:
    return capital("; ".join(f"{words}{row[key]}" for key, words in _TOLD.items() if row[key]))


def _authorities(plan: Plan) -> list[str]:
    told = []
    for body in plan.mine("body"):
        edges = filter(plan.is_named, plan.into(body, "RESPONSIBLE_AUTHORITY_OF"))
        if names := listed((plan.name(edge.source) for edge in edges), 20, none=""):
            told.append(
                f"The responsible authorities of {plan.name(body)} (Crime and Disorder Act 1998, s.5) are: {names}."
            )
    return told


def _rows(plan: Plan) -> list[Row]:
    return [_row(plan, body) for body in plan.mine("body") if plan.holds(body)]


def _row(plan: Plan, body: Thing) -> Row:
    above = sorted(plan.out(body, "REPORTS_TO", "PART_OF"), key=lambda edge: edge.type != "REPORTS_TO")
    scrutiny, chair = standing(plan, body, "scrutiny"), standing(plan, body, "chair")
    return {
        "id": body.id,
        "body": plan.name(body),
        "above": listed((_above(plan, edge) for edge in above), none=""),
        "scrutinised": by_whom(plan, scrutiny),
        "chaired": by_whom(plan, chair),
        "sources": sources_of((*above, *scrutiny.near, *chair.near)),
    }


def _above(plan: Plan, edge: Edge) -> str:
    if edge.type == "PART_OF":
        return f"part of {plan.name(edge.target)}{basis_of(edge)}"
    limit = f", on {subjects(plan, edge.on)} only" if edge.on else ""
    return f"reports to {plan.name(edge.target)}{limit}{basis_of(edge)}"
