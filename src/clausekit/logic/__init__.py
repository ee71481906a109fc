"""Norms → questions → answers: what can be proved of a treaty, and shown by a history or by the sentences that bring it about. The only room that knows Z3."""
