<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A tensor that comes from nowhere and is learned, the same for every example.</source>
        <translation>一个不来自任何输入、靠学习得到的张量，对每个样本都相同。</translation>
    </message>
    <message>
        <source>An empty seat at the table, reserved for a guest the network invents itself.</source>
        <translation>像餐桌上留出的空座，留给网络自己想出来的客人。</translation>
    </message>
    <message>
        <source>Use it for class tokens, learned queries and constants, or for the image itself in style transfer.</source>
        <translation>用作分类标记、可学习的查询或常量；在风格迁移中，图像本身就是它。</translation>
    </message>
    <message>
        <source>Without like it has a batch of one: Add repeats it, but Concat with a batch needs like to be wired.</source>
        <translation>不接 like 时批量为 1：Add 会自动重复它，而要与一批数据做 Concat，就必须接上 like。</translation>
    </message>
    <message>
        <source>A tensor of numbers you write down; it never changes.</source>
        <translation>由你写下数字的张量，永远不变。</translation>
    </message>
    <message>
        <source>A number printed on the wall: everybody can read it, nobody can change it.</source>
        <translation>像印在墙上的数字：人人可读，谁也改不了。</translation>
    </message>
    <message>
        <source>Use it for filters, anchors, prices or weights that are known and shall not be learned.</source>
        <translation>用于已知且不该学习的卷积核、锚框、价格或权重。</translation>
    </message>
    <message>
        <source>What the network should find out itself does not belong here: a LearnedTensor can move.</source>
        <translation>该由网络自己找出来的东西不要放在这里：LearnedTensor 才会动。</translation>
    </message>
    <message>
        <source>Multiply every number by one number of yours.</source>
        <translation>把每个数都乘以你给的同一个数。</translation>
    </message>
    <message>
        <source>Changing kilometres into miles: every distance times the same number.</source>
        <translation>像把公里换算成英里：每段距离都乘同一个数。</translation>
    </message>
    <message>
        <source>Use it for √d after an embedding, for 1/temperature before a softmax, or to weigh one loss against another.</source>
        <translation>用于嵌入之后的 √d、softmax 之前的 1/温度，或给几个损失配权重。</translation>
    </message>
    <message>
        <source>It learns nothing: the number stays what you set. A normalisation behind it undoes it.</source>
        <translation>它什么也不学：数字就是你设的那个；后面若接归一化，效果会被抵消。</translation>
    </message>
    <message>
        <source>Add one number of yours to every number.</source>
        <translation>给每个数都加上你给的同一个数。</translation>
    </message>
    <message>
        <source>Setting all clocks forward by the same hour.</source>
        <translation>像把所有的钟都拨快同样的一小时。</translation>
    </message>
    <message>
        <source>Use it to write 1 − x or x + 1 in a drawing, as for gates that shall start open.</source>
        <translation>用来在图中写 1 − x 或 x + 1，例如让门一开始就打开。</translation>
    </message>
    <message>
        <source>It moves nothing along an axis: that is what Roll does.</source>
        <translation>它不会沿某个轴移动任何东西：那是 Roll 的事。</translation>
    </message>
    <message>
        <source>Raise every number to a power.</source>
        <translation>对每个数求幂。</translation>
    </message>
    <message>
        <source>The area of a square from its side: doubling the side makes four times the area.</source>
        <translation>由边长求正方形面积：边长加倍，面积变为四倍。</translation>
    </message>
    <message>
        <source>Use it for squares of errors, or for a softer or sharper weighting, as the focal loss does.</source>
        <translation>用于误差的平方，或像 focal loss 那样让加权更缓或更陡。</translation>
    </message>
    <message>
        <source>Negative numbers have no fractional power, and below 1 the slope at zero is infinite: Clamp first.</source>
        <translation>负数没有分数次幂；指数小于 1 时，在零处斜率无穷大：先用 Clamp。</translation>
    </message>
    <message>
        <source>Hold every number between two bounds.</source>
        <translation>把每个数限制在两个界限之间。</translation>
    </message>
    <message>
        <source>Guard rails on both sides of a road.</source>
        <translation>像公路两侧的护栏。</translation>
    </message>
    <message>
        <source>Use it to keep logarithms and divisions away from zero, or pixels inside their range.</source>
        <translation>用来让对数和除法远离零，或让像素留在取值范围内。</translation>
    </message>
    <message>
        <source>Outside the bounds the slope is zero: a number that got stuck there does not find back.</source>
        <translation>界限之外斜率为零：卡在那里的数自己回不来。</translation>
    </message>
    <message>
        <source>Drop the sign of every number.</source>
        <translation>去掉每个数的符号。</translation>
    </message>
    <message>
        <source>How far a car was driven, no matter whether forwards or in reverse.</source>
        <translation>一辆车开了多远，不管是前进还是倒车。</translation>
    </message>
    <message>
        <source>Use it for sizes of errors and differences, and for the rectification in early convolutional networks.</source>
        <translation>用于误差和差值的大小，以及早期卷积网络中的整流。</translation>
    </message>
    <message>
        <source>At zero it has a corner; and two different inputs become one, which nothing behind it can tell apart.</source>
        <translation>在零处有尖角；两个不同的输入会变成一个，后面再也分不开。</translation>
    </message>
    <message>
        <source>Raise e to every number: sums become products, and results are always positive.</source>
        <translation>以 e 为底求每个数的指数：和变成积，结果总为正。</translation>
    </message>
    <message>
        <source>Interest on interest: each step multiplies what is there instead of adding to it.</source>
        <translation>像利滚利：每一步是把已有的翻倍，而不是加上一点。</translation>
    </message>
    <message>
        <source>Use it to turn a logarithm of a variance into a variance, and scores into positive weights.</source>
        <translation>用来把对数方差变成方差，把得分变成正的权重。</translation>
    </message>
    <message>
        <source>Above 88 it overflows in 32 bits: Clamp first, or stay with logarithms.</source>
        <translation>在 32 位下超过 88 就会溢出：先用 Clamp，或一直用对数计算。</translation>
    </message>
    <message>
        <source>Take the natural logarithm of every number.</source>
        <translation>对每个数取自然对数。</translation>
    </message>
    <message>
        <source>The scale for earthquakes: each unit more means many times as much.</source>
        <translation>像地震震级：每高一级，强度就是好多倍。</translation>
    </message>
    <message>
        <source>Use it for likelihoods, and to bring spectrograms or prices of very different size together.</source>
        <translation>用于似然，也用来把大小悬殊的频谱或价格拉近。</translation>
    </message>
    <message>
        <source>Zero gives minus infinity and negative numbers give none: Clamp to something small first.</source>
        <translation>零会得到负无穷，负数没有结果：先用 Clamp 限到一个很小的正数。</translation>
    </message>
    <message>
        <source>Take the square root of every number.</source>
        <translation>对每个数开平方。</translation>
    </message>
    <message>
        <source>From the area of a square field back to the length of its fence on one side.</source>
        <translation>由一块方地的面积反推出一边篱笆的长度。</translation>
    </message>
    <message>
        <source>Use it to get from a variance to a spread, or from squares to a length.</source>
        <translation>用来由方差得到标准差，或由平方和得到长度。</translation>
    </message>
    <message>
        <source>At zero its slope is infinite, and a single zero spoils all gradients: Shift by something small first.</source>
        <translation>在零处斜率无穷大，一个零就会毁掉所有梯度：先用 Shift 加上一个很小的数。</translation>
    </message>
    <message>
        <source>Calculate a formula of your own, number by number.</source>
        <translation>逐元素计算你自己写的公式。</translation>
    </message>
    <message>
        <source>A cell of a spreadsheet: you write what it shall be, and it follows what it refers to.</source>
        <translation>像电子表格里的一个单元格：你写明它等于什么，它就跟着所引用的内容变。</translation>
    </message>
    <message>
        <source>Use it for a gate, a mixture or an activation that no other layer offers.</source>
        <translation>用来写其他层没有的门、混合或激活函数。</translation>
    </message>
    <message>
        <source>Logarithms of zero and divisions by zero run through without a word: clamp what goes into them.</source>
        <translation>对零取对数、除以零都会悄悄地算下去：先把送进去的数用 clamp 限住。</translation>
    </message>
    <message>
        <source>Pass the numbers on and stop every gradient here.</source>
        <translation>数值原样通过，梯度到此为止。</translation>
    </message>
    <message>
        <source>A window in a wall: one can look in, but nobody can reach through and move things.</source>
        <translation>像墙上的一扇窗：看得见里面，却没人能伸手去动。</translation>
    </message>
    <message>
        <source>Use it for targets that must not move, and to show the generator's images to the critic alone.</source>
        <translation>用于不该移动的目标，以及只给判别器看生成器的图像时。</translation>
    </message>
    <message>
        <source>Whatever comes only before it does not learn any more, silently.</source>
        <translation>只位于它之前的层不再学习，而且不会有任何提示。</translation>
    </message>
    <message>
        <source>Pass the numbers on and turn the gradient around.</source>
        <translation>数值原样通过，梯度反号。</translation>
    </message>
    <message>
        <source>A pupil who does the opposite of what this one teacher asks for, on purpose.</source>
        <translation>像一个学生，偏偏对这一位老师的要求反着做，而且是有意的。</translation>
    </message>
    <message>
        <source>Put it before a classifier of domains: the features then learn to hide which domain they come from.</source>
        <translation>放在领域分类器之前：特征会学着隐藏自己来自哪个领域。</translation>
    </message>
    <message>
        <source>With a large factor from the start features become noise: let it grow from 0 during training.</source>
        <translation>一开始就用很大的系数，特征会变成噪声：训练中让它从 0 逐渐增大。</translation>
    </message>
    <message>
        <source>Pass the numbers on and make the gradient smaller or larger.</source>
        <translation>数值原样通过，梯度变小或变大。</translation>
    </message>
    <message>
        <source>Power steering: the wheels go where the driver points, only the force of the hand is changed.</source>
        <translation>像助力转向：车轮朝驾驶员指的方向走，变的只是手上的力。</translation>
    </message>
    <message>
        <source>Use it to let a branch learn more slowly than the rest, or to balance branches that share features.</source>
        <translation>用来让某个分支比其余部分学得慢，或平衡共享特征的几个分支。</translation>
    </message>
    <message>
        <source>Optimizers such as Adam divide by the size of gradients: a branch that is scaled alone hardly notices.</source>
        <translation>Adam 之类的优化器会除以梯度大小：只缩放一个分支，它几乎察觉不到。</translation>
    </message>
    <message>
        <source>Pass a hard decision on, and send the gradient back as if the soft one had been passed.</source>
        <translation>前向传出硬决策，反向则把梯度当作传的是软决策那样送回。</translation>
    </message>
    <message>
        <source>An actor speaks the final text on stage, but the critics' notes go to the draft it was made from.</source>
        <translation>演员在台上念定稿，评论家的意见却送到它所依据的草稿上。</translation>
    </message>
    <message>
        <source>Use it to train through roundings, choices and codebooks, as in binary networks and VQ-VAE.</source>
        <translation>用来穿过取整、选择和码本进行训练，如二值网络和 VQ-VAE。</translation>
    </message>
    <message>
        <source>The gradient is only a guess: the farther hard and soft lie apart, the worse.</source>
        <translation>这个梯度只是猜测：硬值与软值相差越远，越不准。</translation>
    </message>
    <message>
        <source>Take the second tensor away from the first, number by number.</source>
        <translation>逐元素从第一个张量中减去第二个。</translation>
    </message>
    <message>
        <source>Comparing the bill with what was paid: what is left is the difference.</source>
        <translation>拿账单和已付的钱比较：剩下的就是差额。</translation>
    </message>
    <message>
        <source>Use it for errors and residuals, or to take a mean away before something is measured.</source>
        <translation>用于误差和残差，或在测量之前先减去均值。</translation>
    </message>
    <message>
        <source>The order counts: exchange the wires and every sign turns around.</source>
        <translation>顺序很重要：两条连线一换，所有符号都反过来。</translation>
    </message>
    <message>
        <source>Divide the first tensor by the second, number by number.</source>
        <translation>逐元素用第一个张量除以第二个。</translation>
    </message>
    <message>
        <source>Prices per kilogram: the price divided by the weight, each for itself.</source>
        <translation>像每公斤单价：价格除以重量，各算各的。</translation>
    </message>
    <message>
        <source>Use it to normalise by something the network computes, such as a sum or a norm.</source>
        <translation>用来按网络算出的量做归一化，例如总和或范数。</translation>
    </message>
    <message>
        <source>Where the divisor comes near zero, results and gradients explode: Clamp or Shift it away from zero first.</source>
        <translation>除数接近零时，结果和梯度都会爆炸：先用 Clamp 或 Shift 让它远离零。</translation>
    </message>
    <message>
        <source>Keep the larger of two numbers at every place.</source>
        <translation>在每个位置保留两个数中较大的一个。</translation>
    </message>
    <message>
        <source>Two judges write down marks, and for every exercise the kinder mark counts.</source>
        <translation>两位评委打分，每道题取较宽松的那个分数。</translation>
    </message>
    <message>
        <source>Use it for Maxout units and to join detectors of which one is enough.</source>
        <translation>用于 Maxout 单元，以及合并只需其一响应的检测器。</translation>
    </message>
    <message>
        <source>Only the larger one gets the gradient; where both are equal they share it.</source>
        <translation>只有较大的一方得到梯度；相等时两方平分。</translation>
    </message>
    <message>
        <source>Keep the smaller of two numbers at every place.</source>
        <translation>在每个位置保留两个数中较小的一个。</translation>
    </message>
    <message>
        <source>A chain is as strong as the weaker of its two links.</source>
        <translation>链条的强度取决于两环中较弱的一环。</translation>
    </message>
    <message>
        <source>Use it where the more careful of two estimates counts, as with the twin critics of TD3.</source>
        <translation>用于两个估计中取更谨慎的一个，例如 TD3 的双评论家。</translation>
    </message>
    <message>
        <source>The input that is larger everywhere learns nothing at all.</source>
        <translation>处处都较大的那个输入什么也学不到。</translation>
    </message>
    <message>
        <source>Mix two tensors: a share of the first and the rest of the second.</source>
        <translation>混合两个张量：第一个占一部分，其余是第二个。</translation>
    </message>
    <message>
        <source>A mixing tap: the more it is turned to warm, the less cold water comes.</source>
        <translation>像冷热混水龙头：越拧向热，冷水就越少。</translation>
    </message>
    <message>
        <source>Use it for gates that keep or replace, as in GRU, with the gate wired to weight; or to blend two images.</source>
        <translation>用于像 GRU 那样保留或替换的门（把门接到 weight），或混合两幅图像。</translation>
    </message>
    <message>
        <source>A share outside 0 to 1 goes beyond both inputs: put a Sigmoid before weight.</source>
        <translation>比例超出 0 到 1 就会越过两个输入：在 weight 之前放 Sigmoid。</translation>
    </message>
    <message>
        <source>Pick a random point between two examples, a starting point for gradients of its own.</source>
        <translation>在两个样本之间随机取一点，作为另算梯度的起点。</translation>
    </message>
    <message>
        <source>Stopping anywhere on the road between two towns to measure how steep it is there.</source>
        <translation>在两座城之间的路上随处停下，量一量那里有多陡。</translation>
    </message>
    <message>
        <source>Put it between real and generated data before the critic, and the gradient penalty behind the critic.</source>
        <translation>放在真实数据与生成数据之后、判别器之前，梯度惩罚放在判别器之后。</translation>
    </message>
    <message>
        <source>It draws anew each time, in use as in training, and lets no gradient through to its inputs: on purpose.</source>
        <translation>每次都重新抽取，使用时也和训练时一样；它有意不把梯度传给输入。</translation>
    </message>
    <message>
        <source>Take the mean of several tensors of the same shape.</source>
        <translation>对几个形状相同的张量取平均。</translation>
    </message>
    <message>
        <source>Guessing the weight of an ox at a fair: the mean of all guesses beats nearly every single one.</source>
        <translation>集市上猜牛的重量：所有猜测的平均值几乎胜过每一个人。</translation>
    </message>
    <message>
        <source>Use it to join the answers of several networks or branches into an ensemble.</source>
        <translation>用来把几个网络或分支的答案合成集成模型。</translation>
    </message>
    <message>
        <source>Average probabilities or scores, not both mixed; and branches that make the same errors do not help.</source>
        <translation>要么平均概率，要么平均得分，不要混用；错得一样的分支帮不上忙。</translation>
    </message>
    <message>
        <source>Lay several tensors of the same shape on top of each other, along a new axis.</source>
        <translation>把几个形状相同的张量沿一个新轴叠起来。</translation>
    </message>
    <message>
        <source>Single photographs become a flip book: one more direction to leaf through.</source>
        <translation>一张张照片变成一本翻页书：多了一个翻动的方向。</translation>
    </message>
    <message>
        <source>Use it to turn results of several steps or branches into a sequence or a clip.</source>
        <translation>用来把若干步或若干分支的结果变成序列或视频片段。</translation>
    </message>
    <message>
        <source>Stack makes a new axis, Concat makes one longer: mixing them up shows only layers later.</source>
        <translation>Stack 新增一个轴，Concat 把已有的轴加长：弄混了要到后面几层才看得出来。</translation>
    </message>
    <message>
        <source>Cut an image into overlapping windows and lay each window out as one column.</source>
        <translation>把图像切成重叠的小窗口，每个窗口排成一列。</translation>
    </message>
    <message>
        <source>Photocopying a map through a small cut-out, once for every place the cut-out can lie.</source>
        <translation>透过一个小孔复印地图，小孔能放的每个位置各印一张。</translation>
    </message>
    <message>
        <source>Use it to see a convolution as a matrix product, or to give every place weights of its own.</source>
        <translation>用来把卷积看作矩阵乘法，或给每个位置各自的权重。</translation>
    </message>
    <message>
        <source>Overlapping windows repeat pixels: with a kernel of 3 the memory grows ninefold.</source>
        <translation>重叠的窗口会重复像素：核为 3 时内存增至九倍。</translation>
    </message>
    <message>
        <source>Put columns back as windows of an image and add up where they overlap.</source>
        <translation>把各列放回图像的窗口中，重叠处相加。</translation>
    </message>
    <message>
        <source>Gluing overlapping photographs into one panorama, where glue adds up what lies on top of each other.</source>
        <translation>把互相重叠的照片粘成一幅全景，叠在一起的部分相加。</translation>
    </message>
    <message>
        <source>Use it after Unfold and some work on the windows, to get an image again.</source>
        <translation>放在 Unfold 和对窗口的处理之后，重新得到图像。</translation>
    </message>
    <message>
        <source>Overlaps are added, not averaged: Fold after Unfold gives pixels multiplied by how often they were seen.</source>
        <translation>重叠处是相加而不是平均：Unfold 后直接 Fold，像素会乘上被看到的次数。</translation>
    </message>
    <message>
        <source>Multiply matrices: every row of the first with every column of the second.</source>
        <translation>矩阵相乘：第一个的每一行与第二个的每一列。</translation>
    </message>
    <message>
        <source>Every customer's shopping list times every shop's prices: one total for each pair.</source>
        <translation>每位顾客的购物单乘每家店的价目：每一对得到一个总价。</translation>
    </message>
    <message>
        <source>Use it to draw attention yourself, or whenever both factors are computed and none is a weight.</source>
        <translation>用来自己画出注意力，或两个因子都是算出来的、都不是权重的场合。</translation>
    </message>
    <message>
        <source>The last axis of a must equal the last but one of b: Transpose one of them for products of rows with rows.</source>
        <translation>a 的最后一轴须等于 b 的倒数第二轴：要行与行相乘，就先 Transpose 其中一个。</translation>
    </message>
    <message>
        <source>Multiply two vectors number by number and add everything up.</source>
        <translation>两个向量逐元素相乘再全部相加。</translation>
    </message>
    <message>
        <source>Two people fill in the same questionnaire; every shared strong opinion adds to how well they match.</source>
        <translation>两个人填同一份问卷：每个共同的强烈看法都增加契合度。</translation>
    </message>
    <message>
        <source>Use it to score how well a user and an item fit, or a word and its context.</source>
        <translation>用来给用户与物品、词与上下文的匹配程度打分。</translation>
    </message>
    <message>
        <source>Long vectors give large numbers whatever their direction: use CosineSimilarity, or Scale by 1/√d.</source>
        <translation>向量越长数值越大，与方向无关：改用 CosineSimilarity，或用 Scale 乘 1/√d。</translation>
    </message>
    <message>
        <source>Compare the directions of two vectors: 1 for the same, 0 for a right angle, −1 for opposite.</source>
        <translation>比较两个向量的方向：相同为 1，垂直为 0，相反为 −1。</translation>
    </message>
    <message>
        <source>Two compass needles: only where they point counts, not how long they are.</source>
        <translation>像两根罗盘针：只看指向，不看长短。</translation>
    </message>
    <message>
        <source>Use it to compare codes, in contrastive learning and in searches for similar items.</source>
        <translation>用来比较编码，用于对比学习和相似物搜索。</translation>
    </message>
    <message>
        <source>It stays between −1 and 1, too narrow for a softmax: divide by a small temperature first.</source>
        <translation>它只在 −1 到 1 之间，对 softmax 太窄：先除以一个小的温度。</translation>
    </message>
    <message>
        <source>Measure how far two vectors lie apart.</source>
        <translation>量出两个向量相距多远。</translation>
    </message>
    <message>
        <source>A string stretched between two pins on a map.</source>
        <translation>像地图上两枚图钉之间拉直的线。</translation>
    </message>
    <message>
        <source>Use it in siamese and triplet networks: same things near, different things far.</source>
        <translation>用于孪生网络和三元组网络：同类靠近，异类远离。</translation>
    </message>
    <message>
        <source>In many dimensions all distances grow alike; normalise the vectors before you set a margin.</source>
        <translation>维数很高时所有距离都差不多地变大；设间隔之前先归一化向量。</translation>
    </message>
    <message>
        <source>Measure the distance from every vector of one set to every vector of another.</source>
        <translation>量出一组中每个向量到另一组中每个向量的距离。</translation>
    </message>
    <message>
        <source>The table of distances between towns at the back of a road atlas.</source>
        <translation>像公路地图册末尾的城市里程表。</translation>
    </message>
    <message>
        <source>Use it for nearest neighbours, prototypes and radial basis functions.</source>
        <translation>用于最近邻、原型和径向基函数。</translation>
    </message>
    <message>
        <source>It has one number per pair: a thousand vectors on each side make a million.</source>
        <translation>每一对都有一个数：两边各一千个向量就是一百万个数。</translation>
    </message>
    <message>
        <source>Multiply every feature map with every other one: which of them appear together.</source>
        <translation>每张特征图与其他每张相乘：看哪些特征一起出现。</translation>
    </message>
    <message>
        <source>Counting which spices a cook uses together says much about the style, and nothing about the dish.</source>
        <translation>统计厨师常把哪些香料放在一起，能看出风格，却看不出是哪道菜。</translation>
    </message>
    <message>
        <source>Use it on feature maps of a trained network to compare the styles of two images.</source>
        <translation>用在训练好的网络的特征图上，比较两幅图像的风格。</translation>
    </message>
    <message>
        <source>Programs divide it by different numbers, so style weights cannot be carried from one to another.</source>
        <translation>各个程序除以不同的数，所以风格权重不能从一个程序搬到另一个。</translation>
    </message>
    <message>
        <source>Multiply every number of one vector with every number of another.</source>
        <translation>一个向量的每个数与另一个向量的每个数相乘。</translation>
    </message>
    <message>
        <source>A multiplication table: one row per number of the first, one column per number of the second.</source>
        <translation>像乘法表：第一个的每个数占一行，第二个的每个数占一列。</translation>
    </message>
    <message>
        <source>Use it to let two descriptions interact in all pairs, as in bilinear networks and fast weights.</source>
        <translation>用来让两种描述两两交互，如双线性网络和快速权重。</translation>
    </message>
    <message>
        <source>The result has the product of both sizes: 512 and 512 give a quarter of a million numbers.</source>
        <translation>结果的大小是两者之积：512 与 512 就是二十六万多个数。</translation>
    </message>
    <message>
        <source>Put the axes of a tensor into another order.</source>
        <translation>把张量的各个轴换一种顺序。</translation>
    </message>
    <message>
        <source>Filing the same cards by year and then by town, instead of by town and then by year.</source>
        <translation>同样的卡片，先按年份再按城市归档，而不是先按城市再按年份。</translation>
    </message>
    <message>
        <source>Use it where the next layer expects the axes in another order, for example channels last.</source>
        <translation>后一层要求另一种轴顺序时使用，例如通道放在最后。</translation>
    </message>
    <message>
        <source>Auto names the result by its number of axes alone: say with kind what they mean now.</source>
        <translation>auto 只按轴的个数给结果命名：请用 kind 说明它们现在的含义。</translation>
    </message>
    <message>
        <source>Exchange two axes of a tensor.</source>
        <translation>交换张量的两个轴。</translation>
    </message>
    <message>
        <source>Turning a table so that its rows become its columns.</source>
        <translation>把表格转过来，行变成列。</translation>
    </message>
    <message>
        <source>Use it to turn keys before a MatMul, or to let a layer work along the other axis.</source>
        <translation>用来在 MatMul 之前转置键，或让某层沿另一个轴工作。</translation>
    </message>
    <message>
        <source>A Reshape to the same size looks alike in its shape, but it mixes up the numbers.</source>
        <translation>用 Reshape 变到同样大小，形状看起来一样，数字却被打乱了。</translation>
    </message>
    <message>
        <source>Give a tensor one more axis, of size 1.</source>
        <translation>给张量增加一个大小为 1 的轴。</translation>
    </message>
    <message>
        <source>Putting a single sheet into a folder: still one sheet, but now it can lie among other folders.</source>
        <translation>把一张纸放进文件夹：还是一张纸，但可以和别的文件夹放在一起了。</translation>
    </message>
    <message>
        <source>Use it to make two shapes line up before they meet, such as weights per channel and an image.</source>
        <translation>用来让两个形状在相遇之前对齐，例如每通道的权重和图像。</translation>
    </message>
    <message>
        <source>At the wrong place the shapes still fit together by repetition, and the numbers meet the wrong partners.</source>
        <translation>放错位置时，形状靠重复仍能凑上，数字却遇到了错误的对象。</translation>
    </message>
    <message>
        <source>Take axes of size 1 away.</source>
        <translation>去掉大小为 1 的轴。</translation>
    </message>
    <message>
        <source>Taking the only book out of its box: the box said nothing the book does not say.</source>
        <translation>把唯一的一本书从盒子里拿出来：盒子没有说出书里没有的东西。</translation>
    </message>
    <message>
        <source>Use it after a pooling or a convolution that left an axis with a single number.</source>
        <translation>用在池化或卷积之后，某个轴只剩一个数时。</translation>
    </message>
    <message>
        <source>Without dim, every axis of size 1 goes: an image with one channel loses the channel, too.</source>
        <translation>不设 dim 时，所有大小为 1 的轴都会去掉：单通道图像的通道轴也会消失。</translation>
    </message>
    <message>
        <source>Repeat the single entry of an axis until the axis has the wanted size.</source>
        <translation>把某个轴上唯一的一项重复到所需的大小。</translation>
    </message>
    <message>
        <source>One map that the whole class looks at: everybody has it, and it was printed once.</source>
        <translation>全班共看一张地图：人人都有，却只印了一张。</translation>
    </message>
    <message>
        <source>Use it to bring one code to every place of an image, or one query to every step.</source>
        <translation>用来把一个编码送到图像的每个位置，或把一个查询送到每一步。</translation>
    </message>
    <message>
        <source>Only an axis of size 1 can be expanded. All its copies are the same numbers and send their gradients back to one.</source>
        <translation>只有大小为 1 的轴能扩展。所有副本是同一组数，梯度都汇回同一处。</translation>
    </message>
    <message>
        <source>Lay whole copies of a tensor behind one another along an axis.</source>
        <translation>沿一个轴把整个张量一份接一份地重复。</translation>
    </message>
    <message>
        <source>A roll of wallpaper: the same pattern again and again.</source>
        <translation>像一卷墙纸：同样的图案一遍又一遍。</translation>
    </message>
    <message>
        <source>Use it to feed the same input several times, for example one image once per question.</source>
        <translation>用来把同一输入送入多次，例如每个问题都配一次同一幅图。</translation>
    </message>
    <message>
        <source>The copies hold nothing new but cost memory; where the axis has size 1, Expand does it for free.</source>
        <translation>副本不含新信息却占内存；轴大小为 1 时用 Expand 不花代价。</translation>
    </message>
    <message>
        <source>Shift numbers along an axis; what falls off one end comes back at the other.</source>
        <translation>沿一个轴移动数字，从一端掉出的从另一端回来。</translation>
    </message>
    <message>
        <source>A round sushi belt that moved on by a few plates.</source>
        <translation>像回转寿司的传送带往前走了几盘。</translation>
    </message>
    <message>
        <source>Use it to shift the windows of a Swin transformer, or to compare a signal with its own past.</source>
        <translation>用来移动 Swin Transformer 的窗口，或把信号与自己的过去比较。</translation>
    </message>
    <message>
        <source>The two ends become neighbours though they have nothing to do with each other: mask them where it matters.</source>
        <translation>两端成了邻居，其实毫无关系：要紧的地方请加掩码。</translation>
    </message>
    <message>
        <source>Reverse the order of the numbers along an axis.</source>
        <translation>把一个轴上数字的顺序倒过来。</translation>
    </message>
    <message>
        <source>Looking at a picture in the mirror, or playing a tape backwards.</source>
        <translation>照镜子看画，或倒着放磁带。</translation>
    </message>
    <message>
        <source>Use it to read a sequence from its end, or to average a prediction with that of the mirror image.</source>
        <translation>用来从末尾读序列，或与镜像图的预测取平均。</translation>
    </message>
    <message>
        <source>It flips every image alike, in training and in use; for random flips let the data do it.</source>
        <translation>每幅图都同样翻转，训练和使用时都如此；要随机翻转请交给数据增强。</translation>
    </message>
    <message>
        <source>Deal the channels out anew, so that every group gets some of every other.</source>
        <translation>重新分发通道，让每组都得到其他各组的一部分。</translation>
    </message>
    <message>
        <source>Shuffling two halves of a deck of cards into each other, card by card.</source>
        <translation>像把两叠牌一张隔一张地洗到一起。</translation>
    </message>
    <message>
        <source>Put it between grouped convolutions, which otherwise never exchange anything between groups.</source>
        <translation>放在分组卷积之间，否则各组之间永远不交换信息。</translation>
    </message>
    <message>
        <source>The order is fixed, not random: it mixes, but it does not regularise.</source>
        <translation>顺序是固定的而非随机的：它能混合，但没有正则化作用。</translation>
    </message>
    <message>
        <source>Move a sequence one step later and put a start sign in front.</source>
        <translation>把序列推后一步，在最前面放一个起始符。</translation>
    </message>
    <message>
        <source>A dictation in which you may only see the words before the one you are writing.</source>
        <translation>像听写：写某个词时只能看到它前面的词。</translation>
    </message>
    <message>
        <source>Put it before the decoder of a translator or language model, so that each step predicts the next word.</source>
        <translation>放在翻译或语言模型的解码器之前，让每一步预测下一个词。</translation>
    </message>
    <message>
        <source>Without it, a decoder sees the very word it has to predict: the loss falls to nothing, and it learned to copy.</source>
        <translation>没有它，解码器会看到正要预测的词：损失降到零，它学会的只是抄写。</translation>
    </message>
    <message>
        <source>Read the places of an image one after another as the steps of a sequence.</source>
        <translation>把图像的各个位置依次读成序列的步。</translation>
    </message>
    <message>
        <source>Walking through a chessboard field by field and telling what stands on each.</source>
        <translation>逐格走过棋盘，说出每格上有什么。</translation>
    </message>
    <message>
        <source>Put it between convolutions and attention: each place becomes a step with its channels as features.</source>
        <translation>放在卷积与注意力之间：每个位置成为一步，通道作为特征。</translation>
    </message>
    <message>
        <source>Where a place was is no longer in the numbers: add positions before attention.</source>
        <translation>位置在哪里不再体现在数字中：在注意力之前加上位置编码。</translation>
    </message>
    <message>
        <source>Lay the steps of a sequence out again as the places of an image.</source>
        <translation>把序列的各步重新排成图像的各个位置。</translation>
    </message>
    <message>
        <source>Hanging photographs from an album on a wall, row by row.</source>
        <translation>把相册里的照片一行一行挂到墙上。</translation>
    </message>
    <message>
        <source>Put it after attention over places, before convolutions or upsampling go on.</source>
        <translation>放在对位置做注意力之后、继续卷积或上采样之前。</translation>
    </message>
    <message>
        <source>A class token is one step too many: take it off with Slice first.</source>
        <translation>分类标记会多出一步：先用 Slice 去掉。</translation>
    </message>
    <message>
        <source>Replace an axis by the mean of its numbers.</source>
        <translation>用一个轴上各数的平均值代替这个轴。</translation>
    </message>
    <message>
        <source>The average grade of a class: one number instead of thirty.</source>
        <translation>全班的平均分：一个数代替三十个数。</translation>
    </message>
    <message>
        <source>Use it to sum a sequence up in one vector, whatever its length.</source>
        <translation>用来把任意长的序列概括成一个向量。</translation>
    </message>
    <message>
        <source>Padding steps count like real ones: use MaskedMean where sequences have different lengths.</source>
        <translation>填充的步和真实的步一样计入：序列长短不一时用 MaskedMean。</translation>
    </message>
    <message>
        <source>Replace an axis by the sum of its numbers.</source>
        <translation>用一个轴上各数的总和代替这个轴。</translation>
    </message>
    <message>
        <source>Emptying all purses on one table and counting the money once.</source>
        <translation>把所有钱包倒在一张桌上，一次数清。</translation>
    </message>
    <message>
        <source>Use it to join weighted parts, such as the values that attention has weighed.</source>
        <translation>用来合并加权后的各部分，例如注意力加权过的值。</translation>
    </message>
    <message>
        <source>The sum grows with the length of the axis, and so do the gradients of what follows.</source>
        <translation>总和随轴的长度增大，后面各层的梯度也随之增大。</translation>
    </message>
    <message>
        <source>Replace an axis by its largest number.</source>
        <translation>用一个轴上最大的数代替这个轴。</translation>
    </message>
    <message>
        <source>The high-water mark on a bridge: only the worst flood leaves a line.</source>
        <translation>像桥上的最高水位线：只有最大的洪水留下痕迹。</translation>
    </message>
    <message>
        <source>Use it to ask whether something occurred anywhere, and over points, whose order must not matter.</source>
        <translation>用来问某物是否在某处出现过；也用于顺序无关的点云。</translation>
    </message>
    <message>
        <source>Only the winners get gradients, and equal winners share one: most inputs learn nothing in a step.</source>
        <translation>只有胜出者得到梯度，并列者平分：一步之中多数输入学不到东西。</translation>
    </message>
    <message>
        <source>Replace an axis by its smallest number.</source>
        <translation>用一个轴上最小的数代替这个轴。</translation>
    </message>
    <message>
        <source>A convoy sails at the speed of its slowest ship.</source>
        <translation>船队的速度由最慢的船决定。</translation>
    </message>
    <message>
        <source>Use it where the nearest or the worst case decides, such as the distance to the closest prototype.</source>
        <translation>用于由最近或最差的情况决定的场合，例如到最近原型的距离。</translation>
    </message>
    <message>
        <source>One outlier downwards decides alone; everything above it is not seen and gets no gradient.</source>
        <translation>一个偏低的离群值就能独自决定；其上的数都不被看到，也没有梯度。</translation>
    </message>
    <message>
        <source>Replace an axis by the length of the vector along it.</source>
        <translation>用沿一个轴的向量长度代替这个轴。</translation>
    </message>
    <message>
        <source>How far you are from home, whichever way you went.</source>
        <translation>离家有多远，不管走的是哪条路。</translation>
    </message>
    <message>
        <source>Use it to measure gradients or codes, or to divide by it and keep directions only.</source>
        <translation>用来度量梯度或编码，或除以它而只保留方向。</translation>
    </message>
    <message>
        <source>At exactly zero its slope is not defined, and near zero directions are noise.</source>
        <translation>恰好为零处斜率没有定义，接近零时方向只是噪声。</translation>
    </message>
    <message>
        <source>Replace an axis by how far its numbers spread around their mean.</source>
        <translation>用一个轴上各数围绕均值的离散程度代替这个轴。</translation>
    </message>
    <message>
        <source>Two trains are late by five minutes on average; one is so every day, the other never knows.</source>
        <translation>两班火车平均都晚五分钟：一班天天如此，另一班说不准。</translation>
    </message>
    <message>
        <source>Use it to watch variety, as the last layers of a critic that looks for mode collapse do.</source>
        <translation>用来观察多样性，例如判别器末几层借此发现模式崩溃。</translation>
    </message>
    <message>
        <source>Layers normalise with correction 0, torch counts with 1 by default: small axes differ clearly.</source>
        <translation>归一化层用 correction 0，torch 默认用 1：轴较短时差别明显。</translation>
    </message>
    <message>
        <source>Replace an axis by the mean square of how far its numbers are from their mean.</source>
        <translation>用各数与均值之差的平方平均代替这个轴。</translation>
    </message>
    <message>
        <source>Darts on a board: the mean says where you aim, the variance how steady your hand is.</source>
        <translation>飞镖靶：均值说明你瞄在哪里，方差说明手有多稳。</translation>
    </message>
    <message>
        <source>Use it to build a normalisation yourself, or to keep codes from collapsing to one point.</source>
        <translation>用来自己搭建归一化，或防止编码坍缩到一点。</translation>
    </message>
    <message>
        <source>Its unit is the square of the data's: take a Sqrt before comparing it with them.</source>
        <translation>它的单位是数据单位的平方：与数据比较之前先用 Sqrt。</translation>
    </message>
    <message>
        <source>Replace an axis by a smooth maximum of its numbers: the logarithm of the sum of their exponentials.</source>
        <translation>用各数的平滑最大值代替这个轴：指数之和的对数。</translation>
    </message>
    <message>
        <source>The loudness of a choir: a little above its loudest voice, since the others help.</source>
        <translation>像合唱的音量：比最响的嗓音略高，因为其他人也在出力。</translation>
    </message>
    <message>
        <source>Use it for the denominators of softmax losses and for energies, without any overflow.</source>
        <translation>用于 softmax 类损失的分母和能量函数，不会溢出。</translation>
    </message>
    <message>
        <source>It is never below the largest number: n equal numbers give that number plus log n.</source>
        <translation>它从不小于最大的数：n 个相等的数会得到该数加 log n。</translation>
    </message>
    <message>
        <source>Replace each number by the sum of itself and all before it.</source>
        <translation>每个数换成它与之前所有数的和。</translation>
    </message>
    <message>
        <source>The balance of a bank account after each booking.</source>
        <translation>像每笔记账之后的银行余额。</translation>
    </message>
    <message>
        <source>Use it to turn steps into a path, or shares into a distribution function.</source>
        <translation>用来把步长变成路径，把份额变成分布函数。</translation>
    </message>
    <message>
        <source>Late steps add up many numbers: they grow large, and early inputs gather gradients from all of them.</source>
        <translation>靠后的步累加了许多数：数值变大，靠前的输入则汇集了所有后续的梯度。</translation>
    </message>
    <message>
        <source>Replace a sequence by the mean of those steps that a mask marks.</source>
        <translation>用掩码所标出的那些步的平均值代替序列。</translation>
    </message>
    <message>
        <source>The average of an exam in which the absent are not counted as zero.</source>
        <translation>像考试的平均分，缺考的不按零分计。</translation>
    </message>
    <message>
        <source>Use it to turn the words of a sentence into one vector when sentences have different lengths.</source>
        <translation>句子长短不一时，用来把一句话的词变成一个向量。</translation>
    </message>
    <message>
        <source>A mask with the opposite meaning, yes for padding, averages exactly the wrong steps.</source>
        <translation>若掩码含义相反（标的是填充），平均的恰好是错误的步。</translation>
    </message>
    <message>
        <source>Put a border around an image, or more steps before and behind a sequence.</source>
        <translation>给图像加一圈边，或在序列前后多加几步。</translation>
    </message>
    <message>
        <source>A passe-partout around a picture: the picture stays, the frame becomes wider.</source>
        <translation>像画的衬边：画不变，框变宽。</translation>
    </message>
    <message>
        <source>Use it before a convolution where its own padding cannot do what you need, such as more on one side.</source>
        <translation>卷积自带的填充做不到时，在它之前使用，例如只在一侧多加。</translation>
    </message>
    <message>
        <source>Zeros at the border look like an edge to the filters behind; reflect and replicate avoid it.</source>
        <translation>边上的零在后面的卷积核看来像一条边缘；reflect 和 replicate 可以避免。</translation>
    </message>
    <message>
        <source>Cut the middle out of an image.</source>
        <translation>从图像中间裁出一块。</translation>
    </message>
    <message>
        <source>Cutting a passport photo out of a larger print.</source>
        <translation>从大照片上裁出证件照。</translation>
    </message>
    <message>
        <source>Use it to trim a border that convolutions spoilt, or to bring images to one size.</source>
        <translation>用来去掉被卷积弄坏的边，或把图像统一到一个大小。</translation>
    </message>
    <message>
        <source>What lies outside is lost for good, and gets no gradient.</source>
        <translation>裁掉的部分彻底丢失，也得不到梯度。</translation>
    </message>
    <message>
        <source>Cut the middle out of an image so that it becomes as large as another.</source>
        <translation>从图像中间裁出与另一幅同样大的一块。</translation>
    </message>
    <message>
        <source>Laying a smaller sheet on a larger one and cutting along its edge.</source>
        <translation>把小纸放在大纸上，沿着边剪下来。</translation>
    </message>
    <message>
        <source>Put it on the skip of a U-Net without padding: the decoder's image is smaller than the encoder's.</source>
        <translation>放在不带填充的 U-Net 的跳跃连接上：解码器的图像比编码器的小。</translation>
    </message>
    <message>
        <source>If the two images were not centred on each other, the skip brings details to wrong places.</source>
        <translation>两幅图若中心没有对齐，跳跃连接会把细节带到错误的位置。</translation>
    </message>
    <message>
        <source>Make an image larger by filling in numbers between those it has.</source>
        <translation>在已有的数之间补上新数，把图像放大。</translation>
    </message>
    <message>
        <source>Blowing up a photograph: more dots, but no new detail.</source>
        <translation>像放大照片：点变多了，细节没有增加。</translation>
    </message>
    <message>
        <source>Use it in decoders, followed by a convolution: fewer checkerboard patterns than a transposed convolution.</source>
        <translation>用在解码器中，后接卷积：棋盘伪影比转置卷积少。</translation>
    </message>
    <message>
        <source>Nearest gives blocks, bilinear blurs; and align_corners shifts everything by part of a pixel between tools.</source>
        <translation>nearest 产生块状，bilinear 变模糊；align_corners 的取法不同，各工具之间会错开不到一个像素。</translation>
    </message>
    <message>
        <source>Bring an image to the size of another one, larger or smaller.</source>
        <translation>把图像变到与另一幅同样大，可大可小。</translation>
    </message>
    <message>
        <source>Fitting a curtain to a window: the window says how large, the curtain stays the same cloth.</source>
        <translation>给窗户配窗帘：大小由窗户定，布还是那块布。</translation>
    </message>
    <message>
        <source>Use it where two paths must meet, as in feature pyramids, or to bring scores back to the size of the image.</source>
        <translation>用于两条路径相遇处，如特征金字塔，或把得分图恢复到原图大小。</translation>
    </message>
    <message>
        <source>Making much smaller this way skips pixels in between: pool first.</source>
        <translation>这样大幅缩小会跳过中间的像素：先做池化。</translation>
    </message>
    <message>
        <source>Build a larger image out of channels: every few channels become a block of pixels.</source>
        <translation>用通道拼出更大的图像：每若干个通道成为一个像素块。</translation>
    </message>
    <message>
        <source>Four small mosaics, laid into each other stone by stone, give one large mosaic.</source>
        <translation>四幅小马赛克一颗颗交错拼成一幅大马赛克。</translation>
    </message>
    <message>
        <source>Use it for super-resolution: a convolution before it learns what the new pixels shall be.</source>
        <translation>用于超分辨率：前面的卷积学习新像素该是什么。</translation>
    </message>
    <message>
        <source>Untrained, neighbouring pixels come from unrelated filters and form a checkerboard.</source>
        <translation>未训练时，相邻像素来自互不相干的卷积核，会形成棋盘格。</translation>
    </message>
    <message>
        <source>Make an image smaller without losing a number: every block of pixels becomes channels.</source>
        <translation>不丢一个数地缩小图像：每个像素块变成若干通道。</translation>
    </message>
    <message>
        <source>Sorting a chessboard by the colour and row of its fields into several small boards.</source>
        <translation>把棋盘按格子的颜色和行分拣成几块小棋盘。</translation>
    </message>
    <message>
        <source>Use it to halve an image at the start of a network where no detail may be lost.</source>
        <translation>用在网络开头，要把图像减半又不能丢细节时。</translation>
    </message>
    <message>
        <source>The channels multiply by the square of the factor, and the weights of the next layer with them.</source>
        <translation>通道数按倍数的平方增加，后一层的权重也随之增加。</translation>
    </message>
    <message>
        <source>Cut a stretch out of an axis, or take every so many-th entry.</source>
        <translation>从一个轴上截取一段，或每隔几项取一项。</translation>
    </message>
    <message>
        <source>Cutting the slices you want out of a loaf, and leaving the ends.</source>
        <translation>从面包上切下想要的几片，两头留下。</translation>
    </message>
    <message>
        <source>Use it to take off a class token, to drop the last steps, or to look at some channels only.</source>
        <translation>用来去掉分类标记、舍去最后几步，或只看部分通道。</translation>
    </message>
    <message>
        <source>The stop itself is not included, as in Python; what is left out gets no gradient.</source>
        <translation>和 Python 一样不含 stop 本身；被舍去的部分得不到梯度。</translation>
    </message>
    <message>
        <source>Take one entry of an axis; the axis itself goes.</source>
        <translation>取一个轴上的一项，这个轴随之消失。</translation>
    </message>
    <message>
        <source>Pulling one card out of a deck by its number.</source>
        <translation>按编号从一叠牌里抽出一张。</translation>
    </message>
    <message>
        <source>Use it to read one step, one channel or one head.</source>
        <translation>用来读取一步、一个通道或一个头。</translation>
    </message>
    <message>
        <source>The result has one axis less; Slice with one entry keeps the axis.</source>
        <translation>结果少一个轴；用 Slice 取一项则保留这个轴。</translation>
    </message>
    <message>
        <source>Cut a tensor into two, three or four parts along an axis.</source>
        <translation>沿一个轴把张量切成两份、三份或四份。</translation>
    </message>
    <message>
        <source>Cutting a cake: into equal pieces, or into pieces of the sizes that were ordered.</source>
        <translation>切蛋糕：切成等份，或按预订的大小切。</translation>
    </message>
    <message>
        <source>Use it to compute several things with one Linear, such as the gates of an LSTM or mean and variance.</source>
        <translation>用一个 Linear 同时算出几样东西，例如 LSTM 的各个门，或均值与方差。</translation>
    </message>
    <message>
        <source>Which part means what is settled by you alone: keep the order the same wherever weights are reused.</source>
        <translation>哪一份是什么全由你定：凡是重复使用权重的地方，顺序要保持一致。</translation>
    </message>
    <message>
        <source>Take those entries of an axis that an index names, another choice for every example.</source>
        <translation>取出索引所指的那些项，每个样本各取各的。</translation>
    </message>
    <message>
        <source>A librarian fetches for each reader the shelf numbers on his own slip.</source>
        <translation>图书管理员按每位读者自己的索书单取书。</translation>
    </message>
    <message>
        <source>Use it to read the score of the right class, or the steps where words were hidden.</source>
        <translation>用来读取正确类别的得分，或被遮住的词所在的步。</translation>
    </message>
    <message>
        <source>An index beyond the end stops the run, on a GPU with an error far away from this node.</source>
        <translation>索引越界会使运行中止，在 GPU 上报错处可能离这个节点很远。</translation>
    </message>
    <message>
        <source>Keep the largest few numbers of an axis, and tell where they were.</source>
        <translation>保留一个轴上最大的几个数，并指出它们在哪里。</translation>
    </message>
    <message>
        <source>The winners' podium: the three best results, with their start numbers.</source>
        <translation>像领奖台：三个最好的成绩，连同参赛号码。</translation>
    </message>
    <message>
        <source>Use it to choose experts, candidates or boxes, and for sparse activations.</source>
        <translation>用来选择专家、候选或框，以及做稀疏激活。</translation>
    </message>
    <message>
        <source>Places change in jumps from step to step: only the chosen values get gradients, the choice itself none.</source>
        <translation>选中的位置一步一步会跳变：只有选中的值有梯度，选择本身没有。</translation>
    </message>
    <message>
        <source>Say where the largest number of an axis stands.</source>
        <translation>指出一个轴上最大的数在哪个位置。</translation>
    </message>
    <message>
        <source>The referee calls the start number of the winner, not the time.</source>
        <translation>裁判报出冠军的号码，而不是成绩。</translation>
    </message>
    <message>
        <source>Use it at the end, to turn scores into the predicted class or the next word.</source>
        <translation>放在最后，把得分变成预测的类别或下一个词。</translation>
    </message>
    <message>
        <source>A position has no slope: nothing before it can learn through it. For training keep the scores.</source>
        <translation>位置没有斜率：它之前的层无法通过它学习。训练时请保留得分。</translation>
    </message>
    <message>
        <source>Write a label as a row of zeros with a single one at its place.</source>
        <translation>把标签写成一行零，只在它的位置上是一。</translation>
    </message>
    <message>
        <source>A row of light switches, one per class, of which exactly one is on.</source>
        <translation>一排电灯开关，每类一个，只有一个开着。</translation>
    </message>
    <message>
        <source>Use it to give a label to a network as numbers, as conditional GANs and VAEs do.</source>
        <translation>用来把标签以数字形式交给网络，如条件 GAN 和条件 VAE。</translation>
    </message>
    <message>
        <source>A label that is not below num_classes stops the run; with many classes an Embedding is far cheaper.</source>
        <translation>标签不小于 num_classes 会使运行中止；类别很多时 Embedding 便宜得多。</translation>
    </message>
    <message>
        <source>Keep the last step of a sequence.</source>
        <translation>只保留序列的最后一步。</translation>
    </message>
    <message>
        <source>Asking a reader what he thinks after the last page, not on every page.</source>
        <translation>读者看完最后一页才问他的看法，而不是每页都问。</translation>
    </message>
    <message>
        <source>Put it after a recurrent layer when the whole sequence gets one answer.</source>
        <translation>整个序列只要一个答案时，放在循环层之后。</translation>
    </message>
    <message>
        <source>With padding behind short sequences, the last step is padding: wire their lengths.</source>
        <translation>短序列后面有填充时，最后一步就是填充：请接上它们的长度。</translation>
    </message>
    <message>
        <source>Keep the first step of a sequence, where a class token stands.</source>
        <translation>只保留序列的第一步，那里是分类标记。</translation>
    </message>
    <message>
        <source>The spokesman of a meeting, who listened to all and reports for all.</source>
        <translation>像会议的发言人：听了所有人的意见，代表大家汇报。</translation>
    </message>
    <message>
        <source>Put it after a transformer whose first token gathers the answer, as in BERT and ViT.</source>
        <translation>放在由首个标记汇总答案的 Transformer 之后，如 BERT 和 ViT。</translation>
    </message>
    <message>
        <source>Without a class token in front it keeps an ordinary first word or patch, and ignores the rest.</source>
        <translation>前面若没有分类标记，留下的只是普通的第一个词或图块，其余都被忽略。</translation>
    </message>
    <message>
        <source>Write one number to every place that a mask marks.</source>
        <translation>在掩码标出的每个位置写入同一个数。</translation>
    </message>
    <message>
        <source>Blacking out lines in a document before it is handed on.</source>
        <translation>文件交出之前，把某些行涂黑。</translation>
    </message>
    <message>
        <source>Use it before a softmax with a very low value, so that hidden places get no attention.</source>
        <translation>在 softmax 之前写入很低的值，使被遮住的位置得不到注意力。</translation>
    </message>
    <message>
        <source>If a mask marks a whole row before a softmax, the row becomes a uniform guess.</source>
        <translation>若掩码在 softmax 之前标出了整行，这一行会变成均匀的瞎猜。</translation>
    </message>
    <message>
        <source>Take the first tensor where a mask says yes, and the second where it says no.</source>
        <translation>掩码为真处取第一个张量，为假处取第二个。</translation>
    </message>
    <message>
        <source>A stencil: through its holes you see the new colour, elsewhere the old wall.</source>
        <translation>像镂空模板：孔里看到新颜色，其余是旧墙。</translation>
    </message>
    <message>
        <source>Use it to replace hidden patches by a learned one, or to keep old states where a sequence has ended.</source>
        <translation>用来把遮住的图块换成可学习的图块，或在序列结束后保留旧状态。</translation>
    </message>
    <message>
        <source>Both sides are computed; a number that is not a number on the unused side still spoils the gradient.</source>
        <translation>两边都会计算；没用到的一边若出现非数（NaN），梯度仍会被毁。</translation>
    </message>
    <message>
        <source>gives the size of the batch; without it there is one example</source>
        <translation>给出批量大小；不接时只有一个样本</translation>
    </message>
    <message>
        <source>dimensions without the batch</source>
        <translation>各维大小，不含批次</translation>
    </message>
    <message>
        <source>what it is before training</source>
        <translation>训练开始前的取值</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>spread of the first numbers when they are normal</source>
        <translation>取正态分布时初始数字的标准差</translation>
    </message>
    <message>
        <source>the number at every place, when no values are given</source>
        <translation>没有给出 values 时，每个位置上的数</translation>
    </message>
    <message>
        <source>all numbers one after the other, separated by spaces or commas; empty uses value</source>
        <translation>依次写出所有的数，用空格或逗号隔开；留空则用 value</translation>
    </message>
    <message>
        <source>what every number is multiplied by</source>
        <translation>每个数要乘的倍数</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>what is added to every number</source>
        <translation>加到每个数上的数</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>the power every number is raised to</source>
        <translation>每个数的幂次</translation>
    </message>
    <message>
        <source>power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>the lower bound; empty for none</source>
        <translation>下界；留空表示没有</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>the upper bound; empty for none</source>
        <translation>上界；留空表示没有</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>an input of the formula, when it is used</source>
        <translation>公式的一个输入（公式用到时才接）</translation>
    </message>
    <message>
        <source>the formula, with + - * / **, abs, exp, log, sqrt, sin, cos, tanh, sigmoid, relu, softplus, min, max, clamp</source>
        <translation>公式，可用 + - * / **、abs、exp、log、sqrt、sin、cos、tanh、sigmoid、relu、softplus、min、max、clamp</translation>
    </message>
    <message>
        <source>y =</source>
        <translation>y =</translation>
    </message>
    <message>
        <source>how strongly the reversed gradient counts</source>
        <translation>反转后的梯度的强度</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>what the gradient is multiplied by</source>
        <translation>梯度要乘的倍数</translation>
    </message>
    <message>
        <source>what is passed on: a decision without a slope</source>
        <translation>前向传出的：没有斜率的硬决策</translation>
    </message>
    <message>
        <source>what the gradient goes to: the same decision with a slope</source>
        <translation>梯度送往的：同一决策的可导形式</translation>
    </message>
    <message>
        <source>the share of a at every place; used instead of alpha</source>
        <translation>每个位置上 a 所占的比例；代替 alpha</translation>
    </message>
    <message>
        <source>the share of a when nothing is wired to weight</source>
        <translation>weight 没有连线时 a 所占的比例</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>place of the new axis, the batch not counted</source>
        <translation>新轴的位置，不计批次</translation>
    </message>
    <message>
        <source>rows and columns of a window</source>
        <translation>窗口的行数和列数</translation>
    </message>
    <message>
        <source>rows and columns from one window to the next</source>
        <translation>相邻窗口之间的行距和列距</translation>
    </message>
    <message>
        <source>border of zeros on each side</source>
        <translation>每侧补零的宽度</translation>
    </message>
    <message>
        <source>distance between neighbouring pixels of a window</source>
        <translation>窗口内相邻像素的间距</translation>
    </message>
    <message>
        <source>rows and columns of the image to build</source>
        <translation>要拼出的图像的行数和列数</translation>
    </message>
    <message>
        <source>keep one feature per comparison, so that a loss or a Linear can follow</source>
        <translation>每次比较保留一个特征，以便后接损失或 Linear</translation>
    </message>
    <message>
        <source>smallest length that is divided by</source>
        <translation>作除数的长度的最小值</translation>
    </message>
    <message>
        <source>the norm: 2 is the straight line, 1 the way along the axes</source>
        <translation>范数：2 为直线距离，1 为沿坐标轴的路程</translation>
    </message>
    <message>
        <source>the divisor Z: gatys 2·H·W, so that MSELoss behind it is their equation 4; size C·H·W; none 1</source>
        <translation>除数 Z：gatys 为 2·H·W，后接 MSELoss 即为原文公式 4；size 为 C·H·W；none 为 1</translation>
    </message>
    <message>
        <source>divide</source>
        <translation>除以</translation>
    </message>
    <message>
        <source>the axes in their new order, counted from 0 without the batch</source>
        <translation>各轴的新顺序，从 0 数起，不计批次</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>one of the two axes, the batch not counted</source>
        <translation>两个轴之一，不计批次</translation>
    </message>
    <message>
        <source>the other axis, the batch not counted</source>
        <translation>另一个轴，不计批次</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>place of the new axis, the batch not counted; −1 is the end</source>
        <translation>新轴的位置，不计批次；−1 表示最后</translation>
    </message>
    <message>
        <source>the axis to take away, the batch not counted; empty takes all of size 1</source>
        <translation>要去掉的轴，不计批次；留空则去掉所有大小为 1 的轴</translation>
    </message>
    <message>
        <source>the axis of size 1 to repeat along, the batch not counted</source>
        <translation>要沿其重复的大小为 1 的轴，不计批次</translation>
    </message>
    <message>
        <source>the size the axis has afterwards</source>
        <translation>之后这个轴的大小</translation>
    </message>
    <message>
        <source>the axis to repeat along, the batch not counted</source>
        <translation>要沿其重复的轴，不计批次</translation>
    </message>
    <message>
        <source>how many copies there are afterwards</source>
        <translation>之后共有几份</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>by how many places; negative shifts back</source>
        <translation>移动几个位置；负数表示往回移</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>the axis to shift along, the batch not counted</source>
        <translation>要沿其移动的轴，不计批次</translation>
    </message>
    <message>
        <source>the axis to reverse, the batch not counted</source>
        <translation>要倒转的轴，不计批次</translation>
    </message>
    <message>
        <source>how many groups the channels come in</source>
        <translation>通道分成几组</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>the start token, or the number in every feature of the first step</source>
        <translation>起始符，或第一步每个特征中的数</translation>
    </message>
    <message>
        <source>rows of the image; empty makes it square</source>
        <translation>图像的行数；留空则为正方形</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>the axis that goes, the batch not counted; empty takes all axes</source>
        <translation>要归约掉的轴，不计批次；留空表示所有轴</translation>
    </message>
    <message>
        <source>leave an axis of size 1 where the numbers were</source>
        <translation>在原处保留一个大小为 1 的轴</translation>
    </message>
    <message>
        <source>which norm: 2 is the usual length, 1 the sum of sizes</source>
        <translation>哪种范数：2 为通常的长度，1 为绝对值之和</translation>
    </message>
    <message>
        <source>taken off the count before dividing: 1 for a sample, 0 for all there is</source>
        <translation>相除之前从个数中减去：样本用 1，总体用 0</translation>
    </message>
    <message>
        <source>the axis to add up along, the batch not counted</source>
        <translation>要沿其累加的轴，不计批次</translation>
    </message>
    <message>
        <source>yes for every step that counts</source>
        <translation>计入的步为真</translation>
    </message>
    <message>
        <source>how many before and after: left, right, then top, bottom, then front, back</source>
        <translation>前后各补多少：先左、右，再上、下，再前、后</translation>
    </message>
    <message>
        <source>border</source>
        <translation>边宽</translation>
    </message>
    <message>
        <source>what the border is made of: one value, the mirror image, the edge, or the other side</source>
        <translation>边由什么组成：同一个值、镜像、边缘值或对侧的内容</translation>
    </message>
    <message>
        <source>the number in the border when mode is constant</source>
        <translation>mode 为 constant 时边上的数</translation>
    </message>
    <message>
        <source>rows and columns to keep</source>
        <translation>要保留的行数和列数</translation>
    </message>
    <message>
        <source>its height and width are kept, its numbers are not read</source>
        <translation>取用它的高和宽，不读它的数值</translation>
    </message>
    <message>
        <source>how many times as large along each axis</source>
        <translation>沿每个轴放大几倍</translation>
    </message>
    <message>
        <source>the size to reach along each axis instead; empty uses scale_factor</source>
        <translation>改为指定每个轴要达到的大小；留空则用 scale_factor</translation>
    </message>
    <message>
        <source>how numbers between the known ones are found</source>
        <translation>已知数之间的数怎样求得</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>put the corner numbers exactly on the corners; not for nearest</source>
        <translation>让角上的数正好落在角上；nearest 不适用</translation>
    </message>
    <message>
        <source>its size is taken over, its numbers are not read</source>
        <translation>取用它的大小，不读它的数值</translation>
    </message>
    <message>
        <source>how many times as high and wide</source>
        <translation>高和宽放大几倍</translation>
    </message>
    <message>
        <source>how many times smaller</source>
        <translation>缩小几倍</translation>
    </message>
    <message>
        <source>the axis to cut, the batch not counted</source>
        <translation>要切的轴，不计批次</translation>
    </message>
    <message>
        <source>first entry to keep; negative counts from the end</source>
        <translation>保留的第一项；负数从末尾数起</translation>
    </message>
    <message>
        <source>first entry not to keep any more; empty keeps to the end</source>
        <translation>从哪一项起不再保留；留空则保留到末尾</translation>
    </message>
    <message>
        <source>keep one entry in so many</source>
        <translation>每隔多少项保留一项</translation>
    </message>
    <message>
        <source>the axis to pick from, the batch not counted</source>
        <translation>要从中选取的轴，不计批次</translation>
    </message>
    <message>
        <source>which entry, from 0; negative counts from the end</source>
        <translation>哪一项，从 0 数起；负数从末尾数起</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>项</translation>
    </message>
    <message>
        <source>how many equal parts, when sizes is empty</source>
        <translation>sizes 为空时分成几个等份</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>the size of each part; empty makes equal parts</source>
        <translation>每份的大小；留空则等分</translation>
    </message>
    <message>
        <source>one entry, a row of entries, or as many axes as x</source>
        <translation>一项、一行项，或与 x 轴数相同</translation>
    </message>
    <message>
        <source>the axis the index counts along, without the batch</source>
        <translation>索引所数的轴，不计批次</translation>
    </message>
    <message>
        <source>how many to keep</source>
        <translation>保留几个</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>the axis to choose along, the batch not counted</source>
        <translation>要沿其挑选的轴，不计批次</translation>
    </message>
    <message>
        <source>keep the largest; off keeps the smallest</source>
        <translation>保留最大的；关闭则保留最小的</translation>
    </message>
    <message>
        <source>the axis to search, the batch not counted</source>
        <translation>要查找的轴，不计批次</translation>
    </message>
    <message>
        <source>how many classes there are</source>
        <translation>共有多少类</translation>
    </message>
    <message>
        <source>how many steps of each example are real</source>
        <translation>每个样本有多少步是真实的</translation>
    </message>
    <message>
        <source>yes where the number is written</source>
        <translation>为真处写入该数</translation>
    </message>
    <message>
        <source>the number written where the mask says yes</source>
        <translation>掩码为真处写入的数</translation>
    </message>
    <message>
        <source>yes takes a, no takes b</source>
        <translation>为真取 a，为假取 b</translation>
    </message>
    <message>
        <source>Only steps in an order can be moved later: wire tokens or a sequence here.</source>
        <translation>只有有先后顺序的步才能推后：请接入词元或序列。</translation>
    </message>
    <message>
        <source>It needs channels and places: read the numbers as an image first, with Reshape.</source>
        <translation>它需要通道和位置：先用 Reshape 把这些数读成图像。</translation>
    </message>
    <message>
        <source>An order names every axis once, counted from 0, such as (1, 2, 0). It got ({dims}).</source>
        <translation>顺序要从 0 数起，把每个轴各写一次，例如 (1, 2, 0)。得到的是 ({dims})。</translation>
    </message>
    <message>
        <source>Permute to ({dims}) needs {n} axes.</source>
        <translation>Permute 成 ({dims}) 需要 {n} 个轴。</translation>
    </message>
    <message>
        <source>Squeeze takes away an axis of size 1.</source>
        <translation>Squeeze 去掉大小为 1 的轴。</translation>
    </message>
    <message>
        <source>Expand repeats along an axis of size 1.</source>
        <translation>Expand 沿大小为 1 的轴重复。</translation>
    </message>
    <message>
        <source>Unsqueeze makes such an axis; Repeat copies axes of any size.</source>
        <translation>Unsqueeze 能增加这样的轴；Repeat 可重复任意大小的轴。</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Wire a tensor with channels here.</source>
        <translation>请接入带通道的张量。</translation>
    </message>
    <message>
        <source>ChannelShuffle needs channels that divide by groups {groups}.</source>
        <translation>ChannelShuffle 需要通道数能被组数 {groups} 整除。</translation>
    </message>
    <message>
        <source>Every group takes the same number of channels.</source>
        <translation>每组的通道数相同。</translation>
    </message>
    <message>
        <source>Wire steps with features here.</source>
        <translation>请接入带特征的各步。</translation>
    </message>
    <message>
        <source>ToImage needs to know how many steps arrive.</source>
        <translation>ToImage 需要知道到来多少步。</translation>
    </message>
    <message>
        <source>Every row of the image takes the same number of steps.</source>
        <translation>图像的每一行占同样多的步。</translation>
    </message>
    <message>
        <source>The order has to name each axis that arrives, the batch not counted.</source>
        <translation>顺序必须写出到来的每个轴，不计批次。</translation>
    </message>
    <message>
        <source>One number per example has no axes to put in order: take the Permute away.</source>
        <translation>每个样本只有一个数，没有轴可排：去掉 Permute 吧。</translation>
    </message>
    <message>
        <source>Another axis of it has size 1.</source>
        <translation>它的另一个轴大小为 1。</translation>
    </message>
    <message>
        <source>No axis of it has: take the Squeeze away.</source>
        <translation>它没有这样的轴：去掉 Squeeze 吧。</translation>
    </message>
    <message>
        <source>ToImage needs a square number of steps, such as 49 = 7·7.</source>
        <translation>ToImage 需要的步数是平方数，例如 49 = 7·7。</translation>
    </message>
    <message>
        <source>ToImage with {rows} rows needs a multiple of {rows} steps.</source>
        <translation>{rows} 行的 ToImage 需要步数是 {rows} 的倍数。</translation>
    </message>
    <message>
        <source>Exchange the last two axes</source>
        <translation>交换最后两个轴</translation>
    </message>
    <message>
        <source>Exchange the only axis with itself</source>
        <translation>唯一的轴与自身交换</translation>
    </message>
    <message>
        <source>Wire a tensor with channels and places here.</source>
        <translation>请接入带通道和位置的张量。</translation>
    </message>
    <message>
        <source>{type} fills this in with {modes}.</source>
        <translation>{type} 在这里可用的插值方式是 {modes}。</translation>
    </message>
    <message>
        <source>Its mode is {mode}.</source>
        <translation>它的 mode 是 {mode}。</translation>
    </message>
    <message>
        <source>Each way of filling in belongs to one number of axes.</source>
        <translation>每种插值方式对应一定的轴数。</translation>
    </message>
    <message>
        <source>Tokens are names, so only a constant token can stand in the border.</source>
        <translation>词元是名称，边上只能放固定的词元。</translation>
    </message>
    <message>
        <source>A crop only makes smaller: Pad or Upsample make larger.</source>
        <translation>裁剪只会变小：要变大请用 Pad 或 Upsample。</translation>
    </message>
    <message>
        <source>A padding has two numbers per axis, before and after, each from 0 to 4,096. It got ({padding}).</source>
        <translation>填充的每个轴有前、后两个数，各从 0 到 4,096。得到的是 ({padding})。</translation>
    </message>
    <message>
        <source>It needs places in a row to put a border around.</source>
        <translation>它需要排列有序的位置，才能在周围加边。</translation>
    </message>
    <message>
        <source>Pad takes at most {n} numbers here, two per axis.</source>
        <translation>这里 Pad 最多取 {n} 个数，每个轴两个。</translation>
    </message>
    <message>
        <source>Its padding is ({padding}).</source>
        <translation>它的 padding 是 ({padding})。</translation>
    </message>
    <message>
        <source>The first pair is for the last axis of places.</source>
        <translation>第一对数对应最后一个位置轴。</translation>
    </message>
    <message>
        <source>Pad mirrors and repeats numbers with a fraction.</source>
        <translation>Pad 的镜像和重复只用于小数。</translation>
    </message>
    <message>
        <source>Pad with {mode} takes at most {n} here.</source>
        <translation>mode 为 {mode} 时，Pad 在这里最多取 {n}。</translation>
    </message>
    <message>
        <source>A border made of the tensor itself cannot be wider than the tensor.</source>
        <translation>由张量自身组成的边不能比张量还宽。</translation>
    </message>
    <message>
        <source>CenterCrop to {size} needs an image at least so large.</source>
        <translation>CenterCrop 到 {size} 需要图像至少有这么大。</translation>
    </message>
    <message>
        <source>CropLike needs an image at least as large as the one it is like.</source>
        <translation>CropLike 需要图像至少和参照图一样大。</translation>
    </message>
    <message>
        <source>Exchange the two wires, or use ResizeLike, which also makes larger.</source>
        <translation>交换两条连线，或改用也能放大的 ResizeLike。</translation>
    </message>
    <message>
        <source>Every size is from 1 to 65,536. It got ({size}).</source>
        <translation>每个大小从 1 到 65,536。得到的是 ({size})。</translation>
    </message>
    <message>
        <source>Upsample needs {n} sizes here, one per axis of places.</source>
        <translation>这里 Upsample 需要 {n} 个大小，每个位置轴一个。</translation>
    </message>
    <message>
        <source>Its size is ({size}).</source>
        <translation>它的 size 是 ({size})。</translation>
    </message>
    <message>
        <source>An empty size makes every axis scale_factor times as large.</source>
        <translation>size 留空时，每个轴都放大 scale_factor 倍。</translation>
    </message>
    <message>
        <source>Reset size and mode</source>
        <translation>重置 size 和 mode</translation>
    </message>
    <message>
        <source>ResizeLike needs two inputs of the same kind.</source>
        <translation>ResizeLike 的两个输入须属同一种类。</translation>
    </message>
    <message>
        <source>Only the size of the second one counts, but it needs the same axes: wire another one.</source>
        <translation>只用到第二个的大小，但轴须相同：请接另一个。</translation>
    </message>
    <message>
        <source>PixelShuffle by {factor} needs a multiple of {n} channels.</source>
        <translation>PixelShuffle 放大 {factor} 倍需要通道数是 {n} 的倍数。</translation>
    </message>
    <message>
        <source>Each new channel is made of one channel per pixel of a block.</source>
        <translation>每个新通道由块中每个像素各一个通道组成。</translation>
    </message>
    <message>
        <source>PixelUnshuffle by {factor} needs a height and a width that divide by {factor}.</source>
        <translation>PixelUnshuffle 缩小 {factor} 倍需要高和宽都能被 {factor} 整除。</translation>
    </message>
    <message>
        <source>Every block has to be whole; Pad or CenterCrop change the size.</source>
        <translation>每个块必须完整；可用 Pad 或 CenterCrop 改变大小。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>后</translation>
    </message>
    <message>
        <source>It needs one column per window, as Unfold gives them.</source>
        <translation>它需要每个窗口一列，如 Unfold 给出的那样。</translation>
    </message>
    <message>
        <source>Unfold needs to know the size of the image.</source>
        <translation>Unfold 需要知道图像的大小。</translation>
    </message>
    <message>
        <source>Fold needs an output_size that the kernel fits into.</source>
        <translation>Fold 的 output_size 要放得下卷积核。</translation>
    </message>
    <message>
        <source>Its output_size is {size}.</source>
        <translation>它的 output_size 是 {size}。</translation>
    </message>
    <message>
        <source>Not one window of it could lie in such an image.</source>
        <translation>这样的图像里连一个窗口也放不下。</translation>
    </message>
    <message>
        <source>Fold needs {a}·{b} = {n} windows for this output_size.</source>
        <translation>这个 output_size 下 Fold 需要 {a}·{b} = {n} 个窗口。</translation>
    </message>
    <message>
        <source>Give it the size, kernel, stride and padding that the Unfold before it had.</source>
        <translation>大小、核、步长和填充要与前面的 Unfold 一致。</translation>
    </message>
    <message>
        <source>Fold needs a multiple of {n} numbers per window.</source>
        <translation>Fold 需要每个窗口的数是 {n} 的倍数。</translation>
    </message>
    <message>
        <source>A window has one number per pixel and channel.</source>
        <translation>窗口中每个像素、每个通道各有一个数。</translation>
    </message>
    <message>
        <source>The point lies between one example of each, so both must look alike.</source>
        <translation>取的点位于两边各一个样本之间，所以两者形状必须相同。</translation>
    </message>
    <message>
        <source>Drag at least one wire to it.</source>
        <translation>至少拖一条连线过来。</translation>
    </message>
    <message>
        <source>RandomInterpolate needs two inputs of the same shape.</source>
        <translation>RandomInterpolate 的两个输入形状须相同。</translation>
    </message>
    <message>
        <source>{type} needs an input.</source>
        <translation>{type} 需要一个输入。</translation>
    </message>
    <message>
        <source>{type} needs inputs of the same shape.</source>
        <translation>{type} 的各个输入形状须相同。</translation>
    </message>
    <message>
        <source>Bring each to the same shape before they meet, for example with a Linear of its own.</source>
        <translation>在相遇之前把每个都变到同一形状，例如各用一个 Linear。</translation>
    </message>
    <message>
        <source>MatMul needs two inputs with the same number of axes, at least two.</source>
        <translation>MatMul 的两个输入轴数须相同，且至少两个。</translation>
    </message>
    <message>
        <source>The last two axes are the matrix; Unsqueeze makes a row or a column of features.</source>
        <translation>最后两个轴是矩阵；Unsqueeze 能把特征变成一行或一列。</translation>
    </message>
    <message>
        <source>MatMul needs as many columns in a as rows in b, and equal axes before them.</source>
        <translation>MatMul 要求 a 的列数等于 b 的行数，且之前的轴相同。</translation>
    </message>
    <message>
        <source>It needs several vectors per example: Unsqueeze with dim 0 makes one row of features.</source>
        <translation>它需要每个样本有若干向量：dim 为 0 的 Unsqueeze 能把特征变成一行。</translation>
    </message>
    <message>
        <source>DistanceMatrix needs vectors of the same length on both sides.</source>
        <translation>DistanceMatrix 要求两边的向量长度相同。</translation>
    </message>
    <message>
        <source>A Linear on one side brings them to one length.</source>
        <translation>在一边加一个 Linear 就能统一长度。</translation>
    </message>
    <message>
        <source>It compares channels, place by place: wire them here.</source>
        <translation>它逐个位置比较通道：请接入带通道的张量。</translation>
    </message>
    <message>
        <source>Both have the same number of columns: turn b.</source>
        <translation>两者列数相同：把 b 转置。</translation>
    </message>
    <message>
        <source>Which of the two is wrong depends on what you mean: no single layer mends it.</source>
        <translation>哪一个错了取决于你的意图：没有单独一层能修好。</translation>
    </message>
    <message>
        <source>Flatten turns an image into features.</source>
        <translation>Flatten 能把图像变成特征。</translation>
    </message>
    <message>
        <source>Wire vectors here.</source>
        <translation>请接入向量。</translation>
    </message>
    <message>
        <source>Wire one vector per example here.</source>
        <translation>请接入每个样本一个向量。</translation>
    </message>
    <message>
        <source>{type} needs to know the size of its axis.</source>
        <translation>{type} 需要知道该轴的大小。</translation>
    </message>
    <message>
        <source>A mask says yes or no at every place; numbers say how much.</source>
        <translation>掩码在每个位置说是或否；数字说的是多少。</translation>
    </message>
    <message>
        <source>{type} needs a mask with the sizes of x, or 1 where one answer serves all.</source>
        <translation>{type} 需要与 x 大小相同的掩码；一个答案管全部的轴可以为 1。</translation>
    </message>
    <message>
        <source>An index is a whole number such as a label, or what ArgMax and TopK give.</source>
        <translation>索引是整数，例如标签，或 ArgMax 和 TopK 的结果。</translation>
    </message>
    <message>
        <source>It needs names, not quantities: wire labels or tokens, or put ArgMax before it.</source>
        <translation>它需要的是名称而不是数量：请接入标签或词元，或在前面放 ArgMax。</translation>
    </message>
    <message>
        <source>Only steps in an order have a last one: wire a sequence here.</source>
        <translation>有先后顺序的步才有最后一步：请接入序列。</translation>
    </message>
    <message>
        <source>One whole number per example says how many steps are real.</source>
        <translation>每个样本用一个整数说明有多少步是真实的。</translation>
    </message>
    <message>
        <source>Only steps in an order have a first one: ToSequence makes steps of an image.</source>
        <translation>有先后顺序的步才有第一步：ToSequence 能把图像变成各步。</translation>
    </message>
    <message>
        <source>{type} needs a mask here.</source>
        <translation>{type} 在这里需要掩码。</translation>
    </message>
    <message>
        <source>Add axes to the end of the mask ({n})</source>
        <translation>在掩码末尾补轴（{n} 个）</translation>
    </message>
    <message>
        <source>Unsqueeze gives it the axes it lacks.</source>
        <translation>Unsqueeze 能补上它缺少的轴。</translation>
    </message>
    <message>
        <source>Wire a mask that belongs to this tensor.</source>
        <translation>请接入属于这个张量的掩码。</translation>
    </message>
    <message>
        <source>Slice needs to keep at least one of the {n} entries.</source>
        <translation>Slice 至少要保留 {n} 项中的一项。</translation>
    </message>
    <message>
        <source>From {start} to {stop} there is none.</source>
        <translation>从 {start} 到 {stop} 一项也没有。</translation>
    </message>
    <message>
        <source>Entries are counted from 0, and stop is not included.</source>
        <translation>各项从 0 数起，不含 stop。</translation>
    </message>
    <message>
        <source>Select finds the entries 0 to {n} here.</source>
        <translation>Select 在这里能找到第 0 到第 {n} 项。</translation>
    </message>
    <message>
        <source>Its {parameter} is {value}.</source>
        <translation>它的 {parameter} 是 {value}。</translation>
    </message>
    <message>
        <source>Entries are counted from 0, and −1 is the last one.</source>
        <translation>各项从 0 数起，−1 是最后一项。</translation>
    </message>
    <message>
        <source>Split has two to four sizes, each at least 1. It got ({sizes}).</source>
        <translation>Split 有二到四个大小，各不小于 1。得到的是 ({sizes})。</translation>
    </message>
    <message>
        <source>The axis has {n}.</source>
        <translation>这个轴有 {n}。</translation>
    </message>
    <message>
        <source>The parts together are the whole: nothing is left over.</source>
        <translation>各份合起来就是整体：不能有剩余。</translation>
    </message>
    <message>
        <source>Gather needs an index of whole numbers.</source>
        <translation>Gather 需要整数索引。</translation>
    </message>
    <message>
        <source>Gather needs one entry, a row of entries, or an index with as many axes as x.</source>
        <translation>Gather 需要一项、一行项，或与 x 轴数相同的索引。</translation>
    </message>
    <message>
        <source>Which entries are meant cannot be told from these axes.</source>
        <translation>从这些轴看不出指的是哪些项。</translation>
    </message>
    <message>
        <source>TopK needs an axis of at least {k} numbers.</source>
        <translation>TopK 需要的轴至少有 {k} 个数。</translation>
    </message>
    <message>
        <source>It cannot keep more than there are.</source>
        <translation>保留的不能比已有的多。</translation>
    </message>
    <message>
        <source>Where needs two tensors of the same shape and number type to choose from.</source>
        <translation>Where 需要从两个形状和数值类型都相同的张量中选择。</translation>
    </message>
    <message>
        <source>Which of them is right depends on what you mean: no single layer does it.</source>
        <translation>哪一个才对取决于你的意图：没有单独一层能解决。</translation>
    </message>
    <message>
        <source>Split into ({sizes}) needs {n} entries.</source>
        <translation>Split 成 ({sizes}) 需要 {n} 项。</translation>
    </message>
    <message>
        <source>Split needs a size that divides by {parts}.</source>
        <translation>Split 需要能被 {parts} 整除的大小。</translation>
    </message>
    <message>
        <source>Gather needs an index as large as x in every other axis.</source>
        <translation>Gather 的索引在其余各轴上须与 x 同样大。</translation>
    </message>
    <message>
        <source>A row of entries serves all other axes alike.</source>
        <translation>一行项对其余各轴同样适用。</translation>
    </message>
    <message>
        <source>Only steps can be marked one by one: wire a sequence here.</source>
        <translation>只有步才能逐个标记：请接入序列。</translation>
    </message>
    <message>
        <source>{type} with correction 1 needs at least two numbers.</source>
        <translation>correction 为 1 时 {type} 至少需要两个数。</translation>
    </message>
    <message>
        <source>With correction 0 a single number has the spread 0.</source>
        <translation>correction 为 0 时，单个数的离散程度为 0。</translation>
    </message>
    <message>
        <source>MaskedMean needs a mask with one yes or no per step.</source>
        <translation>MaskedMean 需要每步一个是或否的掩码。</translation>
    </message>
    <message>
        <source>The mask comes from where the lengths are known: wire it from there.</source>
        <translation>掩码来自知道长度的地方：请从那里接过来。</translation>
    </message>
    <message>
        <source>Without a bound nothing is held: set one, or take the Clamp away.</source>
        <translation>没有界限就什么也限不住：设一个界限，或去掉 Clamp。</translation>
    </message>
    <message>
        <source>Clamp needs at least one bound.</source>
        <translation>Clamp 至少需要一个界限。</translation>
    </message>
    <message>
        <source>Clamp needs a lower bound below the upper one.</source>
        <translation>Clamp 的下界要低于上界。</translation>
    </message>
    <message>
        <source>They are {low} and {high}.</source>
        <translation>它们是 {low} 和 {high}。</translation>
    </message>
    <message>
        <source>Torch would answer with the upper bound everywhere.</source>
        <translation>否则 torch 会处处给出上界。</translation>
    </message>
    <message>
        <source>Exchange the two bounds</source>
        <translation>交换两个界限</translation>
    </message>
    <message>
        <source>StraightThrough needs two inputs of the same shape.</source>
        <translation>StraightThrough 的两个输入形状须相同。</translation>
    </message>
    <message>
        <source>The hard one has to be made of the soft one, number by number.</source>
        <translation>硬值必须由软值逐个得来。</translation>
    </message>
    <message>
        <source>Values are at most 65,536 finite numbers. It got “{text}”.</source>
        <translation>values 最多 65,536 个有限的数。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Constant of shape {shape} needs {n} values.</source>
        <translation>形状为 {shape} 的 Constant 需要 {n} 个值。</translation>
    </message>
    <message>
        <source>It has {n}.</source>
        <translation>它有 {n} 个。</translation>
    </message>
    <message>
        <source>Write as many numbers as the shape has places, the last axis running fastest.</source>
        <translation>形状有多少个位置就写多少个数，最后一轴变化最快。</translation>
    </message>
    <message>
        <source>Values are numbers such as −1 0.5 2, separated by spaces or commas. It got “{text}”.</source>
        <translation>values 是 −1 0.5 2 这样的数，用空格或逗号隔开。得到的是“{text}”。</translation>
    </message>
    <message>
        <source>Lay the values in one row</source>
        <translation>把这些值排成一行</translation>
    </message>
    <message>
        <source>Only numbers, the inputs a, b, c, d, + - * / **, brackets and {functions} can stand in a formula, not “{part}”.</source>
        <translation>公式中只能有数字、输入 a、b、c、d、+ - * / **、括号和 {functions}，不能有“{part}”。</translation>
    </message>
    <message>
        <source>A formula has at most {n} characters.</source>
        <translation>公式最多 {n} 个字符。</translation>
    </message>
    <message>
        <source>A formula uses at least one of the inputs a, b, c, d. “{text}” uses none.</source>
        <translation>公式至少用到输入 a、b、c、d 中的一个。“{text}”一个也没有用。</translation>
    </message>
    <message>
        <source>In the formula, “{part}” is not a finite number.</source>
        <translation>公式中的“{part}”不是有限的数。</translation>
    </message>
    <message>
        <source>“{text}” cannot be read as a formula such as a * sigmoid(b) + 0.5.</source>
        <translation>“{text}”读不成 a * sigmoid(b) + 0.5 这样的公式。</translation>
    </message>
    <message>
        <source>In a formula {name} takes {n} values. It got {got}.</source>
        <translation>公式中的 {name} 需要 {n} 个值，得到了 {got} 个。</translation>
    </message>
    <message>
        <source>The formula uses {name}.</source>
        <translation>公式用到了 {name}。</translation>
    </message>
    <message>
        <source>Nothing is wired to it.</source>
        <translation>它没有接任何连线。</translation>
    </message>
    <message>
        <source>Drag a wire to it, or leave it out of the formula: which one cannot be told from here.</source>
        <translation>拖一条连线过来，或从公式中去掉它：这里看不出该选哪个。</translation>
    </message>
    <message>
        <source>The formula does not use {name}.</source>
        <translation>公式没有用到 {name}。</translation>
    </message>
    <message>
        <source>A wire is there.</source>
        <translation>那里接有连线。</translation>
    </message>
    <message>
        <source>Take the wire away, or write it into the formula: which one cannot be told from here.</source>
        <translation>去掉连线，或把它写进公式：这里看不出该选哪个。</translation>
    </message>
    <message>
        <source>One number per example has no axis to work along: Unsqueeze would give it one.</source>
        <translation>每个样本只有一个数，没有轴可用：Unsqueeze 能给它一个。</translation>
    </message>
    <message>
        <source>{type} finds the axes 0 to {n} here.</source>
        <translation>{type} 在这里能找到第 0 到第 {n} 轴。</translation>
    </message>
    <message>
        <source>Axes are counted without the batch, and −1 is the last one.</source>
        <translation>各轴不计批次数起，−1 是最后一个。</translation>
    </message>
    <message>
        <source>{type} needs inputs of the same number type.</source>
        <translation>{type} 的各个输入数值类型须相同。</translation>
    </message>
    <message>
        <source>{type} needs inputs with the same number of axes.</source>
        <translation>{type} 的各个输入轴数须相同。</translation>
    </message>
    <message>
        <source>Unsqueeze gives a tensor one more axis, of size 1, at the place where it shall be repeated.</source>
        <translation>Unsqueeze 能在要重复的位置给张量增加一个大小为 1 的轴。</translation>
    </message>
    <message>
        <source>{type} needs inputs of the same shape, or of size 1 where they differ.</source>
        <translation>{type} 的各个输入形状须相同，不同之处大小须为 1。</translation>
    </message>
</context>
</TS>
