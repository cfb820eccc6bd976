"""Photographs of any flat thing on any ground, put together from what `textures.py` draws, and their true corners."""

import argparse
from pathlib import Path

import cv2
import numpy as np

import textures

#: Width and height of the pictures: the longer side is what the network wants.
SIZES = [(224, 126), (224, 168), (168, 224), (126, 224)]
FIRST_SEED = 20_000_000
#: From this shard on there are more sheets around the document, more pictures without one, and less hopeless light.
CROWDED_FROM = 50


class Stock:
    """Documents and grounds to choose from: drawing them anew for every photograph would take long."""

    def __init__(self, rng, pages=160, grounds=70, specimens=()):
        self.pages = [textures.page(rng) for _ in range(pages)]
        for image in specimens:
            self.pages.append((image, 0.06 if 1.5 < image.shape[1] / image.shape[0] < 1.65 else 0.0))
        self.grounds = [textures.ground(rng) for _ in range(grounds)]


def recoloured(rng, image):
    image = image.astype(np.float32)
    if rng.random() < 0.25:
        image = image[..., rng.permutation(3)]
    if rng.random() < 0.5:
        image = image * rng.uniform(0.8, 1.1, 3).astype(np.float32)
    if rng.random() < 0.3:
        image = 255 * (np.clip(image, 0, 255) / 255) ** rng.uniform(0.6, 1.7)
    return np.clip(image, 0, 255).astype(np.uint8)


def seen(rng, proportions, size, fill=None, middle=None):
    """Corners of a rectangle that is `proportions` times as wide as high, as a camera sees it."""
    width, height = size
    turn = rng.normal(0, 9) if rng.random() < 0.6 else rng.uniform(-45, 45)
    turn += rng.choice([0, 0, 0, 90, 180, 270])
    tilt = np.radians(abs(rng.normal(0, 14)) if rng.random() < 0.7 else rng.uniform(0, 55))
    axis, focal = rng.uniform(0, 2 * np.pi), rng.uniform(0.75, 2.0)
    corners = np.array([[-proportions, -1], [proportions, -1], [proportions, 1], [-proportions, 1]], np.float64)
    corners /= np.hypot(proportions, 1)
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    corners = corners @ np.array([[c, s], [-s, c]])
    along, aside = corners @ (np.cos(axis), np.sin(axis)), corners @ (-np.sin(axis), np.cos(axis))
    deep = aside * np.sin(tilt) * 0.5 / focal
    aside = aside * np.cos(tilt)
    x, y = along * np.cos(axis) - aside * np.sin(axis), along * np.sin(axis) + aside * np.cos(axis)
    quad = np.stack([x, y], 1) / (1 + deep)[:, None]
    span = np.ptp(quad, axis=0)
    if fill is None:
        fill = rng.choice([rng.uniform(0.5, 0.98), rng.uniform(0.2, 0.5), rng.uniform(0.98, 1.5)], p=[.71, .17, .12])
    quad *= fill / max(span[0] / width, span[1] / height)
    low, high = quad.min(0), quad.max(0)
    if middle is None:
        free = np.array(size) - (high - low)
        at = rng.uniform(0, 1, 2) * free
        if rng.random() < 0.14:
            # Beyond the rim.
            at += rng.uniform(-0.35, 0.35, 2) * (high - low)
        return (quad - low + at).astype(np.float32)
    return (quad + middle).astype(np.float32)


