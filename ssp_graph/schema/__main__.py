"""`python -m ssp_graph.schema` writes the folder schema/ of this checkout anew."""

from __future__ import annotations

from ssp_graph.schema import write_schema
from ssp_graph.shipped import shipped

if __name__ == "__main__":
    write_schema(shipped("schema"))
