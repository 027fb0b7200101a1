<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>the weights themselves, for another layer to use</source>
        <translation>权重本身，供另一层使用</translation>
    </message>
    <message>
        <source>It gets a tensor with a batch, {dims}.</source>
        <translation>得到的是带批次维的张量 {dims}。</translation>
    </message>
    <message>
        <source>Both layers have to agree on these sizes, or each keeps weights of its own.</source>
        <translation>两层的这些尺寸必须一致，否则各自保留自己的权重。</translation>
    </message>
    <message>
        <source>It gets {dims}.</source>
        <translation>得到的是 {dims}。</translation>
    </message>
    <message>
        <source>a row for each output, a column for each input</source>
        <translation>每个输出一行，每个输入一列</translation>
    </message>
    <message>
        <source>a row for each name</source>
        <translation>每个名称一行</translation>
    </message>
    <message>
        <source>Take the sizes of the weights that arrive</source>
        <translation>采用传入权重的尺寸</translation>
    </message>
    <message>
        <source>the tensor itself, without a batch: a weight for others</source>
        <translation>张量本身，不带批次维：可作其他层的权重</translation>
    </message>
    <message>
        <source>A moving average keeps a share from 0 to 1 of itself, every 1 or more steps. It got {decay}, every {every}.</source>
        <translation>滑动平均保留自身的比例应在 0 到 1 之间，每 1 步或多步更新一次。得到的是 {decay}，每 {every} 步。</translation>
    </message>
    <message>
        <source>{node} is a moving average of nothing. Choose whose weights it follows.</source>
        <translation>{node} 没有可平均的对象。请选择它跟随谁的权重。</translation>
    </message>
    <message>
        <source>{node} follows {owner}, which follows another node itself. Let both follow the one that learns.</source>
        <translation>{node} 跟随 {owner}，而后者自己也跟随别的节点。请让两者都跟随那个在学习的节点。</translation>
    </message>
    <message>
        <source>Set how {node} works while frozen</source>
        <translation>设置 {node} 冻结时的工作方式</translation>
    </message>
    <message>
        <source>Let {node} follow {owner}</source>
        <translation>让 {node} 跟随 {owner}</translation>
    </message>
    <message>
        <source>the gradient of all weights together is made no longer than this</source>
        <translation>所有权重梯度的总长度不超过此值</translation>
    </message>
    <message>
        <source>each number of the gradient is kept between −c and c</source>
        <translation>梯度的每个分量限制在 −c 与 c 之间</translation>
    </message>
    <message>
        <source>each weight is kept between −c and c after every step, as in a WGAN</source>
        <translation>每一步之后把每个权重限制在 −c 与 c 之间，如 WGAN</translation>
    </message>
    <message>
        <source>Player {name} names a frame that is no longer there. Choose again in the recipe.</source>
        <translation>参与者 {name} 指定的框已不存在。请在训练方案中重新选择。</translation>
    </message>
    <message>
        <source>Take weights</source>
        <translation>采用权重</translation>
    </message>
    <message>
        <source>{n} of {all} weights taken over.</source>
        <translation>共 {all} 个权重，沿用了 {n} 个。</translation>
    </message>
    <message>
        <source>{count} These start anew: {names}.</source>
        <translation>{count}重新开始的有：{names}。</translation>
    </message>
    <message>
        <source>There is no run and no file called {what}.</source>
        <translation>没有名为 {what} 的训练或文件。</translation>
    </message>
    <message>
        <source>{what} has not learned any weights yet.</source>
        <translation>{what} 还没有学到任何权重。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>No weight in {what} has the name and the shape of one here. Here are {names}.</source>
        <translation>{what} 中没有与这里名称和形状都相同的权重。这里有 {names}。</translation>
    </message>
    <message>
        <source>begin with what fits, by name and shape, of the weights of a run, a project or a safetensors file</source>
        <translation>以某次训练、某个项目或 safetensors 文件中名称和形状相符的权重开始</translation>
    </message>
    <message>
        <source>--resume goes on with a run's own weights. Leave --weights-from out.</source>
        <translation>--resume 用该次训练自己的权重继续。请去掉 --weights-from。</translation>
    </message>
    <message>
        <source>letters for sizes that differ from batch to batch, such as T, or H W; empty when all are fixed</source>
        <translation>各批次可不同的尺寸用字母表示，如 T 或 H W；全部固定时留空</translation>
    </message>
    <message>
        <source>Sizes that differ have short names, such as T, or H W. It got “{text}”.</source>
        <translation>可变的尺寸用简短的名称，如 T 或 H W。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>A tensor of kind {kind} has {n} sizes that can differ from batch to batch.</source>
        <translation>类型为{kind}的张量有 {n} 个可随批次变化的尺寸。</translation>
    </message>
    <message>
        <source>It got the names “{text}”.</source>
        <translation>得到的名称是“{text}”。</translation>
    </message>
    <message>
        <source>Channels and features are fixed: weights depend on them.</source>
        <translation>通道数和特征数是固定的：权重取决于它们。</translation>
    </message>
    <message>
        <source>a row of numbers</source>
        <translation>一行数</translation>
    </message>
    <message>
        <source>no numbers</source>
        <translation>没有数</translation>
    </message>
    <message>
        <source>{node} uses the weights of {other}, and that only works side by side. Choose both, or give each its own weights first.</source>
        <translation>{node} 使用 {other} 的权重，这只有两者在同一层时才行。请把两者都选上，或先让它们各用自己的权重。</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>weights of {node}</source>
        <translation>{node} 的权重</translation>
    </message>
    <message>
        <source>average of {node}</source>
        <translation>{node} 的滑动平均</translation>
    </message>
    <message>
        <source>{port} of {node}</source>
        <translation>{node} 的 {port}</translation>
    </message>
    <message>
        <source>Choose the weights of {node}</source>
        <translation>选择 {node} 的权重</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>averaged too</source>
        <translation>同样取平均</translation>
    </message>
    <message>
        <source>from what it sees</source>
        <translation>取自它自己所见</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Keeps of itself</source>
        <translation>保留自身比例</translation>
    </message>
    <message>
        <source>Every so many steps</source>
        <translation>每隔多少步</translation>
    </message>
    <message>
        <source>Running statistics</source>
        <translation>滑动统计量</translation>
    </message>
    <message>
        <source>Works as in use</source>
        <translation>按使用时方式工作</translation>
    </message>
    <message>
        <source>{what} of {node}</source>
        <translation>{node} 的{what}</translation>
    </message>
    <message>
        <source>It follows after each step of training and gets no gradient.</source>
        <translation>训练的每一步之后它都会跟随更新，且不接收梯度。</translation>
    </message>
    <message>
        <source>Weights to begin with</source>
        <translation>起始权重</translation>
    </message>
    <message>
        <source>Weights to begin with…</source>
        <translation>起始权重…</translation>
    </message>
    <message>
        <source>Weights are taken over where name and shape agree; everything else starts anew. The next training begins with them, and frozen nodes keep them.</source>
        <translation>名称和形状都一致的权重会被接管，其余重新初始化。下一次训练从它们开始，冻结的节点一直保留它们。</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>The best weights of a run, or its last where no best is kept</source>
        <translation>一次训练的最佳权重；没有保存最佳时取最后的权重</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>A project (.workbench) or tensors (.safetensors)</source>
        <translation>项目（.workbench）或张量（.safetensors）</translation>
    </message>
    <message>
        <source>Projects and tensors (*.workbench *.safetensors)</source>
        <translation>项目和张量 (*.workbench *.safetensors)</translation>
    </message>
    <message>
        <source>No weights were taken over</source>
        <translation>没有接管任何权重</translation>
    </message>
    <message>
        <source>Take over what an earlier run or a file has learned, where name and shape agree</source>
        <translation>接管以前的训练或文件学到的、名称和形状一致的权重</translation>
    </message>
</context>
</TS>
