from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.accounts.rules import (
    NO_ACTS,
    PERMISSIONS,
    NameMissing,
    Role,
    UseCase,
    holds_office_keys,
    permitted,
    roles_in,
    scopes_of,
    tidy_name,
)
from justice_desk.foundations.fields import CharacterRefused, FieldTooLong, folded
from justice_desk.vault.rules import CASE_SCOPES, Scope

EVERY_SET_OF_ROLES = [frozenset(chosen) for size in range(5) for chosen in combinations(Role, size)]
MATRIX = [(use_case, role, own) for use_case in UseCase for role in Role for own in (True, False)]


def test_every_use_case_has_one_line_in_the_table() -> None:
    assert set(PERMISSIONS) == set(UseCase)
    assert all(permission.any_case | permission.own_case for permission in PERMISSIONS.values())
    assert not any(permission.any_case & permission.own_case for permission in PERMISSIONS.values())


@pytest.mark.parametrize(("use_case", "role", "own"), MATRIX)
def test_the_table_decides(use_case: UseCase, role: Role, own: bool) -> None:
    line = PERMISSIONS[use_case]
    allowed = role in line.any_case or (own and role in line.own_case)
    assert permitted(use_case, frozenset({role}), own=own) is allowed


@pytest.mark.parametrize("use_case", UseCase)
def test_somebody_with_several_roles_may_do_what_any_of_them_may(use_case: UseCase) -> None:
    for roles in EVERY_SET_OF_ROLES:
        for own in (True, False):
            single = any(permitted(use_case, frozenset({role}), own=own) for role in roles)
            assert permitted(use_case, roles, own=own) is single


@pytest.mark.parametrize("use_case", UseCase)
def test_whoever_has_no_role_may_do_nothing(use_case: UseCase) -> None:
    assert not permitted(use_case, frozenset(), own=True)


# Who reads, seals and decides, from the domain's table of need to know: not read from the code.
MAY_NOT = [
    (Role.CLERK, UseCase.READ_IDENTITY),
    (Role.CLERK, UseCase.READ_TESTIMONY),
    (Role.CLERK, UseCase.ISSUE_SECRET_DOCUMENT),
    (Role.CLERK, UseCase.SEAL_HANDOFF),
    (Role.CLERK, UseCase.DELIVER_HANDOFF),
    (Role.CLERK, UseCase.RESOLVE),
    (Role.CLERK, UseCase.AGREE),
    (Role.CLERK, UseCase.ASSESS_COMPETENCE),
    (Role.CLERK, UseCase.ADD_PERSON),
    (Role.LIAISON, UseCase.RESOLVE),
    (Role.LIAISON, UseCase.AGREE),
    (Role.LIAISON, UseCase.ASSESS_COMPETENCE),
    (Role.LIAISON, UseCase.ADD_PERSON),
    (Role.DEFENDER, UseCase.RESOLVE),
    (Role.DEFENDER, UseCase.AGREE),
    (Role.DEFENDER, UseCase.ADD_PERSON),
    (Role.DEFENDER, UseCase.SEAL_HANDOFF),
]


@pytest.mark.parametrize(("role", "use_case"), MAY_NOT)
def test_need_to_know_is_kept_even_on_ones_own_case(role: Role, use_case: UseCase) -> None:
    assert not permitted(use_case, frozenset({role}), own=True)


@pytest.mark.parametrize(
    "use_case", [UseCase.READ_CASES, UseCase.READ_IDENTITY, UseCase.READ_TESTIMONY, UseCase.ALERT, UseCase.ADD_PARTY]
)
def test_a_defender_works_on_her_own_cases_alone(use_case: UseCase) -> None:
    assert permitted(use_case, frozenset({Role.DEFENDER}), own=True)
    assert not permitted(use_case, frozenset({Role.DEFENDER}), own=False)


def test_what_decides_over_people_keys_and_packets_belongs_to_two_persons() -> None:
    paired = {use_case for use_case, permission in PERMISSIONS.items() if permission.two_persons}
    assert paired == {
        UseCase.ADD_PERSON,
        UseCase.REMOVE_PERSON,
        UseCase.ADMIT_PERSON,
        UseCase.RENEW_RECOVERY,
        UseCase.HAND_OVER_DESK,
        UseCase.REVIEW_HANDOFF,
        UseCase.SEAL_HANDOFF,
    }


def test_only_settings_and_drafts_are_no_acts() -> None:
    assert {UseCase.CHANGE_SETTINGS} == NO_ACTS


@pytest.mark.parametrize("roles", EVERY_SET_OF_ROLES)
def test_keys_follow_the_table_of_need_to_know(roles: frozenset[Role]) -> None:
    for own in (True, False):
        reads = frozenset(
            scope
            for scope, use_case in [
                (Scope.SUMMARY, UseCase.READ_CASES),
                (Scope.TESTIMONY, UseCase.READ_TESTIMONY),
                (Scope.IDENTITY, UseCase.READ_IDENTITY),
            ]
            if permitted(use_case, roles, own=own)
        )
        assert scopes_of(roles, own=own) == reads


def test_a_clerk_is_admitted_to_no_secret() -> None:
    for own in (True, False):
        assert scopes_of(frozenset({Role.CLERK}), own=own) == {Scope.SUMMARY}
    assert scopes_of(frozenset({Role.CLERK, Role.DEFENDER}), own=True) == set(CASE_SCOPES)


def test_the_offices_keys_are_held_by_those_who_seal() -> None:
    for roles in EVERY_SET_OF_ROLES:
        assert holds_office_keys(roles) is permitted(UseCase.SEAL_HANDOFF, roles, own=False)


@given(st.sets(st.sampled_from(Role)))
def test_roles_are_read_back(roles: set[Role]) -> None:
    assert roles_in(",".join(sorted(roles))) == roles


@pytest.mark.parametrize("text", ["", ",", "jefe", "AUTORIDAD", " autoridad", "autoridad;actas"])
def test_a_word_that_is_no_role_gives_no_permission(text: str) -> None:
    assert roles_in(text) == frozenset()
    assert roles_in(f"{text},actas") == {Role.CLERK}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana   Ejemplo ", "Ana Ejemplo"),
        ("Jose\u0301", "José"),
        ("A\u200bna", "Ana"),
        ("Ana\u00a0Ejemplo", "Ana Ejemplo"),
    ],
)
def test_a_name_is_kept_tidy(typed: str, kept: str) -> None:
    assert tidy_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "\u0301", "\u202e"])
def test_a_name_that_cannot_be_read_is_missing(typed: str) -> None:
    with pytest.raises(NameMissing):
        tidy_name(typed)


def test_a_name_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(FieldTooLong):
        tidy_name("a" * 1000)
    with pytest.raises(CharacterRefused):
        tidy_name("Ana\x00")


@given(st.text(max_size=20))
def test_a_tidy_name_is_tidy_and_folds_as_it_did(typed: str) -> None:
    try:
        tidied = tidy_name(typed)
    except (NameMissing, CharacterRefused):
        return
    assert tidy_name(tidied) == tidied
    assert folded(tidied)
