"""Draws a page of every kind of question, or times what must feel instant.

`python -m tests.ui.editors.gallery FOLDER` draws; with `--time` it prints milliseconds.
"""

import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.editors.samples import LANGUAGES, RESOURCES, TOWNS, in_every_state, question
from welfare_app.domain.form import Kind
from welfare_app.ui.editors import QuestionList
from welfare_app.ui.editors.finder import Finder
from welfare_app.ui.editors.listed import SearchLine
from welfare_app.ui.parts import Kit
from welfare_app.ui.shell import Page, Shell
from welfare_app.ui.theme import ThemeSource

TYPED = ("p", "pe", "pet", "pete", "peter", "peterb", "xyz", "st", "e", "king s", "ashton u")


def main() -> None:
    app = QApplication.instance() or QApplication([])
    source = ThemeSource(RESOURCES, "light", 1.0)
    source.apply(app)
    source.load_companions()
    if "--time" in sys.argv:
        time_it(source)
        return
    folder = Path(next((word for word in sys.argv[1:] if not word.startswith("-")), "gallery"))
    folder.mkdir(parents=True, exist_ok=True)
    for scheme, scale in (("light", 1.0), ("light", 2.0), ("dark", 1.0)):
        source.choose(scheme, scale)
        draw(source, folder, f"{scheme}_{round(scale * 100)}")


def draw(source: ThemeSource, folder: Path, name: str) -> None:
    kit = Kit(source.theme)
    questions = QuestionList(kit, LANGUAGES)
    questions.show_questions(in_every_state())
    shell = shown(kit, questions)
    questions.show_problems()
    rest()
    area = next(one for one in shell.findChildren(QScrollArea) if one.isAncestorOf(questions))
    bar = area.verticalScrollBar()
    at = 0
    for number in range(30):
        bar.setValue(at)
        rest()
        shell.grab().save(str(folder / f"{name}_{number:02}.png"))
        if at >= bar.maximum():
            break
        at += area.viewport().height() - 40
    draw_search(shell, questions, folder / f"{name}_search.png")
    shell.close()
    shell.deleteLater()
    rest()


def draw_search(shell: Shell, questions: QuestionList, path: Path) -> None:
    line = questions.findChildren(SearchLine)[0]
    line.clear()
    line.setFocus()
    rest()
    QTest.keyClicks(line, "pet")
    rest()
    shell.grab().save(str(path))


def shown(kit: Kit, questions: QuestionList) -> Shell:
    page = Page(kit, "Needs", back="Pause", where="Interview W-0118, Alder Mill")
    page.put_body(kit.header("Needs", about="Interview W-0118"), kit.space(4), questions)
    page.put_foot(kit.button("Save and continue", "primary", key="Ctrl+Enter"))
    page.first = questions.first
    shell = Shell(kit, "Fenmarsh Staffing")
    shell.resize(1280, 800)
    shell.show()
    shell.show_page(page)
    rest()
    return shell


def time_it(source: ThemeSource) -> None:
    began = perf_counter()
    finder = Finder(TOWNS)
    say(f"make {len(TOWNS):,} towns ready, once", [perf_counter() - began])
    say("find at a key", [taken(lambda text=text: finder.find(text)) for text in TYPED * 20])
    kit = Kit(source.theme)
    towns = [question(Kind.LIST, f"town-{at}") for at in range(10)]
    questions = QuestionList(kit, LANGUAGES)
    say("make a page of ten lists", [taken(lambda: questions.show_questions(towns))])
    say("show it again unchanged", [taken(lambda: questions.show_questions(towns))])
    shell = shown(kit, questions)
    line = questions.findChildren(SearchLine)[0]
    line.setFocus()
    rest()
    keys = []
    for _ in range(10):
        line.clear()
        keys += [taken(lambda letter=letter: key(line, letter)) for letter in "peterborough"]
    say("a key, to the entries painted", keys)
    shell.close()
    shell.deleteLater()
    rest()


def key(line: SearchLine, letter: str) -> None:
    QTest.keyClicks(line, letter)
    QApplication.processEvents()


def taken(work) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def say(what: str, times: list[float]) -> None:
    print(f"{what:34} median {median(times) * 1e3:7.2f} ms   worst {max(times) * 1e3:7.2f} ms")  # noqa: T201


def rest() -> None:
    for _ in range(5):
        QApplication.processEvents()
        QTest.qWait(1)


if __name__ == "__main__":
    main()
