<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Weight decay pulls the weight towards zero: a share of it joins the gradient.</source>
        <translation>权重衰减把权重拉向零：权重的一部分加进梯度。</translation>
    </message>
    <message>
        <source>Weight decay first makes the weight smaller by a share of the step.</source>
        <translation>权重衰减先按步长的一部分把权重缩小。</translation>
    </message>
    <message>
        <source>The weight goes against the gradient.</source>
        <translation>权重沿梯度的反方向移动。</translation>
    </message>
    <message>
        <source>The running mean of the gradient, the first moment.</source>
        <translation>梯度的滑动平均，即一阶矩。</translation>
    </message>
    <message>
        <source>The running mean of the squared gradient, the second moment.</source>
        <translation>梯度平方的滑动平均，即二阶矩。</translation>
    </message>
    <message>
        <source>Both began at zero and are too small at first: dividing mends that.</source>
        <translation>两者都从零开始，起初偏小：做除法来修正这一偏差。</translation>
    </message>
    <message>
        <source>Every weight has a step of its own: the mean divided by the usual size.</source>
        <translation>每个权重有自己的步长：均值除以通常的大小。</translation>
    </message>
    <message>
        <source>The velocity: what is left of the last steps, and the new gradient.</source>
        <translation>速度：以前各步剩下的部分，加上新的梯度。</translation>
    </message>
    <message>
        <source>Nesterov looks ahead: the gradient, and the velocity once more.</source>
        <translation>Nesterov 向前看：梯度，再加一次速度。</translation>
    </message>
    <message>
        <source>The sum of all squared gradients.</source>
        <translation>所有梯度平方之和。</translation>
    </message>
    <message>
        <source>The velocity: what is left of the last steps, and the new one.</source>
        <translation>速度：以前各步剩下的部分，加上新的一步。</translation>
    </message>
    <message>
        <source>The usual size of a step divided by the usual size of a gradient sets this step.</source>
        <translation>通常的步长除以通常的梯度大小，决定这一步。</translation>
    </message>
    <message>
        <source>The running mean of the squared steps.</source>
        <translation>步长平方的滑动平均。</translation>
    </message>
    <message>
        <source>The mean as it will be one step on, and the gradient itself.</source>
        <translation>下一步时的均值，加上梯度本身。</translation>
    </message>
    <message>
        <source>How much is known of the size of the gradient; up to 5 it is not trusted.</source>
        <translation>对梯度大小了解多少；不超过 5 时还不可信。</translation>
    </message>
    <message>
        <source>The less is known, the shorter the step.</source>
        <translation>了解得越少，步子越小。</translation>
    </message>
    <message>
        <source>The largest recent gradient.</source>
        <translation>最近最大的梯度。</translation>
    </message>
    <message>
        <source>The L1 penalty adds a constant pull towards zero.</source>
        <translation>L1 惩罚加上一个恒定的、朝零的拉力。</translation>
    </message>
    <message>
        <source>No number of the gradient may be larger than c.</source>
        <translation>梯度的任何一个数都不得大于 c。</translation>
    </message>
    <message>
        <source>The gradient of all weights together may not be longer than c; its length is N.</source>
        <translation>所有权重合在一起的梯度长度不得超过 c；它的长度是 N。</translation>
    </message>
    <message>
        <source>This player keeps every weight between −c and c.</source>
        <translation>这个玩家把每个权重保持在 −c 与 c 之间。</translation>
    </message>
    <message>
        <source>Each input gets back what it was weighed with. Each weight gets its input times the error behind it.</source>
        <translation>每个输入拿回给它加权的权重乘以误差；每个权重得到它的输入乘以后面的误差。</translation>
    </message>
    <message>
        <source>The error slides back over the image with the turned filter. A filter sums up every place it looked at.</source>
        <translation>误差用翻转的卷积核滑回图像；卷积核把它看过的每个位置加起来。</translation>
    </message>
    <message>
        <source>Only the largest number of each window gets the error; the others had no part in it.</source>
        <translation>每个窗口中只有最大的数得到误差；其余的没有参与。</translation>
    </message>
    <message>
        <source>Every number of a window gets an equal share of its error.</source>
        <translation>窗口中的每个数平分它的误差。</translation>
    </message>
    <message>
        <source>Each number's error is multiplied by the slope of the curve where that number lies.</source>
        <translation>每个数的误差乘以曲线在该数处的斜率。</translation>
    </message>
    <message>
        <source>The error passes where the number was above zero, and stops where it was not.</source>
        <translation>数大于零的地方误差通过，否则停住。</translation>
    </message>
    <message>
        <source>The closer the answer is to ±1, the flatter the curve, and the less of the error passes.</source>
        <translation>输出越接近 ±1，曲线越平，通过的误差越少。</translation>
    </message>
    <message>
        <source>At most a quarter of the error passes, and next to nothing where the answer is close to 0 or 1.</source>
        <translation>最多有四分之一的误差通过；输出接近 0 或 1 时几乎没有。</translation>
    </message>
    <message>
        <source>The shares add up to one: what one gains the others lose, so their errors are balanced.</source>
        <translation>各份额之和为一：一个增加，其余就减少，因此它们的误差相互平衡。</translation>
    </message>
    <message>
        <source>The error begins as the probabilities that were given, minus one at the right class.</source>
        <translation>误差的起点是给出的概率，在正确类别处减一。</translation>
    </message>
    <message>
        <source>The error begins as the probability that was given, minus what was right.</source>
        <translation>误差的起点是给出的概率减去真值。</translation>
    </message>
    <message>
        <source>The error begins as twice the distance to the truth, shared among all numbers.</source>
        <translation>误差的起点是与真值之差的两倍，由所有数平分。</translation>
    </message>
    <message>
        <source>The error has the same size everywhere and says only which way.</source>
        <translation>误差处处一样大，只说明方向。</translation>
    </message>
    <message>
        <source>A sum hands the same error to everything it added up: nothing gets lost on the short way.</source>
        <translation>求和把同样的误差交给每个加数：在捷径上什么也不会丢失。</translation>
    </message>
    <message>
        <source>Each side gets the error times the other side: a shut gate lets no error through.</source>
        <translation>每一侧得到误差乘以另一侧：关闭的门不让误差通过。</translation>
    </message>
    <message>
        <source>Each matrix gets the error times the other one, turned over.</source>
        <translation>每个矩阵得到误差乘以另一个矩阵的转置。</translation>
    </message>
    <message>
        <source>Only the rows of the words that were read get an error.</source>
        <translation>只有读到的词所在的行得到误差。</translation>
    </message>
    <message>
        <source>The error passes where the number was kept, and stops where it was dropped.</source>
        <translation>保留的数让误差通过，被丢弃的数让它停住。</translation>
    </message>
    <message>
        <source>The whole error goes to the last step. The earlier ones hear of it only through the memory.</source>
        <translation>全部误差给最后一步；更早的步只能通过记忆得知。</translation>
    </message>
    <message>
        <source>The error goes back through time, step by step; the same weights get a share from every step.</source>
        <translation>误差沿时间一步步往回传；同一组权重从每一步各得一份。</translation>
    </message>
    <message>
        <source>What all numbers have in common is taken out of the error, for the layer takes it out of the numbers.</source>
        <translation>误差中去掉了所有数共有的部分，因为这一层从数中去掉了它。</translation>
    </message>
    <message>
        <source>Each place gets the error of those who looked at it, as much as they looked.</source>
        <translation>每个位置得到看过它的那些位置的误差，看得多就得得多。</translation>
    </message>
    <message>
        <source>The error goes back through everything inside. Open the block to see it step by step.</source>
        <translation>误差穿过里面的一切往回传。打开这个块可以一步步地看。</translation>
    </message>
    <message>
        <source>The chain rule: the error behind, times how much the output changes with the input.</source>
        <translation>链式法则：后面的误差，乘以输出随输入变化的程度。</translation>
    </message>
    <message>
        <source>Nothing is computed here: the same errors go back, laid out as the input was.</source>
        <translation>这里什么也不计算：同样的误差按输入的形状排列后传回去。</translation>
    </message>
    <message>
        <source>No gradient reaches the weights of {player}.</source>
        <translation>没有梯度到达 {player} 的权重。</translation>
    </message>
    <message>
        <source>Unfreeze a node on the way to its losses.</source>
        <translation>请解冻通往其损失的路上的一个节点。</translation>
    </message>
    <message>
        <source>The example did not get through the network: {why}</source>
        <translation>这个样本没能通过网络：{why}</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Step through the network</source>
        <translation>逐步走过网络</translation>
    </message>
    <message>
        <source>Back to the beginning (Home)</source>
        <translation>回到开头（Home）</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>后退一步（←）</translation>
    </message>
    <message>
        <source>One step on (→)</source>
        <translation>前进一步（→）</translation>
    </message>
    <message>
        <source>Steps of the walk</source>
        <translation>逐步演示的各站</translation>
    </message>
    <message>
        <source>How fast it plays; + and − change it</source>
        <translation>播放速度；按 + 和 − 调整</translation>
    </message>
    <message>
        <source>Player {name}</source>
        <translation>玩家 {name}</translation>
    </message>
    <message>
        <source>Whose step is walked through</source>
        <translation>走的是哪个玩家的一步</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Which training example walks</source>
        <translation>让哪个训练样本走一遍</translation>
    </message>
    <message>
        <source>End the walk (Esc)</source>
        <translation>结束演示（Esc）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <source>mean {mean}, spread {spread}, {low} to {high}, length {norm}</source>
        <translation>均值 {mean}，标准差 {spread}，{low} 到 {high}，长度 {norm}</translation>
    </message>
    <message>
        <source>A block that runs once for every time step, with a memory from step to step.</source>
        <translation>每个时间步运行一次的块，记忆从一步传到下一步。</translation>
    </message>
    <message>
        <source>A block is one station while it is closed. Open it on the drawing to walk through it.</source>
        <translation>块关着时算一站。在图上打开它，就能走进去。</translation>
    </message>
    <message>
        <source>In: {name}</source>
        <translation>输入：{name}</translation>
    </message>
    <message>
        <source>Out: {name}</source>
        <translation>输出：{name}</translation>
    </message>
    <message>
        <source>Weights: {name}</source>
        <translation>权重：{name}</translation>
    </message>
    <message>
        <source>Comes in: ∂L/∂{name}</source>
        <translation>传来：∂L/∂{name}</translation>
    </message>
    <message>
        <source>Goes on: ∂L/∂{name}</source>
        <translation>继续传：∂L/∂{name}</translation>
    </message>
    <message>
        <source>For the weights: ∂L/∂{name}</source>
        <translation>给权重：∂L/∂{name}</translation>
    </message>
    <message>
        <source>{n} wires leave here: what comes back along them is added up.</source>
        <translation>有 {n} 条连线从这里出发：沿它们传回的梯度相加。</translation>
    </message>
    <message>
        <source>These weights are not moved in this step.</source>
        <translation>这一步不移动这些权重。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
    <message>
        <source>{n} numbers from {low} to {high}</source>
        <translation>{n} 个数，从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>learning rate {rate}, step {step}</source>
        <translation>学习率 {rate}，第 {step} 步</translation>
    </message>
    <message>
        <source>the weight before</source>
        <translation>更新前的权重</translation>
    </message>
    <message>
        <source>its gradient, from this walk</source>
        <translation>它的梯度，来自这次演示</translation>
    </message>
    <message>
        <source>{optimizer} moves all numbers of a matrix together: no sum over one weight gives its step.</source>
        <translation>{optimizer} 同时移动一个矩阵的所有数：单个权重的算式得不出它的一步。</translation>
    </message>
    <message>
        <source>changed by {change}</source>
        <translation>变化 {change}</translation>
    </message>
    <message>
        <source>Click a weight, go there with the arrow keys, or type its row and column.</source>
        <translation>点击一个权重，用方向键移动，或输入行和列。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Their gradient</source>
        <translation>它们的梯度</translation>
    </message>
    <message>
        <source>Of this large matrix the first {rows} rows and {columns} columns are kept.</source>
        <translation>这个大矩阵只保留前 {rows} 行、前 {columns} 列。</translation>
    </message>
    <message>
        <source>forget gate f</source>
        <translation>遗忘门 f</translation>
    </message>
    <message>
        <source>input gate i</source>
        <translation>输入门 i</translation>
    </message>
    <message>
        <source>output gate o</source>
        <translation>输出门 o</translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation>重置门 r</translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation>更新门 z</translation>
    </message>
    <message>
        <source>candidate g</source>
        <translation>候选值 g</translation>
    </message>
    <message>
        <source>candidate n</source>
        <translation>候选值 n</translation>
    </message>
    <message>
        <source>memory c</source>
        <translation>记忆 c</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>{name}, layer {n}</source>
        <translation>{name}，第 {n} 层</translation>
    </message>
    <message>
        <source>{kind}, read backwards</source>
        <translation>{kind}，反向读取</translation>
    </message>
    <message>
        <source>kept: f ⊙ c</source>
        <translation>保留：f ⊙ c</translation>
    </message>
    <message>
        <source>added: i ⊙ g</source>
        <translation>加入：i ⊙ g</translation>
    </message>
    <message>
        <source>added to h</source>
        <translation>加入 h 的</translation>
    </message>
    <message>
        <source>{share} of the memory is kept; {new} of what is now there is new.</source>
        <translation>记忆保留了 {share}；现有内容中 {new} 是新的。</translation>
    </message>
    <message>
        <source>What the network answers here</source>
        <translation>网络此时的回答</translation>
    </message>
    <message>
        <source>Step by step through time</source>
        <translation>沿时间逐步走</translation>
    </message>
    <message>
        <source>Each step reads a token or a number, opens its gates, forgets some of the memory and adds to it.</source>
        <translation>每一步读一个词元或数，打开各个门，忘掉一部分记忆，再加入新的内容。</translation>
    </message>
    <message>
        <source>One time step back</source>
        <translation>后退一个时间步</translation>
    </message>
    <message>
        <source>One time step on</source>
        <translation>前进一个时间步</translation>
    </message>
    <message>
        <source>The next recurrent layer or direction</source>
        <translation>下一个循环层或方向</translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Gates and memory over time</source>
        <translation>各门与记忆随时间的变化</translation>
    </message>
    <message>
        <source>Rest here</source>
        <translation>停在这里</translation>
    </message>
    <message>
        <source>Play through time</source>
        <translation>沿时间播放</translation>
    </message>
    <message>
        <source>{share} open</source>
        <translation>打开 {share}</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>‖∂L/∂out‖</source>
        <translation>‖∂L/∂输出‖</translation>
    </message>
    <message>
        <source>Save the walk</source>
        <translation>保存演示</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}</source>
        <translation>无法写入 {path}：{why}</translation>
    </message>
    <message>
        <source>The whole way</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Every station with the sizes of its matrices. Click a row to go there.</source>
        <translation>每一站及其矩阵大小。点击一行就到那里。</translation>
    </message>
    <message>
        <source>Save the table as a picture or as values</source>
        <translation>把表格存成图片或数值</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片（PNG）…</translation>
    </message>
    <message>
        <source>Lines and text (SVG)…</source>
        <translation>矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Values (CSV)…</source>
        <translation>数值（CSV）…</translation>
    </message>
    <message>
        <source>The example is on its way…</source>
        <translation>样本正在路上…</translation>
    </message>
    <message>
        <source>The network is computed once forwards and once backwards.</source>
        <translation>网络前向计算一次，再反向计算一次。</translation>
    </message>
    <message>
        <source>There is nothing to walk through</source>
        <translation>没有可以演示的内容</translation>
    </message>
    <message>
        <source>One weight in numbers</source>
        <translation>一个权重的算式</translation>
    </message>
    <message>
        <source>Example {n}</source>
        <translation>样本 {n}</translation>
    </message>
    <message>
        <source>Examples {first} to {last}, the first is drawn</source>
        <translation>样本 {first} 到 {last}，画出第一个</translation>
    </message>
    <message>
        <source>{who}, truth: {name}</source>
        <translation>{who}，真值：{name}</translation>
    </message>
    <message>
        <source>untrained weights</source>
        <translation>未训练的权重</translation>
    </message>
    <message>
        <source>weights after step {n}</source>
        <translation>第 {n} 步后的权重</translation>
    </message>
    <message>
        <source>{who}; {weights}; loss {loss}</source>
        <translation>{who}；{weights}；损失 {loss}</translation>
    </message>
    <message>
        <source>Walk-through</source>
        <translation>逐步演示</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Through time</source>
        <translation>沿时间</translation>
    </message>
    <message>
        <source>A weight</source>
        <translation>一个权重</translation>
    </message>
    <message>
        <source>Pages of the walk-through</source>
        <translation>逐步演示的页面</translation>
    </message>
    <message>
        <source>{part}, stop {n} of {all}: {name}</source>
        <translation>{part}，第 {n} 站，共 {all} 站：{name}</translation>
    </message>
    <message>
        <source>The data are not here yet. Press Train: it fetches them first.</source>
        <translation>数据还不在本机。请按训练：它会先下载数据。</translation>
    </message>
    <message>
        <source>Step through…</source>
        <translation>逐步演示…</translation>
    </message>
    <message>
        <source>Walk one example through the network, node by node: forwards, backwards, and the update of a weight</source>
        <translation>让一个样本逐个节点走过网络：前向、反向，以及一个权重的更新</translation>
    </message>
    <message>
        <source>Here the way back begins: the slope of the loss says how each number of the answer would change it.</source>
        <translation>回程从这里开始：损失的斜率说明答案的每个数会怎样改变损失。</translation>
    </message>
    <message>
        <source>Walks one example through the network: forwards, backwards, and to a weight after the step.</source>
        <translation>让一个样本走过网络：前向、反向，直到一个权重更新之后。</translation>
    </message>
    <message>
        <source>Plays or rests. ← and → go one step, Home and End to the ends, + and − change speed.</source>
        <translation>播放或停下。← 和 → 走一步，Home 和 End 到两端，+ 和 − 调速度。</translation>
    </message>
    <message>
        <source>An open block is walked through node by node, a closed one is a single step.</source>
        <translation>打开的块逐个节点走过，关着的块只算一步。</translation>
    </message>
    <message>
        <source>A recurrent layer reads step by step: gates, memory, and what it would answer.</source>
        <translation>循环层一步步地读：各个门、记忆，以及它会怎样回答。</translation>
    </message>
    <message>
        <source>Click a weight: the optimizer's own sum is written out with its numbers.</source>
        <translation>点击一个权重：优化器的算式连同数字一起写出来。</translation>
    </message>
    <message>
        <source>Every step in a table with matrix sizes, to be saved as PNG, SVG or CSV.</source>
        <translation>每一步及其矩阵大小列成表格，可存为 PNG、SVG 或 CSV。</translation>
    </message>
    <message>
        <source>A training that runs is paused first and goes on later as if nothing was.</source>
        <translation>正在进行的训练会先暂停，之后照常继续，不受任何影响。</translation>
    </message>
    <message>
        <source>Time step</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Which time step of the open scan is walked through</source>
        <translation>走过已打开的扫描中的哪一个时间步</translation>
    </message>
    <message>
        <source>{node} at time step {step}</source>
        <translation>时间步 {step} 的 {node}</translation>
    </message>
    <message>
        <source>Walk through one step</source>
        <translation>走过一步</translation>
    </message>
    <message>
        <source>F8 lights one node after the other: what an example becomes there, how the gradient comes back, and what the step makes of one weight. An open scan is walked through at one time step.</source>
        <translation>按 F8 依次点亮每个节点：样本在那里变成什么，梯度如何返回，这一步又把某个权重改成多少。打开的扫描会按一个时间步走过。</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>An open scan is walked through at one time step, which the bar chooses: values and gradients are those of that step, the gradient of a weight is that of all steps together.</source>
        <translation>打开的扫描按一个时间步走过，在下方的栏里选择：数值和梯度都是那一步的，而权重的梯度是所有步之和。</translation>
    </message>
</context>
</TS>
