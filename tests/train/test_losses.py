"""The losses of the tags are those of a conditional random field, counted out by hand."""

from itertools import product

import pytest

torch = pytest.importorskip("torch")

from train.model import crf_loss, log_total, posterior_loss, posteriors  # noqa: E402

LABELS = 7
LENGTHS = (4, 1, 3)


def field():
    torch.manual_seed(3)
    scores = torch.randn(len(LENGTHS), max(LENGTHS), LABELS, dtype=torch.float64)
    transitions = torch.randn(LABELS + 1, LABELS, dtype=torch.float64)
    real = torch.arange(max(LENGTHS))[None] < torch.tensor(LENGTHS)[:, None]
    return scores, transitions, real


def score(scores, transitions, tags):
    steps = sum(transitions[a, b] for a, b in zip((LABELS, *tags), tags, strict=False))
    return steps + sum(scores[place, tag] for place, tag in enumerate(tags))


def every_score(scores, transitions, length):
    every = list(product(range(LABELS), repeat=length))
    return every, torch.stack([score(scores, transitions, tags) for tags in every])


def test_total_counts_every_sequence():
    scores, transitions, real = field()
    totals = log_total(scores, transitions, real)
    for total, own, length in zip(totals, scores, LENGTHS, strict=True):
        _, every = every_score(own, transitions, length)
        assert total.item() == pytest.approx(every.logsumexp(0).item())


def test_posteriors_are_shares_of_every_sequence():
    scores, transitions, real = field()
    shares = posteriors(scores, transitions, real)
    every, weights = every_score(scores[2], transitions, LENGTHS[2])
    chances = weights.softmax(0)
    begins = sum(c for tags, c in zip(every, chances, strict=True) if tags[1] == 4)
    assert shares[2, 1, 4].item() == pytest.approx(begins.item())
    assert shares[2, LENGTHS[2] :].abs().sum() == 0


def test_loss_is_how_unlikely_the_tags_are():
    scores, transitions, real = field()
    tags = torch.where(real, torch.tensor([[1, 2, 0, 3]]), -1)
    share = torch.tensor([1.0, 1.0, 0.0], dtype=torch.float64)
    totals = log_total(scores, transitions, real)
    wanted = sum(totals[i] - score(scores[i], transitions, tags[i, : LENGTHS[i]]) for i in (0, 1))
    loss = crf_loss(scores, transitions, tags, share)
    assert loss.item() == pytest.approx(wanted.item() / sum(LENGTHS))


def test_a_model_that_reads_alike_has_nothing_to_learn():
    scores, transitions, real = field()
    scores.requires_grad_()
    wanted = posteriors(scores, transitions, real)
    loss = posterior_loss(scores, transitions, wanted, torch.ones(3))
    (slope,) = torch.autograd.grad(loss, scores)
    assert slope.abs().max().item() < 1e-12
