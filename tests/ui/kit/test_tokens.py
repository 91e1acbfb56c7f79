import pytest

from tests.ui.kit.conftest import RESOURCES
from welfare_app.domain.errors import BadContent
from welfare_app.ui.theme.tokens import SCHEMES, load

TOKENS = RESOURCES / "theme" / "tokens.toml"


@pytest.fixture
def altered(tmp_path):
    def alter(old, new):
        text = TOKENS.read_text("utf-8")
        assert old in text
        path = tmp_path / "tokens.toml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return alter


def test_the_shipped_tokens_have_every_scheme():
    tokens = load(TOKENS)

    assert set(tokens.colours) == set(SCHEMES)
    assert tokens.layout.three_columns > tokens.layout.two_columns


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('paper = "#FAF7F1"', 'paper = "#FAF7F1"\npapre = "#FAF7F1"', "light.papre"),
        ('paper = "#FAF7F1"', "", "light.paper"),
        ('paper = "#FAF7F1"', 'paper = "cream"', "light.paper"),
        ("s1 = 4", "s1 = 4\ns9 = 99", "space.s9"),
        ("card = 10", "card = 10.5", "radius.card"),
        ("body = [17, 400, 1.45]", "body = [17, 400]", "type.body"),
        ('["ink", "paper", 7.0]', '["inkk", "paper", 7.0]', "legal.pairs"),
        ("[motion]", "[emotion]", "emotion"),
        ("version = 1", "version = 2", "meta"),
        ("s1 = 4", "s1 = ", ""),
    ],
)
def test_tokens_with_a_fault_are_refused_by_file_and_key(altered, old, new, key):
    with pytest.raises(BadContent) as refused:
        load(altered(old, new))

    assert refused.value.code == "look.bad-tokens"
    assert refused.value.facts == {"file": "tokens.toml", "key": key}


def luminance(colour):
    """Relative luminance (WCAG 2.2)."""

    def linear(part):
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast ratio (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_promised_can_be_read(scheme):
    tokens = load(TOKENS)
    colours = tokens.colours[scheme]

    poor = [
        (pair, round(found, 2))
        for pair in tokens.legal
        if (found := contrast(colours[pair.foreground], colours[pair.ground])) < pair.ratio
    ]

    assert len(tokens.legal) == 38
    assert not poor
