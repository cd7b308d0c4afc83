from datetime import date

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from justice_desk.accounts.rules import Role
from justice_desk.communities.rules import NewTerm
from justice_desk.foundations.files import DiskFull
from justice_desk.vault.errors import StoreClosed
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.pages import PAGES
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import OpenedDesk
from ui.second_person import HERE, PAPER, SecondPerson
from ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, appearance: Appearance, opened: OpenedDesk, jobs: Jobs, bolivia: DeskInUse) -> Shell:
    opened.desk.communities.enter_term(NewTerm("Mallku", "Zenón Ficticio", date(2026, 1, 1)))
    made = Shell(opened, jobs, bolivia.clock, PAGES)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_first()
    return made


def asked(qtbot: QtBot, shell: Shell) -> SecondPerson:
    shell.top_bar.second.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in shell.findChildren(SecondPerson)))
    dialog = next(one for one in shell.findChildren(SecondPerson) if one.isVisible())
    assert unnamed(dialog) == []
    qtbot.waitUntil(lambda: low_targets(dialog) == [])
    return dialog


def settle(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def test_a_second_person_takes_part_until_it_is_ended(
    qtbot: QtBot, shell: Shell, jobs: Jobs, bolivia: DeskInUse
) -> None:
    dialog = asked(qtbot, shell)
    dialog.join.click()
    assert dialog.form.fields["name"].error.text()
    dialog.name.setText(NAMES["carla"])
    dialog.passphrase.fill("no es esta")
    dialog.join.click()
    settle(qtbot, jobs)
    assert dialog.form.fields["passphrase"].error.text()
    dialog.name.setText(NAMES["ana"])
    dialog.passphrase.fill(PASSPHRASES["ana"])
    dialog.join.click()
    settle(qtbot, jobs)
    assert "Nadie aprueba" in dialog.form.fields["name"].error.text()
    dialog.name.setText(NAMES["carla"])
    dialog.passphrase.fill(PASSPHRASES["carla"])
    dialog.passphrase.submitted.emit()
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert f"Segunda persona: {NAMES['carla']}" in shell.status.text()
    second = shell.workplace.desk.persons.second
    assert second is not None
    assert second.person == bolivia.id_of("carla")
    shell.top_bar.second.click()
    settle(qtbot, jobs)
    assert "Segunda persona" not in shell.status.text()
    assert shell.workplace.desk.persons.second is None
    with pytest.raises(StoreClosed):
        second.ring.sign(b"")


def test_an_authority_who_signed_on_paper_takes_part(
    qtbot: QtBot, shell: Shell, jobs: Jobs, bolivia: DeskInUse
) -> None:
    dialog = asked(qtbot, shell)
    dialog.way.choose(PAPER)
    dialog._choose(PAPER)
    assert not dialog.form.fields["name"].isVisible()
    dialog.join.click()
    assert dialog.form.fields["folio"].error.text()
    (term,) = (term for term in shell.workplace.desk.communities.in_office() if term.person is None)
    dialog.holder.choose(term.id)
    dialog.folio.setText("libro 2, folio 14")
    dialog.join.click()
    settle(qtbot, jobs)
    assert "Firmado en papel: Zenón Ficticio · Mallku, libro 2, folio 14" in shell.status.text()
    shell.workplace.desk.accounts.add_person("Eva Nueva", frozenset({Role.CLERK}), "barranco lucero quinua 85")
    line = shell.workplace.desk.accounts.newest_acts(1)[0]
    assert (line.alone, line.on_paper) == (False, "libro 2, folio 14")
    dialog = SecondPerson(shell.workplace, (), shell)
    dialog._choose(HERE)
    dialog._refuse(DiskFull(bolivia.folder))
    assert dialog.refusal.text.text()
    dialog.back.click()
