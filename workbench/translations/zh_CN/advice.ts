<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Wire {node} to what comes before {other}</source>
        <translation>让 {node} 直接接到 {other} 之前</translation>
    </message>
    <message>
        <source>Put {type} before {node}</source>
        <translation>在 {node} 之前放 {type}</translation>
    </message>
    <message>
        <source>Make all of them ReLU</source>
        <translation>全部改成 ReLU</translation>
    </message>
    <message>
        <source>logarithms of probabilities</source>
        <translation>概率的对数</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Set {parameter} of {node} to {value}</source>
        <translation>把 {node} 的 {parameter} 设为 {value}</translation>
    </message>
    <message>
        <source>Before {node} stand {n} sigmoids in a row.</source>
        <translation>{node} 之前连着 {n} 个 sigmoid。</translation>
    </message>
    <message>
        <source>Let {a} and {b} change places</source>
        <translation>让 {a} 和 {b} 互换位置</translation>
    </message>
    <message>
        <source>{loss} contains a {activation} already, and {node} puts a second one before it.</source>
        <translation>{loss} 里面已经含有 {activation}，而 {node} 在它前面又放了一个。</translation>
    </message>
    <message>
        <source>{loss} wants {what}, and {node} gives raw scores.</source>
        <translation>{loss} 需要{what}，而 {node} 给出的是原始分数。</translation>
    </message>
    <message>
        <source>{loss} compares a class with the result of {node} as if it were a number.</source>
        <translation>{loss} 把类别和 {node} 的结果当作数来比较。</translation>
    </message>
    <message>
        <source>{node} cuts off every negative score before {loss}.</source>
        <translation>{node} 在 {loss} 之前把所有负分数截掉了。</translation>
    </message>
    <message>
        <source>{node} hides answers just before {loss} compares them.</source>
        <translation>{node} 在 {loss} 比较之前遮住了一部分答案。</translation>
    </message>
    <message>
        <source>{node} gets no negative numbers from {other}.</source>
        <translation>{node} 从 {other} 得不到负数。</translation>
    </message>
    <message>
        <source>Each lets at most a quarter of the gradient through, so the first layers hardly learn. In hidden layers ReLU is the usual choice; the sigmoid belongs at the end.</source>
        <translation>每一个最多让四分之一的梯度通过，所以最前面的层几乎学不动。隐藏层通常用 ReLU；sigmoid 应放在末端。</translation>
    </message>
    <message>
        <source>{dropout} stands before {norm}.</source>
        <translation>{dropout} 放在了 {norm} 之前。</translation>
    </message>
    <message>
        <source>{node} learns a bias, and {norm} takes it away again.</source>
        <translation>{node} 学到的偏置，又被 {norm} 减掉了。</translation>
    </message>
    <message>
        <source>{noise} counts {n} steps, but {source} draws from {m}.</source>
        <translation>{noise} 数 {n} 步，而 {source} 从 {m} 步里抽取。</translation>
    </message>
    <message>
        <source>Learning works, but slowly: the second one flattens every difference.</source>
        <translation>也能学习，但很慢：第二个把所有差别都压平了。</translation>
    </message>
    <message>
        <source>The loss means nothing then, or stops with an error.</source>
        <translation>这样损失就没有意义，或者会出错中止。</translation>
    </message>
    <message>
        <source>Where the network is surely wrong the slope is nearly zero, so it learns its worst mistakes last. Cross-entropy has the whole error as its slope.</source>
        <translation>网络确信而又答错的地方，斜率几乎为零，所以最糟的错误最后才改。交叉熵的斜率就是整个误差。</translation>
    </message>
    <message>
        <source>Give one score per class to CrossEntropyLoss, without a softmax.</source>
        <translation>每个类别给 CrossEntropyLoss 一个分数，不要 softmax。</translation>
    </message>
    <message>
        <source>A class cannot be ruled out, and where all scores are cut off nothing is learned.</source>
        <translation>这样无法排除任何类别；所有分数都被截掉的地方什么也学不到。</translation>
    </message>
    <message>
        <source>The loss punishes zeros the network never said. Dropout belongs before the last layer.</source>
        <translation>损失会惩罚网络从未说过的零。Dropout 应放在最后一层之前。</translation>
    </message>
    <message>
        <source>So its result is never below one half: it can say yes, but not no.</source>
        <translation>于是它的结果永远不低于二分之一：能说“是”，不能说“不是”。</translation>
    </message>
    <message>
        <source>In training the dropped zeros enlarge the spread that the normalisation remembers; in use they are gone and the spread is wrong. Normalise first, then drop.</source>
        <translation>训练时被丢弃的零会放大归一化所记住的方差；使用时这些零没有了，方差就不对。应先归一化，再丢弃。</translation>
    </message>
    <message>
        <source>Nothing is wrong: these weights are of no use. The normalisation has a shift of its own.</source>
        <translation>没有错，只是这些权重没有用处：归一化自己带有平移。</translation>
    </message>
    <message>
        <source>It would stop at the first step beyond its own.</source>
        <translation>遇到第一个超出自己步数的时间步就会中止。</translation>
    </message>
    <message>
        <source>The noisiest steps are never trained, so a picture cannot begin from pure noise.</source>
        <translation>噪声最强的那些步从未训练过，所以不能从纯噪声开始生成图像。</translation>
    </message>
</context>
</TS>
