"""The bodies: a chart of them, what each reports to, who scrutinises and who chairs it; and their matrices of roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from ssp_graph.answers.sentences import lost_in_copies, subjects
from ssp_graph.english import capital, counted
from ssp_graph.matrices.check import faults, matrix_check
from ssp_graph.papers.answers import Answers
from ssp_graph.papers.parts import (
    Content,
    Part,
    Points,
    basis_of,
    by_whom,
    listed,
    sources_of,
    spoken,
    table,
    whole,
)
from ssp_graph.pictures.diagram import Diagram
from ssp_graph.pictures.views import structure as chart
from ssp_graph.pictures.views.parts import said
from ssp_graph.plan import Edge, Plan, Thing
from ssp_graph.results import Matrix, Row, Table
from ssp_graph.standing import standing

_COLUMNS = (("body", "Body"), ("recorded", "What is recorded"))
_OTHERS = (("body", "Body"), ("recorded", "What is recorded instead"))
_EVERY = (
    ("body", "Body"),
    ("above", "Reports to, or is part of"),
    ("scrutinised", "Scrutinised by"),
    ("chaired", "Chaired by"),
)
_TOLD = {"above": "", "scrutinised": "scrutinised by ", "chaired": "chaired by "}
_CAPTION = "What each body reports to"
_CHART = "The partnership, what it reports to and who scrutinises it"
_INSTEAD = "Bodies of which none of this is recorded"
_LINES = ("REPORTS_TO", "PART_OF", "SCRUTINISES")
_MOST_ROWS = 60
_MOST_FAULTS = 10


def structure(answers: Answers) -> list[Part]:
    """Return the structure of the partnership; nothing where no body is recorded."""
    plan = answers.plan
    rows = [{**row, "recorded": _recorded(row)} for row in _rows(plan)]
    if not rows:
        return []
    placed = [row for row in rows if row["recorded"]]
    told: list[Content] = []
    if (drawn := _chart(plan)).lines:
        told.append(drawn)
    if placed:
        told.append(table(plan, _CAPTION, _COLUMNS, placed[:_MOST_ROWS]))
    if len(placed) > _MOST_ROWS:
        told.append(f"{len(placed) - _MOST_ROWS} more are left out here.")
    told += _instead(plan, [row for row in rows if not row["recorded"]], len(rows))
    told += (_count(plan, matrix) for matrix in answers.matrices if not _is_filled(matrix))
    return [Part("Bodies and what they report to", (*told, *lost_in_copies(plan, *_LINES)))]


def _instead(plan: Plan, rows: Sequence[Row], of: int) -> Iterator[Content]:
    """Yield the bodies of which nothing in the table before is recorded: with their other lines, then those without."""
    if not rows:
        return
    drawn = {line.id for line in chart(plan).lines}
    told = [{**row, **_others(plan, plan[row["id"]], drawn)} for row in rows]
    yield (
        f"For {len(rows)} of {counted(of, 'body')} it is not recorded what they report to or are part of, who "
        "scrutinises them or who chairs them."
    )
    if joined := [row for row in told if row["recorded"]]:
        yield table(plan, _INSTEAD, _OTHERS, joined[:_MOST_ROWS])
    if alone := [row["body"] for row in told if not row["recorded"]]:
        left = [f"and {len(alone) - _MOST_ROWS} more"] if len(alone) > _MOST_ROWS else []
        yield f"No line to another body or to a theme is recorded for {counted(len(alone), 'body')}:"
        yield Points((*alone[:_MOST_ROWS], *left))


def _others(plan: Plan, body: Thing, drawn: Set[str]) -> Row:
    """Return what the chart tells of a body beside its lines up, scrutiny and chairs."""
    edges = [edge for edge in (*plan.out(body), *plan.into(body)) if edge.id in drawn]
    return {"recorded": ". ".join(said(plan, body, edges)[0]), "sources": sources_of(edges)}


def every_body(plan: Plan) -> Table:
    """Return all bodies, to stand beside the paper."""
    return whole(plan, _CAPTION, _EVERY, _rows(plan), "body")


def matrices(answers: Answers) -> list[Part]:
    """Return a part for each matrix with a cell recorded, with its faults; any other is a sentence on the bodies."""
    return [_matrix(answers.plan, each) for each in answers.matrices if _is_filled(each)]


def _matrix(plan: Plan, matrix: Matrix) -> Part:
    told: list[Content] = [_count(plan, matrix), matrix]
    if wrong := faults(matrix_check(plan, matrix.id)):
        left = len(wrong) - _MOST_FAULTS
        more = [f"{left} more are found by the check of the matrix."] if left > 0 else []
        told += ["What its check finds:", Points((*wrong[:_MOST_FAULTS], *more))]
    return Part(matrix.heading.title, tuple(told))


def _is_filled(matrix: Matrix) -> bool:
    return any(cell.state != "not recorded" for row in matrix.rows for cell in row.cells.values())


def _count(plan: Plan, matrix: Matrix) -> str:
    """Return how many cells of a matrix are recorded, with its name where it has no part of its own."""
    named = "" if _is_filled(matrix) else f"{matrix.heading.title}: "
    return " ".join((f"{named}{matrix.heading.count}", *lost_in_copies(plan, "LEADS_ON", "SUPPORTS_ON", "NO_ROLE_ON")))


def _chart(plan: Plan) -> Diagram:
    """Return the chart of the bodies that a line of reporting, belonging or scrutiny joins to the partnership."""
    drawn = chart(plan, leads=False)
    lines = [line for line in drawn.lines if line.type in _LINES and line.shown == "line"]
    reached = set(plan.partnerships) or {line.source for line in lines}
    while (
        more := {
            end
            for line in lines
            if (line.source in reached) != (line.target in reached)
            for end in (line.source, line.target)
        }
        - reached
    ):
        reached |= more
    nodes = tuple(node for node in drawn.nodes if node.id in reached)
    kept = [line for line in lines if line.source in reached]
    kept += (line for line in drawn.lines if line.shown == "words" and line.at in reached)
    heading = replace(drawn.heading, title=_CHART, count="")
    return spoken(replace(drawn, heading=heading, nodes=nodes, lines=tuple(kept), apart=()))


def _recorded(row: Row) -> str:
    return capital("; ".join(f"{words}{row[key]}" for key, words in _TOLD.items() if row[key]))


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
