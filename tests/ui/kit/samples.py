"""Pages that show every part in use. All people and numbers are invented."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from welfare_app.ui.paged_table import PagedTable
from welfare_app.ui.parts import (
    Column,
    Item,
    Kit,
    Option,
    Place,
    StepGroup,
    StepLine,
    column,
    flow,
    holding,
    row,
)
from welfare_app.ui.shell import Page

PLACES = (
    Place("home", "Home", "house"),
    Place("cases", "Cases", "folder"),
    Place("interviews", "Interviews", "message-square-text"),
    Place("indicators", "Indicators", "book-open"),
    Place("check", "Check a sealed file", "file-lock"),
    Place("people", "People and roles", "users"),
    Place("laptop", "This laptop", "hard-drive"),
)

ENGLISH = {
    "title": "Needs",
    "back": "Pause",
    "where": "Interview W-0118, Alder Mill",
    "sum": "Two answers need another look",
    "p1": "Say what was agreed for tonight, or why there is nothing yet",
    "p2": "This number is one digit short: a UK mobile has 11",
    "q1": "Is there somewhere safe to sleep tonight?",
    "h1": "Safe means: not controlled by the person they are afraid of.",
    "yes": "Yes",
    "no": "No",
    "unsure": "Not sure",
    "none": "There is no answer to this",
    "q2": "What was agreed for tonight?",
    "q3": "A number that is safe to call",
    "h3": "A phone only they answer. Say when it is safe.",
    "go": "Save and continue",
    "later": "Come back to this",
    "steps": "Step 9 of 14",
    "signs": "Signs",
    "add": "Add",
    "s1": "Debt to the person who found the job",
    "s2": "Papers held by someone else",
    "said": "Said",
    "serious": "Heard something serious?",
    "stop": "Stop the questions. What stays: their words, safety, needs, wishes, consent.",
    "to": "Go to disclosure steps",
    "groups": "Before|The talk|After",
    "before": "Plan|Safety|Setting|Language|Explain|Age",
    "talk": "Free recall|Open follow-up|Needs|Wishes|Information, consent|Closing",
    "after": "Write up|Look after yourself",
}
ARABIC = {
    "title": "الاحتياجات",
    "back": "إيقاف مؤقت",
    "where": "مقابلة W-0118، ألدر ميل",
    "sum": "إجابتان تحتاجان إلى نظرة أخرى",
    "p1": "اكتب ما تم الاتفاق عليه لهذه الليلة، أو لماذا لا يوجد شيء بعد",
    "p2": "ينقص هذا الرقم رقم واحد: الهاتف المحمول البريطاني من 11 رقمًا",
    "q1": "هل يوجد مكان آمن للنوم الليلة؟",
    "h1": "آمن يعني: لا يتحكم فيه الشخص الذي يخافون منه.",
    "yes": "نعم",
    "no": "لا",
    "unsure": "غير متأكد",
    "none": "لا يوجد جواب عن هذا السؤال",
    "q2": "ما الذي تم الاتفاق عليه لهذه الليلة؟",
    "q3": "رقم يمكن الاتصال به بأمان",
    "h3": "هاتف لا يرد عليه غيره. اذكر متى يكون الاتصال آمنًا.",
    "go": "احفظ وتابع",
    "later": "العودة إلى هذا لاحقًا",
    "steps": "الخطوة 9 من 14",
    "signs": "العلامات",
    "add": "إضافة",
    "s1": "دَين لمن وجد له العمل",
    "s2": "أوراقه يحتفظ بها شخص آخر",
    "said": "قيل",
    "serious": "هل سمعت شيئًا خطيرًا؟",
    "stop": "توقّف عن الأسئلة. يبقى: كلامه، والسلامة، والاحتياجات، والرغبات، والموافقة.",
    "to": "إلى خطوات الإفصاح",
    "groups": "قبل|المحادثة|بعد",
    "before": "التخطيط|السلامة|المكان|اللغة|الشرح|العمر",
    "talk": "الكلام الحر|متابعة مفتوحة|الاحتياجات|الرغبات|المعلومات والموافقة|الختام",
    "after": "التدوين|اعتنِ بنفسك",
}


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


class PartsPage(Page):
    """Every other part."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Parts", back="Home", where="Gallery", wide=True)
        self.kit = kit
        s = kit.space
        left = holding(column(*self._left(), None))
        right = holding(column(*self._right(), None))
        self.put_body(
            row(left, s(7), right, top=True)
            if kit.theme.scale <= 1.5
            else column(left, s(5), right)
        )

    def _left(self) -> list[Item]:
        kit, s = self.kit, self.kit.space
        off = kit.button("Seal the pack", "primary", icon="file-lock")
        off.off("A second person has not read it yet")
        reason = kit.reason(off)
        reason.say("A second person has not read it yet")
        reason.show()
        working = kit.button("Unlock", "primary", icon="hourglass")
        working.busy("Opening the vault…")
        progress = kit.busy()
        progress.start("Sealing the pack")
        progress.progress(3, 5)
        progress.show()
        table = kit.choices(
            [Option("food", "Food"), Option("meds", "Medicine", "Say which")],
            ["food"],
            many=True,
            across=True,
        )
        return [
            kit.text("Buttons", "heading"),
            s(3),
            flow(
                kit.button("Primary", "primary", icon="check"),
                kit.button("Secondary"),
                kit.button("Quiet", "quiet"),
                gap=s(3),
            ),
            s(3),
            flow(
                kit.button("Chosen", "chosen"),
                kit.button("Danger", "danger"),
                kit.button("Emergency", "danger_quiet", icon="phone"),
                gap=s(3),
            ),
            s(3),
            flow(off, reason, gap=s(3)),
            s(3),
            flow(working, kit.button("Cancel"), gap=s(3)),
            s(3),
            progress,
            s(4),
            flow(
                *(kit.chip(word) for word in ("Said", "Seen", "Checked", "My view")),
                kit.chip("Late", "attention"),
                kit.chip("Practice vault", "accent"),
                gap=s(2),
            ),
            s(4),
            kit.field("What do they need?", table),
            s(3),
            kit.field(
                "Country",
                kit.pick([Option("PL", "Poland"), Option("RO", "Romania")], "PL", search=True),
            ),
            s(3),
            kit.field(
                "The year it began",
                kit.line("20255", figures=True),
                hint="A guess is fine. Leave parts empty.",
                problem="A year has four digits",
                width=160,
            ),
        ]

    def _right(self) -> list[Item]:
        kit, s = self.kit, self.kit.space
        said = column(
            kit.text("“He holds my passport. He says it is safer that way.”", "words"),
            kit.text("”ஆவணம் அவரிடம்“  „On trzyma mój paszport.”", "words", "quiet"),
            kit.text("Polish, interpreter 4471", "caption", "quiet"),
        )
        return [
            kit.verdict(
                "shield-x", "Not genuine", "This file was changed after it was sealed.", "danger"
            ),
            s(3),
            kit.rows(
                kit.fact(
                    "For",
                    "Det. Sgt A. Example, Northvale Police",
                    "Found by Rosa, 20 Nov",
                    change=self.show_end,
                ),
                kit.fact("Inside", "12 pages, 4 files, 6.2 MB"),
            ),
            s(3),
            row(kit.bar(), s(3), said),
            s(3),
            kit.point("ban", "Tell the site supervisor why"),
            s(2),
            kit.clock("2 h 10 min left", "by 17:30 today"),
            s(3),
            kit.card(kit.numbered(1, "Keep this file as it is.", "It may be evidence."), pad=4),
            s(3),
            kit.notice(
                "lock",
                "Locks in 30 seconds",
                "Touch any key to stay. Everything you typed is kept.",
                button=kit.button("Stay", compact=True),
            ),
            s(3),
            kit.link("I cannot remember it"),
            s(3),
            kit.empty(
                "message-square-text",
                "No interviews yet",
                "Start one when you are alone with the worker.",
                kit.button("Start a welfare interview", "primary"),
            ),
        ]


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
