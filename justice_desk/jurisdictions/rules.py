"""A country's profile: what the desk says, prints and counts there. The machines are code, the same everywhere.

Every reference to a law carries how certain it is; only one that a named person confirmed is printed as law.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.errors import DeskError


@dataclass(eq=False)
class ProfileBroken(DeskError):
    """A country's profile cannot be used: `place` in `file` says where, `fix` what belongs there."""

    file: str
    place: str
    fix: str


@dataclass(eq=False)
class CodeUnknown(DeskError):
    """A code does not stand in the country's list."""

    family: str
    code: str


class Certainty(StrEnum):
    """How sure we are of a rule or a reference, and who said so."""

    VERIFIED = "V"
    SECONDARY = "S"
    BELIEVED = "B"
    POLICY = "P"
    GAP = "G"


class Trigger(StrEnum):
    """The fact from whose moment a deadline runs."""

    KNOWN = "known"
    CHILD = "child"
    MISSING_PERSON = "missing_person"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    MEASURE_STARTED = "measure_started"


class Severity(StrEnum):
    """How loudly a deadline asks: health reminders never say that something expired."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"


ACTS = frozenset({"despacho", "acuse", "revision", "seguimiento"})
"""The acts of the desk that may meet a deadline; what else meets one is a notice to an institution that receives it."""


@dataclass(frozen=True)
class DeadlineRule:
    """A deadline: continuous hours from its trigger, Sundays and holidays included.

    `met_by` names what meets it: a notice to an institution that receives this, or an act (dispatch, receipt).
    """

    id: str
    trigger: Trigger
    hours: int
    met_by: tuple[str, ...]
    severity: Severity
    certainty: Certainty
    sources: tuple[str, ...]

    @property
    def length(self) -> timedelta:
        """How long it runs."""
        return timedelta(hours=self.hours)


@dataclass(frozen=True)
class PaperRule:
    """A kind of document: its code in the catalogue (BO-07), its title, and how confidential it is."""

    code: str
    title: str
    secret: bool


@dataclass(frozen=True)
class Citation:
    """A reference to a law. It is printed only when `confirmed_by` names who confirmed it."""

    law: str
    article: str
    gist: str
    certainty: Certainty
    confirmed_by: str

    @property
    def printable(self) -> bool:
        """Whether it may stand on paper as law."""
        return bool(self.confirmed_by.strip())


@dataclass(frozen=True)
class Institution:
    """An institution of the country that receives remissions, notices or persons to protect."""

    id: str
    name: str
    receives: tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """The words for one code, in the languages of the interface."""

    code: str
    es: str
    en: str


@dataclass(frozen=True)
class Profile:
    """A country. `labels` holds, family by family, the words for every code, in the order they are offered.

    `htcds` gives each form of exploitation its types in the Human Trafficking Case Data Standard 2.0 (IOM).
    """

    id: str
    version: str
    name: str
    timezone: str
    number_prefix: str
    paper_size: str
    asks_scopes: bool
    titles: tuple[str, ...]
    languages: tuple[str, ...]
    labels: Mapping[str, tuple[Label, ...]]
    htcds: Mapping[str, tuple[str, ...]]
    deadlines: tuple[DeadlineRule, ...]
    papers: Mapping[str, PaperRule]
    institutions: tuple[Institution, ...]
    law: Mapping[str, Citation]

    def label(self, family: str, code: str, language: str = "es") -> str:
        """Return the words for a code.

        Raises:
            CodeUnknown: the profile has none.
        """
        for label in self.labels.get(family, ()):
            if label.code == code:
                return label.en if language == "en" else label.es
        raise CodeUnknown(family, code)

    def codes(self, family: str) -> tuple[str, ...]:
        """Return the codes of a family, in the profile's order."""
        return tuple(label.code for label in self.labels.get(family, ()))

    def require(self, family: str, code: str) -> str:
        """Return a code that stands in the country's list.

        Raises:
            CodeUnknown: it does not.
        """
        self.label(family, code)
        return code

    def deadline(self, kind: str) -> DeadlineRule | None:
        """Return the rule of a deadline, None where the country has no such deadline."""
        return next((rule for rule in self.deadlines if rule.id == kind), None)

    def to_json(self) -> Json:
        """Return the whole as JSON, so that it can be kept with the cases that were begun under it."""
        plain: Json = asdict(self)
        return plain

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Profile":
        """Return the profile of JSON (or TOML) that the schema of profiles allows."""
        plain = {field: raw[field] for field in _PLAIN}
        return cls(
            **plain,
            titles=tuple(raw["titles"]),
            languages=tuple(raw["languages"]),
            labels={family: tuple(Label(**label) for label in labels) for family, labels in raw["labels"].items()},
            htcds={code: tuple(types) for code, types in raw["htcds"].items()},
            deadlines=tuple(_deadline(rule) for rule in raw["deadlines"]),
            papers={kind: PaperRule(**paper) for kind, paper in raw["papers"].items()},
            institutions=tuple(
                Institution(office["id"], office["name"], tuple(office["receives"])) for office in raw["institutions"]
            ),
            law={
                key: Citation(**{**cited, "certainty": Certainty(cited["certainty"])})
                for key, cited in raw["law"].items()
            },
        )


_PLAIN = ("id", "version", "name", "timezone", "number_prefix", "paper_size", "asks_scopes")


def _deadline(raw: Mapping[str, Any]) -> DeadlineRule:
    return DeadlineRule(
        id=raw["id"],
        trigger=Trigger(raw["trigger"]),
        hours=int(raw["hours"]),  # TOML and JSON may write 24.0, which has no canonical form
        met_by=tuple(raw["met_by"]),
        severity=Severity(raw["severity"]),
        certainty=Certainty(raw["certainty"]),
        sources=tuple(raw["sources"]),
    )
