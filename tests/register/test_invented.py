"""The invented partnerships use the whole model, so that tests built on them meet all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from inspect import get_annotations
from typing import Any, Literal, get_args, get_origin

import networkx as nx

from ssp_graph.model.facts import Fact, Link, Model
from ssp_graph.model.kinds import KINDS, Record
from ssp_graph.model.relationships import RELATIONSHIPS
from ssp_graph.register.loading import load
from tests.making import REGISTERS, invented

ALL = ("exampleton-2024-27", "sampleford-2025-26", "riverton")


def everything() -> Iterator[Model]:
    """Yield all that is written in the invented registers: records, relationships, sources and the rest."""
    for register in load([REGISTERS / name for name in ALL]).by_id.values():
        yield from _within(register.about)
        for written in (*register.terms, *register.accepted_gaps):
            yield from _within(written[0])
        for record in register.records.values():
            yield from _within(record)


def _within(value: Any) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(item)


def models(above: type[Model] = Model) -> Iterator[type[Model]]:
    for model in above.__subclasses__():
        yield model
        yield from models(model)


def allowed(annotation: Any) -> tuple[Any, ...]:
    """Return the values that an annotation lists, however deep inside it."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for part in get_args(annotation) for value in allowed(part))


def test_they_use_every_field_of_every_model() -> None:
    used = {(model, name) for item in everything() for model in type(item).__mro__ for name in item.model_fields_set}
    own = {(model, name) for model in models() for name in model.model_fields if name in get_annotations(model)}
    facts = {(above, name) for above in (Record, Link) for name in Fact.model_fields}
    assert sorted(f"{model.__name__}.{name}" for model, name in (own | facts) - used) == []


def test_they_use_every_value_that_a_field_may_take() -> None:
    used = {
        (model, name, getattr(item, name))
        for item in everything()
        for model in type(item).__mro__
        for name in getattr(model, "model_fields", ())
        if isinstance(getattr(item, name), str)
    }
    possible = {
        (model, name, value)
        for model in models()
        for name, info in model.model_fields.items()
        if name in get_annotations(model)
        for value in allowed(info.annotation)
    }
    assert sorted(f"{model.__name__}.{name}: {value}" for model, name, value in possible - used) == []


def test_they_use_every_kind_and_every_relationship_in_every_variant() -> None:
    graph = invented(*ALL)
    assert {data["label"] for _, data in graph.nodes(data=True)} == {kind.__name__ for kind in KINDS}
    edges = [data for _, _, data in graph.edges(data=True)]
    assert {data["type"] for data in edges} == RELATIONSHIPS.keys()
    for relationship in RELATIONSHIPS.values():
        used = {
            data[relationship.varies_by]
            for data in edges
            if data["type"] == relationship.type and relationship.variants
        }
        assert relationship.variants.keys() <= used


def test_they_refer_to_another_register_and_know_inferred_dated_and_accepted_facts() -> None:
    graph = invented(*ALL)
    across = [(source, target) for source, target in graph.edges() if source.split(":")[0] != target.split(":")[0]]
    assert len(across) >= 5
    dated = [data for _, _, data in graph.edges(data=True) if data["since"] or data["until"] or data["stated_on"]]
    assert len(dated) >= 10
    inferred = [data for _, _, data in graph.edges(data=True) if data["basis"] == "inferred"]
    assert all(data["reason"] for data in inferred)
    assert len(inferred) >= 5
    gaps = [gap["until"] for about in graph.graph["registers"] for gap in about["accepted_gaps"]]
    assert sorted(gaps) == ["2024-05-31", "2027-03-31"]


def test_they_hold_the_shapes_that_every_answer_must_survive() -> None:
    graph = invented(*ALL)
    nodes = {node: graph.nodes[node] for node in graph}
    names = [data["name"] for data in nodes.values()]
    for sign in ('"', ",", "<b>", "é", "'", "&"):
        assert any(sign in name for name in names)
    assert any(name.startswith("=") for name in names)
    assert "vacant" in {data.get("holding") for data in nodes.values()}
    edges = [(source, target, data) for source, target, data in graph.edges(data=True)]
    holders = Counter(target for _, target, data in edges if data["type"] == "HOLDS")
    assert max(holders.values()) == 3
    parents = Counter(source for source, _, data in edges if data["type"] == "PART_OF" and "/night-time" in source)
    assert parents["exampleton-2024-27:body/night-time-economy-group"] == 2
    lines: nx.DiGraph[str] = nx.DiGraph(
        (source, target) for source, target, data in edges if data["type"] == "REPORTS_TO"
    )
    (loop,) = nx.simple_cycles(lines)
    assert len(loop) == 3
    levels = nx.dag_longest_path_length(lines.subgraph(node for node in lines if "/tier-" in node))
    assert levels == 11


def test_one_has_a_region_and_an_empty_matrix_and_the_other_filled_matrices_and_no_region() -> None:
    one, other = invented(ALL[0]), invented(ALL[1])
    cells = {"LEADS_ON", "SUPPORTS_ON", "NO_ROLE_ON"}
    roles = [[data["type"] for _, _, data in graph.edges(data=True) if data["type"] in cells] for graph in (one, other)]
    assert (len(roles[0]), set(roles[1])) == (1, cells)
    labels = [Counter(data["label"] for _, data in graph.nodes(data=True)) for graph in (one, other)]
    assert [counted["RegionalPriority"] for counted in labels] == [3, 0]
    assert [counted["Matrix"] for counted in labels] == [1, 2]
