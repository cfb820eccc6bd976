"""The line recogniser: a plain convolutional network, one column of scores for every four pixels of the line."""

import torch
from torch import nn

import words

#: Class 0 is the blank of CTC; class i + 1 is character i of the alphabet.
CLASSES = len(words.ALPHABET) + 1
STEP = 4


def block(into, out, kernel=3, stride=1, padding=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(into, out, kernel, stride, padding, dilation, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True))


class Context(nn.Module):
    """Looks along the line, `dilation` columns to both sides."""

    def __init__(self, width, dilation):
        super().__init__()
        self.block = block(width, width, (1, 3), 1, (0, dilation), (1, dilation))

    def forward(self, x):
        return x + self.block(x)


class Lines(nn.Module):
    """Takes `[lines, 1, 32, width]`, gives `[lines, CLASSES, width / 4]` before the softmax."""

    def __init__(self):
        super().__init__()
        self.see = nn.Sequential(
            block(1, 32, 3, 2), block(32, 48), nn.MaxPool2d(2),
            block(48, 80), block(80, 80), nn.MaxPool2d((2, 1)),
            block(80, 112), block(112, 192, (4, 1), 1, 0))
        self.read = nn.Sequential(*(Context(192, d) for d in (1, 2, 1, 4)))
        self.name = nn.Conv2d(192, CLASSES, 1)

    def forward(self, x):
        return self.name(self.read(self.see(x))).squeeze(2)


def texts(scores, widths):
    """Greedy reading of each line."""
    best = scores.argmax(1)
    out = []
    for row, width in zip(best.tolist(), widths):
        last, text = 0, []
        for c in row[: -(-width // STEP)]:
            if c not in (0, last):
                text.append(words.ALPHABET[c - 1])
            last = c
        out.append("".join(text).strip())
    return out
