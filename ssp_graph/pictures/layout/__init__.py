"""Where everything of a picture stands on its paper: boxes, lines, bands, legend, sheets."""
