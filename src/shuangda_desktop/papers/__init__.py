"""What official documents say, paragraph by paragraph: pure, without Word and without a database."""
