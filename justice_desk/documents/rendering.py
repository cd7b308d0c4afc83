"""From a filled template to the bytes of a paper: PDF/A-2a and PDF/UA-1, the same bytes for the same input. Pure."""

import functools
from dataclasses import dataclass
from datetime import date

from justice_desk.documents.composing import Composer, Room
from justice_desk.documents.filling import Filled, parts, refuse_unprintable
from justice_desk.documents.finishing import Properties, finish
from justice_desk.documents.fonts import load_fonts, unprintable
from justice_desk.documents.pages import Furniture, draw_pages, room
from justice_desk.documents.setting import Issued, PaperSetting, local_day, stamp
from justice_desk.documents.verification import seal_head


@dataclass(frozen=True)
class Rendered:
    """A paper, ready to be kept and printed."""

    pdf: bytes
    pages: int


def render(filled: Filled, setting: PaperSetting) -> Rendered:
    """Return the paper. Its number of pages, which the code square holds, is known when the last one was drawn.

    Raises:
        ContentMissing, FieldAbsent, FieldUnprinted: what the template asks of the fields (see `filling`).
        CharacterUnprintable: a sign that the typeface cannot draw.
    """
    load_fonts()
    refuse_unprintable(filled, unprintable)
    said = parts(filled)
    composed = Composer(filled, setting, Room(*room(setting.size))).compose(said)
    issued = setting.issued
    furniture = Furniture(
        community=str(filled.fields.get("comunidad.nombre", "")),
        title=composed.title,
        stamp=stamp(filled, setting),
        classification=composed.classification,
        marks=[mark.text for mark in setting.all_marks],
    )

    square = None if issued is None else functools.partial(_square, issued, local_day(filled))
    drawn = draw_pages(composed.flow, setting.size, furniture, square)
    title = filled.template.title if issued is None else issued.number.text
    properties = Properties(title, filled.template.language, filled.at)
    return Rendered(finish(drawn.pdf, composed.tree, drawn.owners, properties), drawn.pages)


def _square(issued: Issued, day: date, pages: int) -> str:
    return seal_head(issued.head(day, pages), issued.content, issued.key)
