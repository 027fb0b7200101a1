<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message><source>{name}: {value}</source><translation>{name}：{value}</translation></message>
    <message><source>Bars about zero</source><translation>以零为中心的条形图</translation></message>
    <message><source>Check the gradient</source><translation>检查梯度</translation></message>
    <message><source>Compare the gradient of the selected node with differences, in float64, on a copy</source><translation>在副本上用 float64 把所选节点的梯度与差分比较</translation></message>
    <message><source>Show which part of the image one cell of the selected node sees</source><translation>显示所选节点的一个单元看到图像的哪一部分</translation></message>
    <message><source>Try without it</source><translation>去掉它试试</translation></message>
    <message><source>Put zeros, the mean or noise in the place of the selected node, and see the metric move</source><translation>用零、均值或噪声代替所选节点的输出，看指标如何变化</translation></message>
    <message><source>Why did it say that…</source><translation>它为什么这么说…</translation></message>
    <message><source>Show what in one example counts for the answer, by seven methods</source><translation>用七种方法显示一个样本中什么对回答起作用</translation></message>
    <message><source>Attacks…</source><translation>攻击…</translation></message>
    <message><source>Mislead the network by a small step, by one pixel, and see how sure it is under noise</source><translation>用一小步、一个像素误导网络，并看它在噪声下有多可靠</translation></message>
    <message><source>how small a step turns the answer over while you see no difference. It shows that the network is misled, and not that a person would be; a stronger attack may need less.</source><translation>多小的一步就能推翻回答，而你看不出差别。它说明网络被误导，并不说明人会被误导；更强的攻击可能只需更小的一步。</translation></message>
    <message><source>whether one pixel is enough. Only answers are used, no gradient: chance proposes, and what works is kept. That nothing was found proves nothing.</source><translation>一个像素是否足够。只用回答，不用梯度：随机提出候选，有效的留下。没有找到并不证明什么。</translation></message>
    <message><source>a class that keeps most votes under strong noise: within the radius no change whatever turns the vote over. The certificate is for the vote, not for the network alone.</source><translation>在强噪声下仍保有多数票的类别：在该半径内，任何改动都推翻不了投票。证书针对投票，而不是单独的网络。</translation></message>
    <message><source>Attacks</source><translation>攻击</translation></message>
    <message><source>accuracy of {n} examples</source><translation>{n} 个样本的准确率</translation></message>
    <message><source>the change, enlarged</source><translation>改动（放大）</translation></message>
    <message><source>Which attack</source><translation>哪种攻击</translation></message>
    <message><source>Strength of the step</source><translation>步长的强度</translation></message>
    <message><source>How far each number is moved, in shares of the range</source><translation>每个数移动多远，以取值范围的比例计</translation></message>
    <message><source>Strength of the noise</source><translation>噪声的强度</translation></message>
    <message><source>The deviation of the noise, in shares of the range</source><translation>噪声的标准差，以取值范围的比例计</translation></message>
    <message><source>Look for one pixel that turns the answer over; Cancel ends it</source><translation>寻找一个能推翻回答的像素；“取消”可结束</translation></message>
    <message><source>Before, the change, and after</source><translation>之前、改动、之后</translation></message>
    <message><source>Votes under noise</source><translation>噪声下的投票</translation></message>
    <message><source>Accuracy by the strength of the step</source><translation>准确率随步长强度的变化</translation></message>
    <message><source>It says {before}; true is {true}. Search looks for one pixel that turns this over.</source><translation>它说 {before}；真实为 {true}。“搜索”会寻找一个能推翻它的像素。</translation></message>
    <message><source>ε, in shares of the range</source><translation>ε（取值范围的比例）</translation></message>
    <message><source>ε, in standard deviations</source><translation>ε（标准差的倍数）</translation></message>
    <message><source>No class has surely more than half of {n} votes, so nothing is certified. True is {true}.</source><translation>在 {n} 票中没有类别能确定过半，因此不给出证书。真实为 {true}。</translation></message>
    <message><source>{answer}: at least {share} of the votes, so it holds within a radius of {radius} ({shares} of the unit of σ). True is {true}.</source><translation>{answer}：至少得到 {share} 的票，因此在半径 {radius} 内成立（即 σ 单位的 {shares} 倍）。真实为 {true}。</translation></message>
    <message><source>gradient sign (FGSM)</source><translation>梯度符号（FGSM）</translation></message>
    <message><source>one pixel</source><translation>单像素</translation></message>
    <message><source>votes under noise</source><translation>噪声下投票</translation></message>
    <message><source>Pixel ({row}, {column}) turns {before} into {after}, found after {n} rounds and {asked} questions.</source><translation>像素（{row}，{column}）把 {before} 变成 {after}，经过 {n} 轮、{asked} 次询问找到。</translation></message>
    <message><source>No pixel was found in {n} rounds and {asked} questions. The best one is ({row}, {column}).</source><translation>{n} 轮、{asked} 次询问后没有找到这样的像素。最好的是（{row}，{column}）。</translation></message>
    <message><source>ε = {strength} turns {before} into {after}; true is {true}.</source><translation>ε = {strength} 把 {before} 变成 {after}；真实为 {true}。</translation></message>
    <message><source>At ε = {strength} it still says {before}; true is {true}.</source><translation>ε = {strength} 时它仍说 {before}；真实为 {true}。</translation></message>
    <message><source>zero</source><translation>零</translation></message>
    <message><source>No loss and no metric depends on numbers of this node.</source><translation>没有损失或指标依赖这个节点的数值。</translation></message>
    <message><source>Choose a node on the way to a loss.</source><translation>请选择通向损失的路上的节点。</translation></message>
    <message><source>This is where it is measured; nothing would be left to see.</source><translation>指标正是在这里测量的；去掉它就没有可看的了。</translation></message>
    <message><source>Choose a node before it.</source><translation>请选择它之前的节点。</translation></message>
    <message><source>The run {run} has kept no weights yet.</source><translation>运行 {run} 还没有保存权重。</translation></message>
    <message><source>Wait a moment, or pause the training: then they are kept.</source><translation>请稍候，或暂停训练：那时会保存。</translation></message>
    <message><source>The answer depends on no picture, table, series or text that could be explained.</source><translation>回答不依赖任何可以解释的图像、表格、序列或文本。</translation></message>
    <message><source>Open a network that reads one of these.</source><translation>请打开读取其中之一的网络。</translation></message>
    <message><source>This network foretells numbers; only a choice between classes can be turned over.</source><translation>这个网络预测数值；只有类别之间的选择才能被推翻。</translation></message>
    <message><source>Open a network that tells classes apart.</source><translation>请打开一个分类网络。</translation></message>
    <message><source>Words cannot be changed a little, and an attack on a text would need other words.</source><translation>词不能只改动一点点，攻击文本需要换成别的词。</translation></message>
    <message><source>Open a network that reads pictures, a table or a series.</source><translation>请打开读取图像、表格或序列的网络。</translation></message>
    <message><source>One pixel can be changed in a picture only.</source><translation>只有图像才能改动一个像素。</translation></message>
    <message><source>Open a network that reads pictures.</source><translation>请打开读取图像的网络。</translation></message>
    <message><source>agrees</source><translation>一致</translation></message>
    <message><source>kink</source><translation>折点</translation></message>
    <message><source>This node takes no part in what is computed.</source><translation>这个节点不参与计算。</translation></message>
    <message><source>{node} has no gradient: nothing flows back through it.</source><translation>{node} 没有梯度：没有东西经过它反向流动。</translation></message>
    <message><source>Choose a layer, a block or a loss.</source><translation>请选择一个层、块或损失。</translation></message>
    <message><source>{node} has no weights, and what arrives are whole numbers, which cannot be moved a little.</source><translation>{node} 没有权重，到达的又是整数，无法只移动一点点。</translation></message>
    <message><source>Choose a layer behind it.</source><translation>请选择它后面的层。</translation></message>
    <message><source>Saliency</source><translation>显著图</translation></message>
    <message><source>Integrated gradients</source><translation>积分梯度</translation></message>
    <message><source>Occlusion</source><translation>遮挡</translation></message>
    <message><source>Grad-CAM</source><translation>Grad-CAM（类激活图）</translation></message>
    <message><source>LIME</source><translation>LIME（局部线性解释）</translation></message>
    <message><source>SHAP</source><translation>SHAP（沙普利值）</translation></message>
    <message><source>GradientSHAP</source><translation>GradientSHAP（梯度沙普利值）</translation></message>
    <message><source>Where a small change would move the score most. It does not tell what the score is made of: where a unit is saturated, the gradient is small though the place counts.</source><translation>小的改动在哪里最能影响得分。它不说明得分由什么构成：单元饱和的地方梯度很小，尽管那里起作用。</translation></message>
    <message><source>What adds up to the score from the baseline on: all numbers together are the difference of the two scores. Another baseline gives another picture, and it does not tell how places work together.</source><translation>从基线起累加成得分的部分：所有数之和就是两个得分之差。换一个基线会得到另一幅图，而且它不说明各处如何共同作用。</translation></message>
    <message><source>How much the score falls when a place is covered. What stands in two places at once loses little when one is covered, and a grey square is nothing the network has learned from.</source><translation>遮住某处时得分下降多少。同时出现在两处的东西，遮住一处损失很小；而灰色方块是网络从没学过的。</translation></message>
    <message><source>Where the chosen node sees what speaks for the answer. It is as coarse as that feature map, and what speaks against the answer is not shown.</source><translation>所选节点在哪里看到支持该回答的东西。它和那张特征图一样粗糙，反对该回答的东西不显示。</translation></message>
    <message><source>The weights of a straight line through answers to examples with parts left out. How well the line fits stands beside it: a poor fit explains nothing. Another seed gives somewhat other weights.</source><translation>对去掉若干部分的样本的回答作线性拟合所得的权重。拟合好坏写在旁边：拟合差就什么也没解释。换一个种子，权重会略有不同。</translation></message>
    <message><source>What each part adds on average, whatever else is there; all together are the difference of the two scores. It tells what the network uses, and not what is the cause in the world.</source><translation>无论还有什么，每一部分平均增加多少；全部加起来是两个得分之差。它说明网络用了什么，而不是现实中的原因。</translation></message>
    <message><source>Integrated gradients, averaged over baselines that are drawn from the training examples. It supposes that features do not hang together, and drawn numbers make it waver a little.</source><translation>对从训练样本中抽取的基线取平均的积分梯度。它假设特征互不相关，而抽样使结果略有波动。</translation></message>
    <message><source>the mean of the training examples</source><translation>训练样本的均值</translation></message>
    <message><source>Grad-CAM needs a node that gives feature maps of the picture on the way to the answer.</source><translation>Grad-CAM 需要一个在通向回答的路上给出图像特征图的节点。</translation></message>
    <message><source>Select a convolution on the drawing, or choose another method.</source><translation>请在图上选中一个卷积，或换一种方法。</translation></message>
    <message><source>Checks at a node</source><translation>节点检查</translation></message>
    <message><source>Three questions to the selected node. All is done on a copy: neither project nor run changes.</source><translation>对所选节点的三个问题。全部在副本上进行：项目和运行都不改变。</translation></message>
    <message><source>Why did it say that</source><translation>它为什么这么说</translation></message>
    <message><source>Shows what in one example counts for one answer. Methods differ: compare two before you believe one.</source><translation>显示一个样本中什么对某个回答起作用。方法各不相同：相信一种之前先比较两种。</translation></message>
    <message><source>Changes one example as little as possible so that the answer turns over, or shows how far it holds.</source><translation>尽可能少地改动一个样本使回答翻转，或显示回答能保持多远。</translation></message>
    <message><source>Gradient check</source><translation>梯度检查</translation></message>
    <message><source>Moves numbers a little in float64 and compares the slope with the gradient. At a kink both one-sided slopes are shown; wrong means that the backward pass is not that of the forward pass.</source><translation>在 float64 中把数值移动一点点，把斜率与梯度比较。折点处显示两个单侧斜率；“错误”表示反向传播与前向传播不相符。</translation></message>
    <message><source>Frames what one cell sees of the image; the sliders move the cell, the bars show where it grew.</source><translation>框出一个单元看到的图像部分；滑块移动单元，条形图显示它在哪里变大。</translation></message>
    <message><source>Without this node</source><translation>去掉此节点</translation></message>
    <message><source>Puts zeros, the mean or noise in the place of its numbers and measures a sample of the validation again; the bars rank its channels by how much worse it becomes without each.</source><translation>用零、均值或噪声代替它的数值，重新测量验证集的一个抽样；条形图按去掉各通道后变差多少来排序。</translation></message>
    <message><source>A part of the data and a number in it; another answer than the one given can be chosen.</source><translation>数据的一个部分及其中的编号；也可以选择与所给不同的回答。</translation></message>
    <message><source>Method</source><translation>方法</translation></message>
    <message><source>Above it stands what to look for, and what the method does not tell. Grad-CAM looks at the selected node.</source><translation>上方写着该看什么，以及这种方法不说明什么。Grad-CAM 看所选的节点。</translation></message>
    <message><source>All parts together</source><translation>各部分之和</translation></message>
    <message><source>Where a method promises that its numbers add up to the difference of the scores, the gap is shown.</source><translation>如果一种方法保证其数值之和等于得分之差，就显示差距。</translation></message>
    <message><source>Gradient sign</source><translation>梯度符号</translation></message>
    <message><source>Each number is moved by ε towards a larger loss; the curve shows the accuracy by ε.</source><translation>每个数朝损失变大的方向移动 ε；曲线显示准确率随 ε 的变化。</translation></message>
    <message><source>One pixel</source><translation>单像素</translation></message>
    <message><source>Evolution looks for the place and colour of one pixel; it can be cancelled.</source><translation>用差分进化寻找一个像素的位置和颜色；可以取消。</translation></message>
    <message><source>Noisy copies vote; from their share follows a radius within which the vote surely holds.</source><translation>加噪声的副本投票；由得票比例得出一个半径，在其内投票结果必定成立。</translation></message>
    <message><source>Which weights are asked</source><translation>询问哪些权重</translation></message>
    <message><source>Wait no longer; what is shown stays</source><translation>不再等待；已显示的保留</translation></message>
    <message><source>How far the answer is</source><translation>回答的进度</translation></message>
    <message><source>test</source><translation>测试</translation></message>
    <message><source>Which part of the data</source><translation>数据的哪一部分</translation></message>
    <message><source>The number of the example in this part of the data</source><translation>样本在这部分数据中的编号</translation></message>
    <message><source>as shown</source><translation>如所示</translation></message>
    <message><source>best weights</source><translation>最佳权重</translation></message>
    <message><source>Ask the network</source><translation>询问网络</translation></message>
    <message><source>relative errors below 1e-5: the gradient is the derivative. At a kink a function such as ReLU has two slopes; there torch takes one of them, and nothing is wrong.</source><translation>相对误差低于 1e-5：梯度就是导数。在折点处，ReLU 之类的函数有两个斜率；torch 取其中一个，这没有错。</translation></message>
    <message><source>how large a part of the image one cell sees, and where it grows. Two windows of 3 see 5, and a stride makes all that follow see more.</source><translation>一个单元看到图像的多大部分，以及它在哪里变大。两个 3 的窗口看到 5，而步幅使后面的都看得更多。</translation></message>
    <message><source>a metric that falls far: the network relies on this node. One channel alone often costs little, since others know the same.</source><translation>大幅下降的指标：网络依赖这个节点。单独一个通道往往代价很小，因为其他通道知道同样的东西。</translation></message>
    <message><source>{node}: all {n} slopes agree; the largest relative error is {error}.</source><translation>{node}：全部 {n} 个斜率一致；最大相对误差为 {error}。</translation></message>
    <message><source>{node}: a cell sees {height}×{width} pixels; neighbours are {step} apart, the first begins at {start}.</source><translation>{node}：一个单元看到 {height}×{width} 个像素；相邻单元相距 {step}，第一个从 {start} 开始。</translation></message>
    <message><source>Which measure</source><translation>哪个指标</translation></message>
    <message><source>channel {n} of {node}</source><translation>{node} 的通道 {n}</translation></message>
    <message><source>Without {where}, {measure} goes from {before} to {after} ({difference}), on {n} examples.</source><translation>去掉{where}后，{measure}从 {before} 变为 {after}（{difference}），基于 {n} 个样本。</translation></message>
    <message><source>Which check</source><translation>哪种检查</translation></message>
    <message><source>What is put in the place of its numbers</source><translation>用什么代替它的数值</translation></message>
    <message><source>all channels</source><translation>所有通道</translation></message>
    <message><source>Which channel</source><translation>哪个通道</translation></message>
    <message><source>One channel alone, or the whole node</source><translation>单独一个通道，或整个节点</translation></message>
    <message><source>In standard deviations of what the node gives</source><translation>以节点输出的标准差计</translation></message>
    <message><source>analytic</source><translation>解析梯度</translation></message>
    <message><source>numeric</source><translation>差分</translation></message>
    <message><source>left | right</source><translation>左 | 右</translation></message>
    <message><source>verdict</source><translation>结论</translation></message>
    <message><source>The slopes that were compared</source><translation>比较过的斜率</translation></message>
    <message><source>The worst first; the menu saves all of them</source><translation>最差的在前；菜单可保存全部</translation></message>
    <message><source>The largest relative error of each weight and input</source><translation>各权重和输入的最大相对误差</translation></message>
    <message><source>How the receptive field grows on the way</source><translation>感受野一路上如何变大</translation></message>
    <message><source>How much worse it becomes without each channel</source><translation>去掉各通道后变差多少</translation></message>
    <message><source>Windows that slide over an image lead to no place of this node, so it sees no part of one.</source><translation>没有在图像上滑动的窗口通到这个节点，所以它不看图像的某一部分。</translation></message>
    <message><source>Choose a convolution, or what lies between two of them.</source><translation>请选择一个卷积，或两个卷积之间的节点。</translation></message>
    <message><source>Select a node on the drawing, outside of blocks; a block counts as one node.</source><translation>请在图上选中一个块外的节点；一个块算作一个节点。</translation></message>
    <message><source>column</source><translation>列</translation></message>
    <message><source>channel {n}</source><translation>通道 {n}</translation></message>
    <message><source>gradient check</source><translation>梯度检查</translation></message>
    <message><source>receptive field</source><translation>感受野</translation></message>
    <message><source>without this node</source><translation>去掉此节点</translation></message>
    <message><source>channel</source><translation>通道</translation></message>
    <message><source>Row of the cell</source><translation>单元的行</translation></message>
    <message><source>Column of the cell</source><translation>单元的列</translation></message>
    <message><source>Moves the cell whose part of the image is framed</source><translation>移动单元，它看到的图像部分被框出</translation></message>
    <message><source>{node}: {wrong} of {n} slopes are not the derivative, and that is what this layer is for.</source><translation>{node}：{n} 个斜率中有 {wrong} 个不是导数，而这正是这一层的用途。</translation></message>
    <message><source>{node}: the gradient is wrong in {wrong} of {n} slopes. Look at its backward pass.</source><translation>{node}：{n} 个斜率中有 {wrong} 个梯度错误。请检查它的反向传播。</translation></message>
    <message><source>whether what counts is what you would have looked at yourself. Compare two methods before you believe one.</source><translation>起作用的是否就是你自己会看的地方。相信一种方法之前先比较两种。</translation></message>
    <message><source>Score {score}; of nothing {nothing}; difference {difference}.</source><translation>得分 {score}；基线得分 {nothing}；相差 {difference}。</translation></message>
    <message><source>what it said</source><translation>它的回答</translation></message>
    <message><source>what is true</source><translation>真实答案</translation></message>
    <message><source>Which answer is explained</source><translation>解释哪个回答</translation></message>
    <message><source>By which method</source><translation>用哪种方法</translation></message>
    <message><source>It said {said}; true is {true}. Explained: {target}.</source><translation>它说 {said}；真实为 {true}。解释的是：{target}。</translation></message>
    <message><source>what counts</source><translation>起作用的部分</translation></message>
    <message><source>What stands for nothing being there</source><translation>用什么表示“什么都没有”</translation></message>
    <message><source>Opacity</source><translation>不透明度</translation></message>
    <message><source>How strongly the colours lie over the picture</source><translation>颜色覆盖在图像上有多浓</translation></message>
    <message><source>The example and what counts in it</source><translation>样本及其中起作用的部分</translation></message>
    <message><source>It said {said}. Explained: {target}.</source><translation>它说 {said}。解释的是：{target}。</translation></message>
    <message><source>Explained: {target} = {value}.</source><translation>解释的是：{target} = {value}。</translation></message>
    <message><source>All parts together miss it by {gap}.</source><translation>各部分之和与它相差 {gap}。</translation></message>
    <message><source>The straight line explains {share} of the answers.</source><translation>线性拟合解释了回答的 {share}。</translation></message>
    <message><source>Every subset of the parts was asked, so this is exact.</source><translation>询问了所有子集，因此是精确的。</translation></message>
    <message><source>Seen from {node}.</source><translation>从 {node} 看。</translation></message>
    <message><source>{node}: {kinks} of {n} slopes lie on a kink, where there is no one slope; the others agree.</source><translation>{node}：{n} 个斜率中有 {kinks} 个位于折点，那里没有唯一的斜率；其余一致。</translation></message>
    <message><source>{node}: nothing flows back to {what}, as behind a detach. Where that is meant, all is well.</source><translation>{node}：没有梯度流回 {what}，如同在 detach 之后。如果这是有意的，就没有问题。</translation></message>
    <message><source>against zeros</source><translation>与零相比</translation></message>
    <message><source>against the mean</source><translation>与均值相比</translation></message>
    <message><source>What counts for the answer</source><translation>对回答起作用的部分</translation></message>
    <message>
        <source>Explanations</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>colour gathering on what you would have looked at yourself; what stays on the background is a bad sign.</source>
        <translation>颜色逐渐聚集到你自己也会看的地方；若一直停在背景上，就不是好兆头。</translation>
    </message>
    <message>
        <source>What in an example counts for the answer: saliency, Grad-CAM, integrated gradients.
