"""Writes the weights as ONNX, batch normalisation folded into the convolutions. No exporter needed: four operators."""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from model import CLASSES, Context, Lines


class Graph:
    def __init__(self):
        self.nodes, self.weights = [], []

    def add(self, op, inputs, out=None, **attributes):
        out = out or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [out], **attributes))
        return out

    def weight(self, array):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(array.astype(np.float32), name))
        return name

    def conv(self, x, conv, norm=None, out=None):
        weight, bias = conv.weight.detach().double(), conv.bias
        bias = torch.zeros(len(weight)).double() if bias is None else bias.detach().double()
        if norm is not None:
            scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
            weight, bias = weight * scale[:, None, None, None], norm.bias.detach().double() + (bias - norm.running_mean.double()) * scale
        return self.add("Conv", [x, self.weight(weight.numpy()), self.weight(bias.numpy())], out, kernel_shape=list(conv.kernel_size),
                        strides=list(conv.stride), dilations=list(conv.dilation), pads=[*conv.padding, *conv.padding])

    def module(self, x, module):
        if isinstance(module, Context):
            return self.add("Add", [x, self.module(x, module.block)])
        if isinstance(module, nn.MaxPool2d):
            size = module.kernel_size if isinstance(module.kernel_size, tuple) else (module.kernel_size,) * 2
            return self.add("MaxPool", [x], kernel_shape=list(size), strides=list(size))
        children = list(module)
        if isinstance(children[0], nn.Conv2d):
            return self.add("Relu", [self.conv(x, children[0], children[1])])
        for child in children:
            x = self.module(x, child)
        return x


def main():
    options = argparse.ArgumentParser()
    options.add_argument("weights", type=Path)
    options.add_argument("out", type=Path)
    chosen = options.parse_args()
    model = Lines().eval()
    model.load_state_dict(torch.load(chosen.weights))
    graph = Graph()
    x = graph.module(graph.module("line", model.see), model.read)
    graph.conv(x, model.name, out="scores")
    made = helper.make_graph(
        graph.nodes, "lines", [helper.make_tensor_value_info("line", TensorProto.FLOAT, [1, 1, 32, "width"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, CLASSES, 1, "columns"])], graph.weights)
    file = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], producer_name="")
    file.ir_version = 8
    onnx.checker.check_model(file)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(file.SerializeToString())
    print(chosen.out, chosen.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
