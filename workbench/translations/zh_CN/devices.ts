<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>pictures lie pixel by pixel in memory: faster convolutions in half precision on a GPU</source>
        <translation>图像在内存中按像素排列：在 GPU 上以半精度计算时卷积更快</translation>
    </message>
    <message>
        <source>NVIDIA GPUs multiply float32 matrices with ten bits after the point, several times as fast</source>
        <translation>NVIDIA GPU 以十位尾数做 float32 矩阵乘法，快数倍</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>运算方式</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>中央处理器</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>NVIDIA 显卡</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>Apple 显卡</translation>
    </message>
    <message>
        <source>The recipe asks for {device}, and this machine does not have it. Choose the fastest there is.</source>
        <translation>训练方案要求使用 {device}，而这台机器没有。请选择“最快的可用设备”。</translation>
    </message>
    <message>
        <source>A training runs on {device} of this machine.</source>
        <translation>训练将在这台机器的 {device} 上运行。</translation>
    </message>
    <message>
        <source>{why} The operations of a step come one after the other.</source>
        <translation>{why}这一步的运算将逐个执行。</translation>
    </message>
    <message>
        <source>torch.compile works on a CPU and on an NVIDIA GPU, and this training runs on an Apple GPU.</source>
        <translation>torch.compile 适用于 CPU 和 NVIDIA GPU，而本次训练在 Apple GPU 上运行。</translation>
    </message>
    <message>
        <source>torch.compile needs Triton on an NVIDIA GPU, and it is not installed: pip install triton.</source>
        <translation>在 NVIDIA GPU 上，torch.compile 需要 Triton，但尚未安装：pip install triton。</translation>
    </message>
    <message>
        <source>torch.compile needs a C++ compiler, and none is found. On Debian and Ubuntu: sudo apt install g++, on a Mac: xcode-select --install, on Windows: Visual Studio with C++.</source>
        <translation>torch.compile 需要 C++ 编译器，但没有找到。Debian 和 Ubuntu：sudo apt install g++；Mac：xcode-select --install；Windows：安装带 C++ 的 Visual Studio。</translation>
    </message>
    <message>
        <source>A CUDA graph needs an NVIDIA GPU.</source>
        <translation>CUDA graph 需要 NVIDIA GPU。</translation>
    </message>
    <message>
        <source>A CUDA graph plays the same step again and again: one player, and no nodes that thaw.</source>
        <translation>CUDA graph 反复回放同一步：只能有一个训练者，且不能有逐步解冻的节点。</translation>
    </message>
    <message>
        <source>A CUDA graph cannot hold what LBFGS and mixed examples do: they compute a batch several times.</source>
        <translation>CUDA graph 无法容纳 LBFGS 和混合样本：它们会把一个批次计算多次。</translation>
    </message>
    <message>
        <source>A CUDA graph plays the same step again and again, and a teacher lets go step by step.</source>
        <translation>CUDA graph 反复回放同一步，而教师强制会逐步放手。</translation>
    </message>
    <message>
        <source>torch.compile cannot compile this drawing: {error}</source>
        <translation>torch.compile 无法编译此网络图：{error}</translation>
    </message>
    <message>
        <source>This drawing cannot be recorded as a CUDA graph: {error}</source>
        <translation>此网络图无法录制为 CUDA graph：{error}</translation>
    </message>
    <message>
        <source>Choose in the recipe that the operations come one after the other.</source>
        <translation>请在训练方案中选择逐个运算执行。</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>逐个执行</translation>
    </message>
    <message>
        <source>How the operations of a step come to the device. torch.compile joins them into fewer, which takes a minute before the first step and needs a C++ compiler; a CUDA graph is recorded once, and an NVIDIA GPU plays it back without waiting for Python. A step is the same up to rounding.</source>
        <translation>一步中的运算如何送到设备。torch.compile 把它们合并成更少的运算，第一步之前需要约一分钟，并需要 C++ 编译器；CUDA graph 只录制一次，之后由 NVIDIA GPU 直接回放，不必等待 Python。除舍入误差外，每一步的结果相同。</translation>
    </message>
</context>
</TS>
