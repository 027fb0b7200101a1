<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Selection only</source>
        <translation>仅所选</translation>
    </message>
    <message>
        <source>Show only the lines of the selected nodes, and the classes of selected blocks</source>
        <translation>只显示所选节点的代码行，以及所选模块的类</translation>
    </message>
    <message>
        <source>Copy the lines of the selection</source>
        <translation>复制所选节点的代码行</translation>
    </message>
    <message>
        <source>what the class of the network is called</source>
        <translation>网络的类叫什么名字</translation>
    </message>
    <message>
        <source>a class name such as {example}, not {text}</source>
        <translation>类名，例如 {example}，而不是 {text}</translation>
    </message>
</context>
</TS>
