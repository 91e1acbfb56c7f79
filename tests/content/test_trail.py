"""The words of the audit trail: every event has some, and bad ones are refused."""

from typing import get_args

import pytest

from welfare_app.app.folders import RESOURCES
from welfare_app.content.trail import trail
from welfare_app.domain.errors import BadContent
from welfare_app.domain.events import Event, RecordRead
from welfare_app.domain.seal import Verdict
from welfare_app.services.give_out_trail import Form
from welfare_app.services.note_reads import As

GOOD = """
[kinds]
reads = "Read"

[events.RecordRead]
kind = "reads"
said = "read {about}"
vary = "kind"

  [events.RecordRead.varied]
  pack = "opened the pack {about}"
"""


@pytest.fixture
def shipped():
    return trail(RESOURCES, "en")


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "trail").mkdir(exist_ok=True)
        (tmp_path / "trail" / "trail.en.toml").write_text(text, "utf-8")
        return trail(tmp_path, "en")

    return write


@pytest.mark.parametrize("event", [one.__name__ for one in get_args(Event)])
def test_everything_that_can_happen_has_words_and_a_kind(shipped, event):
    assert shipped.said(event, {"about": "W-0001"})
    assert shipped.kind_of(event) in shipped.kinds


@pytest.mark.parametrize("event", get_args(Event))
def test_words_name_only_facts_the_event_has(shipped, event):
    facts = dict.fromkeys(event.__dataclass_fields__, "told") | {"about": "W-0001"}

    one = shipped.sentences[event.__name__]
    for value in ("", *one.varied):
        said = shipped.said(event.__name__, facts | {one.vary: value})
        assert "…" not in said
        assert said[0].islower()


@pytest.mark.parametrize(
    ("event", "values"),
    [("RecordRead", As), ("TrailGiven", Form), ("PackChecked", Verdict)],
)
def test_each_way_of_doing_it_has_words_of_its_own(shipped, event, values):
    assert set(shipped.sentences[event].varied) == {one.value for one in values}


def test_one_fact_chooses_among_the_words(written):
    words = written(GOOD)

    assert words.said("RecordRead", {"kind": "pack", "about": "P-0001"}) == "opened the pack P-0001"
    assert words.said("RecordRead", {"kind": "new", "about": "P-0001"}) == "read P-0001"
    assert words.said("RecordRead", {}) == "read …"


def test_an_event_of_a_later_version_has_no_words_and_no_kind(written):
    words = written(GOOD)

    assert (words.said("Later", {}), words.kind_of("Later")) == ("", "")
    assert words.events_of("reads") == (RecordRead.__name__,)
    assert words.events_of("seals") == ()


@pytest.mark.parametrize(
    ("was", "will", "code"),
    [
        ('kind = "reads"', 'kind = "other"', "content.unknown-option"),
        ('vary = "kind"', "", "content.missing-key"),
        ("read {about}", "read {about", "content.bad-blank"),
        ("opened the pack {about}", "opened {0}", "content.bad-blank"),
        ('said = "read {about}"', 'says = "read {about}"', "content.missing-key"),
        ("[kinds]", 'extra = "more"\n[kinds]', "content.unknown-key"),
    ],
)
def test_words_that_are_wrong_are_refused(written, was, will, code):
    with pytest.raises(BadContent) as refused:
        written(GOOD.replace(was, will))

    assert refused.value.code == code
    assert refused.value.facts["file"] == "trail/trail.en.toml"
