"""What stands beside a referral: gates, what could name the person, advice, what will change."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from welfare_app.presenters.gates import GateLine
from welfare_app.presenters.helping import HelpLine
from welfare_app.presenters.referral import ReferralScreen
from welfare_app.presenters.rewriting import RewrittenLine
from welfare_app.presenters.tracing import TraceLine
from welfare_app.ui.pages.safe_contact import safe_contact_items
from welfare_app.ui.parts import Item, Kit, Text, column, holding

_MOST = 6
"""Lines of one kind, before the rest is only counted."""


def beside(screen: ReferralScreen) -> tuple[object, ...]:
    """All of a screen that is drawn here."""
    return (
        *(screen.gates, screen.traces, screen.helps, screen.rewritten, screen.unsent),
        screen.safe_contact,
    )


def held(gates: Sequence[GateLine]) -> str:
    """How many of the gates hold, leaving out what is only advice."""
    must = [gate for gate in gates if not gate.advice]
    return f"{sum(1 for gate in must if gate.holds)} of {len(must)}"


def side_of(kit: Kit, screen: ReferralScreen, go: Callable[[str], object]) -> Iterator[Item]:
    """Everything beside the overview, most pressing first; `go` opens a page."""
    if screen.safe_contact:
        yield from safe_contact_items(kit, screen.safe_contact)
        yield from (kit.space(5), kit.hair(), kit.space(4))
    yield heading(kit, "Before you seal")
    for gate in screen.gates:
        yield from (kit.space(3), _gate(kit, gate))
    if screen.traces:
        yield from _part(kit, "This could say who it is")
        for line in screen.traces[:_MOST]:
            yield from (kit.space(3), _trace(kit, line, go))
        yield from _rest(kit, len(screen.traces))
    if screen.helps:
        yield from _part(kit, "It would help the reader")
        for help in screen.helps:
            yield from (kit.space(3), _help(kit, help))
    if screen.rewritten:
        yield from _part(kit, "The form will change these characters")
        for one in screen.rewritten[:_MOST]:
            yield from (kit.space(3), _rewritten(kit, one, go))
        yield from _rest(kit, len(screen.rewritten))
    if screen.unsent:
        yield from (kit.space(5), kit.hair(), kit.space(4))
        yield kit.text(screen.unsent, "small", "quiet")


def heading(kit: Kit, words: str) -> Text:
    """The title of a part of the side rail."""
    made = kit.text(words, "heading")
    made.setAccessibleDescription("heading")
    return made


def _part(kit: Kit, words: str) -> Iterator[Item]:
    yield from (kit.space(5), kit.hair(), kit.space(4), heading(kit, words))


def _rest(kit: Kit, count: int) -> Iterator[Item]:
    if count > _MOST:
        yield from (kit.space(3), kit.text(f"And {count - _MOST} more", "small", "quiet"))


def _gate(kit: Kit, gate: GateLine) -> Item:
    if gate.holds:
        return kit.point("check", gate.text, gate.note, ink="accent")
    if gate.advice:
        return kit.point("circle-dashed", gate.text, gate.note)
    return kit.point("circle-dashed", gate.text, gate.note, ink="attention", role="small_strong")


def _trace(kit: Kit, line: TraceLine, go: Callable[[str], object]) -> Item:
    words = kit.text(f"{line.kind}: {line.found}", "small_strong", wide=True)
    place = kit.link(line.where, name=f"{line.kind}, in: {line.where}")
    place.clicked.connect(partial(_opened, go, line.page))
    return holding(column(words, place))


def _help(kit: Kit, line: HelpLine) -> Item:
    if line.done:
        return kit.point("check", line.text, line.note, ink="accent")
    return kit.point("minus", line.text, line.note)


def _rewritten(kit: Kit, line: RewrittenLine, go: Callable[[str], object]) -> Item:
    place = kit.link(line.label, name=f"{line.label} {line.note}")
    place.clicked.connect(partial(_opened, go, line.page))
    return holding(column(place, kit.text(line.note, "small", "quiet", wide=True)))


def _opened(go: Callable[[str], object], page: str, _checked: bool = False) -> None:
    go(page)
