<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source> by </source>
        <translation>×</translation>
    </message>
    <message>
        <source>1 differs from the default</source>
        <translation>1 项与默认值不同</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>1 piece of advice</source>
        <translation>1 条建议</translation>
    </message>
    <message>
        <source>A number such as 0.5 goes here, or arithmetic such as =1/classes. It gets “{text}”.</source>
        <translation>这里填数字，例如 0.5，或算式，例如 =1/classes。现在填的是“{text}”。</translation>
    </message>
    <message>
        <source>A whole number such as 3 goes here, or arithmetic such as =2*classes. It gets “{text}”.</source>
        <translation>这里填整数，例如 3，或算式，例如 =2*classes。现在填的是“{text}”。</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Conv2d, 卷积, attention</source>
        <translation>Conv2d、卷积、attention</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole source, ready to run</source>
        <translation>复制全部源代码，可直接运行</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>Drag a layer onto the canvas, or onto a wire to put it in between.</source>
        <translation>把层拖到画布上；拖到连线上则插入其中。</translation>
    </message>
    <message>
        <source>Drop it on a wire to insert it.</source>
        <translation>放到连线上即可插入。</translation>
    </message>
    <message>
        <source>Every shape fits, and gradients reach all {n} weight tensors.</source>
        <translation>所有形状都吻合，梯度能到达全部 {n} 个权重张量。</translation>
    </message>
    <message>
        <source>Every shape fits.</source>
        <translation>所有形状都吻合。</translation>
    </message>
    <message>
        <source>Explain {type}</source>
        <translation>解释 {type}</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>查找节点</translation>
    </message>
    <message>
        <source>Fix: {title}</source>
        <translation>修复：{title}</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Frame {title}, {n} nodes</source>
        <translation>分组框 {title}，{n} 个节点</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Freeze {node}</source>
        <translation>冻结 {node}</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>换句话说</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Its weights stay as they are; training moves around them.</source>
        <translation>它的权重保持不变，训练只更新其他层。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Linked: rows and columns are equal</source>
        <translation>已联动：行与列相等</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>看点</translation>
    </message>
    <message>
        <source>Memory of the weights</source>
        <translation>权重占用内存</translation>
    </message>
    <message>
        <source>Memory to train, {n} at a time</source>
        <translation>训练所需内存（每批 {n} 个）</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加运算</translation>
    </message>
    <message>
        <source>Multiply-adds, one example</source>
        <translation>乘加运算（每个样本）</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>No layer is called “{text}”. Try another word, in English or Chinese.</source>
        <translation>没有名为“{text}”的层。换一个中文或英文词试试。</translation>
    </message>
    <message>
        <source>Not linked: rows and columns on their own</source>
        <translation>未联动：行与列各自设置</translation>
    </message>
    <message>
        <source>One of {choices} goes here. It gets “{text}”.</source>
        <translation>这里填以下之一：{choices}。现在填的是“{text}”。</translation>
    </message>
    <message>
        <source>One or two whole numbers go here, such as 3 or 3, 5. It gets “{text}”.</source>
        <translation>这里填一个或两个整数，例如 3 或 3, 5。现在填的是“{text}”。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <translation>网络大纲</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters in common</source>
        <translation>共有参数</translation>
    </message>
    <message>
        <source>Parameters of the network</source>
        <translation>网络参数</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>PyTorch source of the network</source>
        <translation>网络的 PyTorch 源代码</translation>
    </message>
    <message>
        <source>PyTorch, live</source>
        <translation>PyTorch，实时</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python 文件 (*.py)</translation>
    </message>
    <message>
        <source>Reset {name} to {value}</source>
        <translation>将 {name} 恢复为 {value}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the source as a Python file</source>
        <translation>将源代码保存为 Python 文件</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Set {name} of {n} nodes</source>
        <translation>设置 {n} 个节点的 {name}</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show {node}</source>
        <translation>显示 {node}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>The drawing is empty. Drag a layer from the palette onto the canvas.</source>
        <translation>图是空的。从面板把层拖到画布上。</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>These layers have no parameter in common.</source>
        <translation>这些层没有共有的参数。</translation>
    </message>
    <message>
        <source>This network can be trained.</source>
        <translation>这个网络可以训练。</translation>
    </message>
    <message>
        <source>This program does not know this layer. It is kept and saved back unchanged.</source>
        <translation>本程序不认识这个层。它会被保留并原样存回。</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>项目标题</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Training moves its weights.</source>
        <translation>训练会更新它的权重。</translation>
    </message>
    <message>
        <source>Type = for arithmetic such as =2*classes</source>
        <translation>输入 = 可写算式，例如 =2*classes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>When to use it</source>
        <translation>何时使用</translation>
    </message>
    <message>
        <source>Write arithmetic</source>
        <translation>写算式</translation>
    </message>
    <message>
        <source>a number that expressions such as =2*classes may use</source>
        <translation>可在 =2*classes 这类算式中使用的数</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>all at their defaults</source>
        <translation>均为默认值</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>至少 {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>至多 {high}</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>默认 {value}</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>in {unit}</source>
        <translation>单位 {unit}</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>没有错误</translation>
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
        <source>not known yet</source>
        <translation>尚未知道</translation>
    </message>
    <message>
        <source>of which learn</source>
        <translation>其中可学习</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>on or off goes here. It gets “{text}”.</source>
        <translation>这里填 on 或 off。现在填的是“{text}”。</translation>
    </message>
    <message>
        <source>one number, no axes</source>
        <translation>单个数，没有轴</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output {port}</source>
        <translation>输出 {port}</translation>
    </message>
    <message>
        <source>shape not known yet</source>
        <translation>形状尚未知道</translation>
    </message>
    <message>
        <source>share of the network</source>
        <translation>占全网比例</translation>
    </message>
    <message>
        <source>used as =name</source>
        <translation>以 =名称 引用</translation>
    </message>
    <message>
        <source>{errors}, {advice}</source>
        <translation>{errors}，{advice}</translation>
    </message>
    <message>
        <source>{family}, {n} layers</source>
        <translation>{family}，{n} 个层</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another folder.</source>
        <translation>无法写入 {file}：{reason}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{name}, columns</source>
        <translation>{name}，列</translation>
    </message>
    <message>
        <source>{name}, rows</source>
        <translation>{name}，行</translation>
    </message>
    <message>
        <source>{n} differ from the defaults</source>
        <translation>{n} 项与默认值不同</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} 个错误</translation>
    </message>
    <message>
        <source>{n} nodes</source>
        <translation>{n} 个节点</translation>
    </message>
    <message>
        <source>{n} nodes selected</source>
        <translation>已选 {n} 个节点</translation>
    </message>
    <message>
        <source>{n} other ways to mend it</source>
        <translation>另有 {n} 种修复方法</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>{n} pieces of advice</source>
        <translation>{n} 条建议</translation>
    </message>
    <message>
        <source>{port}, from {node}</source>
        <translation>{port}，来自 {node}</translation>
    </message>
    <message>
        <source>{port}, no wire</source>
        <translation>{port}，没有连线</translation>
    </message>
    <message>
        <source>{title}, closed</source>
        <translation>{title}，已折叠</translation>
    </message>
    <message>
        <source>{title}, open</source>
        <translation>{title}，已展开</translation>
    </message>
    <message>
        <source>{value} {face}</source>
        <translation>{value} {face}</translation>
    </message>
</context>
</TS>
