"""Listening: what the lines and answers of a talk call to mind. It offers; a person decides."""

from functools import cached_property

from welfare_app.domain.interview import Interview
from welfare_app.domain.listening import sources
from welfare_app.domain.notes import LineKind, Note
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.suggesting import Source, Suggester, Suggestion
from welfare_app.services.definitions import Definitions, FormDefinition

_KNOWN = {LineKind.SAID: Known.SAID, LineKind.SEEN: Known.SEEN}
"""The kinds of line that are listened to. What staff think or ask calls nothing to mind."""


class Listen:
    """Hears each line once. What it heard is let go with the desk, when the vault is locked."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._heard: dict[Source, tuple[Suggestion, ...]] = {}

    def suggestions(
        self,
        words: FormDefinition,
        interview: Interview,
        notes: tuple[Note, ...],
        signs: tuple[Sign, ...],
    ) -> tuple[Suggestion, ...]:
        """What may be a sign and nobody has decided, the newest line first.

        `signs` are all of the interview, with those taken back and dismissed.
        """
        decided = {(sign.indicator, sign.rests_on) for sign in signs}
        standing = {sign.indicator for sign in signs if sign.stands}
        found: list[Suggestion] = []
        for source in (*_lines(notes), *_answers(words, interview)):
            for one in self._of(source):
                if one.indicator not in standing and (one.indicator, source.key) not in decided:
                    standing.add(one.indicator)  # once is enough, from the newest line
                    found.append(one)
        return tuple(found)

    def _of(self, source: Source) -> tuple[Suggestion, ...]:
        if source not in self._heard:
            self._heard[source] = self._suggester.suggest((source,))
        return self._heard[source]

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self._definitions.prompts())


def _lines(notes: tuple[Note, ...]) -> tuple[Source, ...]:
    return tuple(
        Source(note.id, note.words, _KNOWN[note.kind], note.at)
        for note in reversed(notes)
        if note.kind in _KNOWN
    )


def _answers(words: FormDefinition, interview: Interview) -> tuple[Source, ...]:
    """The answers given on steps of questions; what a step gathers was heard line by line."""
    gathered = {field.id for field in words.form.fields() if field.gathers}
    own = {id: answer for id, answer in interview.answers.items() if id not in gathered}
    return sources(words.form, words, own)
