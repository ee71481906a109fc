"""Source text → syntax nodes, and back. The only room that knows Lark."""
