"""The forms and words we ship, read once, and the rules of an ordinary day in May."""

import json
from datetime import date
from pathlib import Path

import pytest

from welfare_app.content.library import Library
from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer, from_json
from welfare_app.domain.checks import Rulebook

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def library():
    return Library(RESOURCES)


@pytest.fixture(scope="session")
def nrm(library):
    """The referral form and its words."""
    return library.form("nrm-referral")


@pytest.fixture(scope="session")
def rules(library):
    return Rulebook(date(2026, 5, 12), library.lists, is_phone)


@pytest.fixture(scope="session")
def sample():
    """The sample referral's answers: an adult who agrees, with nothing missing."""
    data = json.loads((RESOURCES / "sample" / "referral.json").read_text("utf-8"))["data"]
    return {id: Answer(from_json(raw)) for id, raw in data.items() if raw}
