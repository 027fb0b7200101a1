<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>{same} the same, {changed} changed, {added} added, {removed} removed</source>
        <translation>{same} 个相同，{changed} 个有改动，{added} 个新增，{removed} 个已删除</translation>
    </message>
    <message>
        <source>put two networks beside each other: presets, files or runs</source>
        <translation>并排比较两个网络：预设、文件或运行记录</translation>
    </message>
    <message>
        <source>a preset, a file or a run</source>
        <translation>预设、文件或运行记录</translation>
    </message>
    <message>
        <source>what it is compared with</source>
        <translation>与之比较的网络</translation>
    </message>
    <message>
        <source>{title}: {parameters} parameters, {multiply_adds} multiply-adds per example.</source>
        <translation>{title}：{parameters} 个参数，每个样本 {multiply_adds} 次乘加。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>shared weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部有差异</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>{n} parameters more</source>
        <translation>参数相差 {n}</translation>
    </message>
    <message>
        <source>Differences of the two networks</source>
        <translation>两个网络的差异</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Parameters left</source>
        <translation>左侧参数</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>more</source>
        <translation>相差</translation>
    </message>
    <message>
        <source>Multiply-adds left</source>
        <translation>左侧乘加</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Out of the block</source>
        <translation>退出模块</translation>
    </message>
    <message>
        <source>Back to the networks that hold this block (Alt+Up)</source>
        <translation>回到包含此模块的网络（Alt+↑）</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Leave out the nodes that are the same</source>
        <translation>隐藏相同的节点</translation>
    </message>
    <message>
        <source>Drawing on the left: {name}</source>
        <translation>左侧网络图：{name}</translation>
    </message>
    <message>
        <source>Drawing on the right: {name}</source>
        <translation>右侧网络图：{name}</translation>
    </message>
    <message>
        <source>{parameters} parameters, {multiply_adds} multiply-adds</source>
        <translation>{parameters} 个参数，{multiply_adds} 次乘加</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare the open network with another</source>
        <translation>将打开的网络与另一个比较</translation>
    </message>
    <message>
        <source>Search presets and runs</source>
        <translation>搜索预设和运行记录</translation>
    </message>
    <message>
        <source>What can be compared</source>
        <translation>可比较的网络</translation>
    </message>
    <message>
        <source>Nothing matches. Try a shorter word, or choose a file.</source>
        <translation>没有匹配项。换个短一点的词，或选择文件。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Compare with a project from a file</source>
        <translation>与文件中的项目比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>{title}, trained {when}</source>
        <translation>{title}，训练于 {when}</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
</context>
</TS>
