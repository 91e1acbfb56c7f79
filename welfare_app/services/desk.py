"""The desk: every service, ready for the person whose shift it is."""

from dataclasses import dataclass

from welfare_app.domain.ids import FieldId
from welfare_app.domain.people import Organisation
from welfare_app.services.check_pack import CheckPack
from welfare_app.services.definitions import Definitions
from welfare_app.services.exchange_answers import ExchangeAnswers
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.look_around import LookAround
from welfare_app.services.note_sign import NoteSign
from welfare_app.services.prepare_referral import PrepareReferral
from welfare_app.services.rulebook import Rules
from welfare_app.services.seal_referral import SealReferral
from welfare_app.services.shift import Shift
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.tools import Tools
from welfare_app.services.work_pack import WorkPack

INTERVIEW, REFERRAL, WORKFLOW = "welfare-interview", "nrm-referral", "incident-pack"

SAFE_CONTACT = tuple(
    map(FieldId, ("must-not-know", "safe-phone", "safe-phone-when", "safe-email", "safe-address"))
)
"""The interview's answers on how the worker may be reached; they open every pack."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Made when the vault is unlocked, let go when it is locked."""

    shift: Shift
    organisation: Organisation
    definitions: Definitions
    rules: Rules
    interviews: TakeInterview
    signs: NoteSign
    packs: WorkPack
    evidence: KeepEvidence
    referrals: PrepareReferral
    seal: SealReferral
    check: CheckPack
    around: LookAround
    exchange: ExchangeAnswers


def set_up(tools: Tools, shift: Shift, organisation: Organisation) -> Desk:
    """Lay everything out."""
    definitions = tools.definitions
    rules = Rules(definitions, tools.is_phone, tools.now)
    return Desk(
        shift,
        organisation,
        definitions,
        rules,
        TakeInterview(shift),
        NoteSign(shift, definitions.catalogue().catalogue),
        WorkPack(shift, definitions.workflow(WORKFLOW), rules),
        KeepEvidence(shift),
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
            tools.version,
            SAFE_CONTACT,
        ),
        CheckPack(shift, tools.checker),
        LookAround(shift, definitions),
        ExchangeAnswers(shift, definitions, tools.disk),
    )
