"""How the desk looks: three palettes of its own, one family of letters, text from 80 to 200 %.

Colours and the style sheet are data under `resources/palettes/`. A widget that paints itself asks `look()` while it
paints and never keeps what it was told, so one call of `wear` changes everything that is on the screen.
"""

import json
from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from justice_desk.foundations.resources import resource

FAMILY = "Andika"
FONT_FILES = ("Andika-Regular.ttf", "Andika-Bold.ttf")
SMALLEST, LARGEST, STEP, USUAL = 80, 200, 10, 100
"""Text size in per cent."""
TARGET = 40
"""No target for finger or mouse is lower than this, in pixels, whatever the text size."""


class PaletteName(StrEnum):
    """The three palettes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(Enum):
    """The steps of the text scale, in pixels at 100 %."""

    CAPTION = 13
    SMALL = 14
    BODY = 16
    LEAD = 18
    SECTION = 20
    TITLE = 26
    DISPLAY = 34


@dataclass(frozen=True)
class Colours:
    """One palette, as `#rrggbb`. Text on any ground it is used on has 4.5:1, parts of controls 3:1 (WCAG 2.2)."""

    canvas: str
    surface: str
    rail: str
    raised: str
    sunken: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_fill: str
    focus: str
    danger: str
    danger_hover: str
    on_danger: str
    danger_fill: str
    warning: str
    warning_fill: str
    good: str
    good_fill: str


@dataclass(frozen=True)
class Look:
    """A palette and a text size, and what follows from them."""

    name: PaletteName
    percent: int

    @property
    def colours(self) -> Colours:
        """The colours of the palette."""
        return palette(self.name)

    def px(self, base: int) -> int:
        """Return a length that grows with the text: `base` pixels at 100 %."""
        return round(base * self.percent / 100)

    @property
    def target(self) -> int:
        """The height of anything that is pressed or typed into, in pixels."""
        return max(TARGET, self.px(TARGET))

    def font(self, size: TextSize = TextSize.BODY, *, bold: bool = False) -> QFont:
        """Return the letters of one step of the scale."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size.value))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def resized(self, step: int) -> "Look":
        """Return this look with the text larger or smaller by `step` per cent, within what is offered."""
        return replace(self, percent=min(max(self.percent + step, SMALLEST), LARGEST))


class _Worn:
    look = Look(PaletteName.LIGHT, USUAL)


def look() -> Look:
    """Return the look that is on the screen."""
    return _Worn.look


def wear(app: QApplication, chosen: Look) -> None:
    """Put a look on everything that is on the screen and everything that comes after."""
    _Worn.look = chosen
    app.setPalette(qt_palette(chosen.colours))
    app.setFont(chosen.font())
    app.setStyleSheet(style_sheet(chosen))


def prepare(app: QApplication) -> None:
    """Load the letters and the plain style that ours is painted upon. Once, before `wear`."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    app.setStyle(QStyleFactory.create("Fusion"))


@cache
def palette(name: PaletteName) -> Colours:
    """Return the colours of a palette, read from its file."""
    raw = json.loads(resource("palettes", f"{name}.json").read_text(encoding="utf-8"))
    return Colours(**{field.name: str(raw[field.name]) for field in fields(Colours)})


def style_sheet(chosen: Look) -> str:
    """Return the style sheet of a look."""
    values = {field.name: getattr(chosen.colours, field.name) for field in fields(Colours)}
    sizes = {f"{size.name.lower()}_px": f"{chosen.px(size.value)}px" for size in TextSize}
    # A frame of two pixels stands inside the height of a text field.
    lengths = {"field": f"{chosen.target - 4}px", "pad": f"{chosen.px(10)}px"}
    return Template(_template()).substitute(values | sizes | lengths)


def qt_palette(colours: Colours) -> QPalette:
    """Return what Qt's own painting (menus, calendars, selections) is told of our colours."""
    roles = QPalette.ColorRole
    told = {
        roles.Window: colours.canvas,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.raised,
        roles.Text: colours.text,
        roles.Button: colours.surface,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.danger,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.Link: colours.accent,
        roles.LinkVisited: colours.accent,
        roles.PlaceholderText: colours.muted,
        roles.ToolTipBase: colours.text,
        roles.ToolTipText: colours.surface,
        roles.Light: colours.raised,
        roles.Midlight: colours.raised,
        roles.Mid: colours.border,
        roles.Dark: colours.border,
        roles.Shadow: colours.border,
    }
    made = QPalette()
    for role, colour in told.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


@cache
def _template() -> str:
    return resource("palettes", "desk.qss").read_text(encoding="utf-8")
