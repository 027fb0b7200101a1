<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Deep autoencoder</source>
        <translation>深度自编码器</translation>
    </message>
    <message>
        <source>Variational autoencoder</source>
        <translation>变分自编码器</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>A network that is asked to give back what it was shown, through a narrow middle: what fits through is a short description of a digit, learned without a single label. Sixteen numbers stand for 64 pixels.</source>
        <translation>要求网络把看到的东西原样交回来，但中间要过一道窄口：能挤过去的，就是对这个数字的简短描述，而且一个标签也没用。十六个数代表 64 个像素。</translation>
    </message>
    <message>
        <source>Reconstructions beside the originals: first all of them look like the mean digit, then strokes appear. Try it: make the code 2. What does it give up first?</source>
        <translation>看原图旁边的重建：起初个个都像平均出来的数字，随后笔画渐渐出现。试一试：把编码改成 2 维，它最先放弃的是什么？</translation>
    </message>
    <message>
        <source>Several layers on either side let the code be much smaller: two numbers for a whole digit, so every digit is a point of a plane. Between the points lies no meaning: nothing asked the network to fill the gaps. In full size the encoder of digits of 2006, 784-1000-500-250-30.</source>
        <translation>两侧各有几层，编码就可以小得多：整个数字只用两个数，于是每个数字都是平面上的一个点。点与点之间没有意义：没有人要求网络填满空隙。完整版是 2006 年的手写数字编码器 784-1000-500-250-30。</translation>
    </message>
    <message>
        <source>The map of the codes: digits of one kind gather without anybody having named them. Decode a place between two clouds: often it is no digit at all. The variational autoencoder mends that.</source>
        <translation>看编码的分布图：没有人告诉它类别，同一种数字却自己聚到一起。在两团之间取一点来解码，常常什么数字也不是。变分自编码器解决的正是这个问题。</translation>
    </message>
    <message>
        <source>The encoder says where a digit lies and how sure it is: a mean and a variance for each of two numbers. The decoder sees a point drawn from there, so neighbouring points must mean similar digits, and a toll for every bit of certainty keeps the map round. Draw a point from the middle and you have a new digit.</source>
        <translation>编码器说出数字在哪里、有多大把握：两个数各有一个均值和一个方差。解码器看到的是从那里抽样的一个点，所以相邻的点必须表示相似的数字；每多一分把握都要付一点代价，这使整张图保持圆整。从中间抽一个点，就得到一个新的数字。</translation>
    </message>
    <message>
        <source>Two losses pull against each other: how well pixels are told (rebuild) and what the code costs (toll). Drag a point over the map and watch the digit change without a seam. Try it: set the weight of toll to 0 and look at the map again.</source>
        <translation>两个损失互相拉扯：像素还原得好不好（rebuild），编码花了多少代价（toll）。在图上拖动一个点，看数字如何无缝地变化。试一试：把 toll 的权重设为 0，再看这张图。</translation>
    </message>
    <message>
        <source>GAN on a ring</source>
        <translation>环上的 GAN</translation>
    </message>
    <message>
        <source>A forger and a detective. The generator turns chance into points of the plane, the discriminator says how real a point looks, and each learns from the other alone: nobody tells the generator where the eight clouds are.</source>
        <translation>造假者与侦探。生成器把随机数变成平面上的点，判别器说一个点看起来有多真，双方只从对方那里学习：没有人告诉生成器那八团点在哪里。</translation>
    </message>
    <message>
        <source>The made points walk from cloud to cloud, until all eight are covered; a generator that stays in a few is said to have collapsed. At the end the discriminator can do no better than 0.5 for both. Try it: let the generator's loss be minimax.</source>
        <translation>生成的点从一团走到另一团，直到八团全被覆盖；如果只停在少数几团，就叫模式坍塌。最后判别器对真假都只能给出 0.5。试一试：把生成器的损失换成 minimax。</translation>
    </message>
    <message>
        <source>LSGAN on a ring</source>
        <translation>环上的 LSGAN</translation>
    </message>
    <message>
        <source>The same game with squares in the place of logarithms: the score of a real point is pulled to 1, of a made one to 0. A made point far from all clouds is pulled hard even when it is on the right side.</source>
        <translation>同样的博弈，只是用平方代替对数：真实点的分数被拉向 1，生成点的分数被拉向 0。离所有点团都很远的生成点，即使已经站在对的一边，也会被用力拉回来。</translation>
    </message>
    <message>
        <source>Beside the GAN on a ring: the same networks, another loss. Whose made points reach the clouds first, and whose gradient norms are the steadier ones?</source>
        <translation>与“环上的 GAN”并排看：网络相同，损失不同。谁的点先到达点团？谁的梯度范数更平稳？</translation>
    </message>
    <message>
        <source>WGAN with clipped weights</source>
        <translation>权重裁剪的 WGAN</translation>
    </message>
    <message>
        <source>The judge is a critic now: it gives no probability but a height, and the difference of the mean heights of real and made points is how far apart the two crowds are. So that the slope stays bounded, every weight is clipped to ±0.03 after each of the critic's five steps a round.</source>
        <translation>裁判如今是评论家：它给出的不是概率而是高度，真实点与生成点平均高度之差，就是两群点相距多远。为了使坡度有界，评论家每轮走五步，每步之后都把每个权重裁剪到 ±0.03。</translation>
    </message>
    <message>
        <source>The critic's loss falls as the points come nearer: here a loss means something. Look at the weights: most sit at the two ends of the clip. The penalty of WGAN-GP does without that.</source>
        <translation>点越靠近，评论家的损失越小：在这里损失是有含义的。看看权重：大多数堆在裁剪的两端。WGAN-GP 用梯度惩罚避免了这一点。</translation>
    </message>
    <message>
        <source>A critic whose slope is asked to be 1 on the way between real and made points, in the place of clipped weights: a gradient inside the loss, which is drawn here as a node like any other.</source>
        <translation>不再裁剪权重，而是要求评论家在真实点与生成点的连线上坡度为 1：损失里面含有梯度，这里把它画成了一个普通的节点。</translation>
    </message>
    <message>
        <source>The penalty goes to zero and the critic keeps its slope. Beside WGAN with clipped weights: whose points are on the clouds, whose are between them?</source>
        <translation>惩罚项趋于零，而评论家保持坡度。与权重裁剪的 WGAN 并排看：谁的点在点团上，谁的点落在点团之间？</translation>
    </message>
    <message>
        <source>Generator and discriminator made of convolutions. The rules that made it work: strides in the place of pooling, batch normalisation in both, ReLU in the one and leaky ReLU in the other, no hidden linear layer.</source>
        <translation>生成器和判别器都由卷积构成。让它成功的几条规矩：用步幅代替池化，两边都用批归一化，一边用 ReLU、另一边用 Leaky ReLU，不要隐藏的全连接层。</translation>
    </message>
    <message>
        <source>Strokes grow out of grey noise within a few epochs, then digits. D(real) and D(made) should come near each other, not fly apart. Try it: take the batch normalisation out of the generator.</source>
        <translation>几轮之内，灰色噪声里先长出笔画，然后是数字。D(真实) 与 D(生成) 应当彼此靠近，而不是越离越远。试一试：去掉生成器里的批归一化。</translation>
    </message>
    <message>
        <source>Conditional GAN</source>
        <translation>条件 GAN</translation>
    </message>
    <message>
        <source>Both players are told which digit is meant. The generator can no longer please with any digit: a fine 3 where a 7 was asked is found out. After training you say what it shall draw.</source>
        <translation>双方都被告知要的是哪个数字。生成器不能再随便交一个数字了事：要 7 却画出漂亮的 3，会被识破。训练之后，由你说它该画什么。</translation>
    </message>
    <message>
        <source>The made digits under their wanted classes: first the blot is right for no class, then the classes part. Beside DCGAN: which of the two collapses less?</source>
        <translation>看各个指定类别下生成的数字：起初那团墨迹哪一类都不像，随后各类逐渐分开。与 DCGAN 并排看：两者中谁更少坍塌？</translation>
    </message>
    <message>
        <source>Diffusion on two moons</source>
        <translation>双月上的扩散模型</translation>
    </message>
    <message>
        <source>Noise is mixed into points of the plane, a little or very much, and the network guesses which noise it was. Whoever can do that can begin with pure noise and take it away step by step: what is left are new points on the two moons.</source>
        <translation>往平面上的点里掺入噪声，或多或少，让网络猜掺了什么噪声。会猜的人就能从纯噪声出发，一步步把噪声去掉：剩下的就是双月上的新点。</translation>
    </message>
    <message>
        <source>The film from noise to moons: the cloud is pulled to a rough place first, the thin shape comes last. The loss does not go to zero: how much noise was there cannot be known in full.</source>
        <translation>看从噪声到双月的胶片：点云先被拉到大致的位置，细窄的形状最后才出现。损失不会降到零：究竟掺了哪些噪声，不可能完全知道。</translation>
    </message>
    <message>
        <source>Diffusion of digits</source>
        <translation>数字的扩散模型</translation>
    </message>
    <message>
        <source>The same on pictures: a small U-shaped network sees a noisy digit and how noisy it is, and says what of it is noise. Out of nothing but noise it draws digits that nobody wrote.</source>
        <translation>换成图像，道理相同：一个小小的 U 形网络看到带噪的数字和噪声的程度，说出其中哪些是噪声。它能从纯噪声里画出没有人写过的数字。</translation>
    </message>
    <message>
        <source>The film strip: at first there is only a grey blot, the middle decides which digit it will be, the last third only sharpens. Try it: ask for fewer steps in t and noised alike.</source>
        <translation>看胶片：开始时只有一团灰影，中段决定它会成为哪个数字，最后三分之一只是把它变清晰。试一试：在 t 和 noised 中同样减少步数。</translation>
    </message>
    <message>
        <source>class 6</source>
        <translation>类别 6</translation>
    </message>
    <message>
        <source>class 7</source>
        <translation>类别 7</translation>
    </message>
    <message>
        <source>around 0 for networks that judge, or grey from 0 to 1 for those that draw</source>
        <translation>供判断用的网络取 0 附近的值，供作画的网络取 0 到 1 的灰度</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Mean error 0.053 to 0.055 of the way from paper to ink on test digits (seeds 0 to 2), after 2,000 steps; the squared error is 0.67 to 0.75 of that of sixteen principal components.</source>
        <translation>在测试数字上，平均误差为纸白到墨黑的 0.053 到 0.055（种子 0 到 2），共 2,000 步；平方误差是十六个主成分的 0.67 到 0.75 倍。</translation>
    </message>
    <message>
        <source>Mean error 0.107 to 0.115 of the way from paper to ink on test digits (seeds 0 to 2), after 1,600 steps; the squared error is 0.61 to 0.65 of that of two principal components.</source>
        <translation>在测试数字上，平均误差为纸白到墨黑的 0.107 到 0.115（种子 0 到 2），共 1,600 步；平方误差是两个主成分的 0.61 到 0.65 倍。</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Anomaly detector for machines</source>
        <translation>机器异常检测</translation>
    </message>
    <message>
        <source>Six sensors of a machine follow two movements, so two numbers a step are enough to tell all six. An autoencoder that has seen normal hours alone learns just that. A sensor that jumps, drifts, sticks or goes its own way does not fit into two numbers, and comes back wrong: a large error is an alarm.</source>
        <translation>一台机器的六个传感器跟随两种运动，所以每一步两个数就足以说出全部六个。只见过正常时段的自编码器学到的正是这一点。跳变、漂移、卡住或各行其是的传感器装不进这两个数，重建就会出错：误差大就是报警。</translation>
    </message>
    <message>
        <source>LSTM autoencoder</source>
        <translation>LSTM 自编码器</translation>
    </message>
    <message>
        <source>One LSTM reads a wave to its end and keeps nothing but its last state; a second one writes the wave down again from that state alone, last step first. Trained on normal waves it can write normal waves only: where something went wrong, what it writes departs from what was read.</source>
        <translation>一个 LSTM 把波形读到底，只留下最后的状态；第二个 LSTM 仅凭这个状态把波形重新写出来，从最后一步写起。只用正常波形训练，它就只会写正常波形：哪里出了故障，写出的就与读到的不同。</translation>
    </message>
    <message>
        <source>The copies are flat at first, then find the pace, at last the height. Choose an example with a fault: the copy goes on as if nothing had happened. Try it: make the states of both LSTMs 2. Can a wave be told in two numbers?</source>
        <translation>重建起初是平的，然后找到节奏，最后才是高度。选一个带故障的样本：重建若无其事地继续下去。试一试：把两个 LSTM 的状态设为 2。两个数说得清一个波吗？</translation>
    </message>
    <message>
        <source>Generators</source>
        <translation>生成器组</translation>
    </message>
    <message>
        <source>Discriminators</source>
        <translation>判别器组</translation>
    </message>
    <message>
        <source>Carry a picture from one world into another with no pair to learn from. One generator turns day into night, a second one turns night into day, and a judge in each world says what looks real. What keeps them honest is the way back: a picture carried across and home again must be the one it was. In full size the paper's generator of nine residual blocks and its 70 × 70 judge.</source>
        <translation>没有任何成对样本，却要把图片从一个世界带到另一个世界。一个生成器把白天变成黑夜，另一个把黑夜变成白天，每个世界各有一个判别器说什么看起来真实。让它们守规矩的是回程：带过去再带回来的图片必须还是原来那张。完整规模为论文的九个残差块的生成器与 70 × 70 判别器。</translation>
    </message>
    <message>
        <source>Read the panel row by row: a disk, the square it becomes, the disk that comes back. Do place and size survive the journey? Try it: set the weight of both cycle losses to 0. The squares stay fine, but which square is it now?</source>
        <translation>逐行看面板：一个圆，它变成的方，回来的圆。位置和大小经得住这趟旅程吗？试一试：把两个循环损失的权重设为 0。方块依然好看，可现在是哪一个方块呢？</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Eye</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Neural style transfer</source>
        <translation>神经风格迁移</translation>
    </message>
    <message>
        <source>Here no network is trained to paint: the picture itself is what learns. A network that has learned to see looks at it, at a photograph and at a style. What stands where shall be as in the photograph; which features occur together, their Gram matrices, shall be as in the style. Each step changes the pixels a little. In full size the features are those of VGG-19, whose published weights can be loaded.</source>
        <translation>这里没有网络学画画：学习的是图片本身。一个学会了看的网络看着它，也看一张照片和一种风格。什么在哪里，应当像照片；哪些特征一起出现，即它们的格拉姆矩阵，应当像风格。每一步都把像素改动一点点。完整规模的特征取自 VGG-19，可以载入其公开的权重。</translation>
    </message>
    <message>
        <source>The painting grows out of noise: colours and waves first, then the roofs. In the first epochs the eye learns to see, then its rate falls to almost nothing and only the picture moves. Try it: set the weight of content to 0. What is painted now?</source>
        <translation>画从噪声中长出来：先是颜色和波纹，然后是屋顶。头几轮里眼睛在学看，之后它的学习率降到几乎为零，只有图片在动。试一试：把 content 的权重设为 0。现在画的是什么？</translation>
    </message>
    <message>
        <source>Disks by day, squares by night</source>
        <translation>白天的圆与夜里的方</translation>
    </message>
    <message>
        <source>Two worlds of small coloured pictures. `a` shows a disk between red and orange on a light ground, `b` a square between blue and green on a dark one; place, size and colour are chance. The two of an example have nothing to do with each other: whoever wants to carry a picture across has to find out how without being shown. Numbers lie between −1 and 1, as Tanh gives them. Made here from a seed, free of any licence.</source>
        <translation>两个彩色小图片的世界。`a` 是浅色底上红到橙的圆，`b` 是深色底上蓝到绿的方；位置、大小和颜色都是随机的。一个样本的两张图毫无关系：想把图片带过去，只能自己找出办法，没有人示范。数值在 −1 与 1 之间，正如 Tanh 给出的。由种子在本地生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>A photograph and a style</source>
        <translation>一张照片与一种风格</translation>
    </message>
    <message>
        <source>For painting a photograph in the style of another picture. `content` and `style` are the two pictures, the same in every row. `image` and `label` are pieces of five textures and of both photographs, seven kinds, from which a network learns to see. Photographs by danielbuechele and vultilion on Flickr, licence CC BY 2.0; the files come with scikit-learn. Textures made here from a seed.</source>
        <translation>用来以另一张图片的风格画一张照片。`content` 和 `style` 是这两张图片，每一行都相同。`image` 和 `label` 是五种纹理和两张照片的片段，共七类，供网络学会看。照片作者为 Flickr 上的 danielbuechele 和 vultilion，许可 CC BY 2.0；文件随 scikit-learn 提供。纹理由种子在本地生成。</translation>
    </message>
    <message>
        <source>rows and columns of every picture</source>
        <translation>每张图片的行数和列数</translation>
    </message>
    <message>
        <source>the photograph that is painted</source>
        <translation>要画的照片</translation>
    </message>
    <message>
        <source>what it is painted like: a texture between blue and yellow, or a photograph</source>
        <translation>画成什么样：蓝黄之间的纹理，或一张照片</translation>
    </message>
    <message>
        <source>Six sensors that follow the same two movements of a machine. In half of the examples one sensor has a fault: a spike, a drift, it is stuck, or it no longer follows the others. `sequence` is what they say, `label` the fault, `where` at which steps it is, `clean` what they would have said, `fault` whether there is any fault. To find faults nobody has seen before, learn from normal stretches alone. Made here from a seed, free of any licence.</source>
        <translation>六个传感器跟随一台机器的同样两种运动。一半样本里有一个传感器出故障：尖峰、漂移、卡住，或不再跟随其他传感器。`sequence` 是它们的读数，`label` 是故障，`where` 是故障所在的步，`clean` 是本应有的读数，`fault` 是有没有故障。要找出从未见过的故障，就只从正常片段学习。由种子在本地生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>all examples, or the normal ones alone: then faults are only watched and tested</source>
        <translation>所有样本，或只从正常样本学：那样故障只用于观察和测试</translation>
    </message>
    <message>
        <source>too fast</source>
        <translation>过快</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>嘈杂</translation>
    </message>
    <message>
        <source>Waves with faults</source>
        <translation>带故障的波形</translation>
    </message>
    <message>
        <source>Stretches of sine waves whose period, height and beginning are chance. In half of them something goes wrong for a while: a spike, a value that stays, twice the pace, or noise. `sequence` is the wave, `label` the fault, `where` at which steps it is, `fault` whether there is any. To find faults nobody has seen before, learn from normal waves alone. Made here from a seed, free of any licence.</source>
        <translation>周期、高度和起点都随机的正弦波片段。其中一半有一阵子出错：一个尖峰、停住不动、快一倍，或噪声。`sequence` 是波形，`label` 是故障，`where` 是故障所在的步，`fault` 是有没有故障。要找出从未见过的故障，就只从正常波形学习。由种子在本地生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返循环</translation>
    </message>
    <message>
        <source>Gram matrices</source>
        <translation>格拉姆矩阵</translation>
    </message>
    <message>
        <source>what comes home and is what set out. If all pictures across look alike, the judge is pleased and the way back is lost.</source>
        <translation>回来的就是出发的那一张。若带过去的图片都长得一样，判别器满意了，回程却丢了。</translation>
    </message>
    <message>
        <source>Pictures of two worlds, what they become in the other one, and what comes back.
