from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pyrage import x25519

from justice_desk.accounts.rules import Role, UseCase
from justice_desk.bootstrap import Desk, wired
from justice_desk.cases.rules import CaseState, Outcome
from justice_desk.communities.rules import NewTerm
from justice_desk.foundations.ids import CaseId
from justice_desk.foundations.progress import Unwatched
from justice_desk.handoffs.rules import Stage
from justice_desk.hearings.rules import SessionKind
from tests.desks import DeskInUse
from tests.intakes import intake, own_matter
from tests.ui.cases.at_hand import sitting_of
from ui.appearance import Appearance
from ui.cases.case_file import CaseFile, read_file
from ui.cases.progress import Deed, Lack, lacking, steps_of
from ui.cases.tab_keys import TabKey
from ui.commands import story as told
from ui.commands.story import Keys, Story
from ui.widgets.stepper import Standing
from ui.workplace import Workplace

ANA = frozenset({Role.AUTHORITY})


@pytest.fixture
def desk(bolivia: DeskInUse, appearance: Appearance) -> Desk:
    made = wired(bolivia.acting("ana"))
    story = Story("bo")
    founder = story.authorities()[0]
    made.communities.enter_term(NewTerm(founder.office, founder.name, (bolivia.clock() - timedelta(days=30)).date()))
    return made


def file_of(desk: Desk, case: CaseId, bolivia: DeskInUse) -> CaseFile:
    return read_file(desk, case, ANA, bolivia.clock())


def goals(found: Sequence[Lack]) -> list[TabKey | Deed | None]:
    return [lack.goal for lack in found]


def done(file: CaseFile) -> list[bool]:
    return [step.standing is Standing.DONE for step in steps_of(file)]


def test_an_excluded_case_goes_from_the_notice_to_the_receipt(desk: Desk, bolivia: DeskInUse, tmp_path: Path) -> None:
    story, clock = Story("bo"), bolivia.clock
    case = desk.cases.register(story.intake(clock())).id
    file = file_of(desk, case, bolivia)
    assert goals(lacking(file)) == [
        TabKey.HANDOFF,
        TabKey.PEOPLE,
        TabKey.MEASURES,
        TabKey.HEARINGS,
        TabKey.HANDOFF,
    ]
    assert done(file) == [True, *[False] * 6]
    assert steps_of(file)[1].standing is Standing.CURRENT

    for party in story.parties():
        desk.parties.add(case, party)
    file = file_of(desk, case, bolivia)
    assert [lack.title for lack in lacking(file)][:2] == [
        "Dar el aviso verbal",
        "Aviso a la Defensoría de la Niñez y Adolescencia",
    ]
    for term in story.terms(clock()):
        desk.communities.enter_term(term)
    session = told.protect(desk, story, case, clock)
    file = file_of(desk, case, bolivia)
    assert [lack.title for lack in lacking(file)] == ["Emitir el acta de la sesión", "Preparar la remisión"]
    desk.documents.issue_acta(case, session.id)
    assert done(file_of(desk, case, bolivia)) == [*[True] * 5, False, False]

    keys = Keys(str(x25519.Identity.generate().to_public()), str(x25519.Identity.generate().to_public()))
    receiver = told.confirmed_receiver(desk, story, keys)
    handoff = desk.handoffs.prepare(case, story.plan(receiver.id)).id
    (lack,) = lacking(file_of(desk, case, bolivia))
    assert lack.title == "Sellar el paquete"
    assert lack.words.startswith("Antes falta: ")
    desk.letters.issue_oficio(case, handoff)
    desk.handoffs.review(case, handoff)
    assert lacking(file_of(desk, case, bolivia))[0].words == "Todo está listo."
    (tmp_path / "drive").mkdir()
    sealed = desk.sealing.seal(case, handoff, tmp_path / "drive", Unwatched())
    assert lacking(file_of(desk, case, bolivia))[0].title == "Enviar el paquete sellado"
    told.travel(desk, story, case, sealed.id, clock)
    file = file_of(desk, case, bolivia)
    assert lacking(file) == ()
    assert all(done(file))
    sent = replace(file, handoffs=(replace(file.handoffs[0], stage=Stage.DELIVERED),))
    assert lacking(sent)[0].title == "Conseguir el acuse de recibo"
    lost = replace(file, handoffs=(replace(file.handoffs[0], stage=Stage.LOST),))
    assert lost.handoff is None
    assert lost.setback is not None
    assert "Extraviado" in lacking(lost)[0].words


def test_a_country_without_a_rule_for_the_notice_counts_the_notices(desk: Desk, bolivia: DeskInUse) -> None:
    file = file_of(desk, bolivia.suspected().id, bolivia)
    bare = replace(file, profile=replace(file.profile, deadlines=()))
    assert lacking(bare)[0].title == "Dar el aviso verbal"


def test_an_undecided_case_is_decided_by_an_authority(desk: Desk, bolivia: DeskInUse) -> None:
    file = file_of(desk, bolivia.unclear().id, bolivia)
    assert goals(lacking(file)) == [Deed.ASSESS, TabKey.PEOPLE]
    assert [step.title for step in steps_of(file)][1:] == ["A quién corresponde el asunto", "Personas, con código"]
    clerk = replace(file, may=file.may - {UseCase.ASSESS_COMPETENCE})
    assert lacking(clerk)[0].goal is None
    assert "autoridad" in lacking(clerk)[0].words


def test_an_own_matter_goes_to_its_hearing(desk: Desk, bolivia: DeskInUse) -> None:
    story = Story("bo")
    for term in story.terms(bolivia.clock()):
        desk.communities.enter_term(term)
    case, hearing = told.hear_own_matter(desk, story, bolivia.clock)
    file = file_of(desk, case, bolivia)
    assert [lack.title for lack in lacking(file)] == [
        "Agregar a las personas, con código",
        "Emitir el acta de la sesión",
    ]
    before = replace(file, sessions=())
    assert [lack.title for lack in lacking(before)][1] == "Hacer la audiencia"
    desk.documents.issue_acta(case, hearing.id)
    file = file_of(desk, case, bolivia)
    assert file.has_acta(SessionKind.HEARING)
    assert goals(lacking(file)) == [TabKey.PEOPLE]
    assert done(file) == [True, True, False, True]


def test_a_doubt_still_waits_for_its_decision(desk: Desk, bolivia: DeskInUse) -> None:
    case = bolivia.cases().register(intake()).id
    desk.cases.assess(case, own_matter(outcome=Outcome.IN_DOUBT))
    file = file_of(desk, case, bolivia)
    assert file.case.state is CaseState.IN_DOUBT
    assert goals(lacking(file))[0] is Deed.ASSESS


def test_what_somebody_may_do_is_read_with_the_case(bolivia: DeskInUse, workplace: Workplace) -> None:
    case = bolivia.suspected().id
    assert UseCase.READ_IDENTITY in read_file(workplace.desk, case, workplace.roles, bolivia.clock()).may
    with sitting_of(bolivia, "berta") as clerk:
        file = read_file(clerk.desk, case, clerk.roles, bolivia.clock())
        assert UseCase.READ_IDENTITY not in file.may
        assert file.case.account is None
