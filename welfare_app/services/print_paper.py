"""Printing what is filled in by hand: a blank incident pack, and cards for workers' pockets."""

from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused
from welfare_app.domain.paper_pack import PaperSources, compose_paper
from welfare_app.domain.quick_card import ORIGINAL, CardSources, compose_card
from welfare_app.services.definitions import Definitions
from welfare_app.services.tools import Disk, Renderer


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """Draws paper of the same content that the screens use. Nothing of any case is in it."""

    definitions: Definitions
    renderer: Renderer
    disk: Disk

    def languages(self) -> tuple[str, ...]:
        """The languages there is a card in, those met most first."""
        return self.definitions.worker_languages()

    def save_pack(self, path: Path, nation: Nation | None) -> None:
        """A blank incident pack, there whole or not at all."""
        self.disk.write_whole(path, self.pack(nation))

    def save_card(self, path: Path, language: str, nation: Nation | None) -> None:
        """A card in one language, there whole or not at all."""
        self.disk.write_whole(path, self.card(language, nation))

    def pack(self, nation: Nation | None) -> bytes:
        """A blank incident pack; without a nation it has the numbers of all four."""
        return self.renderer.render(compose_paper(self._pack_sources(nation)))

    def card(self, language: str, nation: Nation | None) -> bytes:
        """A card in one language; refused where there are no words in it."""
        if language not in self.languages():
            raise Refused("paper.no-language", known=", ".join(self.languages()))
        definitions = self.definitions
        return self.renderer.fold(
            compose_card(
                CardSources(
                    definitions.paper(),
                    language,
                    definitions.languages()[1][language],
                    definitions.worker_pages(language),
                    definitions.worker_pages(ORIGINAL),
                    definitions.contacts().contacts,
                    nation,
                )
            )
        )

    def _pack_sources(self, nation: Nation | None) -> PaperSources:
        definitions, paper = self.definitions, self.definitions.paper()
        stages = definitions.workflow(paper.plan.workflow)
        form, talk = definitions.form(stages.workflow.form), definitions.form(paper.plan.talk)
        contacts, pages = definitions.contacts(), definitions.worker_pages(ORIGINAL)
        points = next(one for one in pages.sections if one.id == paper.plan.points)
        return PaperSources(
            paper,
            stages.workflow,
            stages,
            form.form,
            form,
            talk.form,
            talk,
            contacts.contacts,
            contacts,
            tuple(pages.line(points.id, line.id) for line in points.lines),
            min(line.checked for line in points.lines),
            nation,
        )
