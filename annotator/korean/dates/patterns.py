"""The regular expressions of dates, each for one part; all of bounded length, so that no text is slow."""

import re
from typing import Final

from annotator.korean.dates import words

DASH: Final = words.DASH
NEXT: Final = words.JOSA_NEXT

DIRECTION: Final = re.compile(rf"({words.alternation(words.DIRECTIONS)})(?! ?[해달주]) ?")
YEAR: Final = re.compile(
    r"([12][0-9]{3}) ?(?:년|학년도)(?!대|간|째|동안|묵|지기|만에| 만에| 동안| 만의| 넘| 이상)도?"
    r"|([일이][일이삼사오육칠팔구십백천]{2,8}) ?년(?!대|간)"
)
YEARS: Final = re.compile(rf"([12][0-9]{{3}}) ?년?{DASH}([12][0-9]{{3}}|[0-9]{{2}}) ?년(?!대|간|째)도?")
SHORT_YEAR: Final = re.compile(
    r"('?)([0-9]{2}) ?년(?!대|간|째|동안|묵|여|형| ?(?:만에|만의|만 |동안|이상|이하|미만|이내|가량|정도|남짓|더 |"
    r"지나|가까이|세월|넘|역사|전통))(도(?! ?(?:더|안 |채|못|넘|되지|지나))|작|생|산)?"
)
YEAR_WORD: Final = re.compile(
    rf"({words.alternation(words.YEAR_WORDS)})(?!의 (?:선수|인물|작가|감독|앨범|신인|책|차|영화)(?![가-힣]{{2}}))"
)
NEW_YEAR: Final = re.compile(rf"(새해|신년){NEXT}")
MONTH: Final = re.compile(r"(1[0-2]|0?[1-9]) ?월(?!드|요일|세|급|간|광|계|평균)")
MONTHS: Final = re.compile(
    rf"(1[0-2]|0?[1-9])(?: ?월)?{DASH}(1[0-2]|0?[1-9]) ?월(?!드|요일|세|급|간)(?! ?[0-9]{{1,2}} ?일)"
)
MONTH_WORD: Final = re.compile(rf"({words.alternation(words.MONTH_WORDS)})(?!걀|력|성|리기|의 소녀)")
HANGUL_MONTH: Final = re.compile(
    r"(십[일이]?|[일이삼사오유육칠팔구시]) ?월(?= ?[일이삼십사오육칠팔구]{1,3} ?일)"
)
HANGUL_DAY: Final = re.compile(r"((?:이|삼)?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]) ?일")
NOT_A_DAY: Final = (
    r"(?!간|째|치(?!러|른)|씩|짜리|동안|본|반|상|대(?!비)|여|자리|관|당|정(?!오)|평|차|이내|제(?!주)|"
    r"하[는루]| ?(?:만에|만의|만인|만이|만 |연속|이상|이내|이하|미만|가량|남짓|"
    r"남은|남았|앞으로|안에|내에|내로|걸[려리]|동안|내내|"
    r"연휴|넘|여 |주기|천하|간의|간 |째 |씩|짜리))"
)
D: Final = "(3[01]|[12][0-9]|0?[1-9])"
DAY: Final = re.compile(rf"{D} ?일{NOT_A_DAY}")
DAYS: Final = re.compile(rf"{D}(?: ?일)?(?:{DASH}|·){D} ?일{NOT_A_DAY}")
DAY_IN_MONTH: Final = re.compile(r" ?(마지막 ?날|말일|첫 ?날)")
WEEKDAY: Final = re.compile(r" ?(?:([월화수목금토일])요일|\(([월화수목금토일])(?:요일)?\))")
NTH: Final = re.compile(
    rf"(?:의)? ?(?:(?P<nth>{words.alternation(words.ORDINALS)}|[1-5] ?번?째) ?"
    r"(?:(?P<week>주(?![가-힣]|일)|주에|주의|주는|주차|주부터|주까지)|(?P<weekday>[월화수목금토일])요일)"
    r"|(?P<number>[1-5]) ?주차?(?![가-힣일]))"
)
PART: Final = re.compile(
    rf" ?({words.alternation(set(words.PARTS) - {'중'})}){NEXT}| ?(중)(?=[^가-힣]|$|에|으로|엔)"
)
PERIOD: Final = re.compile(rf" ?({words.alternation(words.PERIODS)})(?:철)?{NEXT}")
QUARTER: Final = re.compile(r" ?([1-4일이삼사])(?: ?/ ?4)? ?(?:사)?분기(?! ?(?:연속|만에|째|동안))")
# 봄 is also "watching".
SPRING: Final = re.compile(r"(?:이 |을 |에 |에는|의 |과 |부터|까지|,|·|~| ?여름)|(?<=철)")
NOW_PERIOD: Final = re.compile(r"(지난|이번|다음|직전|전) ?(분기|반기)")
AFTER: Final = re.compile(r" ?(?:쯤|께|경(?![가-힣])|무렵|전후)")
DECADE: Final = re.compile(r"([12][0-9]{2}0|[0-9]0) ?년대")
DECADES: Final = re.compile(rf"([12][0-9]{{2}}0|[0-9]0)(?: ?년대)?{DASH}([12][0-9]{{2}}0|[0-9]0) ?년대")
CENTURY: Final = re.compile(r"(2[01]|1?[0-9]) ?세기")
COUNT: Final = rf"[0-9]{{1,4}}|{words.alternation(words.COUNTS)}"
AGO: Final = re.compile(
    rf"(?:(?P<count>{COUNT})(?:{DASH}(?P<last>[0-9]{{1,4}}))?(?P<large>[만억]?)"
    r"(?P<about>여?) ?(?P<unit>년|개월|달|해|주일|주|일)(?P<more>여?)"
    rf"|(?P<days>{words.alternation(words.DAY_COUNTS)}))(?:쯤|정도)? ?(?P<when>전|후|뒤){NEXT}"
)
FEAST: Final = re.compile(
    rf"({words.alternation(words.FEASTS)})(?!트리|씰|섬)|설(?= ?(?:연휴|명절|당일|차례)|을 맞)"
)
DAY_WORD: Final = re.compile(
    rf"({words.alternation(words.DAY_WORDS)})(?!날|신문|모레|서?야|의 ?(?:유머|운세|날씨))"
)
WEEK_WORD: Final = re.compile(
    rf"({words.alternation(words.WEEK_WORDS)})"
    r"(?=[^가-힣]|$|에|의|는|가|를|도|와|로|부터|까지|중|초|말|내|안|만|쯤|께|보다|인 |[월화수목금토일]요일)"
)
WEEKEND: Final = re.compile(rf"(지난|이번|다음|오는|저번|지지난) ?(주말|주 ?주말){NEXT}")
