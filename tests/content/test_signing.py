"""What the law makes of a second signature: each line with where it is from, and when looked at."""

import shutil

import pytest

from welfare_app.app.folders import RESOURCES
from welfare_app.content.signing import rulings
from welfare_app.domain.errors import BadContent


def test_no_line_says_more_than_a_file_can_give():
    shipped = rulings(RESOURCES, "en")

    assert "at best" in shipped[0].said
    assert "A file is none of these" in shipped[1].said
    assert all(one.source and one.checked for one in shipped)
    assert [one.read for one in shipped] == [False, False, True]


@pytest.mark.parametrize(
    ("name", "was", "will", "code"),
    [
        ("second-signature.toml", 'tag = "S"', 'tag = "X"', "content.unknown-option"),
        ("second-signature.toml", 'checked = "2026-11"', "", "content.missing-key"),
        ("second-signature.toml", "source = ", "from = ", "content.missing-key"),
        ("second-signature.en.toml", "evidence = ", "other = ", "content.no-words"),
    ],
)
def test_a_line_without_source_date_or_words_is_refused(tmp_path, name, was, will, code):
    shutil.copytree(RESOURCES / "signing", tmp_path / "signing")
    path = tmp_path / "signing" / name
    path.write_text(path.read_text("utf-8").replace(was, will, 1), "utf-8")

    with pytest.raises(BadContent) as refused:
        rulings(tmp_path, "en")
    assert refused.value.code == code
