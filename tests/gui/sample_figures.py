"""Figures made with numpy alone, for the tests of the plot and its export."""

import numpy as np

from engine.figures import Axis, Bars, Break, Column, Figure, Line, Mark, Panel, Segment, Table
from engine.texts import phrase

NAMES = {"gelu": "GELU", "relu": "ReLU", "elu": "ELU", "tanh": "Tanh", "sigmoid": "Sigmoid"}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def orders_of(key, x, alpha=1.0):
    """f, f' and f'' written out; gelu is its sigmoid form, which has simple derivatives."""
    if key == "relu":
        return np.maximum(x, 0), (x > 0).astype(float), np.zeros_like(x)
    if key == "elu":
        rise = alpha * np.exp(np.minimum(x, 0))
        return np.where(x > 0, x, rise - alpha), np.where(x > 0, 1, rise), np.where(x > 0, 0, rise)
    if key == "tanh":
        t = np.tanh(x)
        return t, 1 - t**2, -2 * t * (1 - t**2)
    k = 1.702
    s = sigmoid(k * x)
    d = k * s * (1 - s)
    return x * s, s + x * d, 2 * d + x * k * d * (1 - 2 * s)


def breaks_of(key, order, alpha):
    limits = {("relu", 1): (0.0, 1.0), ("relu", 2): (0.0, 0.0),
              ("elu", 2): (alpha, 0.0)}.get((key, order))
    if key == "elu" and order == 1 and alpha != 1:
        limits = (alpha, 1.0)
    return (Break(0.0, *limits),) if limits else ()


def functions(keys=("gelu", "relu", "elu"), low=-4.0, high=4.0, points=401, *, alpha=1.0,
              orders=(0, 1, 2)):
    x = np.linspace(low, high, points)
    panels = []
    for order in orders:
        lines, marks = [], []
        for key in keys:
            breaks = breaks_of(key, order, alpha)
            y = orders_of(key, x, alpha)[order].copy()
            for gap in breaks:
                y[np.abs(x - gap.x) < 1e-9] = np.nan
                marks += [Mark(key, "open", gap.x, gap.left), Mark(key, "open", gap.x, gap.right)]
            if key == "relu" and order == 0:
                marks.append(Mark(key, "kink", 0.0, 0.0,
                                  phrase("{name}: kink at {x}", name="ReLU", x="0")))
            lines.append(Line(key, f"{key} d{order}", NAMES[key], x, y, breaks))
        panels.append(Panel(Axis("f" + "′" * order + "(x)", symbol=True), tuple(lines),
                            tuple(marks), weight=(56, 22, 22)[order], order=order))
    return Figure("functions", phrase("Functions"), Axis("x", minimum=low, maximum=high,
                                                         symbol=True),
                  tuple(panels), notes=(("function", "gelu"), ("function", "elu"),
                                        ("parameters", f"alpha={alpha}")))


def training(epochs=9, warning="Made garments, not FashionMNIST"):
    x = np.arange(1.0, epochs + 1)
    loss = [Line(key, f"{key} loss", NAMES[key], x, 0.4 + rate / x) for key, rate in
            (("relu", 1.2), ("gelu", 1.9))]
    behind = Line("relu", "relu training loss", NAMES["relu"], x, 0.35 + 1.2 / x, faint=True)
    accuracy = [Line("relu", "relu accuracy", NAMES["relu"], x, 88 - 28 / x),
                Line("sigmoid", "sigmoid accuracy", NAMES["sigmoid"], x, np.full(epochs, 10.0))]
    return Figure(
        "training", phrase("Training"), Axis(phrase("epoch"), minimum=1, maximum=15, whole=True),
        (Panel(Axis(phrase("Loss"), logarithmic=True), (*loss, behind), title=phrase("Test loss"),
               subtitle=phrase("log scale")),
         Panel(Axis(phrase("Accuracy"), unit="%", minimum=60, maximum=90), tuple(accuracy),
               title=phrase("Test accuracy"))),
        arrangement="columns", warning=warning, notes=(("seed", "7"),),
    )


def bars():
    dead, constant = np.array([0.0, 20.0, 50.0]), np.array([0.0, 10.0, 0.0])
    return Figure(
        "neurons", phrase("Neurons"), Axis(phrase("share"), unit="%", minimum=0, maximum=100),
        (Panel(Axis(""), bars=Bars(("Layer 1", "Layer 2", "Layer 3"), (
            Segment("dead", phrase("Dead"), dead),
            Segment("constant", phrase("Constant"), constant),
            Segment("others", phrase("Others"), 100 - dead - constant))),
               title=phrase("Neurons by state")),), notes=(("seed", "7"),))


def table(warning="Made garments, not FashionMNIST"):
    return Table(
        "results", phrase("Results"),
        (Column("function", phrase("Function"), kind="key"),
         Column("accuracy", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
         Column("state", phrase("Status"), kind="text")),
        (("relu", 0.8459, phrase("finished")), ("gelu", None, phrase("stopped"))),
        notes=(("seed", "7"),), warning=warning)
