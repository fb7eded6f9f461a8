"""Whether the program is whole on this machine, and what to send when it is not."""
