"""The constraints that a server needs, on the two labels that are ours alone: other data may use our kinds' names."""

from __future__ import annotations

from ssp_graph.engines.properties import REGISTER, THING


def constraints() -> list[str]:
    """Return the statements that make every constraint where it is not there yet."""
    return [
        f"CREATE CONSTRAINT ssp_graph_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (THING, REGISTER)
    ]
