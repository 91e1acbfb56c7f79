"""The sample case: one invented worker, played through every service, from talk to referral."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from welfare_app.domain.answers import Answer, from_json
from welfare_app.domain.calls import Call
from welfare_app.domain.ids import FieldId, IndicatorId, StageId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.notes import LineKind, Original
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.referral import Handing, Referral
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW, Desk
from welfare_app.services.note_sign import Noticed
from welfare_app.services.take_notes import Heard
from welfare_app.services.tools import Sample

HANDING = Handing(
    "Test Responder One",
    "Fair Work Agency",
    "0114 496 0201",
    "So that they can refer him to the National Referral Mechanism. He agreed.",
    "crime",
)


@dataclass(frozen=True, slots=True)
class SampleCase:
    """Plays the sample through the services a person would use, in the same order."""

    desk: Desk
    sample: Sample

    def hold_interview(self) -> Interview:
        """Hold the interview and sign it off."""
        return self.desk.interviews.finish(self.talk().id)

    def talk(self) -> Interview:
        """Hold the interview, up to its last step."""
        service = self.desk.interviews
        interview = service.start(self.desk.definitions.form(INTERVIEW).form)
        for line in self.sample.notes:
            self.desk.notes.keep(interview.id, _heard(line))
        service.turn(interview.id, Course.DISCLOSURE, self.sample.disclosure)
        for field, raw in self.sample.interview.items():
            interview = service.answer(interview.id, FieldId(field), _answer(raw))
        return interview

    def note_signs(self, interview: Interview) -> int:
        """Note the signs, and say how many."""
        for raw in self.sample.signs:
            self.desk.signs.note(
                interview.id,
                Noticed(
                    IndicatorId(raw["indicator"]),
                    Known(raw["known"]),
                    raw.get("words", ""),
                    raw.get("language", "en"),
                    raw.get("where", ""),
                    raw.get("when", ""),
                    FieldId(raw["field"]) if raw.get("field") else None,
                ),
            )
        return len(self.sample.signs)

    def work_pack(self, interview: Interview) -> IncidentPack:
        """Open a pack, complete the first stages, and attach the file."""
        pack = self.desk.packs.open(interview.id)
        for field, raw in self.sample.answers.items():
            self.desk.packs.answer(pack.id, FieldId(field), _answer(raw))
        for call in self.sample.calls:
            at = self.desk.packs.shift.now()
            said = {name: text for name, text in call.items() if name != "stage"}
            self.desk.packs.call(
                pack.id, Call(StageId(call["stage"]), at=at, answered=True, **said)
            )
        for stage in self.sample.stages:
            self.desk.packs.complete(pack.id, StageId(stage))
        evidence = self.desk.evidence.keep(pack.id, self.sample.evidence)
        self.desk.evidence.describe(
            evidence.id, self.sample.evidence_is, self.sample.evidence_dated
        )
        return self.desk.packs.get(pack.id)

    def prepare_referral(self, pack: IncidentPack) -> Referral:
        """Begin the referral and answer what the interview could not."""
        referral = self.desk.referrals.of(pack.id)
        for field, raw in self.sample.referral.items():
            answer = _answer(raw)
            if referral.answers.get(FieldId(field)) != answer:
                referral = self.desk.referrals.answer(referral.id, FieldId(field), answer)
        return referral


def _heard(line: Mapping[str, Any]) -> Heard:
    original = line.get("original")
    return Heard(
        LineKind(line["kind"]),
        line["words"],
        Original(**original) if original else None,
        question=line.get("question", ""),
        topic=line.get("topic", ""),
    )


def _answer(raw: Any) -> Answer:
    """A value, or one with its language beside it: {"value": …, "language": "pl"}."""
    if isinstance(raw, dict) and "value" in raw:
        return Answer(from_json(raw["value"]), raw.get("language", "en"))
    return Answer(from_json(raw))
