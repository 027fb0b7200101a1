<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Tell every cell of a grid what it should answer: the cell with an object's centre answers for the object.</source>
        <translation>告诉网格的每个单元该回答什么：物体中心落在哪个单元，就由哪个单元负责该物体。</translation>
    </message>
    <message>
        <source>A map cut into parishes: whoever lives in a parish is written into its book, and into no other.</source>
        <translation>把地图划成若干街区：住在哪个街区，就登记在哪个街区的册子里，别处不记。</translation>
    </message>
    <message>
        <source>Put it before the losses of a detector in one pass: box, objectness and class are then three plain nodes.</source>
        <translation>放在单阶段检测器的损失之前：边框、是否有物体、类别就成了三个普通的损失节点。</translation>
    </message>
    <message>
        <source>Two centres in one cell: one object is lost. A finer grid has more empty cells, and they weigh heavily.</source>
        <translation>两个中心落在同一单元时会丢掉一个物体。网格越细，空单元越多，它们在损失中占的分量也越大。</translation>
    </message>
    <message>
        <source>the last feature map; only its rows and columns count</source>
        <translation>最后的特征图；只用它的行数和列数</translation>
    </message>
    <message>
        <source>Read the answers of all cells of a grid as boxes in the picture, each with a score for every class.</source>
        <translation>把网格各单元的回答解读为图中的边框，每个边框对每个类别有一个分数。</translation>
    </message>
    <message>
        <source>place inside the cell and square roots of the sides, from 0 to 1</source>
        <translation>单元内的位置以及边长的平方根，0 到 1</translation>
    </message>
    <message>
        <source>raw score that there is an object</source>
        <translation>有物体的原始分数</translation>
    </message>
    <message>
        <source>raw scores, one map per class</source>
        <translation>原始分数，每个类别一张图</translation>
    </message>
    <message>
        <source>A chessboard read aloud: “d4, a bit to the right, as wide as three squares, surely a tower.”</source>
        <translation>念出棋盘上的局面：“d4 格偏右一点，有三格宽，肯定是车。”</translation>
    </message>
    <message>
        <source>Put it behind the heads of a detector in one pass, and NonMaximumSuppression behind it.</source>
        <translation>放在单阶段检测器的各个头之后，其后再接 NonMaximumSuppression。</translation>
    </message>
    <message>
        <source>It only reads: numbers beyond 0 and 1 lie in the neighbour's cell. Let a Sigmoid end the box head.</source>
        <translation>它只管解读：超出 0 到 1 的数会把边框放到相邻单元里。请让边框头以 Sigmoid 结尾。</translation>
    </message>
    <message>
        <source>Read the peaks of a heat map as boxes: the highest of every neighbourhood, the surest first.</source>
        <translation>把热力图的峰解读为边框：取每个邻域的最高点，最有把握的在前。</translation>
    </message>
    <message>
        <source>raw scores of a centre, one map per class</source>
        <translation>中心点的原始分数，每个类别一张图</translation>
    </message>
    <message>
        <source>Counting mountains by their summits: what has a higher place next to it is a slope.</source>
        <translation>数山看山顶：旁边还有更高处的，只是山坡。</translation>
    </message>
    <message>
        <source>Put it behind the three heads of CenterNet. No suppression is needed: a slope is no peak.</source>
        <translation>放在 CenterNet 的三个头之后。不需要抑制：山坡不是山峰。</translation>
    </message>
    <message>
        <source>It always gives so many boxes; the score says which are meant.</source>
        <translation>它总是给出这么多边框；哪些算数要看分数。</translation>
    </message>
    <message>
        <source>how many peaks become boxes</source>
        <translation>取多少个峰作为边框</translation>
    </message>
    <message>
        <source>{type} needs a map of {n} channels here.</source>
        <translation>{type} 在这里需要 {n} 个通道的图。</translation>
    </message>
    <message>
        <source>Set out_channels of the head to {n}.</source>
        <translation>把该头的 out_channels 设为 {n}。</translation>
    </message>
    <message>
        <source>{type} needs maps of one size.</source>
        <translation>{type} 需要大小相同的图。</translation>
    </message>
    <message>
        <source>how sure the network is of every box, or one such number for each class</source>
        <translation>网络对每个边框有多大把握，或者每个类别各一个这样的数</translation>
    </message>
    <message>
        <source>scores are chances from 0 to 1 already, as a decoding layer gives them</source>
        <translation>分数已经是 0 到 1 的概率，正如解码层所给出的</translation>
    </message>
    <message>
        <source>score ≥ {share}</source>
        <translation>分数 ≥ {share}</translation>
    </message>
    <message>
        <source>From which score on a frame is drawn</source>
        <translation>分数达到多少才画出边框</translation>
    </message>
    <message>
        <source>found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>{right} of {all}</source>
        <translation>{all} 个中的 {right} 个</translation>
    </message>
    <message>
        <source>drawn through: the truth; dashed: the answer; false alarms: {count}</source>
        <translation>实线：真值；虚线：回答；误报 {count} 个</translation>
    </message>
    <message>
        <source>Grid detector (YOLO)</source>
        <translation>网格检测器（YOLO）</translation>
    </message>
    <message>
        <source>The picture is cut into 6 by 6 cells, and the cell in which a thing's centre lies answers for it: a box, how sure it is that there is something, and what it is. One look finds everything. The loss is drawn as its three parts, box, objectness and class.</source>
        <translation>图片划成 6×6 个单元，物体中心落在哪个单元，就由哪个单元负责：给出边框、有物体的把握、以及它是什么。看一眼就找出全部。损失按三个部分画出：边框、是否有物体、类别。</translation>
    </message>
    <message>
        <source>The dashed frames are what it finds: first everywhere, then on the shapes, then around them. Try it: raise the overlap of the suppression to 0.9 and see one shape found twice, or set the weight of the box loss to 0: things are found and named, but their frames are wrong.</source>
        <translation>虚线框是它找到的：先是到处都有，然后落到图形上，最后正好围住图形。试一试：把抑制的重叠阈值提高到 0.9，看同一图形被找到两次；或把边框损失的权重设为 0：东西找到了、名称也对，框却不对。</translation>
    </message>
    <message>
        <source>One look</source>
        <translation>只看一次</translation>
    </message>
    <message>
        <source>Box, objectness, class</source>
        <translation>边框、有无物体、类别</translation>
    </message>
    <message>
        <source>What each cell should say</source>
        <translation>每个单元应当说什么</translation>
    </message>
    <message>
        <source>Reading the cells</source>
        <translation>解读各单元</translation>
    </message>
    <message>
        <source>CenterNet, small</source>
        <translation>CenterNet（小型）</translation>
    </message>
    <message>
        <source>A thing is a point: its centre. One map of heat for each class rises to a peak there, and two more maps tell at the peak how large the thing is and where in the cell it lies. No anchors, no grid of boxes, and nothing to suppress: a slope beside a peak is no peak.</source>
        <translation>一个物体就是一个点：它的中心。每个类别一张热力图，在中心处升成一个峰；另有两张图在峰处说明物体多大、在单元内的什么位置。没有锚框，没有成网格的边框，也无需抑制：峰旁的山坡不是峰。</translation>
    </message>
    <message>
        <source>Look at the maps of heat_head: broad glow first, then one bright spot for each shape of that class. The frames follow a little later, when the sizes are learned. Try it: set size_weight to 0 and see peaks in the right places with frames of no sense.</source>
        <translation>看 heat_head 的图：先是一片宽泛的亮光，然后该类的每个图形各有一个亮点。等尺寸学会了，边框才稍后跟上。试一试：把 size_weight 设为 0，峰的位置正确，边框却毫无道理。</translation>
    </message>
    <message>
        <source>Down and up again</source>
        <translation>先降再升</translation>
    </message>
    <message>
        <source>Heat, offset, size</source>
        <translation>热力、偏移、尺寸</translation>
    </message>
    <message>
        <source>FCN, fully convolutional</source>
        <translation>全卷积网络 FCN</translation>
    </message>
    <message>
        <source>A classifier whose linear layers have become convolutions answers everywhere at once: a coarse map of scores in the place of one answer. Scores of earlier, finer layers are added on the way back up, and the whole is enlarged to the size of the picture.</source>
        <translation>分类网络的全连接层换成卷积之后，就能同时在每个位置作答：得到的不是一个答案，而是一张粗糙的分数图。往回放大时加上更早、更细的层的分数，最后放大到图片的大小。</translation>
    </message>
    <message>
        <source>In the answers blots become shapes; corners stay round, since the last step only enlarges. Try it: mute score2 and score4, the finer layers, and see how coarse the map is on which everything rests.</source>
        <translation>在回答中，色块渐渐变成图形；棱角总有些圆，因为最后一步只是放大。试一试：把较细的层 score2 和 score4 静音，看看一切所依据的那张图有多粗糙。</translation>
    </message>
    <message>
        <source>Classifier without linear layers</source>
        <translation>没有全连接层的分类网络</translation>
    </message>
    <message>
        <source>Scores of three stages</source>
        <translation>三个阶段的分数</translation>
    </message>
    <message>
        <source>Down the left of the U the picture becomes small and its meaning large; up the right it grows again. The bridges carry the details of every level across, so that the answer is as sharp as the picture. In full size 64 to 1,024 channels on five levels, without padding: 572 × 572 pixels go in, 388 × 388 are named.</source>
        <translation>沿 U 形的左侧向下，图变小，含义变丰富；沿右侧向上，图又变大。桥把每一层的细节送到对面，于是回答与图片一样清晰。完整规模有五层、64 到 1024 个通道，不填充：输入 572×572 像素，给其中 388×388 个像素命名。</translation>
    </message>
    <message>
        <source>Compare truth and answer at the edges of the shapes, and with FCN's: the bridges keep them sharp. Try it: take away the wire from left1 to bridge1 and train again.</source>
        <translation>在图形边缘比较真值与回答，并与 FCN 的相比：桥使边缘保持清晰。试一试：去掉从 left1 到 bridge1 的连线，重新训练。</translation>
    </message>
    <message>
        <source>MLP with the usual good advice</source>
        <translation>“最佳实践”多层感知机</translation>
    </message>
    <message>
        <source>Four pieces of advice in one small network: weights are kept short (L2), batch normalisation, a leaky ReLU that never dies, and rare classes that weigh more. The data are those of 569 tumours, of which 212 are malignant.</source>
        <translation>一个小网络里的四条建议：让权重保持短小（L2）、批归一化、不会“死亡”的 Leaky ReLU，以及让稀少的类别分量更重。数据来自 569 例肿瘤，其中 212 例为恶性。</translation>
    </message>
    <message>
        <source>Look at recall and precision of the two classes in the confusion matrix: what is missed costs more here than a false alarm. Try it: set the balance in the recipe to none, or take the normalisation out, and compare the runs.</source>
        <translation>在混淆矩阵中看两个类别的召回率与精确率：在这里漏诊比误报代价更大。试一试：把训练方案中的类别平衡设为无，或去掉归一化，再比较两次训练。</translation>
    </message>
    <message>
        <source>The MLP for nearly every table</source>
        <translation>“99 % 的分类任务”多层感知机</translation>
    </message>
    <message>
        <source>One hidden layer of 256 ReLU units, half of them switched off by chance at each step, short weights, Adam: what to try first for any task with classes. It is said to be enough for 99 % of them; that is a manner of speaking, so measure it on your own.</source>
        <translation>一个含 256 个 ReLU 单元的隐藏层，每一步随机关掉一半，权重保持短小，用 Adam：任何分类任务都可以先试它。据说它能应付 99 % 的分类任务；这只是一种说法，请在自己的任务上测一测。</translation>
    </message>
    <message>
        <source>Training accuracy stays below validation accuracy at first: half of the units are missing while it trains. Try it: set p of the dropout to 0 and watch the two curves change places. Then choose your own table in the recipe.</source>
        <translation>起初训练准确率低于验证准确率：训练时有一半单元缺席。试一试：把 Dropout 的 p 设为 0，看两条曲线交换位置。然后在训练方案中选用自己的表格。</translation>
    </message>
    <message>
        <source>Vanishing gradient lab</source>
        <translation>梯度消失实验室</translation>
    </message>
    <message>
        <source>A chain of equal layers. On its way back the gradient is multiplied at every layer by the weights and by the slope of the activation, which for the sigmoid is at most 1/4: after ten layers little is left, and the first layers learn nothing. Depth, activation, the size of the first weights and a shortcut are parameters of the network.</source>
        <translation>一串相同的层。梯度往回传时，每一层都要乘上权重和激活函数的斜率，而 Sigmoid 的斜率最多 1/4：过了十层所剩无几，最前面的层什么也学不到。深度、激活函数、初始权重的大小和捷径都是网络的参数。</translation>
    </message>
    <message>
        <source>Choose bars in the gradient norms: each layer of the chain has its own, on a scale of powers of ten. Then switch one thing at a time in the inspector of the network and train again: activation 1 (tanh) or 2 (ReLU), gain 4 with the sigmoid or 1.4 with ReLU, residual 1, depth 30.</source>
        <translation>在梯度范数视图中选“柱形”：链上的每一层各有一根，刻度是十的幂。然后在网络的属性中每次只改一处，再训练：activation 设为 1（tanh）或 2（ReLU）；Sigmoid 配 gain 4 或 ReLU 配 1.4；residual 设为 1；depth 设为 30。</translation>
    </message>
    <message>
        <source>epochs that pass before this player begins</source>
        <translation>这个玩家开始之前要经过的轮数</translation>
    </message>
    <message>
        <source>epochs after which this player rests; empty for never</source>
        <translation>这个玩家在多少轮之后休息；留空表示从不休息</translation>
    </message>
    <message>
        <source>Begins after</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Rests after</source>
        <translation>休息于</translation>
    </message>
    <message>
        <source>Digits 0 to 4, then 5 to 9</source>
        <translation>先 0–4 后 5–9 的数字</translation>
    </message>
    <message>
        <source>Real handwritten digits, each somewhere in a grainy picture, divided into two tasks. `image_before` and `label_before` are digits from 0 to 4, about 630 of them to learn from. `image` and `label` are digits from 5 to 9 (labels 0 to 4): of these the first 70 % of the rows show only a few of each class, again and again, and the rest, for validation and test, are digits nobody has seen. Leave the split as it is. From E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, licence CC BY 4.0; place and grain are drawn here.</source>
        <translation>真实的手写数字，各在一张有颗粒噪声的图中的某处，分成两个任务。`image_before` 和 `label_before` 是 0 到 4 的数字，其中约 630 个用于学习。`image` 和 `label` 是 5 到 9 的数字（标签 0 到 4）：前 70 % 的行只反复出现每类的少数几个样本，其余的行用于验证和测试，是谁都没见过的数字。请不要改动数据划分。来自 E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI 机器学习库，1998 年，许可证 CC BY 4.0；位置与噪声在此处随机生成。</translation>
    </message>
    <message>
        <source>how many examples of each digit from 5 to 9 to learn from</source>
        <translation>5 到 9 每个数字有多少个样本可学</translation>
    </message>
    <message>
        <source>which examples these few are: another number, another handful</source>
        <translation>这少数几个是哪些样本：换一个数就换一批</translation>
    </message>
    <message>
        <source>few</source>
        <translation>每类样本数</translation>
    </message>
    <message>
        <source>Transfer: 0 to 4, then 5 to 9</source>
        <translation>迁移学习：先 0–4，后 5–9</translation>
    </message>
    <message>
        <source>A network learns the digits 0 to 4 from many examples. Then its features are frozen and a new head learns 5 to 9 from ten examples each; every four epochs one stage more is let go, from the last to the first. One press of Train does it all: two players, one after the other. In full size VGG-16, its first seven convolutions frozen, with a new head for your own pictures.</source>
        <translation>网络先用许多样本学会数字 0 到 4。然后冻结它的特征，一个新的头用每类十个样本学习 5 到 9；每过四轮，从后往前再放开一个阶段。按一次“训练”就全部完成：两个玩家先后上场。完整规模是 VGG-16，前七个卷积层冻结，换上新的头来识别你自己的图片。</translation>
    </message>
    <message>
        <source>After epoch 8 the accuracy of 5 to 9 begins to rise, with features that have never seen such a digit: what a stroke is, wherever it lies and however grainy the picture, need not be learned again. Try it: let the first player rest after 0 epochs and the second begin after 0, without thawing: the same few examples from scratch. In full size choose Weights to begin with, and VGG-16's from torchvision.</source>
        <translation>第 8 轮之后，5 到 9 的准确率开始上升，而所用的特征从没见过这些数字：笔画是什么，无论在哪里、画面多粗糙，都不必重学。试一试：让第一个玩家在 0 轮后休息、第二个在 0 轮后开始，并取消解冻：同样的少量样本，从零学起。完整规模时请选择“起始权重”，用 torchvision 的 VGG-16。</translation>
    </message>
    <message>
        <source>Features, learned on 0 to 4</source>
        <translation>特征，在 0 到 4 上学得</translation>
    </message>
    <message>
        <source>The same features, for 5 to 9</source>
        <translation>同样的特征，用于 5 到 9</translation>
    </message>
    <message>
        <source>rows and columns of the picture the digit lies in</source>
        <translation>数字所在图片的行数和列数</translation>
    </message>
    <message>
        <source>Mean average precision at an overlap of 0.5: 0.89 and 0.91 on the test part (seeds 0 and 1).</source>
        <translation>测试部分在重叠 0.5 时的平均精度均值：0.89 和 0.91（种子 0 和 1）。</translation>
    </message>
    <message>
        <source>Mean average precision at an overlap of 0.5: 0.93 on the test part (seed 0).</source>
        <translation>交并比 0.5 时的平均精度均值：测试部分 0.93（种子 0）。</translation>
    </message>
    <message>
        <source>Mean overlap (IoU) of the classes 0.87 to 0.90 on the test part (seeds 0 to 2).</source>
        <translation>测试集各类别的平均交并比（IoU）为 0.87 到 0.90（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Mean overlap (IoU) of the classes 0.91 to 0.93 on the test part (seeds 0 to 2).</source>
        <translation>测试部分各类别的平均交并比（IoU）为 0.91 至 0.93（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Test accuracy 98.8 to 100 % (seeds 0 to 2), after 520 steps.</source>
        <translation>520 步后测试准确率 98.8 至 100 %（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Test accuracy 97.8 to 98.1 % (seeds 0 to 2), after 1,600 steps.</source>
        <translation>1,600 步后测试准确率 97.8 至 98.1 %（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Test accuracy 97.4 to 99.3 % (seeds 0 to 2), after 800 steps.</source>
        <translation>测试准确率 97.4 % 到 99.3 %（种子 0 到 2），共 800 步。</translation>
    </message>
    <message>
        <source>Digits 0 to 4 with many examples, digits 5 to 9 with a few, each somewhere in a grainy picture.</source>
        <translation>数字 0 到 4 有许多样本，5 到 9 只有少数几个，每个数字都在一张有颗粒噪声的图中的某处。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>迁移学习</translation>
    </message>
    <message>
        <source>learned features for another task</source>
        <translation>学到的特征用于另一任务</translation>
    </message>
    <message>
        <source>scores everywhere at once</source>
        <translation>处处同时给出分数</translation>
    </message>
    <message>
        <source>bridges carry the details across</source>
        <translation>桥把细节送过去</translation>
    </message>
    <message>
        <source>one look finds everything</source>
        <translation>看一眼找出全部</translation>
    </message>
    <message>
        <source>a point instead of boxes</source>
        <translation>用一个点代替边框</translation>
    </message>
    <message>
        <source>Test accuracy 58 to 63 % on 5 to 9 with ten examples each, 13 to 25 points more than from scratch (seeds 0 to 2).</source>
        <translation>每类十个样本，5 到 9 的测试准确率为 58 % 到 63 %，比从头训练高 13 到 25 个百分点（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Test accuracy 97.9 % (seed 0), on clouds turned in any direction.</source>
        <translation>测试准确率 97.9 %（种子 0），点云朝任意方向转动。</translation>
    </message>
    <message>
        <source>Test accuracy 100 % (seeds 0 to 2), after 168 steps.</source>
        <translation>168 步后测试准确率 100 %（种子 0 到 2）。</translation>
    </message>
</context>
</TS>
