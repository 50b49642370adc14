#!/usr/bin/env python3
"""Times whole processes: "mlops run" of config.yml, first and with nothing changed, against the plain script of the same job.

compare.py PYTHON [ROUNDS]: PYTHON has what benchmarks/reference/sklearn.txt names. Each round starts the script, a first run, the script
again and a cached run, so that a slow minute of the machine slows them all. All of it happens in a copy of the project.
"""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPIED = ["config.yml", "data", "data.dvc", ".dvc"]
WRITTEN = [".mlops", "mlflow.db", "models", "mlruns"]
STEPS = 6
# Some machines pin old kernels of OpenBLAS, which slow the script.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}


def timed(command, project):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return seconds, done.stdout


def accuracy(printed):
    return float(re.search(r"accuracy = ([0-9.]+)", printed).group(1))


def copy_to(project):
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    author = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    for command in [["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "Copy the project"]]:
        subprocess.run(["git", *command], cwd=project, check=True)


class Contest:
    """The two programs in one project, and what they took so far."""

    def __init__(self, python, project):
        self.project = project
        self.script = [python, ROOT / "benchmarks/reference/penguins.py", "data/raw/penguins-raw.csv", "model.joblib"]
        self.seconds = {"script": [], "first": [], "cached": []}

    def run_script(self):
        return self.note("script", self.script)

    def run_first(self):
        for name in WRITTEN:
            path = self.project / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        return self.expect(" RAN ", self.note("first", [ROOT / "mlops", "run"]))

    def run_cached(self):
        return self.expect(" CACHED ", self.note("cached", [ROOT / "mlops", "run"]))

    def note(self, contender, command):
        seconds, printed = timed(command, self.project)
        self.seconds[contender].append(seconds)
        return printed

    @staticmethod
    def expect(outcome, printed):
        if printed.count(outcome) != STEPS:
            sys.exit(f"not every step is{outcome}in:\n{printed}")
        return printed

    def round(self):
        return [self.run_script(), self.run_first(), self.run_script(), self.run_cached()]

    def report(self):
        script = statistics.median(self.seconds["script"])
        print(f"{'seconds':32}{'median':>8}{'min':>8}{'max':>8}{'of the script':>15}")
        for contender, name in [
            ("script", "pandas + scikit-learn"),
            ("first", "mlops run, nothing cached"),
            ("cached", "mlops run, nothing changed"),
        ]:
            taken = self.seconds[contender]
            median = statistics.median(taken)
            print(f"{name:32}{median:8.2f}{min(taken):8.2f}{max(taken):8.2f}{median / script:15.2f}")


def main(python, rounds):
    with tempfile.TemporaryDirectory(prefix="mlops-bench-") as folder:
        project = pathlib.Path(folder)
        copy_to(project)
        timed([ROOT / "mlops", "run"], project)  # brings the data, and makes the launcher's archive
        Contest(python, project).round()  # fills the machine's file cache
        contest = Contest(python, project)
        for _ in range(rounds):
            accuracies = [accuracy(printed) for printed in contest.round()]
        contest.report()
        print(f"accuracy: {accuracies[0]:.4f} the script, {accuracies[1]:.4f} mlops; {rounds} rounds")
        if max(accuracies) - min(accuracies) > 0.05:
            sys.exit("the programs do not do the same job: their accuracies differ by more than 0.05")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).absolute(), int(sys.argv[2]) if len(sys.argv) > 2 else 11)
