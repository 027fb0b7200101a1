<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>**Try it.** Change C1's kernel_size from 5 to 7. Which node complains first, and what does it say?</source>
        <translation>**试一试。** 把 C1 的 kernel_size 从 5 改成 7。最先抱怨的是哪个节点？它怎么说？</translation>
    </message>
    <message>
        <source>784 pixels in a row, 256 and then 128 ReLU units, ten scores: the forward pass most lessons calculate by hand. It reads digits well, yet does not know which pixels are neighbours: its first layer alone has 200,960 parameters.</source>
        <translation>784 个像素排成一行，先 256 个、再 128 个 ReLU 单元，最后十个分数：课堂上手算前向传播时常用的网络。它认数字认得不错，却不知道哪些像素相邻，单第一层就有 200,960 个参数。</translation>
    </message>
    <message>
        <source>A hidden layer bends the plane, so that one line can separate what XOR asks for. In full size it is the smallest exact solution, with its weights set by hand: max(0, x₁ − x₂) + max(0, x₂ − x₁). In small size eight hidden units learn it from a random start.</source>
        <translation>隐藏层把平面折弯，于是一条直线就能分开异或的答案。完整版是手工设定权重的最小精确解：max(0, x₁ − x₂) + max(0, x₂ − x₁)。小型版用八个隐藏单元从随机起点学会它。</translation>
    </message>
    <message>
        <source>A weighted sum of ten measurements of 442 patients predicts how their diabetes goes on. There is no activation: the best it can do is a flat plane through the data, and gradient descent finds the plane of least squares.</source>
        <translation>对 442 位患者的十项测量加权求和，预测糖尿病的进展。没有激活函数，它最多只能在数据中放一个平面，而梯度下降找到的正是最小二乘平面。</translation>
    </message>
    <message>
        <source>AND and OR: every example right. XOR: never more than three of four. (seeds 0, 1, 2)</source>
        <translation>AND 和 OR：每个样本都对。XOR：四个里最多对三个。（种子 0、1、2）</translation>
    </message>
    <message>
        <source>Accuracy rises fast and stops early. Digits drawn in two ways share one template, and are confused.</source>
        <translation>准确率上升得快，也停得早。有两种写法的数字共用一个模板，就会被认错。</translation>
    </message>
    <message>
        <source>All four examples right, from every seed tried (0, 1, 2).</source>
        <translation>四个样本全对，试过的每个种子（0、1、2）都如此。</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Classifiers</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Convolutional networks</source>
        <translation>卷积网络</translation>
    </message>
    <message>
        <source>Digit MLP 784-256-128-10</source>
        <translation>手写数字 MLP 784-256-128-10</translation>
    </message>
    <message>
        <source>Feature extractor</source>
        <translation>特征提取</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <source>Loss and validation loss fall together. On the wires, the gradient grows weaker from the loss back to the image, but never vanishes. Try it: change C1's kernel_size from 5 to 7. Which node complains first, and what does it say?</source>
        <translation>训练损失和验证损失一起下降。看连线：梯度从损失往回传到图像逐渐变弱，但不会消失。试一试：把 C1 的 kernel_size 从 5 改成 7，最先抱怨的是哪个节点？它怎么说？</translation>
    </message>
    <message>
        <source>Mean absolute error on the test patients 0.57 to 0.60 standard deviations (seeds 0 to 2), as good as least squares solved at once.</source>
        <translation>在测试病人上，平均绝对误差为 0.57 到 0.60 个标准差（种子 0 到 2），与一次解出的最小二乘一样好。</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>One linear layer gives every digit a score; cross-entropy turns the scores into probabilities and pulls up the right one. Each class has one weight per pixel, so it can only compare a picture with a template.</source>
        <translation>一个线性层给每个数字打分，交叉熵把分数变成概率并抬高正确的那个。每个类别对每个像素只有一个权重，所以它只会拿图片和模板比较。</translation>
    </message>
    <message>
        <source>One unit adds up its inputs and says yes or no. It learns only from its errors: after each wrong answer the weights move towards the example. One step here is Rosenblatt's rule for one example, with his factor 2 put into the learning rate. It learns AND and OR, and can never learn XOR, since one straight line does not separate its answers.</source>
        <translation>一个单元把输入加权求和，然后回答是或否。它只从错误中学习：每答错一次，权重就向该样本移动。这里的一步就是罗森布拉特规则对一个样本的更新，原式中的因子 2 并入学习率。它能学会与（AND）和或（OR），永远学不会异或（XOR），因为一条直线分不开异或的答案。</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>感知机</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Small learned filters slide over a handwritten digit, pooling makes the maps smaller, and three more layers decide. This is the form most courses draw: full connections in C3, tanh, average pooling and a softmax; 61,706 parameters. (The network of 1998 had a connection table, trained pooling and a Gaussian output: exactly 60,000.)</source>
        <translation>学出来的小卷积核在手写数字上滑动，池化把特征图变小，再由三层作出判断。这是多数课程所画的形式：C3 全连接、tanh、平均池化加 softmax，共 61,706 个参数。（1998 年的原网络有连接表、可训练的池化和高斯输出，正好 60,000 个。）</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>Softmax 回归</translation>
    </message>
    <message>
        <source>Test accuracy 100 % (seeds 0 to 2), in about a second.</source>
        <translation>测试准确率 100 %（种子 0 到 2），用时约一秒。</translation>
    </message>
    <message>
        <source>Test accuracy 95.9 to 97.0 % (seeds 0 to 2), in less than a second.</source>
        <translation>测试准确率 95.9 % 到 97.0 %（种子 0 到 2），用时不到一秒。</translation>
    </message>
    <message>
        <source>Test accuracy 97.0 to 98.1 % (seeds 0 to 2), in about two seconds.</source>
        <translation>测试准确率 97.0 % 到 98.1 %（种子 0 到 2），用时约两秒。</translation>
    </message>
    <message>
        <source>Test accuracy 97.0 to 98.5 % (seeds 0 to 3), in 10 to 25 seconds on two processor cores.</source>
        <translation>测试准确率 97.0 % 到 98.5 %（种子 0 到 3），两个处理器核心上用时 10 到 25 秒。</translation>
    </message>
    <message>
        <source>The boundary begins as a line and bends around the moons. With Identity in place of ReLU it stays a line.</source>
        <translation>决策边界起初是一条直线，慢慢绕着月牙弯曲。把 ReLU 换成 Identity，它就一直是直线。</translation>
    </message>
    <message>
        <source>The boundary, which is one line at first, folds until both corners with the answer 1 lie inside one band.</source>
        <translation>决策边界起初是一条直线，渐渐折叠，直到答案为 1 的两个角落在同一条带子里。</translation>
    </message>
    <message>
        <source>The line in the decision boundary turns after every wrong example and stands still when there is none. Choose the gate XOR in the recipe: the line never comes to rest.</source>
        <translation>每答错一个样本，决策边界上的直线就转动一次，没有错误时便静止。在训练方案中选 XOR 门，直线永远停不下来。</translation>
    </message>
    <message>
        <source>There is no preset {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的预设。你是不是想要 {near}？</translation>
    </message>
    <message>
        <source>There is no preset {name}. There are: {names}.</source>
        <translation>没有名为 {name} 的预设。现有：{names}。</translation>
    </message>
    <message>
        <source>Training accuracy reaches 100 % while validation stays below: more parameters than examples.</source>
        <translation>训练准确率到 100 %，验证准确率却低一些：参数比样本多。</translation>
    </message>
    <message>
        <source>Training and validation error fall together and then stay: a plane has little room to overfit.</source>
        <translation>训练误差和验证误差一起下降，然后不再变：平面没有多少过拟合的余地。</translation>
    </message>
    <message>
        <source>Two hidden layers with ReLU separate two moons that no straight line can part. Change the width, the depth or the activation, and choose other data in the recipe: the drawing follows.</source>
        <translation>两个带 ReLU 的隐藏层把直线分不开的两个月牙分开。改改宽度、深度或激活函数，或在训练方案中换数据，图会跟着变。</translation>
    </message>
    <message>
        <source>XOR with two layers</source>
        <translation>两层网络解异或</translation>
    </message>
    <message>
        <source>Each block learns only what is to be added to its input, y = F(x) + x, so that a signal, and the gradient, can always pass straight through. Eight blocks of two 3×3 filters; 11,689,512 parameters in full size.</source>
        <translation>每个残差块只学习需要加到输入上的部分，y = F(x) + x，因此信号和梯度总能直接通过。八个块，每块两个 3×3 卷积；完整尺寸有 11,689,512 个参数。</translation>
    </message>
    <message>
        <source>The same blocks as ResNet-18, sixteen of them. A plain network of this depth trains worse than one of 18 layers; with the straight ways it trains better. 21,797,672 parameters in full size.</source>
        <translation>与 ResNet-18 相同的块，共十六个。没有直连时，这么深的普通网络比 18 层的训练得更差；有了残差连接，它训练得更好。完整尺寸有 21,797,672 个参数。</translation>
    </message>
    <message>
        <source>Blocks with a bottleneck: 1×1 filters squeeze the channels, a 3×3 filter works on the few that are left, 1×1 filters open them again. Sixteen of them cost little more than ResNet-34 and learn more. 25,557,032 parameters in full size.</source>
        <translation>带瓶颈的残差块：1×1 卷积压缩通道，3×3 卷积在剩下的少数通道上工作，再用 1×1 卷积把通道展开。十六个这样的块比 ResNet-34 贵不了多少，却学得更多。完整尺寸有 25,557,032 个参数。</translation>
    </message>
    <message>
        <source>The bottlenecks of ResNet-50, with 23 instead of 6 in the third stage: depth is a repeat count. 44,549,160 parameters in full size.</source>
        <translation>ResNet-50 的瓶颈块，第三阶段由 6 个增加到 23 个：深度就是一个重复次数。完整尺寸有 44,549,160 个参数。</translation>
    </message>
    <message>
        <source>The deepest of the family: 50 bottlenecks in four stages of 3, 8, 36 and 3. An ensemble of such networks won the ImageNet competition of 2015 with 3.57 % top-5 error. 60,192,808 parameters in full size.</source>
        <translation>这个家族中最深的网络：50 个瓶颈块，分为四个阶段，各有 3、8、36、3 个。由这类网络组成的集成以 3.57 % 的 top-5 错误率赢得了 2015 年的 ImageNet 竞赛。完整尺寸有 60,192,808 个参数。</translation>
    </message>
    <message>
        <source>Open a block and follow the two ways to its Add: one through the filters, one straight. On the wires, the gradient takes the straight one. Try it: cut the straight way in the block and train again. How far back does the gradient still reach?</source>
        <translation>打开一个块，沿着通往 Add 的两条路看：一条经过卷积，一条直通。在连线上可以看到，梯度走的是直通的那条。试一试：在块里剪断直通的连线再训练，梯度还能传回多远？</translation>
    </message>
    <message>
        <source>The network that won ImageNet in 2012: five convolutions, ReLU instead of tanh, dropout in the two large layers. It was split over two graphics cards, so the second, fourth and fifth convolution each see half of the maps (groups = 2); 60,965,224 parameters in full size. Its pictures are 227×227: with 224 the sizes do not meet.</source>
        <translation>2012 年赢得 ImageNet 的网络：五个卷积层，用 ReLU 代替 tanh，两个大的全连接层用 Dropout。它被分到两块显卡上，因此第二、四、五个卷积各只看一半的特征图（groups = 2）；完整尺寸有 60,965,224 个参数。它的图片是 227×227：用 224 尺寸对不上。</translation>
    </message>
    <message>
        <source>Compare the multiply-adds of conv2 with groups 1 and 2: half of them, and half of the weights. Try it: change ReLU to Tanh and watch how much slower the loss falls.</source>
        <translation>比较 conv2 在 groups 为 1 和 2 时的乘加次数：减半，权重也减半。试一试：把 ReLU 换成 Tanh，看看损失下降慢了多少。</translation>
    </message>
    <message>
        <source>AlexNet as most texts draw it: the same layers on one graphics card, so every filter sees all maps; 62,378,344 parameters in full size, 1.4 million more than the published network had.</source>
        <translation>多数教材画的 AlexNet：相同的层放在一块显卡上，每个卷积核都能看到全部特征图；完整尺寸有 62,378,344 个参数，比发表的网络多 140 万。</translation>
    </message>
    <message>
        <source>Nine of ten parameters stand in fc6 and fc7, nine of ten multiply-adds in the convolutions: read both at the nodes. Try it: take out the dropout and watch validation turn away from training.</source>
        <translation>十分之九的参数在 fc6 和 fc7，十分之九的乘加次数在卷积层：在节点上可以读到这两个数。试一试：去掉 Dropout，看验证曲线如何偏离训练曲线。</translation>
    </message>
    <message>
        <source>AlexNet as torchvision builds it, after Krizhevsky's paper of 2014 on one strange trick: fewer filters in the first layers, no normalisation; 61,100,840 parameters in full size, and torchvision's weights fit.</source>
        <translation>torchvision 实现的 AlexNet，依据 Krizhevsky 2014 年关于并行训练技巧的论文：前几层的卷积核更少，没有归一化；完整尺寸有 61,100,840 个参数，torchvision 的权重可以直接装入。</translation>
    </message>
    <message>
        <source>Open the features: the picture shrinks fast at first, then three convolutions in a row work at one size. Which wire carries the strongest gradient, and does dropout before the linear layers change it?</source>
        <translation>打开 features：图片先迅速缩小，然后连续三个卷积保持同一尺寸。哪条连线上的梯度最强？线性层之前的 Dropout 会改变它吗？</translation>
    </message>
    <message>
        <source>Only filters of 3×3, two or three in a row before each pooling: two of them see as far as one of 5×5, with fewer weights and one more nonlinearity. 13 convolutions and 3 linear layers; 138,357,544 parameters in full size.</source>
        <translation>只用 3×3 的卷积核，每次池化之前连续两三个：两个叠起来看到的范围与一个 5×5 相同，权重更少，还多一次非线性。13 个卷积层和 3 个线性层；完整尺寸有 138,357,544 个参数。</translation>
    </message>
    <message>
        <source>Open the features and read the shapes on the wires: each pooling halves the picture, each stage doubles the filters. In full size, see where the parameters are: nine of ten stand in the classifier's first layers.</source>
        <translation>打开 features，读连线上的形状：每次池化把图片缩小一半，每个阶段把卷积核增加一倍。在完整尺寸中看看参数在哪里：十分之九在分类器的前几层。</translation>
    </message>
    <message>
        <source>VGG-16 with one more filter in each of the last three stages. Deeper than this, plain stacks trained worse: the wall that residual networks broke a year later. 143,667,240 parameters in full size.</source>
        <translation>在 VGG-16 的后三个阶段各多一个卷积。再深的普通堆叠训练得更差：一年后残差网络打破了这堵墙。完整尺寸有 143,667,240 个参数。</translation>
    </message>
    <message>
        <source>Test accuracy 97.0 to 99.6 % (seeds 0 to 2), in half a minute to a minute on one processor core.</source>
        <translation>测试准确率 97.0 到 99.6 %（种子 0 到 2），在一个处理器核心上用时半分钟到一分钟。</translation>
    </message>
    <message>
        <source>Test accuracy 97.0 to 98.9 % (seeds 0 to 2), in one to four minutes on one processor core.</source>
        <translation>测试准确率 97.0 到 98.9 %（种子 0 到 2），在一个处理器核心上用时一到四分钟。</translation>
    </message>
    <message>
        <source>Test accuracy 98.9 to 99.6 % (seeds 0 to 2), in 25 to 60 seconds on one processor core.</source>
        <translation>测试准确率 98.9 到 99.6 %（种子 0 到 2），在一个处理器核心上用时 25 到 60 秒。</translation>
    </message>
    <message>
        <source>Test accuracy 98.9 to 99.3 % (seeds 0 to 2), in half a minute to two minutes on one processor core.</source>
        <translation>测试准确率 98.9 到 99.3 %（种子 0 到 2），在一个处理器核心上用时半分钟到两分钟。</translation>
    </message>
    <message>
        <source>Test accuracy 97.8 to 99.3 % (seeds 0 to 2), in 12 to 30 seconds on one processor core.</source>
        <translation>测试准确率 97.8 到 99.3 %（种子 0 到 2），在一个处理器核心上用时 12 到 30 秒。</translation>
    </message>
    <message>
        <source>Test accuracy 97.0 to 98.9 % (seeds 0 to 2), in about 25 seconds on one processor core.</source>
        <translation>测试准确率 97.0 到 98.9 %（种子 0 到 2），在一个处理器核心上用时约 25 秒。</translation>
    </message>
    <message>
        <source>Test accuracy 98.1 to 99.3 % (seeds 0 to 2), in about 28 seconds on one processor core.</source>
        <translation>测试准确率 98.1 到 99.3 %（种子 0 到 2），在一个处理器核心上用时约 28 秒。</translation>
    </message>
    <message>
        <source>Test accuracy 95.9 to 98.9 % (seeds 0 to 2), in one to four minutes on one processor core.</source>
        <translation>测试准确率 95.9 到 98.9 %（种子 0 到 2），在一个处理器核心上用时一到四分钟。</translation>
    </message>
    <message>
        <source>Test accuracy 97.4 % (seed 0), in about a minute on one processor core.</source>
        <translation>测试准确率 97.4 %（种子 0），在一个处理器核心上用时约一分钟。</translation>
    </message>
    <message>
        <source>Test accuracy 95.2 to 99.3 % (seeds 0 to 2), in about 22 seconds on one processor core.</source>
        <translation>测试准确率 95.2 到 99.3 %（种子 0 到 2），在一个处理器核心上用时约 22 秒。</translation>
    </message>
    <message>
        <source>How large should a filter be? An Inception module does not choose: 1×1, 3×3, 5×5 and pooling look at the same maps side by side, after 1×1 filters have made them few. Nine modules, no large linear layers: about 6 million parameters where VGG has 138. Two heads on the way help the gradient reach the front; they count 0.3 each while training. With torchvision's batch normalisation and both heads 13,004,888 parameters.</source>
        <translation>卷积核该取多大？Inception 模块不做选择：1×1、3×3、5×5 卷积和池化并排观察同一组特征图，之前先用 1×1 卷积压缩通道。九个模块、没有大的全连接层：约 600 万个参数，而 VGG 有 1.38 亿。途中两个辅助分类头帮助梯度到达前部，训练时各占 0.3 的权重。加上 torchvision 的批归一化和两个辅助头共 13,004,888 个参数。</translation>
    </message>
    <message>
        <source>Open a module and compare what its four ways cost: the 1×1 filter before the 5×5 saves most of it. On the wires, see how the two heads feed gradient into the middle. Try it: set their weights to 0. Does the front still learn as fast?</source>
        <translation>打开一个模块，比较四条支路的开销：5×5 之前的 1×1 卷积省下了大部分计算。看连线，两个辅助头怎样把梯度送到中部。试一试：把它们的权重设为 0，前部还学得一样快吗？</translation>
    </message>
    <message>
        <source>A residual network adds what it learns to what it had; a dense one keeps both: every layer gets the maps of all layers before it, side by side, and adds only a few of its own (32, the growth rate). Nothing has to be learned twice, so 7,978,856 parameters do what ResNet-50 needs 25 million for.</source>
        <translation>残差网络把学到的加到原有的上面，稠密网络两者都保留：每一层都得到之前所有层的特征图，并排放置，自己只添加少量几张（32 张，即增长率）。什么都不必学两遍，因此 7,978,856 个参数就能做到 ResNet-50 用 2500 万个参数做的事。</translation>
    </message>
    <message>
        <source>Walk along a dense block and read the shapes: the channels grow by the growth rate with every layer, and the transition halves them. Try it: make the growth rate 4. How many parameters are left, and what does the accuracy say?</source>
        <translation>沿着稠密块读形状：每过一层，通道数增加一个增长率，过渡层再减半。试一试：把增长率改成 4，还剩多少参数，准确率怎么说？</translation>
    </message>
    <message>
        <source>A filter that looks at all channels at once is dear. MobileNet takes it apart: a 3×3 filter for each channel alone, then 1×1 filters that mix. Version 2 opens the channels six times before it filters and closes them after, with the shortcut between the narrow ends; 3,504,872 parameters in full size.</source>
        <translation>同时看所有通道的卷积核代价很高。MobileNet 把它拆开：先给每个通道单独做 3×3 卷积，再用 1×1 卷积混合。第 2 版先把通道扩展到六倍，滤波后再收窄，残差连接接在窄的两端之间；完整规模 3,504,872 个参数。</translation>
    </message>
    <message>
        <source>Open a block down to its three convolutions and compare their multiply-adds: the one of 3×3 is the cheapest. Try it: set its groups to 1 and read what the same filter costs when it sees all channels.</source>
        <translation>把一个块打开到三个卷积，比较乘加次数：3×3 的那个最便宜。试一试：把它的 groups 设为 1，看看同样的卷积核看所有通道时要花多少。</translation>
    </message>
    <message>
        <source>MobileNet's inverted residuals, and in each a squeeze-and-excitation that weighs the channels; how many, how wide and with which filters was searched by machine. Depth, width and picture size then grow together. 5,288,548 parameters in full size.</source>
        <translation>MobileNet 的倒残差结构，每个里面再加一个给通道加权的压缩激励模块；层数、宽度和卷积核大小由机器搜索得到。之后深度、宽度和图像尺寸一起增长。完整规模 5,288,548 个参数。</translation>
    </message>
    <message>
        <source>Open a squeeze-and-excitation: a whole map becomes one number, and that number says how loud its channel is. Try it: bypass it in every block at once by editing the definition. What is lost, what is saved?</source>
        <translation>打开压缩激励模块：整张特征图变成一个数，这个数决定该通道有多响。试一试：编辑定义，一次在所有块里旁路它。失去了什么，省下了什么？</translation>
    </message>
    <message>
        <source>LeNet-5 (1998)</source>
        <translation>LeNet-5（1998）</translation>
    </message>
    <message>
        <source>LeNet-5 as it was published. C3's maps each see only some of S2's, after a table, which breaks the symmetry and saves work; subsampling has a trained coefficient and bias for each map; and the output measures how far the 84 units of F6 are from ten digits drawn in 7×12 dots. Exactly 60,000 parameters learn; the 840 dots do not.</source>
        <translation>论文发表时的 LeNet-5。C3 的每张特征图按一张连接表只看 S2 的一部分，既打破对称又节省计算；下采样对每张图有一个可训练的系数和偏置；输出层度量 F6 的 84 个单元与十个 7×12 点阵数字的距离。恰好 60,000 个参数参与学习，840 个点固定不变。</translation>
    </message>
    <message>
        <source>Open C3: every wire from a map to a filter is one entry of the table, 60 of 96. Then compare with the LeNet-5 of the courses: which parts did people drop, and what did that change in the accuracy?</source>
        <translation>打开 C3：从特征图到卷积核的每条连线就是连接表中的一项，96 项里的 60 项。再和课程里的 LeNet-5 比较：人们去掉了哪些部分，准确率因此改变了多少？</translation>
    </message>
    <message>
        <source>Distances to drawn digits</source>
        <translation>到点阵数字的距离</translation>
    </message>
    <message>
        <source>A small CNN</source>
        <translation>小型卷积网络</translation>
    </message>
    <message>
        <source>The chain that every course draws: convolution, batch normalisation, ReLU, pooling, twice; then the maps are laid flat, and linear layers decide. Low layers keep the largest number of each neighbourhood, the last takes the mean.</source>
        <translation>每门课都会画的链条：卷积、批归一化、ReLU、池化，重复两次；然后展平特征图，由全连接层作决定。低层保留每个邻域的最大值，最后一层取平均。</translation>
    </message>
    <message>
        <source>Look at the feature maps of conv1 and conv2: edges first, then parts of digits. Try it: mute the batch normalisations and watch the curve of the loss in the first epoch.</source>
        <translation>看 conv1 和 conv2 的特征图：先是边缘，然后是数字的局部。试一试：停用批归一化，观察第一轮的损失曲线。</translation>
    </message>
    <message>
        <source>Convolution grammar</source>
        <translation>卷积网络的通式</translation>
    </message>
    <message>
        <source>[(Conv × M, Pool × b) × N, FC × K]: nearly every classic network is a choice of these four numbers. Here they are parameters of the network: M convolutions in a group, b = 1 to pool after it and 0 not to, N groups, K linear layers before the last.</source>
        <translation>[(Conv × M, Pool × b) × N, FC × K]：几乎每个经典网络都是这四个数的一种选择。这里它们是网络的参数：每组 M 个卷积，b = 1 表示组后池化、0 表示不池化，共 N 组，最后一层之前有 K 个全连接层。</translation>
    </message>
    <message>
        <source>Change M, b, N and K in the inspector of the network and read shapes, parameters and multiply-adds at the nodes. How often can 32×32 be pooled before nothing is left? With b = 0, what do the linear layers cost?</source>
        <translation>在网络的检查器中改变 M、b、N、K，读节点上的形状、参数量和乘加次数。32×32 能池化几次才什么都不剩？b = 0 时全连接层要花多少？</translation>
    </message>
    <message>
        <source>Frames as channels</source>
        <translation>叠帧作为通道</translation>
    </message>
    <message>
        <source>A clip as one picture with many channels: the frames are stacked, and a usual convolution mixes them all in its first layer. After it there is no time left to look at.</source>
        <translation>把一段视频当作一张多通道的图像：各帧叠在一起，普通卷积在第一层就把它们全部混合。此后再没有时间轴可看。</translation>
    </message>
    <message>
        <source>Open it beside the 3D CNN: the same clips, the same number of layers. Read the shapes: the axis of time ends at conv1. Both learn these motions; which needs fewer multiply-adds, and which fewer parameters?</source>
        <translation>和三维卷积网络并排打开：同样的视频，同样的层数。读形状：时间轴在 conv1 处结束。两者都能学会这些运动；哪个乘加更少，哪个参数更少？</translation>
    </message>
    <message>
        <source>3D CNN (C3D)</source>
        <translation>三维卷积网络（C3D）</translation>
    </message>
    <message>
        <source>The kernel slides through time as it slides over the picture, so its answers keep an axis of time, and motion itself can be a feature. The first pooling leaves time alone, so that it is not lost too early. In full size eight convolutions and two layers of 4096, for clips of 16 frames.</source>
        <translation>卷积核像滑过图像那样滑过时间，因此输出保留时间轴，运动本身也能成为特征。第一次池化不动时间轴，免得过早丢失。完整规模有八个卷积和两个 4096 的全连接层，输入 16 帧视频。</translation>
    </message>
    <message>
        <source>Read the shapes: time is still there behind conv1. Try it: make the kernels 1×3×3. Now it sees pictures, but no motion: how far does the accuracy fall?</source>
        <translation>读形状：conv1 之后时间轴还在。试一试：把卷积核改成 1×3×3。现在它看得见画面，看不见运动：准确率下降多少？</translation>
    </message>
    <message>
        <source>1D CNN for the mood of a voice</source>
        <translation>一维卷积语音情感识别</translation>
    </message>
    <message>
        <source>A sound has one direction to slide along: time. Everything else of a convolutional network stays as it is: filters, pooling, a decision at the end. Here it hears the mood of a made-up voice.</source>
        <translation>声音只有一个滑动方向：时间。卷积网络的其他部分都不变：卷积核、池化、最后的判断。这里它听出一段合成嗓音的情绪。</translation>
    </message>
    <message>
        <source>The filters of conv1 become little waves: each listens for a pitch. Try it: make its kernel 5 samples long. What can it not hear any more?</source>
        <translation>conv1 的卷积核变成小小的波形：每个都在听一种音高。试一试：把核长改成 5 个采样点，它听不见什么了？</translation>
    </message>
    <message>
        <source>Spectrogram and 2D CNN</source>
        <translation>频谱图与二维卷积网络</translation>
    </message>
    <message>
        <source>Turn the sound into a picture first: time from left to right, pitch from bottom to top, loudness as brightness. Then a network for pictures hears. The same recordings as those of the 1D CNN.</source>
        <translation>先把声音变成图像：从左到右是时间，从下到上是音高，响度就是亮度。于是看图的网络也能听。录音与一维卷积网络的相同。</translation>
    </message>
    <message>
        <source>Look at the maps of the spectrogram itself: you can see each mood. Then compare the accuracy with the 1D CNN's on the same data, and the number of steps both need.</source>
        <translation>看频谱图本身：每种情绪都看得出来。再在同样的数据上和一维卷积网络比较准确率以及各自需要的步数。</translation>
    </message>
    <message>
        <source>A sentence as a picture: each row is the vector of a word. Filters as wide as a row and two, three or four words high look for phrases; of each only the strongest answer anywhere counts. In full size 100 filters each of heights 3, 4 and 5 over vectors of 300.</source>
        <translation>把句子当作图像：每一行是一个词向量。与行同宽、高两三四个词的卷积核寻找短语，每个只取全句中最强的响应。完整规模在 300 维词向量上用高 3、4、5 的卷积核各 100 个。</translation>
    </message>
    <message>
        <source>Each filter becomes a detector of a phrase. Try it: leave only the filters of height 2. Which reviews are read wrongly now, those with a “not” far from its word?</source>
        <translation>每个卷积核成为一种短语的检测器。试一试：只留下高 2 的卷积核。现在哪些评论读错了？是否定词离得远的那些吗？</translation>
    </message>
    <message>
        <source>Temporal convolutional network</source>
        <translation>时间卷积网络</translation>
    </message>
    <message>
        <source>Convolutions along time that never look ahead, each layer with gaps twice as wide: three layers see far back, all steps at once, and nothing has to be handed on from step to step. Residual ways around each pair.</source>
        <translation>沿时间的卷积，从不看未来，每层的空洞加倍：几层就能看到很远的过去，所有时间步同时计算，不必一步步传递。每两层外有残差连接。</translation>
    </message>
    <message>
        <source>Double the dilation from block to block and count how many steps the last output sees. Try it: set all dilations to 1. Can it still find the season?</source>
        <translation>各块的空洞率逐级加倍，数一数最后的输出能看到多少步。试一试：把所有空洞率设为 1，它还能找到季节规律吗？</translation>
    </message>
    <message>
        <source>A cloud of points has no order and no grid, so a usual filter has nothing to slide over. X-Conv asks the nearest neighbours of a few chosen points, puts them in order by a learned table and weighs them. The points become fewer, what is known of each grows.</source>
        <translation>点云没有顺序也没有网格，普通卷积核无处可滑。X-Conv 取少数几个点的最近邻，用学到的变换把它们排好序再加权。点越来越少，每个点所知道的越来越多。</translation>
    </message>
    <message>
        <source>Follow the shapes: 128 points, then 32, 16 and 8, each with more features. Try it: lower the number of neighbours k to 2. Which two bodies does it mix up first?</source>
        <translation>跟着形状走：128 个点，然后 32、16、8 个，每个点的特征越来越多。试一试：把近邻数 k 降到 2，它最先混淆哪两种形体？</translation>
    </message>
    <message>
        <source>Recurrent networks</source>
        <translation>循环网络</translation>
    </message>
    <message>
        <source>Transformers</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Generative models</source>
        <translation>生成模型</translation>
    </message>
    <message>
        <source>Learning representations</source>
        <translation>表示学习</translation>
    </message>
    <message>
        <source>Detection and segmentation</source>
        <translation>检测与分割</translation>
    </message>
    <message>
        <source>Other ways to learn</source>
        <translation>其他学习方式</translation>
    </message>
    <message>
        <source>RNN (Elman network)</source>
        <translation>循环神经网络（Elman）</translation>
    </message>
    <message>
        <source>A network that reads a series step by step and hands its hidden layer on to the next step: h = tanh(W x + U h + b). The same weights at every step. Here it foretells the next value of a noisy sine wave. In full size the same as one fused layer, which the program runs faster.</source>
        <translation>一步步读序列，并把隐藏层交给下一步的网络：h = tanh(W x + U h + b)，每一步用同一组权重。这里它预测带噪正弦波的下一个值。完整规模是同样的网络，用一个融合层，运行更快。</translation>
    </message>
    <message>
        <source>Open the cell and pull the unroll slider: one copy for each step. On the wires the gradient fades towards the first steps. Try it: take the Tanh out. Does it still learn, and does it still stay finite?</source>
        <translation>打开单元，拉动展开滑块：每个时间步一份。连线上梯度越往前越弱。试一试：去掉 Tanh，它还能学吗，数值还有限吗？</translation>
    </message>
    <message>
        <source>Jordan network</source>
        <translation>Jordan 网络</translation>
    </message>
    <message>
        <source>Like Elman's network, but what comes back is the answer, not the hidden layer: it remembers only what it said. One number has to carry everything.</source>
        <translation>与 Elman 网络相似，但反馈的是输出而不是隐藏层：它只记得自己说过的话。一个数要承载一切。</translation>
    </message>
    <message>
        <source>Compare its loss with the Elman network's on the same waves. Try it: let the answer have 8 numbers and read one of them: how much better does it get?</source>
        <translation>在同样的波形上和 Elman 网络比较损失。试一试：让输出有 8 个数，只读其中一个，会好多少？</translation>
    </message>
    <message>
        <source>Two-layer RNN for a series</source>
        <translation>两层 RNN 时间序列预测</translation>
    </message>
    <message>
        <source>The network of many first courses: an RNN of 50 that gives every step, dropout of 0.2, a second RNN of 50 of which the last step counts, dropout, one number. 7,801 parameters here, 7,701 in Keras, which counts one bias where PyTorch has two.</source>
        <translation>许多入门课的网络：50 个单元的 RNN 输出每一步，Dropout 0.2，第二个 50 单元的 RNN 只取最后一步，再 Dropout，输出一个数。这里 7,801 个参数；Keras 是 7,701 个，它只有一个偏置而 PyTorch 有两个。</translation>
    </message>
    <message>
        <source>Training loss lies above validation loss: dropout is off when it is validated. Try it: set both dropouts to 0 and see which of the two curves moves.</source>
        <translation>训练损失高于验证损失：验证时 Dropout 是关闭的。试一试：把两个 Dropout 都设为 0，看哪条曲线会动。</translation>
    </message>
    <message>
        <source>An RNN that forgets</source>
        <translation>健忘的 RNN</translation>
    </message>
    <message>
        <source>The first of 50 steps shows a bit, the last is asked for it. A plain RNN multiplies by the same matrix 50 times on the way back, so the gradient of the first step is nearly nothing, and it guesses.</source>
        <translation>50 步中的第一步给出一个比特，最后一步要答出它。普通 RNN 在反向途中要乘 50 次同一个矩阵，第一步的梯度几乎为零，只能乱猜。</translation>
    </message>
    <message>
        <source>The gradient over the steps: large at the last, nearly nothing at the first. Try it: shorten the sequence to 5 steps in the data, and it learns. Then open the LSTM on the same task.</source>
        <translation>看梯度随时间步的变化：最后一步大，第一步几乎没有。试一试：在数据中把序列缩短到 5 步，它就学会了。再打开同一任务上的 LSTM。</translation>
    </message>
    <message>
        <source>LSTM with peepholes</source>
        <translation>窥视孔 LSTM</translation>
    </message>
    <message>
        <source>The gates of an LSTM see what is shown, not what is remembered. Peepholes let them look at the cell itself: forget and input gate at the old one, the output gate at the new.</source>
        <translation>LSTM 的门看到的是显示出来的，而不是记住的。窥视孔让它们直接看细胞状态：遗忘门和输入门看旧的，输出门看新的。</translation>
    </message>
    <message>
        <source>Open the cell and find the three new wires from the cell to the gates. Do they help with a single bit, or only when something has to be counted?</source>
        <translation>打开单元，找到从细胞状态到各门的三条新连线。它们对一个比特有帮助吗，还是只在需要计数时才有用？</translation>
    </message>
    <message>
        <source>LSTM with coupled gates</source>
        <translation>耦合门 LSTM</translation>
    </message>
    <message>
        <source>What is forgotten makes room for what is written: the input gate is one minus the forget gate. One gate fewer, a quarter of the parameters saved.</source>
        <translation>忘掉多少就腾出多少来写：输入门等于一减遗忘门。少一个门，省四分之一的参数。</translation>
    </message>
    <message>
        <source>Compare parameters and accuracy with the LSTM's. Which of the two needs fewer steps to keep the bit?</source>
        <translation>和 LSTM 比较参数量与准确率。两者谁用更少的步数学会保住比特？</translation>
    </message>
    <message>
        <source>Bidirectional RNN</source>
        <translation>双向循环网络</translation>
    </message>
    <message>
        <source>One RNN reads from left to right, another from right to left; at each word both are laid side by side. So the tag of a word can depend on what comes after it.</source>
        <translation>一个 RNN 从左往右读，另一个从右往左读，在每个词处把两者并排。于是词的标签也能取决于它后面的内容。</translation>
    </message>
    <message>
        <source>Try it: switch bidirectional off. Which tags go wrong, those at the beginning of a name or at its end?</source>
        <translation>试一试：关掉双向。哪些标签会错，名字开头的还是结尾的？</translation>
    </message>
    <message>
        <source>Tagger for names (BiLSTM)</source>
        <translation>命名实体识别（BiLSTM）</translation>
    </message>
    <message>
        <source>Every word gets a tag: person, place, company or none. Two LSTMs read the sentence from both ends, and a linear layer decides word by word: many to many.</source>
        <translation>每个词得到一个标签：人名、地名、公司或无。两个 LSTM 从两端读句子，线性层逐词判断：多对多。</translation>
    </message>
    <message>
        <source>Look at the sentences it reads wrongly: names that are also words. Watch F1 beside the accuracy, since most words are no names at all.</source>
        <translation>看它读错的句子：既是名字又是普通词的那些。除了准确率也要看 F1，因为大多数词根本不是名字。</translation>
    </message>
    <message>
        <source>Deep RNN with shortcuts</source>
        <translation>带残差的深层 RNN</translation>
    </message>
    <message>
        <source>Recurrent layers on top of each other: deep in space as well as in time. From the third layer on such stacks learn badly; a shortcut around each layer, a layer normalisation and dropout help.</source>
        <translation>循环层叠在一起：既在时间上深，也在空间上深。从第三层起这样的堆叠就难学了；每层外加残差连接、层归一化和 Dropout 会有帮助。</translation>
    </message>
    <message>
        <source>The gradient at the lowest layer. Try it: cut the shortcut in the block and compare, then repeat the block eight times with and without it.</source>
        <translation>看最底层的梯度。试一试：在块里剪断残差连接再比较，然后把块重复八次，有残差和没有残差各试一次。</translation>
    </message>
    <message>
        <source>Forecaster (LSTM)</source>
        <translation>预测器（LSTM）</translation>
    </message>
    <message>
        <source>Sequence to sequence</source>
        <translation>序列到序列</translation>
    </message>
    <message>
        <source>One LSTM reads, another writes; between them stands nothing but the state at the end of the source. While it learns, the decoder is fed the right words (teacher forcing); in use it reads what it wrote itself. It learns to write dates of many forms as year-month-day.</source>
        <translation>一个 LSTM 读，另一个写，中间只有源序列结束时的状态。学习时给解码器喂正确的词（教师强制），使用时它读自己写的。它学习把各种格式的日期写成年-月-日。</translation>
    </message>
    <message>
        <source>Everything the decoder knows passes through one vector: which part of the date comes out wrong first? Then open the same task with attention.</source>
        <translation>解码器知道的一切都经过一个向量：日期的哪一部分最先出错？再打开同一任务的注意力版本。</translation>
    </message>
    <message>
        <source>Seq2Seq with additive attention</source>
        <translation>加性注意力 Seq2Seq</translation>
    </message>
    <message>
        <source>Before each word the decoder asks every step of the source how well it fits, with a small network, and reads the weighed mean. The fixed vector between reading and writing is gone.</source>
        <translation>写每个词之前，解码器用一个小网络问源序列的每一步有多合适，然后读加权平均。读与写之间的固定向量不见了。</translation>
    </message>
    <message>
        <source>The alignment: one row for each letter that is written, bright where it looked. The year is read where the year stands, wherever that is. Try it: write a date the other way round.</source>
        <translation>看对齐图：每写一个字母一行，它看的地方发亮。年份在哪里，就到哪里去读年份。试一试：把日期倒过来写。</translation>
    </message>
    <message>
        <source>Seq2Seq with multiplicative attention</source>
        <translation>乘性注意力 Seq2Seq</translation>
    </message>
    <message>
        <source>The score is a product with a matrix between, sᵀ W h, instead of a network: cheaper, and all at once. It asks with the new state, after the cell, and mixes what it saw into the answer.</source>
        <translation>得分是中间夹一个矩阵的乘积 sᵀ W h，而不是小网络：更便宜，并且一次算完。它在单元之后用新状态提问，再把看到的混入答案。</translation>
    </message>
    <message>
        <source>Compare the alignment and the number of steps with the additive form: which needs fewer multiply-adds?</source>
        <translation>和加性形式比较对齐图与所需步数：哪个乘加次数更少？</translation>
    </message>
    <message>
        <source>Seq2Seq with local attention</source>
        <translation>局部注意力 Seq2Seq</translation>
    </message>
    <message>
        <source>First the decoder guesses a place in the source, then it looks only at a few steps around it, weighed by a bell curve. For long texts that saves most of the work.</source>
        <translation>解码器先猜源序列中的一个位置，再只看它周围的几步，用钟形曲线加权。对长文本这能省去大部分计算。</translation>
    </message>
    <message>
        <source>In the alignment only a band is bright, and it jumps. Try it: make the window 1. What can it not find any more?</source>
        <translation>对齐图中只有一条亮带，而且会跳。试一试：把窗口设为 1，它找不到什么了？</translation>
    </message>
    <message>
        <source>A bit to remember</source>
        <translation>记住一个比特</translation>
    </message>
    <message>
        <source>how long the bit has to be kept</source>
        <translation>比特要保持多少步</translation>
    </message>
    <message>
        <source>Every step shows a bit, +1 or −1, and only the first is marked. After the last step the question is: which was the marked one? Nothing helps but to carry it past all the others. Lengthen the sequence until a network forgets. Made here from a seed, free of any licence; a form of the latch of Bengio, Simard and Frasconi, 1994.</source>
        <translation>每一步给出一个比特 +1 或 −1，只有第一个带标记。最后一步之后问：带标记的是哪一个？除了带着它越过其余所有比特，别无他法。加长序列，直到网络忘记。由种子在本地生成，没有任何许可限制；是 Bengio、Simard 和 Frasconi 1994 年锁存问题的一种形式。</translation>
    </message>
    <message>
        <source>Many bits in a row, of which only the first counts and is asked for after the last.</source>
        <translation>一连串比特，只有第一个算数，最后要答出它。</translation>
    </message>
    <message>
        <source>Two gates and no cell of its own: the update gate mixes old state and new candidate, the reset gate says how much of the past the candidate sees. Three quarters of the LSTM's parameters. Drawn as textbooks write it; nn.GRU, the full size, applies the reset gate behind the product and turns z round: not the same numbers.</source>
        <translation>两个门，没有单独的细胞状态：更新门混合旧状态和新候选，重置门决定候选看到多少过去。参数是 LSTM 的四分之三。按教科书的写法画成；完整规模的 nn.GRU 在乘积之后才用重置门，并且 z 的方向相反：数值并不相同。</translation>
    </message>
    <message>
        <source>Watch the update gate: near 0 the state stays as it is. Open the full size beside it. Try it: start the bias of W_z at 0 and count the steps until it has learned.</source>
        <translation>观察更新门：接近 0 时状态保持不变。把完整规模在旁边打开。试一试：让 W_z 的偏置从 0 开始，数一数要多少步才学会。</translation>
    </message>
    <message>
        <source>A memory with gates: the forget gate says what of the cell stays, the input gate what is written, the output gate what is shown. Along the cell only additions happen, so that the gradient passes 50 steps, if the forget gate starts open: its bias starts at 4, about log 50. Drawn from its gates; in full size the fused layer.</source>
        <translation>带门的记忆：遗忘门决定保留细胞状态的多少，输入门决定写入什么，输出门决定显示什么。沿细胞状态只有加法，因此只要遗忘门一开始是打开的，梯度就能穿过 50 步：它的偏置从 4 开始，约等于 ln 50。由各个门画成；完整规模是融合层。</translation>
    </message>
    <message>
        <source>Watch the forget gate: it stays near 1 and keeps the bit. Compare with the RNN that forgets, on the same data. Try it: start the bias of W_f at 0 in the inspector. Then even an LSTM forgets.</source>
        <translation>观察遗忘门：它保持接近 1，留住那个比特。在同样的数据上和健忘的 RNN 比较。试一试：在检查器里让 W_f 的偏置从 0 开始，那样连 LSTM 也会忘记。</translation>
    </message>
    <message>
        <source>Character GPT</source>
        <translation>字符级 GPT</translation>
    </message>
    <message>
        <source>Vision Transformer (ViT-B/16)</source>
        <translation>视觉 Transformer（ViT-B/16）</translation>
    </message>
    <message>
        <source>Transformer (2017)</source>
        <translation>Transformer（2017）</translation>
    </message>
    <message>
        <source>No recurrence and no convolution: every step looks at every other by attention, eight ways at once, then thinks by itself in two linear layers. Six layers read, six write; waves added to the words tell their places. The words in, the words out and the last layer share one table. It writes dates of many forms in one.</source>
        <translation>没有循环也没有卷积：每一步通过注意力看其他所有步，同时有八种看法，然后各自经过两个线性层。六层读，六层写；加在词上的正余弦波标明位置。输入词、输出词和最后一层共用一张词表。它把各种格式的日期写成一种。</translation>
    </message>
    <message>
        <source>The decoder's second attention is the alignment of the older networks, now eight of them in each layer. Which head reads the year? Try it: bypass the positions. Why does the loss stop so early?</source>
        <translation>解码器的第二个注意力就是旧网络里的对齐，如今每层有八个。哪个头在读年份？试一试：旁路位置编码。损失为什么这么早就停住了？</translation>
    </message>
    <message>
        <source>A decoder alone: each character may look at those before it, never ahead, and the network guesses the next one, at every place at once. Nothing but guessing, on nothing but text. The last layer uses the table of the characters itself. In full size GPT-2 small: 12 layers of width 768, 124,439,808 parameters.</source>
        <translation>只有解码器：每个字符只能看它前面的，不能看后面的，网络在每个位置同时猜下一个字符。除了猜什么也不做，除了文本什么也没有。最后一层直接使用字符嵌入表。完整规模是 GPT-2 small：12 层，宽 768，124,439,808 个参数。</translation>
    </message>
    <message>
        <source>The attention maps are triangles: no step sees a later one. The loss first falls to what the frequency of letters gives, then below what pairs of letters give. Try it: take causal off in the block. Why is the loss suddenly almost nothing?</source>
        <translation>注意力图是三角形的：没有哪一步能看到后面。损失先降到字母频率所能给出的水平，再降到字母对所能给出的水平以下。试一试：在块里关掉 causal，为什么损失突然几乎为零？</translation>
    </message>
    <message>
        <source>Cut the picture into patches, lay each flat, and read them as words of a sentence. One more word, learned and the same for every picture, gathers what the decision needs. No filter slides, so from the first layer on every patch sees every other; 86,567,656 parameters in full size.</source>
        <translation>把图像切成小块，各自展平，当作句子里的词来读。再加一个学到的、对每张图都相同的词，用来汇集判断所需的信息。没有滑动的卷积核，从第一层起每个小块都能看到其他所有小块；完整规模 86,567,656 个参数。</translation>
    </message>
    <message>
        <source>Look at the row of the class token in the attention: which patches does it read for a 4, which for a 0? Try it: bypass the positions. How much does a bag of patches still know?</source>
        <translation>看注意力里类别标记那一行：认 4 时它读哪些小块，认 0 时又读哪些？试一试：旁路位置编码，一袋没有次序的小块还知道多少？</translation>
    </message>
    <message>
        <source>Test accuracy 99.6 to 100 % (seeds 0 to 2), after 480 steps.</source>
        <translation>测试准确率 99.6 到 100 %（种子 0 到 2），480 步之后。</translation>
    </message>
    <message>
        <source>Test accuracy 98.9 to 99.6 % (seeds 0 to 2), after 480 steps.</source>
        <translation>测试准确率 98.9 % 到 99.6 %（种子 0 到 2），共 480 步。</translation>
    </message>
    <message>
        <source>Test accuracy 97.8 to 99.6 % (seeds 0 to 2), after 480 steps.</source>
        <translation>测试准确率 97.8 % 到 99.6 %（种子 0 到 2），共 480 步。</translation>
    </message>
    <message>
        <source>Test accuracy 98.5 % with each of the seeds 0 to 2, after 480 steps.</source>
        <translation>种子 0、1、2 的测试准确率都是 98.5 %，共 480 步。</translation>
    </message>
    <message>
        <source>Test accuracy 98.9 to 99.3 % (seeds 0 to 2), after 800 steps.</source>
        <translation>测试准确率 98.9 % 到 99.3 %（种子 0 到 2），共 800 步。</translation>
    </message>
    <message>
        <source>Test accuracy 95.9 to 99.3 % (seeds 0 to 2), after 400 steps.</source>
        <translation>测试准确率 95.9 % 到 99.3 %（种子 0 到 2），共 400 步。</translation>
    </message>
    <message>
        <source>Test accuracy 100 % (seed 0), after 168 steps.</source>
        <translation>测试准确率 100 %（种子 0），168 步之后。</translation>
    </message>
    <message>
        <source>Test accuracy 93.3 to 97.3 % (seeds 0 to 2), after 165 steps.</source>
        <translation>测试准确率 93.3 % 到 97.3 %（种子 0 到 2），共 165 步。</translation>
    </message>
    <message>
        <source>Test accuracy 97.3 to 100 % (seeds 0 to 2), after 165 steps.</source>
        <translation>测试准确率 97.3 % 到 100 %（种子 0 到 2），共 165 步。</translation>
    </message>
    <message>
        <source>Test accuracy 100 % (seeds 0 to 2), after 330 steps.</source>
        <translation>330 步后测试准确率 100 %（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Mean absolute error 0.20 to 0.24 on the test part (seeds 0 to 2); ridge regression on the same values has 0.24.</source>
        <translation>测试集平均绝对误差 0.20 到 0.24（种子 0 到 2）；对同样的值做岭回归是 0.24。</translation>
    </message>
    <message>
        <source>Mean absolute error 0.020, 0.029 and 0.027 on the test part (seeds 0, 1 and 2): 0.10, 0.15 and 0.14 of what saying the last value again costs.</source>
        <translation>测试部分平均绝对误差 0.020、0.029、0.027（种子 0、1、2）：是“重复上一个值”误差的 0.10、0.15、0.14。</translation>
    </message>
    <message>
        <source>Mean absolute error 0.118, 0.117 and 0.117 on the test part (seeds 0, 1 and 2): 0.59 of what saying the last value again costs.</source>
        <translation>测试部分平均绝对误差 0.118、0.117、0.117（种子 0、1、2）：是“重复上一个值”误差的 0.59。</translation>
    </message>
    <message>
        <source>Mean absolute error 0.026 to 0.035 on the test part, 0.13 to 0.17 of that of saying the last value again (seeds 0 to 2).</source>
        <translation>测试集平均绝对误差 0.026 到 0.035，是“照抄上一个值”的 0.13 到 0.17 倍（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>Mean absolute error 0.24, 0.24 and 0.23 on the test part (seeds 0, 1 and 2): 0.73, 0.52 and 0.61 of the error of saying the same hour of yesterday.</source>
        <translation>测试部分平均绝对误差 0.24、0.24、0.23（种子 0、1、2）：是“照昨天同一小时”误差的 0.73、0.52、0.61。</translation>
    </message>
    <message>
        <source>Test accuracy 50, 51 and 49 % (seeds 0, 1 and 2), after 528 steps: a guess.</source>
        <translation>测试准确率 50 %、51 %、49 %（种子 0、1、2），528 步之后：只是瞎猜。</translation>
    </message>
</context>
</TS>
