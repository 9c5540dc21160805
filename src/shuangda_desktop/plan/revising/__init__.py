"""The clerk's decisions over a reading, and over the next one. Pure."""
