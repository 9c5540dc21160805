"""What is to be done, until when, how often, up to what number. Pure."""
