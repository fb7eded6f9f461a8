"""Persian text rules, the lowest layer: build, query, highlight and quote check use the same."""

TEXT_RULES_VERSION = "1"
