"""What each reading tells beside the one before, the baseline and the target: only where both are figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ssp_graph.model.dates import days

if TYPE_CHECKING:
    from ssp_graph.graph import Graph

_FIGURE = re.compile(r"£?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%?)", re.ASCII)
_PERCENT = ("%", "per cent", "percent", "percentage")


def figure(text: str | None, unit: str | None = None) -> tuple[Decimal, bool] | None:
    """Return the number that a text is and nothing else, and whether it is a percentage; None for words."""
    match = _FIGURE.fullmatch(text.strip()) if text else None
    return (Decimal(match[1].replace(",", "")), bool(match[2]) or unit in _PERCENT) if match else None


def settle_readings(graph: Graph) -> None:
    """Give every reading the days of its period, how far it is from the one before, baseline and target, and a name."""
    of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for source, target, edge in graph.edges(data=True):
        if edge["type"] == "READING_OF":
            of[target].append(graph.nodes[source])
    for measure, readings in of.items():
        for reading in readings:
            reading["period_from"], reading["period_until"] = days(reading["period"])
            reading["stale_day"] = f"{int(reading['period_until'][:4]) + 1:04}{reading['period_until'][4:]}"
        before: dict[str, Any] | None = None
        for reading in sorted(readings, key=lambda each: (each["period_until"], each["position"])):
            _compare(reading, before, graph.nodes[measure])
            reading["name"] = f"{graph.nodes[measure]['name']}, {reading['period']}"
            before = reading


def _compare(reading: dict[str, Any], before: Mapping[str, Any] | None, measure: Mapping[str, Any]) -> None:
    unit = measure["unit"]
    value = figure(reading["value"], reading["unit"] or unit)
    if before and before["period_until"] < reading["period_until"]:
        reading["previous"], reading["previous_period"] = before["value"], before["period"]
        reading["change"] = _apart(value, figure(before["value"], before["unit"] or unit))
    reading["from_baseline"] = _apart(value, figure(measure["baseline"], unit))
    reading["from_target"] = apart = _apart(value, figure(measure["target"], unit))
    if apart and measure["better"]:
        wrong = "+" if measure["better"] == "lower" else "-"
        reading["target_met"] = "no" if apart.startswith(wrong) else "yes"


def _apart(value: tuple[Decimal, bool] | None, other: tuple[Decimal, bool] | None) -> str | None:
    """Return by how much a figure is above (`+`) or below (`-`) another of its sort."""
    if not value or not other or value[1] != other[1]:
        return None
    difference = value[0] - other[0]
    return f"{difference:+f}" if difference else "0"
