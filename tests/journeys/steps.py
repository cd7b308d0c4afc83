"""The eight steps of the whole way through, each done on the screens by keyboard, with what must be seen on them."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from justice_desk.accounts.passphrases import NEEDED_SCORE
from justice_desk.cases.rules import CaseState, ExcludedMatter, PartyRole
from justice_desk.documents.rules import Kind
from justice_desk.foundations.progress import Unwatched
from justice_desk.handoffs.rules import Stage
from justice_desk.hearings.rules import CitationForbidden, HearingForbidden, Minutes, SessionKind
from justice_desk.packets.opening import open_packet
from justice_desk.packets.rules import PACKET_FILE
from tests.journeys.canaries import text_of
from tests.journeys.walking import Walk
from tests.ui.cases.steps import add_party, open_case, open_new_case, register, write_identity
from tests.ui.handoffs.steps import (
    confirm_key,
    enter_receipt,
    enter_receiver,
    give_notice,
    issue,
    newest,
    prepare,
    review,
    seal,
    travel,
)
from tests.ui.keyboard import choose, fill, focus, hotkey, now, press, push, reach, tick, tick_all, write
from tests.ui.walker import found_anywhere, readable
from tests.ui.windows import LONG
from ui.administration.page import SECTIONS, AdministrationPage
from ui.cases.case_page import CasePage
from ui.cases.deeds import AssessmentForm
from ui.cases.summary import SummaryTab
from ui.cases.tab_keys import TabKey
from ui.country import label
from ui.documents.listing import DocumentsTab
from ui.documents.preview import Preview
from ui.documents.print_dialog import PrintDialog
from ui.first_run.guide import CODE, PROOF, FoundingGuide
from ui.first_run.keys import PassphraseStep, TypeBackStep
from ui.first_run.steps import CommunityStep, CountryStep, DangerStep, LanguageStep, PersonStep
from ui.handoffs.content import Place
from ui.handoffs.page import HandoffsPage
from ui.handoffs.tab import HandoffTab
from ui.hearings.tab import HearingsTab
from ui.journal.page import JournalPage
from ui.protection.tab import MeasuresTab
from ui.shortcuts import rail_sequence
from ui.unlock.page import UnlockPage

CODES = {PartyRole.VICTIM: "V-01", PartyRole.WITNESS: "T-01", PartyRole.NAMED: "S-01"}
SESSION = 40
"""Minutes that a session lasts."""


def found_the_desk(walk: Walk) -> None:
    """1. The first-run guide: eight answers, and a sheet of paper that is proven before there is a store."""
    hand, told = walk.hand, walk.story.founding("", walk.clock())
    guide = hand.window.centralWidget()
    assert isinstance(guide, FoundingGuide)
    language, country, community, danger, person, secret, code, proof = guide.panel.steps
    assert isinstance(language, LanguageStep)
    assert language.language.value() == "es"
    _go_on(walk, guide)
    assert isinstance(country, CountryStep)
    choose(country.country, told.country)
    _go_on(walk, guide)
    assert isinstance(community, CommunityStep)
    for name in ("community", "hierarchy", "municipality", "place_code", "desk_code", "office"):
        editor = getattr(community, name)
        editor.clear()
        write(editor, getattr(told, name))
    _go_on(walk, guide)
    assert isinstance(danger, DangerStep)
    for place, number in enumerate(told.numbers):
        fill([(danger.labels[place], number.label), (danger.numbers[place], number.number)])
        tick(danger.answered[place])
    _go_on(walk, guide)
    assert isinstance(person, PersonStep)
    write(person.name, told.name)
    tick_all(person.roles, told.roles)
    _go_on(walk, guide)
    assert isinstance(secret, PassphraseStep)
    push(secret.make)
    walk.passphrase = secret.passphrase.value()
    reach(secret.repeated)
    QTest.keyClicks(focus(), walk.passphrase)
    hand.wait_until(lambda: secret.bar.score >= NEEDED_SCORE)
    _go_on(walk, guide)
    hand.wait_until(lambda: guide.panel.place == CODE)
    rows = [label.text() for label in code.findChildren(QLabel) if label.text().count("-") == 2]
    _go_on(walk, guide)
    _go_on(walk, guide)
    assert isinstance(proof, TypeBackStep)
    assert guide.panel.place == PROOF, "nobody goes on without the sheet"
    assert not walk.store.exists()
    for name, editor in proof.form._edits.items():
        write(editor, rows[int(name.removeprefix("row")) - 1])
    with walk.qtbot.waitSignal(hand.window.unlocked, timeout=LONG):
        _go_on(walk, guide)
    hand.settle()
    assert walk.store.exists()


def register_the_case(walk: Walk) -> None:
    """2. What was told, a victim, a witness and a person named by code; who they are is written apart."""
    hand = walk.hand
    told = register(hand, walk.story.intake(walk.clock()))
    assert told.title.text() == "Este caso debe remitirse"
    push(told.go)
    hand.settle()
    walk.cases.append(hand.front(CasePage).case)
    for party, identity in zip(walk.story.parties(), walk.story.identities(), strict=True):
        add_party(hand, party)
        write_identity(hand, CODES[party.role], identity)
        assert found_anywhere(identity.paternal) == []
    written = {party.role: party.code for party in walk.desk.cases.case(walk.case).parties if party.identity_written}
    assert written == CODES


def see_that_it_must_be_handed_over(walk: Walk) -> None:
    """3. The case must be handed over, its deadlines run; no agreement, no open hearing, nobody exposed is called."""
    hand, hearings = walk.hand, walk.desk.hearings
    case, profile = walk.desk.cases.case(walk.case), walk.desk.communities.profile()
    assert case.state is CaseState.MUST_REMIT
    summary = said(hand.open_tab(TabKey.SUMMARY, SummaryTab))
    assert case.deadlines
    assert {label(profile, "deadline", view.kind) for view in case.deadlines} <= summary
    tab = hand.open_tab(TabKey.HEARINGS, HearingsTab)
    (why,) = (text for text in said(tab) if text.startswith("Este caso va a la fiscalía"))
    assert "No se hace audiencia abierta, ni acuerdo, ni citación a la víctima, a la persona señalada" in why
    assert not tab.panel.hearing.isVisible()
    assert not tab.citations.isVisible()
    push(tab.panel.reserved)
    assert tab.form is not None
    assert tab.form.agreements is None
    push(tab.form.back)
    now_, reserved = walk.clock(), walk.story.reserved_session(walk.clock())
    with pytest.raises(HearingForbidden):
        hearings.record(walk.case, walk.story.hearing(now_))
    with pytest.raises(ExcludedMatter):
        hearings.record(walk.case, replace(reserved, agreements=("Se arregla entre las familias",)))
    for party in case.parties:
        if party.role in {PartyRole.VICTIM, PartyRole.NAMED}:
            with pytest.raises(CitationForbidden):
                hearings.cite(walk.case, party.id, now_ + timedelta(days=1), "Para conversar")


def hold_the_session_and_hear_the_own_matter(walk: Walk) -> None:
    """4. The reserved session and a measure; a second case, of the community's own, and its hearing."""
    hand, story = walk.hand, walk.story
    _hold(walk, story.reserved_session(walk.clock()))
    _decide_measure(walk)
    told = register(hand, story.own_intake(walk.clock()))
    assert told.title.text() == "El caso está registrado"
    push(told.go)
    hand.settle()
    walk.cases.append(hand.front(CasePage).case)
    _assess(walk)
    _hold(walk, story.hearing(walk.clock()))
    (hearing,) = walk.desk.hearings.sessions(walk.cases[-1])
    assert hearing.minutes.agreements == story.hearing(walk.clock()).agreements


