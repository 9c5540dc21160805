"""Word documents, new and old."""