Press Train. It appears after the first batches.</source>
        <translation>样本中的哪些部分决定了答案：显著图、Grad-CAM、积分梯度。
请按“训练”，最初几个批次之后就会出现。</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs classes or numbers that a loss compares with the truth, foretold from pictures, words, series or a table.</source>
        <translation>这个网络没有可显示的内容：它需要由图像、文字、序列或表格预测出类别或数值，并由损失与真值比较。</translation>
    </message>
    <message>
        <source>on the strongest tenth</source>
        <translation>最强的十分之一处占</translation>
    </message>
    <message>
        <source>#{row}: {answer} ({score})</source>
        <translation>#{row}：{answer}（{score}）</translation>
    </message>
    <message>
        <source>{example}: {method}</source>
        <translation>{example}：{method}</translation>
    </message>
    <message>
        <source>Explained: {target} at {place} = {value}.</source>
        <translation>解释的是：{place}处的 {target} = {value}。</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>全部步</translation>
    </message>
    <message>
        <source>all places</source>
        <translation>全部位置</translation>
    </message>
    <message>
        <source>Which place of the answer</source>
        <translation>答案的哪个位置</translation>
    </message>
    <message>
        <source>Which place of the answer is explained; without one, the mean over all</source>
        <translation>解释答案的哪个位置；不选时为全部位置的平均</translation>
    </message>
    <message>
        <source>This network answers neither with classes nor with numbers that are compared with the truth, so there is no one number to explain.</source>
        <translation>这个网络既不回答类别，也不回答与真值比较的数值，因此没有可供解释的单个数。</translation>
    </message>
    <message>
        <source>Open a network that tells classes apart, foretells numbers, or does so for each place or step.</source>
        <translation>请打开一个区分类别或预测数值的网络，逐位置或逐步回答的也可以。</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>example</source>
        <translation>样本</translation>
    </message>
</context>
</TS>
