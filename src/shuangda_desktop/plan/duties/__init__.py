"""Who does what, in whatever words and place a document says it. Pure."""
