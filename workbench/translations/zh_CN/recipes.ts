<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Every weight's step shrinks with all the gradients it has seen, so rare features keep long steps.</source>
        <translation>每个权重的步长随它见过的全部梯度而缩小，因此少见的特征保持大步长。</translation>
    </message>
    <message>
        <source>Divide every gradient by its recent size, so steep and flat directions go equally fast.</source>
        <translation>把每个梯度除以它近来的大小，使陡峭与平缓的方向走得一样快。</translation>
    </message>
    <message>
        <source>Like RMSprop, but the size of recent steps sets the size of the next, so no rate has to be chosen.</source>
        <translation>类似 RMSprop，但由近来步长的大小决定下一步的大小，因此不必选择学习率。</translation>
    </message>
    <message>
        <source>Adam that looks ahead as Nesterov's momentum does.</source>
        <translation>像 Nesterov 动量那样向前看的 Adam。</translation>
    </message>
    <message>
        <source>Adam that trusts the spread of the gradient only when it has seen enough of it: a warm-up of its own.</source>
        <translation>只有见过足够多的梯度之后才信任其离散程度的 Adam：自带预热。</translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent gradient instead of by its spread (Kingma &amp; Ba 2015, algorithm 2).</source>
        <translation>除以近来最大的梯度而不是其离散程度的 Adam（Kingma &amp; Ba 2015，算法 2）。</translation>
    </message>
    <message>
        <source>Give matrices a step that turns in every direction equally far; all other weights get AdamW.</source>
        <translation>让矩阵在每个方向上走得一样远；其余权重用 AdamW。</translation>
    </message>
    <message>
        <source>classical adds the gradients up, averaged takes their running mean</source>
        <translation>classical（经典）把梯度累加，averaged（平均）取梯度的滑动均值</translation>
    </message>
    <message>
        <source>look ahead before measuring the slope; needs momentum in the classical form</source>
        <translation>先向前看再量斜率；需要经典形式的动量</translation>
    </message>
    <message>
        <source>what every step is multiplied by; 1 is the paper's</source>
        <translation>每一步所乘的数；论文取 1</translation>
    </message>
    <message>
        <source>memory of the squares of gradients and of steps</source>
        <translation>对梯度平方与步长平方的记忆</translation>
    </message>
    <message>
        <source>keeps the division safe and starts the first step</source>
        <translation>使除法安全，并让第一步得以开始</translation>
    </message>
    <message>
        <source>how fast the momentum warms up to beta1</source>
        <translation>动量升到 beta1 的快慢</translation>
    </message>
    <message>
        <source>how slowly the largest gradient is forgotten</source>
        <translation>忘记最大梯度的快慢</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>动量形式</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>动量升速</translation>
    </message>
    <message>
        <source>The same rate from the first step to the last.</source>
        <translation>从第一步到最后一步学习率都不变。</translation>
    </message>
    <message>
        <source>The rate drops by the same factor every few epochs.</source>
        <translation>每隔几个周期，学习率按同一倍数下降。</translation>
    </message>
    <message>
        <source>The rate drops by the same factor at epochs you choose.</source>
        <translation>在你选定的周期处，学习率按同一倍数下降。</translation>
    </message>
    <message>
        <source>Every epoch takes the same share off the rate, in small pieces at every step.</source>
        <translation>每个周期从学习率中减去同样的比例，平均分到每一步。</translation>
    </message>
    <message>
        <source>The rate falls as one over the time: fast at first, then ever more slowly.</source>
        <translation>学习率随时间的倒数下降：先快，后来越来越慢。</translation>
    </message>
    <message>
        <source>The rate falls to its end along a power of what is left of the run; power 1 is a straight line.</source>
        <translation>学习率沿剩余进度的幂次降到终值；幂次为 1 时是直线。</translation>
    </message>
    <message>
        <source>The rate follows half a wave from the top to its end: slow, fast, slow.</source>
        <translation>学习率沿半个余弦波从最高点降到终值：慢、快、慢。</translation>
    </message>
    <message>
        <source>Half waves one after the other, each starting again at the top.</source>
        <translation>一个接一个的半波，每次都从最高点重新开始。</translation>
    </message>
    <message>
        <source>The rate swings between its lowest and its highest value in straight lines.</source>
        <translation>学习率沿直线在最低值与最高值之间来回摆动。</translation>
    </message>
    <message>
        <source>One rise to a high rate and one long fall below the start: short trainings with large steps.</source>
        <translation>一次升到高学习率，再长长地降到起点以下：步长大、训练短。</translation>
    </message>
    <message>
        <source>The rate rises in the warm-up and then falls as one over the root of the step, as for the first Transformer.</source>
        <translation>学习率在预热中上升，然后随步数平方根的倒数下降，与最早的 Transformer 相同。</translation>
    </message>
    <message>
        <source>The rate drops when the validation loss has stopped falling.</source>
        <translation>验证损失不再下降时，学习率下降。</translation>
    </message>
    <message>
        <source>where it ends, as a share of the learning rate</source>
        <translation>终点，占学习率的比例</translation>
    </message>
    <message>
        <source>what the rate is multiplied by each time</source>
        <translation>每次学习率所乘的倍数</translation>
    </message>
    <message>
        <source>the rate falls no lower than this share of the learning rate</source>
        <translation>学习率不会低于原学习率的这个比例</translation>
    </message>
    <message>
        <source>epochs in which the rate first rises from near 0 in a straight line</source>
        <translation>开始时学习率从接近 0 沿直线上升的周期数</translation>
    </message>
    <message>
        <source>after 1/decay epochs the rate is halved</source>
        <translation>经过 1/衰减 个周期后学习率减半</translation>
    </message>
    <message>
        <source>epochs between two drops</source>
        <translation>两次下降之间的周期数</translation>
    </message>
    <message>
        <source>the epochs after which the rate drops</source>
        <translation>学习率在哪些周期之后下降</translation>
    </message>
    <message>
        <source>what is left of the rate after one epoch</source>
        <translation>一个周期之后学习率剩下的比例</translation>
    </message>
    <message>
        <source>1 falls in a straight line, 2 falls faster at first</source>
        <translation>1 沿直线下降，2 开始时降得更快</translation>
    </message>
    <message>
        <source>epochs until the first restart</source>
        <translation>到第一次重启的周期数</translation>
    </message>
    <message>
        <source>how much longer each period is than the one before</source>
        <translation>每一段是前一段的多少倍长</translation>
    </message>
    <message>
        <source>epochs from one low to the next</source>
        <translation>从一个最低点到下一个的周期数</translation>
    </message>
    <message>
        <source>the lowest rate, as a share of the learning rate</source>
        <translation>最低学习率，占学习率的比例</translation>
    </message>
    <message>
        <source>how many looks without a lower validation loss are borne</source>
        <translation>验证损失不再降低时，容忍多少次验证</translation>
    </message>
    <message>
        <source>which share of the run the rate rises</source>
        <translation>学习率上升的阶段占整个训练的比例</translation>
    </message>
    <message>
        <source>where it begins, as a share of the learning rate</source>
        <translation>起点，占学习率的比例</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期长</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升段</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>按数值裁剪</translation>
    </message>
    <message>
        <source>Clip weights</source>
        <translation>裁剪权重</translation>
    </message>
    <message>
        <source>in equal steps</source>
        <translation>等间隔下降</translation>
    </message>
    <message>
        <source>steps at chosen epochs</source>
        <translation>在选定周期下降</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>one over the time</source>
        <translation>时间的倒数</translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cosine with restarts</source>
        <translation>带重启的余弦</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>循环升降</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>单周期（One-cycle）</translation>
    </message>
    <message>
        <source>one over the root of the step</source>
        <translation>步数平方根的倒数</translation>
    </message>
    <message>
        <source>when the validation stands still</source>
        <translation>验证停滞时下降</translation>
    </message>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>学习率随周期的变化</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Resume the schedule</source>
        <translation>恢复调度</translation>
    </message>
    <message>
        <source>The schedule decides again over the learning rate of this training</source>
        <translation>让调度重新决定这次训练的学习率</translation>
    </message>
    <message>
        <source>the losses it minimises</source>
        <translation>它所最小化的损失</translation>
    </message>
    <message>
        <source>the frames whose weights it moves</source>
        <translation>它更新其权重的框</translation>
    </message>
    <message>
        <source>Begins at {first}, reaches {highest}, ends at {last} after {epochs} epochs</source>
        <translation>从 {first} 开始，最高到 {highest}，{epochs} 个周期后到 {last}</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} 个周期</translation>
    </message>
    <message>
        <source>How the learning rate changes from step to step</source>
        <translation>学习率如何逐步变化</translation>
    </message>
    <message>
        <source>end after so many looks in a row without a lower validation loss, and keep the best weights</source>
        <translation>连续这么多次验证都没有更低的验证损失就结束，并保留最好的权重</translation>
    </message>
    <message>
        <source>The weights kept and tested are those of step {step}.</source>
        <translation>保留并用于测试的是第 {step} 步的权重。</translation>
    </message>
</context>
</TS>
