"""The parts every screen is made of: true Qt widgets, painted from the tokens."""

from welfare_app.ui.parts.busy import BusyBar
from welfare_app.ui.parts.button import Button
from welfare_app.ui.parts.choices import Choices
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.parts.editors import Area, Line, Option, Pick
from welfare_app.ui.parts.field import Field
from welfare_app.ui.parts.kit import Kit
from welfare_app.ui.parts.layout import Item, column, flow, holding, mirrored, reveal, row
from welfare_app.ui.parts.leaf import Leaf
from welfare_app.ui.parts.link import Link
from welfare_app.ui.parts.problems import ProblemList
from welfare_app.ui.parts.rail import Place, Rail, StepGroup, StepLine
from welfare_app.ui.parts.table import Column, Table
from welfare_app.ui.parts.text import Text

__all__ = [
    "Area",
    "BusyBar",
    "Button",
    "Choices",
    "Column",
    "Field",
    "Item",
    "Kit",
    "Leaf",
    "Line",
    "Link",
    "Option",
    "Pick",
    "Place",
    "ProblemList",
    "Question",
    "Rail",
    "StepGroup",
    "StepLine",
    "Table",
    "Text",
    "column",
    "flow",
    "holding",
    "mirrored",
    "reveal",
    "row",
]
