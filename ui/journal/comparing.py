"""Comparing the journal with a paper: whoever cut or exchanged the journal could not change what was printed."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from justice_desk.foundations.errors import DeskError
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.widgets.fields import Form, TextField
from ui.widgets.notices import Banner
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

LONGEST = 40


class ComparePaper(Dialog):
    """Asks for what stands at the foot of a paper, and says whether the journal once stood so."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(translate("ComparePaper", "Compare with a paper"), parent)
        self._workplace = workplace
        words = translate(
            "ComparePaper",
            "Every issued paper says at its foot how the journal stood then: “Registro 21 · ABCD-EFGH-JKMN”.",
        )
        self.column.addWidget(Text(words, Role.MUTED))
        self.good, self.bad = (Banner("", tone) for tone in (Tone.GOOD, Tone.DANGER))
        for banner in (self.good, self.bad):
            banner.hide()
            self.column.addWidget(banner)
        self.form = Form()
        self.written = self.form.ask(
            "written", translate("ComparePaper", "What the paper says"), TextField(longest=LONGEST)
        )
        self.column.addWidget(self.form)
        self.back = self.answer(Button(translate("ComparePaper", "Close"), Kind.SECONDARY))
        self.compare = self.answer(Button(translate("ComparePaper", "Compare"), Kind.PRIMARY, "check"))
        self.back.clicked.connect(self.reject)
        self.compare.clicked.connect(self._compare)
        self.written.returnPressed.connect(self._compare)
        self.written.setFocus()

    @Slot()
    def _compare(self) -> None:
        self.form.point_out({})
        self.good.say("")
        self.bad.say("")
        work = partial(self._workplace.desk.accounts.journal_was, self.written.value())
        self._workplace.jobs.run_read(work, self._tell, self._refused)

    @Slot(object)
    def _tell(self, was: bool) -> None:
        if was:
            self.good.say(translate("ComparePaper", "It agrees: the journal stood just so."))
            return
        words = translate(
            "ComparePaper",
            "It does not agree. Look at every sign once more. If it stays so, somebody cut or exchanged the journal: "
            "do not write anything more, and tell the other authorities.",
        )
        self.bad.say(words)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self.form.point_out({"written": sentence(error)})
