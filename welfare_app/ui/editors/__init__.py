"""Where questions are answered: an editor for each kind, and the list that holds a page of them."""

from welfare_app.ui.editors.editor import PAUSE_MS, Editor
from welfare_app.ui.editors.kinds import EDITORS
from welfare_app.ui.editors.language import Languages
from welfare_app.ui.editors.question_list import QuestionList

__all__ = ["EDITORS", "PAUSE_MS", "Editor", "Languages", "QuestionList"]
