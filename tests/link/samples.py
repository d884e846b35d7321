"""Records of an invented dispute in which names, words and denials come again."""

import random
from dataclasses import replace

from hypothesis import settings

from sayso.records import (
    Act,
    Actor,
    Article,
    ModelInfo,
    Moment,
    Provenance,
    Record,
    Span,
    Statement,
    statement_id,
)

NAMES = (
    "Ilva Teren",
    "Teren",
    "Doran Hesk",
    "Hesk",
    "Envoy Hesk",
    "Mira Sand",
    "Ilva Sand",
    "Oskar",
)
SAID = (
    "the bridge over the river was closed at night",
    "the bridge over the river was closed",
    "the bridge was closed at night by soldiers",
    "twenty soldiers crossed the river near Karsk",
    "soldiers crossed the river near Karsk at night",
    "the harbour stays open for grain ships",
    "grain ships left the harbour near Karsk",
    "the harbour stays open",
)
MODEL = ModelInfo("tests", "1")
# What is tried in an order by chance is tried in so many; many more in the thorough profile.
SEEDS = range(settings.default.max_examples // 6)


def record(seed: int, rules: str = "1") -> Record:
    """Return a record that is made by chance of few names and contents; other rules, others."""
    chance = random.Random(f"{seed} {rules}" if rules != "1" else seed)
    chosen = random.Random(seed).sample(SAID, 3)
    day = f"2031-03-{random.Random(seed).randint(1, 9):02}"
    text = "\n".join(f"Somebody said that {each}." for each in [f"On day {seed}", *chosen])
    of = Article(text, f"made.jsonl:{seed}", given_id=str(seed), published=Moment(day, day, "day"))
    if seed % 7 == 3:
        of = replace(of, published=None)
    names = chance.sample(NAMES, 3)
    actors = tuple(
        Actor(f"a{n}", name, "person", (), (), "", None, "named") for n, name in enumerate(names, 1)
    )
    made = [statement(of, content) for content in chance.sample(chosen, chance.randint(1, 3))]
    return Record(
        article=of,
        statements=tuple(made),
        acts=tuple(
            Act(chance.choice(("asserts", "denies")), "pos", "certain", (), "") for _ in made
        ),
        provenance=tuple(
            Provenance((f"a{chance.randint(1, 3)}",), 0.9, (), "", None, None, "", "") for _ in made
        ),
        actors=actors,
        places=(),
        times=(),
        model=replace(MODEL, rules=rules),
    )


def statement(of: Article, content: str) -> Statement:
    """Return the statement of some content in an article."""
    start = of.text.index(content)
    spans = (Span(start, start + len(content)),)
    return Statement(statement_id(of.id, ((), (), spans)), "indirect", 0.9, (), (), spans, "")
