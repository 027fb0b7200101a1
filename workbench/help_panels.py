"""What the help says of the panels round the drawing: one page for each, found by typing and opened by F1 in it."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark


@dataclass(frozen=True)
class PanelPage:
    """A panel: its title, Chinese words that find it too, one sentence, and rows of what is in it with what it does."""

    title: str
    chinese: str
    sentence: str
    rows: tuple[tuple[str, str], ...]


PANELS: dict[str, PanelPage] = {
    "palette": PanelPage(
        mark("Layers"),
        "层 调色板 搜索",
        mark("Everything that can be placed, by family, under a search in both languages."),
        (
            (mark("Search"), mark("Type a name in English or Chinese, what PyTorch calls it, or what it is for.")),
            (mark("Drag"), mark("Drop a layer on the canvas, or on a wire to put it in between.")),
            (mark("Outline"), mark("The second tab lists the network as a tree, with parameters and problems.")),
        ),
    ),
    "inspector": PanelPage(
        mark("Inspector"),
        "检查器 属性 统计 形状",
        mark("Explains what is selected: one node, several, or with nothing selected the whole project."),
        (
            (
                mark("Parameters"),
                mark(
                    "What differs from the default is bold; the arrow behind it takes it back. A value "
                    "that begins with = follows a parameter of the block or the network."
                ),
            ),
            (
                mark("Shape"),
                mark("What arrives, what leaves, and the sum by which the size came about, with its numbers named."),
            ),
            (
                mark("Cost"),
                mark("Parameters and multiply-adds, their share of the network, and how they were counted."),
            ),
            (
                mark("Learning"),
                mark(
                    "Freeze keeps the weights as they are; the rate multiplies that of the player; start "
                    "values say what training begins with."
                ),
            ),
            (
                mark("Live statistics"),
                mark(
                    "While a run is on: mean and deviation, zeros, dead and saturated units, "
                    "gradients, and how far a step moves the weights. Only what is selected is measured."
                ),
            ),
        ),
    ),
    "problems": PanelPage(
        mark("Problems"),
        "问题 建议 错误 修复",
        mark("What keeps the network from being trained stands first, then advice about what is not wrong but unwise."),
        (
            (mark("Fix"), mark("One click changes the drawing or the recipe; Undo takes it back.")),
            (mark("Show"), mark("Moves the canvas to the node that is meant, also inside a block.")),
            (
                mark("Hide"),
                mark("Advice that you know can be hidden for this node; the number at the top shows it again."),
            ),
        ),
    ),
    "code": PanelPage(
        mark("Code"),
        "代码 源码 复制 保存",
        mark("The PyTorch code of the drawing as it is now: what you read is what runs."),
        (
            (mark("Click a line"), mark("Its node lights on the canvas. Select a node, and its line lights here.")),
            (mark("Selection only"), mark("The funnel shows only the lines of what is selected.")),
            (mark("Copy and save"), mark("The file needs PyTorch and nothing of this program.")),
        ),
    ),
    "recipe": PanelPage(
        mark("Recipe"),
        "训练方案 数据 优化器 学习率",
        mark("How the network is trained: on which data, by which optimizer, how long."),
        (
            (
                mark("Data set"),
                mark(
                    "Grouped by what one example is, with a search in both languages. The drawing adapts "
                    "to the data you choose."
                ),
            ),
            (
                mark("Optimizer and schedule"),
                mark("How a step follows from the gradient, and how the learning rate changes from step to step."),
            ),
            (mark("Undo"), mark("Every change of the recipe is one step of undo, as in the drawing.")),
        ),
    ),
}
"""The pages by the name of the dock they are about."""
