<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
  <name>Workbench</name>
  <message><source>Gates</source><translation>门控</translation></message>
  <message><source>units whose forget gate stays bright: they carry a word along. Where it darkens, the old is thrown away.</source><translation>遗忘门一直亮的单元：它们把一个词一直带下去。变暗的地方，旧内容被丢掉。</translation></message>
  <message><source>What a recurrent layer keeps and forgets at each step of an example.
Press Train. The gates appear after the first batches.</source><translation>循环层在样本的每一步记住什么、忘掉什么。
按“训练”，头几个批次之后门控就会出现。</translation></message>
  <message><source>Nothing to show for this network: it needs a recurrent layer, such as LSTM, GRU or a scan.</source><translation>这个网络没有可显示的内容：它需要一个循环层，例如 LSTM、GRU 或循环展开。</translation></message>
  <message><source>forget f</source><translation>遗忘门 f</translation></message>
  <message><source>1 keeps the memory, 0 forgets it</source><translation>1 记住，0 忘掉</translation></message>
  <message><source>input i</source><translation>输入门 i</translation></message>
  <message><source>1 writes the candidate, 0 does not</source><translation>1 写入候选值，0 不写</translation></message>
  <message><source>output o</source><translation>输出门 o</translation></message>
  <message><source>1 shows the memory, 0 hides it</source><translation>1 说出记忆，0 不说</translation></message>
  <message><source>reset r</source><translation>重置门 r</translation></message>
  <message><source>1 uses the past for the candidate, 0 ignores it</source><translation>1 计算候选值时使用过去，0 忽略过去</translation></message>
  <message><source>update z</source><translation>更新门 z</translation></message>
  <message><source>1 keeps the past, 0 takes the candidate</source><translation>1 保留过去，0 采用候选值</translation></message>
  <message><source>1 takes the candidate, 0 keeps the past</source><translation>1 采用候选值，0 保留过去</translation></message>
  <message><source>candidate C̃</source><translation>候选值 C̃</translation></message>
  <message><source>what could be written</source><translation>要写的新内容</translation></message>
  <message><source>candidate h̃</source><translation>候选值 h̃</translation></message>
  <message><source>what could become the new state</source><translation>可能成为新状态的内容</translation></message>
  <message><source>memory C</source><translation>细胞状态 C</translation></message>
  <message><source>the memory itself</source><translation>记忆本身</translation></message>
  <message><source>state h</source><translation>隐藏状态 h</translation></message>
  <message><source>what the next layer sees</source><translation>下一层看到的内容</translation></message>
  <message><source>gates</source><translation>门</translation></message>
  <message><source>memory</source><translation>记忆</translation></message>
  <message><source>gradient by lag</source><translation>梯度与时间间隔</translation></message>
  <message><source>over training</source><translation>训练过程</translation></message>
  <message><source>saturated gates</source><translation>饱和的门</translation></message>
  <message><source>saturated states</source><translation>饱和的状态</translation></message>
  <message><source>saturated share</source><translation>饱和比例</translation></message>
  <message><source>mean of {part}</source><translation>{part}的平均值</translation></message>
  <message><source>Which layer</source><translation>哪一层</translation></message>
  <message><source>Which example</source><translation>哪个样本</translation></message>
  <message><source>candidate, state</source><translation>候选值与状态</translation></message>
  <message><source>gate {node}</source><translation>门 {node}</translation></message>
  <message><source>kept f⊙C</source><translation>保留 f⊙C</translation></message>
  <message><source>what the forget gate left of the memory</source><translation>遗忘门留下的旧记忆</translation></message>
  <message><source>kept of h</source><translation>保留的 h</translation></message>
  <message><source>what the update gate left of the state before</source><translation>更新门留下的旧状态</translation></message>
  <message><source>written i⊙C̃</source><translation>写入 i⊙C̃</translation></message>
  <message><source>what the input gate let in of the candidate</source><translation>输入门放进来的候选值</translation></message>
  <message><source>written of h̃</source><translation>写入的 h̃</translation></message>
  <message><source>what the update gate let in of the candidate</source><translation>更新门放进来的候选值</translation></message>
  <message><source>steps back</source><translation>往回的步数</translation></message>
  <message><source>This layer's gradient is not followed back: its cell is none that is known.</source><translation>没有追溯这一层的梯度：它的单元不是已知的任何一种。</translation></message>
  <message><source>Strips</source><translation>色带</translation></message>
  <message><source>unit</source><translation>单元</translation></message>
  <message><source>{name}, unit {unit}, {step}: {value}</source><translation>{name}，单元 {unit}，{step}：{value}</translation></message>
  <message><source>step {step}</source><translation>第 {step} 步</translation></message>
  <message><source>heads that look in different ways: straight down, one step back, at one word. Even colour: nothing learned yet.</source><translation>看法各不相同的注意力头：对角线、前一步、盯住一个词。颜色均匀说明还没学到什么。</translation></message>
  <message><source>How much each step looks at each other, head by head.
