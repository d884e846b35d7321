"""Statements of which one goes on without its verb -> one more for what that leaves out.

"Ruel called it “a gift”; Tarn, “a trap”, and the envoy, Lena Orsk, “a start”." "The army said that
twelve had died; the rebels, that forty had."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.english.function_words import articles, particles
from sayso.english.lemmas import forms
from sayso.english.role_nouns import heads
from sayso.english.sentences import ends
from sayso.english.tables import either, listed
from sayso.records import UNREAD, Reading, Span, Statement, statement_id

# What may be said again without its verb: "called", "described".
_CALLING = re.compile(rf"\b{either(listed('forms.toml', 'calling'))}\b")
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
# "; Tarn, | “a trap”", ", and the envoy, Lena Orsk, | “a start”": who, and the words.
_GAP = re.compile(
    r"(?:;|,)[\"”’]? (?:(?:and|but|while) )?"
    rf"(?P<who>(?:{either(articles())} )?(?P<role>(?:[a-z-]+ ){{0,3}}[a-z-]+)?(?:,? ?{_NAME})?),? "
    r"(?P<words>[“\"][^“”\"\n]{1,200}[”\"])(?=[.,;]|$)"
)
_ROLE = rf"(?:{either(articles())} )?(?P<role>(?:[a-z-]+ ){{0,2}}[a-z-]+)?(?:,? ?{_NAME})?"
# "; the rebels, | that forty had", "; and Bo Tarn | that it had fallen"; behind a mere "and" what
# tells of somebody looks the same: "and groups that support her".
_THAT_GAP = re.compile(
    rf";(?: (?:and|but|while))? (?P<who>{_ROLE}),? "
    r"(?P<words>that (?!is\b)[^;\n]{2,300}?)(?=;|[.,]?\s*\Z|\.)"
)
# What is said to nobody in particular: behind "told the mayor that …; the governor, that …" the
# second is told, and does not say so.
_SAYING = listed("actors.toml", "saying") - listed("forms.toml", "telling")
_LONGEST = 600  # characters from a statement to the end of its sentence
Pairs = list[tuple[Statement, Reading]]


def with_gaps(text: str, article: str, pairs: Pairs) -> Pairs:
    """Return statements and readings with what each sentence tells without its verb.

    `article` is the id of the article.
    """
    made: list[tuple[Span, Span]] = []
    for statement, _ in pairs:
        cue = " ".join(c.of(text).lower() for c in statement.cue)
        shapes = [_GAP] if _CALLING.search(cue) else []
        shapes += [_THAT_GAP] if _is_said(cue) and statement.kind != "direct" else []
        for shape in shapes if statement.source else ():
            made += [gap for gap in _gaps(text, statement, shape) if gap not in made]
    if not made:
        return pairs
    kept = [(cut, r) for s, r in pairs if (cut := _without(text, article, s, made))]
    kept += [(_statement(article, who, words), UNREAD) for who, words in made]
    return sorted(kept, key=lambda pair: pair[0].extent)


def _is_said(cue: str) -> bool:
    return bool(cue) and not forms(cue.split()[-1]).isdisjoint(_SAYING)


def _gaps(text: str, statement: Statement, shape: re.Pattern[str]) -> Iterator[tuple[Span, Span]]:
    """Yield who says what behind a statement in its sentence, without a verb."""
    start = max(*(p.end for p in (*statement.source, *statement.cue)), statement.content[0].start)
    mark = next(ends(text, start, start + _LONGEST), None)
    until = mark.start + 1 if mark else start + _LONGEST
    for gap in shape.finditer(text, start, until):
        who = Span(*gap.span("who"))
        if gap["who"] and _is_somebody(gap["who"], gap["role"] or ""):
            yield who, Span(*gap.span("words"))


def _is_somebody(who: str, role: str) -> bool:
    """Tell whether words are a name, a role, or a role and a name: not "called it"."""
    words = role.split()
    if not words:
        return who.split()[-1][0].isupper()
    return words[-1] in heads() or (words[-1] in particles() and who[0].isupper())


def _without(
    text: str, article: str, statement: Statement, made: Sequence[tuple[Span, Span]]
) -> Statement | None:
    """Return a statement without what others say in its sentence, None where nothing is left."""
    content: list[Span] = []
    for piece in statement.content:
        inside = [who for who, words in made if piece.overlaps(who) or piece.overlaps(words)]
        end = min([piece.end, *(who.start for who in inside)])
        whole = text[piece.start : end].rstrip()
        whole = re.sub(r"[;,](?: (?:and|but|while))?\Z", "", whole).rstrip()
        if whole:
            content.append(Span(piece.start, piece.start + len(whole)))
    if tuple(content) == statement.content:
        return statement
    if not content:
        return None
    parts = (statement.source, statement.cue, tuple(content))
    return replace(statement, id=statement_id(article, parts), content=tuple(content))


def _statement(article: str, who: Span, words: Span) -> Statement:
    parts = ((who,), (), (words,))
    why = "The sentence gives its verb once for several who say so."
    return Statement(statement_id(article, parts), "direct", 0.8, (who,), (), (words,), why)
