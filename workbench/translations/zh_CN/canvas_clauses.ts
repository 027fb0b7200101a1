<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Move {node} into {block}</source>
        <translation>把 {node} 移进 {block}</translation>
    </message>
    <message>
        <source>Move {node} out of {block}</source>
        <translation>把 {node} 移出 {block}</translation>
    </message>
    <message>
        <source>Move {n} nodes into {block}</source>
        <translation>把 {n} 个节点移进 {block}</translation>
    </message>
    <message>
        <source>Move {n} nodes out of {block}</source>
        <translation>把 {n} 个节点移出 {block}</translation>
    </message>
    <message>
        <source>{node} belongs to {block}. Leave it inside.</source>
        <translation>{node} 属于模块 {block}，请把它留在里面。</translation>
    </message>
    <message>
        <source>Let go to put it here: this is another copy of the same block.</source>
        <translation>松开即放在这里：这是同一模块的另一个副本。</translation>
    </message>
    <message>
        <source>Let go to put it into {block}; every copy gets it ({n}).</source>
        <translation>松开即放进 {block}，每个副本都会有它（共 {n} 个）。</translation>
    </message>
    <message>
        <source>Let go to take it out of {block}; every copy loses it ({n}).</source>
        <translation>松开即移出 {block}，每个副本都会少掉它（共 {n} 个）。</translation>
    </message>
    <message>
        <source>Add after…</source>
        <translation>在后面添加…</translation>
    </message>
    <message>
        <source>Search for a layer that fits behind the selected node, and put it on the wires that leave it</source>
        <translation>搜索适合接在所选节点之后的层，并插到它引出的连线上</translation>
    </message>
    <message>
        <source>{node} gives nothing that could go on.</source>
        <translation>{node} 没有可以继续传下去的输出。</translation>
    </message>
    <message>
        <source>Go into the open block</source>
        <translation>进入就地打开的模块</translation>
    </message>
    <message>
        <source>Deal with what is inside the selected block, among the nodes around it; it is opened in place</source>
        <translation>在周围节点之间编辑所选模块的内部；模块会就地打开</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Ctrl+方向键</translation>
    </message>
    <message>
        <source>Ctrl+Shift+arrows</source>
        <translation>Ctrl+Shift+方向键</translation>
    </message>
    <message>
        <source>Make the selected note larger or smaller</source>
        <translation>放大或缩小所选的便签</translation>
    </message>
    <message>
        <source>Drag a node over an open block, or out of one</source>
        <translation>把节点拖到打开的模块上，或从中拖出</translation>
    </message>
    <message>
        <source>Move it into the block, or out of it</source>
        <translation>移进模块，或移出模块</translation>
    </message>
    <message>
        <source>[ and ]</source>
        <translation>[ 和 ]</translation>
    </message>
    <message>
        <source>Take the next node along the wires into the selection, or let it go</source>
        <translation>沿连线把下一个节点加入选择，或退出选择</translation>
    </message>
</context>
</TS>
