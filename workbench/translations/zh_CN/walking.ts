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
        <source>Here the way back begins: the loss counts once, and says in which direction it would grow.</source>
        <translation>回程从这里开始：损失计为一，并指出它会朝哪个方向增大。</translation>
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
</context>
</TS>
