"""A laid-out picture painted as SVG or PNG."""
