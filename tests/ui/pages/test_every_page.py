"""What holds for each page there is."""

import importlib
import pkgutil

from PySide6.QtCore import Signal

import welfare_app.ui.pages
from welfare_app.ui.shell import Page


def subclasses(kind):
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def test_no_page_says_something_of_its_own_where_the_shell_listens_for_something_else():
    for module in pkgutil.iter_modules(welfare_app.ui.pages.__path__, "welfare_app.ui.pages."):
        importlib.import_module(module.name)
    heard_by_the_shell = {name for name, one in vars(Page).items() if isinstance(one, Signal)}
    pages = [one for one in subclasses(Page) if one.__module__.startswith("welfare_app")]

    taken = [(one.__name__, name) for one in pages for name in heard_by_the_shell & {*vars(one)}]

    assert {"asked", "said", "arranged"} <= heard_by_the_shell
    assert len(pages) > 15
    assert taken == []
