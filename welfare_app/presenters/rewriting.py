"""What the Home Office form will silently change, said to the writer before it is sealed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from welfare_app.domain.answers import Value
from welfare_app.domain.form import Field, Kind
from welfare_app.domain.text_rules import Change, around, changes, sent_as, visible

ONE_LINE = frozenset({Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.NUMBER})
SHORT, AROUND, SHOWN = 70, 14, 3


@dataclass(frozen=True, slots=True)
class RewrittenLine:
    """One answer, the page it stands on, and which of its characters will be others."""

    page: str
    label: str
    note: str = field(repr=False)


def rewriting(asked: Field, value: Value | None) -> str:
    """What an answer will become, as one sentence; blank where a reader would see no change."""
    found = _seen(asked, value)
    if not found or not isinstance(value, str):
        return ""
    becomes = sent_as(value, one_line=asked.kind in ONE_LINE)
    if len(becomes) <= SHORT and "\n" not in becomes:
        return f"The form will change this to: {visible(becomes)}"
    pieces = list(_pieces(value, found))
    more = len(pieces) - SHOWN
    rest = f" And {more} more {'place' if more == 1 else 'places'}." if more > 0 else ""
    return f"The form will change this to: {' '.join(pieces[:SHOWN])}{rest}"


def rewritten_lines(
    answered: Iterable[tuple[Field, Value]],
    label: Callable[[str], str],
    page_of: Callable[[str], str],
) -> tuple[RewrittenLine, ...]:
    """Each answer of which characters will be changed, with which."""
    lines = []
    for asked, value in answered:
        pairs = dict.fromkeys((one.was, one.becomes) for one in _seen(asked, value))
        if pairs:
            told = [f"“{visible(was)}” to “{visible(becomes)}”" for was, becomes in pairs]
            more = f", and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
            note = f"{', '.join(told[:SHOWN])}{more}"
            lines.append(RewrittenLine(page_of(asked.id), label(asked.id), note))
    return tuple(lines)


def _seen(asked: Field, value: Value | None) -> tuple[Change, ...]:
    if asked.kind not in ONE_LINE | {Kind.LONG_TEXT} or not isinstance(value, str):
        return ()
    return tuple(one for one in changes(value, one_line=asked.kind in ONE_LINE) if one.seen)


def _pieces(text: str, found: tuple[Change, ...]) -> Iterator[str]:
    """The places where it changes, each with a few words around it; near ones together."""
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and found[end].start - found[end - 1].end <= 2 * AROUND:
            end += 1
        near = found[at:end]
        first, last = around(text, near[0].start, near[-1].end, AROUND)
        words, done = "", first
        for one in near:
            words += text[done : one.start] + one.becomes
            done = one.end
        words = " ".join(visible(words + text[done:last]).split())
        yield f"{'… ' if first else ''}{words}{' …' if last < len(text) else ''}"
        at = end
