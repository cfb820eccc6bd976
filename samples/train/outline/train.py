"""Trains the outline network on photographs of the project's generator and on composed ones; see README.md."""

import argparse
import copy
import json
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch

from compose import SIZES
from model import CELLS, STEP, Outline

BATCH = 24
#: Pixels of the picture for one cell of the mask.
CELL = 4 // CELLS


def coverage(quad, rows, columns):
    """How much of each cell the document covers, 0..1."""
    fine = 4
    mask = np.zeros((rows * fine, columns * fine), np.uint8)
    if quad is not None and np.isfinite(quad).all():
        points = np.clip(quad * (fine / CELL) - 0.5, -4000, 4000)
        cv2.fillConvexPoly(mask, (points * 16).round().astype(np.int32), 255, shift=4)
    return cv2.resize(mask, (columns, rows), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def visible(quad, size):
    """Square pixels of a quad inside a picture, and of all of it."""
    frame = np.float32([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]])
    return cv2.intersectConvexConvex(np.float32(quad), frame)[0], cv2.contourArea(np.float32(quad))


class Shots:
    """Photographs as `shots` writes them, cut out and turned anew each time."""

    def __init__(self):
        self.known, self.list, self.pictures = set(), [], {}

    def look(self, folders):
        for folder in sorted(set(folders) - self.known):
            self.known.add(folder)
            for shot in json.loads((folder / "truth.json").read_text()):
                self.list.append((folder / shot["file"], np.float32(shot["quad"])))

    def __len__(self):
        return len(self.list)

    def picture(self, i):
        if i not in self.pictures:
            self.pictures[i] = cv2.imread(str(self.list[i][0]), cv2.IMREAD_REDUCED_COLOR_2)
        return self.pictures[i], self.list[i][1] / 2

    def of(self, rng, i, size):
        """A part of the photograph in the wanted size, or all of it where the proportions are the same."""
        image, quad = self.picture(i)
        if rng.random() < 0.5 and (image.shape[1] > image.shape[0]) != (size[0] > size[1]):
            image, quad = np.rot90(image), np.stack([quad[:, 1], image.shape[1] - quad[:, 0]], 1)
        height, width = image.shape[:2]
        most = min(width / size[0], height / size[1])
        for attempt in range(4):
            zoom = 1.0 if rng.random() < 0.5 or attempt == 3 else rng.uniform(1, 2.0)
            w, h = most * size[0] / zoom, most * size[1] / zoom
            if attempt == 3:
                x, y = np.clip(quad.mean(0) - (w / 2, h / 2), 0, (width - w, height - h))
            else:
                x, y = rng.uniform(0, width - w + 1e-3), rng.uniform(0, height - h + 1e-3)
            x, y, w, h = int(x), int(y), int(w), int(h)
            inside, whole = visible(quad - (x, y), (w, h))
            if inside == 0 and zoom > 1.2 and rng.random() < 0.5:
                quad = None
                break
            if inside > 0.5 * whole or inside > 0.3 * w * h:
                quad = (quad - (x, y)) * (size[0] / w, size[1] / h)
                break
        else:
            quad = (quad - (x, y)) * (size[0] / w, size[1] / h)
        return cv2.resize(np.ascontiguousarray(image[y:y + h, x:x + w]), size, interpolation=cv2.INTER_AREA), quad


def varied(rng, image, quad):
    """Mirrored, and a little different in colour."""
    height, width = image.shape[:2]
    quad = None if quad is None else np.array(quad)
    if rng.random() < 0.5:
        image = image[:, ::-1]
        quad = None if quad is None else (width, 0) + quad * (-1, 1)
    if rng.random() < 0.5:
        image = image[::-1]
        quad = None if quad is None else (0, height) + quad * (1, -1)
    image = image.astype(np.float32)
    if rng.random() < 0.3:
        image = image * rng.uniform(0.9, 1.1, 3).astype(np.float32)
    if rng.random() < 0.2:
        image = 255 * (np.clip(image, 0, 255) / 255) ** rng.uniform(0.7, 1.4)
    return image, quad


