"""On the newspaper page agencies and sectors are proposed as a person tagged them; the page itself is not ours to keep.

The key was tagged by hand, by `docs/korean-text.md`, before anything was proposed for that page.
"""

import hashlib
from typing import Final

import pytest

from annotator.app.imports.intake import Reader
from annotator.app.jobs import never
from annotator.app.suggestions.offering import Offered, Offering
from tests.support.windows import PAGE

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the newspaper page is not beside this checkout")

SHA256: Final = "d4ddcb79846476a6d9df19d9c7c59a90d70b61455e63cb1c9583844797ce48c2"
# fmt: off
KEY: Final = {
    "AGENCY": (
        (427, 430), (477, 481), (689, 692), (971, 975), (1128, 1133), (1137, 1143), (1167, 1170), (1172, 1175),
        (1186, 1193), (1222, 1227), (1231, 1237), (1353, 1357), (1389, 1392), (1396, 1399), (1640, 1651),
        (1655, 1672), (1673, 1678), (1722, 1731), (1735, 1744), (1745, 1749), (2089, 2094), (2096, 2099),
        (2101, 2104), (2106, 2109), (2120, 2123), (2125, 2129), (2131, 2137), (2139, 2158), (2159, 2163),
        (2166, 2173), (2174, 2178),
    ),
    "SECTOR": (
        (26, 29), (30, 32), (68, 71), (72, 74), (75, 78), (79, 82), (83, 85), (250, 253), (255, 257),
        (259, 262), (264, 267), (268, 273), (275, 277), (278, 281), (1118, 1121), (1212, 1215), (1240, 1246),
        (1418, 1423), (1521, 1524), (1588, 1591), (1592, 1597), (1608, 1611), (1709, 1711), (1712, 1714),
        (1758, 1763), (1811, 1813), (1988, 1991), (2013, 2015), (2017, 2019),
    ),
}
# fmt: on
RECALL: Final = 0.9
PRECISION: Final = 0.85


@pytest.fixture(scope="module")
def offered() -> Offered:
    offering = Offering([PAGE], Reader(), "")
    (document,) = offering.documents(lambda *_said: None, never)
    assert hashlib.sha256(document.entry.text.encode()).hexdigest() == SHA256, "the key is for another text"
    return document


@pytest.mark.parametrize("label", KEY)
def test_what_a_person_tagged_is_proposed_and_little_else(offered: Offered, label: str) -> None:
    mine = {(made.start, made.end) for made in offered.suggestions if made.label == label}
    right = mine & set(KEY[label])
    print(label, "recall", len(right) / len(KEY[label]), "precision", len(right) / len(mine))
    assert len(right) >= RECALL * len(KEY[label])
    assert len(right) >= PRECISION * len(mine)
