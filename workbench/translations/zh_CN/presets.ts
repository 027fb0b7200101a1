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
        <source>Mean absolute error on the test patients 0.57 to 0.60 standard deviations (seeds 0 to 2).</source>
        <translation>测试患者上的平均绝对误差为 0.57 到 0.60 个标准差（种子 0 到 2）。</translation>
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
</context>
</TS>
