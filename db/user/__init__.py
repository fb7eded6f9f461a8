"""The reader's own data: written by one store, safe against crashes, damage and mistakes."""
