"""Pictures: views of a plan, laid out on paper and painted, on one sheet or on as many as readable type needs."""