Press Train. The panel appears after the first batches.</source>
        <translation>两个世界的图片、它们在另一个世界变成什么，以及回来的是什么。
按“训练”。前几批之后就会出现。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs two worlds of pictures, and for each a loss between a picture and what comes back from the other world.</source>
        <translation>这个网络没有可显示的内容：它需要两个图片世界，并且每个世界都有一个损失，比较图片与从另一个世界回来的图片。</translation>
    </message>
    <message>
        <source>mean error of the way back</source>
        <translation>往返平均误差</translation>
    </message>
    <message>
        <source>{a} as {b}</source>
        <translation>{a} 变成 {b}</translation>
    </message>
    <message>
        <source>back in {a}</source>
        <translation>回到 {a}</translation>
    </message>
    <message>
        <source>the upper row coming to look like the middle one. Bright off the diagonal: two features that occur together.</source>
        <translation>上面一行渐渐像中间一行。对角线以外的亮处：两个特征一起出现。</translation>
    </message>
    <message>
        <source>Which features occur together in the painting, and in the style.
Press Train. The matrices appear after the first steps.</source>
        <translation>画作里哪些特征一起出现，风格里又是哪些。
按“训练”。前几步之后就会出现。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a loss between two GramMatrix nodes.</source>
        <translation>这个网络没有可显示的内容：它需要一个比较两个 GramMatrix 节点的损失。</translation>
    </message>
    <message>
        <source>painting</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>apart, of the style's length</source>
        <translation>相差（相对风格的长度）</translation>
    </message>
    <message>
        <source>things that stay where they stand in the photograph, told in the colours and strokes of the style.</source>
        <translation>东西留在照片里的位置，却用风格的颜色和笔触来画。</translation>
    </message>
    <message>
        <source>The picture that learns, beside the pictures it is painted after.
