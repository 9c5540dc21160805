"""输出: the tables, as they will print."""
