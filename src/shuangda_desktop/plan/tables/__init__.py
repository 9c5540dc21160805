"""Task tables within a document, as measures. Pure."""
