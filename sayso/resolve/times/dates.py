"""Named dates -> their meaning: days, months, years, weekdays, seasons, quarters, decades."""

import re
from datetime import date

from sayso.resolve.times import calendar
from sayso.resolve.times.calendar import Period, holiday, narrowed, shifted
from sayso.resolve.times.context import (
    NO_ANCHOR,
    NO_DATE,
    Context,
    Meaning,
    OfYear,
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
    years_around,
)
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tense import Cue, Way, tense_behind
from sayso.resolve.times.tokens import BREAK, lexicon

_SEASONS = {"fall": "autumn", "summertime": "summer", "wintertime": "winter"}
_ATTACKS = frozenset({"attack", "attacks", "terror", "terrorist"})
_RELATIONS = {"last": Way.PAST, "past": Way.PAST, "next": Way.FUTURE}


def phase(expression: Expression) -> str:
    """Return early, mid or late where an expression says so, else nothing."""
    edge = expression.word("edge")
    return lexicon().tables["edges"].get(edge, edge) or expression.word("phase")


def in_phase(expression: Expression, context: Context, meaning: Meaning) -> Meaning:
    """Return a meaning narrowed by "early", "the end of", "earlier", "later"."""
    if meaning.period is None or meaning.start is None or meaning.end is None:
        return meaning
    part, toward = phase(expression), expression.word("toward").removesuffix(" in")
    start, end = meaning.start, meaning.end
    if part:
        half = narrowed(meaning.period, part)
        start, end = half.start, half.end
    if context.published and toward == "earlier":
        end = max(start, min(end, context.published))
    if context.published and toward == "later":
        start = min(end, max(start, context.published))
    return Meaning(meaning.type, meaning.value, start, end, meaning.why, meaning.period)


def year_of(expression: Expression, context: Context) -> int | None:
    """Return the year that stands in an expression, or that "of last year" in it means."""
    if word := expression.word("year", "year1"):
        return full_year(word, context.published)
    if unit := expression.word("yunit"):
        rel = relation(expression.word("yrel"))
        named = relative(context, rel, "year") if unit == "year" else None
        return named.start.year if named else None
    return None


def calendar_date(expression: Expression, context: Context) -> Meaning | None:
    """Read dates that name a day, a month or a year."""
    if not _is_date(expression):
        return None
    if "mon" not in expression.groups:
        number = full_year(expression.word("year"), context.published)
        if "year2" in expression.groups:
            return _years(number, expression.word("year2"))
        year = whole(calendar.year(number), f"the year {number}")
        return in_phase(expression, context, year)
    if expression.word("yunit") not in {"", "year"}:
        return None
    meaning = month_or_day(expression, context, year_of(expression, context))
    if meaning is not None and "day2" in expression.groups:
        meaning = _through(meaning, ordinal(expression.word("day2")))
    return in_phase(expression, context, meaning) if meaning else None


def _years(first: int, short: str) -> Meaning | None:
    """Return the years of "1980-88", or None where the figures are no later year."""
    if len(short) != 2 or not short.isdecimal() or int(short) <= first % 100:
        return None
    start, end = calendar.year(first), calendar.year(first - first % 100 + int(short))
    value = f"{start.value}/{end.value}"
    return Meaning("DATE", value, start.start, end.end, "the years as written", start)


def month_or_day(
    expression: Expression, context: Context, of: int | None, *, suffix: str = ""
) -> Meaning | None:
    """Return the month or day of the groups `mon` and `day`, in a year that is given or found.

    `suffix` is what the names of the groups end with.
    """
    number = month_of(expression.word("mon" + suffix))
    written = expression.word("day" + suffix)
    on = ordinal(written) if written else 0

    def of_year(of: int) -> Period | None:
        if not written:
            return calendar.month(of, number)
        try:
            return calendar.day(date(of, number, on))
        except ValueError:
            return None

    if _is_september_11(expression, number, on):
        of = 2001
    if of is not None:
        named = of_year(of)
        return whole(named, "the date as written") if named else None
    return _without_year(expression, context, of_year)


def _is_september_11(expression: Expression, number: int, on: int) -> bool:
    """Tell whether "Sept. 11 attacks" is the name of those of 2001."""
    behind = {expression.after(), expression.after(1)}
    named = (number, on) == (9, 11) and "year" not in expression.groups
    return named and not behind.isdisjoint(_ATTACKS)


def _without_year(expression: Expression, context: Context, of_year: OfYear) -> Meaning | None:
    """Return the date of a month or day that stands without its year."""
    leap = of_year(2000)
    if leap is None:
        return None
    if context.published is None:
        value = "XXXX" + leap.value[4:]
        return Meaning("DATE", value, None, None, f"the text gives no year, and {NO_DATE}")
    cue = expression.cue
    if rel := expression.word("rel"):
        cue = Cue(_RELATIONS.get(rel, cue.way), rel)
    of_weekday = _of_weekday(expression, of_year, context.published)
    if of_weekday is not None:
        return whole(of_weekday, f"the nearest such day to {context.since} on that weekday")
    yearly = [of_year(y) for y in years_around(context.published)]
    named = nearest(yearly, context.published, cue.way, behind=expression.behind)
    if named is None:
        return None
    cue = Cue(Way.PAST, "said") if expression.behind else cue
    return whole(named, direction(cue, leap.grain, context))


