"""What the compositor lays on top of each other: flat documents of any design, and grounds. All made up here."""

import cv2
import numpy as np


def colour(rng, least=0, most=255, grey=0.4):
    """A colour, often nearly grey."""
    base = rng.uniform(least, most)
    spread = rng.uniform(0, 14) if rng.random() < grey else rng.uniform(10, 110)
    return tuple(float(v) for v in np.clip(base + rng.uniform(-spread, spread, 3), 0, 255))


def clouds(rng, height, width, cell, deviation):
    """Smooth random light, `cell` pixels between its hills."""
    small = rng.normal(0, deviation, (max(2, height // cell + 2), max(2, width // cell + 2))).astype(np.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def ground(rng, side=640):
    """A table, floor, cloth, tray or wall."""
    make = rng.choice([plain, wood, tiles, cloth, stripes, stone, dots, keys, bars], p=[.2, .2, .11, .11, .09, .11, .04, .05, .09])
    image = make(rng, side)
    if rng.random() < 0.5:
        image = image + clouds(rng, side, side, int(rng.integers(60, 300)), rng.uniform(3, 22))[..., None]
    if rng.random() < 0.3:
        image = image + rng.normal(0, rng.uniform(2, 12), image.shape)
    return np.clip(image, 0, 255).astype(np.uint8)


def plain(rng, side):
    image = np.full((side, side, 3), colour(rng), np.float32)
    if rng.random() < 0.35:
        image[:] = rng.uniform(200, 252) + rng.uniform(-6, 6, 3)
    if rng.random() < 0.2:
        image[:] = rng.uniform(8, 50) + rng.uniform(-5, 5, 3)
    return image


def wood(rng, side):
    image = plain(rng, side)
    tone = np.array([rng.uniform(.5, .8), rng.uniform(.7, .9), 1.0])
    if rng.random() < 0.8:
        image[:] = np.clip(rng.uniform(60, 240) * tone, 0, 255)
    grain = rng.normal(0, 1, (side // int(rng.integers(1, 5)), max(2, side // int(rng.integers(60, 300))))).astype(np.float32)
    grain = cv2.resize(grain, (side, side), interpolation=cv2.INTER_CUBIC)
    ys, xs = np.mgrid[0:side, 0:side].astype(np.float32)
    wave = ys + clouds(rng, side, side, int(rng.integers(80, 300)), rng.uniform(0, 25))
    grain = cv2.remap(grain, xs, wave, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    image += grain[..., None] * rng.uniform(3, 26) * (1.3 - tone)[None, None] * 1.6
    if rng.random() < 0.5:
        step = int(rng.integers(60, 260))
        for at in range(int(rng.integers(0, step)), side, step):
            image[at:at + int(rng.integers(1, 5))] *= rng.uniform(.3, .8)
            image[at:at + step] += rng.uniform(-12, 12)
    return image


def tiles(rng, side):
    image = plain(rng, side)
    w, h, gap = int(rng.integers(40, 260)), int(rng.integers(40, 260)), int(rng.integers(1, 8))
    if rng.random() < 0.6:
        h = w
    second, chess = np.array(colour(rng)), rng.random() < 0.3
    for row, y in enumerate(range(0, side, h)):
        for column, x in enumerate(range(0, side, w)):
            tile = image[y:y + h, x:x + w]
            tile += rng.uniform(-6, 6)
            if chess and (row + column) % 2:
                tile[:] = second
    joint = np.array(colour(rng))
    for y in range(0, side, h):
        image[y:y + gap] = joint
    for x in range(0, side, w):
        image[:, x:x + gap] = joint
    return image


def cloth(rng, side):
    image = plain(rng, side)
    if rng.random() < 0.6:
        pitch = int(rng.integers(2, 7))
        image[::pitch] *= rng.uniform(.6, .95)
        image[:, ::pitch] *= rng.uniform(.6, .95)
    for _ in range(int(rng.integers(0, 4))):
        paint, pitch, wide = np.array(colour(rng)), int(rng.integers(16, 150)), int(rng.integers(3, 60))
        share = rng.uniform(.2, .8)
        for at in range(int(rng.integers(0, pitch)), side, pitch):
            image[at:at + wide] = image[at:at + wide] * (1 - share) + paint * share
            image[:, at:at + wide] = image[:, at:at + wide] * (1 - share) + paint * share
    return image


def stripes(rng, side):
    image = plain(rng, side)
    at = 0
    pitch = rng.uniform(4, 90)
    paints = [np.array(colour(rng)) for _ in range(int(rng.integers(1, 5)))]
    while at < side:
        wide = max(1, int(pitch * rng.uniform(.4, 1.5)))
        if rng.random() < .6:
            image[at:at + wide] = paints[int(rng.integers(len(paints)))]
        at += wide
    return image


def stone(rng, side):
    image = plain(rng, side)
    for cell in (4, 12, 40, 120):
        image += clouds(rng, side, side, cell, rng.uniform(0, 14))[..., None] * rng.uniform(.6, 1.2, 3)
    return image


def dots(rng, side):
    image = plain(rng, side)
    pitch, radius = int(rng.integers(12, 70)), rng.uniform(.15, .45)
    paint = colour(rng)
    for row, y in enumerate(range(0, side, pitch)):
        for x in range((row % 2) * pitch // 2, side, pitch):
            cv2.circle(image, (x, y), int(radius * pitch), paint, -1, cv2.LINE_AA)
    return image


def keys(rng, side):
    """A keyboard, or something like it."""
    image = plain(rng, side) * .6
    size, paint = int(rng.integers(22, 60)), np.array(colour(rng))
    for y in range(0, side, size):
        for x in range(int(rng.integers(0, size)), side, size):
            cv2.rectangle(image, (x + 2, y + 2), (x + size - 4, y + size - 4), tuple(paint + rng.uniform(-8, 8)), -1)
            cv2.rectangle(image, (x + size // 3, y + size // 3), (x + size // 2, y + size // 2), colour(rng), -1)
    return image


def bars(rng, side):
    """Large areas that meet in straight lines: the edge of a table, a door, a window, the corner of a room."""
    image = plain(rng, side)
    for _ in range(int(rng.integers(1, 6))):
        angle, at = rng.uniform(0, np.pi), rng.uniform(.1, .9, 2) * side
        along, aside = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
        wide = side * 2 if rng.random() < .5 else rng.uniform(4, 160)
        corners = [at - along * 2 * side, at + along * 2 * side, at + along * 2 * side + aside * wide, at - along * 2 * side + aside * wide]
        cv2.fillConvexPoly(image, np.array(corners, np.int32), colour(rng), cv2.LINE_AA)
    return image


def page(rng):
    """A flat document: what it shows, and how round its corners are (share of its shorter side)."""
    make = rng.choice([sheet, card, book, passport, receipt, photo, note, form], p=[.26, .3, .13, .06, .06, .06, .06, .07])
    image, rounded = make(rng)
    return np.clip(image, 0, 255).astype(np.uint8), rounded


def paper(rng, height, width):
    shade = rng.uniform(222, 255) if rng.random() < .8 else rng.uniform(150, 230)
    tint = rng.uniform(-5, 5, 3) if rng.random() < .7 else rng.uniform(-45, 15, 3)
    image = np.full((height, width, 3), np.clip(shade + tint, 0, 255), np.float32)
    return image


def text(rng, image, area, ink=None, height=None):
    """Rows of words, as dashes with gaps."""
    x0, y0, x1, y1 = (int(v) for v in area)
    height = height or max(2, int(rng.uniform(.012, .035) * image.shape[0]))
    lead = int(height * rng.uniform(1.4, 2.6)) + 1
    ink = ink or colour(rng, 10, 110, .8)
    margin = rng.random() < .5
    for y in range(y0, y1 - height, lead):
        end = x1 if margin and rng.random() < .8 else x0 + (x1 - x0) * rng.uniform(.2, 1)
        if rng.random() < .08:
            continue
        x = x0
        while x < end - height:
            wide = int(height * rng.uniform(1, 6))
            piece = image[y:y + height, x:min(x + wide, int(end))]
            if piece.size:
                share = rng.uniform(.35, .8, (piece.shape[0], piece.shape[1], 1))
                piece[:] = piece * (1 - share) + np.array(ink) * share
            x += wide + max(1, int(height * .6))


def picture(rng, image, area):
    """A photograph, a logo or a coloured block."""
    x0, y0, x1, y1 = (int(v) for v in area)
    if x1 - x0 < 3 or y1 - y0 < 3:
        return
    piece = image[y0:y1, x0:x1]
    piece[:] = np.array(colour(rng))
    if rng.random() < .6:
        piece += clouds(rng, y1 - y0, x1 - x0, max(2, (x1 - x0) // 4), 30)[..., None] * rng.uniform(.5, 1.2, 3)
        middle = ((x0 + x1) // 2, (y0 + y1) // 2)
        cv2.ellipse(image, middle, (max(1, (x1 - x0) // 4), max(1, (y1 - y0) // 3)), 0, 0, 360, colour(rng, 60, 230), -1)


def sheet(rng):
    width = 300
    image = paper(rng, int(width * (1.414 if rng.random() < .75 else rng.uniform(1.1, 1.6))), width)
    height = image.shape[0]
    x0, x1 = width * rng.uniform(.05, .16), width * rng.uniform(.84, .95)
    y0, y1 = height * rng.uniform(.04, .15), height * rng.uniform(.3, .96)
    if rng.random() < .4:
        top = y0 + height * rng.uniform(.03, .12)
        if rng.random() < .4:
            image[:int(top)] = colour(rng)
        text(rng, image, (x0, y0, x1, top), height=int(rng.uniform(5, 14)))
        cv2.line(image, (int(x0), int(top)), (int(x1), int(top)), colour(rng, 0, 120), int(rng.integers(1, 4)))
        y0 = top + 6
    for _ in range(int(rng.integers(0, 3))):
        at = rng.uniform(.05, .8, 2) * (width, height)
        picture(rng, image, (at[0], at[1], min(width, at[0] + rng.uniform(15, 120)), min(height, at[1] + rng.uniform(15, 120))))
    columns = 2 if rng.random() < .15 else 1
    for column in range(columns):
        wide = (x1 - x0) / columns
        text(rng, image, (x0 + column * wide, y0, x0 + (column + .93) * wide, y1))
    if rng.random() < .15:
        cv2.rectangle(image, (int(x0 / 2), int(x0 / 2)), (int(width - x0 / 2), int(height - x0 / 2)), colour(rng, 0, 160), int(rng.integers(1, 4)))
    return (np.ascontiguousarray(np.rot90(image)) if rng.random() < .25 else image), 0.0


def form(rng):
    """A table with lines, lying or upright."""
    width = 400
    image = paper(rng, int(width / rng.uniform(1.2, 1.6)), width)
    height = image.shape[0]
    text(rng, image, (width * .2, height * .04, width * .8, height * .16))
    y = height * .2
    while y < height * rng.uniform(.7, .95):
        cv2.line(image, (int(width * .05), int(y)), (int(width * .95), int(y)), colour(rng, 0, 140), 1)
        text(rng, image, (width * .06, y + 2, width * .94, y + 12), height=4)
        y += rng.uniform(9, 22)
    for x in np.sort(rng.uniform(.05, .95, int(rng.integers(2, 8)))) * width:
        cv2.line(image, (int(x), int(height * .2)), (int(x), int(height * .9)), colour(rng, 0, 140), 1)
    return (np.ascontiguousarray(np.rot90(image)) if rng.random() < .3 else image), 0.0


def card(rng):
    width, height = 320, int(320 / rng.choice([1.586, 1.586, 1.42, 1.7]))
    image = np.full((height, width, 3), colour(rng, 40, 250, .25), np.float32)
    if rng.random() < .7:
        # Colour that runs from one side to the other.
        way = np.linspace(0, 1, width)[None, :, None] if rng.random() < .5 else np.linspace(0, 1, height)[:, None, None]
        image = image * (1 - way) + np.array(colour(rng, 60, 255, .3)) * way * np.ones_like(image)
    if rng.random() < .5:
        image += clouds(rng, height, width, int(rng.integers(5, 80)), rng.uniform(4, 30))[..., None] * rng.uniform(.2, 1.5, 3)
    for _ in range(int(rng.integers(0, 5))):
        if rng.random() < .5:
            cv2.ellipse(image, tuple(int(v) for v in rng.uniform(0, 1, 2) * (width, height)), tuple(int(v) for v in rng.uniform(15, 220, 2)),
                        rng.uniform(0, 180), 0, 360, colour(rng), int(rng.choice([-1, 1, 2])), cv2.LINE_AA)
        else:
            y = int(rng.uniform(0, height))
            image[y:y + int(rng.uniform(3, 60))] = colour(rng)
    if rng.random() < .4:
        image[:int(height * rng.uniform(.12, .35))] = colour(rng)
    ink = colour(rng, 0, 90, .8) if image.mean() > 110 else colour(rng, 200, 255, .8)
    text(rng, image, (width * .05, height * .05, width * rng.uniform(.4, .95), height * .22), ink)
    left = rng.random() < .4
    if rng.random() < .6:
        wide = rng.uniform(.16, .3) * width
        x = width * .05 if left else width * .95 - wide
        y = height * rng.uniform(.2, .4)
        picture(rng, image, (x, y, x + wide, min(height * .95, y + wide * rng.uniform(1, 1.4))))
    text(rng, image, (width * (.35 if left else .05), height * .28, width * (.95 if left else .68), height * .93), ink)
    if rng.random() < .15:
        y = int(height * rng.uniform(.08, .25))
        image[y:y + int(height * .2)] = rng.uniform(10, 50)
    return image, rng.choice([0, .055, .06, .06])


def book(rng):
    """An open book or folded sheet: two pages and the spine between them."""
    width, height = 400, int(400 / rng.uniform(1.2, 1.65))
    image = paper(rng, height, width)
    if rng.random() < .5:
        image[:] = colour(rng, 120, 250, .3)
    middle = int(width * rng.uniform(.47, .53)) if rng.random() < .85 else width
    if rng.random() < .4:
        image[:, :middle] = colour(rng, 30, 250, .3)
    if rng.random() < .5:
        image += clouds(rng, height, width, int(rng.integers(4, 30)), rng.uniform(2, 12))[..., None]
    for x0, x1 in ((0, middle), (middle, width)):
        if x1 - x0 < 40:
            continue
        wide = x1 - x0
        if rng.random() < .4:
            image[:int(height * rng.uniform(.08, .3)), x0:x1] = colour(rng)
        if rng.random() < .35:
            picture(rng, image, (x0 + wide * .1, height * .1, x0 + wide * rng.uniform(.3, .6), height * rng.uniform(.2, .5)))
        if rng.random() < .85:
            text(rng, image, (x0 + wide * .08, height * rng.uniform(.05, .4), x0 + wide * .92, height * rng.uniform(.5, .95)))
        if rng.random() < .35:
            for y in np.arange(height * .1, height * .95, rng.uniform(7, 20)):
                cv2.line(image, (int(x0 + wide * .05), int(y)), (int(x0 + wide * .95), int(y)), colour(rng, 60, 200), 1)
    way = (np.arange(width) - middle) / rng.uniform(2, 18)
    image *= (1 - rng.uniform(0, .6) * np.exp(-way * way))[None, :, None]
    return (np.ascontiguousarray(np.rot90(image)) if rng.random() < .35 else image), rng.choice([0, 0, .03])


def passport(rng):
    width, height = 220, int(220 * rng.uniform(1.3, 1.5))
    image = np.full((height, width, 3), colour(rng, 15, 90, .3), np.float32)
    image += clouds(rng, height, width, 3, rng.uniform(0, 6))[..., None]
    gold = (rng.uniform(90, 140), rng.uniform(160, 200), rng.uniform(190, 225))
    text(rng, image, (width * .25, height * .12, width * .75, height * .22), gold, 8)
    cv2.circle(image, (width // 2, height // 2), int(width * rng.uniform(.12, .25)), gold, int(rng.choice([-1, 2, 4])))
    text(rng, image, (width * .25, height * .78, width * .75, height * .88), gold, 8)
    return (np.ascontiguousarray(np.rot90(image)) if rng.random() < .3 else image), rng.choice([0, .03, .05])


def receipt(rng):
    width = 150
    image = paper(rng, int(width * rng.uniform(1.5, 3.2)), width)
    text(rng, image, (width * .1, image.shape[0] * .03, width * .9, image.shape[0] * .95), height=int(rng.integers(3, 7)))
    return (np.ascontiguousarray(np.rot90(image)) if rng.random() < .3 else image), 0.0


def photo(rng):
    """A photograph or a leaflet: any colours, perhaps with a white rim."""
    width, height = 320, int(320 / rng.uniform(1.2, 1.6))
    image = ground(rng, 320)[:height, :width].astype(np.float32)
    for _ in range(int(rng.integers(2, 9))):
        at = rng.uniform(0, 1, 2) * (width, height)
        cv2.ellipse(image, tuple(int(v) for v in at), tuple(int(v) for v in rng.uniform(8, 110, 2)), rng.uniform(0, 180), 0, 360, colour(rng), -1, cv2.LINE_AA)
    if rng.random() < .5:
        rim = int(rng.uniform(4, 18))
        cv2.rectangle(image, (0, 0), (width - 1, height - 1), colour(rng, 215, 255), 2 * rim)
    return image, 0.0


def note(rng):
    """Lined or squared paper with something scribbled on it."""
    width, height = 300, int(300 * rng.uniform(.7, 1.5))
    image = paper(rng, height, width)
    pitch, paint = int(rng.integers(8, 24)), colour(rng, 120, 220, .2)
    for y in range(pitch, height, pitch):
        cv2.line(image, (0, y), (width, y), paint, 1)
    if rng.random() < .4:
        for x in range(pitch, width, pitch):
            cv2.line(image, (x, 0), (x, height), paint, 1)
    for _ in range(int(rng.integers(0, 14))):
        at = rng.uniform(.05, .7, 2) * (width, height)
        points = at + np.cumsum(rng.normal((5, 0), 7, (int(rng.integers(5, 25)), 2)), 0)
        cv2.polylines(image, [points.astype(np.int32)], False, colour(rng, 0, 120, .4), int(rng.integers(1, 4)), cv2.LINE_AA)
    return image, 0.0
