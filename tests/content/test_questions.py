"""A question to a worker is open: it neither leads nor can be answered with yes or no."""

import pytest

from welfare_app.content.questions import leads


@pytest.mark.parametrize(
    "question",
    [
        "Did he take your passport?",
        "Do you have your passport?",
        "Does anyone keep your card?",
        "Is there anything that worries you?",
        "Are you free to leave?",
        "Was the journey long?",
        "Were you paid?",
        "Has somebody hurt you?",
        "Have you been paid?",
        "Had you been told?",
        "Can you leave?",
        "Could you go out?",
        "Will you tell me about it?",
        "Would you like to leave?",
        "Should you be paid more?",
        "May I ask about your pay?",
        "Didn’t they pay you?",
        "Isn't it cold there?",
        "Tell me about that. Did it hurt?",
        "When you came, did you have your papers?",
        "How was the journey, and were you afraid?",
        "He took it, didn’t he?",
        "They pay you, right?",
        "It is cold there, is that correct?",
        "Why did you stay?",
        "Why didn’t you tell anyone?",
        "Why not?",
        "How come nobody knew?",
        "Where do you live? Who else lives there?",
        "Which was it, the bus or the van?",
        "What happened when he came?",
        "What does your boss do when you are late?",
        "What happened after they beat people?",
        "How were people threatened?",
        "What were you forced to do?",
    ],
)
def test_a_leading_or_closed_question_is_found(question):
    assert leads(question)


@pytest.mark.parametrize(
    "question",
    [
        "How have things been for you, at work and away from work?",
        "What, if anything, did getting this job cost you or your family?",
        "Who was involved, and what did each person do?",
        "How old are you, and how do you know your age?",
        "What makes that easier or harder?",
        "What happens when you want a break, or are ill?",
        "Tell me anything you wish to. You do not have to.",
        "I noticed your hands. Tell me about that, if you want to.",
        "Why you came is up to you to say, or not.",
        "Tell me more about that.",
        "You can come back to me at any time: here is how.",
    ],
)
def test_an_open_question_is_left_alone(question):
    assert not leads(question)
