"""Pages that show every part in use. All people and numbers are invented."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from tests.ui.kit.sample_words import ENGLISH, PLACES
from welfare_app.ui.paged_table import PagedTable
from welfare_app.ui.parts import (
    Column,
    Kit,
    Option,
    StepGroup,
    StepLine,
    column,
    flow,
    holding,
    row,
)
from welfare_app.ui.shell import Page


def group(title: str, names: str, at: int) -> StepGroup:
    """Steps before, at and after a place."""
    lines = [
        StepLine(name, name, "done" if here < at else "now" if here == at else "next")
        for here, name in enumerate(names.split("|"))
    ]
    return StepGroup(title, lines)


class QuestionPage(Page):
    """A page of an interview, with two problems."""

    def __init__(self, kit: Kit, words: dict[str, str] = ENGLISH, *, sent: bool = True) -> None:
        w = words
        super().__init__(kit, w["title"], back=w["back"], where=w["where"], tight=True)
        titles = w["groups"].split("|")
        self.put_rail(
            kit.steps(
                w["steps"],
                [
                    group(titles[0], w["before"], 9),
                    group(titles[1], w["talk"], 2),
                    group(titles[2], w["after"], -1),
                ],
            )
        )
        self.agreed = kit.area()
        self.agreed_field = kit.field(w["q2"], self.agreed)
        self.phone = kit.line("07700 90031", figures=True)
        self.phone_field = kit.field(w["q3"], self.phone, hint=w["h3"], role="question", width=168)
        self.safe = kit.choices(
            [Option("yes", w["yes"]), Option("no", w["no"]), Option("unsure", w["unsure"])], ["no"]
        )
        self.safe.put_under("no", self.agreed_field)
        self.safe_field = kit.field(w["q1"], self.safe, hint=w["h1"], role="question")
        self.problems = kit.problems()
        none = kit.button(
            w["none"], "quiet", icon="minus", key="Ctrl+0", compact=True, flush="leading"
        )
        self.go = kit.button(w["go"], "primary", key="Ctrl+Enter", pressed=self.send)
        self.put_body(
            self.problems,
            kit.space(4),
            self.safe_field,
            row(none, None),
            kit.space(4),
            self.phone_field,
        )
        self.words = w
        self._beside(kit)
        self.put_foot(self.go, kit.button(w["later"], "quiet"), None)
        self.first = self.agreed
        if sent:
            self.send(focus=False)

    def send(self, _checked: bool = False, *, focus: bool = True) -> None:
        """Find both problems."""
        self.agreed_field.set_problem(self.words["p1"])
        self.phone_field.set_problem(self.words["p2"])
        self.problems.show_problems(
            self.words["sum"], [self.agreed_field, self.phone_field], focus=focus
        )

    def _beside(self, kit: Kit) -> None:
        w, s = self.words, kit.space
        add = kit.button(
            w["add"], "quiet", icon="plus", key="Ctrl+I", compact=True, flush="trailing"
        )
        self.put_side(
            row(kit.text(w["signs"], "heading"), None, add),
            s(2),
            kit.sign(w["s1"], w["said"], "10:13"),
            s(3),
            kit.hair(),
            s(3),
            kit.sign(w["s2"], w["said"], "10:16"),
            folded=f"{w['signs']}: 2",
        )
        to = kit.button(w["to"], icon="hand", key="F8", compact=True)
        self.put_side_foot(
            kit.text(w["serious"], "small_strong"),
            s(1),
            kit.text(w["stop"], "small", "quiet"),
            s(3),
            row(to, None),
        )


class HomePage(Page):
    """Places in the rail, work in the middle."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Home")
        s = kit.space
        who = kit.text("Rosa Penhallow, champion", "caption", "quiet")
        self.put_rail(kit.places(PLACES, "home", foot=[holding(row(s(3), who))]))
        start = flow(
            kit.button(
                "Start a welfare interview",
                "primary",
                icon="message-square-text",
                key="Ctrl+N",
                large=True,
            ),
            kit.button(
                "Open an incident pack", icon="clipboard-list", key="Ctrl+Shift+N", large=True
            ),
            gap=s(3),
        )
        self.put_body(
            kit.header("What needs me now", about="Tuesday 17 November"),
            s(5),
            start,
            s(6),
            kit.rows(
                self.due(
                    "circle-alert",
                    "Check in with the worker: day 3",
                    "Pack P-0039, Quarry Lane",
                    "1 day late",
                    "Open",
                    late=True,
                ),
                self.due(
                    "clock",
                    "Call the Fair Work Agency",
                    "Pack P-0042, Alder Mill. Stage 6 of 11",
                    "by 17:30 today",
                    "Open",
                ),
                self.due(
                    "pen-line",
                    "Finish the write-up while it is fresh",
                    "Interview W-0118, this morning",
                    "38 minutes of notes",
                    "Go on",
                ),
                self.due(
                    "users",
                    "Idris asks you for a second opinion",
                    "Pack P-0041, triage",
                    "asked yesterday",
                    "Read",
                ),
            ),
        )
        self.put_side(
            kit.text("If you are not sure", "heading"),
            s(3),
            kit.text("Someone may be hurt today", "small_strong"),
            kit.text("Call 999 first. Nothing here is more urgent.", "small", "quiet"),
            s(3),
            kit.hair(),
            s(3),
            kit.text("A feeling, and no facts yet", "small_strong"),
            kit.text("Talk it through. You need not give a name.", "small", "quiet"),
            s(3),
            kit.number("Example Helpline", "01632 960 700", "checked 3 November 2026"),
            s(4),
            kit.number("Danger now", "999", danger=True),
        )
        self.put_side_foot(
            kit.point(
                "shield-check",
                "This laptop is well. Backup proved 3 days ago.",
                ink="accent",
                colour="quiet",
            )
        )

    def due(
        self, icon: str, what: str, about: str, when: str, action: str, *, late: bool = False
    ) -> QWidget:
        """One thing that needs me."""
        kit, s = self.kit, self.kit.space
        ink = "attention" if late else "quiet"
        words = column(kit.text(what, "strong"), kit.text(about, "small", "quiet"))
        mark = kit.icon(icon, "attention" if late else "accent", line="strong")
        lead = holding(row(mark, s(4), words, top=True))
        time = kit.text(when, "small_strong" if late else "small", ink, figures=True, one_line=True)
        button = kit.button(action, compact=True, least=78, name=f"{action}: {what}")
        return holding(flow(lead, None, time, button, gap=s(4), margins=(0, s(3), 0, s(3))))


