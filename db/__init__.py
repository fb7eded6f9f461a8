"""The core: everything that works without a window."""
