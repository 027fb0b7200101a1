<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
  <context>
    <name>Workbench</name>
    <message>
      <source>Remember a value from one time step to the next.</source>
      <translation>把一个值从一个时间步记到下一个时间步。</translation>
    </message>
    <message>
      <source>the value it has in the next step</source>
      <translation>下一个时间步的值</translation>
    </message>
    <message>
      <source>the value from the step before</source>
      <translation>上一个时间步留下的值</translation>
    </message>
    <message>
      <source>The slip of paper a night shift leaves on the desk for the morning shift.</source>
      <translation>夜班留在桌上、写给早班的一张字条。</translation>
    </message>
    <message>
      <source>Place one in a block for every value that lives on, wire the new value to next, and let the block run as a scan.</source>
      <translation>为每个要延续下去的值在模块里放一个，把新值连到 next，再让这个模块按时间步运行。</translation>
    </message>
    <message>
      <source>Its shape is not read off the wires: what comes back at next must have exactly the shape it says here.</source>
      <translation>它的形状不从连线推断：回到 next 的值必须与这里写的形状完全一致。</translation>
    </message>
    <message>
      <source>how it starts; a given start arrives at a port of the placed block</source>
      <translation>初始值从哪里来；选 given 时，由模块的一个端口送入</translation>
    </message>
    <message>
      <source>the number at every place when it starts with a value: a start token</source>
      <translation>以 value 开始时每个位置上的数，例如起始词元</translation>
    </message>
    <message>
      <source>numbers with a fraction, whole numbers, or yes and no; auto follows the kind</source>
      <translation>小数、整数或是否；auto 由种类决定</translation>
    </message>
    <message>
      <source>Only numbers that can have a fraction are learned.</source>
      <translation>只有可以带小数的数才能学习。</translation>
    </message>
    <message>
      <source>This State holds {dtype}.</source>
      <translation>这个状态存放的是 {dtype}。</translation>
    </message>
    <message>
      <source>Let it start with a value, or with what another node gives.</source>
      <translation>让它从一个固定值开始，或从另一个节点给出的值开始。</translation>
    </message>
    <message>
      <source>What comes back has to be what went in, or the second step could not run.</source>
      <translation>回来的值必须与进去的一样，否则第二步无法运行。</translation>
    </message>
    <message>
      <source>Let it hold what comes back: {shape}</source>
      <translation>让它存放回来的值：{shape}</translation>
    </message>
    <message>
      <source>A State hands on what it holds: {shape}.</source>
      <translation>状态传下去的就是它存放的：{shape}。</translation>
    </message>
    <message>
      <source>While training, feed back the right answer in place of the network's own, always or by chance.</source>
      <translation>训练时用正确答案代替网络自己的输出反馈回去，可以总是如此，也可以按概率。</translation>
    </message>
    <message>
      <source>the network's own answer of the step before</source>
      <translation>网络自己在上一步的输出</translation>
    </message>
    <message>
      <source>the right answer of the step before</source>
      <translation>上一步的正确答案</translation>
    </message>
    <message>
      <source>A child on a bicycle: somebody holds the saddle at first, later only now and then.</source>
      <translation>孩子学骑车：开始有人扶着车座，后来只是偶尔扶一下。</translation>
    </message>
    <message>
      <source>Use it in decoders: p = 1 learns fast and steadily, p below 1 (scheduled sampling) gets the network used to its own mistakes.</source>
      <translation>用在解码器里：p = 1 学得又快又稳；p 小于 1（计划采样）让网络习惯自己的错误。</translation>
    </message>
    <message>
      <source>A decoder that always had a teacher has never seen its own mistakes, and falls over at the first one.</source>
      <translation>一直有老师的解码器从未见过自己的错误，遇到第一个就会倒下。</translation>
    </message>
    <message>
      <source>probability of the right answer, per example and step</source>
      <translation>使用正确答案的概率，对每个样本、每一步分别抽取</translation>
    </message>
    <message>
      <source>TeacherForcing swaps one answer for the other, so both must be alike.</source>
      <translation>TeacherForcing 用一个答案替换另一个，所以两者必须同类同形。</translation>
    </message>
    <message>
      <source>Wire the right answer in the form in which the network gives its own, such as a token.</source>
      <translation>把正确答案按网络自己输出的形式连进来，例如一个词元。</translation>
    </message>
    <message>
      <source>{node} has no input called {port} to keep the same in every step.</source>
      <translation>{node} 没有名为 {port} 的输入，无法在每一步保持不变。</translation>
    </message>
    <message>
      <source>Forget {port}</source>
      <translation>去掉 {port}</translation>
    </message>
    <message>
      <source>Nothing arrives at {node} step by step, so it does not know how many steps to take.</source>
      <translation>没有任何输入逐步送到 {node}，所以它不知道要走多少步。</translation>
    </message>
    <message>
      <source>Give all of {port} to every step of {node}</source>
      <translation>把整个 {port} 送给 {node} 的每一步</translation>
    </message>
    <message>
      <source>{node} takes {port} step by step, so it has to have time steps.</source>
      <translation>{node} 逐步读取 {port}，所以 {port} 必须有时间轴。</translation>
    </message>
    <message>
      <source>{node} takes one step of each input at a time, so all have to have as many: {lengths}.</source>
      <translation>{node} 每次从每个输入各取一步，所以它们的步数必须相同：{lengths}。</translation>
    </message>
    <message>
      <source>A loss or metric of a scan stands behind it, where all steps are together.</source>
      <translation>循环模块的损失或指标应放在它后面，那里所有时间步都在一起。</translation>
    </message>
    <message>
      <source>{output} gives {what}</source>
      <translation>{output} 给出{what}</translation>
    </message>
    <message>
      <source>{first}. {then}</source>
      <translation>{first}。{then}</translation>
    </message>
    <message>
      <source>{node} ends on a token, but no Output in it gives tokens.</source>
      <translation>{node} 应在某个词元处结束，但其中没有给出词元的输出。</translation>
    </message>
    <message>
      <source>{state} of {node} starts with {shape}.</source>
      <translation>{node} 的 {state} 以 {shape} 开始。</translation>
    </message>
    <message>
      <source>The start of a State has to have its shape.</source>
      <translation>状态的初始值必须与它形状相同。</translation>
    </message>
    <message>
      <source>{node} has no next value. Wire what it shall be in the next step to its {port}.</source>
      <translation>{node} 没有下一步的值。把它在下一步应有的值连到它的 {port}。</translation>
    </message>
    <message>
      <source>{node} carries a value from one time step to the next, so it belongs in a block that runs as a scan. Make a block of it and of what it is wired to.</source>
      <translation>{node} 把一个值从一个时间步带到下一个，所以它应放在按时间步运行的模块里。请把它和与它相连的节点做成一个模块。</translation>
    </message>
    <message>
      <source>{node} holds {state}, a State: it has to run once per time step.</source>
      <translation>{node} 里有状态 {state}：它必须每个时间步运行一次。</translation>
    </message>
    <message>
      <source>Run {node} once per time step</source>
      <translation>让 {node} 每个时间步运行一次</translation>
    </message>
    <message>
      <source>{node} is one layer. Make a block of it, and the block can run once per step.</source>
      <translation>{node} 只是一个层。把它做成模块，模块就可以按时间步运行。</translation>
    </message>
    <message>
      <source>Run {node} over time</source>
      <translation>让 {node} 按时间步运行</translation>
    </message>
    <message>
      <source>Run {node} once</source>
      <translation>让 {node} 只运行一次</translation>
    </message>
    <message>
      <source>{node} runs once per time step; taken apart it would run only once. Open it instead.</source>
      <translation>{node} 每个时间步运行一次；拆开后就只会运行一次。请改为打开它。</translation>
    </message>
    <message>
      <source>{node} is not a drawn cell that runs over time, so no layer can take its place.</source>
      <translation>{node} 不是按时间步运行的手绘单元，没有层可以代替它。</translation>
    </message>
    <message>
      <source>{node} is none of the cells that have a fast layer: {kinds}.</source>
      <translation>{node} 不是有快速层的单元之一：{kinds}。</translation>
    </message>
    <message>
      <source>{node} is a {kind}. GPUs have no fast layer for it, so it stays drawn.</source>
      <translation>{node} 是 {kind}。GPU 没有它的快速层，所以保持手绘。</translation>
    </message>
    <message>
      <source>{node} reads from the end. Only a bidirectional layer does that, with a second part that reads from the start.</source>
      <translation>{node} 从末尾开始读。只有双向层会这样做，而且还有另一部分从头开始读。</translation>
    </message>
    <message>
      <source>{node} and {other} share weights. Give each its own first.</source>
      <translation>{node} 与 {other} 共享权重。请先让它们各有各的权重。</translation>
    </message>
    <message>
      <source>{node} is none of the layers that can be drawn from gates: {kinds}.</source>
      <translation>{node} 不是可以用门画出来的层之一：{kinds}。</translation>
    </message>
    <message>
      <source>{node} reads in both directions. Draw two of one direction, one of them reversed, and join them.</source>
      <translation>{node} 双向读取。请画两个单向的，其中一个反向，再把它们拼接起来。</translation>
    </message>
    <message>
      <source>{node} drops numbers between its layers. Set its dropout to 0, then it can be drawn.</source>
      <translation>{node} 在各层之间随机丢弃。把 dropout 设为 0，就可以画出来。</translation>
    </message>
    <message>
      <source>{node} is given only one of h and c. Wire both or neither.</source>
      <translation>{node} 只得到了 h 和 c 中的一个。请两个都连，或都不连。</translation>
    </message>
    <message>
      <source>Replace {node}</source>
      <translation>替换 {node}</translation>
    </message>
    <message>
      <source>may be left out; what depends on it is then left out too, or does without</source>
      <translation>可以缺省；依赖它的部分也随之省去，或不用它照常工作</translation>
    </message>
    <message>
      <source>Without {names}: {message}</source>
      <translation>缺少 {names} 时：{message}</translation>
    </message>
    <message>
      <source>{node} needs what {block} gives at {port}. Inside, that is left out: an input it comes from is not wired, or a node is muted.</source>
      <translation>{node} 需要 {block} 在 {port} 给出的值。它在内部被省去了：所依赖的输入没有连线，或有节点被静音。</translation>
    </message>
    <message>
      <source>A block that runs once for every time step. Its States carry values on to the next step.</source>
      <translation>每个时间步运行一次的模块。其中的状态把值带到下一步。</translation>
    </message>
  </context>
</TS>
