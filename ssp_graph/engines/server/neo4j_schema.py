"""The constraints and the index that a server needs.

The constraints are on the two labels that are ours alone, since other data may use our kinds' names.
"""

from __future__ import annotations

from ssp_graph.engines.properties import REGISTER, THING


def constraints() -> list[str]:
    """Return the statements that make every constraint where it is not there yet."""
    return [
        f"CREATE CONSTRAINT ssp_graph_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (THING, REGISTER)
    ]


def indexes() -> list[str]:
    """Return the statements that make every index where it is not there yet."""
    # A body is what questions look up by an id that another thing's property holds; others are reached by walking.
    return ["CREATE INDEX ssp_graph_body_id IF NOT EXISTS FOR (n:Body) ON (n.id)"]
