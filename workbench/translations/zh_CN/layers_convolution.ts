<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>{type} needs {kind} of at least {least} here.</source>
        <translation>{type} 在这里需要至少 {least} 的{kind}。</translation>
    </message>
    <message>
        <source>output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>{type} needs to know the size {dim} before it runs.</source>
        <translation>{type} 在运行之前就需要知道大小 {dim}。</translation>
    </message>
    <message>
        <source>The same numbers can be read as {kind}.</source>
        <translation>同样的数可以读作{kind}。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire {kind} here.</source>
        <translation>中间放什么层都没用：请接入{kind}。</translation>
    </message>
    <message>
        <source>{type} divides channels and filters into {groups} equal groups.</source>
        <translation>{type} 把通道和滤波器分成 {groups} 个相等的组。</translation>
    </message>
    <message>
        <source>With padding_mode {mode} the border of {padding} copies numbers from inside.</source>
        <translation>padding_mode 为 {mode} 时，宽度为 {padding} 的边界要从内部复制数值。</translation>
    </message>
    <message>
        <source>There are only {n} places on that side.</source>
        <translation>那一侧只有 {n} 个位置。</translation>
    </message>
    <message>
        <source>Slide small learned filters along a signal.</source>
        <translation>让可学习的小滤波器沿信号滑动。</translation>
    </message>
    <message>
        <source>A doctor runs a finger along the strip of a heartbeat, looking everywhere for the same spike.</source>
        <translation>像医生用手指沿心电图纸带移动，处处寻找同样的尖峰。</translation>
    </message>
    <message>
        <source>Use it on sounds, sensors and series, where a pattern means the same whenever it occurs. It is the convolution of images with a single direction to slide in.</source>
        <translation>用于声音、传感器和序列：同一种模式无论何时出现含义都相同。它就是只在一个方向上滑动的图像卷积。</translation>
    </message>
    <message>
        <source>It slides along the last axis: a sequence with the steps first has to be turned by Transpose before.</source>
        <translation>它沿最后一个轴滑动：步在前的序列要先用 Transpose 转置。</translation>
    </message>
    <message>
        <source>Slide small learned filters through a volume or a clip.</source>
        <translation>让可学习的小滤波器在体数据或视频片段中滑动。</translation>
    </message>
    <message>
        <source>Feeling for raisins in a cake from all sides, where a camera only sees the crust.</source>
        <translation>像从各个方向摸索蛋糕里的葡萄干，而照相机只看得到表皮。</translation>
    </message>
    <message>
        <source>Use it for scans, and for clips in which movement matters: the first of its directions is depth, or time.</source>
        <translation>用于医学扫描，也用于运动很重要的视频片段：第一个方向是深度或时间。</translation>
    </message>
    <message>
        <source>A kernel of 3 has 27 weights per channel and the maps are volumes: memory runs out quickly.</source>
        <translation>核为 3 时每个通道有 27 个权重，特征图又是体数据：内存很快就用完。</translation>
    </message>
    <message>
        <source>Slide filters along a signal so that no output ever sees a later step.</source>
        <translation>让滤波器沿信号滑动，任何输出都看不到之后的步。</translation>
    </message>
    <message>
        <source>A commentator at a live match: everything so far counts, and the next minute is still unknown.</source>
        <translation>像现场比赛的解说员：到此刻为止的一切都算数，下一分钟还不知道。</translation>
    </message>
    <message>
        <source>Use it to predict what comes next. Stack layers with dilations 1, 2, 4, 8 and the reach doubles with each, as in WaveNet and the TCN.</source>
        <translation>用来预测下一步。把膨胀率为 1、2、4、8 的层叠起来，每层都让感受野加倍，WaveNet 和 TCN 就是这样。</translation>
    </message>
    <message>
        <source>Padding stands on the left only; an ordinary convolution elsewhere in the path lets the future leak in.</source>
        <translation>填充只在左边；路径中别处的普通卷积会让未来的信息泄漏进来。</translation>
    </message>
    <message>
        <source>how many steps one filter sees at a time</source>
        <translation>一个滤波器一次看多少步</translation>
    </message>
    <message>
        <source>how many steps the filter moves on</source>
        <translation>滤波器每次移动多少步</translation>
    </message>
    <message>
        <source>steps added at both ends before filtering</source>
        <translation>滤波前在两端补上的步数</translation>
    </message>
    <message>
        <source>distance between the steps one filter looks at</source>
        <translation>一个滤波器所看的各步之间的距离</translation>
    </message>
    <message>
        <source>depth, rows and columns one filter sees at a time</source>
        <translation>一个滤波器一次看的深度、行数和列数</translation>
    </message>
    <message>
        <source>how far the filter moves in each direction</source>
        <translation>滤波器在每个方向上移动多远</translation>
    </message>
    <message>
        <source>border added on all six sides before filtering</source>
        <translation>滤波前在六个面上补的边界</translation>
    </message>
    <message>
        <source>distance between the voxels one filter looks at</source>
        <translation>一个滤波器所看的体素之间的距离</translation>
    </message>
    <message>
        <source>how many steps one filter sees, the present one included</source>
        <translation>一个滤波器看多少步，包括当前步</translation>
    </message>
    <message>
        <source>Spread every step of a signal over a learned window, so that the signal grows longer.</source>
        <translation>把信号的每一步铺展到一个学到的窗口上，使信号变长。</translation>
    </message>
    <message>
        <source>A drummer who answers every beat of the metronome with a whole practised figure.</source>
        <translation>像鼓手，节拍器每响一下，他就用一段练熟的鼓点回应。</translation>
    </message>
    <message>
        <source>Use it to make sound or series from a short code; with kernel = 2·stride the figures overlap evenly.</source>
        <translation>用来从短编码生成声音或序列；kernel = 2·stride 时各段鼓点重叠得均匀。</translation>
    </message>
    <message>
        <source>With a kernel that the stride does not divide, some steps get more figures than others: a hum appears.</source>
        <translation>核若不能被步幅整除，有些步叠加得比别的步多：会出现嗡嗡声。</translation>
    </message>
    <message>
        <source>Spread every pixel over a learned window, so that the image grows larger.</source>
        <translation>把每个像素铺展到一个学到的窗口上，使图像变大。</translation>
    </message>
    <message>
        <source>A painter with a rubber stamp: one dab for every small square of the sketch, and dabs that overlap add up.</source>
        <translation>像用橡皮印章作画：草图的每个小方格盖一下，重叠处相加。</translation>
    </message>
    <message>
        <source>Use it in generators and decoders to double an image: kernel 4, stride 2, padding 1. It undoes the size of a convolution, not its numbers.</source>
        <translation>在生成器和解码器里用来把图像放大一倍：核 4、步幅 2、填充 1。它还原的是卷积的尺寸，不是数值。</translation>
    </message>
    <message>
        <source>Where windows overlap unevenly a checkerboard shows: let the stride divide the kernel, or use Upsample.</source>
        <translation>窗口重叠不均匀时会出现棋盘格：让步幅整除核，或改用 Upsample。</translation>
    </message>
    <message>
        <source>Spread every voxel over a learned window, so that the volume grows larger.</source>
        <translation>把每个体素铺展到一个学到的窗口上，使体数据变大。</translation>
    </message>
    <message>
        <source>Dropping sugar cubes into dough: each one puffs up into a practised lump on all sides.</source>
        <translation>像把方糖丢进面团：每一块都向四面八方胀成一个练熟的形状。</translation>
    </message>
    <message>
        <source>Use it on the way up of a 3D U-Net, or to grow an object from a code, one doubling at a time.</source>
        <translation>用在三维 U-Net 的上行路径，或从编码生成物体，每次放大一倍。</translation>
    </message>
    <message>
        <source>Doubling three directions makes eight times the numbers: keep few channels where the volume is large.</source>
        <translation>三个方向都加倍就是八倍的数：体数据大的地方通道要少。</translation>
    </message>
    <message>
        <source>how many feature maps come out</source>
        <translation>输出多少张特征图</translation>
    </message>
    <message>
        <source>steps over which one number is spread</source>
        <translation>一个数铺展到多少步上</translation>
    </message>
    <message>
        <source>how many times longer the signal gets</source>
        <translation>信号变长多少倍</translation>
    </message>
    <message>
        <source>steps cut off at both ends</source>
        <translation>两端裁掉的步数</translation>
    </message>
    <message>
        <source>steps added at the end, below the stride</source>
        <translation>在末尾补的步数，小于步幅</translation>
    </message>
    <message>
        <source>distance between the steps a number is spread to</source>
        <translation>一个数铺展到的各步之间的距离</translation>
    </message>
    <message>
        <source>rows and columns over which one pixel is spread</source>
        <translation>一个像素铺展到多少行、多少列上</translation>
    </message>
    <message>
        <source>how many times larger the image gets</source>
        <translation>图像变大多少倍</translation>
    </message>
    <message>
        <source>border cut off the output on every side</source>
        <translation>输出四边裁掉的边界</translation>
    </message>
    <message>
        <source>rows and columns added at the bottom and the right, below the stride</source>
        <translation>在下边和右边补的行数和列数，小于步幅</translation>
    </message>
    <message>
        <source>distance between the pixels a number is spread to</source>
        <translation>一个数铺展到的各像素之间的距离</translation>
    </message>
    <message>
        <source>depth, rows and columns over which one voxel is spread</source>
        <translation>一个体素铺展到的深度、行数和列数</translation>
    </message>
    <message>
        <source>how many times larger the volume gets</source>
        <translation>体数据变大多少倍</translation>
    </message>
    <message>
        <source>border cut off the output on all six sides</source>
        <translation>输出六个面裁掉的边界</translation>
    </message>
    <message>
        <source>places added at the far ends, below the stride</source>
        <translation>在远端补的位置数，小于步幅</translation>
    </message>
    <message>
        <source>distance between the voxels a number is spread to</source>
        <translation>一个数铺展到的各体素之间的距离</translation>
    </message>
    <message>
        <source>{type} must leave something of the output.</source>
        <translation>{type} 的输出必须还剩下些什么。</translation>
    </message>
    <message>
        <source>The padding is cut off the output here, and it takes everything: {sizes} would be left.</source>
        <translation>这里的填充是从输出上裁掉的，而它把全部都裁掉了：只会剩下 {sizes}。</translation>
    </message>
    <message>
        <source>{type} needs an output_padding below its stride or its dilation.</source>
        <translation>{type} 的 output_padding 必须小于步幅或膨胀率。</translation>
    </message>
    <message>
        <source>The output_padding is {n}, the stride {stride}, the dilation {dilation}.</source>
        <translation>output_padding 是 {n}，步幅是 {stride}，膨胀率是 {dilation}。</translation>
    </message>
    <message>
        <source>It only settles which of several possible sizes is meant; a larger one would be an empty border.</source>
        <translation>它只决定几种可能的尺寸中取哪一种；再大就成了空白边界。</translation>
    </message>
    <message>
        <source>Give every channel filters of its own that see no other channel.</source>
        <translation>给每个通道自己的滤波器，它们看不到别的通道。</translation>
    </message>
    <message>
        <source>Each instrument has its own sound engineer, who never hears the rest of the orchestra.</source>
        <translation>每件乐器都有自己的录音师，他从不听乐队的其余部分。</translation>
    </message>
    <message>
        <source>Use it to filter cheaply in space, and let a convolution with kernel 1 mix the channels afterwards.</source>
        <translation>用来廉价地做空间滤波，之后用核为 1 的卷积混合各通道。</translation>
    </message>
    <message>
        <source>Channels never meet here: alone, it cannot notice that two features occur together.</source>
        <translation>通道在这里从不相遇：单用它看不出两个特征同时出现。</translation>
    </message>
    <message>
        <source>Filter every channel alone, then mix the channels pixel by pixel.</source>
        <translation>先对每个通道单独滤波，再逐像素混合各通道。</translation>
    </message>
    <message>
        <source>First every musician practises alone, then the mixing desk blends them: less work than rehearsing all pairs.</source>
        <translation>先是每位乐手单独练习，再由调音台混合：比两两排练省事。</translation>
    </message>
    <message>
        <source>Use it where a phone must keep up: it costs 1/C_out + 1/k² of a full convolution, about one eighth with a kernel of 3, for little less accuracy.</source>
        <translation>用在手机也要跟得上的地方：代价是完整卷积的 1/C_out + 1/k²，核为 3 时约为八分之一，准确率只略有下降。</translation>
    </message>
    <message>
        <source>With few channels almost nothing is saved; and the many small steps keep a GPU less busy than one big one.</source>
        <translation>通道少时几乎省不了什么；许多小步骤也不如一大步能让 GPU 满载。</translation>
    </message>
    <message>
        <source>Look at small windows like a convolution, but with weights of its own at every place.</source>
        <translation>像卷积一样看小窗口，但每个位置都有自己的权重。</translation>
    </message>
    <message>
        <source>A guard at every door: each knows only that one door, and each had to learn the job alone.</source>
        <translation>每扇门一名守卫：各自只认识那一扇门，也都得各自学会这份工作。</translation>
    </message>
    <message>
        <source>Use it where every place has a meaning of its own, as in aligned faces, or to see what sharing the weights saves: with 10×10 windows on 1000×1000 units 10⁸ weights instead of 100.</source>
        <translation>用在每个位置都有自己含义的地方，例如对齐的人脸；也可用来看权值共享省了多少：1000×1000 个单元、10×10 的窗口，不共享要 10⁸ 个权重，共享只要 100 个。</translation>
    </message>
    <message>
        <source>What one place has learned no other place knows, and the image must always have the size it was built for.</source>
        <translation>一个位置学到的，别的位置都不知道；而且图像必须始终是构建时的尺寸。</translation>
    </message>
    <message>
        <source>how many filters every channel gets</source>
        <translation>每个通道有多少个滤波器</translation>
    </message>
    <message>
        <source>filters each</source>
        <translation>每通道滤波器</translation>
    </message>
    <message>
        <source>rows and columns one place looks at</source>
        <translation>一个位置看多少行、多少列</translation>
    </message>
    <message>
        <source>distance between neighbouring places</source>
        <translation>相邻位置之间的距离</translation>
    </message>
    <message>
        <source>add a learned number at every place of every feature map</source>
        <translation>在每张特征图的每个位置加一个可学习的数</translation>
    </message>
    <message>
        <source>LocallyConnected2d keeps every weight apart, and two thousand million are the most it takes.</source>
        <translation>LocallyConnected2d 的每个权重都单独保存，最多二十亿个。</translation>
    </message>
    <message>
        <source>Use Conv2d, which shares them, or a smaller image, kernel or number of feature maps.</source>
        <translation>改用共享权重的 Conv2d，或者减小图像、核或特征图的数目。</translation>
    </message>
    <message>
        <source>Weigh every product of a number of one input with a number of the other.</source>
        <translation>给一个输入的数与另一个输入的数的每个乘积加权。</translation>
    </message>
    <message>
        <source>A matchmaker who judges every pair of traits, one from each person, and not the traits alone.</source>
        <translation>像媒人，评判的是两人特点的每一种搭配，而不是单独的特点。</translation>
    </message>
    <message>
        <source>Use it to relate two things: a question and a picture, a head and a dependent word, a user and an item.</source>
        <translation>用来关联两样东西：问题与图片、中心词与依存词、用户与物品。</translation>
    </message>
    <message>
        <source>The weights grow with the product of both sizes: 1,000 by 1,000 is a million for every output.</source>
        <translation>权重随两个尺寸的乘积增长：1,000 乘 1,000，每个输出就有一百万个。</translation>
    </message>
    <message>
        <source>Measure how far the input is from each of several learned centres, as a squared distance.</source>
        <translation>测量输入离若干个学到的中心有多远，以平方距离表示。</translation>
    </message>
    <message>
        <source>Comparing handwriting with a sheet of model letters and noting how much each of them differs.</source>
        <translation>像拿字迹与一张标准字帖比对，记下与每个字相差多少。</translation>
    </message>
    <message>
        <source>LeNet-5 of 1998 ended with it: the class is the nearest centre. Turn the sign before a softmax, since small means similar.</source>
        <translation>1998 年的 LeNet-5 以它收尾：类别就是最近的中心。数值小表示相似，接 softmax 之前要变号。</translation>
    </message>
    <message>
        <source>Far from all centres every output is huge and the gradients with it: normalise the features first.</source>
        <translation>离所有中心都远时，每个输出都极大，梯度也一样：先把特征归一化。</translation>
    </message>
    <message>
        <source>how many centres there are</source>
        <translation>有多少个中心</translation>
    </message>
    <message>
        <source>centres</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Bilinear pairs the steps of both inputs, so it needs equally many.</source>
        <translation>Bilinear 把两个输入的各步配对，所以步数必须相同。</translation>
    </message>
    <message>
        <source>Only the number of features may differ.</source>
        <translation>只有特征数可以不同。</translation>
    </message>
    <message>
        <source>Keep the largest number of every few steps of a signal.</source>
        <translation>保留信号中每几步的最大值。</translation>
    </message>
    <message>
        <source>A diary that keeps the highest temperature of each week and forgets on which day it was.</source>
        <translation>像一本日记，只记每周的最高气温，忘了是哪一天。</translation>
    </message>
    <message>
        <source>Use it after a convolution along a signal to shorten it and to care less about the exact moment.</source>
        <translation>用在沿信号的卷积之后，缩短信号，也不再计较确切的时刻。</translation>
    </message>
    <message>
        <source>Moments are lost: where an alarm must name the very step, keep the length and widen the view by dilation.</source>
        <translation>时刻会丢失：若警报必须指出是哪一步，就保持长度，用膨胀来扩大视野。</translation>
    </message>
    <message>
        <source>Keep the largest number of every small block of a volume.</source>
        <translation>保留体数据中每个小块的最大值。</translation>
    </message>
    <message>
        <source>Packing a warehouse into crates and labelling each one with its most precious piece only.</source>
        <translation>像把仓库装成一箱箱，每箱只标出其中最贵重的一件。</translation>
    </message>
    <message>
        <source>Use it between 3D convolutions. For clips, pool rows and columns early and time late, so that motion stays.</source>
        <translation>用在三维卷积之间。对视频片段，行列早池化、时间晚池化，运动才留得住。</translation>
    </message>
    <message>
        <source>A kernel of 2 throws away seven of eight numbers at once, and thin scans soon have no depth left.</source>
        <translation>核为 2 时一次就丢掉八个数中的七个，薄的扫描很快就没有深度了。</translation>
    </message>
    <message>
        <source>Replace every few steps of a signal by their mean.</source>
        <translation>把信号中每几步换成它们的平均值。</translation>
    </message>
    <message>
        <source>Monthly averages on a bank statement: single purchases vanish, the trend remains.</source>
        <translation>像银行对账单上的月平均：单笔消费不见了，趋势还在。</translation>
    </message>
    <message>
        <source>Use it to shorten noisy signals, for example before a recurrent layer that would be slow on every step.</source>
        <translation>用来缩短有噪声的信号，例如放在每步都算会很慢的循环层之前。</translation>
    </message>
    <message>
        <source>Fast swings cancel out: a tone that completes a whole wave inside the region is averaged away to nothing.</source>
        <translation>快速的摆动会互相抵消：区域内正好走完整个波形的音会被平均成零。</translation>
    </message>
    <message>
        <source>Replace every small block of a volume by its mean.</source>
        <translation>把体数据中每个小块换成它的平均值。</translation>
    </message>
    <message>
        <source>A weather map of the sky in boxes of ten kilometres: one temperature stands for all the air inside.</source>
        <translation>像以十公里方块画的天空气象图：一个温度代表其中所有的空气。</translation>
    </message>
    <message>
        <source>Use it to make scans coarser without inventing edges, or to blend neighbouring frames of a clip.</source>
        <translation>用来让扫描变粗而不凭空造出边缘，或把视频的相邻帧混合起来。</translation>
    </message>
    <message>
        <source>Small bright spots, a nodule of a few voxels, disappear in the mean: use MaxPool3d to keep them.</source>
        <translation>小亮点，例如只有几个体素的结节，会在平均中消失：要保留它们就用 MaxPool3d。</translation>
    </message>
    <message>
        <source>Replace every few steps of a signal by the p-th root of the sum of their p-th powers.</source>
        <translation>把信号中每几步换成它们 p 次幂之和的 p 次方根。</translation>
    </message>
    <message>
        <source>A loudness meter on a microphone: what it shows is the energy of the last moment, not a single swing.</source>
        <translation>像麦克风上的响度计：显示的是刚才一段的能量，而不是某一次摆动。</translation>
    </message>
    <message>
        <source>With p = 2 it gives the energy of each stretch, which suits filtered sounds and vibrations.</source>
        <translation>p = 2 时给出每一段的能量，适合滤波后的声音和振动。</translation>
    </message>
    <message>
        <source>Where every step of a region is exactly zero the slope of the root has no value: keep a bias before it.</source>
        <translation>若一个区域的每一步都正好是零，方根的斜率就没有值：前面保留偏置。</translation>
    </message>
    <message>
        <source>Replace every small region of an image by the p-th root of the sum of its p-th powers.</source>
        <translation>把图像中每个小区域换成其 p 次幂之和的 p 次方根。</translation>
    </message>
    <message>
        <source>Judging a choir by how far it can be heard: every voice adds, the strong ones far more than the weak.</source>
        <translation>像按能传多远来评判合唱团：每个声音都算，强的比弱的算得多得多。</translation>
    </message>
    <message>
        <source>Its p slides between adding up (1) and the maximum (large): 2, called L2 pooling, is the usual middle.</source>
        <translation>p 在求和（1）与最大值（很大）之间滑动：2 即 L2 池化，是常用的折中。</translation>
    </message>
    <message>
        <source>It adds and does not average: a larger kernel makes every number larger. And p = 2 forgets the sign.</source>
        <translation>它求和而不平均：核越大，每个数越大。而且 p = 2 会丢掉正负号。</translation>
    </message>
    <message>
        <source>how many steps one region has</source>
        <translation>一个区域有多少步</translation>
    </message>
    <message>
        <source>steps added at both ends, at most half the kernel</source>
        <translation>两端补的步数，最多为核的一半</translation>
    </message>
    <message>
        <source>distance between the steps of one region</source>
        <translation>一个区域内各步之间的距离</translation>
    </message>
    <message>
        <source>depth, rows and columns of one block</source>
        <translation>一个小块的深度、行数和列数</translation>
    </message>
    <message>
        <source>border added on all six sides, at most half the kernel</source>
        <translation>六个面上补的边界，最多为核的一半</translation>
    </message>
    <message>
        <source>distance between the voxels of one block</source>
        <translation>一个小块内体素之间的距离</translation>
    </message>
    <message>
        <source>the power p: 1 adds up, large values keep the largest</source>
        <translation>幂 p：1 为求和，很大时只留下最大值</translation>
    </message>
    <message>
        <source>Set kernel_size to {kernel} and padding to {padding}</source>
        <translation>把 kernel_size 设为 {kernel}，padding 设为 {padding}</translation>
    </message>
    <message>
        <source>{type} needs a volume of at least {least} here.</source>
        <translation>{type} 在这里需要至少 {least} 的体数据。</translation>
    </message>
    <message>
        <source>Unlike the others, its kernel has to fit in without the padding.</source>
        <translation>与其他层不同，它的核不算填充也必须放得下。</translation>
    </message>
    <message>
        <source>A larger border would give windows that see nothing of what arrives.</source>
        <translation>再大的边界会产生什么都看不到的窗口。</translation>
    </message>
    <message>
        <source>Average a signal down to a length you choose, however long it is.</source>
        <translation>把信号平均成你选定的长度，无论它有多长。</translation>
    </message>
    <message>
        <source>A biography in exactly ten chapters, whether the life was short or long.</source>
        <translation>像正好十章的传记，不管一生是短是长。</translation>
    </message>
    <message>
        <source>Use it before Flatten when recordings differ in length but the Linear behind wants one length.</source>
        <translation>录音长短不一、而后面的 Linear 只要一种长度时，放在 Flatten 之前。</translation>
    </message>
    <message>
        <source>A long and a short recording are squeezed differently, so speed no longer means the same in both.</source>
        <translation>长短录音被压缩的程度不同，快慢在两者中不再是同一含义。</translation>
    </message>
    <message>
        <source>Average a volume down to a size you choose, whatever size it has.</source>
        <translation>把体数据平均成你选定的大小，无论它原来多大。</translation>
    </message>
    <message>
        <source>A model railway maker who shrinks every station, large or small, onto the same base plate.</source>
        <translation>像做铁路模型的人，把大小车站都缩到同样的底板上。</translation>
    </message>
    <message>
        <source>Use it at the end of a 3D network, so that clips and scans of any size fit the same last layers.</source>
        <translation>用在三维网络的末尾，让任意大小的片段和扫描都能接上同样的最后几层。</translation>
    </message>
    <message>
        <source>It averages depth and space alike: slices far apart and pixels close together are blended the same way.</source>
        <translation>它对深度和空间一视同仁地平均：相隔很远的切片和挨得很近的像素以同样方式混合。</translation>
    </message>
    <message>
        <source>Keep the largest number of each of so many equal parts of a signal.</source>
        <translation>把信号等分成若干段，保留每段的最大值。</translation>
    </message>
    <message>
        <source>A newspaper with one headline for each quarter of the year, however much happened in it.</source>
        <translation>像一份报纸，一年每季度只有一条头条，不管发生了多少事。</translation>
    </message>
    <message>
        <source>Use it on texts and sounds when a few strongest responses, in their rough order, are enough to decide.</source>
        <translation>用于文本和声音：只要几个最强的响应和它们的大致顺序就能判断时。</translation>
    </message>
    <message>
        <source>Neighbouring parts overlap when the length does not divide evenly, and one peak may count twice.</source>
        <translation>长度不能整除时相邻的段会重叠，一个峰可能算两次。</translation>
    </message>
    <message>
        <source>Keep the largest number of each field of a grid laid over an image.</source>
        <translation>在图像上铺一张网格，保留每格的最大值。</translation>
    </message>
    <message>
        <source>A map of the country with the highest peak of every square, on the same grid for every country.</source>
        <translation>像一张全国地图，每个方格标出最高峰，各国用同样的网格。</translation>
    </message>
    <message>
        <source>Use it instead of the averaging kind when one strong detail in a field should decide, not the whole field.</source>
        <translation>格子里一个强烈的细节就该起决定作用、而不是整个格子时，用它代替取平均的那种。</translation>
    </message>
    <message>
        <source>It has no fixed stride: on a larger image each field covers more pixels, and far fewer of them learn.</source>
        <translation>它没有固定步幅：图像越大，每格覆盖的像素越多，能学到东西的像素反而少得多。</translation>
    </message>
    <message>
        <source>Keep the largest number of each field of a grid laid through a volume.</source>
        <translation>在体数据中铺一张网格，保留每格的最大值。</translation>
    </message>
    <message>
        <source>One alarm lamp per room of a building, lit as brightly as the worst sensor inside.</source>
        <translation>大楼每个房间一盏警报灯，亮度取决于里面最坏的传感器。</translation>
    </message>
    <message>
        <source>Use it on scans when a single suspicious spot anywhere in a region has to be passed on.</source>
        <translation>用于扫描：区域内任何地方的一个可疑点都必须传下去时。</translation>
    </message>
    <message>
        <source>One noisy voxel decides for its whole field: smooth the maps before, or average instead.</source>
        <translation>一个有噪声的体素就决定整格：先把特征图平滑，或改用平均。</translation>
    </message>
    <message>
        <source>Replace every channel of a signal by its mean over time.</source>
        <translation>把信号的每个通道换成它在时间上的平均值。</translation>
    </message>
    <message>
        <source>The average mark of a whole school year: every week counts the same.</source>
        <translation>像整个学年的平均分：每周同等重要。</translation>
    </message>
    <message>
        <source>Use it to close a convolutional network for sounds and series of any length.</source>
        <translation>用来给任意长度的声音和序列的卷积网络收尾。</translation>
    </message>
    <message>
        <source>Silence counts as much as sound: padded steps at the end pull the mean towards zero.</source>
        <translation>静音与声音同样算数：末尾补的步会把平均值拉向零。</translation>
    </message>
    <message>
        <source>Replace every channel of a volume by its mean over all places.</source>
        <translation>把体数据的每个通道换成所有位置的平均值。</translation>
    </message>
    <message>
        <source>Melting down a statue and weighing each metal: how much there is remains, the form is gone.</source>
        <translation>像把雕像熔化，再称每种金属：有多少还知道，形状没了。</translation>
    </message>
    <message>
        <source>Use it to close a network for clips or scans with one number per channel and no further weights.</source>
        <translation>用来给处理片段或扫描的网络收尾：每个通道一个数，没有更多权重。</translation>
    </message>
    <message>
        <source>A tiny finding in a large scan hardly moves the mean over millions of voxels.</source>
        <translation>大扫描中的微小病灶几乎动不了几百万体素的平均值。</translation>
    </message>
    <message>
        <source>Keep the strongest response of every filter over the whole signal: max over time.</source>
        <translation>保留每个滤波器在整个信号上的最强响应：时间上的最大值。</translation>
    </message>
    <message>
        <source>A talent scout who remembers of every long show only the best second of each performer.</source>
        <translation>像星探，每场长长的演出只记住每位演员最好的那一秒。</translation>
    </message>
    <message>
        <source>Close a TextCNN with it: each filter looks for a phrase, and here it says whether the phrase occurred at all.</source>
        <translation>用它给 TextCNN 收尾：每个滤波器寻找一个短语，这里回答这个短语到底出现过没有。</translation>
    </message>
    <message>
        <source>How often and in which order things occurred is lost: “not good, but cheap” looks like “good, not cheap”.</source>
        <translation>出现几次、先后顺序都丢失了：“不好，但便宜”看起来就像“好，不便宜”。</translation>
    </message>
    <message>
        <source>Keep the strongest response of every feature map, one number per channel.</source>
        <translation>保留每张特征图的最强响应，每个通道一个数。</translation>
    </message>
    <message>
        <source>A burglar alarm: one open window anywhere in the house is enough to set it off.</source>
        <translation>像防盗警报：整栋房子任何一扇窗开着就会响。</translation>
    </message>
    <message>
        <source>Use it when seeing something once, anywhere, is the answer; the place of the maximum shows what was seen.</source>
        <translation>当任何地方看到一次就是答案时使用；最大值所在的位置说明看到的是什么。</translation>
    </message>
    <message>
        <source>A single pixel per map learns in each step, so training is slower and noise shows more than with the mean.</source>
        <translation>每一步每张图只有一个像素在学习，所以训练比取平均更慢，噪声也更明显。</translation>
    </message>
    <message>
        <source>steps that come out</source>
        <translation>输出多少步</translation>
    </message>
    <message>
        <source>depth, rows and columns that come out</source>
        <translation>输出的深度、行数和列数</translation>
    </message>
    <message>
        <source>Keep the largest number of every region and remember where it lay.</source>
        <translation>保留每个区域的最大值，并记住它在哪里。</translation>
    </message>
    <message>
        <source>Pressing flowers: the finest of each bed goes into the book, with a note of where it grew.</source>
        <translation>像压花：每个花坛最美的一朵收进册子，并注明长在哪里。</translation>
    </message>
    <message>
        <source>Use it in an encoder whose decoder puts the numbers back with MaxUnpool2d, as SegNet does.</source>
        <translation>用在编码器里，其解码器用 MaxUnpool2d 把数放回去，SegNet 就是这样。</translation>
    </message>
    <message>
        <source>The indices count pixels of the image before pooling: they fit no image of another size.</source>
        <translation>索引数的是池化前图像的像素：换一种大小的图像就对不上。</translation>
    </message>
    <message>
        <source>Put every number back where the pooling found it, and zeros everywhere else.</source>
        <translation>把每个数放回池化找到它的地方，其余全为零。</translation>
    </message>
    <message>
        <source>Setting the pressed flowers back into the beds they came from; the rest of the garden stays bare.</source>
        <translation>把压好的花放回原来的花坛；花园的其余地方仍是空的。</translation>
    </message>
    <message>
        <source>Use it in decoders that have to hit edges exactly: the indices come from MaxPool2dWithIndices.</source>
        <translation>用在必须准确命中边缘的解码器里：索引来自 MaxPool2dWithIndices。</translation>
    </message>
    <message>
        <source>Odd sizes lose their last row when pooled: give output_size, or the indices point outside the image.</source>
        <translation>奇数尺寸池化时会丢掉最后一行：要给出 output_size，否则索引会指到图像之外。</translation>
    </message>
    <message>
        <source>Keep the largest number of regions of randomly mixed size, to shrink an image by any factor.</source>
        <translation>保留大小随机混合的各区域的最大值，可按任意比例缩小图像。</translation>
    </message>
    <message>
        <source>A hedge cut with the shears set a little differently every time, yet always to the same height.</source>
        <translation>像修剪树篱，每次剪刀的角度略有不同，剪出的高度却总是一样。</translation>
    </message>
    <message>
        <source>Use it when halving loses too much at once: with 0.7 twice as many pooling layers fit into a network.</source>
        <translation>一次减半丢得太多时使用：比例 0.7 时网络里能放两倍的池化层。</translation>
    </message>
    <message>
        <source>It draws its regions anew at every call, in evaluation too: average several runs for a steady answer.</source>
        <translation>每次调用都重新抽取区域，评估时也一样：要稳定的答案就多跑几次取平均。</translation>
    </message>
    <message>
        <source>Draw one number of every region by lot, large ones more often; in evaluation, take what is to be expected.</source>
        <translation>每个区域抽签选出一个数，大的更容易抽中；评估时取期望值。</translation>
    </message>
    <message>
        <source>A raffle in which a bigger deposit buys more tickets: the richest often wins, but not always.</source>
        <translation>像抽奖，押金越多奖券越多：最富的常常赢，但不总是。</translation>
    </message>
    <message>
        <source>Use it after a ReLU in place of MaxPool2d when a small data set is learned by heart.</source>
        <translation>小数据集被死记硬背（过拟合）时，用在 ReLU 之后代替 MaxPool2d。</translation>
    </message>
    <message>
        <source>Negative numbers count as zero, so place it behind a ReLU. It draws only while training.</source>
        <translation>负数当作零，所以要放在 ReLU 之后。它只在训练时抽签。</translation>
    </message>
    <message>
        <source>Pool an image on several grids, from coarse to fine, and lay all the results in one row.</source>
        <translation>用由粗到细的几种网格池化图像，把所有结果排成一行。</translation>
    </message>
    <message>
        <source>Describing a painting as a whole, then its quarters, then its sixteenths, on one sheet of fixed length.</source>
        <translation>像描述一幅画：先说整体，再说四分之一，再说十六分之一，都写在固定长度的一页上。</translation>
    </message>
    <message>
        <source>Use it instead of Flatten for images of any size when it matters roughly where something is.</source>
        <translation>图像大小任意、又要大致知道东西在哪里时，用它代替 Flatten。</translation>
    </message>
    <message>
        <source>Fine grids dominate: a level of 4 gives 16 numbers per channel, and the Linear behind grows with them.</source>
        <translation>细网格占多数：一级 4 就给每个通道 16 个数，后面的 Linear 也随之变大。</translation>
    </message>
    <message>
        <source>border that the pooling added on every side</source>
        <translation>池化时每边补的边界</translation>
    </message>
    <message>
        <source>rows and columns of the image before pooling; empty means the smallest possible</source>
        <translation>池化前图像的行数和列数；留空表示取最小可能值</translation>
    </message>
    <message>
        <source>height and width afterwards, as a share of those before</source>
        <translation>池化后高和宽占原来的比例</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>rows, and so columns, of each grid</source>
        <translation>每个网格的行数，也是列数</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>what is kept of each field of a grid</source>
        <translation>网格的每一格保留什么</translation>
    </message>
    <message>
        <source>Wire the output indices of the pooling that this layer undoes.</source>
        <translation>请接入与此层对应的那个池化的 indices 输出。</translation>
    </message>
    <message>
        <source>The padding takes everything: {sizes} would be left.</source>
        <translation>填充把全部都裁掉了：只会剩下 {sizes}。</translation>
    </message>
    <message>
        <source>FractionalMaxPool2d needs room for {n} overlapping regions.</source>
        <translation>FractionalMaxPool2d 需要容得下 {n} 个互相重叠的区域。</translation>
    </message>
    <message>
        <source>A smaller kernel or a smaller ratio leaves room, unless the image is a single pixel wide.</source>
        <translation>核小些或比例小些就放得下，除非图像只有一个像素宽。</translation>
    </message>
    <message>
        <source>Its channels must be a number.</source>
        <translation>它的通道数必须是一个数。</translation>
    </message>
    <message>
        <source>Its output_size asks for {n}.</source>
        <translation>它的 output_size 要求 {n}。</translation>
    </message>
    <message>
        <source>A pooling of another size would have given another number of regions.</source>
        <translation>别的尺寸经过池化会得到不同数目的区域。</translation>
    </message>
    <message>
        <source>Mix the features of every node of a graph with those of its neighbours, then weigh them.</source>
        <translation>把图中每个节点的特征与邻居的特征混合，再加权。</translation>
    </message>
    <message>
        <source>Neighbours who talk over the fence: after each evening everyone's opinion is a blend of those next door.</source>
        <translation>像隔着篱笆聊天的邻居：每过一晚，人人的看法都是左邻右舍看法的混合。</translation>
    </message>
    <message>
        <source>Use it when links matter: molecules, citations, friendships. Two layers see the neighbours' neighbours.</source>
        <translation>连接关系重要时使用：分子、论文引用、朋友关系。两层就能看到邻居的邻居。</translation>
    </message>
    <message>
        <source>Many layers make all nodes alike: after five or six rounds everybody has heard the same.</source>
        <translation>层数一多所有节点都变得一样（过平滑）：五六轮之后，人人听到的都相同。</translation>
    </message>
    <message>
        <source>Gather the nearest neighbours of chosen points, put them in order by a learned table, and weigh them.</source>
        <translation>收集所选各点的最近邻，用学到的表把它们排好顺序，再加权。</translation>
    </message>
    <message>
        <source>A host who seats guests that arrive in any order at their proper places before the discussion begins.</source>
        <translation>像主人：客人以任意次序到来，先请到各自的座位，再开始讨论。</translation>
    </message>
    <message>
        <source>Use it on scans of objects made of points. Stack it with fewer points and more features each time.</source>
        <translation>用于由点组成的物体扫描。层层叠加，每次点更少、特征更多。</translation>
    </message>
    <message>
        <source>Its table has k to the fourth weights and its points are chosen one by one: keep k at 8 to 16.</source>
        <translation>它的表有 k 的四次方个权重，点又是一个一个选出的：k 取 8 到 16。</translation>
    </message>
    <message>
        <source>features of each node afterwards</source>
        <translation>每个节点之后的特征数</translation>
    </message>
    <message>
        <source>let every node keep a part of its own features</source>
        <translation>让每个节点保留自身特征的一部分</translation>
    </message>
    <message>
        <source>features of every chosen point</source>
        <translation>每个所选点的特征数</translation>
    </message>
    <message>
        <source>how many points are chosen</source>
        <translation>选出多少个点</translation>
    </message>
    <message>
        <source>how many nearest neighbours each chosen point has</source>
        <translation>每个所选点有多少个最近邻</translation>
    </message>
    <message>
        <source>numbers made of the offset of each neighbour</source>
        <translation>由每个邻居的偏移得到的数的个数</translation>
    </message>
    <message>
        <source>one row of features for every node</source>
        <translation>每个节点一行特征</translation>
    </message>
    <message>
        <source>which nodes are linked, and how strongly</source>
        <translation>哪些节点相连，连接多强</translation>
    </message>
    <message>
        <source>where the points lie</source>
        <translation>各点在哪里</translation>
    </message>
    <message>
        <source>what is known of every point</source>
        <translation>每个点的已知信息</translation>
    </message>
    <message>
        <source>Set k to {k} and out_points to {points}</source>
        <translation>把 k 设为 {k}，out_points 设为 {points}</translation>
    </message>
    <message>
        <source>Give it one row per node: (nodes, features).</source>
        <translation>请给每个节点一行：（节点，特征）。</translation>
    </message>
    <message>
        <source>Give the Input the kind points: three numbers for each.</source>
        <translation>请把 Input 的 kind 设为 points：每个点三个数。</translation>
    </message>
    <message>
        <source>GraphConv needs a square table here: {n} rows and {n} columns, one for each node.</source>
        <translation>GraphConv 在这里需要一张方表：{n} 行 {n} 列，每个节点各一。</translation>
    </message>
    <message>
        <source>Row i, column j says how strongly node i listens to node j.</source>
        <translation>第 i 行第 j 列说明节点 i 听取节点 j 的程度。</translation>
    </message>
    <message>
        <source>Give it one row of features for every point.</source>
        <translation>请给每个点一行特征。</translation>
    </message>
    <message>
        <source>XConv cannot choose more points than there are.</source>
        <translation>XConv 选的点不能多于现有的点。</translation>
    </message>
    <message>
        <source>XConv needs one row of features for each of {n} points.</source>
        <translation>XConv 需要 {n} 个点各有一行特征。</translation>
    </message>
    <message>
        <source>Wire the points and the features that belong together.</source>
        <translation>请接入属于同一批的点和特征。</translation>
    </message>
    <message>
        <source>Cut a signal into short frames and show how strong each frequency is in every one.</source>
        <translation>把信号切成短帧，显示每一帧中各频率有多强。</translation>
    </message>
    <message>
        <source>Sheet music written by a machine: time runs to the right, pitch upwards, and loud notes are dark.</source>
        <translation>像机器写的乐谱：时间向右，音高向上，响的音颜色深。</translation>
    </message>
    <message>
        <source>Put it before image layers to recognise sounds: rhythms and tones become shapes.</source>
        <translation>放在图像层之前来识别声音：节奏和音调变成了形状。</translation>
    </message>
    <message>
        <source>Long frames blur moments, short ones blur pitches: no n_fft shows both sharply.</source>
        <translation>长帧模糊时刻，短帧模糊音高：没有哪个 n_fft 能两者都清晰。</translation>
    </message>
    <message>
        <source>Add up the frequencies of a spectrogram in bands that are as wide as the ear hears them.</source>
        <translation>把频谱图的频率按人耳听到的宽窄合并成若干频带。</translation>
    </message>
    <message>
        <source>A piano instead of a ruler: low notes get a key each, high ones share, because we hear them alike.</source>
        <translation>像用钢琴代替直尺：低音各有一键，高音合用，因为我们听来差不多。</translation>
    </message>
    <message>
        <source>Put it behind Spectrogram and before a logarithm: 40 to 80 bands are the usual picture of speech.</source>
        <translation>放在 Spectrogram 之后、取对数之前：语音通常用 40 到 80 个频带。</translation>
    </message>
    <message>
        <source>With many bands and a short frame the lowest triangles fall between two frequencies and stay empty.</source>
        <translation>频带多而帧短时，最低的三角形落在两个频率之间，成了空的。</translation>
    </message>
    <message>
        <source>Describe each short frame of sound by the rough form of its spectrum, in a few numbers.</source>
        <translation>用少数几个数描述每个短帧频谱的大致形状。</translation>
    </message>
    <message>
        <source>Sketching a mountain range with a dozen smooth strokes: the skyline stays, single rocks do not.</source>
        <translation>像用十来笔平滑的线条勾画山脉：轮廓还在，单块岩石没了。</translation>
    </message>
    <message>
        <source>Use it for speech with small models: 13 numbers per frame say which vowel it is, whatever the pitch.</source>
        <translation>用于小模型的语音识别：每帧 13 个数就能说明是哪个元音，与音高无关。</translation>
    </message>
    <message>
        <source>Melody and fine detail are thrown away; large networks learn more from the mel bands themselves.</source>
        <translation>旋律和细节都被丢掉；大网络直接用梅尔频带能学到更多。</translation>
    </message>
    <message>
        <source>steps of one frame, so n_fft/2 + 1 frequencies</source>
        <translation>一帧的步数，因此有 n_fft/2 + 1 个频率</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧长</translation>
    </message>
    <message>
        <source>steps from one frame to the next</source>
        <translation>一帧到下一帧的步数</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>帧移</translation>
    </message>
    <message>
        <source>magnitudes of the frequencies, or their squares</source>
        <translation>频率的幅值，或幅值的平方</translation>
    </message>
    <message>
        <source>mirror both ends, so that frames lie around their moment</source>
        <translation>镜像两端，使帧以其时刻为中心</translation>
    </message>
    <message>
        <source>how many bands there are</source>
        <translation>有多少个频带</translation>
    </message>
    <message>
        <source>bands</source>
        <translation>频带</translation>
    </message>
    <message>
        <source>steps of the sound per second</source>
        <translation>声音每秒的步数</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>where the lowest band begins</source>
        <translation>最低频带从哪里开始</translation>
    </message>
    <message>
        <source>where the highest band ends; empty means half the sample rate</source>
        <translation>最高频带到哪里结束；留空表示采样率的一半</translation>
    </message>
    <message>
        <source>how many numbers describe a frame</source>
        <translation>用多少个数描述一帧</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>a spectrogram: channels, frequencies, frames</source>
        <translation>频谱图：通道、频率、帧</translation>
    </message>
    <message>
        <source>Put Spectrogram before it to turn a signal into frequencies.</source>
        <translation>在它前面放 Spectrogram，把信号变成频率。</translation>
    </message>
    <message>
        <source>{type} needs a signal of at least {least} steps here.</source>
        <translation>{type} 在这里需要至少 {least} 步的信号。</translation>
    </message>
    <message>
        <source>A frame of {n} steps does not fit, mirrored ends included.</source>
        <translation>{n} 步的一帧放不下，算上镜像的两端也不行。</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>MelFilterBank needs f_min below f_max, and f_max at most half the sample rate.</source>
        <translation>MelFilterBank 要求 f_min 小于 f_max，且 f_max 不超过采样率的一半。</translation>
    </message>
    <message>
        <source>It has {low} Hz, {high} Hz and {rate} Hz.</source>
        <translation>它的值是 {low} Hz、{high} Hz 和 {rate} Hz。</translation>
    </message>
    <message>
        <source>Sampled sound holds no frequency above half its sample rate.</source>
        <translation>采样后的声音不含高于采样率一半的频率。</translation>
    </message>
    <message>
        <source>MFCC can make at most as many numbers as it has bands.</source>
        <translation>MFCC 给出的个数最多与频带数相同。</translation>
    </message>
    <message>
        <source>It has {bands} bands and n_mfcc is {n}.</source>
        <translation>它有 {bands} 个频带，而 n_mfcc 是 {n}。</translation>
    </message>
    <message>
        <source>The cosine transform only turns the bands round; it cannot add to them.</source>
        <translation>余弦变换只是把频带旋转一下，不会增添什么。</translation>
    </message>
    <message>
        <source>Cut every box out of a feature map and keep the largest number of each field of a grid over it.</source>
        <translation>从特征图中剪出每个框，铺上网格，保留每格的最大值。</translation>
    </message>
    <message>
        <source>Passport photos from a group picture: every face, near or far, is cut out and printed in one format.</source>
        <translation>像从合影里做证件照：每张脸不论远近都剪下来，印成同样尺寸。</translation>
    </message>
    <message>
        <source>Use it as in Fast R-CNN: compute the feature map once, and judge thousands of boxes on it.</source>
        <translation>像 Fast R-CNN 那样用：特征图只算一次，在上面评判成千上万个框。</translation>
    </message>
    <message>
        <source>Boxes are rounded to whole pixels of a coarse map, half an object off for small ones: RoIAlign does not.</source>
        <translation>框会取整到粗糙特征图的整像素，小目标可能偏半个物体：RoIAlign 不会。</translation>
    </message>
    <message>
        <source>Cut every box out of a feature map exactly, reading values between the pixels and averaging them.</source>
        <translation>从特征图中精确剪出每个框：在像素之间插值读数，再取平均。</translation>
    </message>
    <message>
        <source>A surveyor who interpolates between the measured stakes and does not move the fence to the nearest one.</source>
        <translation>像测量员在测桩之间插值，而不是把围栏挪到最近的桩上。</translation>
    </message>
    <message>
        <source>Use it wherever boxes or masks have to be exact, as in Mask R-CNN: it costs little more than RoIPool.</source>
        <translation>凡是框或掩码必须精确时都用它，如 Mask R-CNN：比 RoIPool 贵不了多少。</translation>
    </message>
    <message>
        <source>Forget spatial_scale, and boxes in pixels of the picture lie far outside the smaller feature map: all zeros.</source>
        <translation>忘了 spatial_scale，以图片像素计的框就远在较小的特征图之外：全是零。</translation>
    </message>
    <message>
        <source>Lay boxes of a few sizes and forms at every place of a feature map, as first guesses.</source>
        <translation>在特征图的每个位置放几种大小和形状的框，作为最初的猜测。</translation>
    </message>
    <message>
        <source>A fisherman's nets of several meshes, spread evenly over the whole lake before anyone has seen a fish.</source>
        <translation>像渔夫在还没看到鱼之前，就把几种网眼的渔网均匀撒满整个湖面。</translation>
    </message>
    <message>
        <source>Use it in two-stage and one-stage detectors; the network then only learns how to correct the guesses.</source>
        <translation>用在两阶段和单阶段检测器中；网络之后只需学习如何修正这些猜测。</translation>
    </message>
    <message>
        <source>Objects much smaller, larger or slimmer than every anchor are found badly: look at your boxes first.</source>
        <translation>比所有锚框都小得多、大得多或细长得多的目标很难找到：先看看你的框。</translation>
    </message>
    <message>
        <source>Move and stretch every box by the four numbers a network gives for it.</source>
        <translation>用网络给出的四个数移动和伸缩每个框。</translation>
    </message>
    <message>
        <source>“A bit to the left, and twice as wide”: directions from where you stand need no street names.</source>
        <translation>“往左一点，再宽一倍”：从你站的地方指路，不需要街名。</translation>
    </message>
    <message>
        <source>Put it between a regression head and NonMaximumSuppression; train the head itself on the deltas.</source>
        <translation>放在回归头和 NonMaximumSuppression 之间；回归头本身用偏移量来训练。</translation>
    </message>
    <message>
        <source>Weights must be those the targets were made with: 1 for an RPN, 10 10 5 5 for the head of a Fast R-CNN.</source>
        <translation>权重必须与制作目标时相同：RPN 用 1，Fast R-CNN 的头用 10 10 5 5。</translation>
    </message>
    <message>
        <source>Of boxes that cover the same thing, keep the one with the highest score.</source>
        <translation>在覆盖同一物体的框中，保留得分最高的那个。</translation>
    </message>
    <message>
        <source>Many witnesses of one accident: the surest is heard, and those who would only repeat it are sent home.</source>
        <translation>像一起事故的许多目击者：听最有把握的那位，只会重复的请回家。</translation>
    </message>
    <message>
        <source>Use it at the end of a detector. The output kept says which rows are boxes and which only fill up.</source>
        <translation>用在检测器的末尾。输出 kept 说明哪些行是框，哪些只是补齐的。</translation>
    </message>
    <message>
        <source>Two real objects that overlap strongly, a crowd for example, are merged: raise iou_threshold there.</source>
        <translation>两个真实目标重叠很多时（例如人群）会被合并：这时提高 iou_threshold。</translation>
    </message>
    <message>
        <source>rows and columns of each cut-out</source>
        <translation>每个剪块的行数和列数</translation>
    </message>
    <message>
        <source>size of the feature map as a share of the picture the boxes lie in</source>
        <translation>特征图的大小占框所在图片的比例</translation>
    </message>
    <message>
        <source>how many points are read along each side of a field</source>
        <translation>每格每边读多少个点</translation>
    </message>
    <message>
        <source>pixels of the picture from one place to the next</source>
        <translation>相邻位置在图片上相距多少像素</translation>
    </message>
    <message>
        <source>sides of the square anchors</source>
        <translation>正方形锚框的边长</translation>
    </message>
    <message>
        <source>sizes</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>height divided by width, one anchor for each</source>
        <translation>高除以宽，每个值一个锚框</translation>
    </message>
    <message>
        <source>what the four numbers are divided by first</source>
        <translation>四个数先除以多少</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>rows and columns of the picture that boxes are cut to; empty means not cut</source>
        <translation>图片的行数和列数，框裁到其中；留空表示不裁</translation>
    </message>
    <message>
        <source>overlap from which two boxes mean the same thing</source>
        <translation>重叠达到多少时两个框算同一物体</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>boxes that score less are dropped at once</source>
        <translation>得分更低的框立即丢弃</translation>
    </message>
    <message>
        <source>how many boxes come out</source>
        <translation>输出多少个框</translation>
    </message>
    <message>
        <source>the feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>boxes in pixels of the picture</source>
        <translation>以图片像素计的框</translation>
    </message>
    <message>
        <source>the feature map; only its size counts</source>
        <translation>特征图；只看它的大小</translation>
    </message>
    <message>
        <source>the first guesses</source>
        <translation>最初的猜测</translation>
    </message>
    <message>
        <source>four numbers for every box: right, down, wider, higher</source>
        <translation>每个框四个数：向右、向下、变宽、变高</translation>
    </message>
    <message>
        <source>boxes that may overlap</source>
        <translation>可能重叠的框</translation>
    </message>
    <message>
        <source>how sure the network is of every box</source>
        <translation>网络对每个框有多大把握</translation>
    </message>
    <message>
        <source>There must be one score for every box.</source>
        <translation>每个框必须有一个得分。</translation>
    </message>
    <message>
        <source>BoxDecode needs four numbers for each of {n} boxes.</source>
        <translation>BoxDecode 需要 {n} 个框各有四个数。</translation>
    </message>
    <message>
        <source>A convolution needs 4 filters for every anchor of a place: sizes times ratios.</source>
        <translation>卷积需要为每个位置的每个锚框准备 4 个滤波器：大小数乘以比例数。</translation>
    </message>
    <message>
        <source>NonMaximumSuppression needs one score for each of {n} boxes.</source>
        <translation>NonMaximumSuppression 需要 {n} 个框各有一个得分。</translation>
    </message>
    <message>
        <source>A convolution needs one filter for every anchor of a place: sizes times ratios.</source>
        <translation>卷积需要为每个位置的每个锚框准备一个滤波器：大小数乘以比例数。</translation>
    </message>
    <message>
        <source>Wire the feature map of a convolution here.</source>
        <translation>请在此接入卷积的特征图。</translation>
    </message>
    <message>
        <source>Boxes have four numbers each: left, top, right, bottom.</source>
        <translation>每个框有四个数：左、上、右、下。</translation>
    </message>
    <message>
        <source>Keep the strongest response in a whole volume, one number per channel.</source>
        <translation>在整个体数据中保留每个通道最强的响应，每个通道一个数。</translation>
    </message>
    <message>
        <source>A rescue dog that searches the whole mountain and reports only how strong the strongest scent was.</source>
        <translation>一条搜遍整座山的搜救犬，只报告最浓的气味有多浓。</translation>
    </message>
    <message>
        <source>Use it for scans in which one small finding, on whatever slice, decides the answer.</source>
        <translation>扫描里只要有一处小病灶、无论在哪一层，就能决定答案时使用。</translation>
    </message>
    <message>
        <source>One bright artefact in a single voxel outshouts the whole scan: smooth or clip it first.</source>
        <translation>单个体素里的一个亮伪影就会盖过整份扫描：先平滑或截断。</translation>
    </message>
    <message>
        <source>Replace every block of a volume by the p-th root of the sum of its p-th powers.</source>
        <translation>用每个小块各数的 p 次幂之和的 p 次方根代替这个小块。</translation>
    </message>
    <message>
        <source>Weighing the strength of an orchestra hall block by block: quiet seats add little, brass adds a lot.</source>
        <translation>按区域衡量音乐厅里的音量：安静的座位加得少，铜管加得多。</translation>
    </message>
    <message>
        <source>Use it in 3D networks when a block full of middling responses should count more than one lone peak.</source>
        <translation>在三维网络里，希望满是中等响应的块比孤零零一个峰值更重要时使用。</translation>
    </message>
    <message>
        <source>A block of 2 sums up eight powers, so numbers grow fast: put a normalisation behind it.</source>
        <translation>边长为 2 的块要加八个幂，数值涨得快：后面放一个归一化层。</translation>
    </message>
    <message>
        <source>Draw one number of every stretch of a signal by lot, loud ones more often.</source>
        <translation>在信号的每一段里抽签选一个数，响的更容易中签。</translation>
    </message>
    <message>
        <source>A reporter who quotes one voice of every hour on air, most often the one that spoke loudest.</source>
        <translation>记者每小时的广播只引用一个声音，多半是最响的那个。</translation>
    </message>
    <message>
        <source>Use it behind a Conv1d and a ReLU when few recordings are known by heart after some epochs.</source>
        <translation>录音不多、几轮之后就被背下来时，放在 Conv1d 和 ReLU 之后。</translation>
    </message>
    <message>
        <source>A moment that always matters is left out now and then while training: curves of the loss are rougher.</source>
        <translation>总是重要的时刻在训练中偶尔会被略去：损失曲线会更毛糙。</translation>
    </message>
    <message>
        <source>Draw one number of every block of a volume by lot, bright ones more often.</source>
        <translation>在体数据的每个小块里抽签选一个数，亮的更容易中签。</translation>
    </message>
    <message>
        <source>A customs officer who opens one box of every pallet, and heavy boxes more readily than light ones.</source>
        <translation>海关官员每个托盘只开一箱，重的箱子更容易被挑中。</translation>
    </message>
    <message>
        <source>Use it in small networks for scans and clips, where blocks of eight make the largest number too certain.</source>
        <translation>用于扫描和视频片段的小网络：八个数一块时，最大值显得过于笃定。</translation>
    </message>
    <message>
        <source>A block holds many numbers, so the lot often falls on a middling one: keep the kernel at 2.</source>
        <translation>一块里有很多数，常常抽到中不溜的：卷积核大小保持为 2。</translation>
    </message>
    <message>
        <source>Keep the largest number of every few steps of a signal and remember at which step it stood.</source>
        <translation>保留信号每几步中最大的数，并记住它在哪一步。</translation>
    </message>
    <message>
        <source>A ship's log with the highest wave of every watch, and the minute at which it came.</source>
        <translation>航海日志：记下每一班的最高浪头，以及它出现的分钟。</translation>
    </message>
    <message>
        <source>Use it to shorten a signal whose peaks a decoder has to put back to the very step, by MaxUnpool1d.</source>
        <translation>缩短信号、而解码器要用 MaxUnpool1d 把峰值放回原来那一步时使用。</translation>
    </message>
    <message>
        <source>The indices are whole numbers without a slope: they tell the decoder where, but teach nothing.</source>
        <translation>索引是没有斜率的整数：它告诉解码器位置，但教不了任何东西。</translation>
    </message>
    <message>
        <source>Keep the largest number of every block of a volume and remember in which voxel it lay.</source>
        <translation>保留体数据每个小块中最大的数，并记住它在哪个体素。</translation>
    </message>
    <message>
        <source>A geologist who keeps the best stone of every cubic metre, with a tag of the hole it came from.</source>
        <translation>地质学家在每立方米里留下最好的石头，并挂上它出自哪个坑的标签。</translation>
    </message>
    <message>
        <source>Use it in encoders for scans whose segmentation must not blur thin structures, with MaxUnpool3d behind.</source>
        <translation>扫描分割不能模糊细小结构时用在编码器里，后面接 MaxUnpool3d。</translation>
    </message>
    <message>
        <source>The indices need twice the memory of the numbers they belong to: with volumes that is felt.</source>
        <translation>索引占的内存是所属数值的两倍：对体数据会很明显。</translation>
    </message>
    <message>
        <source>Put the peaks of a signal back at the steps where the pooling found them, with silence between.</source>
        <translation>把信号的峰值放回池化找到它们的那些步，其余为零。</translation>
    </message>
    <message>
        <source>Hanging the winners' lamps back along the street at their old house numbers; the others stay dark.</source>
        <translation>把优胜者的灯挂回街上原来的门牌处，其他地方仍然黑着。</translation>
    </message>
    <message>
        <source>Use it in decoders of signals that have to place a beat or a spike exactly, then smooth with a Conv1d.</source>
        <translation>解码信号时需要精确放置节拍或尖峰就用它，再用 Conv1d 平滑。</translation>
    </message>
    <message>
        <source>Most steps come out as zero: without a convolution behind it the result is a row of needles.</source>
        <translation>大多数步都是零：后面不接卷积，结果就是一排针。</translation>
    </message>
    <message>
        <source>steps that the pooling added at both ends</source>
        <translation>池化在两端加上的步数</translation>
    </message>
    <message>
        <source>steps of the signal before pooling; empty means the fewest possible</source>
        <translation>池化之前信号的步数；留空为可能的最少步数</translation>
    </message>
    <message>
        <source>Put every number of a volume back into the voxel where the pooling found it.</source>
        <translation>把体数据的每个数放回池化找到它的那个体素。</translation>
    </message>
    <message>
        <source>Returning the tagged stones to their holes; all the ground between is left empty.</source>
        <translation>把带标签的石头放回各自的坑里，其间的地面都空着。</translation>
    </message>
    <message>
        <source>Use it in decoders for scans, where borders between organs have to lie on the right slice.</source>
        <translation>用于扫描的解码器：器官的边界必须落在正确的层面上。</translation>
    </message>
    <message>
        <source>Seven of eight voxels or more are zero behind it: let a Conv3d fill them before anything else.</source>
        <translation>它后面八个体素里至少有七个是零：先让一个 Conv3d 把它们填上。</translation>
    </message>
    <message>
        <source>border that the pooling added on all six sides</source>
        <translation>池化在六个面上加的边</translation>
    </message>
    <message>
        <source>depth, rows and columns before pooling; empty means the smallest possible</source>
        <translation>池化之前的深度、行数和列数；留空为可能的最小尺寸</translation>
    </message>
    <message>
        <source>{type} needs one index for every number, as {pool} gives them.</source>
        <translation>{type} 的每个数都需要一个索引，由 {pool} 给出。</translation>
    </message>
    <message>
        <source>{type} can give {low} to {high} here.</source>
        <translation>{type} 在这里能给出 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>Set kernel_size to {kernel}</source>
        <translation>把 kernel_size 设为 {kernel}</translation>
    </message>
</context>
</TS>
