"""Gathers everything that is held in a case, passage by passage, in the order it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from welfare_app.domain.answers import Answers
from welfare_app.domain.consents import History
from welfare_app.domain.document import Line
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.form import Field, Form
from welfare_app.domain.handover_feed import when
from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import Note
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.passages import Passage
from welfare_app.domain.preserving import Preservation
from welfare_app.domain.recordings import listed
from welfare_app.domain.referral import Referral
from welfare_app.domain.sign import Sign
from welfare_app.domain.summing import Asked
from welfare_app.domain.talk_document import moment
from welfare_app.domain.wording import KNOWN, LINES, text_of_turn
from welfare_app.services.definitions import Definitions, FormDefinition
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.record_words import RecordWords
from welfare_app.services.review_retention import Reviewed
from welfare_app.services.versions import form_of, stages_of, workflow_of

SAID, SIGNS, HELD_FILES, ENTRIES = "As it was said", "Signs", "Files", "Chronology"
ASKED = "Records others were asked to keep"


@dataclass(frozen=True, slots=True)
class GatherPassages:
    """Reads a case through for one person. What was said first is held, too, and is there."""

    definitions: Definitions

    def of(self, work: UnitOfWork, case: Reviewed) -> Iterator[Passage]:
        """Every passage of a case."""
        if case.interview is not None:
            yield from self._talk(work, case.interview)
        for pack in case.packs:
            yield from self._pack(work, pack)
        for referral in case.referrals:
            yield from self._referral(referral)

    def _talk(self, work: UnitOfWork, talk: Interview) -> Iterator[Passage]:
        words = form_of(self.definitions, talk)
        history = work.interviews.history(talk.id)
        yield from _answers(talk.number, words, words.form, talk.answers, history)
        yield from _course(talk, words)
        for note in work.notes.of(talk.id):
            yield _note(talk.number, note)
        phrase = self.definitions.catalogue().phrase
        for sign in work.signs.of(talk.id):
            yield _sign(talk.number, sign, phrase(sign.indicator))

    def _pack(self, work: UnitOfWork, pack: IncidentPack) -> Iterator[Passage]:
        words, stages = stages_of(self.definitions, pack), workflow_of(self.definitions, pack)
        yield from _answers(pack.number, words, words.form, pack.answers, {})
        for stage, done in pack.done.items():
            if done.skipped:
                title = stages.text(stage, "title")
                yield Passage(
                    pack.number, "Steps passed over", "skipped", title, (Line(done.skipped),)
                )
        for path in pack.paths:
            why = (Line(path.reason), Line(path.second))
            yield Passage(pack.number, "Paths", "path", words.option(OUTCOME, path.outcome), why)
        for call in (one.call for one in pack.calls):
            heard = (call.person, call.reference, call.advice, call.hold)
            lines = tuple(Line(line) for line in heard if line)
            yield Passage(pack.number, "Calls", "told-person", call.body, lines)
        for file in work.evidence.of(pack.id):
            parts = (file.name, file.description, file.dated)
            told = tuple(Line(part) for part in parts if part)
            yield Passage(pack.number, HELD_FILES, "file", f"File {file.exhibit}", told)
            yield from _chain(pack.number, file)
        for asked in work.preservations.of(pack.id):
            yield _asked(pack.number, asked, self.definitions.records_to_keep())
        for entry in work.chronology.of(pack.id):
            day = " ".join(filter(None, (entry.when, entry.time)))
            said = tuple(Line(line) for line in (entry.what, day) if line)
            label = f"{KNOWN[entry.known]}, written {moment(entry.at)}"
            yield Passage(pack.number, ENTRIES, "chronology", label, said)

    def _referral(self, referral: Referral) -> Iterator[Passage]:
        words = form_of(self.definitions, referral)
        group = f"{referral.number} referral"
        yield from _answers(group, words, words.form, referral.answers, {})
        for sealing in referral.sealings:
            handing = sealing.handing
            told = (
                *(handing.recipient, handing.organisation, handing.phone, handing.purpose),
                handing.left_out.said,
                listed(sealing.recordings),
            )
            lines = tuple(Line(line) for line in told if line)
            label = f"Sealed {moment(sealing.at)} for"
            yield Passage(group, "Handed over", "handing", label, lines)
        for entry in referral.entries:
            became = (entry.who, when(entry), entry.words)
            lines = tuple(Line(line) for line in became if line)
            label = f"What became of it, written {moment(entry.at)}"
            yield Passage(group, "Handed over", "handover", label, lines)


def _chain(number: str, file: Evidence) -> Iterator[Passage]:
    for link in file.handled:
        told = tuple(Line(one) for one in (link.who, link.done_by, link.how) if one)
        label = f"File {file.exhibit}, {link.deed.value}: {moment(link.at)}"
        yield Passage(number, HELD_FILES, "custody", label, told)


def _asked(number: str, asked: Preservation, words: RecordWords) -> Passage:
    said = (asked.asked_of, asked.which, *(one.words for one in asked.given))
    label = f"{words.name(asked.record)}, asked for {moment(asked.at)}"
    return Passage(number, ASKED, "preservation", label, tuple(Line(one) for one in said if one))


def _answers(
    record: str, words: FormDefinition, form: Form, answers: Answers, history: History
) -> Iterator[Passage]:
    seen: set[FieldId] = set()
    fields: Mapping[FieldId, Field] = {one.id: one for one in form.fields()}
    for page in form.pages:
        title = words.page_title(page.id)
        for field in page.fields:
            if field.id in seen:
                continue
            seen.add(field.id)
            yield from _answer(record, title, words, form, field, answers, history)
    for id in answers.keys() - seen:
        if id in fields:
            yield from _answer(record, "More", words, form, fields[id], answers, history)


def _answer(
    record: str,
    group: str,
    words: FormDefinition,
    form: Form,
    field: Field,
    answers: Answers,
    history: History,
) -> Iterator[Passage]:
    told = []
    for given in history.get(field.id, ()):
        summed = Asked(form, words, {field.id: given.answer}).one(field)
        if summed.lines:
            told.append((summed, given.at))
    now = Asked(form, words, answers).one(field)
    for summed, at in told:
        if summed.lines != now.lines:
            label = f"{summed.label} (as answered {moment(at)})"
            yield Passage(record, group, field.id, label, summed.lines, summed.exact_words)
    if now.lines:
        yield Passage(record, group, field.id, now.label, now.lines, now.exact_words)


def _course(talk: Interview, words: FormDefinition) -> Iterator[Passage]:
    number, group = talk.number, "How the talk went"
    for turn in talk.turns:
        if turn.reason:
            label = f"{moment(turn.at)}: {text_of_turn(turn.course)}"
            yield Passage(number, group, "turn", label, (Line(turn.reason),))
    for page, passed in talk.passed.items():
        label = f"{moment(passed.at)}: left with a reason, {words.page_title(page)}"
        yield Passage(number, group, "passed", label, (Line(passed.reason),))
    for added in talk.additions:
        label = f"Added {moment(added.at)}: {words.label(added.to)}"
        yield Passage(number, group, added.to, label, (Line(added.words),))
    for consent, taken in (*talk.withdrawn.items(), *talk.renewed.items()):
        if taken.words:
            label = f"{moment(taken.at)}: {words.consent_title(consent)}"
            yield Passage(number, group, "consent", label, (Line(taken.words),), exact_words=True)


def _note(number: str, note: Note) -> Passage:
    lines = [Line(note.words)]
    if note.original:
        lines.append(Line(note.original.words, note.original.language))
        if note.original.translator:
            lines.append(Line(f"Put into English by {note.original.translator}"))
    label = f"{moment(note.at)}, {LINES[note.kind].lower()}"
    exact = note.kind.value == "said"
    return Passage(number, SAID, "note", label, tuple(lines), exact)


def _sign(number: str, sign: Sign, phrase: str) -> Passage:
    told = (sign.words, sign.where, sign.when, sign.prompted, sign.withdrawn, sign.dismissed)
    lines = (Line(phrase), *(Line(one, sign.language) for one in told[:1] if one))
    more = tuple(Line(one) for one in told[1:] if one)
    label = f"{KNOWN[sign.known]}, noted {moment(sign.noted)}"
    return Passage(number, SIGNS, "sign", label, (*lines, *more))
