"""Answers: finding things by name and walking the graph, each answer a plain result object."""
