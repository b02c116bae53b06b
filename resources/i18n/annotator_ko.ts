<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2행: %3</translation>
    </message>
    <message>
        <source>%1, line %2, %4: %3</source>
        <translation>%1, %2행, %4: %3</translation>
    </message>
    <message>
        <source>%1: %3</source>
        <translation>%1: %3</translation>
    </message>
    <message>
        <source>… and %1 more, which the saved file has.</source>
        <translation>… 이 밖에 %1건이 더 있습니다. 파일로 저장하면 모두 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>What was not taken, and why</source>
        <translation>받지 않은 것과 그 까닭</translation>
    </message>
    <message>
        <source>Again, with emoji counted as two</source>
        <translation>이모지를 두 글자로 세어 다시</translation>
    </message>
    <message>
        <source>Save these to a file…</source>
        <translation>파일로 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>표시(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>문서(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>검토(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>One more label on the same range</source>
        <translation>같은 범위에 라벨 하나 더</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Move the caret</source>
        <translation>커서 옮기기</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>라벨 모음</translation>
    </message>
    <message>
        <source>Adopt a layer</source>
        <translation>레이어 채택</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 색</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Open recent project</source>
        <translation>최근 프로젝트 열기</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>라벨 %1</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>프로젝트 열기…</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>문서 가져오기…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>폴더 가져오기…</translation>
    </message>
    <message>
        <source>Import as suggestions…</source>
        <translation>제안으로 가져오기…</translation>
    </message>
    <message>
        <source>Import as corrections…</source>
        <translation>수정으로 가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Convert files…</source>
        <translation>파일 변환…</translation>
    </message>
    <message>
        <source>Check files…</source>
        <translation>파일 검사…</translation>
    </message>
    <message>
        <source>Is everything saved?</source>
        <translation>모두 저장됐는지 확인</translation>
    </message>
    <message>
        <source>Assign documents…</source>
        <translation>문서 나누기…</translation>
    </message>
    <message>
        <source>Send a copy…</source>
        <translation>사본 보내기…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>백업 되살리기…</translation>
    </message>
    <message>
        <source>Show file in folder</source>
        <translation>폴더에서 파일 보기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>변경 기록…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>문서에서 찾기</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>다음 찾기</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>이전 찾기</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>프로젝트에서 찾기</translation>
    </message>
    <message>
        <source>Choose a label…</source>
        <translation>라벨 고르기…</translation>
    </message>
    <message>
        <source>Select more: segment, bracket, eojeol, phrase</source>
        <translation>더 넓게: 어절 조각, 괄호, 어절, 구</translation>
    </message>
    <message>
        <source>Select less</source>
        <translation>더 좁게</translation>
    </message>
    <message>
        <source>Josa on or off</source>
        <translation>조사 넣고 빼기</translation>
    </message>
    <message>
        <source>Same text elsewhere…</source>
        <translation>같은 글 모두 찾기…</translation>
    </message>
    <message>
        <source>Remove the span</source>
        <translation>구간 지우기</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>다음 제안</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>이전 제안</translation>
    </message>
    <message>
        <source>Accept all of this kind…</source>
        <translation>이런 제안 모두 받아들이기…</translation>
    </message>
    <message>
        <source>Suggestions of models, by score…</source>
        <translation>모델의 제안, 점수별…</translation>
    </message>
    <message>
        <source>Suggest amounts of money</source>
        <translation>금액 제안</translation>
    </message>
    <message>
        <source>Suggest what was done in near-duplicates</source>
        <translation>거의 같은 문서에서 한 것을 제안</translation>
    </message>
    <message>
        <source>Suggest what was tagged before</source>
        <translation>전에 표시한 것을 제안</translation>
    </message>
    <message>
        <source>Suggest agencies by name</source>
        <translation>이름으로 기관 제안</translation>
    </message>
    <message>
        <source>Suggest dates</source>
        <translation>날짜 제안</translation>
    </message>
    <message>
        <source>Suggest lengths of time</source>
        <translation>기간 제안</translation>
    </message>
    <message>
        <source>Suggest times of day</source>
        <translation>시각 제안</translation>
    </message>
    <message>
        <source>Suggest sectors</source>
        <translation>분야 제안</translation>
    </message>
    <message>
        <source>Names and sectors…</source>
        <translation>이름과 분야…</translation>
    </message>
    <message>
        <source>Names that were tagged often…</source>
        <translation>자주 표시한 이름…</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>다음 구간</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>이전 구간</translation>
    </message>
    <message>
        <source>End one character left</source>
        <translation>끝을 한 글자 왼쪽으로</translation>
    </message>
    <message>
        <source>End one character right</source>
        <translation>끝을 한 글자 오른쪽으로</translation>
    </message>
    <message>
        <source>Start one character left</source>
        <translation>시작을 한 글자 왼쪽으로</translation>
    </message>
    <message>
        <source>Start one character right</source>
        <translation>시작을 한 글자 오른쪽으로</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>값 고치기</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>댓글…</translation>
    </message>
    <message>
        <source>Next open comment</source>
        <translation>다음 열린 댓글</translation>
    </message>
    <message>
        <source>Tie into the record, or take out</source>
        <translation>기록에 묶기, 또는 빼기</translation>
    </message>
    <message>
        <source>Begin another record</source>
        <translation>다른 기록 시작</translation>
    </message>
    <message>
        <source>Alias of…</source>
        <translation>…의 별칭</translation>
    </message>
    <message>
        <source>Names in brackets are aliases</source>
        <translation>괄호 안의 이름을 별칭으로</translation>
    </message>
    <message>
        <source>In doubt, or no longer</source>
        <translation>확실하지 않음 켜고 끄기</translation>
    </message>
    <message>
        <source>Go on: confirm the article, or edit the value</source>
        <translation>계속: 기사 확정, 또는 값 고치기</translation>
    </message>
    <message>
        <source>Let go: panel, selection, current span</source>
        <translation>놓기: 창, 선택, 현재 구간</translation>
    </message>
    <message>
        <source>To the start of the segment</source>
        <translation>어절 조각 처음으로</translation>
    </message>
    <message>
        <source>To the end of the segment</source>
        <translation>어절 조각 끝으로</translation>
    </message>
    <message>
        <source>Select to the start of the segment</source>
        <translation>어절 조각 처음까지 선택</translation>
    </message>
    <message>
        <source>Select to the end of the segment</source>
        <translation>어절 조각 끝까지 선택</translation>
    </message>
    <message>
        <source>One paragraph up</source>
        <translation>한 문단 위로</translation>
    </message>
    <message>
        <source>One paragraph down</source>
        <translation>한 문단 아래로</translation>
    </message>
    <message>
        <source>Select one paragraph up</source>
        <translation>한 문단 위까지 선택</translation>
    </message>
    <message>
        <source>Select one paragraph down</source>
        <translation>한 문단 아래까지 선택</translation>
    </message>
    <message>
        <source>Edit the labels…</source>
        <translation>라벨 편집…</translation>
    </message>
    <message>
        <source>Search the guidelines…</source>
        <translation>지침에서 찾기…</translation>
    </message>
    <message>
        <source>Walk over the spans of the label…</source>
        <translation>라벨의 구간 차례로 보기…</translation>
    </message>
    <message>
        <source>Documents done before the labels changed…</source>
        <translation>라벨이 바뀌기 전에 완료한 문서…</translation>
    </message>
    <message>
        <source>Import labels…</source>
        <translation>라벨 가져오기…</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>라벨 내보내기…</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>다음 문서</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>이전 문서</translation>
    </message>
    <message>
        <source>Done, and next; or reopen</source>
        <translation>완료하고 다음으로, 또는 다시 열기</translation>
    </message>
    <message>
        <source>Check the project…</source>
        <translation>프로젝트 점검…</translation>
    </message>
    <message>
        <source>What is not the same everywhere…</source>
        <translation>곳마다 다른 것…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>깃발</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>휴지통에 넣기</translation>
    </message>
    <message>
        <source>Open the bin…</source>
        <translation>휴지통 열기…</translation>
    </message>
    <message>
        <source>Fields and labels of the document</source>
        <translation>문서의 항목과 라벨</translation>
    </message>
    <message>
        <source>Comments on the document</source>
        <translation>문서의 댓글</translation>
    </message>
    <message>
        <source>Choose the lines of the article</source>
        <translation>기사 줄 고르기</translation>
    </message>
    <message>
        <source>Correct the text…</source>
        <translation>본문 고치기…</translation>
    </message>
    <message>
        <source>Extract again…</source>
        <translation>다시 추출…</translation>
    </message>
    <message>
        <source>Read in another encoding…</source>
        <translation>다른 인코딩으로 다시 읽기…</translation>
    </message>
    <message>
        <source>Records…</source>
        <translation>기록…</translation>
    </message>
    <message>
        <source>Proposed records…</source>
        <translation>제안된 기록…</translation>
    </message>
    <message>
        <source>Near-duplicates…</source>
        <translation>거의 같은 문서…</translation>
    </message>
    <message>
        <source>Lost spans…</source>
        <translation>잃은 구간…</translation>
    </message>
    <message>
        <source>Smaller still</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Larger still</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>현황</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>글자 키우기</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>글자 줄이기</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>처음 크기로</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>List of documents</source>
        <translation>문서 목록</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>양식</translation>
    </message>
    <message>
        <source>List of spans</source>
        <translation>구간 목록</translation>
    </message>
    <message>
        <source>Records of the project…</source>
        <translation>프로젝트의 기록…</translation>
    </message>
    <message>
        <source>Relations of the project…</source>
        <translation>프로젝트의 관계…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>어디로든 가기…</translation>
    </message>
    <message>
        <source>To the next area: list, article, form</source>
        <translation>다음 칸으로: 목록, 기사, 양식</translation>
    </message>
    <message>
        <source>To the previous area</source>
        <translation>이전 칸으로</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 키</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>단축키 바꾸기…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>annotator 정보</translation>
    </message>
    <message>
        <source>Gather colleagues&apos; files…</source>
        <translation>동료 파일 모으기…</translation>
    </message>
    <message>
        <source>Join annotators…</source>
        <translation>작업자 합치기…</translation>
    </message>
    <message>
        <source>Adopt layer %1</source>
        <translation>레이어 %1 채택</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>여기에는 없음</translation>
    </message>
    <message>
        <source>Keep the spans of all layers</source>
        <translation>모든 레이어의 구간 남기기</translation>
    </message>
    <message>
        <source>Decide with spans of one&apos;s own</source>
        <translation>구간을 직접 고쳐 판정</translation>
    </message>
    <message>
        <source>Reaffirm the decision, or end the editing</source>
        <translation>판정 다시 확인, 또는 고치기 끝내기</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Open the last decision again</source>
        <translation>마지막 판정 다시 열기</translation>
    </message>
    <message>
        <source>Reason, confidence, note, flag</source>
        <translation>이유, 확신, 메모, 지침 표시</translation>
    </message>
    <message>
        <source>Leave the panel, the editing or the card</source>
        <translation>패널, 고치기, 항목 카드에서 나가기</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>다음 미판정 항목</translation>
    </message>
    <message>
        <source>Previous open item</source>
        <translation>이전 미판정 항목</translation>
    </message>
    <message>
        <source>Decide many by a rule…</source>
        <translation>규칙으로 한꺼번에 판정…</translation>
    </message>
    <message>
        <source>Review of this document done, or open again</source>
        <translation>이 문서 검토 끝냄, 또는 다시 열기</translation>
    </message>
    <message>
        <source>Hide the annotators&apos; names</source>
        <translation>작업자 이름 가리기</translation>
    </message>
    <message>
        <source>Reveal the names on this document</source>
        <translation>이 문서에서 이름 공개</translation>
    </message>
    <message>
        <source>Freeze the numbers as a round…</source>
        <translation>수치를 회차로 고정…</translation>
    </message>
    <message>
        <source>Save the tables of the agreement (CSV)…</source>
        <translation>일치도 표 저장(CSV)…</translation>
    </message>
    <message>
        <source>Save the report of the agreement (HTML)…</source>
        <translation>일치도 보고서 저장(HTML)…</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>돌려주기…</translation>
    </message>
    <message>
        <source>What was given back to you</source>
        <translation>돌려받은 판정 보기</translation>
    </message>
    <message>
        <source>Send the answers…</source>
        <translation>답 보내기…</translation>
    </message>
</context>
<context>
    <name>AdditionsDesk</name>
    <message>
        <source>Added to the lexicon: %1.</source>
        <translation>용어집에 추가함: %1개.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Export names</source>
        <translation>이름 내보내기</translation>
    </message>
    <message>
        <source>Written: {count}, to {path}.</source>
        <translation>저장함: {count}개, {path}</translation>
    </message>
</context>
<context>
    <name>AdditionsPanel</name>
    <message>
        <source>Names that were tagged often</source>
        <translation>자주 표시한 이름</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ticked ones become entries of this project&apos;s lexicon, in one step. Space leaves one out.</source>
        <translation>선택한 것이 이 프로젝트의 용어집에 한 번에 들어갑니다. 스페이스로 뺄 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was tagged twice or more that the lexicon does not know.</source>
        <translation>두 번 이상 표시한 것은 모두 용어집에 있습니다.</translation>
    </message>
    <message>
        <source>Sectors without a code, left out: %1.</source>
        <translation>코드가 없어 뺀 분야: %1개.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1개 추가</translation>
    </message>
    <message>
        <source>Export %1…</source>
        <translation>%1개 내보내기…</translation>
    </message>
</context>
<context>
    <name>AgreementTab</name>
    <message>
        <source>Nothing to compare yet: no document has finished layers of two annotators. What is there stands below.</source>
        <translation>아직 견줄 것이 없습니다. 두 작업자가 모두 완료한 문서가 없습니다. 지금까지의 현황은 아래에 있습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 documents were done by several. Mean over pairs: exact F1 %3, lenient F1 %4. Items: %5; unanimous %6, majority %7, conflict %8.</source>
        <translation>문서 %2건 중 %1건을 여러 작업자가 완료했습니다. 쌍 평균: 정확 일치 F1 %3, 겹침 일치 F1 %4. 항목 %5건: 모두 일치 %6, 다수 일치 %7, 불일치 %8.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>작업자 쌍</translation>
    </message>
    <message>
        <source>Open a number to see its spans, a pair to see it below.</source>
        <translation>수치를 열면 해당 구간이, 쌍을 열면 그 쌍의 표가 아래에 나옵니다.</translation>
    </message>
    <message>
        <source>Exact F1, annotators against annotators</source>
        <translation>작업자 사이의 정확 일치 F1</translation>
    </message>
    <message>
        <source>Differences by class: %1</source>
        <translation>차이의 종류: %1</translation>
    </message>
    <message>
        <source>By label: %1</source>
        <translation>라벨별: %1</translation>
    </message>
    <message>
        <source>Label against label: %1</source>
        <translation>라벨 대 라벨: %1</translation>
    </message>
    <message>
        <source>∅: no span on that side</source>
        <translation>∅: 그쪽에는 구간 없음</translation>
    </message>
    <message>
        <source>Advanced: %1</source>
        <translation>고급: %1</translation>
    </message>
    <message>
        <source>— is not defined.</source>
        <translation>—: 정의되지 않음</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>작업 범위</translation>
    </message>
    <message>
        <source>Layers by status; only those that are done are compared.</source>
        <translation>상태별 레이어 수. 완료한 레이어만 견줍니다.</translation>
    </message>
    <message>
        <source>Where the compared spans came from</source>
        <translation>견준 구간의 출처</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>일치도</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Suggestions of one kind</source>
        <translation>같은 종류의 제안</translation>
    </message>
    <message>
        <source>Which suggestions</source>
        <translation>어느 제안</translation>
    </message>
    <message>
        <source>of this kind (%1)</source>
        <translation>이 종류 (%1)</translation>
    </message>
    <message>
        <source>as certain as this one (%1)</source>
        <translation>이만큼 확실한 것 (%1)</translation>
    </message>
    <message>
        <source>all (%1)</source>
        <translation>모두 (%1)</translation>
    </message>
    <message>
        <source>Ticked ones become spans, in one step. Space leaves one out.</source>
        <translation>체크한 제안이 한 단계로 구간이 됩니다. Space로 뺄 수 있습니다.</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1개 받아들이기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>suggested: %1, %2</source>
        <translation>제안: %1, %2</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>Pair %1 whose likeness is at least</source>
        <translation>유사도가 이 이상인 %1건 짝짓기</translation>
    </message>
    <message>
        <source>Answer for this row</source>
        <translation>이 행의 답</translation>
    </message>
    <message>
        <source>Choose, or press its number in the table</source>
        <translation>고르거나 표에서 번호를 누르세요</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>이 이름으로</translation>
    </message>
    <message>
        <source>Name of the annotator</source>
        <translation>작업자 이름</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>모두 같은 답으로</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>최소 유사도</translation>
    </message>
</context>
<context>
    <name>AssigningDesk</name>
    <message>
        <source>Written: %1. Send each annotator their file; gather them again by import.</source>
        <translation>만든 파일: %1. 작업자마다 자기 파일을 보내고, 나중에 가져오기로 다시 모으세요.</translation>
    </message>
</context>
<context>
    <name>AssigningPanel</name>
    <message>
        <source>%1: documents %2 (%3 of them with others), characters %4</source>
        <translation>%1: 문서 %2건(그중 %3건은 다른 사람과 함께), 글자 %4자</translation>
    </message>
    <message>
        <source>Assign documents to annotators</source>
        <translation>작업자에게 문서 나누기</translation>
    </message>
    <message>
        <source>Annotators, one a line</source>
        <translation>작업자 (한 줄에 한 명)</translation>
    </message>
    <message>
        <source>Given to several</source>
        <translation>여럿이 함께 볼 몫</translation>
    </message>
    <message>
        <source>each to</source>
        <translation>한 건마다</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>씨앗값</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>two</source>
        <translation>두 명</translation>
    </message>
    <message>
        <source>three</source>
        <translation>세 명</translation>
    </message>
    <message>
        <source>Only documents that nobody has begun</source>
        <translation>아무도 시작하지 않은 문서만</translation>
    </message>
    <message>
        <source>Nothing is suggested in these files: what is marked is what people see</source>
        <translation>이 파일에서는 제안하지 않음: 사람이 본 것만 표시</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>파일 만들기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>나눈 결과</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>indexing %1 of %2</source>
        <translation>색인 %1 / %2</translation>
    </message>
</context>
<context>
    <name>BackupsPanel</name>
    <message>
        <source>There is no backup of this project yet. The first is made a moment after it is opened.</source>
        <translation>이 프로젝트의 백업이 아직 없습니다. 첫 백업은 프로젝트를 연 뒤 잠시 후에 만들어집니다.</translation>
    </message>
    <message>
        <source>Backups of this project. One is brought back as a new file; this project stays as it is.</source>
        <translation>이 프로젝트의 백업입니다. 되살리면 새 파일이 되고, 지금 프로젝트는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Bring it back and open it</source>
        <translation>되살려서 열기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>BeforeDesk</name>
    <message>
        <source>Since then: {changes}.</source>
        <translation>그 뒤에 바뀐 것: {changes}.</translation>
    </message>
</context>
<context>
    <name>BinDesk</name>
    <message>
        <source>Put into the bin: %1</source>
        <translation>휴지통에 넣음: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Erased: documents %1.</source>
        <translation>문서 %1건을 완전히 지웠습니다.</translation>
    </message>
    <message>
        <source>These backups still hold them: %1.</source>
        <translation>이 백업에는 아직 남아 있습니다: %1.</translation>
    </message>
</context>
<context>
    <name>BinPanel</name>
    <message>
        <source>The bin is empty.</source>
        <translation>휴지통이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Text, source, marks and history of these documents will be erased. Nothing brings them back but a backup. Press once more to erase them.</source>
        <translation>이 문서들의 글, 원문, 표시, 변경 기록을 모두 지웁니다. 백업 말고는 되살릴 길이 없습니다. 지우려면 한 번 더 누르세요.</translation>
    </message>
    <message>
        <source>The bin: out of lists, counts and exports, until it is taken back.</source>
        <translation>휴지통: 되돌려 놓기 전까지 목록, 집계, 내보내기에서 빠집니다.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Documents in the bin</source>
        <translation>휴지통의 문서</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌려 놓기</translation>
    </message>
    <message>
        <source>Erase them</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>완전히 지우기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>CheckDesk</name>
    <message>
        <source>Check files</source>
        <translation>파일 검사</translation>
    </message>
    <message>
        <source>Files %1, documents %2, spans %3.</source>
        <translation>파일 %1개, 문서 %2건, 구간 %3개.</translation>
    </message>
    <message>
        <source>Checked: problems %1</source>
        <translation>검사했습니다: 문제 %1건</translation>
    </message>
    <message>
        <source>Checked: no problem</source>
        <translation>검사했습니다: 문제 없음</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Ends in a josa</source>
        <translation>조사로 끝남</translation>
    </message>
    <message>
        <source>A bracket or quotation mark without its partner</source>
        <translation>짝이 없는 괄호나 따옴표</translation>
    </message>
    <message>
        <source>The same text, not labelled</source>
        <translation>같은 글인데 라벨이 없음</translation>
    </message>
    <message>
        <source>One text with two labels</source>
        <translation>같은 글에 라벨이 둘</translation>
    </message>
    <message>
        <source>An amount or a date without a value</source>
        <translation>값이 없는 금액이나 날짜</translation>
    </message>
    <message>
        <source>A date far from the document date</source>
        <translation>문서 날짜에서 너무 먼 날짜</translation>
    </message>
    <message>
        <source>Runs over a line break</source>
        <translation>줄바꿈을 넘어감</translation>
    </message>
    <message>
        <source>An incomplete record</source>
        <translation>완전하지 않은 기록</translation>
    </message>
    <message>
        <source>An open suggestion</source>
        <translation>남아 있는 제안</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>불확실</translation>
    </message>
</context>
<context>
    <name>ChipsRow</name>
    <message>
        <source>Labels for what is selected</source>
        <translation>고른 곳에 붙일 라벨</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>ColumnsPanel</name>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>글쓴이</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>섹션</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>문서 번호</translation>
    </message>
    <message>
        <source>Which columns of “%1”, and of %2 more tables like it, hold what?</source>
        <translation>“%1” 외 제목 행이 같은 표 %2개에서 어느 열에 무엇이 있습니까?</translation>
    </message>
    <message>
        <source>Which columns of “%1” hold what?</source>
        <translation>“%1” 파일의 어느 열에 무엇이 있습니까?</translation>
    </message>
    <message>
        <source>Column of: %1</source>
        <translation>%1이(가) 있는 열</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>The first documents of the table</source>
        <translation>표에서 처음 나오는 문서들</translation>
    </message>
    <message>
        <source>Import, and remember it</source>
        <translation>가져오고 기억하기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>CommentDesk</name>
    <message>
        <source>No comment is open.</source>
        <translation>열린 댓글이 없습니다.</translation>
    </message>
</context>
<context>
    <name>CommentModel</name>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>you</source>
        <translation>나</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>해결됨</translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message>
        <source>Reopen</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>On “%1”</source>
        <translation>“%1”에</translation>
    </message>
    <message>
        <source>On the document</source>
        <translation>문서에</translation>
    </message>
    <message>
        <source>To anyone</source>
        <translation>받는 사람 없음</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1 앞</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>댓글</translation>
    </message>
    <message>
        <source>No comments yet.</source>
        <translation>아직 댓글이 없습니다.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>What the comment is on</source>
        <translation>댓글을 달 곳</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>댓글</translation>
    </message>
    <message>
        <source>Write a comment, Enter</source>
        <translation>댓글을 적고 Enter</translation>
    </message>
</context>
<context>
    <name>ConsistencyPanel</name>
    <message>
        <source>several labels</source>
        <translation>라벨이 여럿</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>값이 여럿</translation>
    </message>
    <message>
        <source>one body, several names</source>
        <translation>한 기관에 이름이 여럿</translation>
    </message>
    <message>
        <source>left unmarked</source>
        <translation>표시하지 않은 곳</translation>
    </message>
    <message>
        <source>Mark all %1</source>
        <translation>모두 표시 (%1)</translation>
    </message>
    <message>
        <source>Make all so</source>
        <translation>모두 이렇게</translation>
    </message>
    <message>
        <source>It is right as it is</source>
        <translation>이대로 맞음</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>What is not the same everywhere</source>
        <translation>곳마다 다른 것</translation>
    </message>
    <message>
        <source>Its places</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>How all should be</source>
        <translation>모두 어떻게 할지</translation>
    </message>
    <message>
        <source>Your spans in all documents are being compared…</source>
        <translation>모든 문서의 내 구간을 견주는 중입니다…</translation>
    </message>
    <message>
        <source>All is the same everywhere. Looked at: documents %1.</source>
        <translation>곳마다 다른 것이 없습니다. 살펴본 문서 %1건.</translation>
    </message>
    <message>
        <source>Not the same everywhere: %1. Looked at: documents %2.</source>
        <translation>곳마다 다른 것 %1가지. 살펴본 문서 %2건.</translation>
    </message>
</context>
<context>
    <name>ConvertDesk</name>
    <message>
        <source>Convert files</source>
        <translation>파일 변환</translation>
    </message>
    <message>
        <source>Nothing was written: there was nothing to convert</source>
        <translation>변환할 것이 없어 아무것도 쓰지 않았습니다</translation>
    </message>
    <message>
        <source>Converted: documents %1, spans %2</source>
        <translation>변환했습니다: 문서 %1건, 구간 %2개</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 파일에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>ConvertPanel</name>
    <message>
        <source>Say where the file should go.</source>
        <translation>파일을 둘 곳을 적어 주세요.</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>더 보기…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>선택 사항 더 보기</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>선택 사항 접기</translation>
    </message>
    <message>
        <source>Convert files</source>
        <translation>파일 변환</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2개</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>원본 파일</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>File</source>
        <translation>저장할 파일</translation>
    </message>
    <message>
        <source>Who marked</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>where a file does not say</source>
        <translation>파일에 적혀 있지 않을 때</translation>
    </message>
    <message>
        <source>An emoji counts as two in these files, where they do not say</source>
        <translation>이 파일에서는 이모지를 두 글자로 셉니다 (파일에 적혀 있지 않을 때)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>en_US</source>
        <translation>ko_KR</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Pick a day in the calendar (Down)</source>
        <translation>달력에서 날짜 고르기 (↓)</translation>
    </message>
</context>
<context>
    <name>DocumentLabels</name>
    <message>
        <source>Take off the label: {label}</source>
        <translation>라벨 떼기: {label}</translation>
    </message>
    <message>
        <source>Labels of the document</source>
        <translation>문서 라벨</translation>
    </message>
    <message>
        <source>One more label of the document</source>
        <translation>문서 라벨 더 달기</translation>
    </message>
    <message>
        <source>Add a label, Enter</source>
        <translation>라벨을 적고 Enter</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Document date</source>
        <translation>문서 날짜</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>글쓴이</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>섹션</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Crawled</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>from a field of the page</source>
        <translation>기사면의 항목에서</translation>
    </message>
    <message>
        <source>from a photo credit</source>
        <translation>사진 설명에서</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>given by hand</source>
        <translation>직접 적음</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>연-월-일</translation>
    </message>
    <message>
        <source>Further fields of the file</source>
        <translation>파일의 그 밖의 항목</translation>
    </message>
</context>
<context>
    <name>DoneBeforePanel</name>
    <message>
        <source>{title}   version {version} · {day}</source>
        <translation>{title}   {version}판 · {day}</translation>
    </message>
    <message>
        <source>Done before the labels changed: {count}. The labels are at version {version}.</source>
        <translation>라벨이 바뀌기 전에 완료한 문서 {count}건. 지금 라벨은 {version}판입니다.</translation>
    </message>
    <message>
        <source>Every done document was done, or checked, with the present labels.</source>
        <translation>완료한 문서는 모두 지금 라벨로 완료했거나 확인했습니다.</translation>
    </message>
    <message>
        <source>Documents done before the labels changed</source>
        <translation>라벨이 바뀌기 전에 완료한 문서</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>그 뒤에 바뀐 것</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>열기 (Enter)</translation>
    </message>
    <message>
        <source>Checked (Space)</source>
        <translation>확인함 (Space)</translation>
    </message>
    <message>
        <source>All are checked</source>
        <translation>모두 확인함</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Which key should the new label have in files?</source>
        <translation>새 라벨은 파일에서 어떤 키로 쓸까요?</translation>
    </message>
    <message>
        <source>Add the label</source>
        <translation>라벨 추가</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Split {label}: a second label with the same kind of value, then a walk over its spans, a digit each.</source>
        <translation>“{label}” 나누기: 값 종류가 같은 라벨을 하나 더 만들고, 구간을 차례로 보며 숫자키로 정합니다.</translation>
    </message>
    <message>
        <source>Split, and walk</source>
        <translation>나누고 차례로 보기</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing here yet</source>
        <translation>아직 문서가 없습니다</translation>
    </message>
    <message>
        <source>Drop files or folders on the window, or press Ctrl+O.</source>
        <translation>파일이나 폴더를 창에 끌어다 놓거나 Ctrl+O를 누르세요.</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>문서 가져오기…</translation>
    </message>
    <message>
        <source>No document like this</source>
        <translation>맞는 문서가 없습니다</translation>
    </message>
    <message>
        <source>Nothing matches the search and the filter.</source>
        <translation>검색어와 보기 조건에 맞는 문서가 없습니다.</translation>
    </message>
    <message>
        <source>Show all documents</source>
        <translation>모든 문서 보기</translation>
    </message>
</context>
<context>
    <name>EncodingChoice</name>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How the page begins in this encoding</source>
        <translation>이 인코딩으로 읽은 페이지 첫머리</translation>
    </message>
</context>
<context>
    <name>EncodingPanel</name>
    <message>
        <source>In which encoding are “%1” and %2 more files written?</source>
        <translation>“%1” 외 %2개 파일은 어떤 인코딩으로 쓰였습니까?</translation>
    </message>
    <message>
        <source>In which encoding is “%1” written?</source>
        <translation>“%1” 파일은 어떤 인코딩으로 쓰였습니까?</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How the file begins in this encoding</source>
        <translation>이 인코딩으로 읽은 파일 첫머리</translation>
    </message>
    <message>
        <source>It reads well: import</source>
        <translation>잘 읽힘: 가져오기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>빼기</translation>
    </message>
</context>
<context>
    <name>EntryFields</name>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Holds in</source>
        <translation>적용 범위</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영문</translation>
    </message>
    <message>
        <source>Abbreviation</source>
        <translation>약칭</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>다른 이름</translation>
    </message>
    <message>
        <source>From year</source>
        <translation>시작 연도</translation>
    </message>
    <message>
        <source>To year</source>
        <translation>끝 연도</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>One name a line</source>
        <translation>한 줄에 이름 하나</translation>
    </message>
    <message>
        <source>Suggest none of these names</source>
        <translation>이 이름들은 제안하지 않기</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>all my projects</source>
        <translation>내 모든 프로젝트</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Written: documents %1, spans %2, to %3.</source>
        <translation>문서 %1건, 구간 %2개를 %3 파일에 썼습니다.</translation>
    </message>
    <message>
        <source>To be written: documents %1, layers %2, spans %3.</source>
        <translation>쓸 내용: 문서 %1건, 레이어 %2개, 구간 %3개.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>뺀 것: %1.</translation>
    </message>
    <message>
        <source>Held back: %1.</source>
        <translation>고른 대로 남겨 둔 것: %1.</translation>
    </message>
    <message>
        <source>Not carried by this format: %1.</source>
        <translation>이 형식에 담을 수 없는 것: %1.</translation>
    </message>
    <message>
        <source>“%1” keeps all of it.</source>
        <translation>모두 담으려면 “%1” 형식을 고르세요.</translation>
    </message>
    <message>
        <source>In the file, but its tools may drop: %1.</source>
        <translation>파일에는 있지만 그 형식의 도구가 버릴 수 있는 것: %1.</translation>
    </message>
    <message>
        <source>The review is not finished: %1 items are not decided.</source>
        <translation>검토가 끝나지 않았습니다. 판정하지 않은 항목: %1개.</translation>
    </message>
    <message>
        <source>Spans that do not hold the text they say they do, left out: %1.</source>
        <translation>적힌 글과 맞지 않아 뺀 구간: %1개.</translation>
    </message>
    <message>
        <source>%1: documents %2</source>
        <translation>%1: 문서 %2건</translation>
    </message>
    <message>
        <source>documents not begun (%1)</source>
        <translation>시작하지 않은 문서 %1건</translation>
    </message>
    <message>
        <source>documents in the bin (%1)</source>
        <translation>휴지통의 문서 %1건</translation>
    </message>
    <message>
        <source>layers not begun (%1)</source>
        <translation>시작하지 않은 레이어 %1개</translation>
    </message>
    <message>
        <source>layers in progress (%1)</source>
        <translation>진행 중인 레이어 %1개</translation>
    </message>
    <message>
        <source>layers that are done (%1)</source>
        <translation>완료한 레이어 %1개</translation>
    </message>
    <message>
        <source>skipped layers (%1)</source>
        <translation>건너뛴 레이어 %1개</translation>
    </message>
    <message>
        <source>layers of others (%1)</source>
        <translation>다른 작업자의 레이어 %1개</translation>
    </message>
    <message>
        <source>lost spans (%1)</source>
        <translation>잃은 구간 %1개</translation>
    </message>
    <message>
        <source>comments on spans that stay behind (%1)</source>
        <translation>남겨 둔 구간의 댓글 %1개</translation>
    </message>
    <message>
        <source>near-duplicate documents (%1)</source>
        <translation>거의 같은 문서 %1건</translation>
    </message>
    <message>
        <source>spans of labels left out (%1)</source>
        <translation>뺀 라벨의 구간 %1개</translation>
    </message>
    <message>
        <source>records of spans that stay behind (%1)</source>
        <translation>남겨 둔 구간의 기록 %1건</translation>
    </message>
    <message>
        <source>relations of spans that stay behind (%1)</source>
        <translation>남겨 둔 구간의 관계 %1개</translation>
    </message>
    <message>
        <source>spans that became the same as another (%1)</source>
        <translation>다른 구간과 같아진 구간 %1개</translation>
    </message>
    <message>
        <source>spans outside the zones (%1)</source>
        <translation>고른 영역 밖의 구간 %1개</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Say where the file should go.</source>
        <translation>파일을 둘 곳을 적어 주세요.</translation>
    </message>
    <message>
        <source>The file says who marked: give your name first.</source>
        <translation>파일에는 표시한 사람이 적힙니다. 먼저 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Whose marks</source>
        <translation>누구의 표시</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Suggestions too, those that files brought and nobody has decided</source>
        <translation>제안도 함께 (파일에서 왔고 아직 결정하지 않은 것)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>더 보기…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>More options of the export</source>
        <translation>내보내기 선택 사항 더 보기</translation>
    </message>
    <message>
        <source>Fewer options of the export</source>
        <translation>내보내기 선택 사항 접기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Worked on: in progress and done</source>
        <translation>작업한 것: 진행 중과 완료</translation>
    </message>
    <message>
        <source>Done only</source>
        <translation>완료만</translation>
    </message>
    <message>
        <source>All, untouched ones too</source>
        <translation>전부, 손대지 않은 것도</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>All annotators, one line each</source>
        <translation>모든 작업자, 한 줄에 한 명</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>내 것</translation>
    </message>
</context>
<context>
    <name>ExtractionStrip</name>
    <message>
        <source>What was kept of the page</source>
        <translation>페이지에서 남긴 것</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>페이지의 줄</translation>
    </message>
    <message>
        <source>Document date</source>
        <translation>문서 날짜</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>연-월-일</translation>
    </message>
    <message>
        <source>The date from which “today” and “next year” are counted</source>
        <translation>‘오늘’, ‘내년’을 세는 기준 날짜</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>확정 (Enter)</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>모든 줄 보기</translation>
    </message>
    <message>
        <source>Kept %1 of %2 lines of the page.</source>
        <translation>페이지 %2줄 가운데 %1줄을 남겼습니다.</translation>
    </message>
    <message>
        <source>No article start was found: all %2 lines are kept.</source>
        <translation>기사 시작을 찾지 못해 %2줄을 모두 남겼습니다.</translation>
    </message>
    <message>
        <source>The page names no date of the article:</source>
        <translation>페이지에 기사 날짜가 없습니다:</translation>
    </message>
    <message>
        <source>The document date is from a field of the page:</source>
        <translation>문서 날짜는 페이지의 항목에서 왔습니다:</translation>
    </message>
    <message>
        <source>The document date is from a photo credit:</source>
        <translation>문서 날짜는 사진 설명에서 왔습니다:</translation>
    </message>
    <message>
        <source>The document date is from the file:</source>
        <translation>문서 날짜는 파일에서 왔습니다:</translation>
    </message>
    <message>
        <source>The document date was given by hand:</source>
        <translation>문서 날짜를 손으로 적었습니다:</translation>
    </message>
    <message>
        <source>Document date:</source>
        <translation>문서 날짜:</translation>
    </message>
</context>
<context>
    <name>FeedbackPreview</name>
    <message>
        <source>%1: no review of a document is finished</source>
        <translation>%1: 검토가 끝난 문서가 없습니다</translation>
    </message>
    <message>
        <source>Documents %1, their spans %2, gold spans %3, differences %4</source>
        <translation>문서 %1건, 작업자의 구간 %2개, 정답 구간 %3개, 차이 %4개</translation>
    </message>
    <message>
        <source>%1 more stand in the file.</source>
        <translation>나머지 %1개는 파일에 있습니다.</translation>
    </message>
    <message>
        <source>against gold</source>
        <translation>정답과 견줌</translation>
    </message>
    <message>
        <source>mean of the others: %1</source>
        <translation>다른 작업자 %1명 평균</translation>
    </message>
    <message>
        <source>The feedback as it will be written</source>
        <translation>파일에 쓰일 검토 결과</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Send a copy</source>
        <translation>사본 보내기</translation>
    </message>
    <message>
        <source>Copied to %1.</source>
        <translation>%1 파일로 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>… and %1 more</source>
        <translation>… 외 %1건</translation>
    </message>
    <message>
        <source>Nothing in this file needs a word.</source>
        <translation>이 파일에는 알릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>What came of each file</source>
        <translation>파일별 결과</translation>
    </message>
    <message>
        <source>What was told of the file</source>
        <translation>파일에서 알릴 것</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>not found</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>문서에서 찾기</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>찾을 말</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>부제</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>발신</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>본문</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>사진 설명</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>기자 이름</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>소제목</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>각주</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>연락처</translation>
    </message>
    <message>
        <source>an end cuts a character</source>
        <translation>끝이 글자를 자름</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>same text elsewhere</source>
        <translation>같은 말</translation>
    </message>
    <message>
        <source>accepted suggestion</source>
        <translation>받아들인 제안</translation>
    </message>
    <message>
        <source>changed suggestion</source>
        <translation>고친 제안</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>from review</source>
        <translation>검토에서</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>about</source>
        <translation>약</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>이상</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>이하</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>초과</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>미만</translation>
    </message>
    <message>
        <source>early</source>
        <translation>초</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>중순</translation>
    </message>
    <message>
        <source>late</source>
        <translation>말</translation>
    </message>
    <message>
        <source>during</source>
        <translation>중</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>메모: {note}</translation>
    </message>
    <message>
        <source>has an open comment</source>
        <translation>열린 댓글 있음</translation>
    </message>
    <message>
        <source>in record {numbers}</source>
        <translation>기록 {numbers}</translation>
    </message>
    <message>
        <source>{title}, spans: {count}</source>
        <translation>{title}, 구간 {count}개</translation>
    </message>
    <message>
        <source>{title}, spans: {count}, folded away</source>
        <translation>{title}, 구간 {count}개, 접힘</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start}부터 {end}까지</translation>
    </message>
    <message>
        <source>counted from {date}</source>
        <translation>{date} 기준</translation>
    </message>
</context>
<context>
    <name>FormPages</name>
    <message>
        <source>Comments, open: %1</source>
        <translation>댓글, 열린 것 %1개</translation>
    </message>
    <message>
        <source>Records: %1</source>
        <translation>기록: %1개</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>제안: %1개</translation>
    </message>
    <message>
        <source>Spans, document, comments, records</source>
        <translation>구간, 문서, 댓글, 기록</translation>
    </message>
    <message>
        <source>What is shown below</source>
        <translation>아래에 보일 것</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>댓글</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Form</source>
        <translation>양식</translation>
    </message>
    <message>
        <source>Labels and selected span</source>
        <translation>라벨과 고른 구간</translation>
    </message>
</context>
<context>
    <name>Gather</name>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>치운 문서</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>두 버전</translation>
    </message>
    <message>
        <source>Changed within</source>
        <translation>내용 바뀜</translation>
    </message>
    <message>
        <source>These labels are not in the project. What do they mean?</source>
        <translation>프로젝트에 없는 라벨입니다. 무엇에 해당합니까?</translation>
    </message>
    <message>
        <source>Whose layers are these?</source>
        <translation>누구의 레이어입니까?</translation>
    </message>
    <message>
        <source>These texts are not surely one of yours. Which is it?</source>
        <translation>어느 문서인지 확실하지 않은 텍스트입니다. 어느 것입니까?</translation>
    </message>
    <message>
        <source>These files hold layers on documents that you have put away. Left so, they stay out.</source>
        <translation>치워 둔 문서의 레이어가 든 파일입니다. 그대로 두면 들여오지 않습니다.</translation>
    </message>
    <message>
        <source>These layers stand here in another version. Which counts?</source>
        <translation>여기 있는 것과 버전이 다른 레이어입니다. 어느 쪽을 따릅니까?</translation>
    </message>
    <message>
        <source>The text has changed within these spans. Are they right?</source>
        <translation>구간 안의 글자가 바뀌었습니다. 이대로 맞습니까?</translation>
    </message>
    <message>
        <source>Label in the file</source>
        <translation>파일의 라벨</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>표시 수</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Named in the file</source>
        <translation>파일에 적힌 이름</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Text in the file</source>
        <translation>파일의 텍스트</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>묻는 까닭</translation>
    </message>
    <message>
        <source>Most like it here</source>
        <translation>가장 비슷한 문서</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>유사도</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Where in the text</source>
        <translation>글 안의 자리</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>In the text of the file</source>
        <translation>파일의 텍스트에서</translation>
    </message>
    <message>
        <source>In your text</source>
        <translation>우리 텍스트에서</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Layers taken</source>
        <translation>받은 레이어</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>새 문서</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>답 기다림</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>받지 않음</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>위치 이동</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>자리 없음</translation>
    </message>
    <message>
        <source>another text under its id</source>
        <translation>같은 ID에 다른 텍스트</translation>
    </message>
    <message>
        <source>several have this text</source>
        <translation>같은 텍스트가 여럿</translation>
    </message>
    <message>
        <source>not here in this form</source>
        <translation>똑같은 텍스트가 없음</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>removed for good</source>
        <translation>완전히 삭제함</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>빼 두기</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>깃발</translation>
    </message>
    <message>
        <source>Labels of the document</source>
        <translation>문서 라벨</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>댓글</translation>
    </message>
    <message>
        <source>As it is here</source>
        <translation>여기 것 그대로</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>파일대로</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>둘 다</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>깃발 있음</translation>
    </message>
    <message>
        <source>not flagged</source>
        <translation>깃발 없음</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>해결됨</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>메모: %1</translation>
    </message>
    <message>
        <source>Add it as a new label</source>
        <translation>새 라벨로 추가</translation>
    </message>
    <message>
        <source>Leave these marks out</source>
        <translation>이 표시는 제외</translation>
    </message>
    <message>
        <source>The same person as here: %1</source>
        <translation>여기 있는 사람과 같음: %1</translation>
    </message>
    <message>
        <source>Another person of this name</source>
        <translation>이름만 같은 다른 사람</translation>
    </message>
    <message>
        <source>A document of its own</source>
        <translation>새 문서로 추가</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>(nobody)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>Gathered: layers %1, spans %2, new documents %3.</source>
        <translation>모음: 레이어 %1개, 구간 %2개, 새 문서 %3건.</translation>
    </message>
    <message>
        <source>Nothing new was gathered.</source>
        <translation>새로 모은 것이 없습니다.</translation>
    </message>
    <message>
        <source>What is asked stands below.</source>
        <translation>물어볼 것이 아래에 있습니다.</translation>
    </message>
</context>
<context>
    <name>GatherDesk</name>
    <message>
        <source>Gather colleagues&apos; files</source>
        <translation>동료 파일 모으기</translation>
    </message>
    <message>
        <source>A drive has left another copy of this project beside it: %1.</source>
        <translation>클라우드 드라이브가 이 프로젝트 옆에 충돌 사본을 남겼습니다: %1</translation>
    </message>
    <message>
        <source>Gather it</source>
        <translation>모으기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>GatherPanel</name>
    <message>
        <source>Open questions: %1</source>
        <translation>남은 질문: %1</translation>
    </message>
    <message>
        <source>Gathered files</source>
        <translation>모은 파일</translation>
    </message>
    <message>
        <source>Which part of the gathering</source>
        <translation>모으기의 어느 부분</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Take the answers</source>
        <translation>답대로 받기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>GiveBackDesk</name>
    <message>
        <source>Given back: files {count}, in {folder}</source>
        <translation>돌려줄 파일 {count}개를 {folder}에 썼습니다</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>문서</translation>
    </message>
</context>
<context>
    <name>GiveBackPanel</name>
    <message>
        <source>Give back into</source>
        <translation>돌려줄 파일을 둘 곳</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>돌려주기</translation>
    </message>
    <message>
        <source>{name}: documents {documents}, items {items}, decided otherwise {differing}</source>
        <translation>{name}: 문서 {documents}건, 항목 {items}개, 다르게 판정된 것 {differing}개</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>누구에게</translation>
    </message>
    <message>
        <source>Return files</source>
        <translation>돌려주는 파일</translation>
    </message>
    <message>
        <source>Feedback (HTML)</source>
        <translation>검토 결과 (HTML)</translation>
    </message>
    <message>
        <source>List for the guideline ({count})</source>
        <translation>지침에 담을 것 ({count})</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>새 폴더</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Look at the feedback</source>
        <translation>검토 결과 미리 보기</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>아직 판정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Documents with decisions: {count}.</source>
        <translation>판정이 있는 문서: {count}건.</translation>
    </message>
    <message>
        <source>Not finished: {count}; what is decided goes back, and no number counts them.</source>
        <translation>검토가 끝나지 않은 문서: {count}건. 판정한 것은 돌려주지만 숫자에는 넣지 않습니다.</translation>
    </message>
    <message>
        <source>Left out, because their review without names is not done: {count}.</source>
        <translation>이름을 가린 검토가 끝나지 않아 뺀 문서: {count}건.</translation>
    </message>
</context>
<context>
    <name>GroupSwitch</name>
    <message>
        <source>How the spans are grouped</source>
        <translation>구간을 묶는 방법</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>읽는 순서로</translation>
    </message>
    <message>
        <source>Grouped by label</source>
        <translation>라벨별로</translation>
    </message>
    <message>
        <source>Grouped by text</source>
        <translation>글자별로</translation>
    </message>
</context>
<context>
    <name>Guideline</name>
    <message>
        <source>Guideline</source>
        <translation>지침</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>펼침</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>접음</translation>
    </message>
    <message>
        <source>No guideline was written for this label.</source>
        <translation>이 라벨에는 지침이 없습니다.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>변경 기록</translation>
    </message>
    <message>
        <source>Take back the last project step</source>
        <translation>프로젝트 전체의 마지막 변경 취소</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>whole project</source>
        <translation>프로젝트 전체</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>취소됨</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Imported: documents %1, spans %2.</source>
        <translation>문서 %1건, 구간 %2개를 가져왔습니다.</translation>
    </message>
    <message>
        <source>Suggestions: %1.</source>
        <translation>제안 %1개.</translation>
    </message>
    <message>
        <source>Corrected: spans %1, in documents %2.</source>
        <translation>고쳤습니다: 구간 %1개, 문서 %2건.</translation>
    </message>
    <message>
        <source>As the file has them already: documents %1.</source>
        <translation>이미 파일과 같은 문서: %1건.</translation>
    </message>
    <message>
        <source>Already here: documents %1.</source>
        <translation>이미 있는 문서 %1건.</translation>
    </message>
    <message>
        <source>Not taken: %1. The first: %2, line %4: %3</source>
        <translation>가져오지 못한 것 %1건. 첫째: %2 파일 %4번째 줄: %3</translation>
    </message>
    <message>
        <source>Not taken: %1. The first: %2: %3</source>
        <translation>가져오지 못한 것 %1건. 첫째: %2 파일: %3</translation>
    </message>
    <message>
        <source>To be known: %1.</source>
        <translation>알아 둘 것: %1건.</translation>
    </message>
    <message>
        <source>Nothing to import was found there.</source>
        <translation>가져올 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ImportAccount</name>
    <message>
        <source>Count emoji as two</source>
        <translation>이모지를 두 글자로 세기</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>모두 보기…</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>받지 않은 것: %1건</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Import documents</source>
        <translation>문서 가져오기</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>폴더 가져오기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>As corrections</source>
        <translation>수정으로 가져오기</translation>
    </message>
    <message>
        <source>As suggestions</source>
        <translation>제안으로 가져오기</translation>
    </message>
    <message>
        <source>Choose item by item…</source>
        <translation>항목마다 고르기…</translation>
    </message>
    <message>
        <source>The import was taken back, with all that was done on its documents since.</source>
        <translation>가져오기를 취소했습니다. 그 문서에 한 일도 함께 취소되었습니다.</translation>
    </message>
    <message>
        <source>The corrections were taken back.</source>
        <translation>수정을 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>되살리기</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>확신</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Told to those who have it otherwise</source>
        <translation>다르게 표시한 작업자에게 전해집니다</translation>
    </message>
    <message>
        <source>For the guideline</source>
        <translation>지침에 반영할 것</translation>
    </message>
</context>
<context>
    <name>Jumping</name>
    <message>
        <source>Go to a document, a span or an action</source>
        <translation>문서, 구간, 동작으로 가기</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>라벨 고르기</translation>
    </message>
    <message>
        <source>No other document is nearly the same as this one.</source>
        <translation>이 문서와 거의 같은 문서가 없습니다.</translation>
    </message>
    <message>
        <source>Go to a document that is nearly the same</source>
        <translation>거의 같은 문서로 가기</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>All keys</source>
        <translation>모든 키</translation>
    </message>
</context>
<context>
    <name>LabelButtons</name>
    <message>
        <source>{title} ({key}), {count} spans</source>
        <translation>{title}({key}), 구간 {count}개</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Key {digit}</source>
        <translation>{digit} 키</translation>
    </message>
</context>
<context>
    <name>LabelEditor</name>
    <message>
        <source>Labels, version {version}</source>
        <translation>라벨, {version}판</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>라벨 모음</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>실행 취소: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Done before the labels changed: {count}…</source>
        <translation>라벨이 바뀌기 전에 완료: {count}건…</translation>
    </message>
    <message>
        <source>Documents that were done before the labels changed</source>
        <translation>라벨이 바뀌기 전에 완료한 문서</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>알림</translation>
    </message>
</context>
<context>
    <name>LabelFields</name>
    <message>
        <source>Key in files</source>
        <translation>파일 속 키</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>숫자키</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>지침</translation>
    </message>
    <message>
        <source>One choice a line</source>
        <translation>한 줄에 보기 하나</translation>
    </message>
    <message>
        <source>What the label is for, what belongs to it, what does not</source>
        <translation>무엇에 붙이는 라벨인지, 무엇을 넣고 무엇을 빼는지</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Search labels and guidelines</source>
        <translation>라벨과 지침에서 찾기</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>No label says that.</source>
        <translation>그런 라벨이 없습니다.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>라벨 추가</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>나누기…</translation>
    </message>
    <message>
        <source>Make a second label, and walk over the spans of this one</source>
        <translation>라벨을 하나 더 만들고 이 라벨의 구간을 차례로 보기</translation>
    </message>
    <message>
        <source>Look at each of your spans of this label again</source>
        <translation>이 라벨을 붙인 내 구간을 하나씩 다시 보기</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>차례로 보기</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move the label up (Ctrl+Up)</source>
        <translation>라벨을 위로 (Ctrl+↑)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Move the label down (Ctrl+Down)</source>
        <translation>라벨을 아래로 (Ctrl+↓)</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>지우기…</translation>
    </message>
    <message>
        <source>Remove the label (Delete)</source>
        <translation>라벨 지우기 (Delete)</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{hue}, {pattern}</source>
        <translation>{hue} · {pattern}</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>sum of money</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>one of some choices</source>
        <translation>보기 중 하나</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>자유 글</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>황토</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>자두</translation>
    </message>
    <message>
        <source>single line</source>
        <translation>한 줄</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>두 줄</translation>
    </message>
    <message>
        <source>dotted line</source>
        <translation>점선</translation>
    </message>
</context>
<context>
    <name>LabelsDesk</name>
    <message>
        <source>Import labels</source>
        <translation>라벨 가져오기</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>라벨 내보내기</translation>
    </message>
    <message>
        <source>Written: labels {count}, to {path}.</source>
        <translation>라벨 {count}개를 {path}에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>Lexicon</name>
    <message>
        <source>Agency</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>이 프로젝트</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>내 용어집</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>hides</source>
        <translation>숨김 설정</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>대체됨</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>숨겨짐</translation>
    </message>
</context>
<context>
    <name>LexiconDesk</name>
    <message>
        <source>Your lexicon was changed; it holds in all your projects.</source>
        <translation>내 용어집을 바꾸었습니다. 내 모든 프로젝트에 적용됩니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Import names and sectors</source>
        <translation>이름과 분야 가져오기</translation>
    </message>
    <message>
        <source>Read: entries {count}.</source>
        <translation>읽음: 항목 {count}개.</translation>
    </message>
    <message>
        <source>Export names and sectors</source>
        <translation>이름과 분야 내보내기</translation>
    </message>
    <message>
        <source>Written: entries {count}, to {path}.</source>
        <translation>저장함: 항목 {count}개, {path}</translation>
    </message>
</context>
<context>
    <name>LexiconPanel</name>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>다시 제안</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Names and sectors</source>
        <translation>이름과 분야</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{all}개 중 {shown}개</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Often tagged…</source>
        <translation>자주 표시한 것…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Take over what was tagged again and again</source>
        <translation>여러 번 표시한 것을 용어집에 넣습니다</translation>
    </message>
    <message>
        <source>Add the entries of a CSV file to this project</source>
        <translation>CSV 파일의 항목을 이 프로젝트에 추가합니다</translation>
    </message>
    <message>
        <source>Write the entries shown here to a CSV file</source>
        <translation>여기 보이는 항목을 CSV 파일로 저장합니다</translation>
    </message>
</context>
<context>
    <name>LexiconTable</name>
    <message>
        <source>Search all names</source>
        <translation>모든 이름에서 찾기</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>모든 출처</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영문</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>다른 이름</translation>
    </message>
    <message>
        <source>Country, code</source>
        <translation>국가·코드</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>All documents</source>
        <translation>모든 문서</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 문서</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>깃발</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>가져온 순</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>제목순</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>매체순</translation>
    </message>
    <message>
        <source>By author</source>
        <translation>글쓴이순</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>섹션순</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>주소순</translation>
    </message>
    <message>
        <source>By publication</source>
        <translation>게재일순</translation>
    </message>
    <message>
        <source>By modification</source>
        <translation>수정일순</translation>
    </message>
    <message>
        <source>By crawling</source>
        <translation>수집일순</translation>
    </message>
    <message>
        <source>By document date</source>
        <translation>문서 날짜순</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>상태순</translation>
    </message>
    <message>
        <source>By number of spans</source>
        <translation>구간 개수순</translation>
    </message>
    <message>
        <source>By flag</source>
        <translation>깃발순</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>구간 1개</translation>
    </message>
    <message>
        <source>{count} spans</source>
        <translation>구간 {count}개</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>{count}+ of {total}</source>
        <translation>{total}건 가운데 {count}건 넘음</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>문서 1건</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>문서 {count}건</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total}건 중 {count}건</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>내림차순</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>오름차순</translation>
    </message>
    <message>
        <source>List of documents</source>
        <translation>문서 목록</translation>
    </message>
    <message>
        <source>Search titles and texts</source>
        <translation>제목과 본문에서 찾기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>How many documents are listed</source>
        <translation>목록에 있는 문서 수</translation>
    </message>
</context>
<context>
    <name>LostStrip</name>
    <message>
        <source>Lost spans</source>
        <translation>잃은 구간</translation>
    </message>
    <message>
        <source>Spans without a place in the present text: %1</source>
        <translation>지금 본문에 자리가 없는 구간: %1개</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>MemberEditor</name>
    <message>
        <source>New value ↵</source>
        <translation>새 값 ↵</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>Member of the record</source>
        <translation>기록의 구성원</translation>
    </message>
    <message>
        <source>Role of the member</source>
        <translation>구성원의 역할</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Take the member out, or the record apart (Delete)</source>
        <translation>구성원을 빼거나 기록을 풉니다 (Delete)</translation>
    </message>
    <message>
        <source>What is wrong with the value</source>
        <translation>값의 문제</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Give each annotator a name of their own.</source>
        <translation>작업자마다 서로 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>There is no document to assign.</source>
        <translation>나눌 문서가 없습니다.</translation>
    </message>
    <message>
        <source>An overlap is a share of 0 to 100 %, and needs at least as many annotators as get a document.</source>
        <translation>함께 볼 몫은 0~100%이고, 한 문서를 받을 사람 수만큼 작업자가 있어야 합니다.</translation>
    </message>
    <message>
        <source>This relation is no longer there.</source>
        <translation>이 관계는 이제 없습니다.</translation>
    </message>
    <message>
        <source>A span is no alias of itself.</source>
        <translation>구간은 자기 자신의 별칭이 될 수 없습니다.</translation>
    </message>
    <message>
        <source>This record is no longer there.</source>
        <translation>이 기록은 이제 없습니다.</translation>
    </message>
    <message>
        <source>The document has changed since this was worked out. Nothing was done; look again.</source>
        <translation>계산한 뒤에 문서가 바뀌었습니다. 아무것도 하지 않았으니 다시 확인하세요.</translation>
    </message>
    <message>
        <source>This document did not come from a page, so there is nothing to read again.</source>
        <translation>이 문서는 페이지에서 온 것이 아니라 다시 읽을 것이 없습니다.</translation>
    </message>
    <message>
        <source>This text holds characters that an editor cannot keep, so it is not opened in one.</source>
        <translation>편집기가 그대로 지킬 수 없는 문자가 있어 편집기에서 열지 않습니다.</translation>
    </message>
    <message>
        <source>A name has 1 to {most} characters, single blanks between words, and no vertical bar.</source>
        <translation>이름은 1자에서 {most}자까지, 낱말 사이는 한 칸씩 띄우고, 세로줄(|)은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>You are the one at the keyboard. Join the other annotator into yourself.</source>
        <translation>지금 작업 중인 본인은 다른 작업자로 합칠 수 없습니다. 반대로 다른 작업자를 본인에게 합치세요.</translation>
    </message>
    <message>
        <source>Both have marked the same documents, and not alike: {count}. Gather a file of the one as the other, and choose what counts.</source>
        <translation>두 사람이 같은 문서 {count}건을 서로 다르게 표시했습니다. 한쪽의 파일을 다른 쪽의 것으로 모아 무엇을 따를지 고르세요.</translation>
    </message>
    <message>
        <source>That annotator is no longer in the project.</source>
        <translation>그 작업자는 이제 프로젝트에 없습니다.</translation>
    </message>
    <message>
        <source>This cannot be done any more: what it rests on ({entity}) has been changed since.</source>
        <translation>이제는 할 수 없습니다. 바탕이 되는 것({entity})이 그 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <source>That comment is no longer there.</source>
        <translation>그 댓글은 이제 없습니다.</translation>
    </message>
    <message>
        <source>That comment is somebody else’s.</source>
        <translation>다른 사람의 댓글입니다.</translation>
    </message>
    <message>
        <source>That document is no longer in the project.</source>
        <translation>그 문서는 이제 프로젝트에 없습니다.</translation>
    </message>
    <message>
        <source>Only what is in the bin can be removed for good.</source>
        <translation>휴지통에 있는 것만 완전히 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>At least one line must stay in the article.</source>
        <translation>기사에 적어도 한 줄은 남아야 합니다.</translation>
    </message>
    <message>
        <source>Spans stand in this text ({count}). Remove them first, or undo, to choose other lines.</source>
        <translation>이 글에 구간이 {count}개 있습니다. 다른 줄을 고르려면 먼저 지우거나 실행 취소하세요.</translation>
    </message>
    <message>
        <source>Cancelled; everything is as it was.</source>
        <translation>취소했습니다. 모두 그대로입니다.</translation>
    </message>
    <message>
        <source>That label is no longer in the label set.</source>
        <translation>그 라벨은 이제 라벨 모음에 없습니다.</translation>
    </message>
    <message>
        <source>This text cannot be shown character for character ({shown} instead of {expected}).</source>
        <translation>이 글은 글자 하나하나를 그대로 보여 줄 수 없습니다({expected}자 대신 {shown}자).</translation>
    </message>
    <message>
        <source>The settings in {file} could not be read; the defaults hold. The file was kept as {kept}.</source>
        <translation>{file}의 설정을 읽지 못해 기본값을 씁니다. 파일은 {kept}에 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>Some settings in {file} were wrong ({keys}); their defaults hold. Kept as {kept}.</source>
        <translation>{file}의 잘못된 설정({keys})은 기본값을 씁니다. 파일은 {kept}에 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>The settings in {file} could not be read ({reason}); the defaults hold.</source>
        <translation>{file}의 설정을 읽지 못해({reason}) 기본값을 씁니다.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {file}: {reason}.</source>
        <translation>설정을 {file}에 저장하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>A round has a name of at most {most} characters.</source>
        <translation>회차 이름은 1자 이상 {most}자 이하로 적어 주세요.</translation>
    </message>
    <message>
        <source>A round is called “{name}” already. A frozen round never changes: take another name.</source>
        <translation>“{name}” 회차가 이미 있습니다. 고정한 회차는 바뀌지 않으니 다른 이름을 적어 주세요.</translation>
    </message>
    <message>
        <source>Spans that do not hold the text they say ({count}), “{text}” first. They are left as they are.</source>
        <translation>적힌 글과 다른 구간이 {count}개 있습니다(첫째 “{text}”). 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>That span is no longer there.</source>
        <translation>그 구간은 이제 없습니다.</translation>
    </message>
    <message>
        <source>“{text}” already has this label.</source>
        <translation>“{text}”에는 이미 이 라벨이 있습니다.</translation>
    </message>
    <message>
        <source>mark “{text}” as {label}</source>
        <translation>“{text}” 표시: {label}</translation>
    </message>
    <message>
        <source>relabel “{text}” as {label}</source>
        <translation>“{text}” 라벨 바꾸기: {label}</translation>
    </message>
    <message>
        <source>move the ends of “{text}”</source>
        <translation>“{text}” 경계 옮기기</translation>
    </message>
    <message>
        <source>remove “{text}”</source>
        <translation>“{text}” 지우기</translation>
    </message>
    <message>
        <source>note on “{text}”</source>
        <translation>“{text}” 메모</translation>
    </message>
    <message>
        <source>“{text}” in doubt</source>
        <translation>“{text}” 확실하지 않음</translation>
    </message>
    <message>
        <source>“{text}” no longer in doubt</source>
        <translation>“{text}” 확실함</translation>
    </message>
    <message>
        <source>value of “{text}”</source>
        <translation>“{text}” 값</translation>
    </message>
    <message>
        <source>mark {count} more “{text}” as {label}</source>
        <translation>“{text}” {count}곳 더 표시: {label}</translation>
    </message>
    <message>
        <source>mark {count} “{text}” as {label} in {documents} documents</source>
        <translation>문서 {documents}건에서 “{text}” {count}곳 표시: {label}</translation>
    </message>
    <message>
        <source>refuse {count} “{text}” for {label}</source>
        <translation>“{text}” {count}곳 제외: {label}</translation>
    </message>
    <message>
        <source>“{title}” has changed since its places were found. Nothing was marked; look again.</source>
        <translation>찾은 뒤에 “{title}” 문서가 바뀌었습니다. 아무것도 표시하지 않았으니 다시 찾아 주세요.</translation>
    </message>
    <message>
        <source>accept “{text}” as {label} ({count})</source>
        <translation>“{text}” 제안을 {label}(으)로 받아들이기 ({count})</translation>
    </message>
    <message>
        <source>refuse the suggestion “{text}” ({count})</source>
        <translation>“{text}” 제안 거절 ({count})</translation>
    </message>
    <message>
        <source>confirm the article</source>
        <translation>기사 확정</translation>
    </message>
    <message>
        <source>choose the lines of the article</source>
        <translation>기사 줄 고르기</translation>
    </message>
    <message>
        <source>correct the text</source>
        <translation>본문 고치기</translation>
    </message>
    <message>
        <source>extract the article again</source>
        <translation>기사 다시 추출</translation>
    </message>
    <message>
        <source>read the page again as {encoding}</source>
        <translation>{encoding}(으)로 다시 읽기</translation>
    </message>
    <message>
        <source>choose other lines of the page</source>
        <translation>페이지의 다른 줄 고르기</translation>
    </message>
    <message>
        <source>take the new text of its page</source>
        <translation>페이지의 새 본문 받기</translation>
    </message>
    <message>
        <source>keep “{name}” as another source</source>
        <translation>“{name}”을(를) 원문으로 더 두기</translation>
    </message>
    <message>
        <source>decide “{text}”</source>
        <translation>“{text}” 판정</translation>
    </message>
    <message>
        <source>reaffirm the decision on “{text}”</source>
        <translation>“{text}” 판정 다시 확인</translation>
    </message>
    <message>
        <source>accept {count} unanimous items ({documents} documents)</source>
        <translation>모두 일치한 항목 {count}건 받아들이기 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>decide {count} items by the majority ({documents} documents)</source>
        <translation>항목 {count}건을 다수결로 판정 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>take {count} items without josa ({documents} documents)</source>
        <translation>항목 {count}건을 조사 없이 받아들이기 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>take {count} items without blanks and punctuation ({documents} documents)</source>
        <translation>항목 {count}건을 공백·문장부호 없이 받아들이기 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>take the filled value of {count} items ({documents} documents)</source>
        <translation>항목 {count}건에 적힌 값 받아들이기 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>decide {count} items without regard to values ({documents} documents)</source>
        <translation>항목 {count}건을 값과 상관없이 판정 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>adopt one annotator’s {count} items ({documents} documents)</source>
        <translation>한 작업자의 항목 {count}건 채택 (문서 {documents}건)</translation>
    </message>
    <message>
        <source>open “{text}” again</source>
        <translation>“{text}” 다시 열기</translation>
    </message>
    <message>
        <source>begin the review anew</source>
        <translation>검토 처음부터 시작</translation>
    </message>
    <message>
        <source>begin the review</source>
        <translation>검토 시작</translation>
    </message>
    <message>
        <source>finish the review</source>
        <translation>검토 마치기</translation>
    </message>
    <message>
        <source>open the review again</source>
        <translation>검토 다시 열기</translation>
    </message>
    <message>
        <source>hide the annotators’ names in the review</source>
        <translation>검토에서 작업자 이름 가리기</translation>
    </message>
    <message>
        <source>show the annotators’ names in the review</source>
        <translation>검토에서 작업자 이름 보이기</translation>
    </message>
    <message>
        <source>reveal the annotators’ names</source>
        <translation>작업자 이름 공개</translation>
    </message>
    <message>
        <source>label “{text}” {label} everywhere ({count})</source>
        <translation>“{text}”을(를) 모두 {label}(으)로 ({count})</translation>
    </message>
    <message>
        <source>value “{value}” for “{text}” everywhere ({count})</source>
        <translation>“{text}”의 값을 모두 “{value}”(으)로 ({count})</translation>
    </message>
    <message>
        <source>leave “{text}” as it is</source>
        <translation>“{text}”을(를) 이대로 두기</translation>
    </message>
    <message>
        <source>freeze the numbers as “{name}”</source>
        <translation>수치를 “{name}”(으)로 고정</translation>
    </message>
    <message>
        <source>freeze the numbers before adjudication</source>
        <translation>판정 전 수치 고정</translation>
    </message>
    <message>
        <source>tie “{text}” into a record</source>
        <translation>“{text}” 기록에 묶기</translation>
    </message>
    <message>
        <source>tie “{text}” and others into a record ({count})</source>
        <translation>“{text}” 등 {count}건을 기록으로 묶기</translation>
    </message>
    <message>
        <source>do not tie “{text}”</source>
        <translation>“{text}” 기록 제안 거절</translation>
    </message>
    <message>
        <source>take {role} out of its record</source>
        <translation>{role} 기록에서 빼기</translation>
    </message>
    <message>
        <source>give a member the role {role}</source>
        <translation>역할을 {role}(으)로</translation>
    </message>
    <message>
        <source>change the value of {role} in a record</source>
        <translation>기록의 {role} 값 바꾸기</translation>
    </message>
    <message>
        <source>take a record of {count} apart</source>
        <translation>{count}개짜리 기록 풀기</translation>
    </message>
    <message>
        <source>“{text}” is an alias of “{other}” ({count})</source>
        <translation>“{text}”을(를) “{other}”의 별칭으로 ({count}건)</translation>
    </message>
    <message>
        <source>remove the relation of “{text}” to “{other}”</source>
        <translation>“{text}”와(과) “{other}”의 관계 지우기</translation>
    </message>
    <message>
        <source>put “{text}” back as {label}</source>
        <translation>“{text}” {label}(으)로 되돌려 놓기</translation>
    </message>
    <message>
        <source>discard the lost span “{text}”</source>
        <translation>잃은 구간 “{text}” 버리기</translation>
    </message>
    <message>
        <source>correct the title</source>
        <translation>제목 고치기</translation>
    </message>
    <message>
        <source>correct the outlet</source>
        <translation>매체 고치기</translation>
    </message>
    <message>
        <source>correct the author</source>
        <translation>글쓴이 고치기</translation>
    </message>
    <message>
        <source>correct the section</source>
        <translation>섹션 고치기</translation>
    </message>
    <message>
        <source>correct the URL</source>
        <translation>주소 고치기</translation>
    </message>
    <message>
        <source>correct when it was published</source>
        <translation>게재일 고치기</translation>
    </message>
    <message>
        <source>correct when it was modified</source>
        <translation>수정일 고치기</translation>
    </message>
    <message>
        <source>correct when it was crawled</source>
        <translation>수집일 고치기</translation>
    </message>
    <message>
        <source>correct the document date</source>
        <translation>문서 날짜 고치기</translation>
    </message>
    <message>
        <source>correct where the document date was found</source>
        <translation>문서 날짜의 출처 고치기</translation>
    </message>
    <message>
        <source>correct the language</source>
        <translation>언어 고치기</translation>
    </message>
    <message>
        <source>comment “{text}”</source>
        <translation>댓글 “{text}”</translation>
    </message>
    <message>
        <source>remove the comment “{text}”</source>
        <translation>댓글 “{text}” 지우기</translation>
    </message>
    <message>
        <source>resolve the comment “{text}”</source>
        <translation>댓글 “{text}” 해결</translation>
    </message>
    <message>
        <source>open the comment “{text}” again</source>
        <translation>댓글 “{text}” 다시 열기</translation>
    </message>
    <message>
        <source>label the document “{label}”</source>
        <translation>문서 라벨 “{label}” 달기</translation>
    </message>
    <message>
        <source>take the label “{label}” off the document</source>
        <translation>문서 라벨 “{label}” 떼기</translation>
    </message>
    <message>
        <source>put into the bin: {title} ({count})</source>
        <translation>휴지통에 넣기: {title} ({count}건)</translation>
    </message>
    <message>
        <source>take out of the bin: {title} ({count})</source>
        <translation>휴지통에서 꺼내기: {title} ({count}건)</translation>
    </message>
    <message>
        <source>a step on documents that were removed for good</source>
        <translation>완전히 지운 문서의 변경</translation>
    </message>
    <message>
        <source>set back to new</source>
        <translation>새 문서로 되돌리기</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>깃발 달기</translation>
    </message>
    <message>
        <source>take the flag away</source>
        <translation>깃발 떼기</translation>
    </message>
    <message>
        <source>name the annotator “{name}”</source>
        <translation>작업자 이름: {name}</translation>
    </message>
    <message>
        <source>take the label set of “{file}”</source>
        <translation>“{file}”의 라벨 모음 쓰기</translation>
    </message>
    <message>
        <source>{gone} and {kept} are one annotator</source>
        <translation>{gone}와(과) {kept}을(를) 한 작업자로 합침</translation>
    </message>
    <message>
        <source>look at changed spans: right {right}, removed {wrong}</source>
        <translation>내용이 바뀐 구간 확인: 맞음 {right}, 지움 {wrong}</translation>
    </message>
    <message>
        <source>corrections of “{file}”: {spans} spans</source>
        <translation>“{file}”의 수정: 구간 {spans}개</translation>
    </message>
    <message>
        <source>import of {spans} spans on documents that are here</source>
        <translation>이미 있는 문서의 구간 {spans}개 가져오기</translation>
    </message>
    <message>
        <source>import of {count} suggestions</source>
        <translation>제안 {count}개 가져오기</translation>
    </message>
    <message>
        <source>import of {documents} documents</source>
        <translation>문서 {documents}건 가져오기</translation>
    </message>
    <message>
        <source>This is no case to compare: {problem}.</source>
        <translation>비교할 자료가 아닙니다: {problem}.</translation>
    </message>
    <message>
        <source>Nobody is named {name} in what is compared; there are: {names}.</source>
        <translation>견줄 것에 이름이 {name}인 작업자가 없습니다. 있는 작업자: {names}.</translation>
    </message>
    <message>
        <source>{annotator} has a layer on “{id}” already, from a file before; this one was left out.</source>
        <translation>“{id}”에는 앞선 파일에서 온 {annotator}의 레이어가 이미 있어 이것은 뺐습니다.</translation>
    </message>
    <message>
        <source>Name annotation files to compare, or one case file.</source>
        <translation>비교할 작업 파일들이나 사례 파일 하나를 지정하세요.</translation>
    </message>
    <message>
        <source>Several annotators have marked “{id}”, and the file does not say whose marks it corrects.</source>
        <translation>“{id}” 문서에는 여러 작업자의 표시가 있는데, 누구의 표시를 고치는지 파일에 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>Marks of {annotator} on “{id}” have changed since this file was exported, and {count} spans are not as the file has them. These corrections were put aside; nothing was overwritten.</source>
        <translation>이 파일을 내보낸 뒤로 “{id}” 문서에 {annotator}의 표시가 바뀌었고, 구간 {count}개가 파일과 다릅니다. 이 수정은 따로 두었고 아무것도 덮어쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no document “{id}” here, nor one with this text, to be corrected.</source>
        <translation>고칠 “{id}” 문서도, 글이 같은 문서도 여기 없습니다.</translation>
    </message>
    <message>
        <source>There is no label “{label}” here. Add it to the label set, then import again.</source>
        <translation>“{label}” 라벨이 여기 없습니다. 라벨 세트에 넣은 뒤 다시 가져오세요.</translation>
    </message>
    <message>
        <source>There are no marks of {annotator} on “{id}” to be corrected.</source>
        <translation>“{id}” 문서에 고칠 {annotator}의 표시가 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a page, and no file of marks: it corrects nothing.</source>
        <translation>“{name}”은(는) 표시를 담은 파일이 아니라 페이지여서 고칠 것이 없습니다.</translation>
    </message>
    <message>
        <source>The text of “{id}” is another one now than that which these corrections were made on.</source>
        <translation>“{id}” 문서의 글이 이 수정을 만든 때의 글과 다릅니다.</translation>
    </message>
    <message>
        <source>An earlier line of this file has corrected the marks of {annotator} on “{id}” already.</source>
        <translation>이 파일의 앞줄에서 “{id}” 문서의 {annotator} 표시를 이미 고쳤습니다.</translation>
    </message>
    <message>
        <source>“{id}” is in the bin. Bring it back from there, then import again.</source>
        <translation>“{id}” 문서는 휴지통에 있습니다. 되돌려 놓은 뒤 다시 가져오세요.</translation>
    </message>
    <message>
        <source>“{id}” was removed for good, so it is not taken in again.</source>
        <translation>“{id}” 문서는 완전히 지운 것이어서 다시 들이지 않습니다.</translation>
    </message>
    <message>
        <source>“{id}” was made on another version of the text. Its spans were laid over ours: unchanged {same}, moved {moved}, changed within {edited}, without a place {lost}, twice {twice}.</source>
        <translation>“{id}”의 구간은 다른 버전의 텍스트에서 표시한 것이라 우리 텍스트로 옮겼습니다. 그대로 {same}, 위치 이동 {moved}, 내용 바뀜 {edited}, 자리 없음 {lost}, 중복 {twice}.</translation>
    </message>
    <message>
        <source>“{text}” ({label}) has no place in our text. It is kept in the tray of lost spans.</source>
        <translation>“{text}”({label})이(가) 들어갈 자리가 우리 텍스트에 없습니다. 잃은 구간 보관함에 두었습니다.</translation>
    </message>
    <message>
        <source>“{id}” was left out, as you said.</source>
        <translation>지정한 대로 “{id}”을(를) 제외했습니다.</translation>
    </message>
    <message>
        <source>The label {label} of the file has the id of your {ours}: its marks were taken as {ours}.</source>
        <translation>파일의 {label} 라벨은 이 프로젝트의 {ours} 라벨과 id가 같아 {ours}로 받았습니다.</translation>
    </message>
    <message>
        <source>Marks left out, as you said: {count} ({labels}).</source>
        <translation>지정한 대로 제외한 표시: {count}개({labels}).</translation>
    </message>
    <message>
        <source>The same file has been gathered before. Nothing was done.</source>
        <translation>이미 모은 파일과 똑같습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>That is this project itself. There is nothing to gather from it.</source>
        <translation>지금 열려 있는 프로젝트 파일입니다. 모을 것이 없습니다.</translation>
    </message>
    <message>
        <source>“{word}” is none of the words that may stand there.</source>
        <translation>“{word}”은(는) 여기에 쓸 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>“{name}” is a page without marks. Import it as a document.</source>
        <translation>“{name}”은(는) 표시가 없는 페이지입니다. 문서로 가져오세요.</translation>
    </message>
    <message>
        <source>There is another text under the id “{id}” already. Give this document an id of its own.</source>
        <translation>“{id}”라는 id로 다른 글이 이미 있습니다. 이 문서에 다른 id를 주세요.</translation>
    </message>
    <message>
        <source>Several annotators have marked here: {names}. Say whose marks to export.</source>
        <translation>여러 작업자가 표시했습니다: {names}. 누구의 표시를 내보낼지 정해 주세요.</translation>
    </message>
    <message>
        <source>“{path}” is there already. Name a folder that is new, or empty.</source>
        <translation>“{path}”이(가) 이미 있습니다. 새 폴더나 빈 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no status “{status}”. There are: all, {known}.</source>
        <translation>“{status}”라는 상태는 없습니다. 쓸 수 있는 것: all, {known}.</translation>
    </message>
    <message>
        <source>There is no annotator “{name}” in the project. There are: {names}.</source>
        <translation>프로젝트에 “{name}”이라는 작업자가 없습니다. 있는 작업자: {names}.</translation>
    </message>
    <message>
        <source>“{path}” was not written ({reason}); what was there before is still there.</source>
        <translation>“{path}” 파일을 쓰지 못했습니다({reason}). 전에 있던 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>“{split}” is no split: write whole percentages that make 100, as 80/10/10 (train, dev, test) or 90/10.</source>
        <translation>“{split}”는 나누는 비율이 아닙니다. 합이 100인 정수로 80/10/10(학습, 검증, 시험)이나 90/10처럼 적어 주세요.</translation>
    </message>
    <message>
        <source>There is no label “{label}” in the project. There are: {known}.</source>
        <translation>프로젝트에 “{label}” 라벨이 없습니다. 있는 라벨: {known}.</translation>
    </message>
    <message>
        <source>There is no zone “{zone}”; there are {known}.</source>
        <translation>“{zone}” 영역은 없습니다. 있는 영역: {known}.</translation>
    </message>
    <message>
        <source>There is nothing to export: no layer of those chosen has a status that was asked for.</source>
        <translation>내보낼 것이 없습니다. 고른 레이어 가운데 그 상태인 것이 없습니다.</translation>
    </message>
    <message>
        <source>A word for another split says nothing where nothing is split. Say how to split, as 80/10/10.</source>
        <translation>나누지 않을 때는 다른 나누기를 위한 낱말이 쓸모없습니다. 80/10/10처럼 어떻게 나눌지 적으세요.</translation>
    </message>
    <message>
        <source>Several annotators are called “{name}”. Say which by the id: {ids}.</source>
        <translation>“{name}”이라는 작업자가 여럿입니다. id로 정해 주세요: {ids}.</translation>
    </message>
    <message>
        <source>Several annotators have no name ({ids}); one name cannot be theirs. Export them one by one.</source>
        <translation>이름 없는 작업자가 여럿입니다({ids}). 한 이름을 함께 쓸 수 없으니 한 명씩 내보내세요.</translation>
    </message>
    <message>
        <source>In which encoding “{name}” is written is not sure, so it was left out. Possible are: {encodings}.</source>
        <translation>“{name}” 파일의 인코딩이 확실하지 않아 뺐습니다. 가능한 것: {encodings}.</translation>
    </message>
    <message>
        <source>“{name}” is not written in the encoding {encoding}. Choose another one.</source>
        <translation>“{name}” 파일은 {encoding} 인코딩이 아닙니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>“{name}” holds labels and no documents. It is read along with the file that it stands beside.</source>
        <translation>“{name}” 파일에는 라벨만 있고 문서가 없습니다. 곁에 있는 파일과 함께 읽힙니다.</translation>
    </message>
    <message>
        <source>“{name}” is in no encoding that this program knows. Save it as UTF-8, then import again.</source>
        <translation>“{name}” 파일은 이 프로그램이 아는 인코딩이 아닙니다. UTF-8로 저장한 뒤 다시 가져오세요.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file.</source>
        <translation>“{name}”은 텍스트 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>A page of more than {most} MB is no article.</source>
        <translation>{most}MB가 넘는 페이지는 기사가 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” is what goes back and forth after a review, and no layer. Import it by itself, or gather it.</source>
        <translation>“{name}”은(는) 검토를 마치고 주고받는 파일이며 레이어가 아닙니다. 따로 가져오거나 모으세요.</translation>
    </message>
    <message>
        <source>The text has {length} characters; a document may have {most}.</source>
        <translation>글이 {length}자입니다. 한 문서는 {most}자까지입니다.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>“{name}” 파일을 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Marks of {annotator} on “{id}” are here already, and they are others; nothing was overwritten. To have both, give this layer another annotator.</source>
        <translation>“{id}” 문서에 {annotator}의 다른 표시가 이미 있어 덮어쓰지 않았습니다. 둘 다 두려면 이 레이어에 다른 작업자를 주세요.</translation>
    </message>
    <message>
        <source>Marks of somebody without a name are on “{id}” already, and they are others; nothing was overwritten. To have both, say who made these.</source>
        <translation>“{id}” 문서에 이름 없는 작업자의 다른 표시가 이미 있어 덮어쓰지 않았습니다. 둘 다 두려면 이 표시를 누가 했는지 지정하세요.</translation>
    </message>
    <message>
        <source>Two versions of the layer on {id} were brought together; what only lies beside its marks in the file was not: decisions {decisions}, suggestions {suggestions}.</source>
        <translation>{id}의 두 버전을 합쳤습니다. 파일에서 구간 밖에 딸린 것은 합치지 않았습니다: 판정 {decisions}건, 제안 {suggestions}건.</translation>
    </message>
    <message>
        <source>Newer marks of {annotator} on “{id}” are here already; these older ones were left out.</source>
        <translation>“{id}” 문서에 {annotator}의 더 새로운 표시가 이미 있어, 이 옛 표시는 뺐습니다.</translation>
    </message>
    <message>
        <source>There is no token with a tag (O, B-…, I-…) on this line: “{line}”.</source>
        <translation>이 줄에는 태그(O, B-…, I-…)가 붙은 토큰이 없습니다: “{line}”</translation>
    </message>
    <message>
        <source>More than {most} tokens are no document; it was left out.</source>
        <translation>토큰이 {most}개를 넘으면 문서로 볼 수 없어 뺐습니다.</translation>
    </message>
    <message>
        <source>This defines a label and is no document. Bring label files in where labels are changed.</source>
        <translation>라벨 정의이지 문서가 아닙니다. 라벨 파일은 라벨을 고치는 곳에서 가져오세요.</translation>
    </message>
    <message>
        <source>A span with the label {label} is no longer in the list “label”; it was not taken.</source>
        <translation>{label} 라벨의 구간이 “label” 목록에 더는 없어 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>From here on the file is not in the encoding {encoding}; the rest was not read. Save it as UTF-8.</source>
        <translation>여기부터 {encoding} 인코딩이 아니어서 나머지는 읽지 않았습니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>There are no annotations beside “{name}”; for brat it is no document.</source>
        <translation>“{name}” 옆에 주석 파일이 없어 brat에서는 문서로 보지 않습니다.</translation>
    </message>
    <message>
        <source>This is no line of brat&apos;s: “{line}”.</source>
        <translation>brat의 줄이 아닙니다: “{line}”</translation>
    </message>
    <message>
        <source>There is no “{name}” beside the annotations, so they are on no text.</source>
        <translation>주석 옆에 “{name}”이 없어 주석이 놓일 글이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is not UTF-8, or too long for a document. Save it as UTF-8.</source>
        <translation>“{name}”이 UTF-8이 아니거나 문서로는 너무 깁니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>The span has a value already; the reference {reference} was left out.</source>
        <translation>구간에 이미 값이 있어 참조 {reference}을(를) 뺐습니다.</translation>
    </message>
    <message>
        <source>This row cannot be told apart into cells: a quotation mark is open, or a cell is too long.</source>
        <translation>이 줄은 칸으로 나눌 수 없습니다. 따옴표가 닫히지 않았거나 칸이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The first row must name the columns; {columns} must be among them.</source>
        <translation>첫 줄에 열 이름이 있어야 하며, {columns}가 들어 있어야 합니다.</translation>
    </message>
    <message>
        <source>The row does not say which document it is of.</source>
        <translation>이 줄에는 어느 문서의 것인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The value was left out, because the column value_type does not say of which type it is.</source>
        <translation>value_type 열에 값의 종류가 없어 값을 뺐습니다.</translation>
    </message>
    <message>
        <source>“{cell}” is no place in a text: a whole number from 0 belongs into the column {column}.</source>
        <translation>“{cell}”은 글 안의 자리가 아닙니다. {column} 열에는 0 이상의 정수가 와야 합니다.</translation>
    </message>
    <message>
        <source>This row is not UTF-8. Save the file as UTF-8.</source>
        <translation>이 줄은 UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>The row has {found} cells; there are {columns} columns.</source>
        <translation>이 줄은 {found}칸인데 열은 {columns}개입니다.</translation>
    </message>
    <message>
        <source>The text has line ends with a carriage return; its lines must end in a line feed alone.</source>
        <translation>글에 CR 줄바꿈이 있습니다. 줄은 LF로만 끝나야 합니다.</translation>
    </message>
    <message>
        <source>The text has changed since it was marked: it does not fit its “text_sha256”.</source>
        <translation>표시한 뒤에 글이 바뀌었습니다. “text_sha256”과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The document has no text.</source>
        <translation>문서에 글이 없습니다.</translation>
    </message>
    <message>
        <source>“{id}” is the id of another part already.</source>
        <translation>“{id}”는 이미 다른 부분의 id입니다.</translation>
    </message>
    <message>
        <source>“{key}” does not hold what belongs there.</source>
        <translation>“{key}”에 맞지 않는 것이 들어 있습니다.</translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation>“{key}”가 없습니다.</translation>
    </message>
    <message>
        <source>The text has changed since it was marked: it has {found} characters, and “text_length” says {said}.</source>
        <translation>표시한 뒤에 글이 바뀌었습니다. {found}자인데 “text_length”는 {said}자라고 합니다.</translation>
    </message>
    <message>
        <source>Left out, because they are on suggestions: relations, members and comments ({count}).</source>
        <translation>제안에 달린 관계, 구성원, 댓글 {count}개는 뺐습니다.</translation>
    </message>
    <message>
        <source>There is no “text”.</source>
        <translation>“text”가 없습니다.</translation>
    </message>
    <message>
        <source>The marks fit their texts only if an emoji counts as two characters (UTF-16); they must count it as one.</source>
        <translation>이모지를 두 글자로 세어야(UTF-16) 표시가 글과 맞습니다. 한 글자로 세어야 합니다.</translation>
    </message>
    <message>
        <source>This line is of another version of the format ({version}). Update this program to read it.</source>
        <translation>이 줄은 다른 판의 형식입니다({version}). 읽으려면 프로그램을 새로 고치세요.</translation>
    </message>
    <message>
        <source>The text holds half of a character, which no file can.</source>
        <translation>글에 반쪽 글자가 있어 파일에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>The format {format} does not take that option: {problem}.</source>
        <translation>{format} 형식에는 쓸 수 없는 선택 항목입니다: {problem}.</translation>
    </message>
    <message>
        <source>brat, a text and its annotations in two files</source>
        <translation>brat, 글과 주석이 두 파일로</translation>
    </message>
    <message>
        <source>The format {format} can be written, not read.</source>
        <translation>{format} 형식은 쓸 수만 있고 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The format {format} can be read, not written.</source>
        <translation>{format} 형식은 읽을 수만 있고 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>CoNLL, a token and its tag a line</source>
        <translation>CoNLL, 한 줄에 토큰과 태그 하나</translation>
    </message>
    <message>
        <source>CSV, a row a span</source>
        <translation>CSV, 한 줄에 구간 하나</translation>
    </message>
    <message>
        <source>KLUE-NER, a character and its tag a line</source>
        <translation>KLUE-NER, 한 줄에 글자와 태그 하나</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano용 JSONL</translation>
    </message>
    <message>
        <source>Label Studio JSON</source>
        <translation>Label Studio용 JSON</translation>
    </message>
    <message>
        <source>JSON Lines of this program</source>
        <translation>이 프로그램의 JSON Lines</translation>
    </message>
    <message>
        <source>There is no format {format}. There are: {known}.</source>
        <translation>{format}이라는 형식은 없습니다. 있는 형식: {known}.</translation>
    </message>
    <message>
        <source>The plug-in {name} brings a format that cannot be used: {problem}.</source>
        <translation>플러그인 {name}의 형식을 쓸 수 없습니다: {problem}.</translation>
    </message>
    <message>
        <source>Marks without the texts, to be shared</source>
        <translation>글 없이 나눌 표시만</translation>
    </message>
    <message>
        <source>Prodigy and spaCy JSON Lines</source>
        <translation>Prodigy·spaCy용 JSONL</translation>
    </message>
    <message>
        <source>The format {format} leaves no choice of the units in which offsets count.</source>
        <translation>{format} 형식은 위치를 세는 단위를 고를 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is a project, not an annotation file. Export its annotations, and take that file.</source>
        <translation>“{name}”은(는) 작업 파일이 아니라 프로젝트입니다. 먼저 내보낸 뒤 그 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>“{name}” is of no format that this program knows.</source>
        <translation>“{name}”은 이 프로그램이 모르는 형식입니다.</translation>
    </message>
    <message>
        <source>W3C Web Annotations</source>
        <translation>W3C 웹 주석</translation>
    </message>
    <message>
        <source>Something follows where the list of documents has ended; it was not read.</source>
        <translation>문서 목록이 끝난 뒤에 무엇이 더 있어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The list is not valid JSON in or after its member {member}; from there on nothing was read.</source>
        <translation>목록의 {member}번째 항목부터 올바른 JSON이 아니어서 거기서부터 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>This is not valid JSON, from character {column} on.</source>
        <translation>{column}번째 글자부터 올바른 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>“{key}” stands there twice, so that nobody can tell which is meant.</source>
        <translation>“{key}”가 두 번 있어 어느 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>This is no document: it is not a JSON object.</source>
        <translation>JSON 객체가 아니므로 문서가 아닙니다.</translation>
    </message>
    <message>
        <source>This line is not UTF-8, from its byte {byte} on. Save the file as UTF-8.</source>
        <translation>이 줄은 {byte}번째 바이트부터 UTF-8이 아닙니다. 파일을 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>“{number}” is no number that can be kept.</source>
        <translation>“{number}”는 담을 수 있는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>This line holds half of a character, which could not be saved.</source>
        <translation>이 줄에는 저장할 수 없는 반쪽 글자가 있습니다.</translation>
    </message>
    <message>
        <source>Lists and objects lie too deep in one another there.</source>
        <translation>목록과 객체가 너무 깊이 겹쳐 있습니다.</translation>
    </message>
    <message>
        <source>More than {most} MB is too long for one document.</source>
        <translation>한 문서가 {most}MB를 넘습니다.</translation>
    </message>
    <message>
        <source>This is the labelling config of a project in Label Studio and holds no document.</source>
        <translation>Label Studio 프로젝트의 라벨 설정이라 문서가 없습니다.</translation>
    </message>
    <message>
        <source>The mark stands in a web page or a dialogue, not in a plain text; it was not taken.</source>
        <translation>일반 글이 아니라 웹 페이지나 대화에 있는 표시라 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no text in “data”, or it is not clear which of several is meant.</source>
        <translation>“data”에 글이 없거나, 여럿 가운데 어느 것인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The mark stands in a picture or a recording; it was not taken.</source>
        <translation>그림이나 녹음에 있는 표시라 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>The mark stands in another text of the same task; it was not taken.</source>
        <translation>같은 작업의 다른 글에 있는 표시라 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>What the file says that marks cover is not what stands at their places ({count}, the first: “{text}”). They were taken by their places; look whether they stand right.</source>
        <translation>파일에 적힌 글과 그 자리의 글이 다른 표시가 있습니다({count}개, 첫째: “{text}”). 자리를 따라 가져왔으니 제자리에 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Label {number} of the label file has no name, or says something that cannot be understood.</source>
        <translation>라벨 파일의 {number}번째 라벨에 이름이 없거나 알 수 없는 것이 있습니다.</translation>
    </message>
    <message>
        <source>The label file beside the file is not a JSON list of labels.</source>
        <translation>곁에 있는 라벨 파일이 라벨의 JSON 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>The label file has the label {label} twice.</source>
        <translation>라벨 파일에 {label} 라벨이 두 번 있습니다.</translation>
    </message>
    <message>
        <source>More than {most} MB is too long for one line.</source>
        <translation>한 줄이 {most} MB를 넘어 너무 깁니다.</translation>
    </message>
    <message>
        <source>names of annotators ({count})</source>
        <translation>작업자 이름 {count}건</translation>
    </message>
    <message>
        <source>comments ({count})</source>
        <translation>댓글 {count}개</translation>
    </message>
    <message>
        <source>decisions ({count})</source>
        <translation>판정 {count}개</translation>
    </message>
    <message>
        <source>labels of documents ({count})</source>
        <translation>문서 라벨 {count}개</translation>
    </message>
    <message>
        <source>documents without spans, which leave no trace ({count})</source>
        <translation>구간이 없어 흔적이 남지 않는 문서 {count}건</translation>
    </message>
    <message>
        <source>spans that began or ended in a line end, without it ({count})</source>
        <translation>앞이나 끝의 줄바꿈을 뺀 구간 {count}개</translation>
    </message>
    <message>
        <source>documents without text ({count})</source>
        <translation>글이 없는 문서 {count}건</translation>
    </message>
    <message>
        <source>what other tools had added ({count})</source>
        <translation>다른 도구가 덧붙인 것 {count}개</translation>
    </message>
    <message>
        <source>fields of documents ({count})</source>
        <translation>문서 정보 {count}개</translation>
    </message>
    <message>
        <source>flags ({count})</source>
        <translation>깃발 {count}개</translation>
    </message>
    <message>
        <source>ids of documents, cut to the length of a file name ({count})</source>
        <translation>파일 이름 길이에 맞춰 자른 문서 ID {count}개</translation>
    </message>
    <message>
        <source>spans whose label no file can name ({count})</source>
        <translation>파일에 적을 수 없는 라벨의 구간 {count}개</translation>
    </message>
    <message>
        <source>spans over a line break ({count})</source>
        <translation>줄바꿈을 넘는 구간 {count}개</translation>
    </message>
    <message>
        <source>members of records ({count})</source>
        <translation>기록 구성원 {count}개</translation>
    </message>
    <message>
        <source>notes ({count})</source>
        <translation>메모 {count}개</translation>
    </message>
    <message>
        <source>spans that overlap a longer one ({count})</source>
        <translation>더 긴 구간과 겹치는 구간 {count}개</translation>
    </message>
    <message>
        <source>records ({count})</source>
        <translation>기록 {count}개</translation>
    </message>
    <message>
        <source>relations ({count})</source>
        <translation>관계 {count}개</translation>
    </message>
    <message>
        <source>that a layer is gold or a machine&apos;s ({count})</source>
        <translation>정답 또는 기계 레이어라는 표시({count})</translation>
    </message>
    <message>
        <source>the label file ({count})</source>
        <translation>라벨 파일 {count}개</translation>
    </message>
    <message>
        <source>spans ({count})</source>
        <translation>구간 {count}개</translation>
    </message>
    <message>
        <source>statuses other than done ({count})</source>
        <translation>‘완료’가 아닌 상태 {count}건</translation>
    </message>
    <message>
        <source>suggestions ({count})</source>
        <translation>제안 {count}개</translation>
    </message>
    <message>
        <source>TABs, written as blanks ({count})</source>
        <translation>빈칸으로 적은 탭 {count}개</translation>
    </message>
    <message>
        <source>texts ({count})</source>
        <translation>글 {count}건</translation>
    </message>
    <message>
        <source>doubts ({count})</source>
        <translation>확실하지 않음 표시 {count}개</translation>
    </message>
    <message>
        <source>values ({count})</source>
        <translation>값 {count}개</translation>
    </message>
    <message>
        <source>zones ({count})</source>
        <translation>영역 {count}개</translation>
    </message>
    <message>
        <source>What “{document}” keeps of its own file under “extra” cannot be written as JSON.</source>
        <translation>“{document}” 문서의 “extra”를 JSON으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file must say who marked “{document}”, and nobody is named. Give a name.</source>
        <translation>“{document}” 문서를 누가 표시했는지 파일에 적어야 합니다. 이름을 주세요.</translation>
    </message>
    <message>
        <source>“{document}” holds half of a character, which no file can.</source>
        <translation>“{document}” 문서에 파일에 담을 수 없는 반쪽 글자가 있습니다.</translation>
    </message>
    <message>
        <source>The file does not say who made the marks; its name was taken for the annotator’s: {name}.</source>
        <translation>누가 표시했는지 파일에 없어 파일 이름을 작업자 이름으로 삼았습니다: {name}.</translation>
    </message>
    <message>
        <source>Events on events were put on the spans that those hang on ({count}).</source>
        <translation>사건에 걸린 사건을 그 사건의 구간에 걸었습니다({count}개).</translation>
    </message>
    <message>
        <source>All lines end in a line feed now; the marks stand on the same words as before.</source>
        <translation>이제 모든 줄이 LF로 끝납니다. 표시는 같은 말 위에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>There is an emoji, and the file does not say whether it counts as one character or two (UTF-16); it was counted as one. Look whether the marks stand right.</source>
        <translation>이모지가 있는데 한 글자로 세었는지 두 글자(UTF-16)로 세었는지 파일에 없어 한 글자로 셌습니다. 표시가 제자리에 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>An emoji counted as two characters (UTF-16) and counts as one now; the marks stand on the same words.</source>
        <translation>두 글자로 세던(UTF-16) 이모지를 이제 한 글자로 셉니다. 표시는 같은 말 위에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The file holds no text, only tokens: the texts were made of them again, and may differ from the articles in blanks and lines.</source>
        <translation>파일에 글은 없고 토큰만 있어서 글을 다시 이어 붙였습니다. 빈칸과 줄이 기사와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>This is of another version of the format ({version}). Update this program to read it.</source>
        <translation>다른 판의 형식입니다({version}). 읽으려면 프로그램을 새로 고치세요.</translation>
    </message>
    <message>
        <source>The file holds marks on “{id}”, not its text, and no document here is that one. Import the text first.</source>
        <translation>파일에 “{id}”의 표시만 있고 글이 없는데, 여기에는 그 문서가 없습니다. 글부터 가져오세요.</translation>
    </message>
    <message>
        <source>The text of “{id}” is another one here than the one that was marked.</source>
        <translation>여기 있는 “{id}”의 글은 표시할 때의 글과 다릅니다.</translation>
    </message>
    <message>
        <source>The relation ties a place that is no span of this document; it was not taken.</source>
        <translation>관계가 이 문서의 구간이 아닌 자리를 가리켜 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>The answer is “{answer}”, so that {label} was not taken.</source>
        <translation>답: “{answer}”. 그래서 {label} 표시는 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>This is no Web Annotation: it has no “target”.</source>
        <translation>“target”이 없어 웹 주석이 아닙니다.</translation>
    </message>
    <message>
        <source>The annotation has no label: no body of it is for tagging.</source>
        <translation>주석에 라벨이 없습니다. 목적이 tagging인 body가 있어야 합니다.</translation>
    </message>
    <message>
        <source>The annotation has no place in a text that can be read here: neither a position nor a quote.</source>
        <translation>주석에 여기서 읽을 수 있는 자리가 없습니다. 위치도 인용도 없습니다.</translation>
    </message>
    <message>
        <source>The annotation does not say which document it is on.</source>
        <translation>주석에 어느 문서의 것인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The annotation has only its quote, and “{quote}” does not stand in the text exactly once.</source>
        <translation>주석에 인용만 있는데 “{quote}”가 글에 꼭 한 번 나오지 않습니다.</translation>
    </message>
    <message>
        <source>Left out of “{document}”: the span from {start} to {end} does not hold the text that it should.</source>
        <translation>“{document}”에서 {start}–{end} 구간은 적힌 글과 달라 뺐습니다.</translation>
    </message>
    <message>
        <source>Another label has the key “{label}”.</source>
        <translation>다른 라벨이 “{label}” 키를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>An import is under way and may be using this label. Remove it when the import has ended.</source>
        <translation>가져오는 중이라 이 라벨을 쓰고 있을 수 있습니다. 끝난 뒤에 지우세요.</translation>
    </message>
    <message>
        <source>The file uses the key “{label}” for another label than this project. Rename one of the two first.</source>
        <translation>파일의 “{label}” 키는 이 프로젝트와 다른 라벨입니다. 먼저 둘 중 하나의 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}</source>
        <translation>{name} 파일을 읽지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>{label} is new</source>
        <translation>{label} 새로 생김</translation>
    </message>
    <message>
        <source>{label} was removed</source>
        <translation>{label} 지워짐</translation>
    </message>
    <message>
        <source>{before} is now called {label}</source>
        <translation>{before} → {label} 이름 바뀜</translation>
    </message>
    <message>
        <source>{label} has another kind of value</source>
        <translation>{label} 값의 종류 바뀜</translation>
    </message>
    <message>
        <source>{label} has other choices</source>
        <translation>{label} 선택지 바뀜</translation>
    </message>
    <message>
        <source>{label} has another guideline</source>
        <translation>{label} 지침 바뀜</translation>
    </message>
    <message>
        <source>add the label {label}</source>
        <translation>라벨 더하기: {label}</translation>
    </message>
    <message>
        <source>rename the label {before} to {label}</source>
        <translation>라벨 이름 바꾸기: {before} → {label}</translation>
    </message>
    <message>
        <source>title of {label}</source>
        <translation>{label} 제목</translation>
    </message>
    <message>
        <source>guideline of {label}</source>
        <translation>{label} 지침</translation>
    </message>
    <message>
        <source>colour of {label}</source>
        <translation>{label} 색</translation>
    </message>
    <message>
        <source>digit {digit} for {label}</source>
        <translation>{label} 숫자 {digit}</translation>
    </message>
    <message>
        <source>no digit for {label}</source>
        <translation>{label} 숫자 없음</translation>
    </message>
    <message>
        <source>place of {label}</source>
        <translation>{label} 순서</translation>
    </message>
    <message>
        <source>kind of value of {label} (values taken away: {lost})</source>
        <translation>{label} 값의 종류 (없앤 값 {lost}개)</translation>
    </message>
    <message>
        <source>remove the label {label} (spans removed: {count})</source>
        <translation>라벨 지우기: {label} (지운 구간 {count}개)</translation>
    </message>
    <message>
        <source>remove the label {label} (spans relabelled as {into}: {count})</source>
        <translation>라벨 지우기: {label} ({into}로 바꾼 구간 {count}개)</translation>
    </message>
    <message>
        <source>labels of {name} (new {added}, changed {altered})</source>
        <translation>{name}의 라벨 (새로 {added}개, 바뀐 것 {altered}개)</translation>
    </message>
    <message>
        <source>checked with the present labels ({count})</source>
        <translation>지금 라벨로 확인함 ({count}건)</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened. See that you may read it, and that no other program keeps it to itself.</source>
        <translation>“{path}” 파일을 열 수 없습니다. 읽을 권한이 있는지, 다른 프로그램이 붙잡고 있지 않은지 보세요.</translation>
    </message>
    <message>
        <source>“{path}” is damaged and cannot be used. Dated backups of projects lie in this program’s own folder.</source>
        <translation>“{path}” 파일이 손상되어 쓸 수 없습니다. 날짜별 백업이 이 프로그램의 폴더에 있습니다.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be written to “{path}”. Make room, then try again.</source>
        <translation>디스크가 가득 차 “{path}”에 쓸 수 없습니다. 자리를 비운 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>“{path}” is there already. Choose another name.</source>
        <translation>“{path}” 파일이 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>“{path}” belongs to another program; it is no project.</source>
        <translation>“{path}”는 다른 프로그램의 파일이며 프로젝트가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is open in another program, and only one can change it at a time. Close it there to change it here; it can be read and exported meanwhile.</source>
        <translation>“{path}”를 다른 프로그램이 열고 있습니다. 한 번에 한 곳에서만 바꿀 수 있으니, 여기서 바꾸려면 그쪽을 닫으세요. 그동안 읽고 내보낼 수는 있습니다.</translation>
    </message>
    <message>
        <source>The disk with “{path}” does not answer as it should. Check it, then try again.</source>
        <translation>“{path}”가 있는 디스크가 제대로 답하지 않습니다. 확인한 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>“{path}” is open on another computer ({host}, {user}, since {since}). Close it there to change it here; it can be read and exported meanwhile.</source>
        <translation>“{path}”가 다른 컴퓨터에서 열려 있습니다({host}, {user}, {since}부터). 여기서 바꾸려면 그쪽을 닫으세요. 그동안 읽고 내보낼 수는 있습니다.</translation>
    </message>
    <message>
        <source>Another program is writing to “{path}” just now. Try again in a moment.</source>
        <translation>지금 다른 프로그램이 “{path}”에 쓰고 있습니다. 잠시 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>“{path}” 파일이 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” lies on a network drive. Open it in one place at a time; on a disk of this computer it is safer.</source>
        <translation>“{path}”는 네트워크 드라이브에 있습니다. 한 번에 한 곳에서만 여세요. 이 컴퓨터의 디스크가 더 안전합니다.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer version of this program (its form is {version}, known here is {known}). It can be read and exported; update this program to change it.</source>
        <translation>“{path}”는 더 새로운 판의 프로그램이 만들었습니다(파일 {version}, 여기서 아는 것 {known}). 읽고 내보낼 수 있습니다. 바꾸려면 프로그램을 새로 고치세요.</translation>
    </message>
    <message>
        <source>This program may not write to its own folder “{folder}”, so it cannot make sure that nobody else changes the project. Allow it to write there.</source>
        <translation>이 프로그램이 자기 폴더 “{folder}”에 쓸 수 없어, 다른 곳에서 프로젝트를 바꾸지 않는지 확인할 수 없습니다. 쓰기를 허용해 주세요.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer version of this program (its form is {version}, known here is {known}). Update this program to gather it.</source>
        <translation>“{path}”은(는) 이 프로그램의 더 새로운 버전에서 만들었습니다(파일 형식 {version}, 이 프로그램은 {known}까지). 프로그램을 업데이트한 뒤 모으세요.</translation>
    </message>
    <message>
        <source>“{path}” is no project.</source>
        <translation>“{path}”는 프로젝트가 아닙니다.</translation>
    </message>
    <message>
        <source>“{path}” is open for reading only, so nothing in it can be changed.</source>
        <translation>“{path}”는 읽기 전용으로 열려 있어 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>“{path}” may not be written to: the file or its folder is protected. Allow it, or send a copy to another folder; it can be read and exported as it is.</source>
        <translation>“{path}”에 쓸 수 없습니다. 파일이나 폴더가 보호되어 있습니다. 쓰기를 허용하거나 다른 폴더로 사본을 보내세요. 지금도 읽고 내보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Choose another name.</source>
        <translation>“{path}”는 프로젝트 파일입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>“{path}” lies in a folder that a cloud service copies. Close it here, and let it be copied, before it is opened on another computer.</source>
        <translation>“{path}”는 클라우드가 복사하는 폴더에 있습니다. 다른 컴퓨터에서 열기 전에 여기서 닫고 복사가 끝나기를 기다리세요.</translation>
    </message>
    <message>
        <source>“{path}” could not be closed into one file: the last changes lie in the file of its name with -wal behind. Nothing is lost if the two stay together; the next opening makes one of them.</source>
        <translation>“{path}”를 한 파일로 닫지 못했습니다. 마지막 변경은 이름 뒤에 -wal이 붙은 파일에 있습니다. 두 파일을 함께 두면 잃는 것이 없고, 다음에 열 때 하나가 됩니다.</translation>
    </message>
    <message>
        <source>“{field}” is “{value}”, which is no day written as YYYY-MM-DD.</source>
        <translation>“{field}” 값 “{value}”는 YYYY-MM-DD로 쓴 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>“{value}” does not begin with a day like 2023-12-09.</source>
        <translation>“{value}”: 2023-12-09 같은 날짜로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>“{value}” is no day like 2023-12-09. The document keeps the date it had.</source>
        <translation>“{value}”: 2023-12-09 같은 날짜가 아닙니다. 문서 날짜는 이전 그대로입니다.</translation>
    </message>
    <message>
        <source>“{field}” is “{value}”, which is no whole number.</source>
        <translation>“{field}” 값 “{value}”는 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>“{label}” cannot be the name of a label: it is empty, has a blank at an end, or a character that cannot be printed.</source>
        <translation>“{label}”는 라벨 이름이 될 수 없습니다. 비었거나, 끝에 빈칸이 있거나, 찍을 수 없는 글자가 있습니다.</translation>
    </message>
    <message>
        <source>The label {label} is not in the label set.</source>
        <translation>{label} 라벨은 라벨 모음에 없습니다.</translation>
    </message>
    <message>
        <source>“{id}” is the id of another span already.</source>
        <translation>“{id}”는 이미 다른 구간의 id입니다.</translation>
    </message>
    <message>
        <source>From {start} to {end}: one of the two lies inside a line end.</source>
        <translation>{start}–{end}: 한쪽 끝이 줄바꿈 가운데에 있습니다.</translation>
    </message>
    <message>
        <source>From {start} to {end}: one of the two lies inside a character.</source>
        <translation>{start}–{end}: 한쪽 끝이 글자 가운데에 있습니다.</translation>
    </message>
    <message>
        <source>From {start} to {end}: nothing begins before the text does.</source>
        <translation>{start}–{end}: 글이 시작하기 전에는 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>There is no span “{id}”, which this is about.</source>
        <translation>여기서 말하는 “{id}” 구간이 없습니다.</translation>
    </message>
    <message>
        <source>“start” and “end” must be whole numbers.</source>
        <translation>“start”와 “end”는 정수여야 합니다.</translation>
    </message>
    <message>
        <source>From {start} to {end} is no range of the text, which has {length} characters.</source>
        <translation>{start}–{end}는 {length}자인 글의 범위가 아닙니다.</translation>
    </message>
    <message>
        <source>From {start} to {end}: the end must come after the start.</source>
        <translation>{start}–{end}: 끝은 시작보다 뒤여야 합니다.</translation>
    </message>
    <message>
        <source>“{found}” stands there, not “{said}”.</source>
        <translation>그 자리에는 “{said}”가 아니라 “{found}”가 있습니다.</translation>
    </message>
    <message>
        <source>“{value}” is none of the choices of the label.</source>
        <translation>“{value}”는 라벨의 선택지에 없습니다.</translation>
    </message>
    <message>
        <source>“{unit}” is no currency in three capital letters, like KRW.</source>
        <translation>“{unit}”는 KRW처럼 대문자 세 글자로 쓴 통화가 아닙니다.</translation>
    </message>
    <message>
        <source>“{value}” is no date like 2023, 2023-12, 2023-12-09, or two of them with a slash between.</source>
        <translation>“{value}”는 2023, 2023-12, 2023-12-09 같은 날짜이거나 둘을 빗금으로 이은 것이 아닙니다.</translation>
    </message>
    <message>
        <source>“{value}” is no length of time like P3Y (three years) or PT90M (90 minutes).</source>
        <translation>“{value}”는 P3Y(3년), PT90M(90분) 같은 기간이 아닙니다.</translation>
    </message>
    <message>
        <source>The value is empty.</source>
        <translation>값이 비었습니다.</translation>
    </message>
    <message>
        <source>“{mod}” cannot stand with this value; with dates and amounts words like APPROX or EQUAL_OR_MORE can.</source>
        <translation>“{mod}”는 이 값과 쓸 수 없습니다. 날짜와 금액에는 APPROX, EQUAL_OR_MORE 같은 말을 씁니다.</translation>
    </message>
    <message>
        <source>“{value}” is no amount like 10000000 or 1.5 (no zeros at its end, no commas), or two of them with a slash between.</source>
        <translation>“{value}”는 10000000, 1.5 같은 금액(끝에 0이나 쉼표 없이)이거나 둘을 빗금으로 이은 것이 아닙니다.</translation>
    </message>
    <message>
        <source>There is no such day as “{value}”.</source>
        <translation>“{value}”라는 날은 없습니다.</translation>
    </message>
    <message>
        <source>“{value}” ends before it begins.</source>
        <translation>“{value}”는 시작보다 먼저 끝납니다.</translation>
    </message>
    <message>
        <source>“{ref}”, from which the date was counted, is no day written as YYYY-MM-DD.</source>
        <translation>날짜를 센 기준 “{ref}”가 YYYY-MM-DD로 쓴 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>“{value}” is no time of day like T14:30.</source>
        <translation>“{value}”는 T14:30 같은 시각이 아닙니다.</translation>
    </message>
    <message>
        <source>There is no kind of value called “{type}”.</source>
        <translation>“{type}”이라는 값의 종류는 없습니다.</translation>
    </message>
    <message>
        <source>“{unit}” is a unit, and only amounts of money have one.</source>
        <translation>“{unit}”는 단위인데, 단위는 금액에만 씁니다.</translation>
    </message>
    <message>
        <source>The value is of the kind {type}, and the label takes values of the kind {kind}.</source>
        <translation>값의 종류는 {type}인데 라벨은 {kind} 값을 받습니다.</translation>
    </message>
    <message>
        <source>The zone is no range of the text, which has {length} characters.</source>
        <translation>영역이 {length}자인 글의 범위가 아닙니다.</translation>
    </message>
    <message>
        <source>The zone from {start} to {end} lies over another.</source>
        <translation>{start}–{end} 영역이 다른 영역과 겹칩니다.</translation>
    </message>
    <message>
        <source>wave off “{text}” here</source>
        <translation>여기의 “{text}” 넘어가기</translation>
    </message>
    <message>
        <source>wave off “{text}” in all documents</source>
        <translation>모든 문서의 “{text}” 넘어가기</translation>
    </message>
    <message>
        <source>no longer check for josa</source>
        <translation>조사 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for brackets</source>
        <translation>괄호 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for text that is not labelled</source>
        <translation>라벨 없는 같은 글 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for two labels</source>
        <translation>라벨이 둘인 글 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for missing values</source>
        <translation>빠진 값 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for distant dates</source>
        <translation>먼 날짜 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for line breaks</source>
        <translation>줄바꿈 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for incomplete records</source>
        <translation>완전하지 않은 기록 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for open suggestions</source>
        <translation>남아 있는 제안 점검 그만두기</translation>
    </message>
    <message>
        <source>no longer check for spans in doubt</source>
        <translation>확실하지 않은 구간 점검 그만두기</translation>
    </message>
    <message>
        <source>An entry needs a name.</source>
        <translation>항목에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>“{name}” is too short: a name has two characters or more.</source>
        <translation>“{name}”: 이름이 너무 짧습니다. 두 글자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” is too long: a name has {most} characters or fewer.</source>
        <translation>“{name}”: 이름이 너무 깁니다. {most}글자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” has no letter.</source>
        <translation>“{name}”: 이름에 글자가 하나도 없습니다.</translation>
    </message>
    <message>
        <source>“{country}” is no country: write its code of two letters (KR, US), or INT.</source>
        <translation>“{country}”: 국가 코드가 아닙니다. 두 글자 코드(KR, US)나 INT로 적으세요.</translation>
    </message>
    <message>
        <source>“{year}” is no year.</source>
        <translation>“{year}”: 연도가 아닙니다.</translation>
    </message>
    <message>
        <source>The years end ({until}) before they begin ({since}).</source>
        <translation>끝 연도({until})가 시작 연도({since})보다 앞섭니다.</translation>
    </message>
    <message>
        <source>An agency has no code (“{code}”): only a sector has one.</source>
        <translation>기관에는 코드를 쓰지 않습니다(“{code}”). 코드는 분야에만 있습니다.</translation>
    </message>
    <message>
        <source>The sector of “{name}” needs its code.</source>
        <translation>분야 “{name}”에는 코드가 필요합니다.</translation>
    </message>
    <message>
        <source>“{kind}” is neither agency nor sector.</source>
        <translation>“{kind}”: 기관도 분야도 아닙니다.</translation>
    </message>
    <message>
        <source>“{text}” under “hidden” is neither yes nor no.</source>
        <translation>‘숨김’ 칸의 “{text}”: 예도 아니요도 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” stands there already.</source>
        <translation>“{name}”: 이미 있습니다.</translation>
    </message>
    <message>
        <source>This project has no label {label}, so nothing could be suggested. Add the label first.</source>
        <translation>이 프로젝트에는 {label} 라벨이 없어 제안할 수 없습니다. 라벨을 먼저 추가하세요.</translation>
    </message>
    <message>
        <source>This entry is no longer there.</source>
        <translation>이 항목은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>{name} is no text in UTF-8 or CP949: save it as CSV (UTF-8).</source>
        <translation>{name}: UTF-8이나 CP949 텍스트가 아닙니다. CSV(UTF-8)로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} does not begin with the names of its columns; “kind” and “name” are needed.</source>
        <translation>{name}: 첫 줄에 열 이름이 없습니다. ‘종류’(kind)와 ‘이름’(name) 열이 필요합니다.</translation>
    </message>
    <message>
        <source>{name} is too large for a lexicon.</source>
        <translation>{name}: 용어집으로 읽기에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>{name} is no table from line {line} on: {reason}</source>
        <translation>{name}: {line}번째 줄부터 표로 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{name}: rows that were not taken: {count}. The first is in line {line}.</source>
        <translation>{name}: 읽지 못한 행 {count}개. 첫 번째는 {line}번째 줄에 있습니다.</translation>
    </message>
    <message>
        <source>Your lexicon has rows that cannot be read. Repair {name} first, so that they are not lost.</source>
        <translation>내 용어집에 읽을 수 없는 행이 있습니다. 그 행을 잃지 않도록 {name} 파일을 먼저 고치세요.</translation>
    </message>
    <message>
        <source>add “{name}” to the lexicon</source>
        <translation>용어집에 “{name}” 추가</translation>
    </message>
    <message>
        <source>suggest “{name}” no more</source>
        <translation>“{name}” 더 이상 제안하지 않기</translation>
    </message>
    <message>
        <source>change “{name}” in the lexicon</source>
        <translation>용어집의 “{name}” 변경</translation>
    </message>
    <message>
        <source>remove “{name}” from the lexicon ({count})</source>
        <translation>용어집에서 “{name}” 삭제 ({count})</translation>
    </message>
    <message>
        <source>add entries to the lexicon (new {added}, changed {altered})</source>
        <translation>용어집에 항목 추가 (새로 {added}, 변경 {altered})</translation>
    </message>
    <message>
        <source>The text of this CAS is not in its file.</source>
        <translation>이 CAS의 텍스트가 파일 안에 없습니다.</translation>
    </message>
    <message>
        <source>This is no CAS: it has no text that marks could lie on.</source>
        <translation>CAS가 아닙니다. 표시를 놓을 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>“{document}” was left out: it holds a control character, which XML cannot hold.</source>
        <translation>“{document}”에 XML로 쓸 수 없는 제어 문자가 있어 뺐습니다.</translation>
    </message>
    <message>
        <source>Passed over, because these only cut the text into words and sentences: {types}.</source>
        <translation>낱말과 문장을 나눌 뿐인 것은 지나쳤습니다: {types}.</translation>
    </message>
    <message>
        <source>This relation does not lie between spans; it was left out.</source>
        <translation>구간 사이의 관계가 아니어서 뺐습니다.</translation>
    </message>
    <message>
        <source>What “{type}” holds ({count}) is no mark on the text; it was left out.</source>
        <translation>“{type}” {count}개는 텍스트에 놓인 표시가 아니어서 뺐습니다.</translation>
    </message>
    <message>
        <source>“{renaming}” does not say LABEL=NEW.</source>
        <translation>“{renaming}”은(는) ‘라벨=새 이름’ 꼴이 아닙니다.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON, for INCEpTION</source>
        <translation>INCEpTION용 UIMA CAS JSON</translation>
    </message>
    <message>
        <source>UIMA CAS XMI, for INCEpTION</source>
        <translation>INCEpTION용 UIMA CAS XMI</translation>
    </message>
    <message>
        <source>DocBin, for training with spaCy</source>
        <translation>spaCy 학습용 DocBin</translation>
    </message>
    <message>
        <source>The format {format} needs a library that is not installed. This line installs it: {line}</source>
        <translation>{format} 형식에 필요한 라이브러리가 설치되어 있지 않습니다. 설치 명령: {line}</translation>
    </message>
    <message>
        <source>A file of this format holds one document, and there are several. Give the file a name that ends in .zip.</source>
        <translation>이 형식의 파일에는 문서 하나만 들어가는데 문서가 여럿입니다. 파일 이름을 .zip으로 끝나게 지정하세요.</translation>
    </message>
    <message>
        <source>Parquet, a document a row, for datasets and pandas</source>
        <translation>datasets·pandas용 Parquet, 한 행에 문서 하나</translation>
    </message>
    <message>
        <source>Excel workbook, a span a row</source>
        <translation>Excel 통합 문서, 한 행에 구간 하나</translation>
    </message>
    <message>
        <source>ends of texts that are too long for a cell ({count})</source>
        <translation>셀에 다 들어가지 않아 잘린 글 {count}건</translation>
    </message>
    <message>
        <source>documents with control characters ({count})</source>
        <translation>제어 문자가 있는 문서 {count}건</translation>
    </message>
    <message>
        <source>the type system ({count})</source>
        <translation>타입 시스템 파일 {count}개</translation>
    </message>
    <message>
        <source>This is a file of an older program (.doc, .hwp, .xls), or locked with a password. Save it as .docx, .hwpx or .xlsx without one.</source>
        <translation>옛 프로그램의 파일(.doc, .hwp, .xls)이거나 암호가 걸린 파일입니다. 암호 없이 .docx, .hwpx, .xlsx로 저장해 주세요.</translation>
    </message>
    <message>
        <source>Table, a document a row</source>
        <translation>표, 한 행에 문서 하나</translation>
    </message>
    <message>
        <source>Which column holds the text is not known. There are: {columns}.</source>
        <translation>어느 열에 본문이 있는지 알 수 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>The table has no column “{column}”. There are: {columns}.</source>
        <translation>표에 “{column}” 열이 없습니다. 있는 열: {columns}.</translation>
    </message>
    <message>
        <source>There is no table with headings in “{name}”.</source>
        <translation>“{name}”에 제목 행이 있는 표가 없습니다.</translation>
    </message>
    <message>
        <source>A row of “{name}” is a span, not a document, and such workbooks are written only. Import the native file, or a CSV with a row a span where the documents are here.</source>
        <translation>“{name}”은(는) 행마다 문서가 아니라 구간이 들어 있는 표입니다. 이런 통합 문서는 내보내기만 합니다. 기본 형식 파일을 가져오거나, 문서가 이미 있다면 구간마다 한 행인 CSV를 가져오세요.</translation>
    </message>
    <message>
        <source>Only the first sheet with a table was read; further ones were not ({count}).</source>
        <translation>표가 있는 첫 시트만 읽었습니다. 읽지 않은 시트: {count}개.</translation>
    </message>
    <message>
        <source>This row has more cells than there are headings ({most}).</source>
        <translation>이 행의 셀이 제목 {most}개보다 많습니다.</translation>
    </message>
    <message>
        <source>“{path}” is one of the other files that are named. Choose another name.</source>
        <translation>“{path}”은(는) 함께 지정한 다른 파일입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>This document came from an office file, which cannot be read in another encoding.</source>
        <translation>문서 파일에서 온 문서라서 다른 인코딩으로 다시 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>This XML defines a document type, which could hide anything; it was not read.</source>
        <translation>이 XML에는 무엇이든 숨길 수 있는 문서 형식 정의(DOCTYPE)가 있어 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>This is not valid XML, from line {line}, character {column} on.</source>
        <translation>{line}번째 줄 {column}번째 글자부터 올바른 XML이 아닙니다.</translation>
    </message>
    <message>
        <source>Elements lie too deep in one another there.</source>
        <translation>그곳의 요소가 너무 깊이 겹쳐 있습니다.</translation>
    </message>
    <message>
        <source>Unpacked, this archive would be more than 200 times as large; it was not read.</source>
        <translation>압축을 풀면 200배가 넘게 커지는 파일이라 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The archive is damaged, or packed in a way that is not known.</source>
        <translation>압축 파일이 손상되었거나 알 수 없는 방식으로 압축되어 있습니다.</translation>
    </message>
    <message>
        <source>This is locked with a password.</source>
        <translation>암호로 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>This is an archive with nothing in it that is read, or one in another. Unpack it first.</source>
        <translation>읽을 것이 없거나 다른 압축 파일 안에 든 압축 파일입니다. 먼저 압축을 풀어 주세요.</translation>
    </message>
    <message>
        <source>The name of this member leads out of its archive; it was left out.</source>
        <translation>이름이 압축 파일 밖을 가리키는 항목이라 뺐습니다.</translation>
    </message>
    <message>
        <source>An archive of more than {most} members is not read.</source>
        <translation>항목이 {most}개가 넘는 압축 파일은 읽지 않습니다.</translation>
    </message>
    <message>
        <source>This answers a decision that is not in this project: “{id}”. It was left out.</source>
        <translation>이 프로젝트에 없는 판정에 대한 답입니다: “{id}”. 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>What was given back is no longer here.</source>
        <translation>돌려받은 항목이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Nothing has been answered yet.</source>
        <translation>아직 답한 것이 없습니다.</translation>
    </message>
    <message>
        <source>“{id}” is not among your documents; what was given back on it was left out.</source>
        <translation>“{id}” 문서가 없어 그 문서에 대해 돌려받은 것은 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no answer in “{name}”.</source>
        <translation>“{name}”에는 답이 없습니다.</translation>
    </message>
    <message>
        <source>The place of this item is not in your text any more; it was left out ({id}).</source>
        <translation>이 항목의 자리가 지금 글에 없어 받아들이지 않았습니다({id}).</translation>
    </message>
    <message>
        <source>There is nothing to give back: nothing was decided otherwise, and no review is finished.</source>
        <translation>돌려줄 것이 없습니다. 다르게 판정된 것도, 검토가 끝난 문서도 없습니다.</translation>
    </message>
    <message>
        <source>This was given back to “{name}”, not to you; it was left out.</source>
        <translation>본인이 아니라 “{name}” 님께 돌려준 것이어서 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>take in the answers of colleagues ({count}, appeals {appeals})</source>
        <translation>작업자들의 답 받기({count}개, 이의 {appeals}개)</translation>
    </message>
    <message>
        <source>agree to what was decided on “{text}”</source>
        <translation>“{text}” 판정에 동의</translation>
    </message>
    <message>
        <source>appeal against what was decided on “{text}”</source>
        <translation>“{text}” 판정에 이의 제기</translation>
    </message>
    <message>
        <source>take in what was given back ({count})</source>
        <translation>돌려받은 판정 받기({count}개)</translation>
    </message>
    <message>
        <source>take over what was decided on “{text}”</source>
        <translation>“{text}” 판정대로 고치기</translation>
    </message>
    <message>
        <source>take back the answer on “{text}”</source>
        <translation>“{text}” 판정에 대한 답 거두기</translation>
    </message>
