"""Diagnostics → terminal text, JSON, SARIF, GitHub annotations, JUnit: one module a format, each with one `render`."""
