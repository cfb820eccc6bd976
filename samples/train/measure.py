"""Reads the same held-out lines with the line reader and with Tesseract, and prints the tables of README.md."""

import argparse
import json
import math
import subprocess
from pathlib import Path

from PIL import Image, ImageOps

import render

#: Seeds of the lines that confidence is fitted on, and of those that are reported. Training starts at 10,000,000.
FIT, REPORT = 1_000_000, 2_000_000
KINDS = ["nik", "account", "kpj", "npwp", "name", "birth", "sex", "bank", "word", "mixed"]
NUMBERS = {"nik", "account", "kpj", "npwp"}


def digits(text):
    return "".join(c for c in text if c.isdigit())


def drawn(folder, first, count):
    """Draws `count` lines of each kind; `[(kind, text, path)]`."""
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for k, kind in enumerate(KINDS):
        for n in range(count):
            _, text, grey = render.line(first + k * 10_000 + n, held_out=True, kind=kind)
            path = folder / f"{kind}-{n:04}.png"
            grey.save(path)
            out.append((kind, text, path))
    return out


def ours(lines, example, folder):
    list_file = folder / "list.tsv"
    list_file.write_text("".join(f"{kind}\t{path}\n" for kind, _, path in lines))
    out = subprocess.run([example, list_file], check=True, capture_output=True, text=True).stdout
    return [json.loads(row) for row in out.splitlines()]


def tesseract(line):
    """Seventy-two pixels high with a white margin, as one line; for numbers, only what numbers are written with."""
    kind, _, path = line
    big = path.with_suffix(".big.png")
    grey = Image.open(path)
    ImageOps.expand(grey.resize((max(1, round(grey.width * 72 / grey.height)), 72), Image.Resampling.BICUBIC), 12, 255).save(big)
    allowed = ["-c", "tessedit_char_whitelist=0123456789.- "] if kind in NUMBERS else []
    done = subprocess.run(["tesseract", big, "-", "-l", "eng", "--psm", "7", *allowed],
                          capture_output=True, text=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})
    big.unlink()
    return " ".join(done.stdout.split())


def right(kind, text, read):
    """Of a number its digits; what a label in front was taken for does not count."""
    return digits(read).endswith(wanted(kind, text)) if kind in NUMBERS else read == text


def percent(hits):
    return f"{100 * sum(hits) / max(1, len(hits)):.1f}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--example", default="target/release/examples/lines")
    options.add_argument("--folder", type=Path, default=Path("target/lines"))
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--fit", action="store_true", help="the lines that confidence is fitted on, without Tesseract")
    chosen = options.parse_args()
    lines = drawn(chosen.folder / ("fit" if chosen.fit else "report"), FIT if chosen.fit else REPORT, chosen.count)
    found = ours(lines, chosen.example, chosen.folder)
    theirs = [""] * len(lines)
    if not chosen.fit:
        theirs = [tesseract(line) for line in lines]
    rows = []
    for (kind, text, _), mine, other in zip(lines, found, theirs):
        number = mine["number"]
        rows.append((kind, right(kind, text, mine["text"]), kind in NUMBERS and number is not None and number == wanted(kind, text),
                     right(kind, text, other), mine, text))
    print("| Kind | Line reader | with the number's shape | Tesseract 5 |\n|---|---|---|---|")
    for kind in KINDS:
        of = [row for row in rows if row[0] == kind]
        shaped = percent([r[2] for r in of]) if kind in NUMBERS else ""
        if kind == "sex":
            shaped = percent([r[4]["sex"] is not None and ["LAKI-LAKI", "PEREMPUAN"][r[4]["sex"][0]] in r[5] for r in of])
        print(f"| {kind} | {percent([r[1] for r in of])} | {shaped} | {percent([r[3] for r in of])} |")
    print("\nmilliseconds a line:", round(sum(r[4]["ms"] for r in rows) / len(rows), 2))
    for name, hit, field in [("text", 1, "confidence"), ("number", 2, "number_confidence")]:
        calibration(name, [(r[4][field], r[hit]) for r in rows if r[4][field] is not None and (name == "text" or r[0] in NUMBERS)])


def wanted(kind, text):
    """The number without its label."""
    most = {"nik": 16, "kpj": 11, "npwp": 16, "account": 16}[kind]
    return digits(text)[-most:]


def calibration(name, pairs):
    print(f"\n{name}: | confidence | lines | right |")
    for low, high in [(0, 0.3), (0.3, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 0.995), (0.995, 1.01)]:
        hits = [hit for confidence, hit in pairs if low <= confidence < high]
        print(f"| {low}-{min(1, high)} | {len(hits)} | {percent(hits)} |")
    # Logistic regression of right on the logit of the confidence.
    a, b = 0.0, 1.0
    data = [(math.log(max(c, 1e-9) / max(1 - c, 1e-6)), hit) for c, hit in pairs]
    for _ in range(3000):
        ga = gb = 0.0
        for x, hit in data:
            error = hit - 1 / (1 + math.exp(-max(-40, min(40, a + b * x))))
            ga, gb = ga + error, gb + error * x
        a, b = a + 0.5 * ga / len(data), b + 0.05 * gb / len(data)
    print(f"logit of right = {a:.3f} + {b:.3f} * logit of confidence")


if __name__ == "__main__":
    main()
