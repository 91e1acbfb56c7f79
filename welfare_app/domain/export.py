"""The answers of a referral as the Home Office form would take them."""

import json
from typing import Any

from welfare_app.domain.answers import Answers, Gap, Value, is_blank, to_json, values
from welfare_app.domain.checks import Upload
from welfare_app.domain.form import Form, Kind, asked_fields, counting, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.wording import gap_statement

FILES = FieldId("files")


def sent(form: Form, answers: Answers) -> dict[FieldId, Value]:
    """What is sent: the answers that apply on this route and no other, settled by the form."""
    final = settled(form, values(answers))
    told = counting(form, final) - {field.id for field in form.extra}
    return {id: value for id, value in final.items() if id in told}


def unsent(form: Form, answers: Answers) -> tuple[FieldId, ...]:
    """The answers that are kept and not sent, because they do not apply on this route."""
    out = sent(form, answers)
    extra = {field.id for field in form.extra}
    return tuple(
        field.id
        for field in form.fields()
        if field.id not in extra
        and (answer := answers.get(field.id)) is not None
        and not is_blank(answer.value)
        and out.get(field.id) != answer.value
    )


def takes_files(form: Form, answers: Answers) -> bool:
    """Whether files go with it: a Duty to Notify report has none (R20, R54)."""
    asked = asked_fields(form, settled(form, values(answers)))
    return any(field.kind is Kind.FILES for field in asked)


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
        {"name": one.name, "size": one.size, "mimetype": one.media_type}
        for one in (uploads if takes_files(form, answers) else ())
    ]
    languages = {id: a.language for id, a in answers.items() if id in out and a.language != "en"}
    return {
        "form": form.id,
        "form_version": form.version,
        "data": data,
        "gaps": gaps,
        "languages": languages,
    }


def written(whole: dict[str, Any]) -> bytes:
    """The JSON as it goes into a file: UTF-8, and half a character as JSON escapes it."""
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
