"""Lines of text as a camera sees them on a card, a book or a sheet: drawn, bent, lit, blurred and compressed."""

import io
import math
import random
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

import words

HEIGHT = 32
WIDEST = 640
FONTS = Path("/usr/share/fonts")

#: Fonts of Debian packages by what they look like; those of HELD_OUT never appear in training.
OCR_A = ["truetype/ocr-a/OCRA.ttf", "truetype/ocr-a/OCRABold.ttf", "truetype/ocr-a/OCRACondensed.ttf"]
OCR_B = ["opentype/ocr-b/OCRB.otf", "opentype/ocr-b/OCRBL.otf", "opentype/ocr-b/OCRBF.otf", "opentype/ocr-b/OCRBS.otf"]
SANS = [f"truetype/liberation/LiberationSans-{s}.ttf" for s in ["Regular", "Bold", "Regular", "Bold", "Italic"]] + [
    "truetype/liberation/LiberationSansNarrow-Regular.ttf", "truetype/liberation/LiberationSansNarrow-Bold.ttf",
    "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSansCondensed.ttf",
    "truetype/dejavu/DejaVuSansCondensed-Bold.ttf", "opentype/urw-base35/NimbusSans-Regular.otf",
    "opentype/urw-base35/NimbusSansNarrow-Bold.otf", "opentype/urw-base35/URWGothic-Book.otf", "truetype/lato/Lato-Regular.ttf",
    "truetype/lato/Lato-Bold.ttf", "truetype/lato/Lato-Medium.ttf", "truetype/open-sans/OpenSans-Regular.ttf",
    "truetype/open-sans/OpenSans-Semibold.ttf", "truetype/open-sans/OpenSans-Bold.ttf", "truetype/freefont/FreeSans.ttf"]
SERIF = ["truetype/liberation/LiberationSerif-Regular.ttf", "truetype/liberation/LiberationSerif-Bold.ttf",
         "truetype/dejavu/DejaVuSerif.ttf", "opentype/urw-base35/NimbusRoman-Regular.otf", "opentype/urw-base35/C059-Roman.otf",
         "opentype/urw-base35/P052-Bold.otf", "opentype/urw-base35/URWBookman-Light.otf"]
MONO = ["truetype/liberation/LiberationMono-Regular.ttf", "truetype/liberation/LiberationMono-Bold.ttf",
        "truetype/dejavu/DejaVuSansMono.ttf", "truetype/noto/NotoMono-Regular.ttf", "opentype/urw-base35/NimbusMonoPS-Regular.otf",
        "opentype/urw-base35/NimbusMonoPS-Bold.otf", "truetype/hack/Hack-Regular.ttf", "truetype/freefont/FreeMonoBold.ttf",
        "truetype/inconsolata/Inconsolata.otf"]
HELD_OUT = {
    "ocr": ["truetype/ocr-a/OCRAItalic.ttf"],
    "plain": ["truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf", "truetype/roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
              "truetype/freefont/FreeSansBold.ttf", "opentype/urw-base35/NimbusSans-Bold.otf",
              "truetype/dejavu/DejaVuSerif-Bold.ttf"],
    "mono": ["truetype/dejavu/DejaVuSansMono-Bold.ttf", "opentype/courier-prime/Courier Prime.otf",
             "truetype/hack/Hack-Bold.ttf", "truetype/freefont/FreeMono.ttf"],
}
NUMBERS = {"nik", "account", "kpj", "npwp", "digits"}


@lru_cache(maxsize=4096)
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=256)
def cap_height(path: str) -> float:
    """Height of a capital over the size of the font."""
    _, top, _, bottom = font(path, 100).getbbox("H0", anchor="ls")
    return (bottom - top) / 100


def choose_font(rng, kind, held_out):
    p = rng.random()
    if held_out and rng.random() < 0.5:
        if kind in NUMBERS:
            return rng.choice(HELD_OUT["ocr" if p < 0.4 else "mono" if p < 0.7 else "plain"])
        return rng.choice(HELD_OUT["plain" if p < 0.7 else "mono"])
    shares = {"nik": (0.55, 0.15, 0.18, 0.02), "account": (0.08, 0.1, 0.3, 0.04), "birth": (0.04, 0.04, 0.65, 0.07),
              "kpj": (0.2, 0.15, 0.4, 0.05), "npwp": (0.2, 0.15, 0.4, 0.05), "digits": (0.3, 0.15, 0.3, 0.05)}
    total = 0.0
    for share, fonts in zip(shares.get(kind, (0.04, 0.04, 0.62, 0.12)), (OCR_A, OCR_B, SANS, SERIF)):
        total += share
        if p < total:
            return rng.choice(fonts)
    return rng.choice(MONO)


