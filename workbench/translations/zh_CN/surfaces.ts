<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>the training's path</source>
        <translation>训练的路径</translation>
    </message>
    <message>
        <source>random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>Two directions need three checkpoints; the run {run} keeps {n}.</source>
        <translation>要定出两个方向需要三个检查点；运行 {run} 只保留了 {n} 个。</translation>
    </message>
    <message>
        <source>Train longer, or choose random directions.</source>
        <translation>请训练得更久一些，或选择随机方向。</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>碗</translation>
    </message>
    <message>
        <source>Ravine</source>
        <translation>沟谷</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Rosenbrock's valley</source>
        <translation>Rosenbrock 山谷</translation>
    </message>
    <message>
        <source>Several minima</source>
        <translation>多个极小值</translation>
    </message>
    <message>
        <source>the same slope in every direction: all of them find the bottom, only at different speeds.</source>
        <translation>各个方向坡度相同：所有优化器都能到底，只是快慢不同。</translation>
    </message>
    <message>
        <source>plain gradient descent jumping from wall to wall while it hardly gets on along the floor. Momentum adds up what always points the same way; Adam and RMSprop measure each direction by itself.</source>
        <translation>普通梯度下降在两壁之间来回跳，沿谷底却几乎不前进。动量把方向始终一致的部分累加起来；Adam 和 RMSprop 则对每个方向单独度量。</translation>
    </message>
    <message>
        <source>how long each one waits in the middle, where the slope is nearly zero, before it finds the way down to the side.</source>
        <translation>每个优化器在中间坡度近乎为零的地方停留多久，才找到往旁边下去的路。</translation>
    </message>
    <message>
        <source>steps that follow the size of the slope standing still far outside, where it is almost flat; steps that are divided by its recent size walk in all the same.</source>
        <translation>在外围几乎平坦的地方，步长随坡度大小而定的优化器停滞不前；用近期坡度大小去除的优化器照样能走进去。</translation>
    </message>
    <message>
        <source>a bent valley: the floor is found at once, the lowest place in it, at (1, 1), only after a long way round the bend.</source>
        <translation>弯曲的山谷：谷底很快就找到了，而最低点 (1, 1) 要绕过弯走很长的路才能到。</translation>
    </message>
    <message>
        <source>four hollows of different depth: which one is reached depends on the start and on how far the first steps carry. Only the one at the lower left is the lowest.</source>
        <translation>四个深浅不同的洼地：会落入哪一个取决于起点和最初几步走多远。只有左下角那个最低。</translation>
    </message>
    <message>
        <source>Optimizer race</source>
        <translation>优化器赛跑</translation>
    </message>
    <message>
        <source>Optimizer race…</source>
        <translation>优化器赛跑…</translation>
    </message>
    <message>
        <source>Watch optimizers come down the same slope, the recipe's own among them</source>
        <translation>看各个优化器从同一坡面下来，配方自己的也在其中</translation>
    </message>
    <message>
        <source>Loss surface…</source>
        <translation>损失曲面…</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Loss surface of {run}</source>
        <translation>{run} 的损失曲面</translation>
    </message>
    <message>
        <source>Map the loss around the weights of the run that is open, with the path the training took</source>
        <translation>画出所打开运行的权重周围的损失地形，以及训练走过的路径</translation>
    </message>
    <message>
        <source>Race it against others…</source>
        <translation>与其他优化器赛跑…</translation>
    </message>
    <message>
        <source>Watch this optimizer come down a slope beside others</source>
        <translation>看这个优化器与其他优化器一起从坡面下来</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>坡面</translation>
    </message>
    <message>
        <source>Runners</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <source>Down which slope they run</source>
        <translation>它们从哪个坡面下来</translation>
    </message>
    <message>
        <source>Fit a line: how many points a step</source>
        <translation>拟合直线：每步用多少个点</translation>
    </message>
    <message>
        <source>How many steps each of them takes</source>
        <translation>每个优化器走多少步</translation>
    </message>
    <message>
        <source>Another runner</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Let one more optimizer run, six at most</source>
        <translation>让另一个优化器参赛，最多六个</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>The ways of the runners</source>
        <translation>各参赛者的路径</translation>
    </message>
    <message>
        <source>Click the map to let the race begin there</source>
        <translation>在图上单击，让赛跑从那里开始</translation>
    </message>
    <message>
        <source>How high each runner still is</source>
        <translation>各参赛者还有多高</translation>
    </message>
    <message>
        <source>the way of all points going straight down; of single points quicker at first, then wandering about the lowest place and never coming to rest. Four times as many points: half the noise.</source>
        <translation>用全部点时路径直奔谷底；每次只用一个点时起初更快，随后在最低点附近游荡，永不停歇。点数增到四倍，噪声减半。</translation>
    </message>
    <message>
        <source>Let them run from here</source>
        <translation>从这里继续跑</translation>
    </message>
    <message>
        <source>Hold the race where it is</source>
        <translation>让赛跑停在此处</translation>
    </message>
    <message>
        <source>Lowest after {n} steps: {name}, {height} above the lowest place.</source>
        <translation>{n} 步后最低的是 {name}，比最低点高 {height}。</translation>
    </message>
    <message>
        <source>Flew off: {names}. The learning rate is too high for this slope.</source>
        <translation>飞出去了：{names}。对这个坡面来说学习率太大。</translation>
    </message>
    <message>
        <source>Noise of a step's slope at the start, by batch size: {numbers}.</source>
        <translation>起点处单步坡度的噪声，按批大小：{numbers}。</translation>
    </message>
    <message>
        <source>Take this runner out</source>
        <translation>去掉这个参赛者</translation>
    </message>
    <message>
        <source>From how many of the points each step takes its slope</source>
        <translation>每一步用多少个点来求坡度</translation>
    </message>
    <message>
        <source>all {n} points</source>
        <translation>全部 {n} 个点</translation>
    </message>
    <message>
        <source>{n} at a time</source>
        <translation>每次 {n} 个</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>每次一个</translation>
    </message>
    <message>
        <source>all points</source>
        <translation>全部点</translation>
    </message>
    <message>
        <source>How much of the last step is kept</source>
        <translation>保留上一步的多少</translation>
    </message>
    <message>
        <source>How long one step is</source>
        <translation>一步有多长</translation>
    </message>
    <message>
        <source>Contour map</source>
        <translation>等高线图</translation>
    </message>
    <message>
        <source>how high</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Heights from {low} to {high}</source>
        <translation>高度从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>The loss is measured around the weights…</source>
        <translation>正在权重周围测量损失…</translation>
    </message>
    <message>
        <source>first random direction</source>
        <translation>第一个随机方向</translation>
    </message>
    <message>
        <source>second random direction</source>
        <translation>第二个随机方向</translation>
    </message>
    <message>
        <source>direction {n} ({share} % of the path)</source>
        <translation>方向 {n}（占路径的 {share} %）</translation>
    </message>
    <message>
        <source>Step {step}: loss {loss}. The map lies between {low} and {high}.</source>
        <translation>第 {step} 步：损失 {loss}。地图上的损失在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Measured at {n}×{n} places on {examples} training examples, in evaluation mode.</source>
        <translation>在 {n}×{n} 个位置、{examples} 个训练样本上，以评估模式测得。</translation>
    </message>
    <message>
        <source>Of the path, {share} % lies in this plane: random directions show the valley, not the way.</source>
        <translation>路径只有 {share} % 落在这个平面内：随机方向显示的是山谷，而不是走过的路。</translation>
    </message>
    <message>
        <source>Other directions</source>
        <translation>换两个方向</translation>
    </message>
    <message>
        <source>Draw two other random directions</source>
        <translation>重新抽取两个随机方向</translation>
    </message>
    <message>
        <source>Along which directions the plane lies</source>
        <translation>平面沿哪两个方向</translation>
    </message>
    <message>
        <source>Whose weights and losses</source>
        <translation>哪个玩家的权重和损失</translation>
    </message>
    <message>
        <source>Save the picture or the values…</source>
        <translation>保存图片或数值…</translation>
    </message>
    <message>
        <source>The ways of the runners are computed…</source>
        <translation>正在计算各参赛者的路径…</translation>
    </message>
    <message>
        <source>a wide floor or a narrow one. Round the network every filter is moved by as much as it is long, so that maps of different networks can be compared.</source>
        <translation>谷底是宽还是窄。每个滤波器按自身的长度移动，因此不同网络的地图可以相互比较。</translation>
    </message>
    <message>
        <source>the path that comes down steeply, then turns and follows the floor of its valley. Distances are those between the weights.</source>
        <translation>路径先陡然下降，再转弯沿谷底前行。图上的距离就是权重之间的距离。</translation>
    </message>
    <message>
        <source>There is no run yet. Train the network, then look at the loss around it.</source>
        <translation>还没有运行。先训练网络，再看它周围的损失。</translation>
    </message>
    <message>
        <source>The loss surface is measured while nothing trains. Stop the training first.</source>
        <translation>损失曲面要在没有训练时测量。请先停止训练。</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>隐层空间</translation>
    </message>
    <message>
        <source>the grid folding until the classes lie on two sides of a straight line. Dots: where the answer changes.</source>
        <translation>网格逐渐折叠，直到各类落在一条直线的两侧。小点：答案改变的地方。</translation>
    </message>
    <message>
        <source>Where a hidden layer puts every point of the plane.
