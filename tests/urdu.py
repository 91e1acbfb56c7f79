"""A language that runs right to left, which none that ships does. The words are stand-ins."""

import shutil
from pathlib import Path

ROMANIAN = "worker/worker.ro.toml"
URDU = "worker/worker.ur.toml"
_WORDS = {
    'title = "Drepturile dumneavoastră"': 'title = "آپ کے حقوق"',
    'turn = "Întoarceți ecranul înapoi"': 'turn = "واپس گھمائیں"',
    'next = "Mai departe"': 'next = "آگے"',
    'back = "Înapoi"': 'back = "پیچھے"',
    'leave = "Închide pagina acum"': 'leave = "یہ صفحہ ابھی بند کریں"',
    'unchecked = "Nimeni nu a verificat încă această traducere."': (
        'unchecked = "اس ترجمے کو ابھی کسی نے نہیں دیکھا۔"'
    ),
    'number = "Număr verificat:"': 'number = "نمبر دیکھا گیا:"',
    "Poliția, când nu este urgent": "پولیس، جب جلدی نہ ہو",
    "Puteți suna chiar dumneavoastră la aceste numere.": "آپ خود ان نمبروں پر فون کر سکتے ہیں۔",
    "Nimeni nu are voie să vă facă rău.": "کوئی آپ کو نقصان نہیں پہنچا سکتا۔",
}


def with_urdu(resources: Path, folder: Path) -> Path:
    """The content that ships, in a folder of its own, and worker pages in Urdu beside it."""
    for name in ("worker", "contacts", "languages"):
        shutil.copytree(resources / name, folder / name)
    text = (folder / ROMANIAN).read_text("utf-8")
    for romanian, urdu in _WORDS.items():
        assert romanian in text
        text = text.replace(romanian, urdu)
    (folder / URDU).write_text(text, "utf-8")
    return folder


def vouch(folder: Path, file: str = ROMANIAN, who: str = "Ana Exemplu") -> None:
    """Have a named person check a translation."""
    text = (folder / file).read_text("utf-8")
    checked = text.replace('checked-by = ""', f'checked-by = "{who}"', 1)
    (folder / file).write_text(
        checked.replace('checked = ""', 'checked = "2026-05-12"', 1), "utf-8"
    )
