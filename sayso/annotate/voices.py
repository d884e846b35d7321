"""Pieces of content with the cues that they chose -> whose words they are, as their marks tell.

The encoder chooses a cue for each piece by itself, among all of its window. What quotation marks,
ends of paragraphs and other cues nearby tell of two voices is settled here, by rules.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from sayso.annotate.ground import Ground
from sayso.annotate.linking import Choice
from sayso.annotate.tagging import Marks
from sayso.annotate.windows import Window
from sayso.english.quotations import Quotation
from sayso.english.sentences import MARKS, abbreviates, ends
from sayso.english.tables import either, listed

RULED = 0.95  # the chance of a choice that a rule made
_CLAUSE = 160  # code points of the longest clause that reports: "his sister, Marthe Feld, recalled"
# What may stand between a piece and the clause that reports it: "A, and X said", "X said: that A".
_BESIDE = re.compile(r"[\"”»’'“」』.]?[\s,;:—–-]*(?:(?:and|but|while|that)\s+)?")
# The mark with which a piece ends, whatever it ends: "yes,” and "yes.”"
_STOP = re.compile(rf"([{MARKS},;:—-]?)[\"”»’'“«」』)\s]*\Z")
_BEFORE = f"{MARKS}:;\"”»’'“」』"  # what a quotation of whole sentences follows, or nothing
_WORD = re.compile(r"\w+")
# "Turkey shelled the town | , which Kurds call | Rojava, the SDF said"
_ASIDE = re.compile(rf",? which (?:[^\s,.;:]+ ){{1,5}}?{either(listed('forms.toml', 'calling'))}\b")
_SINGLE = "'‘‚"
_FEW = 6  # words below which single marks round a paragraph may be those of a headline within


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of content in code points, moved over the marks of the quotation that it is.

    `quoted` is false where it is not a quotation from end to end; `stop` is the mark of
    punctuation that it ends with, or that follows its closing mark; `whole` tells that it is
    sentences of its own, so that its form alone says that somebody is quoted.
    """

    start: int
    end: int
    paragraph: int
    quoted: bool
    closed: bool
    stop: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue together with its source where they stand together, in code points."""

    start: int
    end: int
    paragraph: int
    source: int


@dataclass(frozen=True, slots=True)
class Links:
    """The spans of a block, and what was chosen: a cue for each piece, a source for each cue.

    The choices are numbers of columns, -1 for none. `joined` is for each piece the number of the
    earlier one that it continues over the end of a paragraph, or its own; `whole` tells which
    pieces are quotations of whole sentences, `lost` which are reported speech that no clause of
    its own sentence reports.
    """

    tokens: Window
    marks: Marks
    cue_of: Sequence[Choice]
    source_of: Sequence[Choice]
    joined: Sequence[int]
    whole: Sequence[bool]
    lost: Sequence[bool]

    @classmethod
    def of(
        cls, tokens: Window, marks: Marks, cue_of: Sequence[Choice], source_of: Sequence[Choice]
    ) -> "Links":
        """Return what the encoder chose."""
        count = len(marks.content)
        no = [False] * count
        return cls(tokens, marks, cue_of, source_of, range(count), no, no)


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the pieces, the clauses that report (one a cue) and all quotations stand in a text."""

    text: str
    quotations: Sequence[Quotation]
    pieces: Sequence[Piece]
    clauses: Sequence[Clause]


def settled(ground: Ground, links: Links) -> Links:
    """Return the links with what the marks tell: more pieces, and others' words apart."""
    if not len(links.tokens):
        return links
    text, every = ground.text, _within(ground.quotations, links.tokens)
    links = _with_missed(text, every, replace(links, source_of=_own_sources(links)))
    clauses = [_clause(links, number) for number in range(len(links.marks.cue))]
    links = _with_turns(text, every, clauses, _with_asides(text, clauses, links))
    laid = Laid(text, every, _pieces(text, every, links), clauses)
    given = _own_cues(laid, links.cue_of)
    lost = [_is_of_other_sentence(laid, number, given) for number in range(len(given))]
    apart = [
        Choice(-1, RULED) if lost[number] or _is_others(laid, number, given) else choice
        for number, choice in enumerate(given)
    ]
    chosen, joined = _continued(laid, apart)
    whole = [piece.whole for piece in laid.pieces]
    return replace(links, cue_of=chosen, joined=joined, whole=whole, lost=lost)


