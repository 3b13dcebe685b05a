"""A whole register as a workbook: out, filled in, and back."""
