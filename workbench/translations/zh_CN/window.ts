<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>{why} What runs without one: {command}</source>
        <translation>{why} 没有屏幕也能运行：{command}</translation>
    </message>
    <message>
        <source>Draw a neural network, train it, and look inside while it learns. Version {version}, MIT licence.</source>
        <translation>画出神经网络，训练它，并在它学习时看清内部。版本 {version}，MIT 许可证。</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Layers and outline</source>
        <translation>层与大纲</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>Live views</source>
        <translation>实时视图</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Hide {panel}</source>
        <translation>隐藏{panel}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>撤销“{what}”</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>重做“{what}”</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>预设…</translation>
    </message>
    <message>
        <source>Open one of the networks that come along</source>
        <translation>打开一个自带的网络</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>把项目写入它的文件</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>把项目写入另一个文件</translation>
    </message>
    <message>
        <source>Export Python…</source>
        <translation>导出 Python…</translation>
    </message>
    <message>
        <source>Write the network as a PyTorch module that needs only torch</source>
        <translation>把网络写成只需要 torch 的 PyTorch 模块</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤回上一步修改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重新执行撤回的修改</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Take the selected nodes away, to paste them elsewhere</source>
        <translation>移走选中的节点，以便粘贴到别处</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected nodes</source>
        <translation>复制选中的节点</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Put copied nodes on the canvas</source>
        <translation>把复制的节点放到画布上</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Put a copy of the selected nodes beside them</source>
        <translation>在旁边放一份选中节点的副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the selected nodes and wires</source>
        <translation>删除选中的节点和连线</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Select every node</source>
        <translation>选中所有节点</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the selected node another name</source>
        <translation>给选中的节点另起名字</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Arrange the drawing in layers, from left to right</source>
        <translation>从左到右分层排列</translation>
    </message>
    <message>
        <source>Add a layer…</source>
        <translation>添加层…</translation>
    </message>
    <message>
        <source>Search the layer types and place one</source>
        <translation>搜索层类型并放置一个</translation>
    </message>
    <message>
        <source>Show everything in English</source>
        <translation>全部以英文显示</translation>
    </message>
    <message>
        <source>Show everything in Chinese</source>
        <translation>全部以中文显示</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark words on a light ground</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light words on a dark ground</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>浅色或深色，与系统一致</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Lay the window out for drawing</source>
        <translation>切换到绘图布局</translation>
    </message>
    <message>
        <source>Train view</source>
        <translation>训练布局</translation>
    </message>
    <message>
        <source>Lay the window out for watching a training</source>
        <translation>切换到观察训练的布局</translation>
    </message>
    <message>
        <source>Show or hide the layer types and the outline</source>
        <translation>显示或隐藏层类型和大纲</translation>
    </message>
    <message>
        <source>Show or hide what is known about the selected node</source>
        <translation>显示或隐藏选中节点的信息</translation>
    </message>
    <message>
        <source>Show or hide the data, the optimizer and how long to train</source>
        <translation>显示或隐藏数据、优化器和训练时长</translation>
    </message>
    <message>
        <source>Show or hide what keeps the network from training</source>
        <translation>显示或隐藏妨碍训练的问题</translation>
    </message>
    <message>
        <source>Show or hide the PyTorch code of the drawing</source>
        <translation>显示或隐藏图对应的 PyTorch 代码</translation>
    </message>
    <message>
        <source>Show or hide the curves and pictures of the training</source>
        <translation>显示或隐藏训练的曲线和图像</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Show the whole drawing</source>
        <translation>显示整张图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the drawing larger</source>
        <translation>把图放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the drawing smaller</source>
        <translation>把图缩小</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>小地图</translation>
    </message>
    <message>
        <source>Show or hide the small map and the zoom beside it; while everything is in view the map stays away</source>
        <translation>显示或隐藏图的小地图和旁边的缩放条；整张图都看得见时，小地图不出现</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Put every panel back where it was on the first day</source>
        <translation>让所有面板回到最初的位置</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Search everything one can do here</source>
        <translation>搜索这里能做的一切</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Move the keyboard to the next part of the window</source>
        <translation>把键盘焦点移到窗口的下一部分</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>上一区域</translation>
    </message>
    <message>
        <source>Move the keyboard to the part of the window before</source>
        <translation>把键盘焦点移到窗口的上一部分</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Start the training, pause it, or go on</source>
        <translation>开始、暂停或继续训练</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Train on one batch and pause</source>
        <translation>训练一个批次后暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the training after this batch; it can be continued later</source>
        <translation>在本批次之后结束训练；以后可以继续</translation>
    </message>
    <message>
        <source>Continue last run</source>
        <translation>继续上次训练</translation>
    </message>
    <message>
        <source>Go on with the training that was stopped early</source>
        <translation>接着提前停止的训练继续</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>List every key</source>
        <translation>列出所有按键</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>环境检查</translation>
    </message>
    <message>
        <source>Look at versions, devices, fonts and folders, and say what mends them</source>
        <translation>检查版本、设备、字体和文件夹，并说明如何修复</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What Workbench is</source>
        <translation>Workbench 是什么</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Double-click the canvas</source>
        <translation>双击画布</translation>
    </message>
    <message>
        <source>Search and add a layer</source>
        <translation>搜索并添加层</translation>
    </message>
    <message>
        <source>Drag from port to port</source>
        <translation>从端口拖到端口</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Drag a wire onto empty canvas</source>
        <translation>把连线拖到空白处</translation>
    </message>
    <message>
        <source>Search for a layer that fits</source>
        <translation>搜索合适的层</translation>
    </message>
    <message>
        <source>Drop a layer on a wire</source>
        <translation>把层放到连线上</translation>
    </message>
    <message>
        <source>Insert it</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Alt+click a wire</source>
        <translation>Alt+单击连线</translation>
    </message>
    <message>
        <source>Cut it</source>
        <translation>剪断</translation>
    </message>
    <message>
        <source>Drag on empty canvas</source>
        <translation>在空白处拖动</translation>
    </message>
    <message>
        <source>Select what the rectangle touches</source>
        <translation>选中矩形碰到的节点</translation>
    </message>
    <message>
        <source>Middle button or Space+drag</source>
        <translation>中键或空格+拖动</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>平移画布</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom at the mouse</source>
        <translation>以鼠标为中心缩放</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the selected nodes by the grid</source>
        <translation>按网格移动选中的节点</translation>
    </message>
    <message>
        <source>F or Home, full stop</source>
        <translation>F 或 Home，句点</translation>
    </message>
    <message>
        <source>Show everything, show the selection</source>
        <translation>显示全部，显示选中部分</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Show or hide the minimap</source>
        <translation>显示或隐藏小地图</translation>
    </message>
    <message>
        <source>Tab on the canvas</source>
        <translation>画布上按 Tab</translation>
    </message>
    <message>
        <source>Go along the wires</source>
        <translation>沿连线移动</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Save {name} before it closes?</source>
        <translation>关闭前要保存 {name} 吗？</translation>
    </message>
    <message>
        <source>{name} is still training</source>
        <translation>{name} 仍在训练</translation>
    </message>
    <message>
        <source>It stops after this batch and is kept. Run, Continue last run goes on from there, to the same numbers.</source>
        <translation>它会在本批次之后停止并保留。用“运行”菜单的“继续上次训练”可从那里继续，得到完全相同的数值。</translation>
    </message>
    <message>
        <source>Recover {name}?</source>
        <translation>要恢复 {name} 吗？</translation>
    </message>
    <message>
        <source>Workbench ended before this was saved. It was kept on {when}.</source>
        <translation>Workbench 在保存之前结束了。这份内容保留于 {when}。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Your work is kept beside the file, and the window goes on.</source>
        <translation>您的工作已保留在文件旁边，窗口可以继续使用。</translation>
    </message>
    <message>
        <source>The window goes on. Save your work now.</source>
        <translation>窗口可以继续使用。请现在保存您的工作。</translation>
    </message>
    <message>
        <source>Something went wrong inside Workbench</source>
        <translation>Workbench 内部出了问题</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>What you changed since it was last saved would be lost.</source>
        <translation>上次保存之后的修改将会丢失。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{m} min {s} s</source>
        <translation>{m} 分 {s} 秒</translation>
    </message>
    <message>
        <source>{used} of {all} GB</source>
        <translation>{used} / {all} GB</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>{words} ({keys})</source>
        <translation>{words}（{keys}）</translation>
    </message>
    <message>
        <source>{examples}. Choose other data in the recipe.</source>
        <translation>{examples}。可在训练方案中选择其他数据。</translation>
    </message>
    <message>
        <source>Data: {name}</source>
        <translation>数据：{name}</translation>
    </message>
    <message>
        <source>Epoch {n} of {all}</source>
        <translation>第 {n} / {all} 轮</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>第 {n} / {all} 步</translation>
    </message>
    <message>
        <source>{n} steps/s</source>
        <translation>{n} 步/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Run bar</source>
        <translation>运行栏</translation>
    </message>
    <message>
        <source>Show the data, the optimizer and how long to train</source>
        <translation>显示数据、优化器和训练时长</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How long one step is. While it trains, a change holds from the next step on.</source>
        <translation>每一步走多远。训练时的修改从下一步起生效。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>1 problem to solve before training</source>
        <translation>训练前需解决 1 个问题</translation>
    </message>
    <message>
        <source>{n} problems to solve before training</source>
        <translation>训练前需解决 {n} 个问题</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>{n} epochs</source>
        <translation>{n} 轮</translation>
    </message>
    <message>
        <source>{n} examples a step</source>
        <translation>每步 {n} 个样本</translation>
    </message>
    <message>
        <source>A learning rate is a number above 0 and at most 100. It gets “{text}”.</source>
        <translation>学习率应是大于 0 且不超过 100 的数，得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Nothing to train yet</source>
        <translation>还没有可训练的内容</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Repeatable</source>
        <translation>可复现</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Updates a round</source>
        <translation>每回合更新次数</translation>
    </message>
    <message>
        <source>the fastest there is</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>{name}: {why}. It gets “{value}”.</source>
        <translation>{name}：{why}。得到的是“{value}”。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>per cent to train on, to validate, to test</source>
        <translation>训练、验证、测试所占的百分比</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>in which order the training examples come</source>
        <translation>训练样本以什么顺序出现</translation>
    </message>
    <message>
        <source>where the numbers are computed</source>
        <translation>在哪里计算</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Optimizer of {player}</source>
        <translation>{player} 的优化器</translation>
    </message>
    <message>
        <source>Three shares that make 100 go here, such as 70 / 15 / 15, the first above 0. It gets “{text}”.</source>
        <translation>这里应填三个合计 100 的份额，例如 70 / 15 / 15，第一个大于 0；得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Open a network that comes along</source>
        <translation>打开一个自带的网络</translation>
    </message>
    <message>
        <source>Search by name, year or word</source>
        <translation>按名称、年份或词语搜索</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>No preset matches. Try a shorter word.</source>
        <translation>没有匹配的预设。试试更短的词。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>test accuracy {value}</source>
        <translation>测试准确率 {value}</translation>
    </message>
    <message>
        <source>test loss {value}</source>
        <translation>测试损失 {value}</translation>
    </message>
    <message>
        <source>Stopped after {n} steps</source>
        <translation>在 {n} 步后停止</translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation>训练失败</translation>
    </message>
    <message>
        <source>Training stopped. Run, Continue last run goes on from here.</source>
        <translation>训练已停止。用“运行”菜单的“继续上次训练”可从这里继续。</translation>
    </message>
    <message>
        <source>Trained: {result}</source>
        <translation>训练完成：{result}</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练完成</translation>
    </message>
    <message>
        <source>Training is done: {result}, after {n} epochs.</source>
        <translation>训练完成：{result}，共 {n} 轮。</translation>
    </message>
    <message>
        <source>Training is done, after {n} epochs.</source>
        <translation>训练完成，共 {n} 轮。</translation>
    </message>
    <message>
        <source>Saved {n} h ago</source>
        <translation>{n} 小时前已保存</translation>
    </message>
    <message>
        <source>Saved {n} s ago</source>
        <translation>{n} 秒前已保存</translation>
    </message>
    <message>
        <source>Saved {n} min ago</source>
        <translation>{n} 分钟前已保存</translation>
    </message>
    <message>
        <source>Workbench projects (*.workbench)</source>
        <translation>Workbench 项目 (*.workbench)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Export Python</source>
        <translation>导出 Python</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>The code is in {name}.</source>
        <translation>代码已写入 {name}。</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Changed since it was saved</source>
        <translation>保存后有修改</translation>
    </message>
    <message>
        <source>{name} cannot be opened</source>
        <translation>无法打开 {name}</translation>
    </message>
    <message>
        <source>{name} cannot be saved</source>
        <translation>无法保存 {name}</translation>
    </message>
    <message>
        <source>The code cannot be written</source>
        <translation>无法写出代码</translation>
    </message>
    <message>
        <source>Unsaved work could not be kept beside the file: {why}</source>
        <translation>未保存的工作无法保留在文件旁边：{why}</translation>
    </message>
    <message>
        <source>What was kept of {name} cannot be read: {why}</source>
        <translation>为 {name} 保留的内容无法读取：{why}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Loading PyTorch</source>
        <translation>正在加载 PyTorch</translation>
    </message>
    <message>
        <source>PyTorch ready</source>
        <translation>PyTorch 就绪</translation>
    </message>
    <message>
        <source>PyTorch is loaded when it is needed</source>
        <translation>需要时再加载 PyTorch</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Switch between English and 中文</source>
        <translation>在 English 与中文之间切换</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>语言：{name}</translation>
    </message>
    <message>
        <source>Loading PyTorch, then training begins</source>
        <translation>正在加载 PyTorch，随后开始训练</translation>
    </message>
    <message>
        <source>1 node selected</source>
        <translation>已选 1 个节点</translation>
    </message>
    <message>
        <source>Views {share} of step time</source>
        <translation>视图占步时 {share}</translation>
    </message>
    <message>
        <source>Training begins</source>
        <translation>训练开始</translation>
    </message>
    <message>
        <source>Training, seed {seed}</source>
        <translation>训练中，种子 {seed}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} 个错误</translation>
    </message>
    <message>
        <source>{n} nodes selected</source>
        <translation>已选 {n} 个节点</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>{n} multiply-adds</source>
        <translation>{n} 次乘加</translation>
    </message>
    <message>
        <source>{n} of weights</source>
        <translation>权重 {n}</translation>
    </message>
    <message>
        <source>{n} to train</source>
        <translation>训练需 {n}</translation>
    </message>
    <message>
        <source>Estimated memory of a step with {n} examples: weights, gradients, optimizer, activations.</source>
        <translation>每步 {n} 个样本时训练所需内存的估计：权重、梯度、优化器状态和激活值。</translation>
    </message>
    <message>
        <source>How this machine suits Workbench</source>
        <translation>这台机器与 Workbench 的适配情况</translation>
    </message>
    <message>
        <source>Looking at it takes some seconds.</source>
        <translation>检查需要几秒钟。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>{n} things keep it from working well.</source>
        <translation>有 {n} 处妨碍它正常工作。</translation>
    </message>
    <message>
        <source>how often every training example is seen</source>
        <translation>每个训练样本看几遍</translation>
    </message>
    <message>
        <source>examples per step</source>
        <translation>每步使用的样本数</translation>
    </message>
    <message>
        <source>where the random numbers begin</source>
        <translation>随机数从哪里开始</translation>
    </message>
    <message>
        <source>exactly repeatable on a GPU too, a little slower</source>
        <translation>在 GPU 上也能逐位复现，稍慢一些</translation>
    </message>
    <message>
        <source>epochs between two looks at the validation examples</source>
        <translation>每隔几轮看一次验证集</translation>
    </message>
    <message>
        <source>how long one step is</source>
        <translation>每一步走多远</translation>
    </message>
    <message>
        <source>how much of the last step is kept</source>
        <translation>保留上一步的多少</translation>
    </message>
    <message>
        <source>pulls every weight towards zero (L2)</source>
        <translation>把每个权重拉向零（L2）</translation>
    </message>
    <message>
        <source>memory of the gradient's mean</source>
        <translation>对梯度均值的记忆</translation>
    </message>
    <message>
        <source>memory of the gradient's square</source>
        <translation>对梯度平方的记忆</translation>
    </message>
    <message>
        <source>keeps the division safe</source>
        <translation>防止除以零</translation>
    </message>
    <message>
        <source>shrinks every weight by this share of the step</source>
        <translation>每一步按此比例缩小权重</translation>
    </message>
    <message>
        <source>steps this player takes in one round</source>
        <translation>这个参与者每轮走几步</translation>
    </message>
    <message>
        <source>shuffled anew each epoch</source>
        <translation>每轮重新打乱</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>按原来的顺序</translation>
    </message>
    <message>
        <source>Step against the gradient; with momentum, like a ball that keeps rolling.</source>
        <translation>沿梯度反方向走；有动量时像一个继续滚动的球。</translation>
    </message>
    <message>
        <source>Every weight gets its own step, from the running mean and spread of its gradient (Kingma &amp; Ba 2015, algorithm 1).</source>
        <translation>每个权重有自己的步长，由其梯度的滑动均值和离散程度决定（Kingma 与 Ba 2015，算法 1）。</translation>
    </message>
    <message>
        <source>Adam whose weight decay does not pass through the running means (Loshchilov &amp; Hutter 2019, algorithm 2).</source>
        <translation>权重衰减不经过滑动均值的 Adam（Loshchilov 与 Hutter 2019，算法 2）。</translation>
    </message>
    <message>
        <source>Choose data {name}</source>
        <translation>选择数据 {name}</translation>
    </message>
    <message>
        <source>Choose another data set in the recipe.</source>
        <translation>请在训练方案中换一个数据集。</translation>
    </message>
    <message>
        <source>The data set {name} cannot be made: {place}: {why}.</source>
        <translation>无法生成数据集 {name}：{place}：{why}。</translation>
    </message>
    <message>
        <source>Choose another value in the recipe.</source>
        <translation>请在训练方案中换一个值。</translation>
    </message>
    <message>
        <source>{node} wants the field {field}. The data set {name} has {fields}.</source>
        <translation>{node} 需要字段 {field}，而数据集 {name} 有 {fields}。</translation>
    </message>
    <message>
        <source>Choose a field, or other data.</source>
        <translation>请换一个字段，或换别的数据。</translation>
    </message>
    <message>
        <source>{node} expects {field} as {expected}. The data set {name} gives {got}.</source>
        <translation>{node} 要求 {field} 是 {expected}，而数据集 {name} 给出的是 {got}。</translation>
    </message>
    <message>
        <source>Give {node} the shape of the data</source>
        <translation>让 {node} 采用数据的形状</translation>
    </message>
    <message>
        <source>There is nothing to train yet. Put layers on the canvas, or open a preset.</source>
        <translation>还没有可训练的东西。请把层放到画布上，或打开一个预设。</translation>
    </message>
    <message>
        <source>A training is running already. Stop it first.</source>
        <translation>已有训练在进行，请先停止它。</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>The last run cannot be continued</source>
        <translation>上次训练无法继续</translation>
    </message>
    <message>
        <source>Open it and go on</source>
        <translation>打开它并继续</translation>
    </message>
    <message>
        <source>The last run trained another drawing</source>
        <translation>上次训练的是另一张图</translation>
    </message>
    <message>
        <source>It trained {name} as it was then; its weights fit only that. The drawing that is open now is a different one.</source>
        <translation>它训练的是当时的 {name}，权重只适用于那张图。现在打开的是另一张图。</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU，1 个线程</translation>
    </message>
    <message>
        <source>CPU, {n} threads</source>
        <translation>CPU，{n} 个线程</translation>
    </message>
    <message>
        <source>Whose gradients the wires show</source>
        <translation>连线显示哪个参与者的梯度</translation>
    </message>
    <message>
        <source>Gradients of {player}</source>
        <translation>{player} 的梯度</translation>
    </message>
</context>
</TS>
