"""clausekit: treaties that mean one thing."""

__version__ = "0.1.0"
