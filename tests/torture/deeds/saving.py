"""Answers, lines and half-typed lines, as fast as they can be kept."""

from itertools import count
from pathlib import Path

from tests.torture.table import at, lay, rows, sound
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.notes import LineKind
from welfare_app.services.take_notes import Heard

MOMENT = 0.6
FIELD = FieldId("site")


def prepare(folder: Path) -> None:
    lay(folder)


def do(folder: Path, acknowledge) -> None:
    table = at(folder)
    desk, interview = table.sit(), InterviewId(table.interview)
    for number in count():
        words = f"said {number}"
        desk.interviews.answer(interview, FIELD, Answer(words * 20))
        acknowledge(f"answer {number}")
        desk.notes.keep_draft(interview, Heard(LineKind.SAID, words))
        acknowledge(f"draft {number}")
        desk.notes.keep(interview, Heard(LineKind.SAID, words), typed=True)
        acknowledge(f"line {number}")


def kept(folder: Path, acknowledged: list[str]) -> None:
    table = at(folder)
    desk, interview = table.sit(), InterviewId(table.interview)
    vault = desk.shift.vault
    sound(vault, {})
    answers = {str(one.answer.value) for one in desk.interviews.history(interview)[FIELD]}
    lines = [note.words for note in desk.notes.of(interview)]
    told = {kind: [] for kind in ("answer", "draft", "line")}
    for line in acknowledged:
        kind, number = line.split()
        told[kind].append(int(number))
    assert {f"said {number}" * 20 for number in told["answer"]} <= answers
    for number in told["line"]:
        assert lines.count(f"said {number}") == 1
    if len(told["draft"]) > len(told["line"]):
        draft = desk.notes.draft(interview)
        newest = f"said {told['draft'][-1]}"
        assert newest in lines or (draft and draft.words == newest)
    assert rows(vault)
    vault.close()
