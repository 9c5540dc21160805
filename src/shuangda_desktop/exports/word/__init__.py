"""Official documents out, as Word files."""
