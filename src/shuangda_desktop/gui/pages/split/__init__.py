"""分解: the source's measures beside the city's tasks, and what is seen of both."""
