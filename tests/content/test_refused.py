"""Every way a content file can be wrong is refused at load, naming the file and the key."""

import shutil

import pytest

from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent

FORM = """
version = 1
source = "Ours"
checked = "2026-04-21"
[[page]]
id = "first"
section = "one"
fields = ["tea", "milk"]
[field.tea]
kind = "choice"
options = ["green", "black"]
[field.milk]
kind = "text"
shown-when = { field = "tea", is = "black" }
[[summary]]
id = "drinks"
[[summary.row]]
id = "tea"
pages = ["first"]
[[route]]
id = "milky"
when = { field = "milk", filled = true }
"""
WORDS = """
sections = { one = "One", drinks = "Drinks" }
pages.first.title = "First"
routes.milky = "Milky"
tea.label = "Which tea?"
tea.options = { green = "Green", black = "Black" }
milk.label = "How much milk?"
"""
WORKFLOW = """
version = 1
form = "f"
checked = "2026-04"
[[stage]]
id = "A"
page = "first"
role = "lead"
source = "Ours"
contacts = ["friend"]
within-minutes = 60
[[stage]]
id = "B"
page = "first"
role = "lead"
waits-for = ["A"]
source = "Ours"
"""
STAGE = 'title = "T"\norder = "O"\nwhy = "W"\ndone = "D"\nnever = ["Run"]\n'
STAGES = f"[A]\n{STAGE}[B]\n{STAGE}"
CONTACTS = """
[[contact]]
id = "friend"
phone = "0123"
purposes = ["advice"]
source = "Ours"
checked = "2026-04"
"""
CATALOGUE = """
version = 1
[[question]]
id = "Q"
topic = "t"
[[indicator]]
id = "I"
catalogue = "c"
group = "g"
strength = { adult_labour = "weak" }
elicit = ["ask"]
question = "Q"
source = "S"
confidence = "low"
checked = "2026"
"""
AGAIN = CATALOGUE[CATALOGUE.index("[[indicator]]") :]
CATALOGUE_WORDS = """
topics.t = "T"
catalogues.c = "C"
groups.g = "G"
sources.S = "S"
questions.Q = { ask = "Tell me.", then = "And then?" }
indicators.I = "Something seen"
patterns.act-means-purpose = "A"
patterns.forced-labour = "B"
patterns.child-exploitation = "C"
patterns.exploitation = "D"
patterns.none = "E"
profiles = { adult_labour = "A", child_labour = "B", adult_sexual = "C", child_sexual = "D" }
strengths = { strong = "S", medium = "M", weak = "W" }
assessment = { does = "A", does-not = "B", one-is-enough = "C", unscored = "D" }
"""
MESSAGES = """
bug = { happened = "Ours.", safe = "All.", todo = "Go on." }
problems.required = "Answer {label}"
"""


