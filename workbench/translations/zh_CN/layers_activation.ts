<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Let numbers from 0 to 6 through, set lower ones to 0 and higher ones to 6.</source>
        <translation>0 到 6 之间的数原样通过，低于 0 的变成 0，高于 6 的变成 6。</translation>
    </message>
    <message>
        <source>A ruler six units long: what is below its start reads zero, what is beyond its end reads six.</source>
        <translation>像一把六个单位长的尺子：没到起点的读作零，超过末端的读作六。</translation>
    </message>
    <message>
        <source>Use it in networks for phones, such as MobileNet: numbers that stay small survive rounding to 8 bits.</source>
        <translation>用在手机端网络里，例如 MobileNet：数值一直很小，量化成 8 位也不会坏。</translation>
    </message>
    <message>
        <source>Above 6 the slope is zero, as below 0: with large inputs a unit can be stuck at the top as well.</source>
        <translation>超过 6 之后斜率和 0 以下一样是零：输入太大时，单元也会卡在顶端。</translation>
    </message>
    <message>
        <source>Let positive numbers through and weaken negative ones by a factor that is learned.</source>
        <translation>正数原样通过，负数乘上一个可学习的系数而变小。</translation>
    </message>
    <message>
        <source>A door with a closer that adjusts itself: with use it finds out how far to stay ajar.</source>
        <translation>像装了自调闭门器的门：用着用着，它自己找到该留多大的缝。</translation>
    </message>
    <message>
        <source>Use it in place of LeakyReLU when there is enough data to find the slope, for example in image enhancement.</source>
        <translation>数据足够、能学出斜率时，用它代替 LeakyReLU，例如图像增强。</translation>
    </message>
    <message>
        <source>Weight decay pulls the slope towards 0 and so towards plain ReLU: exempt it from the decay.</source>
        <translation>权重衰减会把斜率拉向 0，也就是拉回普通的 ReLU：请把它排除在衰减之外。</translation>
    </message>
    <message>
        <source>Let positive numbers through; while training, weaken each negative one by a random factor.</source>
        <translation>正数原样通过；训练时每个负数乘上一个随机系数而变小。</translation>
    </message>
    <message>
        <source>A gate in the wind: nobody knows how wide it stands open at this moment, only between which limits.</source>
        <translation>像风中的栅栏门：谁也不知道此刻开了多大，只知道在哪两个界限之间。</translation>
    </message>
    <message>
        <source>Try it against overfitting on small picture data, where LeakyReLU fits the training set too well.</source>
        <translation>小图像数据集上 LeakyReLU 把训练集拟合得太好时，可以用它来抑制过拟合。</translation>
    </message>
    <message>
        <source>Each run of the same training batch differs, so its loss is noisier than that of other activations.</source>
        <translation>同一个训练批次每次算出来都不一样，所以损失比用其他激活函数时更抖。</translation>
    </message>
    <message>
        <source>Let positive numbers through and bend negative ones towards −α without a kink, whatever α is.</source>
        <translation>正数原样通过，负数平滑地弯向 −α；无论 α 取多少，连接处都没有折角。</translation>
    </message>
    <message>
        <source>A ramp whose curve is always joined to the straight road at the same slope, however deep it goes.</source>
        <translation>像一条坡道：不管通到多深，它总是以同样的坡度与平直的路面相接。</translation>
    </message>
    <message>
        <source>Use it instead of ELU when alpha is not 1: the slope at zero stays 1 on both sides.</source>
        <translation>alpha 不等于 1 时用它代替 ELU：零点两侧的斜率都是 1。</translation>
    </message>
    <message>
        <source>Its alpha is not that of ELU: here it stretches the curve in both directions, so values do not carry over.</source>
        <translation>它的 alpha 和 ELU 的不是一回事：这里横向纵向都拉伸曲线，数值不能照搬。</translation>
    </message>
    <message>
        <source>Weigh every number with the probability that a normal random number is smaller than it.</source>
        <translation>每个数乘上“一个标准正态随机数比它小”的概率。</translation>
    </message>
    <message>
        <source>A talent show with a fixed field of rivals: how much of you gets through depends on how many you beat.</source>
        <translation>像对手固定的选秀：你打败的人越多，你就有越大一部分能晋级。</translation>
    </message>
    <message>
        <source>The usual choice in transformers such as BERT, GPT and ViT.</source>
        <translation>Transformer 里的常用选择，例如 BERT、GPT 和 ViT。</translation>
    </message>
    <message>
        <source>GPT-2 was trained with the tanh formula: copied weights give slightly other numbers with the exact one.</source>
        <translation>GPT-2 是用 tanh 近似公式训练的：把权重搬到精确公式下，结果会有细小差别。</translation>
    </message>
    <message>
        <source>Weigh every number with the tanh of its softplus, a smooth ReLU that dips a little below zero.</source>
        <translation>每个数乘上自己的 softplus 的 tanh：一种略微低于零的平滑 ReLU。</translation>
    </message>
    <message>
        <source>A ski slope with a shallow hollow before the climb: smooth everywhere, so nothing makes you stumble.</source>
        <translation>像上坡前有一道浅沟的滑雪道：处处平滑，没有什么会绊倒你。</translation>
    </message>
    <message>
        <source>Try it in detectors for pictures: YOLOv4 was built with it.</source>
        <translation>可以在图像目标检测器里试试：YOLOv4 就用了它。</translation>
    </message>
    <message>
        <source>Each number takes an exponential, a logarithm and a tanh: on long tensors it is noticeably slower than ReLU.</source>
        <translation>每个数都要算一次指数、一次对数和一次 tanh：张量很长时明显比 ReLU 慢。</translation>
    </message>
    <message>
        <source>Weigh every number with a straight ramp from 0 at −3 to 1 at 3, a Swish without an exponential.</source>
        <translation>每个数乘上一条直线斜坡的值：−3 处为 0，3 处为 1，相当于不用指数的 Swish。</translation>
    </message>
    <message>
        <source>A curved bridge rebuilt from straight beams: nearly the same line, far cheaper to make.</source>
        <translation>像用直梁重建的拱桥：线形几乎一样，造价却低得多。</translation>
    </message>
    <message>
        <source>Use it in place of SiLU on phones and small chips, as MobileNetV3 does.</source>
        <translation>在手机和小芯片上代替 SiLU，MobileNetV3 就是这样做的。</translation>
    </message>
    <message>
        <source>Below −3 the result and the slope are exactly zero, so units can die there as with ReLU.</source>
        <translation>低于 −3 时结果和斜率都恰好为零，所以单元会像用 ReLU 时一样“死掉”。</translation>
    </message>
    <message>
        <source>Weigh every number with the sigmoid of β times itself, where β is learned.</source>
        <translation>每个数乘上 β 倍自身的 sigmoid，其中 β 是学出来的。</translation>
    </message>
    <message>
        <source>A dial between a straight wire and a one-way valve, and the network turns it by itself.</source>
        <translation>像一个旋钮，一头是直通的导线，一头是单向阀，网络自己去拧。</translation>
    </message>
    <message>
        <source>Use it to see which bend a network prefers: β near 0 is a straight line, large β is ReLU.</source>
        <translation>用来看看网络喜欢怎样的弯曲：β 接近 0 是直线，β 很大就是 ReLU。</translation>
    </message>
    <message>
        <source>A single β moves slowly at the learning rate of all other weights; with β fixed at 1 it is SiLU.</source>
        <translation>单独一个 β 在其他权重的学习率下动得很慢；β 固定为 1 时就是 SiLU。</translation>
    </message>
    <message>
        <source>Set negative numbers to zero and square the positive ones.</source>
        <translation>负数变成零，正数取平方。</translation>
    </message>
    <message>
        <source>An amplifier that turns a whisper into silence and a shout into thunder.</source>
        <translation>像一台放大器：把耳语变成寂静，把喊声变成雷鸣。</translation>
    </message>
    <message>
        <source>Try it in the feed-forward part of a transformer for language, where a search found it.</source>
        <translation>可以在语言 Transformer 的前馈部分试试，它是在那里被自动搜索出来的。</translation>
    </message>
    <message>
        <source>Squares grow quickly: without normalisation before it, numbers and gradients can explode.</source>
        <translation>平方长得很快：前面没有归一化时，数值和梯度都可能爆炸。</translation>
    </message>
    <message>
        <source>Bend numbers smoothly so that the result is always positive.</source>
        <translation>平滑地弯曲数值，使结果总是正的。</translation>
    </message>
    <message>
        <source>A road that leaves the plain so gently that nobody can say where the hill begins.</source>
        <translation>像一条从平原缓缓升起的路，谁也说不出山坡从哪里开始。</translation>
    </message>
    <message>
        <source>Use it for an output that must be positive, such as a spread, a rate or a variance.</source>
        <translation>用在必须为正的输出上，例如标准差、速率或方差。</translation>
    </message>
    <message>
        <source>It never gives exactly zero, so nothing becomes sparse; for very negative inputs the slope vanishes.</source>
        <translation>它永远不会恰好等于零，所以不会变稀疏；输入很负时斜率会消失。</translation>
    </message>
    <message>
        <source>Let numbers above a threshold through and replace all others by one value.</source>
        <translation>高于阈值的数原样通过，其余的全部换成同一个值。</translation>
    </message>
    <message>
        <source>An exam with a pass mark: whoever is above it keeps the score, everybody else gets the same entry.</source>
        <translation>像有及格线的考试：过线的人保留自己的分数，其他人都登记同一个数。</translation>
    </message>
    <message>
        <source>Use it to silence weak answers below a known level. With threshold 0 and value 0 it is ReLU.</source>
        <translation>用来压掉低于某个已知水平的微弱响应。阈值和替换值都为 0 时就是 ReLU。</translation>
    </message>
    <message>
        <source>Unless value equals threshold there is a jump, and below it nothing is learned.</source>
        <translation>只要替换值不等于阈值，就会有一个跳变；阈值以下什么也学不到。</translation>
    </message>
    <message>
        <source>Let numbers inside a range through and hold all others at its ends.</source>
        <translation>范围内的数原样通过，其余的停在范围两端。</translation>
    </message>
    <message>
        <source>A lift that stops at the ground floor and at the top, whatever button you press.</source>
        <translation>像只到底层和顶层为止的电梯，按什么按钮都不会再走。</translation>
    </message>
    <message>
        <source>Use it where a result has to stay in a known range and speed counts, or to see saturation plainly.</source>
        <translation>结果必须留在已知范围内而且速度要紧时用它；也可用来直观地看饱和。</translation>
    </message>
    <message>
        <source>Outside the range the slope is exactly zero: a unit that lands there with all data learns no more.</source>
        <translation>范围之外斜率恰好为零：如果单元对所有数据都落在那里，就再也学不到东西。</translation>
    </message>
    <message>
        <source>Press numbers into the range from 0 to 1 along a straight ramp from −3 to 3.</source>
        <translation>沿一条从 −3 到 3 的直线斜坡，把数压进 0 到 1 的范围。</translation>
    </message>
    <message>
        <source>A water tap with a straight lever: shut at one mark, fully open at another, evenly in between.</source>
        <translation>像直杆水龙头：拧到一个刻度关死，到另一个刻度全开，中间均匀变化。</translation>
    </message>
    <message>
        <source>Use it for gates on small devices, as in the squeeze-excite parts of MobileNetV3.</source>
        <translation>用作小型设备上的门控，例如 MobileNetV3 的压缩激励部分。</translation>
    </message>
    <message>
        <source>Outside −3 to 3 it gives no gradient at all, where Sigmoid still gives a little.</source>
        <translation>在 −3 到 3 之外它完全没有梯度，而 Sigmoid 在那里还有一点点。</translation>
    </message>
    <message>
        <source>Turn numbers into the logarithm of their sigmoid, without rounding troubles.</source>
        <translation>把数变成它的 sigmoid 的对数，而且没有舍入误差的麻烦。</translation>
    </message>
    <message>
        <source>A receipt that lists how much certainty is still missing: nothing at all when you are sure.</source>
        <translation>像一张写明还差多少把握的收据：完全确定时上面什么也没有。</translation>
    </message>
    <message>
        <source>Use it inside losses of the yes-or-no kind: contrastive learning, ranking, word2vec with negative sampling.</source>
        <translation>用在“是或否”类的损失里：对比学习、排序、带负采样的 word2vec。</translation>
    </message>
    <message>
        <source>The results are never positive. As an activation between layers it pulls every mean below zero.</source>
        <translation>结果永远不会是正数。放在层与层之间当激活函数，会把所有均值拉到零以下。</translation>
    </message>
    <message>
        <source>Squeeze numbers into the range from −1 to 1 by dividing each by 1 plus its size.</source>
        <translation>每个数除以 1 加上它自己的绝对值，压进 −1 到 1 的范围。</translation>
    </message>
    <message>
        <source>A runner with a headwind that grows with the speed: faster and faster, but never past the limit.</source>
        <translation>像顶着逆风跑的人，跑得越快风越大：越来越快，却总到不了极限。</translation>
    </message>
    <message>
        <source>Try it instead of Tanh when units saturate: it approaches its ends much more slowly.</source>
        <translation>单元饱和时可以用它代替 Tanh：它接近两端要慢得多。</translation>
    </message>
    <message>
        <source>It has a sharp peak of slope at zero and long flat tails, so large inputs still learn slowly.</source>
        <translation>它的斜率在零点有一个尖峰，两边是长而平的尾巴，所以大的输入依然学得慢。</translation>
    </message>
    <message>
        <source>Subtract from every number its own tanh, so that small numbers nearly vanish.</source>
        <translation>每个数减去它自己的 tanh，使小的数几乎消失。</translation>
    </message>
    <message>
        <source>A tax with a fixed ceiling: small incomes lose nearly all of it, large ones hardly notice.</source>
        <translation>像有封顶的税：小收入几乎全被收走，大收入几乎没有感觉。</translation>
    </message>
    <message>
        <source>Use it in sparse coding, where small numbers are taken for noise but no hard edge is wanted.</source>
        <translation>用在稀疏编码里：把小的数当作噪声，又不想要生硬的边界。</translation>
    </message>
    <message>
        <source>Around zero its slope is zero, so units that start small hardly get going.</source>
        <translation>零附近斜率为零，所以一开始很小的单元很难动起来。</translation>
    </message>
    <message>
        <source>Set numbers close to zero to zero and leave all others as they are.</source>
        <translation>接近零的数变成零，其余的保持原样。</translation>
    </message>
    <message>
        <source>A noise gate on a microphone: the hum between the words is cut, the words stay untouched.</source>
        <translation>像话筒上的噪声门：词与词之间的嗡嗡声被切掉，词本身一点没动。</translation>
    </message>
    <message>
        <source>Use it to make codes sparse or to denoise, when what remains must keep its full size.</source>
        <translation>要让编码变稀疏或去噪，而且留下来的必须保持原有大小时用它。</translation>
    </message>
    <message>
        <source>At ±lambd there is a jump, and what falls inside gets no gradient to come out again.</source>
        <translation>在 ±lambd 处有跳变；落进里面的数得不到梯度，再也出不来。</translation>
    </message>
    <message>
        <source>Move every number towards zero by a fixed amount, and stop at zero.</source>
        <translation>每个数都向零移动固定的一段，到零为止。</translation>
    </message>
    <message>
        <source>A toll that everybody pays: who has less than the toll is left with nothing, but never in debt.</source>
        <translation>像人人都交的过路费：钱不够的人交到一分不剩，但不会欠债。</translation>
    </message>
    <message>
        <source>Use it in learned sparse coding: it is the step that the L1 penalty asks for.</source>
        <translation>用在可学习的稀疏编码里：L1 惩罚要求的正是这一步。</translation>
    </message>
    <message>
        <source>It makes all numbers smaller, the large ones too, so reconstructions come out too pale.</source>
        <translation>它让所有的数变小，大的数也不例外，所以重建结果会偏淡。</translation>
    </message>
    <message>
        <source>Answer with 1 for positive numbers and with 0 for negative ones.</source>
        <translation>正数回答 1，负数回答 0。</translation>
    </message>
    <message>
        <source>A light switch: on or off, and no position in between.</source>
        <translation>像电灯开关：不是开就是关，没有中间位置。</translation>
    </message>
    <message>
        <source>Use it to draw the first artificial neurons and logic gates by hand, with weights you set yourself.</source>
        <translation>用来手工画出最早的人工神经元和逻辑门，权重由你自己设定。</translation>
    </message>
    <message>
        <source>Its slope is zero everywhere, so gradient descent cannot train what lies before it.</source>
        <translation>它的斜率处处为零，所以梯度下降训练不了它前面的部分。</translation>
    </message>
    <message>
        <source>Send every number through a sine wave.</source>
        <translation>让每个数通过一个正弦波。</translation>
    </message>
    <message>
        <source>A set of tuning forks: from many pure tones any sound, picture or surface can be put together.</source>
        <translation>像一组音叉：用许多纯音可以拼出任何声音、图像或曲面。</translation>
    </message>
    <message>
        <source>Use it in networks that map coordinates to a picture, a sound or a shape, with omega 30 as in SIREN.</source>
        <translation>用在把坐标映射成图像、声音或形状的网络里；SIREN 取 omega 为 30。</translation>
    </message>
    <message>
        <source>Hidden layers need weights from U(−√(6/n)/ω, √(6/n)/ω) for n inputs; else deep stacks give only noise.</source>
        <translation>隐藏层的权重要取自 U(−√(6/n)/ω, √(6/n)/ω)，n 是输入个数；否则网络一深就只剩噪声。</translation>
    </message>
    <message>
        <source>Let the second half of the channels decide, through a sigmoid, how much of the first half passes.</source>
        <translation>让后一半通道经过 sigmoid，决定前一半通过多少。</translation>
    </message>
    <message>
        <source>A row of taps: one half of the pipes carries the water, the other half turns the handles.</source>
        <translation>像一排水龙头：一半管子送水，另一半负责拧把手。</translation>
    </message>
    <message>
        <source>Use it after a layer with twice as many outputs as you want, for example in convolutions over text.</source>
        <translation>放在输出数为所需两倍的层后面，例如文本卷积之后。</translation>
    </message>
    <message>
        <source>It halves the channels. Give the layer before it twice as many, or the network gets narrow unnoticed.</source>
        <translation>它使通道减半。前一层要给两倍的通道，否则网络会不知不觉变窄。</translation>
    </message>
    <message>
        <source>Make two weighted sums for every output and let one, bent by SiLU, weigh the other.</source>
        <translation>每个输出做两个加权和，其中一个经 SiLU 弯曲后去给另一个加权。</translation>
    </message>
    <message>
        <source>A speaker and an editor: one says everything, the other decides sentence by sentence what is printed.</source>
        <translation>像演讲者和编辑：一个什么都说，另一个逐句决定印出多少。</translation>
    </message>
    <message>
        <source>Use it as the first layer of the feed-forward part of a language model, as LLaMA and PaLM do.</source>
        <translation>用作语言模型前馈部分的第一层，LLaMA 和 PaLM 就是如此。</translation>
    </message>
    <message>
        <source>It has two matrices where Linear has one: take two thirds of the width to compare fairly.</source>
        <translation>Linear 只有一个矩阵，它有两个：要公平比较，宽度应取三分之二。</translation>
    </message>
    <message>
        <source>Make two weighted sums for every output and let one, bent by GELU, weigh the other.</source>
        <translation>每个输出做两个加权和，其中一个经 GELU 弯曲后去给另一个加权。</translation>
    </message>
    <message>
        <source>Two advisers: the first gives an opinion, the second says how much that opinion is worth today.</source>
        <translation>像两位顾问：第一位给出意见，第二位说这个意见今天值多少。</translation>
    </message>
    <message>
        <source>Use it in the feed-forward part of transformers for text and diffusion, such as T5 version 1.1.</source>
        <translation>用在文本和扩散模型的 Transformer 前馈部分，例如 T5 1.1 版。</translation>
    </message>
    <message>
        <source>Some libraries put gate and value into one matrix, in either order: split it rightly when weights are copied.</source>
        <translation>有些库把门和值放进同一个矩阵，先后次序还不一样：搬权重时要分对。</translation>
    </message>
    <message>
        <source>Make several weighted sums for every output and pass on the largest.</source>
        <translation>每个输出做若干个加权和，只传出最大的一个。</translation>
    </message>
    <message>
        <source>A relay team that sends whoever is best for this stretch: the answer is that of the strongest.</source>
        <translation>像接力队总派最擅长这一段路的人上场：答案由最强的那位给出。</translation>
    </message>
    <message>
        <source>Use it together with Dropout; with enough pieces it can bend into any convex shape by itself.</source>
        <translation>和 Dropout 一起用；段数足够时，它自己就能弯成任何凸的形状。</translation>
    </message>
    <message>
        <source>Parameters and work grow with the pieces, and a piece that never wins gets no gradient.</source>
        <translation>参数量和计算量随段数增长；从来赢不了的那一段得不到梯度。</translation>
    </message>
    <message>
        <source>Turn numbers into shares that add up to 1, the largest share for the smallest number.</source>
        <translation>把数变成加起来等于 1 的份额，最小的数得到最大的份额。</translation>
    </message>
    <message>
        <source>A tender: the lowest bid wins most of the contract, and the shares of all bidders make it whole.</source>
        <translation>像招标：报价最低的拿到合同的大部分，所有投标者的份额合起来是全部。</translation>
    </message>
    <message>
        <source>Use it on distances or costs, where less is better: the nearest prototype gets the largest share.</source>
        <translation>用在距离或代价上，越小越好的场合：最近的原型得到最大的份额。</translation>
    </message>
    <message>
        <source>On scores it prefers the worst class. It is Softmax of the numbers with their signs turned round.</source>
        <translation>用在得分上，它会偏爱最差的类别。它就是把所有数变号之后的 Softmax。</translation>
    </message>
    <message>
        <source>Shift and scale every channel of volumes or clips so that over the batch it has mean 0 and spread 1.</source>
        <translation>对体数据或视频的每个通道做平移和缩放，使整个批次上的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>A film lab that brings all reels of a day to the same brightness before anybody judges them.</source>
        <translation>像电影洗印厂：先把当天所有胶片调到同样的亮度，然后才请人评看。</translation>
    </message>
    <message>
        <source>Put it after Conv3d in networks for clips and medical scans, with four or more of them in a batch.</source>
        <translation>放在 Conv3d 之后，用于视频和医学影像网络，批次里最好有四个以上样本。</translation>
    </message>
    <message>
        <source>Volumes fill the memory, so batches are tiny and their mean is chance: then GroupNorm is the better choice.</source>
        <translation>体数据很占内存，所以批次极小，均值全凭运气：这时 GroupNorm 更合适。</translation>
    </message>
    <message>
        <source>Shift and scale each channel of each signal so that over its time it has mean 0 and spread 1.</source>
        <translation>对每个信号的每个通道做平移和缩放，使它在时间上的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Each recording is turned up or down until all are equally loud, before anybody listens to the melody.</source>
        <translation>每段录音先调到同样响，然后才有人去听旋律。</translation>
    </message>
    <message>
        <source>Use it on time series whose level drifts from one window to the next, for example in forecasting.</source>
        <translation>用在各个窗口的水平会漂移的时间序列上，例如预测任务。</translation>
    </message>
    <message>
        <source>The level of the series is gone afterwards: a forecast has to add mean and spread again.</source>
        <translation>处理之后序列原来的水平就没有了：预测时必须把均值和标准差加回去。</translation>
    </message>
    <message>
        <source>Shift and scale each feature map of each image so that over its pixels it has mean 0 and spread 1.</source>
        <translation>对每幅图像的每张特征图做平移和缩放，使它在所有像素上的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>A photographer who corrects the contrast of every single picture, so that only what it shows remains.</source>
        <translation>像一位摄影师，逐张修正照片的对比度，只留下画面本身的内容。</translation>
    </message>
    <message>
        <source>The choice for style transfer and for turning one kind of picture into another, as in CycleGAN.</source>
        <translation>风格迁移和图像到图像转换的首选，例如 CycleGAN。</translation>
    </message>
    <message>
        <source>For recognition it is usually worse than BatchNorm2d: contrast and colour say something about the class.</source>
        <translation>做识别通常不如 BatchNorm2d：对比度和颜色本来也说明类别。</translation>
    </message>
    <message>
        <source>Shift and scale each channel of each volume so that over all its places it has mean 0 and spread 1.</source>
        <translation>对每个体数据的每个通道做平移和缩放，使它在所有位置上的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Scans from ten hospitals, each calibrated against itself, because no two machines agree on a zero.</source>
        <translation>来自十家医院的扫描，各自按自己校准，因为没有两台机器的零点是一样的。</translation>
    </message>
    <message>
        <source>Use it in segmentation of medical scans, where a batch holds one or two of them, as nnU-Net does.</source>
        <translation>用于医学影像分割，一个批次只有一两个扫描的时候，nnU-Net 就是如此。</translation>
    </message>
    <message>
        <source>A volume that is empty but for noise is blown up to full spread as well.</source>
        <translation>除了噪声什么都没有的体数据，也会被放大到同样的起伏。</translation>
    </message>
    <message>
        <source>Divide the channels of each example into groups and give every group mean 0 and spread 1.</source>
        <translation>把每个样本的通道分成若干组，使每组的均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>A choir that tunes section by section: the altos among themselves, the basses among themselves.</source>
        <translation>像合唱团分声部校音：女低音之间互相校，男低音之间互相校。</translation>
    </message>
    <message>
        <source>Use it with small batches, in detection, segmentation and diffusion; 32 groups are a common choice.</source>
        <translation>批次小时用它：检测、分割、扩散模型；常用 32 组。</translation>
    </message>
    <message>
        <source>The groups have to divide the channels. One group is LayerNorm, as many as channels is InstanceNorm.</source>
        <translation>组数必须整除通道数。只有一组就是 LayerNorm，组数等于通道数就是 InstanceNorm。</translation>
    </message>
    <message>
        <source>Divide the numbers of each example by their root mean square, without moving their mean.</source>
        <translation>把每个样本的数除以它们的均方根，均值不动。</translation>
    </message>
    <message>
        <source>A volume control that evens out how loud it is, but leaves a hum in the line where it was.</source>
        <translation>像一个音量旋钮：把响度调匀，却让线路里的嗡嗡声留在原处。</translation>
    </message>
    <message>
        <source>Use it in place of LayerNorm in large language models: one step less, and equally good there.</source>
        <translation>在大语言模型里代替 LayerNorm：少一步计算，效果在那里同样好。</translation>
    </message>
    <message>
        <source>It keeps the mean. Where inputs have a large common offset, the offset rules the result.</source>
        <translation>它保留均值。输入带有很大的共同偏移时，结果就被这个偏移支配。</translation>
    </message>
    <message>
        <source>Weaken each number when its neighbours in nearby channels are large at the same place.</source>
        <translation>同一位置上相邻通道的数很大时，把这个数减弱。</translation>
    </message>
    <message>
        <source>Neighbours in a choir: whoever stands beside a very loud voice is hardly heard any more.</source>
        <translation>像合唱团里的邻座：站在嗓门特别大的人旁边，就几乎听不见自己了。</translation>
    </message>
    <message>
        <source>Use it to rebuild AlexNet and other networks of its time; newer ones use batch normalisation.</source>
        <translation>用来重建 AlexNet 和同时代的网络；新的网络用批归一化。</translation>
    </message>
    <message>
        <source>PyTorch divides alpha by size and the paper does not: its α = 1e-4 with n = 5 is alpha = 5e-4 here.</source>
        <translation>PyTorch 会把 alpha 除以 size，论文不除：论文里 α = 1e-4、n = 5，在这里要写 alpha = 5e-4。</translation>
    </message>
    <message>
        <source>Divide numbers by their length, so that only their direction remains.</source>
        <translation>把数除以它们的长度，只留下方向。</translation>
    </message>
    <message>
        <source>A compass needle: it says where things lie, whatever the distance.</source>
        <translation>像指南针：只说东西在哪个方向，不管有多远。</translation>
    </message>
    <message>
        <source>Use it on embeddings that are compared by angle: face recognition, contrastive learning, retrieval.</source>
        <translation>用在按夹角比较的嵌入上：人脸识别、对比学习、检索。</translation>
    </message>
    <message>
        <source>How strong a feature is as a whole is lost, and a vector of zeros stays zeros.</source>
        <translation>特征整体有多强就看不到了；全零的向量仍然是零。</translation>
    </message>
    <message>
        <source>Weigh all inputs and add them up, with length and direction of the weights learned apart.</source>
        <translation>给所有输入加权求和，权重的长度和方向分开来学。</translation>
    </message>
    <message>
        <source>A torch that is aimed with one hand while the other sets how bright it shines.</source>
        <translation>像一只手电筒：一只手对准方向，另一只手调亮度。</translation>
    </message>
    <message>
        <source>Use it where batch normalisation does not fit: recurrent networks, reinforcement learning, generators.</source>
        <translation>批归一化不合适的地方用它：循环网络、强化学习、生成器。</translation>
    </message>
    <message>
        <source>It has one more parameter per output, and none of what it says about scale comes from the data.</source>
        <translation>每个输出多一个参数，而且它对尺度的规定与数据无关。</translation>
    </message>
    <message>
        <source>Slide filters over an image, with strength and pattern of each filter learned apart.</source>
        <translation>用滤波器滑过图像，每个滤波器的强度和图案分开来学。</translation>
    </message>
    <message>
        <source>A stencil and a spray can: the one gives the pattern, the other how thick the paint goes on.</source>
        <translation>像镂空模板和喷漆罐：一个决定图案，一个决定漆有多厚。</translation>
    </message>
    <message>
        <source>Use it in generators and in super-resolution, where statistics of a batch leave visible traces.</source>
        <translation>用在生成器和超分辨率里，那里批统计量会留下看得见的痕迹。</translation>
    </message>
    <message>
        <source>Frameworks keep g and v in different shapes and orders: copy weights by name, not by position.</source>
        <translation>各个框架里 g 和 v 的形状、次序不同：请按名字搬权重，不要按位置。</translation>
    </message>
    <message>
        <source>Weigh all inputs and add them up, with weights that make no vector longer.</source>
        <translation>给所有输入加权求和，而权重不会把任何向量变长。</translation>
    </message>
    <message>
        <source>A gearbox that may turn a movement in any direction but is built so that nothing gets faster.</source>
        <translation>像一个变速箱：可以把运动转向任何方向，但造得让什么都不会变快。</translation>
    </message>
    <message>
        <source>Use it in the critic of a GAN, and where a network must not react wildly to small changes.</source>
        <translation>用在 GAN 的判别器里，以及网络不该对微小变化反应过度的地方。</translation>
    </message>
    <message>
        <source>The bound holds for this layer alone, bias apart; what follows can still enlarge everything.</source>
        <translation>这个上界只对这一层成立，偏置另算；后面的层仍然可以把一切放大。</translation>
    </message>
    <message>
        <source>Slide filters over an image, divided by the largest factor by which they stretch a patch.</source>
        <translation>用滤波器滑过图像，滤波器先除以它们对图块的最大拉伸倍数。</translation>
    </message>
    <message>
        <source>A speed limiter in every engine of a fleet: no driver can break away from the others.</source>
        <translation>像车队里每台发动机都装了限速器：谁也甩不开别人。</translation>
    </message>
    <message>
        <source>Use it in the discriminator of a GAN for pictures, in place of any other normalisation there.</source>
        <translation>用在图像 GAN 的判别器里，代替那里的其他归一化。</translation>
    </message>
    <message>
        <source>It bounds the filters as one matrix. Patches overlap, so the whole layer can stretch somewhat more.</source>
        <translation>它约束的是把滤波器看成一个矩阵时的范数。图块互相重叠，所以整层的拉伸还可能略大一些。</translation>
    </message>
    <message>
        <source>While training, set whole channels of a signal to zero and enlarge the others to make up for it.</source>
        <translation>训练时把信号的若干整个通道置零，并把其余通道放大来弥补。</translation>
    </message>
    <message>
        <source>An orchestra that rehearses with whole sections sent home, so that the melody never hangs on one.</source>
        <translation>像让整个声部回家的乐队排练：旋律不会只靠一个声部撑着。</translation>
    </message>
    <message>
        <source>Use it after Conv1d, where neighbours in time are so alike that dropping single ones changes nothing.</source>
        <translation>用在 Conv1d 之后：时间上相邻的数太像，单独丢弃几个等于没丢。</translation>
    </message>
    <message>
        <source>With few channels much is lost at once: start with p = 0.1.</source>
        <translation>通道很少时，一次就丢掉太多：从 p = 0.1 开始。</translation>
    </message>
    <message>
        <source>While training, set whole feature maps to zero and enlarge the others to make up for it.</source>
        <translation>训练时把若干整张特征图置零，并把其余的放大来弥补。</translation>
    </message>
    <message>
        <source>A guard whose eyes are covered now and then, so that the ears learn to watch as well.</source>
        <translation>像时不时被蒙住眼睛的守卫，于是耳朵也学会了警戒。</translation>
    </message>
    <message>
        <source>Use it between convolutions: single pixels can be guessed from their neighbours, whole maps cannot.</source>
        <translation>用在卷积之间：单个像素可以从邻居猜出来，整张特征图猜不出来。</translation>
    </message>
    <message>
        <source>Just before or behind batch normalisation it shifts mean and spread, and training and use drift apart.</source>
        <translation>紧挨着批归一化使用时会改变均值和标准差，训练和使用时就对不上了。</translation>
    </message>
    <message>
        <source>While training, set whole channels of a volume or clip to zero and enlarge the others to make up for it.</source>
        <translation>训练时把体数据或视频的若干整个通道置零，并把其余的放大来弥补。</translation>
    </message>
    <message>
        <source>A film crew that loses a camera for the whole take: the scene has to be clear from the others.</source>
        <translation>像整条镜头都少一台摄像机的剧组：场面必须从其他机位也看得清。</translation>
    </message>
    <message>
        <source>Use it in networks for clips and scans, late in the network and with a small p.</source>
        <translation>用在视频和扫描的网络里，放在靠后的位置，p 取小一些。</translation>
    </message>
    <message>
        <source>A channel is missing in all frames at once; it does not teach the network to bear single lost frames.</source>
        <translation>通道在所有帧里同时缺失；网络学不会怎样应付个别丢失的帧。</translation>
    </message>
    <message>
        <source>While training, set a random part of the numbers to SELU's lowest value, so that mean and spread stay.</source>
        <translation>训练时把随机一部分数换成 SELU 的最低值，使均值和标准差保持不变。</translation>
    </message>
    <message>
        <source>Players are replaced by substitutes of the team's average strength, so that its level holds.</source>
        <translation>上场的替补是全队平均水平，所以队伍的水平不变。</translation>
    </message>
    <message>
        <source>Use it behind SELU, in place of Dropout, with p from 0.05 to 0.1.</source>
        <translation>放在 SELU 之后代替 Dropout，p 取 0.05 到 0.1。</translation>
    </message>
    <message>
        <source>It fits SELU only: behind other activations it adds a value that never occurs there.</source>
        <translation>它只适合 SELU：放在其他激活函数后面，会加进一个那里从不出现的值。</translation>
    </message>
    <message>
        <source>While training, set whole channels to SELU's lowest value, so that mean and spread stay.</source>
        <translation>训练时把若干整个通道换成 SELU 的最低值，使均值和标准差保持不变。</translation>
    </message>
    <message>
        <source>A whole department is on leave, and temporary staff keeps the firm at its usual pace.</source>
        <translation>整个部门去休假，临时工让公司照常运转。</translation>
    </message>
    <message>
        <source>Use it in convolutional networks with SELU, where neighbours in a channel say nearly the same.</source>
        <translation>用在带 SELU 的卷积网络里，那里一个通道内相邻的数说的几乎是一回事。</translation>
    </message>
    <message>
        <source>Few channels and a large p make the scale of the others jump from step to step.</source>
        <translation>通道少而 p 大时，其余通道的尺度会在每一步跳来跳去。</translation>
    </message>
    <message>
        <source>While training, set this path to zero for random examples and enlarge it for the others.</source>
        <translation>训练时对随机选中的样本把这条支路置零，对其余样本则放大。</translation>
    </message>
    <message>
        <source>A commuter who sometimes finds the side road closed and takes the main road alone.</source>
        <translation>像一个通勤的人，有时发现小路封了，就只走大路。</translation>
    </message>
    <message>
        <source>Put it at the end of a residual branch, just before the sum: p from 0 at the first block to 0.1 or more.</source>
        <translation>放在残差支路的末端、相加之前：p 从第一个块的 0 升到 0.1 或更大。</translation>
    </message>
    <message>
        <source>Outside a residual branch it sets the whole example to zero, and nothing at all remains of it.</source>
        <translation>放在残差支路之外会把整个样本置零，什么也不剩。</translation>
    </message>
    <message>
        <source>While training, add random numbers from a bell curve to every number.</source>
        <translation>训练时给每个数加上一个正态分布的随机数。</translation>
    </message>
    <message>
        <source>Practising in light rain: who gets used to it does not slip when a little of it falls.</source>
        <translation>在小雨里练习：习惯了的人，下一点雨也不会滑倒。</translation>
    </message>
    <message>
        <source>Use it behind the Input as augmentation, or to make an autoencoder remove noise.</source>
        <translation>放在 Input 之后做数据增强，或者让自编码器学会去噪。</translation>
    </message>
    <message>
        <source>The noise has the unit of the data: with pixels up to 255 a std of 0.1 is nothing, up to 1 it is much.</source>
        <translation>噪声的单位就是数据的单位：像素到 255 时 0.1 微不足道，到 1 时就很大了。</translation>
    </message>
    <message>
        <source>While training, multiply every number by a random factor around 1.</source>
        <translation>训练时给每个数乘上一个在 1 附近的随机系数。</translation>
    </message>
    <message>
        <source>Every musician plays a little louder or softer each time, but nobody ever falls silent.</source>
        <translation>每位乐手每次奏得稍响或稍轻，但没有谁完全不出声。</translation>
    </message>
    <message>
        <source>Try it in place of Dropout: the same mean and spread of the result, without hard zeros.</source>
        <translation>可以代替 Dropout 试试：结果的均值和标准差相同，却没有生硬的零。</translation>
    </message>
    <message>
        <source>Near p = 1 the factor scatters enormously and can change the sign; stay below 0.5.</source>
        <translation>p 接近 1 时系数散得极开，甚至会变号；请保持在 0.5 以下。</translation>
    </message>
    <message>
        <source>Draw numbers around a mean with a given spread, in a way that gradients pass through both.</source>
        <translation>按给定的均值和标准差抽取数值，而且梯度能传到这两者。</translation>
    </message>
    <message>
        <source>The die is cast outside the room: inside, one only decides where the table stands and how large it is.</source>
        <translation>骰子在屋外掷：屋里只决定桌子摆在哪里、有多大。</translation>
    </message>
    <message>
        <source>Use it between encoder and decoder of a variational autoencoder, with two Linear layers before it.</source>
        <translation>用在变分自编码器的编码器和解码器之间，前面放两个 Linear。</translation>
    </message>
    <message>
        <source>logvar is the logarithm of the variance, not the spread: σ = exp(½·logvar). Mixed up, the samples explode.</source>
        <translation>logvar 是方差的对数，不是标准差：σ = exp(½·logvar)。弄混了，样本就会爆炸。</translation>
    </message>
    <message>
        <source>Mix each example with noise, the more the later its time step.</source>
        <translation>给每个样本掺入噪声，时间步越靠后掺得越多。</translation>
    </message>
    <message>
        <source>A drop of ink in water: at step 0 you still see its shape, at the last step only grey.</source>
        <translation>像滴进水里的墨：第 0 步还看得出形状，最后一步只剩一片灰。</translation>
    </message>
    <message>
        <source>Use it to train a diffusion model: wire RandomTimestep to step, and let the network guess the noise.</source>
        <translation>用来训练扩散模型：把 RandomTimestep 接到 step，让网络去猜噪声。</translation>
    </message>
    <message>
        <source>The steps have to lie below num_steps, so RandomTimestep needs the same number; and x has to be scaled.</source>
        <translation>时间步必须小于 num_steps，所以 RandomTimestep 要用同一个数；x 也要先缩放好。</translation>
    </message>
    <message>
        <source>Draw a whole number for every example, all equally likely.</source>
        <translation>给每个样本抽一个整数，每个数的机会相同。</translation>
    </message>
    <message>
        <source>Opening a book at random pages, so that in time every page is read equally often.</source>
        <translation>像随手翻书：时间长了，每一页被读到的次数都一样。</translation>
    </message>
    <message>
        <source>Use it in diffusion models, for AddNoise and for the embedding of the time step alike.</source>
        <translation>用在扩散模型里，AddNoise 和时间步嵌入都用它。</translation>
    </message>
    <message>
        <source>One node for both: two of them draw two different numbers, and the network is told the wrong step.</source>
        <translation>两处要用同一个节点：放两个就会抽出两个不同的数，网络得到的时间步就错了。</translation>
    </message>
    <message>
        <source>Draw numbers from a bell curve with mean 0 and spread 1, in a shape you choose.</source>
        <translation>按你选定的形状，从均值 0、标准差 1 的正态分布中抽取数值。</translation>
    </message>
    <message>
        <source>A block of marble for the sculptor: it holds no figure yet, and every block becomes another one.</source>
        <translation>像给雕塑家的一块大理石：里面还没有形象，而每一块都会变成另一尊像。</translation>
    </message>
    <message>
        <source>Use it as the latent input of a generator: a hundred features are plenty for small pictures.</source>
        <translation>用作生成器的潜变量输入：小图像有一百个特征就足够了。</translation>
    </message>
    <message>
        <source>It is new at every call. To watch one sample improve, feed fixed numbers through an Input instead.</source>
        <translation>每次调用都是新的数。想看同一个样本怎样变好，请改用 Input 送入固定的数。</translation>
    </message>
    <message>
        <source>Hide some of the tokens, and give the hidden ones as what is to be guessed.</source>
        <translation>把一部分词元遮住，并把被遮住的词元作为要猜的目标。</translation>
    </message>
    <message>
        <source>A cloze test: fill in the blanks, and beware, now and then a printed word is wrong as well.</source>
        <translation>像完形填空：填上空格；小心，偶尔印出来的词也是错的。</translation>
    </message>
    <message>
        <source>Use it to pretrain an encoder on text without labels; CrossEntropyLoss passes over the targets −100.</source>
        <translation>用没有标签的文本预训练编码器；CrossEntropyLoss 会跳过目标 −100。</translation>
    </message>
    <message>
        <source>Set first_ordinary above your special tokens, else padding is hidden too and the task gets far too easy.</source>
        <translation>first_ordinary 要设在特殊词元之上，否则填充也会被遮住，任务就变得过于容易。</translation>
    </message>
    <message>
        <source>Draw one of several choices at random by its share, in a way that gradients pass through.</source>
        <translation>按份额从几个选项里随机抽一个，而且梯度能够通过。</translation>
    </message>
    <message>
        <source>A raffle in which tickets are sold by merit: anybody can win, the best most often.</source>
        <translation>像按功绩发奖券的抽奖：谁都可能中，最好的中得最多。</translation>
    </message>
    <message>
        <source>Use it where a network must choose: hard attention, discrete codes, which path to take.</source>
        <translation>用在网络必须做选择的地方：硬注意力、离散编码、走哪条路径。</translation>
    </message>
    <message>
        <source>A small tau gives clear choices and wild gradients. Start near 1 and lower it slowly.</source>
        <translation>tau 小则选择分明而梯度剧烈。从 1 附近开始，慢慢降低。</translation>
    </message>
    <message>
        <source>how many slopes: 1 for all, or empty for one per channel</source>
        <translation>斜率的个数：1 表示共用一个，留空表示每个通道一个</translation>
    </message>
    <message>
        <source>slopes</source>
        <translation>斜率数</translation>
    </message>
    <message>
        <source>slope for negative numbers at the beginning</source>
        <translation>负数部分的初始斜率</translation>
    </message>
    <message>
        <source>smallest factor for a negative number</source>
        <translation>负数乘的最小系数</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>largest factor for a negative number</source>
        <translation>负数乘的最大系数</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>how far below zero the curve can sink</source>
        <translation>曲线最多能降到零以下多深</translation>
    </message>
    <message>
        <source>none: the exact bell curve; tanh: a formula close to it, as in GPT-2</source>
        <translation>none：精确的正态分布；tanh：近似公式，GPT-2 用的就是它</translation>
    </message>
    <message>
        <source>how sharp the bend is at the beginning</source>
        <translation>弯曲的初始锐利程度</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>beta</translation>
    </message>
    <message>
        <source>how sharp the bend is; very large is ReLU</source>
        <translation>弯曲有多锐利；非常大时就是 ReLU</translation>
    </message>
    <message>
        <source>where beta times the number is above it, the number itself is the result</source>
        <translation>beta 乘以这个数超过它时，结果就是这个数本身</translation>
    </message>
    <message>
        <source>numbers above it pass unchanged</source>
        <translation>高于它的数原样通过</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>what all other numbers become</source>
        <translation>其余的数都变成这个值</translation>
    </message>
    <message>
        <source>lower end of the range</source>
        <translation>范围的下端</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>upper end of the range</source>
        <translation>范围的上端</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>numbers up to this size become zero</source>
        <translation>绝对值不超过它的数变成零</translation>
    </message>
    <message>
        <source>lambda</source>
        <translation>lambda</translation>
    </message>
    <message>
        <source>how far every number moves towards zero</source>
        <translation>每个数向零移动多少</translation>
    </message>
    <message>
        <source>the answer for exactly zero</source>
        <translation>恰好为零时的回答</translation>
    </message>
    <message>
        <source>how many radians one unit of input is</source>
        <translation>一个单位的输入相当于多少弧度</translation>
    </message>
    <message>
        <source>omega</source>
        <translation>omega</translation>
    </message>
    <message>
        <source>axis that is halved, the batch being 0; empty means channels or features</source>
        <translation>减半的轴，批次为 0；留空表示通道或特征</translation>
    </message>
    <message>
        <source>add a learned number to both sums of every output</source>
        <translation>给每个输出的两个和各加一个可学习的数</translation>
    </message>
    <message>
        <source>how many sums compete for each output</source>
        <translation>每个输出有多少个和在竞争</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>段数</translation>
    </message>
    <message>
        <source>learn a scale and a shift for every channel</source>
        <translation>为每个通道学习一个缩放和一个平移</translation>
    </message>
    <message>
        <source>in use, normalise with averages of the training instead of those of the example itself</source>
        <translation>使用时用训练得到的平均值来归一化，而不用样本自己的</translation>
    </message>
    <message>
        <source>how many groups of channels</source>
        <translation>把通道分成多少组</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>keeps the division safe; empty is the smallest step of the number type</source>
        <translation>避免除以零；留空则取该数值类型的最小间隔</translation>
    </message>
    <message>
        <source>learn a scale for every number</source>
        <translation>为每个数学习一个缩放</translation>
    </message>
    <message>
        <source>how many channels are neighbours</source>
        <translation>多少个通道算作相邻</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <source>how strongly neighbours count</source>
        <translation>相邻通道的影响有多强</translation>
    </message>
    <message>
        <source>how steeply the answer falls</source>
        <translation>响应下降得有多陡</translation>
    </message>
    <message>
        <source>what is added to the sum before the power</source>
        <translation>取幂之前加到和上的数</translation>
    </message>
    <message>
        <source>axis whose numbers form a vector, the batch being 0; empty means channels or features</source>
        <translation>哪一轴上的数组成一个向量，批次为 0；留空表示通道或特征</translation>
    </message>
    <message>
        <source>how lengths are measured: 2 as the crow flies, 1 along the grid</source>
        <translation>长度怎样量：2 是直线距离，1 是沿网格走的距离</translation>
    </message>
    <message>
        <source>shortest length that is divided by</source>
        <translation>作除数的最小长度</translation>
    </message>
    <message>
        <source>how often the estimate is refined at each pass</source>
        <translation>每次通过时把估计改进几次</translation>
    </message>
    <message>
        <source>probability that a channel is set to zero</source>
        <translation>通道被置零的概率</translation>
    </message>
    <message>
        <source>probability that a number is replaced</source>
        <translation>一个数被替换的概率</translation>
    </message>
    <message>
        <source>probability that a channel is replaced</source>
        <translation>通道被替换的概率</translation>
    </message>
    <message>
        <source>probability that an example loses this path</source>
        <translation>样本失去这条支路的概率</translation>
    </message>
    <message>
        <source>spread of the noise, in the unit of the input</source>
        <translation>噪声的标准差，单位与输入相同</translation>
    </message>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>as strong as a Dropout with this probability</source>
        <translation>强度相当于用这个概率的 Dropout</translation>
    </message>
    <message>
        <source>where the numbers lie, μ</source>
        <translation>数值的位置，即 μ</translation>
    </message>
    <message>
        <source>how far they scatter: the logarithm of the variance</source>
        <translation>散布的程度：方差的对数</translation>
    </message>
    <message>
        <source>draw in evaluation mode too, instead of giving the mean</source>
        <translation>评估模式下也抽样，而不是给出均值</translation>
    </message>
    <message>
        <source>clean data, scaled to about −1 to 1</source>
        <translation>干净的数据，缩放到大约 −1 到 1</translation>
    </message>
    <message>
        <source>time step of each example, from 0</source>
        <translation>每个样本的时间步，从 0 开始</translation>
    </message>
    <message>
        <source>how many steps lead from data to noise</source>
        <translation>从数据到噪声共有多少步</translation>
    </message>
    <message>
        <source>how the noise grows: linear as in the first paper, cosine more gently</source>
        <translation>噪声怎样增长：linear 如最初的论文，cosine 更平缓</translation>
    </message>
    <message>
        <source>share of noise added at the first step, for linear</source>
        <translation>第一步加入的噪声份额，用于 linear</translation>
    </message>
    <message>
        <source>share of noise added at the last step, for linear</source>
        <translation>最后一步加入的噪声份额，用于 linear</translation>
    </message>
    <message>
        <source>only the number of examples counts</source>
        <translation>只看样本的个数</translation>
    </message>
    <message>
        <source>the numbers go from 0 to one less than this</source>
        <translation>数从 0 到比它小 1 为止</translation>
    </message>
    <message>
        <source>the number of examples and the number type are taken from here</source>
        <translation>样本个数和数值类型取自这里</translation>
    </message>
    <message>
        <source>the tokens with some of them hidden</source>
        <translation>遮住了一部分的词元</translation>
    </message>
    <message>
        <source>the hidden tokens, and −100 everywhere else</source>
        <translation>被遮住的词元，其余位置都是 −100</translation>
    </message>
    <message>
        <source>how many different tokens there are</source>
        <translation>一共有多少种词元</translation>
    </message>
    <message>
        <source>share of the tokens that is chosen</source>
        <translation>选中的词元所占的比例</translation>
    </message>
    <message>
        <source>the token that stands for a hidden one</source>
        <translation>代表被遮住的词元的编号</translation>
    </message>
    <message>
        <source>tokens below this number are special and never chosen</source>
        <translation>小于这个编号的是特殊词元，不会被选中</translation>
    </message>
    <message>
        <source>axis with the choices, the batch being 0; empty means channels or features</source>
        <translation>选项所在的轴，批次为 0；留空表示通道或特征</translation>
    </message>
    <message>
        <source>temperature: small is decided, large is even</source>
        <translation>温度：小则果断，大则平均</translation>
    </message>
    <message>
        <source>tau</source>
        <translation>tau</translation>
    </message>
    <message>
        <source>give a single one and zeros, with the gradient of the shares</source>
        <translation>给出一个 1 和其余的零，梯度则用份额的</translation>
    </message>
    <message>
        <source>axis along which the numbers are seen together, the batch being 0; empty means channels or features</source>
        <translation>沿哪一轴把数放在一起看，批次为 0；留空表示通道或特征</translation>
    </message>
    <message>
        <source>Leave dim empty: then it is the channels or the features.</source>
        <translation>把 dim 留空：这时就是通道或特征。</translation>
    </message>
    <message>
        <source>One number alone has no others along an axis: wire features here.</source>
        <translation>单独一个数没有轴上的同伴：请在这里接特征。</translation>
    </message>
    <message>
        <source>PReLU has one slope per channel only for features, a signal, an image or a volume.</source>
        <translation>只有对特征、信号、图像或体数据，PReLU 才能每个通道一个斜率。</translation>
    </message>
    <message>
        <source>One slope for all numbers works everywhere.</source>
        <translation>所有数共用一个斜率，在哪里都行。</translation>
    </message>
    <message>
        <source>PReLU takes one slope for all numbers, or one for each of {n} channels.</source>
        <translation>PReLU 可以所有数共用一个斜率，或者 {n} 个通道各有一个。</translation>
    </message>
    <message>
        <source>It has {n} slopes.</source>
        <translation>现在有 {n} 个斜率。</translation>
    </message>
    <message>
        <source>Leave num_parameters empty, and their number follows the channels.</source>
        <translation>把 num_parameters 留空，斜率的个数就随通道数而定。</translation>
    </message>
    <message>
        <source>upper is at least lower, which is {lower}. It got {upper}.</source>
        <translation>upper 至少要等于 lower，即 {lower}。得到的是 {upper}。</translation>
    </message>
    <message>
        <source>max_val lies above min_val, which is {lower}. It got {upper}.</source>
        <translation>max_val 要大于 min_val，即 {lower}。得到的是 {upper}。</translation>
    </message>
    <message>
        <source>GLU divides an axis into two equal halves.</source>
        <translation>GLU 把一个轴平分成两半。</translation>
    </message>
    <message>
        <source>Here this axis has the size {n}, which is odd.</source>
        <translation>这里该轴的大小是 {n}，是奇数。</translation>
    </message>
    <message>
        <source>Give the layer before it an even number of outputs.</source>
        <translation>让前一层的输出数为偶数。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire a volume here.</source>
        <translation>中间放什么都不行：请在这里接体数据。</translation>
    </message>
    <message>
        <source>Use InstanceNorm1d for a signal.</source>
        <translation>信号请用 InstanceNorm1d。</translation>
    </message>
    <message>
        <source>Use InstanceNorm2d for images.</source>
        <translation>图像请用 InstanceNorm2d。</translation>
    </message>
    <message>
        <source>Use InstanceNorm3d for volumes.</source>
        <translation>体数据请用 InstanceNorm3d。</translation>
    </message>
    <message>
        <source>Features have one number per channel and nothing to compare it with: use LayerNorm.</source>
        <translation>特征的每个通道只有一个数，没有可比的：请用 LayerNorm。</translation>
    </message>
    <message>
        <source>Only what has channels has neighbours: wire an image, a signal or a volume here.</source>
        <translation>有通道才有相邻：请在这里接图像、信号或体数据。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire what has channels and places.</source>
        <translation>中间放什么都不行：请接既有通道又有位置的数据。</translation>
    </message>
    <message>
        <source>{type} compares the places of a channel, so it needs at least two.</source>
        <translation>{type} 要比较一个通道内的各个位置，所以至少需要两个位置。</translation>
    </message>
    <message>
        <source>Normalise before the places are pooled into one, or use LayerNorm.</source>
        <translation>请在各位置池化成一个之前归一化，或者改用 LayerNorm。</translation>
    </message>
    <message>
        <source>Use LayerNorm or RMSNorm for a sequence: here every step would be taken for a channel.</source>
        <translation>序列请用 LayerNorm 或 RMSNorm：在这里每一步都会被当成通道。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire what has channels.</source>
        <translation>中间放什么都不行：请接有通道的数据。</translation>
    </message>
    <message>
        <source>GroupNorm divides the channels into {n} equal groups of more than one number.</source>
        <translation>GroupNorm 把通道平分成 {n} 组，每组要多于一个数。</translation>
    </message>
    <message>
        <source>It gets {n} channels.</source>
        <translation>到达的是 {n} 个通道。</translation>
    </message>
    <message>
        <source>Choose a number of groups that divides the channels.</source>
        <translation>请选一个能整除通道数的组数。</translation>
    </message>
    <message>
        <source>There is nothing to normalise in one number: leave this layer out here.</source>
        <translation>只有一个数，没有什么可归一化的：这里请去掉这一层。</translation>
    </message>
    <message>
        <source>Use Dropout1d for a signal.</source>
        <translation>信号请用 Dropout1d。</translation>
    </message>
    <message>
        <source>Use Dropout2d for images.</source>
        <translation>图像请用 Dropout2d。</translation>
    </message>
    <message>
        <source>Use Dropout3d for volumes.</source>
        <translation>体数据请用 Dropout3d。</translation>
    </message>
    <message>
        <source>Use Dropout: here there are no channels to drop.</source>
        <translation>请用 Dropout：这里没有可以丢弃的通道。</translation>
    </message>
    <message>
        <source>Use AlphaDropout: here there are no channels to drop.</source>
        <translation>请用 AlphaDropout：这里没有可以丢弃的通道。</translation>
    </message>
    <message>
        <source>Hide tokens before they are embedded.</source>
        <translation>请在词元嵌入之前遮掩。</translation>
    </message>
    <message>
        <source>Reparameterize needs a mean and a logvar of the same shape.</source>
        <translation>Reparameterize 需要形状相同的均值和对数方差。</translation>
    </message>
    <message>
        <source>Both come from the same features by a layer of their own, with equally many outputs.</source>
        <translation>两者都来自同样的特征，各用一层，输出个数相同。</translation>
    </message>
    <message>
        <source>AddNoise takes one whole number per example as its step.</source>
        <translation>AddNoise 的时间步是每个样本一个整数。</translation>
    </message>
    <message>
        <source>RandomTimestep draws such numbers.</source>
        <translation>RandomTimestep 抽的就是这样的数。</translation>
    </message>
    <message>
        <source>A shape to draw has at least one number, each at least 1. It got ({shape}).</source>
        <translation>要抽取的形状至少有一个数，每个至少为 1。得到的是 ({shape})。</translation>
    </message>
    <message>
        <source>RandomNormal draws numbers that can have a fraction.</source>
        <translation>RandomNormal 抽取的是可以带小数的数。</translation>
    </message>
    <message>
        <source>Its kind is {kind}.</source>
        <translation>它的种类是{kind}。</translation>
    </message>
    <message>
        <source>{parameter} is a token, so it lies below num_embeddings, which is {n}. It got {value}.</source>
        <translation>{parameter} 是词元编号，所以要小于 num_embeddings，即 {n}。得到的是 {value}。</translation>
    </message>
</context>
</TS>
