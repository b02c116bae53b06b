"""What can be wrong with the project's own file: where it lies, who else has it, what the disk does."""

from typing import Final

from annotator.core.noop import QT_TRANSLATE_NOOP

STORE: Final = {
    "store.cannot-open": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” cannot be opened. See that you may read it, and that no other program keeps it to itself.",
    ),
    "store.corrupt": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” is damaged and cannot be used. Dated backups of projects lie in this program’s own folder.",
    ),
    "store.disk-full": QT_TRANSLATE_NOOP(
        "Messages", "The disk is full, so nothing can be written to “{path}”. Make room, then try again."
    ),
    "store.exists": QT_TRANSLATE_NOOP("Messages", "“{path}” is there already. Choose another name."),
    "store.foreign": QT_TRANSLATE_NOOP("Messages", "“{path}” belongs to another program; it is no project."),
    "store.in-use": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” is open in another program, and only one can change it at a time."
        " Close it there to change it here; it can be read and exported meanwhile.",
    ),
    "store.io": QT_TRANSLATE_NOOP(
        "Messages", "The disk with “{path}” does not answer as it should. Check it, then try again."
    ),
    "store.leased": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” is open on another computer ({host}, {user}, since {since})."
        " Close it there to change it here; it can be read and exported meanwhile.",
    ),
    "store.locked": QT_TRANSLATE_NOOP(
        "Messages", "Another program is writing to “{path}” just now. Try again in a moment."
    ),
    "store.missing": QT_TRANSLATE_NOOP("Messages", "There is no file “{path}”."),
    "store.network": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” lies on a network drive. Open it in one place at a time; on a disk of this computer it is safer.",
    ),
    "store.newer": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” was made by a newer version of this program (its form is {version}, known here is {known})."
        " It can be read and exported; update this program to change it.",
    ),
    "store.no-lock": QT_TRANSLATE_NOOP(
        "Messages",
        "This program may not write to its own folder “{folder}”, so it cannot make sure that nobody else changes"
        " the project. Allow it to write there.",
    ),
    "store.newer-elsewhere": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” was made by a newer version of this program (its form is {version}, known here is {known})."
        " Update this program to gather it.",
    ),
    "store.not-a-project": QT_TRANSLATE_NOOP("Messages", "“{path}” is no project."),
    "store.opened-read-only": QT_TRANSLATE_NOOP(
        "Messages", "“{path}” is open for reading only, so nothing in it can be changed."
    ),
    "store.read-only": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” may not be written to: the file or its folder is protected."
        " Allow it, or send a copy to another folder; it can be read and exported as it is.",
    ),
    "store.same-file": QT_TRANSLATE_NOOP("Messages", "“{path}” is the project itself. Choose another name."),
    "store.synced": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” lies in a folder that a cloud service copies."
        " Close it here, and let it be copied, before it is opened on another computer.",
    ),
    "store.two-files": QT_TRANSLATE_NOOP(
        "Messages",
        "“{path}” could not be closed into one file: the last changes lie in the file of its name with -wal behind."
        " Nothing is lost if the two stay together; the next opening makes one of them.",
    ),
}
