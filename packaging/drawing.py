"""Draws the program's icon in every size that a system asks for, from one drawing."""

import os
import struct
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from ground import HERE, ROOT

PROGRAM = ROOT / "resources" / "program" / "justice-desk.svg"
NOTEBOOK = HERE / "windows" / "notebook.svg"
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sizes of the Linux desktop, in pixels."""
WINDOWS_SIDES = (16, 24, 32, 48, 64, 128, 256)


def png(drawing: Path, side: int) -> bytes:
    """Return a drawing as a PNG of `side` by `side` pixels, without a date or a name in it."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(picture):
        raise SystemExit(f"{drawing.name} could not be drawn at {side} pixels")
    return bytes(kept.data())


def ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return Windows' kind of icon around PNG pictures, each given with its side in pixels."""
    heads, bodies = b"", b""
    beginning = 6 + 16 * len(pictures)
    for side, body in pictures:
        heads += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(body), beginning + len(bodies))
        bodies += body
    return struct.pack("<HHH", 0, 1, len(pictures)) + heads + bodies


def draw_all(folder: Path) -> None:
    """Write the program's icon as `<side>.png`, and both it and the neutral notebook as icons for Windows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    for side in SIDES:
        (folder / f"{side}.png").write_bytes(png(PROGRAM, side))
    for drawing in (PROGRAM, NOTEBOOK):
        pictures = [(side, png(drawing, side)) for side in WINDOWS_SIDES]
        (folder / f"{drawing.stem}.ico").write_bytes(ico(pictures))