def _within(every: Sequence[Quotation], tokens: Window) -> Sequence[Quotation]:
    """Return the quotations that reach into a block."""
    first = bisect_right(every, int(tokens.starts[0]), key=lambda quotation: quotation.end)
    last = bisect_left(every, int(tokens.ends[-1]), key=lambda quotation: quotation.start)
    return every[first:last]


def _with_missed(text: str, every: Sequence[Quotation], links: Links) -> Links:
    """Add the quotations of whole sentences in which the encoder tagged nothing."""
    tokens, marks = links.tokens, links.marks
    tagged = np.concatenate([marks.source, marks.cue, marks.content])
    missed = []
    for quotation in every:
        first, last = tokens.tokens(quotation.start, quotation.end)
        if first >= last or not _of_quotation(text, quotation, 0).whole:
            continue
        if not ((tagged[:, 0] < last) & (tagged[:, 1] > first)).any():
            missed.append((first, last))
    if not missed:
        return links
    content = np.concatenate([marks.content, np.asarray(missed, dtype=np.int64)])
    order = np.argsort(content[:, 0], kind="stable")
    chosen = [*links.cue_of, *[Choice(-1, RULED)] * len(missed)]
    marks = replace(marks, content=content[order])
    return Links.of(tokens, marks, [chosen[n] for n in order.tolist()], links.source_of)


def _with_asides(text: str, clauses: Sequence[Clause], links: Links) -> Links:
    """Make what stands round an aside that only names something one piece, of who reports it all.

    Four fell in Orsk, which Zagoria calls its own, the mayor said.
    """
    content, chosen = links.marks.content.tolist(), list(links.cue_of)
    for first in reversed(range(len(content))):
        aside = _ASIDE.match(text, int(links.tokens.ends[content[first][1] - 1]))
        later = _reporting(text, clauses, aside.end()) if aside else None
        if later is None:
            continue
        stop = links.tokens.tokens(0, clauses[later].start)[1]
        if any(c.column == later and a >= stop for c, (a, _) in zip(chosen, content, strict=True)):
            continue  # it reports what stands behind it
        last = max(n for n in range(first, len(content)) if content[n][1] <= stop)
        content[first : last + 1] = [[content[first][0], content[last][1]]]
        chosen[first : last + 1] = [Choice(later, RULED)]
    if chosen == list(links.cue_of):
        return links
    marks = replace(links.marks, content=np.asarray(content, dtype=np.int64))
    return Links.of(links.tokens, marks, chosen, links.source_of)


def _with_turns(
    text: str, every: Sequence[Quotation], clauses: Sequence[Clause], links: Links
) -> Links:
    """Part what holds quotations side by side: they are turns of several, and no cue tells whose.

    “I did not,” said Amsel. “You signed it.” “I sign two hundred papers a day.”
    """
    tokens = links.tokens
    content: list[list[int]] = []
    chosen: list[Choice] = []
    for (first, last), choice in zip(links.marks.content.tolist(), links.cue_of, strict=True):
        start, end = int(tokens.starts[first]), int(tokens.ends[last - 1])
        inside = [q for q in every if start - 1 <= q.start and q.end <= end + 2]
        gaps = [text[one.end : other.start] for one, other in pairwise(inside)]
        if not gaps or any(gap.strip(" ") or not gap for gap in gaps):
            content.append([first, last])
            chosen.append(choice)
            continue
        parts = [tokens.tokens(q.start, q.end) for q in inside]
        content += [list(part) for part in parts]
        before = choice.column >= 0 and end <= clauses[choice.column].start
        chosen += [Choice(-1, RULED)] * (len(parts) - before) + [choice] * before
    if len(chosen) == len(links.cue_of):
        return links
    marks = replace(links.marks, content=np.asarray(content, dtype=np.int64))
    return Links.of(tokens, marks, chosen, links.source_of)


def _reporting(text: str, clauses: Sequence[Clause], begin: int) -> int | None:
    """Return the clause with a source that stands first behind a place, in its sentence."""
    stop = next((mark.start for mark in ends(text, begin)), len(text))
    behind = [
        (clause.start, number)
        for number, clause in enumerate(clauses)
        if clause.source >= 0 and begin <= clause.start < stop
    ]
    return min(behind)[1] if behind else None


