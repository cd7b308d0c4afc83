"""The form of a session or hearing that was held: where, when, who, what was said and decided, who signs how."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from justice_desk.hearings.rules import (
    RESERVED_POINTS,
    Attendee,
    Minutes,
    Point,
    PointKind,
    SessionKind,
)
from ui.country import label
from ui.hearings.content import HearingContent
from ui.hearings.signing_fields import SigningFields
from ui.i18n import translate
from ui.shortcuts import Key, bind
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import CheckList, CheckRow, Choice, DropDown
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.form_draft import DraftOffer
from ui.widgets.moment import MomentField
from ui.widgets.notices import Callout
from ui.widgets.page import PageScaffold, SideBySide
from ui.workplace import Workplace

SPANISH = "castellano"
POINTS = tuple(kind for kind in PointKind if kind in RESERVED_POINTS)


class SessionForm(PageScaffold):
    """Asks for the record of one session.

    Signals:
        save_requested: The record should be kept.
        left: The reader goes back without keeping it; the draft stays.
    """

    save_requested = Signal()
    left = Signal()

    def __init__(
        self, workplace: Workplace, content: HearingContent, kind: SessionKind, parent: QWidget | None = None
    ) -> None:
        self._content, self.kind = content, kind
        super().__init__(label(content.profile, "session_kind", kind.value), parent=parent)
        self.offer = self.add(DraftOffer())
        if self.reserved:
            self.add(Callout(_reserved_words(), Tone.WARNING, icon="lock"))
        self.form = self.add(Form())
        self._ask_when(workplace)
        self._ask_who()
        self._ask_what()
        self._ask_paper()
        self._ask_signing()
        self.save = Button(translate("SessionForm", "Close the record"), Kind.PRIMARY, "check", Key.SAVE)
        self.back = Button(translate("SessionForm", "Back"), Kind.SECONDARY, "back")
        self.save.clicked.connect(self.save_requested)
        self.back.clicked.connect(self.left)
        bind(self, Key.SAVE, self.save_requested)
        self.action_bar(self.back, forward=(self.save,))

    @property
    def reserved(self) -> bool:
        """Whether it is the reserved session of the authorities."""
        return self.kind is SessionKind.RESERVED

    def minutes(self, held_at: datetime, ended_at: datetime) -> Minutes:
        """Return the record as it stands in the form."""
        presiding = self._present(frozenset({self.presiding.value() or ""}))
        others = self._present(self.authorities.values() - {self.presiding.value()})
        people = tuple(Attendee(line, "") for line in _lines(self.people.value())) if self.people is not None else ()
        return Minutes(
            kind=self.kind,
            held_at=held_at,
            ended_at=ended_at,
            place=self.place.value(),
            presiding=presiding,
            attendance=(*others, *people),
            points=self._points(),
            decision=self.decision.value(),
            agreements=_blocks(self.agreements.value()) if self.agreements is not None else (),
            agenda=_lines(self.agenda.value()),
            book=self.book.value(),
            folio=self.folio.value(),
            language="es" if self.language.value() == SPANISH else self.language.value(),
            interpreter=self.interpreter.value(),
            read_back=self.read_back.isChecked(),
            confirmations=self.signing.confirmations(),
        )

    def _ask_when(self, workplace: Workplace) -> None:
        self.held_at = self.form.ask(
            "held_at",
            translate("SessionForm", "When did it begin?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.ended_at = self.form.ask(
            "ended_at",
            translate("SessionForm", "When did it end?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.place = self.form.ask("place", translate("SessionForm", "Where was it held?"), TextField())

    def _ask_who(self) -> None:
        offered = [Choice(term.id, term.holder, term.office) for term in self._content.terms]
        words = [Choice(term.id, f"{term.holder} · {term.office}") for term in self._content.terms]
        self.presiding = self.form.ask("presiding", translate("SessionForm", "Who presided?"), DropDown(words))
        if len(words) == 1:
            self.presiding.choose(words[0].value)
        self.authorities = self.form.ask(
            "attendance",
            translate("SessionForm", "Which authorities were there?"),
            CheckList(offered, columns=2),
            translate("SessionForm", "Those who hold an office today. Others are entered under Administration."),
            needed=False,
        )
        self.people: TextArea | None = None
        if not self.reserved:
            self.people = self.form.ask(
                "people",
                translate("SessionForm", "Who else was there?"),
                TextArea(lines=3),
                translate("SessionForm", "One on each line."),
                needed=False,
            )

    def _ask_what(self) -> None:
        self.agenda = self.form.ask(
            "agenda",
            translate("SessionForm", "Agenda"),
            TextArea(lines=2),
            translate("SessionForm", "One point on each line. Left empty, it follows from the points below."),
            needed=False,
        )
        self.points: dict[PointKind, TextArea] = {}
        for kind in POINTS if self.reserved else (PointKind.MATTER,):
            words = label(self._content.profile, "point_kind", kind.value)
            hint = (
                translate("SessionForm", "By code, without names: V-01, T-01.")
                if self.reserved
                else translate("SessionForm", "An empty line begins a new point.")
            )
            self.points[kind] = self.form.ask(
                "points" if kind in {PointKind.NOTICE, PointKind.MATTER} else kind.value,
                words,
                TextArea(lines=3),
                hint,
                needed=kind in {PointKind.NOTICE, PointKind.MATTER},
            )
        self.decision = self.form.ask("decision", translate("SessionForm", "What was decided?"), TextArea(lines=3))
        self.agreements: TextArea | None = None
        if not self.reserved:
            self.agreements = self.form.ask(
                "agreements",
                translate("SessionForm", "Agreements"),
                TextArea(lines=3),
                translate("SessionForm", "An empty line begins a new agreement."),
                needed=False,
            )

    def _ask_paper(self) -> None:
        self.book, self.folio = TextField(), TextField()
        self.form.place(
            SideBySide(
                self.form.field("book", translate("SessionForm", "Book"), self.book, needed=False),
                self.form.field("folio", translate("SessionForm", "Folio"), self.folio, needed=False),
            )
        )
        self.language, self.interpreter = TextField(SPANISH), TextField()
        self.form.place(
            SideBySide(
                self.form.field("language", translate("SessionForm", "Language spoken"), self.language),
                self.form.field("interpreter", translate("SessionForm", "Interpreter"), self.interpreter, needed=False),
            )
        )
        self.read_back = self.form.ask(
            "read_back",
            translate("SessionForm", "Reading"),
            CheckRow(Choice("read_back", translate("SessionForm", "The record was read aloud and found right"))),
            titled=False,
        )
        self.read_back.setChecked(True)

    def _ask_signing(self) -> None:
        self.signing = SigningFields(self.form, self._content, self._there)
        self.authorities.changed.connect(self.signing.show_needed)
        self.presiding.currentIndexChanged.connect(self.signing.show_needed)
        self.signing.show_needed()

    def _there(self) -> frozenset[str]:
        return frozenset({self.presiding.value() or "", *self.authorities.values()})

    def _present(self, chosen: frozenset[str]) -> tuple[Attendee, ...]:
        return tuple(Attendee(term.holder, term.office) for term in self._content.terms if term.id in chosen)

    def _points(self) -> tuple[Point, ...]:
        if self.reserved:
            return tuple(Point(kind, editor.value()) for kind, editor in self.points.items())
        return tuple(Point(kind, text) for kind, editor in self.points.items() for text in _blocks(editor.value()))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _blocks(text: str) -> tuple[str, ...]:
    return tuple(block.strip() for block in text.split("\n\n") if block.strip())


def _reserved_words() -> str:
    return translate(
        "SessionForm",
        "Only the authorities take part: neither the victim nor the person named, nor anybody else. It deals with the "
        "notice, with protection and with the decision to hand the case over, and with nothing else.",
    )
