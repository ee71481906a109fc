"""Treaty → norms, and what they mean when a history is played: the reference semantics, without a solver and without I/O."""