Press Train. It appears after the first steps.</source>
        <translation>正在学习的图片，旁边是它所参照的图片。
按“训练”。前几步之后就会出现。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a LearnedTensor that is a picture, and a loss that compares it with a picture of the data.</source>
        <translation>这个网络没有可显示的内容：它需要一个本身是图片的 LearnedTensor，以及一个把它与数据中的图片比较的损失。</translation>
    </message>
    <message>
        <source>Anomaly detector</source>
        <translation>异常检测器</translation>
    </message>
    <message>
        <source>what is copied badly is odd</source>
        <translation>重建不好的就是异常</translation>
    </message>
    <message>
        <source>a sequence in one state</source>
        <translation>一个状态装下整个序列</translation>
    </message>
    <message>
        <source>both are told the class</source>
        <translation>双方都被告知类别</translation>
    </message>
    <message>
        <source>convolutions in both players</source>
        <translation>双方都用卷积</translation>
    </message>
    <message>
        <source>squares instead of logarithms</source>
        <translation>用平方代替对数</translation>
    </message>
    <message>
        <source>a distance instead of a verdict</source>
        <translation>用距离代替判决</translation>
    </message>
    <message>
        <source>two games and a way back</source>
        <translation>两场博弈加一条回程</translation>
    </message>
    <message>
        <source>Style transfer</source>
        <translation>风格迁移</translation>
    </message>
    <message>
        <source>the picture itself is learned</source>
        <translation>学习的是图片本身</translation>
    </message>
    <message>
        <source>above {threshold}: {found} of {all} of {name}, {alarms} of {total} others; F1 {f1}</source>
        <translation>高于 {threshold}：{name} {all} 个中的 {found} 个，其余 {total} 个中的 {alarms} 个；F1 {f1}</translation>
    </message>
    <message>
        <source>area under the ROC curve</source>
        <translation>ROC 曲线下面积</translation>
    </message>
    <message>
        <source>no fault</source>
        <translation>无故障</translation>
    </message>
    <message>
        <source>any fault</source>
        <translation>任何故障</translation>
    </message>
    <message>
        <source>A world of red disks by day and one of blue squares by night, and no picture of the one belongs to the other.</source>
        <translation>一个世界里是白天的红色圆，另一个世界里是夜里的蓝色方，两边的图片互不成对。</translation>
    </message>
    <message>
        <source>Short stretches of a wave, half of them with a fault in it.</source>
        <translation>一小段一小段的波形，其中一半带有故障。</translation>
    </message>
    <message>
        <source>A photograph to paint, a style to paint it in, and small pictures of what there is to see.</source>
        <translation>一张要画的照片、一种画它的风格，以及供学会看的小图片。</translation>
    </message>
    <message>
        <source>Of the test: area under the ROC curve 1.00, F1 0.95 to 0.98 at the threshold under which 95 % of the normal validation stretches lie (seeds 0 to 2), after 660 steps.</source>
        <translation>测试集：ROC 曲线下面积 1.00；以 95 % 的正常验证片段所在的阈值计，F1 为 0.95 到 0.98（种子 0 到 2），共 660 步。</translation>
    </message>
    <message>
        <source>Of the test: area under the ROC curve 0.997, F1 0.97 at the threshold under which 95 % of the normal validation waves lie (seed 0), after 990 steps.</source>
        <translation>测试集：ROC 曲线下面积 0.997；在 95 % 的正常验证波形之上的阈值处 F1 为 0.97（种子 0），990 步之后。</translation>
    </message>
    <message>
        <source>The errors of normal stretches gather at the left, faults lie to the right of them. Move the threshold: each fault found at the left costs false alarms. Try it: make the code 6. What can a detector still notice when everything fits through?</source>
        <translation>正常片段的误差聚在左边，故障在它们右侧。移动阈值：在左边多找到一个故障，就要付出误报的代价。试一试：把编码设为 6。什么都能通过时，检测器还能发现什么？</translation>
    </message>
    <message>
        <source>Show some pictures of earlier batches in the place of the new ones, so that a judge does not forget them.</source>
        <translation>用先前批次的一些图片替换新图片，使判别器不会忘记它们。</translation>
    </message>
    <message>
        <source>the pictures just made</source>
        <translation>刚刚生成的图片</translation>
    </message>
    <message>
        <source>A detective who keeps old forgeries on the desk and looks at one of them now and then.</source>
        <translation>一位侦探把旧赝品留在桌上，时不时再看上一眼。</translation>
    </message>
    <message>
        <source>Put it between a generator and the discriminator that learns; the generator's own loss goes past it.</source>
        <translation>把它放在生成器与正在学习的判别器之间；生成器自己的损失绕过它。</translation>
    </message>
    <message>
        <source>Pictures from the memory carry no gradient: a generator cannot learn through them.</source>
        <translation>缓存中的图片不带梯度：生成器无法通过它们学习。</translation>
    </message>
    <message>
        <source>how many pictures it holds</source>
        <translation>能保存多少张图片</translation>
    </message>
    <message>
        <source>It keeps pictures, so it stands behind a layer that makes some.</source>
        <translation>它保存的是图片，所以应放在产生图片的层之后。</translation>
    </message>
    <message>
        <source>which share of the run passes before the rate falls</source>
        <translation>学习率开始下降之前，训练已经过去的比例</translation>
    </message>
    <message>
        <source>Stays for</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Of 1,000 digits drawn from chance a classifier that knows 98 % of the digits, and none in noise, is sure of 65 % (p &gt; .9; seeds 0 to 2, the worst 62 %), of all ten kinds, after 4,000 steps. 23.5 nats a digit on test digits: 20.5 for the pixels, 3.0 for the code.</source>
        <translation>随机抽取生成的 1000 个数字中，一个能认出 98 % 的数字、且不把噪声当作数字的分类器对其中 65 % 有把握（p &gt; .9；种子 0 到 2，最差 62 %），十种数字俱全，训练 4000 步之后。测试数字上每个数字 23.5 纳特：像素 20.5，编码 3.0。</translation>
    </message>
    <message>
        <source>All 8 clouds are covered with two of seeds 0 to 2, 7 with the third; 91 % of the made points lie on one of them, at the worst 88 %, after 3,300 steps. The judge says 0.5 to both.</source>
        <translation>种子 0 到 2 中有两个覆盖了全部 8 个点云，另一个覆盖 7 个；91 % 的生成点落在某个点云上，最差 88 %，训练 3,300 步之后。判别器对真假两者都给出 0.5。</translation>
    </message>
    <message>
        <source>Of 1,000 points made from noise 90 % lie on the moons, and 99.6 % of the examples have one near (seed 0), after 15,400 steps.</source>
        <translation>由噪声生成的 1,000 个点中 90 % 落在双月上，99.6 % 的样本附近有生成的点（种子 0），训练 15,400 步之后。</translation>
    </message>
</context>
</TS>
