"""Makes the story a referral is composed from. All of it is invented."""

from datetime import timedelta

from tests.desks import ORGANISATION, ROSA
from tests.factories import NOON, interview, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.referral import Handing, Referral
from welfare_app.domain.referral_document import Story
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.summing import Asked

HANDING = Handing("Test Responder", "Fair Work Agency", "0114 496 0201", "He agreed.")


def sign(number, known, words, **more):
    indicator = f"indicator-{number}"
    at = NOON + timedelta(minutes=number)
    return Sign(f"sign-{number}", indicator, "interview-1", known, at, ROSA.id, words, **more)


def exhibit(number, name, **more):
    return Evidence(
        f"evidence-{number}",
        "pack-1",
        number,
        name,
        "image/png",
        5782,
        f"{number:064}",
        NOON,
        ROSA.id,
        **more,
    )


SIGNS = (
    sign(1, Known.SAID, "Jestem winien", language="pl", where="Training room", when="2026-03"),
    sign(2, Known.SEEN, "Wet jacket and thin shoes"),
    sign(3, Known.VIEW, ""),
)
FILES = (
    exhibit(1, "rota.png", description="Night rota", dated="2026-03"),
    exhibit(2, "van.jpg"),
)


def story(library, answers, **more):
    """A referral with no talk behind it, unless a test gives it one."""
    nrm, stages = library.form("nrm-referral"), library.form("incident-pack")
    told = {
        "route": "adult-nrm",
        "referral": Referral("r", "P-0001", "pack-1", "nrm-referral", 1, NOON, ROSA.id, answers),
        "questions": Asked(nrm.form, nrm, answers),
        "pack": pack(),
        "stages": Asked(stages.form, stages, {}),
        "stage_titles": (("S0", "Noticed"), ("S1", "Safe now")),
        "interview": None,
        "talk": None,
        "signs": (),
        "phrase": "Phrase of {}".format,
        "evidence": (),
        "organisation": ORGANISATION,
        "staff": (ROSA,),
        "handing": HANDING,
        "at": NOON,
    }
    return Story(**(told | more))


def talk(library, **told):
    """An interview on the real form, and its questions."""
    words = library.form("welfare-interview")
    answers = {
        id.replace("_", "-"): one if isinstance(one, Answer) else Answer(one)
        for id, one in told.items()
    }
    return {"interview": interview(), "talk": Asked(words.form, words, answers)}