def draw(rng, text, path, cap, spacing, stroke):
    """White text on black at a height of capitals of `cap` pixels, tight at the sides; `(mask, baseline)`."""
    size = max(6, round(cap / cap_height(path)))
    face = font(path, size)
    room = math.ceil(0.4 * size)
    if spacing == 0:
        width = math.ceil(face.getlength(text)) + 2
    else:
        advances = [face.getlength(c) + spacing * size for c in text]
        width = max(4, math.ceil(sum(advances)) + 2)
    mask = Image.new("L", (max(width, 4), round(cap) + 2 * room))
    pen = ImageDraw.Draw(mask)
    baseline = room + round(cap)
    if spacing == 0:
        pen.text((1, baseline), text, 255, font=face, anchor="ls", stroke_width=stroke)
    else:
        x = 1.0
        for c, advance in zip(text, advances):
            pen.text((x, baseline), c, 255, font=face, anchor="ls", stroke_width=stroke)
            x += advance
    return mask, baseline


def dotted(rng, text, path):
    """As a needle printer prints: one dot for each pixel of a coarse drawing."""
    rows = rng.choice([8, 9, 10, 12, 14, 16])
    small, baseline = draw(rng, text, path, rows, rng.choice([0, 0.03, 0.08]), 0)
    step = max(3, round(40 / rows))
    radius = rng.uniform(0.4, 0.75) * step
    at = (np.arange(step) - (step - 1) / 2) ** 2
    dot = np.clip(radius + 0.5 - np.sqrt(at[:, None] + at[None, :]), 0, 1)
    bits = (np.asarray(small) > 105).astype(np.float32)
    return Image.fromarray((np.kron(bits, dot) * 255).astype(np.uint8)), baseline * step, rows * step


