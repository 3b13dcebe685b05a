"""Facts: what a register may say, reading it, and the rules it must keep."""
