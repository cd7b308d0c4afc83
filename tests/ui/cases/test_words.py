from dataclasses import replace

import pytest

from justice_desk.cases.rules import CaseState
from justice_desk.jurisdictions.loading import load_profile
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.ui.cases.at_hand import sitting_of
from ui.appearance import Appearance
from ui.cases.case_file import read_file
from ui.cases.facts import facts_of
from ui.cases.words import choices_of, listed, state_of
from ui.widgets.badge import Tone


@pytest.mark.parametrize("country", ["bo", "gt"])
def test_every_state_of_a_case_has_a_word_and_a_shape(appearance: Appearance, country: str) -> None:
    profile = load_profile(country)
    states = [state_of(profile, state) for state in CaseState]
    assert all(state.word for state in states)
    assert state_of(profile, CaseState.NO_ANSWER).tone is Tone.DANGER


def test_a_code_that_the_country_no_longer_has_is_shown_as_it_stands(appearance: Appearance) -> None:
    profile = load_profile("bo")
    assert listed(profile, "exploitation", ("por_determinar", "de_antes")) == "Todavía no se sabe, de_antes"
    assert [choice.value for choice in choices_of(profile, "gender")] == ["mujer", "hombre", "otro", "no_dicho"]


def test_what_is_only_known_about_is_said_to_be_approximate(appearance: Appearance, bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(known_exactly=False, place="")).id
    with sitting_of(bolivia, "ana") as workplace:
        file = read_file(workplace.desk, case, workplace.roles, workplace.clock())
        facts = {fact.question: fact.answer for fact in facts_of(file, workplace.zone)}
    assert facts["Se supo"] == "2 mar 2026, 10:30 (aproximado)"
    assert "Lugar, en general" not in facts
    exact = replace(file, case=replace(file.case, known_exactly=True))
    assert facts_of(exact, workplace.zone)[0].answer == "2 mar 2026, 10:30"
