"""文稿: the official documents."""
