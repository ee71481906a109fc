"""Treaty ↔ frozen Pydantic models: the treaty as the outside sees it.

Here Pydantic lives, and here each part is defined: its fields, their types and what they mean. Inside, the rooms work with named tuples of the same names
and fields (`clausekit.model.terms`, `clauses`, `treaty`), which `records` generates from these definitions: they take a third of the time to
make, and checking a file need not load Pydantic.
"""
