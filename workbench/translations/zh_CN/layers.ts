<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Data enters here: one field of each example.</source>
        <translation>数据从这里进入：每个样本的一个字段。</translation>
    </message>
    <message>
        <source>The loading dock of a factory: everything the network will ever know comes in here.</source>
        <translation>像工厂的收货口：网络所能知道的一切都从这里进来。</translation>
    </message>
    <message>
        <source>Place one for every field the drawing uses: the picture, and also the label the loss compares with.</source>
        <translation>图中用到的每个字段放一个：图像要放，损失函数用来比较的标签也要放。</translation>
    </message>
    <message>
        <source>If its shape differs from what the data brings, nothing downstream fits. Let the data choice set the numbers.</source>
        <translation>形状若与数据不符，后面的层全都对不上。让所选数据来设定这些数字。</translation>
    </message>
    <message>
        <source>A result leaves here under the name of this node.</source>
        <translation>结果以此节点的名字从这里输出。</translation>
    </message>
    <message>
        <source>The shop window: what stands here is what others see of the network.</source>
        <translation>像橱窗：摆在这里的，就是外人看到的网络结果。</translation>
    </message>
    <message>
        <source>Give each result its own Output with a telling name; exported code returns it under this name.</source>
        <translation>每个结果各放一个 Output，取一个说得清的名字；导出的代码用这个名字返回它。</translation>
    </message>
    <message>
        <source>A loss is not a result. If only losses end the drawing, there is nothing to use after training.</source>
        <translation>损失不是结果。若图的末端只有损失，训练完就没有东西可用。</translation>
    </message>
    <message>
        <source>Weigh all inputs and add them up, once for every output.</source>
        <translation>给所有输入加权再求和，每个输出各算一次。</translation>
    </message>
    <message>
        <source>A committee in which every member hears every report and gives each its own weight before voting.</source>
        <translation>像一个委员会：每位委员听取所有报告，给每份报告自己的权重，然后表决。</translation>
    </message>
    <message>
        <source>Use it to mix features, and as the last layer with one output per class.</source>
        <translation>用来混合特征；也用作最后一层，每个类别一个输出。</translation>
    </message>
    <message>
        <source>On images it has a weight for every pixel: it grows large, and a shifted picture is a new one to it. Two in a row without an activation are no more than one.</source>
        <translation>用在图像上时，每个像素都有一个权重：参数暴增，而且图像一平移它就不认得。两层相连而中间没有激活函数，等于只有一层。</translation>
    </message>
    <message>
        <source>Slide small learned filters over an image.</source>
        <translation>用一组可学习的小滤波器滑过图像。</translation>
    </message>
    <message>
        <source>A stamp collector with a magnifying glass goes over the whole page, looking everywhere for the same small detail.</source>
        <translation>像拿着放大镜的集邮者扫过整页，在每个位置寻找同一个小细节。</translation>
    </message>
    <message>
        <source>The first choice for pictures: few weights, and a detail is found wherever it lies. Kernels of 3 stacked deep see as much as large ones and cost less.</source>
        <translation>处理图像的首选：权重少，细节在哪里都找得到。多层 3×3 卷积核叠起来，视野不输大核，代价更小。</translation>
    </message>
    <message>
        <source>Without padding every layer shrinks the image by kernel − 1, until the kernel no longer fits.</source>
        <translation>不加填充时，每一层都让图像缩小“核 − 1”，直到卷积核再也放不下。</translation>
    </message>
    <message>
        <source>Keep the largest number of every small region.</source>
        <translation>每个小区域只保留最大的数。</translation>
    </message>
    <message>
        <source>Every district sends its loudest singer; the quiet ones stay at home.</source>
        <translation>每个街区只派嗓门最大的歌手，其余的留在家里。</translation>
    </message>
    <message>
        <source>Use it after a convolution to halve the image and to care less about where exactly a detail lies.</source>
        <translation>放在卷积之后，把图像减半，让细节的确切位置不那么重要。</translation>
    </message>
    <message>
        <source>Only the winner of each region learns, and fine positions are lost: poor where every pixel needs an answer.</source>
        <translation>每个区域只有最大者得到梯度，精细位置也丢失了：需要逐像素回答的任务不宜使用。</translation>
    </message>
    <message>
        <source>Replace every small region by its mean.</source>
        <translation>用平均值代替每个小区域。</translation>
    </message>
    <message>
        <source>Squinting: details blur, but the overall brightness stays.</source>
        <translation>像眯起眼睛：细节模糊了，整体明暗还在。</translation>
    </message>
    <message>
        <source>Use it where everything in a region matters a little, as LeNet did.</source>
        <translation>适合区域里每个数都有一点作用的情况，LeNet 就是这样用的。</translation>
    </message>
    <message>
        <source>A single strong response drowns among many weak ones. With padding, the zeros of the border are averaged in unless count_include_pad is off.</source>
        <translation>一个强响应会淹没在许多弱响应里。有填充时，边上的零也会算进平均，除非关掉 count_include_pad。</translation>
    </message>
    <message>
        <source>Average an image down to a size you choose, whatever size it has.</source>
        <translation>无论图像多大，都平均成你选定的大小。</translation>
    </message>
    <message>
        <source>A photo printer that fits any picture into the same frame.</source>
        <translation>像一台照片打印机，什么尺寸的照片都能放进同一个相框。</translation>
    </message>
    <message>
        <source>Put it before Flatten, and the Linear behind it works for images of any size.</source>
        <translation>放在 Flatten 之前，后面的 Linear 就能接受任意大小的图像。</translation>
    </message>
    <message>
        <source>A larger size than the image only repeats numbers: nothing new appears.</source>
        <translation>选的尺寸比图像还大时，只是重复已有的数，并不会产生新信息。</translation>
    </message>
    <message>
        <source>Replace every feature map by its mean, one number per channel.</source>
        <translation>每张特征图用其平均值代替，每个通道一个数。</translation>
    </message>
    <message>
        <source>A questionnaire about a whole film: one grade per topic, no matter in which scene it came up.</source>
        <translation>像看完整部电影后填的问卷：每个主题只打一个分，不管出现在哪一幕。</translation>
    </message>
    <message>
        <source>Close a convolutional network with it instead of Flatten and large Linear layers: no weights, less overfitting.</source>
        <translation>用它代替 Flatten 加大型 Linear 来收尾卷积网络：没有权重，更少过拟合。</translation>
    </message>
    <message>
        <source>Where something is seen is gone completely; do not use it when the position is the answer.</source>
        <translation>位置信息完全消失；当位置本身就是答案时不要用。</translation>
    </message>
    <message>
        <source>Lay all numbers of an example out in one row.</source>
        <translation>把一个样本的所有数排成一行。</translation>
    </message>
    <message>
        <source>Reading a page line by line onto one long strip of paper.</source>
        <translation>像把一页文字逐行抄到一条长纸带上。</translation>
    </message>
    <message>
        <source>Place it between the last image layer and the first Linear.</source>
        <translation>放在最后一个图像层和第一个 Linear 之间。</translation>
    </message>
    <message>
        <source>Neighbours above and below end up far apart, and the following Linear needs a weight for each number: make the image small first.</source>
        <translation>上下相邻的像素会离得很远，后面的 Linear 要给每个数一个权重：先把图像缩小。</translation>
    </message>
    <message>
        <source>Read the same numbers in rows of another length.</source>
        <translation>把同样的数按另一种长度分行来读。</translation>
    </message>
    <message>
        <source>The same beads on the same string, laid in rows of another length.</source>
        <translation>同一串珠子，换一种每行的长度重新摆放。</translation>
    </message>
    <message>
        <source>Use it to read features as an image, for a decoder or for weights per channel.</source>
        <translation>用来把特征当作图像来读，例如解码器，或逐通道的权重。</translation>
    </message>
    <message>
        <source>It moves nothing: exchanging two axes this way mixes up the numbers without any error.</source>
        <translation>它并不移动任何数：想用它交换两个轴，数会被打乱却不报错。</translation>
    </message>
    <message>
        <source>Add two tensors of the same shape, number by number.</source>
        <translation>把两个形状相同的张量逐个数相加。</translation>
    </message>
    <message>
        <source>A footnote: the text stays, and a small correction is added to it.</source>
        <translation>像一条批注：正文保留，只加上一点修正。</translation>
    </message>
    <message>
        <source>Lead a wire around some layers and add it again: such a shortcut lets gradients reach the early layers of deep networks.</source>
        <translation>让一根线绕过几层再加回来：这种残差连接让梯度能传到深层网络的前几层。</translation>
    </message>
    <message>
        <source>Both shapes must be equal. Where channels or size changed, the shortcut needs a 1×1 convolution of its own.</source>
        <translation>两边形状必须相同。通道数或尺寸变了时，捷径上要有自己的 1×1 卷积。</translation>
    </message>
    <message>
        <source>Multiply two tensors number by number; an axis of size 1 is repeated to fit.</source>
        <translation>把两个张量逐个数相乘；大小为 1 的轴会自动重复。</translation>
    </message>
    <message>
        <source>A row of taps: one input is the water, the other says how far each tap is open.</source>
        <translation>像一排水龙头：一个输入是水，另一个决定每个龙头开多大。</translation>
    </message>
    <message>
        <source>Use it as a gate, after a Sigmoid, to let parts through or hold them back.</source>
        <translation>接在 Sigmoid 之后作为门控，让一部分通过，挡住另一部分。</translation>
    </message>
    <message>
        <source>Products of many small numbers vanish and of many large ones explode, their gradients with them.</source>
        <translation>许多小数相乘会消失，许多大数相乘会爆炸，梯度也一样。</translation>
    </message>
    <message>
        <source>Put several tensors one after the other along one axis.</source>
        <translation>把几个张量沿一个轴首尾相接。</translation>
    </message>
    <message>
        <source>Colleagues put their reports into one folder; nobody's report is changed.</source>
        <translation>同事们把各自的报告放进同一个文件夹，谁的报告都没有改动。</translation>
    </message>
    <message>
        <source>Use it to keep several views side by side, as in Inception or in the skips of a U-Net, and let the next layer choose.</source>
        <translation>用来并排保留多种特征，如 Inception 或 U-Net 的跳跃连接，由下一层来挑选。</translation>
    </message>
    <message>
        <source>Channels pile up with each use, and so do the weights of the next layer.</source>
        <translation>每用一次通道就越积越多，下一层的权重也随之增加。</translation>
    </message>
    <message>
        <source>Shift and scale every feature so that over the batch it has mean 0 and spread 1.</source>
        <translation>对每个特征平移并缩放，使它在整个批次上均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Grading on a curve: every exam is judged relative to the class that took it.</source>
        <translation>像按全班成绩曲线评分：每份试卷都相对于本班来判。</translation>
    </message>
    <message>
        <source>Place it between Linear and activation, to train faster and with larger learning rates.</source>
        <translation>放在 Linear 与激活函数之间，训练更快，可用更大的学习率。</translation>
    </message>
    <message>
        <source>It behaves differently in training and in use, fails on batches of one, and is unsteady on very small ones.</source>
        <translation>训练时与使用时的行为不同；批次只有一个样本时会失败，批次很小时不稳定。</translation>
    </message>
    <message>
        <source>Shift and scale every feature map so that over the batch it has mean 0 and spread 1.</source>
        <translation>对每张特征图平移并缩放，使它在整个批次上均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>A sound engineer who keeps every microphone of the band at the same level.</source>
        <translation>像一位调音师，让乐队的每支话筒保持同样的音量。</translation>
    </message>
    <message>
        <source>Put it after a convolution and before the activation. The convolution can then do without its bias.</source>
        <translation>放在卷积之后、激活函数之前。此时卷积可以不要偏置。</translation>
    </message>
    <message>
        <source>With few images in a batch, mean and spread are guesses; and running averages of other data spoil transfer.</source>
        <translation>批次里图像太少时，均值和方差只是猜测；沿用别的数据的滑动平均也会损害迁移。</translation>
    </message>
    <message>
        <source>Shift and scale the numbers of each example so that they have mean 0 and spread 1.</source>
        <translation>对每个样本的数平移并缩放，使其均值为 0、标准差为 1。</translation>
    </message>
    <message>
        <source>Every singer tunes the own voice, without listening to the others.</source>
        <translation>每位歌手只调准自己的嗓音，不听别人。</translation>
    </message>
    <message>
        <source>The choice for sequences and transformers, and for small batches: no example depends on another.</source>
        <translation>适用于序列、Transformer 和小批次：样本之间互不影响。</translation>
    </message>
    <message>
        <source>It wipes out how strong an example is as a whole. Where that matters, the network cannot see it any more.</source>
        <translation>样本整体的强弱被抹掉了。如果强弱重要，网络就再也看不到。</translation>
    </message>
    <message>
        <source>While training, set a random part of the numbers to zero and enlarge the others to make up for it.</source>
        <translation>训练时随机把一部分数置零，并放大其余的数来补偿。</translation>
    </message>
    <message>
        <source>A team that trains with random players missing, so that nobody becomes indispensable.</source>
        <translation>像随机缺人训练的球队：谁都不会变得不可替代。</translation>
    </message>
    <message>
        <source>Use it when training is far better than validation: 0.5 between Linear layers, 0.1 to 0.3 elsewhere.</source>
        <translation>当训练成绩远好于验证集时使用：Linear 之间用 0.5，其他地方用 0.1 到 0.3。</translation>
    </message>
    <message>
        <source>Too much of it and the network learns too little. It acts only in training, so training accuracy can look worse than validation.</source>
        <translation>太多会学不到东西。它只在训练时起作用，所以训练准确率可能看起来比验证还低。</translation>
    </message>
    <message>
        <source>Squeeze every number into the range from 0 to 1.</source>
        <translation>把每个数压到 0 与 1 之间。</translation>
    </message>
    <message>
        <source>A dimmer: between off and fully on there is every shade, but nothing beyond.</source>
        <translation>像调光开关：从全暗到全亮什么程度都有，但不会超出。</translation>
    </message>
    <message>
        <source>Use it for gates and for the probability of a single yes.</source>
        <translation>用于门控，以及表示“是”的概率的单个输出。</translation>
    </message>
    <message>
        <source>Its slope is at most 0.25 and nearly 0 far out: in deep stacks gradients vanish. Never put it before BCEWithLogitsLoss, which contains it.</source>
        <translation>斜率最大只有 0.25，远处几乎为 0：层数一深梯度就消失。不要放在 BCEWithLogitsLoss 之前，它已包含 Sigmoid。</translation>
    </message>
    <message>
        <source>Squeeze every number into the range from −1 to 1.</source>
        <translation>把每个数压到 −1 与 1 之间。</translation>
    </message>
    <message>
        <source>A spring with stops on both sides: it answers gently in the middle and hardly at the ends.</source>
        <translation>像两端有挡块的弹簧：中间反应灵敏，到两端几乎不动。</translation>
    </message>
    <message>
        <source>Use it in recurrent networks and where results around zero help, as in LeNet.</source>
        <translation>用于循环网络，以及需要以零为中心的输出时，如 LeNet。</translation>
    </message>
    <message>
        <source>Large inputs saturate: the slope is nearly zero and learning stands still. Scale the data.</source>
        <translation>输入太大就饱和：斜率接近零，学习停滞。先缩放数据。</translation>
    </message>
    <message>
        <source>Let positive numbers through and set negative ones to zero.</source>
        <translation>正数原样通过，负数变为零。</translation>
    </message>
    <message>
        <source>A one-way valve: it opens for what is positive and shuts for the rest.</source>
        <translation>像单向阀：正的放行，其余关死。</translation>
    </message>
    <message>
        <source>The first choice between layers: cheap, and positive inputs keep their full gradient.</source>
        <translation>隐藏层的首选：计算便宜，正输入的梯度完整保留。</translation>
    </message>
    <message>
        <source>A unit that is negative for all data gets no gradient any more and stays dead. A smaller learning rate or LeakyReLU helps.</source>
        <translation>对所有数据都为负的单元再也得不到梯度，就此“死亡”。减小学习率或改用 LeakyReLU。</translation>
    </message>
    <message>
        <source>Let positive numbers through and make negative ones much smaller.</source>
        <translation>正数原样通过，负数变得很小。</translation>
    </message>
    <message>
        <source>A door that does not quite shut: a little light always falls through.</source>
        <translation>像一扇关不严的门：总有一点光透过来。</translation>
    </message>
    <message>
        <source>Try it when many ReLU units have died, and in the critics of GANs.</source>
        <translation>当许多 ReLU 单元死亡时试用；也常用于 GAN 的判别器。</translation>
    </message>
    <message>
        <source>With a slope of 1 it is no activation at all; other tools use another default slope than 0.01.</source>
        <translation>斜率为 1 时就等于没有激活；其他工具的默认斜率未必是 0.01。</translation>
    </message>
    <message>
        <source>Let positive numbers through and bend negative ones softly towards −α.</source>
        <translation>正数原样通过，负数平滑地弯向 −α。</translation>
    </message>
    <message>
        <source>A soft landing: below zero the fall slows down until it stops.</source>
        <translation>像软着陆：零以下的下落逐渐减慢，直到停住。</translation>
    </message>
    <message>
        <source>Use it where means near zero help and no normalisation is wanted.</source>
        <translation>适合希望均值接近零、又不想加归一化的网络。</translation>
    </message>
    <message>
        <source>It needs an exponential for every negative number, so it is slower than ReLU.</source>
        <translation>每个负数都要算一次指数，所以比 ReLU 慢。</translation>
    </message>
    <message>
        <source>Bend numbers so that deep stacks keep mean 0 and spread 1 by themselves.</source>
        <translation>弯曲数值，使深层网络自动保持均值 0、标准差 1。</translation>
    </message>
    <message>
        <source>A thermostat in every layer, which brings the temperature back by itself.</source>
        <translation>每层都有一个恒温器，自动把温度调回来。</translation>
    </message>
    <message>
        <source>Use it in deep stacks of Linear layers without normalisation.</source>
        <translation>用于不加归一化的深层全连接网络。</translation>
    </message>
    <message>
        <source>The promise holds only with LeCun initialisation and scaled inputs; ordinary Dropout and shortcuts break it.</source>
        <translation>只有配合 LeCun 初始化和标准化的输入才成立；普通 Dropout 和残差连接会破坏它。</translation>
    </message>
    <message>
        <source>Weigh every number with its own sigmoid, a smooth kind of ReLU.</source>
        <translation>用每个数自己的 sigmoid 给它加权，是一种平滑的 ReLU。</translation>
    </message>
    <message>
        <source>A doorman who asks each guest how sure he is, and lets him in just as far.</source>
        <translation>像门卫问每位客人有多大把握，就放他进多深。</translation>
    </message>
    <message>
        <source>A good choice in newer deep networks such as EfficientNet and diffusion models.</source>
        <translation>适合较新的深层网络，如 EfficientNet 和扩散模型。</translation>
    </message>
    <message>
        <source>It is not monotonic: slightly negative inputs give a result that first falls, to −0.28, and then rises.</source>
        <translation>它不是单调的：输入从负到正，结果先降到 −0.28 再上升。</translation>
    </message>
    <message>
        <source>Turn numbers into shares that are positive and add up to 1.</source>
        <translation>把数变成和为 1 的正的份额。</translation>
    </message>
    <message>
        <source>An election: every candidate gets a share of the votes, and the shares add up to one.</source>
        <translation>像一次选举：每位候选人得到一份选票，所有份额加起来是一。</translation>
    </message>
    <message>
        <source>Use it where shares themselves are wanted: to show probabilities, or to weigh things in attention.</source>
        <translation>当需要份额本身时使用：显示概率，或在注意力里加权。</translation>
    </message>
    <message>
        <source>Not before CrossEntropyLoss, which contains it: applied twice, learning is slow and shares never get clear.</source>
        <translation>不要放在 CrossEntropyLoss 之前，它已包含 softmax：用两次会学得慢，份额也总不分明。</translation>
    </message>
    <message>
        <source>Turn numbers into the logarithms of shares that add up to 1.</source>
        <translation>把数变成份额的对数，份额之和为 1。</translation>
    </message>
    <message>
        <source>The same election reported on a scale where tiny parties can still be told apart.</source>
        <translation>同一次选举，换成对数刻度来报道，再小的党派也分得清。</translation>
    </message>
    <message>
        <source>Use it when log probabilities are added up, for example over the words of a sentence.</source>
        <translation>当需要把对数概率相加时使用，例如一句话里各个词的概率。</translation>
    </message>
    <message>
        <source>Its results are negative logarithms, not probabilities: an exponential brings them back.</source>
        <translation>结果是负的对数，不是概率：取指数才能还原。</translation>
    </message>
    <message>
        <source>Pass everything on unchanged.</source>
        <translation>原样传递一切。</translation>
    </message>
    <message>
        <source>A pane of clear glass: you see what is behind it.</source>
        <translation>像一块透明玻璃：看到的就是后面的东西。</translation>
    </message>
    <message>
        <source>Use it to give a wire a name, or as a placeholder for a layer you will choose later.</source>
        <translation>用来给一根线起名，或为以后再选的层占位。</translation>
    </message>
    <message>
        <source>It learns nothing and bends nothing, so it is no replacement for an activation.</source>
        <translation>它不学习，也不弯曲，不能代替激活函数。</translation>
    </message>
    <message>
        <source>Answer only with −1, 0 or 1: the sign of the number.</source>
        <translation>只回答 −1、0 或 1：数的符号。</translation>
    </message>
    <message>
        <source>A judge who says only yes or no and never how sure.</source>
        <translation>像只说“是”或“否”的法官，从不说有多大把握。</translation>
    </message>
    <message>
        <source>Use it to show the decision of a perceptron, after the loss has taken the raw sum.</source>
        <translation>用来显示感知机的判决，损失函数则取它之前的加权和。</translation>
    </message>
    <message>
        <source>It has no gradient: nothing before it can learn through it.</source>
        <translation>它没有梯度：它前面的层无法通过它学习。</translation>
    </message>
    <message>
        <source>Punish the network for giving the right class a small probability.</source>
        <translation>正确类别的概率越小，惩罚越大。</translation>
    </message>
    <message>
        <source>An examiner who asks how sure you were: a confident wrong answer costs the most.</source>
        <translation>像追问“你有多大把握”的考官：自信地答错，扣分最重。</translation>
    </message>
    <message>
        <source>The loss for choosing one of several classes.</source>
        <translation>用于从多个类别中选一个的任务。</translation>
    </message>
    <message>
        <source>It wants raw scores and labels counted from 0. Behind a Softmax, or with labels from 1, it learns badly or fails.</source>
        <translation>它要原始分数和从 0 数起的标签。接在 Softmax 后，或标签从 1 数起，就学不好甚至出错。</translation>
    </message>
    <message>
        <source>Punish every error by its square, averaged over all numbers of the batch.</source>
        <translation>按误差的平方惩罚，对批次里所有数取平均。</translation>
    </message>
    <message>
        <source>A strict teacher: twice as far off costs four times as much.</source>
        <translation>像严格的老师：偏差两倍，扣分四倍。</translation>
    </message>
    <message>
        <source>Use it to predict numbers, and to rebuild images.</source>
        <translation>用于预测数值，以及重建图像。</translation>
    </message>
    <message>
        <source>A few outliers decide everything. For classes it learns slowly, since a sure wrong answer has nearly no slope behind a Sigmoid.</source>
        <translation>少数离群点会主导一切。用于分类时学得慢，因为 Sigmoid 之后自信的错误几乎没有梯度。</translation>
    </message>
    <message>
        <source>Punish every error by its size, averaged over all numbers of the batch.</source>
        <translation>按误差的大小惩罚，对批次里所有数取平均。</translation>
    </message>
    <message>
        <source>A taxi meter: every further kilometre costs the same.</source>
        <translation>像出租车计价器：每多一公里，收费一样。</translation>
    </message>
    <message>
        <source>Choose it when the data has outliers, or when images should come out sharper than with squares.</source>
        <translation>数据有离群点，或希望图像比平方误差更清晰时选它。</translation>
    </message>
    <message>
        <source>The slope has the same size near the goal as far from it: lower the learning rate towards the end, or it jitters.</source>
        <translation>离目标远近斜率一样大：后期要降低学习率，否则会来回抖动。</translation>
    </message>
    <message>
        <source>Punish the network for a wrong yes or no.</source>
        <translation>惩罚答错的“是”或“否”。</translation>
    </message>
    <message>
        <source>A bookmaker for yes-or-no bets: the surer the wrong bet, the higher the loss.</source>
        <translation>像“是或否”的赌局：押错时越有把握，输得越多。</translation>
    </message>
    <message>
        <source>Use it for two classes with one output, or for several labels that may hold at once.</source>
        <translation>用于单个输出的二分类，或可以同时成立的多个标签。</translation>
    </message>
    <message>
        <source>Do not put a Sigmoid before it. Where yes is rare, always saying no already looks good.</source>
        <translation>前面不要放 Sigmoid。若“是”很少见，总答“否”看起来也不错。</translation>
    </message>
    <message>
        <source>Punish every answer that is wrong or not clear enough.</source>
        <translation>惩罚答错或不够明确的回答。</translation>
    </message>
    <message>
        <source>A driving examiner who wants a safe distance, not merely no accident.</source>
        <translation>像要求保持安全距离的驾考官，不只是不出事故。</translation>
    </message>
    <message>
        <source>Use it for two classes when a clear gap between them is wanted, as in a support vector machine.</source>
        <translation>用于希望两类之间有明显间隔的二分类，如支持向量机。</translation>
    </message>
    <message>
        <source>Its results are no probabilities, and examples beyond the margin teach nothing any more.</source>
        <translation>输出不是概率；越过间隔的样本不再提供任何梯度。</translation>
    </message>
    <message>
        <source>Punish only wrong answers, so that training is Rosenblatt's perceptron rule.</source>
        <translation>只惩罚错误的回答，训练就是罗森布拉特的感知机规则。</translation>
    </message>
    <message>
        <source>A coach who speaks only after a mistake and stays silent when all is well.</source>
        <translation>像只在出错时开口的教练，做对了就不说话。</translation>
    </message>
    <message>
        <source>Use it with SGD and one example a step to watch the perceptron of 1958 learn.</source>
        <translation>配合 SGD、每步一个样本，观看 1958 年的感知机如何学习。</translation>
    </message>
    <message>
        <source>When no straight line separates the classes, as with XOR, it never comes to rest.</source>
        <translation>当没有直线能分开两类（如异或）时，它永远停不下来。</translation>
    </message>
    <message>
        <source>Count which share of the answers is right.</source>
        <translation>统计回答正确的比例。</translation>
    </message>
    <message>
        <source>The grade of a multiple-choice test: right answers divided by questions.</source>
        <translation>像选择题的得分：答对的题数除以总题数。</translation>
    </message>
    <message>
        <source>Watch it beside the loss, for training and validation apart.</source>
        <translation>与损失一起看，训练集和验证集分开看。</translation>
    </message>
    <message>
        <source>With rare classes it deceives: who always says healthy is right 99 times in 100.</source>
        <translation>类别稀少时会骗人：总说“健康”，一百次也能对九十九次。</translation>
    </message>
    <message>
        <source>Measure how far predictions are off on average.</source>
        <translation>衡量预测平均偏离多少。</translation>
    </message>
    <message>
        <source>A tape measure: on average the arrow lands this far from the mark.</source>
        <translation>像一把卷尺：箭平均落在离靶心这么远的地方。</translation>
    </message>
    <message>
        <source>The easiest error to explain, since it has the unit of the target.</source>
        <translation>最容易解释的误差，因为它与目标的单位相同。</translation>
    </message>
    <message>
        <source>It does not tell many small errors from a few huge ones.</source>
        <translation>它分不清许多小误差与少数大误差。</translation>
    </message>
    <message>
        <source>Measure the mean of the squared errors.</source>
        <translation>衡量误差平方的平均值。</translation>
    </message>
    <message>
        <source>A bill in which large mistakes are charged extra.</source>
        <translation>像一张账单，大错要额外收费。</translation>
    </message>
    <message>
        <source>Watch it when large errors are worse than many small ones.</source>
        <translation>当大误差比许多小误差更糟时看它。</translation>
    </message>
    <message>
        <source>Its unit is squared: take the root before comparing it with the data.</source>
        <translation>单位是平方的：先开方，再与数据比较。</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>index</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>边界框</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Input, output</source>
        <translation>输入与输出</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Shape, merge</source>
        <translation>变形与合并</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Embedding, position</source>
        <translation>嵌入与位置</translation>
    </message>
    <message>
        <source>Stochastic, noise</source>
        <translation>随机与噪声</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>时间展开</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>核</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>α</translation>
    </message>
    <message>
        <source>axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>window outside</source>
        <translation>越界的窗口</translation>
    </message>
    <message>
        <source>axis {n}</source>
        <translation>第 {n} 轴</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>which field of the data arrives here</source>
        <translation>数据的哪个字段从这里进来</translation>
    </message>
    <message>
        <source>dimensions of one example, without the batch</source>
        <translation>一个样本的各维大小，不含批次</translation>
    </message>
    <message>
        <source>what the axes mean; auto decides by how many there are</source>
        <translation>各轴的含义；auto 按轴的个数决定</translation>
    </message>
    <message>
        <source>how many numbers come out</source>
        <translation>输出多少个数</translation>
    </message>
    <message>
        <source>add a learned number to every output</source>
        <translation>给每个输出加一个可学习的数</translation>
    </message>
    <message>
        <source>how many filters, so how many feature maps</source>
        <translation>滤波器的个数，也就是特征图的张数</translation>
    </message>
    <message>
        <source>rows and columns one filter sees at a time</source>
        <translation>滤波器一次看到的行数和列数</translation>
    </message>
    <message>
        <source>how far the filter moves between two looks</source>
        <translation>滤波器每次移动多远</translation>
    </message>
    <message>
        <source>border added on every side before filtering</source>
        <translation>滤波前在每一边加的边框</translation>
    </message>
    <message>
        <source>distance between the pixels one filter looks at</source>
        <translation>滤波器所看像素之间的距离</translation>
    </message>
    <message>
        <source>divides the channels into groups that do not see each other</source>
        <translation>把通道分成互不相见的组</translation>
    </message>
    <message>
        <source>add a learned number to every feature map</source>
        <translation>给每张特征图加一个可学习的数</translation>
    </message>
    <message>
        <source>what the border is filled with</source>
        <translation>边框里填什么</translation>
    </message>
    <message>
        <source>rows and columns of one region</source>
        <translation>一个区域的行数和列数</translation>
    </message>
    <message>
        <source>how far the region moves; empty means by its own size</source>
        <translation>区域每次移动多远；留空表示移动自身大小</translation>
    </message>
    <message>
        <source>border added on every side, at most half the kernel</source>
        <translation>在每一边加的边框，最多为核的一半</translation>
    </message>
    <message>
        <source>distance between the pixels of one region</source>
        <translation>区域内像素之间的距离</translation>
    </message>
    <message>
        <source>round up, so that a last incomplete region counts</source>
        <translation>向上取整，让最后一个不完整的区域也算</translation>
    </message>
    <message>
        <source>count the zeros of the border in the mean</source>
        <translation>求平均时把边框的零也算进去</translation>
    </message>
    <message>
        <source>rows and columns that come out</source>
        <translation>输出的行数和列数</translation>
    </message>
    <message>
        <source>keeps the division safe</source>
        <translation>防止除以零</translation>
    </message>
    <message>
        <source>share of the newest batch in the running mean and spread</source>
        <translation>最新批次在滑动均值和方差里所占的比例</translation>
    </message>
    <message>
        <source>learn a scale and a shift for every feature</source>
        <translation>为每个特征学习缩放和平移</translation>
    </message>
    <message>
        <source>learn a scale and a shift for every feature map</source>
        <translation>为每张特征图学习缩放和平移</translation>
    </message>
    <message>
        <source>learn a scale and a shift for every number</source>
        <translation>为每个数学习缩放和平移</translation>
    </message>
    <message>
        <source>probability that a number is set to zero</source>
        <translation>一个数被置零的概率</translation>
    </message>
    <message>
        <source>what is left of a negative number</source>
        <translation>负数保留的比例</translation>
    </message>
    <message>
        <source>how far negative numbers can go</source>
        <translation>负数最低能到哪里</translation>
    </message>
    <message>
        <source>axis along which the numbers compete, the batch being 0; empty means channels or features</source>
        <translation>数值沿哪个轴竞争，批次为 0；留空表示通道或特征</translation>
    </message>
    <message>
        <source>first axis to join, the batch being 0</source>
        <translation>要合并的第一个轴，批次为 0</translation>
    </message>
    <message>
        <source>last axis to join; −1 is the last one there is</source>
        <translation>要合并的最后一个轴；−1 表示末轴</translation>
    </message>
    <message>
        <source>the new dimensions without the batch; one of them may be −1, whatever is left</source>
        <translation>新的各维大小，不含批次；其中一个可为 −1，表示剩余的大小</translation>
    </message>
    <message>
        <source>what the new axes mean; auto decides by how many there are</source>
        <translation>新的各轴的含义；auto 按轴的个数决定</translation>
    </message>
    <message>
        <source>axis that grows, without the batch: 0 is channels or features</source>
        <translation>变长的轴，不含批次：0 是通道或特征</translation>
    </message>
    <message>
        <source>share of the target spread evenly over all classes</source>
        <translation>目标中均匀分给所有类别的比例</translation>
    </message>
    <message>
        <source>how much this loss counts</source>
        <translation>这个损失占多大分量</translation>
    </message>
    <message>
        <source>how clear a right answer has to be</source>
        <translation>正确回答需要多明确</translation>
    </message>
    <message>
        <source>with a single output: above it the answer is yes</source>
        <translation>只有一个输出时：高于它就回答“是”</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>what it should be</source>
        <translation>应有的值</translation>
    </message>
    <message>
        <source>scores, one per class</source>
        <translation>分数，每个类别一个</translation>
    </message>
    <message>
        <source>the right class</source>
        <translation>正确的类别</translation>
    </message>
    <message>
        <source>scores, one per class, or one number</source>
        <translation>分数，每个类别一个；或单个数</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>a volume</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>a signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>a sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>a mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>one number for the whole batch</source>
        <translation>整个批次的一个数</translation>
    </message>
    <message>
        <source>a tensor without named axes</source>
        <translation>没有轴名的张量</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first}或{second}</translation>
    </message>
    <message>
        <source>{type} takes {kinds}.</source>
        <translation>{type} 接受{kinds}。</translation>
    </message>
    <message>
        <source>It gets {what}.</source>
        <translation>它得到{what}。</translation>
    </message>
    <message>
        <source>It gets {what}, {dims}.</source>
        <translation>它得到{what}，{dims}。</translation>
    </message>
    <message>
        <source>It gets {what}, one number.</source>
        <translation>它得到{what}，一个数。</translation>
    </message>
    <message>
        <source>It gets {what}, {n} numbers.</source>
        <translation>它得到{what}，{n} 个数。</translation>
    </message>
    <message>
        <source>It gets {what}, {dims} = {n} numbers.</source>
        <translation>它得到{what}，{dims} = {n} 个数。</translation>
    </message>
    <message>
        <source>It gets {a} {dims_a} and {b} {dims_b}.</source>
        <translation>它得到{a} {dims_a} 和{b} {dims_b}。</translation>
    </message>
    <message>
        <source>{type} calculates with numbers that can have a fraction.</source>
        <translation>{type} 用可以带小数的数来计算。</translation>
    </message>
    <message>
        <source>Labels, tokens and masks are names, not quantities, so no layer in between helps: wire numbers here.</source>
        <translation>标签、词元和掩码是名称而不是数量，中间放什么都不行：请接数值。</translation>
    </message>
    <message>
        <source>{type} works on the examples of a batch.</source>
        <translation>{type} 处理批次里的样本。</translation>
    </message>
    <message>
        <source>A loss or metric is the end of a path: wire what comes before it.</source>
        <translation>损失或指标是路径的终点：请接它之前的结果。</translation>
    </message>
    <message>
        <source>{type} needs to know the size {dim}, because its weights depend on it.</source>
        <translation>{type} 需要知道大小 {dim}，因为权重取决于它。</translation>
    </message>
    <message>
        <source>Only its source can fix this size: give the Input numbers in its shape.</source>
        <translation>这个大小只能在源头确定：请在 Input 的形状里填数字。</translation>
    </message>
    <message>
        <source>Put {type} ({parameters}) in between</source>
        <translation>在中间放一个 {type}（{parameters}）</translation>
    </message>
    <message>
        <source>Put {type} in between</source>
        <translation>在中间放一个 {type}</translation>
    </message>
    <message>
        <source>Set {parameter} to {value}</source>
        <translation>把 {parameter} 设为 {value}</translation>
    </message>
    <message>
        <source>{type} needs an image of at least {least} here.</source>
        <translation>{type} 在这里需要至少 {least} 的图像。</translation>
    </message>
    <message>
        <source>A kernel that spans {span} does not fit into {seen}, padding included.</source>
        <translation>跨度为 {span} 的核放不进 {seen}（含填充）。</translation>
    </message>
    <message>
        <source>A tensor of kind {kind} has the axes ({axes}).</source>
        <translation>{kind}的轴是（{axes}）。</translation>
    </message>
    <message>
        <source>The shape has {n} numbers: ({shape}).</source>
        <translation>形状里有 {n} 个数：（{shape}）。</translation>
    </message>
    <message>
        <source>Choose auto, and the kind follows from how many numbers the shape has.</source>
        <translation>选 auto，种类就由形状里数的个数决定。</translation>
    </message>
    <message>
        <source>Every number of a shape is at least 1. It got ({shape}).</source>
        <translation>形状里的每个数至少为 1。现在是（{shape}）。</translation>
    </message>
    <message>
        <source>A shape has at least one number, each at least 1, and −1 once at most. It got ({shape}).</source>
        <translation>形状至少有一个数，每个至少为 1，−1 最多出现一次。现在是（{shape}）。</translation>
    </message>
    <message>
        <source>Put Flatten in between.</source>
        <translation>在中间放一个 Flatten。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire features here.</source>
        <translation>中间放什么都不行：请接特征。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire an image here.</source>
        <translation>中间放什么都不行：请接图像。</translation>
    </message>
    <message>
        <source>Conv2d divides channels and filters into {groups} equal groups.</source>
        <translation>Conv2d 把通道和滤波器平均分成 {groups} 组。</translation>
    </message>
    <message>
        <source>It has {n} {what}, which {groups} does not divide.</source>
        <translation>它有 {n} 个{what}，不能被 {groups} 整除。</translation>
    </message>
    <message>
        <source>incoming channels</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <source>Choose groups so that it divides both.</source>
        <translation>请选能同时整除两者的 groups。</translation>
    </message>
    <message>
        <source>With padding_mode {mode} the border of {padding} copies pixels from inside.</source>
        <translation>padding_mode 为 {mode} 时，宽 {padding} 的边框从图像内部复制像素。</translation>
    </message>
    <message>
        <source>There are only {n} pixels on that side.</source>
        <translation>那一边只有 {n} 个像素。</translation>
    </message>
    <message>
        <source>Read the features as an image with Reshape.</source>
        <translation>用 Reshape 把特征当作图像来读。</translation>
    </message>
    <message>
        <source>{type} allows a padding of at most half the kernel.</source>
        <translation>{type} 的填充最多为核的一半。</translation>
    </message>
    <message>
        <source>The padding is {padding}, the kernel {kernel}.</source>
        <translation>填充为 {padding}，核为 {kernel}。</translation>
    </message>
    <message>
        <source>A larger border would give windows that see nothing of the image.</source>
        <translation>边框再大，就会有窗口完全看不到图像。</translation>
    </message>
    <message>
        <source>Use BatchNorm2d for images.</source>
        <translation>图像请用 BatchNorm2d。</translation>
    </message>
    <message>
        <source>Use LayerNorm for a sequence: here every step would be taken for a channel.</source>
        <translation>序列请用 LayerNorm：在这里每一步会被当成一个通道。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire features or a signal here.</source>
        <translation>中间放什么都不行：请接特征或信号。</translation>
    </message>
    <message>
        <source>Use BatchNorm1d for features.</source>
        <translation>特征请用 BatchNorm1d。</translation>
    </message>
    <message>
        <source>Use BatchNorm1d for a signal.</source>
        <translation>信号请用 BatchNorm1d。</translation>
    </message>
    <message>
        <source>Use LayerNorm for a sequence.</source>
        <translation>序列请用 LayerNorm。</translation>
    </message>
    <message>
        <source>There is nothing to normalise in one number: wire features here.</source>
        <translation>单个数没有什么可归一化的：请接特征。</translation>
    </message>
    <message>
        <source>{type} needs at least one axis besides the batch.</source>
        <translation>{type} 除批次外至少需要一个轴。</translation>
    </message>
    <message>
        <source>One number alone has nothing to compete with: wire features here.</source>
        <translation>单个数没有竞争对手：请接特征。</translation>
    </message>
    <message>
        <source>Here dim can be from 1 to {n}, or from −{n} to −1; 0 is the batch.</source>
        <translation>这里 dim 可以是 1 到 {n}，或 −{n} 到 −1；0 是批次。</translation>
    </message>
    <message>
        <source>It is {dim}.</source>
        <translation>它是 {dim}。</translation>
    </message>
    <message>
        <source>Leave dim empty, and the channels or features compete.</source>
        <translation>把 dim 留空，就由通道或特征来竞争。</translation>
    </message>
    <message>
        <source>Flatten needs at least one axis besides the batch.</source>
        <translation>Flatten 除批次外至少需要一个轴。</translation>
    </message>
    <message>
        <source>One number is flat already: take the Flatten away.</source>
        <translation>单个数本来就是平的：去掉 Flatten 即可。</translation>
    </message>
    <message>
        <source>Here start_dim to end_dim must lie between 1 and {n}.</source>
        <translation>这里 start_dim 到 end_dim 必须在 1 与 {n} 之间。</translation>
    </message>
    <message>
        <source>They are {first} and {last}.</source>
        <translation>它们是 {first} 和 {last}。</translation>
    </message>
    <message>
        <source>1 and −1 join everything but the batch.</source>
        <translation>1 和 −1 会合并批次以外的所有轴。</translation>
    </message>
    <message>
        <source>Join all axes</source>
        <translation>合并所有轴</translation>
    </message>
    <message>
        <source>Reshape needs to know how many numbers arrive.</source>
        <translation>Reshape 需要知道有多少个数进来。</translation>
    </message>
    <message>
        <source>Only its source can fix the open size: give the Input numbers in its shape.</source>
        <translation>未定的大小只能在源头确定：请在 Input 的形状里填数字。</translation>
    </message>
    <message>
        <source>Reshape to {shape} needs {n} numbers.</source>
        <translation>变形为 {shape} 需要 {n} 个数。</translation>
    </message>
    <message>
        <source>Reshape to {shape} needs a multiple of {n} numbers.</source>
        <translation>变形为 {shape} 需要 {n} 的倍数个数。</translation>
    </message>
    <message>
        <source>The new dimensions, multiplied, must give as many numbers as arrive.</source>
        <translation>新的各维相乘，必须等于进来的数的个数。</translation>
    </message>
    <message>
        <source>Set shape to (−1,), one row</source>
        <translation>把 shape 设为（−1,），即一行</translation>
    </message>
    <message>
        <source>{axis} {a} and {b}</source>
        <translation>{axis} {a} 与 {b}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{type} needs two inputs of the same kind.</source>
        <translation>{type} 需要两个同类的输入。</translation>
    </message>
    <message>
        <source>What could join {a} and {b} depends on what you mean: no single layer does it.</source>
        <translation>如何连接{a}和{b}取决于你的意图：没有一个层能直接做到。</translation>
    </message>
    <message>
        <source>{type} needs two inputs of the same number type.</source>
        <translation>{type} 需要两个数值类型相同的输入。</translation>
    </message>
    <message>
        <source>It gets {a} and {b}.</source>
        <translation>它得到 {a} 和 {b}。</translation>
    </message>
    <message>
        <source>No layer here changes the number type: wire two results of layers.</source>
        <translation>这里没有改变数值类型的层：请接两个层的结果。</translation>
    </message>
    <message>
        <source>A projection on one of the wires makes them equal.</source>
        <translation>在其中一根线上加一个投影就能使它们相等。</translation>
    </message>
    <message>
        <source>No single layer makes these shapes equal.</source>
        <translation>没有一个层能使这两个形状相等。</translation>
    </message>
    <message>
        <source>{type} needs two inputs of the same shape.</source>
        <translation>{type} 需要两个形状相同的输入。</translation>
    </message>
    <message>
        <source>They differ: {differences}.</source>
        <translation>它们不同：{differences}。</translation>
    </message>
    <message>
        <source>Multiply needs two inputs of the same kind.</source>
        <translation>Multiply 需要两个同类的输入。</translation>
    </message>
    <message>
        <source>Give the features a height and a width of 1, and they weigh the channels.</source>
        <translation>让特征的高和宽为 1，它们就能给通道加权。</translation>
    </message>
    <message>
        <source>Wire features, sequences or images of the same kind here.</source>
        <translation>请接同一种类的特征、序列或图像。</translation>
    </message>
    <message>
        <source>Concat needs tensors with at least one axis besides the batch.</source>
        <translation>Concat 需要除批次外至少有一个轴的张量。</translation>
    </message>
    <message>
        <source>It gets nothing.</source>
        <translation>它什么也没得到。</translation>
    </message>
    <message>
        <source>Change the wires so that all bring the same kind; no single layer is right for every case.</source>
        <translation>请改线，让所有输入种类相同；没有一个中间层适合所有情况。</translation>
    </message>
    <message>
        <source>Concat needs inputs of the same kind.</source>
        <translation>Concat 需要同类的输入。</translation>
    </message>
    <message>
        <source>Here dim can be from 0 to {n}.</source>
        <translation>这里 dim 可以是 0 到 {n}。</translation>
    </message>
    <message>
        <source>Axes are counted without the batch.</source>
        <translation>轴的编号不含批次。</translation>
    </message>
    <message>
        <source>Concat needs inputs that are equal in every axis but dim {dim}.</source>
        <translation>Concat 的输入除第 {dim} 轴外必须处处相等。</translation>
    </message>
    <message>
        <source>Bring the inputs to one size before they meet, for example with AdaptiveAvgPool2d or padding.</source>
        <translation>请在合并前把输入变成同样大小，例如用 AdaptiveAvgPool2d 或填充。</translation>
    </message>
    <message>
        <source>Bring the network to one number per class first, for example with Flatten and Linear.</source>
        <translation>先让网络给出每个类别一个数，例如用 Flatten 和 Linear。</translation>
    </message>
    <message>
        <source>Numbers are compared by MSELoss or L1Loss.</source>
        <translation>数值的比较请用 MSELoss 或 L1Loss。</translation>
    </message>
    <message>
        <source>Wire the label of the data here.</source>
        <translation>请把数据的标签接到这里。</translation>
    </message>
    <message>
        <source>{type} compares with a label.</source>
        <translation>{type} 与标签比较。</translation>
    </message>
    <message>
        <source>Scores for classes are compared with a label by CrossEntropyLoss.</source>
        <translation>类别分数与标签的比较请用 CrossEntropyLoss。</translation>
    </message>
    <message>
        <source>{type} compares a label with one number only.</source>
        <translation>{type} 只能把标签与单个数比较。</translation>
    </message>
    <message>
        <source>{type} needs a prediction and a target of the same shape.</source>
        <translation>{type} 需要形状相同的预测和目标。</translation>
    </message>
    <message>
        <source>Give the last layer as many outputs as the target has numbers.</source>
        <translation>让最后一层的输出个数等于目标的个数。</translation>
    </message>
    <message>
        <source>It tells two classes apart: set out_features of the last Linear to 1.</source>
        <translation>它区分两个类别：把最后一个 Linear 的 out_features 设为 1。</translation>
    </message>
    <message>
        <source>{type} takes one number per example.</source>
        <translation>{type} 每个样本接受一个数。</translation>
    </message>
    <message>
        <source>{type} compares with a label, or with one sign.</source>
        <translation>{type} 与标签或单个符号比较。</translation>
    </message>
    <message>
        <source>For one number per example use BCEWithLogitsLoss, or give the last layer one output per class.</source>
        <translation>每个样本只有一个数时请用 BCEWithLogitsLoss，或让最后一层每个类别一个输出。</translation>
    </message>
    <message>
        <source>CrossEntropyLoss needs at least two numbers, one per class.</source>
        <translation>CrossEntropyLoss 至少需要两个数，每个类别一个。</translation>
    </message>
    <message>
        <source>There is no layer type {name}.</source>
        <translation>没有名为 {name} 的层。</translation>
    </message>
    <message>
        <source>There is no layer type {name}. Is it {near}?</source>
        <translation>没有名为 {name} 的层。是 {near} 吗？</translation>
    </message>
    <message>
        <source>{parameter} takes {what}. It is missing.</source>
        <translation>{parameter} 应为{what}。现在缺少它。</translation>
    </message>
    <message>
        <source>{parameter} takes {what}. It got {value}.</source>
        <translation>{parameter} 应为{what}。现在是 {value}。</translation>
    </message>
    <message>
        <source>{type} has no parameter {name}. Is it {near}?</source>
        <translation>{type} 没有参数 {name}。是 {near} 吗？</translation>
    </message>
    <message>
        <source>{type} has no parameter {name}. It has: {known}.</source>
        <translation>{type} 没有参数 {name}。它有：{known}。</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>{choices} 之一</translation>
    </message>
    <message>
        <source>two whole numbers</source>
        <translation>两个整数</translation>
    </message>
    <message>
        <source>a row of whole numbers</source>
        <translation>一行整数</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{what} from {low} to {high}</source>
        <translation>{low} 到 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} from {low}</source>
        <translation>不小于 {low} 的{what}</translation>
    </message>
    <message>
        <source>{what} above {low}</source>
        <translation>大于 {low} 的{what}</translation>
    </message>
    <message>
        <source>{what}, below {high}</source>
        <translation>{what}，小于 {high}</translation>
    </message>
    <message>
        <source>{what}, at most {high}</source>
        <translation>{what}，不大于 {high}</translation>
    </message>
    <message>
        <source>{what}, or nothing</source>
        <translation>{what}，或留空</translation>
    </message>
</context>
</TS>
