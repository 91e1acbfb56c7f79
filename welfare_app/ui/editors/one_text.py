"""The kinds of question whose answer is one text: those that a row of a repeat can hold."""

from welfare_app.domain.form import Kind
from welfare_app.ui.editors.across import YesNoDeclinedEditor
from welfare_app.ui.editors.chosen import ChoiceEditor, TickEditor, YesNoUnsureEditor
from welfare_app.ui.editors.dates import DateEditor, PartialDateEditor
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.listed import ListEditor
from welfare_app.ui.editors.typed import (
    EmailEditor,
    FiguresEditor,
    LongTextEditor,
    PhoneEditor,
    TextEditor,
    TimeEditor,
)

ONE_TEXT: dict[Kind, type[Editor]] = {
    Kind.TEXT: TextEditor,
    Kind.LONG_TEXT: LongTextEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.YES_NO_UNSURE: YesNoUnsureEditor,
    Kind.YES_NO_DECLINED: YesNoDeclinedEditor,
    Kind.TICK: TickEditor,
    Kind.DATE: DateEditor,
    Kind.PARTIAL_DATE: PartialDateEditor,
    Kind.TIME: TimeEditor,
    Kind.NUMBER: FiguresEditor,
    Kind.PHONE: PhoneEditor,
    Kind.EMAIL: EmailEditor,
    Kind.LIST: ListEditor,
}
