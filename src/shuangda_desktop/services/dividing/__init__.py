"""From a plan's measures to the city's own tasks: proposed, changed, consulted on, issued."""
