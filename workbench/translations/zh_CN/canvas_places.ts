<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Close the block where it stands (Shift+Enter)</source>
        <translation>就地收起这个块（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next copy: the shapes inside are those of the copy one sees</source>
        <translation>下一个副本：里面的形状是当前所见副本的形状</translation>
    </message>
    <message>
        <source>Show the inside alone (Enter)</source>
        <translation>只看里面（Enter）</translation>
    </message>
    <message>
        <source>Double-click to change it. = begins arithmetic.</source>
        <translation>双击即可修改；以 = 开头可写算式。</translation>
    </message>
    <message>
        <source>Open it where it stands (Shift+Enter)</source>
        <translation>就地展开（Shift+Enter）</translation>
    </message>
    <message>
        <source>Open in place</source>
        <translation>就地展开</translation>
    </message>
    <message>
        <source>Close in place</source>
        <translation>就地收起</translation>
    </message>
    <message>
        <source>Its inside among the nodes around it, wired as it is; changes reach every copy</source>
        <translation>在周围的节点之间展开内部，连线照旧；修改会用于每一个副本</translation>
    </message>
</context>
</TS>
