"""Treaty → pictures of it: boxes and lines laid out by ourselves, as SVG, as shapes of a Word document, as Mermaid or DOT text."""
