"""Measures `mahdar read` beside natasha and re.findall over the same Russian texts; called by peers.sh.

Times are processor seconds, the least of ROUNDS, measured in turn. natasha's models are loaded before its clock runs;
the time of `mahdar read` holds the start of the program, the compiling of all packs and the parsing of JSON, over more
texts, so that its start weighs as it does in use.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from read import findall, run, texts

ROUNDS = 3
SAMPLE = 300_000  # bytes of text that natasha reads in a round: some seconds
MORE = 5_000_000  # bytes of text that the others read: the same texts again and again
BEGIN, END = "<!-- peers -->\n", "<!-- end of peers -->"
HERE = Path(__file__).parent


def natasha():
    """Two ways to read a text with natasha, as its readme shows: names alone, and all of it (forms, dependencies, names)."""
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding = NewsEmbedding()
    segmenter, names_of = Segmenter(), NewsNERTagger(embedding)
    forms_of, dependencies_of = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)

    def names(text):
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(names_of)

    def whole(text):
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(forms_of)
        doc.parse_syntax(dependencies_of)
        doc.tag_ner(names_of)

    return {"names": names, "whole": whole}


def sample(mahdar):
    """The first texts, up to SAMPLE bytes."""
    taken, size = [], 0
    every, name = texts("ru", mahdar)
    for text in every:
        if size >= SAMPLE:
            break
        taken.append(text)
        size += len(text.encode())
    return taken, size, name


def main():
    mahdar, *options = sys.argv[1:]
    once, size, name = sample(mahdar)
    times = -(-MORE // size)
    ways = natasha()
    rows = {"names": [], "whole": [], "read": [], "findall": []}
    for way in ways.values():
        way(once[0])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ru.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for turn in range(times):
                for i, text in enumerate(once):
                    out.write(json.dumps({"id": f"{turn}-{i}", "lang": "ru", "title": "", "text": text}, ensure_ascii=False) + "\n")
        for _ in range(ROUNDS):
            for way, reads in ways.items():
                began = time.process_time()
                for text in once:
                    reads(text)
                rows[way].append(size / (time.process_time() - began))
            rows["findall"].append(size * times / findall(once, times))
            seconds, *_ = run(mahdar, "read", "--format", "jsonl", "-j", "1", path)
            rows["read"].append(size * times / seconds)
    best = {what: max(speeds) for what, speeds in rows.items()}
    line = lambda what, label: f"| {label} | {best[what] / 1e6:.2f} | {best['read'] / best[what]:.1f} |"
    table = "\n".join([
        f"| over {name}, {size / 1e6:.1f} MB | MB/s | `mahdar read` is so many times as fast |",
        "|---|---|---|",
        line("whole", "natasha 1.6.0: sentences, words, their forms and dependencies, names"),
        line("names", "natasha 1.6.0: sentences, words, names"),
        line("read", "`mahdar read`: all that a reading holds"),
        line("findall", '`re.findall(r"\\w+", text)`'),
    ])
    print(table)
    if "--write" in options:
        readme = HERE / "README.md"
        head, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
        _, _, tail = rest.partition(END)
        readme.write_text(f"{head}{BEGIN}{table}\n{END}{tail}", encoding="utf-8")


main()
