"""Small parts that several features show."""
