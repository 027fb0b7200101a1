<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Chinese fonts</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>System libraries</source>
        <translation>系统库</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>torch {torch} and torchvision {vision} fit each other.</source>
        <translation>torch {torch} 与 torchvision {vision} 相互匹配。</translation>
    </message>
    <message>
        <source>CPU cores: {cores}. Memory: {total} GiB, {free} GiB of it free.</source>
        <translation>CPU 核心数：{cores}。内存：{total} GiB，其中 {free} GiB 可用。</translation>
    </message>
    <message>
        <source>Chinese can be drawn, with {font} for one.</source>
        <translation>可以显示中文，例如使用 {font}。</translation>
    </message>
    <message>
        <source>Without a screen this runs: {command}</source>
        <translation>没有屏幕时可以运行：{command}</translation>
    </message>
    <message>
        <source>PySide6 {pyside} ends the program after some thousand calls on Python {python}. Use Python 3.12 or newer, or run: {command}</source>
        <translation>在 Python {python} 上，PySide6 {pyside} 会在数千次调用后使程序崩溃。请使用 Python 3.12 或更新的版本，或运行：{command}</translation>
    </message>
    <message>
        <source>{path} can be written to; {free} GiB are free.</source>
        <translation>{path} 可以写入；剩余空间 {free} GiB。</translation>
    </message>
    <message>
        <source>Run: {command}</source>
        <translation>请运行：{command}</translation>
    </message>
    <message>
        <source>Python {version}.</source>
        <translation>Python {version}。</translation>
    </message>
    <message>
        <source>torch and torchvision are both needed to train; at least one is not installed.</source>
        <translation>训练需要 torch 和 torchvision，其中至少有一个没有安装。</translation>
    </message>
    <message>
        <source>torch {torch} and torchvision {vision} come from different builds; torchvision needs the torch it was built with.</source>
        <translation>torch {torch} 和 torchvision {vision} 来自不同的构建；torchvision 需要与构建它时所用的 torch 配套。</translation>
    </message>
    <message>
        <source>torchvision {vision} does not fit torch {torch}: importing it gives “{error}”.</source>
        <translation>torchvision {vision} 与 torch {torch} 不匹配，导入时报错：“{error}”。</translation>
    </message>
    <message>
        <source>torch and torchvision could not be imported: “{error}”.</source>
        <translation>无法导入 torch 和 torchvision：“{error}”。</translation>
    </message>
    <message>
        <source>Importing torch and torchvision was given up after {seconds} seconds.</source>
        <translation>导入 torch 和 torchvision 超过 {seconds} 秒，已放弃。</translation>
    </message>
    <message>
        <source>Look again when the machine is less busy; a first import from a slow disk takes longest.</source>
        <translation>请在机器不忙时再检查一次；从慢速磁盘首次导入耗时最长。</translation>
    </message>
    <message>
        <source>Less than 2 GiB is free: close other programs, or train with smaller batches.</source>
        <translation>可用内存不足 2 GiB：请关闭其他程序，或减小批大小。</translation>
    </message>
    <message>
        <source>{name} is there, but torch cannot use it.</source>
        <translation>检测到 {name}，但 torch 无法使用它。</translation>
    </message>
    <message>
        <source>Qt is told to draw without a screen, by QT_QPA_PLATFORM.</source>
        <translation>QT_QPA_PLATFORM 指定 Qt 不使用屏幕绘制。</translation>
    </message>
    <message>
        <source>{name} is not installed.</source>
        <translation>{name} 没有安装。</translation>
    </message>
    <message>
        <source>pyqtgraph {version} does not work with PySide6 {pyside}, which needs pyqtgraph 0.14 or newer.</source>
        <translation>pyqtgraph {version} 不能与 PySide6 {pyside} 一起使用，后者需要 pyqtgraph 0.14 或更新的版本。</translation>
    </message>
    <message>
        <source>{name} {version} is installed; Workbench needs {oldest} or newer.</source>
        <translation>已安装 {name} {version}；Workbench 需要 {oldest} 或更新的版本。</translation>
    </message>
    <message>
        <source>{name} {version}.</source>
        <translation>{name} {version}。</translation>
    </message>
    <message>
        <source>A long training with checkpoints may need more than 1 GiB: delete old runs or other files.</source>
        <translation>带检查点的长时间训练可能需要超过 1 GiB 的空间：请删除旧的运行记录或其他文件。</translation>
    </message>
    <message>
        <source>This is Python {version}; Workbench needs 3.11 or newer.</source>
        <translation>当前是 Python {version}；Workbench 需要 3.11 或更新的版本。</translation>
    </message>
    <message>
        <source>Install a newer Python and make the environment again.</source>
        <translation>请安装更新的 Python，然后重新创建环境。</translation>
    </message>
    <message>
        <source>{name}, {memory} GiB: training can run on it.</source>
        <translation>{name}，{memory} GiB：可用于训练。</translation>
    </message>
    <message>
        <source>This torch is built for the CPU only: install torch and torchvision together, both built for CUDA.</source>
        <translation>当前的 torch 是仅支持 CPU 的构建：请同时安装支持 CUDA 的 torch 和 torchvision。</translation>
    </message>
    <message>
        <source>torch was built for CUDA {version}; a newer NVIDIA driver usually helps.</source>
        <translation>torch 是针对 CUDA {version} 构建的；通常更新 NVIDIA 驱动即可解决。</translation>
    </message>
    <message>
        <source>No GPU that torch can use: training runs on the CPU.</source>
        <translation>没有 torch 可用的 GPU：训练将在 CPU 上进行。</translation>
    </message>
    <message>
        <source>No font with Chinese characters is installed: Chinese texts would show as empty boxes.</source>
        <translation>没有安装含汉字的字体：中文会显示为空方框。</translation>
    </message>
    <message>
        <source>Qt needs these system libraries, which are not there: {names}.</source>
        <translation>缺少 Qt 所需的系统库：{names}。</translation>
    </message>
    <message>
        <source>There is a screen for the window.</source>
        <translation>有可供窗口使用的屏幕。</translation>
    </message>
    <message>
        <source>{path} cannot be written to.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>Make {path} a folder that you may write to.</source>
        <translation>请确保 {path} 是一个可写入的文件夹。</translation>
    </message>
    <message>
        <source>An Apple GPU: training can run on it.</source>
        <translation>Apple GPU：可用于训练。</translation>
    </message>
    <message>
        <source>This system brings Chinese fonts along.</source>
        <translation>此系统自带中文字体。</translation>
    </message>
    <message>
        <source>The fonts could not be listed, because fc-list is not there; the window looks by itself.</source>
        <translation>缺少 fc-list，无法列出字体；窗口启动时会自行检查。</translation>
    </message>
    <message>
        <source>The system libraries that Qt needs are there.</source>
        <translation>Qt 所需的系统库齐全。</translation>
    </message>
    <message>
        <source>The screen “{display}” does not answer.</source>
        <translation>屏幕“{display}”没有响应。</translation>
    </message>
    <message>
        <source>This machine has no screen: neither DISPLAY nor WAYLAND_DISPLAY is set.</source>
        <translation>这台机器没有屏幕：DISPLAY 和 WAYLAND_DISPLAY 均未设置。</translation>
    </message>
</context>
</TS>
