"""Takes every measure, prints a table and writes the figures: `python -m tests.benchmarks --out build/bench.json`."""

import argparse
import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.measuring import all_measures, ratio_of, table, taken


def main(arguments: list[str]) -> int:
    """Take the measures whose name holds one of the words given, or all of them."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args(arguments)
    chosen = [one for one in all_measures() if not asked.words or any(word in one.name for word in asked.words)]
    if not chosen:
        parser.error("no measure has such a name")
    figures = [taken(measure) for measure in chosen]
    print(table(figures))  # noqa: T201 - a command
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    kept = {
        "machine": machine,
        "figures": [asdict(one) | {"within": one.within, "times_peer": ratio_of(one, figures)} for one in figures],
    }
    asked.out.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
