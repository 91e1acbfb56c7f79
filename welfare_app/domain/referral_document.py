"""What a referral says on paper: a cover, the answers in order, and what they rest on."""

from collections.abc import Iterator

from welfare_app.domain.answers import Gap, is_blank, values
from welfare_app.domain.chronology_document import chronology_blocks
from welfare_app.domain.cover_document import cover_blocks, opening_blocks
from welfare_app.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from welfare_app.domain.form import settled, summary
from welfare_app.domain.labour_report import labour_blocks, to_report
from welfare_app.domain.leaving_out import Part
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.record_extract import extract_blocks
from welfare_app.domain.recordings_document import recordings_blocks
from welfare_app.domain.referral import ANONYMOUS
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.steps_document import calls_blocks, steps_blocks
from welfare_app.domain.story import LABOUR, Story, fitting, notifies
from welfare_app.domain.talk_document import fact_of, moment, talk_blocks
from welfare_app.domain.unprintable import named
from welfare_app.domain.wording import KNOWN, gap_statement

TITLES = {
    "adult-nrm": "Referral: potential victim of modern slavery, an adult who agrees",
    "child-nrm": "Referral: potential victim of modern slavery, a child",
    "age-unsure-nrm": "Referral: potential victim of modern slavery, age not known",
    "adult-dtn-anonymous": "Facts for a Duty to Notify report, no name given",
    "adult-dtn-cooperating": "Facts for a Duty to Notify report, the person will help",
    LABOUR: "Report: pay and rights of a worker",
}
MARKING = "Sensitive. Only for the person named on the first page."
PRACTICE = "Practice. Nobody and nothing in this is real."


def compose_referral(whole: Story) -> Document:
    """The document, in the order a caseworker reads it, with no more than may go on its way."""
    story = fitting(whole)
    if story.route == LABOUR:
        story = to_report(story)
    blocks = (
        *cover_blocks(story),
        PageBreak(),
        *opening_blocks(story),
        *(labour_blocks(story) if story.route == LABOUR else _answers(story)),
        *(named(block, story.unprintable) for block in _chronology(story)),
        *(named(block, story.unprintable) for block in _signs(story)),
        *(() if story.route == LABOUR else talk_blocks(story)),
        *(named(block, story.unprintable) for block in calls_blocks(story)),
        *steps_blocks(story),
        *(() if notifies(story.route) else _evidence(story)),
        *recordings_blocks(story.recordings),
        *extract_blocks(story.record),
        *_limits(story),
    )
    return Document(
        Line(TITLES.get(story.route, "Referral: potential victim of modern slavery")),
        story.pack.number,
        PRACTICE if story.organisation.practice else MARKING,
        blocks,
    )


def _line(text: str, language: str = "en") -> Line:
    return Line(text, language)


def _answers(story: Story) -> Iterator[Block]:
    form, words = story.questions.form, story.questions.words
    final = settled(form, values(story.questions.answers))
    yield Heading(1, _line("The referral"))
    yield Paragraph(
        _line(
            "Everything the online form asks is here in the form’s order, to be copied across. "
            "The small print under a question is the form’s own name for it. What it asks of "
            "yourself is filled in as far as we knew it: write over that."
        ),
        opens=True,
    )
    yield Paragraph(
        _line(
            "We are a labour provider and cannot refer anyone ourselves: only a first responder "
            f"organisation can. Source of the questions: {form.source}. "
            f"Checked {_known(form.checked)}."
        ),
        quiet=True,
        opens=True,
    )
    counted = story.questions.counting()
    rows_of = dict(summary(form, final))
    for section, rows in rows_of.items():
        yield Heading(2, _line(words.section_title(section)))
        yield Facts(tuple(fact_of(counted.folded(row), row.id) for row in rows))
    listed = {id for rows in rows_of.values() for row in rows for id in (*row.needs, *row.fields)}
    asked = (field for field in form.fields() if field not in form.extra)
    others = [field for field in asked if field.id not in listed and counted.given(field)]
    if others:
        yield Heading(2, _line("Asked on the way, and not shown on its last page"))
        yield Facts(tuple(fact_of(counted.one(field), field.id) for field in others))
    theirs = [field for field in form.fields() if field.theirs and is_blank(final.get(field.id))]
    if theirs:
        yield Heading(2, _line("For you, the first responder, to fill"))
        yield Bullets(tuple(_line(words.label(field.id)) for field in theirs))


