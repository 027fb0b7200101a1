<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A tensor that is saved with the weights but never learned.</source>
        <translation>与权重一起保存、但从不学习的张量。</translation>
    </message>
    <message>
        <source>A table in the appendix of a book: printed along with the text, and never revised by reading.</source>
        <translation>书末附录里的一张表：随正文一起印出，却不会因为阅读而改动。</translation>
    </message>
    <message>
        <source>Use it for index tables and masks that belong to a set of weights and are loaded together with them.</source>
        <translation>用于属于某组权重、并随之一同载入的索引表和掩码。</translation>
    </message>
    <message>
        <source>It starts with zeros: until weights are loaded into it, it says nothing.</source>
        <translation>它一开始全是零：在载入权重之前，它什么也没说。</translation>
    </message>
    <message>
        <source>keep the tensor with an axis of size 1 for the batch, as others do</source>
        <translation>让存储的张量带一个大小为 1 的批量轴，与其他程序的做法一致</translation>
    </message>
    <message>
        <source>the type of the numbers: with a fraction, whole, or yes and no</source>
        <translation>数的类型：带小数、整数，或是与否</translation>
    </message>
    <message>
        <source>leave it out when the network is used, as auxiliary heads are</source>
        <translation>网络在使用时不计算它，辅助分类头就是这样</translation>
    </message>
    <message>
        <source>At every pixel, shift and scale the channels so that they have mean 0 and spread 1.</source>
        <translation>在每个像素处平移并缩放各通道，使其均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Every spectator of a match writes a report in the same tone, whatever the others saw.</source>
        <translation>一场比赛的每位观众都用同样的语气写报道，不管别人看到了什么。</translation>
    </message>
    <message>
        <source>Use it in convolutional networks built like Transformers (ConvNeXt), where batches are small.</source>
        <translation>用于像 Transformer 那样搭建、批量较小的卷积网络（如 ConvNeXt）。</translation>
    </message>
    <message>
        <source>How bright a place is compared with its neighbours is wiped out, so contrast between places gets lost.</source>
        <translation>某处与邻近位置相比有多亮会被抹掉，位置之间的对比因此丢失。</translation>
    </message>
    <message>
        <source>LayerNorm normalises the last axis of everything else.</source>
        <translation>其他张量用 LayerNorm，它归一化最后一个轴。</translation>
    </message>
    <message>
        <source>Let every place of an image look at the places in its window; shifted windows join what borders cut apart.</source>
        <translation>让图像的每个位置看到自己窗口内的位置；移动后的窗口把被边界切开的部分重新连起来。</translation>
    </message>
    <message>
        <source>Neighbours talk in their own street; every second evening the streets are drawn elsewhere, so news gets around.</source>
        <translation>邻居们只在自己的街区里交谈；每隔一晚街区重新划分，消息于是传开。</translation>
    </message>
    <message>
        <source>Use it instead of attention over all places, whose cost grows with the square of the image, as Swin does.</source>
        <translation>用它代替对所有位置的注意力（代价随图像大小的平方增长），Swin 就是这样做的。</translation>
    </message>
    <message>
        <source>Without a shift in every second layer, what happens in one window is never heard of in the next.</source>
        <translation>若不是每隔一层移动一次窗口，一个窗口里发生的事永远传不到下一个窗口。</translation>
    </message>
    <message>
        <source>rows × columns × features</source>
        <translation>行 × 列 × 特征</translation>
    </message>
    <message>
        <source>rows and columns of one window</source>
        <translation>一个窗口的行数和列数</translation>
    </message>
    <message>
        <source>by how many places the windows are moved; half a window is usual</source>
        <translation>窗口移动多少个位置；通常是半个窗口</translation>
    </message>
    <message>
        <source>add learned numbers to queries, keys and values</source>
        <translation>给查询、键和值加上学习到的数</translation>
    </message>
    <message>
        <source>share of answers set to zero, while training only</source>
        <translation>被置零的回答比例，仅在训练时</translation>
    </message>
    <message>
        <source>A shift is smaller than the window.</source>
        <translation>移动量要小于窗口。</translation>
    </message>
    <message>
        <source>Permute puts the channels of an image last.</source>
        <translation>Permute 把图像的通道放到最后。</translation>
    </message>
    <message>
        <source>{type} takes rows × columns × features.</source>
        <translation>{type} 接受 行 × 列 × 特征。</translation>
    </message>
    <message>
        <source>A module of your own Python code, which runs only after you have said that you trust it.</source>
        <translation>你自己的 Python 代码模块，只有在你表示信任之后才会运行。</translation>
    </message>
    <message>
        <source>A sealed parcel between open boxes: its label says who sent it, and only unpacking shows what is inside.</source>
        <translation>敞开的箱子之间的一个密封包裹：标签写着寄件人，拆开才知道里面是什么。</translation>
    </message>
    <message>
        <source>It comes from importing a network whose code does something no layer here does. Everything around it can be edited.</source>
        <translation>导入的网络若含有这里没有对应层的代码，就会出现它。它周围的一切都可以编辑。</translation>
    </message>
    <message>
        <source>It runs whatever its author wrote. Compile it only when you know where it is from, on a machine that has it.</source>
        <translation>作者写了什么它就运行什么。只有知道来源、并且本机装有该代码时才编译它。</translation>
    </message>
    <message>
        <source>the full name of the class</source>
        <translation>类的完整名称</translation>
    </message>
    <message>
        <source>what it is built with, as JSON: {"size": 3}; empty is nothing</source>
        <translation>构造时的参数，写成 JSON：{"size": 3}；留空表示没有</translation>
    </message>
    <message>
        <source>the shapes it gives, without the batch: 512×7×7; 10 int64</source>
        <translation>它给出的形状，不含批量：512×7×7; 10 int64</translation>
    </message>
    <message>
        <source>how many numbers it learns</source>
        <translation>它学习多少个数</translation>
    </message>
    <message>
        <source>how many numbers it saves beside them</source>
        <translation>它另外保存多少个数</translation>
    </message>
    <message>
        <source>A class has a full name such as package.module.Class. It got “{text}”.</source>
        <translation>类要有完整名称，例如 package.module.Class。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Arguments are written as JSON, such as {example}. It got “{text}”.</source>
        <translation>参数要写成 JSON，例如 {example}。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Shapes are written like 512×7×7; 10 int64, at most four. It got “{text}”.</source>
        <translation>形状要写成 512×7×7; 10 int64 这样，最多四个。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>{name} would run {target}, which is Python code of its own. It runs only when you say that you trust it: --trust on the command line.</source>
        <translation>{name} 会运行 {target}，那是外来的 Python 代码。只有表示信任（命令行上加 --trust）后它才会运行。</translation>
    </message>
    <message>
        <source>This machine does not have what the drawing runs: {why}.</source>
        <translation>本机没有这张图要运行的代码：{why}。</translation>
    </message>
    <message>
        <source>forward takes {n} inputs: {names}. It got {m}.</source>
        <translation>forward 接受 {n} 个输入：{names}。得到了 {m} 个。</translation>
    </message>
    <message>
        <source>The example for {name} has to be a tensor whose first axis is the batch.</source>
        <translation>{name} 的示例必须是张量，且第一个轴是批量。</translation>
    </message>
    <message>
        <source>{where} cannot be read: {why}.</source>
        <translation>无法读取 {where}：{why}。</translation>
    </message>
    <message>
        <source>read a network from Python code</source>
        <translation>从 Python 代码读入一个网络</translation>
    </message>
    <message>
        <source>MODULE:CALLABLE is what makes the network, such as torchvision.models:resnet50.</source>
        <translation>MODULE:CALLABLE 是生成网络的函数或类，例如 torchvision.models:resnet50。</translation>
    </message>
    <message>
        <source>what the callable is given, as JSON</source>
        <translation>传给它的参数，写成 JSON</translation>
    </message>
    <message>
        <source>the shape of one example, such as 3,224,224; once for each input</source>
        <translation>一个样本的形状，例如 3,224,224；每个输入写一次</translation>
    </message>
    <message>
        <source>a file to write, ending in .workbench</source>
        <translation>要写入的文件，以 .workbench 结尾</translation>
    </message>
    <message>
        <source>yes, run this code: importing means running it</source>
        <translation>是的，运行这些代码：导入就意味着运行</translation>
    </message>
    <message>
        <source>Importing runs the code of {what}. If you trust it, say so with --trust.</source>
        <translation>导入会运行 {what} 的代码。若你信任它，请加上 --trust。</translation>
    </message>
    <message>
        <source>“{text}” is not MODULE:CALLABLE, such as torchvision.models:resnet50.</source>
        <translation>“{text}” 不是 MODULE:CALLABLE 的形式，例如 torchvision.models:resnet50。</translation>
    </message>
    <message>
        <source>{what} cannot be found: {why}.</source>
        <translation>找不到 {what}：{why}。</translation>
    </message>
    <message>
        <source>{what} could not be made: {why}.</source>
        <translation>无法生成 {what}：{why}。</translation>
    </message>
    <message>
        <source>{what} gives {kind}, not a torch.nn.Module.</source>
        <translation>{what} 给出的是 {kind}，不是 torch.nn.Module。</translation>
    </message>
    <message>
        <source>“{text}” is not a JSON object such as {example}.</source>
        <translation>“{text}” 不是 JSON 对象，例如 {example}。</translation>
    </message>
    <message>
        <source>“{text}” is not a shape such as 3,224,224.</source>
        <translation>“{text}” 不是形状，例如 3,224,224。</translation>
    </message>
    <message>
        <source>{name}: {nodes} nodes, {blocks} blocks, {parameters} parameters. Written to {path}.</source>
        <translation>{name}：{nodes} 个节点，{blocks} 个模块，{parameters} 个参数。已写入 {path}。</translation>
    </message>
    <message>
        <source>{n} modules are Python code of their own: {names}.</source>
        <translation>{n} 个模块是外来的 Python 代码：{names}。</translation>
    </message>
    <message>
        <source>yes, run the Python code the file names</source>
        <translation>是的，运行文件里指明的 Python 代码</translation>
    </message>
</context>
</TS>
