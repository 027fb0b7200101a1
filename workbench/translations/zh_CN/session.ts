<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>--set takes NAME=VALUE, such as gate=XOR. It got {text}.</source>
        <translation>--set 的写法是 名字=值，例如 gate=XOR。收到的是 {text}。</translation>
    </message>
    <message>
        <source>A training is running already. Stop it first.</source>
        <translation>已有训练在进行，请先停止它。</translation>
    </message>
    <message>
        <source>Choose a field, or other data.</source>
        <translation>请换一个字段，或换别的数据。</translation>
    </message>
    <message>
        <source>Choose another data set in the recipe.</source>
        <translation>请在训练方案中换一个数据集。</translation>
    </message>
    <message>
        <source>Choose another value in the recipe.</source>
        <translation>请在训练方案中换一个值。</translation>
    </message>
    <message>
        <source>Choose data {name}</source>
        <translation>选择数据 {name}</translation>
    </message>
    <message>
        <source>Draw a neural network, train it, look inside.</source>
        <translation>画一个神经网络，训练它，看看里面。</translation>
    </message>
    <message>
        <source>Give {node} the shape of the data</source>
        <translation>让 {node} 采用数据的形状</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The data set {name} cannot be made: {place}: {why}.</source>
        <translation>无法生成数据集 {name}：{place}：{why}。</translation>
    </message>
    <message>
        <source>The window opens one file or preset at a time, not {n}.</source>
        <translation>窗口一次打开一个文件或预设，而不是 {n} 个。</translation>
    </message>
    <message>
        <source>There is nothing to train yet. Put layers on the canvas, or open a preset.</source>
        <translation>还没有可训练的东西。请把层放到画布上，或打开一个预设。</translation>
    </message>
    <message>
        <source>This network can be trained.</source>
        <translation>这个网络可以训练。</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>已写入 {path}。</translation>
    </message>
    <message>
        <source>a parameter of the data set, such as gate=XOR</source>
        <translation>数据集的参数，例如 gate=XOR</translation>
    </message>
    <message>
        <source>a whole number from 1, not {text}</source>
        <translation>应为不小于 1 的整数，而不是 {text}</translation>
    </message>
    <message>
        <source>begin with the weights of the file instead of fresh ones</source>
        <translation>从文件里的权重开始，而不是重新初始化</translation>
    </message>
    <message>
        <source>count a network and say what is wrong with it</source>
        <translation>统计一个网络，并说出它有什么问题</translation>
    </message>
    <message>
        <source>epoch {epoch}: validation {numbers}</source>
        <translation>第 {epoch} 轮：验证集 {numbers}</translation>
    </message>
    <message>
        <source>go on with a run that was stopped</source>
        <translation>继续一个停下的训练</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>list the architectures that ship with Workbench</source>
        <translation>列出随 Workbench 提供的网络架构</translation>
    </message>
    <message>
        <source>list the data sets</source>
        <translation>列出数据集</translation>
    </message>
    <message>
        <source>list the layer types</source>
        <translation>列出层的类型</translation>
    </message>
    <message>
        <source>list the live views</source>
        <translation>列出实时视图</translation>
    </message>
    <message>
        <source>list the trainings that were kept</source>
        <translation>列出保存的训练记录</translation>
    </message>
    <message>
        <source>look at what Workbench needs, and say what to mend</source>
        <translation>检查 Workbench 所需的一切，并说出该修什么</translation>
    </message>
    <message>
        <source>one JSON object a line</source>
        <translation>每行一个 JSON 对象</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>print a network as PyTorch code</source>
        <translation>把网络输出为 PyTorch 代码</translation>
    </message>
    <message>
        <source>processor threads; measured when not given</source>
        <translation>处理器线程数，不给出时自动测定</translation>
    </message>
    <message>
        <source>running</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>train a preset or a file, without a window</source>
        <translation>不开窗口，训练一个预设或文件</translation>
    </message>
    <message>
        <source>train needs a preset or a file, or --resume RUN.</source>
        <translation>train 需要一个预设或文件，或者 --resume RUN。</translation>
    </message>
    <message>
        <source>train on another data set</source>
        <translation>换一个数据集训练</translation>
    </message>
    <message>
        <source>where the run is written</source>
        <translation>训练记录写到哪里</translation>
    </message>
    <message>
        <source>write the trained project here</source>
        <translation>把训练好的项目写到这里</translation>
    </message>
    <message>
        <source>{name} cannot be printed yet: {problem}</source>
        <translation>{name} 还不能输出为代码：{problem}</translation>
    </message>
    <message>
        <source>{node} expects {field} as {expected}. The data set {name} gives {got}.</source>
        <translation>{node} 要求 {field} 是 {expected}，而数据集 {name} 给出的是 {got}。</translation>
    </message>
    <message>
        <source>{node} wants the field {field}. The data set {name} has {fields}.</source>
        <translation>{node} 需要字段 {field}，而数据集 {name} 有 {fields}。</translation>
    </message>
    <message>
        <source>{node}: {problem}</source>
        <translation>{node}：{problem}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>{place}: {why}.</source>
        <translation>{place}：{why}。</translation>
    </message>
    <message>
        <source>{program} --help tells what can be said.</source>
        <translation>用 {program} --help 查看用法。</translation>
    </message>
    <message>
        <source>{steps} steps in {seconds} s. Test: {numbers}</source>
        <translation>{steps} 步，用时 {seconds} 秒。测试集：{numbers}</translation>
    </message>
    <message>
        <source>{steps} steps on {device}, seed {seed}. Run: {folder}</source>
        <translation>共 {steps} 步，设备 {device}，种子 {seed}。记录：{folder}</translation>
    </message>
    <message>
        <source>{title}</source>
        <translation>{title}</translation>
    </message>
    <message>
        <source>{title}: {parameters} parameters ({trainable} learn), {multiply_adds} multiply-adds per example.</source>
        <translation>{title}：{parameters} 个参数（其中 {trainable} 个参与学习），每个样本 {multiply_adds} 次乘加。</translation>
    </message>
    <message>
        <source>{where}{message} {remedy}</source>
        <translation>{where}{message}{remedy}</translation>
    </message>
</context>
</TS>
