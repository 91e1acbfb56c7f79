"""Puts into words what stands beside what, and what a case that came would change."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from welfare_app.domain.answers import Answer, from_json
from welfare_app.domain.courier import Arrival, Contested, Standing
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.form import Field
from welfare_app.domain.ids import FieldId, InterviewId, PackId, ReferralId, StaffId
from welfare_app.domain.interview import Course
from welfare_app.domain.summing import Asked
from welfare_app.domain.wording import text_of_turn
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk
from welfare_app.services.versions import form_of, stages_of

KINDS: Mapping[str, tuple[str, str]] = {
    "interview": ("1 talk", "{} talks"),
    "note": ("1 line of a talk", "{} lines of a talk"),
    "sign": ("1 sign", "{} signs"),
    "pack": ("1 incident pack", "{} incident packs"),
    "referral": ("1 referral", "{} referrals"),
    "evidence": ("1 file", "{} files"),
    "preservation": ("1 request to keep a record", "{} requests to keep records"),
    "chronology": ("1 chronology entry", "{} chronology entries"),
}
"""What the records of a case are called, one and several."""

_HEADERS = {
    "interview": "Where the talk stands",
    "note": "A line of the talk",
    "sign": "A sign",
    "pack": "The incident pack",
    "referral": "The referral",
    "evidence": "What a file is",
    "preservation": "A request to keep a record",
    "chronology": "An entry of the chronology",
}

_PARTS = {
    "turn": "The course of the talk",
    "passed": "A step that was left early",
    "question": "What became of an open question",
    "addition": "An addition to the record",
    "withdrawn": "A consent that was taken back",
    "renewed": "A consent that was given again",
    "stage": "A stage of the pack",
    "sealing": "A sealed pack",
    "handover": "What became of a sealed pack",
    "handled": "The chain of custody of a file",
    "given": "An answer to a request to keep a record",
    "confirmed": "What is not the person",
}

_SAID = {
    "finished": "Signed off",
    "topic": "Topic",
    "words": "Words",
    "withdrawn": "Taken back",
    "description": "Description",
    "dated": "Dated",
    "version": "Version of the form",
    "reason": "Reason",
    "skipped": "Passed over because",
    "text": "Words",
}
"""What the keys of a header are called, where they are not plain from what they hold."""

_UNSAID = frozenset({"at", "by", "number", "page", "noted", "kept", "digest"})


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One version as it can be chosen: its words, and who wrote it, when and where."""

    words: str = field(repr=False)
    about: str = field(repr=False)
    shown: bool


@dataclass(frozen=True, slots=True)
class ContestedCard:
    """What was written twice: in which case, what was asked, and what stands there."""

    case: str
    title: str
    lines: tuple[StandingLine, ...]
    both: bool


class Versions:
    """Words for parts of records, by the forms those records were begun on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names = desk.staff_names()

    def card(self, one: Contested) -> ContestedCard:
        """What was written twice, in words."""
        words = self._form(one)
        called = self._desk.receiving.called((one.root, one.record))
        lines = tuple(
            StandingLine(self._words(one, each, words), self._about(each), at == 0)
            for at, each in enumerate(one.standing)
        )
        title = _title(one, words)
        return ContestedCard(called[one.record] or called[one.root], title, lines, one.listed)

    def _about(self, one: Standing) -> str:
        at = day_and_hour(datetime.fromisoformat(one.at), self._desk.shift.now())
        return f"{self._names.get(one.by, 'A colleague')}, {at}, on {one.device}"

    def _form(self, one: Contested) -> FormDefinition | None:
        with self._desk.shift.work() as work:
            try:
                match one.kind:
                    case "interview":
                        talk = work.interviews.get(InterviewId(one.record))
                        return form_of(self._desk.definitions, talk)
                    case "referral":
                        referral = work.referrals.get(ReferralId(one.record))
                        return form_of(self._desk.definitions, referral)
                    case "pack":
                        return stages_of(self._desk.definitions, work.packs.get(PackId(one.record)))
            except WelfareAppError:
                pass  # its words are not here: what was written is shown as it is
        return None

    def _words(self, one: Contested, each: Standing, words: FormDefinition | None) -> str:
        try:
            return self._body(one, each, words)
        except (KeyError, ValueError, TypeError, AttributeError):
            return each.body  # it never was current here, so nobody has read it as a record yet

    def _body(self, one: Contested, each: Standing, words: FormDefinition | None) -> str:
        said = json.loads(each.body)
        if one.part.startswith("answer:") and words is not None:
            found = _answer_words(one.part.removeprefix("answer:"), said, words)
            if found:
                return found
        if one.part.startswith("turn:"):
            return ": ".join(filter(None, (text_of_turn(Course(said["course"])), said["reason"])))
        if not isinstance(said, dict):
            return str(said)
        others = [json.loads(other.body) for other in one.standing if other is not each]
        differing = {
            key: value
            for key, value in said.items()
            if key not in _UNSAID and any(other.get(key) != value for other in others)
        }
        return "\n".join(self._line(key, value) for key, value in differing.items()) or "As it was"

    def _line(self, key: str, value: Any) -> str:
        name = _SAID.get(key, key.replace("_", " ").capitalize())
        match value:
            case None | "":
                return f"{name}: no"
            case str() if key == "finished":
                at = day_and_hour(datetime.fromisoformat(value), self._desk.shift.now())
                return f"{name}: {at}"
            case str():
                return f"{name}: {value}"
            case _:
                return f"{name}: {json.dumps(value, ensure_ascii=False)}"


def _answer_words(id: str, said: Mapping[str, Any], words: FormDefinition) -> str:
    """An answer as people read it; blank where its question is not on the form."""
    asked = _asked(id, words)
    if asked is None:
        return ""
    answer = Answer(from_json(said["value"]), said["language"], said["origin"])
    lines = Asked(words.form, words, {FieldId(id): answer}).one(asked).lines
    return "\n".join(line.text for line in lines)


def _asked(id: str, words: FormDefinition) -> Field | None:
    return next((one for one in words.form.fields() if one.id == id), None)


def _title(one: Contested, words: FormDefinition | None) -> str:
    kind, _, rest = one.part.partition(":")
    if kind == "answer" and words is not None and _asked(rest, words):
        return words.label(FieldId(rest))
    return _PARTS.get(kind) or _HEADERS.get(one.kind, "A record")


def counted(arrivals: Iterable[Arrival]) -> tuple[str, ...]:
    """How many of each kind of record, in words."""
    kinds = [one.kind for one in arrivals]
    return tuple(
        single if kinds.count(kind) == 1 else several.format(kinds.count(kind))
        for kind, (single, several) in KINDS.items()
        if kind in kinds
    )


def name_of(names: Mapping[StaffId, str], staff: StaffId) -> str:
    """Who somebody is, where it is known here."""
    return names.get(staff, "a colleague")
