"""`referral check` and `referral route`: answers from a file, judged by the form."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from welfare_app.cli import files
from welfare_app.domain.answers import Value, from_json
from welfare_app.domain.checks import Rulebook, Upload, problems
from welfare_app.domain.errors import Refused
from welfare_app.domain.form import Form, Kind, asked_pages, route, settled, summary
from welfare_app.domain.ids import FieldId
from welfare_app.services.tools import Tools

FORM = "nrm-referral"
LARGEST = 64 * 1024 * 1024
"""Bytes; every box of the form filled to its limit is under three."""


def check(tools: Tools, path: Path) -> int:
    """Print every problem as a JSON object on a line."""
    form, answers, rules = _read(tools, path)
    found = problems(form, answers, rules)
    for problem in found:
        print(json.dumps({"field": problem.field, "code": problem.code}))
    return 1 if found else 0


def way(tools: Tools, path: Path) -> int:
    """Print the route the answers take, the pages they ask for and the lines that sum them up."""
    form, answers, _ = _read(tools, path)
    final = settled(form, answers)
    answer = {
        "route": route(form, final),
        "pages": [page.id for page in asked_pages(form, final)],
        "summary": [
            {"section": section, "rows": [row.id for row in rows]}
            for section, rows in summary(form, final)
        ],
    }
    print(json.dumps(answer))
    return 0


def _read(tools: Tools, path: Path) -> tuple[Form, dict[FieldId, Value], Rulebook]:
    form = tools.definitions.form(FORM).form
    whole = _parsed(files.text(path, LARGEST))
    data = whole.get("data")
    if not isinstance(data, dict):
        raise Refused("referral.no-data", place="data")
    known = {field.id for field in form.fields()} | {FieldId("user-email")}
    uploads = _uploads(data.get("files", []))
    answers: dict[FieldId, Value] = {}
    for name, raw in data.items():
        if name == "files":
            continue
        if name not in known:
            raise Refused("referral.unknown-field", place=f"data.{name}"[:80])
        answers[FieldId(name)] = _value(name, raw)
    files_field = next((one.id for one in form.fields() if one.kind is Kind.FILES), None)
    if files_field and uploads:
        answers[files_field] = tuple(upload.name for upload in uploads)
    rules = Rulebook(_day(whole, tools), tools.definitions.lists, tools.is_phone, uploads)
    return form, answers, rules


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        whole = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise Refused("referral.not-json", place=str(error)[:80]) from error
    if not isinstance(whole, dict):
        raise Refused("referral.not-json", place="the whole file")
    return whole


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("referral.twice", place="a name used twice")
    return found


def _value(name: str, raw: Any) -> Value:
    try:
        return from_json(raw)
    except Refused as error:
        raise Refused("referral.wrong-type", place=f"data.{name}") from error


def _uploads(raw: Any) -> tuple[Upload, ...]:
    if not isinstance(raw, list):
        raise Refused("referral.wrong-type", place="data.files")
    found = []
    for number, one in enumerate(raw):
        match one:
            case {"name": str(name), "size": int(size), "mimetype": str(kind)}:
                found.append(Upload(name, size, kind))
            case _:
                raise Refused("referral.wrong-type", place=f"data.files.{number}")
    return tuple(found)


def _day(whole: Mapping[str, Any], tools: Tools) -> date:
    given = whole.get("reference_date")
    if given is None:
        return tools.now().date()
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise Refused("referral.wrong-type", place="reference_date") from error
