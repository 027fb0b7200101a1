<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Close the block where it stands (Shift+Enter)</source>
        <translation>就地收起这个模块（Shift+Enter）</translation>
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
        <translation>在周围的节点之间展开内部，连线照旧；修改会作用于每一个副本</translation>
    </message>
    <message>
        <source>Blocks of this project</source>
        <translation>本项目的模块</translation>
    </message>
    <message>
        <source>Ready-made blocks and cells</source>
        <translation>现成的模块与单元</translation>
    </message>
    <message>
        <source>{family}, {n} blocks</source>
        <translation>{family}，{n} 个模块</translation>
    </message>
    <message>
        <source>Open it to see how it is drawn.</source>
        <translation>打开它就能看到它是怎样画成的。</translation>
    </message>
    <message>
        <source>What is changed in it changes in every copy.</source>
        <translation>在其中做的修改会出现在每一个副本里。</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>残差块</translation>
    </message>
    <message>
        <source>Two 3×3 convolutions learn what to add to what comes in; the shortcut carries the rest past them.</source>
        <translation>两个 3×3 卷积学习要给输入加上什么；捷径让其余部分原样通过。</translation>
    </message>
    <message>
        <source>Residual block, projected</source>
        <translation>带投影的残差块</translation>
    </message>
    <message>
        <source>A residual block that changes the size: a 1×1 convolution fits the shortcut to it.</source>
        <translation>会改变尺寸的残差模块：用 1×1 卷积让捷径与之匹配。</translation>
    </message>
    <message>
        <source>Bottleneck block</source>
        <translation>瓶颈残差块</translation>
    </message>
    <message>
        <source>A residual block that is narrow in the middle: 1×1, 3×3, 1×1, so that depth costs less.</source>
        <translation>中间收窄的残差模块：1×1、3×3、1×1，加深时代价更小。</translation>
    </message>
    <message>
        <source>Residual block, norm first</source>
        <translation>预激活残差块</translation>
    </message>
    <message>
        <source>A residual block whose norm and activation come before each convolution: the shortcut stays free.</source>
        <translation>归一化与激活都放在卷积之前的残差模块：捷径上没有任何阻挡。</translation>
    </message>
    <message>
        <source>Squeeze and excite</source>
        <translation>压缩与激励块</translation>
    </message>
    <message>
        <source>Looks at the whole picture once and turns each channel up or down.</source>
        <translation>先看一眼整幅图，再把每个通道调强或调弱。</translation>
    </message>
    <message>
        <source>Inception module</source>
        <translation>Inception 模块</translation>
    </message>
    <message>
        <source>Looks with 1×1, 3×3 and 5×5 filters and a pooling side by side, and puts the results together.</source>
        <translation>并排使用 1×1、3×3、5×5 卷积和一个池化，再把结果拼接起来。</translation>
    </message>
    <message>
        <source>Dense layer of DenseNet</source>
        <translation>DenseNet 密集层</translation>
    </message>
    <message>
        <source>Adds a few new channels to all that came before, and hands everything on.</source>
        <translation>在之前的全部通道上再加几个新通道，并把所有通道继续往后传。</translation>
    </message>
    <message>
        <source>Inverted residual block</source>
        <translation>倒残差块</translation>
    </message>
    <message>
        <source>Widens, filters every channel by itself, narrows again; the shortcut joins the narrow ends.</source>
        <translation>先变宽，再逐通道卷积，最后收窄；捷径连接两个窄端。</translation>
    </message>
    <message>
        <source>Separable convolution, drawn</source>
        <translation>可分离卷积块</translation>
    </message>
    <message>
        <source>First every channel by itself, then all channels at each place: much for few weights.</source>
        <translation>先逐通道卷积，再在每个位置混合所有通道：用很少的权重做很多事。</translation>
    </message>
    <message>
        <source>Two convolutions with norm</source>
        <translation>双卷积块</translation>
    </message>
    <message>
        <source>Convolution, batch norm and ReLU, twice: the step of a U-Net.</source>
        <translation>卷积、批归一化、ReLU，重复两次：U-Net 的基本步骤。</translation>
    </message>
    <message>
        <source>Way up of a U-Net</source>
        <translation>U-Net 上采样块</translation>
    </message>
    <message>
        <source>Doubles the size, joins what was seen at that size on the way down, and convolves twice.</source>
        <translation>尺寸放大一倍，与下行途中同尺寸的特征拼接，再卷积两次。</translation>
    </message>
    <message>
        <source>ConvNeXt block</source>
        <translation>ConvNeXt 块</translation>
    </message>
    <message>
        <source>A 7×7 filter for every channel, then two dense layers at each place: a convolutional transformer block.</source>
        <translation>每个通道一个 7×7 卷积，再在每个位置上接两个全连接层：卷积版的 Transformer 块。</translation>
    </message>
    <message>
        <source>Transformer encoder block</source>
        <translation>Transformer 编码器块</translation>
    </message>
    <message>
        <source>Every place looks at every other, then thinks by itself; norm first, a shortcut around each half.</source>
        <translation>每个位置先看其他所有位置，再各自思考；先归一化，两半各有一条捷径。</translation>
    </message>
    <message>
        <source>Transformer decoder block</source>
        <translation>Transformer 解码器块</translation>
    </message>
    <message>
        <source>Looks back at what it has written, then at the memory of the encoder, then thinks by itself.</source>
        <translation>先回看自己已写出的内容，再看编码器的记忆，然后各自思考。</translation>
    </message>
    <message>
        <source>Highway layer</source>
        <translation>高速公路层</translation>
    </message>
    <message>
        <source>A gate decides for each number how much is new and how much goes past unchanged.</source>
        <translation>一个门决定每个数有多少是新的，有多少原样通过。</translation>
    </message>
    <message>
        <source>Let go to put it here; the wire it leaves closes over the gap.</source>
        <translation>松开就放到这里；它离开的连线会自动接上。</translation>
    </message>
    <message>
        <source>{port}: drag from here to another layer, which then uses these weights</source>
        <translation>{port}：从这里拖到另一层，那一层就使用这些权重</translation>
    </message>
    <message>
        <source>{port}: drag the weights of another layer here; this one then uses them</source>
        <translation>{port}：把另一层的权重拖到这里，这一层就使用它们</translation>
    </message>
    <message>
        <source>The weights are of another size, or not known yet.</source>
        <translation>权重的大小不同，或尚未知道。</translation>
    </message>
    <message>
        <source>A wire leaves a block through its ports: draw it to an Output inside.</source>
        <translation>连线只能经由端口离开模块：请把它接到里面的 Output。</translation>
    </message>
    <message>
        <source>Muted: left out, with everything that cannot do without it.</source>
        <translation>已静音：它以及离不开它的部分都不参与。</translation>
    </message>
    <message>
        <source>Bypassed: what arrives goes past it, unchanged.</source>
        <translation>已旁路：输入原样绕过它。</translation>
    </message>
    <message>
        <source>Left out, since it cannot do without a node that is muted.</source>
        <translation>未参与：它离不开某个已静音的节点。</translation>
    </message>
    <message>
        <source>Frozen: its weights stay as they are while the rest learns.</source>
        <translation>已冻结：其余部分学习时，它的权重保持不变。</translation>
    </message>
    <message>
        <source>Show the inside of the selected block where it stands, or close it again (Shift+Enter)</source>
        <translation>就地展开所选模块的内部，或再收起（Shift+Enter）</translation>
    </message>
    <message>
        <source>Draw wires between the selected nodes; of one alone, choose where its wire goes</source>
        <translation>在所选节点之间连线；只选一个时，选择连线通向哪里</translation>
    </message>
    <message>
        <source>Cut wires</source>
        <translation>剪断连线</translation>
    </message>
    <message>
        <source>Cut the wires between the selected nodes; of one alone, those that arrive</source>
        <translation>剪断所选节点之间的连线；只选一个时，剪断到达它的连线</translation>
    </message>
    <message>
        <source>No output of {a} fits a free input of {b}.</source>
        <translation>{a} 的输出与 {b} 的空闲输入都不匹配。</translation>
    </message>
    <message>
        <source>Connect {n} nodes</source>
        <translation>连接 {n} 个节点</translation>
    </message>
    <message>
        <source>No free input fits what {node} gives.</source>
        <translation>没有空闲的输入适合 {node} 的输出。</translation>
    </message>
    <message>
        <source>Where the wire should go</source>
        <translation>连线通向哪里</translation>
    </message>
    <message>
        <source>Draw a wire to {node}</source>
        <translation>连到 {node}</translation>
    </message>
    <message>
        <source>There is no wire to cut here.</source>
        <translation>这里没有可剪断的连线。</translation>
    </message>
    <message>
        <source>Cut {n} wires</source>
        <translation>剪断 {n} 条连线</translation>
    </message>
    <message>
        <source>Choose where a wire from here should go</source>
        <translation>选择从这里出发的连线通向哪里</translation>
    </message>
    <message>
        <source>In the order they were selected</source>
        <translation>按选择的先后顺序</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>连到…</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>把它们连起来</translation>
    </message>
    <message>
        <source>Those that arrive here</source>
        <translation>到达这里的连线</translation>
    </message>
    <message>
        <source>Those between the selected nodes</source>
        <translation>所选节点之间的连线</translation>
    </message>
</context>
</TS>
