"""单位: the directory, its ties and its reforms."""
