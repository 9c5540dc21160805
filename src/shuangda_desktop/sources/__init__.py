"""Documents in: bytes of a file become a SourceText."""
