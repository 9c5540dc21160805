"""How far the tasks are, and what needs the clerk today."""
