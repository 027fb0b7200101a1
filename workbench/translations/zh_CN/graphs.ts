<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A block, drawn once. Here it stands {n} times, each copy fed by the one before.</source>
        <translation>一个模块，只画一次。这里放了 {n} 份，每一份的输入是前一份的输出。</translation>
    </message>
    <message>
        <source>A block: a network of its own with ports and parameters.</source>
        <translation>模块：自带端口和参数的小网络。</translation>
    </message>
    <message>
        <source>A name has letters, digits, _ and -, and begins with a letter: “{name}” does not.</source>
        <translation>名字由字母、数字、_ 和 - 组成，并以字母开头，“{name}”不符合。</translation>
    </message>
    <message>
        <source>A path leaves the selection at {node} and comes back to {other}. Choose {node} too.</source>
        <translation>有一条路径从 {node} 离开所选部分，又回到 {other}。请把 {node} 也选上。</translation>
    </message>
    <message>
        <source>A wire from {source} to {target} would make a circle: {target} already leads to {source}.</source>
        <translation>从 {source} 连到 {target} 会形成环：{target} 已经通向 {source}。</translation>
    </message>
    <message>
        <source>Add {node}</source>
        <translation>添加 {node}</translation>
    </message>
    <message>
        <source>An expression has at most {n} characters.</source>
        <translation>一个表达式最多 {n} 个字符。</translation>
    </message>
    <message>
        <source>Change recipe</source>
        <translation>修改训练方案</translation>
    </message>
    <message>
        <source>Choose the nodes that become a block.</source>
        <translation>请选择要变成模块的节点。</translation>
    </message>
    <message>
        <source>Connect {a} to {b}</source>
        <translation>连接 {a} 到 {b}</translation>
    </message>
    <message>
        <source>Copies beside each other count on the number that ends the name: call {node} {node}1.</source>
        <translation>并排的各份按名字末尾的数字往下数：请把 {node} 改名为 {node}1。</translation>
    </message>
    <message>
        <source>Cut {a} from {b}</source>
        <translation>断开 {a} 与 {b}</translation>
    </message>
    <message>
        <source>Describe project</source>
        <translation>修改项目说明</translation>
    </message>
    <message>
        <source>Frame {title}</source>
        <translation>分组框 {title}</translation>
    </message>
    <message>
        <source>Freeze {node}</source>
        <translation>冻结 {node}</translation>
    </message>
    <message>
        <source>Insert {node}</source>
        <translation>插入 {node}</translation>
    </message>
    <message>
        <source>Inside {block}, at {node}: {message}</source>
        <translation>在 {block} 内部的 {node}：{message}</translation>
    </message>
    <message>
        <source>It gets {got}.</source>
        <translation>收到的是 {got}。</translation>
    </message>
    <message>
        <source>Let {node} learn</source>
        <translation>让 {node} 参与学习</translation>
    </message>
    <message>
        <source>Make block {name}</source>
        <translation>建立模块 {name}</translation>
    </message>
    <message>
        <source>Move {node}</source>
        <translation>移动 {node}</translation>
    </message>
    <message>
        <source>Move {n} nodes</source>
        <translation>移动 {n} 个节点</translation>
    </message>
    <message>
        <source>No single change mends this; follow the shapes back to where they differ.</source>
        <translation>改一处解决不了，请沿着形状往回找到开始不同的地方。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>什么也没有</translation>
    </message>
    <message>
        <source>Nothing after it has a shape yet ({n} nodes).</source>
        <translation>它之后的 {n} 个节点都还没有形状。</translation>
    </message>
    <message>
        <source>Only numbers, names, + - * / // % **, min and max can stand in an expression, not “{part}”.</source>
        <translation>表达式里只能有数字、名字、+ - * / // % **、min 和 max，不能有“{part}”。</translation>
    </message>
    <message>
        <source>Only you know which output belongs here.</source>
        <translation>这里该接哪个输出，只有你知道。</translation>
    </message>
    <message>
        <source>Player {name} has no weights to move: every layer before its loss is frozen or has none.</source>
        <translation>参与者 {name} 没有可以调整的权重：损失之前的每一层要么已冻结，要么没有权重。</translation>
    </message>
    <message>
        <source>Player {name} names a node that is no longer there. Choose again in the recipe.</source>
        <translation>参与者 {name} 指定的节点已不存在。请在训练方案中重新选择。</translation>
    </message>
    <message>
        <source>Put ReLU between them</source>
        <translation>在中间放一个 ReLU</translation>
    </message>
    <message>
        <source>Remove block {name}</source>
        <translation>删除模块 {name}</translation>
    </message>
    <message>
        <source>Remove frame</source>
        <translation>删除分组框</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>删除便签</translation>
    </message>
    <message>
        <source>Remove {node}</source>
        <translation>删除 {node}</translation>
    </message>
    <message>
        <source>Rename {node}</source>
        <translation>重命名 {node}</translation>
    </message>
    <message>
        <source>Repeat {node}</source>
        <translation>重复 {node}</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>设置 {name}</translation>
    </message>
    <message>
        <source>Set {name} back to its default</source>
        <translation>把 {name} 恢复为默认值</translation>
    </message>
    <message>
        <source>Set {name} of {node}</source>
        <translation>设置 {node} 的 {name}</translation>
    </message>
    <message>
        <source>Set {node}'s {name} to {value}</source>
        <translation>把 {node} 的 {name} 设为 {value}</translation>
    </message>
    <message>
        <source>Share weights of {node}</source>
        <translation>共用 {node} 的权重</translation>
    </message>
    <message>
        <source>Take {node} apart</source>
        <translation>拆开 {node}</translation>
    </message>
    <message>
        <source>The drawing gives it {shapes} per example.</source>
        <translation>按图中的连线，每个样本给它的是 {shapes}。</translation>
    </message>
    <message>
        <source>The wires go in a circle: {nodes}. Remove one of them.</source>
        <translation>连线形成了环：{nodes}。请删掉其中一条。</translation>
    </message>
    <message>
        <source>There is already a block or layer type called {name}.</source>
        <translation>已经有叫 {name} 的模块或层类型。</translation>
    </message>
    <message>
        <source>There is already a node called {name}.</source>
        <translation>已经有一个叫 {name} 的节点。</translation>
    </message>
    <message>
        <source>There is no block called {name}.</source>
        <translation>没有叫 {name} 的模块。</translation>
    </message>
    <message>
        <source>There is no frame {key} in this network.</source>
        <translation>这个网络里没有分组框 {key}。</translation>
    </message>
    <message>
        <source>There is no node {key} in this network.</source>
        <translation>这个网络里没有节点 {key}。</translation>
    </message>
    <message>
        <source>There is no note {key} in this network.</source>
        <translation>这个网络里没有便签 {key}。</translation>
    </message>
    <message>
        <source>There is no parameter called {name}. Known here: {known}.</source>
        <translation>没有叫 {name} 的参数。这里有：{known}。</translation>
    </message>
    <message>
        <source>There is no such wire: {wire}.</source>
        <translation>没有这条连线：{wire}。</translation>
    </message>
    <message>
        <source>This node cannot be worked out.</source>
        <translation>这个节点算不出来。</translation>
    </message>
    <message>
        <source>This parameter has no usable default; it must be chosen.</source>
        <translation>这个参数没有可用的默认值，必须自己选。</translation>
    </message>
    <message>
        <source>Training needs a loss. Put one after the last layer, for example CrossEntropyLoss for classes or MSELoss for numbers.</source>
        <translation>训练需要损失。请在最后一层之后放一个，例如分类用 CrossEntropyLoss，数值用 MSELoss。</translation>
    </message>
    <message>
        <source>Two linear layers in a row can do no more than one. An activation between them changes that.</source>
        <translation>连着两个线性层的能力并不比一个强，中间加一个激活函数就不同了。</translation>
    </message>
    <message>
        <source>Which loss fits depends on the task.</source>
        <translation>用哪种损失取决于任务。</translation>
    </message>
    <message>
        <source>Write note</source>
        <translation>写便签</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>按原来的顺序</translation>
    </message>
    <message>
        <source>epochs between two looks at the validation examples</source>
        <translation>每隔几轮看一次验证集</translation>
    </message>
    <message>
        <source>exactly repeatable on a GPU too, a little slower</source>
        <translation>在 GPU 上也能逐位复现，稍慢一些</translation>
    </message>
    <message>
        <source>examples per step</source>
        <translation>每步使用的样本数</translation>
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
        <source>how often every training example is seen</source>
        <translation>每个训练样本看几遍</translation>
    </message>
    <message>
        <source>keeps the division safe</source>
        <translation>防止除以零</translation>
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
        <source>pulls every weight towards zero (L2)</source>
        <translation>把每个权重拉向零（L2）</translation>
    </message>
    <message>
        <source>shrinks every weight by this share of the step</source>
        <translation>每一步按此比例缩小权重</translation>
    </message>
    <message>
        <source>shuffled anew each epoch</source>
        <translation>每轮重新打乱</translation>
    </message>
    <message>
        <source>steps this player takes in one round</source>
        <translation>这个参与者每轮走几步</translation>
    </message>
    <message>
        <source>where the random numbers begin</source>
        <translation>随机数从哪里开始</translation>
    </message>
    <message>
        <source>{a} and {b} are two linear layers with nothing between them.</source>
        <translation>{a} 和 {b} 是两个线性层，中间什么都没有。</translation>
    </message>
    <message>
        <source>{a} is already connected to {b} there.</source>
        <translation>{a} 已经连在 {b} 的那个位置。</translation>
    </message>
    <message>
        <source>{block} cannot contain itself.</source>
        <translation>{block} 不能包含它自己。</translation>
    </message>
    <message>
        <source>{expected} {got}</source>
        <translation>{expected}{got}</translation>
    </message>
    <message>
        <source>{expected} {got} {hint}</source>
        <translation>{expected}{got}{hint}</translation>
    </message>
    <message>
        <source>{message} On the way: {sizes}.</source>
        <translation>{message}一路上的形状：{sizes}。</translation>
    </message>
    <message>
        <source>{name} has no {attribute}.</source>
        <translation>{name} 没有 {attribute}。</translation>
    </message>
    <message>
        <source>{name} stopped: {got} {expected}</source>
        <translation>{name} 停下了：{got}{expected}</translation>
    </message>
    <message>
        <source>{name} takes {wanted}. It got {got}.</source>
        <translation>{name} 应为{wanted}，得到的是 {got}。</translation>
    </message>
    <message>
        <source>{name}.{attribute} is not a fixed number.</source>
        <translation>{name}.{attribute} 不是固定的数。</translation>
    </message>
    <message>
        <source>{name}: {message}</source>
        <translation>{name}：{message}</translation>
    </message>
    <message>
        <source>{node} already has a wire at place {n} of {port}.</source>
        <translation>{node} 的 {port} 的第 {n} 位已有连线。</translation>
    </message>
    <message>
        <source>{node} belongs to the network. Leave it outside the block.</source>
        <translation>{node} 属于整个网络，请把它留在模块外面。</translation>
    </message>
    <message>
        <source>{node} has no input called {port}.</source>
        <translation>{node} 没有叫 {port} 的输入。</translation>
    </message>
    <message>
        <source>{node} has no output called {port}.</source>
        <translation>{node} 没有叫 {port} 的输出。</translation>
    </message>
    <message>
        <source>{node} has {n} copies. Set its repeat to one, then take it apart.</source>
        <translation>{node} 有 {n} 份。请先把重复次数设为一，再拆开。</translation>
    </message>
    <message>
        <source>{node} is a copy of {block}. Remove it first.</source>
        <translation>{node} 是 {block} 的一份，请先删除它。</translation>
    </message>
    <message>
        <source>{node} is not a block that works, so it cannot be taken apart.</source>
        <translation>{node} 不是一个能工作的模块，无法拆开。</translation>
    </message>
    <message>
        <source>{node} needs a wire at {port}.</source>
        <translation>{node} 的 {port} 需要一条连线。</translation>
    </message>
    <message>
        <source>{node} needs an input. Drag a wire to it from the layer before.</source>
        <translation>{node} 需要输入。请从前一层拖一条连线过来。</translation>
    </message>
    <message>
        <source>{node} still has wires.</source>
        <translation>{node} 还连着线。</translation>
    </message>
    <message>
        <source>{node} uses the weights of a node that has none here. Choose another.</source>
        <translation>{node} 要共用的节点在这里没有自己的权重，请另选一个。</translation>
    </message>
    <message>
        <source>{node} uses the weights of {owner}, so both have to be the same layer with the same sizes.</source>
        <translation>{node} 共用 {owner} 的权重，所以两者必须是尺寸相同的同一种层。</translation>
    </message>
    <message>
        <source>{node}'s input {port} already has a wire from {first}. Remove it first, or join the two with Add or Concat.</source>
        <translation>{node} 的输入 {port} 已接着来自 {first} 的连线。请先断开，或用 Add、Concat 把两者合起来。</translation>
    </message>
    <message>
        <source>{port} is not an output here. There are: {known}.</source>
        <translation>{port} 不是这里的输出。这里有：{known}。</translation>
    </message>
    <message>
        <source>{port} takes {kinds}. It gets {got}.</source>
        <translation>{port} 接受 {kinds}，收到的是 {got}。</translation>
    </message>
    <message>
        <source>{type} has no input for {n} more wires.</source>
        <translation>{type} 接不下另外 {n} 条连线。</translation>
    </message>
    <message>
        <source>{type} has no parameter {name}. It has: {known}.</source>
        <translation>{type} 没有参数 {name}。它有：{known}。</translation>
    </message>
    <message>
        <source>{what} from {low} to {high}</source>
        <translation>{low} 到 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} in {block}</source>
        <translation>{what}（在 {block} 中）</translation>
    </message>
    <message>
        <source>“{name}” means something to Python or PyTorch. Add a letter or a number.</source>
        <translation>“{name}”在 Python 或 PyTorch 中另有含义，请加一个字母或数字。</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as arithmetic such as =4*channels.</source>
        <translation>“{text}”读不成算式，算式的样子如 =4*channels。</translation>
    </message>
    <message>
        <source>“{text}” divides by zero.</source>
        <translation>“{text}”里出现了除以零。</translation>
    </message>
    <message>
        <source>“{text}” gives a number that is too large.</source>
        <translation>“{text}”算出的数太大。</translation>
    </message>
    <message>
        <source>Use {type} instead</source>
        <translation>改用 {type}</translation>
    </message>
    <message>
        <source>Make {node} a {type}</source>
        <translation>把 {node} 改成 {type}</translation>
    </message>
    <message>
        <source>{reader} reads {port}, which {node} no longer gives. Cut that wire first.</source>
        <translation>{reader} 读取 {port}，而 {node} 已经不再给出它。请先剪断那条连线。</translation>
    </message>
</context>
</TS>
