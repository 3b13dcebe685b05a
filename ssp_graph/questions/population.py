"""Of how many: what a question's `of` counts, so that a finding always has its population.

`Action`, `Body where status = established and collective = false`, `every Strategy where until recorded`,
`Theme where DELIVERS it`, `Theme given RegionalPriority`, `Commitment in use given Theme`, `LEADS from Post`, `cells`,
`facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ssp_graph.answers.sentences import edges_from, edges_to, holds, in_kind_words
from ssp_graph.model.kinds import BY_LABEL
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.plan import Plan
from ssp_graph.suggesting import did_you_mean

_CONDITION = re.compile(
    r"""
      it\ (?P<out>[A-Z_]+)(?:\ (?P<to>[A-Z]\w*))?
    | (?:(?P<from>[A-Z]\w*)\ )?(?P<into>[A-Z_]+)\ it
    | (?P<field>[a-z_]+)\ (?:(?P<recorded>recorded)|(?P<op>=|in|not\ in|like|not\ like)\ (?P<values>\([^)]*\)|[^()]+))
    """,
    re.VERBOSE,
)
_THINGS = re.compile(
    r"(?P<every>every )?(?P<labels>[A-Z]\w*(?:\|[A-Z]\w*)*)(?P<use> in use)?(?: given (?P<given>[A-Z]\w*))?"
    r"(?: where (?P<where>.+))?"
)
_EDGES = re.compile(r"(?P<type>[A-Z_]+)(?: from (?P<source>[A-Z]\w*))?")


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on a thing: on a field of its own, or (`out`, `into`) that it has a relationship on the day.

    `like` holds where the field has one of the texts in it, and where it is not recorded.
    """

    sort: Literal["in", "not in", "like", "not like", "recorded", "out", "into"]
    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """What is counted: `things` with these labels, `edges` of this type, the `cells` of matrices, or all `facts`.

    Things and edges count if they hold on the day, unless `every` is said. `in_use` takes in what each named
    register uses, and counts it once for each; `given` leaves out registers that neither have nor use such a thing.
    """

    sort: Literal["things", "edges", "cells", "facts"]
    names: tuple[str, ...] = ()
    every: bool = False
    in_use: bool = False
    given: str = ""
    conditions: tuple[_Condition, ...] = ()

    @property
    def noun(self) -> str:
        """What it counts, in the plural."""
        if self.sort != "things":
            return "relationships" if self.sort == "edges" else self.sort
        *first, last = [in_kind_words(BY_LABEL[label].plural) for label in self.names]
        return f"{', '.join(first)} and {last}" if first else last


def parse_population(text: str) -> Population:
    """Return what an `of` counts.

    Raises:
        ValueError: it names no kind, field or relationship that there is, or is not one of the forms.
    """
    if text in ("cells", "facts"):
        return Population("cells" if text == "cells" else "facts")
    if match := _EDGES.fullmatch(text):
        _known(match["type"], RELATIONSHIPS, "relationship")
        source = (_known(match["source"], BY_LABEL, "kind"),) if match["source"] else ()
        return Population("edges", (match["type"], *source))
    match = _THINGS.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is none of its forms, such as `Action` or `Body where status = established`")
    labels = tuple(_known(label, BY_LABEL, "kind") for label in match["labels"].split("|"))
    if match["given"]:
        _known(match["given"], BY_LABEL, "kind")
    conditions = tuple(_condition(part, labels) for part in match["where"].split(" and ")) if match["where"] else ()
    return Population("things", labels, bool(match["every"]), bool(match["use"]), match["given"] or "", conditions)


def _known(name: str, among: Iterable[str], what: str) -> str:
    if name not in among:
        known = ", ".join(among)
        raise ValueError(f"there is no {what} {name}. {did_you_mean(name, among, f'There are {known}.')}")
    return name


