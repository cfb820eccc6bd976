"""The outline network: from a small picture to how likely each of its pixels belongs to the document."""

import torch
from torch import nn

#: The picture is padded to a multiple of this many pixels.
STEP = 16
#: Each place of the network's output is a square of this many scores a side, each for this many pixels a side.
CELLS, PIXELS = 2, 2


def block(into, out, kernel=3, stride=1, dilation=1, groups=1):
    padding = (kernel - 1) // 2 * dilation
    return nn.Sequential(
        nn.Conv2d(into, out, kernel, stride, padding, dilation, groups, bias=False), nn.BatchNorm2d(out), nn.ReLU(inplace=True))


class Look(nn.Module):
    """Looks around, `dilation` places away, and adds what it saw."""

    def __init__(self, width, dilation=1):
        super().__init__()
        self.block = nn.Sequential(
            nn.Conv2d(width, width, 3, 1, dilation, dilation, width, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return torch.relu(x + self.block(x))


class Outline(nn.Module):
    """Takes `[pictures, 3, height, width]`, gives `[pictures, 4, height / 4, width / 4]`: logits of 2 × 2 cells each."""

    def __init__(self, a=16, b=32, c=64, d=112):
        super().__init__()
        self.first = block(3, a, 3, 2)
        self.quarter = nn.Sequential(block(a, b, 3, 2), Look(b))
        self.eighth = nn.Sequential(block(b, c, 3, 2), Look(c), Look(c, 2))
        self.sixteenth = nn.Sequential(block(c, d, 3, 2), *(Look(d, reach) for reach in (1, 2, 4, 1, 2, 4)))
        self.whole = nn.Conv2d(d, d, 1)
        self.to_eighth, self.eighth_too = nn.Conv2d(d, c, 1), nn.Sequential(Look(c))
        self.to_quarter, self.quarter_too = nn.Conv2d(c, b, 1), nn.Sequential(block(b, b), Look(b))
        self.score = nn.Conv2d(b, CELLS * CELLS, 1)

    def forward(self, x):
        quarter = self.quarter(self.first(x))
        eighth = self.eighth(quarter)
        deep = self.sixteenth(eighth)
        deep = torch.relu(deep + self.whole(deep.mean((2, 3), keepdim=True)))
        eighth = self.eighth_too(torch.relu(eighth + larger(self.to_eighth(deep))))
        quarter = self.quarter_too(torch.relu(quarter + larger(self.to_quarter(eighth))))
        return self.score(quarter)


def larger(x):
    return torch.nn.functional.interpolate(x, scale_factor=2.0, mode="nearest")
