"""What to say on the telephone, over the guide: the two numbers of the danger card and the words of a notice."""

from PySide6.QtWidgets import QWidget

from ui.i18n import translate
from ui.unlock.danger import DangerPanel
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Sheet
from ui.workplace import Workplace


class NoticeWords(Sheet):
    """Shows what the lock page shows for danger."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(translate("NoticeWords", "What to say, word by word"), parent)
        body = self.body
        body.add(DangerPanel(workplace.desk.danger_card()))
        self.close_words = self.answer(Button(translate("NoticeWords", "Close"), Kind.PRIMARY))
        self.close_words.clicked.connect(self.accept)
