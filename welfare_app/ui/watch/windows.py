"""Windows: what its messages to every window say of the session, the lid and sleep.

Numbers as in winuser.h and wtsapi32.h. What a message means is told apart from hearing it, so
that it can be tried anywhere.
"""

import ctypes
import struct
import sys
from collections.abc import Callable
from ctypes import wintypes
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.watch import Watch

ENDING, POWER, SYSTEM_COMMAND, SESSION = 0x0011, 0x0218, 0x0112, 0x02B1
"""WM_QUERYENDSESSION, WM_POWERBROADCAST, WM_SYSCOMMAND, WM_WTSSESSION_CHANGE."""

_SESSIONS = {
    0x2: Cause.SWITCHED,  # WTS_CONSOLE_DISCONNECT
    0x4: Cause.SWITCHED,  # WTS_REMOTE_DISCONNECT
    0x6: Cause.ENDED,  # WTS_SESSION_LOGOFF
    0x7: Cause.LOCKED,  # WTS_SESSION_LOCK
}
_SUSPEND, _SETTING = 0x4, 0x8013
"""PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE."""
_SAVER, _COMMAND = 0xF140, 0xFFF0
"""SC_SCREENSAVE; the four lowest bits of a command are Windows' own."""
LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
"""GUID_LIDSWITCH_STATE_CHANGE."""
_HEAD = 20
"""Bytes of a POWERBROADCAST_SETTING before its data: which setting, and how long the data is."""


def meaning(message: int, said: int, setting: bytes = b"") -> Cause | None:
    """What a message means for us: `said` is its first word, `setting` what its second leads to."""
    if message == SESSION:
        return _SESSIONS.get(said)
    if message == POWER and said == _SUSPEND:
        return Cause.SLEEP
    if message == POWER and said == _SETTING and lid_shut(setting):
        return Cause.LID
    if message == SYSTEM_COMMAND and said & _COMMAND == _SAVER:
        return Cause.SAVER
    return Cause.ENDED if message == ENDING else None


def lid_shut(setting: bytes) -> bool:
    """Whether a changed power setting is the lid, and shut."""
    if len(setting) < _HEAD + 4 or UUID(bytes_le=setting[:16]) != LID:
        return False
    length, state = struct.unpack_from("<II", setting, 16)
    return bool(length == 4 and state == 0)


class _Filter(QAbstractNativeEventFilter):
    """Reads each message on its way to a window, and lets every one pass."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Say it where a message means that nobody is there."""
        if _named(kind) == b"windows_generic_MSG":
            sent = wintypes.MSG.from_address(int(message))
            if sent.message in {ENDING, POWER, SYSTEM_COMMAND, SESSION}:
                setting = b""
                if sent.message == POWER and sent.wParam == _SETTING and sent.lParam:
                    setting = ctypes.string_at(sent.lParam, _HEAD + 4)
                if meaning(sent.message, sent.wParam, setting) is not None:
                    self._told()
        return False, 0


def _named(kind: QByteArray | bytes | bytearray | memoryview) -> bytes:
    return bytes(kind.data() if isinstance(kind, QByteArray) else kind)


class WindowsWatch(Watch):
    """Asks Windows for the notices that are not sent unasked, and listens to all of them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._handle = int(window.winId())
        self._filter = _Filter(self.away.emit)
        self._session = self._lid = False
        self._register()
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)

    @property
    def heard(self) -> frozenset[Cause]:
        """What was granted, and what needs no asking."""
        found = {Cause.SLEEP, Cause.SAVER, Cause.ENDED}
        if self._session:
            found |= {Cause.LOCKED, Cause.SWITCHED}
        if self._lid:
            found.add(Cause.LID)
        return frozenset(found)

    def close(self) -> None:
        """Hear nothing more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        if sys.platform == "win32" and self._session:
            ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification(wintypes.HWND(self._handle))

    def _register(self) -> None:
        if sys.platform != "win32":
            return
        window = wintypes.HWND(self._handle)
        # 0: of this session only, for the first; to a window rather than a service, for the second
        register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
        self._session = bool(register(window, wintypes.DWORD(0)))
        lid = (ctypes.c_ubyte * 16).from_buffer_copy(LID.bytes_le)
        ask = ctypes.WinDLL("user32").RegisterPowerSettingNotification
        ask.restype = wintypes.HANDLE
        self._lid = bool(ask(window, ctypes.byref(lid), wintypes.DWORD(0)))
