"""What changed between two plans, or between two days of one: consequences first, then the records."""
