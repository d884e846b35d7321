"""The command line of the benchmarks: `python -m bench.run TASK --data DATA`, and `floors`."""

import json
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bench import ablation, field_cases, plots, systems, texts
from bench.made.news import SAID
from bench.reliability import bins
from bench.tasks import (
    acts,
    attribution,
    calibration,
    chains,
    coref,
    exporting,
    field,
    impossible,
    places,
    profile,
    reading,
    rules,
    speaker_names,
    speakers,
    speed,
    times,
)
from bench.tasks.across import (
    claims,
    copies,
    entities,
    linking_scale,
    origins,
    pairs,
    positions,
    quotations,
    reader_pages,
    stance,
)
from sayso.errors import ReadError, SaysoError, UsageError
from sayso.pipeline import Engine
from sayso.settings import Settings

FLOORS = Path(__file__).resolve().parent / "floors.json"

# What a floor is named by, before the slash -> the engine's figures on the data named after it.
TASKS: dict[str, Callable[[str], dict[str, float]]] = {
    "attribution": attribution.figures,
    "acts": acts.figures,
    "calibration": calibration.figures,
    "chains": chains.figures,
    "claims": claims.figures,
    "copies": copies.figures,
    "coref": coref.figures,
    "entities": entities.figures,
    "field": field.figures,
    "pairs": pairs.figures,
    "origins": origins.figures,
    "places": places.figures,
    "positions": positions.figures,
    "quotations": quotations.figures,
    "reading": reading.figures,
    "speakers": speakers.figures,
    "speaker-names": speaker_names.figures,
    "speed": speed.figures,
    "linking-scale": linking_scale.figures,
    "reader-pages": reader_pages.figures,
    "stance": stance.figures,
    "times": times.figures,
}

# Figures that must not rise above their floor; all others must not fall below it.
CEILINGS = frozenset(
    {"expected_calibration_error", "memory_mb", "cold_start_seconds"}
    | {f"{kind}_calibration_error" for kind in ("statement", "speaker", "place")}
    | {"keys", "milliseconds", "mixed", "ms_per_actor"}
    | {"mean_km", "mean_km_resolved", "median_km"}
    | {"slowest_page_ms"}
    | {"link_cpu_ms_per_article", "link_memory_mb", "add_cpu_seconds"}
)

_data = click.option("--data", type=click.Choice(list(attribution.DATA)), required=True)


@click.group()
def main() -> None:
    """Measure sayso, and systems like it, on labelled texts."""


@main.command("attribution")
@_data
@click.option("--system", default="sayso", help="sayso, textacy, or a JSON Lines file.")
@click.option("--min-score", type=float, help="Lowest score that sayso emits.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write all measures here.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the N worst errors.")
def attribution_command(
    data: str, system: str, min_score: float | None, out: Path | None, errors: int
) -> None:
    """Score a system on who said what; errors are printed as ids and offsets, one a line."""
    documents = attribution.load(data)
    judged = attribution.system_of(
        system, Settings(min_score=min_score), nested=data in attribution.NESTED
    )
    scores, worst = attribution.run(documents, judged, errors=errors)
    click.echo(scores.table())
    for error in worst:
        click.echo(json.dumps(error.to_json()))
    if out:
        report = {"task": "attribution", "data": data, "system": system, **scores.to_json()}
        out.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


@main.command("calibration")
@click.option("--data", type=click.Choice(calibration.DATA), multiple=True, help="Not all.")
@click.option("--svg", type=click.Path(path_type=Path), help="A folder to write plots to.")
def calibration_command(data: tuple[str, ...], svg: Path | None) -> None:
    """Tell whether scores are true: what share of each bin is right, with its interval at 95 %."""
    kinds = calibration.by_kind(Engine.load(), data or calibration.DATA)
    for kind, sets in kinds.items():
        click.echo("\n".join((*calibration.table(kind, sets), "")))
        if svg:
            drawn = plots.reliability(kind, {name: bins(of) for name, of in sets.items()})
            (svg / f"{kind}.svg").write_text(drawn, "utf-8")


@main.command("speed")
@_data
@click.option("--peers", is_flag=True, help="Time spaCy's small English pipeline in the same run.")
@click.option("--workers", is_flag=True, help="Time two workers against one, and nothing else.")
def speed_command(data: str, peers: bool, workers: bool) -> None:
    """Time the engine, warm and cold, and take its memory."""
    timed = speed.workers(data) if workers else speed.figures(data, peers=peers)
    for name, value in timed.items():
        click.echo(f"{name}: {value:.2f}")


