"""One function per clerk's action; the only code that writes to the store."""
