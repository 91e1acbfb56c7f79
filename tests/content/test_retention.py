"""The retention schedule that ships, and every way one can be wrong."""

import shutil

import pytest

from tests.content.conftest import RESOURCES
from welfare_app.content.library import Library
from welfare_app.content.retention import retention
from welfare_app.domain.errors import BadContent
from welfare_app.domain.form import Kind
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.retention import NO_SPAN, Since

LINE = """
[[class]]
id = "{id}"
keep = {{ months = 12 }}
since = "ended"
action = "review"
tag = "P"
checked = "2026-07"
"""
WORDS = '[{id}]\nname = "N"\nkeeps = "K"\nwhy = "W"\n'
IDS = ("child", "referred", "unsure", "open")


def test_every_outcome_a_record_can_have_stands_in_one_line(library):
    schedule = library.retention().schedule
    talks = [one for line in schedule.classes for one in line.talks]
    packs = [one for line in schedule.classes for one in line.packs]

    forms = ("welfare-interview", "probation-review", "site-surgery", "incident-pack")
    offered = {name: _outcomes(library.form(name).form) for name in forms}
    assert sorted(packs) == sorted(offered.pop("incident-pack"))
    assert sorted(talks) == sorted(set().union(*offered.values()))


def _outcomes(form):
    [field] = [one for one in form.fields() if one.id == OUTCOME]
    assert field.kind is Kind.CHOICE
    return field.options


def test_the_line_that_keeps_longest_stands_first(library):
    lines = [
        one for one in library.retention().schedule.classes if one.since is not Since.ELSEWHERE
    ]
    months = [
        one.keep.years * 12 + one.keep.months
        for one in lines
        if one.keep != NO_SPAN and one.id != "unsure"
    ]

    assert months == sorted(months, reverse=True)


def test_every_line_says_what_it_is_how_long_and_why(library):
    words = library.retention()
    for line in words.schedule.classes:
        assert words.name(line.id)
        assert words.keeps(line.id)
        assert words.why(line.id)
        assert line.tag in "SKP"
        assert line.checked


@pytest.fixture
def root(tmp_path):
    (tmp_path / "retention").mkdir()
    write(tmp_path, "".join(LINE.format(id=id) for id in IDS))
    words = "".join(WORDS.format(id=id) for id in IDS)
    (tmp_path / "retention" / "schedule.en.toml").write_text(words)
    return tmp_path


def write(root, lines):
    (root / "retention" / "schedule.toml").write_text(f'version = 1\nchecked = "2026-07"\n{lines}')


def test_a_plain_schedule_is_read(root):
    assert [one.id for one in retention(root, "en").schedule.classes] == list(IDS)


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('tag = "P"', 'tag = "X"', "content.unknown-option", "class.child.tag"),
        ('since = "ended"', 'since = "later"', "content.unknown-option", "class.child.since"),
        ('action = "review"', 'action = "burn"', "content.unknown-option", "class.child.action"),
        ('checked = "2026-07"\n\n', "\n", "content.missing-key", "class.child.checked"),
        ('"2026-07"\n\n', '"July"\n\n', "content.bad-date", "class.child.checked"),
        ("months = 12", "moons = 12", "content.unknown-key", "class.child.keep.moons"),
        ("months = 12", "months = -1", "content.wrong-type", "class.child.keep"),
        ("{ months = 12 }", "{}", "content.missing-key", "class.child.review"),
        ('id = "child"', 'id = "referred"', "content.twice", "class.referred.id"),
        ('id = "child"', 'id = "minor"', "content.missing-key", "child"),
        ('since = "ended"', 'since = "ended"\ncolour = "red"', "content.unknown-key", None),
    ],
)  # fmt: skip
def test_a_schedule_that_is_wrong_is_refused_by_file_and_key(root, old, new, code, key):
    lines = "".join(LINE.format(id=id) for id in IDS)
    assert old in lines
    write(root, lines.replace(old, new, 1))

    with pytest.raises(BadContent) as caught:
        retention(root, "en")

    assert caught.value.code == code
    assert caught.value.facts["file"] == "retention/schedule.toml"
    assert key is None or caught.value.facts["key"] == key


def test_an_outcome_in_two_lines_is_refused(root):
    lines = "".join(LINE.format(id=id) + 'talks = ["watch"]\n' for id in IDS)
    write(root, lines)

    with pytest.raises(BadContent) as caught:
        retention(root, "en")
    assert (caught.value.code, caught.value.facts["key"]) == (
        "content.twice",
        "class.referred.talks",
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace('why = "W"\n', "", 1), "content.no-words"),
        (lambda text: f"{text}[more]\nname = 'N'\n", "content.words-for-nothing"),
    ],
)
def test_words_must_fit_the_lines(root, change, code):
    file = root / "retention" / "schedule.en.toml"
    file.write_text(change(file.read_text()))

    with pytest.raises(BadContent) as caught:
        retention(root, "en")
    assert caught.value.code == code


def test_a_wrong_schedule_is_found_by_the_check_of_everything(tmp_path):
    shutil.copytree(RESOURCES, tmp_path / "resources")
    file = tmp_path / "resources" / "retention" / "schedule.toml"
    file.write_text(file.read_text().replace('tag = "K"', 'tag = "Q"', 1))

    faults = Library(tmp_path / "resources").check_everything()

    assert ("retention/schedule.toml", "class.child.tag", "content.unknown-option") in faults
