"""The words a talk or a pack is found by: all that was said, written down or kept in it."""

from collections.abc import Iterator, Sequence

from welfare_app.domain.answers import Address, Answers, Gap, Rows, Value
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import Note
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.sign import Sign


def talk_words(talk: Interview, notes: Sequence[Note], signs: Sequence[Sign]) -> str:
    """The words of a talk: its answers, its lines in either language, its signs, its additions."""
    return "\n".join(
        (
            talk.number,
            *_answers(talk.answers),
            *(added.words for added in talk.additions),
            *(note.words for note in notes),
            *(note.original.words for note in notes if note.original),
            *(sign.words for sign in signs),
        )
    )


def pack_words(pack: IncidentPack, talk: Interview | None, files: Sequence[Evidence]) -> str:
    """The words of a pack: its answers, its files, and who the worker of its talk is."""
    return "\n".join(
        (
            pack.number,
            *_answers(pack.answers),
            *(f"{one.reason} {one.second}" for one in pack.paths),
            *(
                f"{call.body} {call.person} {call.reference} {call.advice} {call.hold}"
                for call in (one.call for one in pack.calls)
            ),
            *(f"{file.name} {file.description}" for file in files),
            *(_answers(talk.answers) if talk else ()),
        )
    )


def _answers(answers: Answers) -> Iterator[str]:
    for answer in answers.values():
        yield from _texts(answer.value)


def _texts(value: Value) -> Iterator[str]:
    """Every text a person gave in an answer."""
    match value:
        case str():
            yield value
        case tuple():
            yield from value
        case Address():
            yield from value.lines()
        case Rows():
            yield from (text for row in value.rows for text in row.values())
        case Gap():
            yield value.reason
