"""The cards of the page about colleagues: who they are, what came, and what stands twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from welfare_app.presenters.courier import ColleagueLine, IncomingCard
from welfare_app.presenters.courier_words import ContestedCard
from welfare_app.ui.parts import Item, Kit, flow, row

_NOT_YET = "Call them on a number you already had. Each reads out the digits on their own screen."


def colleague_card(
    kit: Kit, line: ColleagueLine, compared: Callable[[], object], removed: Callable[[], object]
) -> QFrame:
    """Who it is, the digits, whether they were compared, and what can be done."""
    gap = kit.space(1)
    state = kit.chip("Compared" if line.trusted else "Not compared yet")
    items: list[Item] = [
        row(kit.text(line.name, "strong", wide=True), None, state),
        gap,
        kit.text(line.where, "small", "quiet", wide=True),
        kit.space(2),
        digits(kit, line.digits),
        gap,
        kit.text(line.state if line.trusted else _NOT_YET, "small", "quiet", wide=True),
        kit.space(3),
    ]
    actions = [
        kit.button(
            "Remove",
            "quiet",
            compact=True,
            pressed=removed,
            name=f"Remove {line.name}",
            flush="leading" if line.trusted else "",
        )
    ]
    if not line.trusted:
        name = f"We compared the digits: {line.name}"
        actions.insert(
            0, kit.button("We compared the digits", compact=True, pressed=compared, name=name)
        )
    return kit.card(*items, flow(*actions, gap=kit.space(2)), pad=4)


def digits(kit: Kit, text: str) -> QFrame:
    """A fingerprint, in figures of one width that run left to right in every language."""
    return kit.number("Digits to compare", text)


def incoming_items(kit: Kit, card: IncomingCard) -> tuple[Item, ...]:
    """What taking a file in would do."""
    items: list[Item] = [
        kit.text(card.title, "strong", figures=True),
        kit.text(card.sender, "small", "quiet", figures=True),
    ]
    if card.groups:
        facts = (kit.fact(title, words, note) for title, words, note in card.groups)
        items += [kit.space(2), kit.rows(*facts)]
    return tuple(items)


def contested_card(
    kit: Kit,
    card: ContestedCard,
    choose: Callable[[int], object],
    both: Callable[[], object],
) -> QFrame:
    """Every version side by side, with who, when and where, and a button under each."""
    items: list[Item] = [
        kit.text(f"{card.case}, {card.title}", "strong", figures=True, wide=True),
        kit.space(1),
        kit.text("Written on two laptops. Both are kept.", "small", "quiet", wide=True),
    ]
    for at, line in enumerate(card.lines):
        shown = " It is what shows now." if line.shown else ""
        stand = kit.button(
            "Let this one stand",
            compact=True,
            pressed=_with(choose, at),
            name=f"Let this one stand: {line.words}",
        )
        version = kit.card(
            kit.text(line.words, figures=True, wide=True),
            kit.space(1),
            kit.text(f"{line.about}.{shown}", "small", "quiet", figures=True, wide=True),
            kit.space(2),
            flow(stand),
            pad=4,
        )
        items += [kit.space(3), version]
    if card.both:
        keep = kit.button("Keep both", compact=True, pressed=both)
        items += [kit.space(3), flow(keep)]
    return kit.card(*items, look="attention", pad=4)


def _with(choose: Callable[[int], object], at: int) -> Callable[[], object]:
    return lambda: choose(at)
