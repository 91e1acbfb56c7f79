"""A receiver with nothing but the page: asked of every file that our own checker is asked of."""

import json
import subprocess
from pathlib import Path

from welfare_app.content.library import Library
from welfare_app.domain.seal import Verdict
from welfare_app.presenters.receivers_page import receivers_page

RESOURCES = Path(__file__).parents[2] / "resources"
KNOWS_NO_MORE = {"seal.no-seal", "seal.unknown-shape"}
"""Where the page stops, being no reader of every PDF. It leaves doubt, and never belief."""
FORM = ("seal.signature-form",)
"""Of a change in a signature's wrapping either may stop at its form before it comes to the harm."""
LISTS = {("seal.crl-unreadable",), ("seal.crl-foreign",)}
"""The same of a list of what is lost."""


class Receiver:
    """The saved page, at work in node. Takes files one after another."""

    def __init__(self, folder):
        self._file, self._root = folder / "asked.pdf", folder / "asked.crt"
        self._list = folder / "asked.crl"
        page = folder / "check.html"
        page.write_bytes(receivers_page(Library(RESOURCES)))
        self._node = subprocess.Popen(
            ["node", Path(__file__).with_name("in_node.js"), page],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def asked(self, data, words, root, revoked=b""):
        """What the page finds, and what it then says."""
        self._file.write_bytes(data)
        self._root.write_bytes(root)
        self._list.write_bytes(revoked)
        question = {"file": str(self._file), "typed": words, "root": str(self._root)}
        question["list"] = str(self._list)
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())

    def agrees(self, ours, data, words, root, revoked=b""):
        """Fails where the page would tell a receiver something else than we do."""
        theirs = self.asked(data, words, root, revoked)["report"]
        verdict, findings = theirs["verdict"], tuple(theirs["findings"])
        if ours.findings == ("seal.cannot-read",):
            return  # the machine failed us, not the file
        assert (verdict == "genuine") == (ours.verdict is Verdict.GENUINE), (ours, theirs)
        if KNOWS_NO_MORE.intersection(findings):
            assert verdict == "cannot-tell"
            return
        assert verdict == ours.verdict, (ours, theirs)
        if {findings, ours.findings} <= LISTS:
            return
        if FORM not in (findings, ours.findings):
            assert findings == ours.findings, (ours, theirs)

    def leave(self):
        """End it."""
        self._node.stdin.close()
        self._node.wait(10)
        self._node.stdout.close()
