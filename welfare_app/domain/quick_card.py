"""A card for a worker's pocket, in the words of the pages they read on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from welfare_app.domain.contacts import Contact, Nation
from welfare_app.domain.document import Heading, Line, Paragraph
from welfare_app.domain.folded_sheet import Call, FoldedSheet, PanelBlock
from welfare_app.domain.paper import PaperWords
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.worker_pages import WorkerSection, WorkerWords

ORIGINAL = "en"
"""The language everything is translated from."""


@dataclass(frozen=True, slots=True)
class CardSources:
    """What a card is made of. `name` is the language in English, for whoever hands it out.

    What a worker shows to others, such as that they need an interpreter, is in English too.
    """

    paper: PaperWords
    language: str
    name: str
    words: WorkerWords
    english: WorkerWords
    contacts: tuple[Contact, ...]
    nation: Nation | None = None

    def line(self, text: str) -> Line:
        """Words in the language of the card."""
        return Line(text, self.language)


def compose_card(sources: CardSources) -> FoldedSheet:
    """Who we are, rights, who can help, and what to show to others; a quarter of a page each.

    The numbers stand half under the help and half in the last quarter, so that all are large.
    """
    known = {one.id: one for one in sources.words.sections}
    who, rights, helping, showing = (known[id] for id in sources.paper.plan.card)
    calls = tuple(_calls(sources, helping))
    half = (len(calls) + 1) // 2
    translated = sources.language != ORIGINAL
    panels = (
        (*_warning(sources), *_panel(sources, who)),
        tuple(_panel(sources, rights)),
        (*_panel(sources, helping), *calls[:half]),
        (*calls[half:], *(_shown(sources, showing) if translated else ())),
    )
    title = f"{sources.paper.said('card.title')}: {sources.name}"
    return FoldedSheet(
        Line(title), panels, Line(_foot(sources, (who, rights, helping))), sources.language
    )


def _warning(sources: CardSources) -> Iterator[PanelBlock]:
    """That nobody has checked the words, in them and in English."""
    if not sources.words.trusted:
        unchecked = "notices.unchecked"
        yield Paragraph(sources.line(sources.words.said(unchecked)), lead=True)
        yield Paragraph(Line(sources.english.said(unchecked)), quiet=True)


def _panel(sources: CardSources, section: WorkerSection) -> Iterator[PanelBlock]:
    words = sources.words
    yield Heading(1, sources.line(words.title(section.id)))
    for line in section.lines:
        yield Paragraph(sources.line(words.line(section.id, line.id)))


def _shown(sources: CardSources, section: WorkerSection) -> Iterator[PanelBlock]:
    """What a worker points at: in their language, and in English for whoever reads it."""
    words, english = sources.words, sources.english
    yield Heading(1, sources.line(words.title(section.id)))
    for line in section.lines:
        yield Paragraph(sources.line(words.line(section.id, line.id)), lead=True)
        yield Paragraph(Line(english.line(section.id, line.id)))


def _calls(sources: CardSources, section: WorkerSection) -> Iterator[Call]:
    known = {one.id: one for one in sources.contacts}
    serving = (known[id] for id in section.contacts)
    for contact in serving:
        if sources.nation is None or contact.serves(sources.nation):
            yield _call(sources, contact)


def _call(sources: CardSources, contact: Contact) -> Call:
    """The number, with the date in figures that need no language."""
    words = sources.words
    day = "/".join(reversed(contact.checked.split("-")))
    note = f"{words.said('notices.number')} {day}"
    if contact.doubt:
        note = f"{words.said('notices.doubt')} ({day})"
    return Call(sources.line(words.contact(contact.id)), contact.phone, sources.line(note))


def _foot(sources: CardSources, sections: tuple[WorkerSection, ...]) -> str:
    oldest = min(line.checked for section in sections for line in section.lines)
    facts = {
        "language": sources.name,
        "checked": _vouched(sources),
        "sources": _day(oldest),
    }
    foot = sources.paper.said("card.foot", **facts)
    if sources.nation is None:
        return foot
    nation = sources.nation.value.replace("-", " ").title()
    return f"{foot} {sources.paper.said('card.nation', nation=nation)}"


def _vouched(sources: CardSources) -> str:
    paper, vouched = sources.paper, sources.words.translation
    if vouched.checked_by:
        return paper.said("card.vouched", name=vouched.checked_by, day=_day(vouched.checked))
    return paper.said("card.original" if sources.words.trusted else "card.unchecked")


def _day(checked: str) -> str:
    known = PartialDate.read(checked)
    return known.said() if known else checked
