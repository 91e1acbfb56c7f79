"""Answers that come from a file must be of the kind that is asked."""

import pytest

from tests.factories import field
from welfare_app.domain.answers import Gap, Rows, Why
from welfare_app.domain.exchange import fitting
from welfare_app.domain.form import Kind

BODY = field("f", Kind.BODY_MAP, options=("neck",))
SEEN = Rows(({"where": "neck", "seen": "A thin red line"},))


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (BODY, SEEN),
        (BODY, Gap(Why.NOT_SAFE)),
        (field("f", Kind.TIME), "09:30"),
        (field("f", Kind.YES_NO_DECLINED), "declined"),
    ],
)
def test_an_answer_of_its_kind_is_taken_as_it_is(asked, value):
    assert fitting(asked, value) == value


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (BODY, "A thin red line"),
        (BODY, Rows(({"where": "neck"},))),
        (BODY, Rows(({"where": "neck", "seen": "A cut", "photograph": "1.jpg"},))),
        (field("f", Kind.TIME), SEEN),
        (field("f", Kind.YES_NO_DECLINED), ("yes",)),
    ],
)
def test_an_answer_of_another_kind_is_not_taken(asked, value):
    assert fitting(asked, value) is None
