<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Every weight's step shrinks with all the gradients it has seen, so rare features keep long steps.</source>
        <translation>每个权重的步长随它见过的全部梯度而缩小，因此少见的特征保持大步长。</translation>
    </message>
    <message>
        <source>Divide every gradient by its recent size, so steep and flat directions go equally fast.</source>
        <translation>把每个梯度除以它近来的大小，使陡峭与平缓的方向走得一样快。</translation>
    </message>
    <message>
        <source>Like RMSprop, but the size of recent steps sets the size of the next, so no rate has to be chosen.</source>
        <translation>类似 RMSprop，但由近来步长的大小决定下一步的大小，因此不必选择学习率。</translation>
    </message>
    <message>
        <source>Adam that looks ahead as Nesterov's momentum does.</source>
        <translation>像 Nesterov 动量那样向前看的 Adam。</translation>
    </message>
    <message>
        <source>Adam that trusts the spread of the gradient only when it has seen enough of it: a warm-up of its own.</source>
        <translation>只有见过足够多的梯度之后才信任其离散程度的 Adam：自带预热。</translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent gradient instead of by its spread (Kingma &amp; Ba 2015, algorithm 2).</source>
        <translation>除以近来最大的梯度而不是其离散程度的 Adam（Kingma &amp; Ba 2015，算法 2）。</translation>
    </message>
    <message>
        <source>Give matrices a step that turns in every direction equally far; all other weights get AdamW.</source>
        <translation>让矩阵在每个方向上走得一样远；其余权重用 AdamW。</translation>
    </message>
    <message>
        <source>classical adds the gradients up, averaged takes their running mean</source>
        <translation>classical（经典）把梯度累加，averaged（平均）取梯度的滑动均值</translation>
    </message>
    <message>
        <source>look ahead before measuring the slope; needs momentum in the classical form</source>
        <translation>先向前看再量斜率；需要经典形式的动量</translation>
    </message>
    <message>
        <source>what every step is multiplied by; 1 is the paper's</source>
        <translation>每一步所乘的数；论文取 1</translation>
    </message>
    <message>
        <source>memory of the squares of gradients and of steps</source>
        <translation>对梯度平方与步长平方的记忆</translation>
    </message>
    <message>
        <source>keeps the division safe and starts the first step</source>
        <translation>使除法安全，并让第一步得以开始</translation>
    </message>
    <message>
        <source>how fast the momentum warms up to beta1</source>
        <translation>动量升到 beta1 的快慢</translation>
    </message>
    <message>
        <source>how slowly the largest gradient is forgotten</source>
        <translation>忘记最大梯度的快慢</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>动量形式</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>动量升速</translation>
    </message>
    <message>
        <source>The same rate from the first step to the last.</source>
        <translation>从第一步到最后一步学习率都不变。</translation>
    </message>
    <message>
        <source>The rate drops by the same factor every few epochs.</source>
        <translation>每隔几个周期，学习率按同一倍数下降。</translation>
    </message>
    <message>
        <source>The rate drops by the same factor at epochs you choose.</source>
        <translation>在你选定的周期处，学习率按同一倍数下降。</translation>
    </message>
    <message>
        <source>Every epoch takes the same share off the rate, in small pieces at every step.</source>
        <translation>每个周期从学习率中减去同样的比例，平均分到每一步。</translation>
    </message>
    <message>
        <source>The rate falls as one over the time: fast at first, then ever more slowly.</source>
        <translation>学习率随时间的倒数下降：先快，后来越来越慢。</translation>
    </message>
    <message>
        <source>The rate falls to its end along a power of what is left of the run; power 1 is a straight line.</source>
        <translation>学习率沿剩余进度的幂次降到终值；幂次为 1 时是直线。</translation>
    </message>
    <message>
        <source>The rate follows half a wave from the top to its end: slow, fast, slow.</source>
        <translation>学习率沿半个余弦波从最高点降到终值：慢、快、慢。</translation>
    </message>
    <message>
        <source>Half waves one after the other, each starting again at the top.</source>
        <translation>一个接一个的半波，每次都从最高点重新开始。</translation>
    </message>
    <message>
        <source>The rate swings between its lowest and its highest value in straight lines.</source>
        <translation>学习率沿直线在最低值与最高值之间来回摆动。</translation>
    </message>
    <message>
        <source>One rise to a high rate and one long fall below the start: short trainings with large steps.</source>
        <translation>一次升到高学习率，再长长地降到起点以下：步长大、训练短。</translation>
    </message>
    <message>
        <source>The rate rises in the warm-up and then falls as one over the root of the step, as for the first Transformer.</source>
        <translation>学习率在预热中上升，然后随步数平方根的倒数下降，与最早的 Transformer 相同。</translation>
    </message>
    <message>
        <source>The rate drops when the validation loss has stopped falling.</source>
        <translation>验证损失不再下降时，学习率下降。</translation>
    </message>
    <message>
        <source>where it ends, as a share of the learning rate</source>
        <translation>终点，占学习率的比例</translation>
    </message>
    <message>
        <source>what the rate is multiplied by each time</source>
        <translation>每次学习率所乘的倍数</translation>
    </message>
    <message>
        <source>the rate falls no lower than this share of the learning rate</source>
        <translation>学习率不会低于原学习率的这个比例</translation>
    </message>
    <message>
        <source>epochs in which the rate first rises from near 0 in a straight line</source>
        <translation>开始时学习率从接近 0 沿直线上升的周期数</translation>
    </message>
    <message>
        <source>after 1/decay epochs the rate is halved</source>
        <translation>经过 1/衰减 个周期后学习率减半</translation>
    </message>
    <message>
        <source>epochs between two drops</source>
        <translation>两次下降之间的周期数</translation>
    </message>
    <message>
        <source>the epochs after which the rate drops</source>
        <translation>学习率在哪些周期之后下降</translation>
    </message>
    <message>
        <source>what is left of the rate after one epoch</source>
        <translation>一个周期之后学习率剩下的比例</translation>
    </message>
    <message>
        <source>1 falls in a straight line, 2 falls faster at first</source>
        <translation>1 沿直线下降，2 开始时降得更快</translation>
    </message>
    <message>
        <source>epochs until the first restart</source>
        <translation>到第一次重启的周期数</translation>
    </message>
    <message>
        <source>how much longer each period is than the one before</source>
        <translation>每一段是前一段的多少倍长</translation>
    </message>
    <message>
        <source>epochs from one low to the next</source>
        <translation>从一个最低点到下一个的周期数</translation>
    </message>
    <message>
        <source>the lowest rate, as a share of the learning rate</source>
        <translation>最低学习率，占学习率的比例</translation>
    </message>
    <message>
        <source>how many looks without a lower validation loss are borne</source>
        <translation>验证损失不再降低时，容忍多少次验证</translation>
    </message>
    <message>
        <source>which share of the run the rate rises</source>
        <translation>学习率上升的阶段占整个训练的比例</translation>
    </message>
    <message>
        <source>where it begins, as a share of the learning rate</source>
        <translation>起点，占学习率的比例</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>里程碑</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期长</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>上升段</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>按范数裁剪</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>按数值裁剪</translation>
    </message>
    <message>
        <source>Clip weights</source>
        <translation>裁剪权重</translation>
    </message>
    <message>
        <source>in equal steps</source>
        <translation>等间隔下降</translation>
    </message>
    <message>
        <source>steps at chosen epochs</source>
        <translation>在选定周期下降</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>one over the time</source>
        <translation>时间的倒数</translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cosine with restarts</source>
        <translation>带重启的余弦</translation>
    </message>
    <message>
        <source>up and down</source>
        <translation>循环升降</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>单周期（One-cycle）</translation>
    </message>
    <message>
        <source>one over the root of the step</source>
        <translation>步数平方根的倒数</translation>
    </message>
    <message>
        <source>when the validation stands still</source>
        <translation>验证停滞时下降</translation>
    </message>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>学习率随周期的变化</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Resume the schedule</source>
        <translation>恢复调度</translation>
    </message>
    <message>
        <source>The schedule decides again over the learning rate of this training</source>
        <translation>让调度重新决定这次训练的学习率</translation>
    </message>
    <message>
        <source>the losses it minimises</source>
        <translation>它所最小化的损失</translation>
    </message>
    <message>
        <source>the frames whose weights it moves</source>
        <translation>它更新其权重的框</translation>
    </message>
    <message>
        <source>Begins at {first}, reaches {highest}, ends at {last} after {epochs} epochs</source>
        <translation>从 {first} 开始，最高到 {highest}，{epochs} 个周期后到 {last}</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} 个周期</translation>
    </message>
    <message>
        <source>How the learning rate changes from step to step</source>
        <translation>学习率如何逐步变化</translation>
    </message>
    <message>
        <source>end after so many looks in a row without a lower validation loss, and keep the best weights</source>
        <translation>连续这么多次验证都没有更低的验证损失就结束，并保留最好的权重</translation>
    </message>
    <message>
        <source>The weights kept and tested are those of step {step}.</source>
        <translation>保留并用于测试的是第 {step} 步的权重。</translation>
    </message>
    <message>
        <source>The recipe balances classes. No loss over classes here has an Input with labels as its target.</source>
        <translation>配方要求类别均衡，但这里没有以标签 Input 为目标的 分类损失。</translation>
    </message>
    <message>
        <source>Choose another balance in the recipe, or wire the labels to the loss.</source>
        <translation>请在配方中改选均衡方式，或把标签接到损失上。</translation>
    </message>
    <message>
        <source>{node} weighs the classes by {weights}.</source>
        <translation>{node} 的类别权重为 {weights}。</translation>
    </message>
    <message>
        <source>A loss weight is a number from 0 to 1000000. It gets {value}.</source>
        <translation>损失权重是 0 到 1000000 的数，得到的是 {value}。</translation>
    </message>
    <message>
        <source>A chance to drop is a number from 0 to below 1. It gets {value}.</source>
        <translation>丢弃概率是 0 到 1（不含 1）的数，得到的是 {value}。</translation>
    </message>
    <message>
        <source>{trouble} The training goes on from the one before, step {step}.</source>
        <translation>{trouble}训练从前一个检查点（第 {step} 步）继续。</translation>
    </message>
    <message>
        <source>Another window or program is training in {folder}.</source>
        <translation>另一个窗口或程序正在 {folder} 中训练。</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it there. The run can be watched meanwhile.</source>
        <translation>请等它结束，或在那里停止它；其间可以旁观这次运行。</translation>
    </message>
    <message>
        <source>LBFGS moves all weights together. Some nodes here learn faster or slower than others.</source>
        <translation>LBFGS 一起移动所有权重，而这里有些节点的学习速度与其他节点不同。</translation>
    </message>
    <message>
        <source>Set the learning rate × of all nodes to 1, or choose another optimizer.</source>
        <translation>请把所有节点的学习率倍数设为 1，或改选别的优化器。</translation>
    </message>
    <message>
        <source>{name} changes pictures or other numbers. No Input of this drawing reads any.</source>
        <translation>{name} 要改变图像或其他数值，而这张图没有 Input 读取这样的数据。</translation>
    </message>
    <message>
        <source>Choose another way in the recipe, or data with pictures.</source>
        <translation>请在配方中改选别的方式，或选择含图像的数据。</translation>
    </message>
    <message>
        <source>There are no examples to train on.</source>
        <translation>没有可用来训练的样本。</translation>
    </message>
    <message>
        <source>Give the training a share in the recipe's split, or choose other data.</source>
        <translation>请在配方的划分中给训练留一份，或选择别的数据。</translation>
    </message>
    <message>
        <source>EMA, running mean</source>
        <translation>EMA（滑动平均）</translation>
    </message>
    <message>
        <source>SWA, last epochs</source>
        <translation>SWA（末轮平均）</translation>
    </message>
    <message>
        <source>one step (FGSM)</source>
        <translation>一步（FGSM）</translation>
    </message>
    <message>
        <source>several steps (PGD)</source>
        <translation>多步（PGD）</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>按图中所画</translation>
    </message>
    <message>
        <source>lets go in a straight line</source>
        <translation>线性放手</translation>
    </message>
    <message>
        <source>lets go exponentially</source>
        <translation>指数放手</translation>
    </message>
    <message>
        <source>lets go along a sigmoid</source>
        <translation>沿反 S 形放手</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Which average of the weights is validated, tested and kept</source>
        <translation>用权重的哪种平均来验证、测试和保存</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>样本混合</translation>
    </message>
    <message>
        <source>Whether training examples are mixed with one another</source>
        <translation>训练样本是否相互混合</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>对抗者</translation>
    </message>
    <message>
        <source>Whether an adversary makes the training examples harder</source>
        <translation>是否由对抗者把训练样本变难</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>How the chance of TeacherForcing nodes falls while it trains</source>
        <translation>训练中 TeacherForcing 节点的概率如何下降</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>下降方式</translation>
    </message>
    <message>
        <source>How many examples one step looks at: a batch, all of them (batch descent) or one (stochastic descent)</source>
        <translation>一步看多少个样本：一个批次、全部（批量梯度下降）或一个（随机梯度下降）</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>With which numbers a step is computed: in half precision where that is safe, float16 with a scaled loss</source>
        <translation>一步用哪种数计算：安全处用半精度，float16 时缩放损失</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>类别均衡</translation>
    </message>
    <message>
        <source>What is done about rare classes: nothing, more weight in the loss, or drawing their examples more often</source>
        <translation>稀有类别如何处理：不处理、在损失中加大权重，或更常抽取其样本</translation>
    </message>
    <message>
        <source>How a step is computed</source>
        <translation>一步如何计算</translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation>训练技巧</translation>
    </message>
    <message>
        <source>Dealt</source>
        <translation>分发方式</translation>
    </message>
    <message>
        <source>How the examples are dealt out to the folds</source>
        <translation>样本如何分到各折</translation>
    </message>
    <message>
        <source>how the examples are dealt out to the folds</source>
        <translation>样本如何分到各折</translation>
    </message>
    <message>
        <source>Decoupled decay</source>
        <translation>解耦衰减</translation>
    </message>
    <message>
        <source>Thaw every</source>
        <translation>解冻间隔</translation>
    </message>
    <message>
        <source>Awake at first</source>
        <translation>起初解冻数</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>分块数</translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation>保留间隔</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>第几折</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史长度</translation>
    </message>
    <message>
        <source>Line search</source>
        <translation>线搜索</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>渐进</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>扰动幅度</translation>
    </message>
    <message>
        <source>Clean share</source>
        <translation>干净样本份额</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Slowness</source>
        <translation>缓慢程度</translation>
    </message>
    <message>
        <source>how much of the mean is kept at each step</source>
        <translation>每一步保留平均值的多少</translation>
    </message>
    <message>
        <source>forget faster during the first steps</source>
        <translation>最初几步遗忘得更快</translation>
    </message>
    <message>
        <source>which share of the run passes before the average begins</source>
        <translation>运行过去多大份额后才开始平均</translation>
    </message>
    <message>
        <source>epochs between two weights that are averaged</source>
        <translation>相邻两次取入平均的权重相隔几轮</translation>
    </message>
    <message>
        <source>near 0 hardly any blending, 1 every proportion as likely</source>
        <translation>接近 0 几乎不混合，1 时各种比例同样可能</translation>
    </message>
    <message>
        <source>which share of the batches is mixed</source>
        <translation>多大份额的批次被混合</translation>
    </message>
    <message>
        <source>1 makes every size of the rectangle as likely</source>
        <translation>1 时矩形的各种大小同样可能</translation>
    </message>
    <message>
        <source>how far every number of an example may be moved, in the numbers the network sees</source>
        <translation>样本的每个数最多可移动多远（以网络看到的数值计）</translation>
    </message>
    <message>
        <source>which share of the loss comes from the examples as they are</source>
        <translation>损失中来自原样本的份额</translation>
    </message>
    <message>
        <source>how far one of its steps goes</source>
        <translation>它每一步走多远</translation>
    </message>
    <message>
        <source>how many steps it takes</source>
        <translation>它走多少步</translation>
    </message>
    <message>
        <source>epochs until it has reached its end</source>
        <translation>经过几轮到达终点</translation>
    </message>
    <message>
        <source>which share of the right answers stays</source>
        <translation>最终保留多大份额的正确答案</translation>
    </message>
    <message>
        <source>what the share of right answers is multiplied by each epoch</source>
        <translation>每轮把正确答案的份额乘以多少</translation>
    </message>
    <message>
        <source>the larger, the longer the teacher stays</source>
        <translation>越大，教师停留越久</translation>
    </message>
    <message>
        <source>pulls every weight towards zero by the same length (L1), so that many become 0</source>
        <translation>以相同的长度把每个权重拉向零（L1），使许多权重变为 0</translation>
    </message>
    <message>
        <source>shrinks every weight by this share of the step, apart from the gradient</source>
        <translation>与梯度无关，每步按此份额缩小每个权重</translation>
    </message>
    <message>
        <source>epochs until one more node learns, from the last to the first</source>
        <translation>每隔几轮多一个节点开始学习，从最后一个到第一个</translation>
    </message>
    <message>
        <source>how many of the last nodes learn from the start, if nodes thaw</source>
        <translation>若逐步解冻，一开始有几个末尾节点参与学习</translation>
    </message>
    <message>
        <source>cross-validation: into how many parts the examples are dealt</source>
        <translation>交叉验证：样本分成几份</translation>
    </message>
    <message>
        <source>pieces in which a batch is computed: the same step with less memory</source>
        <translation>一个批次分几块计算：步骤相同而内存更少（梯度累积）</translation>
    </message>
    <message>
        <source>epochs between two checkpoints that are kept beside the last and best</source>
        <translation>除最后与最佳之外，每隔几轮保留一个检查点</translation>
    </message>
    <message>
        <source>how often it moves on one batch at most</source>
        <translation>在一个批次上最多移动几次</translation>
    </message>
    <message>
        <source>how many past moves it learns the curvature from</source>
        <translation>从过去几次移动中学习曲率</translation>
    </message>
    <message>
        <source>search along each direction instead of going the learning rate far</source>
        <translation>沿每个方向搜索，而不是直接走学习率那么远</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Learn the curvature from the last gradients and jump to the bottom; for small networks and whole batches.</source>
        <translation>从最近的梯度学习曲率并跳向谷底；适合小网络和整批数据。</translation>
    </message>
    <message>
        <source>The weights are used as the last step left them.</source>
        <translation>权重按最后一步留下的样子使用。</translation>
    </message>
    <message>
        <source>Validate, test and keep a running mean of the weights, which is calmer than the weights themselves.</source>
        <translation>验证、测试并保存权重的滑动平均，它比权重本身更平稳。</translation>
    </message>
    <message>
        <source>Average the weights at the ends of the last epochs: a point in the middle of a wide valley.</source>
        <translation>对最后若干轮结束时的权重取平均：宽谷中央的一点。</translation>
    </message>
    <message>
        <source>Every example is shown as it is.</source>
        <translation>每个样本都原样展示。</translation>
    </message>
    <message>
        <source>Blend every example with another one, and ask for both answers in the same proportion.</source>
        <translation>把每个样本与另一个样本混合，并按相同比例要求两个答案。</translation>
    </message>
    <message>
        <source>Paste a rectangle of another picture into every picture, and ask for both answers by their areas.</source>
        <translation>在每张图中贴入另一张图的矩形块，并按面积要求两个答案。</translation>
    </message>
    <message>
        <source>Nobody disturbs the examples.</source>
        <translation>没有人扰动样本。</translation>
    </message>
    <message>
        <source>Train on examples that one step of an adversary has made harder.</source>
        <translation>在被对抗者一步变难的样本上训练。</translation>
    </message>
    <message>
        <source>Train on examples that an adversary has made as hard as it can in several small steps.</source>
        <translation>在被对抗者用多个小步尽量变难的样本上训练。</translation>
    </message>
    <message>
        <source>TeacherForcing nodes keep the chance they have in the drawing.</source>
        <translation>TeacherForcing 节点保持图中的概率。</translation>
    </message>
    <message>
        <source>The teacher lets go in a straight line.</source>
        <translation>教师沿直线逐渐放手。</translation>
    </message>
    <message>
        <source>The teacher lets go quickly at first and then ever more slowly.</source>
        <translation>教师起初放手快，之后越来越慢。</translation>
    </message>
    <message>
        <source>The teacher stays for a while, then lets go within a few epochs.</source>
        <translation>教师先停留一段时间，然后在几轮之内放手。</translation>
    </message>
    <message>
        <source>Mixed examples and an adversary do not go together. Choose one of them.</source>
        <translation>样本混合与对抗者不能同时使用，请选择其一。</translation>
    </message>
    <message>
        <source>LBFGS asks for the loss several times a step. With float16 it cannot: choose bfloat16.</source>
        <translation>LBFGS 每一步要多次求损失，float16 做不到：请选 bfloat16。</translation>
    </message>
    <message>
        <source>which of these parts validates, from 0; each in turn when not given</source>
        <translation>其中哪一份用于验证，从 0 数起；不填则依次轮流（每折一次运行）</translation>
    </message>
    <message>
        <source>decides which example goes where; the seed of the training unless given</source>
        <translation>决定每个样本分到哪里；不填则用训练的种子</translation>
    </message>
    <message>
        <source>The run in {folder} has other examples or another drawing than the first.</source>
        <translation>{folder} 中的运行与第一个运行的样本或网络不同。</translation>
    </message>
    <message>
        <source>Ask runs together that were trained on one split: give the data a seed of their own in the recipe.</source>
        <translation>请把在同一划分上训练的运行放在一起：在配方中给数据单独的种子。</translation>
    </message>
    <message>
        <source>Step an epoch</source>
        <translation>训练一轮</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, with its validation, and pause</source>
        <translation>训练到本轮结束（含验证）并暂停</translation>
    </message>
    <message>
        <source>measure a trained run, or several runs together, on the test examples</source>
        <translation>在测试样本上测量一次运行，或把几次运行合在一起测量</translation>
    </message>
    <message>
        <source>run folders; several are asked together, and the mean of their answers counts</source>
        <translation>运行文件夹；给出几个时一起作答，取答案的平均</translation>
    </message>
    <message>
        <source>a value of the recipe, such as accumulate=4, average.type=EMA or players.0.l1=0.001</source>
        <translation>配方中的一个值，如 accumulate=4、average.type=EMA 或 players.0.l1=0.001</translation>
    </message>
    <message>
        <source>train once for each of so many folds</source>
        <translation>分成这么多折，每折训练一次</translation>
    </message>
    <message>
        <source>make a run again from its project, its seed and what was changed while it ran</source>
        <translation>按项目、种子和运行中的改动重做一次运行</translation>
    </message>
    <message>
        <source>--recipe takes PLACE=VALUE, such as average.type=EMA or accumulate=4. It got {text}.</source>
        <translation>--recipe 接受 位置=值，如 average.type=EMA 或 accumulate=4，得到的是 {text}。</translation>
    </message>
    <message>
        <source>fold {fold} of {folds}: {numbers}</source>
        <translation>第 {fold} 折（共 {folds} 折）：{numbers}</translation>
    </message>
    <message>
        <source>All folds: {numbers}</source>
        <translation>各折平均：{numbers}</translation>
    </message>
    <message>
        <source>{n} runs on the {part} examples: {numbers}</source>
        <translation>{n} 次运行，{part} 样本：{numbers}</translation>
    </message>
    <message>
        <source>{node} brings numbers that are not finite from the data: {n} examples of step {step} have some.</source>
        <translation>{node} 从数据中带来了非有限的数：第 {step} 步有 {n} 个样本含有这样的数。</translation>
    </message>
    <message>
        <source>{node} passes back gradients that are not finite at step {step}. What came in lies between {lowest} and {highest}.</source>
        <translation>第 {step} 步，{node} 反向传回的梯度不是有限数。输入介于 {lowest} 与 {highest} 之间。</translation>
    </message>
    <message>
        <source>Fill in what is missing in the data, or leave these examples out.</source>
        <translation>请补齐数据中缺失的值，或去掉这些样本。</translation>
    </message>
    <message>
        <source>The run folder cannot be written.</source>
        <translation>运行文件夹无法写入。</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write there.</source>
        <translation>请另选文件夹，或取得写入权限。</translation>
    </message>
    <message>
        <source>A file is no longer there: {path}.</source>
        <translation>文件已不在：{path}。</translation>
    </message>
    <message>
        <source>A step needs about {needed}; {free} are free: it fits.</source>
        <translation>一步约需 {needed}，空闲 {free}：放得下。</translation>
    </message>
    <message>
        <source>A step needs about {needed} and {free} are free: it will not fit. It fits with batches of {n}.</source>
        <translation>一步约需 {needed}，空闲 {free}：放不下。批量为 {n} 时放得下。</translation>
    </message>
    <message>
        <source>A step needs about {needed} and {free} are free: it will not fit, not even one example at a time.</source>
        <translation>一步约需 {needed}，空闲 {free}：放不下，即使每次一个样本也不行。</translation>
    </message>
    <message>
        <source>Half the batch</source>
        <translation>批量减半</translation>
    </message>
    <message>
        <source>In two pieces</source>
        <translation>分两块计算</translation>
    </message>
    <message>
        <source>Half precision</source>
        <translation>半精度</translation>
    </message>
    <message>
        <source>Change the recipe so, and go on from the last step</source>
        <translation>照此更改配方，并从最后一步继续</translation>
    </message>
    <message>
        <source>All folds are trained: validation {name} {mean} ± {spread}. The test was asked once, of all.</source>
        <translation>各折训练完毕：验证 {name} {mean} ± {spread}。测试只进行一次，由各折一起作答。</translation>
    </message>
    <message>
        <source>rare weigh more</source>
        <translation>稀有类权重更大</translation>
    </message>
    <message>
        <source>rare drawn more</source>
        <translation>稀有类更常抽取</translation>
    </message>
    <message>
        <source>mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>whole batch</source>
        <translation>全批量</translation>
    </message>
    <message>
        <source>one example</source>
        <translation>单样本（随机）</translation>
    </message>
    <message>
        <source>bfloat16 mixed</source>
        <translation>bfloat16 混合精度</translation>
    </message>
    <message>
        <source>float16 mixed</source>
        <translation>float16 混合精度</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>分层</translation>
    </message>
</context>
</TS>
