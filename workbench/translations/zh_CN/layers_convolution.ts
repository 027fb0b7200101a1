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
</context>
</TS>
