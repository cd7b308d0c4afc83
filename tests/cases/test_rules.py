from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.cases.rules import (
    CODE_LETTER,
    FOLLOWS,
    OLDEST_KNOWLEDGE,
    OWN_DECISIONS,
    UNDECIDED,
    AgeStatus,
    CaseState,
    ExcludedMatter,
    Identity,
    KnowledgeImpossible,
    NotOwnMatter,
    Outcome,
    PartyRole,
    ReasonMissing,
    StateOutOfOrder,
    case_number,
    checked_assessment,
    checked_identity,
    checked_intake,
    checked_reason,
    completed,
    counts_as_child,
    may_follow,
    party_code,
    require_own_matter,
    require_step,
    runs_from,
)
from justice_desk.foundations.fields import LONGEST_TEXT, CharacterRefused, FieldMissing, FieldTooLong
from tests.intakes import IDENTITY, intake, own_matter
from tests.stores import START

STATES = st.sampled_from(CaseState)


def reachable(start: CaseState, *, excluded: bool) -> set[CaseState]:
    found: set[CaseState] = set()
    pending = [start]
    while pending:
        here = pending.pop()
        after = {state for state in CaseState if may_follow(here, state, excluded=excluded)} - found
        found |= after
        pending += after
    return found


def test_every_state_stands_in_the_table() -> None:
    assert set(FOLLOWS) == set(CaseState)


def test_no_path_of_any_length_leads_from_a_remission_to_an_own_decision() -> None:
    assert not reachable(CaseState.MUST_REMIT, excluded=True) & OWN_DECISIONS


def test_the_table_itself_has_no_such_path_even_if_the_exclusion_were_forgotten() -> None:
    assert not reachable(CaseState.MUST_REMIT, excluded=False) & OWN_DECISIONS


@pytest.mark.parametrize("state", CaseState)
def test_from_wherever_an_excluded_case_stands_no_path_leads_to_an_own_decision(state: CaseState) -> None:
    assert not reachable(state, excluded=True) & OWN_DECISIONS


@pytest.mark.parametrize("state", sorted(OWN_DECISIONS | UNDECIDED | {CaseState.FOLLOW_UP, CaseState.CLOSED}))
def test_an_exclusion_that_appears_later_finds_its_way_from_anywhere(state: CaseState) -> None:
    assert may_follow(state, CaseState.MUST_REMIT, excluded=True)


@pytest.mark.parametrize("state", CaseState)
def test_every_state_has_a_way_out_and_every_case_can_end(state: CaseState) -> None:
    for excluded in (True, False):
        if state not in OWN_DECISIONS or not excluded:
            assert {CaseState.CLOSED, CaseState.ARCHIVED} & reachable(state, excluded=excluded)


def test_every_state_can_be_reached() -> None:
    assert reachable(CaseState.REGISTERED, excluded=False) == set(CaseState) - {CaseState.REGISTERED}


@given(current=STATES, asked=STATES, excluded=st.booleans())
def test_a_step_is_refused_exactly_where_it_does_not_follow(
    current: CaseState, asked: CaseState, excluded: bool
) -> None:
    if may_follow(current, asked, excluded=excluded):
        require_step(current, asked, excluded=excluded)
        assert asked in FOLLOWS[current]
    elif excluded and asked in OWN_DECISIONS:
        with pytest.raises(ExcludedMatter):
            require_step(current, asked, excluded=excluded)
    else:
        with pytest.raises(StateOutOfOrder) as caught:
            require_step(current, asked, excluded=excluded)
        assert (caught.value.current, caught.value.asked) == (current, asked)


@pytest.mark.parametrize("state", CaseState)
def test_only_a_matter_found_to_be_the_communitys_own_is_decided_by_it(state: CaseState) -> None:
    with pytest.raises(ExcludedMatter):
        require_own_matter(state, excluded=True)
    if state is CaseState.OWN_MATTER:
        require_own_matter(state, excluded=False)
    else:
        with pytest.raises(NotOwnMatter) as caught:
            require_own_matter(state, excluded=False)
        assert caught.value.current is state


@pytest.mark.parametrize("state", CaseState)
def test_deadlines_run_from_knowledge_unless_the_matter_had_been_decided(state: CaseState) -> None:
    known, now = START, START + timedelta(days=200)
    assert runs_from(state, known, now) == (known if state in UNDECIDED else now)


def test_whoever_is_not_surely_an_adult_is_protected_as_a_child() -> None:
    assert {age for age in AgeStatus if not counts_as_child(age)} == {AgeStatus.ADULT}


def test_every_role_has_a_letter_of_its_own() -> None:
    assert set(CODE_LETTER) == set(PartyRole)
    assert len(set(CODE_LETTER.values())) == len(PartyRole)


@given(st.lists(st.sampled_from(PartyRole), max_size=130))
def test_codes_are_by_role_and_order_and_never_given_twice(roles: list[PartyRole]) -> None:
    taken: list[str] = []
    for role in roles:
        code = party_code(role, frozenset(taken))
        order = 1 + sum(earlier.startswith(CODE_LETTER[role]) for earlier in taken)
        assert code == f"{CODE_LETTER[role]}-{order:02d}"
        assert code not in taken
        taken.append(code)


def test_a_number_tells_country_place_desk_year_and_serial() -> None:
    assert case_number("JIOC-BO-051204-A", 2026, 3) == "JIOC-BO-051204-A-2026-0003"
    assert case_number("JIOC-BO-051204-A", 2026, 12345) == "JIOC-BO-051204-A-2026-12345"


