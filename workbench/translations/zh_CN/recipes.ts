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
</context>
</TS>
