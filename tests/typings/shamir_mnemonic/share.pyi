"""One share, read."""

class Share:
    @classmethod
    def from_mnemonic(cls, mnemonic: str) -> Share: ...
