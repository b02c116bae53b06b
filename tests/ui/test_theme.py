"""The themes keep what they promise to people who see little contrast or few colours.

Why these: `docs/adr/0020-colour-is-never-alone.md`.
"""

import math
from itertools import combinations, product

import pytest
from PySide6.QtGui import QPalette

from annotator.core.labels import ROLES
from annotator.ui.theme import DARK, INNER_TINT, LIGHT, THEMES, Pattern, Theme, contrast, linear, mix

MACHADO = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
LABELS = [f"label-{number}" for number in range(1, 5)]


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    light = [linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5)]
    seen = [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in MACHADO[sight]]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, seen, strict=True)) for row in rows]
    f = [
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883)
    ]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def difference(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * g, b1), math.hypot(a2 * g, b2)
    h1 = math.degrees(math.atan2(b1, a1 * g)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * g)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    big_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    hue = (h1 + turn / 2) % 360
    level, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    sl = 1 + 0.015 * (level - 50) ** 2 / math.sqrt(20 + (level - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    twist = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    twist *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    parts = ((l2 - l1) / sl, (c2 - c1) / sc, big_h / sh)
    return math.sqrt(sum(part**2 for part in parts) + twist * parts[1] * parts[2])


def test_the_difference_is_that_of_the_published_examples() -> None:
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 17.0), (DARK, 20.6)], ids=["light", "dark"])
def test_labels_differ_for_every_kind_of_sight(theme: Theme, least: float) -> None:
    for sight, (one, other) in product(MACHADO, combinations(theme.hues, 2)):
        assert round(difference(lab(one, sight), lab(other, sight)), 1) >= least, (sight, one, other)


@pytest.mark.parametrize(
    ("theme", "on_tint", "nested", "chip"),
    [(LIGHT, 12.1, 9.7, 4.6), (DARK, 8.4, 6.2, 5.8)],
    ids=["light", "dark"],
)
def test_text_is_read_on_every_tint(theme: Theme, on_tint: float, nested: float, chip: float) -> None:
    assert contrast(theme.text, theme.background) >= 12
    for role in LABELS:
        assert round(contrast(theme.text, theme.tint(role)), 1) >= on_tint
        assert round(contrast(theme.chip_text, theme.look(role).colour), 1) >= chip
        assert contrast(theme.look(role).colour, theme.background) >= 4.5
        for inner in LABELS:
            below = mix(theme.look(inner).colour, theme.tint(role), INNER_TINT)
            assert contrast(theme.text, below) >= nested
            assert contrast(theme.muted, theme.tint(role)) >= 4.5


@both_themes
def test_lanes_stand_out_on_every_tint(theme: Theme) -> None:
    for lane, tint in product(LABELS, LABELS):
        assert contrast(theme.look(lane).colour, theme.tint(tint)) >= 3.0


@both_themes
def test_a_text_selection_stands_out_on_tints(theme: Theme) -> None:
    assert contrast(theme.selection_text, theme.selection) >= 4.5
    assert contrast(theme.selection, theme.background) >= 3
    for outer, inner in product(LABELS, LABELS):
        assert contrast(theme.selection, theme.tint(outer)) >= 3
        assert contrast(theme.selection, mix(theme.look(inner).colour, theme.tint(outer), INNER_TINT)) >= 3


@both_themes
def test_words_are_read_on_their_surfaces(theme: Theme) -> None:
    for surface in (theme.background, theme.alternate, theme.window, theme.button):
        assert contrast(theme.text, surface) >= 7
        for colour in (theme.muted, theme.link, theme.danger, theme.warning, theme.good):
            assert contrast(colour, surface) >= 4.5, (colour, surface)
    assert contrast(theme.disabled, theme.window) >= 2.5


def test_tints_are_a_fifth_of_the_hue_on_the_background() -> None:
    assert [LIGHT.tint(role) for role in LABELS] == ["#D7DEF4", "#CEDCD4", "#ECE1CC", "#E1D3DD"]
    assert [DARK.tint(role) for role in LABELS] == ["#2D344E", "#39463F", "#403229", "#4A3E49"]


@both_themes
def test_every_role_has_its_own_look_and_later_ones_another_line(theme: Theme) -> None:
    looks = [theme.look(role) for role in ROLES]
    assert len(set(looks)) == len(looks) == 9
    assert [look.pattern for look in looks] == [Pattern.SINGLE] * 4 + [Pattern.DOUBLE] * 4 + [Pattern.DOTTED]
    assert [look.colour for look in looks] == [*theme.hues, *theme.hues, theme.hues[0]]
    for unknown in ("", "label-0", "label-10", "label-²", "hue", "3"):
        assert theme.look(unknown).colour == theme.muted


@both_themes
def test_the_palette_carries_the_theme(theme: Theme) -> None:
    palette = theme.palette()
    roles, groups = QPalette.ColorRole, QPalette.ColorGroup
    for group in (groups.Active, groups.Inactive):
        assert palette.color(group, roles.Base).name().upper() == theme.background
        assert palette.color(group, roles.Text).name().upper() == theme.text
        assert palette.color(group, roles.Highlight).name().upper() == theme.selection
    assert palette.color(groups.Disabled, roles.Text).name().upper() == theme.disabled
    assert THEMES[theme.name] is theme
