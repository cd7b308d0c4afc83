from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.cases.rules import AgeStatus, CaseState, ExcludedMatter, NotOwnMatter, PartyRole
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import CharacterRefused, FieldMissing, FieldTooLong
from justice_desk.hearings.rules import (
    AgreementForbidden,
    Attendee,
    CitationForbidden,
    Confirmation,
    HearingForbidden,
    Minutes,
    OfficeMissing,
    Point,
    PointForbidden,
    PointKind,
    SessionKind,
    SessionUnordered,
    Signing,
    WitnessesMissing,
    checked_minutes,
    kinds_allowed,
    require_agreement,
    require_citable,
    require_kind,
)
from tests.hearings.records import ANA, hearing, reserved
from tests.stores import START

OFFICES = frozenset({ANA.name, "Dos Ficticia"})
KNOWN = START - timedelta(hours=5)


def kept(minutes: Minutes) -> Minutes:
    return checked_minutes(minutes, KNOWN, START, OFFICES)


@given(state=st.sampled_from(CaseState), excluded=st.booleans())
def test_a_hearing_is_held_only_on_a_matter_that_is_the_communitys_own(state: CaseState, excluded: bool) -> None:
    allowed = kinds_allowed(state, excluded=excluded)
    assert SessionKind.RESERVED in allowed
    require_kind(SessionKind.RESERVED, state, excluded=excluded)
    if state is CaseState.OWN_MATTER and not excluded:
        assert SessionKind.HEARING in allowed
        require_kind(SessionKind.HEARING, state, excluded=excluded)
    else:
        with pytest.raises(HearingForbidden) as caught:
            require_kind(SessionKind.HEARING, state, excluded=excluded)
        assert caught.value.state is state


@pytest.mark.parametrize("state", CaseState)
def test_no_agreement_is_made_on_an_excluded_matter_nor_before_it_was_assessed(state: CaseState) -> None:
    with pytest.raises(ExcludedMatter):
        require_agreement(state, excluded=True)
    if state is not CaseState.OWN_MATTER:
        with pytest.raises(NotOwnMatter):
            require_agreement(state, excluded=False)


@given(role=st.sampled_from(PartyRole), age=st.sampled_from(AgeStatus))
def test_victim_person_named_and_child_are_not_called_on_an_excluded_matter(role: PartyRole, age: AgeStatus) -> None:
    require_citable(role, age, "X-01", excluded=False)
    if role in {PartyRole.VICTIM, PartyRole.NAMED} or age is not AgeStatus.ADULT:
        with pytest.raises(CitationForbidden) as caught:
            require_citable(role, age, "X-01", excluded=True)
        assert caught.value.code == "X-01"
    else:
        require_citable(role, age, "X-01", excluded=True)


@pytest.mark.parametrize("kind", [kind for kind in PointKind if kind is not PointKind.MATTER])
def test_a_reserved_session_deals_with_notice_protection_and_remission(kind: PointKind) -> None:
    assert kept(reserved(points=(Point(kind, "x"),))).points == (Point(kind, "x"),)


def test_and_with_nothing_else() -> None:
    with pytest.raises(PointForbidden) as caught:
        kept(reserved(points=(Point(PointKind.NOTICE, "x"), Point(PointKind.MATTER, "El asunto"))))
    assert caught.value.kind is PointKind.MATTER
    with pytest.raises(AgreementForbidden):
        kept(reserved(agreements=("Se casan.",)))


@pytest.mark.parametrize("place", ["presiding", "attendance"])
def test_only_whoever_holds_an_office_takes_part_in_a_reserved_session(place: str) -> None:
    present = (Attendee(" Dos   Ficticia ", "Mallku"),)
    assert vars(kept(reserved(**{place: present})))[place] == (Attendee("Dos Ficticia", "Mallku"),)
    with pytest.raises(OfficeMissing) as caught:
        kept(reserved(**{place: (ANA, Attendee("Pedro Figurado", "Mallku"))}))
    assert caught.value.name == "Pedro Figurado"


def test_anybody_may_attend_a_hearing() -> None:
    assert kept(hearing()).attendance == (Attendee("Familia Ficticia", ""),)
    assert kept(hearing()).agreements == ("Caminan el lindero.",)


