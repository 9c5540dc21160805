"""Rich text and web pages."""
