"""Preparing a referral: pre-filled from what is known, answered, checked for gaps."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from welfare_app.domain.anonymity import Trace
from welfare_app.domain.answers import Answer, Answers, values
from welfare_app.domain.checks import Upload
from welfare_app.domain.errors import Refused
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.form import Problem, route, settled
from welfare_app.domain.form_changes import Changed, changed
from welfare_app.domain.ids import FieldId, PackId, ReferralId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.prefill import Rule, prefill
from welfare_app.domain.referral import AGREED, ANONYMOUS, Referral, left_to_confirm, missing
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.wording import KNOWN
from welfare_app.services.definitions import CatalogueWords, FormDefinition
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.rulebook import Rules
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of
from welfare_app.services.weigh_referral import Standing, behind, marks

SIGNS_SEEN = FieldId("modern-slavery-indicators")
SIGNS_DETAILS = FieldId("modern-slavery-indicators-details")
FILES, FILES_ARE = FieldId("files"), FieldId("what-evidence-you-will-submit")


@dataclass(frozen=True, slots=True)
class Moving:
    """The form a referral was begun on, and the newest one it can be moved to."""

    before: FormDefinition
    after: FormDefinition

    @property
    def changes(self) -> tuple[Changed, ...]:
        """Everything that is asked otherwise there."""
        return changed(self.before.form, self.after.form)


@dataclass(frozen=True, slots=True)
class PrepareReferral:
    """What staff can do with a referral. Edits go one way: the interview is never rewritten.

    `form` is the newest version, on which referrals are begun.
    """

    shift: Shift
    form: FormDefinition
    prefill_rules: tuple[Rule, ...]
    catalogue: CatalogueWords
    rules: Rules

    def of(self, pack: PackId) -> Referral:
        """The referral of a pack, begun and pre-filled the first time it is asked for."""
        with self.shift.work() as work:
            if there := work.referrals.of(pack):
                return there[-1]
            incident = work.packs.get(pack)
            referral = Referral(
                ReferralId(self.shift.new_id()),
                incident.number,
                pack,
                self.form.form.id,
                self.form.form.version,
                self.shift.now(),
                self.shift.staff.id,
                self._known(work, incident),
            )
            work.referrals.save(referral, because=referral.begun())
            changes = work.commit()
        self.shift.announce(changes | {pack})
        return referral

    def answer(self, id: ReferralId, field: FieldId, answer: Answer) -> Referral:
        """Keep one answer, or accept one that was copied from the interview."""
        with self.shift.work() as work:
            referral, answered = work.referrals.get(id).answer(field, answer)
            work.referrals.save(referral, because=answered)
            changes = work.commit()
        self.shift.announce(changes)
        return referral

    def get(self, id: ReferralId) -> Referral:
        """The referral as it stands."""
        with self.shift.work() as work:
            return work.referrals.get(id)

    def missing(self, referral: Referral) -> tuple[Problem, ...]:
        """What we still have to answer before it can be sealed."""
        with self.shift.work() as work:
            files = work.evidence.of(referral.pack)
        return missing(
            self.form_of(referral).form,
            with_files(referral, files),
            self.rules.today(uploads(files)),
        )

    def standing(self, referral: Referral) -> Standing:
        """What it rests on, what could say who the person is, and what would help its reader."""
        with self.shift.work() as work:
            there = behind(work, self.rules.definitions, referral)
            whole = with_files(referral, there.evidence)
            advice = marks(work, self.rules.definitions, whole, there)
        form = self.form_of(referral).form
        agreed = route(form, settled(form, values(referral.answers))) == AGREED
        return Standing(
            there,
            left_to_confirm(form, whole, there.backing),
            advice,
            agreed and bool(there.backing.unexplained),
        )

    def traces(self, referral: Referral, fields: Collection[FieldId]) -> tuple[Trace, ...]:
        """What in some answers could say who the person is, on the way that names nobody."""
        form = self.form_of(referral).form
        if route(form, settled(form, values(referral.answers))) != ANONYMOUS:
            return ()
        with self.shift.work() as work:
            backing = behind(work, self.rules.definitions, referral).backing
        return left_to_confirm(form, referral, backing, fields)

    def confirm(self, id: ReferralId, trace: Trace) -> Referral:
        """Someone says that what was found is not the person."""
        with self.shift.work() as work:
            referral, confirmed = work.referrals.get(id).confirm(trace)
            work.referrals.save(referral, because=confirmed)
            changes = work.commit()
        self.shift.announce(changes)
        return referral

    def form_of(self, referral: Referral) -> FormDefinition:
        """The form at the version this referral is drawn and sealed with."""
        return form_of(self.rules.definitions, referral)

    def newer(self, referral: Referral) -> Moving | None:
        """What would change if it were moved to the newest form, where there is a newer one."""
        if referral.form_version >= self.form.form.version:
            return None
        return Moving(self.form_of(referral), self.form)

    def move(self, id: ReferralId) -> Referral:
        """Go on with the newest form. Every answer is kept; those gone are not sent."""
        with self.shift.work() as work:
            before = work.referrals.get(id)
            if self.newer(before) is None:
                raise Refused("referral.newest-already")
            referral, moved = before.move(self.form.form)
            work.referrals.save(referral, because=moved)
            changes = work.commit()
        self.shift.announce(changes | {referral.pack})
        return referral

    def _known(self, work: UnitOfWork, pack: IncidentPack) -> Answers:
        if pack.interview is None:
            return {}
        interview: Interview = work.interviews.get(pack.interview)
        signs = [sign for sign in work.signs.of(pack.interview) if sign.stands]
        talk = form_of(self.rules.definitions, interview)
        known = prefill(self.prefill_rules, talk.form, interview.told, self.form.form)
        return known | self._from_signs(signs)

    def _from_signs(self, signs: Iterable[Sign]) -> dict[FieldId, Answer]:
        lines = [self._told(sign) for sign in signs]
        if not lines:
            return {}
        return {
            SIGNS_SEEN: Answer("yes", origin="signs"),
            SIGNS_DETAILS: Answer("\n".join(lines), origin="signs"),
        }

    def _told(self, sign: Sign) -> str:
        phrase = self.catalogue.phrase(sign.indicator)
        words = f"“{sign.words}”" if sign.known is Known.SAID and sign.words else sign.words
        place = ", ".join(part for part in (sign.where, sign.when) if part)
        said = f"{KNOWN[sign.known]}: {words}" if words else KNOWN[sign.known]
        return f"{phrase}. {said}{f' ({place})' if place else ''}"


def with_files(referral: Referral, files: tuple[Evidence, ...]) -> Referral:
    """The referral as it stands with its evidence: the form asks what each file is."""
    if not files:
        return referral
    names = Answer(tuple(one.attached for one in files), origin="evidence")
    referral = referral.answer(FILES, names)[0]
    if FILES_ARE in referral.answers:
        return referral
    told = Answer("\n".join(_file_line(one) for one in files), origin="evidence")
    return referral.answer(FILES_ARE, told)[0]


def _file_line(file: Evidence) -> str:
    known = PartialDate.read(file.dated)
    parts = (file.description, known.said() if known else "no date")
    return f"{file.exhibit}. {file.attached}: {', '.join(part for part in parts if part)}."


def uploads(files: tuple[Evidence, ...]) -> tuple[Upload, ...]:
    """Evidence as the form would see it."""
    return tuple(one.upload() for one in files)