def laid(rng, canvas, image, rounded, quad, bend=True):
    """Lays a flat thing onto the canvas; gives back how much of each pixel it covers."""
    height, width = image.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    longest = max(np.linalg.norm(quad[i] - quad[(i + 1) % 4]) for i in range(4))
    small = min(1.0, 1.3 * longest / max(width, height))
    if small < 0.8:
        image = cv2.resize(image, None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
    corners *= (image.shape[1] / width, image.shape[0] / height)
    height, width = image.shape[:2]
    cover = np.full((height, width), 255, np.uint8)
    if rounded:
        r = int(rounded * min(width, height)) + 1
        cover[:] = 0
        cv2.rectangle(cover, (r, 0), (width - r - 1, height), 255, -1)
        cv2.rectangle(cover, (0, r), (width, height - r - 1), 255, -1)
        for x in (r, width - r - 1):
            for y in (r, height - r - 1):
                cv2.circle(cover, (x, y), r, 255, -1, cv2.LINE_AA)
    matrix = cv2.getPerspectiveTransform(corners, quad)
    size = canvas.shape[1], canvas.shape[0]
    if bend and rng.random() < 0.3:
        # A sheet that does not lie flat: what is seen is moved a little, corners stay.
        back = np.linalg.inv(matrix)
        ys, xs = np.mgrid[0:size[1], 0:size[0]].astype(np.float32)
        w = back[2, 0] * xs + back[2, 1] * ys + back[2, 2]
        u = ((back[0, 0] * xs + back[0, 1] * ys + back[0, 2]) / w / width).astype(np.float32)
        v = ((back[1, 0] * xs + back[1, 1] * ys + back[1, 2]) / w / height).astype(np.float32)
        a, b = rng.normal(0, 0.012, 2)
        u2 = u + a * np.sin(np.pi * np.clip(v, 0, 1))
        v2 = v + b * np.sin(np.pi * np.clip(u, 0, 1))
        u2, v2 = (u2 * width).astype(np.float32), (v2 * height).astype(np.float32)
        seen = cv2.remap(image, u2, v2, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        alpha = cv2.remap(cover, u2, v2, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    else:
        seen = cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        alpha = cv2.warpPerspective(cover, matrix, size, flags=cv2.INTER_LINEAR)
    alpha = alpha.astype(np.float32) / 255
    if rng.random() < 0.7:
        # Its shadow.
        depth, soft, off = rng.uniform(0.1, 0.6), rng.uniform(0.6, 7), rng.normal(0, 3, 2)
        dark = cv2.warpAffine(alpha, np.float32([[1, 0, off[0]], [0, 1, off[1]]]), size)
        canvas *= (1 - depth * cv2.GaussianBlur(dark, (0, 0), soft))[..., None]
    if rng.random() < 0.3:
        # The thickness of a card, a book or a pile is lit or dark.
        rim = cv2.warpAffine(alpha, np.float32([[1, 0, rng.normal(0, 1.2)], [0, 1, rng.normal(0, 1.2)]]), size)
        canvas += (np.array(textures.colour(rng)) - canvas) * rim[..., None]
    canvas += (seen - canvas) * alpha[..., None]
    return alpha


def skin(rng):
    tone = rng.uniform(0.25, 1)
    return np.array([120, 150, 215]) * tone + rng.normal(0, 8, 3)


def hand(rng, canvas, aim):
    """Fingers that come from the rim of the picture."""
    height, width = canvas.shape[:2]
    paint, thick = skin(rng), rng.uniform(0.03, 0.085) * max(height, width)
    side = rng.integers(4)
    start = np.array([(rng.uniform(0, width), -40), (width + 40, rng.uniform(0, height)), (rng.uniform(0, width), height + 40), (-40, rng.uniform(0, height))][side])
    way = (aim - start) / (np.linalg.norm(aim - start) + 1e-6)
    across = np.array([-way[1], way[0]])
    layer, cover = np.zeros_like(canvas), np.zeros((height, width), np.uint8)

    def limb(a, b, wide):
        for share, light in ((1.0, 0.72), (0.8, 0.9), (0.5, 1.0), (0.2, 1.06)):
            cv2.line(layer, tuple(int(v) for v in a), tuple(int(v) for v in b), tuple(paint * light), max(1, int(wide * share)), cv2.LINE_AA)
        cv2.line(cover, tuple(int(v) for v in a), tuple(int(v) for v in b), 255, max(1, int(wide)), cv2.LINE_AA)

    count = int(rng.integers(1, 5))
    for finger in range(count):
        tip = aim + across * (finger - (count - 1) / 2) * thick * rng.uniform(1.0, 1.3) - way * rng.uniform(0, 1.2) * thick
        base = tip - way * thick * rng.uniform(3, 5) + across * rng.normal(0, 0.5) * thick
        limb(base, tip, thick)
        if rng.random() < 0.6:
            cv2.ellipse(layer, tuple(int(v) for v in tip), (max(1, int(thick * .3)), max(1, int(thick * .25))), float(np.degrees(np.arctan2(way[1], way[0]))), 0, 360,
                        tuple(paint * 1.1 + 12), -1, cv2.LINE_AA)
    palm = aim - way * thick * rng.uniform(3.5, 5)
    limb(palm - way * max(height, width), palm, thick * rng.uniform(2.5, 4.2))
    layer = cv2.GaussianBlur(layer, (0, 0), 1.2)
    alpha = cover.astype(np.float32)[..., None] / 255
    if rng.random() < 0.6:
        off = rng.normal(0, 5, 2)
        dark = cv2.GaussianBlur(cv2.warpAffine(alpha[..., 0], np.float32([[1, 0, off[0]], [0, 1, off[1]]]), (width, height)), (0, 0), rng.uniform(2, 8))
        canvas *= (1 - rng.uniform(0.1, 0.5) * dark)[..., None]
    canvas += (layer - canvas) * alpha


def face(rng, canvas):
    """Somebody in front of the camera."""
    height, width = canvas.shape[:2]
    middle, size, paint = rng.uniform(.3, .7, 2) * (width, height), rng.uniform(.15, .4) * height, skin(rng)
    at = lambda x, y: (int(middle[0] + x * size), int(middle[1] + y * size))
    cv2.ellipse(canvas, at(0, 2.4), (int(size * 1.9), int(size * 1.4)), 0, 0, 360, textures.colour(rng), -1, cv2.LINE_AA)
    cv2.ellipse(canvas, at(0, -.15), (int(size * .85), int(size * 1.1)), 0, 0, 360, textures.colour(rng, 5, 90), -1, cv2.LINE_AA)
    cv2.ellipse(canvas, at(0, .1), (int(size * .7), int(size * .95)), 0, 0, 360, tuple(paint), -1, cv2.LINE_AA)
    for x in (-.28, .28):
        cv2.ellipse(canvas, at(x, -.1), (int(size * .13), int(size * .06)), 0, 0, 360, (40, 40, 40), -1, cv2.LINE_AA)
    cv2.ellipse(canvas, at(0, .55), (int(size * .25), int(size * .07)), 0, 0, 360, tuple(paint * (.6, .6, .85)), -1, cv2.LINE_AA)


def thing(rng, canvas, sheets=True):
    """A pen, a cup, a cable, a phone: something that is no document."""
    height, width = canvas.shape[:2]
    at = rng.uniform(0, 1, 2) * (width, height)
    paint, size = textures.colour(rng), rng.uniform(.03, .25) * height
    way = rng.uniform(0, 2 * np.pi)
    other = at + np.array([np.cos(way), np.sin(way)]) * size * rng.uniform(1, 5)
    a, b = tuple(int(v) for v in at), tuple(int(v) for v in other)
    choice = rng.integers(5 if sheets else 4)
    if choice == 0:
        cv2.line(canvas, a, b, paint, max(1, int(size * rng.uniform(.03, .3))), cv2.LINE_AA)
    elif choice == 1:
        cv2.ellipse(canvas, a, (int(size), int(size * rng.uniform(.5, 1))), float(np.degrees(way)), 0, 360, paint, int(rng.choice([-1, -1, 2, 5])), cv2.LINE_AA)
        cv2.ellipse(canvas, a, (int(size * .7), int(size * .5)), float(np.degrees(way)), 0, 360, textures.colour(rng), -1, cv2.LINE_AA)
    elif choice == 2:
        points = at + np.cumsum(rng.normal(0, size * .35, (12, 2)), 0)
        cv2.polylines(canvas, [points.astype(np.int32)], False, paint, max(1, int(rng.uniform(1, 6))), cv2.LINE_AA)
    elif choice == 3:
        points = (at + rng.normal(0, size, (int(rng.integers(3, 7)), 2))).astype(np.int32)
        cv2.fillConvexPoly(canvas, cv2.convexHull(points), paint, cv2.LINE_AA)
    else:
        cv2.fillConvexPoly(canvas, seen(rng, rng.uniform(.4, 2.5), (width, height), rng.uniform(.08, .35), at).astype(np.int32), paint, cv2.LINE_AA)


def lit(rng, canvas, quad):
    """Light from the side, shadows, lamps mirrored."""
    height, width = canvas.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    xs, ys = xs / width - .5, ys / height - .5
    slope = rng.normal(0, .22, 2)
    light = 1 + float(slope[0]) * xs + float(slope[1]) * ys - rng.uniform(0, .4) * (xs * xs + ys * ys)
    while rng.random() < .3:
        angle, at = rng.uniform(0, 2 * np.pi), rng.uniform(-.3, .3, 2)
        inside = (xs - at[0]) * np.cos(angle) + (ys - at[1]) * np.sin(angle)
        if rng.random() < .4:
            inside = rng.uniform(.1, .4) - np.hypot(xs - at[0], ys - at[1])
        light *= 1 - rng.uniform(.15, .75) * np.clip(inside / rng.uniform(.01, .2) + .5, 0, 1)
    canvas *= np.maximum(light, .05).astype(np.float32)[..., None]
    if rng.random() < .18:
        for _ in range(int(rng.integers(1, 3))):
            at = quad.mean(0) + rng.normal(0, .25, 2) * np.ptp(quad, axis=0) if quad is not None else rng.uniform(0, 1, 2) * (width, height)
            angle, reach = rng.uniform(0, np.pi), height * rng.uniform(.03, .2)
            dx, dy = xs * width + width / 2 - at[0], ys * height + height / 2 - at[1]
            u = (dx * np.cos(angle) + dy * np.sin(angle)) / (reach * rng.uniform(1, 4))
            v = (dy * np.cos(angle) - dx * np.sin(angle)) / reach
            canvas += (rng.uniform(40, 500) / (1 + (u * u + v * v) ** int(rng.integers(1, 4)))).astype(np.float32)[..., None]


def taken(rng, canvas, size, crowded):
    """What a camera makes of it, at the network's size."""
    if rng.random() < .12:
        length, angle = rng.uniform(3, 22), rng.uniform(0, np.pi)
        n = int(length) | 1
        kernel = np.zeros((n, n), np.float32)
        m = n // 2
        cv2.line(kernel, (int(m - m * np.cos(angle)), int(m - m * np.sin(angle))), (int(m + m * np.cos(angle)), int(m + m * np.sin(angle))), 1, 1)
        canvas = cv2.filter2D(canvas, -1, kernel / kernel.sum())
    if rng.random() < .35:
        canvas = cv2.GaussianBlur(canvas, (0, 0), 10 ** rng.uniform(-.3, .75))
    image = cv2.resize(canvas, size, interpolation=cv2.INTER_AREA)
    image *= (rng.uniform(.6, 1.1) if rng.random() < .75 else 10 ** (rng.uniform(-1.1, .4) if crowded else rng.uniform(-1.3, .7))) * rng.uniform(.85, 1.15, 3).astype(np.float32)
    image = 255 * (np.clip(image, 0, 255) / 255) ** rng.uniform(.75, 1.35)
    if rng.random() < .15:
        image = image * rng.uniform(.4, 1) + rng.uniform(0, 90)
    if rng.random() < .06:
        image = np.repeat(image.mean(2, keepdims=True), 3, 2)
    image += rng.standard_normal(image.shape, np.float32) * 10 ** rng.uniform(-.5, 1.05)
    image = np.clip(image, 0, 255).astype(np.uint8)
    if rng.random() < .35:
        quality = int(rng.uniform(15, 60) if rng.random() < .35 else rng.uniform(60, 95))
        image = cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    return image


def photograph(rng, stock, size, crowded):
    """A picture of `size` (width, height) and the corners in it, or None where no document is there."""
    scale = float(rng.choice([1.3, 1.6, 2.0]))
    width, height = int(size[0] * scale), int(size[1] * scale)

    def of(images):
        return images[int(rng.integers(len(images)))]

    image = recoloured(rng, of(stock.grounds))
    side = image.shape[0]
    around = seen(rng, 1.0, (width, height), 1.0, np.array([width, height]) / 2)
    around = (around - around.mean(0)) * rng.uniform(1.8, 4.5) + around.mean(0)
    matrix = cv2.getPerspectiveTransform(np.float32([[0, 0], [side, 0], [side, side], [0, side]]), around.astype(np.float32))
    canvas = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT).astype(np.float32)

    quad = None
    if rng.random() < (.14 if crowded else .08):
        for _ in range(int(rng.integers(0, 6))):
            thing(rng, canvas, sheets=False)
        if rng.random() < .4:
            face(rng, canvas)
        if rng.random() < .4:
            hand(rng, canvas, rng.uniform(.1, .9, 2) * (width, height))
    else:
        page, rounded = of(stock.pages)
        page = recoloured(rng, page) if rng.random() < .5 else page
        quad = seen(rng, page.shape[1] / page.shape[0], (width, height))
        middle = quad.mean(0)
        if rng.random() < .35:
            for _ in range(int(rng.integers(1, 8))):
                thing(rng, canvas)
        if rng.random() < (.45 if crowded else .3):
            # Sheets that lie around and below it.
            for _ in range(int(rng.integers(1, 4))):
                other, round_other = of(stock.pages)
                at = rng.uniform(-.1, 1.1, 2) * (width, height)
                if crowded and rng.random() < .6:
                    at = middle + rng.normal(0, .5, 2) * np.ptp(quad, axis=0)
                laid(rng, canvas, other, round_other, seen(rng, other.shape[1] / other.shape[0], (width, height), rng.uniform(.2, .8), at))
        if rng.random() < .2:
            # A folder, tray or larger sheet right under it.
            under = (quad - middle) * rng.uniform(1.06, 1.7) * rng.uniform(.97, 1.03, (4, 2)) + middle + rng.normal(0, .04, 2) * np.ptp(quad, axis=0)
            if rng.random() < .35:
                other, _ = of(stock.pages)
            else:
                other = np.full((120, 120, 3), textures.colour(rng), np.uint8)
                if rng.random() < .4:
                    cv2.rectangle(other, (0, 0), (119, 119), textures.colour(rng), int(rng.integers(2, 10)))
            laid(rng, canvas, other, 0.0, under.astype(np.float32))
        if rng.random() < .15:
            # On a ground of its own colour.
            mean = page.reshape(-1, 3)[:: 37].mean(0) if rng.random() < .5 else page[2:6].reshape(-1, 3).mean(0)
            canvas = canvas * .12 + np.clip(mean * rng.uniform(.9, 1.1), 0, 255) * .88
        if rng.random() < .12:
            hand(rng, canvas, middle + rng.normal(0, .3, 2) * np.ptp(quad, axis=0))
        laid(rng, canvas, page, rounded, quad, bend=not rounded)
        if rng.random() < .22:
            i = int(rng.integers(4))
            edge = quad[i] + (quad[(i + 1) % 4] - quad[i]) * rng.uniform(0, 1)
            hand(rng, canvas, edge + (middle - edge) * rng.uniform(-.1, .45))
        if rng.random() < .06:
            thing(rng, canvas, sheets=False)
    lit(rng, canvas, quad)
    picture = taken(rng, canvas, size, crowded)
    return picture, None if quad is None else quad * (size[0] / width, size[1] / height)


def shard(number, specimens, count=256):
    """The photographs of one shard, all of one size, and their corners (not a number where there are none)."""
    rng = np.random.default_rng(FIRST_SEED + number)
    size = SIZES[int(rng.choice(len(SIZES), p=[.6, .16, .12, .12]))]
    stock = Stock(rng, 40, 24, [specimens[int(i)] for i in rng.integers(0, len(specimens), 14)] if specimens else ())
    pictures, quads = np.zeros((count, size[1], size[0], 3), np.uint8), np.full((count, 4, 2), np.nan, np.float32)
    for i in range(count):
        pictures[i], quad = photograph(rng, stock, size, number >= CROWDED_FROM)
        if quad is not None:
            quads[i] = quad
    return pictures, quads


def main():
    options = argparse.ArgumentParser()
    options.add_argument("specimens", type=Path, help="a folder with documents as `shots --flat` writes them (PNG)")
    options.add_argument("out", type=Path)
    options.add_argument("--first", type=int, default=0, help="the first shard")
    options.add_argument("--shards", type=int, default=100, help="the one after the last")
    chosen = options.parse_args()
    cv2.setNumThreads(1)
    chosen.out.mkdir(parents=True, exist_ok=True)
    specimens = []
    for path in sorted(chosen.specimens.glob("*.png")):
        image = cv2.imread(str(path))
        scale = 420 / max(image.shape[:2])
        specimens.append(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    for number in range(chosen.first, chosen.shards):
        pictures, quads = shard(number, specimens)
        with open(chosen.out / "part", "wb") as file:
            np.savez(file, pictures=pictures, quads=quads)
        (chosen.out / "part").rename(chosen.out / f"{number:04}.npz")


if __name__ == "__main__":
    main()
