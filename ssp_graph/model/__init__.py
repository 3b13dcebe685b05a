"""The model, declared once: what a fact, a kind, a relationship and a date are. All else is derived from here."""
