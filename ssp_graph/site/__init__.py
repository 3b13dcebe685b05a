"""A site: everything that a register answers as pages that link to one another, in a folder or in one file."""

from __future__ import annotations

from ssp_graph.site.checking import published
from ssp_graph.site.folder import write_folder
from ssp_graph.site.pages import Site, site
from ssp_graph.site.rendering import one_file, rendered

__all__ = ["Site", "one_file", "published", "rendered", "site", "write_folder"]
