import pytest

from justice_desk.foundations.ids import CaseId
from ui.appearance import Appearance
from ui.cases.draft_places import DraftKind, DraftPlace, place_in
from ui.cases.faces import kind_words


@pytest.mark.parametrize("kind", DraftKind)
def test_a_place_is_read_back_from_its_name(kind: DraftKind) -> None:
    place = DraftPlace(kind, CaseId("a-case"), ("more", ""))
    assert place_in(str(place)) == place


@pytest.mark.parametrize("text", ["new_case", "party", "plan:a-case", ""])
def test_what_is_no_form_of_a_case_has_no_place(text: str) -> None:
    assert place_in(text) is None


def test_every_form_has_words(appearance: Appearance) -> None:
    assert len({kind_words(kind) for kind in DraftKind}) == len(DraftKind)
