from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.fields import CharacterRefused, FieldMissing
from justice_desk.protection.rules import (
    ENDS,
    START_WITHIN,
    Acceptance,
    MeasureDeclined,
    MeasureEnded,
    MeasureKind,
    MeasureState,
    MeasureUntimely,
    NewMeasure,
    checked_measure,
    require_end,
)
from tests.stores import START

KNOWN = START - timedelta(days=2)
MEASURE = NewMeasure(
    kind=MeasureKind.ACCOMPANIMENT,
    protects="V-01",
    description="  Acompañar a la familia. ",
    responsible=" Defensora   de turno ",
    acceptance=Acceptance.NOT_ASKED,
    starts_at=START,
)


def kept(measure: NewMeasure, *, child: bool = False) -> NewMeasure:
    return checked_measure(measure, KNOWN, START, child=child)


def test_a_measure_is_kept_tidy() -> None:
    expected = replace(MEASURE, description="Acompañar a la familia.", responsible="Defensora de turno")
    assert kept(MEASURE) == expected


@given(acceptance=st.sampled_from(Acceptance), child=st.booleans())
def test_an_adult_who_does_not_want_a_measure_is_not_put_under_it(acceptance: Acceptance, child: bool) -> None:
    measure = replace(MEASURE, acceptance=acceptance)
    if acceptance is Acceptance.DECLINED and not child:
        with pytest.raises(MeasureDeclined):
            kept(measure, child=child)
    else:
        assert kept(measure, child=child).acceptance is acceptance


def test_a_measure_says_what_is_done_and_who_answers_for_it() -> None:
    with pytest.raises(FieldMissing) as caught:
        kept(replace(MEASURE, description=" "))
    assert caught.value.field == "description"
    with pytest.raises(FieldMissing) as caught:
        kept(replace(MEASURE, responsible=""))
    assert caught.value.field == "responsible"
    with pytest.raises(CharacterRefused):
        kept(replace(MEASURE, description="x\u202e"))


def test_a_measure_begins_near_the_moment_of_knowledge_or_now() -> None:
    for at in (KNOWN - START_WITHIN, KNOWN, START + START_WITHIN):
        assert kept(replace(MEASURE, starts_at=at)).starts_at == at
    for at in (KNOWN - START_WITHIN - timedelta(seconds=1), START + START_WITHIN + timedelta(seconds=1)):
        with pytest.raises(MeasureUntimely) as caught:
            kept(replace(MEASURE, starts_at=at))
        assert caught.value.given == at


@given(current=st.sampled_from(MeasureState), to=st.sampled_from(MeasureState))
def test_a_measure_in_force_ends_once(current: MeasureState, to: MeasureState) -> None:
    assert set(ENDS) == set(MeasureState)
    if current is MeasureState.IN_FORCE and to is not MeasureState.IN_FORCE:
        require_end(current, to)
    else:
        with pytest.raises(MeasureEnded) as caught:
            require_end(current, to)
        assert caught.value.state is current
