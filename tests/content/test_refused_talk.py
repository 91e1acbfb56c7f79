"""Every way the form of a talk can be wrong is refused at load, naming the file and the key."""

import pytest

from tests.content.test_refused import FORM, FW, MILK, WORDS, F
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent

TALK = (
    FORM.replace(
        'fields = ["tea", "milk"]',
        """fields = ["tea", "milk"]
stays = ["stopped"]
notes = true
[[page.stop]]
id = "no-tea"
when = { field = "tea", is = "black" }
[[page.stop]]
id = "cold"
when = { field = "milk", filled = true }""",
    )
    .replace(
        "[[summary]]",
        """[[consent]]
id = "drink"
answer = "tea"
given = "green"
words = "milk"
[[summary]]""",
        1,
    )
    .replace(MILK, f'{MILK}gathers = ["t"]\noffers = "staff"\nof-visit = true\n')
)
TALK_WORDS = f"""{WORDS}
stops.no-tea = {{ title = "No tea", todo = "Boil some." }}
stops.cold = {{ title = "Cold", todo = "Warm it." }}
courses.stopped = {{ title = "Stopped", todo = "Close.", never = "Ask why" }}
consents.drink = "To drink"
pages.first.stopped.title = "First, and last"
"""
STOP, COLD = "page.first.stop.no-tea", "page.first.stop.cold.when"
ASKED, OTHER = "consent.drink", "pages.first.disclosure"
HOT = "stops.hot.title"
WARM = 'stops.cold = { title = "Cold", todo = "Warm it." }'
TOLD = 'offers = "staff"'


@pytest.fixture
def talk(tmp_path):
    (tmp_path / "forms").mkdir()
    (tmp_path / "lists").mkdir()
    (tmp_path / F).write_text(TALK, "utf-8")
    (tmp_path / FW).write_text(TALK_WORDS, "utf-8")
    return tmp_path


def test_the_small_talk_these_tests_break_is_sound(talk):
    form = Library(talk).form("f")

    assert [stop.id for stop in form.form.pages[0].stops] == ["no-tea", "cold"]
    assert (form.form.first_notes, form.form.pages[0].stays) == ("first", ("stopped",))
    assert form.course("stopped") == ("Stopped", "Close.", ("Ask why",))
    assert form.page_title("first", "stopped") == "First, and last"
    assert form.page_title("first", "whole") == form.page_title("first") == "First"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "code"),
    [
        (F, 'stays = ["stopped"]', 'stays = ["whole"]', "page.first.stays", "unknown-option"),
        (F, 'stays = ["stopped"]', 'stays = "stopped"', "page.first.stays", "wrong-type"),
        (F, "notes = true", "notes = 1", "page.first.notes", "wrong-type"),
        (F, "notes = true", "noted = true", "page.first.noted", "unknown-key"),
        (F, 'id = "cold"', 'id = "no-tea"', f"{STOP}.id", "twice"),
        (F, 'id = "no-tea"\n', "", "page.first.stop.1.id", "missing-key"),
        (F, 'id = "no-tea"\n', 'id = "no-tea"\nsay = 1\n', f"{STOP}.say", "unknown-key"),
        (F, 'is = "black" }\n[[', 'is = "red" }\n[[', f"{STOP}.when", "unknown-option"),
        (F, '"tea", is = "black" }\n[[', '"jam", is = "x" }\n[[', f"{STOP}.when", "looks-ahead"),
        (F, '"milk", filled', '"course", filled', COLD, "looks-ahead"),
        (F, 'answer = "tea"', "", f"{ASKED}.answer", "missing-key"),
        (F, 'answer = "tea"', 'answer = "jam"', f"{ASKED}.answer", "unknown-field"),
        (F, 'given = "green"', 'given = "red"', f"{ASKED}.given", "unknown-option"),
        (F, 'given = "green"', "", f"{ASKED}.given", "missing-key"),
        (F, 'words = "milk"', 'words = "jam"', f"{ASKED}.words", "unknown-field"),
        (F, 'words = "milk"', 'points = "jam"', f"{ASKED}.points", "unknown-field"),
        (F, 'words = "milk"', 'language = "jam"', f"{ASKED}.language", "unknown-field"),
        (F, 'words = "milk"', 'explained-by = "x"', f"{ASKED}.explained-by", "unknown-field"),
        (F, 'words = "milk"', 'poem = "milk"', f"{ASKED}.poem", "unknown-key"),
        (F, "[[summary]]", '[[consent]]\nid = "drink"\n[[summary]]', f"{ASKED}.id", "twice"),
        (F, 'source = "Ours"', 'source = "O"\nextra = ["x"]', "extra.x", "unknown-field"),
        (F, TOLD, 'offers = "jam"', "field.milk.offers", "unknown-field"),
        (F, TOLD, "offers = 1", "field.milk.offers", "wrong-type"),
        (F, 'gathers = ["t"]', 'gathers = "t"', "field.milk.gathers", "wrong-type"),
        (F, "of-visit = true", 'of-visit = "yes"', "field.milk.of-visit", "wrong-type"),
        (F, "[field.milk]", "[field.stops]", "field.stops", "taken"),
        (F, "[field.milk]", "[field.consents]", "field.consents", "taken"),
        (F, "[field.milk]", "[field.courses]", "field.courses", "taken"),
        (FW, ', todo = "Boil some."', "", "stops.no-tea.todo", "no-words"),
        (FW, WARM, "", "stops.cold.title", "no-words"),
        (FW, ', never = "Ask why"', "", "courses.stopped.never", "no-words"),
        (FW, 'consents.drink = "To drink"', "", "consents.drink", "no-words"),
        (FW, "pages.first.stopped", OTHER, f"{OTHER}.title", "words-for-nothing"),
        (FW, WARM, f'{WARM}\n{HOT} = "Hot"', HOT, "words-for-nothing"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_talk_is_refused_with_its_file_and_key(talk, file, old, new, key, code):
    before = (talk / file).read_text("utf-8")
    assert old in before
    (talk / file).write_text(before.replace(old, new, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(talk).form("f")

    assert (refused.value.code, refused.value.facts) == (
        f"content.{code}",
        {"file": file, "key": key},
    )
