from dataclasses import replace
from datetime import timedelta

import pytest

from justice_desk.cases.rules import Channel, KnowledgeImpossible
from justice_desk.foundations.fields import FieldMissing, FieldUnreadable
from tests.stores import START
from ui.cases.intake_answers import REVIEW, STEPS, Answers, Ask, YesNo, faults_of, intake_of, step_of
from ui.widgets.moment import GivenMoment

WHOLE = Answers(
    account="Cuenta ficticia",
    title="Viaje con oferta",
    known=GivenMoment(START, exact=False),
    known_blank=False,
    channel=Channel.RADIO,
    place="Feria",
    suspected=YesNo.YES,
    exploitation=("por_determinar",),
    urgent=YesNo.NO,
    missing_person=YesNo.YES,
    excluded=frozenset(),
)
NOTHING = Answers("", "", None, True, None, "", None, (), None, None, frozenset())


def test_whole_answers_have_no_fault_and_become_an_intake() -> None:
    assert faults_of(WHOLE, START) == {}
    made = intake_of(WHOLE)
    assert (made.title, made.channel, made.place) == ("Viaje con oferta", Channel.RADIO, "Feria")
    assert made.suspected
    assert made.exploitation == ("por_determinar",)
    assert not made.known_exactly
    assert made.missing_person
    assert not made.urgent


def test_seven_answers_are_needed_and_none_of_them_is_about_means() -> None:
    missing = faults_of(NOTHING, START)
    assert all(isinstance(fault, FieldMissing) for fault in missing.values())
    assert set(missing) == set(Ask) - {Ask.PLACE, Ask.FORMS, Ask.EXCLUDED}
    assert len(missing) <= 8


def test_a_moment_that_cannot_be_read_and_one_that_lies_ahead_are_told_apart() -> None:
    unreadable = replace(WHOLE, known=None)
    ahead = replace(WHOLE, known=GivenMoment(START + timedelta(minutes=1), exact=True))
    assert isinstance(faults_of(unreadable, START)[Ask.KNOWN], FieldUnreadable)
    assert isinstance(faults_of(ahead, START)[Ask.KNOWN], KnowledgeImpossible)


@pytest.mark.parametrize("answer", [YesNo.NO, YesNo.UNSURE])
def test_a_doubt_is_no_suspicion_yet_and_forms_that_were_ticked_before_do_not_count(answer: YesNo) -> None:
    made = intake_of(replace(WHOLE, suspected=answer))
    assert not made.suspected
    assert made.exploitation == ()


@pytest.mark.parametrize("lacking", [{"known": None}, {"channel": None}])
def test_an_intake_is_not_made_of_incomplete_answers(lacking: dict[str, None]) -> None:
    with pytest.raises(FieldMissing):
        intake_of(replace(WHOLE, **lacking))  # type: ignore[arg-type]  # None is what both fields allow


def test_every_question_belongs_to_one_step() -> None:
    assert sorted(ask for step in STEPS for ask in step) == sorted(Ask)
    assert [step_of(step[0]) for step in STEPS] == list(range(REVIEW))
    assert step_of("nothing of the guide") == 0
