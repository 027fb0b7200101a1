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
        <source>The film strip: the last steps only sharpen, the first decide which digit it will be. Try it: ask for fewer steps in t and noised alike.</source>
        <translation>看胶片：最后几步只是变清晰，最初几步才决定是哪个数字。试一试：把 t 和 noised 的步数一起减少。</translation>
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
        <source>Mean error 0.067 of the way from paper to ink on test digits (seed 0), after 800 steps.</source>
        <translation>测试数字上平均误差为从白纸到墨色的 0.067（种子 0），800 步之后。</translation>
    </message>
    <message>
        <source>24.1 nats a digit on test digits (seed 0), after 2,400 steps: 21.7 for the pixels, 2.5 for the code.</source>
        <translation>测试数字上每个数字 24.1 奈特（种子 0），2,400 步之后：像素 21.7，编码 2.5。</translation>
    </message>
    <message>
        <source>Mean error 0.115 of the way from paper to ink on test digits (seed 0), after 1,600 steps.</source>
        <translation>测试数字上平均误差为从白纸到墨色的 0.115（种子 0），1,600 步之后。</translation>
    </message>
</context>
</TS>
