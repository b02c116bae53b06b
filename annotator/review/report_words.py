"""The words of the report of a comparison: its columns, and what its numbers mean."""

from collections.abc import Sequence
from typing import Final

from annotator.review.web_page import DASH, Html, Two

MAIN: Final[Sequence[tuple[Html, str]]] = (
    (Two("문서", "documents"), "n_docs"),
    (Two("정확 일치 F1", "exact F1"), "f1_exact"),
    (Two("95 % 구간", "95 % interval"), "ci_f1_exact"),
    (Two("겹침 일치 F1", "lenient F1"), "f1_lenient"),
    (Two("경계 F1", "boundary F1"), "f1_boundary"),
    (Two("값 일치", "equal values"), "value_rate"),
)
"""What stands first of a pair: words, and its key."""
ADVANCED: Final[Sequence[tuple[Html, str]]] = (
    ("uα (2016)", "u_alpha"),
    ("|uα", "u_alpha_binary"),
    ("cuα", "cu_alpha"),
    (Two("부분 겹침 F1", "soft F1"), "f1_soft"),
    (Two("글자 F1", "character F1"), "f1_char"),
    (Two("글자 κ", "character κ"), "kappa_char"),
    (Two("라벨 κ", "label κ"), "kappa_label"),
)
"""What is shown below."""
CLASSES: Final = (
    ("same", Two("같음", "equal")),
    ("value", Two("값 다름", "other value")),
    ("label", Two("라벨 다름", "other label")),
    ("boundary", Two("경계 다름", "other boundary")),
    ("boundary_label", Two("경계와 라벨 다름", "boundary and label")),
    ("split", Two("앞 하나, 뒤 여럿", "1st one, 2nd several")),
    ("merge", Two("앞 여럿, 뒤 하나", "1st several, 2nd one")),
    ("only_a", Two("앞만", "1st only")),
    ("only_b", Two("뒤만", "2nd only")),
)
KINDS: Final = (
    ("josa", Two("조사", "josa")),
    ("whitespace", Two("공백", "blanks")),
    ("punct", Two("문장부호", "punctuation")),
    ("left", Two("시작", "the start")),
    ("right", Two("끝", "the end")),
    ("both", Two("양 끝", "both ends")),
)
STATUSES: Final = (
    ("new", Two("시작 전", "new")),
    ("in_progress", Two("작업 중", "in progress")),
    ("done", Two("완료", "done")),
    ("skipped", Two("건너뜀", "skipped")),
)
AGAINST_GOLD: Final = Two("정답과 견줌", "Against the gold layer")
AGAINST: Final[Sequence[tuple[Html, str]]] = (
    (Two("구간", "spans"), "n_spans"),
    (Two("기준 구간", "right ones"), "n_reference"),
    (Two("정밀도", "precision"), "p_exact"),
    (Two("재현율", "recall"), "r_exact"),
    (Two("정확 일치 F1", "exact F1"), "f1_exact"),
    (Two("겹침 일치 F1", "lenient F1"), "f1_lenient"),
)
"""What is shown of an annotator against one who is taken for right: words, and its key."""
MEANINGS: Final[Sequence[tuple[Html, Html]]] = (
    (
        Two("정확 일치 F1", "Exact F1"),
        Two("시작, 끝, 라벨이 모두 같은 구간.", "Spans with equal start, end and label."),
    ),
    (
        Two("겹침 일치 F1", "Lenient F1"),
        Two(
            "라벨이 같고 한 글자라도 겹치는 구간을 일대일로 가장 많이 짝지은 것.",
            "The most one-to-one pairs of spans of one label that share a character.",
        ),
    ),
    (
        Two("정밀도 · 재현율", "Precision · recall"),
        Two(
            "기준이 있을 때만: 표시한 구간 가운데 기준과 완전히 일치하는 비율, 기준 구간 가운데 찾아낸 비율.",
            "Only against a reference: of one’s spans the share that it has, too; of its spans the share that one has.",
        ),
    ),
    (
        Two("경계 F1", "Boundary F1"),
        Two(
            "시작과 끝이 같은 구간. 라벨은 보지 않습니다.",
            "Spans with equal start and end, whatever the label.",
        ),
    ),
    (
        Two("95 % 구간", "95 % interval"),
        Two(
            "정확 일치 F1의 구간. 문서를 1,000번 다시 뽑은 부트스트랩이며 문서 10건부터 보입니다.",
            "Of exact F1: bootstrap over documents, 1,000 resamples; shown from 10 documents up.",
        ),
    ),
    (
        Two("값 일치", "Equal values"),
        Two(
            "경계와 라벨이 같고 적어도 한쪽에 값이 있는 구간 가운데 값이 같은 비율.",
            "Share of equal values where place and label are equal and at least one has a value.",
        ),
    ),
    (
        "uα (2016)",
        Two(
            "우연을 보정한 글자 단위 일치(Krippendorff 외 2016). 둘로 나뉜 구간이 가려집니다.",
            "Agreement on characters, corrected for chance (Krippendorff et al. 2016). Hides spans cut in two.",
        ),
    ),
    (
        "|uα",
        Two(
            "우연을 보정한 표시 여부의 일치. 어느 라벨인지는 가려집니다.",
            "Marked or not, corrected for chance. Hides which label it was.",
        ),
    ),
    (
        "cuα",
        Two(
            "둘 다 표시한 곳의 라벨 일치. 한쪽만 표시한 것은 가려집니다.",
            "The labels where both marked. Hides what only one of them marked.",
        ),
    ),
    (
        Two("부분 겹침 F1", "Soft F1"),
        Two(
            "겹친 비율의 합. 다른 경계가 몇 개인지는 가려집니다.",
            "Shares of overlap. Hides how many boundaries differ.",
        ),
    ),
    (
        Two("글자 F1", "Character F1"),
        Two(
            "글자를 셉니다. 나뉜 구간이 가려지고, 긴 구간이 더 크게 반영됩니다.",
            "Counts characters. Hides cut spans, and long spans outweigh short ones.",
        ),
    ),
    (
        Two("글자 κ", "Character κ"),
        Two(
            "아무도 표시하지 않은 글이 많을수록 커집니다. 나뉜 구간이 가려집니다.",
            "Rises with the text that nobody marked. Hides cut spans.",
        ),
    ),
    (
        Two("라벨 κ", "Label κ"),
        Two(
            "경계가 같은 구간만으로 셉니다. 나머지는 모두 가려집니다.",
            "Rests only on spans with equal boundaries. Hides all others.",
        ),
    ),
    (DASH, Two("정의되지 않음. 0도 1도 아닙니다.", "Not defined; neither 0 nor 1.")),
)
