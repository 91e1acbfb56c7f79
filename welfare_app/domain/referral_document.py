"""What a referral says on paper: a cover, the answers in order, and what they rest on."""

from collections.abc import Iterator, Mapping

from welfare_app.domain.answers import Gap, is_blank, values
from welfare_app.domain.chronology_document import chronology_blocks
from welfare_app.domain.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from welfare_app.domain.form import settled, summary
from welfare_app.domain.ids import StaffId
from welfare_app.domain.leaving_out import Part
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.pack import Done
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.people import Staff
from welfare_app.domain.referral import ANONYMOUS
from welfare_app.domain.sign import Known
from welfare_app.domain.story import Story, fitting, notifies
from welfare_app.domain.talk_document import fact_of, moment, page_blocks, talk_blocks
from welfare_app.domain.unprintable import named
from welfare_app.domain.wording import KNOWN, gap_statement

TITLES = {
    "adult-nrm": "Referral: potential victim of modern slavery, an adult who agrees",
    "child-nrm": "Referral: potential victim of modern slavery, a child",
    "age-unsure-nrm": "Referral: potential victim of modern slavery, age not known",
    "adult-dtn-anonymous": "Facts for a Duty to Notify report, no name given",
    "adult-dtn-cooperating": "Facts for a Duty to Notify report, the person will help",
}
MARKING = "Sensitive. Only for the person named on the first page."
PRACTICE = "Practice. Nobody and nothing in this is real."


