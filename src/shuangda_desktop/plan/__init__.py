"""What a document says: header, outline, measures, duties, times, targets, doubts. Pure."""
