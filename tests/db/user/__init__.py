"""Proves that nothing the reader writes is lost."""
