"""Run the command line with `python -m ssp_graph`."""

from __future__ import annotations

from ssp_graph.cli import main

main()
