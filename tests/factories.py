"""Makes people, interviews and packs for tests. All of them are invented."""

from datetime import UTC, datetime

from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Field, Form, Kind, Page
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
ROSA = StaffId("staff-rosa")


def field(id: str, kind: Kind = Kind.TEXT, **more) -> Field:
    return Field(FieldId(id), kind, **more)


def form(*fields: Field, id: str = "test-form") -> Form:
    return Form(id, 1, "a test", "2026-05-12", (Page("page", "section", fields),))


def interview(number: int = 1, **answers: str) -> Interview:
    return Interview(
        InterviewId(f"interview-{number}"),
        f"W-{number:04}",
        "test-form",
        1,
        NOON,
        ROSA,
        {FieldId(name.replace("_", "-")): Answer(text) for name, text in answers.items()},
        "page",
    )


def pack(number: int = 1, **more) -> IncidentPack:
    return IncidentPack(
        PackId(f"pack-{number}"), f"P-{number:04}", "incident-pack", 1, NOON, ROSA, **more
    )
