from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from justice_desk.accounts.rules import NotPermitted
from justice_desk.cases.rules import AgeStatus, ExcludedMatter, PartyAbsent, PartyRole
from justice_desk.communities.rules import NewTerm
from justice_desk.foundations.fields import FieldMissing
from justice_desk.foundations.ids import PartyId, SessionId
from justice_desk.hearings.rules import (
    AgreementForbidden,
    Attendee,
    CitationForbidden,
    Confirmation,
    HearingForbidden,
    OfficeMissing,
    Point,
    PointKind,
    SessionAbsent,
    SessionKind,
    SessionUnordered,
    Signing,
    checked_minutes,
)
from tests.desks import DeskInUse
from tests.hearings.records import ANA, hearing, reserved
from tests.intakes import intake, own_matter, party
from tests.plain import plain_text_of
from tests.stores import START

EARLIER = START - timedelta(hours=5)


def test_the_authorities_meet_on_an_excluded_case_and_their_record_is_kept(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    assert bolivia.hearings().kinds_allowed(case) == {SessionKind.RESERVED}
    view = bolivia.hearings("berta").record(case, reserved())
    assert bolivia.hearings().sessions(case) == (view,)
    assert (view.minutes, view.case, view.closed_at) == (reserved(), case, bolivia.clock())


def test_no_hearing_and_no_agreement_on_an_excluded_case(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    with pytest.raises(HearingForbidden):
        bolivia.hearings().record(case, hearing())
    with pytest.raises((AgreementForbidden, ExcludedMatter)):
        bolivia.hearings().record(case, reserved(agreements=("Se casan.",)))
    assert bolivia.hearings().sessions(case) == ()


def test_an_own_matter_is_heard_and_after_an_alert_it_is_not(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER)).id
    with pytest.raises(HearingForbidden):
        bolivia.hearings().record(case, hearing())
    bolivia.cases().assess(case, own_matter())
    assert bolivia.hearings().kinds_allowed(case) == set(SessionKind)
    assert bolivia.hearings().record(case, hearing()).minutes.agreements == ("Caminan el lindero.",)
    bolivia.cases().alert(case, (), "en la audiencia se contó de una niña")
    with pytest.raises(HearingForbidden):
        bolivia.hearings().record(case, hearing())
    assert len(bolivia.hearings().sessions(case)) == 1
    assert bolivia.hearings().record(case, reserved()).minutes.kind is SessionKind.RESERVED


def test_whoever_held_the_office_on_that_day_in_the_country_took_part(bolivia: DeskInUse) -> None:
    late = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
    bolivia.clock.at = late + timedelta(days=40)
    case = bolivia.cases().register(intake(late - timedelta(hours=5), suspicion=True)).id
    bolivia.community().enter_term(NewTerm("Mallku", "Hasta marzo", date(2026, 1, 1), date(2026, 3, 31)))
    bolivia.community().enter_term(NewTerm("Mallku", "Desde abril", date(2026, 4, 1)))
    before = reserved(late, attendance=(Attendee("Hasta marzo", "Mallku"),))
    assert bolivia.hearings().record(case, before).minutes.attendance == before.attendance
    with pytest.raises(OfficeMissing) as caught:
        bolivia.hearings().record(case, reserved(late, attendance=(Attendee("Desde abril", "Mallku"),)))
    assert caught.value.name == "Desde abril"
    next_day = late + timedelta(hours=4)
    after = reserved(next_day, attendance=(Attendee("Desde abril", "Mallku"),))
    assert bolivia.hearings().record(case, after).minutes.attendance == after.attendance


def test_sessions_come_in_the_order_in_which_they_were_held(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    second = bolivia.hearings().record(case, reserved())
    first = bolivia.hearings().record(case, reserved(START - timedelta(hours=2)))
    assert bolivia.hearings().sessions(case) == (first, second)


def test_a_closed_record_is_never_changed_or_deleted(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    bolivia.hearings().record(case, reserved())
    for statement in ("UPDATE sessions SET kind = 'audiencia'", "DELETE FROM sessions"):
        with pytest.raises(DBAPIError, match="sessions: no"), bolivia.vault.session() as session:
            session.execute(text(statement))


def test_authority_and_clerk_record_a_session_others_do_not(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    with pytest.raises(NotPermitted):
        bolivia.hearings("carla").record(case, reserved())
    assert bolivia.hearings("carla").sessions(case) == ()


WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
PEOPLE = st.builds(Attendee, WORDS, WORDS)
CONFIRMATIONS = st.one_of(
    st.builds(Confirmation, WORDS, WORDS, st.just(Signing.SIGNATURE)),
    st.builds(Confirmation, WORDS, WORDS, st.just(Signing.FINGERPRINT), st.just(("Testigo Uno", "Testigo Dos"))),
    st.builds(Confirmation, WORDS, WORDS, st.just(Signing.NOT_SIGNED), st.just(()), WORDS),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    points=st.lists(st.builds(Point, st.sampled_from(PointKind), WORDS), min_size=1, max_size=4).map(tuple),
    attendance=st.lists(PEOPLE, max_size=3).map(tuple),
    agenda=st.lists(WORDS, max_size=3).map(tuple),
    confirmations=st.lists(CONFIRMATIONS, max_size=3).map(tuple),
    read_back=st.booleans(),
)
def test_a_record_is_read_back_as_it_was_kept(bolivia: DeskInUse, read_back: bool, **parts: tuple[object, ...]) -> None:
    case = bolivia.cases().register(intake(EARLIER)).id
    bolivia.cases().assess(case, own_matter())
    told = hearing(read_back=read_back, **parts)
    view = bolivia.hearings().record(case, told)
    assert view.minutes == checked_minutes(told, EARLIER, START, frozenset())
    assert bolivia.hearings().sessions(case) == (view,)


def test_somebody_is_called_in_neutral_words_and_by_code(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER)).id
    named = bolivia.parties().add(case, party(PartyRole.NAMED)).id
    witness = bolivia.parties().add(case, party(PartyRole.WITNESS)).id
    later, sooner = START + timedelta(days=2), START + timedelta(days=1)
    second = bolivia.hearings("berta").cite(case, named, later, "  Para   tratar un asunto canario. ")
    first = bolivia.hearings("berta").cite(case, witness, sooner, "Para lo mismo.")
    assert (second.code, second.words, second.called_for) == ("S-01", "Para tratar un asunto canario.", later)
    assert bolivia.hearings().citations(case) == (first, second)
    assert "canario" not in plain_text_of(bolivia)
    for statement in ("UPDATE citations SET called_for = ''", "DELETE FROM citations"):
        with pytest.raises(DBAPIError, match="citations: no"), bolivia.vault.session() as session:
            session.execute(text(statement))


def test_nobody_whom_a_call_would_expose_is_called_on_an_excluded_matter(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    for role, age in (
        (PartyRole.VICTIM, AgeStatus.ADULT),
        (PartyRole.NAMED, AgeStatus.ADULT),
        (PartyRole.WITNESS, AgeStatus.CHILD),
        (PartyRole.WITNESS, AgeStatus.UNKNOWN),
    ):
        somebody = bolivia.parties().add(case, party(role, age))
        with pytest.raises(CitationForbidden) as caught:
            bolivia.hearings().cite(case, somebody.id, START + timedelta(days=1), "Para tratar un asunto.")
        assert caught.value.code == somebody.code
    assert bolivia.hearings().citations(case) == ()


def test_a_call_says_when_and_why_and_calls_somebody_of_the_case(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    witness = bolivia.parties().add(case, party(PartyRole.WITNESS)).id
    with pytest.raises(SessionUnordered):
        bolivia.hearings().cite(case, witness, START, "Para tratar un asunto.")
    with pytest.raises(FieldMissing):
        bolivia.hearings().cite(case, witness, START + timedelta(days=1), " ")
    with pytest.raises(PartyAbsent):
        bolivia.hearings().cite(case, PartyId("nobody"), START + timedelta(days=1), "Para tratar un asunto.")


def test_a_session_of_another_case_is_absent(bolivia: DeskInUse) -> None:
    one = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    other = bolivia.suspected().id
    session = bolivia.hearings().record(one, reserved()).id
    assert bolivia.session_of(one, session).minutes.presiding == (ANA,)
    for case, wanted in ((other, session), (one, SessionId("none"))):
        with pytest.raises(SessionAbsent):
            bolivia.session_of(case, wanted)


def test_nothing_of_a_record_stands_in_the_open(bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake(EARLIER, suspicion=True)).id
    canary = "punto canario"
    bolivia.hearings().record(case, reserved(decision=canary, place=canary, points=(Point(PointKind.NOTICE, canary),)))
    assert canary not in plain_text_of(bolivia)
