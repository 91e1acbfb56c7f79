"""A report of pay and rights: what was found and owed, with no more of the talk than that."""

import pytest

from tests.desks import stopped
from tests.domain.stories import SIGNS, story, talk
from tests.domain.test_referral_document import after, texts
from welfare_app.domain.answers import Answer
from welfare_app.domain.document import Facts, Heading
from welfare_app.domain.errors import Refused
from welfare_app.domain.labour_report import refuse_empty, way_of
from welfare_app.domain.referral_document import compose_referral
from welfare_app.domain.story import LABOUR
from welfare_app.domain.summing import Asked


@pytest.fixture
def report(library, sample):
    stages = library.form("incident-pack")
    answers = {
        "outcome": Answer("exploited"),
        "noticed-what": Answer("Three weeks of slips show no overtime"),
        "owed": Answer("412.50 since 2 March"),
        "inside-who": Answer("The driver"),
    }
    told = talk(
        library, first_name="Test", pay="They pay me late", health="My back hurts", wants="Quixotic"
    )
    return compose_referral(
        story(
            library,
            sample,
            route=LABOUR,
            stages=Asked(stages.form, stages, answers),
            signs=SIGNS,
            **told,
        )
    )


def test_it_says_what_was_found_and_owed_and_how_pay_was_told_of(report):
    labels = [
        " ".join(line.text for line in row.values)
        for block in after(report, "What was found")
        if isinstance(block, Facts)
        for row in block.rows
    ]

    assert labels == [
        "Three weeks of slips show no overtime",
        "412.50 since 2 March",
        "Test",
        "They pay me late",
    ]
    assert report.title.text == "Report: pay and rights of a worker"


def test_it_holds_no_referral_and_nothing_else_of_the_talk(report):
    said = "\n".join(texts(report))

    for words in ("My back hurts", "Quixotic", "The driver", "TESTCASE-J01", "1991"):
        assert words not in said, words
    titles = [block.text.text for block in report.blocks if isinstance(block, Heading)]
    assert "Signs noticed" in titles
    assert "Evidence" in titles
    assert "The referral" not in titles
    assert not any(title.startswith("The welfare interview") for title in titles)


def test_the_path_of_the_pack_decides_that_it_is_one():
    assert way_of({"outcome": Answer("exploited")}, "adult-nrm") == LABOUR
    assert way_of({"outcome": Answer("strong")}, "adult-nrm") == "adult-nrm"
    assert way_of({}, "child-nrm") == "child-nrm"


def test_it_is_not_ready_before_it_says_what_is_owed():
    refuse_empty({"owed": Answer("412.50")})
    with stopped(Refused, "seal.not-ready"):
        refuse_empty({"owed": Answer(" ")})
    with stopped(Refused, "seal.not-ready"):
        refuse_empty({})
