"""Reads a CSV file into columns with polars on two threads: csv_polars.py FILE."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

import polars  # noqa: E402, it looks at the number of threads when it is loaded

table = polars.read_csv(sys.argv[1])
print(f"{table.height} rows, {table.width} columns, mean {table['fa0'].mean():.9f}")