Press Train. The grid appears after the first batches.</source>
        <translation>隐藏层把平面上的每个点放到哪里。
按“训练”，最初几批之后出现网格。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a hidden layer of two units or more.</source>
        <translation>这个网络没有可显示的内容：需要至少有两个单元的隐藏层。</translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation>单元 {n}</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Bent grid</source>
        <translation>弯曲的网格</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Spike raster</source>
        <translation>脉冲栅格图</translation>
    </message>
    <message>
        <source>rows that never fire: these neurons do nothing. Rows that always fire say as little. Columns: waves of spikes.</source>
        <translation>从不发放的行：这些神经元什么也没做。一直发放的行同样没有信息。竖列：一阵阵的脉冲。</translation>
    </message>
    <message>
        <source>Which neuron fires when.
Press Train. The raster appears after the first batches.</source>
        <translation>哪个神经元在何时发放。
按“训练”，最初几批之后出现栅格图。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs neurons that spike, such as LeakyIntegrateAndFire, in a scan.</source>
        <translation>这个网络没有可显示的内容：需要在沿时间步的扫描中有发放脉冲的神经元 LeakyIntegrateAndFire。</translation>
    </message>
    <message>
        <source>fires · never fires</source>
        <translation>发放 · 从不发放</translation>
    </message>
    <message>
        <source>{share} % · {silent} %</source>
        <translation>{share} % · {silent} %</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>{spikes} spikes of {neurons} neurons in {steps} steps</source>
        <translation>{steps} 步内 {neurons} 个神经元共 {spikes} 个脉冲</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>neuron {neuron}, step {step}: {fired}; {count} fire at this step</source>
        <translation>神经元 {neuron}，第 {step} 步：{fired}；这一步有 {count} 个发放</translation>
    </message>
    <message>
        <source>CTC paths</source>
        <translation>CTC 路径</translation>
    </message>
    <message>
        <source>blanks everywhere at first, then letters as short spikes. In the paths, a band from the upper left to the lower right that becomes narrow.</source>
        <translation>起初处处是空白符，随后字母以短尖峰出现。在路径图里，从左上到右下的一条带逐渐变窄。</translation>
    </message>
    <message>
        <source>What is read at every step, and how the text lies along it.
