"""Step 1: the oral notice. It is given at once, by whatever means there is, and written down afterwards."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from justice_desk.accounts.rules import UseCase
from justice_desk.cases.rules import Channel
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.rules import InstitutionUnknown, MomentImpossible, Notice
from justice_desk.handoffs.views import NoticeView
from ui.country import label
from ui.handoffs.content import Place
from ui.handoffs.spoken_notice import NoticeWords
from ui.handoffs.step import StepPanel, StepPresenter
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import MomentField
from ui.widgets.notices import Banner
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide

ABOUT: Mapping[type[DeskError], str] = {MomentImpossible: "given_at", InstitutionUnknown: "institution"}


class NoticeStep(StepPanel):
    """Shows the notices that were given, and asks for the next.

    Signals:
        log_requested: The notice should be written down.
        words_requested: What to say on the telephone should be shown.
        told_changed: The institution or the moment changed.
    """

    log_requested = Signal()
    words_requested = Signal()
    told_changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            translate("NoticeStep", "Oral notice"),
            translate(
                "NoticeStep",
                "Tell at once, by telephone, by radio or in person. A suspicion is enough: nothing has to be proven. "
                "Then write down here whom you told.",
            ),
        )
        self.say = self.add(Button(translate("NoticeStep", "What to say, word by word"), icon="voice"))
        self.say.clicked.connect(self.words_requested)
        self.given = self.add(EntryList())
        self.offer = self.add(DraftOffer())
        self.section(translate("NoticeStep", "Write down a notice"))
        self.form = self.add(Form())
        self.institution = self.form.ask(
            "institution", translate("NoticeStep", "Which institution was told?"), ChoiceList((), columns=2)
        )
        self.given_at = self.form.ask(
            "given_at",
            translate("NoticeStep", "When?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.means = self.form.ask("means", translate("NoticeStep", "How?"), ChoiceList((), columns=3))
        self.person = self.form.ask(
            "person",
            translate("NoticeStep", "Who answered?"),
            TextField(),
            translate("NoticeStep", "The name or the post of whoever took the notice."),
        )
        self.said = self.form.ask(
            "said",
            translate("NoticeStep", "What was said?"),
            TextArea(lines=3),
            translate("NoticeStep", "In a few words, without names: V-01, T-01."),
        )
        self.answer = self.form.ask(
            "answer", translate("NoticeStep", "What did they answer?"), TextArea(lines=2), needed=False
        )
        self.effect = self.form.place(Banner("", Tone.ACTIVE))
        self.late = self.form.ask(
            "late_reason",
            translate("NoticeStep", "Why was it late?"),
            TextField(),
            translate("NoticeStep", "One line. A late notice is worth as much: write it down all the same."),
            needed=False,
        )
        self.log = self.form.place(Button(translate("NoticeStep", "Write this notice down"), icon="check"))
        self.log.clicked.connect(self.log_requested)
        self.institution.chosen.connect(self.told_changed)
        self.given_at.changed.connect(self.told_changed)
        self.show_effect("", late=False)

    def show_effect(self, words: str, *, late: bool) -> None:
        """Say which deadlines the notice meets, and ask for a reason where it comes after one."""
        self.effect.say(words)
        self.form.fields["late_reason"].setVisible(late)

    def clear(self) -> None:
        """Make the form ready for another notice."""
        for edit in (self.person, self.late):
            edit.clear()
        self.said.clear()
        self.answer.clear()
        self.given_at.day.edit.clear()
        self.given_at.hour.clear()

    def notice(self, at: datetime) -> Notice:
        """Return the notice as it stands in the form."""
        return Notice(
            given_at=at,
            means=Channel(self.means.value() or Channel.TELEPHONE),
            institution=self.institution.value() or "",
            person=self.person.value(),
            said=self.said.value(),
            answer=self.answer.value(),
        )


class NoticePresenter(StepPresenter):
    """Writes notices down, and says which deadlines each of them meets."""

    def __init__(self, panel: NoticeStep, guide: "Guide") -> None:
        super().__init__(panel, guide)
        self._panel = panel
        self._moving = False
        self._draft = FormDraft(self._workplace, f"notice:{self._case}", panel.form, panel.offer, self)
        self._draft.changed.connect(guide.offer)
        panel.log_requested.connect(self.save)
        panel.words_requested.connect(self._say)
        panel.told_changed.connect(self._weigh)
        self._offer_choices()
        self._draft.seek()

    def show_content(self) -> None:
        """Show the notices that were given."""
        self._panel.given.show_entries([self._entry(notice) for notice in self.content.notices])
        self._panel.log.setEnabled(self.may(UseCase.LOG_ORAL_NOTICE))
        self._weigh()

    def begin(self) -> None:
        """Begin at the top, with what to say."""
        self._panel.verticalScrollBar().setValue(0)
        self._panel.say.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_words(self) -> str:
        """Say that what is typed is written down first."""
        if self._draft.text():
            return translate("NoticeStep", "Write down and go on")
        return super().next_words()

    def forward(self) -> None:
        """Write down what was typed, if anything was, and go on."""
        if self._draft.text():
            self._log(moving=True)
        else:
            self._guide.go_on()

    @Slot()
    def save(self) -> None:
        """Write the notice down, and stay for another."""
        self._log(moving=False)

    def _offer_choices(self) -> None:
        profile = self.content.profile
        first = {one.id for one in profile.institutions if self.content.running(one.receives)}
        institutions = sorted(profile.institutions, key=lambda one: one.id not in first)
        self._panel.institution.offer(Choice(one.id, one.name) for one in institutions)
        self._panel.means.offer(
            Choice(code, label(profile, "channel", code)) for code in profile.codes("channel") if code in set(Channel)
        )
        self._panel.means.choose(Channel.TELEPHONE)
        self._draft.settle()

    def _log(self, *, moving: bool) -> None:
        given = self._panel.given_at.value()
        needed = {
            "institution": bool(self._panel.institution.value()),
            "given_at": given is not None,
            "means": bool(self._panel.means.value()),
        }
        faults = {name: translate("NoticeStep", "This is needed.") for name, told in needed.items() if not told}
        self._panel.form.point_out(faults)
        if given is None or faults:
            return
        self._moving = moving
        work = partial(
            self._desk.notices.log, self._case, self._panel.notice(given.at), late_reason=self._panel.late.value()
        )
        self.run(work, self._logged, self._refused)

    @Slot(object)
    def _logged(self, _notice: NoticeView) -> None:
        self._panel.clear()
        self._draft.drop()
        self._guide.acted(Place.PLAN if self._moving else None)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            self._guide.refuse(error)

    @Slot()
    def _weigh(self) -> None:
        receives = self.content.receives(self._panel.institution.value() or "")
        running = self.content.running(receives)
        given = self._panel.given_at.value()
        names = ", ".join(label(self.content.profile, "deadline", one.kind) for one in running)
        words = translate("NoticeStep", "This notice meets: {deadlines}.").format(deadlines=names) if names else ""
        late = given is not None and self.content.late(receives, given.at)
        self._panel.show_effect(words, late=late)

    @Slot()
    def _say(self) -> None:
        NoticeWords(self._workplace, self._panel).open()

    def _entry(self, notice: NoticeView) -> Entry:
        profile = self.content.profile
        institution = next(one.name for one in profile.institutions if one.id == notice.institution)
        when = moment_text(notice.given_at, self._workplace.zone)
        how = f"{label(profile, 'channel', notice.means.value)} · {notice.person}"
        met = [label(profile, "deadline", kind) for kind in self.content.met_by(notice)]
        answer = translate("NoticeStep", "Answer: {answer}").format(answer=notice.answer) if notice.answer else ""
        state = State(translate("NoticeStep", "Written down"), Tone.GOOD)
        meets = translate("NoticeStep", "Met: {deadlines}").format(deadlines=", ".join(met)) if met else ""
        return Entry(f"{when} · {institution}", (how, notice.said, answer, meets), state)
