"""Keys that survive Hangul mode (each letter is bound with the jamo of its physical key), and one name for one key."""

from typing import Final

# 두벌식: the letter of a key and the jamo it types, plain and with Shift.
JAMO: Final = {
    "Q": "ㅂ", "W": "ㅈ", "E": "ㄷ", "R": "ㄱ", "T": "ㅅ", "Y": "ㅛ", "U": "ㅕ", "I": "ㅑ", "O": "ㅐ",
    "P": "ㅔ", "A": "ㅁ", "S": "ㄴ", "D": "ㅇ", "F": "ㄹ", "G": "ㅎ", "H": "ㅗ", "J": "ㅓ", "K": "ㅏ",
    "L": "ㅣ", "Z": "ㅋ", "X": "ㅌ", "C": "ㅊ", "V": "ㅍ", "B": "ㅠ", "N": "ㅜ", "M": "ㅡ",
}  # fmt: skip
SHIFTED: Final = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}

_LETTERS: Final = {jamo: letter for table in (JAMO, SHIFTED) for letter, jamo in table.items()}
# What Shift makes of the digits on the Korean and the American keyboard.
_ON_DIGITS: Final = dict(zip("!@#$%^&*()", "1234567890", strict=True))


def latin(key: str) -> str:
    """Return a key by the letter of its place on the keyboard: Hangul mode delivers the jamo in its stead."""
    modifiers, plus, last = key.rpartition("+")
    letter = _LETTERS.get(last)
    if letter is None:
        return key
    if last in SHIFTED.values() and "Shift" not in modifiers:
        modifiers, plus = (f"{modifiers}+Shift" if modifiers else "Shift"), "+"
    return f"{modifiers}{plus}{letter}"


def without_shift_on_signs(key: str) -> str:
    """Return a key without Shift where Shift made the sign: Qt finds "{" and "Ctrl+?", never "Shift+{"."""
    last = key[-1:]
    if not (len(key) == 1 or key[-2:-1] == "+") or last.isalnum():
        return key
    held = [name for name in key[:-1].split("+") if name not in ("", "Shift")]
    return "+".join([*held, last])


def pressed(key: str) -> str:
    """Return one name for all names of the same press: letters in Latin, "!" as Shift with its digit.

    The digits are those of the Korean and the American keyboard.
    """
    key = without_shift_on_signs(latin(key))
    digit = _ON_DIGITS.get(key[-1:])
    return key if digit is None else f"{key[:-1]}Shift+{digit}"


def with_twins(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the key names with, after each that ends in a letter, its twin in Hangul mode.

    Some platforms deliver the jamo as the key of the event (macOS, Windows): then only the twin fires.
    """
    twins: list[str] = []
    for name in keys:
        twins.append(name)
        modifiers, plus, letter = name.rpartition("+")
        jamo = JAMO.get(letter)
        if jamo is None:
            continue
        twins.append(f"{modifiers}{plus}{jamo}")
        if "Shift" in modifiers and letter in SHIFTED:
            twins.append(f"{modifiers}{plus}{SHIFTED[letter]}")
            bare = modifiers.replace("Shift", "").strip("+").replace("++", "+")
            twins.append(f"{bare}+{SHIFTED[letter]}" if bare else SHIFTED[letter])
    return tuple(twins)
