"""Tables and official documents: gathered, previewed, written, read back."""
