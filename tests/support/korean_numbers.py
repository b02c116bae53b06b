"""Numbers written as Korean writes them, for tests."""

_LARGE = ("", "만", "억", "조")
_HANGUL = "영일이삼사오육칠팔구"


def mixed(number: int, blank: str = "") -> str:
    """Write a number with figures before 만, 억 and 조: 3조 2000억."""
    return blank.join(f"{section}{unit}" for section, unit in _sections(number))


def hangul(number: int) -> str:
    """Write a number in Hangul numerals alone: 이천칠백삼십오만."""
    return "".join(_thousands(section) + unit for section, unit in _sections(number))


def thousands(number: int) -> str:
    """Write a number with figures before 천, 백 and the large units: 3천5백만."""
    return "".join(_small(section) + unit for section, unit in _sections(number))


def _sections(number: int) -> list[tuple[int, str]]:
    found = []
    for unit in _LARGE:
        number, section = divmod(number, 10_000)
        if section:
            found.append((section, unit))
    return found[::-1]


def _small(section: int) -> str:
    text = ""
    for value, unit in ((1000, "천"), (100, "백")):
        figure, section = divmod(section, value)
        text += f"{figure}{unit}" if figure else ""
    return text + (str(section) if section else "")


def _thousands(section: int) -> str:
    text = ""
    for value, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        figure, section = divmod(section, value)
        if figure:
            text += ("" if figure == 1 and unit else _HANGUL[figure]) + unit
    return text
