"""Telling the story of a referral: everything the vault holds that could be said of its case."""

from dataclasses import dataclass, replace
from datetime import datetime

from welfare_app.domain.answers import Answers, values
from welfare_app.domain.consents import consents
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.form import route, settled
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.interview import Interview
from welfare_app.domain.labour_report import way_of
from welfare_app.domain.leaving_out import LeftOut
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.referral import NOBODY, Checked, Handing, Referral
from welfare_app.domain.safe_contact import keep_out, safe_contact
from welfare_app.domain.story import Story
from welfare_app.domain.summing import Asked
from welfare_app.domain.talk_document import held_on
from welfare_app.domain.wording import left_unasked
from welfare_app.services.definitions import Definitions
from welfare_app.services.extract_trail import extract
from welfare_app.services.keep_chronology import happenings
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.prepare_referral import FILES, FILES_ARE, with_files
from welfare_app.services.versions import form_of, stages_of, workflow_of
from welfare_app.services.weigh_referral import Behind, behind


@dataclass(frozen=True, slots=True)
class Told:
    """A story, and the records it was told from."""

    story: Story
    there: Behind


def tell(
    work: UnitOfWork,
    definitions: Definitions,
    id: ReferralId,
    handing: Handing,
    at: datetime,
    checked: Checked = NOBODY,
) -> Told:
    """Everything there is to say, before anything is left out of it."""
    referral = work.referrals.get(id)
    pack = work.packs.get(referral.pack)
    there = behind(work, definitions, referral)
    interview, files = there.interview, there.evidence
    form = form_of(definitions, referral)
    workflow = workflow_of(definitions, pack)
    stages = stages_of(definitions, pack)
    talk = form_of(definitions, interview) if interview else None
    catalogue = definitions.catalogue()
    answers = _going(referral, files, handing.left_out)
    held_back = [one.id for one in files if handing.left_out.holds_back(one.exhibit)]
    identity = work.register.identity()
    by_call = [one.page for one in workflow.workflow.stages if one.does == "call"]
    story = Story(
        way_of(pack.answers, route(form.form, settled(form.form, values(answers)))),
        referral,
        Asked(form.form, form, answers),
        pack,
        Asked(stages.form, stages, pack.answers),
        tuple((one.id, workflow.text(one.id, "title")) for one in workflow.workflow.stages),
        interview,
        Asked(talk.form, talk, interview.answers) if talk and interview else None,
        there.signs,
        catalogue.phrase,
        files,
        work.register.organisation(),
        work.register.staff(),
        handing,
        at,
        checked=checked,
        basis=_basis(definitions, handing),
        record=extract(work, definitions, _numbers(referral, pack, interview), held_back),
        fingerprint=identity.fingerprint,
        laptop_fingerprint=identity.laptop_fingerprint,
        kept_out=keep_out(Asked(stages.form, stages, pack.answers)),
        told_in_calls=frozenset(
            field.id for page in by_call for field in stages.form.page(page).fields
        ),
    )
    if interview and story.talk:
        story = replace(
            story,
            safe_contact=safe_contact(story.talk),
            agreed_on=held_on(story.talk, interview.started),
            notes=work.notes.of(interview.id),
            left_unasked=left_unasked(interview, catalogue.ask),
            consents=consents(story.talk.form, interview, work.interviews.history(interview.id)),
        )
    story = replace(story, happenings=happenings(work, definitions, pack))
    return Told(story, there)


def _basis(definitions: Definitions, handing: Handing) -> tuple[str, ...]:
    words = definitions.disclosing()
    known = words.rules.basis(handing.basis)
    if known is None:
        return ()
    return words.basis(known.id), f"{words.law(known.id)}. Checked {_month(known.checked)}."


def _month(checked: str) -> str:
    known = PartialDate.read(checked)
    return known.said() if known else checked


def _numbers(
    referral: Referral, pack: IncidentPack, interview: Interview | None
) -> tuple[str, ...]:
    """What the records behind a pack go by."""
    numbers = (pack.number, referral.number, *((interview.number,) if interview else ()))
    return tuple(dict.fromkeys(numbers))


def _going(referral: Referral, files: tuple[Evidence, ...], left: LeftOut) -> Answers:
    """The answers with those that list the files, of none but the files that go.

    Where one stays, what was written of them all by hand stays too: it may tell of that one.
    """
    going = tuple(one for one in files if not left.holds_back(one.exhibit))
    if len(going) < len(files):
        told = {id: one for id, one in referral.answers.items() if id not in {FILES, FILES_ARE}}
        referral = replace(referral, answers=told)
    return with_files(referral, going).answers
