"""The 1024 words."""

WORDLIST: list[str]
