"""Document and the places where files are looked for → one Document, with every file it uses put in its place."""
