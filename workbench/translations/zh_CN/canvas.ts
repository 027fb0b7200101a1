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
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄榄色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Stick a note on the canvas: Markdown works</source>
        <translation>在画布上贴一张便签：可以用 Markdown</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Put another layer here; what fits of its values and wires is kept</source>
        <translation>换成另一种层；合适的参数和连线会保留</translation>
    </message>
    <message>
        <source>Frozen weights stay as they are while the rest learns</source>
        <translation>冻结的权重保持不变，其余的继续学习</translation>
    </message>
    <message>
        <source>A copy that reads from the same layers</source>
        <translation>一个副本，从相同的层读取输入</translation>
    </message>
    <message>
        <source>Align and distribute</source>
        <translation>对齐与分布</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>横向等间距</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>纵向等间距</translation>
    </message>
    <message>
        <source>Tidy the selection</source>
        <translation>整理所选部分</translation>
    </message>
    <message>
        <source>Rename frame</source>
        <translation>重命名分组框</translation>
    </message>
    <message>
        <source>Colour of the frame</source>
        <translation>分组框的颜色</translation>
    </message>
    <message>
        <source>Its nodes stay</source>
        <translation>其中的节点保留</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除便签</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>分组框</translation>
    </message>
    <message>
        <source>A coloured name round these nodes</source>
        <translation>给这些节点加一个带颜色的名称框</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>左边缘</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>右边缘</translation>
    </message>
    <message>
        <source>Top edges</source>
        <translation>上边缘</translation>
    </message>
    <message>
        <source>Bottom edges</source>
        <translation>下边缘</translation>
    </message>
    <message>
        <source>Centres, one above the other</source>
        <translation>中心，上下对齐</translation>
    </message>
    <message>
        <source>Centres, side by side</source>
        <translation>中心，左右对齐</translation>
    </message>
    <message>
        <source>Wires level</source>
        <translation>连线水平</translation>
    </message>
    <message>
        <source>Working out a layout…</source>
        <translation>正在计算布局…</translation>
    </message>
    <message>
        <source>Leave every node where it is (Esc)</source>
        <translation>让所有节点留在原处（Esc）</translation>
    </message>
    <message>
        <source>Cancel the layout</source>
        <translation>取消布局</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左边缘对齐</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右边缘对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>上边缘对齐</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>下边缘对齐</translation>
    </message>
    <message>
        <source>Align centres one above the other</source>
        <translation>中心上下对齐</translation>
    </message>
    <message>
        <source>Align centres side by side</source>
        <translation>中心左右对齐</translation>
    </message>
    <message>
        <source>Align so that wires run level</source>
        <translation>对齐使连线水平</translation>
    </message>
    <message>
        <source>Make gaps across equal</source>
        <translation>横向等间距分布</translation>
    </message>
    <message>
        <source>Make gaps down equal</source>
        <translation>纵向等间距分布</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Duplicate {n} nodes</source>
        <translation>复制 {n} 个节点</translation>
    </message>
    <message>
        <source>Replace {node} by {type}</source>
        <translation>把 {node} 换成 {type}</translation>
    </message>
    <message>
        <source>Replace {n} nodes by {type}</source>
        <translation>把 {n} 个节点换成 {type}</translation>
    </message>
    <message>
        <source>{name} of {node}</source>
        <translation>{node} 的 {name}</translation>
    </message>
    <message>
        <source>Enter takes the value, Esc leaves it. = begins arithmetic.</source>
        <translation>回车确认，Esc 放弃；以 = 开头可写算式。</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>分组框的标题</translation>
    </message>
    <message>
        <source>Take out of the frame</source>
        <translation>移出分组框</translation>
    </message>
    <message>
        <source>Move into {frame}</source>
        <translation>移入 {frame}</translation>
    </message>
    <message>
        <source>Mute {node}</source>
        <translation>静音 {node}</translation>
    </message>
    <message>
        <source>Bypass {node}</source>
        <translation>绕过 {node}</translation>
    </message>
    <message>
        <source>Use {node} again</source>
        <translation>重新启用 {node}</translation>
    </message>
    <message>
        <source>Mute {n} nodes</source>
        <translation>静音 {n} 个节点</translation>
    </message>
    <message>
        <source>Bypass {n} nodes</source>
        <translation>绕过 {n} 个节点</translation>
    </message>
    <message>
        <source>Use {n} nodes again</source>
        <translation>重新启用 {n} 个节点</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>绕过</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Leave it out, with everything that cannot do without it</source>
        <translation>不参与计算，离不开它的节点也一并略去</translation>
    </message>
    <message>
        <source>Let what arrives go past it, unchanged</source>
        <translation>让输入原样从旁边通过</translation>
    </message>
    <message>
        <source>{node} has nothing to hand on, so it cannot be bypassed. Mute it.</source>
        <translation>{node} 没有可以传下去的输入，不能绕过。请改用静音。</translation>
    </message>
    <message>
        <source>bypassed: the input goes past</source>
        <translation>已绕过：输入直接通过</translation>
    </message>
    <message>
        <source>muted: left out</source>
        <translation>已静音：不参与计算</translation>
    </message>
    <message>
        <source>left out with a muted node</source>
        <translation>随静音的节点一并略去</translation>
    </message>
    <message>
        <source>Put the selected nodes in line, as one step</source>
        <translation>让所选节点对齐，算一步操作</translation>
    </message>
    <message>
        <source>Put another layer in the place of the selected ones; what fits of values and wires is kept</source>
        <translation>把所选的层换成另一种层；合适的参数和连线会保留</translation>
    </message>
    <message>
        <source>Freeze or let learn</source>
        <translation>冻结或恢复学习</translation>
    </message>
    <message>
        <source>Keep the weights of the selected nodes as they are, or let them learn again</source>
        <translation>让所选节点的权重保持不变，或重新开始学习</translation>
    </message>
    <message>
        <source>Mute or use again</source>
        <translation>静音或重新启用</translation>
    </message>
    <message>
        <source>Leave the selected nodes out, with everything that cannot do without them</source>
        <translation>所选节点不参与计算，离不开它们的节点也一并略去</translation>
    </message>
    <message>
        <source>Bypass or use again</source>
        <translation>绕过或重新启用</translation>
    </message>
    <message>
        <source>Let what arrives at the selected nodes go past them, unchanged</source>
        <translation>让输入原样绕过所选节点</translation>
    </message>
    <message>
        <source>Frame the selection</source>
        <translation>给所选节点加分组框</translation>
    </message>
    <message>
        <source>Draw a coloured frame with a title round the selected nodes, or take it away again</source>
        <translation>给所选节点画一个带标题的彩色分组框，或再次去掉</translation>
    </message>
    <message>
        <source>Stick a note on the canvas and write on it, in Markdown</source>
        <translation>在画布上贴一张便签，用 Markdown 书写</translation>
    </message>
    <message>
        <source>Arrange the selected nodes in layers, where they are</source>
        <translation>把所选节点就地分层排列</translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes equal, from left to right</source>
        <translation>让所选节点从左到右间距相等</translation>
    </message>
    <message>
        <source>Make the gaps between the selected nodes equal, from top to bottom</source>
        <translation>让所选节点从上到下间距相等</translation>
    </message>
    <message>
        <source>Double-click a value on a node</source>
        <translation>双击节点上的数值</translation>
    </message>
    <message>
        <source>Change it in its place</source>
        <translation>就地修改</translation>
    </message>
    <message>
        <source>Double-click a frame's title, or a note</source>
        <translation>双击分组框的标题或便签</translation>
    </message>
    <message>
        <source>Drag beside other nodes</source>
        <translation>拖到其他节点旁边</translation>
    </message>
    <message>
        <source>Hold on to their edges; with Alt move freely</source>
        <translation>吸附到它们的边缘；按住 Alt 自由移动</translation>
    </message>
    <message>
        <source>Turn the drawing</source>
        <translation>改变图的走向</translation>
    </message>
    <message>
        <source>Flow from left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>Flow from top to bottom</source>
        <translation>从上到下</translation>
    </message>
    <message>
        <source>Turn the drawing and lay it out anew</source>
        <translation>改变图的走向并重新布局</translation>
    </message>
    <message>
        <source>Turn the drawing, between left to right and top to bottom, and lay it out anew</source>
        <translation>在从左到右与从上到下之间切换图的走向，并重新布局</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>便签：{text}</translation>
    </message>
</context>
</TS>
