<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>1 example</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>1 kind of mistake</source>
        <translation>1 种错误</translation>
    </message>
    <message>
        <source>1 of {total} validation examples is wrong.</source>
        <translation>{total} 个验证样本中有 1 个错误。</translation>
    </message>
    <message>
        <source>All kinds of mistake</source>
        <translation>所有错误类型</translation>
    </message>
    <message>
        <source>All {total} validation examples are right.</source>
        <translation>{total} 个验证样本全部正确。</translation>
    </message>
    <message>
        <source>Click a cell to see them.</source>
        <translation>点击格子可查看这些样本。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Freeze the picture</source>
        <translation>定格画面</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>How strongly the loss pulls at the weights of each node.
Press Train. The lines appear after the first batches.</source>
        <translation>损失对每个节点权重的拉力有多大。
请按“训练”。最初几个批次之后显示曲线。</translation>
    </message>
    <message>
        <source>Logarithmic axis: equal factors are equally far apart</source>
        <translation>对数坐标轴：相同的倍数间距相同</translation>
    </message>
    <message>
        <source>Look for: {what}</source>
        <translation>看点：{what}</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>损失与准确率</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No mistake</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a loss that compares its output with the class, such as CrossEntropyLoss.</source>
        <translation>这个网络没有可显示的内容：它需要一个把输出与类别作比较的损失，例如 CrossEntropyLoss。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a node with weights, such as Linear or Conv2d.</source>
        <translation>这个网络没有可显示的内容：它需要带权重的节点，例如 Linear 或 Conv2d。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs data with classes.</source>
        <translation>这个网络没有可显示的内容：它需要带类别的数据。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs one input of two features, the two axes of a plane.</source>
        <translation>这个网络没有可显示的内容：它需要一个含两个特征的输入，作为平面的两条坐标轴。</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Save the values…</source>
        <translation>保存数值…</translation>
    </message>
    <message>
        <source>Show larger</source>
        <translation>放大显示</translation>
    </message>
    <message>
        <source>Show smaller</source>
        <translation>缩小显示</translation>
    </message>
    <message>
        <source>Smooth the training line; the raw line stays, faintly</source>
        <translation>平滑训练曲线；原始曲线以浅色保留</translation>
    </message>
    <message>
        <source>The loss on the training and on the validation examples, step by step.
Press Train. The curves appear after the first batch.</source>
        <translation>训练样本和验证样本上的损失，逐步记录。
请按“训练”。第一个批次之后显示曲线。</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>所画的量</translation>
    </message>
    <message>
        <source>What the network answers at every point of the plane.
Press Train. The picture appears after the first batches.</source>
        <translation>网络在平面上每一点给出的回答。
请按“训练”。最初几个批次之后显示画面。</translation>
    </message>
    <message>
        <source>Which classes are taken for which, counted on the validation examples.
Press Train. The counts appear after the first epoch.</source>
        <translation>哪些类别被认成了哪些类别，在验证样本上计数。
请按“训练”。第一轮结束后显示计数。</translation>
    </message>
    <message>
        <source>Whose gradients</source>
        <translation>谁的梯度</translation>
    </message>
    <message>
        <source>a full diagonal. A cell beside it is a class taken for another.</source>
        <translation>对角线是否填满。对角线以外的格子表示一个类别被认成了另一个。</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>after step</source>
        <translation>截至训练步</translation>
    </message>
    <message>
        <source>all players</source>
        <translation>所有参与者</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>条形</translation>
    </message>
    <message>
        <source>best {value}</source>
        <translation>最佳 {value}</translation>
    </message>
    <message>
        <source>both lines falling together. A validation line that turns up means overfitting.</source>
        <translation>两条线是否一同下降。验证线回升说明过拟合。</translation>
    </message>
    <message>
        <source>heat map, log₁₀</source>
        <translation>热图，log₁₀</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>lines within two decades. The lowest line learns slowest; a line at the floor has vanished.</source>
        <translation>各线是否相差不到两个数量级。最低的线学得最慢；贴着底边的线表示梯度已消失。</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>smooth {weight}</source>
        <translation>平滑 {weight}</translation>
    </message>
    <message>
        <source>the line moving until each class has its own side. A single unit can only draw it straight.</source>
        <translation>分界线如何移动，直到每个类别各占一侧。单个单元只能画出直线。</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>train, {player}</source>
        <translation>训练，{player}</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>validation example {row}</source>
        <translation>验证样本 {row}</translation>
    </message>
    <message>
        <source>validation, after step {step}</source>
        <translation>验证集，第 {step} 步之后</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <source>{count} of {total} examples of {truth} are right.</source>
        <translation>{total} 个 {truth} 的样本中有 {count} 个正确。</translation>
    </message>
    <message>
        <source>{node}, vanished</source>
        <translation>{node}，已消失</translation>
    </message>
    <message>
        <source>{n} kinds of mistake</source>
        <translation>{n} 种错误</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}</source>
        <translation>无法写入 {path}：{why}</translation>
    </message>
    <message>
        <source>{title} (frozen)</source>
        <translation>{title}（已定格）</translation>
    </message>
    <message>
        <source>{truth} recognised</source>
        <translation>{truth} 识别正确</translation>
    </message>
    <message>
        <source>{truth} taken for {answer}</source>
        <translation>{truth} 被认成 {answer}</translation>
    </message>
    <message>
        <source>{what}: {choice}</source>
        <translation>{what}：{choice}</translation>
    </message>
    <message>
        <source>{wrong} of {total} validation examples are wrong.</source>
        <translation>{total} 个验证样本中有 {wrong} 个错误。</translation>
    </message>
</context>
</TS>