def issue_look_and_print(walk: Walk, printed: Path) -> None:
    """5. The actas and the letter: looked at before they are issued, and printed."""
    _issue_acta(walk)
    open_case(walk.hand, walk.case)
    _issue_acta(walk)
    guide = walk.guide
    give_notice(walk)
    enter_receiver(walk, walk.office)
    confirm_key(walk)
    prepare(walk, walk.story.told("plan", "facts"))
    assert guide.place() is Place.PAPERS
    push(walk.hand.button("Mirar primero"))
    assert "V-01" in _looked_at(walk)
    issue(walk, papers=2)
    tab = walk.hand.open_tab(TabKey.DOCUMENTS, DocumentsTab)
    for document in walk.desk.documents.documents(walk.case):
        if document.kind is Kind.RESERVED_SHEET:
            continue
        push(walk.hand.button("Ver", document.number))
        assert document.code in _looked_at(walk)
        push(walk.hand.button("Imprimir", document.number))
        dialog = walk.hand.dialog(PrintDialog)
        write(dialog.purpose, "Para el cuaderno del caso")
        push(dialog.start)
        walk.hand.wait_until(dialog.yes.isVisible)
        walk.hand.look()
        push(dialog.yes)
        walk.hand.settle()
        assert printed.read_bytes() == walk.desk.documents.pdf(walk.case, document.id)
        assert any("Para el cuaderno del caso" in text for text in said(tab))


