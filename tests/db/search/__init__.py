"""Proves db.search: the parts by themselves, then the engine over the bundled document."""
