"""What was sent out, as versions and rounds of opinions, and what came of it. Pure."""
