import pytest

from welfare_app.domain.answers import Address, Answer, Gap, Rows, Why
from welfare_app.domain.prefill import prefill


@pytest.fixture
def suggest(library):
    rules = library.prefill()
    source, target = (library.form(name).form for name in (rules.source, rules.target))

    def suggest(**given):
        answers = {
            id.replace("_", "-"): one if isinstance(one, Answer) else Answer(one)
            for id, one in given.items()
        }
        return prefill(rules.rules, source, answers, target)

    return suggest


def test_an_answer_is_carried_over_with_where_it_came_from(suggest):
    assert suggest(first_name="Test") == {
        "pv-name-first-name": Answer("Test", "en", "interview:first-name")
    }


def test_exact_words_stay_a_quotation_in_their_own_language(suggest):
    given = Answer("El ține pașaportul meu.", "ro")

    assert suggest(home=given)["living-conditions"] == Answer(
        "“El ține pașaportul meu.”", "ro", "interview:home"
    )


def test_several_answers_are_joined_under_their_labels(suggest):
    assert suggest(pay="By hand.", papers="He has them.")["how-they-were-treated"] == Answer(
        "Pay: “By hand.”\nPapers and cards: “He has them.”", "en", "interview:pay,papers"
    )


def test_dates_and_people_are_written_out(suggest):
    room = Rows(({"present-name": "Test Champion", "present-role": "welfare officer"},))
    told = suggest(talk_date="2026-03-12", present=room)["where-how-interview-carried-out"]

    assert told.value == "Date: 12 March 2026\nIn the room: Test Champion, welfare officer"


def test_a_gap_arrives_as_a_gap_so_that_nobody_asks_again(suggest):
    gap = Gap(Why.DECLINED, "Did not want to speak of home")

    assert suggest(birthplace=gap)["birthplace"].value == gap


def test_a_date_that_is_half_remembered_does_not_become_a_whole_one(suggest):
    assert suggest(date_of_birth="1991-04") == {}
    assert suggest(date_of_birth="1991-04-17")["pv-dob"].value == "1991-04-17"


def test_not_yet_is_neither_yes_nor_no(suggest):
    adult = {"under_18": "no"}

    assert "pv-want-to-submit-nrm" not in suggest(**adult, consent="not-yet")
    assert suggest(**adult, consent="given")["pv-want-to-submit-nrm"].value == "yes"
    assert suggest(**adult, consent="refused")["pv-want-to-submit-nrm"].value == "no"


def test_an_answer_to_a_question_that_no_longer_applies_suggests_nothing(suggest):
    assert "pv-want-to-submit-nrm" not in suggest(under_18="yes", consent="given")


def test_a_safe_number_also_says_that_there_is_one(suggest):
    told = suggest(safe_phone="0113 496 0101")

    assert told["pv-phone-number"].value == "yes"
    assert told["pv-phone-number-yes"].value == "0113 496 0101"


def test_an_address_is_taken_line_by_line(suggest):
    told = suggest(safe_address=Address("PO Box 7", "Nottingham", "", "ZZ99 3WZ"))

    assert told["pv-contact-details-street"].value == "PO Box 7"
    assert told["pv-contact-details-postcode"].value == "ZZ99 3WZ"
    assert "pv-contact-details-county" not in told


def test_what_only_the_worker_can_say_is_never_filled_in_for_them(suggest):
    told = suggest(safe_email="test@example.org", safe_phone="0113 496 0101")

    assert not [id for id in told if id.endswith("-check")]
