"""resources/source + edition + lexicon → resources/data; never shipped with the program."""
