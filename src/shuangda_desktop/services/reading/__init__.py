"""What a clerk does with a document that came in: read, check, correct, teach."""
