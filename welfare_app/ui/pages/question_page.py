"""One page of a referral: its questions, with what was copied and from where."""

from PySide6.QtWidgets import QWidget

from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.ui.editors import Languages
from welfare_app.ui.pages.asking_page import AskingPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.keys import shortcut


class QuestionPage(AskingPage):
    """What is missing never stops anyone from going on; the overview keeps count."""

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "Referral page", "Referral", languages)
        go: QWidget = self.go_button("Save and continue")
        shortcut("Alt+Down", self).activated.connect(self.go_on)
        self.put_foot(go, None, self.back_button())

    def show_screen(self, screen: ReferralPageScreen) -> None:
        """Draw the page, leaving alone what is being typed."""
        self.draw_step(screen)
