import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from justice_desk.foundations.resources import resource
from ui.appearance import Appearance
from ui.theme import (
    LARGEST,
    SMALLEST,
    TARGET,
    Colours,
    Look,
    PaletteName,
    TextSize,
    look,
    palette,
    qt_palette,
    style_sheet,
)

GROUNDS = ("canvas", "surface", "rail", "raised", "sunken")
TEXTS = (
    *(("text", ground) for ground in (*GROUNDS, "accent_fill", "danger_fill", "warning_fill", "good_fill")),
    *(("muted", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in ("canvas", "surface", "rail", "raised", "accent_fill")),
    *(("danger", ground) for ground in ("canvas", "surface", "danger_fill")),
    *(("warning", ground) for ground in ("canvas", "surface", "warning_fill")),
    *(("good", ground) for ground in ("canvas", "surface", "good_fill")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("surface", "text"),
)
"""Every pair of ink and ground that a text is set in."""
PARTS = (
    *(("border", ground) for ground in ("canvas", "surface", "rail")),
    *(("focus", ground) for ground in ("canvas", "surface", "rail", "accent_fill", "raised")),
    *(("accent", ground) for ground in ("canvas", "surface", "rail")),
    *(("danger", ground) for ground in ("canvas", "surface")),
)
"""Every pair that lets a control, its state or its focus be seen."""


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    asked = QColor(colour)
    red, green, blue = linear(asked.redF()), linear(asked.greenF()), linear(asked.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", PaletteName)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_every_text_stands_out_from_its_ground(name: PaletteName, ink: str, ground: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", PaletteName)
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_every_part_of_a_control_stands_out_from_its_ground(name: PaletteName, part: str, ground: str) -> None:
    colours = palette(name)
    assert contrast(getattr(colours, part), getattr(colours, ground)) >= 3.0


def test_the_palette_for_strong_contrast_has_seven_to_one() -> None:
    colours = palette(PaletteName.CONTRAST)
    assert min(contrast(getattr(colours, ink), getattr(colours, ground)) for ink, ground in TEXTS) >= 7.0


def test_contrast_is_measured_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", PaletteName)
def test_what_qt_paints_itself_is_readable_too(name: PaletteName) -> None:
    told, roles = qt_palette(palette(name)), QPalette.ColorRole
    pairs = (
        (roles.Text, roles.Base),
        (roles.WindowText, roles.Window),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.PlaceholderText, roles.Base),
    )
    for ink, ground in pairs:
        assert contrast(told.color(ink).name(), told.color(ground).name()) >= 4.5


@pytest.mark.parametrize("name", PaletteName)
def test_every_colour_is_written_in_full(name: PaletteName) -> None:
    for field in fields(Colours):
        assert re.fullmatch("#[0-9a-f]{6}", getattr(palette(name), field.name))


@pytest.mark.parametrize("percent", [SMALLEST, 100, LARGEST])
def test_targets_are_never_lower_than_forty_pixels(percent: int) -> None:
    assert Look(PaletteName.LIGHT, percent).target >= TARGET


def test_text_grows_in_steps_within_what_is_offered() -> None:
    small = Look(PaletteName.LIGHT, SMALLEST)
    assert small.resized(-10).percent == SMALLEST
    assert small.resized(10).percent == SMALLEST + 10
    assert Look(PaletteName.LIGHT, LARGEST).resized(10).percent == LARGEST
    assert Look(PaletteName.LIGHT, 200).font(TextSize.TITLE).pixelSize() == 2 * TextSize.TITLE.value


def test_the_style_sheet_leaves_no_word_unfilled() -> None:
    for name in PaletteName:
        assert "$" not in style_sheet(Look(name, 130))


def test_the_letters_are_the_ones_that_travel_with_the_program(appearance: Appearance, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Andika"
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")


def test_a_look_is_worn_by_the_whole_application(appearance: Appearance, qapp: QApplication) -> None:
    appearance.paint(PaletteName.DARK)
    appearance.resize(150)
    assert look() == Look(PaletteName.DARK, 150)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == palette(PaletteName.DARK).canvas
    assert qapp.font().pixelSize() == 24
