"""ssp-graph."""
