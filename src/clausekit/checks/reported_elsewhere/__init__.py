"""Findings that earlier rooms make → their pages."""
