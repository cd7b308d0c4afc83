from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable, PageBreak, Spacer

from justice_desk.documents.closing import LARGEST_HOLE, LINES_TOGETHER, Closing
from justice_desk.documents.fields import Passage
from justice_desk.documents.fonts import load_fonts
from justice_desk.documents.rules import Signer
from justice_desk.documents.signing_places import SigningRow, signing_rows
from justice_desk.documents.tagging import Element
from justice_desk.documents.typesetting import BODY, TaggedParagraph
from justice_desk.hearings.rules import Signing

WIDTH, HEIGHT = 470.0, 660.0
WAYS = (Signing.SIGNATURE, Signing.SIGNATURE, Signing.NOT_SIGNED, Signing.FINGERPRINT, Signing.ON_REQUEST)
AGAIN = "Continúan las firmas. " * 8


@dataclass
class Page:
    """What a page of signatures bears: lines of text, rows of places, and whether the paper can be checked there."""

    lines: int = 0
    rows: list[SigningRow] = field(default_factory=list)
    checked: bool = False
    blank: float = HEIGHT


@pytest.fixture(autouse=True, scope="module")
def typefaces() -> None:
    load_fonts()


def paragraph(words: int) -> TaggedParagraph:
    made = TaggedParagraph.of(Passage("palabra " * words), BODY, Element("Document"))
    made.wrap(WIDTH, HEIGHT)
    return made


def closing(words: Sequence[int], ways: Sequence[Signing], after: Flowable | None) -> Closing:
    signers = [Signer("Autoridad", f"Firmante {place}", way) for place, way in enumerate(ways)]
    rows = signing_rows(signers, WIDTH, Element("Document"))
    texts = [paragraph(count) for count in words]
    return Closing(texts, rows, after, lambda: TaggedParagraph.of(Passage(AGAIN), BODY, None), HEIGHT)


def laid_out(flow: list[Flowable], room: float) -> list[Page]:
    """Put flowables onto pages as the engine does, the first page having `room` left."""
    pages = [Page(blank=room)]
    waiting = list(flow)
    while waiting:
        first = waiting.pop(0)
        if isinstance(first, PageBreak):
            pages.append(Page())
            continue
        _, height = first.wrap(WIDTH, pages[-1].blank)
        if height <= pages[-1].blank + 0.1:
            put(pages[-1], first, height)
            continue
        parts = first.split(WIDTH, pages[-1].blank)
        if parts:
            waiting[:0] = parts
            continue
        assert pages[-1].blank < HEIGHT, "it fits on no page"
        pages.append(Page())
        waiting.insert(0, first)
    return pages


def put(page: Page, flowable: Flowable, height: float) -> None:
    page.blank -= height
    if isinstance(flowable, TaggedParagraph):
        page.lines += flowable.lines
    elif isinstance(flowable, Closing):
        page.lines += sum(text.lines for text in flowable.text)
        page.rows += flowable.rows
        page.checked |= flowable.after is not None


@given(
    words=st.lists(st.integers(1, 400), min_size=1, max_size=3),
    ways=st.lists(st.sampled_from(WAYS), min_size=1, max_size=40),
    room=st.integers(0, int(HEIGHT)),
)
def test_a_signature_never_stands_alone_and_nothing_is_lost(words: list[int], ways: list[Signing], room: int) -> None:
    whole = closing(words, ways, Spacer(WIDTH, 110))
    lines = sum(text.lines for text in whole.text)
    rows = list(whole.rows)
    pages = laid_out([whole], room)
    assert [row for page in pages for row in page.rows] == rows
    assert [page.checked for page in pages].count(True) == 1
    assert pages[-1].checked
    together = min(LINES_TOGETHER, lines)
    assert all(page.lines >= together for page in pages if page.rows)
    assert sum(page.lines for page in pages) >= lines


@given(words=st.integers(20, 60), signers=st.integers(2, 8), room=st.integers(300, int(HEIGHT)))
def test_signatures_do_not_leave_a_great_hole_before_them(words: int, signers: int, room: int) -> None:
    pages = laid_out([closing([words], [Signing.SIGNATURE] * signers, Spacer(WIDTH, 110))], room)
    if len(pages) > 1:
        assert pages[0].blank <= max(LARGEST_HOLE * HEIGHT, 250)


def test_what_fits_on_one_page_stays_on_one() -> None:
    pages = laid_out([closing([40], [Signing.SIGNATURE] * 4, Spacer(WIDTH, 110))], HEIGHT)
    assert [len(page.rows) for page in pages] == [2]


def test_a_long_last_paragraph_is_split_so_that_two_lines_stay_with_the_signatures() -> None:
    pages = laid_out([closing([300], [Signing.SIGNATURE] * 4, Spacer(WIDTH, 110))], 200)
    assert len(pages) == 2
    assert pages[0].lines > 2
    assert not pages[0].rows
    assert pages[1].lines >= 2
    assert len(pages[1].rows) == 2


def test_a_short_last_paragraph_takes_the_one_before_with_it() -> None:
    pages = laid_out([closing([300, 2], [Signing.SIGNATURE] * 2, Spacer(WIDTH, 110))], 230)
    assert pages[1].lines >= 3


def test_further_pages_of_signatures_say_again_what_is_signed() -> None:
    pages = laid_out([closing([40], [Signing.SIGNATURE] * 60, None)], HEIGHT)
    assert len(pages) > 2
    assert all(page.lines >= LINES_TOGETHER for page in pages)


@pytest.mark.parametrize("room", [0, 20, 45, 200, HEIGHT])
def test_text_that_is_longer_than_a_page_flows(room: float) -> None:
    whole = closing([3000], [Signing.SIGNATURE] * 2, Spacer(WIDTH, 110))
    lines = whole.text[0].lines
    pages = laid_out([whole], room)
    assert sum(page.lines for page in pages) == lines
    assert pages[-1].lines >= 2
