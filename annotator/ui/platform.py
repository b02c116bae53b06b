"""What stands between the program and a window: the display, Qt's platform plugin, its system libraries.

Qt is imported inside the functions, so that the sentences can be had where it does not load.
"""

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QMimeData, QtMsgType

# What a bare Debian or Ubuntu lacks: for Qt at all, for a window, for a window without a screen.
SYSTEM_PACKAGES: Final = (
    *("libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
    *("xvfb", "xauth"),
)

COPIED_TEXT: Final = "annotator-copied-text"

_LOGGER: Final = logging.getLogger("annotator.qt")
_CANNOT: Final = 2
# Qt's plugin for Wayland says this in no category of its own, where it is there and its libraries are.
_NO_WAYLAND: Final = "Failed to create wl_display"


def apt_line() -> str:
    """Return the line that installs the system libraries on Debian or Ubuntu."""
    return f"sudo apt-get install -y {' '.join(SYSTEM_PACKAGES)}"


def no_window(heard: Sequence[str], environment: Mapping[str, str], *, system: str = sys.platform) -> str:
    """Return the one sentence for a person whom Qt gives no window, from what it said before it gave up."""
    if any("Could not find the Qt platform plugin" in text for text in heard):
        named = environment.get("QT_QPA_PLATFORM", "")
        return f"annotator cannot open a window: Qt has no platform {named!r} (the variable QT_QPA_PLATFORM names it)."
    screens = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    no_display = any(said in text for text in heard for said in ("could not connect to display", _NO_WAYLAND))
    if no_display or (system == "linux" and not screens):
        return (
            "annotator finds no display: `xvfb-run -a annotator` makes one, and `annotator self-check --keep DIR` "
            "does the main job without one and leaves what it made in DIR."
        )
    return (
        "annotator cannot open a window, as system libraries of Qt are missing; "
        f"on Debian or Ubuntu this installs them: {apt_line()}"
    )


def guard_display() -> None:
    """Hear Qt's messages from before QApplication on: where it finds no display, say so in one line and exit 2.

    Qt aborts inside QApplication() and prints five lines; a message handler is the only place to get a word in.
    """
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def hear(kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
        if kind == QtMsgType.QtFatalMsg and "platform plugin" in text:
            _leave(no_window(heard, os.environ))
        elif (context.category or "").startswith("qt.qpa") or _NO_WAYLAND in text:
            heard.append(text)
        else:
            _log(kind, context, text)

    qInstallMessageHandler(hear)


def route_qt_messages() -> None:
    """Send Qt's messages to the log from now on, in place of stderr."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(_log)


def release_qt_messages() -> None:
    """Give Qt its own message handler back."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(None)


def _log(kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
    from PySide6.QtCore import QtMsgType

    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }.get(kind, logging.WARNING)
    _LOGGER.log(level, "%s: %s", context.category or "qt", text)


def _leave(told: str) -> None:
    """Say it and end at once: returning from a fatal message would abort."""
    if sys.stderr is not None:
        sys.stderr.write(f"{told}\n")
        sys.stderr.flush()
    os._exit(_CANNOT)


def keep_copied_text() -> None:
    """Put what a view copied on the clipboard anew, as plain text of Qt's own.

    It was made in Python, and Qt frees it after the interpreter is gone, which ends in a crash. Known by the
    name it bears: whether the clipboard is ours is something not every platform of Qt can say.
    """
    from PySide6.QtGui import QClipboard, QGuiApplication

    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        # Nothing where the platform has no such clipboard, which the bindings' types leave out.
        held = cast("QMimeData | None", clipboard.mimeData(mode))
        if held is not None and held.objectName() == COPIED_TEXT:
            clipboard.setText(clipboard.text(mode), mode)