def seal_and_verify(walk: Walk, drive: Path) -> None:
    """6. The packet on the drive, read back; the prosecutor opens it, and names are only in the annex."""
    walk.hand.open_tab(TabKey.HANDOFF, HandoffTab)
    review(walk)
    seal(walk)
    handoff = newest(walk)
    assert handoff.stage is Stage.SEALED
    packet = drive / handoff.packet_id / PACKET_FILE
    assert hashlib.sha256(packet.read_bytes()).hexdigest() == handoff.packet_sha256
    assert any("Exportado" in text for text in said(walk.guide.seal.result))
    office, names = walk.office, [identity.full_name for identity in walk.story.identities()]
    with open_packet(packet, str(office.packet), office.directory(walk.desk), Unwatched()) as opened:
        open_part = str(opened.remission)
        for document in opened.remission.documents:
            with opened.document(document) as file:
                open_part += text_of(file.read())
        with opened.annex(opened.remission.annexes[0], str(office.annex)) as annex:
            annexed = json.dumps(annex.identities, ensure_ascii=False)
    assert "V-01" in open_part
    assert not [name for name in names if name in open_part]
    assert all(name.split()[0] in annexed for name in names)


def enter_the_receipt(walk: Walk, drive: Path) -> None:
    """7. The road, the receipt, the list of handoffs, and a journal that holds."""
    hand = walk.hand
    travel(walk)
    enter_receipt(walk, walk.office.acknowledgement(drive / newest(walk).packet_id, walk.desk))
    assert newest(walk).stage is Stage.ACKNOWLEDGED
    handoffs = hand.open_page("handoffs", HandoffsPage)
    assert label(walk.desk.communities.profile(), "stage", Stage.ACKNOWLEDGED) in said(handoffs)
    journal = hand.open_page("journal", JournalPage)
    push(journal.check)
    hand.wait_until(journal.good.isVisible)
    hand.settle()
    standing = walk.desk.accounts.verify_journal()
    assert standing.fault_at is None
    assert standing.head in journal.good.text.text()
    assert journal.model.rowCount() == standing.size
    acts = {line.action for line in walk.desk.accounts.newest_acts()}
    assert acts >= {"register_case", "write_identity", "print_document", "seal_handoff", "enter_receipt"}


def look_round(walk: Walk) -> None:
    """Look at every page of the rail, and at every part of the administration, as they stand now."""
    hand = walk.hand
    for number, key in enumerate(hand.shell._pages, start=1):
        hotkey(rail_sequence(number))
        assert hand.shell.front == key
        hand.settle()
    administration = hand.open_page("administration", AdministrationPage)
    reach(administration.row.tab(administration.front))
    for _ in SECTIONS:
        press(Qt.Key.Key_Right)
        hand.settle()


def lock_and_come_back(walk: Walk, way: Callable[[Walk], None], text: str) -> None:
    """8. Locked while a field holds unsaved text; unlocked, the text is there."""
    hand = walk.hand
    panel = open_new_case(hand)
    if panel.offer.isVisible():
        push(panel.offer.action)
    assert panel.form is not None
    write(panel.form.account, text)
    with walk.qtbot.waitSignal(hand.window.locked, timeout=LONG):
        way(walk)
    assert found_anywhere(text) == []
    door = hand.window.centralWidget()
    assert isinstance(door, UnlockPage)
    hand.wait_until(door.isVisible)
    hand.come_back()
    hand.look()
    write(door.form.name, walk.story.founding("", walk.clock()).name)
    reach(door.form.passphrase)
    QTest.keyClicks(focus(), walk.passphrase)
    with walk.qtbot.waitSignal(hand.window.unlocked, timeout=LONG):
        press(Qt.Key.Key_Return)
    hand.settle()
    panel = open_new_case(hand)
    hand.wait_until(panel.offer.isVisible)
    push(panel.offer.action)
    assert panel.form is not None
    assert text in panel.form.account.value()


