"""The database as a file: opened, proven, copied, restored."""
