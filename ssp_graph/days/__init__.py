"""On which days each fact holds, and what about it differs from day to day: worked out once, in the graph."""
