"""The sheet of keys: what each does, as far as it is bound on the screen in front."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.i18n import translate
from ui.shortcuts import SEQUENCES, bound, meaning, rail_sequence, shown
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.widgets.page import Body
from ui.widgets.text import Line, Role


class KeySheet(Dialog):
    """Lists the keys that work now."""

    def __init__(self, parent: QWidget, pages: int) -> None:
        super().__init__(translate("KeySheet", "Keys"), parent)
        body = Body(wide=True)
        body.parts.setContentsMargins(0, 0, 0, 0)
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(0, 1)
        lines = [(meaning(key), [shown(sequence) for sequence in SEQUENCES[key]]) for key in bound(parent)]
        if pages:
            span = f"{shown(rail_sequence(1))} … {shown(rail_sequence(pages))}"
            lines.insert(0, (translate("KeySheet", "Page of the rail"), [span]))
        for row, (what, keys) in enumerate(lines):
            rows.addWidget(Line(what), row, 0)
            rows.addWidget(Line("  ·  ".join(keys), Role.LABEL), row, 1, Qt.AlignmentFlag.AlignRight)
        body.add(grid)
        self.column.addWidget(body, 1)
        self.close_sheet = self.answer(Button(translate("KeySheet", "Close"), Kind.PRIMARY))
        self.close_sheet.clicked.connect(self.accept)
        room = parent.window()
        wanted = self.sizeHint().expandedTo(grid.sizeHint() + QSize(112, 180))
        self.resize(min(wanted.width(), room.width() - 40), min(wanted.height(), room.height() - 40))
