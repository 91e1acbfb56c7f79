"""A page with every part that the others do not show."""

from welfare_app.ui.parts import Item, Kit, Option, column, flow, holding, row
from welfare_app.ui.shell import Page


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
        reason = kit.reason(off)
        off.off("A second person has not read it yet")
        working = kit.button("Unlock", "primary", icon="hourglass")
        working.busy("Opening the vault…")
        progress = kit.busy()
        progress.start("Sealing the pack")
        progress.progress(3, 5)
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
