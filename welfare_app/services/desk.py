"""The desk: every service, ready for the person whose shift it is."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation
from welfare_app.services.ask_to_keep import AskToKeep
from welfare_app.services.back_up import BackUp
from welfare_app.services.check_pack import CheckPack
from welfare_app.services.definitions import Definitions
from welfare_app.services.disclosures import Disclosures
from welfare_app.services.exchange_answers import ExchangeAnswers
from welfare_app.services.give_out_trail import GiveOutTrail
from welfare_app.services.half_typed import KeepHalfTyped
from welfare_app.services.hand_over import HandOver
from welfare_app.services.keep_chronology import KeepChronology
from welfare_app.services.keep_circle import KeepCircle
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.keep_ladder import KeepLadder
from welfare_app.services.keep_views import KeepViews
from welfare_app.services.know_colleagues import KnowColleagues
from welfare_app.services.listen import Listen
from welfare_app.services.lock_recordings import LockRecordings
from welfare_app.services.look_around import LookAround
from welfare_app.services.look_at_evidence import LookAtEvidence
from welfare_app.services.note_reads import NoteReads
from welfare_app.services.note_sign import NoteSign
from welfare_app.services.prepare_referral import PrepareReferral
from welfare_app.services.print_photographs import PrintPhotographs
from welfare_app.services.reach_safely import ReachSafely
from welfare_app.services.read_trail import ReadTrail
from welfare_app.services.receive_case import ReceiveCase
from welfare_app.services.rulebook import Rules
from welfare_app.services.scan_folder import ScanFolder
from welfare_app.services.seal_referral import SealReferral
from welfare_app.services.send_case import SendCase
from welfare_app.services.shift import Shift
from welfare_app.services.sign_beside import SignBeside
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.take_notes import TakeNotes
from welfare_app.services.tools import Tools
from welfare_app.services.work_pack import WorkPack

INTERVIEW, REFERRAL, WORKFLOW = "welfare-interview", "nrm-referral", "incident-pack"


@dataclass(frozen=True, slots=True)
class Desk:
    """Made when the vault is unlocked, let go when it is locked."""

    shift: Shift
    organisation: Organisation
    definitions: Definitions
    rules: Rules
    interviews: TakeInterview
    notes: TakeNotes
    signs: NoteSign
    listen: Listen
    packs: WorkPack
    reach: ReachSafely
    evidence: KeepEvidence
    looking: LookAtEvidence
    preserving: AskToKeep
    scans: ScanFolder
    referrals: PrepareReferral
    seal: SealReferral
    sign_beside: SignBeside
    check: CheckPack
    around: LookAround
    exchange: ExchangeAnswers
    reads: NoteReads
    trail: ReadTrail
    give_out: GiveOutTrail
    colleagues: KnowColleagues
    sending: SendCase
    receiving: ReceiveCase
    back_up: BackUp
    chronology: KeepChronology
    views: KeepViews
    half_typed: KeepHalfTyped
    hand_over: HandOver
    disclosures: Disclosures
    circles: KeepCircle
    ladder: KeepLadder

    def staff_names(self) -> Mapping[StaffId, str]:
        """Who wrote what down."""
        with self.shift.work() as work:
            ours = {one.id: one.name for one in work.register.staff()}
            return {StaffId(id): name for id, name in work.colleagues.authors().items()} | ours

    def let_go(self) -> None:
        """Lock: write down what was read and still waits, then close the vault."""
        with suppress(WelfareAppError):
            self.reads.catch_up()
        self.shift.vault.close()


def set_up(tools: Tools, shift: Shift, organisation: Organisation) -> Desk:
    """Lay everything out."""
    definitions = tools.definitions
    rules = Rules(definitions, tools.is_phone, tools.now)
    trail = ReadTrail(shift, definitions)
    return Desk(
        shift,
        organisation,
        definitions,
        rules,
        TakeInterview(shift, rules),
        TakeNotes(shift),
        NoteSign(shift, definitions.catalogue().catalogue, definitions.assessment()),
        Listen(definitions),
        packs := WorkPack(shift, definitions.workflow(WORKFLOW), rules),
        ReachSafely(shift, definitions),
        evidence := KeepEvidence(shift),
        LookAtEvidence(evidence, tools.examiner),
        AskToKeep(shift, definitions),
        ScanFolder(shift),
        PrepareReferral(
            shift,
            definitions.form(REFERRAL),
            tools.prefill_rules(),
            definitions.catalogue(),
            rules,
        ),
        SealReferral(
            shift,
            definitions,
            rules,
            tools.renderer,
            tools.sealer,
            tools.new_words,
            tools.disk,
            PrintPhotographs(tools.examiner, tools.to_print),
            tools.version,
            sign_beside := SignBeside(shift, tools.signatures, tools.disk),
            LockRecordings(tools.recording_locks, tools.batches),
        ),
        sign_beside,
        CheckPack(shift, tools.checker, tools.disk, tools.signatures),
        LookAround(shift, definitions),
        ExchangeAnswers(shift, definitions, tools.disk),
        NoteReads(shift),
        trail,
        GiveOutTrail(shift, trail, organisation, tools.renderer, tools.disk),
        colleagues := KnowColleagues(shift, organisation, tools.courier, tools.disk),
        SendCase(shift, colleagues, tools.courier, tools.disk),
        ReceiveCase(shift, colleagues, definitions, tools.courier),
        BackUp(shift, tools.version),
        KeepChronology(shift, definitions, tools.renderer, tools.disk),
        KeepViews(shift),
        KeepHalfTyped(shift),
        HandOver(shift, packs),
        Disclosures(shift, definitions, organisation, tools.renderer, tools.disk),
        circles := KeepCircle(shift),
        KeepLadder(shift, circles),
    )
