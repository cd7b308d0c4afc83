"""The country's words on the screen: its profile has them, the language that is spoken decides which."""

from PySide6.QtCore import QLocale

from justice_desk.jurisdictions.rules import Profile


def spoken_language() -> str:
    """Return the language that is spoken now, by its two letters."""
    return QLocale().name().partition("_")[0]


def label(profile: Profile, family: str, code: str) -> str:
    """Return the country's words for a code, in the language that is spoken.

    Raises:
        CodeUnknown: the country has none.
    """
    return profile.label(family, code, spoken_language())
