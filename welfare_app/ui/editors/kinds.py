"""One editor for each kind of question. A new kind is a class and a line here."""

from welfare_app.domain.form import Kind
from welfare_app.ui.editors.address import AddressEditor
from welfare_app.ui.editors.body_map import BodyMapEditor
from welfare_app.ui.editors.chosen import ChoicesEditor
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.files import FilesEditor
from welfare_app.ui.editors.one_text import ONE_TEXT
from welfare_app.ui.editors.repeat import RepeatEditor

EDITORS: dict[Kind, type[Editor]] = {
    **ONE_TEXT,
    Kind.CHOICES: ChoicesEditor,
    Kind.ADDRESS: AddressEditor,
    Kind.REPEAT: RepeatEditor,
    Kind.BODY_MAP: BodyMapEditor,
    Kind.FILES: FilesEditor,
}
