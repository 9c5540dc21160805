"""Strings in, strings and edits out. Pure: no files, no clock, no database, no Qt."""
