"""One action, one step: its inverse, its record, what it touched."""