@pytest.mark.parametrize(
    ("held", "ended"),
    [(-6, 0), (-1, -2), (-1, 1), (1, 2)],
    ids=["before it was known", "ends first", "ends later", "future"],
)
def test_a_session_lies_between_knowledge_and_now_and_ends_after_it_begins(held: int, ended: int) -> None:
    with pytest.raises(SessionUnordered):
        kept(reserved(START + timedelta(hours=ended), held_at=START + timedelta(hours=held)))


def test_a_session_may_be_what_made_the_matter_known_and_end_this_moment() -> None:
    assert kept(reserved(START, held_at=KNOWN)).held_at == KNOWN


@pytest.mark.parametrize("signing", [Signing.FINGERPRINT, Signing.ON_REQUEST])
@pytest.mark.parametrize(
    "witnesses", [(), ("Uno",), ("Uno", " uno "), ("Uno", "  "), ("Uno", "T-01 "), ("Uno", "UNO", "t-01")]
)
def test_a_fingerprint_needs_two_witnesses_who_are_two_others(signing: Signing, witnesses: tuple[str, ...]) -> None:
    with pytest.raises(WitnessesMissing) as caught:
        kept(hearing(confirmations=(Confirmation("T-01", "", signing, witnesses),)))
    assert caught.value.name == "T-01"


@pytest.mark.parametrize("signing", [Signing.FINGERPRINT, Signing.ON_REQUEST])
def test_with_two_witnesses_a_fingerprint_is_as_good_as_a_signature(signing: Signing) -> None:
    (confirmed,) = kept(hearing(confirmations=(Confirmation("T-01", "", signing, (" Uno ", "Dos")),))).confirmations
    assert (confirmed.signing, confirmed.witnesses) == (signing, ("Uno", "Dos"))


def test_whoever_does_not_sign_says_why_and_a_signature_needs_nobody() -> None:
    signed = (Confirmation("X", "", Signing.SIGNATURE),)
    assert kept(hearing(confirmations=signed)).confirmations == signed
    with pytest.raises(FieldMissing) as caught:
        kept(hearing(confirmations=(Confirmation("X", "", Signing.NOT_SIGNED, reason=" "),)))
    assert caught.value.field == "reason"
    (said,) = kept(hearing(confirmations=(Confirmation("X", "", Signing.NOT_SIGNED, reason=" se fue "),))).confirmations
    assert said.reason == "se fue"


@pytest.mark.parametrize(
    ("changes", "fault", "field"),
    [
        ({"presiding": ()}, FieldMissing, "presiding"),
        ({"points": ()}, FieldMissing, "points"),
        ({"points": (Point(PointKind.MATTER, "  "),)}, FieldMissing, "points"),
        ({"place": " "}, FieldMissing, "place"),
        ({"decision": ""}, FieldMissing, "decision"),
        ({"language": ""}, FieldMissing, "language"),
        ({"attendance": (Attendee(" ", "Mallku"),)}, FieldMissing, "attendance"),
        ({"confirmations": (Confirmation("", "", Signing.SIGNATURE),)}, FieldMissing, "name"),
        ({"folio": "1" * 301}, FieldTooLong, "folio"),
        ({"book": "Libro \x00"}, CharacterRefused, "book"),
        ({"agenda": ("uno", "\u202e")}, CharacterRefused, "agenda"),
        ({"agreements": ("\x07",)}, CharacterRefused, "agreements"),
        ({"interpreter": "\ue000"}, CharacterRefused, "interpreter"),
    ],
)
def test_a_record_that_does_not_do_is_refused_by_the_name_of_its_field(
    changes: dict[str, object], fault: type[DeskError], field: str
) -> None:
    with pytest.raises(fault) as caught:
        kept(hearing(**changes))
    assert vars(caught.value)["field"] == field


def test_a_record_is_kept_tidy_and_whole() -> None:
    told = hearing(
        points=(Point(PointKind.MATTER, " uno "), Point(PointKind.NOTICE, " "), Point(PointKind.PROTECTION, "dos")),
        agenda=(" a ", "", "b"),
        agreements=("", " se acuerda "),
        decision=" sí \n",
        book="Libro 3",
        folio=" 112 ",
        interpreter="Uno",
        read_back=False,
    )
    found = kept(told)
    assert found.points == (Point(PointKind.MATTER, "uno"), Point(PointKind.PROTECTION, "dos"))
    assert (found.agenda, found.agreements, found.decision) == (("a", "b"), ("se acuerda",), "sí")
    assert (found.book, found.folio, found.interpreter, found.read_back) == ("Libro 3", "112", "Uno", False)
    assert kept(found) == found
