import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from justice_desk.foundations.resources import resource
from ui.icons import GRID, icon, names, pixmap, renderer


@pytest.mark.parametrize("name", names())
def test_every_icon_is_drawn_on_the_grid_in_the_colour_asked(qapp: QApplication, name: str) -> None:
    drawing = renderer(name, "#123456")
    assert drawing.isValid()
    assert (drawing.viewBox().width(), drawing.viewBox().height()) == (GRID, GRID)
    picture = pixmap(name, "#123456").toImage()
    inks = {
        QColor(picture.pixelColor(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inks <= {"#123456"}
    assert any(picture.pixelColor(x, y).alpha() > 0 for x in range(GRID) for y in range(GRID))


@pytest.mark.parametrize("name", names())
def test_every_icon_is_of_the_one_family_of_strokes(name: str) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert re.findall(r'stroke-width="([^"]+)"', source) == ["1.75"]
    assert 'stroke="currentColor"' in source
    assert "#" not in source


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    assert pixmap("home", "#000000", 24, 2.0).width() == 48
    assert icon("home", "#000000").availableSizes()
