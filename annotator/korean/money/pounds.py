"""Which 파운드 are weights: told by the words right beside one, not by a weight elsewhere in the sentence.

"5kg짜리 연어를 30파운드에 샀다" has a weight and a price, so only what belongs to the number itself counts: another
measure in brackets, a word for weight right before it, or one (or what is lifted, lost and gained) right after it.
"""

import re
from typing import Final

_MEASURE = "(?:kg|㎏|킬로그램|킬로|그램|g(?![a-z])|온스)"
_NUMBER = "(?:약 ?)?[0-9][0-9,.]*[십백천만]*"
_BEFORE: Final = re.compile(
    rf"(?:무게|체중|중량)(?:[가는은의이도]|를|로)?(?: ?:)?(?: (?:약|총|무려|최대|최소|각각|평균|겨우))? ?{_NUMBER} ?$"
    rf"|{_MEASURE} ?[(/] ?{_NUMBER} ?$"
)
_AFTER: Final = re.compile(
    r"(?:[가를을나의로]|이나|가량|정도|씩|쯤|짜리| 이상| 가까이| 정도| 가량)*"
    rf"(?: ?[(/] ?{_NUMBER} ?{_MEASURE}| ?[0-9]+ ?온스"
    r"| ?(?:몸?무게|체중|중량|감량|증량|나가[는며고]|나갔|나간다|빼[고는]|뺐|뺀|빠[지졌진]|쪘|찐"
    r"|덤벨|아령|역기|바벨|벤치프레스|근육))"
)
_FAR: Final = 24


def is_weight(copy: str, start: int, end: int) -> bool:
    """Tell whether the word 파운드 at `start` to `end` of a folded copy is a weight rather than money."""
    return (
        _BEFORE.search(copy, max(0, start - _FAR), start) is not None or _AFTER.match(copy, end) is not None
    )
