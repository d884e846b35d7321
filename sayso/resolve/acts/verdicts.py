"""A statement and what stands below it -> the words by which a fact check tells it was never said.

"Claim: Ruel said the bridge had fallen." and below "Verdict: False."; "A clip shows Ruel saying:
“It fell.” There is no record of Ruel having said this."
"""

import re
from collections.abc import Iterator

from sayso.english.function_words import articles, definite, owners
from sayso.english.sentences import ends
from sayso.english.tables import either, listed
from sayso.records import Statement
from sayso.resolve.acts.content import plainly

_FORGED = either(listed("verdicts.toml", "forged"))
_REFUTED = either(listed("verdicts.toml", "forged") | listed("verdicts.toml", "untrue"))
_CLAIM = re.compile(rf"{either(listed('verdicts.toml', 'claims'))}\s*(?::|[-.] |\Z)")
# "verdict: | this claim is entirely | false", or "verdict" alone above "false".
_VERDICT = re.compile(
    rf"(?:^|(?<=[.\"!?] )){either(listed('verdicts.toml', 'verdicts'))}\s*(?:[:-]\s*|\Z)"
)
# "this claim is entirely false", "fake", and not "partly false", "false that"
_FALSE = re.compile(
    rf"(?:(?:this|the|it|that)(?: \w+)? (?:is|was) )?(?:(?!part|most|like)\w+ly )?{_REFUTED}\b"
    r"(?! (?:that|to)\b)"
)
_HEADING = 24  # characters of the longest line that only labels what stands below
_FARTHEST = 4  # paragraphs below a claim in which its verdict is looked for
_ROUNDS = rf"\b{either(listed('verdicts.toml', 'rounds'))}\b"
_SAYING = r"(?:sa(?:y|id|ying)|ma(?:ke|de|king)|utter(?:ed|ing)?|writ(?:e|ing|ten)|wrote)"
_THESE = either(definite() - owners() - articles())
# "this", "any such thing", "the words", where the clause ends with it
_WHAT = (
    rf"(?:(?:it|so|{_THESE}|such a thing|any such thing|anything of the (?:kind|sort)"
    rf"|(?:the|{_THESE}|any such) (?:quotation|quote|remark|word|comment|statement|line)s?)"
    r"(?=[.,;!?\s]*\Z|[.,;]| (?:anywhere|in)\b))"
)
# "there is no record of Ruel having said this", "he never said that", "she made no such remark",
# "the clip is a fake"
_FORMS = (
    r"(?:(?:there (?:is|was|are) |\w[\w ]{1,40} (?:found|find|has|have) )?no (?:\w+ )?"
    r"(?:record|evidence|trace|proof)s? (?:of|that) [^.;]{0,60}?\b"
    rf"|(?:[\w.'-]+ ){{1,5}}?(?:never|not|n't) (?:actually |ever |in fact )?){_SAYING} {_WHAT}",
    r"(?:[\w.'-]+ ){1,5}?(?:said|made) no such (?:thing|remark|statement|comment)s?",
    rf"(?:the|this|that|both) (?:\w+ )?{_ROUNDS} (?:is|was|are|were)(?: \w+ly| also)? {_FORGED}\b",
)
_UNSAID = re.compile(rf"(?:(?:but|however,|in (?:fact|reality),?) )?(?:{'|'.join(_FORMS)})")
_ATTRIBUTED = re.compile(r"\b(?:according to|told|says|said)\b")
_LATER = 2  # sentences behind a statement that may take it back
_REACH = 400  # characters in which they end


def unsaid(text: str, statement: Statement) -> str:
    """Return the words that tell that what a fact check looks into was never said, else none."""
    return _verdict(text, statement.extent.start) or _taken_back(text, statement)


def _verdict(text: str, at: int) -> str:
    """Return the verdict on the claim that a place stands in, where it is that it is false."""
    begin = text.rfind("\n", 0, at) + 1
    own, *below = _paragraphs(text[begin : begin + _REACH * _FARTHEST])
    above = text[:begin].rstrip()
    heading = plainly(above[above.rfind("\n") + 1 :]).strip()
    headed = len(heading) <= _HEADING and _CLAIM.fullmatch(heading)
    if not headed and not _CLAIM.match(own):
        return ""
    lines = [own, *below[:_FARTHEST]]
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        for label in _VERDICT.finditer(line):
            words = line[label.end() :] or after
            if false := _FALSE.match(words):
                return f"{label[0]}{'' if line[label.end() :] else ' '}{false[0]}"
    return ""


def _taken_back(text: str, statement: Statement) -> str:
    """Return the words behind what something that goes round has somebody say, which deny it."""
    if not statement.source:
        return ""
    first = statement.source[0].start
    begin = text.rfind("\n", 0, first) + 1
    begin = max([begin, *(mark.end for mark in ends(text, begin, first + 2) if mark.end <= first)])
    if not re.search(_ROUNDS, plainly(text[begin:first])):
        return ""
    for sentence in _behind(text, statement.extent.end):
        if (denial := _UNSAID.match(sentence)) and not _ATTRIBUTED.search(sentence, denial.end()):
            return denial[0]
    return ""


def _behind(text: str, at: int) -> Iterator[str]:
    """Yield the next sentences behind a statement, those of the next paragraph too."""
    until = at + _REACH
    marks = [mark.end for mark in ends(text, max(at - 2, 0), until)]
    edges = [m for m in marks if m >= at][: _LATER + 1]
    if not edges:
        return
    for start, end in zip(edges, [*edges[1:], min(until, len(text))], strict=True):
        yield plainly(text[start:end]).strip().split("\n")[0]


def _paragraphs(text: str) -> list[str]:
    """Return the lines of a text that hold something, in plain small letters."""
    return [plain for line in text.split("\n") if (plain := plainly(line).strip())]
