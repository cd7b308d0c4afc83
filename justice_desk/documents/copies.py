"""Copies of issued papers: the stored bytes, never drawn anew, with a mark under the text of every page.

The mark is an artifact, so a marked copy keeps the standards of the original and reads aloud just as it does.
"""

import functools
from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

from justice_desk.documents.finishing import saved
from justice_desk.documents.fonts import REGULAR, load_fonts
from justice_desk.documents.pages import draw_marks
from justice_desk.documents.rules import Mark
from justice_desk.documents.tagging import WATERMARK, TaggedCanvas

_MARK = "/DeskMark"


def copy_of(pdf: bytes, marks: Sequence[Mark]) -> bytes:
    """Return an unmarked paper with these marks on every page; without marks, the very bytes.

    Raises:
        ValueError: the paper bears marks already; a copy is made of what was issued, not of another copy.
    """
    if not marks:
        return pdf
    texts = tuple(mark.text for mark in marks)
    with pikepdf.open(BytesIO(pdf)) as file:
        forms: dict[tuple[float, float], pikepdf.Object] = {}
        for page in file.pages:
            size = (float(page.mediabox[2]), float(page.mediabox[3]))
            if size not in forms:
                forms[size] = _form(file, size, texts)
            _put_under(file, page, forms[size])
        return saved(file)


def _put_under(file: pikepdf.Pdf, page: pikepdf.Page, form: pikepdf.Object) -> None:
    if _MARK in page.resources.get(Name.XObject, Dictionary()):
        raise ValueError("a copy of a copy")
    name = page.add_resource(form, Name.XObject, Name(_MARK))
    drawing = f"{WATERMARK} q {name} Do Q EMC\n"
    page.contents_add(file.make_stream(drawing.encode()), prepend=True)


def _form(file: pikepdf.Pdf, size: tuple[float, float], texts: tuple[str, ...]) -> pikepdf.Object:
    with pikepdf.open(BytesIO(_marks(size, texts))) as marks:
        return file.copy_foreign(marks.pages[0].as_form_xobject())


@functools.lru_cache(maxsize=16)
def _marks(size: tuple[float, float], texts: tuple[str, ...]) -> bytes:
    """Return a file of one page with nothing but the marks."""
    load_fonts()
    out = BytesIO()
    canvas = TaggedCanvas(out, pagesize=size, invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]  # a name
    draw_marks(canvas, size, texts)
    canvas.save()
    return out.getvalue()
