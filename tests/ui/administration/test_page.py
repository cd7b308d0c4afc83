from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

import justice_desk
from justice_desk import bootstrap
from justice_desk.accounts.rules import NotPermitted, PassphraseWeak, Role, UseCase
from tests.desks import DeskInUse
from tests.handoffs.road import road
from tests.ui.conftest import Signposts
from tests.ui.keyboard import choose, fill, hotkey, press, push, reach, tick, write
from tests.ui.walker import low_targets, unnamed
from ui.administration.about import AboutSection
from ui.administration.page import SECTIONS, AdministrationPage
from ui.administration.people import PeopleSection
from ui.administration.person_dialog import AddPerson
from ui.administration.receivers import ReceiversSection
from ui.administration.settings import SettingsSection
from ui.administration.term_dialog import EnterTerm
from ui.administration.terms import TermsSection
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import looked_over
from ui.handoffs.receiver_dialogs import ConfirmKey, EnterReceiver
from ui.theme import PaletteName, look
from ui.widgets.text import Text
from ui.workplace import Workplace

STRONG = "lámina corteza nube puente 41"


class PageAtHand:
    """The page on the screen, and the way through its parts and dialogs."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.qtbot = workplace, qtbot
        self.page = AdministrationPage(workplace)
        self.page.resize(1100, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def section(self, key: str) -> None:
        """Open a part."""
        self.page.open_section(key)
        self.settle()

    def settle(self) -> None:
        """Wait for the workers, and come back to the page where no dialog is open."""
        self.qtbot.waitUntil(lambda: not self.workplace.jobs.busy)
        if not any(dialog.isVisible() for dialog in self.page.findChildren(QDialog)):
            with self.qtbot.waitActive(self.page):
                self.page.activateWindow()

    def dialog(self) -> QDialog:
        """Return the dialog that is open, once keys go to it."""
        found = next(one for one in self.page.findChildren(QDialog) if one.isVisible())
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
        return found

    def people(self) -> PeopleSection:
        """Return the part People, open."""
        self.section("people")
        return self.page.findChildren(PeopleSection)[0]

    def terms(self) -> TermsSection:
        """Return the part Offices, open."""
        self.section("terms")
        return self.page.findChildren(TermsSection)[0]

    def receivers(self) -> ReceiversSection:
        """Return the part Receivers, open."""
        self.section("receivers")
        return self.page.findChildren(ReceiversSection)[0]


@pytest.fixture
def at_hand(workplace: Workplace, qtbot: QtBot) -> Iterator[PageAtHand]:
    made = PageAtHand(workplace, qtbot)
    yield made
    shiboken6.delete(made.page)


def cells(section: PeopleSection | TermsSection) -> list[list[str]]:
    model = section.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def words_in(section: ReceiversSection) -> str:
    return "\n".join(text.text() for text in section.list.findChildren(Text))


def test_every_part_opens_by_the_arrows_and_has_names_and_targets(at_hand: PageAtHand, bolivia: DeskInUse) -> None:
    road(bolivia)
    reach(at_hand.page.row)
    for key in SECTIONS:
        assert at_hand.page.front == key
        at_hand.settle()
        assert unnamed(at_hand.page) == []
        at_hand.qtbot.waitUntil(lambda: low_targets(at_hand.page) == [])
        reach(at_hand.page.row)
        press(Qt.Key.Key_Right)


def test_choices_of_the_screen_are_applied_at_once(at_hand: PageAtHand, appearance: Appearance) -> None:
    settings = at_hand.page.findChildren(SettingsSection)[0]
    choose(settings.palettes, PaletteName.DARK)
    assert look().name is PaletteName.DARK
    choose(settings.idle, "10")
    assert appearance.chosen.idle_minutes == 10
    assert [text.text() for text in settings.numbers.findChildren(Text)][:2] == ["700 00 001", "Defensora (ficticia)"]


def test_everybody_is_listed_with_roles_in_words(at_hand: PageAtHand) -> None:
    assert cells(at_hand.people())[0] == ["Ana Ejemplo", "Autoridad", "2 mar 2026, 10:30"]


def test_a_person_is_added_with_a_passphrase_of_their_own(at_hand: PageAtHand, bolivia: DeskInUse) -> None:
    case = bolivia.suspected()
    at_hand.section("people")
    push(at_hand.people().new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, AddPerson)
    assert unnamed(dialog) == []
    write(dialog.name, "Elsa Inventada")
    tick(dialog.roles._rows[Role.CLERK])
    tick(dialog.excluded._rows[case.id])
    write(dialog.secret.passphrase.edit, "corta")
    hotkey("Ctrl+S")
    assert dialog.secret.fields["passphrase"].error.text()
    push(dialog.secret.make)
    made = dialog.secret.passphrase.value()
    assert len(made.split()) == 6
    hotkey("Ctrl+S")
    assert dialog.secret.fields["repeated"].error.text()
    write(dialog.secret.repeated.edit, made)
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        hotkey("Ctrl+S")
    at_hand.settle()
    names = [row[0] for row in cells(at_hand.people())]
    assert "Elsa Inventada" in names
    assert at_hand.workplace.desk.accounts.drafts() == []


def test_what_is_wrong_with_a_person_is_said_beside_its_field(at_hand: PageAtHand) -> None:
    push(at_hand.people().new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, AddPerson)
    dialog.secret.passphrase.edit.setText(STRONG)
    dialog.secret.repeated.edit.setText(STRONG)
    push(dialog.save)
    at_hand.settle()
    assert dialog.form.fields["name"].error.text()
    write(dialog.name, "Ana Ejemplo")
    push(dialog.save)
    at_hand.settle()
    assert dialog.form.fields["roles"].error.text()
    tick(dialog.roles._rows[Role.LIAISON])
    push(dialog.save)
    at_hand.settle()
    assert "apellido" in dialog.form.fields["name"].error.text()
    dialog._refused(PassphraseWeak(1, 3))
    assert dialog.secret.fields["passphrase"].error.text()
    dialog._refused(NotPermitted(UseCase.ADD_PERSON))
    assert dialog.refusal.isVisible()
    push(dialog.back)


def test_the_passphrase_of_a_person_is_in_no_draft(at_hand: PageAtHand) -> None:
    push(at_hand.people().new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, AddPerson)
    write(dialog.name, "Elsa Inventada")
    write(dialog.secret.passphrase.edit, STRONG)
    with at_hand.qtbot.waitSignal(at_hand.workplace.draft_kept):
        dialog._draft._keeper.keep_now()
    (draft,) = at_hand.workplace.desk.accounts.drafts()
    assert "Elsa" in draft.text
    assert "corteza" not in draft.text


def test_only_an_authority_adds_people(
    appearance: Appearance, bolivia: DeskInUse, jobs: Jobs, signposts: Signposts, qtbot: QtBot
) -> None:
    opened = looked_over(bootstrap.wired(bolivia.acting("berta")))
    section = PeopleSection(
        Workplace(opened.desk, jobs, signposts, bolivia.clock, opened.roles, opened.zone),
    )
    qtbot.addWidget(section)
    section.show()
    assert not section.new.isVisible()
    assert section.only_authority.isVisible()


def test_a_term_of_office_is_written_down_and_stands_by_its_day(at_hand: PageAtHand) -> None:
    push(at_hand.terms().new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, EnterTerm)
    assert unnamed(dialog) == []
    push(dialog.save)
    assert dialog.form.fields["starts"].error.text()
    fill([(dialog.office, "Kuraka"), (dialog.holder, "berta muestra")])
    write(dialog.starts.edit, "01/01/2026")
    write(dialog.ends.edit, "ayer")
    push(dialog.save)
    assert dialog.form.fields["ends"].error.text()
    dialog.ends.edit.setText("31/12/2025")
    push(dialog.save)
    at_hand.settle()
    assert "termina" in dialog.form.fields["ends"].error.text()
    dialog.ends.edit.setText("31/12/2026")
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        hotkey("Ctrl+S")
    at_hand.settle()
    assert ["Kuraka", "berta muestra", "1 ene 2026", "31 dic 2026", "Hoy"] in cells(at_hand.terms())
    term = next(one for one in at_hand.workplace.desk.communities.terms() if one.office == "Kuraka")
    assert term.person is not None, "the holder has an account of that name"


def test_terms_that_run_stand_before_those_that_are_over_or_to_come(at_hand: PageAtHand) -> None:
    for office, starts, ends in (
        ("Mallku", "01/01/2020", "31/12/2020"),
        ("Jilanqu", "01/01/2030", ""),
    ):
        push(at_hand.terms().new)
        dialog = at_hand.dialog()
        assert isinstance(dialog, EnterTerm)
        fill([(dialog.office, office), (dialog.holder, "Persona Ficticia")])
        write(dialog.starts.edit, starts)
        write(dialog.ends.edit, ends)
        with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
            push(dialog.save)
        at_hand.settle()
    assert [row[4] for row in cells(at_hand.terms())] == ["Hoy", "Empieza después", "Terminó"]


def test_a_refused_term_that_is_about_no_field_is_said_over_it(at_hand: PageAtHand) -> None:
    push(at_hand.terms().new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, EnterTerm)
    dialog._refused(NotPermitted(UseCase.ENTER_TERM))
    assert dialog.refusal.isVisible()
    dialog.reject()


def test_receivers_show_their_digits_and_that_nobody_confirmed_them(at_hand: PageAtHand, bolivia: DeskInUse) -> None:
    section = at_hand.receivers()
    assert section.nothing.isVisible()
    push(section.new)
    dialog = at_hand.dialog()
    assert isinstance(dialog, EnterReceiver)
    dialog.reject()
    road(bolivia)
    at_hand.workplace.act_done.emit()
    at_hand.settle()
    (receiver,) = at_hand.workplace.desk.receivers.receivers()
    assert not section.nothing.isVisible()
    assert receiver.fingerprint[:5] in words_in(section)
    assert "Todavía nadie" in words_in(section)
    section.confirm_requested.emit(receiver.id)
    confirming = at_hand.dialog()
    assert isinstance(confirming, ConfirmKey)
    at_hand.workplace.desk.receivers.confirm(receiver.id, receiver.to_read_out, "Secretaría ficticia")
    confirming.reject()
    at_hand.workplace.act_done.emit()
    at_hand.settle()
    assert "Secretaría ficticia" in words_in(section)


def test_the_version_is_told_and_the_way_to_the_help(at_hand: PageAtHand, signposts: Signposts) -> None:
    at_hand.section("about")
    about = at_hand.page._built["about"]
    assert justice_desk.__version__ in [text.text() for text in about.findChildren(Text)]
    assert isinstance(about, AboutSection)
    push(about.help)
    assert signposts.asked == [("page", "help")]


def test_a_language_is_chosen_where_the_page_begins(at_hand: PageAtHand, appearance: Appearance) -> None:
    settings = at_hand.page.findChildren(SettingsSection)[0]
    choose(settings.language, "en")
    assert appearance.language == "en"
