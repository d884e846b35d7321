"""Named dates -> their meaning: days, months, years, weekdays, seasons, quarters, decades."""

import re
from datetime import date

from sayso.resolve.times import calendar as calendar_of
from sayso.resolve.times.calendar import Period, holiday, narrowed, shifted
from sayso.resolve.times.context import (
    NO_ANCHOR,
    NO_DATE,
    Meaning,
    OfYear,
    Reading,
    cue,
    full_year,
    month_of,
    nearest,
    ordinal,
    relation,
    relative,
    unknown,
    weekday_name,
    weekday_near,
    weekday_of,
    whole,
)
from sayso.resolve.times.grammar import Found
from sayso.resolve.times.tense import Cue, Way, tense_behind
from sayso.resolve.times.tokens import lexicon

_SEASONS = {"fall": "autumn", "summertime": "summer", "wintertime": "winter"}
_RELATIONS = {"last": Way.PAST, "past": Way.PAST, "next": Way.FUTURE}


def phase(found: Found) -> str:
    """Return early, mid or late where an expression says so, else nothing."""
    edge = found.word("edge")
    return lexicon().tables["edges"].get(edge, edge) or found.word("phase")


def in_phase(found: Found, reading: Reading, meaning: Meaning) -> Meaning:
    """Return a meaning narrowed by "early", "the end of", "earlier", "later"."""
    if meaning.period is None or meaning.start is None or meaning.end is None:
        return meaning
    part, toward = phase(found), found.word("toward").removesuffix(" in")
    start, end = meaning.start, meaning.end
    if part:
        half = narrowed(meaning.period, part)
        start, end = half.start, half.end
    if reading.published and toward == "earlier":
        end = max(start, min(end, reading.published))
    if reading.published and toward == "later":
        start = min(end, max(start, reading.published))
    return Meaning(meaning.type, meaning.value, start, end, meaning.why, meaning.period)


def year_of(found: Found, reading: Reading) -> int | None:
    """Return the year that stands in an expression, or that "of last year" in it means."""
    if word := found.word("year", "year1"):
        return full_year(word, reading.published)
    if unit := found.word("yunit"):
        rel = relation(found.word("yrel"))
        named = relative(reading, rel, "year") if unit == "year" else None
        return named.start.year if named else None
    return None


def calendar(found: Found, reading: Reading) -> Meaning | None:
    """Read dates that name a day, a month or a year."""
    if not _is_date(found):
        return None
    if "mon" not in found.groups:
        number = full_year(found.word("year"), reading.published)
        if "year2" in found.groups:
            return _years(number, found.word("year2"))
        meaning = whole(calendar_of.year(number), f"the year {number}")
        return in_phase(found, reading, meaning)
    if found.word("yunit") not in {"", "year"}:
        return None
    told = month_or_day(found, reading)
    if told is not None and "day2" in found.groups:
        told = _through(told, ordinal(found.word("day2")))
    return in_phase(found, reading, told) if told else None


def _years(first: int, short: str) -> Meaning | None:
    """Return the years of "1980-88", or None where the figures are no later year."""
    if len(short) != 2 or not short.isdecimal() or int(short) <= first % 100:
        return None
    start, end = calendar_of.year(first), calendar_of.year(first - first % 100 + int(short))
    value = f"{start.value}/{end.value}"
    return Meaning("DATE", value, start.start, end.end, "the years as written", start)


def month_or_day(found: Found, reading: Reading, *, suffix: str = "") -> Meaning | None:
    """Return the month or day of the groups `mon`, `day` and `year`; a year not given is found."""
    number = month_of(found.word("mon" + suffix))
    written = found.word("day" + suffix)
    on = ordinal(written) if written else 0

    def of_year(of: int) -> Period | None:
        if not written:
            return calendar_of.month(of, number)
        try:
            return calendar_of.day(date(of, number, on))
        except ValueError:
            return None

    of = 2001 if _is_september_11(found, number, on) else year_of(found, reading)
    if of is not None:
        named = of_year(of)
        return whole(named, "the date as written") if named else None
    return _without_year(found, reading, of_year)


def _is_september_11(found: Found, number: int, on: int) -> bool:
    """Tell whether "Sept. 11 attacks" is the name of those of 2001."""
    behind = {found.after(), found.after(1)} & {"attack", "attacks", "terror", "terrorist"}
    return (number, on) == (9, 11) and "year" not in found.groups and bool(behind)


