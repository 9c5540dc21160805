"""任务: the city's tasks and how far they have come."""