Press Train. The heads appear after the first batches.</source><translation>每一步对其他各步看多少，一个头一个头地看。
按“训练”，头几个批次之后注意力头就会出现。</translation></message>
  <message><source>Nothing to show for this network: it needs attention, such as MultiheadAttention.</source><translation>这个网络没有可显示的内容：它需要注意力层，例如 MultiheadAttention。</translation></message>
  <message><source>each head</source><translation>每个头</translation></message>
  <message><source>0 to 1</source><translation>0 到 1</translation></message>
  <message><source>keys looked at</source><translation>看了几个键</translation></message>
  <message><source>{number} of {all}</source><translation>{number} / {all}</translation></message>
  <message><source>one layer</source><translation>一层</translation></message>
  <message><source>all layers</source><translation>所有层</translation></message>
  <message><source>over the image</source><translation>叠在图像上</translation></message>
  <message><source>class token</source><translation>类别词元</translation></message>
  <message><source>{head} · {queries}×{keys}, neighbours put together</source><translation>{head} · {queries}×{keys}，相邻的合并显示</translation></message>
  <message><source>{head} · rows look at columns</source><translation>{head} · 行看列</translation></message>
  <message><source>{layer}, head {head}</source><translation>{layer}，头 {head}</translation></message>
  <message><source>head {head}</source><translation>头 {head}</translation></message>
  <message><source>{query} may not see {key}</source><translation>{query} 不能看 {key}</translation></message>
  <message><source>{query} looks at {key}: {value}</source><translation>{query} 看 {key}：{value}</translation></message>
  <message><source>Attention over the image</source><translation>叠在图像上的注意力</translation></message>
  <message><source>How the nodes are drawn</source><translation>各节点怎样画</translation></message>
  <message><source>The gradient, or how far a step moves the weights: about 0.001 is usual</source><translation>梯度，或一步把权重移动多远：通常约 0.001</translation></message>
  <message><source>Receptive field</source><translation>感受野</translation></message>
  <message><source>rows {top} to {bottom}, columns {left} to {right}</source><translation>第 {top} 到 {bottom} 行，第 {left} 到 {right} 列</translation></message>
  <message><source>({row}, {column}) sees {height}×{width} of {image}</source><translation>({row}, {column}) 看到 {image} 的 {height}×{width}</translation></message>
  <message><source>There is no other run yet</source><translation>还没有别的训练</translation></message>
  <message><source>Lay another run over it</source><translation>叠加另一次训练</translation></message>
  <message><source>{what} of {run}</source><translation>{run} 的{what}</translation></message>
  <message><source>rows that become different from each other. A histogram that only grows wider wants a smaller rate.</source><translation>各行变得彼此不同。如果直方图只是越来越宽，应减小学习率。</translation></message>
  <message><source>The weights of each node, and how they have come to be what they are.
Press Train. They appear after the first batches.</source><translation>每个节点的权重，以及它们是怎样变成这样的。
按“训练”，头几个批次之后就会出现。</translation></message>
  <message><source>heat map</source><translation>热图</translation></message>
  <message><source>histogram</source><translation>直方图</translation></message>
  <message><source>Which step</source><translation>哪一步</translation></message>
  <message><source>Drag to see the weights as they were; at the right end they are followed</source><translation>拖动可看过去的权重；拖到右端就跟随最新</translation></message>
  <message><source>Which weights</source><translation>哪些权重</translation></message>
  <message><source>after step {step} · {rows}×{columns}</source><translation>第 {step} 步之后 · {rows}×{columns}</translation></message>
  <message><source>Add a view</source><translation>添加视图</translation></message>
  <message><source>Open another live view of this network</source><translation>打开这个网络的另一个实时视图</translation></message>
  <message><source>Every view is open that has something to show</source><translation>有内容可显示的视图都已打开</translation></message>
</context>
</TS>
