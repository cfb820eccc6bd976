"""Writes the weights as ONNX, batch normalisation folded into the convolutions. No exporter needed: five operators."""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from model import CELLS, Look, Outline


class Graph:
    def __init__(self):
        self.nodes, self.weights = [], []

    def add(self, op, inputs, out=None, **attributes):
        out = out or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [out], **attributes))
        return out

    def weight(self, array, kind=np.float32):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(array).astype(kind), name))
        return name

    def conv(self, x, conv, norm=None, out=None):
        weight, bias = conv.weight.detach().double(), conv.bias
        bias = torch.zeros(len(weight)).double() if bias is None else bias.detach().double()
        if norm is not None:
            scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
            weight, bias = weight * scale[:, None, None, None], norm.bias.detach().double() + (bias - norm.running_mean.double()) * scale
        return self.add("Conv", [x, self.weight(weight.numpy()), self.weight(bias.numpy())], out, kernel_shape=list(conv.kernel_size),
                        strides=list(conv.stride), dilations=list(conv.dilation), pads=[*conv.padding, *conv.padding], group=conv.groups)

    def sequence(self, x, module):
        """Convolutions, each with its normalisation, and what is between them."""
        children = list(module)
        for at, child in enumerate(children):
            if isinstance(child, nn.Conv2d):
                x = self.conv(x, child, children[at + 1])
            elif isinstance(child, nn.ReLU):
                x = self.add("Relu", [x])
            elif isinstance(child, Look):
                x = self.sum(x, self.sequence(x, child.block))
            elif isinstance(child, nn.Sequential):
                x = self.sequence(x, child)
        return x

    def sum(self, a, b):
        return self.add("Relu", [self.add("Add", [a, b])])

    def larger(self, x):
        scales = self.weight([1, 1, 2, 2])
        return self.add("Resize", [x, "", scales], mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")

    def outline(self, model, x, out):
        quarter = self.sequence(self.sequence(x, model.first), model.quarter)
        eighth = self.sequence(quarter, model.eighth)
        deep = self.sequence(eighth, model.sixteenth)
        deep = self.sum(deep, self.conv(self.add("GlobalAveragePool", [deep]), model.whole))
        eighth = self.sum(eighth, self.larger(self.conv(deep, model.to_eighth)))
        eighth = self.sequence(eighth, model.eighth_too)
        quarter = self.sum(quarter, self.larger(self.conv(eighth, model.to_quarter)))
        return self.conv(self.sequence(quarter, model.quarter_too), model.score, out=out)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("weights", type=Path, help="as train.py wrote them; `none` for random ones")
    options.add_argument("out", type=Path)
    chosen = options.parse_args()
    model = Outline().eval()
    if str(chosen.weights) != "none":
        model.load_state_dict(torch.load(chosen.weights))
    graph = Graph()
    graph.outline(model, "picture", "scores")
    made = helper.make_graph(
        graph.nodes, "outline", [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, "height", "width"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, CELLS * CELLS, "rows", "columns"])], graph.weights)
    file = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], producer_name="")
    file.ir_version = 8
    onnx.checker.check_model(file)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(file.SerializeToString())
    print(chosen.out, chosen.out.stat().st_size, "bytes,", sum(p.numel() for p in model.parameters()), "parameters")


if __name__ == "__main__":
    main()
