"""How well pictures are judged within their true corners, and what lies at the borders.

    cargo run --release -p accuracy --bin decisions -- --each 80 > decisions.jsonl
    python samples/train/decisions.py decisions.jsonl

Prints precision and recall of "take it again" for both halves of the seeds (thresholds are set on the even ones, the odd
ones show whether they hold), the pictures that were judged wrongly, and for each measure the values between which the
good pictures and those that were spoilt by what it measures lie: thresholds of `crates/document/src/judge.rs` are set
between them. Needs nothing but Python.
"""

import json
import sys
from collections import Counter

# What a measure is to tell: the words of `why`, and whether bad pictures have less of it.
TELLS = {
    "sharpness": (("blur",), True),
    "letters": (("height",), True),
    "glare": (("bleached",), False),
    "skin": (("covered", "hidden"), False),
    "print": (("contrast", "clear"), True),
    "strong": (("dissolved",), True),
}


def rates(lines, key):
    counts = Counter((line["label"], bool(line[key])) for line in lines)
    caught, missed = counts["retake", True], counts["retake", False]
    wrong, kept = counts["good", True], counts["good", False]
    precision, recall = caught / max(1, caught + wrong), caught / max(1, caught + missed)
    return f"good kept {kept} of {kept + wrong}, bad caught {caught} of {caught + missed}, {precision:.3f} / {recall:.3f}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    halves = {"even seeds": 0, "odd seeds": 1}
    for name, half in halves.items():
        some = [line for line in lines if line["seed"] % 2 == half]
        print(f"{name}: {rates(some, 'problems')}; without form: {rates(some, 'without_form')}")
    for condition in dict.fromkeys(line["condition"] for line in lines):
        print(f"{condition:>14}: {rates([line for line in lines if line['condition'] == condition], 'problems')}")
    for line in lines:
        said = bool(line["problems"])
        if line["label"] in ("good", "retake") and said != (line["label"] == "retake"):
            print(line["kind"], line["condition"], line["seed"], line["why"] or "good", line["problems"])
    for measure, (words, less) in TELLS.items():
        good = sorted(line["measures"][measure] for line in lines if line["label"] == "good")
        bad = sorted(line["measures"][measure] for line in lines
                     if line["label"] == "retake" and line["why"].startswith(words))
        if not less:
            good, bad = good[::-1], bad[::-1]
        print(f"{measure}: good from {[round(v, 3) for v in good[:8]]}, bad up to {[round(v, 3) for v in bad[-8:][::-1]]}")


if __name__ == "__main__":
    main()
