"""`referral check` and `referral route`: answers from a file, judged by the form."""

import json
from pathlib import Path

from welfare_app.domain.answers import Value, values
from welfare_app.domain.checks import Rulebook, problems
from welfare_app.domain.form import Form, Kind, asked_pages, route, settled, summary
from welfare_app.domain.ids import FieldId
from welfare_app.services import answers_file
from welfare_app.services.tools import Tools

FORM = "nrm-referral"


def check(tools: Tools, path: Path) -> int:
    """Print every problem as a JSON object on a line."""
    form, answers, rules = _read(tools, path)
    # a gap with no reason is a problem of ours: the Home Office form has no such rule
    found = [one for one in problems(form, answers, rules) if one.code != "noReason"]
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
    told = answers_file.told(answers_file.read(path), form)
    answers = dict(values(told.answers))
    files = next((one.id for one in form.fields() if one.kind is Kind.FILES), None)
    if files and told.uploads:
        answers[files] = tuple(upload.name for upload in told.uploads)
    day = told.day or tools.now().date()
    rules = Rulebook(day, tools.definitions.lists, tools.is_phone, told.uploads)
    return form, answers, rules
