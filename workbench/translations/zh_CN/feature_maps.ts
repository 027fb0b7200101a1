<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>channels that become different from each other. An even one sees nothing.</source>
        <translation>各通道逐渐变得互不相同。一片均匀的通道什么也没看到。</translation>
    </message>
    <message>
        <source>What each channel of a node sees in an example.
Press Train. The maps appear after the first batches.</source>
        <translation>节点的每个通道在一个样本中看到了什么。
按“训练”。最初几个批次之后就会出现特征图。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a node that answers with numbers, such as Conv2d.</source>
        <translation>这个网络没有可显示的内容：需要一个输出数值的节点，例如 Conv2d。</translation>
    </message>
    <message>
        <source>this image</source>
        <translation>本图</translation>
    </message>
    <message>
        <source>each channel</source>
        <translation>逐通道</translation>
    </message>
    <message>
        <source>fixed scale</source>
        <translation>固定范围</translation>
    </message>
    <message>
        <source>From which values the colours go</source>
        <translation>颜色对应的数值范围</translation>
    </message>
    <message>
        <source>One channel large</source>
        <translation>放大的单个通道</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Histogram of the values</source>
        <translation>数值的直方图</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>输入 {number}</translation>
    </message>
    <message>
        <source>{shape} · mean {mean} · deviation {deviation} · zeros {zeros} %</source>
        <translation>{shape} · 均值 {mean} · 标准差 {deviation} · 零占 {zeros} %</translation>
    </message>
    <message>
        <source>Which node</source>
        <translation>哪个节点</translation>
    </message>
    <message>
        <source>Which validation example</source>
        <translation>哪个验证样本</translation>
    </message>
    <message>
        <source>#{row} · {truth}</source>
        <translation>#{row} · {truth}</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>拼图</translation>
    </message>
    <message>
        <source>{count} pictures of {height}×{width}, values from {low} to {high}</source>
        <translation>{count} 幅 {height}×{width} 的图，数值从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{count} bars, values from {low} to {high}</source>
        <translation>{count} 个条形，数值从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
</context>
</TS>
