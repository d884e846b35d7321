"""Teachers, what they read, and the students: `python -m train.distil RUNS --device cuda`.

RUNS holds what the steps before wrote: `silver.jsonl` (train.silver), `nested.jsonl`
(train.nested), `mpnet/start.pt` (train.distil.mpnet) and, to go on
from, `six/start.pt`. On one GPU the trainings of a stage run side by side; on a CPU one after
another, each going on from its last epoch. A stage whose results are there is left out.

Teachers of six epochs that shared one H200 with three other trainings had not learnt enough, and
students were worse for them; of twelve epochs, two side by side in five minutes, they were five to
seven points of F1 better than the model that taught nothing. `--stage learn` needs only what they
read (`soft/`): students alone gained one to two points in nine epochs at 8e-4, and nothing at 3e-4.
The mean with seven further epochs at 1.2e-3 has a point more on conflict news: that is version
2026.12.4. Its card has the commands, and the figures of what else was tried.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATES = (8e-5, 1e-4)  # of the teachers, one each
BATCHES = ("--batch", "32")
STUDENT_RATES = (8e-4, 1.2e-3)  # of the students that are tried


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a run stands, where it runs, and how long each stage is."""

    runs: Path
    device: str
    workers: int
    teacher_epochs: int
    student_epochs: int
    limit: int | None

    def training(self, name: str, start: Path, epochs: int, *more: str) -> list[str]:
        """Return the command of one training, none where it is done."""
        out = self.runs / name
        if (out / f"epoch-{epochs}.pt").exists():
            return []
        command = [sys.executable, "-u", "-m", "train.train", "--out", str(out)]
        command += ["--start", str(start), "--epochs", str(epochs), "--device", self.device]
        command += ["--names", str(self.runs / "silver.jsonl")]
        command += ["--nested", str(self.runs / "nested.jsonl"), "--workers", str(self.workers)]
        command += ["--limit", str(self.limit)] if self.limit else []
        return [*command, *more]

    def teachers(self) -> list[Path]:
        """Return the checkpoints of the teachers."""
        return [
            self.runs / f"teacher-{k}/epoch-{self.teacher_epochs}.pt" for k in range(len(RATES))
        ]

    def first(self) -> list[list[str]]:
        """Return the trainings of the first stage: the teachers, each with its own seed."""
        start = self.runs / "mpnet/start.pt"
        return [
            self.training(
                f"teacher-{number}", start, self.teacher_epochs,
                *BATCHES, "--seed", str(number + 1), "--rate", str(rate),
            )
            for number, rate in enumerate(RATES)
        ]  # fmt: skip

    def labelling(self) -> list[str]:
        """Return the command that lets the teachers read."""
        out = self.runs / "soft"
        if (out / "soft.jsonl").exists():
            return []
        command = [sys.executable, "-m", "train.distil.label", *map(str, self.teachers())]
        command += ["--out", str(out), "--device", self.device, "--workers", str(self.workers * 4)]
        return command + (["--limit", str(self.limit)] if self.limit else [])

    def second(self) -> list[list[str]]:
        """Return the trainings of the second stage: the students."""
        start = self.runs / "six/start.pt"
        soft = (*BATCHES, "--soft", str(self.runs / "soft"))
        return [
            self.training(f"six-{rate:g}", start, self.student_epochs, *soft, "--rate", str(rate))
            for rate in STUDENT_RATES
        ]


def carried_out(commands: Sequence[Sequence[str]], side_by_side: bool) -> None:
    """Run commands, and stop where one fails."""
    commands = [command for command in commands if command]
    if not side_by_side:
        for command in commands:
            subprocess.run(command, check=True)  # noqa: S603
        return
    running = [subprocess.Popen(command) for command in commands]  # noqa: S603
    for process in running:
        if process.wait():
            raise SystemExit(f"failed: {process.args!r}")


def main() -> None:
    """Parse the command line, and carry out the stages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0, help="processes beside each training")
    parser.add_argument("--teacher-epochs", type=int, default=14)
    parser.add_argument("--student-epochs", type=int, default=8)
    parser.add_argument("--limit", type=int, help="only so many articles a corpus, to try things")
    parser.add_argument("--stage", choices=("teach", "label", "learn"), help="only this one")
    given = vars(parser.parse_args())
    stage = given.pop("stage")
    plan = Plan(**given)
    side_by_side = plan.device != "cpu"
    if stage in {None, "teach"}:
        carried_out(plan.first(), side_by_side)
    if stage in {None, "label"}:
        carried_out([plan.labelling()], side_by_side)
    if stage in {None, "learn"}:
        carried_out(plan.second(), side_by_side)


if __name__ == "__main__":
    main()
