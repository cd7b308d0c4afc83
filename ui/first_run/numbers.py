"""The two telephones for danger: who answers, the number, and that somebody has called it."""

from PySide6.QtWidgets import QWidget

from justice_desk.communities.danger_rules import PHONE, DangerNumber
from ui.first_run.checking import faults_of, unreadable
from ui.i18n import translate
from ui.widgets.choices import CheckRow, Choice
from ui.widgets.fields import Form, TextField
from ui.widgets.page import SideBySide
from ui.widgets.text import Role, Text


class NumbersForm(Form):
    """Asks for both. A number that nobody called is no help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: list[TextField] = []
        self.numbers: list[TextField] = []
        self.answered: list[CheckRow] = []
        titles = (translate("DangerStep", "First telephone"), translate("DangerStep", "Second telephone"))
        for place, title in zip(("1", "2"), titles, strict=True):
            self.place(Text(title, Role.LEAD))
            label, number = TextField(), TextField(longest=20)
            self.place(
                SideBySide(
                    self.field(f"label{place}", translate("DangerStep", "Who answers"), label),
                    self.field(f"number{place}", translate("DangerStep", "Telephone"), number),
                )
            )
            words = translate("DangerStep", "I have called it and somebody answers")
            box = self.ask(f"answered{place}", words, CheckRow(Choice(place, words)), titled=False)
            self.labels.append(label)
            self.numbers.append(number)
            self.answered.append(box)

    def check(self) -> bool:
        """Ask for what is missing, and for the calls."""
        faults: dict[str, str] = {}
        unchecked = translate("DangerStep", "Call this number first, then tick here.")
        for place in range(2):
            name = f"label{place + 1}"
            faults |= faults_of({name: self.labels[place].value()}, needed={name})
            faults |= unreadable(f"number{place + 1}", self.numbers[place].value(), PHONE)
            if not self.answered[place].isChecked():
                faults[f"answered{place + 1}"] = unchecked
        self.point_out(faults)
        return not faults

    def telephones(self) -> tuple[DangerNumber, DangerNumber]:
        """Return both as typed."""
        first, second = zip(self.labels, self.numbers, strict=True)
        return (
            DangerNumber(first[0].value(), first[1].value()),
            DangerNumber(second[0].value(), second[1].value()),
        )