@pytest.fixture
def folder(tmp_path):
    files = {
        "forms/f.toml": FORM,
        "forms/f.en.toml": WORDS,
        "workflow/w.toml": WORKFLOW,
        "workflow/w.en.toml": STAGES,
        "contacts/contacts.toml": CONTACTS,
        "contacts/contacts.en.toml": 'friend.name = "Friend"',
        "indicators/indicators.toml": CATALOGUE,
        "indicators/indicators.en.toml": CATALOGUE_WORDS,
        "messages/messages.en.toml": MESSAGES,
        "lists/tastes.txt": "Sweet\nSour \n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def read_all(folder):
    library = Library(folder)
    library.form("f")
    library.workflow("w")
    library.contacts()
    library.catalogue()
    library.message("bug")


def test_the_small_content_these_tests_break_is_sound(folder):
    read_all(folder)

    assert Library(folder).list("tastes") == ("Sweet", "Sour ")


F, FW = "forms/f.toml", "forms/f.en.toml"
W, WW = "workflow/w.toml", "workflow/w.en.toml"
C, CW = "contacts/contacts.toml", "contacts/contacts.en.toml"
N, NW = "indicators/indicators.toml", "indicators/indicators.en.toml"
M = "messages/messages.en.toml"
TEA = 'kind = "choice"'
MILK = 'kind = "text"\n'
HOW_MUCH = 'milk.label = "How much milk?"'
ROW = "summary.drinks.row"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "code"),
    [
        (F, "version = 1", "version =", "line 2, column 10", "content.bad-toml"),
        (F, "version = 1", 'version = "1"', "version", "content.wrong-type"),
        (F, "version = 1", "version = 1\nlooks = 1", "looks", "content.unknown-key"),
        (F, 'source = "Ours"', "", "source", "content.missing-key"),
        (F, 'source = "Ours"', 'source = " "', "source", "content.missing-key"),
        (F, 'checked = "2026-04-21"', "", "checked", "content.missing-key"),
        (F, "2026-04-21", "2026-02-30", "checked", "content.bad-date"),
        (F, TEA, f'{TEA}\ncolour = "red"', "field.tea.colour", "content.unknown-key"),
        (F, MILK, 'kind = "poem"\n', "field.milk.kind", "content.unknown-kind"),
        (F, '["green", "black"]', "[]", "field.tea.options", "content.bad-options"),
        (F, MILK, f'{MILK}options = ["a"]\n', "field.milk.options", "content.bad-options"),
        (F, MILK, 'kind = "body-map"\n', "field.milk.options", "content.bad-options"),
        (F, MILK, 'kind = "list"\n', "field.milk.list", "content.no-list"),
        (F, MILK, 'kind = "list"\nlist = "x"\n', "field.milk.list", "content.no-list"),
        (F, MILK, 'kind = "repeat"\n', "field.milk.parts", "content.bad-parts"),
        (F, MILK, 'kind = "date"\nafter = "soon"\n', "field.milk.after", "content.bad-date"),
        (F, 'is = "black"', 'is = "red"', "field.milk.shown-when", "content.unknown-option"),
        (F, 'is = "black"', 'includes = "x"', "field.milk.shown-when", "content.unknown-option"),
        (F, 'is = "black"', "sometimes = 1", "field.milk.shown-when", "content.bad-condition"),
        (F, '["tea", "milk"]', '["milk", "tea"]', "field.milk.shown-when", "content.looks-ahead"),
        (F, '["tea", "milk"]', '["tea"]', "field.milk", "content.never-asked"),
        (F, '["tea", "milk"]', '["tea", "jam"]', "page.first.fields.jam", "content.unknown-field"),
        (F, '["tea", "milk"]', '["tea", "tea"]', "page.first.fields", "content.bad-page"),
        (F, "[[summary]]", '[[page]]\nid = "first"\n[[summary]]', "page.first.id", "content.twice"),
        (F, "[field.milk]", "[field.pages]", "field.pages", "content.taken"),
        (F, 'pages = ["first"]', 'pages = ["x"]', f"{ROW}.tea.pages", "content.unknown-page"),
        (F, 'id = "tea"', 'id = "cake"', f"{ROW}.cake.fields", "content.unknown-field"),
        (F, '"milk", filled', '"jam", filled', "route.milky.when", "content.looks-ahead"),
        (FW, HOW_MUCH, "", "milk.label", "content.no-words"),
        (FW, HOW_MUCH, 'milk.label = ""', "milk.label", "content.missing-key"),
        (FW, 'green = "Green", ', "", "tea.options.green", "content.no-words"),
        (FW, 'routes.milky = "Milky"', "", "routes.milky", "content.no-words"),
        (FW, HOW_MUCH, f'{HOW_MUCH}\njam.label = "?"', "jam.label", "content.words-for-nothing"),
        (FW, "milk.label", "milk.size = 3\nmilk.label", "milk.size", "content.wrong-type"),
        (W, '"f"', '"g"', "", "content.no-file"),
        (W, '["A"]', '["C"]', "stage.B.waits-for", "content.unknown-stage"),
        (W, '["A"]', '["B"]', "stage.B.waits-for", "content.unknown-stage"),
        (W, '"friend"', '"foe"', "stage.A.contacts", "content.unknown-contact"),
        (W, '"lead"', '"boss"', "stage.A.role", "content.unknown-option"),
        (W, 'page = "first"', 'page = "x"', "stage.A.page", "content.unknown-page"),
        (W, '["A"]', '["A"]\nclock-from = "A"', "stage.B.within-minutes", "content.missing-key"),
        (W, '["A"]', '["A"]\ndoes = "dance"', "stage.B.does", "content.unknown-option"),
        (W, 'checked = "2026-04"', "", "checked", "content.missing-key"),
        (WW, "[B]", "[C]", "B", "content.no-words"),
        (WW, "[B]", f"[C]\n{STAGE}[B]", "C", "content.words-for-nothing"),
        (WW, 'why = "W"', "", "A.why", "content.missing-key"),
        (WW, '["Run"]', '["1", "2", "3", "4", "5", "6"]', "A.never", "content.too-many"),
        (C, 'source = "Ours"', "", "contact.friend.source", "content.missing-key"),
        (C, '"2026-04"', '"April"', "contact.friend.checked", "content.bad-date"),
        (C, 'phone = "0123"', "", "contact.friend.phone", "content.missing-key"),
        (C, "phone", 'nations = ["x"]\nphone', "contact.friend.nations", "content.unknown-option"),
        (C, "checked", "doubt = true\nchecked", "friend.note", "content.no-words"),
        (CW, "friend.name", "foe.name", "friend.name", "content.no-words"),
        (N, '"weak"', '"huge"', "indicator.I.strength.adult_labour", "content.unknown-option"),
        (N, '["ask"]', '["guess"]', "indicator.I.elicit", "content.unknown-option"),
        (N, 'question = "Q"', 'question = "R"', "indicator.I.question", "content.unknown-question"),
        (N, 'source = "S"', "", "indicator.I.source", "content.missing-key"),
        (N, 'checked = "2026"', "", "indicator.I.checked", "content.missing-key"),
        (N, "[[indicator]]", f"{AGAIN}[[indicator]]", "indicator.I", "content.twice"),
        (NW, 'indicators.I = "Something seen"', "", "indicators.I", "content.no-words"),
        (NW, '"Tell me."', '"Did he hit you?"', "questions.Q.ask", "content.leading-question"),
        (NW, '"And then?"', '"Was it far?"', "questions.Q.then", "content.leading-question"),
        (M, "{label}", "{label.secret}", "problems.required", "content.bad-blank"),
        (M, "{label}", "{label", "problems.required", "content.bad-blank"),
        (M, ', todo = "Go on."', "", "bug.todo", "content.no-words"),
        (M, "bug =", 'odd = "x"\nbug =', "odd", "content.unknown-key"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_file_and_key(folder, file, old, new, key, code):
    before = (folder / file).read_text("utf-8")
    assert old in before
    (folder / file).write_text(before.replace(old, new, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        read_all(folder)

    where = "forms/g.toml" if code == "content.no-file" else file
    where = CW if key == "friend.note" else where
    assert (refused.value.code, refused.value.facts) == (code, {"file": where, "key": key})


def test_a_list_with_an_empty_line_is_refused(folder):
    (folder / "lists" / "tastes.txt").write_text("Sweet\n\nSour\n", "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(folder).list("tastes")

    assert refused.value.facts == {"file": "lists/tastes.txt", "key": "line 2"}


def test_a_part_may_not_be_called_like_a_field(folder):
    text = FORM.replace(MILK, 'kind = "repeat"\nparts.tea.kind = "text"\n')
    (folder / F).write_text(text, "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(folder).form("f")

    assert refused.value.facts == {"file": F, "key": "field.milk.parts.tea"}


def test_a_check_of_everything_lists_each_fault_and_goes_on(resources, tmp_path):
    copy = shutil.copytree(resources, tmp_path / "resources")
    (copy / "forms" / "nrm-referral.toml").write_text("version =", "utf-8")
    (copy / "messages" / "program.en.toml").unlink()

    assert set(Library(copy).check_everything()) == {
        ("forms/nrm-referral.toml", "end of document", "content.bad-toml"),
        ("messages", "bug", "content.no-words"),
    }


def test_one_thing_is_never_said_in_two_files(folder):
    (folder / "messages" / "more.en.toml").write_text(MESSAGES, "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(folder).message("bug")

    assert refused.value.code == "content.twice"


def test_words_without_structure_are_a_fault(resources, tmp_path):
    copy = shutil.copytree(resources, tmp_path / "resources")
    (copy / "forms" / "ghost.en.toml").write_text("", "utf-8")

    assert Library(copy).check_everything() == (("forms/ghost.toml", "", "content.no-file"),)


def test_what_is_kept_to_the_letter_may_not_be_asked_in_a_leading_way(folder):
    (folder / F).write_text(FORM.replace(MILK, f"{MILK}exact-words = true\n"), "utf-8")
    read_all(folder)

    (folder / FW).write_text(WORDS.replace("How much milk?", "Do you take milk?"), "utf-8")
    with pytest.raises(BadContent) as refused:
        Library(folder).form("f")

    assert refused.value.code == "content.leading-question"
    assert refused.value.facts == {"file": FW, "key": "milk.label"}
