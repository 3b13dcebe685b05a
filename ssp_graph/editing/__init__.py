"""Writing back into a register: small changes to its files that leave every other byte as it was."""
