"""Trains the line recogniser. Each line is drawn from a seed of its own; see README.md."""

import argparse
import copy
import math
import time
from pathlib import Path

import numpy as np
import torch

import render
import words
from model import CLASSES, STEP, Lines, texts

#: Seeds below are for measuring; training starts here.
FIRST_SEED = 10_000_000
CHUNK, BATCH = 768, 48


def tensor(grey):
    """Mean 0, deviation 1, as the reader in Rust does it."""
    x = np.asarray(render.to_height(grey), np.float32)
    return (x - x.mean()) / max(x.std(), 4.0)


def batch(lines, noise=None):
    """Pads lines of about the same width; `noise` changes those that are seen a second time."""
    width = max(x.shape[1] for _, _, x in lines)
    width = -(-width // 32) * 32
    x = np.zeros((len(lines), 1, render.HEIGHT, width), np.float32)
    for row, (_, _, line) in zip(x, lines):
        if noise is not None:
            line = line * noise.uniform(0.7, 1.3) * noise.choice([1, 1, 1, -1]) + noise.uniform(0, 0.3) * noise.standard_normal(line.shape, np.float32)
        row[0, :, : line.shape[1]] = line
    return torch.from_numpy(x), [line.shape[1] for _, _, line in lines]


def chunk(first, held_out=False):
    out = []
    for seed in range(first, first + CHUNK):
        kind, text, grey = render.line(seed, held_out)
        out.append((kind, text, tensor(grey)))
    return out


def batches(lines, rng):
    """Lines of about the same width together, in mixed order."""
    lines = sorted(lines, key=lambda line: line[2].shape[1] + rng.uniform(0, 40))
    parts = [lines[i:i + BATCH] for i in range(0, len(lines), BATCH)]
    rng.shuffle(parts)
    return parts


def loss_of(model, lines, noise=None):
    x, widths = batch(lines, noise)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(x.to(memory_format=torch.channels_last))
    logs = scores.float().log_softmax(1).permute(2, 0, 1)
    targets = torch.tensor([words.ALPHABET.index(c) + 1 for _, text, _ in lines for c in text], dtype=torch.long)
    return torch.nn.functional.ctc_loss(
        logs, targets, torch.tensor([-(-w // STEP) for w in widths]), torch.tensor([len(text) for _, text, _ in lines]),
        blank=0, reduction="sum", zero_infinity=True) / len(lines)


def exact(model, lines):
    """Exact matches by kind."""
    model.eval()
    right = {}
    with torch.no_grad():
        for i in range(0, len(lines), BATCH):
            part = lines[i:i + BATCH]
            x, widths = batch(part)
            for (kind, text, _), read in zip(part, texts(model(x), widths)):
                right.setdefault(kind, []).append(read == text)
    model.train()
    return {kind: sum(hits) / len(hits) for kind, hits in sorted(right.items())} | {"all": sum(map(sum, right.values())) / len(lines)}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--chunks", type=int, default=500, help="of 768 new lines each")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--start", type=Path, help="weights to go on from")
    options.add_argument("--out", type=Path, default=Path("target/lines.pt"))
    options.add_argument("--hours", type=float, default=9, help="stop after so long whatever is left")
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    rng = np.random.default_rng(chosen.seed)
    model = Lines().to(memory_format=torch.channels_last)
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start))
    mean = copy.deepcopy(model)
    print(sum(p.numel() for p in model.parameters()), "parameters,", CLASSES, "classes", flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), chosen.rate, weight_decay=0.01)
    check = sorted((line for first in (0, CHUNK) for line in chunk(first, held_out=True)), key=lambda l: l[2].shape[1])
    before, step, began, sums = [], 0, time.time(), []
    for n in range(chosen.chunks):
        fresh = chunk(FIRST_SEED * chosen.seed + n * CHUNK)
        for part, noise in [(p, None) for p in batches(fresh, rng)] + [(p, rng) for p in batches(before, rng)]:
            done = n / chosen.chunks
            rate = chosen.rate * min(1, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss = loss_of(model, part, noise)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            keep = min(0.998, step / (step + 20))
            with torch.no_grad():
                for a, b in zip(mean.state_dict().values(), model.state_dict().values()):
                    if a.dtype.is_floating_point:
                        a.lerp_(b, 1 - keep)
                    else:
                        a.copy_(b)
            sums.append(loss.item())
            step += 1
        before = fresh
        if n % 10 == 9 or n + 1 == chosen.chunks:
            found = exact(mean, check) if n % 40 == 39 or n + 1 == chosen.chunks else {}
            print(f"{n + 1} chunks, {step} steps, {(time.time() - began) / 60:.1f} min, loss {np.mean(sums):.3f}", {k: round(v, 3) for k, v in found.items()}, flush=True)
            sums = []
            torch.save(mean.state_dict(), chosen.out)
        if time.time() - began > chosen.hours * 3600:
            break


if __name__ == "__main__":
    main()
