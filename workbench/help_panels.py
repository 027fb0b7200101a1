"""What the help says of the panels round the drawing and of dialogs: a page for each, found by typing or opened by F1.

F1 in the window opens the page about what has the keyboard; a dialog says itself which page is its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

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
    "augmentation": PanelPage(
        mark("Augmentation"),
        "数据增强 翻转 旋转 裁剪 噪声 混合",
        mark("Varies every training example anew each time it is seen, in ways that leave its answer true."),
        (
            (
                mark("Add"),
                mark(
                    "Offers what changes something in these data: pictures, signals, texts or clouds of points. The "
                    "steps work one after the other, from the top."
                ),
            ),
            (
                mark("The examples"),
                mark(
                    "Above as they are, below as training sees them, drawn again while you turn a number. Masks, "
                    "boxes and tags go along."
                ),
            ),
            (
                mark("Warnings"),
                mark(
                    "Some changes make the answer wrong: a 6 upside down is a 9. The step says so and stays; you "
                    "decide."
                ),
            ),
            (
                mark("Only in training"),
                mark(
                    "Validation and test see the examples as they are. The same seed gives the same variations, also "
                    "after a pause."
                ),
            ),
            (
                mark("Mixup and CutMix"),
                mark(
                    "They mix two examples and their answers, so they stand under Techniques, with the loss they "
                    "change."
                ),
            ),
            (
                mark("On the command line"),
                mark("workbench train lenet5 --recipe augment=Rotation,AddedNoise --recipe augment.0.degrees=10"),
            ),
        ),
    ),
    "views": PanelPage(
        mark("Live views"),
        "实时视图 曲线 卡片",
        mark("Cards that draw what a training measures, one below the other; each says what to look for."),
        (
            (mark("Add a view"), mark("Lists the views that have something to show for this network.")),
            (
                mark("Pull a card by its header"),
                mark(
                    "To a side of the drawing, or over it to let it float; its menu does the same by keys. Dropped "
                    "on the column it goes back. Each layout remembers where its views lie."
                ),
            ),
            (mark("Freeze"), mark("Holds a picture still while the training goes on; what came meanwhile is kept.")),
            (mark("Save"), mark("The menu of a card writes its picture as PNG or SVG and its values as a table.")),
        ),
    ),
    "run": PanelPage(
        mark("Run bar"),
        "运行栏 训练 暂停 单步 停止 学习率",
        mark("Starts, pauses and stops the training, and says how far it is."),
        (
            (mark("Train"), mark("Starts, pauses and goes on. When it is grey, the reason stands beside it.")),
            (mark("Step"), mark("Trains on one batch and pauses, so that every number can be looked at.")),
            (mark("Learning rate"), mark("Holds from the next batch on, also while it trains.")),
            (mark("Layouts"), mark("Design to draw, train to watch, classroom for a projector.")),
        ),
    ),
    "time": PanelPage(
        mark("Time machine"),
        "时间机器 回放 检查点 分支 影片",
        mark("Goes back through a run: all views and the colours of the drawing show the same earlier step."),
        (
            (
                mark("Track"),
                mark("Drag it, or use the arrows. A tick is a kept checkpoint, the triangle the best one."),
            ),
            (mark("Live"), mark("Follows the present again; the training never stopped meanwhile.")),
            (mark("Branch"), mark("Goes on from the last checkpoint before this step, with what you have changed.")),
            (mark("Film"), mark("Plays the run, or saves it as pictures that move.")),
        ),
    ),
    "tabs": PanelPage(
        mark("Tabs"),
        "标签页 项目 撤销",
        mark("Every open project has a tab with its own history, selection, file and training."),
        (
            (mark("A dot"), mark("Something has changed since the project was saved.")),
            (mark("Training behind"), mark("A training goes on while another tab is in front; its tab shows that.")),
            (
                mark("The next start"),
                mark("Opens the tabs again, comparisons too, and offers back what was not saved."),
            ),
        ),
    ),
    "walk": PanelPage(
        mark("Step through the network"),
        "逐步 演示 前向 反向 传播 链式法则 更新 梯度 矩阵大小 句子",
        mark("Walks one example through the network: forwards, backwards, and to a weight after the step."),
        (
            (
                mark("Space"),
                mark("Plays or rests. ← and → go one step, Home and End to the ends, + and − change speed."),
            ),
            (mark("Blocks"), mark("An open block is walked through node by node, a closed one is a single step.")),
            (
                mark("Scans"),
                mark(
                    "An open scan is walked through at one time step, which the bar chooses: values and gradients are "
                    "those of that step, the gradient of a weight is that of all steps together."
                ),
            ),
            (
                mark("Through time"),
                mark("A recurrent layer reads step by step: gates, memory, and what it would answer."),
            ),
            (mark("A weight"), mark("Click a weight: the optimizer's own sum is written out with its numbers.")),
            (mark("The whole way"), mark("Every step in a table with matrix sizes, to be saved as PNG, SVG or CSV.")),
            (mark("Training"), mark("A training that runs is paused first and goes on later as if nothing was.")),
        ),
    ),
    "comparison": PanelPage(
        mark("Comparison"),
        "比较 对比 差异",
        mark("Two networks side by side, matched node by node, with what differs marked."),
        (
            (
                mark("Signs"),
                mark("+ was added, − is gone, ≠ has changed; the table says how, with parameters and cost."),
            ),
            (mark("Click"), mark("A node or a line of the table shows its partner in the other drawing.")),
            (mark("Open projects"), mark("A side that is open in a tab is followed: what you edit there shows here.")),
        ),
    ),
    "blocks": PanelPage(
        mark("Blocks"),
        "块 模块 子网络 重复",
        mark("A part of the network that is drawn once and placed many times; edit it once, and all copies follow."),
        (
            (mark("Open"), mark("Double-click or Enter opens it; Esc or Alt+Up goes out again.")),
            (mark("Parameters"), mark("What a block lets vary stands on its face, with how often it is repeated.")),
            (mark("Make and dissolve"), mark("Edit, Blocks makes one of the selection, or puts its nodes back.")),
        ),
    ),
    "gallery": PanelPage(
        mark("Presets"),
        "预设 图库 谱系 家族",
        mark("Networks that come along, by family and year, with the idea of each in a sentence."),
        (
            (mark("Lineage"), mark("Who came from whom, and on each arrow what was new.")),
            (
                mark("Size of the network"),
                mark("Small trains in about a minute; full is the network of its source, exactly."),
            ),
            (
                mark("My presets"),
                mark("Keeps the open project as a preset of yours, writes it to a file, takes one in."),
            ),
        ),
    ),
    "settings": PanelPage(
        mark("Settings"),
        "设置 语言 主题 文字大小",
        mark("What is chosen once for all. It holds at once and is remembered."),
        (
            (mark("Size of words"), mark("Menus, buttons, panels and code, at once. The drawing zooms.")),
            (mark("Keep unsaved work"), mark("It is offered at the next start when a session was interrupted.")),
            (mark("Folder of runs"), mark("Where trainings keep their curves and weights from now on.")),
        ),
    ),
    "weights": PanelPage(
        mark("Weights to begin with"),
        "权重 迁移 微调 起始",
        mark("Takes over what an earlier run or a file has learned, where name and shape agree."),
        (
            (mark("A run"), mark("The best weights of a run, or its last where no best is kept")),
            (mark("A file"), mark("A project (.workbench) or tensors (.safetensors)")),
            (mark("Undo"), mark("Taking weights over is one step of undo.")),
        ),
    ),
    "checks": PanelPage(
        mark("Checks at a node"),
        "检查 梯度 感受野 消融 静音 噪声",
        mark("Three questions to the selected node. All is done on a copy: neither project nor run changes."),
        (
            (
                mark("Gradient check"),
                mark(
                    "Moves numbers a little in float64 and compares the slope with the gradient. At a kink both "
                    "one-sided slopes are shown; wrong means that the backward pass is not that of the forward pass."
                ),
            ),
            (
                mark("Receptive field"),
                mark("Frames what one cell sees of the image; the sliders move the cell, the bars show where it grew."),
            ),
            (
                mark("Without this node"),
                mark(
                    "Puts zeros, the mean or noise in the place of its numbers and measures a sample of the validation "
                    "again; the bars rank its channels by how much worse it becomes without each."
                ),
            ),
        ),
    ),
    "why": PanelPage(
        mark("Why did it say that"),
        "解释 归因 显著图 积分梯度 遮挡 热力图 为什么",
        mark("Shows what in one example counts for one answer. Methods differ: compare two before you believe one."),
        (
            (
                mark("Example"),
                mark("A part of the data and a number in it; another answer than the one given can be chosen."),
            ),
            (
                mark("Method"),
                mark(
                    "Above it stands what to look for, and what the method does not tell. Grad-CAM looks at the "
                    "selected node."
                ),
            ),
            (
                mark("All parts together"),
                mark(
                    "Where a method promises that its numbers add up to the difference of the scores, the gap is shown."
                ),
            ),
        ),
    ),
    "try": PanelPage(
        mark("Try it"),
        "试一试 画 手写 输入 文件 预测",
        mark("Gives the network something of your own and shows what it says; nothing in the project changes."),
        (
            (
                mark("Drawing"),
                mark("Draw with the left button, rub out with the right one, or use the arrow keys and Space."),
            ),
            (
                mark("Placed as in the data"),
                mark("What is drawn is moved and sized as the examples are: a network knows nothing else."),
            ),
            (
                mark("From a file"),
                mark("A picture, a WAV sound, a text in UTF-8, numbers as CSV or NumPy, scaled as the data were."),
            ),
        ),
    ),
    "write": PanelPage(
        mark("Let it write"),
        "写 生成 贪心 采样 束搜索 温度 top-k 提示",
        mark("Lets a network write that learned to say the next token, alone or about what it reads."),
        (
            (
                mark("Greedy"),
                mark("Takes the likeliest token each time: always the same text, and soon the same words."),
            ),
            (
                mark("Sampling"),
                mark("Draws with the probabilities softmax(scores / T), among the k likeliest where k is given."),
            ),
            (
                mark("Beam search"),
                mark("Keeps several texts side by side; the tree shows what was thought of and what was kept."),
            ),
        ),
    ),
    "attacks": PanelPage(
        mark("Attacks"),
        "对抗 攻击 单像素 随机平滑 鲁棒",
        mark("Changes one example as little as possible so that the answer turns over, or shows how far it holds."),
        (
            (
                mark("Gradient sign"),
                mark("Each number is moved by ε towards a larger loss; the curve shows the accuracy by ε."),
            ),
            (
                mark("One pixel"),
                mark("Evolution looks for the place and colour of one pixel; it can be cancelled."),
            ),
            (
                mark("Votes under noise"),
                mark("Noisy copies vote; from their share follows a radius within which the vote surely holds."),
            ),
        ),
    ),
    "import": PanelPage(
        mark("PyTorch module"),
        "导入 模块 代码 信任",
        mark("Draws a PyTorch module from a Python file, with its weights."),
        (
            (mark("Trust"), mark("Reading a module runs its file, so its source is shown and you are asked first.")),
            (mark("What cannot be drawn"), mark("Stays one node that runs the original code.")),
        ),
    ),
}
"""The pages by the name of the dock, bar or dialog they are about."""


def explain_dialog(dialog: QDialog, page: str) -> None:
    """Let F1 in a dialog open its page. The help then belongs to the dialog, which lets nothing else have the keyboard
    while it is open."""
    _Explanation(dialog, page)


class _Explanation(QShortcut):
    """F1 in a dialog. It holds on to the dialog as Qt's child only, so that a dialog goes when nobody needs it."""

    def __init__(self, dialog: QDialog, page: str):
        super().__init__(QKeySequence("F1"), dialog)
        self._page = page
        self.activated.connect(self._open)

    @Slot()
    def _open(self) -> None:
        from workbench.help_dialog import Help

        dialog = self.parent()
        held = dialog.findChild(Help) if dialog is not None else None
        if held is None and isinstance(dialog, QDialog):
            held = Help(dialog)
        if held is not None:
            held.open(f"panel:{self._page}")
