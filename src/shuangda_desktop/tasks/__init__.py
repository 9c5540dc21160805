"""What the city does about a plan, and how far it has come. Pure."""
