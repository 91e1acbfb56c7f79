"""What a page reports is its own: none takes the name of what every page says to its shell."""

import importlib
import pkgutil

from PySide6.QtCore import Signal

from welfare_app.ui import pages
from welfare_app.ui.shell import Page


def every_page():
    for module in pkgutil.iter_modules(pages.__path__):
        importlib.import_module(f"{pages.__name__}.{module.name}")
    found = list(Page.__subclasses__())
    for page in found:
        found += page.__subclasses__()
    return found


def test_no_page_hides_a_signal_that_its_shell_listens_to():
    shared = {name for name, one in vars(Page).items() if isinstance(one, Signal)}
    hidden = {(page.__name__, name) for page in every_page() for name in shared & set(vars(page))}

    assert "asked" in shared
    assert len(every_page()) > 15
    assert hidden == set()