def _without_year(found: Found, reading: Reading, of_year: OfYear) -> Meaning | None:
    """Return the date of a month or day that stands without its year."""
    leap = of_year(2000)
    if leap is None:
        return None
    if reading.published is None:
        value = "XXXX" + leap.value[4:]
        return Meaning("DATE", value, None, None, f"the text gives no year, and {NO_DATE}")
    told = cue(found)
    if rel := found.word("rel"):
        told = Cue(_RELATIONS.get(rel, told.way), rel)
    of_weekday = _of_weekday(found, of_year, reading.published)
    if of_weekday is not None:
        return whole(of_weekday, f"the nearest such day to {reading.since} on that weekday")
    named = nearest(of_year, reading.published, told.way)
    if named is None:
        return None
    return whole(named, direction(told.way, told.word, leap.grain, reading))


def _of_weekday(found: Found, of_year: OfYear, published: date) -> Period | None:
    """Return the nearest day of some date that falls on the weekday given with it, if any."""
    if "wday" not in found.groups or found.rule.does != "calendar":
        return None
    sought = weekday_of(found.word("wday"))
    days = [of_year(y) for y in range(max(published.year - 3, 1), published.year + 4)]
    right = [d for d in days if d and d.grain == "day" and d.start.weekday() == sought]
    return min(right, key=lambda d: abs((d.start - published).days), default=None)


def direction(way: Way, word: str, grain: str, reading: Reading) -> str:
    """Return why a day or month of that name is the one meant."""
    if way is Way.NONE:
        return f"the {grain} of that name nearest to {reading.since}"
    side = "before" if way is Way.PAST else "after"
    return f'the {grain} of that name {side} {reading.since}, as "{word}" tells'


def _through(meaning: Meaning, last: int) -> Meaning | None:
    """Return the days from a day to another of the same month."""
    if meaning.start is None:
        return meaning
    try:
        end = meaning.start.replace(day=last)
    except ValueError:
        return None
    if end < meaning.start:
        return None
    value = f"{meaning.value}/{end.isoformat()}"
    return Meaning("DATE", value, meaning.start, end, meaning.why, meaning.period)


def _is_date(found: Found) -> bool:
    """Tell months from verbs and years from other numbers."""
    if "mon" in found.groups:
        bare = found.last - found.first == 1
        name = found.word("mon")
        if not bare or "day" in found.groups:
            return True
        if name in {"may", "march"}:
            return found.before() in lexicon().lists["temporal"] and found.after() != "of"
        if "." in found.shown or lexicon().of[name] != "ABBR":
            return True
        return found.before() in lexicon().lists["before_short"]
    return _is_year(found)


def _is_year(found: Found) -> bool:
    if found.words("year")[0].isalpha():
        return found.words("year")[0] in {"seventeen", "eighteen", "nineteen"}
    if found.last - found.first > 1:
        return True
    read, first = found.read, found.first
    begin = read.starts[first]
    glued = read.text[begin - 1 : begin] if begin else ""
    before, after = found.before(), found.after()
    if (glued and glued in "$£€#¥/") or after in {"%", "/"}:
        return False
    if found.shown[0] in "'’`":
        return before in lexicon().lists["temporal"] or before in {"class", "the"}
    if glued in {"-", "–", "‑"} and found.before(2) not in {"post", "pre", "mid", "ex"}:
        return bool(re.fullmatch(r"(1[5-9]|20)\d\d", found.before(2)))
    if before in lexicon().lists["not_years"] or after in lexicon().lists["counted"]:
        return False
    number = int(re.sub(r"\D", "", found.shown))
    return 1900 <= number < 2060 or before in lexicon().lists["temporal"]


def numeric(found: Found, reading: Reading) -> Meaning | None:
    """Read dates in figures; month first, as most English news writes, unless that cannot be."""
    shown = found.shown
    if shown == "9/11":
        on = date(2001, 9, 11)
        return whole(calendar_of.day(on), "the name of the attacks of that day")
    try:
        if "-" in shown:
            day = calendar_of.day(date.fromisoformat(shown[:10]))
            return Meaning(
                "TIME" if "T" in shown.upper() else "DATE",
                *(shown.upper(), day.start, day.end, "the date as written", day),
            )
        first, second, of = (int(n) for n in shown.split("/"))
        number, on_day = (first, second) if first <= 12 else (second, first)
        on = date(full_year(f"{of:02}", reading.published), number, on_day)
    except ValueError:
        return None
    return whole(calendar_of.day(on), "the date as written, month first where that can be")


def week_of(found: Found, reading: Reading) -> Meaning | None:
    """Read "the week of March 6"."""
    named = month_or_day(found, reading)
    unit = found.word("unit")
    if named is None or unit not in {"week", "weekend", "day"}:
        return None
    if named.start is None or named.end is None:
        return unknown(unit, NO_DATE)
    if order := found.word("order"):
        return _nth(unit, order, named.start, named.end)
    period = calendar_of.containing(unit, named.start)
    return whole(period, f"the {unit} in which {named.value} lies: {named.why}")


