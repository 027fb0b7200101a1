<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>how much clear examples are turned down</source>
        <translation>对容易样本的压低程度</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>γ</translation>
    </message>
    <message>
        <source>weight of a yes; nothing for no balance</source>
        <translation>正类的权重；留空则不平衡</translation>
    </message>
    <message>
        <source>power of each shortfall</source>
        <translation>每个不足量的幂次</translation>
    </message>
    <message>
        <source>lead that the right class needs</source>
        <translation>正确类别需要的领先量</translation>
    </message>
    <message>
        <source>how much both opinions are softened</source>
        <translation>两方意见软化的程度</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>share of the teacher; the rest is the label's</source>
        <translation>教师所占比重；其余归标签</translation>
    </message>
    <message>
        <source>the target holds logarithms too</source>
        <translation>目标也是对数</translation>
    </message>
    <message>
        <source>the class that stands for no letter</source>
        <translation>代表“无字符”的类别</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>leave out examples whose text does not fit</source>
        <translation>忽略文本放不下的样本</translation>
    </message>
    <message>
        <source>answers that are wanted</source>
        <translation>希望得到的回答</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标倾向</translation>
    </message>
    <message>
        <source>{type} needs at least two numbers, one per class.</source>
        <translation>{type} 至少需要两个数，每个类别一个。</translation>
    </message>
    <message>
        <source>Give the last layer one output per class.</source>
        <translation>让最后一层每个类别输出一个数。</translation>
    </message>
    <message>
        <source>{type} needs as many places in the target as there are scores.</source>
        <translation>{type} 要求目标的位置数与得分数相同。</translation>
    </message>
    <message>
        <source>Fill the list of classes with −1 up to the number of scores.</source>
        <translation>用 −1 把类别列表补到与得分一样多。</translation>
    </message>
    <message>
        <source>The blank {blank} needs more than {blank} scores at every step.</source>
        <translation>空白类 {blank} 要求每一步的得分多于 {blank} 个。</translation>
    </message>
    <message>
        <source>Classes are counted from 0, and the blank is one of them.</source>
        <translation>类别从 0 数起，空白也是其中之一。</translation>
    </message>
    <message>
        <source>Punish probabilities that said too little for what happened, or too much for what did not.</source>
        <translation>惩罚那些对发生的事给得太低、对没发生的事给得太高的概率。</translation>
    </message>
    <message>
        <source>A weather service paid by its record: ninety per cent for rain on a dry day costs it dearly.</source>
        <translation>像按业绩拿钱的气象台：报九成下雨却是晴天，代价很大。</translation>
    </message>
    <message>
        <source>Use it where probabilities themselves are the output, as in an old autoencoder that ends in a Sigmoid.</source>
        <translation>输出本身就是概率时使用，例如末端是 Sigmoid 的老式自编码器。</translation>
    </message>
    <message>
        <source>Numbers outside 0 to 1 stop the run. BCEWithLogitsLoss with raw scores is steadier near 0 and 1.</source>
        <translation>超出 0 到 1 的数会使运行中断。在 0 和 1 附近，用原始得分的 BCEWithLogitsLoss 更稳定。</translation>
    </message>
    <message>
        <source>Take minus the logarithm of the probability that the right class was given.</source>
        <translation>取正确类别所得概率的对数的相反数。</translation>
    </message>
    <message>
        <source>A betting slip that counts only the stake on the winning horse.</source>
        <translation>像一张赌马票：只算押在获胜那匹马上的钱。</translation>
    </message>
    <message>
        <source>Use it when the drawing shows LogSoftmax itself; the two together are CrossEntropyLoss.</source>
        <translation>图中单独画出 LogSoftmax 时使用；两者合起来就是 CrossEntropyLoss。</translation>
    </message>
    <message>
        <source>It takes no logarithm itself: with raw scores or plain probabilities the loss is wrong and may fall below 0.</source>
        <translation>它自己不取对数：若接原始得分或普通概率，损失就是错的，还可能小于 0。</translation>
    </message>
    <message>
        <source>Turn down the cross-entropy of examples that are already clear, so that hard ones decide.</source>
        <translation>压低已经很清楚的样本的交叉熵，让难样本起决定作用。</translation>
    </message>
    <message>
        <source>A tutor who skips what the pupil can do and spends the hour on what goes wrong.</source>
        <translation>像一位家教：学生会的跳过，把时间花在出错的地方。</translation>
    </message>
    <message>
        <source>Use it where one class is rare, such as objects among thousands of empty places.</source>
        <translation>某一类很少见时使用，例如成千上万个空位置中的目标。</translation>
    </message>
    <message>
        <source>Wrong labels look like hard examples and get the attention. A large gamma learns from very few examples.</source>
        <translation>错误标签看起来像难样本，会得到关注。γ 很大时只从极少数样本学习。</translation>
    </message>
    <message>
        <source>Punish a number with the wrong sign by a smooth curve that never quite reaches zero.</source>
        <translation>用一条永远不会真正到零的平滑曲线惩罚符号错误的数。</translation>
    </message>
    <message>
        <source>A slope that flattens out: a ball on the right side still rolls on, ever more slowly.</source>
        <translation>像逐渐变平的斜坡：到了正确一侧的球仍在滚，只是越来越慢。</translation>
    </message>
    <message>
        <source>Use it for signs −1 and 1 when HingeLoss is too angular; it is the binary cross-entropy of signs.</source>
        <translation>符号为 −1 和 1、而 HingeLoss 折角太硬时使用；它就是符号形式的二元交叉熵。</translation>
    </message>
    <message>
        <source>A target of 0 and 1 instead of −1 and 1 teaches nothing about the zeros.</source>
        <translation>目标若是 0 和 1 而不是 −1 和 1，那些 0 什么也教不了。</translation>
    </message>
    <message>
        <source>Ask the right class to beat every other class by a margin.</source>
        <translation>要求正确类别以一定间隔胜过其他每个类别。</translation>
    </message>
    <message>
        <source>An election that counts as won only with a clear lead over each rival.</source>
        <translation>像一次选举：对每个对手都明显领先才算获胜。</translation>
    </message>
    <message>
        <source>Choose it for a support vector machine with several classes.</source>
        <translation>多类别的支持向量机选它。</translation>
    </message>
    <message>
        <source>The scores are no probabilities, and no gradient comes once every rival is behind by the margin.</source>
        <translation>得分不是概率；所有对手都落后一个间隔之后，就不再有梯度。</translation>
    </message>
    <message>
        <source>Ask for each class on its own whether it is present, and average over the classes.</source>
        <translation>逐个类别询问它是否出现，再对类别取平均。</translation>
    </message>
    <message>
        <source>A checklist: each box is marked right or wrong by itself, whatever the others say.</source>
        <translation>像一张检查清单：每一格单独判对错，与其他格无关。</translation>
    </message>
    <message>
        <source>Use it for pictures that show several things at once, with a target of zeros and ones.</source>
        <translation>一张图同时有几样东西时使用，目标由 0 和 1 组成。</translation>
    </message>
    <message>
        <source>It contains the sigmoid: wire raw scores. Labels as a list of numbers need MultiLabelMarginLoss instead.</source>
        <translation>它已包含 sigmoid：请接原始得分。若标签是编号列表，要用 MultiLabelMarginLoss。</translation>
    </message>
    <message>
        <source>Ask every class that is present to beat every class that is not, by a margin of 1.</source>
        <translation>要求每个出现的类别以间隔 1 胜过每个没出现的类别。</translation>
    </message>
    <message>
        <source>A guest list: everyone invited must stand clearly ahead of everyone who is not.</source>
        <translation>像一份宾客名单：受邀者都要明显排在未受邀者之前。</translation>
    </message>
    <message>
        <source>Use it to rank the right labels above the wrong ones when each example has its own number of labels.</source>
        <translation>每个样本标签数不同、要把正确标签排在错误标签之前时使用。</translation>
    </message>
    <message>
        <source>The list ends at the first −1: what follows is ignored, and a list without −1 means all classes.</source>
        <translation>列表到第一个 −1 为止，后面的被忽略；没有 −1 则表示所有类别。</translation>
    </message>
    <message>
        <source>Learn from the whole opinion of a teacher network and from the label at once.</source>
        <translation>同时向教师网络的完整意见和标签学习。</translation>
    </message>
    <message>
        <source>An apprentice who hears not only what is right but how close the second guess was.</source>
        <translation>像一个学徒：不仅听到什么是对的，还听到第二个猜测有多接近。</translation>
    </message>
    <message>
        <source>Use it to train a small network with a large one that is already trained.</source>
        <translation>用一个训练好的大网络来训练小网络时使用。</translation>
    </message>
    <message>
        <source>Freeze the teacher, or leave it out of the player. With T = 1 its small probabilities teach almost nothing.</source>
        <translation>要冻结教师，或不让它属于该玩家。T = 1 时，教师的小概率几乎教不了什么。</translation>
    </message>
    <message>
        <source>Measure how much a predicted distribution differs from a wanted one.</source>
        <translation>衡量预测分布与期望分布相差多少。</translation>
    </message>
    <message>
        <source>The extra length of messages when a code made for another language is used.</source>
        <translation>用为另一种语言设计的编码时，消息多出来的长度。</translation>
    </message>
    <message>
        <source>Use it when the target is a distribution rather than one class: soft labels, another network's answer.</source>
        <translation>目标是一个分布而不是一个类别时使用：软标签，或另一个网络的回答。</translation>
    </message>
    <message>
        <source>The first input must be logarithms, behind LogSoftmax, the second not, unless log_target is set.</source>
        <translation>第一个输入必须是对数（接在 LogSoftmax 之后），第二个不是，除非设置 log_target。</translation>
    </message>
    <message>
        <source>Compare a long sequence of scores with a shorter text without knowing which step belongs to which letter.</source>
        <translation>把较长的得分序列与较短的文本比较，而不必知道哪一步对应哪个字符。</translation>
    </message>
    <message>
        <source>Subtitles without time stamps: any timing counts as long as the words come in order.</source>
        <translation>像没有时间码的字幕：只要词的顺序对，什么时候出现都算。</translation>
    </message>
    <message>
        <source>Use it for speech and handwriting, where only the text is known and not when each letter occurs.</source>
        <translation>用于语音和手写识别：只知道文本，不知道每个字符何时出现。</translation>
    </message>
    <message>
        <source>A text longer than the steps has no way to fit: the loss is endless. Set zero_infinity or downsample less.</source>
        <translation>比步数还长的文本无处可放，损失为无穷大。请设置 zero_infinity，或少做下采样。</translation>
    </message>
    <message>
        <source>Charge for undecided answers, or for answers that are too sure.</source>
        <translation>对犹豫不决的回答收费，或对过于肯定的回答收费。</translation>
    </message>
    <message>
        <source>A host who either asks the guests to make up their minds or to keep trying new dishes.</source>
        <translation>像一位主人：要么请客人拿定主意，要么劝他们多尝新菜。</translation>
    </message>
    <message>
        <source>Wire a policy here with goal spread so that it keeps exploring, or unlabelled data with goal sure.</source>
        <translation>把策略接到这里并选 spread，使它继续探索；或把无标签数据接来并选 sure。</translation>
    </message>
    <message>
        <source>With too much weight it wins over everything else: all answers become equal, or one is given always.</source>
        <translation>权重太大就会压倒一切：所有回答变得一样，或者永远给同一个。</translation>
    </message>
    <message>
        <source>Wire the output that has these axes here.</source>
        <translation>请把具有这些轴的输出接到这里。</translation>
    </message>
    <message>
        <source>Wire a label here that is 1 or 0 for each pair.</source>
        <translation>请接一个标签：每一对为 1 或 0。</translation>
    </message>
    <message>
        <source>{type} needs tensors of one shape at its inputs.</source>
        <translation>{type} 要求各输入的张量形状相同。</translation>
    </message>
    <message>
        <source>Give the last layers of both paths the same size.</source>
        <translation>让两条路径的最后一层大小相同。</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>weight of position and size</source>
        <translation>位置和大小的权重</translation>
    </message>
    <message>
        <source>weight of the confidence where there is no object</source>
        <translation>没有目标处置信度的权重</translation>
    </message>
    <message>
        <source>IoU from which an anchor is matched</source>
        <translation>达到此交并比的锚框算作匹配</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>交并比</translation>
    </message>
    <message>
        <source>unmatched anchors that count per matched one</source>
        <translation>每个匹配锚框计入多少个未匹配锚框</translation>
    </message>
    <message>
        <source>neg</source>
        <translation>负例</translation>
    </message>
    <message>
        <source>weight of the moves</source>
        <translation>偏移量的权重</translation>
    </message>
    <message>
        <source>weight of width and height</source>
        <translation>宽和高的权重</translation>
    </message>
    <message>
        <source>weight of the place inside the cell</source>
        <translation>格内位置的权重</translation>
    </message>
    <message>
        <source>weight of the distance of the four numbers</source>
        <translation>四个数的距离的权重</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>weight of the overlap</source>
        <translation>重叠的权重</translation>
    </message>
    <message>
        <source>GIoU</source>
        <translation>GIoU</translation>
    </message>
    <message>
        <source>weight of the class no object</source>
        <translation>“无目标”类的权重</translation>
    </message>
    <message>
        <source>{type} needs one label for every true box.</source>
        <translation>{type} 要求每个真实框有一个标签。</translation>
    </message>
    <message>
        <source>Take boxes and labels from the same data; fill both to one length.</source>
        <translation>框和标签要取自同一份数据；两者补齐到同一长度。</translation>
    </message>
    <message>
        <source>{type} needs predictions for the same places at all inputs.</source>
        <translation>{type} 要求各输入是对相同位置的预测。</translation>
    </message>
    <message>
        <source>Let them come from the same layer, by heads of the same stride.</source>
        <translation>让它们来自同一层、步幅相同的各个头。</translation>
    </message>
    <message>
        <source>{type} needs 5·B + {classes} channels.</source>
        <translation>{type} 需要 5·B + {classes} 个通道。</translation>
    </message>
    <message>
        <source>Give the last Conv2d {n} channels for two boxes a cell.</source>
        <translation>每格两个框时，让最后的 Conv2d 有 {n} 个通道。</translation>
    </message>
    <message>
        <source>{type} needs two channels here, x and y.</source>
        <translation>{type} 这里需要两个通道：x 和 y。</translation>
    </message>
    <message>
        <source>Set out_channels of the head to 2.</source>
        <translation>把该头的 out_channels 设为 2。</translation>
    </message>
    <message>
        <source>Let the grid cell in which an object's centre lies answer for its box and its class.</source>
        <translation>由目标中心所在的网格单元负责它的框和类别。</translation>
    </message>
    <message>
        <source>A chessboard of night watchmen: each reports only what happens in the middle of his own square.</source>
        <translation>像棋盘上的守夜人：每人只报告自己那一格中央发生的事。</translation>
    </message>
    <message>
        <source>Use it for a detector in one pass, as in the first YOLO: a grid of 7 by 7 and two boxes a cell.</source>
        <translation>用于单次完成的检测器，如第一版 YOLO：7×7 的网格，每格两个框。</translation>
    </message>
    <message>
        <source>A cell names one class: two centres in one cell conflict. Predicted sides are square roots.</source>
        <translation>每格只给一个类别：一格里有两个中心就会冲突。预测的边长是平方根。</translation>
    </message>
    <message>
        <source>Match true boxes with prepared anchors, and teach each anchor its class and how to move.</source>
        <translation>把真实框与预设锚框匹配，教每个锚框它的类别和该如何移动。</translation>
    </message>
    <message>
        <source>Ready-made frames all over the wall: the nearest one is adjusted, the rest learn to stay empty.</source>
        <translation>像满墙现成的画框：最接近的那个被调整，其余的学会空着。</translation>
    </message>
    <message>
        <source>Use it for detectors with anchors on several scales, such as SSD.</source>
        <translation>用于在多个尺度上带锚框的检测器，如 SSD。</translation>
    </message>
    <message>
        <source>Objects far from every anchor's shape are matched badly. Labels count from 0; the background is added here.</source>
        <translation>形状与所有锚框都相差很远的目标匹配不好。标签从 0 数起，背景类在这里补上。</translation>
    </message>
    <message>
        <source>Find objects as peaks of a heat map, and read their size and exact place at the peak.</source>
        <translation>把目标当作热力图的峰来找，并在峰处读出大小和精确位置。</translation>
    </message>
    <message>
        <source>Pins on a map: one pin for each town, and a note at the pin says how large the town is.</source>
        <translation>像地图上的大头针：每座城一根针，针旁的纸条写着城有多大。</translation>
    </message>
    <message>
        <source>Use it for a detector without anchors and without suppression of double boxes.</source>
        <translation>用于不要锚框、也不要抑制重复框的检测器。</translation>
    </message>
    <message>
        <source>Two centres of one class in one cell become one object: keep the heat map fine, a stride of 4.</source>
        <translation>同一类的两个中心落在一格就会变成一个目标：热力图要足够细，步幅取 4。</translation>
    </message>
    <message>
        <source>Give each object exactly one prediction, at the least total cost, and teach the others to say: nothing here.</source>
        <translation>以总代价最小的方式给每个目标恰好一个预测，并教其余预测说：这里没有东西。</translation>
    </message>
    <message>
        <source>Taxis sent to callers so that all drives together are shortest; the cars left over wait.</source>
        <translation>像派出租车：让所有路程之和最短，剩下的车原地等候。</translation>
    </message>
    <message>
        <source>Use it for detectors that give a fixed set of boxes, such as DETR: no anchors, no suppression afterwards.</source>
        <translation>用于给出固定个数框的检测器，如 DETR：不要锚框，事后也不用抑制。</translation>
    </message>
    <message>
        <source>It learns slowly, and objects beyond the number of predictions are never found. End the boxes in a Sigmoid.</source>
        <translation>学得慢；目标多于预测个数时，多出的永远找不到。框的输出末端要接 Sigmoid。</translation>
    </message>
    <message>
        <source>what the judge shall say; a generator wants real</source>
        <translation>希望判别者怎么说；生成器想要 real</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>form of a generator's loss</source>
        <translation>生成器损失的形式</translation>
    </message>
    <message>
        <source>slope that is wanted</source>
        <translation>希望的斜率</translation>
    </message>
    <message>
        <source>{type} needs at least two rows and two columns.</source>
        <translation>{type} 至少需要两行两列。</translation>
    </message>
    <message>
        <source>A single row or column has no neighbours to compare.</source>
        <translation>单独一行或一列没有相邻像素可比。</translation>
    </message>
    <message>
        <source>Charge a VAE for every bit by which its codes differ from plain noise.</source>
        <translation>VAE 的编码与纯噪声每相差一比特都要付费。</translation>
    </message>
    <message>
        <source>A telegram office: every word beyond the standard greeting costs extra.</source>
        <translation>像电报局：标准问候语之外，每多一个词都要加钱。</translation>
    </message>
    <message>
        <source>Wire the two outputs of a VAE's encoder here, and its picture to MSELoss or BCEWithLogitsLoss.</source>
        <translation>把 VAE 编码器的两个输出接到这里，图像则接 MSELoss 或 BCEWithLogitsLoss。</translation>
    </message>
    <message>
        <source>Too much weight and the code says nothing at all. MSELoss is a mean and this is a sum: balance them.</source>
        <translation>权重太大，编码就什么都不说了。MSELoss 是平均而这里是求和：两者要平衡。</translation>
    </message>
    <message>
        <source>Ask a discriminator to say real or fake, or let a generator fool it.</source>
        <translation>让判别器说真或假，或让生成器骗过它。</translation>
    </message>
    <message>
        <source>Forger and detective: each new trick of the one is the homework of the other.</source>
        <translation>像造假者与侦探：一方的每个新花招都是另一方的功课。</translation>
    </message>
    <message>
        <source>Start with non-saturating; take minimax to see why its generator hardly learns at first.</source>
        <translation>先用 non-saturating；想看生成器为何起初几乎学不动，再选 minimax。</translation>
    </message>
    <message>
        <source>A falling loss does not mean better pictures. When the discriminator wins outright, learning stops.</source>
        <translation>损失下降并不说明图像更好。判别器完全获胜时，学习就停了。</translation>
    </message>
    <message>
        <source>Pull the scores of a discriminator to 1 for real and to 0 for fake, by squares.</source>
        <translation>用平方把判别器的得分拉向：真为 1，假为 0。</translation>
    </message>
    <message>
        <source>Archery: an arrow far past the target is as bad as one that falls short.</source>
        <translation>像射箭：远远飞过靶子和没够到一样糟。</translation>
    </message>
    <message>
        <source>Choose it for steadier training than with logarithms, as in CycleGAN.</source>
        <translation>想比对数形式训练更稳时选它，如 CycleGAN。</translation>
    </message>
    <message>
        <source>No Sigmoid before it. Scores may pass 1, and that is punished too.</source>
        <translation>前面不要接 Sigmoid。得分可以超过 1，而超过也会受罚。</translation>
    </message>
    <message>
        <source>Let a critic score real high and fake low, and a generator lift the score of what it makes.</source>
        <translation>让评论家给真样本高分、给假样本低分，让生成器抬高自己作品的得分。</translation>
    </message>
    <message>
        <source>Two heaps of sand: the critic measures how much carrying would turn one into the other.</source>
        <translation>像两堆沙：评论家衡量要搬多少才能把一堆变成另一堆。</translation>
    </message>
    <message>
        <source>Use it with GradientPenalty and several critic steps for each step of the generator.</source>
        <translation>与 GradientPenalty 一起用，生成器每走一步，评论家走几步。</translation>
    </message>
    <message>
        <source>Alone it has no lower end: without a penalty or clipped weights the critic's scores run away.</source>
        <translation>单独使用没有下界：不加惩罚或权重裁剪，评论家的得分会失控。</translation>
    </message>
    <message>
        <source>Keep the slope of a critic near 1, so that its scores can be read as a distance.</source>
        <translation>使评论家的斜率保持在 1 附近，这样得分可以当作距离来读。</translation>
    </message>
    <message>
        <source>A building rule: no ramp steeper and none flatter than one in one.</source>
        <translation>像一条建筑规定：坡道既不许比一比一更陡，也不许更缓。</translation>
    </message>
    <message>
        <source>Use it with WassersteinLoss in the critic's step: the same critic, shared, on interpolated examples.</source>
        <translation>在评论家的步骤中与 WassersteinLoss 一起用：同一个（共享的）评论家，输入插值样本。</translation>
    </message>
    <message>
        <source>BatchNorm in the critic mixes examples, so that single slopes mean little: use LayerNorm. It doubles the time.</source>
        <translation>评论家里的 BatchNorm 会混合样本，单个样本的斜率就没有意义：请用 LayerNorm。耗时加倍。</translation>
    </message>
    <message>
        <source>Charge for every difference between neighbouring pixels, so that a picture becomes calm.</source>
        <translation>对相邻像素之间的每个差别收费，使图像变得平静。</translation>
    </message>
    <message>
        <source>An iron: it takes out small creases and leaves the folds that are worth their price.</source>
        <translation>像熨斗：熨平小皱纹，留下值得保留的褶。</translation>
    </message>
    <message>
        <source>Add a little of it where a picture itself is learned, as in style transfer and feature visualisation.</source>
        <translation>图像本身是被学习的对象时加一点，例如风格迁移和特征可视化。</translation>
    </message>
    <message>
        <source>Much of it paints over details and leaves flat patches. It says nothing about what the picture shows.</source>
        <translation>太多会抹掉细节，只剩平坦色块。它对图像内容一无所知。</translation>
    </message>
    <message>
        <source>Compare what a trained network sees in two pictures, place by place.</source>
        <translation>逐个位置比较训练好的网络在两张图里看到了什么。</translation>
    </message>
    <message>
        <source>A tracing: things must stand where they stood, whatever brush is used.</source>
        <translation>像描图：不管用什么笔，东西都得在原来的位置。</translation>
    </message>
    <message>
        <source>Wire the features of a deep layer of a trained network, once for the picture made and once for the model.</source>
        <translation>接训练好的网络的一个深层特征：一次来自生成的图，一次来自范本。</translation>
    </message>
    <message>
        <source>It is a sum: larger pictures give larger losses, so the weight against StyleLoss has to be found again.</source>
        <translation>它是求和：图越大损失越大，因此相对 StyleLoss 的权重要重新找。</translation>
    </message>
    <message>
        <source>Compare which features occur together in two pictures, wherever they occur.</source>
        <translation>比较两张图中哪些特征一起出现，不管出现在哪里。</translation>
    </message>
    <message>
        <source>Tasting a soup: which spices go together counts, not where each one floats.</source>
        <translation>像品汤：重要的是哪些香料搭在一起，而不是每一粒漂在哪里。</translation>
    </message>
    <message>
        <source>Use one for each of several layers of a trained network, and ContentLoss for one deep layer.</source>
        <translation>对训练好的网络的几个层各用一个，再对一个深层用 ContentLoss。</translation>
    </message>
    <message>
        <source>Its numbers are tiny next to ContentLoss: weights of thousands are usual. Some codes leave out the divisor.</source>
        <translation>与 ContentLoss 相比它的数值极小：常用上千的权重。有些代码省略了除数。</translation>
    </message>
    <message>
        <source>target that does not count, such as padding</source>
        <translation>不计入的目标值，例如填充</translation>
    </message>
    <message>
        <source>how much each class counts, one number per class; empty for equal</source>
        <translation>每个类别的权重，每类一个数；留空则相等</translation>
    </message>
    <message>
        <source>{type} needs one label for every place that has scores.</source>
        <translation>{type} 要求每个有得分的位置都有一个标签。</translation>
    </message>
    <message>
        <source>The {n} class weights need {n} scores, one per class.</source>
        <translation>{n} 个类别权重需要 {n} 个得分，每类一个。</translation>
    </message>
    <message>
        <source>Give class_weights one number for each class, or none at all.</source>
        <translation>class_weights 要么每类给一个数，要么不给。</translation>
    </message>
    <message>
        <source>Bring both to the same length or size.</source>
        <translation>使两者长度或大小一致。</translation>
    </message>
    <message>
        <source>how much further strangers lie</source>
        <translation>异类要再远多少</translation>
    </message>
    <message>
        <source>norm of the distance: 2 is a straight line</source>
        <translation>距离的范数：2 为直线距离</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>use the nearer of anchor and positive as seen from the negative</source>
        <translation>从负例看，取锚点与正例中较近的一个</translation>
    </message>
    <message>
        <source>distance at which others are left alone</source>
        <translation>超过此距离的异类不再处理</translation>
    </message>
    <message>
        <source>cosine below which others are left alone</source>
        <translation>余弦低于此值的异类不再处理</translation>
    </message>
    <message>
        <source>lead that the better score needs</source>
        <translation>较好一方需要的领先量</translation>
    </message>
    <message>
        <source>how strictly the nearest rivals count</source>
        <translation>对最近对手的严格程度</translation>
    </message>
    <message>
        <source>temperature at the start of training</source>
        <translation>训练开始时的温度</translation>
    </message>
    <message>
        <source>what cosines are multiplied by</source>
        <translation>余弦要乘的倍数</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>angle added to the right class</source>
        <translation>加在正确类别上的角度</translation>
    </message>
    <message>
        <source>rad</source>
        <translation>rad</translation>
    </message>
    <message>
        <source>amount taken off the right class</source>
        <translation>从正确类别减去的量</translation>
    </message>
    <message>
        <source>known examples of each class</source>
        <translation>每个类别的已知样本数</translation>
    </message>
    <message>
        <source>shots</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>{type} needs embeddings of one size.</source>
        <translation>{type} 要求嵌入大小相同。</translation>
    </message>
    <message>
        <source>Set out_features of the last Linear to 1.</source>
        <translation>把最后一个 Linear 的 out_features 设为 1。</translation>
    </message>
    <message>
        <source>Use the same encoder for both, shared.</source>
        <translation>两者用同一个（共享的）编码器。</translation>
    </message>
    <message>
        <source>{shots} examples of each class need a support of a multiple of {shots} steps.</source>
        <translation>每类 {shots} 个样本要求支持集的步数是 {shots} 的倍数。</translation>
    </message>
    <message>
        <source>Set shots to the number of examples that each class has.</source>
        <translation>把 shots 设为每个类别的样本数。</translation>
    </message>
    <message>
        <source>Ask an example to lie nearer to one of its own class than to one of another, by a margin.</source>
        <translation>要求样本离同类比离异类更近，且差一个间隔。</translation>
    </message>
    <message>
        <source>A seating plan: your sister sits closer to you than any stranger, by at least one chair.</source>
        <translation>像排座位：你妹妹比任何陌生人都坐得离你近，至少近一把椅子。</translation>
    </message>
    <message>
        <source>Use one encoder three times, shared, for faces, signatures and search by picture.</source>
        <translation>共享的编码器用三次，用于人脸、签名和以图搜图。</translation>
    </message>
    <message>
        <source>Random triplets soon are all easy and teach nothing. If every embedding is equal, the loss stays at margin.</source>
        <translation>随机三元组很快都变得容易，教不了什么。若所有嵌入都相同，损失就停在间隔值上。</translation>
    </message>
    <message>
        <source>Pull pairs that belong together to one place and push all others apart until a margin lies between them.</source>
        <translation>把应在一起的成对样本拉到一处，把其他的推开，直到相隔一个间隔。</translation>
    </message>
    <message>
        <source>Magnets that attract their own kind, and repel others only up to arm's length.</source>
        <translation>像磁铁：吸引同类，对其他的只推到一臂之外。</translation>
    </message>
    <message>
        <source>Use it with one shared encoder when the data comes as pairs, same or different.</source>
        <translation>数据成对给出（相同或不同）时，与一个共享编码器一起用。</translation>
    </message>
    <message>
        <source>The paper counts the other way round, 0 for a like pair: turn such labels over, or everything comes apart.</source>
        <translation>原论文的约定相反，相同为 0：这样的标签要翻转，否则全都散开。</translation>
    </message>
    <message>
        <source>Turn the embeddings of a pair into one direction when they belong together, and apart when they do not.</source>
        <translation>应在一起的一对，把嵌入转到同一方向；不应在一起的，转开。</translation>
    </message>
    <message>
        <source>Compass needles: only where they point is compared, not how long they are.</source>
        <translation>像指南针：只比较指向，不比较长短。</translation>
    </message>
    <message>
        <source>Use it where length means nothing, as for texts of different lengths.</source>
        <translation>长度没有意义时使用，例如长短不一的文本。</translation>
    </message>
    <message>
        <source>With a margin of 0 unlike pairs are done at a right angle. An embedding of zeros has no direction.</source>
        <translation>间隔为 0 时，不相似的一对到直角就算完成。全零的嵌入没有方向。</translation>
    </message>
    <message>
        <source>Ask the better of two scores to be the higher one, by a margin.</source>
        <translation>要求两个得分中较好的一个更高，且高出一个间隔。</translation>
    </message>
    <message>
        <source>A judge who only has to say which of two cakes is better, not how good each one is.</source>
        <translation>像评委：只需说两块蛋糕哪块更好，不必说各有多好。</translation>
    </message>
    <message>
        <source>Use it to learn a ranking from comparisons, also for a reward model.</source>
        <translation>用于从比较中学习排序，也用于奖励模型。</translation>
    </message>
    <message>
        <source>Only differences count: the scores have no zero and no scale. A margin of 0 is met by equal scores.</source>
        <translation>只有差值起作用：得分没有零点，也没有尺度。间隔为 0 时，得分相等就满足了。</translation>
    </message>
    <message>
        <source>Ask what a person chose to score higher than what the person did not choose.</source>
        <translation>要求人选中的东西得分高于没选中的。</translation>
    </message>
    <message>
        <source>A waiter who learns from every order which dish should have stood higher on the menu.</source>
        <translation>像一位服务员：从每次点单学到哪道菜该排在菜单更前面。</translation>
    </message>
    <message>
        <source>Use it for recommendations from clicks, where nobody ever says no; also for a reward model.</source>
        <translation>用于从点击做推荐（没有人会说“不”），也用于奖励模型。</translation>
    </message>
    <message>
        <source>Not chosen need not mean disliked. Without some decay of the weights the scores grow for ever.</source>
        <translation>没选中不等于不喜欢。若权重没有衰减，得分会无止境地增大。</translation>
    </message>
    <message>
        <source>Ask each of two views of a picture to recognise its partner among all views of the batch.</source>
        <translation>要求一张图的两个视图在整批视图中互相认出。</translation>
    </message>
    <message>
        <source>Twins separated at a ball: each must find the other in the whole crowd.</source>
        <translation>像舞会上走散的双胞胎：要在整个人群里找到对方。</translation>
    </message>
    <message>
        <source>Use it to learn from pictures without labels: two random views, one shared encoder, a small head.</source>
        <translation>用于从无标签图像学习：两个随机视图、一个共享编码器、一个小的头。</translation>
    </message>
    <message>
        <source>Small batches have few rivals and teach little, and a batch of one example teaches nothing.</source>
        <translation>批太小则对手少，学不到多少；一批只有一个样本则什么也学不到。</translation>
    </message>
    <message>
        <source>Ask each query to find its own key among the keys of the whole batch.</source>
        <translation>要求每个查询在整批的键中找到自己的键。</translation>
    </message>
    <message>
        <source>A cloakroom: your ticket has to lead to your coat and to no other one on the rack.</source>
        <translation>像衣帽间：你的号牌必须领到你的大衣，而不是架上别的。</translation>
    </message>
    <message>
        <source>Use it when the two sides differ, such as past and future or a question and its answer.</source>
        <translation>两边性质不同时使用，例如过去与未来，或问题与答案。</translation>
    </message>
    <message>
        <source>Two examples that mean the same still count as rivals. Stop the gradient of the keys with Detach if wanted.</source>
        <translation>意思相同的两个样本仍算对手。若需要，用 Detach 截断键的梯度。</translation>
    </message>
    <message>
        <source>Ask each picture to find its text and each text its picture, with a temperature that is learned.</source>
        <translation>要求每张图找到它的文字、每段文字找到它的图，温度也一起学习。</translation>
    </message>
    <message>
        <source>A memory game with captions: every picture card has exactly one caption in the heap.</source>
        <translation>像配图注的记忆牌：每张图在牌堆里恰好有一条图注。</translation>
    </message>
    <message>
        <source>Use it to bring pictures and texts into one space, for search and for naming without training.</source>
        <translation>用于把图像和文本放进同一空间，以便检索和零样本命名。</translation>
    </message>
    <message>
        <source>It has one weight of its own: the player that minimises it has to move this node too, or T stays fixed.</source>
        <translation>它自己有一个权重：最小化它的玩家也要移动这个节点，否则 T 不变。</translation>
    </message>
    <message>
        <source>Give class scores by angle and make the right class harder by a fixed angle while training.</source>
        <translation>按角度给出类别得分，训练时给正确类别加一个固定角度，使它更难。</translation>
    </message>
    <message>
        <source>A high jumper who trains with the bar raised and finds the real one easy.</source>
        <translation>像跳高运动员：训练时把横杆抬高，比赛时就觉得容易。</translation>
    </message>
    <message>
        <source>Put it last when embeddings shall tell apart people that were never in the training data.</source>
        <translation>嵌入要能区分训练数据里从没出现过的人时，放在最后。</translation>
    </message>
    <message>
        <source>Wire its scores to CrossEntropyLoss and the label to both. A large margin from the first step may not learn.</source>
        <translation>把得分接到 CrossEntropyLoss，标签两处都接。一开始就用大间隔可能学不动。</translation>
    </message>
    <message>
        <source>Give class scores by cosine and take a fixed amount off the right class while training.</source>
        <translation>按余弦给出类别得分，训练时从正确类别减去一个固定量。</translation>
    </message>
    <message>
        <source>A handicap in a race: the favourite starts a few metres back and has to win all the same.</source>
        <translation>像让步赛跑：热门选手退后几米起跑，仍然要赢。</translation>
    </message>
    <message>
        <source>Choose it instead of ArcFaceHead for steadier training: the margin is the same at every angle.</source>
        <translation>想比 ArcFaceHead 训练更稳时选它：在任何角度间隔都一样。</translation>
    </message>
    <message>
        <source>A margin near 1 asks for more than a cosine can give. The scale has to be large, or the loss stays high.</source>
        <translation>间隔接近 1 时要求超出余弦所能给的。缩放要大，否则损失居高不下。</translation>
    </message>
    <message>
        <source>Score queries by how near they are to the mean of a few examples of each class.</source>
        <translation>按查询离每类少数样本均值的远近打分。</translation>
    </message>
    <message>
        <source>Sorting stamps by holding each one against the typical stamp of every country.</source>
        <translation>像整理邮票：把每张与各国的典型邮票比一比。</translation>
    </message>
    <message>
        <source>Use it to tell new classes apart from one or five examples each; CrossEntropyLoss takes the scores.</source>
        <translation>每个新类别只有一个或五个样本时使用；得分交给 CrossEntropyLoss。</translation>
    </message>
    <message>
        <source>The support has to be sorted by class, and training tasks need as many classes and shots as the later ones.</source>
        <translation>支持集要按类别排好序；训练任务的类别数和样本数要与之后的一致。</translation>
    </message>
    <message>
        <source>error at which squares end</source>
        <translation>平方段结束处的误差</translation>
    </message>
    <message>
        <source>error at which the line begins</source>
        <translation>直线段开始处的误差</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>δ</translation>
    </message>
    <message>
        <source>add the constant ½ ln 2π</source>
        <translation>加上常数 ½ ln 2π</translation>
    </message>
    <message>
        <source>least variance</source>
        <translation>最小方差</translation>
    </message>
    <message>
        <source>the prediction is the logarithm of the rate</source>
        <translation>预测值是速率的对数</translation>
    </message>
    <message>
        <source>add Stirling's approximation of ln t!</source>
        <translation>加上 ln t! 的斯特林近似</translation>
    </message>
    <message>
        <source>added to a rate before its logarithm</source>
        <translation>取对数前加到速率上的数</translation>
    </message>
    <message>
        <source>share of targets that should lie below the prediction</source>
        <translation>应落在预测值以下的目标比例</translation>
    </message>
    <message>
        <source>quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Punish small errors by their square and large ones by their size, with a smooth change at beta.</source>
        <translation>小误差按平方惩罚，大误差按绝对值惩罚，在 beta 处平滑过渡。</translation>
    </message>
    <message>
        <source>A shock absorber: soft for small bumps, and it never hits back harder than a fixed force.</source>
        <translation>像减震器：小颠簸时柔软，且回弹力从不超过一个固定值。</translation>
    </message>
    <message>
        <source>Take it for the corners of boxes, and for numbers with some outliers.</source>
        <translation>用于框的角点坐标，以及带有一些离群值的数。</translation>
    </message>
    <message>
        <source>beta has the unit of the target. Where all errors are far below it, this is a weak MSELoss.</source>
        <translation>beta 与目标同单位。若误差都远小于它，它就成了很弱的 MSELoss。</translation>
    </message>
    <message>
        <source>Punish by half the square up to delta, and beyond it along a straight line of slope delta.</source>
        <translation>到 delta 为止按平方的一半惩罚，超过后沿斜率为 delta 的直线。</translation>
    </message>
    <message>
        <source>A judge who weighs small faults finely but caps the penalty per metre for huge ones.</source>
        <translation>像一位法官：小过失细细衡量，大过失则每米的罚金封顶。</translation>
    </message>
    <message>
        <source>Choose it for noisy measurements and for the errors of a value function in reinforcement learning.</source>
        <translation>用于有噪声的测量，以及强化学习中价值函数的误差。</translation>
    </message>
    <message>
        <source>Unlike SmoothL1Loss it grows with delta: after a change of delta the learning rate may no longer fit.</source>
        <translation>与 SmoothL1Loss 不同，它随 delta 增大：改了 delta，学习率可能就不合适了。</translation>
    </message>
    <message>
        <source>Punish errors in units of a variance that the network predicts along with the number.</source>
        <translation>以网络一并预测的方差为单位来惩罚误差。</translation>
    </message>
    <message>
        <source>A forecaster who must give error bars: too narrow is costly, too wide as well.</source>
        <translation>像必须给出误差范围的预报员：太窄代价大，太宽也一样。</translation>
    </message>
    <message>
        <source>Use it when the noise differs from example to example and its size is wanted too.</source>
        <translation>各样本噪声不同、且想知道噪声大小时使用。</translation>
    </message>
    <message>
        <source>The variance must not be negative: put Softplus or Exp before it. It can shrink towards 0 and blow up.</source>
        <translation>方差不能为负：前面接 Softplus 或 Exp。它可能缩向 0 而使损失爆炸。</translation>
    </message>
    <message>
        <source>Punish predicted rates by how unlikely they make the counts that were seen.</source>
        <translation>看预测的速率使实际计数有多不可能，以此惩罚。</translation>
    </message>
    <message>
        <source>A shop that predicts customers per hour and is judged by how surprising the real count was.</source>
        <translation>像预测每小时顾客数的商店：按实际人数有多出人意料来评判。</translation>
    </message>
    <message>
        <source>Choose it when the target is a count: visits, calls, photons, spikes.</source>
        <translation>目标是计数时选它：访问、来电、光子、脉冲。</translation>
    </message>
    <message>
        <source>With log_input the network gives ln of the rate; read its output as a rate and it is far too small.</source>
        <translation>设 log_input 时网络给出的是速率的对数；若把输出当速率读，就小得太多。</translation>
    </message>
    <message>
        <source>Punish errors by the logarithm of their hyperbolic cosine: a square near 0, a straight line far away.</source>
        <translation>按双曲余弦的对数惩罚误差：零附近像平方，远处像直线。</translation>
    </message>
    <message>
        <source>A bowl with straight walls: round at the bottom, evenly steep outside, and no seam between.</source>
        <translation>像一只直壁的碗：底是圆的，外面坡度均匀，中间没有接缝。</translation>
    </message>
    <message>
        <source>Try it where HuberLoss would do but every derivative should be smooth and nothing needs tuning.</source>
        <translation>HuberLoss 适用、但希望各阶导数都平滑且不用调参时，可以试试。</translation>
    </message>
    <message>
        <source>Its bend lies at errors of about 1. Scale the targets, or it acts as L1Loss or as a square alone.</source>
        <translation>弯折处在误差约为 1 的地方。要缩放目标，否则它只像 L1Loss 或只像平方。</translation>
    </message>
    <message>
        <source>Weigh errors above and below unequally, so that the best answer is a quantile of the target.</source>
        <translation>对偏高和偏低的误差赋予不同权重，使最佳回答成为目标的某个分位数。</translation>
    </message>
    <message>
        <source>A baker for whom an unsold loaf costs little and a missing one much: he bakes more than the average.</source>
        <translation>像面包师：剩一个损失小，缺一个损失大，于是他烤得比平均多。</translation>
    </message>
    <message>
        <source>Use two or three of them for a band of forecasts: 0.1, 0.5 and 0.9.</source>
        <translation>用两三个组成预测区间：0.1、0.5 和 0.9。</translation>
    </message>
    <message>
        <source>Quantiles learned apart may cross, so that the 0.9 line lies below the 0.5 line in places.</source>
        <translation>分开学的分位数可能交叉，0.9 的线在有些地方会低于 0.5 的线。</translation>
    </message>
    <message>
        <source>Charge for the size of every number of a tensor, so that most of them become 0.</source>
        <translation>对张量中每个数的大小收费，使其中大多数变为 0。</translation>
    </message>
    <message>
        <source>Rent for every switched-on lamp: only those that are worth it stay on.</source>
        <translation>像对每盏亮着的灯收租：只有值得的才继续亮。</translation>
    </message>
    <message>
        <source>Wire the code of an autoencoder here for a sparse code. A weight of 0.001 is a start.</source>
        <translation>把自编码器的编码接到这里，得到稀疏编码。权重可从 0.001 开始。</translation>
    </message>
    <message>
        <source>Too much weight switches everything off. It is a sum over the example: larger tensors count for more.</source>
        <translation>权重太大会全部关掉。它对样本求和：张量越大分量越重。</translation>
    </message>
    <message>
        <source>Charge half the square of every number of a tensor, so that none becomes large.</source>
        <translation>对张量中每个数收取平方的一半，使任何数都不会变大。</translation>
    </message>
    <message>
        <source>Rubber bands that pull everything to zero, harder the further it is away.</source>
        <translation>像把一切拉向零的橡皮筋：离得越远拉得越紧。</translation>
    </message>
    <message>
        <source>Use it to keep activations or codes in bounds. For the weights themselves set weight_decay in the recipe.</source>
        <translation>用来限制激活或编码的大小。限制权重本身，请在配方里设 weight_decay。</translation>
    </message>
    <message>
        <source>It makes numbers small but seldom 0. Other texts write it without the half, which doubles its strength.</source>
        <translation>它使数变小，但很少变成 0。有的书不带二分之一，强度就加倍。</translation>
    </message>
    <message>
        <source>added above and below, so that empty areas do not divide by 0</source>
        <translation>分子分母都加上，避免空区域时除以 0</translation>
    </message>
    <message>
        <source>x holds raw scores rather than probabilities</source>
        <translation>x 是原始得分而不是概率</translation>
    </message>
    <message>
        <source>weight of what is marked wrongly</source>
        <translation>误标部分的权重</translation>
    </message>
    <message>
        <source>weight of what is missed</source>
        <translation>漏标部分的权重</translation>
    </message>
    <message>
        <source>how the four numbers of a box are meant</source>
        <translation>框的四个数的含义</translation>
    </message>
    <message>
        <source>Ask predicted and true areas to share as much as possible of what both cover together.</source>
        <translation>要求预测区域与真实区域在两者面积之和中尽量多地重合。</translation>
    </message>
    <message>
        <source>Two cut-outs laid on each other: the more paper doubles up, the better.</source>
        <translation>像两张剪纸叠在一起：重叠的纸越多越好。</translation>
    </message>
    <message>
        <source>Use it for segmentation where the thing is small against its background, often along with cross-entropy.</source>
        <translation>目标相对背景很小的分割任务使用，常与交叉熵一起。</translation>
    </message>
    <message>
        <source>On pictures without the class only smooth decides. Its gradient is uneven: alone it may start slowly.</source>
        <translation>图中没有该类时只有 smooth 起作用。梯度不均匀：单独使用起步可能很慢。</translation>
    </message>
    <message>
        <source>Ask the area that prediction and truth share to fill the area that either covers.</source>
        <translation>要求预测与真实共有的区域填满任一方覆盖的区域。</translation>
    </message>
    <message>
        <source>Two circles of a Venn diagram that ought to become one.</source>
        <translation>像韦恩图里的两个圆，本该合成一个。</translation>
    </message>
    <message>
        <source>Choose it when the result will be judged by intersection over union.</source>
        <translation>结果将按交并比评价时选它。</translation>
    </message>
    <message>
        <source>Harder than Dice on half-right areas. The mean over a batch is not the IoU of the whole data set.</source>
        <translation>对半对的区域比 Dice 更严。批平均值不等于整个数据集的 IoU。</translation>
    </message>
    <message>
        <source>Weigh places marked wrongly and places missed unequally when two areas are compared.</source>
        <translation>比较两个区域时，对误标和漏标给不同权重。</translation>
    </message>
    <message>
        <source>A doctor who would rather order one check-up too many than overlook one illness.</source>
        <translation>像一位医生：宁可多开一次检查，也不愿漏掉一个病。</translation>
    </message>
    <message>
        <source>Raise beta above alpha when missing something is worse than a false alarm.</source>
        <translation>漏掉比误报更糟时，让 beta 大于 alpha。</translation>
    </message>
    <message>
        <source>It shifts the balance and does not create knowledge: a high beta simply marks more of the picture.</source>
        <translation>它只移动平衡，并不产生知识：beta 大，只是把图标得更多。</translation>
    </message>
    <message>
        <source>Ask every predicted box to cover its true box and nothing else.</source>
        <translation>要求每个预测框盖住它的真实框，且不多盖别处。</translation>
    </message>
    <message>
        <source>A picture frame that has to fit its picture: too large is as wrong as too small.</source>
        <translation>像要配画的画框：太大和太小一样不对。</translation>
    </message>
    <message>
        <source>Use it for boxes that overlap their targets already, instead of four separate distances.</source>
        <translation>框已经与目标重叠时使用，代替四个单独的距离。</translation>
    </message>
    <message>
        <source>Boxes that do not touch have a loss of 1 and no gradient at all.</source>
        <translation>不相接的框损失为 1，且完全没有梯度。</translation>
    </message>
    <message>
        <source>Compare boxes by overlap, and draw those that do not touch towards each other.</source>
        <translation>按重叠比较框，并把不相接的框拉近。</translation>
    </message>
    <message>
        <source>Two boats tied by a rope: even out of reach, the empty water between them pulls.</source>
        <translation>像绳子系住的两条船：即使够不着，中间的空水面也在拉。</translation>
    </message>
    <message>
        <source>Choose it as the first loss for boxes; DETR uses it beside L1.</source>
        <translation>框的损失首先选它；DETR 把它与 L1 并用。</translation>
    </message>
    <message>
        <source>A box inside another gives no more than IoU does, wherever in it it lies.</source>
        <translation>一个框在另一个之内时，无论在哪里都与 IoU 没有差别。</translation>
    </message>
    <message>
        <source>Compare boxes by overlap and by how far apart their centres are.</source>
        <translation>按重叠和中心距离比较框。</translation>
    </message>
    <message>
        <source>Hanging a poster: first the nail into the middle, then the edges.</source>
        <translation>像挂海报：先把钉子钉到正中，再对齐边缘。</translation>
    </message>
    <message>
        <source>Use it when boxes should find their place quickly, also one box inside another.</source>
        <translation>希望框快速就位时使用，一个框套在另一个里时也有效。</translation>
    </message>
    <message>
        <source>Once the centres agree, only IoU is left to mend width and height.</source>
        <translation>中心一致之后，只剩 IoU 来修正宽和高。</translation>
    </message>
    <message>
        <source>Compare boxes by overlap, by their centres and by the ratio of their sides.</source>
        <translation>按重叠、中心和边长比来比较框。</translation>
    </message>
    <message>
        <source>A tailor who checks fit, position and proportions, in this order.</source>
        <translation>像裁缝：依次检查合身、位置和比例。</translation>
    </message>
    <message>
        <source>Take it for the last bit of accuracy in a detector, as YOLO does from version 4 on.</source>
        <translation>想得到检测器最后一点精度时用它，YOLO 从第 4 版起就这样做。</translation>
    </message>
    <message>
        <source>Right proportions alone do not mean the right size. Boxes of no height or width give useless slopes.</source>
        <translation>比例对不代表大小对。没有高或宽的框给出无用的斜率。</translation>
    </message>
    <message>
        <source>the predicted variance, not negative</source>
        <translation>预测的方差，不为负</translation>
    </message>
    <message>
        <source>the numbers to keep small</source>
        <translation>要保持小的数</translation>
    </message>
    <message>
        <source>the classes present, then −1 in the places left</source>
        <translation>出现的类别，其余位置填 −1</translation>
    </message>
    <message>
        <source>scores of the student</source>
        <translation>学生的得分</translation>
    </message>
    <message>
        <source>scores of the teacher</source>
        <translation>教师的得分</translation>
    </message>
    <message>
        <source>scores of every step, one per class</source>
        <translation>每一步的得分，每类一个</translation>
    </message>
    <message>
        <source>the text, filled up with blanks</source>
        <translation>文本，用空白补齐</translation>
    </message>
    <message>
        <source>how many steps count</source>
        <translation>计入多少步</translation>
    </message>
    <message>
        <source>how many places of the text count</source>
        <translation>文本计入多少个位置</translation>
    </message>
    <message>
        <source>the first of each pair</source>
        <translation>每对的第一个</translation>
    </message>
    <message>
        <source>the second of each pair</source>
        <translation>每对的第二个</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>样本（锚点）</translation>
    </message>
    <message>
        <source>another of the same class</source>
        <translation>同类的另一个</translation>
    </message>
    <message>
        <source>one of another class</source>
        <translation>异类的一个</translation>
    </message>
    <message>
        <source>1 when both belong together, else 0</source>
        <translation>两者同属时为 1，否则为 0</translation>
    </message>
    <message>
        <source>score of the first</source>
        <translation>第一个的得分</translation>
    </message>
    <message>
        <source>score of the second</source>
        <translation>第二个的得分</translation>
    </message>
    <message>
        <source>1 when the first is better, else 0</source>
        <translation>第一个更好时为 1，否则为 0</translation>
    </message>
    <message>
        <source>score of what was chosen</source>
        <translation>选中项的得分</translation>
    </message>
    <message>
        <source>score of what was not chosen</source>
        <translation>未选中项的得分</translation>
    </message>
    <message>
        <source>one view</source>
        <translation>一个视图</translation>
    </message>
    <message>
        <source>the other view</source>
        <translation>另一个视图</translation>
    </message>
    <message>
        <source>what searches</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>what is to be found</source>
        <translation>要找到的键</translation>
    </message>
    <message>
        <source>embeddings of the pictures</source>
        <translation>图像的嵌入</translation>
    </message>
    <message>
        <source>embeddings of the texts</source>
        <translation>文本的嵌入</translation>
    </message>
    <message>
        <source>the embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>the right class, for the margin in training</source>
        <translation>正确类别，训练时用于加间隔</translation>
    </message>
    <message>
        <source>embeddings to classify</source>
        <translation>要分类的嵌入</translation>
    </message>
    <message>
        <source>known embeddings, class after class</source>
        <translation>已知的嵌入，按类别依次排列</translation>
    </message>
    <message>
        <source>raw scores of the network that judges</source>
        <translation>判别网络的原始得分</translation>
    </message>
    <message>
        <source>means of the code</source>
        <translation>编码的均值</translation>
    </message>
    <message>
        <source>logarithms of the variances of the code</source>
        <translation>编码方差的对数</translation>
    </message>
    <message>
        <source>the critic's score of x</source>
        <translation>评论家对 x 的得分</translation>
    </message>
    <message>
        <source>where the slope is taken</source>
        <translation>求斜率的位置</translation>
    </message>
    <message>
        <source>the picture to smooth</source>
        <translation>要平滑的图像</translation>
    </message>
    <message>
        <source>features of the picture</source>
        <translation>图像的特征</translation>
    </message>
    <message>
        <source>features of the model of style</source>
        <translation>风格范本的特征</translation>
    </message>
    <message>
        <source>scores, one map per class</source>
        <translation>得分，每类一张图</translation>
    </message>
    <message>
        <source>true maps, or the class of every place</source>
        <translation>真实的图，或每个位置的类别</translation>
    </message>
    <message>
        <source>predicted boxes</source>
        <translation>预测框</translation>
    </message>
    <message>
        <source>true boxes in the same order</source>
        <translation>同样顺序的真实框</translation>
    </message>
    <message>
        <source>true boxes: centre, width and height from 0 to 1</source>
        <translation>真实框：中心、宽、高，取 0 到 1</translation>
    </message>
    <message>
        <source>the class of each true box, negative for none</source>
        <translation>每个真实框的类别，负数表示没有</translation>
    </message>
    <message>
        <source>for every cell: five numbers per box, then classes</source>
        <translation>每格：每个框五个数，然后是类别</translation>
    </message>
    <message>
        <source>scores of every anchor, the background first</source>
        <translation>每个锚框的得分，背景在前</translation>
    </message>
    <message>
        <source>predicted moves of every anchor</source>
        <translation>每个锚框的预测偏移</translation>
    </message>
    <message>
        <source>the anchors: centre, width and height from 0 to 1</source>
        <translation>锚框：中心、宽、高，取 0 到 1</translation>
    </message>
    <message>
        <source>scores of a centre, one map per class</source>
        <translation>中心的得分，每类一张图</translation>
    </message>
    <message>
        <source>place inside the cell, x and y</source>
        <translation>格内位置，x 和 y</translation>
    </message>
    <message>
        <source>width and height in cells</source>
        <translation>宽和高，以格为单位</translation>
    </message>
    <message>
        <source>scores of every prediction, no object last</source>
        <translation>每个预测的得分，“无目标”在最后</translation>
    </message>
    <message>
        <source>predicted boxes: centre, width and height from 0 to 1</source>
        <translation>预测框：中心、宽、高，取 0 到 1</translation>
    </message>
</context>
</TS>
