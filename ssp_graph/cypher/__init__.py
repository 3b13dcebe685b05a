"""Cypher as text: taken apart into tokens, and let through only if it does nothing but read."""
