"""校核: what was read beside the text that it was read from."""