def by_button(walk: Walk) -> None:
    """Lock by the button in the bar."""
    push(walk.hand.shell.top_bar.lock)


def by_key(_walk: Walk) -> None:
    """Lock by the key."""
    hotkey("Ctrl+L")


def by_going_away(walk: Walk) -> None:
    """Touch nothing for as long as the desk allows."""
    sitting = walk.hand.window.sitting
    assert sitting is not None
    for _ in range(sitting.watch._allowed):
        sitting.watch.tick()


def said(part: QWidget) -> set[str]:
    """Return every text that can be read on a part of the screen."""
    return set(readable(part))


def _go_on(walk: Walk, guide: FoundingGuide) -> None:
    walk.hand.look()
    push(guide.panel.forward)


def _hold(walk: Walk, minutes: Minutes) -> None:
    """Record a session that begins now."""
    tab = walk.hand.open_tab(TabKey.HEARINGS, HearingsTab)
    push(tab.panel.reserved if minutes.kind is SessionKind.RESERVED else tab.panel.hearing)
    form = tab.form
    assert form is not None
    now(form.held_at)
    walk.clock.turn(minutes=SESSION)
    now(form.ended_at)
    write(form.place, minutes.place)
    if form.people is not None and form.agreements is not None:
        write(form.people, "\n".join(one.name for one in minutes.attendance))
        write(form.agreements, "\n\n".join(minutes.agreements))
    write(form.agenda, "\n".join(minutes.agenda))
    for kind, editor in form.points.items():
        write(editor, "\n\n".join(point.text for point in minutes.points if point.kind is kind))
    fill([(form.decision, minutes.decision), (form.book, minutes.book), (form.folio, minutes.folio)])
    walk.hand.look()
    hotkey("Ctrl+S")
    walk.hand.wait_until(lambda: tab.currentWidget() is tab.panel)
    walk.hand.settle()


def _decide_measure(walk: Walk) -> None:
    tab, measure = walk.hand.open_tab(TabKey.MEASURES, MeasuresTab), walk.story.measure(walk.clock())
    choose(tab.protects, measure.protects)
    choose(tab.kind, measure.kind)
    fill([(tab.description, measure.description), (tab.responsible, measure.responsible)])
    choose(tab.acceptance, measure.acceptance)
    hotkey("Ctrl+S")
    walk.hand.wait_until(lambda: len(walk.desk.protection.measures(walk.case)) == 1)
    walk.hand.settle()


def _assess(walk: Walk) -> None:
    tab, assessment = walk.hand.open_tab(TabKey.SUMMARY, SummaryTab), walk.story.own_assessment()
    assert tab.panel.onwards is not None
    push(tab.panel.onwards)
    form = tab.currentWidget()
    assert isinstance(form, AssessmentForm)
    choose(form.outcome, assessment.outcome)
    write(form.reason, assessment.reason)
    fill([(editor, getattr(assessment, scope)) for scope, editor in form.scopes.items()])
    walk.hand.look()
    hotkey("Ctrl+S")
    walk.hand.wait_until(lambda: tab.currentWidget() is tab.panel)
    walk.hand.settle()


def _issue_acta(walk: Walk) -> None:
    walk.hand.open_tab(TabKey.HEARINGS, HearingsTab)
    push(walk.hand.button("Ver el borrador"))
    assert "ACTA" in _looked_at(walk)
    push(walk.hand.button("Emitir el acta"))
    walk.hand.settle()


def _looked_at(walk: Walk) -> str:
    """Return the text of the paper that is shown, and close it."""
    walk.hand.wait_until(lambda: not walk.hand.workplace.jobs.busy)
    preview = walk.hand.dialog(Preview)
    text = text_of(bytes(preview._bytes.data()))
    push(preview.close_sheet)
    walk.hand.settle()
    return text
