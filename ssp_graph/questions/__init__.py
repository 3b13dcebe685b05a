"""Named questions: one file of Cypher each, run on an engine, with what a check finds and of how many."""
