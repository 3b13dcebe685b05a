"""Commands that change a register without an editor: as a workbook, or one thing after the other."""
