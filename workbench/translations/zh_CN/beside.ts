<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A step hardly moves these weights.</source>
        <translation>一步几乎没有移动这些权重。</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets by what one example is; rest the mouse on one to read what it holds</source>
        <translation>按样本的种类排列的数据集;把鼠标停在其上可阅读说明</translation>
    </message>
    <message>
        <source>Find a data set by its name in English or Chinese, its task, or what it is about</source>
        <translation>按中英文名称、任务或内容查找数据集</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>权重的直方图</translation>
    </message>
    <message>
        <source>Histogram of what the node gives</source>
        <translation>节点输出的直方图</translation>
    </message>
    <message>
        <source>How far one step moves the weights, measured by their length. About 0.001 is usual; far more and learning is restless, far less and it stands still.</source>
        <translation>一步把权重移动多远,以权重自身的范数来衡量。约 0.001 是常见的;大得多则学习不稳,小得多则停滞不前。</translation>
    </message>
    <message>
        <source>How far the weights are spread; it grows as the network learns.</source>
        <translation>权重分散的程度;随着网络学习,它会变大。</translation>
    </message>
    <message>
        <source>How strongly the loss pulls at the weights, with the biases, before clipping</source>
        <translation>裁剪之前,损失对权重(连同偏置)的拉力有多大</translation>
    </message>
    <message>
        <source>How strongly the loss pulls at what the node gives, over the whole batch</source>
        <translation>损失对节点输出的拉力有多大(整个批次)</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>Live statistics</source>
        <translation>实时统计</translation>
    </message>
    <message>
        <source>Measured with one of the next steps.</source>
        <translation>将在接下来的某一步测量。</translation>
    </message>
    <message>
        <source>More than half of the numbers lie where the curve is flat; hardly any gradient comes through.</source>
        <translation>超过一半的数落在曲线平坦之处,几乎没有梯度通过。</translation>
    </message>
    <message>
        <source>More than half of the units are dead: nothing comes out of them for the whole batch.</source>
        <translation>超过一半的单元已死亡:对整个批次都没有任何输出。</translation>
    </message>
    <message>
        <source>Not measured in this run. Only what is selected is measured: press Step, or train on.</source>
        <translation>本次运行中没有测量过它。只测量选中的节点:请按“单步”,或继续训练。</translation>
    </message>
    <message>
        <source>One step moves the weights by {share}. A smaller learning rate is calmer.</source>
        <translation>一步就把权重移动了 {share}。减小学习率会更平稳。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Search data sets</source>
        <translation>搜索数据集</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sounds and signals</source>
        <translation>声音与信号</translation>
    </message>
    <message>
        <source>Statistics of a node</source>
        <translation>节点的统计</translation>
    </message>
    <message>
        <source>Tables, points and graphs</source>
        <translation>表格、点与图</translation>
    </message>
    <message>
        <source>Text and symbols</source>
        <translation>文本与符号</translation>
    </message>
    <message>
        <source>The average of every number the node gives for one batch; far from zero, the next layer has to shift it back.</source>
        <translation>节点对一个批次给出的所有数的平均值;离零太远时,下一层要先把它移回来。</translation>
    </message>
    <message>
        <source>The average of the weights</source>
        <translation>权重的平均值</translation>
    </message>
    <message>
        <source>The least and the greatest number of the batch</source>
        <translation>这个批次中最小和最大的数</translation>
    </message>
    <message>
        <source>The numbers are no longer finite. A smaller learning rate or clipped gradients help.</source>
        <translation>这些数已不再有限。减小学习率或裁剪梯度会有帮助。</translation>
    </message>
    <message>
        <source>The share of numbers in the outer twentieth of the range, where the curve is flat and hardly any gradient comes through</source>
        <translation>落在取值范围最外侧二十分之一内的数所占的比例;那里曲线平坦,几乎没有梯度通过</translation>
    </message>
    <message>
        <source>The share of numbers that are exactly zero; after a ReLU about half is usual.</source>
        <translation>恰好为零的数所占的比例;ReLU 之后约一半是常见的。</translation>
    </message>
    <message>
        <source>The share of units or channels that are zero for every example of the batch. They get no gradient, so they cannot learn; LeakyReLU or a smaller learning rate helps.</source>
        <translation>对批次中每个样本都为零的单元或通道所占的比例。它们得不到梯度,因此学不到东西;可以换用 LeakyReLU 或减小学习率。</translation>
    </message>
    <message>
        <source>The smallest and the largest weight</source>
        <translation>最小和最大的权重</translation>
    </message>
    <message>
        <source>The square root of the sum of all squares; weight decay pulls it down.</source>
        <translation>所有权重平方和的平方根;权重衰减会把它往下拉。</translation>
    </message>
    <message>
        <source>The standard deviation over the batch: how different the numbers are. Near zero, the node says the same to everything.</source>
        <translation>整个批次上的标准差:这些数有多大差别。接近零时,节点对什么都给出同样的回答。</translation>
    </message>
    <message>
        <source>Volumes and clips</source>
        <translation>体数据与视频</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>它的输出</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>自己的文件</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡单元</translation>
    </message>
    <message>
        <source>digits, 手写, regression</source>
        <translation>digits、手写、回归</translation>
    </message>
    <message>
        <source>exactly zero</source>
        <translation>恰好为零</translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂W‖</source>
        <translation>梯度 ‖∂L/∂W‖</translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂y‖</source>
        <translation>梯度 ‖∂L/∂y‖</translation>
    </message>
    <message>
        <source>length ‖W‖</source>
        <translation>权重范数 ‖W‖</translation>
    </message>
    <message>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和占比</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <source>update ÷ weight</source>
        <translation>更新量 ÷ 权重</translation>
    </message>
    <message>
        <source>{n} of {all} values lie between {low} and {high}</source>
        <translation>{all} 个值中有 {n} 个落在 {low} 到 {high} 之间</translation>
    </message>
</context>
</TS>
