"""The real programs that tests drive: a Neo4j server, and Chromium with axe-core."""
