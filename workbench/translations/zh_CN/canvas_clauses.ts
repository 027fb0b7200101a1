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
</context>
</TS>
