"""The program's version, the same in a checkout, an installed package and one executable."""

VERSION = "0.1.0"
