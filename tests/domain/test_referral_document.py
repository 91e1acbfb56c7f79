"""What a referral says on paper: everything once, in its place, and no name where all can see."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.desks import ROSA
from tests.domain.stories import FILES, ORGANISATION, SIGNS, story, talk
from tests.factories import NOON, pack
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.document import Facts, Heading, Line, Quote, Table
from welfare_app.domain.form import Kind, settled, summary
from welfare_app.domain.referral_document import compose_referral
from welfare_app.domain.summing import Asked

ON_THE_WAY = ("pv-contact-details", "who-contact")
"""What the form asks and leaves out of its own last page (R34), answered in the sample."""

BOXES = {Kind.TEXT, Kind.LONG_TEXT}


@pytest.fixture(scope="module")
def marked(nrm, sample):
    """The sample with every box holding words found nowhere else."""
    boxes = [one.id for one in nrm.form.fields() if one.kind in BOXES and one.id in sample]
    return sample | {id: Answer(f"mark {at:03}.") for at, id in enumerate(boxes)}


def texts(document):
    return [line.text for line in document.lines()]


def after(document, title, level=1):
    """The blocks between a heading and the next of its level or above."""
    blocks = list(document.blocks)
    start = blocks.index(Heading(level, Line(title)))
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            return
        yield block


def facts(document, title):
    """Label, lines and note of every line under a heading."""
    return [
        (row.label.text, [line.text for line in row.values], row.note.text if row.note else "")
        for block in after(document, title)
        if isinstance(block, Facts)
        for row in block.rows
    ]


def under(document, row):
    """The lines of one row of the referral, found by its Home Office name."""
    return next(lines for _, lines, note in facts(document, "The referral") if note == row)


def test_every_answer_is_on_paper_exactly_once(library, marked):
    seen = Counter(texts(compose_referral(story(library, marked))))
    lines = "\n".join(seen.elements())

    marks = [answer.value for answer in marked.values() if str(answer.value).startswith("mark ")]
    assert len(marks) > 25
    assert [mark for mark in marks if lines.count(mark) != 1] == []


def test_every_answer_stands_under_the_line_it_is_folded_into(library, nrm, marked):
    document = compose_referral(story(library, marked))
    told = {id: answer.value for id, answer in marked.items()}

    for _, rows in summary(nrm.form, settled(nrm.form, told)):
        for row in rows:
            lines = "\n".join(under(document, row.id))
            for id in row.fields:
                if str(told.get(id, "")).startswith("mark "):
                    assert told[id] in lines, id


def test_the_lines_come_in_the_order_of_the_home_office_form(library, nrm, marked):
    document = compose_referral(story(library, marked))
    told = {id: answer.value for id, answer in marked.items()}
    rows = [row.id for _, rows in summary(nrm.form, settled(nrm.form, told)) for row in rows]

    assert [note for _, _, note in facts(document, "The referral")] == [*rows, *ON_THE_WAY]


def test_what_the_form_asks_but_does_not_sum_up_is_there_to_be_copied_too(library, sample):
    document = compose_referral(story(library, sample))

    assert under(document, "who-contact") == ["The person"]


def test_ticks_are_on_paper_by_what_they_say(library, nrm, sample):
    lines = under(compose_referral(story(library, sample)), "types-of-exploitation")

    assert lines == [
        nrm.label("types-of-exploitation-forced-to-work"),
        nrm.label("types-of-exploitation-wages-taken"),
    ]


def test_an_answer_left_behind_on_another_way_is_not_on_paper(library, sample):
    told = sample | {"reported-to-police-police-forces": Answer("quixotic")}

    assert not any("quixotic" in text for text in texts(compose_referral(story(library, told))))


def test_a_child_is_on_paper_as_referred_whatever_was_answered_before(library, sample):
    told = sample | {"pv-under-age": Answer("yes"), "pv-want-to-submit-nrm": Answer("no")}

    document = compose_referral(story(library, told, route="child-nrm"))
    assert under(document, "pv-want-to-submit-nrm") == ["Yes"]
    assert document.title.text == "Referral: potential victim of modern slavery, a child"


def test_what_the_first_responder_must_fill_is_listed_for_them(library, nrm, sample):
    told = {id: answer for id, answer in sample.items() if id != "fr-details-role"}
    [listed] = after(
        compose_referral(story(library, told)), "For you, the first responder, to fill", level=2
    )

    assert [line.text for line in listed.items] == [nrm.label("fr-details-role")]


def test_a_silence_is_on_paper_where_it_was_asked_and_among_the_limits(library, nrm, sample):
    told = sample | {"birthplace": Answer(Gap(Why.DECLINED, "afraid for his sisters"))}
    document = compose_referral(story(library, told))

    assert under(document, "birthplace") == ["Would rather not say: afraid for his sisters."]
    listed = next(after(document, "Left unanswered, and why", level=2))
    assert [line.text for line in listed.items] == [
        f"{nrm.label('birthplace')} Would rather not say: afraid for his sisters."
    ]


def test_a_silence_on_a_question_no_longer_asked_is_not_a_limit(library, sample):
    told = sample | {"refuse-nrm": Answer(Gap(Why.DECLINED))}

    assert "Left unanswered, and why" not in texts(compose_referral(story(library, told)))


def test_nothing_that_stands_on_every_page_names_the_worker(library, sample):
    told = sample | {
        "pv-name-first-name": Answer("Quixotic"),
        "pv-name-last-name": Answer("Canary"),
        "pv-name-nickname": Answer("Birdie"),
    }
    document = compose_referral(story(library, told))
    always = f"{document.title.text} {document.running} {document.marking}"

    assert document.running == "P-0001"
    assert not any(name in always for name in ("Quixotic", "Canary", "Birdie"))
    assert any("Quixotic" in text for text in texts(document))


def test_a_workers_words_are_set_apart_in_their_own_language(library, sample):
    document = compose_referral(story(library, sample, signs=SIGNS))
    [quote] = [block for block in after(document, "Signs noticed") if isinstance(block, Quote)]

    assert quote.words == Line("Jestem winien", "pl")
    happened, written = quote.said_by.text.split("\n")
    assert happened == "Said. Happened: March 2026; Training room"
    assert written.startswith("Written down: 12 May 2026, ")
    assert written.endswith(", Rosa Example. indicator-1.")


def test_what_was_seen_is_never_set_as_if_it_was_said(library, sample):
    document = compose_referral(story(library, sample, signs=SIGNS))
    blocks = list(after(document, "Signs noticed"))
    said = [line.text for block in blocks if isinstance(block, Quote) for line in [block.words]]
    all_of_it = texts(replace(document, blocks=tuple(blocks)))

    assert "Wet jacket and thin shoes" not in said
    assert "Wet jacket and thin shoes" in all_of_it
    assert any(text.startswith("Seen.\nWritten down: ") for text in all_of_it)
    assert [b.text.text for b in blocks if isinstance(b, Heading)] == [
        f"Phrase of indicator-{number}" for number in (1, 2, 3)
    ]


def test_the_talk_is_on_paper_page_by_page_with_words_kept_as_said(library, sample):
    told = talk(library, first_language="Polish", account=Answer("Boję się o siostry", "pl"))
    document = compose_referral(story(library, sample, **told))
    rows = [b for b in after(document, "The welfare interview, W-0001") if isinstance(b, Facts)]

    assert [row.exact_words for block in rows for row in block.rows] == [False, True]
    assert rows[1].rows[0].values == (Line("Boję się o siostry", "pl"),)


def test_a_pack_with_no_talk_behind_it_has_no_talk_on_paper(library, sample):
    headings = [
        b.text.text for b in compose_referral(story(library, sample)).blocks if type(b) is Heading
    ]

    assert not any(title.startswith("The welfare interview") for title in headings)


def test_what_was_done_is_told_in_the_order_it_was_done(library, sample):
    incident = pack()
    incident, _ = incident.complete("S1", NOON, ROSA.id)
    incident, _ = incident.skip("S0", "Told by telephone", NOON.replace(hour=11), ROSA.id)
    document = compose_referral(story(library, sample, pack=incident))
    [table] = [b for b in after(document, "What we have done") if isinstance(b, Table)]

    assert [[cell.text for cell in (row[0], row[2], row[3])] for row in table.rows] == [
        ["Noticed", "Rosa Example", "Passed over: Told by telephone"],
        ["Safe now", "Rosa Example", "Done"],
    ]
    assert sum(table.widths) == pytest.approx(1)


def test_each_exhibit_is_listed_with_its_fingerprint(library, sample):
    document = compose_referral(story(library, sample, evidence=FILES))
    table = next(after(document, "Evidence"))

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "exhibit-1-rota.png\n5,782 bytes", "Night rota; March 2026", FILES[0].digest],
        ["2", "exhibit-2-van.jpg\n5,782 bytes", "Not said", FILES[1].digest],
    ]


@pytest.mark.parametrize(
    "words", ["No sign was noted.", "No stage has been completed yet.", "No file is attached."]
)
def test_an_empty_part_says_that_it_is_empty(library, sample, words):
    assert words in texts(compose_referral(story(library, sample)))


def test_no_heading_skips_a_level(library, sample):
    document = compose_referral(
        story(library, sample, signs=SIGNS, evidence=FILES, **talk(library, site="Packhouse"))
    )
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]

    assert all(below <= above + 1 for above, below in zip([2, *levels], levels, strict=False))


def test_the_same_story_is_always_the_same_document(library, sample):
    told = story(library, sample, signs=SIGNS, evidence=FILES)

    assert compose_referral(told) == compose_referral(told)


@pytest.mark.parametrize("practice", [True, False])
def test_a_pack_from_a_practice_vault_says_so_on_every_page(library, sample, practice):
    made = replace(story(library, sample), organisation=replace(ORGANISATION, practice=practice))
    assert compose_referral(made).marking.startswith("Practice." if practice else "Sensitive.")


def test_what_the_stages_asked_stands_under_the_page_that_asked(library, sample):
    words = library.form("incident-pack")
    page = next(page for page in words.form.pages if page.fields[0].kind in BOXES)
    asked = Asked(words.form, words, {page.fields[0].id: Answer("Nobody was near.")})
    document = compose_referral(story(library, sample, stages=asked))
    [told] = after(document, words.page_title(page.id), level=2)

    assert [line.text for line in told.rows[0].values] == ["Nobody was near."]


def test_the_interviewers_looking_back_is_nobodys_evidence(library, sample):
    told = talk(library, debrief_with="The lead", account="He has my card.")
    lines = "\n".join(texts(compose_referral(story(library, sample, **told))))

    assert "He has my card." in lines
    assert "The lead" not in lines
