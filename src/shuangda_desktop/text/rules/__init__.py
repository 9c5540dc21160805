"""The rules of repair, one kind of damage each, and what they know."""