def compose_referral(whole: Story) -> Document:
    """The document, in the order a caseworker reads it, with no more than may go on its way."""
    story = fitting(whole)
    blocks = (
        *_cover(story),
        PageBreak(),
        *_answers(story),
        *(named(block, story.unprintable) for block in _chronology(story)),
        *(named(block, story.unprintable) for block in _signs(story)),
        *talk_blocks(story),
        *_steps(story),
        *(() if notifies(story.route) else _evidence(story)),
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


def _checked(story: Story) -> Iterator[Fact]:
    """Who read it through before it was sealed; nobody is named who did not."""
    second = next((one for one in story.staff if one.id == story.checked.by), None)
    if second is not None:
        yield _fact("Read through by", f"{second.name}, {second.role}")


def _fact(label: str, *values: str, note: str = "") -> Fact:
    lines = tuple(_line(value) for value in values if value)
    return Fact(_line(label), lines or (_line("Not given"),), _line(note) if note else None)


def _cover(story: Story) -> Iterator[Block]:
    handing, organisation = story.handing, story.organisation
    preparer = next((one for one in story.staff if one.id == story.referral.by), None)
    who = f"{preparer.name}, {preparer.role}" if preparer else ""
    yield Facts(
        (
            _fact("Case", story.pack.number),
            _fact("For", handing.recipient, handing.organisation),
            _fact("Why", handing.purpose),
            *_given_on(story),
            _fact("Prepared by", who, f"{organisation.name}, {organisation.laptop}"),
            _fact("To reach them", *_ways(preparer)),
            *_checked(story),
            _fact("Sealed", moment(story.at), note="By the laptop’s own clock"),
        )
    )
    yield Notice(_line("Keep this person safe"), tuple(_line(text) for text in _safe_words(story)))
    yield Heading(2, _line("What is in this pack"))
    yield Bullets(tuple(_line(text) for text in _inside(story)))
    yield Paragraph(
        _line(
            "We are a labour provider. We cannot refer anyone ourselves: only a first responder "
            "organisation can. Everything the online form asks is here in its order, under its "
            "own question names, so that it can be copied across. The same answers are attached "
            "as referral.json, and this document as referral.pdf, which opens without a "
            "passphrase and can be uploaded."
        ),
        quiet=True,
    )


def _given_on(story: Story) -> Iterator[Fact]:
    """The basis in law, and what is left out with the reason."""
    if story.basis:
        yield _fact("Lawful basis", *story.basis)
    if said := story.handing.left_out.said:
        yield _fact("Left out", said)


def _ways(preparer: Staff | None) -> Iterator[str]:
    if preparer and preparer.phone:
        yield f"Telephone {preparer.phone}"
    if preparer and preparer.email:
        yield f"E-mail {preparer.email}"


def _safe_words(story: Story) -> tuple[str, ...]:
    if story.route == ANONYMOUS:
        return (
            (
                "This person did not agree to be named. Nothing here should say who it is. "
                "Do not try to find out: ask us."
            ),
        )
    if notifies(story.route):
        return ("Use no way to reach this person but those given below. Ask us before any other.",)
    return story.safe_contact or (
        "No safe way to reach this person has been written down. Ask us before you try.",
    )


def _inside(story: Story) -> Iterator[str]:
    yield "The referral, question by question, in the order of the Home Office form"
    if story.happenings:
        yield "What happened, in order"
    if not story.leaves_out(Part.SIGNS):
        yield f"Signs noticed, and how we know: {len(story.signs)}"
    if not notifies(story.route) and not story.leaves_out(Part.INTERVIEW):
        yield "The welfare interview" if story.talk else "No interview was held"
    yield "What we have done, and when"
    if not notifies(story.route) and not story.leaves_out(Part.EVIDENCE):
        yield _files(len(story.evidence))


def _answers(story: Story) -> Iterator[Block]:
    form, words = story.questions.form, story.questions.words
    final = settled(form, values(story.questions.answers))
    yield Heading(1, _line("The referral"))
    yield Paragraph(
        _line(
            f"In the order of the Home Office form as read on {_known(form.checked)}. The small "
            "print under each question is the form’s own name for it."
        ),
        quiet=True,
    )
    counted = story.questions.counting()
    rows_of = dict(summary(form, final))
    for section, rows in rows_of.items():
        yield Heading(2, _line(words.section_title(section)))
        yield Facts(tuple(fact_of(counted.folded(row), row.id) for row in rows))
    theirs = [field for field in form.fields() if field.theirs and is_blank(final.get(field.id))]
    if theirs:
        yield Heading(2, _line("For you, the first responder, to fill"))
        yield Bullets(tuple(_line(words.label(field.id)) for field in theirs))


def _chronology(story: Story) -> Iterator[Block]:
    if story.happenings:
        names = {one.id: one.name for one in story.staff}
        yield from chronology_blocks(story.happenings, names)


def _signs(story: Story) -> Iterator[Block]:
    if story.leaves_out(Part.SIGNS):
        return
    yield Heading(1, _line("Signs noticed"))
    if not story.signs:
        yield Paragraph(_line("No sign was noted."))
        return
    yield Paragraph(
        _line("A sign prompts a person to look again. It decides nothing about anyone."), quiet=True
    )
    names = {one.id: one.name for one in story.staff}
    for sign in story.signs:
        yield Heading(2, _line(story.phrase(sign.indicator)))
        who = f"{names.get(sign.by, 'staff')}, {moment(sign.noted)}"
        note = f"{KNOWN[sign.known]}. Noted by {who}. {sign.indicator}"
        if story.route == ANONYMOUS:
            yield Paragraph(_line(note), quiet=True)
        elif sign.words and sign.known is Known.SAID:
            yield Quote(_line(sign.words, sign.language), _line(note))
        else:
            yield Paragraph(_line(sign.words or "Nothing further was written."))
            yield Paragraph(_line(note), quiet=True)
        if place := "; ".join(part for part in (sign.where, _known(sign.when)) if part):
            yield Paragraph(_line(f"Where and when: {place}"), quiet=True)


def _steps(story: Story) -> Iterator[Block]:
    yield Heading(1, _line("What we have done"))
    names = {one.id: one.name for one in story.staff}
    titles = dict(story.stage_titles)
    rows = []
    for id, done in sorted(story.pack.done.items(), key=lambda item: item[1].at):
        how = "Done" if not done.skipped else _passed_over(story, done)
        cells = (titles.get(id, id), moment(done.at), names.get(done.by, "staff"), how)
        rows.append(tuple(_line(cell) for cell in cells))
    head = tuple(_line(text) for text in ("Stage", "When", "Who", "How"))
    if rows:
        yield Table("Stages of the incident pack", head, tuple(rows), (0.34, 0.26, 0.2, 0.2))
    else:
        yield Paragraph(_line("No stage has been completed yet."))
    yield from _paths(story, names)
    yield from _calls(story, names)
    yield from page_blocks(story.stages, story.stages.form.pages)


def _paths(story: Story, names: Mapping[StaffId, str]) -> Iterator[Block]:
    if len(story.pack.paths) < 2:
        return
    head = tuple(_line(text) for text in ("Path", "When", "Who", "Why"))
    rows = tuple(
        (
            _line(story.stages.words.option(OUTCOME, one.outcome)),
            _line(moment(one.at)),
            _line(f"{names.get(one.by, 'staff')}, with {one.second}"),
            _line(one.reason),
        )
        for one in story.pack.paths
    )
    yield Table("Paths that were chosen", head, rows, (0.26, 0.18, 0.2, 0.36))


def _calls(story: Story, names: Mapping[StaffId, str]) -> Iterator[Block]:
    if not story.pack.calls:
        return
    head = tuple(_line(text) for text in ("Called", "When", "Who answered", "What they said"))
    rows = []
    for one in story.pack.calls:
        call = one.call
        said = [call.advice, f"Asked to wait with: {call.hold}" if call.hold else ""]
        who = [call.person, f"Reference {call.reference}" if call.reference else ""]
        rows.append(
            (
                _line(call.body),
                _line(f"{moment(call.at)}, {names.get(one.by, 'staff')}"),
                _line("; ".join(filter(None, who)) if call.answered else "Nobody"),
                _line(". ".join(filter(None, said)) or "Nothing"),
            )
        )
    yield Table("Calls to bodies outside", head, tuple(rows), (0.2, 0.2, 0.24, 0.36))


def _passed_over(story: Story, done: Done) -> str:
    """Why, in the words of whoever passed it over, unless nobody may be named."""
    return "Passed over" if story.route == ANONYMOUS else f"Passed over: {done.skipped}"


def _evidence(story: Story) -> Iterator[Block]:
    if story.leaves_out(Part.EVIDENCE):
        return
    yield Heading(1, _line("Evidence"))
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
                _line(f"{one.attached}, {one.size} bytes"),
                _line(
                    "; ".join(part for part in (one.description, one.dated) if part) or "Not said"
                ),
                _line(one.digest),
            )
            for one in story.evidence
        ),
        (0.1, 0.28, 0.32, 0.3),
    )


def _limits(story: Story) -> Iterator[Block]:
    yield Heading(1, _line("What this does and does not show"))
    gaps = [
        f"{story.questions.words.label(id)} {gap_statement(answer.value)}"
        for id, answer in story.questions.counting().answers.items()
        if isinstance(answer.value, Gap)
    ]
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


def _files(count: int) -> str:
    if not count:
        return "No evidence files"
    files = "1 file" if count == 1 else f"{count} files"
    return f"Evidence: {files}, with fingerprints"


def _known(date: str) -> str:
    known = PartialDate.read(date)
    return known.said() if known else date
