"""The lead and supporting matrices, each as a part of its own."""

from __future__ import annotations

from ssp_graph.matrices.check import matrix_check
from ssp_graph.matrices.table import matrices as every
from ssp_graph.matrices.table import matrix
from ssp_graph.papers.parts import Content, Part, points
from ssp_graph.plan import Plan

_MOST = 10


def matrices(plan: Plan) -> list[Part]:
    """Return a part for each matrix, with its faults; where there is none, a part that says so."""
    found = every(plan)
    if not found:
        return [Part("Lead and supporting matrix", ("No lead and supporting matrix is recorded.",))]
    return [_part(plan, each.id) for each in found]


def _part(plan: Plan, node: str) -> Part:
    answer = matrix(plan, node)
    faults = [row["finding"] for row in matrix_check(plan, node).rows if row["state"] == "fault"]
    told: list[Content] = [answer.heading.count, answer]
    if faults:
        left = len(faults) - _MOST
        more = (f"{left} more are found by the check of the matrix.",) if left > 0 else ()
        told += ["What its check finds:", points((*faults[:_MOST], *more))]
    return Part(answer.heading.title, tuple(told))
