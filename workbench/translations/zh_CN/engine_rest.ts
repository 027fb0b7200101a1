<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>clouds of points</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>the upright axis, z</source>
        <translation>竖直轴 z</translation>
    </message>
    <message>
        <source>the axis across, x</source>
        <translation>横轴 x</translation>
    </message>
    <message>
        <source>the axis of depth, y</source>
        <translation>纵深轴 y</translation>
    </message>
    <message>
        <source>any axis</source>
        <translation>任意轴</translation>
    </message>
    <message>
        <source>turn a cloud</source>
        <translation>旋转点云</translation>
    </message>
    <message>
        <source>jitter points</source>
        <translation>抖动各点</translation>
    </message>
    <message>
        <source>Turn a cloud of points about its middle by a random angle.</source>
        <translation>让点云绕自身中心旋转一个随机角度。</translation>
    </message>
    <message>
        <source>Move every point of a cloud a little: p + N(0, σ²) in each direction, cut off at ``most``.</source>
        <translation>让点云的每个点稍作移动：每个方向加上 N(0, σ²)，并在 ``most`` 处截断。</translation>
    </message>
    <message>
        <source>how far points are moved, in the unit of the points</source>
        <translation>各点移动多远，以点的坐标单位计</translation>
    </message>
    <message>
        <source>no point is moved further than this in any direction</source>
        <translation>任何方向上，点的移动都不超过这个值</translation>
    </message>
    <message>
        <source>{run} is a branch: its first {step} steps are those of {parent}.</source>
        <translation>{run} 是一个分支：它的前 {step} 步就是 {parent} 的前几步。</translation>
    </message>
    <message>
        <source>Make {parent} again, and branch off at step {step} from what comes out.</source>
        <translation>请先重做 {parent}，再从得到的运行的第 {step} 步分支。</translation>
    </message>
    <message>
        <source>Varies every training example anew each time it is seen, in ways that leave its answer true.</source>
        <translation>每次看到训练样本时都重新变化一次，而答案保持正确。</translation>
    </message>
    <message>
        <source>Offers what changes something in these data: pictures, signals, texts or clouds of points. The steps work one after the other, from the top.</source>
        <translation>只列出对这份数据起作用的变化：图像、信号、文本或点云。各步自上而下依次进行。</translation>
    </message>
    <message>
        <source>The examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Above as they are, below as training sees them, drawn again while you turn a number. Masks, boxes and tags go along.</source>
        <translation>上面是原样，下面是训练看到的样子；改动数值时会重新画出。掩码、边框和标签随之一起变化。</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Some changes make the answer wrong: a 6 upside down is a 9. The step says so and stays; you decide.</source>
        <translation>有些变化会让答案出错：倒过来的 6 就是 9。这一步会说明这一点并保留下来，由您决定。</translation>
    </message>
    <message>
        <source>Only in training</source>
        <translation>只在训练中</translation>
    </message>
    <message>
        <source>Validation and test see the examples as they are. The same seed gives the same variations, also after a pause.</source>
        <translation>验证和测试看到的是原样。同样的随机种子给出同样的变化，暂停之后也一样。</translation>
    </message>
    <message>
        <source>They mix two examples and their answers, so they stand under Techniques, with the loss they change.</source>
        <translation>它们混合两个样本及其答案，因此放在“训练技巧”中，与它们所改变的损失在一起。</translation>
    </message>
    <message>
        <source>On the command line</source>
        <translation>在命令行中</translation>
    </message>
    <message>
        <source>Mixup and CutMix</source>
        <translation>Mixup 与 CutMix</translation>
    </message>
    <message>
        <source>workbench train lenet5 --recipe augment=Rotation,AddedNoise --recipe augment.0.degrees=10</source>
        <translation>命令：workbench train lenet5 --recipe augment=Rotation,AddedNoise --recipe augment.0.degrees=10</translation>
    </message>
    <message>
        <source>{n} trainings wait in the queue. Run, Queue… starts them.</source>
        <translation>队列中有 {n} 个训练在等待。用“运行 › 队列…”开始。</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>Go on with the queue?</source>
        <translation>继续训练队列吗？</translation>
    </message>
    <message>
        <source>The queue stays as it is and is offered at the next start</source>
        <translation>队列保持原样，下次启动时再询问</translation>
    </message>
    <message>
        <source>{title} had begun when Workbench ended, and goes on from its last checkpoint.</source>
        <translation>Workbench 结束时 {title} 已经开始训练，将从最后一个检查点继续。</translation>
    </message>
    <message>
        <source>Trainings that wait after it: {n}.</source>
        <translation>在它之后等待的训练：{n} 个。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>a parameter of a node, such as loss.label_smoothing=0.1</source>
        <translation>节点的一个参数，例如 loss.label_smoothing=0.1</translation>
    </message>
    <message>
        <source>--node takes NAME.PARAMETER=VALUE of a node of the drawing, such as loss.label_smoothing=0.1. It got {text}.</source>
        <translation>--node 接受图中节点的 NAME.PARAMETER=VALUE，例如 loss.label_smoothing=0.1。得到的是 {text}。</translation>
    </message>
    <message>
        <source>Ask together</source>
        <translation>一起询问</translation>
    </message>
    <message>
        <source>Measures the mean of the answers of the chosen runs on the test examples</source>
        <translation>在测试样本上度量所选运行的平均回答</translation>
    </message>
    <message>
        <source>Choose several runs of one drawing and the same data with Ctrl or Shift.</source>
        <translation>用 Ctrl 或 Shift 选择同一张图、同一份数据的多次运行。</translation>
    </message>
    <message>
        <source>A training runs at this moment. Pause or stop it first.</source>
        <translation>此刻有训练正在进行。请先暂停或停止它。</translation>
    </message>
    <message>
        <source>{n} runs are asked…</source>
        <translation>正在询问 {n} 次运行……</translation>
    </message>
    <message>
        <source>On the test examples, alone and together:</source>
        <translation>在测试样本上，单独与合在一起：</translation>
    </message>
    <message>
        <source>{name}: {alone}; together {value}</source>
        <translation>{name}：{alone}；合在一起 {value}</translation>
    </message>
    <message>
        <source>There are no test examples to ask.</source>
        <translation>没有可问的测试样本。</translation>
    </message>
    <message>
        <source>The runs cannot be asked together: {error}</source>
        <translation>无法把这些运行放在一起询问：{error}</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>标签平滑</translation>
    </message>
</context>
</TS>
