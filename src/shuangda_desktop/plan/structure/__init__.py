"""How a document is built: lines, numbers, headings, items, what stands around the body. Pure."""