def _chronology(story: Story) -> Iterator[Block]:
    if story.happenings:
        yield from chronology_blocks(story.happenings, story.names)


def _signs(story: Story) -> Iterator[Block]:
    if story.leaves_out(Part.SIGNS):
        return
    yield Heading(1, _line("Signs noticed"))
    if not story.signs:
        yield Paragraph(_line("No sign was noted."))
        return
    yield Paragraph(
        _line("A sign prompts a person to look again. It decides nothing about anyone."),
        quiet=True,
        opens=True,
    )
    for sign in story.signs:
        yield Heading(2, _line(story.phrase(sign.indicator)))
        note = _line("\n".join(_sign_notes(story, sign)))
        if story.route == ANONYMOUS:
            yield Paragraph(note, quiet=True)
        elif sign.words and sign.known is Known.SAID:
            yield Quote(_line(sign.words, sign.language), note)
        else:
            words = _line(sign.words or "Nothing further was written.")
            yield Paragraph(words, opens=True)
            yield Paragraph(note, quiet=True)


def _sign_notes(story: Story, sign: Sign) -> Iterator[str]:
    """How it is known and when it happened; then when it was written down, and by whom."""
    place = "; ".join(part for part in (_known(sign.when), sign.where) if part)
    yield f"{KNOWN[sign.known]}. Happened: {place}" if place else f"{KNOWN[sign.known]}."
    who = story.names.get(sign.by, "staff")
    shown = next((one for one in story.evidence if one.id == sign.evidence), None)
    rests = f" Shown by exhibit {shown.exhibit}." if shown else ""
    yield f"Written down: {moment(sign.noted)}, {who}. {sign.indicator}.{rests}"


def _evidence(story: Story) -> Iterator[Block]:
    if story.leaves_out(Part.EVIDENCE):
        return
    yield Heading(1, _line("Evidence"))
    if story.handing.left_out.exhibits:
        yield Paragraph(_line("The first page says which files were left out, and why."))
    if not story.evidence:
        yield Paragraph(_line("No file is attached."))
        return
    head = tuple(_line(text) for text in ("Exhibit", "File", "What it is", "SHA-256"))
    yield Table(
        "Files attached to this pack",
        head,
        tuple(
            (
                _line(str(one.exhibit)),
                _line(f"{one.attached}\n{one.size:,} bytes"),
                _line(
                    "; ".join(part for part in (one.description, _known(one.dated)) if part)
                    or "Not said"
                ),
                _line(one.digest),
            )
            for one in story.evidence
        ),
        (0.1, 0.26, 0.26, 0.38),
    )
    yield from _photographs(story)


def _photographs(story: Story) -> Iterator[Block]:
    photographs = [one for one in story.evidence if one.is_photograph]
    if not photographs:
        return
    yield Heading(2, _line("The pictures"))
    yield Paragraph(
        _line(
            "Scaled down to be printed. Each is attached to the sealed file as it came, and the "
            "SHA-256 above is of that."
        ),
        quiet=True,
        opens=True,
    )
    for one in photographs:
        name = f"Exhibit {one.exhibit}. {one.attached}"
        what = one.description.strip() or "Nobody said what it shows."
        if scaled := story.photographs.get(one.id):
            instead = _line(f"Picture, exhibit {one.exhibit}. {what}")
            yield Figure(scaled, instead, _line(f"{name}\n{what}"))
        else:
            yield Paragraph(
                _line(f"{name}\nIt could not be drawn here. It is attached to the sealed file.")
            )


def _limits(story: Story) -> Iterator[Block]:
    yield Heading(1, _line("What this does and does not show"))
    gaps = (
        ()
        if story.route == LABOUR
        else [
            f"{story.questions.words.label(id)} {gap_statement(answer.value)}"
            for id, answer in story.questions.counting().answers.items()
            if isinstance(answer.value, Gap)
        ]
    )
    if gaps:
        yield Heading(2, _line("Left unanswered, and why"))
        yield Bullets(tuple(_line(text) for text in gaps))
    yield Paragraph(
        _line(
            "The seal shows that nobody has altered this record since it was sealed. It does not "
            "show that the clock of the laptop was right, nor that what was said is true."
        ),
        quiet=True,
    )


def _known(date: str) -> str:
    known = PartialDate.read(date)
    return known.said() if known else date
