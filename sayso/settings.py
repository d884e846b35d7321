"""Every knob of sayso with its default and its meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run; built once, in `cli/`, and handed down.

    Attributes:
        min_score: statements below this calibrated score are left out; None takes the model's own
            default, which maximises statement F1 on the development set.
        threads: processor threads for the model; 0 takes every core that this process may use.
        batch_articles: how many articles are annotated together; changes speed, never results.
        timeout: seconds that one network connection or read may take.
        max_bytes: size limit of one fetched page or one file, in bytes.
        max_redirects: how many redirects a fetch follows.
        allow_private: let addresses of private and link-local networks be fetched.
        columns: which columns of tables hold what of an article, as pairs of ours and theirs.
    """

    min_score: float | None = None
    threads: int = 0
    batch_articles: int = 16
    timeout: float = 20.0
    max_bytes: int = 64 * 1024 * 1024
    max_redirects: int = 5
    allow_private: bool = False
    columns: tuple[tuple[str, str], ...] = ()
