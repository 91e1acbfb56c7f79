"""The answers of a referral as the Home Office form would take them."""

from typing import Any

from welfare_app.domain.answers import Answers, Gap, Value, to_json, values
from welfare_app.domain.checks import Upload
from welfare_app.domain.form import Form, Kind, counting, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.wording import gap_statement

FILES = FieldId("files")


def sent(form: Form, answers: Answers) -> dict[FieldId, Value]:
    """What is sent: the answers that apply on this route and no other, settled by the form."""
    final = settled(form, values(answers))
    told = counting(form, final) - {field.id for field in form.extra}
    return {id: value for id, value in final.items() if id in told}


def exported(form: Form, answers: Answers, uploads: tuple[Upload, ...]) -> dict[str, Any]:
    """JSON for a machine: data by Home Office id, with gaps and languages beside it.

    A box left for a reason carries that reason as its text, so that nobody asks again; a
    choice left for a reason is not made, and is listed under `gaps` only.
    """
    out = sent(form, answers)
    kinds = {field.id: field.kind for field in form.fields()}
    boxes = {Kind.TEXT, Kind.LONG_TEXT}
    data: dict[str, Any] = {}
    gaps: dict[str, Any] = {}
    for id, value in out.items():
        if isinstance(value, Gap):
            gaps[id] = {"why": value.why.value, "reason": value.reason}
            if kinds[id] in boxes:
                data[id] = gap_statement(value)
        else:
            data[id] = to_json(value)
    data["files"] = [
        {"name": one.name, "size": one.size, "mimetype": one.media_type} for one in uploads
    ]
    languages = {id: a.language for id, a in answers.items() if id in out and a.language != "en"}
    return {
        "form": form.id,
        "form_version": form.version,
        "data": data,
        "gaps": gaps,
        "languages": languages,
    }
