"""Treaty → diagnostics: one file a check."""
