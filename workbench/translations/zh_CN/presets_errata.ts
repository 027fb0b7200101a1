<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>ŷ, with the hat, is what the network predicts and y what is true; some texts name them the other way round.</source>
        <translation>带帽子的 ŷ 是网络的预测值，y 是真实值；有些教材把两者说反了。</translation>
    </message>
    <message>
        <source>The loss is summed over the classes and averaged over the examples. Some code averages over both: then the gradient that belongs to it is as many times smaller as there are classes. And softmax is taken for each example by itself, not over the whole batch.</source>
        <translation>损失对类别求和、对样本求平均。有些代码对两者都取平均：这样一来，对应的梯度就要再除以类别数。另外，softmax 是对每个样本各自计算的，而不是对整个批次。</translation>
    </message>
    <message>
        <source>Where a training is to stop early, the validation loss says when. Some texts take the test error, but then the test has been trained on too.</source>
        <translation>提前停止（早停）看的是验证损失。有些教材看测试误差，可那样测试集也就参与了训练。</translation>
    </message>
    <message>
        <source>Dropout either multiplies by 1 − p when the network is asked or divides by 1 − p while it learns, as here; some texts multiply by p, or do both.</source>
        <translation>随机失活要么在使用网络时乘以 1 − p，要么像这里一样在训练时除以 1 − p；有些教材写成乘以 p，或者两样都做。</translation>
    </message>
    <message>
        <source>Tables of how much gradient is left after ten layers often mix shares with per cent: at most 0.25¹⁰ passes ten sigmoids, which is a share of 0.00000095 or 0.000095 %, before the weights have their say. With Xavier's start tanh keeps about all of it over ten layers, ReLU with He's about three quarters. And Xavier's uniform start goes up to √6 ÷ √(inputs + outputs): the 6 stands under a root too.</source>
        <translation>“十层之后还剩多少梯度”的表格常把小数与百分数混在一起：十个 sigmoid 最多传过 0.25¹⁰，即 0.00000095，也就是 0.000095 %，这还没算上权重。用 Xavier 初始化时，tanh 经过十层几乎不衰减；用 He 初始化的 ReLU 约剩四分之三。另外，Xavier 均匀分布的上界是 √6 ÷ √(输入数 + 输出数)：6 也在根号里。</translation>
    </message>
    <message>
        <source>The 0.95 % often given as the error on the training set of MNIST is the error on its test set, after training on 60,000 digits.</source>
        <translation>常被说成“MNIST 训练集误差”的 0.95 %，其实是在 6 万个数字上训练之后的测试集误差。</translation>
    </message>
    <message>
        <source>A picture of 1000 × 1000 pixels and a million hidden units need 10¹² weights fully connected, 10⁸ where each unit sees 10 × 10 pixels, and 100 where all share them; some texts print 10⁸ and 10⁴.</source>
        <translation>1000 × 1000 像素的图像配一百万个隐藏单元：全连接要 10¹² 个权重；每个单元只看 10 × 10 像素要 10⁸ 个；全部共享则只要 100 个。有些教材印成 10⁸ 和 10⁴。</translation>
    </message>
    <message>
        <source>A full convolution of N with a kernel of K gives N + K − 1, not N + K + 1.</source>
        <translation>长度 N、卷积核 K 的全卷积（full convolution）输出 N + K − 1，而不是 N + K + 1。</translation>
    </message>
    <message>
        <source>Dropout multiplies by 1 − p when the network is asked, or divides by 1 − p while it learns, as here. Some texts multiply by p; at p = 0.5 the two happen to agree.</source>
        <translation>随机失活在使用网络时乘以 1 − p，或者像这里一样在训练时除以 1 − p。有些教材写成乘以 p；p = 0.5 时两者恰好相同。</translation>
    </message>
    <message>
        <source>Its stages have 3, 4, 23 and 3 blocks. A last stage of 8, as sometimes printed, makes 116 layers.</source>
        <translation>它的四个阶段有 3、4、23、3 个残差块。有时最后一项被印成 8，那就成了 116 层。</translation>
    </message>
    <message>
        <source>The 3.57 % often given for it are those of six networks together on ImageNet's test set; one ResNet-152 alone has 4.49 % (top 5, validation).</source>
        <translation>常归在它名下的 3.57 % 是六个网络集成在 ImageNet 测试集上的结果；单个 ResNet-152 是 4.49 %（top-5，验证集）。</translation>
    </message>
    <message>
        <source>In backpropagation through time the error at a step's sum is tanh′ of that very sum, times what the next step's error hands back through W plus what the step's own output adds. Some texts take tanh′ of the step before.</source>
        <translation>随时间反向传播（BPTT）中，某一步加权和处的误差，等于该加权和的 tanh′ 乘以（下一步的误差经 W 传回的部分，加上这一步自己的输出带来的部分）。有些教材用了前一步的 tanh′。</translation>
    </message>
    <message>
        <source>Some texts say that the gradient is kept over a hundred steps. It is where the forget gate stays near one: with PyTorch's usual start hardly anything is left after 100 steps; with a forget bias of 3 about half is.</source>
        <translation>有些教材说梯度能保持一百步。只有遗忘门接近 1 时才如此：按 PyTorch 的默认初始化，100 步之后几乎什么都不剩；遗忘门偏置取 3 时约剩一半。</translation>
    </message>
    <message>
        <source>A GRU has 75 % of the parameters of an LSTM with the same biases, not 70 %. And that its state is about the cell plus the output gate, as one text has it, means nothing: it has neither.</source>
        <translation>偏置相同时，GRU 的参数是 LSTM 的 75 %，而不是 70 %。有的教材说它的状态约等于细胞状态加输出门，这没有意义：这两样它都没有。</translation>
    </message>
    <message>
        <source>It has 75 % of the LSTM's parameters exactly: three sets of weights of four. One text says 30 % fewer and 85 % on two of its pages.</source>
        <translation>它的参数恰好是 LSTM 的 75 %：四组权重留三组。有一本教材在两处分别写成“少 30 %”和“85 %”。</translation>
    </message>
    <message>
        <source>Peepholes do not make 120 % of the parameters, as one text has it. Whole matrices, as here, add three squares of the state's width: 137 % where the input is as wide as the state. One weight for each unit adds a hundredth.</source>
        <translation>窥视孔并不像有的教材说的那样使参数变成 120 %。像这里用整个矩阵，会多出三个“状态宽度的平方”：输入与状态同宽时是 137 %。若每个单元只用一个权重，只多百分之一左右。</translation>
    </message>
    <message>
        <source>The code is z = μ + σ · ε with ε from a normal distribution, and the divergence ½ Σ (σ² + μ² − 1 − log σ²). Formulas with log S × N + O, as in one text, give no normal code.</source>
        <translation>编码是 z = μ + σ · ε，ε 服从标准正态分布；散度是 ½ Σ (σ² + μ² − 1 − log σ²)。有的教材写成 log S × N + O，那样得不到正态分布的编码。</translation>
    </message>
    <message>
        <source>Some texts list beam search among the ways to train. It is a way to ask a trained network: the weights never see it.</source>
        <translation>有些教材把束搜索列为训练方法。它是使用训练好的网络的方法：权重从不参与其中。</translation>
    </message>
    <message>
        <source>In the sine's and cosine's frequency, 2i ÷ d is the exponent of 10000; in print it often slips down and reads as a factor.</source>
        <translation>在正弦和余弦的频率里，2i ÷ d 是 10000 的指数；印刷时它常掉下来，看上去像个乘数。</translation>
    </message>
    <message>
        <source>CTC is trained by the sum over every path that spells the text, and read by looking for a likely text. Some texts print only the second, and with words and phonemes the wrong way round. And features of sound need the mel filters, which some recipes for MFCC leave out.</source>
        <translation>CTC 训练时对所有能拼出该文本的路径求和，使用时再去找一个可能性大的文本。有些教材只写了后一半，还把词与音素写反了。另外，语音特征需要梅尔滤波器组，有些 MFCC 的步骤漏掉了它。</translation>
    </message>
    <message>
        <source>Some lists call it R4Rec; the paper's name is GRU4Rec.</source>
        <translation>有些列表写成 R4Rec；论文里的名字是 GRU4Rec。</translation>
    </message>
    <message>
        <source>What it reaches</source>
        <translation>能达到什么</translation>
    </message>
    <message>
        <source>Often printed wrong</source>
        <translation>常见误写</translation>
    </message>
    <message>
        <source>A classifier that knows 98 % of real digits, and no noise, is sure (p &gt; .9) of 84 to 90 % of the made ones, of all ten kinds (seeds 0 to 2), after 3,000 steps: three minutes on one processor core.</source>
        <translation>一个认得 98 % 真实数字、且不把噪声当数字的分类器，对生成数字中的 84 % 到 90 % 有把握（p &gt; .9），十种数字都有（种子 0 到 2），共 3,000 步：单核约三分钟。</translation>
    </message>
    <message>
        <source>All 8 clouds are covered, 65 to 68 % of the made points lie on one of them (seeds 0 to 2), after 5,500 rounds.</source>
        <translation>8 团全部覆盖，65 % 到 68 % 的生成点落在团上（种子 0 到 2），共 5,500 轮博弈。</translation>
    </message>
    <message>
        <source>5 of 8 clouds are covered, 28 % of the made points lie on one of them (seed 0), after 5,500 rounds: clipped weights make a simple critic, and points stay between the clouds.</source>
        <translation>覆盖 8 团中的 5 团，28 % 的生成点落在团上（种子 0），共 5,500 轮博弈：权重被裁剪后评论家过于简单，许多点停在团与团之间。</translation>
    </message>
    <message>
        <source>All 8 clouds are covered, 89 to 92 % of the made points lie on one of them (seeds 0 to 2), after 3,300 steps.</source>
        <translation>8 团全部覆盖，89 % 到 92 % 的生成点落在团上（种子 0 到 2），共 3,300 步。</translation>
    </message>
    <message>
        <source>Test accuracy 92.2 to 97.0 % (seeds 0 to 2): with so few digits convolutions, which know what lies near, reach more.</source>
        <translation>测试准确率 92.2 % 到 97.0 %（种子 0 到 2）：数字这么少时，天生知道“邻近”的卷积网络更好。</translation>
    </message>
</context>
</TS>
