<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>{block}: edit once, all {n} copies follow</source>
        <translation>{block}：改一处，{n} 个副本都跟着变</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>第 {n} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>{block}: the only copy</source>
        <translation>{block}：仅此一份</translation>
    </message>
    <message>
        <source>Where you are: {way}</source>
        <translation>当前位置：{way}</translation>
    </message>
    <message>
        <source>Go out to {name}</source>
        <translation>回到 {name}</translation>
    </message>
    <message>
        <source>Next copy (Alt+Right): the shapes inside are those of the copy one sees</source>
        <translation>下一个副本（Alt+Right）：里面的形状是当前这个副本的</translation>
    </message>
    <message>
        <source>Close the block and go out (Alt+Up or Esc)</source>
        <translation>关闭模块，回到外层（Alt+Up 或 Esc）</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>下一个副本</translation>
    </message>
    <message>
        <source>Close block</source>
        <translation>关闭模块</translation>
    </message>
    <message>
        <source>Go out to what the block lies in</source>
        <translation>回到模块所在的那一层</translation>
    </message>
    <message>
        <source>Open block</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Look inside and change it: every copy follows</source>
        <translation>查看并修改内部结构：所有副本都跟着变</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>重复次数…</translation>
    </message>
    <message>
        <source>How many copies follow each other</source>
        <translation>有多少个副本首尾相接</translation>
    </message>
    <message>
        <source>Dissolve block</source>
        <translation>拆开模块</translation>
    </message>
    <message>
        <source>Put what it holds in its place</source>
        <translation>用它里面的内容替换它</translation>
    </message>
    <message>
        <source>Make block</source>
        <translation>做成模块</translation>
    </message>
    <message>
        <source>Draw it once, place it many times</source>
        <translation>画一次，用多次</translation>
    </message>
    <message>
        <source>A block of this project: one more copy of it</source>
        <translation>本项目的模块：再放一个副本</translation>
    </message>
    <message>
        <source>a parameter of the block, used inside as =name</source>
        <translation>模块的参数，在内部写作 =名称</translation>
    </message>
    <message>
        <source>how many copies of the block follow each other</source>
        <translation>模块有多少个副本首尾相接</translation>
    </message>
    <message>
        <source>Select one block to take it apart.</source>
        <translation>请选中一个模块再拆开。</translation>
    </message>
    <message>
        <source>Open {node} and look at what is marked inside.</source>
        <translation>打开 {node}，看看里面标出的地方。</translation>
    </message>
    <message>
        <source>Rename block</source>
        <translation>重命名模块</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>模块的名称</translation>
    </message>
    <message>
        <source>A new name is a new name at every place of the block</source>
        <translation>改名之后，每一处使用它的地方都改名</translation>
    </message>
    <message>
        <source>One copy in this project.</source>
        <translation>本项目中只有一个副本。</translation>
    </message>
    <message>
        <source>{n} copies in this project. What is changed here changes in all of them.</source>
        <translation>本项目中有 {n} 个副本。在这里的修改对所有副本生效。</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>In: {inputs}. Out: {outputs}.</source>
        <translation>输入：{inputs}。输出：{outputs}。</translation>
    </message>
    <message>
        <source>An Input or Output that you add inside is one more port.</source>
        <translation>在里面加一个 Input 或 Output，就多一个端口。</translation>
    </message>
    <message>
        <source>of this copy</source>
        <translation>这个副本</translation>
    </message>
    <message>
        <source>{n} of {whole} parameters</source>
        <translation>{n} 个参数，全网共 {whole} 个</translation>
    </message>
    <message>
        <source>Parameters of the block</source>
        <translation>模块的参数</translation>
    </message>
    <message>
        <source>the value where a place of the block gives none; nodes inside that use it: {n}</source>
        <translation>使用处没有给值时的默认值；里面用到它的节点数：{n}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>去掉 {name}</translation>
    </message>
    <message>
        <source>{name} is in use inside, so it stays</source>
        <translation>里面还在用 {name}，所以保留</translation>
    </message>
    <message>
        <source>new parameter, such as channels</source>
        <translation>新参数，例如 channels</translation>
    </message>
    <message>
        <source>Name of a new parameter of the block</source>
        <translation>模块新参数的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Give the block one more parameter; inside, write it as =name</source>
        <translation>给模块加一个参数；在里面写作 =名称</translation>
    </message>
    <message>
        <source>There is a parameter called {name} already.</source>
        <translation>已经有一个叫 {name} 的参数。</translation>
    </message>
    <message>
        <source>A parameter has letters, digits and _, and begins with a letter.</source>
        <translation>参数名由字母、数字和 _ 组成，以字母开头。</translation>
    </message>
    <message>
        <source>Turn the selected nodes into a block: draw it once, place it many times</source>
        <translation>把所选节点做成模块：画一次，用多次</translation>
    </message>
    <message>
        <source>Go into the selected block; what is changed inside changes in every copy</source>
        <translation>进入所选模块；里面的修改对所有副本生效</translation>
    </message>
    <message>
        <source>Put what the selected block holds in its place</source>
        <translation>用所选模块里面的内容替换它</translation>
    </message>
    <message>
        <source>Look into the next copy of the open block</source>
        <translation>查看当前模块的下一个副本</translation>
    </message>
    <message>
        <source>Go out to what the open block lies in</source>
        <translation>回到当前模块所在的那一层</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Double-click a block, or Enter</source>
        <translation>双击模块，或按回车</translation>
    </message>
    <message>
        <source>Open it; Esc goes out</source>
        <translation>打开它；Esc 回到外层</translation>
    </message>
    <message>
        <source>A block: double-click to look inside.</source>
        <translation>模块：双击查看里面。</translation>
    </message>
</context>
</TS>
