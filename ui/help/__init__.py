"""The screen of the help: short pages for every screen, the keys, the words, whom to call, and a diagnosis."""
