<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A class without a score stops the training with an error.</source>
        <translation>没有得分的类别会使训练出错而停止。</translation>
    </message>
    <message>
        <source>A network this large can learn them by heart. Watch the gap between the training and the validation loss; dropout, weight decay or an early stop keep it small.</source>
        <translation>这么大的网络可以把它们全部背下来。请留意训练损失与验证损失之间的差距;dropout、权重衰减或提前停止能让它保持很小。</translation>
    </message>
    <message>
        <source>A step hardly moves these weights.</source>
        <translation>一步几乎没有移动这些权重。</translation>
    </message>
    <message>
        <source>Advice that you know can be hidden for this node; the number at the top shows it again.</source>
        <translation>已了解的建议可以对该节点隐藏;顶部的数字可以再次显示它。</translation>
    </message>
    <message>
        <source>All weights of {node} start with the same number.</source>
        <translation>{node} 的所有权重都从同一个数开始。</translation>
    </message>
    <message>
        <source>Click a line</source>
        <translation>点击一行</translation>
    </message>
    <message>
        <source>Clip the gradient at length {n}</source>
        <translation>把梯度长度裁剪到 {n}</translation>
    </message>
    <message>
        <source>Copy and save</source>
        <translation>复制与保存</translation>
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
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Drop a layer on the canvas, or on a wire to put it in between.</source>
        <translation>把层拖到画布上;拖到连线上则插入其中。</translation>
    </message>
    <message>
        <source>Every change of the recipe is one step of undo, as in the drawing.</source>
        <translation>训练方案的每次修改都是一步可撤销的操作,与绘图时一样。</translation>
    </message>
    <message>
        <source>Everything that can be placed, by family, under a search in both languages.</source>
        <translation>所有可放置的层,按类别排列,可用中英文搜索。</translation>
    </message>
    <message>
        <source>Explains what is selected: one node, several, or with nothing selected the whole project.</source>
        <translation>解释所选内容:一个节点、多个节点;什么都没选时,则是整个项目。</translation>
    </message>
    <message>
        <source>Find a data set by its name in English or Chinese, its task, or what it is about</source>
        <translation>按中英文名称、任务或内容查找数据集</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Freeze keeps the weights as they are; the rate multiplies that of the player; start values say what training begins with.</source>
        <translation>冻结使权重保持不变;倍率乘在训练者的学习率上;初始值说明训练从什么开始。</translation>
    </message>
    <message>
        <source>Grouped by what one example is, with a search in both languages. The drawing adapts to the data you choose.</source>
        <translation>按样本的种类分组,可用中英文搜索。图会随所选数据调整。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
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
        <source>How a step follows from the gradient, and how the learning rate changes from step to step.</source>
        <translation>一步怎样由梯度得出,以及学习率怎样逐步变化。</translation>
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
        <source>How the network is trained: on which data, by which optimizer, how long.</source>
        <translation>网络怎样训练:用什么数据、什么优化器、训练多久。</translation>
    </message>
    <message>
        <source>Its node lights on the canvas. Select a node, and its line lights here.</source>
        <translation>画布上对应的节点会亮起。选中节点时,这里对应的行会亮起。</translation>
    </message>
    <message>
        <source>Its units share one whole: where one speaks up, the others fall silent, and little gradient comes through. A softmax belongs at the end; hidden layers take ReLU.</source>
        <translation>它的各单元分享一个整体:一个响亮,其余就沉默,梯度也几乎过不来。softmax 应放在最后;隐藏层用 ReLU。</translation>
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
        <source>Measured with the next step: press Step or go on.</source>
        <translation>将在下一步测量:请按“单步”或继续训练。</translation>
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
        <source>Moves the canvas to the node that is meant, also inside a block.</source>
        <translation>把画布移到所指的节点,也包括模块内部的节点。</translation>
    </message>
    <message>
        <source>No answer can be sure: with ten classes the best probability is {most}. Scores are free.</source>
        <translation>没有哪个回答能有把握:有十个类别时,最大的概率也只有 {most}。得分应当不受限制。</translation>
    </message>
    <message>
        <source>Not measured in this run. Only what is selected is measured: press Step, or train on.</source>
        <translation>本次运行中没有测量过它。只测量选中的节点:请按“单步”,或继续训练。</translation>
    </message>
    <message>
        <source>Nothing is learned through it. One score that says yes or no goes through a sigmoid.</source>
        <translation>通过它什么也学不到。表示“是或否”的单个得分应经过 sigmoid。</translation>
    </message>
    <message>
        <source>Nothing is wrong: it does nothing. A layer with weights may be missing between the two.</source>
        <translation>这不算错:它只是什么也没做。两者之间也许缺了一个带权重的层。</translation>
    </message>
    <message>
        <source>One click changes the drawing or the recipe; Undo takes it back.</source>
        <translation>一次点击即可修改图或训练方案;撤销可以恢复。</translation>
    </message>
    <message>
        <source>One step moves the weights by {share}. A smaller learning rate is calmer.</source>
        <translation>一步就把权重移动了 {share}。减小学习率会更平稳。</translation>
    </message>
    <message>
        <source>Optimizer and schedule</source>
        <translation>优化器与学习率计划</translation>
    </message>
    <message>
        <source>Over a long sequence the same weights multiply it at every step, so now and then it explodes and one step undoes what many have learned. Clipping its length costs nothing.</source>
        <translation>在长序列上,同样的权重每一步都乘在它上面,于是它偶尔会爆炸,一步就毁掉许多步学到的东西。裁剪梯度的长度几乎没有代价。</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Parameters and multiply-adds, their share of the network, and how they were counted.</source>
        <translation>参数与乘加次数、它们在网络中的占比,以及是怎样数出来的。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
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
        <source>Set the learning rate to {rate}</source>
        <translation>把学习率设为 {rate}</translation>
    </message>
    <message>
        <source>Sounds and signals</source>
        <translation>声音与信号</translation>
    </message>
    <message>
        <source>Start {node} as PyTorch does</source>
        <translation>让 {node} 按 PyTorch 的方式初始化</translation>
    </message>
    <message>
        <source>Statistics of a node</source>
        <translation>节点的统计</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Tables, points and graphs</source>
        <translation>表格、点与图</translation>
    </message>
    <message>
        <source>Take it out, or put a layer with weights between them.</source>
        <translation>把它去掉,或在两者之间放一个带权重的层。</translation>
    </message>
    <message>
        <source>Take {node} out of the way</source>
        <translation>绕过 {node}</translation>
    </message>
    <message>
        <source>Text and symbols</source>
        <translation>文本与符号</translation>
    </message>
    <message>
        <source>The PyTorch code of the drawing as it is now: what you read is what runs.</source>
        <translation>当前图对应的 PyTorch 代码:你读到的就是实际运行的。</translation>
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
        <source>The file needs PyTorch and nothing of this program.</source>
        <translation>该文件只需要 PyTorch,不需要本程序。</translation>
    </message>
    <message>
        <source>The funnel shows only the lines of what is selected.</source>
        <translation>漏斗按钮只显示所选内容对应的行。</translation>
    </message>
    <message>
        <source>The gradient goes back through {node} step by step, and nothing keeps it short.</source>
        <translation>梯度逐步地穿过 {node} 往回传,而没有什么限制它的长度。</translation>
    </message>
    <message>
        <source>The least and the greatest number of the batch</source>
        <translation>这个批次中最小和最大的数</translation>
    </message>
    <message>
        <source>The loss goes below zero, and a sure answer has no steeper slope than an unsure one.</source>
        <translation>损失会低于零,而且有把握的回答并不比没把握的回答有更大的斜率。</translation>
    </message>
    <message>
        <source>The loss then jumps about or becomes NaN. {usual} is the usual beginning; if the loss falls too slowly, make it three times as large.</source>
        <translation>损失会因此跳来跳去,或变成 NaN。通常从 {usual} 开始;若损失下降太慢,再增大到三倍。</translation>
    </message>
    <message>
        <source>The numbers are no longer finite. A smaller learning rate or clipped gradients help.</source>
        <translation>这些数已不再有限。减小学习率或裁剪梯度会有帮助。</translation>
    </message>
    <message>
        <source>The panels, the live views and all layer types, by family</source>
        <translation>各面板、实时视图以及按类别排列的全部层</translation>
    </message>
    <message>
        <source>The same weights multiply the state again and again, and nothing keeps it small: over a long sequence it explodes. In recurrent layers tanh is the usual choice, or weights that start as the identity.</source>
        <translation>同样的权重一次又一次地乘在状态上,却没有什么让它保持在小范围内:序列一长就会爆炸。循环层通常用 tanh,或让权重从单位矩阵开始。</translation>
    </message>
    <message>
        <source>The scores too many stand for classes that never come.</source>
        <translation>多出来的得分对应着从不出现的类别。</translation>
    </message>
    <message>
        <source>The second tab lists the network as a tree, with parameters and problems.</source>
        <translation>第二个标签页以树的形式列出网络,并标明参数和问题。</translation>
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
        <source>Then all its units give the same answer and get the same gradient for ever: it learns one thing only. Random numbers tell them apart.</source>
        <translation>这样它的所有单元永远给出同样的回答、得到同样的梯度:它只能学到一样东西。随机数才能把它们区分开。</translation>
    </message>
    <message>
        <source>Type a name in English or Chinese, what PyTorch calls it, or what it is for.</source>
        <translation>输入中文或英文名称、PyTorch 中的名字,或它的用途。</translation>
    </message>
    <message>
        <source>Volumes and clips</source>
        <translation>体数据与视频</translation>
    </message>
    <message>
        <source>What arrives, what leaves, and the sum by which the size came about, with its numbers named.</source>
        <translation>输入什么、输出什么,以及尺寸由怎样的算式得来,算式中的每个数都有名称。</translation>
    </message>
    <message>
        <source>What differs from the default is bold; the arrow behind it takes it back. A value that begins with = follows a parameter of the block or the network.</source>
        <translation>与默认值不同的用粗体显示,后面的箭头可以恢复默认。以 = 开头的值跟随模块或网络的参数。</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>其中有什么</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>它的输出</translation>
    </message>
    <message>
        <source>What keeps the network from being trained stands first, then advice about what is not wrong but unwise.</source>
        <translation>先列出使网络无法训练的问题,再列出并非错误但不太明智之处的建议。</translation>
    </message>
    <message>
        <source>What lies beyond can never be said. A network that predicts numbers ends with a linear layer and no activation.</source>
        <translation>范围之外的数永远说不出来。预测数值的网络应以线性层结尾,不加激活函数。</translation>
    </message>
    <message>
        <source>While a run is on: mean and deviation, zeros, dead and saturated units, gradients, and how far a step moves the weights. Only what is selected is measured.</source>
        <translation>训练进行时:均值与标准差、零的占比、死亡与饱和单元、梯度,以及一步把权重移动多远。只测量选中的节点。</translation>
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
        <source>{loss} gets {n} scores, and the data have {classes} classes.</source>
        <translation>{loss} 得到 {n} 个得分,而数据有 {classes} 个类别。</translation>
    </message>
    <message>
        <source>{loss} wants logarithms of probabilities, and {node} gives the probabilities.</source>
        <translation>{loss} 需要概率的对数,而 {node} 给出的是概率本身。</translation>
    </message>
    <message>
        <source>{node} carries its state through a ReLU at every step.</source>
        <translation>{node} 每一步都让状态经过 ReLU。</translation>
    </message>
    <message>
        <source>{node} gets only numbers from 0 upwards from {other}, and changes none of them.</source>
        <translation>{node} 从 {other} 得到的数都不小于 0,它一个也不会改变。</translation>
    </message>
    <message>
        <source>{node} gives only numbers from {low} to {high}, and {target} goes from {least} to {most}.</source>
        <translation>{node} 只能给出 {low} 到 {high} 之间的数,而 {target} 的范围是 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>{node} is a softmax between {a} and {b}.</source>
        <translation>{node} 是夹在 {a} 和 {b} 之间的 softmax。</translation>
    </message>
    <message>
        <source>{node} keeps every score between {low} and 1 before {loss}.</source>
        <translation>{node} 在 {loss} 之前把每个得分都限制在 {low} 到 1 之间。</translation>
    </message>
    <message>
        <source>{node} shares one whole among a single score, so its answer never changes.</source>
        <translation>{node} 把一个整体只分给唯一的一个得分,因此它的输出永远不变。</translation>
    </message>
    <message>
        <source>{n} of {all} values lie between {low} and {high}</source>
        <translation>{all} 个值中有 {n} 个落在 {low} 到 {high} 之间</translation>
    </message>
    <message>
        <source>{n} parameters learn from {examples} examples.</source>
        <translation>{n} 个参数要从 {examples} 个样本中学习。</translation>
    </message>
    <message>
        <source>{optimizer} with a learning rate of {rate} takes very long steps.</source>
        <translation>{optimizer} 以 {rate} 的学习率迈的步子非常大。</translation>
    </message>
</context>
</TS>
