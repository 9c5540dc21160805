"""What is doubtful about a reading, and why. Pure."""
