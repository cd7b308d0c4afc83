from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import AgeStatus, PartyRole
from justice_desk.handoffs.notice_service import NoticeService
from justice_desk.handoffs.rules import InstitutionUnknown, MomentImpossible
from justice_desk.jurisdictions.loading import load_profile
from tests.desks import DeskInUse, Desks
from tests.handoffs.road import notice
from tests.intakes import intake, party
from tests.plain import plain_text_of
from tests.stores import START

MEETS = {
    "bo": {
        "FE_TRATA": {"AVISO_INMEDIATO", "ALERTA_DESAPARICION"},
        "FELCC_DTTP": {"AVISO_INMEDIATO", "ALERTA_DESAPARICION"},
        "FELCV": {"AVISO_INMEDIATO", "ALERTA_DESAPARICION"},
        "DNA": {"AVISO_DNA"},
        "SLIM": set[str](),
        "SEPDAVI": set[str](),
        "SIJPLU": set[str](),
        "UPAVT": set[str](),
        "CONSULADO": set[str](),
        "MIGRACION": set[str](),
    },
    "gt": {
        "FSCTP": {"AVISO_INMEDIATO", "ALERTA_DESAPARICION"},
        "PNC_DEIC": {"AVISO_INMEDIATO", "ALERTA_DESAPARICION"},
        "SVET": {"ACTIVAR_ERI"},
        "PGN": {"AVISO_PGN"},
        "JUEZ_NINEZ": {"AVISO_PGN"},
        "PDH": set[str](),
        "DEMI": set[str](),
        "CONSULADO": set[str](),
        "MIGRACION": set[str](),
    },
}
"""Which deadlines of a case with a missing child are met by telling whom."""


@pytest.mark.parametrize(("country", "institution"), [(land, one) for land, known in MEETS.items() for one in known])
def test_telling_an_institution_meets_what_it_is_to_be_told(desks: Desks, country: str, institution: str) -> None:
    desk = desks(country)
    case = desk.cases().register(intake(suspicion=True, missing_person=True)).id
    desk.parties().add(case, party(PartyRole.VICTIM, AgeStatus.UNKNOWN))
    desk.clock.turn(minutes=30)
    NoticeService(desk.acting("berta")).log(case, notice(desk.clock(), institution))
    met = {one.kind for one in desk.cases().case(case).deadlines if one.standing is Standing.MET}
    assert met == MEETS[country][institution]


@pytest.mark.parametrize("country", MEETS)
def test_every_institution_of_the_country_was_thought_of(country: str) -> None:
    assert {one.id for one in load_profile(country).institutions} == set(MEETS[country])


def test_a_notice_is_kept_as_it_was_given_and_counts_from_then(bolivia: DeskInUse) -> None:
    case, notices = bolivia.suspected().id, NoticeService(bolivia.acting("berta"))
    bolivia.clock.turn(hours=9)
    given = START + timedelta(minutes=20)
    second = notices.log(case, replace(notice(given + timedelta(hours=1)), answer="Que se remita."))
    first = notices.log(case, notice(given), "  se anotó al volver la luz ")
    assert notices.notices(case) == (first, second)
    assert (first.person, first.said, second.answer) == (notice().person, notice().said, "Que se remita.")
    found = {one.kind: one for one in bolivia.cases().case(case).deadlines}["AVISO_INMEDIATO"]
    assert (found.met_at, found.standing) == (second.given_at, Standing.MET_LATE)


def test_a_late_notice_is_never_refused_and_says_why(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    bolivia.clock.turn(hours=90)
    NoticeService(bolivia.acting("carla")).log(case, notice(bolivia.clock()), "no había señal")
    found = {one.kind: one for one in bolivia.cases().case(case).deadlines}["AVISO_INMEDIATO"]
    assert (found.standing, found.note) == (Standing.MET_LATE, "no había señal")


def test_a_notice_given_before_the_alert_is_found_when_the_alert_comes(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    bolivia.clock.turn(minutes=10)
    NoticeService(bolivia.acting("ana")).log(case, notice(bolivia.clock()))
    bolivia.clock.turn(hours=5)
    alerted = bolivia.cases().alert(case, (), "ahora se sospecha")
    assert {one.kind: one.standing for one in alerted.deadlines}["AVISO_INMEDIATO"] is Standing.MET


def test_a_notice_goes_to_an_institution_of_the_country_and_not_into_the_future(bolivia: DeskInUse) -> None:
    case, notices = bolivia.suspected().id, NoticeService(bolivia.acting("ana"))
    with pytest.raises(InstitutionUnknown):
        notices.log(case, notice(institution="PGN"))
    with pytest.raises(MomentImpossible):
        notices.log(case, notice(START + timedelta(seconds=1)))
    assert notices.notices(case) == ()


def test_a_notice_is_never_changed_and_nothing_of_it_stands_in_the_open(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    NoticeService(bolivia.acting("ana")).log(case, replace(notice(), said="dicho canario", answer="respuesta canaria"))
    for statement in ("UPDATE oral_notices SET case_id = 'x'", "DELETE FROM oral_notices"):
        with pytest.raises(DBAPIError, match="oral_notices: no"), bolivia.vault.session() as session:
            session.execute(text(statement))
    plain = plain_text_of(bolivia)
    assert [word for word in ("canari", "FE_TRATA", "Turno", "telefono") if word in plain] == []
