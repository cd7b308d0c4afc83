"""The case: what was told, who is in it, whose matter it is, and the deadlines from the moment of knowledge on."""
