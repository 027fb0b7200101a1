<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
  <context>
    <name>Workbench</name>
    <message>
      <source>weights to use in place of own ones: those of another layer, or calculated ones</source>
      <translation>代替自身权重使用的权重：另一层的权重，或计算得到的权重</translation>
    </message>
    <message>
      <source>{type} takes weights of {sizes}: {axes}.</source>
      <translation>{type} 需要 {sizes} 的权重：{axes}。</translation>
    </message>
    <message>
      <source>All examples share the weights. Wire the weight port of another layer, the value port of a LearnedTensor, or what is calculated from one: they have no batch.</source>
      <translation>所有样本共用同一组权重。请连接另一层的 weight 端口、LearnedTensor 的 value 端口，或由它计算得到的结果：它们没有批次维。</translation>
    </message>
    <message>
      <source>Weights are numbers that can have a fraction.</source>
      <translation>权重是可以带小数的数。</translation>
    </message>
    <message>
      <source>It gets {dtype} numbers.</source>
      <translation>得到的是 {dtype} 类型的数。</translation>
    </message>
    <message>
      <source>for each filter one window of every channel of its group</source>
      <translation>每个卷积核对其组内每个通道各有一个窗口</translation>
    </message>
    <message>
      <source>for each incoming channel one window of every feature map of its group</source>
      <translation>每个输入通道对其组内每个特征图各有一个窗口</translation>
    </message>
    <message>
      <source>for each number that comes out one patch of every channel</source>
      <translation>每个输出数对每个通道各有一个图块</translation>
    </message>
    <message>
      <source>for each place a row for each number of its window, a column for each feature map</source>
      <translation>每个位置：窗口中每个数一行，每个特征图一列</translation>
    </message>
    <message>
      <source>for each output a row for each number of input1, a column for each of input2</source>
      <translation>每个输出：input1 的每个数一行，input2 的每个数一列</translation>
    </message>
    <message>
      <source>a row for each centre</source>
      <translation>每个中心一行</translation>
    </message>
    <message>
      <source>a row for each class</source>
      <translation>每个类别一行</translation>
    </message>
    <message>
      <source>A tensor of kind {kind} holds {dtype} numbers.</source>
      <translation>类型为{kind}的张量存放 {dtype} 类型的数。</translation>
    </message>
    <message>
      <source>The dtype is {dtype}.</source>
      <translation>数据类型为 {dtype}。</translation>
    </message>
    <message>
      <source>Choose auto for one of the two, and it follows the other.</source>
      <translation>请把两者之一设为 auto，它就会跟随另一个。</translation>
    </message>
    <message>
      <source>{port} tells {node} which steps are real: one whole number for each example, or a mask with yes or no for each step.</source>
      <translation>{port} 告诉 {node} 哪些步是真实的：每个样本一个整数，或一个对每一步回答是与否的掩码。</translation>
    </message>
    <message>
      <source>Give one step of {port} at a time</source>
      <translation>每次给出 {port} 的一步</translation>
    </message>
    <message>
      <source>Let every step of {node} count</source>
      <translation>让 {node} 的每一步都算数</translation>
    </message>
    <message>
      <source>{node} has no input called {port} that says how long each example is.</source>
      <translation>{node} 没有名为 {port}、说明每个样本有多长的输入。</translation>
    </message>
    <message>
      <source>{node} does not run over time, so no lengths can end it.</source>
      <translation>{node} 不按时间运行，因此长度无法使它结束。</translation>
    </message>
    <message>
      <source>A node in the block is called {name} already. Give it another name.</source>
      <translation>模块中已有名为 {name} 的节点。请给它另取名称。</translation>
    </message>
    <message>
      <source>Each example has its length</source>
      <translation>每个样本各有长度</translation>
    </message>
    <message>
      <source>An input takes lengths, or a mask of the real steps. Beyond them States keep their values and outputs are zero.</source>
      <translation>一个输入接收长度，或标出真实步的掩码。超出之后状态保持原值，输出为零。</translation>
    </message>
    <message>
      <source>{node} is told by a mask which steps are real. A fused layer takes lengths: wire how many there are.</source>
      <translation>{node} 由掩码得知哪些步是真实的。融合层接收长度：请连接真实步的数目。</translation>
    </message>
  </context>
</TS>
