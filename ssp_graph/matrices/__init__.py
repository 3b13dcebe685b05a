"""The lead and supporting matrix: shown, checked, and kept, cell by cell or by a sheet that is filled in."""
