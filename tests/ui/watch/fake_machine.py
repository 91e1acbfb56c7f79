"""A small logind and screen saver on a bus of their own: `fake_machine.py ADDRESS SESSION`.

Reads a JSON list a line: `["signal", path, interface, name, signature, arguments]`,
`["set", property, value]`, `["leave", name]`, `["own", name]`. Says "ready", and then for each
inhibitor "holds WHAT MODE" and, once whoever took it lets it go, "lets go".
"""

import contextlib
import json
import os
import queue
import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAMES = ("org.freedesktop.login1", "org.freedesktop.ScreenSaver")


class Machine:
    """Answers what it is asked, and tells what it is told to tell."""

    def __init__(self, address: str, session: str):
        self.session = session
        self.bus = open_dbus_connection(address, enable_fds=True)
        self.properties = {"LidClosed": False, "Active": True, "LockedHint": False}
        self.held: list[int] = []
        self.orders: queue.Queue = queue.Queue()
        for name in NAMES:
            self.bus.send_and_get_reply(message_bus.RequestName(name))
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in sys.stdin:
            self.orders.put(json.loads(line))
        self.orders.put(["end"])

    def run(self):
        say("ready")
        while True:
            with contextlib.suppress(TimeoutError):
                self.answer(self.bus.receive(timeout=0.02))
            self.see_who_let_go()
            while not self.orders.empty():
                if not self.obey(*self.orders.get()):
                    return

    def obey(self, order, *rest):
        match order:
            case "signal":
                path, interface, name, signature, arguments = rest
                where = DBusAddress(path, interface=interface)
                self.bus.send(new_signal(where, name, signature, _typed(signature, arguments)))
            case "set":
                self.properties[rest[0]] = rest[1]
            case "leave":
                self.bus.send_and_get_reply(message_bus.ReleaseName(rest[0]))
            case "own":
                self.bus.send_and_get_reply(message_bus.RequestName(rest[0]))
            case "end":
                return False
        return True

    def answer(self, asked):
        if asked.header.message_type != MessageType.method_call:
            return
        match asked.header.fields[HeaderFields.member], asked.body:
            case "GetSession", ("auto",):
                self.bus.send(new_method_return(asked, "o", (self.session,)))
            case "Inhibit", (what, _who, _why, mode):
                reading, writing = os.pipe()
                os.set_blocking(reading, False)
                self.bus.send(new_method_return(asked, "h", (writing,)))
                os.close(writing)
                self.held.append(reading)
                say(f"holds {what} {mode}")
            case "Get", (_interface, name):
                self.bus.send(new_method_return(asked, "v", (("b", self.properties[name]),)))
            case _:
                self.bus.send(new_error(asked, "org.freedesktop.DBus.Error.Failed"))

    def see_who_let_go(self):
        for end in list(self.held):
            try:
                gone = os.read(end, 1) == b""
            except BlockingIOError:
                continue
            if gone:
                self.held.remove(end)
                os.close(end)
                say("lets go")


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _typed(signature, arguments):
    if signature != "sa{sv}as":
        return tuple(arguments)
    interface, changed, gone = arguments
    return interface, {name: ("b", value) for name, value in changed.items()}, gone


if __name__ == "__main__":
    Machine(*sys.argv[1:]).run()
