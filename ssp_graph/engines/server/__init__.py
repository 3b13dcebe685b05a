"""The server engine: a Neo4j database, what it needs, and how the graph gets into it."""
