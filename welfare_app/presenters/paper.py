"""Paper for a site with no laptop: a blank incident pack, and cards for workers' pockets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.contacts import Nation
from welfare_app.presenters.places import AtLaptop, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.print_paper import PrintPaper

PACK, CARD = "pack", "card"
PACK_FILE = "paper-pack.pdf"
UNCHECKED = "Nobody has checked this translation. The card says so, in both languages."
SAVED = {
    PACK: "The pack is saved. Print it on A4; keep a copy at each site, locked away.",
    CARD: "The card is saved. Print it on one side, and fold it twice with the words inside.",
}


@dataclass(frozen=True, slots=True)
class CardLanguage:
    """A language there is a card in, as it is listed, and what to know of its words."""

    tag: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class PaperScreen:
    """Everything the page shows. `busy` is what is being drawn, if anything is."""

    languages: tuple[CardLanguage, ...]
    language: str
    note: str
    pack_file: str
    card_file: str
    busy: str = ""
    saved: str = ""
    trouble: Trouble | None = None


class PaperView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: PaperScreen) -> None:
        """Draw it."""
        ...


class PaperPresenter:
    """Saves paper where the person says. Nothing of any case is in it."""

    def __init__(
        self,
        view: PaperView,
        paper: PrintPaper,
        definitions: Definitions,
        jobs: JobRunner,
        nation: Nation,
        go: Go,
    ) -> None:
        self._view, self._paper, self._definitions, self._jobs = view, paper, definitions, jobs
        self._nation, self._go = nation, go
        languages = tuple(map(self._language, paper.languages()))
        self._screen = PaperScreen(languages, "", "", PACK_FILE, "")
        self._choose(languages[0].tag)

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._screen)

    def choose(self, language: str) -> None:
        """Make the card in another language."""
        if language != self._screen.language:
            self._choose(language)
            self._draw(self._screen)

    def save_pack(self, path: Path) -> None:
        """Save a blank incident pack."""
        self._save(PACK, lambda: self._paper.save_pack(path, self._nation))

    def save_card(self, path: Path) -> None:
        """Save the card in the language that is chosen."""
        language = self._screen.language
        self._save(CARD, lambda: self._paper.save_card(path, language, self._nation))

    def back(self) -> None:
        """Go back to where paper is one thing among others."""
        self._go(AtLaptop())

    def _save(self, what: str, saving: Callable[[], None]) -> None:
        if self._screen.busy:
            return
        self._draw(replace(self._screen, busy=what, saved="", trouble=None))
        self._jobs.start(
            lambda _: saving(),
            done=lambda _: self._draw(replace(self._screen, busy="", saved=SAVED[what])),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy="", trouble=said))

    def _choose(self, tag: str) -> None:
        note = next(one.note for one in self._screen.languages if one.tag == tag)
        self._screen = replace(
            self._screen, language=tag, note=note, card_file=f"card-{tag}.pdf", saved=""
        )

    def _language(self, tag: str) -> CardLanguage:
        known, names = self._definitions.languages()
        own = next(one.own_name for one in known if one.tag == tag)
        words = names[tag] if own == names[tag] else f"{names[tag]}, {own}"
        trusted = self._definitions.worker_pages(tag).trusted
        return CardLanguage(tag, words, "" if trusted else UNCHECKED)

    def _draw(self, screen: PaperScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
