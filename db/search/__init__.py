"""Full-text search over the edition and the reader's notes; the only place that knows Whoosh."""