def _pieces(text: str, every: Sequence[Quotation], links: Links) -> list[Piece]:
    """Return the pieces of content, in text order."""
    starts = [quotation.start for quotation in every]
    pieces = []
    for first, last in links.marks.content.tolist():
        start, end = int(links.tokens.starts[first]), int(links.tokens.ends[last - 1])
        paragraph = int(links.tokens.paragraph[first])
        at = bisect_right(starts, end - 1) - 1
        around = every[at] if at >= 0 else Quotation(-2, -2, closed=True)
        if abs(start - around.start) <= 1 and -2 <= end - around.end <= 1:
            pieces.append(_of_quotation(text, around, paragraph))
        else:
            closed = around.closed or end < around.end - 1
            stop = _stop(text, start, end)
            pieces.append(Piece(start, end, paragraph, quoted=False, closed=closed, stop=stop))
    return pieces


def _clause(links: Links, number: int) -> Clause:
    """Return a cue with its source, where the two stand together."""
    tokens, source = links.tokens, links.source_of[number].column
    first, last = links.marks.cue[number].tolist()
    start, end = int(tokens.starts[first]), int(tokens.ends[last - 1])
    paragraph = int(tokens.paragraph[first])
    if source >= 0:
        of, to = links.marks.source[source].tolist()
        left, right = int(tokens.starts[of]), int(tokens.ends[to - 1])
        wide = max(right, end) - min(left, start)
        if tokens.paragraph[of] == paragraph and wide <= _CLAUSE:
            start, end = min(left, start), max(right, end)
    return Clause(start, end, paragraph, source)


def _own_sources(links: Links) -> list[Choice]:
    """Return the source of each cue: one right beside it that no cue took, not one of others.

    “…,” said Imhof; “…,” said Brodersen.
    """
    taken = Counter(choice.column for choice in links.source_of)
    chosen = list(links.source_of)
    sources, cues = links.marks.source.tolist(), links.marks.cue.tolist()
    for cue, choice in enumerate(chosen):
        if choice.column >= 0 and taken[choice.column] < 2:
            continue
        first, last = cues[cue]
        beside = [n for n, (of, to) in enumerate(sources) if of == last or to == first]
        free = [n for n in beside if not taken[n]]
        if free and choice.column not in beside:
            chosen[cue] = Choice(free[-1], RULED)
            taken[free[-1]] += 1
    return chosen


def _own_cues(laid: Laid, chosen: Sequence[Choice]) -> list[Choice]:
    """Give a cue that reports nothing the piece right before it, which another cue took.

    The bridge is safe, Grann said; the bridge is rotten, Brodersen said.
    """
    chosen = list(chosen)
    counts = Counter(choice.column for choice in chosen)
    for cue, clause in enumerate(laid.clauses):
        if counts[cue] or clause.source < 0:
            continue
        for number, piece in enumerate(laid.pieces):
            owner = chosen[number].column
            if _reports(laid.text, clause, piece) and (owner < 0 or counts[owner] > 1):
                chosen[number] = Choice(cue, RULED)
                counts.update({cue: 1, owner: -1})
    return chosen


def _reports(text: str, clause: Clause, piece: Piece) -> bool:
    """Tell whether a clause stands right behind a piece, in its paragraph."""
    if piece.paragraph != clause.paragraph or piece.end > clause.start or piece.stop == ".":
        return False
    return bool(_BESIDE.fullmatch(text, piece.end, clause.start))


def _is_others(laid: Laid, number: int, chosen: Sequence[Choice]) -> bool:
    """Tell whether a quotation is not the words of its cue's speaker, by its place."""
    piece, cue = laid.pieces[number], chosen[number].column
    if cue < 0 or not piece.quoted:
        return False
    clause = laid.clauses[cue]
    if piece.paragraph != clause.paragraph:
        return not (_leads_in(laid.text, clause, piece) or _stands_below(laid.text, clause, piece))
    if piece.start >= clause.end:
        return _stands_beside(laid, piece)
    if piece.end > clause.start or not piece.stop or piece.stop not in MARKS:
        return False
    return _is_answered(laid, piece, clause) or _ends_before(laid, number, chosen)


def _is_of_other_sentence(laid: Laid, number: int, chosen: Sequence[Choice]) -> bool:
    """Tell whether reported speech ends its sentence before that of the clause, which reports more.

    Ruel told the house that it was lost, according to two members. The army said | it held.
    """
    piece, cue = laid.pieces[number], chosen[number].column
    if cue < 0 or piece.quoted or piece.end > laid.clauses[cue].start:
        return False
    begin = laid.clauses[cue].start
    marks = [mark.end for mark in ends(laid.text, piece.end - 1, begin + 2) if mark.end <= begin]
    return any(
        choice.column == cue and other.start >= marks[-1]
        for other, choice in zip(laid.pieces, chosen, strict=True)
        if marks
    )


