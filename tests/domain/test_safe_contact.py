"""How a worker may be reached, in the words of the talk, and nothing where nothing was agreed."""

from tests.domain.stories import talk
from welfare_app.domain.answers import Address, Answer, Gap, Why
from welfare_app.domain.safe_contact import safe_contact


def test_where_nothing_was_agreed_nothing_is_said(library):
    assert safe_contact(talk(library)["talk"]) == ()


def test_each_way_is_a_line_with_its_question(library):
    form = library.form("welfare-interview")
    told = talk(
        library,
        must_not_know="Uncle Example",
        safe_phone="0113 496 0101",
        safe_address=Answer(Address("1 Example Road", "Exampleton")),
    )
    lines = safe_contact(told["talk"])

    assert lines == (
        f"{form.label('must-not-know')} Uncle Example",
        f"{form.label('safe-phone')}: 0113 496 0101",
        f"{form.label('safe-address')}: 1 Example Road; Exampleton",
    )


def test_a_reason_for_not_saying_is_said_too(library):
    told = talk(library, must_not_know=Answer(Gap(Why.NOT_SAFE, "The driver was near")))
    [line] = safe_contact(told["talk"])

    assert "The driver was near" in line


def test_an_older_form_has_the_same_answers(library):
    for version in (1, 2):
        form = library.form("welfare-interview", version=version).form
        assert {"must-not-know", "safe-phone", "safe-email", "safe-address"} <= {
            one.id for one in form.fields()
        }
