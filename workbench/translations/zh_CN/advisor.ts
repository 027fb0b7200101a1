<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
  <context>
    <name>Workbench</name>
    <message>
      <source>Health of the activations</source>
      <translation>激活的健康状况</translation>
    </message>
    <message>
      <source>Dead units</source>
      <translation>死亡单元</translation>
    </message>
    <message>
      <source>the share of units of a ReLU that gave zero for 256 examples in a row, or for all there are</source>
      <translation>一个 ReLU 中，连续 256 个样本（或全部样本）都输出零的单元所占的比例</translation>
    </message>
    <message>
      <source>Saturated activation</source>
      <translation>激活饱和</translation>
    </message>
    <message>
      <source>the share of values of a hidden sigmoid or tanh beyond 95 % of the way to an end</source>
      <translation>隐藏的 sigmoid 或 tanh 的输出中，越过到端点 95 % 处的值所占的比例</translation>
    </message>
    <message>
      <source>Vanishing gradient</source>
      <translation>梯度消失</translation>
    </message>
    <message>
      <source>the length of the gradient at the weights of each node, the median of seven looks</source>
      <translation>每个节点权重上梯度的长度，取七次观察的中位数</translation>
    </message>
    <message>
      <source>Exploding gradient</source>
      <translation>梯度爆炸</translation>
    </message>
    <message>
      <source>the length of the gradient at all weights against the first looks, and on the wires along the layers</source>
      <translation>所有权重上梯度的长度与最初几次观察相比，以及沿各层连线上的梯度</translation>
    </message>
    <message>
      <source>Steps too long</source>
      <translation>步子太大</translation>
    </message>
    <message>
      <source>how far a step moves the weights of a node, ‖ΔW‖ / ‖W‖, the median of seven looks</source>
      <translation>一步把一个节点的权重移动多远，‖ΔW‖ / ‖W‖，取七次观察的中位数</translation>
    </message>
    <message>
      <source>Steps too short</source>
      <translation>步子太小</translation>
    </message>
    <message>
      <source>how far a step moves the weights of all nodes, ‖ΔW‖ / ‖W‖, and how far the loss has fallen</source>
      <translation>一步把所有节点的权重移动多远，‖ΔW‖ / ‖W‖，以及损失下降了多少</translation>
    </message>
    <message>
      <source>The loss rises</source>
      <translation>损失上升</translation>
    </message>
    <message>
      <source>the mean training loss of each epoch, or of 200 steps</source>
      <translation>每一轮（或每 200 步）的平均训练损失</translation>
    </message>
    <message>
      <source>The loss does not move</source>
      <translation>损失不动</translation>
    </message>
    <message>
      <source>the mean training loss of the last quarter, against the first steps</source>
      <translation>最后四分之一的平均训练损失，与最初几步相比</translation>
    </message>
    <message>
      <source>Numbers that are not finite</source>
      <translation>数值不再有限</translation>
    </message>
    <message>
      <source>whether every loss is a finite number, and where the first that is not came from</source>
      <translation>每个损失是否都是有限的数，第一个不是的又从哪里来</translation>
    </message>
    <message>
      <source>Overfitting</source>
      <translation>过拟合</translation>
    </message>
    <message>
      <source>training and validation loss and accuracy, validation by validation</source>
      <translation>每次验证时训练与验证的损失和准确率</translation>
    </message>
    <message>
      <source>A class is left out</source>
      <translation>有类别被忽略</translation>
    </message>
    <message>
      <source>the confusion matrix of each validation</source>
      <translation>每次验证的混淆矩阵</translation>
    </message>
    <message>
      <source>{node}: {share} of its units gave zero for every example of late.</source>
      <translation>{node}：近来有 {share} 的单元对每个样本都输出零。</translation>
    </message>
    <message>
      <source>Nothing passes here any more, forwards or backwards: no layer before it can learn. A step that was too long has pushed every unit below zero, where ReLU has no slope.</source>
      <translation>这里前向和反向都不再有任何东西通过：它之前的层都学不到东西。某一步走得太大，把所有单元推到了零以下，而 ReLU 在那里没有斜率。</translation>
    </message>
    <message>
      <source>Where ReLU gives zero it has no slope, so a unit that is below zero for every example gets no gradient and stays dead. A slope below zero brings it back; shorter steps and a better start keep it alive.</source>
      <translation>ReLU 输出零的地方没有斜率，所以对每个样本都在零以下的单元得不到梯度，一直是死的。零以下带一点斜率能把它救回来；更小的步子和更好的初始化能让它活着。</translation>
    </message>
    <message>
      <source>{node}: {share} of its values stand at an end of its range.</source>
      <translation>{node}：有 {share} 的值停在取值范围的一端。</translation>
    </message>
    <message>
      <source>There the curve is flat and its slope nearly zero, so hardly any gradient reaches the layers before. Smaller values help: a normalisation before it, a smaller start, or shorter steps. ReLU has no upper end.</source>
      <translation>那里曲线是平的，斜率几乎为零，所以几乎没有梯度能传到前面的层。让数值变小会有帮助：在它前面加归一化、用更小的初始化，或者走更小的步子。ReLU 没有上端。</translation>
    </message>
    <message>
      <source>{node}: its gradient is {times} times shorter than that of a later layer.</source>
      <translation>{node}：它的梯度比后面某一层的短 {times} 倍。</translation>
    </message>
    <message>
      <source>On the way back every layer multiplies the gradient, a sigmoid by at most a quarter: after some layers nothing is left, and the first ones hardly learn. ReLU, a fitting start, normalisation and shortcuts around layers let it pass.</source>
      <translation>反向传播时每一层都会乘上一个因子，sigmoid 最多是四分之一：几层之后就所剩无几，最前面的层几乎学不动。ReLU、合适的初始化、归一化和绕过层的残差连接能让梯度通过。</translation>
    </message>
    <message>
      <source>{node}: the gradient has the length {length}, far more than is usual in this run.</source>
      <translation>{node}：梯度的长度是 {length}，远远超出这次训练中的平常水平。</translation>
    </message>
    <message>
      <source>One such step undoes what many have learned, and numbers soon are no longer finite. Clipping the length of the gradient keeps its direction; shorter steps and a smaller start help too.</source>
      <translation>这样的一步会毁掉许多步学到的东西，数值很快就不再有限。裁剪梯度的长度能保留它的方向；更小的步子和更小的初始化也有帮助。</translation>
    </message>
    <message>
      <source>{node}: every step changes its weights by {share} of their size.</source>
      <translation>{node}：每一步都让它的权重改变自身大小的 {share}。</translation>
    </message>
    <message>
      <source>One part in a thousand is usual. Steps this long jump over what they look for, and the loss is unsteady; with a smaller learning rate it falls further.</source>
      <translation>平常是千分之一。这么大的步子会跳过要找的地方，损失来回跳动；学习率小一些，损失能降得更低。</translation>
    </message>
    <message>
      <source>{node}: no weight moves by more than {ratio} of its size in a step.</source>
      <translation>{node}：一步之中，没有哪个权重的移动超过自身大小的 {ratio}。</translation>
    </message>
    <message>
      <source>One part in a thousand is usual. With steps this short the loss hardly falls in the time you have; a learning rate ten times as large is worth a try.</source>
      <translation>平常是千分之一。步子这么小，在有限的时间里损失几乎不会下降；值得试试十倍的学习率。</translation>
    </message>
    <message>
      <source>{node}: the loss rises, from {lowest} to {now}.</source>
      <translation>{node}：损失在上升，从 {lowest} 升到 {now}。</translation>
    </message>
    <message>
      <source>Most often the learning rate is too high: each step jumps across the valley and lands higher up. Lower it, and clip the gradient if it rises all of a sudden.</source>
      <translation>多半是学习率太高：每一步都跨过谷底，落到更高的地方。把它调低；如果损失是突然上升的，就裁剪梯度。</translation>
    </message>
    <message>
      <source>{node}: the loss does not move, it is still {now} after {steps} steps.</source>
      <translation>{node}：损失不动，{steps} 步之后仍是 {now}。</translation>
    </message>
    <message>
      <source>Each step moves the weights by less than a ten thousandth: the learning rate is too low.</source>
      <translation>每一步让权重移动不到万分之一：学习率太低。</translation>
    </message>
    <message>
      <source>Each step moves the weights by more than three hundredths: the learning rate is too high.</source>
      <translation>每一步让权重移动超过百分之三：学习率太高。</translation>
    </message>
    <message>
      <source>The steps have a usual length, so look elsewhere: do labels and inputs belong together, does a gradient reach the first layers, is the last layer followed by the loss that fits it?</source>
      <translation>步子的大小是平常的，所以该看别处：标签和输入对得上吗，梯度能传到最前面的层吗，最后一层之后接的损失合适吗？</translation>
    </message>
    <message>
      <source>{node}: from here come numbers that are not finite, at step {step}.</source>
      <translation>{node}：第 {step} 步时，从这里出现了不是有限值的数。</translation>
    </message>
    <message>
      <source>A step was too long, or a logarithm, a root or a division met a zero. Shorter steps and a clipped gradient help against the first; against the second a loss that takes scores and does softmax or sigmoid itself, in log space.</source>
      <translation>要么某一步走得太大，要么对数、开方或除法碰到了零。对前者，更小的步子和梯度裁剪有帮助；对后者，用直接接收得分、自己在对数空间里做 softmax 或 sigmoid 的损失。</translation>
    </message>
    <message>
      <source>{node}: {learned} of the training examples are right, and only {known} of the others.</source>
      <translation>{node}：训练样本答对了 {learned}，其他样本只答对了 {known}。</translation>
    </message>
    <message>
      <source>{node}: the validation loss has risen from {best} to {now} while the training loss falls to {train}.</source>
      <translation>{node}：验证损失从 {best} 升到了 {now}，而训练损失降到了 {train}。</translation>
    </message>
    <message>
      <source>The network learns its examples by heart. Dropout and weight decay hold it back, an early stop keeps the weights from before it, and more data, or the same data varied, helps most.</source>
      <translation>网络在死记样本。Dropout 和权重衰减能约束它，早停能保留之前的权重；最有帮助的是更多的数据，或者对同样的数据做增强。</translation>
    </message>
    <message>
      <source>{node}: the network never answers {label}, which {share} of the validation examples are.</source>
      <translation>{node}：网络从不回答 {label}，而验证样本中有 {share} 属于这一类。</translation>
    </message>
    <message>
      <source>Where one class is frequent it pays to answer it always: the loss is low, and the accuracy looks good. Let the rare ones count more, or be drawn more often; the focal loss turns the easy ones down.</source>
      <translation>当某一类很常见时，总答这一类就很划算：损失低，准确率也好看。让稀有的类别权重更大，或者更常被抽到；焦点损失会压低容易样本的分量。</translation>
    </message>
    <message>
      <source>Let {node} start in {way}</source>
      <translation>让 {node} 用{way}初始化</translation>
    </message>
    <message>
      <source>He's way</source>
      <translation>何恺明方法（He）</translation>
    </message>
    <message>
      <source>Glorot's way</source>
      <translation>Xavier 方法（Glorot）</translation>
    </message>
    <message>
      <source>Make {n} activations ReLU</source>
      <translation>把 {n} 个激活改成 ReLU</translation>
    </message>
    <message>
      <source>Let weights shrink (L2, {value})</source>
      <translation>让权重衰减（L2，{value}）</translation>
    </message>
    <message>
      <source>Let rare classes weigh more</source>
      <translation>让稀有类别权重更大</translation>
    </message>
    <message>
      <source>Draw rare classes more often</source>
      <translation>更常抽取稀有类别</translation>
    </message>
    <message>
      <source>While training</source>
      <translation>训练中</translation>
    </message>
    <message>
      <source>The running training uses the new learning rate from its next step on.</source>
      <translation>正在进行的训练从下一步起使用新的学习率。</translation>
    </message>
    <message>
      <source>The advisor says:</source>
      <translation>顾问提示：</translation>
    </message>
    <message>
      <source>  {sentence}</source>
      <translation>  {sentence}</translation>
    </message>
    <message>
      <source>{message} To try: {what}.</source>
      <translation>{message} 可以试试：{what}。</translation>
    </message>
    <message>
      <source>Train later</source>
      <translation>稍后训练</translation>
    </message>
    <message>
      <source>Put this project, as it is now, at the end of the queue</source>
      <translation>把当前状态的项目排到队列末尾</translation>
    </message>
    <message>
      <source>Queue…</source>
      <translation>队列…</translation>
    </message>
    <message>
      <source>List the trainings that wait for their turn, order them and start them</source>
      <translation>列出等待训练的项目，调整顺序并开始</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>Trainings that wait for their turn, each with the drawing and the recipe it was added with. They are trained one after another in a tab of their own; the list is still here at the next start.</source>
      <translation>等待轮到的训练，各自保留加入时的网络图和训练方案。它们在自己的标签页中一个接一个地训练；下次启动时列表仍在。</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>What came of it</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>Let it have its turn one place earlier</source>
      <translation>提前一位</translation>
    </message>
    <message>
      <source>Let it have its turn one place later</source>
      <translation>推后一位</translation>
    </message>
    <message>
      <source>Again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Let it wait for another turn; a run that can go on goes on</source>
      <translation>让它再排一次；可以继续的运行会接着训练</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>移出</translation>
    </message>
    <message>
      <source>Take it out of the queue; a run it has stays</source>
      <translation>从队列中移出；已有的运行会保留</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Take out everything that has had its turn</source>
      <translation>移出所有已经轮到过的项目</translation>
    </message>
    <message>
      <source>Rest after this one</source>
      <translation>完成这个后暂停</translation>
    </message>
    <message>
      <source>Start the queue</source>
      <translation>开始队列</translation>
    </message>
    <message>
      <source>stopped, goes on from there</source>
      <translation>已停止，将从那里继续</translation>
    </message>
    <message>
      <source>It did not begin.</source>
      <translation>没有开始。</translation>
    </message>
    <message>
      <source>The training could not be put into the queue</source>
      <translation>无法把这次训练加入队列</translation>
    </message>
    <message>
      <source>{title} waits in the queue, at place {n}. Run, Queue… starts it.</source>
      <translation>{title} 已排入队列，第 {n} 位。用“运行”菜单的“队列…”开始。</translation>
    </message>
    <message>
      <source>The queue cannot be started</source>
      <translation>队列无法开始</translation>
    </message>
    <message>
      <source>The queue stays as it is</source>
      <translation>队列保持原样</translation>
    </message>
    <message>
      <source>Everything in the queue has been trained.</source>
      <translation>队列中的项目都训练完了。</translation>
    </message>
    <message>
      <source>The queue cannot be written</source>
      <translation>队列无法写入</translation>
    </message>
    <message>
      <source>{title} failed: {why} The next one begins.</source>
      <translation>{title} 失败：{why} 下一个开始训练。</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>等待</translation>
    </message>
    <message>
      <source>trains now</source>
      <translation>正在训练</translation>
    </message>
    <message>
      <source>is trained</source>
      <translation>已训练</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>There is no training with the number {n} in the queue.</source>
      <translation>队列中没有编号为 {n} 的训练。</translation>
    </message>
    <message>
      <source>Training {n} runs at this moment. Stop it first.</source>
      <translation>训练 {n} 正在进行。请先停止它。</translation>
    </message>
    <message>
      <source>Another window or program is working through the queue.</source>
      <translation>另一个窗口或程序正在处理队列。</translation>
    </message>
    <message>
      <source>The queue in {path} cannot be read: {why}. Delete the file to begin a new one.</source>
      <translation>{path} 中的队列无法读取：{why}。删除该文件即可重新开始。</translation>
    </message>
    <message>
      <source>Another program keeps the queue to itself. Try again in a moment.</source>
      <translation>另一个程序正占用队列。请稍后再试。</translation>
    </message>
    <message>
      <source>The queue in {path} cannot be written: {why}.</source>
      <translation>{path} 中的队列无法写入：{why}。</translation>
    </message>
    <message>
      <source>what waits, what trains, and how the others ended</source>
      <translation>哪些在等待、哪些在训练、其余的结果如何</translation>
    </message>
    <message>
      <source>put trainings at the end</source>
      <translation>把训练排到末尾</translation>
    </message>
    <message>
      <source>train what waits, one after another</source>
      <translation>把等待的训练一个接一个地做完</translation>
    </message>
    <message>
      <source>take trainings out, by their numbers</source>
      <translation>按编号移出训练</translation>
    </message>
    <message>
      <source>NUMBER PLACES: let a training have its turn later, or with a number below zero earlier</source>
      <translation>编号 位数：让训练推后若干位，负数则提前</translation>
    </message>
    <message>
      <source>let trainings that failed wait again, by their numbers</source>
      <translation>按编号让失败的训练重新排队</translation>
    </message>
    <message>
      <source>forget what has had its turn</source>
      <translation>清除已经轮到过的训练</translation>
    </message>
    <message>
      <source>trainings that wait for their turn: add, list, order and run them</source>
      <translation>等待轮到的训练：添加、列出、排序和运行</translation>
    </message>
    <message>
      <source>{option} is about one training, and {n} were named.</source>
      <translation>{option} 只针对一次训练，而这里给出了 {n} 个。</translation>
    </message>
    <message>
      <source>{place} of {n}: {name}</source>
      <translation>第 {place} / {n} 个：{name}</translation>
    </message>
    <message>
      <source>{n}: {title}</source>
      <translation>{n}：{title}</translation>
    </message>
    <message>
      <source>queue move takes a number and how many places, such as 3 -1.</source>
      <translation>queue move 需要编号和移动的位数，例如 3 -1。</translation>
    </message>
    <message>
      <source>A training of the queue is named by its number. It got {got}.</source>
      <translation>队列中的训练用编号指定。得到的是 {got}。</translation>
    </message>
    <message>
      <source>{n} trainings were taken out of the list.</source>
      <translation>从列表中移出了 {n} 个训练。</translation>
    </message>
    <message>
      <source>The training ended without a word.</source>
      <translation>训练没有任何说明就结束了。</translation>
    </message>
    <message>
      <source>How it stands</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>{steps} steps/s, {examples} examples/s</source>
      <translation>{steps} 步/秒，{examples} 样本/秒</translation>
    </message>
    <message>
      <source>CPU {share}, {memory}</source>
      <translation>CPU {share}，{memory}</translation>
    </message>
    <message>
      <source>GPU {share}, {memory}</source>
      <translation>GPU {share}，{memory}</translation>
    </message>
    <message>
      <source>This program keeps {n} of {cores} cores busy and holds {memory} of {whole} of main memory.</source>
      <translation>本程序占用 {cores} 个核心中的 {n} 个，内存占用 {memory}，共 {whole}。</translation>
    </message>
    <message>
      <source>The GPU computed for {share} of the last moments.</source>
      <translation>刚才这段时间里 GPU 有 {share} 的时间在计算。</translation>
    </message>
    <message>
      <source>How busy it is the driver does not tell here: nvidia-ml-py is not installed, or not for this GPU.</source>
      <translation>这里驱动不提供它的忙碌程度：没有安装 nvidia-ml-py，或者它不支持这块 GPU。</translation>
    </message>
    <message>
      <source>{memory} of {whole} of its memory are taken, by all programs together.</source>
      <translation>显存共 {whole}，所有程序一共占用 {memory}。</translation>
    </message>
    <message>
      <source>How many steps the training takes in a second, and how many examples they look at</source>
      <translation>训练每秒走多少步，一共看多少个样本</translation>
    </message>
    <message>
      <source>how much a yes counts beside a no</source>
      <translation>“是”相对于“否”的权重</translation>
    </message>
    <message>
      <source>What came into {node} at step {step}</source>
      <translation>第 {step} 步时进入 {node} 的数据</translation>
    </message>
    <message>
      <source>Some of the examples for which {node} broke. Numbers that are not finite are marked; if there are none, the node made them of what is here.</source>
      <translation>使 {node} 出错的部分样本。不是有限值的数已标出；如果没有，说明是该节点由这里的数据算出来的。</translation>
    </message>
    <message>
      <source>{n} examples of {shape} numbers, from {low} to {high}; {bad} are not finite</source>
      <translation>{n} 个样本，各 {shape} 个数，从 {low} 到 {high}；其中 {bad} 个不是有限值</translation>
    </message>
    <message>
      <source>{n} examples of {shape} numbers, from {low} to {high}</source>
      <translation>{n} 个样本，各 {shape} 个数，从 {low} 到 {high}</translation>
    </message>
    <message>
      <source>Its input</source>
      <translation>它的输入</translation>
    </message>
    <message>
      <source>Show what came into the node when it broke</source>
      <translation>显示该节点出错时收到了什么</translation>
    </message>
  </context>
</TS>
