<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
  <context>
    <name>Workbench</name>
    <message>
      <source>Elman cell, drawn</source>
      <translation>Elman 单元（由门画成）</translation>
    </message>
    <message>
      <source>LSTM cell, drawn</source>
      <translation>LSTM 单元（由门画成）</translation>
    </message>
    <message>
      <source>LSTM cell with peepholes, drawn</source>
      <translation>带窥视孔的 LSTM 单元（由门画成）</translation>
    </message>
    <message>
      <source>LSTM cell with coupled gates, drawn</source>
      <translation>耦合门 LSTM 单元（由门画成）</translation>
    </message>
    <message>
      <source>GRU cell, drawn</source>
      <translation>GRU 单元（由门画成）</translation>
    </message>
    <message>
      <source>GRU cell of the textbooks, drawn</source>
      <translation>教科书式 GRU 单元（由门画成）</translation>
    </message>
    <message>
      <source>Add a drawn cell</source>
      <translation>添加画好的循环单元</translation>
    </message>
    <message>
      <source>Cells</source>
      <translation>循环单元</translation>
    </message>
    <message>
      <source>Place a block that is drawn from gates and runs over time</source>
      <translation>放置一个由门画成、按时间步运行的模块</translation>
    </message>
    <message>
      <source>Replace by the fused layer</source>
      <translation>换成融合层</translation>
    </message>
    <message>
      <source>Put the fast layer in the place of the selected drawn cell; it computes the same, with the same weights</source>
      <translation>用快速的融合层替换选中的手绘单元；计算相同，权重不变</translation>
    </message>
    <message>
      <source>Put the fast layer here; it computes the same, with the same weights</source>
      <translation>在这里换上快速的融合层；计算相同，权重不变</translation>
    </message>
    <message>
      <source>Draw the cell</source>
      <translation>把单元画出来</translation>
    </message>
    <message>
      <source>Draw the selected RNN, LSTM or GRU from its gates; it computes the same, with the same weights</source>
      <translation>把选中的 RNN、LSTM 或 GRU 用门画出来；计算相同，权重不变</translation>
    </message>
    <message>
      <source>Draw it from its gates; it computes the same, with the same weights</source>
      <translation>用门把它画出来；计算相同，权重不变</translation>
    </message>
    <message>
      <source>A block that is drawn from gates and runs over time: open it and see how it works</source>
      <translation>由门画成、按时间步运行的模块：打开它就能看到它怎样工作</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>{port} is given whole at every step</source>
      <translation>每一步都完整给出 {port}</translation>
    </message>
    <message>
      <source>On: every step gets all of it, as a decoder sees its whole source. Off: one step of it at a time.</source>
      <translation>打开：每一步都得到全部内容，就像解码器看着整个源序列。关闭：每次只给一个时间步。</translation>
    </message>
    <message>
      <source>Given whole at every step</source>
      <translation>每一步都完整给出的输入</translation>
    </message>
    <message>
      <source>Run over time</source>
      <translation>按时间步运行</translation>
    </message>
    <message>
      <source>From the last step to the first</source>
      <translation>从最后一步走到第一步</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>Ends at token</source>
      <translation>结束词元</translation>
    </message>
    <message>
      <source>Run the block once for every time step; its States carry values on to the next step</source>
      <translation>每个时间步运行一次这个模块；其中的状态把值传到下一步</translation>
    </message>
    <message>
      <source>Begin with the last step, as the backward half of a bidirectional layer does</source>
      <translation>从最后一步开始，就像双向层中反向的那一半</translation>
    </message>
    <message>
      <source>How often it runs where nothing arrives step by step: a number, or arithmetic such as =length</source>
      <translation>没有逐步到来的输入时运行多少次：一个数，或 =length 这样的算式</translation>
    </message>
    <message>
      <source>In use it stops once every example has given this token. In training it never stops early.</source>
      <translation>使用时，每个样本都给出这个词元后就停止；训练时从不提前停止。</translation>
    </message>
    <message>
      <source>as many as arrive</source>
      <translation>来多少步就走多少步</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>It runs once for every step of what arrives.</source>
      <translation>到来的每一步都运行它一次。</translation>
    </message>
    <message>
      <source>It runs once, on all that arrives.</source>
      <translation>它只运行一次，处理到来的全部内容。</translation>
    </message>
    <message>
      <source>Steps is a whole number from 1, or arithmetic such as =length. Here stands {text}.</source>
      <translation>步数应为不小于 1 的整数，或 =length 这样的算式。这里写的是 {text}。</translation>
    </message>
    <message>
      <source>A token is a whole number from 0. Here stands {text}.</source>
      <translation>词元应为不小于 0 的整数。这里写的是 {text}。</translation>
    </message>
    <message>
      <source>Unroll</source>
      <translation>展开</translation>
    </message>
    <message>
      <source>t = {n}</source>
      <translation>t = {n}</translation>
    </message>
    <message>
      <source>Unroll: how many time steps are drawn beside each other</source>
      <translation>展开：并排画出多少个时间步</translation>
    </message>
    <message>
      <source>How many time steps are drawn beside each other. Only the last one can be edited.</source>
      <translation>并排画出多少个时间步。只有最后一个可以编辑。</translation>
    </message>
    <message>
      <source>Unroll: {n} steps</source>
      <translation>展开：{n} 步</translation>
    </message>
  </context>
</TS>
