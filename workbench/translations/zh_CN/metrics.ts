<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Count which share of the pixels, or of the steps, has the right class.</source>
        <translation>统计有多大比例的像素（或步）分到了正确的类别。</translation>
    </message>
    <message>
        <source>A paint-by-numbers picture held against the original: the share of fields with the right colour.</source>
        <translation>把一幅数字填色画和原画对照：颜色填对的格子占多少。</translation>
    </message>
    <message>
        <source>Watch it beside MeanIoU when every pixel or every word gets a class of its own.</source>
        <translation>每个像素或每个词都要分类时，把它和 MeanIoU 放在一起看。</translation>
    </message>
    <message>
        <source>A picture that is nearly all background scores high although the object was missed.</source>
        <translation>几乎全是背景的图，即使漏掉了目标，分数也很高。</translation>
    </message>
    <message>
        <source>Measure how many of the answers for a class were right.</source>
        <translation>衡量判为某一类的回答中有多少是对的。</translation>
    </message>
    <message>
        <source>A fisherman's net: of all that he pulled up, which share is really fish.</source>
        <translation>渔夫的网：捞上来的东西里，真正是鱼的占多少。</translation>
    </message>
    <message>
        <source>Watch it when a false alarm is expensive, as with spam filters.</source>
        <translation>误报代价很高时要看它，例如垃圾邮件过滤。</translation>
    </message>
    <message>
        <source>Who answers yes once, and is right, has a perfect value: look at Recall beside it.</source>
        <translation>只回答一次“是”而且答对的，精确率就是满分：要同时看 Recall。</translation>
    </message>
    <message>
        <source>macro: every class counts alike; micro: every example; weighted: classes by how often they occur</source>
        <translation>macro：各类别同等对待；micro：各样本同等对待；weighted：类别按出现次数加权</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均方式</translation>
    </message>
    <message>
        <source>Measure how many examples of a class were found.</source>
        <translation>衡量某一类的样本有多少被找了出来。</translation>
    </message>
    <message>
        <source>A shepherd in the evening: of all his sheep, which share is back in the stable.</source>
        <translation>傍晚的牧羊人：全部的羊里，有多少回到了羊圈。</translation>
    </message>
    <message>
        <source>Watch it when a miss is dangerous, as with a disease.</source>
        <translation>漏掉一个就有危险时要看它，例如疾病筛查。</translation>
    </message>
    <message>
        <source>Who answers yes to everything finds everything: look at Precision beside it.</source>
        <translation>对什么都回答“是”，就什么都能找到：要同时看 Precision。</translation>
    </message>
    <message>
        <source>Join precision and recall in one number that is high only when both are.</source>
        <translation>把精确率和召回率合成一个数，两者都高它才高。</translation>
    </message>
    <message>
        <source>A chain of two links, precise and complete: it holds no better than the weaker link allows.</source>
        <translation>由“准”和“全”两环组成的链条：能承多重，取决于较弱的那一环。</translation>
    </message>
    <message>
        <source>Use it where classes are rare; for masks of one class it is the Dice coefficient.</source>
        <translation>类别很少见时使用；对单类别的掩码，它就是 Dice 系数。</translation>
    </message>
    <message>
        <source>The mean of the batches' values is another number: it is measured here over the whole set at once.</source>
        <translation>各批次取值的平均是另一个数：这里是在整个数据集上一次算出的。</translation>
    </message>
    <message>
        <source>Measure how answers and right classes go together, from -1 to 1, with 0 for guessing.</source>
        <translation>衡量回答与正确类别的一致程度，从 -1 到 1，瞎猜为 0。</translation>
    </message>
    <message>
        <source>Two people who nod at the same moments: do they really agree, or do both just nod a lot?</source>
        <translation>两个人总在同一时刻点头：是真的意见一致，还是两人都爱点头？</translation>
    </message>
    <message>
        <source>One honest number for unequal classes; GLUE uses it for the question whether a sentence is grammatical.</source>
        <translation>类别不均衡时最诚实的单个数；GLUE 用它评价“句子是否合语法”这一任务。</translation>
    </message>
    <message>
        <source>It is 0 as soon as only one class is ever answered, so the first epochs often show a flat line.</source>
        <translation>只要始终只答一个类别，它就是 0，所以最初几轮常常是一条平线。</translation>
    </message>
    <message>
        <source>Measure how well each region covers its true region, and take the mean of the classes.</source>
        <translation>衡量每个区域覆盖其真实区域的程度，再对各类别取平均。</translation>
    </message>
    <message>
        <source>Two sheets of paper on each other: the part where they lie double, divided by all they cover.</source>
        <translation>两张叠放的纸：重叠的部分除以两张纸一共盖住的部分。</translation>
    </message>
    <message>
        <source>The usual score of segmentation; classes that occur nowhere do not count.</source>
        <translation>图像分割最常用的分数；哪里都没出现的类别不计入。</translation>
    </message>
    <message>
        <source>One small class that is missed costs as much as a large one: with few classes the value jumps.</source>
        <translation>漏掉一个小类别和漏掉一个大类别代价相同：类别少时数值会跳动。</translation>
    </message>
    <message>
        <source>Count as right when the right class is among the first few answers.</source>
        <translation>正确的类别排在前几个回答之中就算对。</translation>
    </message>
    <message>
        <source>A quiz in which several guesses are allowed: it counts if one of them is right.</source>
        <translation>允许猜几次的竞猜：其中一次猜中就算对。</translation>
    </message>
    <message>
        <source>Use it with many classes that resemble each other; ImageNet reports the error of the first five.</source>
        <translation>类别很多且彼此相似时使用；ImageNet 报告的是前五错误率。</translation>
    </message>
    <message>
        <source>With k as large as the number of classes everything is right.</source>
        <translation>k 取到类别总数时，什么都算对。</translation>
    </message>
    <message>
        <source>how many answers are allowed</source>
        <translation>允许给出几个回答</translation>
    </message>
    <message>
        <source>give the share of wrong ones instead</source>
        <translation>改为给出答错的比例</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Measure how surely an example of a class gets a higher score for it than any other example.</source>
        <translation>衡量某一类的样本在该类上的分数高于其他样本的把握有多大。</translation>
    </message>
    <message>
        <source>Draw one sick and one healthy person blindly: how often does the test rank the sick one higher?</source>
        <translation>蒙着眼抽一个病人和一个健康人：检验有多少次把病人排在前面？</translation>
    </message>
    <message>
        <source>Use it when the threshold is chosen later, as for anomaly scores; 0.5 is guessing.</source>
        <translation>阈值以后再定时使用，例如异常分数；0.5 等于瞎猜。</translation>
    </message>
    <message>
        <source>It needs examples of both sides: where one is missing it is no number and the curve has a gap.</source>
        <translation>正反两方都要有样本：缺了一方就没有数值，曲线上会出现空缺。</translation>
    </message>
    <message>
        <source>the scores are probabilities already: no softmax or sigmoid is taken here</source>
        <translation>分数已经是概率：这里不再做 softmax 或 sigmoid</translation>
    </message>
    <message>
        <source>Measure the mean precision while the threshold sinks and more and more is found.</source>
        <translation>衡量阈值逐渐降低、找出的越来越多时，精确率的平均值。</translation>
    </message>
    <message>
        <source>A librarian who brings books one after the other: how clean was the pile each time a right one came?</source>
        <translation>图书管理员一本接一本地取书：每当取到一本对的，那一摞里有多少是对的？</translation>
    </message>
    <message>
        <source>Better than AUROC when the class looked for is very rare.</source>
        <translation>要找的类别非常罕见时，它比 AUROC 更合适。</translation>
    </message>
    <message>
        <source>The value of guessing is the share of the class, not one half: compare with that.</source>
        <translation>瞎猜时的数值等于该类所占的比例，而不是二分之一：要和那个比例比较。</translation>
    </message>
    <message>
        <source>Measure how far the stated confidence lies from how often the answers are right.</source>
        <translation>衡量所声称的置信度与实际答对的频率相差多少。</translation>
    </message>
    <message>
        <source>A weather forecaster: on the days of which he said 70 per cent, did it rain on seven of ten?</source>
        <translation>天气预报员：他说“降水概率 70%”的日子里，十天中真有七天下雨吗？</translation>
    </message>
    <message>
        <source>Watch it when the probability itself is used, for decisions or in a larger system.</source>
        <translation>概率本身要用于决策，或要交给更大的系统时，就要看它。</translation>
    </message>
    <message>
        <source>With few examples the bins are nearly empty and the value is mostly chance.</source>
        <translation>样本少时各个区间几乎是空的，数值大半是偶然。</translation>
    </message>
    <message>
        <source>into how many steps the confidence is sorted</source>
        <translation>把置信度分成多少个区间</translation>
    </message>
    <message>
        <source>bins</source>
        <translation>区间数</translation>
    </message>
    <message>
        <source>Tell pairs into same and different at the best threshold, and count what is right.</source>
        <translation>用最好的阈值把样本对分为“同一个”和“不同”，统计答对的比例。</translation>
    </message>
    <message>
        <source>A doorman compares passport and face; the strictness that errs least is found afterwards.</source>
        <translation>门卫比对护照和面孔；哪种严格程度错得最少，是事后找出来的。</translation>
    </message>
    <message>
        <source>Put it behind PairwiseDistance or CosineSimilarity of two embeddings, as for faces.</source>
        <translation>接在两个嵌入的 PairwiseDistance 或 CosineSimilarity 之后，例如人脸。</translation>
    </message>
    <message>
        <source>The threshold is chosen on the same pairs that are counted, so on few pairs it flatters.</source>
        <translation>阈值就是在这些被统计的样本对上选的，样本对少时结果偏乐观。</translation>
    </message>
    <message>
        <source>how far or how alike the two are, one number</source>
        <translation>两者相距多远或有多像，一个数</translation>
    </message>
    <message>
        <source>1 for the same, 0 for different</source>
        <translation>1 表示同一个，0 表示不同</translation>
    </message>
    <message>
        <source>whether the same ones have small numbers (distance) or large ones</source>
        <translation>同一个的数值小（距离）还是大（相似度）</translation>
    </message>
    <message>
        <source>by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Measure how much better the group served best fares than the group served worst.</source>
        <translation>衡量表现最好的群体比表现最差的群体好多少。</translation>
    </message>
    <message>
        <source>One exam for two schools: how far do their average grades lie apart?</source>
        <translation>两所学校同一份考卷：平均分相差多少？</translation>
    </message>
    <message>
        <source>Watch it when the data has groups of people, devices or places that should be treated alike.</source>
        <translation>数据里有人群、设备或地点之分，而它们应当被同等对待时，就要看它。</translation>
    </message>
    <message>
        <source>A small gap can also mean that all groups fare badly: read it beside the accuracy.</source>
        <translation>差距小也可能是因为所有群体都很差：要和准确率一起看。</translation>
    </message>
    <message>
        <source>the group of the example, counted from 0</source>
        <translation>样本所属的群体，从 0 数起</translation>
    </message>
    <message>
        <source>how many groups there are</source>
        <translation>一共有多少个群体</translation>
    </message>
    <message>
        <source>Measure the typical size of an error in the unit of the target, large ones counting more.</source>
        <translation>以目标的单位衡量误差的典型大小，大的误差占的分量更重。</translation>
    </message>
    <message>
        <source>The spread of shots around the bull's eye, measured with the same ruler as the target.</source>
        <translation>弹着点围绕靶心的散布，用量靶子的同一把尺子去量。</translation>
    </message>
    <message>
        <source>The usual error of forecasts; compare it with the spread of the target itself.</source>
        <translation>预测任务常用的误差；拿它和目标本身的波动比较。</translation>
    </message>
    <message>
        <source>It is not the mean of the roots of batches: it is measured here over the whole set at once.</source>
        <translation>它不等于各批次方根的平均：这里是在整个数据集上一次算出的。</translation>
    </message>
    <message>
        <source>Measure how far predictions are off in relation to the size of the target.</source>
        <translation>衡量预测偏差相对于目标大小占多少。</translation>
    </message>
    <message>
        <source>A tip is judged by the bill: one coin too little weighs more on a small one.</source>
        <translation>小费要看账单多少：同样少给一枚硬币，账单越小越显眼。</translation>
    </message>
    <message>
        <source>Use it for sales and loads whose sizes differ widely; 0.1 means ten per cent.</source>
        <translation>用于大小相差悬殊的销量和负荷；0.1 就是百分之十。</translation>
    </message>
    <message>
        <source>Targets at or near zero make it explode: do not use it where they occur.</source>
        <translation>目标为零或接近零时它会爆炸：有这种目标就不要用它。</translation>
    </message>
    <message>
        <source>Measure which share of the target's ups and downs the prediction explains.</source>
        <translation>衡量目标的起伏有多大比例能被预测解释。</translation>
    </message>
    <message>
        <source>A betting friend who always says the average is your rival: 0 is as good as he, 1 is perfect.</source>
        <translation>对手是一位永远猜平均值的朋友：0 表示和他一样，1 表示完美。</translation>
    </message>
    <message>
        <source>Good for comparing regressions on data of different units.</source>
        <translation>适合比较单位不同的数据上的回归。</translation>
    </message>
    <message>
        <source>It can be far below zero, and it needs at least two targets that differ.</source>
        <translation>它可以远低于零，而且至少需要两个不相同的目标。</translation>
    </message>
    <message>
        <source>Measure how closely predictions and targets follow one straight line.</source>
        <translation>衡量预测与目标有多贴近同一条直线。</translation>
    </message>
    <message>
        <source>Two boats on the same waves: do they rise and sink together, however large each is?</source>
        <translation>同一片浪上的两条船：不管各有多大，它们是不是一起升、一起降？</translation>
    </message>
    <message>
        <source>Use it when only the shape of the curve matters, not its height; GLUE uses it for likeness of sentences.</source>
        <translation>只关心曲线的形状、不关心高低时使用；GLUE 用它评价句子相似度。</translation>
    </message>
    <message>
        <source>A prediction that is ten times too large still correlates perfectly.</source>
        <translation>预测整体大了十倍，相关系数仍然是满分。</translation>
    </message>
    <message>
        <source>Measure how alike predictions and targets are sorted.</source>
        <translation>衡量预测和目标的排列次序有多一致。</translation>
    </message>
    <message>
        <source>Two judges of a race who note only the places, not the times.</source>
        <translation>两位裁判看同一场赛跑，只记名次，不记时间。</translation>
    </message>
    <message>
        <source>Use it when only the order matters, as for relevance or preference.</source>
        <translation>只有次序重要时使用，例如相关度或偏好。</translation>
    </message>
    <message>
        <source>It keeps every number of the set until the end, which takes memory on large sets.</source>
        <translation>它要把整个集合的每个数保留到最后，数据大时占内存。</translation>
    </message>
    <message>
        <source>Measure how strong a picture is beside the error made in rebuilding it.</source>
        <translation>衡量图像本身与重构误差相比有多强。</translation>
    </message>
    <message>
        <source>A voice beside the hiss of a tape: every ten decibels are ten times less hiss.</source>
        <translation>录音带上的人声和嘶嘶声：每多十分贝，嘶嘶声就少到十分之一。</translation>
    </message>
    <message>
        <source>Watch it for autoencoders, denoising and super-resolution; above 30 dB errors are hard to see.</source>
        <translation>用于自编码器、去噪和超分辨率；高于 30 dB 时误差已很难看出。</translation>
    </message>
    <message>
        <source>It is infinite for a perfect copy, and blur scores better than a sharp picture shifted by a pixel.</source>
        <translation>完全相同时为无穷大；而且模糊的图会比只错开一个像素的清晰图得分更高。</translation>
    </message>
    <message>
        <source>largest number minus smallest that a pixel can have</source>
        <translation>像素可能取值的最大值减最小值</translation>
    </message>
    <message>
        <source>Compare pictures as an eye does: brightness, contrast and structure in small windows.</source>
        <translation>像眼睛那样比较图像：在小窗口里看亮度、对比度和结构。</translation>
    </message>
    <message>
        <source>A restorer with a loupe, who compares patch by patch whether the strokes run alike.</source>
        <translation>拿着放大镜的修复师，一小块一小块地看笔触走向是否相同。</translation>
    </message>
    <message>
        <source>Closer to what people see than the squared error; 1 is the same picture.</source>
        <translation>比平方误差更接近人的观感；1 表示同一幅图。</translation>
    </message>
    <message>
        <source>It looks through windows of 11 pixels, so on tiny pictures it sees little but the border.</source>
        <translation>它通过 11 个像素宽的窗口看图，所以在很小的图上几乎只看到边缘。</translation>
    </message>
    <message>
        <source>Count how often the prediction goes up where the target goes up, and down where it goes down.</source>
        <translation>统计目标上涨时预测也上涨、目标下跌时预测也下跌的比例。</translation>
    </message>
    <message>
        <source>An investor who does not ask how far, only whether the share will rise or fall.</source>
        <translation>一位投资人，不问涨跌多少，只问股票会涨还是会跌。</translation>
    </message>
    <message>
        <source>Use it for stock prices and loads, with the last known value wired to last.</source>
        <translation>用于股价和负荷，把最后一个已知值接到 last。</translation>
    </message>
    <message>
        <source>Without last, values that are always positive count as rising every time: all looks right.</source>
        <translation>不接 last 时，总为正的数每次都算作上涨：看上去全都对。</translation>
    </message>
    <message>
        <source>where both start from; zero without it</source>
        <translation>两者的起点；不接则为零</translation>
    </message>
    <message>
        <source>Measure which share of its blood a heart throws out with one beat, in per cent.</source>
        <translation>衡量心脏一次搏动射出血液的百分比。</translation>
    </message>
    <message>
        <source>A sponge squeezed once: how much of its water came out?</source>
        <translation>挤一下海绵：里面的水出来了多少？</translation>
    </message>
    <message>
        <source>Behind a segmentation of the left ventricle; healthy hearts have 55 to 70 per cent, below 40 is danger.</source>
        <translation>接在左心室分割之后；健康心脏为 55% 到 70%，低于 40% 就有危险。</translation>
    </message>
    <message>
        <source>It says nothing of where the masks are: two wrong masks can have the right ratio.</source>
        <translation>它不管掩码在哪里：两个错误的掩码也可能有正确的比值。</translation>
    </message>
    <message>
        <source>the mask of the full chamber</source>
        <translation>舒张末期（充盈时）心腔的掩码</translation>
    </message>
    <message>
        <source>the mask of the emptied chamber</source>
        <translation>收缩末期（排空后）心腔的掩码</translation>
    </message>
    <message>
        <source>the masks are raw scores: a sigmoid is taken first</source>
        <translation>掩码是原始分数：先做 sigmoid</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>Watch the mean of anything, such as what a discriminator says of real and of made pictures.</source>
        <translation>监视任何东西的平均值，例如判别器对真图和生成图的打分。</translation>
    </message>
    <message>
        <source>A thermometer hung at any pipe of the factory.</source>
        <translation>一支温度计，可以挂在工厂的任何一根管道上。</translation>
    </message>
    <message>
        <source>Put one on D(x) and one on D(G(z)): in a balanced GAN both come near one half.</source>
        <translation>一个接 D(x)，一个接 D(G(z))：GAN 平衡时两者都接近二分之一。</translation>
    </message>
    <message>
        <source>A mean of one half also comes from half ones and half zeros: look at the distribution too.</source>
        <translation>平均值为二分之一，也可能是一半为 1、一半为 0：还要看分布。</translation>
    </message>
    <message>
        <source>what is watched</source>
        <translation>要监视的量</translation>
    </message>
    <message>
        <source>take the sigmoid first, for raw scores</source>
        <translation>先做 sigmoid，用于原始分数</translation>
    </message>
    <message>
        <source>Count how often the right item is among those shown.</source>
        <translation>统计正确的物品有多少次出现在展示的列表里。</translation>
    </message>
    <message>
        <source>A shop window with ten places: does the thing the customer came for lie in it?</source>
        <translation>有十个位置的橱窗：顾客想要的东西在不在里面？</translation>
    </message>
    <message>
        <source>The plainest score of a recommender with one right item.</source>
        <translation>只有一个正确物品时，推荐系统最朴素的分数。</translation>
    </message>
    <message>
        <source>First and tenth place count alike; see the order with NDCG.</source>
        <translation>第一名和第十名算得一样；次序要看 NDCG。</translation>
    </message>
    <message>
        <source>scores, one per item</source>
        <translation>分数，每个物品一个</translation>
    </message>
    <message>
        <source>the item that was chosen</source>
        <translation>被选中的物品</translation>
    </message>
    <message>
        <source>how many items are shown</source>
        <translation>展示多少个物品</translation>
    </message>
    <message>
        <source>Reward the right item the more, the higher it stands among those shown.</source>
        <translation>正确的物品在展示列表里排得越靠前，得到的奖励越多。</translation>
    </message>
    <message>
        <source>Tips along a street: the first musician gets most, and each further one a little less.</source>
        <translation>沿街给赏钱：第一位乐手得到最多，往后每位少一点。</translation>
    </message>
    <message>
        <source>Use it for recommendation and search when the order of the list matters.</source>
        <translation>推荐和搜索中列表次序重要时使用。</translation>
    </message>
    <message>
        <source>Values for different k cannot be compared, nor those of lists with different numbers of items.</source>
        <translation>k 不同的数值不能互相比较，物品数不同的列表也不能。</translation>
    </message>
    <message>
        <source>Average one divided by the place of the right item.</source>
        <translation>对正确物品名次的倒数取平均。</translation>
    </message>
    <message>
        <source>Calling numbers until the right person answers: one call scores 1, two score a half.</source>
        <translation>一个个拨电话，直到对的人接听：拨一次得 1 分，拨两次得半分。</translation>
    </message>
    <message>
        <source>Use it where people take the first right answer, as in question answering.</source>
        <translation>人们会采用第一个正确答案时使用，例如问答系统。</translation>
    </message>
    <message>
        <source>It hardly sees improvements further down: from place 50 to place 10 changes less than a tenth.</source>
        <translation>靠后的进步它几乎看不见：从第 50 名升到第 10 名，变化不到十分之一。</translation>
    </message>
    <message>
        <source>Measure which share of all items is ever recommended to anybody.</source>
        <translation>衡量全部物品中有多大比例曾被推荐给某个人。</translation>
    </message>
    <message>
        <source>A library: which share of its books has ever lain on the table of recommendations?</source>
        <translation>图书馆：馆藏中有多少书曾经上过推荐台？</translation>
    </message>
    <message>
        <source>Watch it beside HitRate, to see whether only best-sellers are shown.</source>
        <translation>放在 HitRate 旁边看，免得只推荐畅销品。</translation>
    </message>
    <message>
        <source>It grows with the number of people asked, so it belongs to a set and not to a batch.</source>
        <translation>被推荐的人越多它越大，所以它属于整个集合，而不是某个批次。</translation>
    </message>
    <message>
        <source>Measure which share of the modes of the data a generator reaches.</source>
        <translation>衡量生成器覆盖了数据中多大比例的模式。</translation>
    </message>
    <message>
        <source>A cook with ten recipes in the book: how many of them does he ever serve?</source>
        <translation>菜谱上有十道菜的厨师：他究竟做过其中几道？</translation>
    </message>
    <message>
        <source>Behind a classifier that looks at generated samples; it shows when a GAN makes only a few kinds.</source>
        <translation>接在给生成样本分类的分类器之后；GAN 只会生成少数几种时，它能显示出来。</translation>
    </message>
    <message>
        <source>A mode counts as reached by poor samples too: it says nothing of their quality.</source>
        <translation>质量差的样本也能算作达到某个模式：它不反映质量。</translation>
    </message>
    <message>
        <source>how well the sample fits each mode</source>
        <translation>样本与每个模式的符合程度</translation>
    </message>
    <message>
        <source>share of the samples from which on a mode counts as reached</source>
        <translation>样本占到多大比例时，该模式才算被覆盖</translation>
    </message>
    <message>
        <source>Measure among how many words a language model hesitates on average.</source>
        <translation>衡量语言模型平均在多少个词之间犹豫。</translation>
    </message>
    <message>
        <source>A die with that many sides: the model guesses the next word as well as somebody rolling it.</source>
        <translation>一枚有那么多面的骰子：模型猜下一个词，和掷这枚骰子的人水平相当。</translation>
    </message>
    <message>
        <source>The usual score of language models; compare only models with the same vocabulary.</source>
        <translation>语言模型最常用的分数；只能比较词表相同的模型。</translation>
    </message>
    <message>
        <source>It is e to the mean loss: padding that counts makes it look far too good.</source>
        <translation>它是平均损失的指数：若把填充也算进去，它会好得离谱。</translation>
    </message>
    <message>
        <source>scores for every token</source>
        <translation>每个词元的分数</translation>
    </message>
    <message>
        <source>the right tokens</source>
        <translation>正确的词元</translation>
    </message>
    <message>
        <source>Count the corrections a sentence needs, in relation to its length.</source>
        <translation>统计一句话要改多少处，并除以它的长度。</translation>
    </message>
    <message>
        <source>A teacher's red pencil: strokes for every word missing, wrong or too many.</source>
        <translation>老师的红笔：每漏一个词、错一个词、多一个词就划一道。</translation>
    </message>
    <message>
        <source>The score of speech recognition; with tokens for sounds it is the phoneme error rate.</source>
        <translation>语音识别的分数；词元若代表音素，它就是音素错误率。</translation>
    </message>
    <message>
        <source>It can be above 1 when too many words are heard; read CTC outputs with merge on.</source>
        <translation>多听出很多词时它会大于 1；CTC 的输出要打开 merge 来读。</translation>
    </message>
    <message>
        <source>tokens, or scores for every token</source>
        <translation>词元，或每个词元的分数</translation>
    </message>
    <message>
        <source>the token that is no word; -1 for none</source>
        <translation>不算词的词元；-1 表示没有</translation>
    </message>
    <message>
        <source>read as CTC does: equal neighbours count once, padding is the blank</source>
        <translation>按 CTC 的方式读：相邻的相同词元只算一次，padding 就是空白符</translation>
    </message>
    <message>
        <source>ctc</source>
        <translation>ctc</translation>
    </message>
    <message>
        <source>Compare a translation with the right one by the runs of words they share.</source>
        <translation>按两者共有的连续词串，把译文与正确译文比较。</translation>
    </message>
    <message>
        <source>Two puzzles of the same picture: how many pieces of one, two, three, four words fit both?</source>
        <translation>同一幅图的两套拼图：一词、两词、三词、四词的拼块有多少两边都合得上？</translation>
    </message>
    <message>
        <source>The customary score of translation and captions, counted over the whole set.</source>
        <translation>翻译和图像描述的惯用分数，在整个集合上统计。</translation>
    </message>
    <message>
        <source>A good sentence in other words scores low, and without one shared run of n words it is 0.</source>
        <translation>换了说法的好句子得分也低；没有一个共有的 n 词串时，分数为 0。</translation>
    </message>
    <message>
        <source>the longest run of words that is compared</source>
        <translation>参与比较的最长词串</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Wire the field of the data here that says which group an example belongs to.</source>
        <translation>把数据里说明样本属于哪个群体的字段接到这里。</translation>
    </message>
    <message>
        <source>{type} with k = {k} needs at least {least} scores.</source>
        <translation>k = {k} 的 {type} 至少需要 {least} 个分数。</translation>
    </message>
    <message>
        <source>Allow fewer answers, or give the last layer one output per class.</source>
        <translation>减少允许的回答个数，或让最后一层每个类别有一个输出。</translation>
    </message>
    <message>
        <source>PerformanceGap needs the number of a group.</source>
        <translation>PerformanceGap 需要群体的编号。</translation>
    </message>
    <message>
        <source>Wire tokens here, or the scores of the last Linear over the words.</source>
        <translation>把词元接到这里，或接最后一个 Linear 在各个词上的分数。</translation>
    </message>
    <message>
        <source>Wire the tokens of the data here.</source>
        <translation>把数据的词元接到这里。</translation>
    </message>
    <message>
        <source>Wire what the last Linear gives, before any choice of a word.</source>
        <translation>接最后一个 Linear 的输出，不要先选出词。</translation>
    </message>
    <message>
        <source>Shift one of them by ShiftRight or Slice so that every step foresees one token.</source>
        <translation>用 ShiftRight 或 Slice 把其中一个错开，使每一步都预测一个词元。</translation>
    </message>
    <message>
        <source>{type} compares with tokens.</source>
        <translation>{type} 是与词元比较的。</translation>
    </message>
    <message>
        <source>Perplexity needs scores for every token.</source>
        <translation>Perplexity 需要每个词元的分数。</translation>
    </message>
    <message>
        <source>Perplexity needs one token for every step.</source>
        <translation>Perplexity 每一步都需要一个词元。</translation>
    </message>
    <message>
        <source>Wire the number that was to be predicted here; for labels use Accuracy.</source>
        <translation>把要预测的数接到这里；标签请用 Accuracy。</translation>
    </message>
    <message>
        <source>Wire the last known value of what is predicted here.</source>
        <translation>把被预测量的最后一个已知值接到这里。</translation>
    </message>
    <message>
        <source>Both come from the same segmentation, at two moments.</source>
        <translation>两者来自同一个分割，在两个时刻。</translation>
    </message>
    <message>
        <source>EjectionFraction needs two masks of one shape.</source>
        <translation>EjectionFraction 需要两个形状相同的掩码。</translation>
    </message>
    <message>
        <source>For other shapes use PeakSignalNoiseRatio or MeanSquaredError.</source>
        <translation>其他形状请用 PeakSignalNoiseRatio 或 MeanSquaredError。</translation>
    </message>
    <message>
        <source>StructuralSimilarity needs images of at least 11×11 pixels.</source>
        <translation>StructuralSimilarity 需要至少 11×11 像素的图像。</translation>
    </message>
    <message>
        <source>Its window is that large. On smaller images use PeakSignalNoiseRatio.</source>
        <translation>它的窗口有这么大。更小的图像请用 PeakSignalNoiseRatio。</translation>
    </message>
    <message>
        <source>DirectionAccuracy compares numbers.</source>
        <translation>DirectionAccuracy 比较的是数。</translation>
    </message>
    <message>
        <source>last needs the shape of the prediction.</source>
        <translation>last 的形状要与预测相同。</translation>
    </message>
    <message>
        <source>StructuralSimilarity compares images.</source>
        <translation>StructuralSimilarity 比较的是图像。</translation>
    </message>
    <message>
        <source>Measure how well a detector finds, places and names things, whatever threshold is chosen later.</source>
        <translation>衡量检测器找到、定位和命名目标的水平，与以后选什么阈值无关。</translation>
    </message>
    <message>
        <source>A treasure hunt with flags: scores for planting them on the spot, losses for flags in empty ground.</source>
        <translation>插旗寻宝：插在宝藏上得分，插在空地上扣分。</translation>
    </message>
    <message>
        <source>The usual score of detectors, beside the loss; compare only values of the same overlap.</source>
        <translation>除损失之外，检测器最常用的分数；只能比较重叠要求相同的数值。</translation>
    </message>
    <message>
        <source>It goes through the boxes one by one on the processor: with many boxes, validate less often.</source>
        <translation>它在处理器上逐个检查边框：边框很多时，验证次数要少一些。</translation>
    </message>
    <message>
        <source>scores of every predicted box, one per class</source>
        <translation>每个预测框的分数，每个类别一个</translation>
    </message>
    <message>
        <source>the predicted boxes</source>
        <translation>预测的边框</translation>
    </message>
    <message>
        <source>the true boxes</source>
        <translation>真实的边框</translation>
    </message>
    <message>
        <source>overlap from which a box is found</source>
        <translation>重叠达到多少才算找到</translation>
    </message>
    <message>
        <source>the last score stands for no object, as in DETR</source>
        <translation>最后一个分数表示“没有目标”，如同 DETR</translation>
    </message>
    <message>
        <source>boxes as centre, width and height, or as two corners</source>
        <translation>边框写成中心、宽和高，或写成两个角</translation>
    </message>
    <message>
        <source>boxes as</source>
        <translation>边框形式</translation>
    </message>
    <message>
        <source>Give one score more, for no object, or switch no_object off.</source>
        <translation>再给“没有目标”一个分数，或关闭 no_object。</translation>
    </message>
    <message>
        <source>One class needs two scores: itself and no object.</source>
        <translation>一个类别需要两个分数：它自己和“没有目标”。</translation>
    </message>
    <message>
        <source>It has the ports of SetDetectionLoss: wire both alike.</source>
        <translation>它的端口与 SetDetectionLoss 相同：按同样的方式接线。</translation>
    </message>
    <message>
        <source>Count which share of the sentences is right in every word.</source>
        <translation>统计每个词都正确的句子所占的比例。</translation>
    </message>
    <message>
        <source>A telephone number: one wrong digit, and somebody else answers.</source>
        <translation>电话号码：错一位，接电话的就是别人。</translation>
    </message>
    <message>
        <source>Watch it when a part that is right is worth nothing, as with dates, sums and commands.</source>
        <translation>当部分正确毫无价值时关注它，例如日期、算式和指令。</translation>
    </message>
    <message>
        <source>It stays at 0 for long while the words get better one by one; watch the loss beside it.</source>
        <translation>单词逐个变好时，它会长时间停在 0；请同时观察损失。</translation>
    </message>
    <message>
        <source>ExactMatch compares word by word.</source>
        <translation>ExactMatch 逐词比较。</translation>
    </message>
</context>
</TS>
