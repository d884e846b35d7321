"""A word of English -> the dictionary words that it may be a form of; rules and a short table."""

from collections.abc import Iterator

# Irregular forms of reporting words and auxiliaries; regular forms follow the rules below.
_IRREGULAR_WORDS = """
said says saying:say told:tell wrote written writ:write spoke spoken:speak thought:think
felt:feel knew known:know saw seen:see found:find held:hold swore sworn:swear sought:seek
meant:mean made:make gave given:give took taken:take put:put read:read went gone:go came:come
got gotten:get had has:have is are was were been am being:be did does done:do shook shaken:shake
laid lain:lay lied lying:lie stood:stand withdrew withdrawn:withdraw withheld:withhold
forswore forsworn:forswear forbade forbidden:forbid understood:understand heard:hear bet:bet
brought:bring sent:send led:lead left:leave set:set cut:cut cast:cast let:let bade bidden:bid
struck stricken:strike shot:shoot tore torn:tear threw thrown:throw drew drawn:draw fought:fight
began begun:begin kept:keep paid:pay sang sung:sing showed shown:show chose chosen:choose
foresaw foreseen:foresee foretold:foretell forgot forgotten:forget forgave forgiven:forgive
woke woken:wake bit bitten:bite hid hidden:hide met:meet lent:lend bound:bind fell fallen:fall
caught:catch taught:teach bought:buy spent:spend dreamt:dream leapt:leap drove driven:drive
broke broken:break rose risen:rise blew blown:blow threatening:threaten plead pled:plead
overrode overridden:override undertook undertaken:undertake upheld:uphold misspoke:misspeak
ate eaten:eat won:win ran:run swung:swing stuck:stick flung:fling slung:sling
wanna:want could:could may:may might:might would:would will:will
dying:die tying:tie vying:vie belying:belie
"""


def _table(words: str) -> dict[str, str]:
    """Return form -> lemma of "said says:say ..."; forms without a lemma share the next one."""
    table: dict[str, str] = {}
    waiting: list[str] = []
    for word in words.split():
        form, _, lemma = word.partition(":")
        waiting.append(form)
        if lemma:
            table.update(dict.fromkeys(waiting, lemma))
            waiting.clear()
    return table


_IRREGULAR = _table(_IRREGULAR_WORDS)

# A nominal ending and what stands in its place in the verb.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ication", ("y", "icate")),
    ("isation", ("ise",)),
    ("ization", ("ise", "ize")),
    ("ciation", ("ce", "ciate")),
    ("lamation", ("laim",)),
    ("lanation", ("lain",)),
    ("ation", ("ate", "e", "")),
    ("iption", ("ibe",)),
    ("ition", ("e", "it", "")),
    ("ution", ("ute",)),
    ("ssion", ("t", "ss", "de")),
    ("sion", ("d", "de", "se", "t")),
    ("tion", ("t", "te")),
    ("ment", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("ism", ("ise",)),
    ("ial", ("y",)),
    ("al", ("", "e")),
    ("ure", ("", "e")),
    ("ery", ("", "e")),
    ("ness", ("",)),
)
# "dis", "un" and "mis" turn a meaning round and are therefore not taken off.
_PREFIXES = ("re-", "re", "counter-", "counter", "over", "pre", "out", "co-", "cross-")
_SHORTEST = 3


def forms(word: str) -> frozenset[str]:
    """Return `word` and all words of which it may be an inflected form, all in lower case."""
    found = {word}
    if word in _IRREGULAR:
        found.add(_IRREGULAR[word])
    found.update(_uninflected(word))
    found.update([f.replace("iz", "is").replace("yz", "ys") for f in found])
    found.update([f.replace("skeptic", "sceptic").replace("ense", "ence") for f in found])
    found.update([f.replace("or", "our") for f in found if f.startswith(("fav", "hon", "lab"))])
    return frozenset(found)


def derived(word: str) -> Iterator[str]:
    """Yield verbs that `word` may be built on ("denial" deny, "restate" state), likeliest first."""
    for form in sorted(forms(word), key=len):
        for ending, replacements in _ENDINGS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) >= _SHORTEST:
                yield from (stem + new for new in replacements)
                yield from _undoubled(stem)
        for prefix in _PREFIXES:
            rest = form.removeprefix(prefix)
            if rest != form and len(rest) > _SHORTEST:
                yield rest


def _uninflected(word: str) -> Iterator[str]:
    if len(word) <= _SHORTEST:
        return
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending in ("es", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem
            yield stem + "e"
            yield from _undoubled(stem)


def _undoubled(stem: str) -> Iterator[str]:
    """Yield "quip" for "quipp"."""
    if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
        yield stem[:-1]
