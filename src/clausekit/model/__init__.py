"""Syntax nodes → Treaty: what a clause file says, with its names, dates, periods and references known."""
