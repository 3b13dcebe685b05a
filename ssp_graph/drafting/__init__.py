"""Records while they are changed: what their keys hold, what a cell or a word means there, and what becomes of them."""