Press Train. The letters appear after the first batches.</source>
        <translation>每一步读出了什么，文本如何沿时间步排布。
按“训练”，最初几批之后出现字母。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a CTCLoss.</source>
        <translation>这个网络没有可显示的内容：需要 CTCLoss。</translation>
    </message>
    <message>
        <source>what is read</source>
        <translation>读出的内容</translation>
    </message>
    <message>
        <source>paths of the text</source>
        <translation>文本的路径</translation>
    </message>
    <message>
        <source>read: {said} · true: {wanted}</source>
        <translation>读出：{said} · 正确：{wanted}</translation>
    </message>
    <message>
        <source>probability of the true text</source>
        <translation>正确文本的概率</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>图像描述</translation>
    </message>
    <message>
        <source>the light moving to the thing whose word is written. Words like “a” need no look and spread it out.</source>
        <translation>光亮移到正被写出的那个词所指的物体上。像 “a” 这样的词不需要看哪里，光亮就散开。</translation>
    </message>
    <message>
        <source>What is written about a picture, and where the network looks for each word.
Press Train. The words appear after the first batches.</source>
        <translation>对图像写了什么，以及写每个词时看向哪里。
按“训练”，最初几批之后出现词语。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a decoder that writes words about a picture and looks at its places by attention.</source>
        <translation>这个网络没有可显示的内容：需要一个解码器，它描述图像并用注意力看图像的各处。</translation>
    </message>
    <message>
        <source>written: {said} · true: {wanted}</source>
        <translation>写出：{said} · 正确：{wanted}</translation>
    </message>
    <message>
        <source>whole captions right</source>
        <translation>整句正确</translation>
    </message>
    <message>
        <source>“{word}”: held for {share} % likely; most of the look lies on {most} % of the places</source>
        <translation>“{word}”：网络认为可能性为 {share} %；目光主要落在 {most} % 的位置上</translation>
    </message>
    <message>
        <source>Show, attend and tell</source>
        <translation>看图说话（Show, Attend and Tell）</translation>
    </message>
    <message>
        <source>A convolutional network makes a picture into 8×8 places, each with a vector of what lies there. Before every word the decoder weighs the places by attention and reads their mean; an LSTM turns the last word and that look into the next one. Here it describes coloured shapes: “a red circle is above a blue square”. Against the paper it is small, each place also carries where it lies, words and look are read at the output without the extra layer, and there is neither gate nor penalty on the look.</source>
        <translation>卷积网络把图像变成 8×8 个位置，每个位置有一个描述那里内容的向量。写每个词之前，解码器用注意力给各位置加权并读取平均值；LSTM 由上一个词和这一眼得到下一个词。这里描述彩色图形：“a red circle is above a blue square”。与论文相比，它规模小，每个位置还带有自己在哪里的信息，输出处不加额外的层就读取词和目光，也没有门和对目光的惩罚项。</translation>
    </message>
    <message>
        <source>In Captions, the light jumps to the first shape for its colour, and to the other one after “is above”. At first it writes the same sentence under every picture. Try it: cut the wire of the look to the LSTM; which words can it still write?</source>
        <translation>在“图像描述”里，写颜色时光亮跳到第一个图形，在 “is above” 之后跳到另一个。起初它在每幅图下都写同一句话。试一试：剪断目光通向 LSTM 的连线，它还能写出哪些词？</translation>
    </message>
    <message>
        <source>losses and metrics</source>
        <translation>损失和指标</translation>
    </message>
    <message>
        <source>gradient norms</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>update-to-weight ratios</source>
        <translation>更新与权重之比</translation>
    </message>
    <message>
        <source>gradients on the wires</source>
        <translation>连线上的梯度</translation>
    </message>
    <message>
        <source>feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>where the answers differ</source>
        <translation>答案不同之处</translation>
    </message>
    <message>
        <source>how sure it is</source>
        <translation>有多确定</translation>
    </message>
    <message>
        <source>numbers of examples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>gates and states</source>
        <translation>门与状态</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>entropy of the heads</source>
        <translation>各头的熵</translation>
    </message>
    <message>
        <source>curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>how often a value comes</source>
        <translation>数值出现的频率</translation>
    </message>
    <message>
        <source>where it looks</source>
        <translation>看向哪里</translation>
    </message>
    <message>
        <source>what was turned into the other kind</source>
        <translation>变成另一类的图</translation>
    </message>
    <message>
        <source>what came home</source>
        <translation>变回来的图</translation>
    </message>
    <message>
        <source>error of each example</source>
        <translation>每个样本的误差</translation>
    </message>
    <message>
        <source>what is made from the same noise</source>
        <translation>由相同噪声生成的内容</translation>
    </message>
    <message>
        <source>scores of what is real</source>
        <translation>真实样本的得分</translation>
    </message>
    <message>
        <source>scores of what was made</source>
        <translation>生成样本的得分</translation>
    </message>
    <message>
        <source>the painted picture</source>
        <translation>画出的图</translation>
    </message>
    <message>
        <source>positional encodings</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>how alike places are</source>
        <translation>位置之间的相似度</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>probabilities of the classes</source>
        <translation>各类的概率</translation>
    </message>
    <message>
        <source>what was given back</source>
        <translation>重建结果</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>who fires when</source>
        <translation>谁在何时发放</translation>
    </message>
    <message>
        <source>shares that fire and never fire</source>
        <translation>发放与从不发放的比例</translation>
    </message>
    <message>
        <source>weight matrices</source>
        <translation>权重矩阵</translation>
    </message>
    <message>
        <source>Each network lays its words along directions of its own: places in two of them cannot be taken from each other.</source>
        <translation>每个网络都沿自己的方向安放词语：两个网络中的位置不能相减。</translation>
    </message>
    <message>
        <source>Each network has a code of its own: places in two of them cannot be taken from each other.</source>
        <translation>每个网络都有自己的编码：两个网络中的位置不能相减。</translation>
    </message>
    <message>
        <source>Both networks are shown the same examples: there is no difference to show.</source>
        <translation>两个网络看到的是相同的样本：没有差异可显示。</translation>
    </message>
    <message>
        <source>As each run measured it while it trained, on its own batches</source>
        <translation>各运行在训练时用自己的批次测得</translation>
    </message>
    <message>
        <source>Which measurement</source>
        <translation>哪一项测量</translation>
    </message>
    <message>
        <source>Both runs are equal here, to the last digit.</source>
        <translation>两个运行在此完全相同，直到最后一位。</translation>
    </message>
    <message>
        <source>Differences from −{end} (blue) to {end} (orange), {mean} on average.</source>
        <translation>差异从 −{end}（蓝）到 {end}（橙），平均 {mean}。</translation>
    </message>
    <message>
        <source>52 % of the captions of the test are true, 73 % of their words right (seed 0), after 9 epochs.</source>
        <translation>9 轮之后，测试中 52 % 的描述是真的，73 % 的词正确（种子 0）。</translation>
    </message>
</context>
</TS>