def test_an_intake_is_tidied_and_nothing_of_it_is_lost() -> None:
    told = intake(
        title="  Viaje   con oferta ",
        account="uno\r\ndos\t tres \n\n cuatro  ",
        exploitation=("b", "a", "b"),
        urgent=True,
        missing_person=True,
        suspicion=True,
    )
    kept = checked_intake(told, START)
    assert kept.title == "Viaje con oferta"
    assert kept.account == "uno\ndos  tres\n\n cuatro"
    assert kept.exploitation == ("b", "a")
    assert (kept.urgent, kept.missing_person, kept.suspicion) == (True, True, True)
    assert (kept.known_at, kept.channel, kept.place) == (told.known_at, told.channel, told.place)


@pytest.mark.parametrize("known", [START + timedelta(seconds=1), START - OLDEST_KNOWLEDGE - timedelta(seconds=1)])
def test_a_moment_of_knowledge_that_cannot_be_right_is_refused(known: datetime) -> None:
    with pytest.raises(KnowledgeImpossible) as caught:
        checked_intake(intake(known), START)
    assert caught.value.given == known


@pytest.mark.parametrize("known", [START, START - OLDEST_KNOWLEDGE, datetime(2001, 2, 3, tzinfo=UTC)])
def test_a_moment_of_knowledge_may_lie_years_back(known: datetime) -> None:
    assert checked_intake(intake(known), START).known_at == known


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("title", "   ", FieldMissing),
        ("account", "\n\t ", FieldMissing),
        ("title", "x" * 301, FieldTooLong),
        ("account", "x" * 500_000, FieldTooLong),
        ("place", "y" * 301, FieldTooLong),
        ("title", "Viaje \x07", CharacterRefused),
        ("account", "la llevó \u202eedrat", CharacterRefused),
        ("place", "Feria \x00", CharacterRefused),
    ],
)
def test_what_cannot_be_kept_is_refused_by_the_name_of_its_field(
    field: str, text: str, fault: type[FieldMissing | FieldTooLong | CharacterRefused]
) -> None:
    with pytest.raises(fault) as caught:
        checked_intake(intake(START, **{field: text}), START)
    assert vars(caught.value)["field"] == field


def test_a_very_long_account_is_kept_whole() -> None:
    told = "palabra " * (LONGEST_TEXT // 8 - 1) + "fin"
    assert checked_intake(intake(account=told), START).account == told


def test_suspicion_or_a_form_of_exploitation_is_enough() -> None:
    assert intake(suspicion=True).suspected
    assert intake(exploitation=("por_determinar",)).suspected
    assert not intake(urgent=True, missing_person=True).suspected


def test_a_reason_must_be_written() -> None:
    assert checked_reason("  porque sí \n") == "porque sí"
    with pytest.raises(ReasonMissing):
        checked_reason(" \n ")


def test_an_own_matter_needs_its_reason_and_the_scopes_where_the_country_asks_for_them() -> None:
    assert checked_assessment(own_matter(reason=" porque "), asks_scopes=True).reason == "porque"
    with pytest.raises(ReasonMissing):
        checked_assessment(own_matter(reason=" "), asks_scopes=False)
    for scope in ("personal", "material", "territorial"):
        with pytest.raises(ReasonMissing):
            checked_assessment(own_matter(**{scope: "  "}), asks_scopes=True)
        assert vars(checked_assessment(own_matter(**{scope: "  "}), asks_scopes=False))[scope] == ""


def test_a_remission_names_the_exclusion_that_is_its_reason() -> None:
    with pytest.raises(ReasonMissing):
        checked_assessment(own_matter(outcome=Outcome.MUST_REMIT), asks_scopes=False)
    decided = own_matter(outcome=Outcome.MUST_REMIT, exclusions=("violacion", "trafficking", "violacion"))
    assert checked_assessment(decided, asks_scopes=True).exclusions == ("violacion", "trafficking")


@pytest.mark.parametrize("outcome", [Outcome.OWN_MATTER, Outcome.IN_DOUBT])
def test_whoever_marks_an_exclusion_cannot_keep_the_matter(outcome: Outcome) -> None:
    with pytest.raises(ExcludedMatter):
        checked_assessment(own_matter(outcome=outcome, exclusions=("violacion",)), asks_scopes=True)


def test_an_identity_is_kept_as_it_was_told_and_every_field_may_be_empty() -> None:
    assert checked_identity(Identity()) == Identity()
    assert checked_identity(Identity(given_names="  Wayra\tInventada ")).given_names == "Wayra Inventada"
    with pytest.raises(CharacterRefused) as caught:
        checked_identity(Identity(school="Escuela \u2066x"))
    assert caught.value.field == "school"


def test_a_full_name_is_said_in_its_order_without_what_is_missing() -> None:
    assert IDENTITY.full_name == "Wayra Inventada Q'illurumi Tusuyñan"
    assert Identity(maternal="Tusuyñan", married="de Ficticio").full_name == "Tusuyñan de Ficticio"
    assert Identity().full_name == ""


IDENTITIES = st.builds(Identity, **dict.fromkeys(vars(Identity()), st.sampled_from(["", "uno", "dos"])))


@given(IDENTITIES, IDENTITIES)
def test_what_is_written_later_completes_and_never_empties(before: Identity, after: Identity) -> None:
    known = completed(before, after)
    for field, value in vars(known).items():
        assert value == (getattr(after, field) or getattr(before, field))
