"""What is asked of the units, and what came back: read, compared, put on the board. Pure."""
