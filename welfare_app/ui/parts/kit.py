"""Makes parts with one theme in hand, so that a page names only what it says."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from welfare_app.ui.paged_table import PagedTable
from welfare_app.ui.parts import rail
from welfare_app.ui.parts.busy import BusyBar
from welfare_app.ui.parts.button import Button, Flush, Kind
from welfare_app.ui.parts.card_maker import CardMaker
from welfare_app.ui.parts.chip import Chip, Look
from welfare_app.ui.parts.choices import Choices
from welfare_app.ui.parts.editors import Area, Line, Option, Pick
from welfare_app.ui.parts.field import Field
from welfare_app.ui.parts.icon import Icon
from welfare_app.ui.parts.layout import Item, reveal
from welfare_app.ui.parts.leaf import Leaf
from welfare_app.ui.parts.link import Link
from welfare_app.ui.parts.problems import ProblemList
from welfare_app.ui.parts.rules import Bar, Hair
from welfare_app.ui.parts.table import Column, Table
from welfare_app.ui.parts.text import Text


class Kit(CardMaker):
    """Every part, bound to a theme. The parts' own classes say what each is for."""

    # Words

    def text(
        self,
        words: str,
        role: str = "body",
        colour: str = "ink",
        *,
        figures: bool = False,
        marked: bool = False,
        wide: bool = False,
        centre: bool = False,
        one_line: bool = False,
    ) -> Text:
        """Wrapping words in a type role and a colour."""
        return Text(
            self.theme,
            words,
            role,
            colour,
            figures=figures,
            marked=marked,
            wide=wide,
            centre=centre,
            one_line=one_line,
        )

    def icon(
        self, name: str, colour: str = "ink", size: str | int = "icon", *, line: str = ""
    ) -> Icon:
        """An icon, to stand beside words."""
        return Icon(self.theme, name, colour, size, line=line)

    def chip(self, words: str, look: Look = "quiet") -> Chip:
        """A word that says what kind of thing this is."""
        return Chip(self.theme, words, look)

    # What is pressed

    def button(
        self,
        words: str,
        kind: Kind = "secondary",
        *,
        pressed: Callable[[], object] | None = None,
        icon: str = "",
        trailing: str = "",
        key: str = "",
        twins: tuple[str, ...] = (),
        name: str = "",
        large: bool = False,
        compact: bool = False,
        least: int = 0,
        flush: Flush = "",
    ) -> Button:
        """A button, and the key that presses it."""
        made = Button(
            self.theme,
            words,
            kind,
            icon=icon,
            trailing=trailing,
            key=key,
            twins=twins,
            name=name,
            large=large,
            compact=compact,
            least=least,
            flush=flush,
        )
        if pressed is not None:
            made.clicked.connect(pressed)
        return made

    def link(
        self, words: str, *, pressed: Callable[[], object] | None = None, name: str = ""
    ) -> Link:
        """A sentence that goes somewhere."""
        made = Link(self.theme, words, name=name)
        if pressed is not None:
            made.clicked.connect(pressed)
        return made

    def reason(self, button: Button) -> Text:
        """Where a button that is off says why; empty and out of the way otherwise."""
        made = self.text("", "small", "quiet")
        made.hide()

        def hear(reason: str) -> None:
            made.say(reason)
            reveal(made, shown=bool(reason))

        button.reason_changed.connect(hear)
        return made

    # What is answered

    def line(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        figures: bool = False,
        secret: bool = False,
        icon: str = "",
        large: bool = False,
    ) -> Line:
        """One line of text."""
        return Line(
            self.theme,
            text,
            placeholder=placeholder,
            figures=figures,
            secret=secret,
            icon=icon,
            large=large,
        )

    def area(
        self,
        text: str = "",
        *,
        rows: int = 1,
        most: int = 14,
        limit: int = 0,
        role: str = "body",
        placeholder: str = "",
    ) -> Area:
        """Text that grows."""
        return Area(
            self.theme, text, rows=rows, most=most, limit=limit, role=role, placeholder=placeholder
        )

    def pick(
        self,
        options: Sequence[Option],
        chosen: str = "",
        *,
        search: bool = False,
        empty: str = "",
        large: bool = False,
    ) -> Pick:
        """One entry of a list, searched by typing if it is long."""
        return Pick(self.theme, options, chosen, search=search, empty=empty, large=large)

    def choices(
        self,
        options: Sequence[Option],
        chosen: Sequence[str] = (),
        *,
        many: bool = False,
        across: bool = False,
    ) -> Choices:
        """One of several answers, or any of them."""
        return Choices(self.theme, options, chosen, many=many, across=across)

    def field(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        problem: str = "",
        role: str = "strong",
        width: int = 0,
        optional: str = "",
    ) -> Field:
        """A question: label, hint, problem, editor."""
        return Field(
            self.theme,
            label,
            editor,
            hint=hint,
            problem=problem,
            role=role,
            width=width,
            optional=optional,
        )

    def problems(self) -> ProblemList:
        """The list of what needs another look, hidden until it is given something."""
        return ProblemList(self.theme)

    # Rules, bars and larger things

    def hair(self) -> Hair:
        """A thin rule."""
        return Hair(self.theme)

    def bar(self, colour: str = "accent") -> Bar:
        """A bar at the leading edge of what someone said."""
        return Bar(self.theme, colour)

    def busy(self, cancel: str = "Cancel") -> BusyBar:
        """Long work, in words, with Cancel."""
        return BusyBar(self.theme, cancel)

    def leaf(self, width: int = 292) -> Leaf:
        """A page of a document, as a picture."""
        return Leaf(self.theme, width)

    def table(self, model: PagedTable[Any], columns: Sequence[Column], name: str) -> Table:
        """A table of records."""
        return Table(self.theme, model, columns, name)

    def steps(
        self,
        title: str,
        groups: Sequence[rail.StepGroup],
        *,
        foot: Sequence[Item] = (),
        name: str = "Steps",
    ) -> rail.Rail:
        """The rail of a job."""
        return rail.steps(self.theme, title, groups, foot=foot, name=name)

    def places(
        self,
        listed: Sequence[rail.Place],
        here: str,
        *,
        foot: Sequence[Item] = (),
        name: str = "Places",
    ) -> rail.Rail:
        """The rail where no job is under way."""
        return rail.places(self.theme, listed, here, foot=foot, name=name)