@main.command("linking-scale")
@click.option("--articles", type=click.IntRange(10), default=1000, show_default=True)
@click.option("--statements", type=click.IntRange(2), default=SAID, show_default=True)
@click.option("--record", help="Where to keep the made record: a new file or an empty database.")
def linking_scale_command(articles: int, statements: int, record: str | None) -> None:
    """Time linking on a made corpus with known truth, take its memory, and add an article.

    Its articles have `--statements` each.
    """
    with TemporaryDirectory() as folder:
        kept = record or str(Path(folder) / "made.db")
        made = kept if "://" in kept else Path(kept)
        _echo(linking_scale.measure(articles, made, statements))


@main.command("reader-pages")
@click.option("--articles", type=click.IntRange(8), default=120, show_default=True)
@click.option("--record", type=click.Path(path_type=Path, exists=True), help="A linked record.")
def reader_pages_command(articles: int, record: Path | None) -> None:
    """Time pages of the reader on a made corpus, or on a record that is linked."""
    _echo(reader_pages.measure(record) if record else reader_pages.figures(str(articles)))


@main.command("export")
@click.argument("record", type=click.Path(exists=True, path_type=Path))
@click.argument("formats", nargs=-1)
def export_command(record: Path, formats: tuple[str, ...]) -> None:
    """Time the export of RECORD to all FORMATS, or those named, and take its memory."""
    for name, its in exporting.measure(record, formats).items():
        click.echo(f"{name}: {json.dumps(its)}")


@main.command("profile")
@click.argument("sources", nargs=-1)
@click.option("--data", type=click.Choice(list(attribution.DATA)))
def profile_command(sources: tuple[str, ...], data: str | None) -> None:
    """Tell where the seconds go, stage by stage, for SOURCES or the texts of a benchmark."""
    if bool(sources) == bool(data):
        raise UsageError("name either sources or --data")
    measured = profile.of_data(data) if data else profile.of_sources(sources)
    click.echo(measured.table())


@main.command("impossible")
@click.argument("sources", nargs=-1, required=True)
def impossible_command(sources: tuple[str, ...]) -> None:
    """Find what cannot be in the records of SOURCES: said after publication, regions as towns."""
    every = impossible.of_sources(sources)
    for each in every:
        click.echo("\t".join(each))
    _echo(impossible.counts(every))


@main.command("acts")
@click.option("--data", type=click.Choice(list(acts.DATA)), required=True)
def acts_command(data: str) -> None:
    """Score what statements are taken to do."""
    click.echo(acts.run(data).table())


@main.command("chains")
@click.option("--data", type=click.Choice(list(chains.DATA)), required=True)
def chains_command(data: str) -> None:
    """Score through whom statements came."""
    click.echo(chains.run(Engine.load(), chains.load(data)).table())


@main.command("claims")
@click.option("--data", type=click.Choice(claims.DATA), required=True)
@click.option("--record", "store", type=click.Path(path_type=Path), help="Where records are kept.")
def claims_command(data: str, store: Path | None) -> None:
    """Score which statements of many articles are joined to claims, and denials linked to them."""
    _echo(claims.figures(data, store))


@main.command("copies")
@click.option("--data", type=click.Choice(list(copies.DATA)), help="One corpus alone.")
@click.option("--errors", is_flag=True, help="Print the pairs that are taken wrongly, one a line.")
@click.option("--volume", is_flag=True, help="Take time, keys and many pairs of computed kinds.")
def copies_command(data: str | None, errors: bool, volume: bool) -> None:
    """Score what articles are to each other, and whose text they share."""
    for name in (data,) if data else copies.DATA:
        seen = copies.judged(name)
        click.echo("\n".join((name, *copies.table(seen))))
        _echo(copies.measures(seen))
        for each in seen if errors else ():
            if each.relation != each.pair.relation:
                pair = each.pair
                click.echo(f"{pair.a} {pair.b} {pair.relation}, taken for {each.relation}")
    if volume:
        _echo(copies.volume())


@main.command("coref")
@click.option("--data", type=click.Choice(coref.DATA), required=True)
def coref_command(data: str) -> None:
    """Score mentions and who is who on GUM and OntoGUM."""
    click.echo(coref.measure(Engine.load(), data).table())


