import pytest

from justice_desk.cases.rules import CaseState
from justice_desk.cases.views import CaseLine
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.rules import Draft
from tests.stores import START
from ui.appearance import Appearance
from ui.cases.draft_places import DraftKind
from ui.cases.tab_keys import TabKey
from ui.home.drafts import NEW_CASE, PAGES, TABS, Unfinished, unfinished

LINE = CaseLine(
    id=CaseId("a-case"),
    number="JIOC-BO-051299-A-2026-0003",
    title="Viaje con oferta",
    state=CaseState.REGISTERED,
    excluded=False,
    known_at=START,
    opened_at=START,
    urgent=False,
    missing_person=False,
    next_due=None,
    next_standing=None,
)


def one(place: str) -> Unfinished | None:
    found = unfinished([Draft(place, "a medio escribir", START)], [LINE])
    return found[0] if found else None


@pytest.mark.parametrize("kind", TABS)
def test_a_draft_about_a_case_is_gone_on_with_on_its_tab(appearance: Appearance, kind: str) -> None:
    found = one(f"{kind}:a-case:more")
    assert found is not None
    assert (found.case, found.tab, found.number) == ("a-case", TABS[kind], "A-2026-0003")
    assert found.words != "Un texto a medio escribir"


def test_every_form_of_the_page_of_a_case_is_known() -> None:
    assert {kind.value for kind in DraftKind} <= TABS.keys()


def test_a_form_nobody_named_is_gone_on_with_in_the_summary(appearance: Appearance) -> None:
    found = one("something:a-case")
    assert found is not None
    assert found.tab is TabKey.SUMMARY
    assert found.words == "Un texto a medio escribir"


def test_a_new_case_and_the_forms_of_the_desk_have_their_pages(appearance: Appearance) -> None:
    for place in (NEW_CASE, *PAGES):
        found = one(place)
        assert found is not None
        assert found.case is None
        assert found.page == PAGES.get(place, NEW_CASE)


@pytest.mark.parametrize("place", ["alert:another-case", "something", "test:telling"])
def test_what_cannot_be_gone_on_with_is_left_out(appearance: Appearance, place: str) -> None:
    assert one(place) is None