class Cases:
    """A hundred thousand invented cases."""

    columns = ("Case", "Worker", "Site", "Stage", "Due")

    def ids(self, order: str) -> range:
        return range(100_000)

    def rows(self, ids: range) -> list[tuple[str, ...]]:
        return [
            (
                f"P-{at:04}",
                f"Worker {at}",
                "Alder Mill",
                "Follow up",
                "1 day late" if at == 0 else "24 Nov",
            )
            for at in ids
        ]


class TablePage(Page):
    """A list that fills the page."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Cases", fills=True, wide=True)
        s = kit.space
        self.put_rail(kit.places(PLACES, "cases"))
        self.model = PagedTable(Cases(), lambda cells, at: at == 4 and "late" in cells[at])
        self.model.order_by("due")
        looks = [
            Column(92, figures=True),
            Column(146, "strong"),
            Column(182, folds=True),
            Column(200, "ink"),
            Column(144, "ink", figures=True),
        ]
        self.table = kit.table(self.model, looks, "Cases")
        self.table.selectRow(1)
        find = kit.field(
            "Find a case",
            kit.line(placeholder="A name, a site, a word in the notes", icon="search"),
        )
        self.put_body(
            kit.header("Cases"),
            s(3),
            find,
            s(3),
            self.table,
            s(2),
            kit.text("1 to 14 of 100,000, soonest due first", "caption", "quiet", figures=True),
        )
        self.first = self.table


class LeafPage(Page):
    """A page of a pack beside what is in it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Look it through", back="Pack P-0042", where="Seal")
        self.put_rail(
            kit.steps("Seal and hand over", [group("", "Who it is for|Look it through|Seal", 1)])
        )
        self.put_body(
            kit.header(
                "Look it through, then seal",
                about="Pack P-0042",
                sentence="After sealing nothing in it can change.",
            ),
            kit.space(4),
            kit.rows(
                kit.fact("For", "Det. Sgt A. Example, Northvale Police", change=self.show_end)
            ),
        )
        leaf = kit.leaf()
        leaf.show_image(paper(), "Page 1 of 12")
        s = kit.space
        pages = row(
            kit.button("", icon="chevron-left", name="Page before", compact=True),
            None,
            kit.text("Page 1 of 12", "small", "quiet", figures=True),
            None,
            kit.button("", icon="chevron-right", name="Next page", compact=True),
        )
        self.put_side(leaf, s(3), pages, width=292)
        self.put_foot(
            kit.button("Seal the pack", "primary", icon="file-lock"),
            kit.button("Save for later", "quiet"),
            None,
            kit.button("Open full preview", "quiet", icon="eye"),
        )


def paper() -> QImage:
    """Something like a printed page."""
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawText(60, 80, "Referral")
    painter.end()
    return image