@main.command("entities")
@click.option("--data", type=click.Choice(entities.DATA), required=True)
@click.option("--errors", is_flag=True, help="Print who was mixed up, and who was parted.")
def entities_command(data: str, errors: bool) -> None:
    """Score which actors of several articles are told to be one."""
    measured = entities.measure(data)
    _echo(measured.figures)
    for known in measured.mixed if errors else ():
        click.echo(f"mixed: {json.dumps(known, ensure_ascii=False)}")
    for who, pieces in measured.parted.items() if errors else ():
        click.echo(f"parted: {who} {json.dumps(pieces, ensure_ascii=False)}")


@main.command("field")
@click.option("--part", type=click.Choice(field_cases.PARTS), help="One part alone.")
@click.option("--kind", default="", help="One kind alone, as 04 or 05a.")
@click.option("--failures", is_flag=True, help="Print the checks that fail, one a line.")
def field_command(part: str | None, kind: str, failures: bool) -> None:
    """Tell how many field cases hold, by kind."""
    outcomes = field.run(field.at_hand(part or "", kind), Engine.load())
    for outcome in outcomes if failures else ():
        for check in outcome.failed:
            click.echo(f"{outcome.case.part}/{outcome.case.name} {check}")
    for row in field.table(outcomes):
        click.echo(row)


@main.command("pairs")
@click.option("--data", type=click.Choice(pairs.DATA), required=True)
def pairs_command(data: str) -> None:
    """Score which texts are taken to say the same, and which to deny each other."""
    _echo(pairs.figures(data))


@main.command("origins")
@click.option("--data", type=click.Choice(origins.DATA), required=True)
@click.option("--store", type=click.Path(path_type=Path), help="Take the records from here.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N errors.")
def origins_command(data: str, store: Path | None, errors: int) -> None:
    """Score how many independent origins claims are given."""
    _echo(origins.figures(data, store))
    for line in origins.wrong(data, store)[:errors] if errors else ():
        click.echo(line)


@main.command("places")
@click.option("--data", type=click.Choice(places.DATA), required=True)
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the N worst errors.")
def places_command(data: str, errors: int) -> None:
    """Score where gold toponyms are put, and which toponyms are found."""
    articles = places.load(data)
    placing, finding = places.systems(Engine.load(), articles)
    judged = places.judge(articles, placing)
    _echo(places.scores(judged) | places.finds(articles, finding))
    for row in places.worst(judged, errors):
        click.echo(json.dumps(row))


@main.command("positions")
@click.option("--data", type=click.Choice(positions.DATA), required=True)
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N errors.")
def positions_command(data: str, errors: int) -> None:
    """Score the stances and turns of what invented people say."""
    _echo(positions.figures(data))
    for error in islice(positions.wrong(data), errors):
        click.echo(error)


@main.command("quotations")
@click.option("--data", type=click.Choice(quotations.DATA), required=True)
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N errors.")
def quotations_command(data: str, errors: int) -> None:
    """Score which wordings are of one utterance, or the kinds of changes of invented ones."""
    _echo(quotations.figures(data))
    for error in quotations.wrong(data)[:errors]:
        click.echo(json.dumps(error))


@main.command("reading")
@click.option("--data", type=click.Choice(reading.DATA), required=True)
def reading_command(data: str) -> None:
    """Score what is read of pages, with the library alone beside it."""
    pages = reading.load(data)
    ours, plain = (reading.measure(pages, reader) for reader in (reading.sayso, reading.plain))
    click.echo(f"{len(pages)} pages{'':7} sayso   plain")
    for name, value in ours.items():
        click.echo(f"{name:16} {value:7.4f} {plain[name]:7.4f}")


@main.command("stance")
@click.option("--data", type=click.Choice(stance.DATA), required=True)
def stance_command(data: str) -> None:
    """Score whether texts are taken to assert, deny or only report claims."""
    _echo(stance.figures(data))


@main.command("speakers")
@click.option("--data", type=click.Choice(speakers.DATA), required=True)
def speakers_command(data: str) -> None:
    """Score who speaks where the source is a pronoun or a bare title."""
    click.echo(speakers.measure(Engine.load(), data).table())


@main.command("speaker-names")
@click.option("--data", type=click.Choice(speaker_names.DATA), required=True)
def speaker_names_command(data: str) -> None:
    """Score the names of who speaks."""
    _echo(speaker_names.figures(data))


