"""Draft → a Word document: styles, real numbering, cross-reference fields, content controls that carry the ids of clauses."""
