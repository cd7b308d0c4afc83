"""The parts that screens are made of, and which of them is for what.

Page            `page.PageScaffold(title, subtitle, wide=)`: `.add(part, stretch=)`, `.section(title, explanation)`,
                `.beside_title(part)`, `.notice(banner)`, `.action_bar(*back, forward=(…, primary))`. It scrolls, and no
                line gets too long unless `wide` (tables). `page.SideBySide(a, b)` turns into a column when narrow.
Words           `text.Text(words, Role.…)` wraps, `text.Line` does not; `text.Rule()` is a hairline.
Questions       `fields.Form().ask(name, label, editor, hint, needed=)` returns the editor; `.field(…)` + `.place(…)` to
                arrange them; `.point_out({name: sentence})` says beside each field what is wrong and goes to the first.
                Label and hint become the accessible name and description by themselves.
Editors         `fields.TextField`, `TextArea(lines=)`, `SecretField`; `moment.DayField`, `moment.MomentField` (exact or
                approximate); `choices.ChoiceList` (one of several), `CheckList` (any of several), `CheckRow` (one box),
                `DropDown` (long lists known by heart), `digits.DigitsField` (long numbers heard by telephone). All
                answer `.value()` (`CheckList.values()`). `refusals.point_out(form, error)`: a fact beside its field.
Tables          `table.ViewsModel(columns)` + `table.Table(model, name)`: `.opened`, `.picked`. Very long lists derive
                from `table.TableModel`. Numbers and dates: `Column(right=True)`; states: `Column(state=…)`; what goes
                where there is little room: `Column(room=…)`. A few things with buttons: `entry.EntryList`.
States          `badge.Badge(State(word, Tone.…))`: word and shape; `stepper.Stepper(path(titles, current))`.
Notices         `notices.Banner(text, tone, action)` over a page, `notices.Callout` inside it, `notices.EmptyState`
                where there is nothing yet.
Buttons         `buttons.Button(word, Kind.…, icon, key)`: one `PRIMARY` a page, at the right of the action bar;
                `DANGER` only in a `Confirmation`. Keys: `shortcuts.bind(self, Key.SAVE, self._save)`.
Long work       `work.WorkProgress(words).watch(jobs.run_long(…))`.
Dialogs         `dialogs.Dialog`, `dialogs.Confirmation` (only before sealing, delivery, deletion): `open()`, never
                `exec()`: locking must be able to close them.
                `dialogs.Sheet` is one with many parts: its `body` scrolls.
Drafts          `form_draft.FormDraft(workplace, place, form, offer, self)` keeps a whole form and offers it back in its
                `DraftOffer`: `seek()` once, `drop()` when it became an act. For anything else
                `drafts.DraftKeeper(workplace, place, read, self)`: connect what is typed to `touch`. Locking and
                leaving a page keep drafts by themselves.
Painting        a widget that paints itself asks `theme.look()` while it paints; never a colour of its own.

A page is a passive panel and a presenter that is its child:

    class MeasuresPage(PageScaffold):
        def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
            super().__init__(translate("Measures", "Measures"), parent=parent)
            self.form = self.add(Form())
            self.reason = self.form.ask("reason", translate("Measures", "Reason"), TextArea())
            self.save = Button(translate("Measures", "Save"), Kind.PRIMARY, key=Key.SAVE)
            self.action_bar(forward=(self.save,))
            self._presenter = MeasuresPresenter(self, workplace)

    class MeasuresPresenter(QObject):
        def __init__(self, panel: MeasuresPage, workplace: Workplace) -> None:
            super().__init__(panel)
            self._panel, self._workplace = panel, workplace
            panel.save.clicked.connect(self._save)

        @Slot()
        def _save(self) -> None:
            work = partial(self._workplace.desk.protection.decide, self._panel.reason.value())
            self._workplace.jobs.run(work, self._saved, self._refused)

        @Slot(object)
        def _refused(self, error: DeskError) -> None:
            self._panel.form.point_out({"reason": sentence(error)})

It is reached once a line stands in `ui/pages.py`: `Page("measures", measures_title, "shield", MeasuresPage)`. A page
may have `entering()` (it came to the front: read anew) and `leaving()`.
"""
