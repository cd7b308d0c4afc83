"""What the founding guide was told so far."""

from dataclasses import dataclass, field

from justice_desk.accounts.rules import Role
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.rules import Founding
from justice_desk.vault.rules import Paper


@dataclass
class Answers:
    """Answers, empty until they are given. They live as long as the guide and are written nowhere."""

    country: str = ""
    community: str = ""
    hierarchy: str = ""
    municipality: str = ""
    place_code: str = ""
    desk_code: str = "A"
    office: str = ""
    labels: list[str] = field(default_factory=lambda: ["", ""])
    numbers: list[str] = field(default_factory=lambda: ["", ""])
    answered: list[bool] = field(default_factory=lambda: [False, False])
    name: str = ""
    roles: frozenset[Role] = frozenset()
    passphrase: str = ""
    repeated: str = ""
    paper: Paper = Paper.CODE

    def founding(self, language: str) -> Founding:
        """Return what the desk is founded with."""
        first, second = (DangerNumber(label, number) for label, number in zip(self.labels, self.numbers, strict=True))
        return Founding(
            country=self.country,
            language=language,
            community=self.community,
            hierarchy=self.hierarchy,
            municipality=self.municipality,
            place_code=self.place_code,
            desk_code=self.desk_code,
            office=self.office,
            numbers=(first, second),
            name=self.name,
            roles=self.roles,
            passphrase=self.passphrase,
            paper=self.paper,
        )