def _condition(text: str, labels: tuple[str, ...]) -> _Condition:
    match = _CONDITION.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no condition, such as `status = established` or `it DELIVERS`")
    for sort, other in (("out", "to"), ("into", "from")):
        if match[sort]:
            _known(match[sort], RELATIONSHIPS, "relationship")
            end = (_known(match[other], BY_LABEL, "kind"),) if match[other] else ()
            return _Condition("out" if sort == "out" else "into", match[sort], end)
    fields = {"since", "until", "basis"}.union(*(BY_LABEL[label].own for label in labels))
    name = _known(match["field"], sorted(fields), "field")
    if match["recorded"]:
        return _Condition("recorded", name)
    values = tuple(value.strip().casefold() for value in match["values"].strip("()").split(","))
    sorts: dict[str, Literal["in", "not in", "like", "not like"]] = {
        "=": "in",
        "in": "in",
        "not in": "not in",
        "like": "like",
        "not like": "not like",
    }
    return _Condition(sorts[match["op"]], name, values)


def count(plan: Plan, population: Population) -> int:
    """Return how many there are in the named registers on a day."""
    graph, as_of = plan.graph, plan.day
    named = set(graph.graph["named"])
    if population.sort == "cells":
        return _cells(plan, named)
    if population.sort == "facts":
        nodes = sum(data["register"] in named for _, data in graph.nodes(data=True))
        return nodes + sum(data["register"] in named for _, _, data in graph.edges(data=True))
    if population.sort == "edges":
        type_, *sources = population.names
        return sum(
            data["type"] == type_
            and data["register"] in named
            and holds(data, as_of)
            and (not sources or graph.nodes[source]["label"] in sources)
            for source, _, data in graph.edges(data=True)
        )
    return _things(plan, population)


def _cells(plan: Plan, named: set[str]) -> int:
    graph, as_of = plan.graph, plan.day
    return sum(
        len(list(edges_to(graph, node, as_of, ("ROW_OF",)))) * len(list(edges_to(graph, node, as_of, ("COLUMN_OF",))))
        for node, data in graph.nodes(data=True)
        if data["label"] == "Matrix" and data["register"] in named and holds(data, as_of)
    )


def _things(plan: Plan, population: Population) -> int:
    graph = plan.graph
    counted: dict[str, int] = {}
    present: set[str] = set()
    for node, data in graph.nodes(data=True):
        if data["label"] == population.given:
            present.add(data["register"])
        if data["label"] in population.names and _counts(plan, node, data, population):
            counted[data["register"]] = counted.get(data["register"], 0) + 1
    total = 0
    for about in graph.graph["registers"]:
        if about["id"] not in graph.graph["named"]:
            continue
        reach = {about["id"], *about["uses"]}
        if not population.given or reach & present:
            total += sum(counted.get(name, 0) for name in (reach if population.in_use else (about["id"],)))
    return total


def _counts(plan: Plan, node: str, data: dict[str, Any], population: Population) -> bool:
    as_of = plan.day
    if not population.every and not holds(data, as_of):
        return False
    return all(_holds(plan, node, data, condition) for condition in population.conditions)


def _holds(plan: Plan, node: str, data: dict[str, Any], condition: _Condition) -> bool:
    graph, as_of = plan.graph, plan.day
    if condition.sort == "out":
        ends = (edge.target for edge in edges_from(graph, node, as_of, (condition.name,)))
        return any(not condition.values or graph.nodes[end]["label"] in condition.values for end in ends)
    if condition.sort == "into":
        ends = (edge.source for edge in edges_to(graph, node, as_of, (condition.name,)))
        return any(not condition.values or graph.nodes[end]["label"] in condition.values for end in ends)
    value = data.get(condition.name)
    if condition.sort == "recorded":
        return value is not None
    text = str(value).casefold()
    if condition.sort in ("in", "not in"):
        return (text in condition.values) is (condition.sort == "in")
    found = any(part in text for part in condition.values)
    return value is None or found is (condition.sort == "like")
