<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>ReLU, dropout, GPUs</source>
        <translation>ReLU、Dropout、GPU</translation>
    </message>
    <message>
        <source>only small filters, much deeper</source>
        <translation>只用小卷积核，更深</translation>
    </message>
    <message>
        <source>several filter sizes side by side</source>
        <translation>多种卷积核并列</translation>
    </message>
    <message>
        <source>a shortcut around every block</source>
        <translation>每个模块加残差连接</translation>
    </message>
    <message>
        <source>shortcuts to all later layers</source>
        <translation>与其后所有层密集连接</translation>
    </message>
    <message>
        <source>gates and a cell that remembers</source>
        <translation>门控与记忆单元</translation>
    </message>
    <message>
        <source>two gates, no separate cell</source>
        <translation>两个门，无单独的记忆单元</translation>
    </message>
    <message>
        <source>looks back at every input</source>
        <translation>回看每个输入</translation>
    </message>
    <message>
        <source>attention alone, no recurrence</source>
        <translation>只用注意力，无循环</translation>
    </message>
    <message>
        <source>encoder only, fills in hidden words</source>
        <translation>仅编码器，完形填空</translation>
    </message>
    <message>
        <source>decoder only, predicts the next word</source>
        <translation>仅解码器，预测下一个词</translation>
    </message>
    <message>
        <source>patches of an image as words</source>
        <translation>图像块当作词</translation>
    </message>
    <message>
        <source>a code that can be sampled</source>
        <translation>可采样的隐变量</translation>
    </message>
    <message>
        <source>a critic instead of a distance</source>
        <translation>以判别器代替距离</translation>
    </message>
    <message>
        <source>noise taken away step by step</source>
        <translation>逐步去噪</translation>
    </message>
    <message>
        <source>A preset needs a name. Type one.</source>
        <translation>预设需要名称，请输入。</translation>
    </message>
    <message>
        <source>One of my presets</source>
        <translation>我的预设之一</translation>
    </message>
    <message>
        <source>new: {what}</source>
        <translation>新意：{what}</translation>
    </message>
    <message>
        <source>Lineage of the presets</source>
        <translation>预设的谱系</translation>
    </message>
    <message>
        <source>Families of presets</source>
        <translation>预设分类</translation>
    </message>
    <message>
        <source>Small: trains in about a minute</source>
        <translation>小型：约一分钟训完</translation>
    </message>
    <message>
        <source>Full: exactly as in its source</source>
        <translation>完整：与原文一致</translation>
    </message>
    <message>
        <source>Size of the network</source>
        <translation>网络规模</translation>
    </message>
    <message>
        <source>Save the open project…</source>
        <translation>保存打开的项目…</translation>
    </message>
    <message>
        <source>Keep the drawing and the recipe as a preset of your own</source>
        <translation>将网络图和训练方案存为自己的预设</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a project that somebody gave you to your presets</source>
        <translation>将别人给的项目加入我的预设</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give the chosen preset another name</source>
        <translation>给选中的预设换个名称</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>分享…</translation>
    </message>
    <message>
        <source>Write the chosen preset to a file for others</source>
        <translation>将选中的预设写成文件给别人</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Remove the chosen preset for good</source>
        <translation>永久删除选中的预设</translation>
    </message>
    <message>
        <source>All presets</source>
        <translation>全部预设</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>谱系</translation>
    </message>
    <message>
        <source>My presets</source>
        <translation>我的预设</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. Save the open project, or add a file that somebody gave you.</source>
        <translation>这里还没有内容。保存打开的项目，或添加别人给的文件。</translation>
    </message>
    <message>
        <source>Save as a preset of your own</source>
        <translation>存为自己的预设</translation>
    </message>
    <message>
        <source>Add a file to my presets</source>
        <translation>将文件加入我的预设</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>Share {name}</source>
        <translation>分享 {name}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The preset is removed from this computer. Projects made from it stay.</source>
        <translation>预设将从本机删除，由它建立的项目不受影响。</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>删除 {name}？</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>无法完成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
</TS>
