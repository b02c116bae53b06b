"""Keys that survive Hangul mode: each letter of a shortcut is bound with the jamo of the same physical key."""

from typing import Final

# 두벌식: the letter of a key and the jamo it types, plain and with Shift.
JAMO: Final = {
    "Q": "ㅂ", "W": "ㅈ", "E": "ㄷ", "R": "ㄱ", "T": "ㅅ", "Y": "ㅛ", "U": "ㅕ", "I": "ㅑ", "O": "ㅐ",
    "P": "ㅔ", "A": "ㅁ", "S": "ㄴ", "D": "ㅇ", "F": "ㄹ", "G": "ㅎ", "H": "ㅗ", "J": "ㅓ", "K": "ㅏ",
    "L": "ㅣ", "Z": "ㅋ", "X": "ㅌ", "C": "ㅊ", "V": "ㅍ", "B": "ㅠ", "N": "ㅜ", "M": "ㅡ",
}  # fmt: skip
SHIFTED: Final = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}


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
