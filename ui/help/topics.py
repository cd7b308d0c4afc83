"""The pages of the help: which there are, what they are called, and which one belongs to a screen.

Their texts lie in `resources/help/<language>/`, one file a page; the sheet of keys and the diagnosis are made.
"""

from collections.abc import Mapping
from enum import StrEnum

from justice_desk.foundations.resources import resource
from ui.i18n import DEFAULT, LANGUAGES, translate


class Topic(StrEnum):
    """The pages of the help, in their order."""

    FIRST_STEPS = "first-steps"
    CASE = "case"
    NEVER = "never"
    CALL = "call"
    PEOPLE = "people"
    HEARINGS = "hearings"
    MEASURES = "measures"
    DOCUMENTS = "documents"
    HANDOFFS = "handoffs"
    DEADLINES = "deadlines"
    JOURNAL = "journal"
    KEYS = "keys"
    LIMITS = "limits"
    ADMINISTRATION = "administration"
    BACKUPS = "backups"
    GLOSSARY = "glossary"
    SHORTCUTS = "shortcuts"
    DIAGNOSTICS = "diagnostics"


MADE = frozenset({Topic.SHORTCUTS, Topic.DIAGNOSTICS})
"""The pages that no file holds."""

OF_SCREENS: Mapping[str, Topic] = {
    "home": Topic.FIRST_STEPS,
    "cases": Topic.CASE,
    "summary": Topic.CASE,
    "people": Topic.PEOPLE,
    "hearings": Topic.HEARINGS,
    "measures": Topic.MEASURES,
    "documents": Topic.DOCUMENTS,
    "handoff": Topic.HANDOFFS,
    "handoffs": Topic.HANDOFFS,
    "deadlines": Topic.DEADLINES,
    "history": Topic.JOURNAL,
    "journal": Topic.JOURNAL,
    "administration": Topic.ADMINISTRATION,
    "backups": Topic.BACKUPS,
}
"""The page that belongs to a screen, by the key of its page or tab."""


def topic_of(screen: str) -> Topic:
    """Return the page that belongs to a screen; the first steps where none does."""
    return OF_SCREENS.get(screen, Topic.FIRST_STEPS)


def topic_title(topic: Topic) -> str:
    """Return what a page is called in the list."""
    titles = {
        Topic.FIRST_STEPS: translate("Help", "First steps"),
        Topic.CASE: translate("Help", "A case in ten steps"),
        Topic.NEVER: translate("Help", "What is never done"),
        Topic.CALL: translate("Help", "Whom to call"),
        Topic.PEOPLE: translate("Help", "People and codes"),
        Topic.HEARINGS: translate("Help", "Sessions and hearings"),
        Topic.MEASURES: translate("Help", "Protective measures"),
        Topic.DOCUMENTS: translate("Help", "Documents"),
        Topic.HANDOFFS: translate("Help", "Handoffs"),
        Topic.DEADLINES: translate("Help", "Deadlines"),
        Topic.JOURNAL: translate("Help", "Journal"),
        Topic.KEYS: translate("Help", "Keys and recovery"),
        Topic.LIMITS: translate("Help", "What it protects"),
        Topic.ADMINISTRATION: translate("Help", "Administration"),
        Topic.BACKUPS: translate("Help", "Backups and restoring"),
        Topic.GLOSSARY: translate("Help", "Words"),
        Topic.SHORTCUTS: translate("Help", "Keyboard"),
        Topic.DIAGNOSTICS: translate("Help", "Diagnostics"),
    }
    return titles[topic]


def topic_text(topic: Topic, language: str) -> str:
    """Return the text of a page that a file holds, in Markdown; in Spanish where the language has none."""
    spoken = language if language in LANGUAGES else DEFAULT
    return resource("help", spoken, f"{topic}.md").read_text(encoding="utf-8")
