from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import RESOURCES, settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.urdu import with_urdu
from welfare_app.content.library import Library
from welfare_app.domain.contacts import Nation
from welfare_app.presenters.places import AtTurned
from welfare_app.presenters.turned import TurnedPresenter
from welfare_app.ui.pages.turned_page import TurnedPage
from welfare_app.ui.parts import Text

LIBRARY = Library(RESOURCES)
READ_ALOUD = "Your passport and papers are yours."


class Reading:
    """A page with its presenter behind it, in a shell."""

    def __init__(self, kit, opened, place, library):
        self.page, self.went = TurnedPage(kit), []
        page = self.page
        presenter = TurnedPresenter(page, place, "en", library, Nation.ENGLAND, self.went.append)
        page.language_chosen.connect(presenter.speak)
        page.went_on.connect(presenter.next)
        page.went_back.connect(presenter.back)
        presenter.begin()
        self.presenter = presenter
        self.shell = opened(kit, page)

    def button(self, words):
        buttons = (self.page._next, self.page._back, self.page._leave)
        return next(one for one in buttons if one.words == words)

    def said(self):
        return [one.words for one in self.page.findChildren(Text) if one.isVisible()]


@pytest.fixture
def reading(qapp, kit, opened):
    def reading(language="en", section="rights", library=LIBRARY, kit=kit):
        return Reading(kit, opened, AtTurned("talk-7", "", language, section), library)

    yield reading
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def mirrored(reading, source, tmp_path):
    source.load_companions()
    library = Library(with_urdu(RESOURCES, tmp_path / "resources"))
    return lambda section="rights": reading("ur", section, library)


def test_its_words_are_as_large_as_the_look_asks(reading):
    page = reading().page
    sizes = {one.words: one.font().pixelSize() for one in page.findChildren(Text)}

    assert sizes["Your rights"] == 28
    assert sizes["Nobody may hurt you. Nobody may threaten you or your family."] == 23


def test_nothing_round_it_says_whose_laptop_it_is(qtbot, reading):
    read = reading()
    read.shell.say_kept("Kept 10:33")
    settle(qtbot)

    assert not [one for one in heard(read.shell) if "Fenmarsh" in one[1] or "Kept" in one[1]]
    assert {"Emergency", "Lock"} <= set(names(read.shell))


def test_it_is_read_out_as_it_opens(reading):
    page = reading().page

    assert page.hasFocus()
    assert page.accessibleName() == "Your rights"
    assert READ_ALOUD in page.accessibleDescription()


def test_sections_are_turned_by_keyboard(qtbot, reading):
    read, alt = reading(), Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(read.page, Qt.Key.Key_Down, alt)
    settle(qtbot)
    assert "Who can help" in read.said()

    for _ in range(3):
        qtbot.keyClick(read.page, Qt.Key.Key_Up, alt)
    settle(qtbot)
    assert "Who we are" in read.said()
    assert not read.page._back.isVisible()


def test_a_new_section_begins_at_its_top(qtbot, reading, large):
    read = reading(kit=large)
    bar = read.shell._stage.area.verticalScrollBar()
    qtbot.keyClick(read.page, Qt.Key.Key_PageDown)
    assert bar.value() > 0

    read.page._next.click()
    settle(qtbot)
    assert bar.value() == 0


def test_a_section_is_reached_by_tab_so_that_arrows_scroll_it(qtbot, reading):
    reading()
    stops = []
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget().accessibleName())

    assert stops.index("English") < stops.index("Your rights") < stops.index("Next")
    assert not {"Polski", "Shqip"} & set(stops)


def test_arrows_move_among_the_languages_and_space_chooses(qtbot, reading):
    read = reading()
    bar = read.page._languages
    bar.button("en").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bar.button("en"), Qt.Key.Key_Right)
    assert bar.button("ro").hasFocus()
    assert "Your rights" in read.said()

    qtbot.keyClick(bar.button("ro"), Qt.Key.Key_Space)
    settle(qtbot)
    assert "Drepturile dumneavoastră" in read.said()
    assert bar.accessibleName() == "Alegeți limba"
    assert bar.button("ro").accessibleDescription() == "chosen"
    qtbot.keyClick(bar.button("ro"), Qt.Key.Key_Left)
    qtbot.keyClick(bar.button("en"), Qt.Key.Key_Up)
    assert bar.button("vi").hasFocus()


