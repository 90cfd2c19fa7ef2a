"""Writes data/lang/*/eval/report.md from the scorers of the evaluation sets. Called by score.sh.

usage: score.py PROGRAM SHARED
"""

import collections
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FIGURES = [
    ("type", "type"),
    ("type+sides", "type and sides"),
    ("strict", "type, sides and status (strict)"),
    ("participants", "participants"),
    ("person", "persons"),
    ("person role", "offices of persons"),
    ("person country", "parties of persons"),
    ("date", "date"),
    ("place", "place"),
    ("topics", "topics"),
]

# Public corpora of a language: the folder, the scorer's command, the lines shown, and what others reach there.
# Theirs are of the test parts, which we do not have, and over more types: a scale, not a line to cross.
CORPORA = {
    "ar": [
        (
            "ar/anercorp-camel", "ner", "ANERcorp (split of CAMeL Lab), the train part: every person that is named",
            ["PERSON exact, persons[].name", "PERSON loose, persons[].name"],
            "On the test part: AraBERTv02 F1 .85 for persons, .81 over all types (Antoun et al., 2020), CAMeL Tools .83 over all (Obeid et al., 2020); a CRF on the train part alone .63 for persons.",
        ),
    ],
    "kk": [
        (
            "kk/kaznerd", "kaznerd", "KazNERD, the valid part: every person and every office, bare ones (\"Президент\") too",
            ["PERSON exact, persons[].name", "PERSON loose, persons[].name", "OFFICE exact, persons[].offices[].title", "OFFICE loose, persons[].offices[].title"],
            "On the test part: XLM-RoBERTa F1 .97 over 25 types (Yeshpanov et al., 2022); a CRF on part of the valid part .95 for persons, .89 for offices.",
        ),
    ],
    "ru": [
        (
            "ru/factrueval-2016", "ner", "FactRuEval 2016, the dev part: every person and every office",
            ["PERSON exact, mentions[] person", "PERSON loose, mentions[] person", "OFFICE exact, mentions[] office", "OFFICE loose, mentions[] office"],
            "natasha: F1 .95 for persons on this part.",
        ),
        (
            "ru/factrueval-2016", "factrueval", "FactRuEval 2016, the dev part: who holds which office where, who met whom (5 meetings)",
            ["Occupation quality", "Occupation loose", "Meeting quality", "Meeting loose"],
            "On the test part, by the track's own scorer: occupation .66, meeting .24 (best of the track; Starostin et al., 2016). PullEnti on this part: occupation .39.",
        ),
    ],
}


def main():
    program, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    scorer = load(shared / "score/score.py")
    lines = lambda path: [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]
    profiles = lines(shared / "profiles/dev.jsonl")
    for folder in sorted(pathlib.Path("data/lang").iterdir()):
        lang = folder.name
        passages_file = shared / f"readouts/dev/{lang}.jsonl"
        if not passages_file.exists():
            continue
        with tempfile.TemporaryDirectory() as temporary:
            temporary = pathlib.Path(temporary)
            readings_file = read(program, passages_file, temporary / "readings.jsonl")
            readings = {reading["document"]["id"]: reading for reading in lines(readings_file)}
            passages = lines(passages_file)
            parts = [("all", lambda p: True), ("with delegations", is_delegation), ("without", lambda p: not is_delegation(p)), ("every third", is_third)]
            columns = []
            for name, test in parts:
                part = [p for p in passages if test(p)]
                if part:
                    columns.append((f"{name} ({len(part)})", score(shared, part, readings_file, temporary)))
            claims = score_profiles(program, shared, [p for p in profiles if p["lang"] == lang], temporary)
            seed = score_seed(program, shared, temporary) if lang == "ar" else None
            corpora = [(*what, score_corpus(program, shared, *what[:2], temporary)) for what in CORPORA.get(lang, []) if (shared / "corpora" / what[0]).exists()]
        text = report(lang, columns, by_type(scorer, passages, readings), errors(scorer, passages, readings), claims, seed, corpora)
        for others in sorted((folder / "eval").glob("others*.md")):
            text += "\n" + re.sub(r"^<!--.*?-->\n+", "", others.read_text(encoding="utf8"))
        path = folder / "eval/report.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf8")
        figures = columns[0][1]
        print(f"{lang}: strict {figures['strict']:.2f}, participants {figures['participants']:.2f}, claims {claims['full_f1']:.2f}" + (f", model document {seed}" if seed else ""))


def load(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_delegation(passage):
    return "d" in passage["id"].split("-", 1)[1]


def is_third(passage):
    return int(re.sub(r"\D", "", passage["id"])) % 3 == 0


def read(program, source, target, *options):
    with open(target, "wb") as out:
        subprocess.run([program, "read", "--format", "jsonl", *options, str(source)], stdout=out, check=True)
    return target


def write_lines(path, objects):
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in objects), encoding="utf8")
    return path


def score(shared, passages, readings_file, temporary):
    gold = write_lines(temporary / "gold.jsonl", passages)
    out = subprocess.run([sys.executable, shared / "score/score.py", gold, readings_file, "--json"], capture_output=True, text=True, check=True)
    return json.loads(out.stdout)


def score_profiles(program, shared, profiles, temporary):
    gold = write_lines(temporary / "profiles.jsonl", profiles)
    readings = read(program, gold, temporary / "profile-readings.jsonl")
    out = subprocess.run([sys.executable, shared / "score/score_profiles.py", gold, readings], capture_output=True, text=True, check=True).stdout
    line = next(line for line in out.splitlines() if line.startswith("profiles "))
    figure = lambda name: float(re.search(rf"\b{name} (\d\.\d+)", line)[1])
    return {"n": len(profiles), "f1": figure("F1"), "full_f1": figure("full F1"), "area": figure("area"), "relation": figure("relation"), "direction": figure("direction")}


