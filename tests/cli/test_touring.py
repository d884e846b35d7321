"""The sample, shown to whoever meets sayso for the first time."""

from sayso.store import Store
from tests.cli.commands import sayso


def test_demo_shows_what_linking_is_good_for(tmp_path):
    kept = tmp_path / "demo.db"
    result = sayso("demo", "--keep", kept)
    assert result.exit_code == 0, result.output
    for words in ("ONE CLAIM", "WHO DENIES IT", "misquoted", "WHO CHANGED POSITION", "offers"):
        assert words in result.stdout
    assert len(result.stdout.splitlines()) < 100
    with Store.open(kept) as store:
        assert store.unlinked() == 0
    again = sayso("demo", "--keep", kept)
    assert again.exit_code == 2