def _of_weekday(expression: Expression, of_year: OfYear, published: date) -> Period | None:
    """Return the nearest day of some date that falls on the weekday given with it, if any."""
    if "wday" not in expression.groups or expression.rule.does != "calendar":
        return None
    sought = weekday_of(expression.word("wday"))
    days = [of_year(y) for y in range(max(published.year - 3, 1), published.year + 4)]
    right = [d for d in days if d and d.grain == "day" and d.start.weekday() == sought]
    return min(right, key=lambda d: abs((d.start - published).days), default=None)


def direction(cue: Cue, grain: str, context: Context) -> str:
    """Return why a day or month of that name is the one meant."""
    if cue.way is Way.NONE:
        return f"the {grain} of that name nearest to {context.since}"
    side = "before" if cue.way is Way.PAST else "after"
    return f'the {grain} of that name {side} {context.since}, as "{cue.word}" tells'


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


def _is_date(expression: Expression) -> bool:
    """Tell months from verbs and years from other numbers."""
    if "mon" in expression.groups:
        bare = expression.last - expression.first == 1
        name = expression.word("mon")
        if not bare or "day" in expression.groups:
            return True
        if name in {"may", "march"}:
            return expression.before() in lexicon().lists["temporal"] and expression.after() != "of"
        if "." in expression.shown or lexicon().of[name] != "ABBR":
            return True
        return expression.before() in lexicon().lists["before_short"]
    return _is_year(expression)


def _is_year(expression: Expression) -> bool:
    if expression.words("year")[0].isalpha():
        return expression.words("year")[0] in {"seventeen", "eighteen", "nineteen"}
    if expression.last - expression.first > 1:
        return True
    read, first = expression.read, expression.first
    begin = read.starts[first]
    glued = read.text[begin - 1 : begin] if begin else ""
    before, after = expression.before(), expression.after()
    if (glued and glued in "$£€#¥/") or after in {"%", "/"}:
        return False
    if expression.shown[0] in "'’`":
        return before in lexicon().lists["temporal"] or before in {"class", "the"}
    if glued in {"-", "–", "‑"} and expression.before(2) not in {"post", "pre", "mid", "ex"}:
        return bool(re.fullmatch(r"(1[5-9]|20)\d\d", expression.before(2)))
    if before in lexicon().lists["not_years"] or after in lexicon().lists["counted"]:
        return False
    number = int(re.sub(r"\D", "", expression.shown))
    return 1900 <= number < 2060 or before in lexicon().lists["temporal"]


def numeric(expression: Expression, context: Context) -> Meaning | None:
    """Read dates in figures; month first, as most English news writes, unless that cannot be."""
    shown = expression.shown
    if shown == "9/11":
        on = date(2001, 9, 11)
        return whole(calendar.day(on), "the name of the attacks of that day")
    try:
        if shown[:4].isdecimal():
            day = calendar.day(date.fromisoformat(re.sub("[./]", "-", shown[:10])))
            timed = "T" in shown.upper()
            value = shown.upper() if timed else day.value
            kind = "TIME" if timed else "DATE"
            return Meaning(kind, value, day.start, day.end, "the date as written", day)
        first, second, of = (int(n) for n in re.split("[./]", shown))
        if "." in shown:
            written = calendar.day(date(of, second, first))
            return whole(written, "the date as written, day first as with full stops")
        number, on_day = (first, second) if first <= 12 else (second, first)
        on = date(full_year(f"{of:02}", context.published), number, on_day)
    except ValueError:
        return None
    return whole(calendar.day(on), "the date as written, month first where that can be")


def week_of(expression: Expression, context: Context) -> Meaning | None:
    """Read "the week of March 6"."""
    named = month_or_day(expression, context, year_of(expression, context))
    unit = expression.word("unit")
    if named is None or unit not in {"week", "weekend", "day"}:
        return None
    if named.start is None or named.end is None:
        return unknown(unit, NO_DATE)
    if order := expression.word("order"):
        return _nth(unit, order, named.start, named.end)
    period = calendar.containing(unit, named.start)
    return whole(period, f"the {unit} in which {named.value} lies: {named.why}")


def _nth(unit: str, order: str, start: date, end: date) -> Meaning | None:
    """Return the n-th or last day, week or weekend of a month."""
    if order in {"last", "final"}:
        period = calendar.containing(unit, end)
        if period.end > end:
            period = shifted(period, -1)
    else:
        first = calendar.containing(unit, start)
        period = shifted(first, ordinal(order) - 1)
    if not start <= period.end or period.start > end:
        return None
    return whole(period, f"the {order} {unit} of the month")


