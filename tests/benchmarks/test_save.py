"""One answer saved, durable and audited, against one bare SQLCipher commit of the same text."""

import itertools

from sqlcipher3 import dbapi2 as cipher

from tests.benchmarks.timing import turn_about
from tests.conftest import KEY, NOON
from tests.factories import ROSA
from welfare_app.app.folders import RESOURCES
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Field, Form, Kind, Page
from welfare_app.domain.ids import FieldId
from welfare_app.domain.people import Staff
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.take_interview import TakeInterview

FIELDS = 40
TIMES = 400
TEXT = "He took my passport and said it was safer that way. " * 4


def test_an_answer_is_saved_nearly_as_fast_as_a_bare_commit(vault, tmp_path, capsys):
    fields = tuple(Field(FieldId(f"f{n}"), Kind.LONG_TEXT) for n in range(FIELDS))
    form = Form("bench", 1, "bench", "2026-05-12", (Page("page", "s", fields),))
    ids = itertools.count()
    shift = Shift(
        vault, Staff(ROSA, "Rosa"), lambda: NOON, lambda: f"id-{next(ids)}", lambda _: None
    )
    rules = Rules(Library(RESOURCES), lambda _: True, lambda: NOON)
    service = TakeInterview(shift, rules)
    interview = service.start(form)
    for field in fields:
        service.answer(interview.id, field.id, Answer(TEXT))
    turns = itertools.count()

    def ours() -> None:
        turn = next(turns)
        field = FieldId(f"f{turn % FIELDS}")
        service.answer(interview.id, field, Answer(f"{TEXT}{turn}"))

    connection = cipher.connect(str(tmp_path / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, field TEXT, body TEXT)")
    again = itertools.count()

    def bare() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO answer (field, body) VALUES (?, ?)", ("f", f"{TEXT}{next(again)}")
        )
        connection.execute("COMMIT")

    line = turn_about(ours, bare, TIMES)
    connection.close()
    with capsys.disabled():
        print(f"\none answer saved: {line} (aim 1.5)")
    assert vault.examine().entries == FIELDS + TIMES + 1
