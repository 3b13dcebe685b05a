"""The open gaps of a register, for the list beside which they are accepted."""

from __future__ import annotations

from ssp_graph.engines import Engine
from ssp_graph.errors import UsageError
from ssp_graph.plan import Plan
from ssp_graph.questions.catalogue import ordered
from ssp_graph.questions.gaps import judged
from ssp_graph.questions.library import library
from ssp_graph.questions.running import parameters
from ssp_graph.workbook.book import OpenGap


def open_gaps(engine: Engine, plan: Plan, register: str) -> list[OpenGap]:
    """Return the gaps that nobody accepts on the day, check by check; a check that cannot run is left out.

    Raises:
        WorkError: the engine cannot be reached.
    """
    found: dict[tuple[str, str], OpenGap] = {}
    for check in ordered(library().checks.values()):
        try:
            _, rows = judged(engine, plan, check, parameters(plan, check, {}))
        except UsageError:
            continue
        for row in rows:
            home = str(row.get("register") or str(row["id"]).partition(":")[0])
            if row["state"] == "gap" and home == register:
                thing = str(row["id"]).removeprefix(f"{register}:")
                found.setdefault((check.name, thing), OpenGap(check.name, check.title, thing))
    return list(found.values())
