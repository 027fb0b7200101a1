<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>share of the patches that is taken away</source>
        <translation>被拿走的图块所占的比例</translation>
    </message>
    <message>
        <source>PatchEmbedding or Unfold cuts a picture into patches.</source>
        <translation>PatchEmbedding 或 Unfold 可以把图片切成图块。</translation>
    </message>
    <message>
        <source>Wire the places that belong to these patches.</source>
        <translation>请接上属于这些图块的位置。</translation>
    </message>
    <message>
        <source>There are as many places as patches, or more.</source>
        <translation>位置的数目不少于图块的数目。</translation>
    </message>
    <message>
        <source>Both come from MaskPatches; x may have passed an encoder.</source>
        <translation>两者都来自 MaskPatches；x 可以经过编码器。</translation>
    </message>
    <message>
        <source>Take most of the patches of a picture away, others in every example, and hand on those that are left.</source>
        <translation>把图片的大部分图块拿走，每个样本拿走的各不相同，只把剩下的传下去。</translation>
    </message>
    <message>
        <source>A jigsaw puzzle with three pieces out of four gone: you look at the rest and guess the picture.</source>
        <translation>一幅拼图四块里少了三块：看着剩下的，猜出整幅画。</translation>
    </message>
    <message>
        <source>Put it behind the patches and their positions, before the encoder; RestorePatches fills the holes again.</source>
        <translation>放在图块及其位置编码之后、编码器之前；RestorePatches 再把空缺补上。</translation>
    </message>
    <message>
        <source>What is left has lost its order: add positions before, not behind. With small shares the task is too easy.</source>
        <translation>剩下的图块失去了次序：位置编码要加在它之前，而不是之后。比例太小，任务就太容易。</translation>
    </message>
    <message>
        <source>Bring patches back to their places and put one learned vector where a patch is missing.</source>
        <translation>让图块各归其位，缺失之处放上同一个学得的向量。</translation>
    </message>
    <message>
        <source>Pieces put back on the board, with the same blank piece in every gap.</source>
        <translation>把拼块放回底板，每个空缺都放同一块白板。</translation>
    </message>
    <message>
        <source>Use it between the encoder and the decoder of a masked autoencoder, then add positions once more.</source>
        <translation>用在掩码自编码器的编码器与解码器之间，之后再加一次位置编码。</translation>
    </message>
    <message>
        <source>Every gap gets the same vector: without positions behind it the decoder cannot tell them apart.</source>
        <translation>每个空缺得到的向量都一样：后面若没有位置编码，解码器无法把它们区分开。</translation>
    </message>
    <message>
        <source>Average the squared errors, but only where a mask says that they count.</source>
        <translation>求平方误差的平均，但只算掩码认定有效的位置。</translation>
    </message>
    <message>
        <source>A restorer is judged by the pieces that were missing, not by those nobody took away.</source>
        <translation>评价修复师，看的是缺失的那些碎片，而不是没人动过的部分。</translation>
    </message>
    <message>
        <source>Use it to rebuild what was hidden, and for series of different length whose padding must not count.</source>
        <translation>用于重建被遮盖的内容，也用于长短不一、填充不该计入的序列。</translation>
    </message>
    <message>
        <source>Where nothing counts the loss is 0 and teaches nothing. Places that do not count may become anything.</source>
        <translation>若没有任何位置有效，损失为 0，什么也学不到。不计入的位置可以变成任何数值。</translation>
    </message>
    <message>
        <source>The rivals are rows of as many features as a query has, the same ones for all examples.</source>
        <translation>竞争者是若干行，每行的特征数与查询相同，并由所有样本共用。</translation>
    </message>
    <message>
        <source>KeyQueue gives such rows.</source>
        <translation>KeyQueue 给出这样的行。</translation>
    </message>
    <message>
        <source>how many vectors it holds</source>
        <translation>它保存多少个向量</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Bring the network to one vector for each example first.</source>
        <translation>先让网络为每个样本给出一个向量。</translation>
    </message>
    <message>
        <source>Remember the vectors of the last batches, and forget the oldest when new ones come.</source>
        <translation>记住最近几个批次的向量，新的进来时忘掉最旧的。</translation>
    </message>
    <message>
        <source>A notice board with a fixed number of pins: each new sheet takes the place of the oldest one.</source>
        <translation>一块图钉数目固定的布告栏：每张新告示都顶替最旧的一张。</translation>
    </message>
    <message>
        <source>Wire it to others of InfoNCELoss, behind an encoder that is a moving average: many rivals, small batches.</source>
        <translation>接到 InfoNCELoss 的 others，放在作为滑动平均的编码器之后：竞争者多，批次却可以小。</translation>
    </message>
    <message>
        <source>Keys of an encoder that changes fast are stale at once: let that encoder follow slowly, decay 0.99 or more.</source>
        <translation>编码器变化快，键马上就过时：让那个编码器慢慢跟随，衰减取 0.99 或更大。</translation>
    </message>
    <message>
        <source>how many finds are looked at</source>
        <translation>看前几个检索结果</translation>
    </message>
    <message>
        <source>Bring both to the same number of features with Linear.</source>
        <translation>用 Linear 让两者的特征数相同。</translation>
    </message>
    <message>
        <source>{type} compares vectors of one size.</source>
        <translation>{type} 比较的是大小相同的向量。</translation>
    </message>
    <message>
        <source>Count how often the right partner is the first that a search finds.</source>
        <translation>统计检索到的第一个正好是正确伙伴的比例。</translation>
    </message>
    <message>
        <source>A box of single gloves: you hold one up and count how often the first you take out is its pair.</source>
        <translation>一箱单只的手套：举起一只，数一数随手拿出的第一只有多少次正好配成一双。</translation>
    </message>
    <message>
        <source>Watch it beside contrastive losses, whose size says little: pictures find their texts, views their twins.</source>
        <translation>与对比损失一起看，因为对比损失的数值本身说明不了多少：图片找到文字，视图找到孪生。</translation>
    </message>
    <message>
        <source>It falls with the number of examples searched, so a batch scores higher than a whole set.</source>
        <translation>被检索的样本越多它越低，所以一个批次的得分高于整个数据集。</translation>
    </message>
    <message>
        <source>Representation</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Query: learns</source>
        <translation>查询：学习</translation>
    </message>
    <message>
        <source>Key: follows slowly</source>
        <translation>键：缓慢跟随</translation>
    </message>
    <message>
        <source>Two random views of the same digit go through one encoder f and a small head g, and each has to recognise its partner among all views of the batch. No label is ever shown, yet what f learns sorts the digits: afterwards ten labelled examples of each are enough for a good classifier.</source>
        <translation>同一个数字的两个随机视图经过同一个编码器 f 和一个小的投影头 g，每个视图都要在整个批次的所有视图里认出自己的伙伴。从头到尾不给任何标签，f 学到的表示却把数字分了开来：之后每个数字只要十个带标签的样本，就能得到一个好的分类器。</translation>
    </message>
    <message>
        <source>The embeddings: clouds of equal digits form though nobody named one. The retrieval accuracy says how often a view finds its partner in the whole validation set. Try it: set the temperature to 5, or the batch to 8 so that there are few rivals, and see how the map blurs.</source>
        <translation>看嵌入图：没有人命名，相同的数字却聚成了云团。检索准确率说明一个视图在整个验证集里有多少次找到自己的伙伴。试一试：把温度设为 5，或把批次设为 8，让竞争者变少，看看图怎样变得模糊。</translation>
    </message>
    <message>
        <source>SimCLR needs big batches, for they are where its rivals come from. Here they wait in a queue: the keys of the last batches. So that old and new keys stay comparable, they come from a second encoder that does not learn by itself but follows the first one slowly, as a moving average of its weights.</source>
        <translation>SimCLR 需要很大的批次，因为竞争者都来自批次。这里竞争者排在一个队列里：最近几个批次的键。为了让新旧键可以相互比较，键来自第二个编码器，它自己不学习，只作为第一个编码器权重的滑动平均慢慢跟随。</translation>
    </message>
    <message>
        <source>Only the query's half gets gradients; the wires of the key's half carry none. The loss rises at first, when the random keys in the queue give way to real ones. Try it: let the averages keep 0 of themselves, so that the key encoder is always the newest, and watch the retrieval accuracy.</source>
        <translation>只有查询这一半得到梯度，键那一半的连线上没有。损失一开始会上升：队列里的随机键让位给了真正的键。试一试：让滑动平均保留自己的 0，也就是键编码器总是最新的，再看检索准确率。</translation>
    </message>
    <message>
        <source>One network looks at pictures, another reads captions, and both put what they found into the same space. In every batch each picture has to find its caption and each caption its picture. Afterwards words search pictures, and a class is named by describing it, with no training for it.</source>
        <translation>一个网络看图片，另一个读描述，两者把所得放进同一个空间。每个批次里，图片都要找到自己的描述，描述也要找到自己的图片。之后就能用文字搜索图片，只要把一个类别描述出来就能识别它，无需专门训练。</translation>
    </message>
    <message>
        <source>The retrieval accuracy counts how often a picture finds its caption first, among all of the validation set; equal captions count as right. Which does it learn first: colours, shapes, or what is above what? Try it: take the places out of the text encoder, and “a red circle above a blue square” is the same as the other way round.</source>
        <translation>检索准确率统计在整个验证集里，一张图片首先找到自己描述的比例；相同的描述都算对。它先学会什么：颜色、形状，还是谁在谁的上面？试一试：把文本编码器里的位置编码去掉，“红圆在蓝方块上面”与反过来的说法就没有区别了。</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Student without a teacher</source>
        <translation>没有教师的学生</translation>
    </message>
    <message>
        <source>Knowledge distillation</source>
        <translation>知识蒸馏</translation>
    </message>
    <message>
        <source>A large network, the teacher, learns from the labels. A small one, the student, learns from the teacher's whole opinion: that this 7 looks a little like a 1 says more than the word seven. The same small network learns beside it from the labels alone, so that one can see what the lessons were worth. The teacher learns for twenty epochs and rests; then both students begin.</source>
        <translation>一个大网络（教师）从标签学习，一个小网络（学生）从教师的全部意见学习：这个 7 有一点像 1，比“七”这一个字说得更多。旁边还有同样的小网络只从标签学习，这样就能看出教师的课值多少。教师先学二十轮，然后休息，两个学生才开始。</translation>
    </message>
    <message>
        <source>Three accuracies: the teacher's is the highest. Does the taught student end above the lonely one? On these digits hardly: labels alone taught as well with 6, 16 and 64 hidden neurons, when it was tried, and a high temperature did harm. Try it: set the temperature to 8 and alpha to 1; or alpha to 0, and the student is as lonely as the other.</source>
        <translation>三条准确率：教师最高。有人教的学生最后是否高于独自学习的那个？在这些数字上几乎没有：试过 6、16 和 64 个隐藏神经元，单靠标签都一样好，而高温度反而有害。试一试：把温度设为 8、alpha 设为 1；或把 alpha 设为 0，学生就和另一个一样孤单。</translation>
    </message>
    <message>
        <source>Masked autoencoder (MAE)</source>
        <translation>掩码自编码器（MAE）</translation>
    </message>
    <message>
        <source>Three patches out of four are taken away, and the network has to paint them in again. The encoder sees only what is left, which makes it four times as fast; a small decoder gets the encoded patches, one learned vector for each gap, and the places. Nobody names anything, yet to fill a digit in one has to know digits.</source>
        <translation>四个图块拿走三个，网络要把它们重新画出来。编码器只看剩下的，因此快了四倍；小小的解码器得到编码后的图块、每个空缺处同一个学得的向量，以及位置。没有人命名任何东西，可是要把数字补全，就得懂得数字。</translation>
    </message>
    <message>
        <source>The reconstructions beside the digits with their holes: first one grey blur for all, the mean digit, then strokes, then mostly the right digit, blurred where nothing was seen. The loss counts the hidden patches only. Try it: take away 0.25 or 0.9 of the patches, or bypass the places of the decoder.</source>
        <translation>看带空缺的数字旁边的重建：起初所有数字都是同一团灰影，即平均数字，然后出现笔画，最后大多是正确的数字，没有看到的地方是模糊的。损失只计被遮盖的图块。试一试：拿走 0.25 或 0.9 的图块，或绕过解码器的位置编码。</translation>
    </message>
    <message>
        <source>One network, three pictures</source>
        <translation>一个网络，三张图片</translation>
    </message>
    <message>
        <source>Triplet embedding of digits</source>
        <translation>数字的三元组嵌入</translation>
    </message>
    <message>
        <source>Not which digit it is, but how far two digits lie apart. One network turns a picture into a point on a sphere, and is used three times with the same weights: an anchor has to lie nearer to another example of its digit than to a stranger, by a margin. What is learned also places digits, or faces, that no label ever named.</source>
        <translation>不问是哪个数字，只问两个数字相距多远。一个网络把图片变成球面上的一点，并以同样的权重使用三次：锚点离同一数字的另一个样本，要比离陌生样本更近，并留出间隔。这样学到的东西，也能安放从未被标签命名过的数字或人脸。</translation>
    </message>
    <message>
        <source>The map of the embeddings draws together into ten clouds. The loss soon comes from a few hard triplets only: most strangers are far enough. Its validation triplets contain pictures that other triplets have shown; the figure below is of pictures that none has shown. Try it: set the margin to 0.01. What keeps the clouds apart then?</source>
        <translation>嵌入图收拢成十个云团。损失很快只来自少数困难的三元组，因为大多数陌生样本已经够远了。验证用的三元组里有在其他三元组出现过的图片；下面的数字只统计从未出现过的图片。试一试：把间隔设为 0.01。这时靠什么让云团分开？</translation>
    </message>
    <message>
        <source>A classifier that compares angles. Picture and class are directions, their cosine is the score, and while it learns the right class has to win although its angle is made larger by a margin m. So a gap stays between the classes when the margin is taken away.</source>
        <translation>一个比较角度的分类器。图片与类别都是方向，两者的余弦就是得分；学习时，正确类别的角度被加大一个间隔 m，却仍然要胜出。于是撤去间隔以后，类别之间就留下了空隙。</translation>
    </message>
    <message>
        <source>Three numbers for each digit, so that one can see what figure 3 of the paper shows: the ten classes are ten rays from one point. The accuracy in training is taken with the margin, that in validation without it. Try it: set the margin to 0 and the rays widen until they touch; or leave two numbers, and two classes may have to share a ray.</source>
        <translation>每个数字三个数，这样就能看到论文图 3 所示的情形：十个类别变成从一点出发的十道射线；训练准确率带着间隔计算，验证准确率不带间隔。试一试：把间隔设为 0，射线会变宽，直到相互接触；或只留两个数，那么两个类别可能不得不共用一道射线。</translation>
    </message>
    <message>
        <source>Matrix factorisation</source>
        <translation>矩阵分解</translation>
    </message>
    <message>
        <source>A table of people and films with most places empty is written as the product of two narrow ones: a few numbers for the taste of each person, as many for the character of each film, and their dot product is the rating. Beside it stand the mean of all, how kind each person is and how good each film.</source>
        <translation>一张用户与电影的表，大部分是空的，把它写成两张窄表的乘积：几个数表示每个人的口味，同样多的数表示每部电影的特点，两者的点积就是评分。此外还有总平均、每个人的宽严和每部电影的好坏。</translation>
    </message>
    <message>
        <source>The root mean squared error: is it the kindness and quality of each that are found first, or the tastes? The data are made from four hidden tastes; half a star of noise stays. Try it: give the vectors 1 number, or 64 with the weight of toll at 0, and compare training and validation.</source>
        <translation>看均方根误差：先找到的是每个人的宽严与每部电影的好坏，还是口味？数据由四种隐藏的口味生成，半颗星的噪声始终留着。试一试：让向量只有 1 个数，或有 64 个数并把 toll 的权重设为 0，再比较训练与验证。</translation>
    </message>
    <message>
        <source>A visitor nobody knows has clicked on a few things: what comes next? The clicks are read one by one by a GRU, and its last state scores every thing in the shop. Nothing is known of the visitor but this visit.</source>
        <translation>一位陌生的访客点击了几样东西：下一样会是什么？GRU 逐个读入点击，最后的状态给店里每样东西打分。除了这次访问，对访客一无所知。</translation>
    </message>
    <message>
        <source>recall at 5: how often the next click is among the five things shown. Compare it with showing everybody the five best-sellers. The clicks come from a Markov chain, so the last one decides: which gate of the GRU finds that out? Try it: replace the GRU by the mean of the clicks.</source>
        <translation>看 recall at 5：下一次点击有多少次落在展示的五样之中。和给所有人都展示最畅销的五样比一比。点击来自马尔可夫链，所以由最后一次点击决定：是 GRU 的哪个门发现了这一点？试一试：用各次点击的平均代替 GRU。</translation>
    </message>
    <message>
        <source>The same question as GRU4Rec's, answered by attention: each click looks back at the earlier ones and takes what matters, and the last one is compared with the vectors of all things in the shop, the same vectors that the clicks were read with.</source>
        <translation>与 GRU4Rec 相同的问题，由注意力来回答：每次点击回看之前的点击，取出要紧的；最后一次点击再与店里所有东西的向量比较，而读入点击用的正是同一组向量。</translation>
    </message>
    <message>
        <source>The attention of the last click: in these data the next click depends on the last alone. Does it look at itself? Beside GRU4Rec: recall at 5 after how many epochs? Try it: take causal off in the block. Why does nothing get better, though the network sees more?</source>
        <translation>看最后一次点击的注意力：在这份数据里，下一次点击只取决于最后一次。它看的是自己吗？与 GRU4Rec 相比：经过几轮后 recall at 5 各是多少？试一试：在块里关掉 causal。网络看到得更多，为什么却没有变好？</translation>
    </message>
    <message>
        <source>Spiking network</source>
        <translation>脉冲网络</translation>
    </message>
    <message>
        <source>Neurons as in the brain and on neuromorphic chips: a voltage that leaks and adds up what arrives, and a spike when it passes a threshold, nothing in between. The pixels flow in as constant currents for twenty steps; the digit whose voltage is highest on average is the answer. A spike has no slope, so the backward pass borrows that of a smooth curve.</source>
        <translation>神经元像在大脑和神经形态芯片上一样：电压不断泄漏，又把到来的加起来，超过阈值就发一个脉冲，此外什么也没有。像素作为恒定电流流入二十步，平均电压最高的数字就是答案。脉冲没有斜率，反向传播便借用一条平滑曲线的斜率。</translation>
    </message>
    <message>
        <source>The spikes of the hidden neurons, step by step: silent ones learn nothing, and few spikes are what saves energy on a chip. Open the block: the voltages come back through the State nodes. Try it: set the leak to 0 so that nothing is remembered, or the slope to 1000 so that hardly any gradient gets through.</source>
        <translation>逐步看隐藏神经元的脉冲：沉默的神经元什么也学不到，而脉冲少正是芯片省电的原因。打开块：电压经由 State 节点回来。试一试：把泄漏系数设为 0，什么也记不住；或把斜率设为 1000，几乎没有梯度能通过。</translation>
    </message>
    <message>
        <source>the patches, one a step</source>
        <translation>图块，每步一块</translation>
    </message>
    <message>
        <source>the patches that are left, in a mixed order</source>
        <translation>剩下的图块，次序已打乱</translation>
    </message>
    <message>
        <source>yes where a patch was taken away</source>
        <translation>图块被拿走的地方为是</translation>
    </message>
    <message>
        <source>where each patch of the picture stands now</source>
        <translation>图片的每个图块现在排在哪里</translation>
    </message>
    <message>
        <source>the patches that were left</source>
        <translation>剩下的图块</translation>
    </message>
    <message>
        <source>where each patch of the picture stands in x, as MaskPatches says</source>
        <translation>图片的每个图块在 x 中排在哪里，由 MaskPatches 给出</translation>
    </message>
    <message>
        <source>yes where it counts</source>
        <translation>计入损失的地方为是</translation>
    </message>
    <message>
        <source>the keys of this batch</source>
        <translation>这一批次的键</translation>
    </message>
    <message>
        <source>rivals that serve all, such as those of a KeyQueue</source>
        <translation>供所有样本共用的竞争者，例如 KeyQueue 里的键</translation>
    </message>
    <message>
        <source>examples with the same are right too</source>
        <translation>该值相同的样本也算正确</translation>
    </message>
    <message>
        <source>Representations</source>
        <translation>表示学习</translation>
    </message>
    <message>
        <source>Recommending</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>a margin between angles</source>
        <translation>角度之间留间隔</translation>
    </message>
    <message>
        <source>no labels, rivals in a queue</source>
        <translation>不要标签，竞争者排在队列里</translation>
    </message>
    <message>
        <source>no labels, two views</source>
        <translation>不要标签，两个视图</translation>
    </message>
    <message>
        <source>captions find pictures</source>
        <translation>文字找到图片</translation>
    </message>
    <message>
        <source>reads a visit in order</source>
        <translation>按次序读入一次访问</translation>
    </message>
    <message>
        <source>attention looks back</source>
        <translation>用注意力回看</translation>
    </message>
    <message>
        <source>Architecture search</source>
        <translation>架构搜索</translation>
    </message>
    <message>
        <source>How wide, and how many layers? The drawing leaves both open as parameters of the network, hidden and depth, and a search trains one small network after another within a budget: by chance, or by evolution, where the best of a few has a child with one number changed and the oldest dies.</source>
        <translation>多宽？多少层？图里把两者都留作网络的参数：hidden 与 depth。搜索在预算之内一个接一个地训练小网络：要么随机抽取，要么用进化，让几个里最好的一个生出只改一个数的孩子，最老的死去。</translation>
    </message>
    <message>
        <source>Run › Search for an architecture… lists the trials as they come, with what each one cost. The network as it is drawn is too small for the spirals. Try it: the same budget by chance and by evolution; then allow only depth to change. Which of the two numbers mattered?</source>
        <translation>“运行 › 搜索架构…”会随时列出每次试验和它的代价。照图中画的，网络对螺旋来说太小。试一试：用同样的预算比较随机与进化；再只允许改变 depth。两个数里哪个更要紧？</translation>
    </message>
    <message>
        <source>Search for an architecture…</source>
        <translation>搜索架构…</translation>
    </message>
    <message>
        <source>Train the drawing with other numbers in its parameters, within a budget, and list what came of it</source>
        <translation>在预算之内，用参数的其他取值训练这张图，并列出结果</translation>
    </message>
    <message>
        <source>look for the best width, depth or other parameter of a network</source>
        <translation>寻找网络最好的宽度、深度或其他参数</translation>
    </message>
    <message>
        <source>{n}. {values}: validation loss {loss}, {parameters} parameters, {seconds} s</source>
        <translation>{n}. {values}：验证损失 {loss}，{parameters} 个参数，{seconds} 秒</translation>
    </message>
    <message>
        <source>{title}: {n} of {all} networks, {how}.</source>
        <translation>{title}：{all} 个网络中的 {n} 个，{how}。</translation>
    </message>
    <message>
        <source>Best: {line}</source>
        <translation>最好：{line}</translation>
    </message>
    <message>
        <source>{n}. {values}: {trouble}</source>
        <translation>{n}. {values}：{trouble}</translation>
    </message>
    <message>
        <source>No network could be trained: {reason}</source>
        <translation>没有一个网络能训练：{reason}</translation>
    </message>
    <message>
        <source>Search for an architecture</source>
        <translation>搜索架构</translation>
    </message>
    <message>
        <source>The values this parameter may have, with commas between them</source>
        <translation>这个参数可以取的值，用逗号分隔</translation>
    </message>
    <message>
        <source>{n} of {all} networks are trained.</source>
        <translation>{all} 个网络中已训练 {n} 个。</translation>
    </message>
    <message>
        <source>How the next one is chosen</source>
        <translation>怎样选出下一个</translation>
    </message>
    <message>
        <source>Evolution: a child of one of the last good ones, one number changed. Random: by chance</source>
        <translation>进化：最近几个好网络之一的孩子，只改一个数。随机：任意抽取</translation>
    </message>
    <message>
        <source>Take these values</source>
        <translation>采用这些值</translation>
    </message>
    <message>
        <source>Give the drawing the values of the chosen network; Undo takes them back</source>
        <translation>把所选网络的取值用到图上；撤销可以收回</translation>
    </message>
    <message>
        <source>There is nothing to search: give the network a parameter, such as hidden, and write =hidden where a layer uses it.</source>
        <translation>没有可搜索的东西：给网络一个参数，例如 hidden，并在用到它的层里写 =hidden。</translation>
    </message>
    <message>
        <source>The parameters of the network, each with the values it may have. The drawing is trained with some of them, each time from the start, and what fits the validation examples best wins.</source>
        <translation>网络的各个参数和它们可以取的值。用其中一些取值从头训练这张图，验证样本上最好的胜出。</translation>
    </message>
    <message>
        <source>Best so far: {values}.</source>
        <translation>目前最好：{values}。</translation>
    </message>
    <message>
        <source>How many networks are trained</source>
        <translation>训练多少个网络</translation>
    </message>
    <message>
        <source> networks</source>
        <translation> 个网络</translation>
    </message>
    <message>
        <source>Epochs for each of them</source>
        <translation>每个网络训练的轮数</translation>
    </message>
    <message>
        <source> epochs each</source>
        <translation> 轮</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Child of</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>End the search; what is over stays in the list</source>
        <translation>结束搜索；已完成的留在列表里</translation>
    </message>
    <message>
        <source>Train one network after another with these values</source>
        <translation>用这些取值一个接一个地训练网络</translation>
    </message>
    <message>
        <source>Take values of a search</source>
        <translation>采用搜索得到的值</translation>
    </message>
    <message>
        <source>evolution</source>
        <translation>进化</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>The network has no parameter {name}. It has: {known}.</source>
        <translation>网络没有参数 {name}。它有：{known}。</translation>
    </message>
    <message>
        <source>Write the values of {name} as numbers with commas between them, such as 4, 8, 16.</source>
        <translation>请把 {name} 的取值写成用逗号分隔的数字，例如 4, 8, 16。</translation>
    </message>
    <message>
        <source>a parameter of the network and the values it may have; all its own when not given</source>
        <translation>网络的一个参数和它可以取的值；不给出时取网络自己的全部参数</translation>
    </message>
    <message>
        <source>how many networks are trained at most</source>
        <translation>最多训练多少个网络</translation>
    </message>
    <message>
        <source>the next one is the child of a good one, or drawn by chance</source>
        <translation>下一个是好网络的孩子，或任意抽取</translation>
    </message>
    <message>
        <source>where the random numbers of the search begin</source>
        <translation>搜索的随机数从哪里开始</translation>
    </message>
    <message>
        <source>write the best project here</source>
        <translation>把最好的项目写到这里</translation>
    </message>
    <message>
        <source>With ten labels of each digit a linear probe names 82.7 to 86.8 % of the test digits (seeds 0 to 2), on the encoder before its first step 48 to 51 %: a third of the error is left (0.32, worst 0.36).</source>
        <translation>每个数字十个标签时，线性探针能说对 82.7 至 86.8 % 的测试数字（种子 0 到 2），而在训练第一步之前的编码器上是 48 至 51 %：误差只剩三分之一（0.32，最差 0.36）。</translation>
    </message>
    <message>
        <source>50 to 52 % of 900 test pictures find their caption first (seeds 0 to 2). Who guesses finds 1.7 %, since many captions are equal; who reads everything but the shapes, 23 %.</source>
        <translation>900 张测试图片中，50 % 到 52 % 最先找到自己的说明（种子 0 到 2）。因为许多说明相同，瞎猜能找到 1.7 %；除形状外全都读懂的人能找到 23 %。</translation>
    </message>
    <message>
        <source>Of the test digits that no triplet had shown 41 of 42, 31 of 33 and 43 of 45 lie nearest to one of their kind (seeds 0 to 2).</source>
        <translation>从未在三元组中出现过的测试数字里，42 个中的 41 个、33 个中的 31 个、45 个中的 43 个离同类最近（种子 0 到 2）。</translation>
    </message>
    <message>
        <source>0.56 to 0.57 stars of root mean squared error on test ratings (seeds 0 to 2), 0.46 of what always saying the mean gives; half a star is noise that nobody can learn.</source>
        <translation>测试评分上的均方根误差为 0.56 到 0.57 星（种子 0 到 2），是总报平均分的 0.46 倍；其中半星是谁也学不会的噪声。</translation>
    </message>
    <message>
        <source>Recall at 5 of 78.5 to 82.7 % on test visits (seeds 0 to 2), 2.5 to 2.7 times that of the five best-sellers.</source>
        <translation>测试访问上的 Recall@5 为 78.5 % 到 82.7 %（种子 0 到 2），是五个最畅销商品的 2.5 到 2.7 倍。</translation>
    </message>
    <message>
        <source>Recall at 5 of 79.8 to 82.5 % on test visits (seeds 0 to 2), 2.5 to 2.7 times that of the five best-sellers.</source>
        <translation>测试访问上的 Recall@5 为 79.8 % 到 82.5 %（种子 0 到 2），是五个最畅销商品的 2.5 到 2.7 倍。</translation>
    </message>
    <message>
        <source>97.4 to 99.3 % of the test digits (seeds 0 to 2); a hidden neuron fires in about three of ten steps.</source>
        <translation>测试数字的 97.4 % 到 99.3 %（种子 0 到 2）；隐藏神经元约在十步中的三步发放脉冲。</translation>
    </message>
    <message>
        <source>Test accuracy 95.2 to 98.9 % (seeds 0 to 2); a test digit lies 13 to 16 degrees from the direction of its class on average.</source>
        <translation>测试准确率 95.2 至 98.9 %（种子 0 到 2）；测试数字与其类别方向平均相差 13 至 16 度。</translation>
    </message>
    <message>
        <source>As it opens it learns nothing: test accuracy 50 % (seeds 0 to 2). Before the first step the gradient of the first layer is 1 to 3 millionths of that of the last.</source>
        <translation>按打开时的样子它什么也学不到：测试准确率 50 %（种子 0 到 2）。在第一步之前，第一层的梯度只有最后一层的百万分之一到三。</translation>
    </message>
    <message>
        <source>With ten labels of each digit a linear probe names 81.5 to 85.1 % of the test digits (seeds 0 to 2), on the encoder before its first step 55 to 58 %: 0.38 of the error is left (worst 0.41).</source>
        <translation>每个数字十个标签时，线性探针能说对 81.5 至 85.1 % 的测试数字（种子 0 到 2），而在训练第一步之前的编码器上是 55 至 58 %：误差只剩 0.38（最差 0.41）。</translation>
    </message>
    <message>
        <source>In the hidden patches of test digits 0.43 of the squared error is left that one makes who always paints the mean digit (seeds 0 to 2; worst 0.46).</source>
        <translation>在测试数字被遮盖的图块上，平方误差只剩下总画平均数字时的 0.43（种子 0 到 2；最差 0.46）。</translation>
    </message>
    <message>
        <source>Test accuracy of the teacher 95.2 to 96.6 %, of its student 93.6 to 95.1 %, of the lonely one 93.2 to 95.6 %: the lessons change it by −1.7 to +0.4 points (seeds 0 to 2).</source>
        <translation>测试准确率：教师 95.2 至 96.6 %，它的学生 93.6 至 95.1 %，独自学习的 93.2 至 95.6 %：教师的课使它变化 −1.7 至 +0.4 个百分点（种子 0 到 2）。</translation>
    </message>
</context>
</TS>
