<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>pictures with three colours</source>
        <translation>三色图像</translation>
    </message>
    <message>
        <source>pictures, signals, series and other numbers</source>
        <translation>图像、信号、序列等数值</translation>
    </message>
    <message>
        <source>signals and series</source>
        <translation>信号与时间序列</translation>
    </message>
    <message>
        <source>texts with an &lt;unknown&gt; word</source>
        <translation>带 &lt;unknown&gt; 词的文本</translation>
    </message>
    <message>
        <source>examples that two Inputs read</source>
        <translation>被两个 Input 读取的样本</translation>
    </message>
    <message>
        <source>which share of the examples is changed</source>
        <translation>被改变的样本所占比例</translation>
    </message>
    <message>
        <source>the largest angle, to either side</source>
        <translation>向两侧旋转的最大角度</translation>
    </message>
    <message>
        <source>how much larger or smaller at most, as a share</source>
        <translation>最多放大或缩小的比例</translation>
    </message>
    <message>
        <source>the smallest window, as a share of the area</source>
        <translation>最小窗口占面积的比例</translation>
    </message>
    <message>
        <source>how far height and width may differ, as a factor</source>
        <translation>高与宽最多相差的倍数</translation>
    </message>
    <message>
        <source>the largest shift, as a share of width and height</source>
        <translation>最大平移量，占宽和高的比例</translation>
    </message>
    <message>
        <source>the side of the square, as a share of the shorter side</source>
        <translation>方块的边长，占短边的比例</translation>
    </message>
    <message>
        <source>how much lighter or darker at most, as a share</source>
        <translation>最多变亮或变暗的比例</translation>
    </message>
    <message>
        <source>how much more or less contrast at most, as a share</source>
        <translation>对比度最多增减的比例</translation>
    </message>
    <message>
        <source>how much stronger or paler at most, as a share</source>
        <translation>色彩最多变浓或变淡的比例</translation>
    </message>
    <message>
        <source>how far at most, as a share of the wheel: 0.5 is the opposite</source>
        <translation>最多转过色环的比例：0.5 为对面的颜色</translation>
    </message>
    <message>
        <source>how many changes each picture gets</source>
        <translation>每张图像做几次变换</translation>
    </message>
    <message>
        <source>how strong each is: 1 is the end of its range</source>
        <translation>每次变换的强度：1 为其范围的尽头</translation>
    </message>
    <message>
        <source>how strong the noise is, in deviations of the training examples</source>
        <translation>噪声的强度，以训练样本的标准差为单位</translation>
    </message>
    <message>
        <source>the largest shift, as a share of the length</source>
        <translation>最大移动量，占长度的比例</translation>
    </message>
    <message>
        <source>the longest stretch, as a share of the length</source>
        <translation>最长的一段，占长度的比例</translation>
    </message>
    <message>
        <source>the widest band, as a share of all pitches</source>
        <translation>最宽的频带，占全部频率的比例</translation>
    </message>
    <message>
        <source>the chance of every word to be hidden</source>
        <translation>每个词被遮住的概率</translation>
    </message>
    <message>
        <source>the chance of every pair of neighbours to change places</source>
        <translation>每对相邻词交换位置的概率</translation>
    </message>
    <message>
        <source>flip across</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>flip upside down</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>cut a window</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <source>hide a square</source>
        <translation>遮住方块</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>random policy</source>
        <translation>随机策略</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>shift in time</source>
        <translation>时间平移</translation>
    </message>
    <message>
        <source>silence a stretch</source>
        <translation>时间遮蔽</translation>
    </message>
    <message>
        <source>silence a band</source>
        <translation>频带遮蔽</translation>
    </message>
    <message>
        <source>hide words</source>
        <translation>遮住词</translation>
    </message>
    <message>
        <source>swap words</source>
        <translation>交换词</translation>
    </message>
    <message>
        <source>views apart</source>
        <translation>独立视图</translation>
    </message>
    <message>
        <source>The label is the direction of the movement: turned over, it is another one.</source>
        <translation>标签是运动的方向：翻转之后就成了另一个方向。</translation>
    </message>
    <message>
        <source>This changes {what}, and {data} has none: it does nothing here.</source>
        <translation>它改变的是{what}，而 {data} 中没有：在这里不起作用。</translation>
    </message>
    <message>
        <source>Things in photographs are seldom upside down. Keep this for pictures from above or through a microscope.</source>
        <translation>照片里的东西很少是倒着的。请把它留给俯拍或显微镜下的图像。</translation>
    </message>
    <message>
        <source>What is to be foretold follows the last step. Shifted, the series ends somewhere else, and the target no longer follows.</source>
        <translation>要预测的是紧接最后一步的值。平移之后序列在别处结束，目标就接不上了。</translation>
    </message>
    <message>
        <source>The answer repeats the order of the words. Swapped words would have another answer.</source>
        <translation>答案沿用词的顺序。词交换之后，答案就不同了。</translation>
    </message>
    <message>
        <source>The classes are digits or letters. Turned over, a 3 is no 3, a 6 is a 9 and a b is a d: the label would be wrong.</source>
        <translation>类别是数字或字母。翻转之后，3 不再是 3，6 成了 9，b 成了 d：标签就错了。</translation>
    </message>
    <message>
        <source>There is a class “{name}”. Turned over, it shows another one: the label would be wrong.</source>
        <translation>有一个类别叫“{name}”。翻转之后它就成了另一类：标签就错了。</translation>
    </message>
    <message>
        <source>Alone it changes nothing: put another augmentation beside it.</source>
        <translation>单独使用时它什么也不改变：请再加一种增强。</translation>
    </message>
    <message>
        <source>Digits turned over become others or none: a mirrored 3 is no 3, and a 6 upside down is a 9.</source>
        <translation>数字翻转后会变成别的数字或不成数字：镜像的 3 不是 3，倒过来的 6 是 9。</translation>
    </message>
    <message>
        <source>The answer is one of the words of the text: hidden or moved, it can no longer be found.</source>
        <translation>答案是文中的一个词：遮住或移走之后就找不到了。</translation>
    </message>
    <message>
        <source>Every sign of the question counts: with one hidden or moved, another answer would be right.</source>
        <translation>题目中的每个符号都算数：遮住或移动一个，正确答案就不同了。</translation>
    </message>
    <message>
        <source>A value that stands still is one of the faults: this would make faults where the label says none.</source>
        <translation>数值停滞不动正是故障的一种：这样做会在标签说没有故障的地方造出故障。</translation>
    </message>
    <message>
        <source>The caption says what is above, below, left and right: turned over, it would be wrong.</source>
        <translation>描述中说了上下左右：翻转之后描述就错了。</translation>
    </message>
    <message>
        <source>The caption names the colours.</source>
        <translation>描述中说出了颜色。</translation>
    </message>
    <message>
        <source>The caption names every shape, also one that is cut away or hidden.</source>
        <translation>描述会提到每个图形，包括被裁掉或遮住的。</translation>
    </message>
    <message>
        <source>The answer may be a colour.</source>
        <translation>答案可能是一种颜色。</translation>
    </message>
    <message>
        <source>The answer may count the shapes, also one that is cut away or hidden.</source>
        <translation>答案可能是图形的数目，包括被裁掉或遮住的。</translation>
    </message>
    <message>
        <source>Every triangle of this set stands on its base; none will be asked about on its tip.</source>
        <translation>这个数据集里的三角形都是底边朝下的，不会问到尖朝下的三角形。</translation>
    </message>
    <message>
        <source>`colour` is one of the answers.</source>
        <translation>`colour` 是答案之一。</translation>
    </message>
    <message>
        <source>A tone is one pitch: silenced, a letter of the word is gone.</source>
        <translation>一个音就是一个音高：消去之后，词就少了一个字母。</translation>
    </message>
    <message>
        <source>Each letter is a third of the sound: silenced, the word is another one.</source>
        <translation>每个字母占声音的三分之一：消去之后就成了另一个词。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>The same examples with other random numbers</source>
        <translation>同样的样本，换一组随机数</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>as training sees them</source>
        <translation>训练时看到的</translation>
    </message>
    <message>
        <source>The examples are on their way…</source>
        <translation>样本正在准备…</translation>
    </message>
    <message>
        <source>{n} examples, variation {seed}</source>
        <translation>{n} 个样本，第 {seed} 次变换</translation>
    </message>
    <message>
        <source>Nothing in these data varies.</source>
        <translation>这些数据中没有可变换的内容。</translation>
    </message>
    <message>
        <source>The examples cannot be drawn. Train tells why.</source>
        <translation>样本画不出来。点“训练”会说明原因。</translation>
    </message>
    <message>
        <source>Training examples are varied anew each time they are seen; validation and test never are.</source>
        <translation>训练样本每次出现都会重新变换；验证和测试样本从不变换。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>What can be varied in these data</source>
        <translation>这些数据中可以变换的内容</translation>
    </message>
    <message>
        <source>Do this one step earlier</source>
        <translation>提前一步</translation>
    </message>
    <message>
        <source>Do this one step later</source>
        <translation>推后一步</translation>
    </message>
    <message>
        <source>Take this step away</source>
        <translation>去掉这一步</translation>
    </message>
    <message>
        <source>choose one…</source>
        <translation>选择一种…</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Pictures with COCO boxes</source>
        <translation>图片与 COCO 标注框</translation>
    </message>
    <message>
        <source>Pictures with YOLO boxes</source>
        <translation>图片与 YOLO 标注框</translation>
    </message>
    <message>
        <source>the folder that holds the pictures and what is said about them</source>
        <translation>存放图片及其标注的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder of pictures with boxes first.</source>
        <translation>请先选择一个带标注框的图片文件夹。</translation>
    </message>
    <message>
        <source>{folder} is no folder, or cannot be reached. Choose another one.</source>
        <translation>{folder} 不是文件夹，或无法访问。请另选一个。</translation>
    </message>
    <message>
        <source>{file} is not there and is passed over.</source>
        <translation>{file} 不存在，已跳过。</translation>
    </message>
    <message>
        <source>None of the {count} pictures that are written about could be read.</source>
        <translation>标注提到的 {count} 张图片没有一张能读取。</translation>
    </message>
    <message>
        <source>And {count} more of this kind.</source>
        <translation>此类问题还有 {count} 处。</translation>
    </message>
    <message>
        <source>Pictures of your own with boxes in a COCO file: one JSON that names pictures, kinds and boxes.</source>
        <translation>你自己的图片，标注框写在一个 COCO 文件里：一个列出图片、类别和框的 JSON。</translation>
    </message>
    <message>
        <source>Pictures of your own with boxes as YOLO writes them: a text file for each picture.</source>
        <translation>你自己的图片，按 YOLO 的写法标注：每张图片一个文本文件。</translation>
    </message>
    <message>
        <source>Your own pictures with boxes as COCO writes them: choose the folder of the pictures and a JSON file with `images`, `annotations` and `categories`; without a choice the first one in the folder or in `annotations` is taken. Pictures are cut square around their middle. `boxes` are centre, width and height from 0 to 1, the largest first, `labels` their kinds (−1: no more boxes). Crowds are left out. A picture that is missing or cannot be read is passed over and named. The licence is that of your pictures.</source>
        <translation>你自己的图片，标注框采用 COCO 的写法：请选择图片所在的文件夹，以及一个含有 `images`、`annotations` 和 `categories` 的 JSON 文件；不选时取文件夹或其 `annotations` 中的第一个。图片以中心为准裁成正方形。`boxes` 是 0 到 1 之间的中心、宽和高，大的在前，`labels` 是它们的类别（−1 表示没有更多的框）。标为人群的框不用。缺失或无法读取的图片会被跳过并列出。许可与你的图片相同。</translation>
    </message>
    <message>
        <source>Your own pictures with boxes as YOLO writes them: choose a folder that holds `images` and `labels`, with a text file of the same name for each picture (or beside it), a line for each box: its kind from 0, then centre x, y, width and height from 0 to 1. The kinds are named in `data.yaml` or line by line in `classes.txt`. Pictures are cut square around their middle; one without a text file has no boxes. What makes no sense or cannot be read is passed over and named. The licence is that of your pictures.</source>
        <translation>你自己的图片，标注框采用 YOLO 的写法：请选择一个含有 `images` 和 `labels` 的文件夹，每张图片有一个同名文本文件（也可放在图片旁边），每个框一行：从 0 数起的类别，然后是 0 到 1 之间的中心 x、y、宽和高。类别名写在 `data.yaml` 里，或逐行写在 `classes.txt` 里。图片以中心为准裁成正方形；没有文本文件的图片就没有框。不合理或无法读取的内容会被跳过并列出。许可与你的图片相同。</translation>
    </message>
    <message>
        <source>the JSON file of annotations; found in the folder when empty</source>
        <translation>标注的 JSON 文件；留空则在文件夹里查找</translation>
    </message>
    <message>
        <source>There is no JSON file of annotations in {folder}. Choose it, or put it there.</source>
        <translation>{folder} 中没有标注用的 JSON 文件。请选择它，或把它放进去。</translation>
    </message>
    <message>
        <source>{file} was expected to be a COCO file, a JSON with images, annotations and categories: {error}.</source>
        <translation>{file} 应当是一个 COCO 文件，即含有 images、annotations 和 categories 的 JSON：{error}。</translation>
    </message>
    <message>
        <source>Annotation {number} makes no sense and is passed over: {error}.</source>
        <translation>第 {number} 条标注不合理，已跳过：{error}。</translation>
    </message>
    <message>
        <source>{file} lies outside the folder and is passed over.</source>
        <translation>{file} 在文件夹之外，已跳过。</translation>
    </message>
    <message>
        <source>{folder} holds no pictures. It should hold the folders images and labels.</source>
        <translation>{folder} 中没有图片。其中应有文件夹 images 和 labels。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}. Its picture has no boxes.</source>
        <translation>{file} 无法读取：{error}。它的图片没有框。</translation>
    </message>
    <message>
        <source>{file}, line {number}: “{line}” is no kind with a box and is passed over.</source>
        <translation>{file} 第 {number} 行：“{line}”不是类别加框，已跳过。</translation>
    </message>
    <message>
        <source>What is {name} meant to be?</source>
        <translation>{name} 要当作什么?</translation>
    </message>
    <message>
        <source>It could be several things.</source>
        <translation>它可以当作好几种东西。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>{name} is not there any more</source>
        <translation>{name} 已经不在了</translation>
    </message>
    <message>
        <source>Nothing can be made of {name}</source>
        <translation>{name} 无法使用</translation>
    </message>
    <message>
        <source>A project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>A network in Python</source>
        <translation>Python 写的网络</translation>
    </message>
    <message>
        <source>What fits by name and shape is taken over; undo takes it back.</source>
        <translation>名称和形状相符的会被接过来；撤销即可还原。</translation>
    </message>
    <message>
        <source>A {ending} file is pickled: reading it could run somebody else's code, so Workbench does not. In Python, safetensors.torch.save_file(model.state_dict(), "weights.safetensors") writes the same weights safely; drop that file. Or drop the .py file that makes the network.</source>
        <translation>{ending} 文件是用 pickle 写的：读取它可能会运行别人的代码，所以 Workbench 不读。在 Python 中用 safetensors.torch.save_file(model.state_dict(), "weights.safetensors") 可以安全地写出同样的权重，再把那个文件拖进来；或者拖入生成网络的 .py 文件。</translation>
    </message>
    <message>
        <source>A folder can be a project, one folder of pictures or WAV files for each class, images with masks, or images with COCO or YOLO boxes.</source>
        <translation>文件夹可以是项目，可以是每个类别一个子文件夹的图片或 WAV 文件，可以是图片加掩码，也可以是图片加 COCO 或 YOLO 标注框。</translation>
    </message>
    <message>
        <source>Drop a .workbench project, a table (.csv), a text (.txt), arrays (.npy, .npz, .safetensors), a COCO file, a network (.py), or a folder of pictures or sounds.</source>
        <translation>可以拖入 .workbench 项目、表格(.csv)、文本(.txt)、数组(.npy、.npz、.safetensors)、COCO 文件、网络(.py)，或者图片、声音的文件夹。</translation>
    </message>
    <message>
        <source>Data of this project: {task}</source>
        <translation>作为本项目的数据：{task}</translation>
    </message>
    <message>
        <source>{name} cannot be used</source>
        <translation>{name} 无法使用</translation>
    </message>
    <message>
        <source>{name}: data of this project now. Undo takes it back.</source>
        <translation>{name}：现在是本项目的数据。撤销即可还原。</translation>
    </message>
    <message>
        <source>A series of your own, a row for each moment: what comes next?</source>
        <translation>你自己的序列，每个时刻一行：接下来是什么?</translation>
    </message>
    <message>
        <source>CSV series</source>
        <translation>CSV 时间序列</translation>
    </message>
    <message>
        <source>Your own series in a CSV file, its rows in the order of time: prices, temperatures, loads, sales. `sequence` is a window of the chosen columns of numbers, each brought to mean 0 and deviation 1 by the first half of the file, `target` the next values of one of them. Gaps are filled along a straight line between their neighbours and counted. The parts are cut in time. The licence is that of your data.</source>
        <translation>你自己的时间序列，存于 CSV 文件，各行按时间先后排列：价格、气温、负荷、销量。`sequence` 是所选数值列的一个窗口，每列按文件前一半的均值和标准差标准化，`target` 是其中一列接下来的值。缺失值在前后两点之间按直线填补，并说明个数。各部分按时间切分。许可与你的数据相同。</translation>
    </message>
    <message>
        <source>the CSV file; its first line names the columns, its rows follow in time</source>
        <translation>CSV 文件；第一行是列名，各行按时间先后排列</translation>
    </message>
    <message>
        <source>the column to be foretold; the last one of numbers when empty</source>
        <translation>要预测的列；留空则取最后一个数值列</translation>
    </message>
    <message>
        <source>the columns that are known, with commas between; all of numbers when empty</source>
        <translation>已知的列，用逗号隔开；留空则取所有数值列</translation>
    </message>
    <message>
        <source>how many rows the network sees at once</source>
        <translation>网络一次看多少行</translation>
    </message>
    <message>
        <source>how many values after the window are foretold</source>
        <translation>预测窗口之后的多少个值</translation>
    </message>
    <message>
        <source>{column} is no column of numbers. The file has these: {names}.</source>
        <translation>{column} 不是数值列。文件中的数值列有：{names}。</translation>
    </message>
    <message>
        <source>{file} has no column of numbers to learn from.</source>
        <translation>{file} 中没有可供学习的数值列。</translation>
    </message>
    <message>
        <source>{file} has {count} rows, and a window needs {length} and {ahead} more. Choose a longer file or a shorter length.</source>
        <translation>{file} 有 {count} 行，而一个窗口需要 {length} 行再加 {ahead} 行。请换更长的文件，或缩短窗口。</translation>
    </message>
    <message>
        <source>Not one example of {data} has finite numbers only.</source>
        <translation>{data} 中没有一个样本的数值全部有限。</translation>
    </message>
    <message>
        <source>{column}: {count} examples have numbers that are not finite and are left out, the first is number {row}.</source>
        <translation>{column}：有 {count} 个样本含有非有限的数值（NaN 或无穷），已略去，第一个是第 {row} 号。</translation>
    </message>
    <message>
        <source>training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>{count} of the {total} examples of the {part} stand in the {earlier} too: its figures will be too good. The first are {rows}.</source>
        <translation>{part}的 {total} 个样本中有 {count} 个也出现在{earlier}里：结果会虚高。最前面的是 {rows}。</translation>
    </message>
    <message>
        <source>{count} features never change and say nothing: {names}.</source>
        <translation>有 {count} 个特征从不变化，不提供任何信息：{names}。</translation>
    </message>
    <message>
        <source>The target is the same for every training example: there is nothing to foretell.</source>
        <translation>所有训练样本的目标值都相同：没有什么可预测的。</translation>
    </message>
    <message>
        <source>Whether an example stands in two parts was not looked for: there are too many numbers.</source>
        <translation>没有检查样本是否同时出现在两个部分里：数据太多。</translation>
    </message>
    <message>
        <source>A batch of {batch} is more than the {count} training examples: every step looks at all of them.</source>
        <translation>批大小 {batch} 超过了 {count} 个训练样本：每一步都会看到全部样本。</translation>
    </message>
    <message>
        <source>There are no examples to validate: nobody sees when learning turns into learning by heart.</source>
        <translation>没有用于验证的样本：无从看出何时从学习变成了死记硬背（过拟合）。</translation>
    </message>
    <message>
        <source>There are no examples for a test at the end.</source>
        <translation>没有留到最后测试的样本。</translation>
    </message>
    <message>
        <source>Every training example is of the class {name}: there is nothing to tell apart.</source>
        <translation>所有训练样本都属于类别 {name}：没有什么可区分的。</translation>
    </message>
    <message>
        <source>The {part} has no example of {names}.</source>
        <translation>{part}里没有这些类别的样本：{names}。</translation>
    </message>
    <message>
        <source>{most} comes {times} times as often as {least}. Class weights or balanced drawing, in the recipe, keep the rare ones from being left out.</source>
        <translation>{most} 出现的次数是 {least} 的 {times} 倍。训练方案中的类别权重或均衡采样可以避免稀有类别被忽略。</translation>
    </message>
    <message>
        <source>{count} texts in {column} have no words: nothing but padding.</source>
        <translation>{column} 中有 {count} 条文本没有词：只有填充。</translation>
    </message>
    <message>
        <source>Examples of each class</source>
        <translation>各类别的样本数</translation>
    </message>
    <message>
        <source>{data}: a look at the data</source>
        <translation>{data}：查看数据</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Nothing strange: no example stands in two parts, no class is missing or very rare.</source>
        <translation>没有异常：没有样本同时出现在两个部分里，没有类别缺失或过于稀少。</translation>
    </message>
    <message>
        <source>What an example holds</source>
        <translation>一个样本的内容</translation>
    </message>
    <message>
        <source>{field}: {what}</source>
        <translation>{field}：{what}</translation>
    </message>
    <message>
        <source>Training, validation, test</source>
        <translation>训练、验证、测试</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>做了哪些处理</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>The data are being loaded…</source>
        <translation>正在加载数据…</translation>
    </message>
    <message>
        <source>{field}: {what}, less its mean ({means}) and divided by its deviation ({deviations})</source>
        <translation>{field}：{what}，减去均值({means})再除以标准差({deviations})</translation>
    </message>
    <message>
        <source>and {count} more classes</source>
        <translation>还有 {count} 个类别</translation>
    </message>
    <message>
        <source>The data cannot be made: {error}</source>
        <translation>无法生成数据：{error}</translation>
    </message>
    <message>
        <source>Look at the data…</source>
        <translation>查看数据…</translation>
    </message>
    <message>
        <source>Examples, how the parts are cut, how many each class has, and what is strange</source>
        <translation>样本、各部分的划分、各类别的数量，以及有哪些异常</translation>
    </message>
    <message>
        <source>time of day, sine</source>
        <translation>时刻的正弦</translation>
    </message>
    <message>
        <source>time of day, cosine</source>
        <translation>时刻的余弦</translation>
    </message>
    <message>
        <source>place on the page</source>
        <translation>页面位置</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Something was shown to somebody: was it clicked?</source>
        <translation>向某人展示了一样东西：点了没有?</translation>
    </message>
    <message>
        <source>Clicks on offers</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Offers that were shown to visitors, and whether they clicked: about one in seven did. Three hidden tastes of visitor and offer count together with the time of day, the place on the page and the price. `user` and `item` are numbers for an Embedding, `features` the circumstances, `label` the click. Made here from a seed, free of any licence; nobody was watched.</source>
        <translation>向访客展示的商品，以及他们是否点击：大约七次中有一次。访客与商品的三个隐含偏好，连同时刻、页面位置和价格一起起作用。`user` 和 `item` 是用于嵌入(Embedding)的编号，`features` 是当时的情形，`label` 是点击与否。由种子在本地生成，不受任何许可限制；没有观察过任何人。</translation>
    </message>
    <message>
        <source>how many visitors there are</source>
        <translation>有多少访客</translation>
    </message>
    <message>
        <source>how many offers there are</source>
        <translation>有多少商品</translation>
    </message>
    <message>
        <source>passed by</source>
        <translation>未点击</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Positions of four in a row: where should you move?</source>
        <translation>四子连线的局面：该下哪里?</translation>
    </message>
    <message>
        <source>Small Gomoku</source>
        <translation>小五子棋</translation>
    </message>
    <message>
        <source>Positions of Gomoku on 5 by 5 squares, where four in a row win, reached by moves of chance. `label` is the square that is best after looking two moves ahead (minimax), `value` from −1 to 1 how good the position is then. `image` has one plane for your stones and one for the other's. A policy and a value network learn from such positions, as for the game of Go. Made here from a seed, free of any licence.</source>
        <translation>5×5 棋盘上的五子棋局面，四子连线即胜，由随机落子得到。`label` 是向前看两步（极小极大搜索）后最好的落点，`value` 在 −1 到 1 之间，表示此时局面的优劣。`image` 有两个平面，一个是己方棋子，一个是对方棋子。策略网络和价值网络就从这样的局面学习，围棋也是如此。由种子在本地生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Windows of two photographs, with a texture beside each whose style can be given to it.</source>
        <translation>两张照片的窗口，每个配一幅纹理，可把其风格赋予照片。</translation>
    </message>
    <message>
        <source>Photographs and styles</source>
        <translation>照片与风格</translation>
    </message>
    <message>
        <source>Windows of two real photographs, a temple and a flower, from places and of sizes of chance. `image` is the window, `label` which photograph it is of, `style` a coloured texture for style transfer. Windows overlap, also across the parts: for generating, not for measuring how well a classifier does. Photographs by danielbuechele and vultilion on Flickr, licence CC BY 2.0; the files come with scikit-learn. Textures made here from a seed.</source>
        <translation>两张真实照片（一座庙宇和一朵花）的窗口，位置和大小随机。`image` 是窗口，`label` 是它来自哪张照片，`style` 是用于风格迁移的彩色纹理。窗口之间有重叠，不同部分之间也有：适合生成，不适合衡量分类器的好坏。照片由 Flickr 上的 danielbuechele 和 vultilion 拍摄，许可 CC BY 2.0；文件随 scikit-learn 提供。纹理由种子在本地生成。</translation>
    </message>
    <message>
        <source>temple</source>
        <translation>庙宇</translation>
    </message>
    <message>
        <source>flower</source>
        <translation>花</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}. It comes with scikit-learn: install that again.</source>
        <translation>{file} 无法读取：{error}。它随 scikit-learn 提供：请重新安装。</translation>
    </message>
    <message>
        <source>noun</source>
        <translation>名词</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>adjective</source>
        <translation>形容词</translation>
    </message>
    <message>
        <source>adverb</source>
        <translation>副词</translation>
    </message>
    <message>
        <source>determiner</source>
        <translation>限定词</translation>
    </message>
    <message>
        <source>preposition</source>
        <translation>介词</translation>
    </message>
    <message>
        <source>Sentences in which every word is a noun, a verb or something else.</source>
        <translation>每个词是名词、动词或其他词性的句子。</translation>
    </message>
    <message>
        <source>Parts of speech</source>
        <translation>词性标注</translation>
    </message>
    <message>
        <source>English sentences from templates with the part of speech of every word. “light” is a noun here and an adjective there: its neighbours decide. `tokens` are the words (0 is padding), `tags` the part of speech of each, −100 at padding, which CrossEntropyLoss passes over. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的英文句子，每个词带有词性。“light”在这里是名词，在那里是形容词：由相邻的词决定。`tokens` 是词（0 为填充），`tags` 是各自的词性，填充处为 −100，CrossEntropyLoss 会跳过。由种子在本地生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>begins a word</source>
        <translation>词首</translation>
    </message>
    <message>
        <source>within a word</source>
        <translation>词中</translation>
    </message>
    <message>
        <source>ends a word</source>
        <translation>词尾</translation>
    </message>
    <message>
        <source>a word of its own</source>
        <translation>单字成词</translation>
    </message>
    <message>
        <source>Chinese sentences: where does a word begin and end?</source>
        <translation>中文句子：词在哪里开始，在哪里结束?</translation>
    </message>
    <message>
        <source>Chinese words</source>
        <translation>中文分词</translation>
    </message>
    <message>
        <source>Chinese sentences from templates, written without spaces as always, and for each character whether it begins a word, stands within or ends one, or is one. 研究生 is a graduate student, 研究 生命 is research into life: the neighbours decide. `tokens` are the characters (0 is padding), `tags` their places, −100 at padding. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的中文句子，照例不带空格，每个字标明是词首、词中、词尾还是单字成词。“研究生”是一个词，“研究 生命”是两个词：由相邻的字决定。`tokens` 是字（0 为填充），`tags` 是它们的位置，填充处为 −100。由种子在本地生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Short pieces of news: what are they about?</source>
        <translation>简短的新闻：说的是什么?</translation>
    </message>
    <message>
        <source>Topics of the news</source>
        <translation>新闻主题</translation>
    </message>
    <message>
        <source>English headlines from templates about sport, the weather, money and science. “match” and “bank” come up under two topics each. `tokens` are the words, 0 is padding. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的英文标题，关于体育、天气、财经和科学。“match”和“bank”各出现在两个主题里。`tokens` 是词，0 为填充。由种子在本地生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>体育</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>money</source>
        <translation>财经</translation>
    </message>
    <message>
        <source>science</source>
        <translation>科学</translation>
    </message>
    <message>
        <source>Loudness is part of the mood.</source>
        <translation>响度是情绪的一部分。</translation>
    </message>
    <message>
        <source>Turn a picture into its mirror image.</source>
        <translation>把图像变成它的镜像。</translation>
    </message>
    <message>
        <source>Turn a picture upside down.</source>
        <translation>把图像上下颠倒。</translation>
    </message>
    <message>
        <source>Turn a picture about its middle by a random angle.</source>
        <translation>让图像绕中心转一个随机角度。</translation>
    </message>
    <message>
        <source>Make what a picture shows larger or smaller.</source>
        <translation>把图像中的内容放大或缩小。</translation>
    </message>
    <message>
        <source>Cut a window out of a picture and enlarge it to the full size.</source>
        <translation>从图像中裁出一个窗口并放大到原来的尺寸。</translation>
    </message>
    <message>
        <source>Shift a picture a little across and down.</source>
        <translation>把图像稍稍左右、上下平移。</translation>
    </message>
    <message>
        <source>Hide a square of a picture behind plain grey.</source>
        <translation>用纯灰色遮住图像的一个方块。</translation>
    </message>
    <message>
        <source>Make a picture lighter or darker: x·U(1 − amount, 1 + amount).</source>
        <translation>让图像变亮或变暗：x·U(1 − amount, 1 + amount)。</translation>
    </message>
    <message>
        <source>Pull the tones of a picture apart or together: m + (x − m)·U(1 − amount, 1 + amount), m the mean of its grey.</source>
        <translation>拉开或收拢图像的明暗：m + (x − m)·U(1 − amount, 1 + amount)，m 为其灰度均值。</translation>
    </message>
    <message>
        <source>Make colours stronger or paler: g + (x − g)·U(1 − amount, 1 + amount), g the grey of the same place.</source>
        <translation>让色彩变浓或变淡：g + (x − g)·U(1 − amount, 1 + amount)，g 为同一处的灰度。</translation>
    </message>
    <message>
        <source>Turn all colours round the colour wheel by U(−amount, amount) of a full turn.</source>
        <translation>让所有颜色沿色环转动一整圈的 U(−amount, amount)。</translation>
    </message>
    <message>
        <source>Draw some changes for every picture out of a list, instead of choosing them by hand.</source>
        <translation>不必手工挑选，为每张图像从清单中抽取几种变换。</translation>
    </message>
    <message>
        <source>Add a little noise to every number: x + σ·s·N(0, 1), s the deviation of the training examples.</source>
        <translation>给每个数加上一点噪声：x + σ·s·N(0, 1)，s 为训练样本的标准差。</translation>
    </message>
    <message>
        <source>Make a signal or a series larger or smaller: x·U(1 − amount, 1 + amount).</source>
        <translation>把信号或序列放大或缩小：x·U(1 − amount, 1 + amount)。</translation>
    </message>
    <message>
        <source>Shift a signal or a series in time by U(−share, share) of its length; the gap repeats the value at the edge.</source>
        <translation>把信号或序列在时间上平移其长度的 U(−share, share)；空出处重复边缘的值。</translation>
    </message>
    <message>
        <source>Silence a stretch of a signal or a series, up to ``share`` of its length (SpecAugment: Park et al. 2019).</source>
        <translation>让信号或序列的一段静音，最长为长度的 ``share``（SpecAugment：Park 等 2019）。</translation>
    </message>
    <message>
        <source>Silence a band of pitches, up to ``share`` of all (SpecAugment: Park et al. 2019).</source>
        <translation>消去一段频带，最宽为全部的 ``share``（SpecAugment：Park 等 2019）。</translation>
    </message>
    <message>
        <source>Hide some words of a text behind &lt;unknown&gt;, so that none is relied on too much (Iyyer et al. 2015, section 3).</source>
        <translation>用 &lt;unknown&gt; 遮住文本中的一些词，使网络不过分依赖任何一个（Iyyer 等 2015，第 3 节）。</translation>
    </message>
    <message>
        <source>Let some words change places with the next one; tags of words go along.</source>
        <translation>让一些词与后一个词交换位置；词的标签随之移动。</translation>
    </message>
    <message>
        <source>Vary an example anew for every Input that reads it, so that two Inputs see two views of one example.</source>
        <translation>为每个读取样本的 Input 各自变换一次，使两个 Input 看到同一样本的两个视图。</translation>
    </message>
</context>
</TS>
