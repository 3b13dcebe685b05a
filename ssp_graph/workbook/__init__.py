"""A whole register as a workbook: out, filled in, and back; and the same changes one by one."""