def tensor(image):
    """Mean 0, deviation 1, filled up with 0, as `find/network.rs` does it. Red comes first."""
    height, width = image.shape[:2]
    image = np.float32(image)
    image = (image - image.mean()) / max(image.std(), 8.0)
    out = np.zeros((3, -(-height // STEP) * STEP, -(-width // STEP) * STEP), np.float32)
    out[:, :height, :width] = image[..., ::-1].transpose(2, 0, 1)
    return out


def batch(samples):
    """Pictures, masks and how much each cell counts."""
    pictures = np.stack([tensor(image) for image, _ in samples])
    rows, columns = pictures.shape[2] // CELL, pictures.shape[3] // CELL
    height, width = samples[0][0].shape[:2]
    masks = np.stack([coverage(quad, rows, columns) for _, quad in samples])
    weights = np.zeros_like(masks)
    for mask, weight in zip(masks, weights):
        near = cv2.dilate(mask, np.ones((5, 5))) - cv2.erode(mask, np.ones((5, 5)))
        weight[: height // CELL, : width // CELL] = (1 + 3 * near)[: height // CELL, : width // CELL]
    return [torch.from_numpy(x) for x in (pictures, masks, weights)]


def scores(model, pictures):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(pictures.contiguous(memory_format=torch.channels_last))
    return torch.nn.functional.pixel_shuffle(out.float(), CELLS)[:, 0]


def loss_of(model, samples):
    pictures, masks, weights = batch(samples)
    logits = scores(model, pictures)
    cross = torch.nn.functional.binary_cross_entropy_with_logits(logits, masks, weights, reduction="sum") / weights.sum()
    inside = torch.sigmoid(logits) * (weights > 0)
    masks = masks * (weights > 0)
    common, both = (inside * masks).sum((1, 2)), (inside + masks).sum((1, 2))
    dice = 1 - (2 * common + 20) / (both + 20)
    return cross + 0.5 * dice.mean()


def measured(model, samples):
    """Mean common share of masks and truth, and the share of empty pictures in which nothing is seen."""
    model.eval()
    shares, empty = [], []
    with torch.no_grad():
        for image, quad in samples:
            pictures, masks, weights = batch([(image, quad)])
            seen = (scores(model, pictures) > 0) & (weights > 0)
            truth = (masks > 0.5) & (weights > 0)
            if truth.any():
                shares.append(((seen & truth).sum() / (seen | truth).sum()).item())
            else:
                empty.append(float(seen.float().mean() < 0.005))
    model.train()
    return round(float(np.mean(shares)), 4), round(float(np.quantile(shares, 0.05)), 3), round(float(np.mean(empty or [0])), 2)


class Composed:
    """Photographs of the compositor, as they come."""

    def __init__(self, folder):
        self.folder, self.known, self.shards = folder, set(), {size: [] for size in SIZES}
        self.check = None

    def look(self):
        for path in sorted(self.folder.glob("0*.npz")):
            if path in self.known:
                continue
            self.known.add(path)
            with np.load(path) as shard:
                pictures, quads = shard["pictures"], shard["quads"]
            if self.check is None:
                self.check = [(p, q if np.isfinite(q).all() else None) for p, q in zip(pictures[:150], quads)]
                continue
            self.shards[pictures.shape[2], pictures.shape[1]].append((pictures, quads))

    def of(self, rng, size):
        shards = self.shards[size]
        # New ones more often than old ones.
        pictures, quads = shards[int(len(shards) * rng.random() ** 0.7)]
        i = int(rng.integers(len(pictures)))
        return pictures[i], quads[i] if np.isfinite(quads[i]).all() else None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("shots", type=Path, help="a folder with folders as `shots` writes them")
    options.add_argument("composed", type=Path, help="a folder as compose.py writes it; more may come while it runs")
    options.add_argument("--steps", type=int, default=6000)
    options.add_argument("--minutes", type=float, default=600, help="the whole schedule takes no longer than this")
    options.add_argument("--rate", type=float, default=4e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--start", type=Path, help="weights to go on from")
    options.add_argument("--out", type=Path, default=Path("target/outline.pt"))
    chosen = options.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.manual_seed(chosen.seed)
    rng = np.random.default_rng(chosen.seed)
    model = Outline().to(memory_format=torch.channels_last)
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start))
    mean = copy.deepcopy(model)
    print(sum(p.numel() for p in model.parameters()), "parameters", flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), chosen.rate, weight_decay=0.02)
    shots, first, composed = Shots(), Shots(), Composed(chosen.composed)

    def look():
        folders = sorted(path.parent for path in chosen.shots.glob("*/truth.json"))
        first.look(folders[:1])
        shots.look(folders[1:])
        composed.look()

    look()
    check = [first.of(np.random.default_rng(i), i, (224, 126)) for i in range(len(first))]
    began, sums, step, done = time.time(), [], 0, 0.0
    while done < 1:
        done = max(step / chosen.steps, (time.time() - began) / 60 / chosen.minutes)
        rate = chosen.rate * min(1, (step + 1) / 100) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, done))))
        for group in optimiser.param_groups:
            group["lr"] = rate
        usable = [size for size in SIZES if composed.shards[size]]
        size = usable[0] if rng.random() < 0.6 else usable[int(rng.integers(len(usable)))]
        samples = [shots.of(rng, int(rng.integers(len(shots))), size) for _ in range(BATCH // 2)]
        samples += [composed.of(rng, size) for _ in range(BATCH - len(samples))]
        loss = loss_of(model, [varied(rng, *sample) for sample in samples])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimiser.step()
        keep = min(0.995, step / (step + 20))
        with torch.no_grad():
            for a, b in zip(mean.state_dict().values(), model.state_dict().values()):
                if a.dtype.is_floating_point:
                    a.lerp_(b, 1 - keep)
                else:
                    a.copy_(b)
        sums.append(loss.item())
        step += 1
        if step % 50 == 0:
            look()
        if step % 250 == 0 or done >= 1:
            print(f"{step} steps, {(time.time() - began) / 60:.1f} min, {len(shots)} shots, {len(composed.known)} shards, loss {np.mean(sums):.4f}, shots {measured(mean, check)}, composed {measured(mean, composed.check)}", flush=True)
            sums = []
            torch.save(mean.state_dict(), chosen.out)


if __name__ == "__main__":
    main()