def weekday(expression: Expression, context: Context) -> Meaning | None:
    """Read weekdays: the last one up to the publication date, unless the clause looks ahead."""
    number = weekday_of(expression.word("wday"))
    rel = relation(expression.word("rel"))
    short = len(expression.word("wday")) < 5
    if (short and "." not in expression.shown) or (
        expression.before() in lexicon().lists["named_days"] or _is_of_name(expression)
    ):
        return None
    name = weekday_name(number)
    value = f"XXXX-WXX-{number + 1}"
    if "mon" in expression.groups:
        return month_or_day(expression, context, year_of(expression, context))
    if rel in {"same", "following", "that", "previous", "preceding"} and context.latest:
        base = context.anchor("day")
        if base is None:
            return Meaning("DATE", value, None, None, NO_ANCHOR)
        sought = {"same": "", "that": "", "following": "next"}.get(rel, "last")
        period = weekday_near(number, base.start, sought, Way.PAST)
        return whole(period, f"{name} counted from {base.value}, which the text names before")
    if context.published is None:
        return Meaning("DATE", value, None, None, NO_DATE)
    cue = _owner(expression) if expression.after() in {"'s", "’s"} else expression.cue
    cue = Cue(Way.PAST, "said") if expression.behind else cue
    period = weekday_near(number, context.published, rel, cue.way)
    side = "after" if period.start > context.published else "before"
    if period.start == context.published:
        return whole(period, f"{name} is {context.since}")
    because = f', as "{rel or cue.word}" tells' if rel or cue.word else ""
    return whole(period, f"{name} {side} {context.since}{because}")


def _is_of_name(expression: Expression) -> bool:
    """Tell whether a day begins a name: "the Sunday Echo", "Friday Mosque"."""
    read, last = expression.read, expression.last
    if read.codes[last : last + 1] == BREAK or not read.shown(last)[:1].isupper():
        return False
    spaced = read.text[read.ends[last - 1] : read.starts[last]] == " "
    kind = expression.after() in lexicon().lists["named_by_day"]
    return spaced and (kind or expression.before() == "the")


def _owner(expression: Expression) -> Cue:
    """Return which way "Friday's vote" points: back, unless it is told to come."""
    if expression.before() == "of" and expression.before(2) == "ahead":
        return Cue(Way.FUTURE, "ahead of")
    cue = tense_behind(expression.read, expression.last)
    return cue if cue.way is Way.FUTURE else Cue(Way.PAST, "")


def named(expression: Expression, context: Context) -> Meaning | None:
    """Read seasons, and months and holidays with "last", "next" or "this"."""
    rel = relation(expression.word("rel"))
    name = expression.word("season", "holiday", "mon").replace("’", "'")
    if "season" in expression.groups:
        name = _SEASONS.get(name, name)
        if not _is_season(expression):
            return None
    if expression.word("yunit") not in {"", "year"}:
        return None

    def of_year(of: int) -> Period:
        if "season" in expression.groups:
            return calendar.season(of, name)
        if "holiday" in expression.groups:
            return holiday(lexicon().holidays[name], of)
        return calendar.month(of, month_of(name))

    of = year_of(expression, context)
    if of is not None:
        return in_phase(expression, context, whole(of_year(of), "the date as written"))
    published = context.published
    if published is None:
        grain_value = "XXXX" + of_year(2000).value[4:]
        return Meaning("DATE", grain_value, None, None, NO_DATE)
    period = _by_relation(expression, of_year, published, rel)
    if period is None:
        return None
    return in_phase(expression, context, whole(period, f"counted from {context.since}"))


def _by_relation(
    expression: Expression, of_year: OfYear, published: date, rel: str
) -> Period | None:
    near = (of_year(y) for y in range(published.year - 2, published.year + 3))
    years = [p for p in near if p]
    if rel in {"last", "past", "previous"}:
        return max((p for p in years if p.end < published), key=lambda p: p.start)
    if rel in {"next", "coming", "upcoming", "following"}:
        return min((p for p in years if p.start > published), key=lambda p: p.start)
    if rel in {"this", "current"}:
        running = [p for p in years if p.start <= published <= p.end]
        return (running or [p for p in years if p.start.year == published.year])[0]
    yearly = [of_year(y) for y in years_around(published)]
    return nearest(yearly, published, expression.cue.way, behind=expression.behind)


def _is_season(expression: Expression) -> bool:
    word = expression.word("season")
    if expression.word("rel") or expression.word("year", "yunit") or phase(expression):
        return not (
            word in {"fall", "spring"}
            and expression.word("rel") == "the"
            and expression.after() == "of"
        )
    if word not in {"fall", "spring"}:
        return True
    return expression.before() in {"in", "since", "until", "by", "during", "every"}
