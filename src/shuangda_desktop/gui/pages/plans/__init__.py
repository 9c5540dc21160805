"""来文: the documents that came in."""
