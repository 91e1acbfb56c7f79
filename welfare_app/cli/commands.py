"""The commands: what each is called, what it takes, and what it answers with."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from welfare_app.cli import (
    content,
    demo,
    indicators,
    paper,
    recording,
    referral,
    timestamp,
    vault,
    verify,
)
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.services.tools import Tools

NOT_SOUND = 2
CANNOT_TELL = 3
STOPPED = 130


def parser() -> argparse.ArgumentParser:
    """All commands and their words."""
    top = argparse.ArgumentParser(
        prog="welfare-app", description="With no command: opens the window."
    )
    commands = top.add_subparsers(dest="command", required=True)

    one = commands.add_parser("demo", help="do the whole main job on the sample case")
    one.add_argument("folder", type=Path)
    one.set_defaults(run=lambda tools, args: demo.run(tools, args.folder))

    _verify(commands)

    group = commands.add_parser(
        "referral", help="check answers against the form, or find their way"
    )
    verbs = group.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("check", help="problems, one JSON object a line: 0 none, 1 some")
    one.add_argument("file", type=Path)
    one.set_defaults(run=lambda tools, args: referral.check(tools, args.file))
    one = verbs.add_parser("route", help="the route, its pages and its summary, as JSON")
    one.add_argument("file", type=Path)
    one.set_defaults(run=lambda tools, args: referral.way(tools, args.file))

    group = commands.add_parser("indicators", help="what the ILO/EC rule makes of indicators")
    verbs = group.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("assess", help="dimensions and pattern, as JSON")
    one.add_argument("--profile", required=True)
    one.add_argument("ids", nargs="+", metavar="ID")
    one.set_defaults(run=lambda tools, args: indicators.assess(tools, args.profile, args.ids))

    group = commands.add_parser("vault", help="look a vault over")
    verbs = group.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("check", help="pages, audit trail and anchors: 0 sound, 2 not")
    one.add_argument("folder", type=Path)
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.set_defaults(run=lambda tools, args: vault.check(tools, args.folder, args.passphrase_file))

    one = verbs.add_parser("rescue", help="a sound vault of what can be read of a damaged one")
    one.add_argument("folder", type=Path)
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.set_defaults(run=lambda tools, args: vault.rescue(tools, args.folder, args.passphrase_file))
    one = verbs.add_parser("backup", help="make a backup and prove it: 0, or 2 with the reason")
    one.add_argument("folder", type=Path)
    one.add_argument("--to", type=Path, required=True, help="the folder it goes into")
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.set_defaults(
        run=lambda tools, args: vault.backup(tools, args.folder, args.to, args.passphrase_file)
    )
    one = verbs.add_parser("prove", help="open a copy of a backup: 0 whole, 2 not")
    one.add_argument("backup", type=Path)
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.set_defaults(run=lambda tools, args: vault.prove(tools, args.backup, args.passphrase_file))

    _paper(commands)

    group = commands.add_parser("content", help="look over everything in resources/")
    verbs = group.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("check", help="0, or 2 with file and key")
    one.set_defaults(run=lambda tools, args: content.check(tools))  # noqa: ARG005
    return top


def _verify(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Checking a pack, here or in a receiver's browser."""
    one = commands.add_parser(
        "verify",
        help="check a sealed pack: 0 genuine, 2 not, or a recording altered, 3 cannot tell",
    )
    one.add_argument("pack", type=Path)
    one.add_argument("--root", type=Path, required=True, help="the sender’s root certificate")
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.add_argument("--crl", type=Path, help="the sender’s list of what is no longer trusted")
    one.add_argument("--signature", type=Path, help="its second signature; PACK.p7s without this")
    one.add_argument(
        "--authority", type=Path, help="the root certificate trusted for what lies beside it"
    )
    one.add_argument("--json", action="store_true", help="one JSON object on standard output")
    one.set_defaults(
        run=lambda tools, args: verify.run(
            tools,
            args.pack,
            args.root,
            args.passphrase_file,
            args.crl,
            verify.Given(args.signature, args.authority),
            as_json=args.json,
        )
    )

    one = commands.add_parser("verify-page", help="save a page that checks a pack in any browser")
    one.add_argument("page", type=Path, help="the file to write, such as check.html")
    one.add_argument("--root", type=Path, help="the root it looks for; it asks for one without")
    one.add_argument("--crl", type=Path, help="what is no longer trusted under that root")
    one.set_defaults(run=lambda tools, args: verify.page(tools, args.page, args.root, args.crl))

    one = commands.add_parser("open-recording", help="open a recording that lies beside a pack")
    one.add_argument("pack", type=Path)
    one.add_argument("recording", type=Path, help="the file beside it that ends in .age")
    one.add_argument("--passphrase-file", type=Path, required=True)
    one.add_argument("--to", type=Path, required=True, help="the file to write")
    one.set_defaults(
        run=lambda tools, args: recording.run(
            tools, args.pack, args.recording, args.passphrase_file, args.to
        )
    )

    one = commands.add_parser("timestamp", help="ask a time service about a pack; nothing is sent")
    one.add_argument("pack", type=Path)
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--request", type=Path, help="the file to write, for someone online to send")
    which.add_argument("--response", type=Path, help="the answer, to keep beside the pack")
    one.add_argument("--authority", type=Path, help="the root certificate of a trusted service")
    one.set_defaults(
        run=lambda tools, args: (
            timestamp.ask(tools, args.pack, args.request)
            if args.request
            else timestamp.keep(tools, args.pack, args.response, args.authority)
        )
    )

    one = commands.add_parser("root-card", help="a page to print, with a root’s fingerprint")
    one.add_argument("file", type=Path, help="the PDF to write")
    one.add_argument("--root", type=Path, required=True, help="the organisation’s root certificate")
    one.set_defaults(run=lambda tools, args: verify.card(tools, args.file, args.root))


def _paper(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What is printed blank."""
    group = commands.add_parser("paper", help="what is filled in by hand where there is no laptop")
    verbs = group.add_subparsers(dest="verb", required=True)
    one = verbs.add_parser("pack", help="a blank incident pack, as PDF")
    one.add_argument("file", type=Path)
    _for_nation(one)
    one.set_defaults(run=lambda tools, args: paper.pack(tools, args.file, args.nation))
    one = verbs.add_parser("card", help="a card for a worker’s pocket, as PDF")
    one.add_argument("language", help="its tag, such as pl")
    one.add_argument("file", type=Path)
    _for_nation(one)
    one.set_defaults(
        run=lambda tools, args: paper.card(tools, args.language, args.file, args.nation)
    )


def _for_nation(command: argparse.ArgumentParser) -> None:
    nations = [one.value for one in Nation]
    command.add_argument("--nation", choices=nations, help="whose numbers; all four without it")


def run(arguments: Sequence[str], tools: Callable[[], Tools]) -> int:
    """Run one command, and say what went wrong in words where something did."""
    chosen = parser().parse_args(arguments)
    made = tools()
    try:
        return int(chosen.run(made, chosen))
    except KeyboardInterrupt:
        return STOPPED
    except (WelfareAppError, OSError) as failure:
        error = failure if isinstance(failure, WelfareAppError) else Unavailable("disk.failed")
        message = made.definitions.message(error.code, **error.facts)
        for sentence in filter(None, (message.happened, message.safe, message.todo)):
            print(sentence, file=sys.stderr)
        return CANNOT_TELL if chosen.command == "verify" else NOT_SOUND
