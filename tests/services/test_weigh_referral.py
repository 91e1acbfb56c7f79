"""What a referral rests on, and what would help its reader."""

from welfare_app.domain.answers import Answer

PASTED = "He was told that the debt must be paid before anybody could ever leave the house."


def marks(desk, pack):
    return {one.code: one for one in desk.referrals.standing(desk.referrals.of(pack)).advice}


def test_a_sentence_that_stands_in_another_referral_is_noticed_and_nobody_is_named(case):
    desk = case.desk
    assert marks(desk, case.pack)["reused"].done
    desk.referrals.answer(case.referral, "how-they-were-treated", Answer(f"Cold. {PASTED}"))
    other = desk.packs.open(None)
    referral = desk.referrals.of(other.id)
    desk.referrals.answer(referral.id, "living-conditions", Answer(PASTED.upper()))

    assert not marks(desk, case.pack)["reused"].done
    assert not marks(desk, other.id)["reused"].done
    assert case.referral not in repr(marks(desk, other.id))


def test_what_a_sign_says_in_the_words_of_the_catalogue_may_be_said_again(case):
    desk = case.desk
    catalogue = desk.definitions.catalogue()
    longest = max((catalogue.phrase(one.id) for one in catalogue.catalogue.indicators), key=len)
    told = Answer(f"{longest}. Said: now.")
    desk.referrals.answer(case.referral, "modern-slavery-indicators-details", told)
    other = desk.referrals.of(desk.packs.open(None).id)
    desk.referrals.answer(other.id, "modern-slavery-indicators-details", told)

    assert len(longest) >= 60
    assert marks(desk, case.pack)["reused"].done


def test_without_an_interview_nothing_has_to_be_ticked_as_explained(case):
    desk = case.desk
    referral = desk.referrals.of(desk.packs.open(None).id)
    standing = desk.referrals.standing(referral)

    assert standing.behind.interview is None
    assert standing.behind.backing.unexplained == ()