def score_seed(program, shared, temporary):
    reading = read(program, shared / "seed/article.ar.txt", temporary / "seed.jsonl", "--published", "2026-01-15")
    out = subprocess.run([sys.executable, shared / "score/seed.py", reading], capture_output=True, text=True).stdout
    return out.strip().splitlines()[-1]


def score_corpus(program, shared, folder, command, temporary):
    """Texts of a corpus, read and scored."""
    scorer, gold = shared / "score/score_corpora.py", shared / "corpora" / folder
    texts = temporary / "texts.jsonl"
    subprocess.run([sys.executable, scorer, "to-jsonl", gold, "-o", texts], capture_output=True, check=True)
    readings = read(program, texts, temporary / "corpus.jsonl")
    out = subprocess.run([sys.executable, scorer, command, gold, readings, "--json"], capture_output=True, text=True, check=True).stdout
    return json.loads(out)


def pairs_of(scorer, passage, readings):
    """Main events of gold with their match, and those read beyond."""
    reading = readings.get(passage["id"]) or {}
    system = [e for e in reading.get("events") or [] if e.get("main", True)]
    strict = lambda g, s: g["type"] == s["type"] and scorer.same_sides(g["type"], scorer.gold_sides(g), scorer.system_sides(s)) and g["status"] == s.get("status")
    pairs, extra = scorer.match(passage["gold"]["events"], system, strict)
    missed = [g for g in passage["gold"]["events"] if g.get("main", True) and not any(g is p for p, _ in pairs)]
    return [g for g, _ in pairs if g.get("main", True)], missed, extra


def by_type(scorer, passages, readings):
    table = collections.defaultdict(lambda: [0, 0, 0])
    for passage in passages:
        right, missed, extra = pairs_of(scorer, passage, readings)
        for at, events in enumerate((right, missed, extra)):
            for event in events:
                table[event["type"]][at] += 1
    return dict(sorted(table.items()))


def errors(scorer, passages, readings):
    kinds = collections.Counter()
    for passage in passages:
        _, missed, extra = pairs_of(scorer, passage, readings)
        rest = list(extra)
        for gold in missed:
            same = [s for s in rest if s["type"] == gold["type"]]
            sided = [s for s in same if scorer.same_sides(gold["type"], scorer.gold_sides(gold), scorer.system_sides(s))]
            if sided:
                kinds["status wrong"] += 1
                rest.remove(sided[0])
            elif same:
                kinds["sides wrong"] += 1
                rest.remove(same[0])
            elif rest:
                kinds["another type read"] += 1
                rest.pop(0)
            else:
                kinds["nothing read"] += 1
        kinds["read where nothing is"] += len(rest)
    return kinds


def report(lang, columns, types, kinds, claims, seed, corpora):
    lines = [
        f"# Scores: {lang}",
        "",
        "Written by `benches/score.sh`; do not edit.",
        "Scores measure and do not gate; nothing of the evaluation sets is in the packs.",
        "F1 for events, participants and persons; shares of what was matched for offices, dates, places and topics.",
        "\"Every third\" are the passages whose number is divisible by three.",
        "",
        "| | " + " | ".join(name for name, _ in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for key, name in FIGURES:
        lines.append(f"| {name} | " + " | ".join(f"{c[key]:.2f}" if key in c else "–" for _, c in columns) + " |")
    whole = columns[0][1]
    lines += [
        "",
        f"Spans that do not cut what they show: {whole['bad spans']}. Passages without a reading: {whole['missing readings']}.",
        f"Events said to have happened in a passage that holds none: {whole['false happened per negative']:.2f} a passage.",
        "",
        "## By type",
        "",
        "| type | right | missed | extra | F1 |",
        "|---|---|---|---|---|",
    ]
    for name, (right, missed, extra) in types.items():
        f1 = 2 * right / (2 * right + missed + extra) if right else 0.0
        lines.append(f"| {name} | {right} | {missed} | {extra} | {f1:.2f} |")
    lines += ["", "## By kind of error", "", "| error | events |", "|---|---|"]
    lines += [f"| {kind} | {count} |" for kind, count in sorted(kinds.items(), key=lambda item: -item[1])]
    lines += [
        "",
        "## Claims of profiles",
        "",
        f"{claims['n']} profiles: spans F1 {claims['f1']:.2f}; of those matched, area {claims['area']:.2f}, relation {claims['relation']:.2f}, "
        f"direction {claims['direction']:.2f}; all of it right: F1 {claims['full_f1']:.2f}.",
    ]
    if seed:
        lines += ["", "## The model document", "", f"{seed} checks are right."]
    if corpora:
        lines += [
            "",
            "## Persons and offices of public corpora",
            "",
            "Their gold marks everybody and every bare office, a reading only those who speak for a state or body: what is found of them has a ceiling far below 1.",
            "Exact is the same span, loose at least half of it.",
        ]
    for _, _, name, keys, others, figures in corpora:
        lines += ["", f"{name}.", "", "| | precision | recall | F1 |", "|---|---|---|---|"]
        lines += [f"| {key} | {figures[key]['P']:.2f} | {figures[key]['R']:.2f} | {figures[key]['F1']:.2f} |" for key in keys]
        lines += ["", others]
    return "\n".join(lines) + "\n"


main()
