"""Treaty → documents: one tree of headings, paragraphs and points, then one file a format."""
