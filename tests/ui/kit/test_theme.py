import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from tests.ui.kit.conftest import RESOURCES
from welfare_app.domain.errors import BadContent
from welfare_app.ui.theme import ThemeSource
from welfare_app.ui.theme.fonts import Fonts


def test_large_text_gets_the_room_and_not_the_gaps(source):
    source.choose(scale=2.0)
    theme = source.theme

    assert theme.font("body").pixelSize() == 34
    assert theme.space(6) == round(32 * 1.35)
    assert theme.size("control") == round(44 * 1.62)
    assert theme.size("rail") == 236


def test_a_scale_out_of_range_is_brought_into_it(source):
    source.choose(scale=9.0)

    assert source.theme.scale == 2.0


def test_a_colour_with_a_veil_keeps_it(source):
    assert source.theme.colour("shade").alpha() == 0x8C
    assert source.theme.colour("shade").red() == 0x26


def test_choosing_a_look_is_told_once_and_only_if_it_is_new(qtbot, source):
    told = []
    source.theme_changed.connect(lambda: told.append(source.theme.scheme))

    source.choose(scheme="dark")
    source.choose(scheme="dark")

    assert told == ["dark"]


def test_the_system_is_followed_until_the_person_chooses(qapp):
    wished = ["light"]
    source = ThemeSource(RESOURCES, "system", system=lambda: wished[0])
    source.apply(qapp)

    def system_turns(scheme, name):
        wished[0] = name
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    assert source.theme.scheme == "light"
    system_turns(Qt.ColorScheme.Dark, "dark")
    assert source.theme.scheme == "dark"
    source.choose(scheme="contrast_light")
    system_turns(Qt.ColorScheme.Light, "light")
    assert source.theme.scheme == "contrast_light"
    source.choose("system")
    assert source.theme.scheme == "light"


def test_the_caret_does_not_blink(qapp, source):
    assert qapp.cursorFlashTime() == 0


def test_numbers_stand_in_columns(source):
    figures = source.theme.font("body", figures=True)

    assert figures.isFeatureSet(QFont.Tag("tnum"))
    assert not source.theme.font("body").isFeatureSet(QFont.Tag("tnum"))


def test_only_exact_words_are_set_in_the_serif(source):
    roles = source.theme.tokens.roles
    serif = {role for role in roles if "Serif" in source.theme.font(role).families()[0]}

    assert serif == {"words", "words_small"}


def test_an_icon_is_drawn_once_and_turned_when_the_page_mirrors(qtbot, source):
    widget = QWidget()
    qtbot.addWidget(widget)
    forward = source.theme.icon("arrow-right", "ink", 20, widget)

    assert source.theme.icon("arrow-right", "ink", 20, widget) is forward
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert source.theme.icon("arrow-left", "ink", 20, widget) is forward


def test_an_icon_that_does_not_ship_is_named(qtbot, source):
    widget = QWidget()
    qtbot.addWidget(widget)

    with pytest.raises(BadContent) as refused:
        source.theme.icon("unicorn", "ink", 20, widget)

    assert refused.value.facts == {"file": "unicorn.svg"}


def test_a_font_that_cannot_be_read_is_named(qapp, tmp_path):
    (tmp_path / "Broken.ttf").write_bytes(b"not a font")

    with pytest.raises(BadContent) as refused:
        Fonts(tmp_path).load_companions()

    assert refused.value.facts == {"file": "Broken.ttf"}


def test_the_first_picture_needs_only_the_latin_fonts(qapp, tmp_path):
    (tmp_path / "NotoBroken.ttf").write_bytes(b"not a font")

    Fonts(tmp_path, RESOURCES / "fonts" / "ui").load_latin()


def test_every_icon_and_font_ships_with_its_licence():
    assert "ISC" in (RESOURCES / "icons" / "LICENSE").read_text("utf-8")
    for name in ("SourceSans3", "SourceSerif4", "Noto"):
        words = (RESOURCES / "fonts" / "ui" / f"LICENSE-{name}").read_text("utf-8")
        assert "Open Font License" in words
