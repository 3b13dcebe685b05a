"""What the process imports from which the tests' commands are forked; it asks and draws nothing."""

import ssp_graph.cli.app
import ssp_graph.engines.filling
import ssp_graph.graph
import ssp_graph.graph_cache
import ssp_graph.matrices
import ssp_graph.outputs.forms
import ssp_graph.papers
import ssp_graph.pictures
import ssp_graph.questions.asking  # noqa: F401