def _nth(unit: str, order: str, start: date, end: date) -> Meaning | None:
    """Return the n-th or last day, week or weekend of a month."""
    if order in {"last", "final"}:
        period = calendar_of.containing(unit, end)
        if period.end > end:
            period = shifted(period, -1)
    else:
        first = calendar_of.containing(unit, start)
        period = shifted(first, ordinal(order) - 1)
    if not start <= period.end or period.start > end:
        return None
    return whole(period, f"the {order} {unit} of the month")


def weekday(found: Found, reading: Reading) -> Meaning | None:
    """Read weekdays: the last one up to the publication date, unless the clause looks ahead."""
    number = weekday_of(found.word("wday"))
    rel = relation(found.word("rel"))
    short = len(found.word("wday")) < 5
    if (short and "." not in found.shown) or (found.before() in lexicon().lists["named_days"]):
        return None
    name = weekday_name(number)
    value = f"XXXX-WXX-{number + 1}"
    if "mon" in found.groups:
        return month_or_day(found, reading)
    if rel in {"same", "following", "that", "previous", "preceding"} and reading.latest:
        base = reading.anchor("day")
        if base is None:
            return Meaning("DATE", value, None, None, NO_ANCHOR)
        sought = {"same": "", "that": "", "following": "next"}.get(rel, "last")
        period = weekday_near(number, base.start, sought, Way.PAST)
        return whole(period, f"{name} counted from {base.value}, which the text names before")
    if reading.published is None:
        return Meaning("DATE", value, None, None, NO_DATE)
    told = _owner(found) if found.after() in {"'s", "’s"} else cue(found)
    period = weekday_near(number, reading.published, rel, told.way)
    side = "after" if period.start > reading.published else "before"
    if period.start == reading.published:
        return whole(period, f"{name} is {reading.since}")
    because = f', as "{rel or told.word}" tells' if rel or told.word else ""
    return whole(period, f"{name} {side} {reading.since}{because}")


def _owner(found: Found) -> Cue:
    """Return which way "Friday's vote" points: back, unless it is told to come."""
    if found.before() == "of" and found.before(2) == "ahead":
        return Cue(Way.FUTURE, "ahead of")
    told = tense_behind(found.read, found.last)
    return told if told.way is Way.FUTURE else Cue(Way.PAST, "")


def named(found: Found, reading: Reading) -> Meaning | None:
    """Read seasons, and months and holidays with "last", "next" or "this"."""
    rel = relation(found.word("rel"))
    name = found.word("season", "holiday", "mon").replace("’", "'")
    if "season" in found.groups:
        name = _SEASONS.get(name, name)
        if not _is_season(found):
            return None
    if found.word("yunit") not in {"", "year"}:
        return None

    def of_year(of: int) -> Period:
        if "season" in found.groups:
            return calendar_of.season(of, name)
        if "holiday" in found.groups:
            return holiday(lexicon().holidays[name], of)
        return calendar_of.month(of, month_of(name))

    of = year_of(found, reading)
    if of is not None:
        return in_phase(found, reading, whole(of_year(of), "the date as written"))
    published = reading.published
    if published is None:
        grain_value = "XXXX" + of_year(2000).value[4:]
        return Meaning("DATE", grain_value, None, None, NO_DATE)
    period = _by_relation(found, of_year, published, rel)
    if period is None:
        return None
    return in_phase(found, reading, whole(period, f"counted from {reading.since}"))


def _by_relation(found: Found, of_year: OfYear, published: date, rel: str) -> Period | None:
    near = (of_year(y) for y in range(published.year - 2, published.year + 3))
    years = [p for p in near if p]
    if rel in {"last", "past", "previous"}:
        return max((p for p in years if p.end < published), key=lambda p: p.start)
    if rel in {"next", "coming", "upcoming", "following"}:
        return min((p for p in years if p.start > published), key=lambda p: p.start)
    if rel in {"this", "current"}:
        running = [p for p in years if p.start <= published <= p.end]
        return (running or [p for p in years if p.start.year == published.year])[0]
    return nearest(of_year, published, cue(found).way)


def _is_season(found: Found) -> bool:
    word = found.word("season")
    if found.word("rel") or found.word("year", "yunit") or phase(found):
        return not (
            word in {"fall", "spring"} and found.word("rel") == "the" and found.after() == "of"
        )
    if word not in {"fall", "spring"}:
        return True
    return found.before() in {"in", "since", "until", "by", "during", "every"}
