<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>slope below zero</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>as PyTorch starts it</source>
        <translation>按 PyTorch 默认</translation>
    </message>
    <message>
        <source>What the layer's own code does; the usual choice.</source>
        <translation>由该层自己的代码决定；通常就用它。</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>All neurons stay equal, so a hidden layer learns one thing only. For a last layer, a gate or a norm.</source>
        <translation>所有神经元始终相同，隐藏层只能学到一种东西。适合最后一层、门或归一化。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Every weight the same number.</source>
        <translation>每个权重都是同一个数。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Every number between two ends is as likely.</source>
        <translation>两端之间的每个数可能性相同。</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>Small random numbers around a mean.</source>
        <translation>围绕均值的小随机数。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>normal, cut off</source>
        <translation>截断正态分布</translation>
    </message>
    <message>
        <source>As normal, without the rare far numbers. Transformers start so, with a deviation of 0.02.</source>
        <translation>与正态分布相同，但去掉少见的远端数值。Transformer 以 0.02 的标准差这样初始化。</translation>
    </message>
    <message>
        <source>Xavier (Glorot), uniform</source>
        <translation>Xavier（Glorot）均匀分布</translation>
    </message>
    <message>
        <source>Xavier (Glorot), normal</source>
        <translation>Xavier（Glorot）正态分布</translation>
    </message>
    <message>
        <source>Keeps the spread the same forwards and backwards. For tanh and sigmoid.</source>
        <translation>让前向和反向的方差保持一致。适合 tanh 和 sigmoid。</translation>
    </message>
    <message>
        <source>Kaiming (He), uniform</source>
        <translation>Kaiming（何恺明）均匀分布</translation>
    </message>
    <message>
        <source>Kaiming (He), normal</source>
        <translation>Kaiming（何恺明）正态分布</translation>
    </message>
    <message>
        <source>Makes up for the half that ReLU cuts off. For ReLU and its kin.</source>
        <translation>补偿 ReLU 截掉的一半。适合 ReLU 及其变体。</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Lengths stay as they are, also over many time steps. For recurrent layers.</source>
        <translation>长度保持不变，经过许多时间步也一样。适合循环层。</translation>
    </message>
    <message>
        <source>identity (Dirac)</source>
        <translation>恒等（狄拉克）</translation>
    </message>
    <message>
        <source>What arrives passes unchanged at first; a convolution takes only the middle of its kernel.</source>
        <translation>起初输入原样通过；卷积只取卷积核的中心。</translation>
    </message>
    <message>
        <source>There is no start called {name}. There are: {known}.</source>
        <translation>没有名为 {name} 的初始化方式。可用的有：{known}。</translation>
    </message>
    <message>
        <source>The start {way} has no number called {name}.</source>
        <translation>初始化方式 {way} 没有名为 {name} 的数值。</translation>
    </message>
    <message>
        <source>{name} of the start {way} cannot be {value}.</source>
        <translation>初始化方式 {way} 的 {name} 不能是 {value}。</translation>
    </message>
    <message>
        <source>A uniform start goes from a smaller number to a larger one. It got {low} and {high}.</source>
        <translation>均匀分布从较小的数到较大的数，这里得到的是 {low} 和 {high}。</translation>
    </message>
    <message>
        <source>Set how {node} starts</source>
        <translation>设置 {node} 的初始化</translation>
    </message>
    <message>
        <source>{node} can learn 0 to {most} times as fast. It got {rate}.</source>
        <translation>{node} 的学习率倍数应在 0 到 {most} 之间，这里得到的是 {rate}。</translation>
    </message>
    <message>
        <source>Set how fast {node} learns</source>
        <translation>设置 {node} 的学习率倍数</translation>
    </message>
    <message>
        <source>Set how {n} nodes start</source>
        <translation>设置 {n} 个节点的初始化</translation>
    </message>
    <message>
        <source>Set how fast {n} nodes learn</source>
        <translation>设置 {n} 个节点的学习率倍数</translation>
    </message>
    <message>
        <source>printing…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>These nodes start in different ways.</source>
        <translation>这些节点的初始化方式各不相同。</translation>
    </message>
    <message>
        <source>Learning rate ×</source>
        <translation>学习率倍数 ×</translation>
    </message>
    <message>
        <source>How many times as fast as its player a node learns: 0.1 for pretrained layers, 1 for the rest.</source>
        <translation>该节点的学习率是其玩家学习率的多少倍：预训练层用 0.1，其余用 1。</translation>
    </message>
    <message>
        <source>Starts with</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Biases start at</source>
        <translation>偏置初值</translation>
    </message>
    <message>
        <source>Forget gate starts at</source>
        <translation>遗忘门偏置初值</translation>
    </message>
    <message>
        <source>The whole bias of the forget gate. With 1 an LSTM remembers from the first step on.</source>
        <translation>遗忘门的全部偏置。设为 1 时，LSTM 从第一步起就能记住。</translation>
    </message>
    <message>
        <source>What to try: {what}</source>
        <translation>可以尝试：{what}</translation>
    </message>
    <message>
        <source>Show this advice again</source>
        <translation>重新显示这条建议</translation>
    </message>
    <message>
        <source>Hide this advice in this project</source>
        <translation>在本项目中隐藏这条建议</translation>
    </message>
    <message>
        <source>Click to show {node} on the canvas</source>
        <translation>点击可在画布上显示 {node}</translation>
    </message>
    <message>
        <source>{n} hidden</source>
        <translation>已隐藏 {n} 条</translation>
    </message>
    <message>
        <source>Show the advice that was hidden in this project</source>
        <translation>显示本项目中已隐藏的建议</translation>
    </message>
    <message>
        <source>Hide advice at {node}</source>
        <translation>隐藏 {node} 处的建议</translation>
    </message>
    <message>
        <source>Show advice at {node}</source>
        <translation>显示 {node} 处的建议</translation>
    </message>
    <message>
        <source>Let every class count the same</source>
        <translation>让每个类别同等重要</translation>
    </message>
    <message>
        <source>{node} sees the most frequent class {times} times as often as the rarest: {most} examples and {least}.</source>
        <translation>{node} 见到最多的类别的次数是最少类别的 {times} 倍：{most} 个样本对 {least} 个。</translation>
    </message>
    <message>
        <source>Whoever always answers the frequent class is right most of the time, and accuracy does not show it. Weights of the classes mend that; look at the confusion matrix.</source>
        <translation>总是回答多数类也能大多答对，准确率看不出问题。类别权重可以弥补；请看混淆矩阵。</translation>
    </message>
    <message>
        <source>Set class_weights, or use FocalLoss.</source>
        <translation>请设置 class_weights，或改用 FocalLoss。</translation>
    </message>
</context>
</TS>