@main.command("times")
@click.option("--data", type=click.Choice(list(times.DATA)), required=True)
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N errors.")
def times_command(data: str, errors: int) -> None:
    """Score how times are found and resolved, by the measures of TempEval-3."""
    figures, wrong = times.measure(times.load(data), Engine.load())
    _echo(figures)
    for error in wrong[:errors]:
        click.echo(json.dumps(error.to_json()))


def _echo(figures: dict[str, float]) -> None:
    for name, value in figures.items():
        click.echo(f"{name}: {value:.4f}")


@main.command("rules")
@click.option("--kept", type=click.Path(path_type=Path), help="Where annotations are kept.")
@click.option("--few", is_flag=True, help="The texts that bench.dump reads, not all at hand.")
@click.option("--only", default="", help="One part of the rules alone: resolve.acts.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write all counts here.")
def rules_command(kept: Path | None, few: bool, only: str, out: Path | None) -> None:
    """Count how often rules, and entries of tables and word lists, are used on the texts at hand.

    What is never used may go, save for classes of words that are kept whole, such as months,
    pronouns, titles of state, kin and names of agencies: bench/tasks/rules.py says which.
    """
    annotator = Engine.load().annotator
    annotated = texts.annotated(texts.few() if few else texts.every(), annotator, kept)
    use = rules.measure(annotated, annotator.model).of(only)
    click.echo(use.table())
    if out:
        out.write_text(json.dumps(use.to_json(), indent=1) + "\n", "utf-8")


@main.command("without")
@click.argument("part")
@click.argument("benchmarks", nargs=-1, required=True)
def without_command(part: str, benchmarks: tuple[str, ...]) -> None:
    """Tell the figures of BENCHMARKS with and without a PART of the rules.

    A part is data/seats.csv, data/acts.csv:abhor, data/chain.toml:nouns, or a function,
    resolve/chain/carryover.py:carry_over; a benchmark is named as its floor, acts/polnear-dev.
    """
    as_ever, less = ablation.figures(benchmarks), ablation.figures(benchmarks, part)
    for name in benchmarks:
        for figure, value in as_ever[name].items():
            other = less[name][figure]
            click.echo(f"{name} {figure}: {value:.4f}, without {other:.4f}, {other - value:+.4f}")


@main.command("articles")
@_data
def articles_command(data: str) -> None:
    """Print the texts of a benchmark as JSON Lines, for a system to read."""
    for line in systems.articles(attribution.load(data)):
        click.echo(line)


@main.command("floors")
@click.argument("path", type=click.Path(path_type=Path), default=FLOORS)
def floors_command(path: Path) -> None:
    """Check that no figure of the engine is worse than its floor; exit code 1 when one is."""
    try:
        floors = json.loads(path.read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    failed = [name for name, figures in floors.items() if not _holds(name, figures)]
    if failed:
        click.echo(f"below their floor: {', '.join(failed)}", err=True)
        sys.exit(1)


def compare(floors: dict[str, float], measured: dict[str, float]) -> list[tuple[str, bool]]:
    """Return, for each figure with a floor, a line that tells both and whether the floor holds.

    Raises UsageError when a floor names a figure that was not measured.
    """
    if unknown := floors.keys() - measured.keys():
        raise UsageError(f"there is no figure called {', '.join(sorted(unknown))}")
    lines = []
    for figure, floor in floors.items():
        sign = -1 if figure in CEILINGS else 1
        holds = sign * measured[figure] >= sign * floor
        word = "ok" if holds else "WORSE"
        lines.append((f"{figure}: {measured[figure]:.4f}, floor {floor:.4f}, {word}", holds))
    return lines


def _holds(name: str, floors: dict[str, float]) -> bool:
    """Measure one benchmark and print its figures beside their floors; absent data pass."""
    task, _, data = name.partition("/")
    if task not in TASKS:
        raise UsageError(f"{name}: there is no benchmark called {task}")
    try:
        compared = compare(floors, TASKS[task](data))
    except ReadError as error:
        if error.kind != "absent":
            raise
        click.echo(f"{name}: skipped, {error.message}", err=True)
        return True
    for line, _ in compared:
        click.echo(f"{name} {line}")
    return all(holds for _, holds in compared)


def run() -> None:
    """Run the command line; an error is one line on stderr, exit code 2 for wrong use, else 1."""
    try:
        main(prog_name="python -m bench.run")
    except SaysoError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)


if __name__ == "__main__":
    run()
