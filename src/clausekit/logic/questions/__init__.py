"""The questions that are asked of a treaty, one module each: the norms → the answers that can be shown."""
