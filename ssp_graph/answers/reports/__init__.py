"""Answers about registers as files: how their words compare with the documents, and what was put on a server."""
