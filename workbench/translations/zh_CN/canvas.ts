<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source> by </source>
        <translation>×</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>Add layer…</source>
        <translation>添加层…</translation>
    </message>
    <message>
        <source>Add {node}</source>
        <translation>添加 {node}</translation>
    </message>
    <message>
        <source>Conv2d, attention, 卷积 …</source>
        <translation>Conv2d、卷积、注意力…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Double-click to add the first layer, or drag one from the palette.</source>
        <translation>双击添加第一个层，或从层列表中拖入一个。</translation>
    </message>
    <message>
        <source>Drag to look elsewhere. M hides the map.</source>
        <translation>拖动可查看别处。按 M 隐藏缩略图。</translation>
    </message>
    <message>
        <source>Drawing of the network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Freeze {n} nodes</source>
        <translation>冻结 {n} 个节点</translation>
    </message>
    <message>
        <source>Gradient norm ‖∂L/∂x‖, log scale</source>
        <translation>梯度范数 ‖∂L/∂x‖，对数刻度</translation>
    </message>
    <message>
        <source>Insert {node}</source>
        <translation>插入 {node}</translation>
    </message>
    <message>
        <source>Layers that were found</source>
        <translation>找到的层</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>允许学习</translation>
    </message>
    <message>
        <source>Let {n} nodes learn</source>
        <translation>允许 {n} 个节点学习</translation>
    </message>
    <message>
        <source>Map of the network</source>
        <translation>网络缩略图</translation>
    </message>
    <message>
        <source>Move wire</source>
        <translation>移动连线</translation>
    </message>
    <message>
        <source>New name of the node</source>
        <translation>节点的新名称</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中任何节点。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste {n} nodes</source>
        <translation>粘贴 {n} 个节点</translation>
    </message>
    <message>
        <source>Remove {node}</source>
        <translation>删除 {node}</translation>
    </message>
    <message>
        <source>Remove {n} nodes</source>
        <translation>删除 {n} 个节点</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Search for a layer to add</source>
        <translation>搜索要添加的层</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>显示全部（F）</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>显示选中部分</translation>
    </message>
    <message>
        <source>Tidy the layout</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>What the colours of the wires mean</source>
        <translation>连线颜色的含义</translation>
    </message>
    <message>
        <source>Wires carry</source>
        <translation>连线传递</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>没有参数</translation>
    </message>
    <message>
        <source>no problem</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>no shape yet</source>
        <translation>形状尚未确定</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>unknown layer type</source>
        <translation>未知的层类型</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>waits for the nodes before it</source>
        <translation>等待前面的节点</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{node} takes {kinds} at {port}. It would get {got}.</source>
        <translation>{node} 的 {port} 接收{kinds}，这里会得到{got}。</translation>
    </message>
    <message>
        <source>{n} nodes are selected.</source>
        <translation>选中了 {n} 个节点。</translation>
    </message>
    <message>
        <source>{n} nodes copied</source>
        <translation>已复制 {n} 个节点</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>{type} has no input and output to join a wire to.</source>
        <translation>{type} 没有可以接到连线上的输入和输出。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Text of the note, in Markdown</source>
        <translation>便签文字（Markdown）</translation>
    </message>
    <message>
        <source>Write a note. **Markdown** works.</source>
        <translation>写点什么，支持 **Markdown**。</translation>
    </message>
    <message>
        <source>{value} {word}</source>
        <translation>{word} {value}</translation>
    </message>
</context>
</TS>
