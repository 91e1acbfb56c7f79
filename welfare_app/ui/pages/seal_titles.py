"""What each step of sealing is headed with, and what is asked before words are lost."""

from welfare_app.presenters.seal_rail import Step
from welfare_app.ui.parts import Question

TITLES = {
    Step.WHO: "Who it is for, and why",
    Step.LOOK: "Look it through, then seal",
    Step.WORDS: "Read these seven words out by telephone",
    Step.DONE: "Hand it over",
}
SENTENCES = {
    Step.WHO: "One person opens it, with words you read out to them by telephone.",
    Step.LOOK: "After sealing nothing in it can change. You can always seal a new one.",
    Step.WORDS: "They open the file. They are shown this once and kept nowhere. "
    "Never send them in writing.",
    Step.DONE: "They have the words. The file goes another way.",
}
BACK = {Step.WHO: "Referral", Step.LOOK: "Who it is for", Step.WORDS: "Back"}

SEAL_NEW = Question(
    "Seal a new pack instead?",
    "These words go and are kept nowhere. The file sealed just now stays shut for good.",
    do="Seal a new pack",
    keep="Keep these words",
)
