#!/usr/bin/env python3
"""Times the preparation with JMH, briefly, and prints what it takes against Tribuo; then what a row of a dataset takes.

prepare.py JAVA CLASSPATH: ratios are of averages, one fork of each benchmark; `make bench` runs them for longer.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

PACKAGE = "org.tributary.benchmarks."
SETTINGS = ["-f", "1", "-wi", "4", "-i", "5", "-w", "1", "-r", "1", "-prof", "gc", "-jvmArgs", "-Xmx2g"]
GROUPS = {
    "PrepareBenchmark": (
        "columns with gaps to a dataset, imputed, scaled and one-hot encoded, 100,000 x 32",
        {
            "tributary": "tributary",
            "tributaryStep": "tributary, with a profile",
            "tribuo": "by hand and TransformTrainer",
            "tribuoInPlace": "by hand, scaled in place",
        },
    ),
    "DatasetBenchmark": (
        "columns to a dataset, 100,000 x 28",
        {"tributary": "tributary", "tribuo": "MutableDataset of ArrayExample"},
    ),
}
ALONE = "PrepareOneRowBenchmark"


def measured(program):
    """Time and allocated bytes of one call by name of the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "jmh.json"
        names = "|".join(f"{name}\\." for name in (*GROUPS, ALONE))
        command = [*program, "org.openjdk.jmh.Main", names, *SETTINGS, "-rf", "json", "-rff", file]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0 or not file.exists():
            sys.exit(f"{command} failed:\n{done.stdout}")
        results = json.loads(file.read_text())
    return {
        result["benchmark"].removeprefix(PACKAGE): (
            result["primaryMetric"]["score"],
            result["secondaryMetrics"]["gc.alloc.rate.norm"]["score"],
        )
        for result in results
    }


def main(java, classpath):
    program = [java, "-cp", classpath]
    figures = measured(program)
    for name, (question, contenders) in GROUPS.items():
        print(question)
        ours = figures[name + ".tributary"][0]
        for call, contender in contenders.items():
            time, allocated = figures[f"{name}.{call}"]
            print(f"  {contender:30}{time:9.1f} ms{allocated / 1e6:9.1f} MB allocated{time / ours:9.2f} of ours")
    print("one row of 20 columns through the fitted preparation")
    for call in ("apply", "read"):
        time, allocated = figures[f"{ALONE}.{call}"]
        print(f"  {call:30}{time:9.0f} ns{allocated:9.0f} bytes allocated")
    print("bytes of the heap that a row of a dataset holds, 28 numbers and a label", flush=True)
    lines = subprocess.run(
        [java, "-XX:+UseSerialGC", "-Xmx2g", "-cp", classpath, PACKAGE + "DatasetBytes"],
        check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    for line in lines:
        name, size = line.rsplit(" ", 1)
        print(f"  {name:40}{size:>6}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