</context>
<context>
    <name>MethodsTab</name>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Frozen on</source>
        <translation>고정한 날</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>라벨 세트</translation>
    </message>
    <message>
        <source>Narrowed to</source>
        <translation>견준 범위</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Guideline: label set version %1 (SHA-256 %2…). Program %3.</source>
        <translation>지침: 라벨 세트 버전 %1 (SHA-256 %2…). 프로그램 %3.</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Name of the round: pilot, main …</source>
        <translation>회차 이름: 예비, 본 …</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>회차 이름</translation>
    </message>
    <message>
        <source>Freeze these numbers</source>
        <translation>이 수치 고정</translation>
    </message>
    <message>
        <source>Save the tables (CSV)…</source>
        <translation>표 저장(CSV)…</translation>
    </message>
    <message>
        <source>Save the report (HTML)…</source>
        <translation>보고서 저장(HTML)…</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>A frozen round never changes. Open one to see all its numbers.</source>
        <translation>고정한 회차는 바뀌지 않습니다. 열면 그 회차의 모든 수치가 나옵니다.</translation>
    </message>
    <message>
        <source>How the items were decided</source>
        <translation>항목을 판정한 방법</translation>
    </message>
    <message>
        <source>Paragraph in Korean</source>
        <translation>한국어 문단</translation>
    </message>
    <message>
        <source>Paragraph in English</source>
        <translation>영어 문단</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>scores %1 to %2</source>
        <translation>점수 %1~%2</translation>
    </message>
    <message>
        <source>no scores</source>
        <translation>점수 없음</translation>
    </message>
    <message>
        <source>any score</source>
        <translation>모든 점수</translation>
    </message>
    <message>
        <source>Least score of %1</source>
        <translation>%1의 최저 점수</translation>
    </message>
    <message>
        <source>%1 shown, %2 not</source>
        <translation>%1개 보임, %2개 안 보임</translation>
    </message>
    <message>
        <source>Accept %1…</source>
        <translation>%1개 받아들이기…</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Suggestions of models</source>
        <translation>모델의 제안</translation>
    </message>
    <message>
        <source>What files have proposed for this document. Suggestions with a lower score are neither shown nor counted, in any document.</source>
        <translation>파일에서 온 이 문서의 제안입니다. 점수가 더 낮은 제안은 어느 문서에서도 보이지 않고 세지도 않습니다.</translation>
    </message>
    <message>
        <source>No file has proposed anything for this document that is still to be decided.</source>
        <translation>파일에서 온 제안 가운데 이 문서에서 더 결정할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>MoreOptions</name>
    <message>
        <source>Labels</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Spans in</source>
        <translation>구간의 영역</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일 나누기</translation>
    </message>
    <message>
        <source>Export the spans of %1</source>
        <translation>%1 구간 내보내기</translation>
    </message>
    <message>
        <source>Name of %1 in the file</source>
        <translation>파일에 쓸 %1의 이름</translation>
    </message>
    <message>
        <source>Labels under other names; LABEL= leaves its spans out</source>
        <translation>다른 이름으로 쓸 라벨. ‘라벨=’처럼 비워 두면 그 구간을 뺍니다</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>한 파일로</translation>
    </message>
    <message>
        <source>train, dev, test</source>
        <translation>학습, 검증, 시험</translation>
    </message>
    <message>
        <source>train, test</source>
        <translation>학습, 시험</translation>
    </message>
    <message>
        <source>Files, and the share of each in percent</source>
        <translation>파일과 각각의 비율(%)</translation>
    </message>
    <message>
        <source>any word: another split</source>
        <translation>아무 낱말: 다르게 나누기</translation>
    </message>
    <message>
        <source>Pseudonyms for all annotators</source>
        <translation>작업자 이름을 모두 가명으로</translation>
    </message>
    <message>
        <source>One document of near-duplicates</source>
        <translation>거의 같은 문서는 하나만</translation>
    </message>
    <message>
        <source>Offsets in UTF-16 units, as browsers count</source>
        <translation>위치를 UTF-16 단위로 (브라우저가 세는 방식)</translation>
    </message>
    <message>
        <source>For doccano, Prodigy and Label Studio.</source>
        <translation>doccano, Prodigy, Label Studio에 씁니다.</translation>
    </message>
    <message>
        <source>What people wrote into notes and comments stays as it is.</source>
        <translation>메모와 댓글에 적은 말은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Narrator</name>
    <message>
        <source>Opened for reading only: nothing can be changed here.</source>
        <translation>읽기 전용으로 열려 있어 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>All saved %1</source>
        <translation>모두 저장됨 %1</translation>
    </message>
    <message>
        <source>Still looking for suggestions. Press the key again in a moment.</source>
        <translation>아직 제안을 찾고 있습니다. 잠시 뒤 다시 눌러 주세요.</translation>
    </message>
    <message>
        <source>No suggestion is open in this document.</source>
        <translation>이 문서에는 남은 제안이 없습니다.</translation>
    </message>
    <message>
        <source>Suggestions are shown up to here. More of them come further on as you decide these: %1.</source>
        <translation>제안은 여기까지 표시됩니다. 뒤에 남은 %1건은 이 제안들을 처리하는 대로 이어서 나옵니다.</translation>
    </message>
    <message>
        <source>Brush: %1. Drag or press Enter to label, Esc to lay it down.</source>
        <translation>붓: %1. 끌거나 Enter로 표시, Esc로 내려놓기.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Adopt layer %1</source>
        <translation>레이어 %1 채택</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>More notices are waiting</source>
        <translation>알림이 더 있습니다</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>알림 닫기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>OccurrencesDesk</name>
    <message>
        <source>Select some text first, or go to a span: then = finds the same text elsewhere.</source>
        <translation>먼저 글을 선택하거나 구간으로 가세요. 그다음 =을 누르면 같은 글을 찾습니다.</translation>
    </message>
    <message>
        <source>Marked {count} places in {documents} documents.</source>
        <translation>문서 {documents}건에서 {count}곳을 표시했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>OccurrencesPanel</name>
    <message>
        <source>inside a longer span</source>
        <translation>더 긴 구간 안</translation>
    </message>
    <message>
        <source>has another label</source>
        <translation>다른 라벨이 있음</translation>
    </message>
    <message>
        <source>crosses a span</source>
        <translation>다른 구간과 엇갈림</translation>
    </message>
    <message>
        <source>part of a longer text marked elsewhere</source>
        <translation>다른 곳에 표시한 더 긴 글의 일부</translation>
    </message>
    <message>
        <source>part of a longer word</source>
        <translation>더 긴 낱말의 일부</translation>
    </message>
    <message>
        <source>not to be offered again</source>
        <translation>다시 묻지 않음</translation>
    </message>
    <message>
        <source>places: {count}</source>
        <translation>{count}곳</translation>
    </message>
    <message>
        <source>in doubt: {count}</source>
        <translation>확실하지 않음 {count}곳</translation>
    </message>
    <message>
        <source>Here: {ticked} of {total}</source>
        <translation>이 문서: {total}곳 중 {ticked}곳</translation>
    </message>
    <message>
        <source>No other place here.</source>
        <translation>이 문서에는 더 없습니다.</translation>
    </message>
    <message>
        <source>Looking through the project…</source>
        <translation>프로젝트에서 찾는 중…</translation>
    </message>
    <message>
        <source>other documents: {ticked} of {total}, places: {places}</source>
        <translation>다른 문서: {total}건 중 {ticked}건, {places}곳</translation>
    </message>
    <message>
        <source>Same text elsewhere: {text}</source>
        <translation>같은 글 찾기: {text}</translation>
    </message>
    <message>
        <source>Places of the text</source>
        <translation>같은 글이 있는 곳</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>프로젝트 전체</translation>
    </message>
    <message>
        <source>Mark what is ticked (Enter)</source>
        <translation>고른 곳 표시 (Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Pair</source>
        <translation>쌍</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>정확 일치 F1</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
    <message>
        <source>Lenient F1</source>
        <translation>겹침 일치 F1</translation>
    </message>
    <message>
        <source>Boundary F1</source>
        <translation>경계 F1</translation>
    </message>
    <message>
        <source>Equal values</source>
        <translation>값 일치</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What it hides</source>
        <translation>가려지는 것</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 문서</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>작업 중</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Mean exact F1</source>
        <translation>정확 일치 F1 평균</translation>
    </message>
    <message>
        <source>target %1 reached</source>
        <translation>목표 %1에 도달</translation>
    </message>
    <message>
        <source>below the target of %1</source>
        <translation>목표 %1에 못 미침</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>Other value</source>
        <translation>값 다름</translation>
    </message>
    <message>
        <source>Other label</source>
        <translation>라벨 다름</translation>
    </message>
    <message>
        <source>Other boundary</source>
        <translation>경계 다름</translation>
    </message>
    <message>
        <source>Other boundary and label</source>
        <translation>경계와 라벨 다름</translation>
    </message>
    <message>
        <source>One span of %1, several of %2</source>
        <translation>%1 하나, %2 여럿</translation>
    </message>
    <message>
        <source>Several spans of %1, one of %2</source>
        <translation>%1 여럿, %2 하나</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1만</translation>
    </message>
    <message>
        <source>Only %2</source>
        <translation>%2만</translation>
    </message>
    <message>
        <source>boundary: a josa</source>
        <translation>경계: 조사</translation>
    </message>
    <message>
        <source>boundary: blanks</source>
        <translation>경계: 공백</translation>
    </message>
    <message>
        <source>boundary: punctuation</source>
        <translation>경계: 문장부호</translation>
    </message>
    <message>
        <source>boundary: the start</source>
        <translation>경계: 시작</translation>
    </message>
    <message>
        <source>boundary: the end</source>
        <translation>경계: 끝</translation>
    </message>
    <message>
        <source>boundary: both ends</source>
        <translation>경계: 양 끝</translation>
    </message>
    <message>
        <source>Agreement on characters, corrected for chance. Hides spans cut in two.</source>
        <translation>우연을 보정한 글자 단위 일치. 둘로 나뉜 구간이 가려집니다.</translation>
    </message>
    <message>
        <source>Marked or not, corrected for chance. Hides which label it was.</source>
        <translation>우연을 보정한 표시 여부의 일치. 어느 라벨인지는 가려집니다.</translation>
    </message>
    <message>
        <source>The labels where both marked. Hides what only one of them marked.</source>
        <translation>둘 다 표시한 곳의 라벨 일치. 한쪽만 표시한 것은 가려집니다.</translation>
    </message>
    <message>
        <source>Soft F1</source>
        <translation>부분 겹침 F1</translation>
    </message>
    <message>
        <source>Shares of overlap. Hides how many boundaries differ.</source>
        <translation>겹친 비율의 합. 다른 경계가 몇 개인지는 가려집니다.</translation>
    </message>
    <message>
        <source>Character F1</source>
        <translation>글자 F1</translation>
    </message>
    <message>
        <source>Counts characters. Hides cut spans, and long spans outweigh short ones.</source>
        <translation>글자를 셉니다. 나뉜 구간이 가려지고, 긴 구간이 더 크게 반영됩니다.</translation>
    </message>
    <message>
        <source>Character κ</source>
        <translation>글자 κ</translation>
    </message>
    <message>
        <source>Rises with the text that nobody marked. Hides cut spans.</source>
        <translation>아무도 표시하지 않은 글이 많을수록 커집니다. 나뉜 구간이 가려집니다.</translation>
    </message>
    <message>
        <source>Label κ</source>
        <translation>라벨 κ</translation>
    </message>
    <message>
        <source>Rests only on spans with equal boundaries. Hides all others.</source>
        <translation>경계가 같은 구간만으로 셉니다. 나머지는 모두 가려집니다.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>같은 문자열</translation>
    </message>
    <message>
        <source>suggestion accepted</source>
        <translation>제안 수락</translation>
    </message>
    <message>
        <source>suggestion edited</source>
        <translation>제안 수정</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Unanimous</source>
        <translation>모두 일치</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>다수결</translation>
    </message>
    <message>
        <source>Without the josa</source>
        <translation>조사 빼기</translation>
    </message>
    <message>
        <source>Trimmed</source>
        <translation>공백·문장부호 빼기</translation>
    </message>
    <message>
        <source>The filled value</source>
        <translation>적힌 값 쓰기</translation>
    </message>
    <message>
        <source>Values ignored</source>
        <translation>값 무시</translation>
    </message>
    <message>
        <source>One annotator’s</source>
        <translation>한 작업자의 것</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>직접 판정</translation>
    </message>
    <message>
        <source>Review not begun</source>
        <translation>검토 시작 전</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>검토 중</translation>
    </message>
    <message>
        <source>Review done</source>
        <translation>검토 완료</translation>
    </message>
    <message>
        <source>Review open again</source>
        <translation>검토 다시 열림</translation>
    </message>
    <message>
        <source>too few documents</source>
        <translation>문서가 적음</translation>
    </message>
    <message>
        <source>Before adjudication</source>
        <translation>판정 전</translation>
    </message>
</context>
<context>
    <name>OverviewDesk</name>
    <message>
        <source>Frozen on %1: these numbers never change, and their texts were not kept to be opened.</source>
        <translation>%1에 고정한 수치입니다. 바뀌지 않으며, 본문은 함께 보관하지 않아 구간을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>Spans that begin in the zone are compared; measures of characters count the whole text.</source>
        <translation>이 영역에서 시작하는 구간만 견줍니다. 글자 단위 지표는 본문 전체를 셉니다.</translation>
    </message>
    <message>
        <source>Frozen as a round: %1</source>
        <translation>회차로 고정함: %1</translation>
    </message>
    <message>
        <source>Save the tables into a new folder</source>
        <translation>표를 새 폴더에 저장</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장함: %1</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Numbers of now</source>
        <translation>지금의 수치</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>모든 라벨</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>모든 영역</translation>
    </message>
    <message>
        <source>Documents of: %1</source>
        <translation>%1의 문서</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>모든 문서</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>현황</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>일치도</translation>
    </message>
    <message>
        <source>Rounds and methods</source>
        <translation>회차와 방법</translation>
    </message>
    <message>
        <source>Which numbers</source>
        <translation>어느 수치</translation>
    </message>
    <message>
        <source>Labels compared</source>
        <translation>견줄 라벨</translation>
    </message>
    <message>
        <source>Zones compared</source>
        <translation>견줄 영역</translation>
    </message>
    <message>
        <source>Documents compared, by their review</source>
        <translation>견줄 문서(검토 상태)</translation>
    </message>
</context>
<context>
    <name>PeopleDesk</name>
    <message>
        <source>They are one annotator from now on, in files too.</source>
        <translation>이제 한 작업자입니다. 파일에서도 한 사람으로 읽습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Join annotators</source>
        <translation>작업자 합치기</translation>
    </message>
    <message>
        <source>One person who worked on two machines is two annotators. Joined, all that the first made is the second&apos;s, and files that name the first mean the second.</source>
        <translation>두 컴퓨터에서 작업한 한 사람이 작업자 둘로 나뉘어 있을 때 합칩니다. 첫째 작업자가 한 것은 모두 둘째의 것이 되고, 첫째의 이름으로 온 파일도 둘째의 것으로 읽습니다.</translation>
    </message>
    <message>
        <source>is the same person as</source>
        <translation>와(과) 같은 사람:</translation>
    </message>
    <message>
        <source>Annotator who goes</source>
        <translation>합쳐질 작업자</translation>
    </message>
    <message>
        <source>Annotator who stays</source>
        <translation>남을 작업자</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Places: %1. Enter goes to one.</source>
        <translation>위치 %1곳. Enter로 이동합니다.</translation>
    </message>
    <message>
        <source>The first %1 places. Enter goes to one.</source>
        <translation>처음 %1곳. Enter로 이동합니다.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Places behind the number</source>
        <translation>수치에 해당하는 위치</translation>
    </message>
    <message>
        <source>Close the list of places</source>
        <translation>위치 목록 닫기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>PreflightDesk</name>
    <message>
        <source>Remembered: {step}.</source>
        <translation>기억했습니다: {step}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>PreflightPanel</name>
    <message>
        <source>A record without a place in the text</source>
        <translation>본문에 자리가 없는 기록</translation>
    </message>
    <message>
        <source>Before it is done, look at {count}:</source>
        <translation>끝내기 전에 볼 곳: {count}</translation>
    </message>
    <message>
        <source>Nothing is left to look at.</source>
        <translation>더 볼 곳이 없습니다.</translation>
    </message>
    <message>
        <source>What the checks found</source>
        <translation>점검에서 나온 것</translation>
    </message>
    <message>
        <source>Wave off:</source>
        <translation>넘어가기:</translation>
    </message>
    <message>
        <source>here</source>
        <translation>여기만</translation>
    </message>
    <message>
        <source>Wave off this place (Space)</source>
        <translation>이 자리 넘어가기 (Space)</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>이 글</translation>
    </message>
    <message>
        <source>Wave off this text in all documents</source>
        <translation>모든 문서에서 이 글 넘어가기</translation>
    </message>
    <message>
        <source>this check</source>
        <translation>이 점검</translation>
    </message>
    <message>
        <source>Wave off this check in all documents</source>
        <translation>모든 문서에서 이 점검 넘어가기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Go back without finishing (Esc)</source>
        <translation>끝내지 않고 돌아가기 (Esc)</translation>
    </message>
    <message>
        <source>Done, and on to the next (Ctrl+Enter)</source>
        <translation>끝내고 다음으로 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Finish all the same</source>
        <translation>그래도 끝내기</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>준비하는 중…</translation>
    </message>
    <message>
        <source>{done} {unit}</source>
        <translation>{unit} {done}건</translation>
    </message>
    <message>
        <source>{done} of {total} {unit}</source>
        <translation>{unit} {total}건 중 {done}건</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>{count}초 남음</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>{count}분 남음</translation>
    </message>
    <message>
        <source>{count} h left</source>
        <translation>{count}시간 남음</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ProgressTab</name>
    <message>
        <source>Documents %1, not begun by anybody %2. Annotators %3, spans %4.</source>
        <translation>문서 %1건, 아무도 시작하지 않은 문서 %2건. 작업자 %3명, 구간 %4개.</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(이름 없음)</translation>
    </message>
    <message>
        <source>Done of all documents</source>
        <translation>전체 문서 중 완료</translation>
    </message>
    <message>
        <source>Time at work (h:mm)</source>
        <translation>작업 시간(시:분)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Spans by label</source>
        <translation>라벨별 구간</translation>
    </message>
    <message>
        <source>Reviews of documents</source>
        <translation>문서 검토 상태</translation>
    </message>
    <message>
        <source>Documents in the bin and imports that were undone count nowhere. Gold is not counted here.</source>
        <translation>휴지통의 문서와 취소한 가져오기는 세지 않습니다. 정답 레이어도 여기서는 세지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ProjectDesk</name>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>“%1” is a project. Open it in place of this one, or gather its layers into this one?</source>
        <translation>“%1”은(는) 프로젝트 파일입니다. 이 프로젝트 대신 열까요, 아니면 그 레이어를 여기로 모을까요?</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Gather it</source>
        <translation>모으기</translation>
    </message>
    <message>
        <source>Your documents get a project of their own: %1</source>
        <translation>가져온 문서는 따로 프로젝트에 넣습니다: %1</translation>
    </message>
    <message>
        <source>Make it and import</source>
        <translation>만들고 가져오기</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>다른 곳에…</translation>
    </message>
    <message>
        <source>Import as suggestions</source>
        <translation>제안으로 가져오기</translation>
    </message>
    <message>
        <source>Import as corrections</source>
        <translation>수정으로 가져오기</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>폴더 가져오기</translation>
    </message>
    <message>
        <source>Import documents</source>
        <translation>문서 가져오기</translation>
    </message>
</context>
<context>
    <name>ProjectPreflightPanel</name>
    <message>
        <source>What the checks found, by document</source>
        <translation>문서별 점검 결과</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The documents that you are at or have done are being checked…</source>
        <translation>작업 중이거나 끝낸 문서를 점검하고 있습니다…</translation>
    </message>
    <message>
        <source>Checked: documents {documents}. To look at: {places} in documents {with}.</source>
        <translation>점검한 문서: {documents}. 볼 곳: {places} (문서 {with}).</translation>
    </message>
    <message>
        <source>The first {count} rows are shown.</source>
        <translation>처음 {count}줄만 보입니다.</translation>
    </message>
</context>
<context>
    <name>ProjectTables</name>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Sectors</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Meant as</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>행위</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>From span</source>
        <translation>이 구간</translation>
    </message>
    <message>
        <source>To span</source>
        <translation>가리키는 구간</translation>
    </message>
    <message>
        <source>As made</source>
        <translation>만든 순</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>완전</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>불완전</translation>
    </message>
    <message>
        <source>alias of</source>
        <translation>별칭</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>일부</translation>
    </message>
</context>
<context>
    <name>ProposedRecords</name>
    <message>
        <source>Proposed records</source>
        <translation>제안된 기록</translation>
    </message>
    <message>
        <source>Proposed records: Enter ties, Delete refuses</source>
        <translation>제안된 기록: Enter 묶기, Delete 거절</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>제안: %1개</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>묶기</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Make a record of these spans (Enter)</source>
        <translation>이 구간들을 기록으로 묶습니다 (Enter)</translation>
    </message>
    <message>
        <source>Do not propose this again (Delete)</source>
        <translation>다시 제안하지 않습니다 (Delete)</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Question</source>
        <translation>물음</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>그대로 두기</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>The items are being worked out…</source>
        <translation>항목을 찾고 있습니다…</translation>
    </message>
    <message>
        <source>{open} open of {all} items · documents: {documents}</source>
        <translation>항목 {all}건 중 미판정 {open}건 · 문서 {documents}건</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>All differences</source>
        <translation>모든 차이</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>모든 라벨</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>모든 작업자</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>보일 항목</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Who differs from most</source>
        <translation>다수와 다른 작업자</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Items to decide</source>
        <translation>판정할 항목</translation>
    </message>
</context>
<context>
    <name>Reaching</name>
    <message>
        <source>Remove its spans too</source>
        <translation>구간까지 지우기</translation>
    </message>
    <message>
        <source>Relabel its spans, remove the label</source>
        <translation>구간의 라벨을 바꾸고 이 라벨 지우기</translation>
    </message>
    <message>
        <source>spans: {count}</source>
        <translation>구간 {count}개</translation>
    </message>
    <message>
        <source>documents: {count}</source>
        <translation>문서 {count}건</translation>
    </message>
    <message>
        <source>spans of other annotators: {count}</source>
        <translation>다른 작업자의 구간 {count}개</translation>
    </message>
    <message>
        <source>suggestions: {count}</source>
        <translation>제안 {count}개</translation>
    </message>
    <message>
        <source>{label} is in use ({counts}). What becomes of them?</source>
        <translation>“{label}” 라벨을 쓰고 있습니다({counts}). 어떻게 할까요?</translation>
    </message>
    <message>
        <source>Values that {label} cannot hold, and that would go: {count}.</source>
        <translation>“{label}”에 담을 수 없어 사라질 값: {count}개.</translation>
    </message>
    <message>
        <source>Values of {label} that cannot be kept as “{kind}”: {count}. Their spans stay.</source>
        <translation>“{label}”의 값 가운데 “{kind}”에 담을 수 없는 것: {count}개. 구간은 남습니다.</translation>
    </message>
    <message>
        <source>Change it, and take those values away</source>
        <translation>바꾸고 그 값은 지우기</translation>
    </message>
    <message>
        <source>The labels of {name} are here already.</source>
        <translation>{name}의 라벨은 이미 있습니다.</translation>
    </message>
    <message>
        <source>{name}: new {added}, changed {altered}; of yours, {kept} stay that it does not name.</source>
        <translation>{name}: 새 라벨 {added}개, 바뀔 라벨 {altered}개. 파일에 없는 라벨 {kept}개는 남습니다.</translation>
    </message>
    <message>
        <source>Values that would go: {count}.</source>
        <translation>사라질 값: {count}개.</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>처리하는 중…</translation>
    </message>
    <message>
        <source>Done: {step}.</source>
        <translation>완료: {step}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Other steps over the project came after it: take them back in the history first.</source>
        <translation>그 뒤에 프로젝트 전체에 걸친 다른 작업이 있습니다. 변경 기록에서 그것부터 취소하세요.</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Which day it is depends on the date of the document, which is not known.</source>
        <translation>어느 날인지는 문서 날짜에 달려 있는데, 문서 날짜를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It can also be read as:</source>
        <translation>이렇게도 읽을 수 있습니다:</translation>
    </message>
    <message>
        <source>Read by rule: %1; it could also be:</source>
        <translation>읽은 규칙: %1. 다르게는:</translation>
    </message>
    <message>
        <source>Read by rule: %1</source>
        <translation>읽은 규칙: %1</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>읽은 값</translation>
    </message>
    <message>
        <source>Enter the document date</source>
        <translation>문서 날짜 적기</translation>
    </message>
</context>
<context>
    <name>RecordsDesk</name>
    <message>
        <source>action</source>
        <translation>행위</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Record %1</source>
        <translation>기록 %1</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>불완전</translation>
    </message>
    <message>
        <source>(its span was removed)</source>
        <translation>(구간이 지워짐)</translation>
    </message>
    <message>
        <source>No records yet. On a span, F7 or R ties it into one.</source>
        <translation>아직 기록이 없습니다. 구간에서 F7이나 R을 누르면 기록으로 묶입니다.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Records of the document</source>
        <translation>문서의 기록</translation>
    </message>
</context>
<context>
    <name>ReferencePart</name>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Spans: theirs / those of the reference. Open a number to see its spans.</source>
        <translation>구간: 작업자 / 기준. 수치를 열면 해당 구간이 나옵니다.</translation>
    </message>
    <message>
        <source>Gold of documents whose review is done: %1.</source>
        <translation>검토를 완료한 문서 %1건의 정답입니다.</translation>
    </message>
    <message>
        <source>Precision and recall against: %1</source>
        <translation>정밀도와 재현율, 기준: %1</translation>
    </message>
    <message>
        <source>By label against the reference: %1</source>
        <translation>라벨별, 기준과 견줌: %1</translation>
    </message>
    <message>
        <source>Reference:</source>
        <translation>기준:</translation>
    </message>
    <message>
        <source>Who is the reference</source>
        <translation>기준으로 삼을 것</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>정밀도와 재현율</translation>
    </message>
</context>
<context>
    <name>RejectSaver</name>
    <message>
        <source>Save what was not taken</source>
        <translation>받지 않은 것 저장</translation>
    </message>
    <message>
        <source>Saved what was not taken (%1) to %2.</source>
        <translation>받지 않은 %1건을 %2 파일에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>Of which span is this an alias?</source>
        <translation>어느 구간의 별칭입니까?</translation>
    </message>
    <message>
        <source>No name stands in brackets behind another.</source>
        <translation>다른 이름 뒤 괄호 안에 있는 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Tied as aliases: %1.</source>
        <translation>별칭으로 묶음: %1개.</translation>
    </message>
    <message>
        <source>Names in brackets behind others: %1.</source>
        <translation>다른 이름 뒤 괄호 안의 이름: %1개.</translation>
    </message>
    <message>
        <source>Tie as aliases</source>
        <translation>별칭으로 묶기</translation>
    </message>
    <message>
        <source>alias of {text}</source>
        <translation>{text}의 별칭</translation>
    </message>
    <message>
        <source>{text} is an alias of it</source>
        <translation>별칭: {text}</translation>
    </message>
    <message>
        <source>alias of {text}?</source>
        <translation>{text}의 별칭?</translation>
    </message>
    <message>
        <source>is {text} an alias of it?</source>
        <translation>별칭: {text}?</translation>
    </message>
</context>
<context>
    <name>RelationBox</name>
    <message>
        <source>Tie</source>
        <translation>묶기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Tie these two (Enter)</source>
        <translation>이 둘을 묶습니다 (Enter)</translation>
    </message>
    <message>
        <source>Remove this relation (Delete)</source>
        <translation>이 관계를 지웁니다 (Delete)</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>Relations of the span: Enter goes to the other, Delete removes</source>
        <translation>구간의 관계: Enter 상대 구간으로, Delete 지우기</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>여기에는 없음</translation>
    </message>
    <message>
        <source>{spans} (stays)</source>
        <translation>{spans} (그대로 둠)</translation>
    </message>
    <message>
        <source>what you marked besides stays</source>
        <translation>나머지 표시는 그대로 둠</translation>
    </message>
    <message>
        <source>decided by {name}</source>
        <translation>판정자 {name}</translation>
    </message>
    <message>
        <source>en</source>
        <translation>ko</translation>
    </message>
    <message>
        <source>ambiguous text</source>
        <translation>글이 모호함</translation>
    </message>
    <message>
        <source>gap in the guideline</source>
        <translation>지침에 없음</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>실수</translation>
    </message>
    <message>
        <source>rule of boundaries</source>
        <translation>경계 규칙</translation>
    </message>
    <message>
        <source>both fine</source>
        <translation>둘 다 맞음</translation>
    </message>
</context>
<context>
    <name>ReturnedDesk</name>
    <message>
        <source>Items given back: {count}.</source>
        <translation>돌려받은 판정: {count}개.</translation>
    </message>
    <message>
        <source>Answers of {names}: {count}, appeals among them: {appeals}.</source>
        <translation>{names} 님의 답: {count}개(이의 {appeals}개).</translation>
    </message>
    <message>
        <source>There is no answer in this file.</source>
        <translation>이 파일에는 답이 없습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Send the answers</source>
        <translation>답 보내기</translation>
    </message>
    <message>
        <source>Answers written: {count}, to {file}</source>
        <translation>답 {count}개를 {file}에 썼습니다</translation>
    </message>
</context>
<context>
    <name>ReturnedPanel</name>
    <message>
        <source>Given back</source>
        <translation>돌려받은 판정</translation>
    </message>
    <message>
        <source>Nothing was given back to you.</source>
        <translation>돌려받은 판정이 없습니다.</translation>
    </message>
    <message>
        <source>{number} of {total}, answered {answered}</source>
        <translation>{total}개 중 {number}번째, 답한 것 {answered}개</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>아직 답하지 않음</translation>
    </message>
    <message>
        <source>✓ Agreed</source>
        <translation>✓ 동의함</translation>
    </message>
    <message>
        <source>! Appealed</source>
        <translation>! 이의 제기함</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>내 표시</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>내 메모</translation>
    </message>
    <message>
        <source>For an appeal: why</source>
        <translation>이의를 제기한다면 그 까닭</translation>
    </message>
    <message>
        <source>Agree (Enter)</source>
        <translation>동의 (Enter)</translation>
    </message>
    <message>
        <source>Appeal (2)</source>
        <translation>이의 제기 (2)</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>판정대로 고침</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>판정대로 고치기</translation>
    </message>
    <message>
        <source>Back (Shift+F8)</source>
        <translation>이전 (Shift+F8)</translation>
    </message>
    <message>
        <source>Next (F8)</source>
        <translation>다음 (F8)</translation>
    </message>
    <message>
        <source>Send answers…</source>
        <translation>답 보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>nothing here</source>
        <translation>여기에는 없음</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>아직 판정하지 않음</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Gold, being edited</source>
        <translation>정답, 고치는 중</translation>
    </message>
    <message>
        <source>Annotator {letter}</source>
        <translation>작업자 {letter}</translation>
    </message>
    <message>
        <source>Not done, no vote: {names}</source>
        <translation>끝내지 않아 표가 없음: {names}</translation>
    </message>
    <message>
        <source>The decision was made on: {before}. Enter reaffirms it.</source>
        <translation>판정 당시: {before}. Enter를 누르면 판정을 다시 확인합니다.</translation>
    </message>
    <message>
        <source>{name} appeals: {note}. Enter says it anew.</source>
        <translation>{name} 님의 이의: {note}. Enter를 누르면 같은 판정을 다시 내립니다.</translation>
    </message>
    <message>
        <source>by rule: {rule}</source>
        <translation>규칙: {rule}</translation>
    </message>
    <message>
        <source>{number} of {total} · {title}</source>
        <translation>{total}건 중 {number}번째 · {title}</translation>
    </message>
    <message>
        <source>1…9 adopt that layer · 0 nothing here · + keep all · F2 edit · Space later · F8 next open · Backspace open again</source>
        <translation>1…9 그 레이어 채택 · 0 여기에는 없음 · + 모두 남기기 · F2 고치기 · Space 나중에 · F8 다음 미판정 · Backspace 다시 열기</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>누군가</translation>
    </message>
    <message>
        <source>on the document</source>
        <translation>문서 전체</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>note “{text}”</source>
        <translation>메모 “{text}”</translation>
    </message>
    <message>
        <source>comment “{text}”</source>
        <translation>댓글 “{text}”</translation>
    </message>
    <message>
        <source>Digits label the selection or the span, with Shift once more · [ ] { } move its ends · ; josa · Tab next span · Delete removes it · Enter ends · Esc cancels</source>
        <translation>숫자는 선택한 곳이나 구간에 라벨, Shift+숫자는 라벨 하나 더 · [ ] { } 양 끝 옮기기 · ; 조사 · Tab 다음 구간 · Delete 지우기 · Enter 끝 · Esc 취소</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>모두 일치</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>다수 일치</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>one annotator alone</source>
        <translation>작업자 한 명뿐</translation>
    </message>
    <message>
        <source>missed by some</source>
        <translation>일부 누락</translation>
    </message>
    <message>
        <source>josa</source>
        <translation>조사</translation>
    </message>
    <message>
        <source>blank at an end</source>
        <translation>끝의 공백</translation>
    </message>
    <message>
        <source>bracket or punctuation</source>
        <translation>괄호·문장부호</translation>
    </message>
    <message>
        <source>other start</source>
        <translation>시작이 다름</translation>
    </message>
    <message>
        <source>other end</source>
        <translation>끝이 다름</translation>
    </message>
    <message>
        <source>other start and end</source>
        <translation>시작과 끝이 다름</translation>
    </message>
    <message>
        <source>other ends and label</source>
        <translation>경계와 라벨이 다름</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>라벨이 다름</translation>
    </message>
    <message>
        <source>other value</source>
        <translation>값이 다름</translation>
    </message>
    <message>
        <source>one span or several</source>
        <translation>한 구간 또는 여럿</translation>
    </message>
    <message>
        <source>open</source>
        <translation>미판정</translation>
    </message>
    <message>
        <source>appealed against</source>
        <translation>이의 제기됨</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>판정함</translation>
    </message>
    <message>
        <source>confirmed: all follow the decision</source>
        <translation>확정: 모두 판정과 같음</translation>
    </message>
    <message>
        <source>layers have changed since</source>
        <translation>판정 뒤 레이어가 바뀜</translation>
    </message>
    <message>
        <source>nothing is left of it</source>
        <translation>남은 구간이 없음</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미판정</translation>
    </message>
    <message>
        <source>Open, not all alike</source>
        <translation>미판정, 일치하지 않음</translation>
    </message>
    <message>
        <source>Changed since the decision</source>
        <translation>판정 뒤 바뀜</translation>
    </message>
    <message>
        <source>Appealed against</source>
        <translation>이의 제기된 항목</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>판정함</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>모든 항목</translation>
    </message>
    <message>
        <source>In reading order</source>
        <translation>읽는 순서대로</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>일치도가 낮은 것부터</translation>
    </message>
    <message>
        <source>By difference</source>
        <translation>차이 종류별</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>라벨별</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>이유를 적지 않음</translation>
    </message>
    <message>
        <source>ambiguous text</source>
        <translation>모호한 글</translation>
    </message>
    <message>
        <source>gap in the guideline</source>
        <translation>지침에 없음</translation>
    </message>
    <message>
        <source>slip</source>
        <translation>실수</translation>
    </message>
    <message>
        <source>rule of boundaries</source>
        <translation>경계 규칙</translation>
    </message>
    <message>
        <source>both fine</source>
        <translation>둘 다 가능</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>적지 않음</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>모두 일치</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>다수결</translation>
    </message>
    <message>
        <source>Without josa</source>
        <translation>조사 빼기</translation>
    </message>
    <message>
        <source>Without blanks and punctuation at the ends</source>
        <translation>끝의 공백·문장부호 빼기</translation>
    </message>
    <message>
        <source>Take the value that is filled in</source>
        <translation>적힌 값 쓰기</translation>
    </message>
    <message>
        <source>Without regard to values</source>
        <translation>값과 상관없이</translation>
    </message>
    <message>
        <source>What one annotator has</source>
        <translation>한 작업자의 것</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>채택</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>모두 남김</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>검토 중</translation>
    </message>
    <message>
        <source>review done</source>
        <translation>검토 끝남</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>다시 열림</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Nothing to review: no document that colleagues have done. Gather their files from the menu Review.</source>
        <translation>검토할 것이 없습니다. 동료가 끝낸 문서가 아직 없습니다. 검토 메뉴에서 동료의 파일을 모으세요.</translation>
    </message>
    <message>
        <source>{count} open here</source>
        <translation>이 문서에 미판정 {count}건</translation>
    </message>
    <message>
        <source>names hidden</source>
        <translation>이름 가림</translation>
    </message>
    <message>
        <source>Ctrl+Enter: open it again</source>
        <translation>Ctrl+Enter: 다시 열기</translation>
    </message>
    <message>
        <source>Ctrl+Enter: review of this document done</source>
        <translation>Ctrl+Enter: 이 문서 검토 끝냄</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Article with the layers of the review</source>
        <translation>검토할 레이어가 보이는 기사</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>tagged %3 %1, left %2</source>
        <translation>%3 표시 %1, 표시 안 함 %2</translation>
    </message>
    <message>
        <source>in the list of agencies</source>
        <translation>기관 목록에 있음</translation>
    </message>
    <message>
        <source>in the list of agencies, by the country before it: %1</source>
        <translation>기관 목록에 있음, 앞의 나라 이름으로 구별: %1</translation>
    </message>
    <message>
        <source>in the list of agencies, by the year: %1</source>
        <translation>기관 목록에 있음, 연도로 구별: %1</translation>
    </message>
    <message>
        <source>in the list of agencies, by the rest of the article</source>
        <translation>기관 목록에 있음, 기사의 다른 곳으로 구별</translation>
    </message>
    <message>
        <source>in the list of agencies; other countries have one of this name</source>
        <translation>기관 목록에 있음, 다른 나라에도 같은 이름이 있음</translation>
    </message>
    <message>
        <source>name of several agencies: %1</source>
        <translation>여러 기관이 쓰는 이름: %1</translation>
    </message>
    <message>
        <source>name of an agency of another country; not in the list for %1</source>
        <translation>다른 나라 기관의 이름, %1 목록에는 없음</translation>
    </message>
    <message>
        <source>in brackets behind the name of an agency</source>
        <translation>기관 이름 뒤 괄호 안에 있음</translation>
    </message>
    <message>
        <source>ends as names of agencies do: %1</source>
        <translation>기관 이름처럼 끝남: %1</translation>
    </message>
    <message>
        <source>in the list of sectors: %1</source>
        <translation>분야 목록에 있음: %1</translation>
    </message>
    <message>
        <source>in the list of sectors, by the words beside it: %1</source>
        <translation>분야 목록에 있음, 앞뒤 말로 판단: %1</translation>
    </message>
    <message>
        <source>in the list of sectors, by the rest of the article: %1</source>
        <translation>분야 목록에 있음, 기사의 다른 곳으로 판단: %1</translation>
    </message>
    <message>
        <source>a number with a currency</source>
        <translation>숫자와 통화</translation>
    </message>
    <message>
        <source>a number with a currency and its hundredths</source>
        <translation>숫자와 통화, 그 아래 단위</translation>
    </message>
    <message>
        <source>a range with a currency</source>
        <translation>범위와 통화</translation>
    </message>
    <message>
        <source>a vague number with a currency</source>
        <translation>어림수와 통화</translation>
    </message>
    <message>
        <source>a number with a currency sign</source>
        <translation>숫자와 통화 기호</translation>
    </message>
    <message>
        <source>a currency sign with a number</source>
        <translation>통화 기호와 숫자</translation>
    </message>
    <message>
        <source>a number without a currency</source>
        <translation>통화 없는 수</translation>
    </message>
    <message>
        <source>a number without a currency; the table counts in %1</source>
        <translation>통화 없는 수. 표의 단위: %1</translation>
    </message>
    <message>
        <source>a year, month and day</source>
        <translation>연월일</translation>
    </message>
    <message>
        <source>a day, the nearest to the document date</source>
        <translation>일만 적힌 날짜: 문서 날짜에 가장 가까운 날</translation>
    </message>
    <message>
        <source>a month, the nearest to the document date</source>
        <translation>달만 적힌 날짜: 문서 날짜에 가장 가까운 달</translation>
    </message>
    <message>
        <source>a month and day, the nearest to the document date</source>
        <translation>월일: 문서 날짜에 가장 가까운 날</translation>
    </message>
    <message>
        <source>several months</source>
        <translation>여러 달</translation>
    </message>
    <message>
        <source>several years</source>
        <translation>여러 해</translation>
    </message>
    <message>
        <source>a year of two figures</source>
        <translation>두 자리 연도</translation>
    </message>
    <message>
        <source>so long after the document date</source>
        <translation>문서 날짜 뒤로 센 날</translation>
    </message>
    <message>
        <source>a day or week of its month</source>
        <translation>그 달의 몇째 날이나 주</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>a half year</source>
        <translation>반기</translation>
    </message>
    <message>
        <source>a season</source>
        <translation>계절</translation>
    </message>
    <message>
        <source>a feast day</source>
        <translation>명절·기념일</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>a date in figures</source>
        <translation>숫자로 적은 날짜</translation>
    </message>
    <message>
        <source>so long before the document date</source>
        <translation>문서 날짜 앞으로 센 날</translation>
    </message>
    <message>
        <source>a weekday, the nearest to the document date</source>
        <translation>요일: 문서 날짜에 가장 가까운 날</translation>
    </message>
    <message>
        <source>a decade</source>
        <translation>10년대</translation>
    </message>
    <message>
        <source>a century</source>
        <translation>세기</translation>
    </message>
    <message>
        <source>from the first to the last</source>
        <translation>처음부터 끝까지의 범위</translation>
    </message>
    <message>
        <source>comes again and again: no single date</source>
        <translation>되풀이되는 날: 한 날짜가 아님</translation>
    </message>
    <message>
        <source>counted from the document date: %1</source>
        <translation>문서 날짜에서 센 말: %1</translation>
    </message>
    <message>
        <source>a length of time</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>marked in a nearly identical article: %1</source>
        <translation>거의 같은 기사에서 표시함: %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>출처 %1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>점수 %1</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1번</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1번</translation>
    </message>
</context>
<context>
    <name>RulesDesk</name>
    <message>
        <source>Decided by the rule “{rule}”: items {count}. Ctrl+Z takes it back.</source>
        <translation>“{rule}” 규칙으로 항목 {count}건을 판정했습니다. Ctrl+Z로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Decide ({count})</source>
        <translation>판정 ({count}건)</translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>판정하는 중…</translation>
    </message>
    <message>
        <source>Decide many items by a rule: one step, one undo</source>
        <translation>규칙으로 여러 항목을 한꺼번에 판정하고, 한 번에 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>{rule} — items: {count}, documents: {documents}</source>
        <translation>{rule} — 항목 {count}건, 문서 {documents}건</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>이 문서에서</translation>
    </message>
    <message>
        <source>In all documents, as the queue is narrowed</source>
        <translation>모든 문서에서, 목록에 좁혀진 대로</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>누구의 것</translation>
    </message>
    <message>
        <source>More than half</source>
        <translation>과반</translation>
    </message>
    <message>
        <source>At least </source>
        <translation>최소 </translation>
    </message>
    <message>
        <source>How many make a majority</source>
        <translation>다수로 볼 인원</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ShortcutsDesk</name>
    <message>
        <source>%1 belongs to “%2” already. Take it from there first.</source>
        <translation>%1은(는) 이미 “%2”의 키입니다. 먼저 거기서 떼어 내세요.</translation>
    </message>
    <message>
        <source>%1 writes in fields. Hold Ctrl or Alt with it.</source>
        <translation>%1은(는) 입력란에서 글자를 씁니다. Ctrl이나 Alt와 함께 누르세요.</translation>
    </message>
    <message>
        <source>%1 moves the caret.</source>
        <translation>%1은(는) 캐럿을 옮기는 키입니다.</translation>
    </message>
    <message>
        <source>%1 is what every field uses.</source>
        <translation>%1은(는) 입력란이 쓰는 키입니다.</translation>
    </message>
    <message>
        <source>%1 opens a menu.</source>
        <translation>%1은(는) 메뉴를 여는 키입니다.</translation>
    </message>
</context>
<context>
    <name>ShortcutsPanel</name>
    <message>
        <source>Press a key now…</source>
        <translation>지금 키를 누르세요…</translation>
    </message>
    <message>
        <source>Keys of the actions</source>
        <translation>동작의 단축키</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>동작이나 키 찾기</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>동작과 단축키</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Another key…</source>
        <translation>다른 키로…</translation>
    </message>
    <message>
        <source>One more key…</source>
        <translation>키 하나 더…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>처음대로</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>모두 처음대로</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>Selected span</source>
        <translation>고른 구간</translation>
    </message>
    <message>
        <source>Select some text and press a digit, or click a span.</source>
        <translation>글을 골라 숫자를 누르거나 구간을 클릭하세요.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>About the value</source>
        <translation>값 설명</translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>All labels</source>
        <translation>모든 라벨</translation>
    </message>
    <message>
        <source>No spans yet.</source>
        <translation>아직 구간이 없습니다.</translation>
    </message>
    <message>
        <source>No span like this.</source>
        <translation>맞는 구간이 없습니다.</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Spans in reading order</source>
        <translation>읽는 순서의 구간</translation>
    </message>
    <message>
        <source>Spans by label</source>
        <translation>라벨별 구간</translation>
    </message>
    <message>
        <source>Spans by text</source>
        <translation>글자별 구간</translation>
    </message>
    <message>
        <source>Show spans of a label</source>
        <translation>라벨로 보기</translation>
    </message>
    <message>
        <source>Find in the spans</source>
        <translation>구간에서 찾기</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>모두 펼치기</translation>
    </message>
</context>
<context>
    <name>SpanModel</name>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>표시</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>상태 표시줄</translation>
    </message>
    <message>
        <source>Your name, then Enter</source>
        <translation>이름을 적고 Enter</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Your name?</source>
        <translation>이름을 적어 주세요</translation>
    </message>
    <message>
        <source>Who marks here. The name goes out with every export.</source>
        <translation>여기서 표시하는 사람. 내보낼 때마다 이 이름이 함께 나갑니다.</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Suggestion</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>받아들이기 (Enter)</translation>
    </message>
    <message>
        <source>Refuse (Delete)</source>
        <translation>거절 (Delete)</translation>
    </message>
    <message>
        <source>All of this kind (%1)…</source>
        <translation>이런 제안 모두 (%1)…</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>제안: %1</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 가운데 %1개</translation>
    </message>
    <message>
        <source>Records and relations of the project</source>
        <translation>프로젝트의 기록과 관계</translation>
    </message>
    <message>
        <source>Records and relations of the project: Enter goes to the document</source>
        <translation>프로젝트의 기록과 관계: Enter를 누르면 문서로 갑니다</translation>
    </message>
    <message>
        <source>Which table</source>
        <translation>어느 표</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>관계</translation>
    </message>
    <message>
        <source>Search the table</source>
        <translation>표에서 찾기</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>From the last to the first</source>
        <translation>거꾸로</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>TablesDesk</name>
    <message>
        <source>Export as CSV</source>
        <translation>CSV로 내보내기</translation>
    </message>
    <message>
        <source>Written: rows %1, to %2.</source>
        <translation>%1행을 %2에 썼습니다.</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>Target for exact F1:</source>
        <translation>정확 일치 F1 목표:</translation>
    </message>
    <message>
        <source>Target for exact F1</source>
        <translation>정확 일치 F1 목표</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>TermButton</name>
    <message>
        <source>Outlet…</source>
        <translation>매체…</translation>
    </message>
    <message>
        <source>outlet:</source>
        <translation>매체:</translation>
    </message>
    <message>
        <source>Section…</source>
        <translation>섹션…</translation>
    </message>
    <message>
        <source>section:</source>
        <translation>섹션:</translation>
    </message>
    <message>
        <source>Author…</source>
        <translation>글쓴이…</translation>
    </message>
    <message>
        <source>author:</source>
        <translation>글쓴이:</translation>
    </message>
    <message>
        <source>Title…</source>
        <translation>제목…</translation>
    </message>
    <message>
        <source>title:</source>
        <translation>제목:</translation>
    </message>
    <message>
        <source>Address (URL)…</source>
        <translation>주소(URL)…</translation>
    </message>
    <message>
        <source>Document date… (2024-03, 2024-01..2024-03)</source>
        <translation>문서 날짜… (2024-03, 2024-01..2024-03)</translation>
    </message>
    <message>
        <source>date:</source>
        <translation>날짜:</translation>
    </message>
    <message>
        <source>Published…</source>
        <translation>발행일…</translation>
    </message>
    <message>
        <source>published:</source>
        <translation>발행:</translation>
    </message>
    <message>
        <source>Modified…</source>
        <translation>수정일…</translation>
    </message>
    <message>
        <source>modified:</source>
        <translation>수정:</translation>
    </message>
    <message>
        <source>Crawled…</source>
        <translation>수집일…</translation>
    </message>
    <message>
        <source>crawled:</source>
        <translation>수집:</translation>
    </message>
    <message>
        <source>Label used…</source>
        <translation>쓴 라벨…</translation>
    </message>
    <message>
        <source>label:</source>
        <translation>라벨:</translation>
    </message>
    <message>
        <source>Annotator…</source>
        <translation>작업자…</translation>
    </message>
    <message>
        <source>annotator:</source>
        <translation>작업자:</translation>
    </message>
    <message>
        <source>With open comments</source>
        <translation>열린 댓글이 있는 것</translation>
    </message>
    <message>
        <source>has:comments</source>
        <translation>있음:댓글</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>메모가 있는 것</translation>
    </message>
    <message>
        <source>has:notes</source>
        <translation>있음:메모</translation>
    </message>
    <message>
        <source>With spans in doubt</source>
        <translation>불확실한 구간이 있는 것</translation>
    </message>
    <message>
        <source>has:unsure</source>
        <translation>있음:불확실</translation>
    </message>
    <message>
        <source>With lost spans</source>
        <translation>잃은 구간이 있는 것</translation>
    </message>
    <message>
        <source>has:lost</source>
        <translation>있음:잃은구간</translation>
    </message>
    <message>
        <source>With near-duplicates</source>
        <translation>거의 같은 문서가 있는 것</translation>
    </message>
    <message>
        <source>has:duplicates</source>
        <translation>있음:중복</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Filter by a field</source>
        <translation>필드로 거르기</translation>
    </message>
    <message>
        <source>Filter by a field: type it in the search, as outlet:Hanbit or date:2024-03</source>
        <translation>필드로 거르기: 찾기에 매체:한빛, 날짜:2024-03처럼 적습니다</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Text of the document</source>
        <translation>문서 본문</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>changed: “%1” → “%2”</source>
        <translation>바뀜: “%1” → “%2”</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>잃음: %1</translation>
    </message>
    <message>
        <source>Spans that change or are lost</source>
        <translation>바뀌거나 잃는 구간</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Change it all the same</source>
        <translation>그래도 바꾸기</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>본문 바꾸기</translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation>본문이 같습니다.</translation>
    </message>
    <message>
        <source>Nothing is marked in it yet.</source>
        <translation>아직 표시한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Spans: %1 stay, %2 move, %3 change, %4 are lost (in %5 layers).</source>
        <translation>구간: 그대로 %1, 옮김 %2, 바뀜 %3, 잃음 %4 (레이어 %5개).</translation>
    </message>
    <message>
        <source>Lost ones wait in a tray.</source>
        <translation>잃은 구간은 보관함에 남습니다.</translation>
    </message>
</context>
<context>
    <name>TextsDesk</name>
    <message>
        <source>Correct the text</source>
        <translation>본문 고치기</translation>
    </message>
    <message>
        <source>Extract the article again</source>
        <translation>기사 다시 추출</translation>
    </message>
    <message>
        <source>Read the page in another encoding</source>
        <translation>다른 인코딩으로 페이지 다시 읽기</translation>
    </message>
    <message>
        <source>Choose other lines of the page</source>
        <translation>페이지의 다른 줄 고르기</translation>
    </message>
    <message>
        <source>No span of this document is lost.</source>
        <translation>이 문서에는 잃은 구간이 없습니다.</translation>
    </message>
    <message>
        <source>Select the place in the text first.</source>
        <translation>먼저 본문에서 자리를 선택하세요.</translation>
    </message>
</context>
<context>
    <name>TrayPanel</name>
    <message>
        <source>Lost spans</source>
        <translation>잃은 구간</translation>
    </message>
    <message>
        <source>Lost spans of the document</source>
        <translation>문서의 잃은 구간</translation>
    </message>
    <message>
        <source>These spans found no place in the present text. Select their place in it, then put them back.</source>
        <translation>지금 본문에서 자리를 찾지 못한 구간입니다. 본문에서 자리를 선택한 뒤 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>Put back on the selection</source>
        <translation>선택한 자리에 놓기</translation>
    </message>
    <message>
        <source>Look for its text</source>
        <translation>글자 찾기</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ValueFields</name>
    <message>
        <source>Amount, a number</source>
        <translation>금액(숫자)</translation>
    </message>
    <message>
        <source>10000000</source>
        <translation>10000000</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>연-월-일</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>정식 이름</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Currency: three letters, such as KRW</source>
        <translation>통화: KRW처럼 영문 세 글자</translation>
    </message>
    <message>
        <source>Meant as</source>
        <translation>뜻</translation>
    </message>
    <message>
        <source>How the number or the date is meant</source>
        <translation>숫자나 날짜를 어떤 뜻으로 썼는지</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>선택</translation>
    </message>
</context>
<context>
    <name>WalkDesk</name>
    <message>
        <source>None of your spans has this label.</source>
        <translation>이 라벨을 붙인 내 구간이 없습니다.</translation>
    </message>
    <message>
        <source>All seen. Kept: {kept}, given another label: {changed}.</source>
        <translation>모두 보았습니다. 그대로 {kept}개, 다른 라벨로 {changed}개.</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>Walk over the spans of {label}</source>
        <translation>“{label}” 구간 차례로 보기</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{total}개 중 {number}번째</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>그대로 (Enter)</translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation>뒤로 (Backspace)</translation>
    </message>
    <message>
        <source>Show in the article</source>
        <translation>기사에서 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>다른 라벨…</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Article</source>
        <translation>기사</translation>
    </message>
</context>
<context>
    <name>_BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 생겼습니다</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. Everything that you did before is saved. You can go on; if anything looks odd, close the window and open it again.</source>
        <translation>사용자의 잘못이 아니라 프로그램의 오류입니다. 지금까지 한 일은 모두 저장되었습니다. 계속할 수 있으며, 이상해 보이면 창을 닫고 다시 여세요.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>오류 보고</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>보고 복사</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
</context>
</TS>
