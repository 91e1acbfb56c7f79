"""The words of a pack as they are read out."""

from PySide6.QtWidgets import QLabel

from welfare_app.ui.pages.seal_words import WordsCard


def test_a_word_that_comes_twice_says_so_and_hiding_hides_that_too(kit, qtbot):
    card = WordsCard(kit, ("jot", "rake", "jot"))
    qtbot.addWidget(card)

    def said():
        return [one.text() for one in card.findChildren(QLabel)]

    card.show_words(shown=True)
    assert "J O T, once more" in said()
    assert said().count("J O T") == 1
    card.show_words(shown=False)
    assert not [words for words in said() if "J O T" in words or "once more" in words]
