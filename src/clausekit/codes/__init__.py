"""Treaty → the variables of a published coding scheme, each with the clauses it follows from."""
