<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>it calculates with something that is neither a tensor nor a number</source>
        <translation>它计算时用到了既不是张量也不是数的东西</translation>
    </message>
    <message>
        <source>{name} repeats the examples of a batch</source>
        <translation>{name} 会重复一个批次里的样本</translation>
    </message>
    <message>
        <source>there is no layer for {name} with a factor or a rounding</source>
        <translation>没有与带系数或取整的 {name} 对应的层</translation>
    </message>
    <message>
        <source>{name} does not say its axis</source>
        <translation>{name} 没有说明沿哪个轴</translation>
    </message>
    <message>
        <source>its attention has a mask or groups of heads</source>
        <translation>它的注意力带有掩码或分组的头</translation>
    </message>
    <message>
        <source>its attention has no heads</source>
        <translation>它的注意力没有分头</translation>
    </message>
    <message>
        <source>{name} is called with something that is no tensor</source>
        <translation>调用 {name} 时传入了不是张量的东西</translation>
    </message>
    <message>
        <source>{name} gives something else than one to four tensors</source>
        <translation>{name} 给出的不是一到四个张量</translation>
    </message>
    <message>
        <source>{name} is called with {n} tensors</source>
        <translation>调用 {name} 时传入了 {n} 个张量</translation>
    </message>
    <message>
        <source>its argument {name} is not kept in an attribute of that name</source>
        <translation>它的参数 {name} 没有保存在同名属性里</translation>
    </message>
    <message>
        <source>its argument {name} is no number, text or row of them</source>
        <translation>它的参数 {name} 不是数、文本或由它们组成的一列</translation>
    </message>
    <message>
        <source>{name} cannot be found by this name</source>
        <translation>按这个名字找不到 {name}</translation>
    </message>
    <message>
        <source>{name} built with {arguments} has other weights</source>
        <translation>用 {arguments} 构建的 {name} 权重不同</translation>
    </message>
    <message>
        <source>no arguments</source>
        <translation>无参数</translation>
    </message>
    <message>
        <source>{name} uses weights that lie in another part</source>
        <translation>{name} 使用了位于另一部分的权重</translation>
    </message>
    <message>
        <source>it calculates something else in training than in use</source>
        <translation>它在训练时与使用时的计算不同</translation>
    </message>
    <message>
        <source>it returns something else in training than in use</source>
        <translation>它在训练时与使用时返回的结果不同</translation>
    </message>
    <message>
        <source>{part} uses the weights of {path}</source>
        <translation>{part} 使用了 {path} 的权重</translation>
    </message>
    <message>
        <source>there is no layer for {name}</source>
        <translation>没有与 {name} 对应的层</translation>
    </message>
    <message>
        <source>{name} gets more than one thing</source>
        <translation>{name} 得到了不止一个输入</translation>
    </message>
    <message>
        <source>{name} has settings that its layer has not: {settings}</source>
        <translation>{name} 有对应的层所没有的设置：{settings}</translation>
    </message>
    <message>
        <source>StochasticDepth drops the whole batch</source>
        <translation>StochasticDepth 会丢弃整个批次</translation>
    </message>
    <message>
        <source>its padding differs from side to side</source>
        <translation>它两侧的填充不同</translation>
    </message>
    <message>
        <source>Embedding has a largest norm, or gradients by frequency</source>
        <translation>Embedding 设有最大范数，或按频率缩放梯度</translation>
    </message>
    <message>
        <source>it resizes by a fraction</source>
        <translation>它按非整数倍缩放</translation>
    </message>
    <message>
        <source>MultiheadAttention wants the batch second, or adds keys of its own</source>
        <translation>MultiheadAttention 要求批次在第二个轴，或自己添加了键</translation>
    </message>
    <message>
        <source>its attention has a mask that is made on the way</source>
        <translation>它的注意力掩码是在计算途中生成的</translation>
    </message>
    <message>
        <source>its attention has a mask that is not the causal one</source>
        <translation>它的注意力掩码不是因果掩码</translation>
    </message>
    <message>
        <source>{name} wants the batch second, or projects its state</source>
        <translation>{name} 要求批次在第二个轴，或对状态做了投影</translation>
    </message>
    <message>
        <source>{name} starts from a state that is not zero</source>
        <translation>{name} 的初始状态不是零</translation>
    </message>
    <message>
        <source>it reads the state of a layer that is not the last</source>
        <translation>它读取了并非最后一层的状态</translation>
    </message>
    <message>
        <source>it works along the examples of a batch</source>
        <translation>它沿着批次里的样本计算</translation>
    </message>
    <message>
        <source>it holds a constant of {n} numbers</source>
        <translation>它含有一个有 {n} 个数的常量</translation>
    </message>
    <message>
        <source>it holds a single number without axes</source>
        <translation>它含有一个没有轴的单独的数</translation>
    </message>
    <message>
        <source>it holds a tensor of {name}</source>
        <translation>它含有一个 {name} 类型的张量</translation>
    </message>
    <message>
        <source>{name} changes the number type</source>
        <translation>{name} 改变了数的类型</translation>
    </message>
    <message>
        <source>it joins an unknown number of tensors</source>
        <translation>它拼接的张量个数未知</translation>
    </message>
    <message>
        <source>it stacks along the examples of a batch</source>
        <translation>它沿着批次里的样本堆叠</translation>
    </message>
    <message>
        <source>it rearranges the examples of a batch</source>
        <translation>它重新排列了批次里的样本</translation>
    </message>
    <message>
        <source>it leaves no axis but the batch</source>
        <translation>除批次外它没有留下任何轴</translation>
    </message>
    <message>
        <source>it moves the examples of a batch to another axis</source>
        <translation>它把批次里的样本移到了别的轴</translation>
    </message>
    <message>
        <source>it gives the batch another axis</source>
        <translation>它给批次换了一个轴</translation>
    </message>
    <message>
        <source>it takes every axis of size 1 away, the batch too if there is one example</source>
        <translation>它去掉所有大小为 1 的轴，只有一个样本时连批次轴也会去掉</translation>
    </message>
    <message>
        <source>it repeats along several axes at once</source>
        <translation>它同时沿多个轴重复</translation>
    </message>
    <message>
        <source>it cuts a row of tensors</source>
        <translation>它对一列张量做切片</translation>
    </message>
    <message>
        <source>it picks entries that a tensor names</source>
        <translation>它按张量给出的下标取元素</translation>
    </message>
    <message>
        <source>it adds an axis while picking</source>
        <translation>它在取元素时增加了一个轴</translation>
    </message>
    <message>
        <source>it cuts at a place that depends on how many examples there are</source>
        <translation>它切开的位置取决于有多少个样本</translation>
    </message>
    <message>
        <source>there is no layer for .{name}</source>
        <translation>没有与 .{name} 对应的层</translation>
    </message>
    <message>
        <source>it pads an axis that is not a place</source>
        <translation>它填充的轴不表示位置</translation>
    </message>
    <message>
        <source>it wants the batch as its second axis: build it with batch_first=True</source>
        <translation>它要求批次在第二个轴：构建时请用 batch_first=True</translation>
    </message>
    <message>
        <source>{name} takes its {argument} from a tensor</source>
        <translation>{name} 的 {argument} 来自一个张量</translation>
    </message>
    <message>
        <source>a number depends on how many examples there are</source>
        <translation>有一个数取决于有多少个样本</translation>
    </message>
    <message>
        <source>it returns something without a batch</source>
        <translation>它返回了不带批次的结果</translation>
    </message>
    <message>
        <source>{name} is a {type} of {n} axes, which no Input gives</source>
        <translation>{name} 是有 {n} 个轴的 {type}，没有 Input 能给出它</translation>
    </message>
    <message>
        <source>it takes a number or a row where a tensor is expected</source>
        <translation>应为张量的地方它用了一个数或一列</translation>
    </message>
    <message>
        <source>the batch is not the first axis there</source>
        <translation>批次在那里不是第一个轴</translation>
    </message>
    <message>
        <source>{name} gives {one}, the module {two}</source>
        <translation>{name} 给出 {one}，而模块给出 {two}</translation>
    </message>
    <message>
        <source>{name} runs over the examples of a batch</source>
        <translation>{name} 遍历了批次里的样本</translation>
    </message>
    <message>
        <source>{name} runs over several axes at once</source>
        <translation>{name} 同时沿多个轴计算</translation>
    </message>
    <message>
        <source>{name} gives the numbers together with their places; use amax or amin for the numbers alone</source>
        <translation>{name} 同时给出数值和位置；只要数值请用 amax 或 amin</translation>
    </message>
    <message>
        <source>there is no layer for {name} that keeps the axis</source>
        <translation>没有保留该轴的、与 {name} 对应的层</translation>
    </message>
    <message>
        <source>there is no layer for {name} with these arguments</source>
        <translation>没有与带这些参数的 {name} 对应的层</translation>
    </message>
    <message>
        <source>{one} becomes {two} with another batch size</source>
        <translation>换一个批次大小时，{one} 变成了 {two}</translation>
    </message>
    <message>
        <source>it goes through the examples of a batch one by one</source>
        <translation>它逐个处理批次里的样本</translation>
    </message>
    <message>
        <source>what it does depends on the numbers that arrive</source>
        <translation>它做什么取决于传入的数值</translation>
    </message>
    <message>
        <source>it has a backward pass of its own</source>
        <translation>它有自己的反向传播</translation>
    </message>
    <message>
        <source>it writes into a part of a tensor</source>
        <translation>它改写了张量的一部分</translation>
    </message>
    <message>
        <source>it writes into every {n}th place</source>
        <translation>它每隔 {n} 个位置改写一次</translation>
    </message>
    <message>
        <source>it writes a smaller tensor into a larger one</source>
        <translation>它把较小的张量写进了较大的张量</translation>
    </message>
    <message>
        <source>{name} gets weights that are calculated</source>
        <translation>{name} 得到的权重是计算出来的</translation>
    </message>
    <message>
        <source>{why}; it cannot be kept as it is either, since {reason}</source>
        <translation>{why}；也无法原样保留，因为{reason}</translation>
    </message>
    <message>
        <source>{fx}, and by torch.export: {export}</source>
        <translation>{fx}；改用 torch.export 时：{export}</translation>
    </message>
    <message>
        <source>compare by angle with a learned sharpness, distances weighed by a small network (Swin V2)</source>
        <translation>按夹角比较并学习锐度，距离由一个小网络加权（Swin V2）</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Run this code</source>
        <translation>运行这段代码</translation>
    </message>
    <message>
        <source>not found on this machine</source>
        <translation>本机上没有找到</translation>
    </message>
    <message>
        <source>The code that would run</source>
        <translation>将要运行的代码</translation>
    </message>
    <message>
        <source>Run the Python code of {name}?</source>
        <translation>运行“{name}”中的 Python 代码？</translation>
    </message>
    <message>
        <source>To train, this network runs code that Workbench has not written. It can do whatever you can do on this machine. Say yes only when you know where it is from.</source>
        <translation>训练这个网络需要运行并非由 Workbench 编写的代码。它能在本机上做你能做的任何事。只有在你知道它的来源时才选择运行。</translation>
    </message>
    <message>
        <source>Run {name} to import it?</source>
        <translation>运行 {name} 以导入它？</translation>
    </message>
    <message>
        <source>Importing a network means running the whole file. It can do whatever you can do on this machine. Say yes only when you know where it is from.</source>
        <translation>导入网络意味着运行整个文件。它能在本机上做你能做的任何事。只有在你知道它的来源时才选择运行。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import a PyTorch module</source>
        <translation>导入 PyTorch 模块</translation>
    </message>
    <message>
        <source>It is read as a drawing, with the same names and numbers. Equal parts become copies of one block.</source>
        <translation>它会被读成一张图，名称和数值都相同。相同的部分成为同一个块的副本。</translation>
    </message>
    <message>
        <source>A model of torchvision</source>
        <translation>torchvision 的模型</translation>
    </message>
    <message>
        <source>A class or a function of a Python file</source>
        <translation>Python 文件中的类或函数</translation>
    </message>
    <message>
        <source>Without the batch; for several inputs write one after the other with a space between</source>
        <translation>不含批次；有多个输入时依次写出，中间用空格隔开</translation>
    </message>
    <message>
        <source>Shape of one example</source>
        <translation>一个样本的形状</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Built with fresh weights; nothing is loaded from the net</source>
        <translation>以全新的权重构建；不会从网上下载任何东西</translation>
    </message>
    <message>
        <source>Python file</source>
        <translation>Python 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Class or function</source>
        <translation>类或函数</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>What it is called with, as JSON, such as {example}</source>
        <translation>调用时传入的参数，用 JSON 写，例如 {example}</translation>
    </message>
    <message>
        <source>Choose a Python file</source>
        <translation>选择 Python 文件</translation>
    </message>
    <message>
        <source>torchvision is not installed here.</source>
        <translation>这里没有安装 torchvision。</translation>
    </message>
    <message>
        <source>Choose a Python file that has a class or a function.</source>
        <translation>请选择含有类或函数的 Python 文件。</translation>
    </message>
    <message>
        <source>PyTorch is being loaded and the network is being read. This takes some seconds.</source>
        <translation>正在载入 PyTorch 并读取网络，需要几秒钟。</translation>
    </message>
    <message>
        <source>The code ended without saying why.</source>
        <translation>代码没有说明原因就结束了。</translation>
    </message>
    <message>
        <source>Import a PyTorch module…</source>
        <translation>导入 PyTorch 模块…</translation>
    </message>
    <message>
        <source>Read a model of torchvision, or a class of a Python file, as a drawing</source>
        <translation>把 torchvision 的模型或 Python 文件中的类读成一张图</translation>
    </message>
</context>
</TS>