def strip(rng, kind, text, path):
    """The text and what stands around it as ink 0..255, cut as a reader cuts it, and what can be read there."""
    dots = kind in ("account", "bank", "name", "kpj") and rng.random() < (0.25 if kind == "account" else 0.08)
    cap = rng.choice([24, 30, 36])
    if not text:
        main, baseline = Image.new("L", (rng.randint(60, 400), 2 * cap)), round(1.5 * cap)
    elif dots:
        main, baseline, cap = dotted(rng, text, rng.choice(MONO))
    else:
        spacing = rng.choice([0, 0, 0, rng.uniform(-0.05, 0.14)])
        main, baseline = draw(rng, text, path, cap, spacing, rng.choice([0, 0, 0, 1, 1, 2]) if cap > 24 else rng.choice([0, 0, 1]))
    around = rng.uniform(1.18, 2.3)  # height of the strip over that of the capitals
    height = cap * around
    slack = height - cap
    skew = rng.gauss(0, 1.6) if rng.random() < 0.7 else 0.0
    left, right = (abs(rng.gauss(0, 0.6)) * cap + 2 for _ in range(2))
    front, before = None, 0
    if text and rng.random() < 0.16:
        front, front_base, left, seen_label = label_before(rng, kind, path, cap, left)
        before = front.width + round(rng.uniform(0.35, 1.6) * cap)
        text = f"{seen_label} {text}".strip()
    x0 = max(0, round(left))
    width = before + main.width + left + right
    canvas = Image.new("L", (math.ceil(before + main.width + x0 + right + 8), math.ceil(3.2 * height)))
    base = canvas.height // 2 + round(cap / 2)
    if front is not None:
        canvas.paste(front, (x0, base - front_base))
    canvas.paste(main, (x0 + before, base - baseline))
    for sign in (-1, 1):
        if rng.random() < 0.45:
            other, other_base = draw(rng, words.text(rng, rng.choice(["name", "word", "nik", "mixed"])) or "A", path, cap * rng.uniform(0.8, 1.1), 0, 0)
            gap = rng.uniform(1.45, 2.3) * cap
            shifted = Image.new("L", canvas.size)
            shifted.paste(other, (round(rng.uniform(-3, 3) * cap), round(base + sign * gap) - other_base))
            canvas = Image.fromarray(np.maximum(np.asarray(canvas), np.asarray(shifted)))
    # The strip's corners on the canvas: skewed about the middle, moved, a little perspective.
    squeeze = rng.uniform(0.8, 1.25)
    drift = math.tan(math.radians(skew)) * width
    drift = max(-0.5 * slack - 0.06 * cap, min(0.5 * slack + 0.06 * cap, drift))
    free = max(0.0, slack - abs(drift)) / 2
    middle = base - cap / 2 + max(-free - 0.06 * cap, min(free + 0.06 * cap, rng.gauss(0, 0.45) * (free + 0.05 * cap)))
    start = max(0.0, -left)
    end = start + width
    slant = math.tan(math.radians(rng.gauss(0, 3))) * height / 2
    flare = 1 + rng.gauss(0, 0.04)
    top, bottom = middle - height / 2, middle + height / 2
    quad = (start + slant, top - drift / 2 * flare, start - slant, bottom - drift / 2, end - slant, bottom + drift / 2 * flare, end + slant, top + drift / 2)
    # Height of the capitals in the photograph.
    seen = math.exp(rng.uniform(math.log(8), math.log(34)))
    if kind != "nik" and seen < 9.5 and rng.random() < 0.5:
        seen *= 1.5
    h = max(11, round(seen * around))
    w = max(8, round((end - start) / height * h * squeeze))
    over = 2 if h * 2 <= height * 1.3 else 1
    piece = canvas.transform((w * over, h * over), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    if rng.random() < 0.2 and w > 60:
        piece = bent(piece, rng.uniform(-0.06, 0.06) * h * over)
    if over > 1:
        piece = piece.resize((w, h), Image.Resampling.BOX)
    return piece, text


def label_before(rng, kind, path, cap, left):
    """The end of a label in front of the text: `(mask, baseline, margin, what can be read of it)`; the first
    character may be cut off for the most part, and then counts for nothing."""
    label = rng.choice(words.LABELS[kind])
    label = label[rng.randint(0, len(label) - 1):].strip() or ":"
    face = path if rng.random() < 0.4 else rng.choice(SANS)
    mask, baseline = draw(rng, label, face, cap * rng.uniform(0.75, 1.05), 0, rng.choice([0, 1]))
    if rng.random() < 0.6 or label[0] in ".:/":
        return mask, baseline, min(left, 0.5 * cap), label
    first = mask.width * font(face, 50).getlength(label[0]) / max(1.0, font(face, 50).getlength(label))
    return mask, baseline, -rng.uniform(0.65, 1.0) * first, label[1:].strip()


def bent(piece, depth):
    """A slight curve, as on a book that does not lie flat."""
    n = 8
    mesh, w, h = [], piece.width, piece.height
    for i in range(n):
        a, b = w * i // n, w * (i + 1) // n
        ya, yb = (depth * math.sin(math.pi * x / w) for x in (a, b))
        mesh.append(((a, 0, b, h), (a, ya, a, h + ya, b, h + yb, b, yb)))
    return piece.transform(piece.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)


def ground(rng, w, h):
    """What the text is printed on, around 0: gradients, waves, rulings, print beside it."""
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    out = rng.uniform(-0.15, 0.15) * (x / w - 0.5) + rng.uniform(-0.1, 0.1) * (y / h - 0.5)
    for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
        angle, period = rng.uniform(0, math.pi), rng.uniform(0.12, 1.5) * h
        bend = rng.uniform(0, 0.5) * h * np.sin(x * (2 * math.pi / (rng.uniform(0.6, 4) * h)) + rng.uniform(0, 6))
        wave = np.sin((x * math.cos(angle) + (y + bend) * math.sin(angle)) * (2 * math.pi / period))
        strength = rng.uniform(0.01, 0.1)
        out += strength * (wave if rng.random() < 0.5 else np.clip(wave * 3 - 2, -1, 1))
    if rng.random() < 0.1:
        at = rng.uniform(0, h)
        out -= rng.uniform(0.1, 0.5) * np.clip(1.2 - np.abs(y - at - x * rng.uniform(-0.02, 0.02)) / max(0.5, 0.04 * h), 0, 1)
    if rng.random() < 0.06:
        at = rng.uniform(0, w)
        out -= rng.uniform(0.1, 0.4) * np.clip(1.2 - np.abs(x - at) / max(0.5, 0.05 * h), 0, 1)
    if rng.random() < 0.08:
        cut = rng.uniform(0, w)
        out += rng.uniform(-0.2, 0.2) * (x > cut)
    return out


def smeared(ink, rng, h):
    """Motion: the mean of copies moved along a straight way."""
    length = rng.uniform(0.04, 0.13) * h
    angle = rng.uniform(0, math.pi)
    dx, dy = length * math.cos(angle), length * math.sin(angle)
    steps = max(2, math.ceil(length) + 1)
    out = np.zeros_like(ink)
    for i in range(steps):
        t = i / (steps - 1) - 0.5
        out += np.roll(ink, (round(dy * t), round(dx * t)), (0, 1))
    return out / steps


def photographed(rng, piece):
    """The strip of ink as 8-bit grey, as a camera took it."""
    w, h = piece.size
    noise = np.random.default_rng(rng.getrandbits(32))
    if rng.random() < 0.12:
        piece = piece.filter(ImageFilter.MaxFilter(3) if rng.random() < 0.5 and h > 30 else ImageFilter.GaussianBlur(0.4))
    ink = np.asarray(piece, np.float32) / 255
    if rng.random() < 0.15:  # worn print
        coarse = noise.random((max(2, h // 4), max(2, w // 4)), np.float32)
        worn = np.asarray(Image.fromarray(coarse).resize((w, h), Image.Resampling.BILINEAR))
        ink = ink * np.clip(worn * rng.uniform(1.5, 4) + 0.1, 0, 1)
    contrast = rng.uniform(0.13, 0.85) if rng.random() < 0.8 else rng.uniform(0.08, 0.25)
    paper = rng.uniform(contrast + 0.03, 1.0)
    strength = min(1.0, contrast * 2)
    image = paper + ground(rng, w, h) * strength
    image = image * (1 - ink) + (paper - contrast + rng.gauss(0, 0.02)) * ink
    if rng.random() < 0.12:
        image = 1.05 - image
    if rng.random() < 0.1:  # glare
        at, broad, lean = rng.uniform(0, w), rng.uniform(0.2, 1.5) * h, rng.uniform(-1, 1)
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        image = image + rng.uniform(0.1, 0.6) * np.exp(-(((x - at - lean * y) / broad) ** 2))
    if rng.random() < 0.3:  # uneven light
        image = image * np.linspace(rng.uniform(0.6, 1.1), rng.uniform(0.6, 1.1), w, dtype=np.float32)[None, :]
    if rng.random() < 0.15 and h > 13:
        image = smeared(image, rng, h)
    grain = rng.choice([0, rng.uniform(0, 0.02), rng.uniform(0, 0.06)]) * min(1, contrast * 3)
    grain_first = rng.random() < 0.3
    if grain and grain_first:
        image = image + grain * noise.standard_normal((h, w), np.float32)
    grey = Image.fromarray((np.clip(image, 0, 1) * 255 + 0.5).astype(np.uint8))
    if rng.random() < 0.6:
        grey = grey.filter(ImageFilter.GaussianBlur(rng.uniform(0.0, 0.045) * h if rng.random() < 0.7 else rng.uniform(0.02, 0.065) * h))
    if grain and not grain_first:
        noisy = np.asarray(grey, np.float32) + 255 * grain * noise.standard_normal((h, w), np.float32)
        grey = Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))
    if rng.random() < 0.15:
        grey = grey.filter(ImageFilter.UnsharpMask(rng.uniform(0.8, 2), rng.randint(50, 200), 0))
    if rng.random() < 0.5:
        file = io.BytesIO()
        grey.save(file, "JPEG", quality=rng.randint(25, 92))
        grey = Image.open(file)
        grey.load()
    return grey


def to_height(grey):
    """The reader's own first step: 32 pixels high, proportions kept."""
    w = min(WIDEST, max(8, round(grey.width * HEIGHT / grey.height)))
    return grey.resize((w, HEIGHT), Image.Resampling.BILINEAR)


def line(seed, held_out=False, kind=None):
    """One line: `(kind, text, grey picture as the camera took it)`."""
    rng = random.Random(seed)
    kind = kind or rng.choices(list(words.SHARES), list(words.SHARES.values()))[0]
    while True:
        text = words.text(rng, kind)
        if text or kind == "empty":
            break
    path = choose_font(rng, kind, held_out)
    piece, text = strip(rng, kind, text, path)
    return kind, text, photographed(rng, piece)
