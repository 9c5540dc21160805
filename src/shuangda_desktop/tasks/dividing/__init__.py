"""From a higher plan's measures to the city's own tasks. Pure."""
