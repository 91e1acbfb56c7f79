"""Which answers of an interview are listened to, and as what."""

from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.listening import RETOLD, SEEN, sources
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Suggester


def listened(library, **answers):
    talk = library.form("welfare-interview")
    given = {name.replace("_", "-"): Answer(value) for name, value in answers.items()}
    return sources(talk.form, talk, given)


def test_exact_words_are_what_was_said_and_what_was_seen_is_seen(library):
    found = listened(library, papers="He has it", seen="Thin shoes", home_family="A sister")

    assert [(one.key, one.known) for one in found] == [
        ("papers", Known.SAID),
        ("seen", Known.SEEN),
        ("home-family", Known.SAID),
    ]


def test_a_fixed_answer_reads_as_its_question_and_what_was_chosen(library):
    [source] = listened(library, danger_now="yes")

    assert (source.words, source.option) == ("Is anyone in danger now? Yes", "yes")


def test_each_of_several_choices_is_listened_to(library):
    assert [one.option for one in listened(library, ready=("door", "paid"))] == ["door", "paid"]


def test_a_choice_that_was_taken_back_says_nothing(library):
    assert listened(library, safe_tonight="", ready=("door", "")) != ()
    assert listened(library, safe_tonight="") == ()


def test_names_views_and_gaps_are_not_listened_to(library):
    gap = Gap(Why.DECLINED, "He did not want to")

    assert listened(library, last_name="Debt", own_view="I think he owes", papers=gap) == ()


def test_the_fields_named_here_are_in_the_form(library):
    fields = {field.id for field in library.form("welfare-interview").form.fields()}

    assert fields >= SEEN | RETOLD


def test_a_fixed_answer_calls_an_indicator_to_mind(library):
    found = Suggester(library.prompts()).suggest(listened(library, need_doctor="yes"))

    assert [one.indicator for one in found] == ["UK-GEN-NO-MEDICAL"]
    assert found[0].sentence == "Is medicine needed, or a doctor? Yes"