def test_every_language_is_in_sight_by_its_own_name(reading):
    buttons = names(reading().shell)

    assert {"English", "Українська", "ਪੰਜਾਬੀ", "Tiếng Việt"} <= set(buttons)


def test_buttons_speak_the_language_of_the_worker(qtbot, reading):
    read = reading("pl")
    settle(qtbot)

    assert {"Dalej", "Wstecz", "Zamknij tę stronę teraz", "Odwróć z powrotem"} <= set(
        names(read.shell)
    )


def test_the_warning_stands_above_what_nobody_has_checked(reading):
    said = reading("lt").said()

    english = "Nobody has checked this translation yet."
    assert said.index(english) < said.index("Jūsų teisės")
    assert english not in reading("en").said()


def test_the_quick_way_out_is_one_press(qtbot, reading):
    read = reading()

    with qtbot.waitSignal(read.page.left_at_once):
        read.button("Close this page now").click()


def test_esc_turns_it_back(qtbot, reading):
    read = reading()

    with qtbot.waitSignal(read.shell.back_asked):
        qtbot.keyClick(read.page, Qt.Key.Key_Escape)


def test_the_whole_window_follows_the_direction_of_the_language(qtbot, reading, mirrored):
    ltr, rtl = reading(), mirrored()
    settle(qtbot)

    assert rtl.shell.layoutDirection() == Qt.LayoutDirection.RightToLeft
    topbar = rtl.shell.topbar
    assert topbar.back.x() > topbar.emergency.x() > topbar.lock.x()
    assert rtl.page._next.x() > rtl.page._leave.x()
    assert ltr.page is not rtl.page


def test_the_direction_goes_with_the_language_and_with_the_page(qtbot, qapp, mirrored):
    read = mirrored()
    read.presenter.speak("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    read.presenter.speak("ur")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft

    read.page.forget()
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_digits_keep_their_order_on_a_page_that_runs_the_other_way(mirrored):
    said = mirrored("help").said()

    assert "\u20660800 808 3733\u2069" in said
    assert "\u20663 / 4\u2069" in said


@pytest.mark.parametrize("language", LIBRARY.worker_languages())
@pytest.mark.parametrize("section", ["who", "rights", "help", "consent", "interpreter"])
def test_every_section_that_ships_fits_at_twice_the_size(qtbot, reading, large, language, section):
    read = reading(language, section, kit=large)
    area = read.shell._stage.area

    assert area.horizontalScrollBar().maximum() == 0
    assert area.widget().width() <= area.viewport().width()
    assert not nameless(read.shell)


@pytest.mark.parametrize("language", ["hi", "pa", "vi"])
def test_no_mark_above_a_letter_is_cut_off(qtbot, reading, source, large, language):
    source.load_companions()
    page = reading(language, kit=large).page
    for text in page.findChildren(Text):
        picture = text.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        assert edge(picture, 0) == 1, text.words
        assert edge(picture, picture.height() - 1) == 1, text.words


def edge(picture, y):
    """How many different greys there are in a row of pixels."""
    return len({picture.pixelColor(x, y).value() for x in range(picture.width())})


def test_numbers_say_whose_they_are_at_every_width(reading, large):
    for read in (reading("en", "help"), reading("en", "help", kit=large)):
        said = [name for _, name, _ in heard(read.shell)]
        assert f"{LIBRARY.worker_pages().contact('emergency')}: 999" in said


def test_a_redrawn_page_shows_the_same(qtbot, reading):
    read = reading()
    said = read.said()
    read.page.show_screen(replace(read.page._shown))
    settle(qtbot)

    assert read.said() == said