def _leads_in(text: str, clause: Clause, piece: Piece) -> bool:
    """Tell whether a clause leads in the paragraph of a quotation: "Ruel had this to say:"."""
    if clause.paragraph != piece.paragraph - 1:
        return False
    between = text[clause.end - 1 : piece.start].rstrip()
    return between.endswith(":") and not any(ends(between))


def _stands_below(text: str, clause: Clause, piece: Piece) -> bool:
    """Tell whether the paragraph after a quotation holds nothing but who said it: "— Ana Ruel"."""
    if clause.paragraph != piece.paragraph + 1:
        return False
    start, end = _paragraph(text, clause.start, clause.end)
    return not _WORD.search(text[start : clause.start] + text[clause.end : end])


def _stands_beside(laid: Laid, piece: Piece) -> bool:
    """Tell whether another quotation stands side by side with one."""
    for one, other in pairwise(laid.quotations):
        gap = laid.text[one.end : other.start]
        if gap and not gap.strip(" ") and piece.start in (one.start, other.start):
            return True
    return False


def _is_answered(laid: Laid, piece: Piece, clause: Clause) -> bool:
    """Tell whether another quotation stands between a quotation and the clause behind it.

    “How many were fired?” “I can't say,” the captain replied.
    """
    first = bisect_left(laid.quotations, piece.end, key=lambda quotation: quotation.start)
    if first == len(laid.quotations) or laid.quotations[first].start >= clause.start:
        return False
    return not laid.text[piece.end : laid.quotations[first].start].strip(f"{MARKS} ")


def _ends_before(laid: Laid, number: int, chosen: Sequence[Choice]) -> bool:
    """Tell whether a quotation ends its sentence before that of the clause, which reports more.

    “It cannot be ignored.” Both capitals called the vote “bogus”.
    """
    piece, cue = laid.pieces[number], chosen[number].column
    clause = laid.clauses[cue]
    if not _BESIDE.fullmatch(laid.text, piece.end, clause.start):
        return True
    later = (
        other
        for other, choice in zip(laid.pieces, chosen, strict=True)
        if choice.column == cue and other.start >= clause.end
    )
    return piece.stop == "." and any(not other.whole for other in later)


def _continued(laid: Laid, chosen: Sequence[Choice]) -> tuple[list[Choice], list[int]]:
    """Join quotations whose mark stays open over the end of a paragraph."""
    chosen = list(chosen)
    joined = list(range(len(chosen)))
    for number, (before, piece) in enumerate(pairwise(laid.pieces), start=1):
        cue = chosen[number].column
        reported = cue >= 0 and laid.clauses[cue].paragraph == piece.paragraph
        if piece.quoted and not reported and _goes_on(laid.text, before, piece):
            chosen[number], joined[number] = chosen[number - 1], joined[number - 1]
    return chosen, joined


def _goes_on(text: str, before: Piece, piece: Piece) -> bool:
    """Tell whether a piece opens the paragraph behind one whose mark is still open."""
    return not before.closed and not text[before.end : piece.start].strip(" \n\r\t.")


def _of_quotation(text: str, quotation: Quotation, paragraph: int) -> Piece:
    """Return a quotation as a piece."""
    start, end, closed = quotation
    stop = _stop(text, start, end)
    whole = bool(stop) and stop in f"{MARKS}," and _stands_alone(text, quotation)
    return Piece(start, end, paragraph, quoted=True, closed=closed, stop=stop, whole=whole)


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation begins where a sentence does, and is no headline within a text."""
    at = quotation.start
    while at and text[at - 1] != "\n" and text[at - 1].isspace():
        at -= 1
    if at and text[at - 1] != "\n" and (text[at - 1] not in _BEFORE or abbreviates(text, at - 1)):
        return False
    words = len(_WORD.findall(text, quotation.start, quotation.end))
    return words >= (_FEW if text[quotation.start] in _SINGLE else 1)


def _stop(text: str, start: int, end: int) -> str:
    """Return the mark of punctuation that a piece ends with, or that follows its closing mark."""
    inside = _STOP.search(text, max(start, end - 8), end)
    stop = inside[1] if inside else ""
    return stop or (text[end : end + 1] if text[end : end + 1] in MARKS else "")


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the whole paragraphs that a range touches."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop
