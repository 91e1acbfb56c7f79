"""What a check of a sealed file came to, as parts of a page."""

from PySide6.QtWidgets import QFrame

from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check import CheckScreen
from welfare_app.ui.parts import Item, Kit, column, row

_MARK = 40

_NOT_SAID = "Who changed it, or why. A bad copy or a mail filter can do it too."
_SAFE = "Your own records are safe. This program only read the file."


def result(kit: Kit, screen: CheckScreen) -> tuple[Item, ...]:
    """The verdict first; then what it rests on, or what to do."""
    items: list[Item] = [
        kit.text(screen.about, "small", "quiet", figures=True),
        kit.space(2),
        _verdict(kit, screen),
    ]
    if screen.facts:
        items += [kit.space(4), kit.rows(*(kit.fact(*fact) for fact in screen.facts))]
    if screen.to_do:
        items += [kit.space(5), *_to_do(kit, screen)]
    return tuple(items)


def beside(kit: Kit, screen: CheckScreen) -> tuple[Item, ...]:
    """What was found, and what the result does not say."""
    items: list[Item] = []
    if screen.findings:
        why = "Why we cannot tell" if screen.verdict == Verdict.CANNOT_TELL else "What was found"
        items += _block(kit, why, screen.findings)
    limits = {
        Verdict.GENUINE.value: ("What this does not prove", screen.not_proved),
        Verdict.NOT_GENUINE.value: ("What this does not say", (_NOT_SAID,)),
    }
    if screen.verdict in limits:
        if items:
            items += [kit.space(4), kit.hair(), kit.space(4)]
        items += _block(kit, *limits[screen.verdict])
    return tuple(items)


def _block(kit: Kit, title: str, lines: tuple[str, ...]) -> list[Item]:
    items: list[Item] = [kit.text(title, "heading")]
    for line in lines:
        items += [kit.space(3), kit.text(line, "small", figures=True)]
    return items


def _verdict(kit: Kit, screen: CheckScreen) -> QFrame:
    if screen.verdict == Verdict.GENUINE:
        return kit.verdict("shield-check", screen.title, screen.sentence, "accent")
    if screen.verdict == Verdict.NOT_GENUINE:
        return kit.verdict("shield-x", screen.title, screen.sentence, "danger")
    return _doubt(kit, screen)


def _doubt(kit: Kit, screen: CheckScreen) -> QFrame:
    """A verdict in ochre: nobody has shown the file to be changed."""
    words = column(
        kit.text(screen.title, "display", wide=True),
        kit.space(1),
        kit.text(screen.sentence, "lead", wide=True),
    )
    mark = kit.icon("circle-help", "attention", _MARK, line="display")
    frame = kit.card(row(mark, kit.space(4), words, top=True), look="attention")
    frame.setAccessibleName(screen.title)
    frame.setAccessibleDescription(screen.sentence)
    return frame


def _to_do(kit: Kit, screen: CheckScreen) -> list[Item]:
    steps: list[Item] = []
    for at, (title, sentence) in enumerate(screen.to_do, 1):
        steps += [kit.numbered(at, title, sentence), kit.space(4)]
    return [
        kit.text("What to do", "heading"),
        kit.space(3),
        kit.card(*steps[:-1]),
        kit.space(5),
        kit.point("check", _SAFE, ink="accent", role="body"),
    ]
