"""Measures `mahdar read`, the bare scan of the same forms, and re.findall over the same texts; called by read.sh.

Times are processor seconds (user and system) of ROUNDS, in each of which the three run once, in another order.
Speeds are of the least. Ratios are told twice, of the least and of the medians: what else a machine does weighs little
on the least, but a short run falls into a quiet moment sooner than a long one; on the medians it weighs alike.
"""

import gzip
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
AT_LEAST = 20_000_000  # bytes of text a corpus is repeated to, so that a cold start weighs as it does in use
HERE = Path(__file__).parent
RAW = HERE.parent.parent / "shared" / "raw"
ARCHIVE = HERE.parent / "examples" / "archive"


def texts(lang, mahdar):
    """The texts of a language: raw ones where they are, else our own archive."""
    raw = RAW / f"{lang}.jsonl.gz"
    if raw.exists():
        with gzip.open(raw, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines], f"raw {lang}"
    *_, lines = run(mahdar, "read", "--format", "jsonl", "--with-text", ARCHIVE)
    documents = [json.loads(line)["document"] for line in lines.splitlines()]
    return [document["text"] for document in documents if document["lang"] == lang], f"archive {lang}"


def run(*command):
    """Processor seconds, wall seconds, peak KiB and output of a command."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss, out


def findall(all_texts, n_times):
    """Processor seconds of re.findall over as much text as the others get: a shorter run, multiplied, would catch the
    quiet moments of a machine that a longer one cannot."""
    word = re.compile(r"\w+")
    began = time.process_time()
    for _ in range(n_times):
        for text in all_texts:
            word.findall(text)
    return time.process_time() - began


def measure(lang, mahdar, scan, folder):
    """One row of the table, or None when there is no text of the language."""
    once, name = texts(lang, mahdar)
    if not once:
        return None
    n_bytes = sum(len(text.encode()) for text in once)
    n_times = -(-AT_LEAST // n_bytes)
    path = folder / f"{lang}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for turn in range(n_times):
            for i, text in enumerate(once):
                out.write(json.dumps({"id": f"{lang}-{turn}-{i}", "lang": lang, "title": "", "text": text}, ensure_ascii=False) + "\n")
    python, bare, read, peaks, counts = [], [], [], [], []

    def seek():
        python.append(findall(once, n_times))

    def look_up():
        seconds, _, _, counted = run(scan, path)
        bare.append(seconds)
        counts.append(json.loads(counted)["sentences"])

    def read_all():
        seconds, _, kib, _ = run(mahdar, "read", "--format", "jsonl", "-j", "1", path)
        read.append(seconds)
        peaks.append(kib)

    for _ in range(ROUNDS):
        for one in random.sample([seek, look_up, read_all], 3):
            one()
    path.unlink()
    size = n_bytes * n_times / 1e6
    ratios = [f"{at(python) / at(bare):.2f} | **{at(python) / at(read):.2f}**" for at in (min, statistics.median)]
    return (
        f"| {name} | {size / min(python):.1f} | {size / min(bare):.1f} | {size / min(read):.1f} "
        f"| {counts[0] / min(read):,.0f} | {' | '.join(ratios)} | {max(peaks) / 1024:.0f} |"
    )


def main():
    release, *arguments = sys.argv[1:]
    mahdar, scan = Path(release) / "mahdar", Path(release) / "examples" / "scan"
    langs = [a for a in arguments if a != "--write"] or ["ar", "en", "ru", "kk"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [row for lang in langs if (row := measure(lang, mahdar, scan, folder))]
        starts = {}
        for name, packs in [("one pack", ["ar"]), ("all packs", ["ar", "en", "ru", "kk"])]:
            empty = folder / "empty.jsonl"
            lines = [json.dumps({"id": lang, "lang": lang, "title": "", "text": "."}) for lang in packs]
            empty.write_text("\n".join(lines) + "\n", encoding="utf-8")
            runs = [run(mahdar, "read", "--format", "jsonl", "-j", "1", empty) for _ in range(2 * ROUNDS)]
            starts[name] = f"{min(r[0] for r in runs):.2f} s of one core ({min(r[1] for r in runs):.2f} s on the clock)"
    table = "\n".join([
        "| text | `re.findall` MB/s | bare scan MB/s | `mahdar read` MB/s | sentences/s "
        "| scan : findall, least | read : findall, least | scan : findall, medians | read : findall, medians | peak MB |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *rows,
        "",
        "; ".join(f"cold start with {name}: {told}" for name, told in starts.items()).capitalize() + ".",
    ])
    print(table)
    if "--write" in arguments:
        readme = HERE / "README.md"
        head, _, rest = readme.read_text(encoding="utf-8").partition("<!-- figures -->\n")
        _, _, tail = rest.partition("<!-- end of figures -->")
        readme.write_text(f"{head}<!-- figures -->\n{table}\n<!-- end of figures -->{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
