"""What could say who someone is, is found however it is written, and a person has the last word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_app.domain.anonymity import identifiers, traces, traces_in, unconfirmed
from welfare_app.domain.answers import Address, Answer, Gap, Why


def known(**told):
    return identifiers({id.replace("_", "-"): Answer(value) for id, value in told.items()})


WHO = known(
    pv_name_first_name="Łukasz",
    pv_name_last_name="van Example-Person",
    pv_name_nickname="Lucky",
    pv_dob="1991-04-17",
    pv_phone_number_yes="0113 496 0101",
    safe_email="test.person@example.org",
    safe_address=Address("12 Example Street", "Boston", "", "PE21 8AA"),
)


def found(text, who=WHO):
    return [(one.kind, one.found) for one in traces_in("family", text, who)]


@pytest.mark.parametrize(
    "text", ["Łukasz", "lukasz", "ŁUKASZ", "Łukasz’s", "L\u200bukasz", "“Lukasz”", "L\u0301ukasz"]
)
def test_a_name_is_found_with_or_without_its_accents_and_capitals(text):
    assert found(f"He said {text} was there") == [("name", text.removesuffix("’s").strip("“”"))]


@pytest.mark.parametrize("text", ["Lukaszek", "unlucky", "the white van", "Bostonian"])
def test_part_of_another_word_is_no_trace(text):
    assert found(text) == []


def test_names_that_stand_together_are_one_and_each_is_found_alone():
    assert found("Łukasz van Example-Person") == [("name", "Łukasz van Example-Person")]
    assert found("Person. Example") == [("name", "Person. Example")]
    assert found("Mr Person came") == [("name", "Person")]


def test_a_name_that_is_a_common_word_too_is_still_listed():
    assert found("It was a lucky day") == [("name", "lucky")]


def test_a_very_short_name_among_several_is_found_where_it_is_a_capital():
    who = known(pv_name_last_name="Nguyen Van An")

    assert found("An was an example", who) == [("name", "An")]


def test_a_name_in_a_script_without_spaces_is_found_among_other_words():
    who = known(pv_name_first_name="李明", pv_name_last_name="محمد")

    assert found("我叫李明。", who) == [("name", "李明")]
    assert found("ومحمد قال", who) == [("name", "محمد")]


@pytest.mark.parametrize(
    "text",
    [
        *("17/04/1991", "17.4.91", "04/17/1991", "1991-04-17", "17 04 1991", "17041991"),
        *("17 April 1991", "17th of April 1991", "April 17th, 1991", "17-Apr-91", "17 april"),
        *("17 aprilie 1991", "17. travnja 1991", "1991年4月17日", "born in the spring of 1991"),
    ],
)
def test_a_birthday_is_found_in_the_ways_people_write_dates(text):
    assert found(f"It was {text}, he said") == [("birth-date", text)]


@pytest.mark.parametrize("text", ["17/04/2026", "2026-04-17", "17 May 1991", "1991", "on 17/4"])
def test_another_date_is_no_trace(text):
    assert found(text) == []


def test_a_birthday_known_only_in_part_is_found_in_part():
    assert found("since 1991", known(pv_dob="1991")) == [("birth-date", "1991")]
    assert found("in April 1991", known(pv_dob="1991-04")) == [("birth-date", "April 1991")]


@pytest.mark.parametrize(
    "text",
    ["01134960101", "+44 113 496 0101", "(0113) 496-0101", "0044.113.4960101", "٠١١٣٤٩٦٠١٠١"],
)
def test_their_number_is_found_however_it_is_spaced(text):
    assert found(f"Ring {text}.") == [("phone", text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0114 496 0202", "phone"),
        ("+40 21 555 0199", "phone"),
        ("someone.else@example.co.uk", "email"),
        ("M1 2AB", "postcode"),
        ("ec1a1bb", "postcode"),
    ],
)
def test_any_number_address_or_postcode_is_found_even_if_it_is_not_known(text, kind):
    assert found(f"He gave {text}, twice") == [(kind, text)]


@pytest.mark.parametrize(
    "text", ["1,400 pounds", "between 14:00 and 16:00", "12 March 2026", "20 to 40", "M1 motorway"]
)
def test_ordinary_figures_are_no_trace(text):
    assert found(text) == []


def test_their_address_is_found_with_and_without_its_number():
    assert found("at 12, example  street") == [("address", "12, example  street")]
    assert found("in Example Street") == [("address", "Example Street")]
    assert found("PE218AA") == [("postcode", "PE218AA")]


def test_only_what_is_sent_on_this_way_is_searched(nrm, sample):
    told = sample | {
        "pv-want-to-submit-nrm": Answer("no"),
        "family": Answer(Gap(Why.DECLINED, "Testu would not say")),
        "birthplace": Answer("Boston"),
        "pv-name-nickname": Answer("Testu"),
    }
    fields = {one.field for one in traces(nrm.form, told, known(pv_name_nickname="Testu"))}

    assert "family" in fields
    assert "pv-name-nickname" not in fields
    assert {one.field for one in traces(nrm.form, told, WHO, ["family"])} == set()


def test_an_entry_of_the_forms_own_lists_is_no_trace(nrm, sample):
    told = sample | {"pv-want-to-submit-nrm": Answer("no")}
    who = known(safe_address=Address(town="Peterborough"))

    assert not any(one.kind == "address" for one in traces(nrm.form, told, who))


def test_a_persons_word_holds_for_the_same_words_in_the_same_answer_and_no_other():
    one, again = traces_in("family", "Lucky for them, lucky for us", WHO)
    [elsewhere] = traces_in("education", "lucky", WHO)

    assert one.digest == again.digest != elsewhere.digest
    assert unconfirmed((one, again, elsewhere), frozenset({one.digest})) == (elsewhere,)


def test_what_was_found_stays_out_of_what_programs_print():
    [trace] = traces_in("family", "He is Łukasz of Boston".replace(" of Boston", ""), WHO)

    assert "ukasz" not in repr(trace)
    assert "1991" not in repr(WHO)


@given(before=st.text(), after=st.text())
def test_whatever_stands_around_it_the_place_is_the_name(before, after):
    text = f"{before} Lucky {after}"

    for one in traces_in("family", text, known(pv_name_nickname="Lucky")):
        assert text[one.start : one.end] == one.found
    places = [(one.start, one.end) for one in traces_in("family", text, WHO)]
    at = len(before) + 1
    assert any(start <= at and end >= at + 5 for start, end in places)
