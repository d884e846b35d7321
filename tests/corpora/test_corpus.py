"""The corpora lie where `SAYSO_DATA` says."""

from corpora.corpus import ROOT, data_dir


def test_the_folder_is_the_one_that_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    assert data_dir() == tmp_path
    monkeypatch.delenv("SAYSO_DATA")
    assert data_dir() == ROOT.parent / "shared" / "data"
