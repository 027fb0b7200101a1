<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the drawing…</source>
        <translation>导出图形…</translation>
    </message>
    <message>
        <source>Write the drawing as SVG, PDF or PNG, on white, for a paper</source>
        <translation>把图形写成白底的 SVG、PDF 或 PNG，可直接用于论文</translation>
    </message>
    <message>
        <source>Export what is selected…</source>
        <translation>导出选中部分…</translation>
    </message>
    <message>
        <source>Write the selected nodes and the wires between them as SVG, PDF or PNG</source>
        <translation>把选中的节点及其间的连线写成 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Page as large as the drawing (*.pdf)</source>
        <translation>与图形同大的页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels, 300 to the inch (*.png)</source>
        <translation>像素图，每英寸 300 点 (*.png)</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>The drawing cannot be written</source>
        <translation>图形无法写出</translation>
    </message>
    <message>
        <source>The drawing is in {name}.</source>
        <translation>图形已写入 {name}。</translation>
    </message>
    <message>
        <source>A drawing is written as {kinds}. The file is called {name}.</source>
        <translation>图形可写成 {kinds}，而文件名是 {name}。</translation>
    </message>
    <message>
        <source>There is nothing to write yet. Put layers on the canvas, or open a preset.</source>
        <translation>还没有可写出的内容。请在画布上放置层，或打开一个预设。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another folder.</source>
        <translation>无法写入 {path}。请换一个文件夹。</translation>
    </message>
    <message>
        <source>write the drawing here: a file ending in .svg, .pdf or .png</source>
        <translation>把图形写到这里：以 .svg、.pdf 或 .png 结尾的文件</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Large type, one view and three buttons, legible from the last row</source>
        <translation>大字、一个视图、三个按钮，最后一排也看得清</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Fill the screen, or give it back</source>
        <translation>占满屏幕，或恢复原样</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
    <message>
        <source>Show another live view</source>
        <translation>换一个实时视图</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>实时视图</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出课堂</translation>
    </message>
    <message>
        <source>Go back to the window as it was</source>
        <translation>回到原来的窗口</translation>
    </message>
    <message>
        <source>Change between light and dark: light for a bright room</source>
        <translation>切换明暗：教室明亮时用浅色</translation>
    </message>
    <message>
        <source>Drag to move {panel} to another side; double-click to let it float</source>
        <translation>拖动可把“{panel}”移到另一侧；双击使其浮动</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Fold this away; it stays folded at every node</source>
        <translation>折叠此处；在每个节点上都保持折叠</translation>
    </message>
    <message>
        <source>Show what is folded away here</source>
        <translation>展开这里折叠的内容</translation>
    </message>
    <message>
        <source>Whose weights the node works with: its own, another node's, or a moving average of another's</source>
        <translation>节点使用谁的权重：自己的、另一节点的，或另一节点权重的滑动平均</translation>
    </message>
    <message>
        <source>How much of its present value the average keeps at each step; 0.999 averages a thousand steps</source>
        <translation>每步保留多少原有的平均值；0.999 约为一千步的平均</translation>
    </message>
    <message>
        <source>After how many steps of training it follows</source>
        <translation>每训练多少步更新一次</translation>
    </message>
    <message>
        <source>Whether the statistics of normalisation layers are averaged or copied</source>
        <translation>归一化层的统计量是取平均还是直接复制</translation>
    </message>
    <message>
        <source>Whether dropout and normalisation in a frozen node work as in use or as in training</source>
        <translation>冻结节点中的随机失活和归一化按推理方式还是训练方式工作</translation>
    </message>
    <message>
        <source>The name of the node in the drawing, in the code and in the keys of its weights</source>
        <translation>节点的名称：用于图形、代码和权重的键</translation>
    </message>
    <message>
        <source>What the project is called; its printed class takes this name too</source>
        <translation>项目的名称；导出的类也用这个名字</translation>
    </message>
    <message>
        <source>Find a layer by its English or Chinese name, or by its name in torch</source>
        <translation>按英文名、中文名或 torch 中的名称查找层</translation>
    </message>
    <message>
        <source>Drag a layer onto the canvas, or onto a wire to put it in between; Enter places it</source>
        <translation>把层拖到画布上，或拖到连线上插入其间；回车键放置</translation>
    </message>
    <message>
        <source>Show only nodes whose name or type has these letters</source>
        <translation>只显示名称或类型含有这些字母的节点</translation>
    </message>
    <message>
        <source>The drawing as a list: every node in the order it runs, with what it costs</source>
        <translation>列表形式的图形：按运行顺序列出每个节点及其开销</translation>
    </message>
    <message>
        <source>The PyTorch code of the drawing as it is now. Click a line and its node lights.</source>
        <translation>当前图形的 PyTorch 代码。点击一行，对应的节点会亮起。</translation>
    </message>
    <message>
        <source>Enter or a click places the layer where the search was opened</source>
        <translation>按回车或点击，把层放在打开搜索的位置</translation>
    </message>
    <message>
        <source>Show the node where it happened</source>
        <translation>显示出问题的节点</translation>
    </message>
    <message>
        <source>How many of the planned steps are done</source>
        <translation>计划的步数中已完成多少</translation>
    </message>
    <message>
        <source>A frozen node keeps its weights while the rest of the network learns</source>
        <translation>冻结的节点保持权重不变，网络其余部分照常学习</translation>
    </message>
    <message>
        <source>Panels in this place</source>
        <translation>此处的面板</translation>
    </message>
    <message>
        <source>Several panels share this place; a tab brings one to the front</source>
        <translation>多个面板共用此处；点击标签把其中一个移到前面</translation>
    </message>
    <message>
        <source>In which order the training examples come: shuffled anew each epoch, or as they are stored</source>
        <translation>训练样本的顺序：每轮重新打乱，或按存储顺序</translation>
    </message>
    <message>
        <source>What computes: the fastest there is, or the one that is chosen</source>
        <translation>用什么计算：现有最快的设备，或选定的设备</translation>
    </message>
    <message>
        <source>The examples the network learns from</source>
        <translation>网络从中学习的样本</translation>
    </message>
    <message>
        <source>Which shares are for training, for validation and for the test, such as 70/15/15</source>
        <translation>训练、验证、测试各占多少，例如 70/15/15</translation>
    </message>
    <message>
        <source>How a step follows from the gradient</source>
        <translation>怎样由梯度得到一步更新</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first step; too large or small stops learning</source>
        <translation>第一步之前权重怎样抽取；太大或太小都学不动</translation>
    </message>
    <message>
        <source>What every bias is before the first step; usually 0</source>
        <translation>第一步之前每个偏置的值；通常为 0</translation>
    </message>
    <message>
        <source>Explain what has the keyboard: the selected node, a layer of the palette, a live view</source>
        <translation>解释当前焦点所在：选中的节点、面板中的层、实时视图</translation>
    </message>
    <message>
        <source>List every key and what the mouse does on the canvas</source>
        <translation>列出所有快捷键，以及鼠标在画布上的用法</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Before the first batch</source>
        <translation>第一个批次之前</translation>
    </message>
    <message>
        <source>On the card</source>
        <translation>卡片上</translation>
    </message>
    <message>
        <source>The arrows enlarge it; the three dots hold it still, go back in time and export.</source>
        <translation>箭头放大视图；三个点可冻结、回看历史和导出。</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>画布上</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Conv2d, softmax, F11</source>
        <translation>Conv2d、卷积、F11</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Find a page by its English or Chinese name, or by what it says</source>
        <translation>按英文名、中文名或内容查找页面</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助的页面</translation>
    </message>
    <message>
        <source>The live views and all layer types, by family</source>
        <translation>实时视图和所有层类型，按类别排列</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, colours, motion, how soon work is kept, where runs go</source>
        <translation>语言、颜色、动效、多久暂存一次、训练记录放在哪里</translation>
    </message>
    <message>
        <source>after a second and a half</source>
        <translation>一秒半之后</translation>
    </message>
    <message>
        <source>after ten seconds</source>
        <translation>十秒之后</translation>
    </message>
    <message>
        <source>after a minute</source>
        <translation>一分钟之后</translation>
    </message>
    <message>
        <source>Folder of runs</source>
        <translation>训练记录文件夹</translation>
    </message>
    <message>
        <source>{folder}. Choose another one.</source>
        <translation>{folder}。可另选一个。</translation>
    </message>
    <message>
        <source>Layers and parameters keep torch's names in either.</source>
        <translation>两种语言下，层和参数都保留 torch 的名称。</translation>
    </message>
    <message>
        <source>Light is for a bright room and a projector.</source>
        <translation>浅色适合明亮的房间和投影。</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动效</translation>
    </message>
    <message>
        <source>The drawing jumps where it would glide.</source>
        <translation>图形直接跳转，不再滑动。</translation>
    </message>
    <message>
        <source>Keep unsaved work</source>
        <translation>暂存未保存的内容</translation>
    </message>
    <message>
        <source>It is offered at the next start when a session was interrupted.</source>
        <translation>若意外中断，下次启动时可以恢复。</translation>
    </message>
    <message>
        <source>Where trainings keep their curves and weights from now on.</source>
        <translation>今后训练的曲线和权重保存在这里。</translation>
    </message>
    <message>
        <source>Two-minute tour</source>
        <translation>两分钟导览</translation>
    </message>
    <message>
        <source>Show what is where, step by step</source>
        <translation>一步一步介绍各处的用途</translation>
    </message>
    <message>
        <source>Everything begins with a layer</source>
        <translation>一切从一个层开始</translation>
    </message>
    <message>
        <source>Drag one onto the canvas, or onto a wire to insert it. Search in English, in Chinese or by torch name.</source>
        <translation>把层拖到画布上，或拖到连线上插入其间。可用中文、英文或 torch 名称搜索。</translation>
    </message>
    <message>
        <source>The drawing is the whole computation</source>
        <translation>图形就是全部计算</translation>
    </message>
    <message>
        <source>Losses and metrics are nodes too. Drag from port to port to connect; the wire says what shape it has.</source>
        <translation>损失和指标也是节点。从端口拖到端口即可连接；连线上写着它传递的形状。</translation>
    </message>
    <message>
        <source>Select a node and change it</source>
        <translation>选中节点，动手修改</translation>
    </message>
    <message>
        <source>Its parameters, the sum behind its shape, its formula and what it costs. Undo takes anything back.</source>
        <translation>它的参数、形状的算式、公式和开销都在这里。任何修改都能撤销。</translation>
    </message>
    <message>
        <source>Nothing breaks in silence</source>
        <translation>出了问题一定会说</translation>
    </message>
    <message>
        <source>Whatever keeps the network from training stands here in words, often with a fix that one click applies.</source>
        <translation>凡是妨碍训练的，都在这里用文字说明，多数还附有一键修复。</translation>
    </message>
    <message>
        <source>One button starts and pauses. Data, optimizer and length are in the recipe, at the right of this bar.</source>
        <translation>一个按钮开始和暂停。数据、优化器和训练时长在本栏右端的训练方案里。</translation>
    </message>
    <message>
        <source>Look inside while it learns</source>
        <translation>边学边看内部</translation>
    </message>
    <message>
        <source>Curves, gradients and mistakes are drawn as they happen. Wires show how strongly the gradient flows.</source>
        <translation>曲线、梯度和错误随训练实时画出。连线显示梯度流动的强弱。</translation>
    </message>
    <message>
        <source>More when you want it</source>
        <translation>还有更多</translation>
    </message>
    <message>
        <source>File has the gallery of famous networks. F1 explains what is selected. Ctrl+3 is the classroom.</source>
        <translation>“文件”里有著名网络的图库。F1 解释选中的内容。Ctrl+3 进入课堂。</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次使用？</translation>
    </message>
    <message>
        <source>A tour of two minutes shows what is where. It also stands in the Help menu.</source>
        <translation>两分钟导览介绍各处的用途。“帮助”菜单里随时可以再看。</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Go on with the tour (→)</source>
        <translation>继续导览（→）</translation>
    </message>
    <message>
        <source>The place before (←)</source>
        <translation>上一处（←）</translation>
    </message>
    <message>
        <source>End the tour; it stands in the Help menu (Esc)</source>
        <translation>结束导览；可从“帮助”菜单再次打开（Esc）</translation>
    </message>
</context>
</TS>
