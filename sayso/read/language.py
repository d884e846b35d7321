"""A text -> whether it is in a language that sayso reads, and which it is in otherwise.

English is told by how many of the words are those that every English text is full of, which costs
little and takes no library. Only a text that has few of them is put to py3langid, unless it is
names from end to end, which are of no language.
"""

import re
from itertools import islice
from typing import NamedTuple

from sayso.english.function_words import commonest, particles
from sayso.english.tables import rows
from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.records import Article

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SAMPLE = 2000  # words by which a text is judged
# Share of words that are among the commonest: 0.10 and more in each of 2,325 English news texts and
# in all but one of 1,997 English sentences, 0.05 and less in each of 1,549 texts in six languages.
_ENGLISH = 0.1
_FEWEST = 12  # words; of a shorter text only the script tells
_NO_LANGUAGE = "zxx"  # ISO 639 for what is no language: code, numbers
# Share of words in small letters, those inside names aside, below which a text is a list of names:
# it is 0.34 and more in each of 651 texts in French, German and Spanish, 0.15 and more in each of
# 4,997 sentences in these.
_NAMES = 0.1


class Foreign(NamedTuple):
    """An article in a language that sayso does not read, by the name of it."""

    article: Article
    language: str

    @property
    def error(self) -> ReadError:
        """Return why nothing in it is read."""
        message = f"is in {self.language}, and sayso reads English alone"
        return ReadError(self.article.source, "language", message)


# What reading gives: an article, what was exported with all of its record, or why neither.
Outcome = Article | Exported | Foreign | ReadError


def in_english(article: Article) -> Article | Foreign:
    """Return the article, or that it is in a language that sayso does not read."""
    return article if reads(article.text) else Foreign(article, _name(_code(article.text)))


def reads(text: str) -> bool:
    """Tell whether a text is in English, or too short to tell."""
    words = [match[0] for match in islice(_WORD.finditer(text), _SAMPLE)]
    foreign = sum(len(word) for word in words if not _LATIN.match(word))
    if foreign > 0.5 * sum(map(len, words)):
        return False
    if len(words) < _FEWEST or _share(words) >= _ENGLISH or _are_names(words):
        return True
    return _code(text) in {"en", ""}


def _share(words: list[str]) -> float:
    return sum(word.lower() in commonest() for word in words) / len(words)


def _are_names(words: list[str]) -> bool:
    """Tell whether words are names and next to nothing else; capitals throughout do not tell."""
    small = sum(word[0].islower() and word not in particles() for word in words)
    return small < _NAMES * len(words) and not "".join(words).isupper()


def _code(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text."""
    from py3langid import classify  # loads its model, which takes a second

    code: str = classify(text[: 8 * _SAMPLE])[0]
    return code


def _name(code: str) -> str:
    if code == _NO_LANGUAGE:
        return "no language that can be told"
    names = {row["code"]: row["name"] for row in rows("languages.csv")}
    return names.get(code, f"another language ({code})")
