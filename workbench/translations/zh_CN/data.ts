<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Blobs</source>
        <translation>点团</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Diabetes progression</source>
        <translation>糖尿病进展</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>Logic gates</source>
        <translation>逻辑门</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>1,797 real digits from 0 to 9, about 180 of each, written by 13 people. Each is 8 by 8 pixels with 17 grey levels and is enlarged to the size you choose. `image` is the picture with one channel, `pixels` the same numbers in one row for networks without convolution, `label` the digit. From E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998 (its test part), licence CC BY 4.0; the file comes with scikit-learn.</source>
        <translation>1,797 个真实的手写数字，0 到 9 每个约 180 张，由 13 个人书写。每张为 8×8 像素、17 级灰度，并放大到您选定的尺寸。`image` 是单通道图像，`pixels` 是同样的数排成一行（供没有卷积的网络使用），`label` 是数字。来源：E. Alpaydin 与 C. Kaynak，Optical Recognition of Handwritten Digits，UCI Machine Learning Repository，1998（其测试部分），许可协议 CC BY 4.0；文件随 scikit-learn 提供。</translation>
    </message>
    <message>
        <source>150 flowers, 50 of each of three kinds of iris, with the length and width of sepal and petal in centimetres. One kind can be told apart by a straight line, the other two overlap. From R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; UCI Machine Learning Repository, licence CC BY 4.0; the file comes with scikit-learn.</source>
        <translation>150 朵花，三种鸢尾各 50 朵，记录花萼和花瓣的长与宽（厘米）。其中一种用一条直线就能分开，另外两种互有重叠。来源：R. A. Fisher，The use of multiple measurements in taxonomic problems，1936；UCI Machine Learning Repository，许可协议 CC BY 4.0；文件随 scikit-learn 提供。</translation>
    </message>
    <message>
        <source>178 wines from one region of Italy, by three growers (59, 71 and 48 wines), with 13 chemical measurements each. The measurements have very different sizes, so scaling them matters. From S. Aeberhard and M. Forina, Wine, UCI Machine Learning Repository, 1991, licence CC BY 4.0; the file comes with scikit-learn.</source>
        <translation>意大利同一产区三位种植者的 178 种葡萄酒（分别为 59、71、48 种），每种有 13 项化学测量值。各项测量值的大小相差悬殊，因此缩放很重要。来源：S. Aeberhard 与 M. Forina，Wine，UCI Machine Learning Repository，1991，许可协议 CC BY 4.0；文件随 scikit-learn 提供。</translation>
    </message>
    <message>
        <source>569 tumours, 212 malignant and 357 benign. Ten properties of the cell nuclei in a microscope image, each as mean, standard error and worst value, make 30 features. From W. Wolberg, O. Mangasarian, N. Street and W. Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, 1995, licence CC BY 4.0; the file comes with scikit-learn.</source>
        <translation>569 个肿瘤，212 个恶性，357 个良性。显微图像中细胞核的十种性质，各取平均值、标准误差和最差值，共 30 个特征。来源：W. Wolberg、O. Mangasarian、N. Street 与 W. Street，Breast Cancer Wisconsin (Diagnostic)，UCI Machine Learning Repository，1995，许可协议 CC BY 4.0；文件随 scikit-learn 提供。</translation>
    </message>
    <message>
        <source>442 patients with age, sex, body mass index, blood pressure and six blood values. The target is a measure of how far the disease has gone one year later, from 25 to 346. Much of it cannot be known from these ten numbers: a straight-line fit is off by about 45 points on average. From B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, Least Angle Regression, Annals of Statistics, 2004; no licence is stated, it is used freely for teaching; the file comes with scikit-learn.</source>
        <translation>442 名患者的年龄、性别、体重指数、血压和六项血液指标。目标是一年后疾病进展程度的度量，范围 25 到 346。其中很大一部分无法由这十个数得知：直线拟合平均相差约 45 分。来源：B. Efron、T. Hastie、I. Johnstone 与 R. Tibshirani，Least Angle Regression，Annals of Statistics，2004；未声明许可协议，一直自由用于教学；文件随 scikit-learn 提供。</translation>
    </message>
    <message>
        <source>The four rows of a truth table: two inputs that are 0 or 1, and the answer of AND, OR or XOR. One straight line separates the answers of AND and of OR, but none separates those of XOR, as M. Minsky and S. Papert showed in Perceptrons, 1969. With four rows nothing can be held back, so training, validation and test are the same four. Made here, free of any licence.</source>
        <translation>真值表的四行：两个取 0 或 1 的输入，以及 AND、OR 或 XOR 的答案。一条直线可以分开 AND 和 OR 的答案，却没有直线能分开 XOR 的答案，M. Minsky 与 S. Papert 在 1969 年的《感知机》中证明了这一点。只有四行，无法留出任何样本，因此训练集、验证集和测试集是同样的四行。由本程序生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Round clouds of points, one for each class, whose centres stand evenly on a circle of radius 1. Straight lines separate them as long as the noise is small. Made here from a seed, free of any licence.</source>
        <translation>圆形的点团，每个类别一团，中心均匀分布在半径为 1 的圆上。只要噪声小，直线就能把它们分开。由本程序按随机种子生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other. No straight line separates them; one hidden layer does. Made here from a seed, free of any licence.</source>
        <translation>两个互相嵌入的半月。没有直线能把它们分开；一个隐藏层就可以。由本程序按随机种子生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>A ring of points inside another of radius 1. No straight line separates them, but the squares of the coordinates do at once. Made here from a seed, free of any licence.</source>
        <translation>一圈点，套在半径为 1 的另一圈之内。没有直线能把它们分开，但用坐标的平方立刻就能分开。由本程序按随机种子生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Spiral arms that wind around each other, one for each class, out to radius 1. They need a network with some width or depth, and patience. After the two-spirals problem of K. Lang and M. Witbrock, 1988. Made here from a seed, free of any licence.</source>
        <translation>互相缠绕的螺旋臂，每个类别一条，最外半径为 1。要分开它们，网络需要一定的宽度或深度，还要有耐心。源自 K. Lang 与 M. Witbrock 的双螺旋问题（1988）。由本程序按随机种子生成，不受任何许可限制。</translation>
    </message>
    <message>
        <source>Real handwritten digits, made as large as the network wants them.</source>
        <translation>真实的手写数字，放大到网络需要的尺寸。</translation>
    </message>
    <message>
        <source>Three kinds of iris flower, told apart by their leaves.</source>
        <translation>三种鸢尾花，凭花萼和花瓣的尺寸加以区分。</translation>
    </message>
    <message>
        <source>Three Italian wine growers, told apart by the chemistry of their wine.</source>
        <translation>意大利三位种植者，凭葡萄酒的化学成分加以区分。</translation>
    </message>
    <message>
        <source>Malignant and benign tumours, told apart by the cell nuclei in a microscope image.</source>
        <translation>恶性与良性肿瘤，凭显微图像中的细胞核加以区分。</translation>
    </message>
    <message>
        <source>How far diabetes has gone a year later, from ten measurements today.</source>
        <translation>由今天的十项测量值，预测一年后糖尿病进展到什么程度。</translation>
    </message>
    <message>
        <source>A logic gate: two inputs that are 0 or 1, and its answer.</source>
        <translation>逻辑门：两个取 0 或 1 的输入，以及它的答案。</translation>
    </message>
    <message>
        <source>Round clouds of points, one for each class.</source>
        <translation>圆形的点团，每个类别一团。</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation>两个互相嵌入的半月。</translation>
    </message>
    <message>
        <source>A ring around another ring.</source>
        <translation>一个圆环套着另一个圆环。</translation>
    </message>
    <message>
        <source>Spiral arms that wind around each other.</source>
        <translation>互相缠绕的螺旋臂。</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>one mean and deviation for the whole column</source>
        <translation>整列共用一个均值和标准差</translation>
    </message>
    <message>
        <source>a mean and deviation for each feature</source>
        <translation>每个特征各用一个均值和标准差</translation>
    </message>
    <message>
        <source>a mean and deviation for each channel</source>
        <translation>每个通道各用一个均值和标准差</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>类别 0</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>class 2</source>
        <translation>类别 2</translation>
    </message>
    <message>
        <source>class 3</source>
        <translation>类别 3</translation>
    </message>
    <message>
        <source>class 4</source>
        <translation>类别 4</translation>
    </message>
    <message>
        <source>class 5</source>
        <translation>类别 5</translation>
    </message>
    <message>
        <source>setosa</source>
        <translation>山鸢尾 (setosa)</translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation>变色鸢尾 (versicolor)</translation>
    </message>
    <message>
        <source>virginica</source>
        <translation>维吉尼亚鸢尾 (virginica)</translation>
    </message>
    <message>
        <source>grower 1</source>
        <translation>种植者 1</translation>
    </message>
    <message>
        <source>grower 2</source>
        <translation>种植者 2</translation>
    </message>
    <message>
        <source>grower 3</source>
        <translation>种植者 3</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>良性</translation>
    </message>
    <message>
        <source>sepal length (cm)</source>
        <translation>花萼长度（厘米）</translation>
    </message>
    <message>
        <source>sepal width (cm)</source>
        <translation>花萼宽度（厘米）</translation>
    </message>
    <message>
        <source>petal length (cm)</source>
        <translation>花瓣长度（厘米）</translation>
    </message>
    <message>
        <source>petal width (cm)</source>
        <translation>花瓣宽度（厘米）</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>酒精</translation>
    </message>
    <message>
        <source>malic acid</source>
        <translation>苹果酸</translation>
    </message>
    <message>
        <source>ash</source>
        <translation>灰分</translation>
    </message>
    <message>
        <source>alcalinity of ash</source>
        <translation>灰分碱度</translation>
    </message>
    <message>
        <source>magnesium</source>
        <translation>镁</translation>
    </message>
    <message>
        <source>total phenols</source>
        <translation>总酚</translation>
    </message>
    <message>
        <source>flavanoids</source>
        <translation>类黄酮</translation>
    </message>
    <message>
        <source>nonflavanoid phenols</source>
        <translation>非类黄酮酚</translation>
    </message>
    <message>
        <source>proanthocyanins</source>
        <translation>原花青素</translation>
    </message>
    <message>
        <source>colour intensity</source>
        <translation>颜色强度</translation>
    </message>
    <message>
        <source>hue</source>
        <translation>色调</translation>
    </message>
    <message>
        <source>OD280/OD315 of diluted wines</source>
        <translation>稀释酒的 OD280/OD315</translation>
    </message>
    <message>
        <source>proline</source>
        <translation>脯氨酸</translation>
    </message>
    <message>
        <source>age (years)</source>
        <translation>年龄（岁）</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>body mass index</source>
        <translation>体重指数</translation>
    </message>
    <message>
        <source>mean blood pressure</source>
        <translation>平均血压</translation>
    </message>
    <message>
        <source>total cholesterol</source>
        <translation>总胆固醇</translation>
    </message>
    <message>
        <source>LDL cholesterol</source>
        <translation>低密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <source>HDL cholesterol</source>
        <translation>高密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <source>total cholesterol / HDL</source>
        <translation>总胆固醇 / 高密度脂蛋白</translation>
    </message>
    <message>
        <source>log of triglycerides</source>
        <translation>甘油三酯的对数</translation>
    </message>
    <message>
        <source>blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>AND</source>
        <translation>与 (AND)</translation>
    </message>
    <message>
        <source>OR</source>
        <translation>或 (OR)</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或 (XOR)</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>由程序生成</translation>
    </message>
    <message>
        <source>points of progression</source>
        <translation>分（疾病进展）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>圈</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>逻辑门</translation>
    </message>
    <message>
        <source>rows and columns of the image after enlarging</source>
        <translation>放大后图像的行数和列数</translation>
    </message>
    <message>
        <source>which truth table is learned</source>
        <translation>学习哪一张真值表</translation>
    </message>
    <message>
        <source>how many points in all, shared by the classes</source>
        <translation>点的总数，由各类别平分</translation>
    </message>
    <message>
        <source>how many clouds, so how many classes</source>
        <translation>有多少个点团，也就是有多少个类别</translation>
    </message>
    <message>
        <source>how far the points scatter around their centre</source>
        <translation>点围绕中心散开的程度</translation>
    </message>
    <message>
        <source>how far the points scatter around their moon</source>
        <translation>点围绕所在半月散开的程度</translation>
    </message>
    <message>
        <source>how far the points scatter around their ring</source>
        <translation>点围绕所在圆环散开的程度</translation>
    </message>
    <message>
        <source>radius of the inner ring, as a share of the outer</source>
        <translation>内环半径与外环半径之比</translation>
    </message>
    <message>
        <source>how many arms, so how many classes</source>
        <translation>有多少条螺旋臂，也就是有多少个类别</translation>
    </message>
    <message>
        <source>how often an arm winds around the middle</source>
        <translation>一条螺旋臂绕中心多少圈</translation>
    </message>
    <message>
        <source>how far the points scatter around their arm</source>
        <translation>点围绕所在螺旋臂散开的程度</translation>
    </message>
    <message>
        <source>There is no data set {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的数据集。您是不是要找 {near}？</translation>
    </message>
    <message>
        <source>There is no data set {name}. There are {names}.</source>
        <translation>没有名为 {name} 的数据集。现有的数据集：{names}。</translation>
    </message>
    <message>
        <source>Training, validation and test are the same {count} examples.</source>
        <translation>训练集、验证集和测试集是同样的 {count} 个样本。</translation>
    </message>
    <message>
        <source>{training} examples to train on, {validation} to validate, {test} to test.</source>
        <translation>{training} 个样本用于训练，{validation} 个用于验证，{test} 个用于测试。</translation>
    </message>
    <message>
        <source>{field}: scaled to mean 0 and deviation 1, measured on the {count} training examples alone.</source>
        <translation>{field}：缩放到均值 0、标准差 1，均值和标准差只在 {count} 个训练样本上测得。</translation>
    </message>
    <message>
        <source>An error of 1 in the scaled target is {worth} {unit}.</source>
        <translation>缩放后的目标相差 1，相当于 {worth} {unit}。</translation>
    </message>
    <message>
        <source>The files of this data set come with scikit-learn, which is not installed. Install it with: pip install scikit-learn</source>
        <translation>这个数据集的文件随 scikit-learn 提供，但尚未安装 scikit-learn。请用以下命令安装：pip install scikit-learn</translation>
    </message>
    <message>
        <source>A table of numbers was expected in {path}, but reading it gave: {error}. Install scikit-learn again with: pip install --force-reinstall scikit-learn</source>
        <translation>{path} 中应为一张数字表，但读取时得到：{error}。请重新安装 scikit-learn：pip install --force-reinstall scikit-learn</translation>
    </message>
    <message>
        <source>mean radius</source>
        <translation>半径均值</translation>
    </message>
    <message>
        <source>radius error</source>
        <translation>半径标准误差</translation>
    </message>
    <message>
        <source>worst radius</source>
        <translation>最差半径</translation>
    </message>
    <message>
        <source>mean texture</source>
        <translation>纹理均值</translation>
    </message>
    <message>
        <source>texture error</source>
        <translation>纹理标准误差</translation>
    </message>
    <message>
        <source>worst texture</source>
        <translation>最差纹理</translation>
    </message>
    <message>
        <source>mean perimeter</source>
        <translation>周长均值</translation>
    </message>
    <message>
        <source>perimeter error</source>
        <translation>周长标准误差</translation>
    </message>
    <message>
        <source>worst perimeter</source>
        <translation>最差周长</translation>
    </message>
    <message>
        <source>mean area</source>
        <translation>面积均值</translation>
    </message>
    <message>
        <source>area error</source>
        <translation>面积标准误差</translation>
    </message>
    <message>
        <source>worst area</source>
        <translation>最差面积</translation>
    </message>
    <message>
        <source>mean smoothness</source>
        <translation>平滑度均值</translation>
    </message>
    <message>
        <source>smoothness error</source>
        <translation>平滑度标准误差</translation>
    </message>
    <message>
        <source>worst smoothness</source>
        <translation>最差平滑度</translation>
    </message>
    <message>
        <source>mean compactness</source>
        <translation>紧密度均值</translation>
    </message>
    <message>
        <source>compactness error</source>
        <translation>紧密度标准误差</translation>
    </message>
    <message>
        <source>worst compactness</source>
        <translation>最差紧密度</translation>
    </message>
    <message>
        <source>mean concavity</source>
        <translation>凹度均值</translation>
    </message>
    <message>
        <source>concavity error</source>
        <translation>凹度标准误差</translation>
    </message>
    <message>
        <source>worst concavity</source>
        <translation>最差凹度</translation>
    </message>
    <message>
        <source>mean concave points</source>
        <translation>凹点均值</translation>
    </message>
    <message>
        <source>concave points error</source>
        <translation>凹点标准误差</translation>
    </message>
    <message>
        <source>worst concave points</source>
        <translation>最差凹点</translation>
    </message>
    <message>
        <source>mean symmetry</source>
        <translation>对称性均值</translation>
    </message>
    <message>
        <source>symmetry error</source>
        <translation>对称性标准误差</translation>
    </message>
    <message>
        <source>worst symmetry</source>
        <translation>最差对称性</translation>
    </message>
    <message>
        <source>mean fractal dimension</source>
        <translation>分形维数均值</translation>
    </message>
    <message>
        <source>fractal dimension error</source>
        <translation>分形维数标准误差</translation>
    </message>
    <message>
        <source>worst fractal dimension</source>
        <translation>最差分形维数</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>your own files</source>
        <translation>你自己的文件</translation>
    </message>
    <message>
        <source>the folder with one folder of pictures for each class</source>
        <translation>每个类别各有一个图片子文件夹的文件夹</translation>
    </message>
    <message>
        <source>rows and columns of the picture after cutting</source>
        <translation>裁剪后图片的行数和列数</translation>
    </message>
    <message>
        <source>how many classes to expect until a folder is chosen</source>
        <translation>选定文件夹之前预计的类别数</translation>
    </message>
    <message>
        <source>Choose a folder of pictures first: one folder in it for each class.</source>
        <translation>请先选择一个图片文件夹：其中每个类别各有一个子文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no pictures. It should hold one folder for each class, and the pictures in them.</source>
        <translation>{folder} 里没有图片。其中应当每个类别有一个子文件夹，图片放在子文件夹里。</translation>
    </message>
    <message>
        <source>{count} pictures of {size}×{size} fill {needed} GB, and {room} GB may be used. Choose a smaller size, or a folder with fewer pictures.</source>
        <translation>{count} 张 {size}×{size} 的图片需要 {needed} GB，而可用的是 {room} GB。请选择更小的尺寸，或图片更少的文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be read as a picture and is passed over.</source>
        <translation>无法把 {file} 读作图片，已跳过。</translation>
    </message>
    <message>
        <source>None of the {count} files could be read as a picture.</source>
        <translation>{count} 个文件中没有一个能读作图片。</translation>
    </message>
    <message>
        <source>Pictures in folders, each folder a class: the form in which ImageNet and most collections of photographs come.</source>
        <translation>按文件夹存放的图片，每个文件夹是一个类别：ImageNet 和多数照片集都采用这种形式。</translation>
    </message>
    <message>
        <source>how many examples to make</source>
        <translation>生成多少个样本</translation>
    </message>
    <message>
        <source>segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>检测</translation>
    </message>
    <message>
        <source>tagging</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>sequence to sequence</source>
        <translation>序列到序列</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>similarity</source>
        <translation>相似性</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>三角形</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>十字</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>rows and columns of the picture</source>
        <translation>图片的行数和列数</translation>
    </message>
    <message>
        <source>how grainy the picture is</source>
        <translation>图片的噪点有多强</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>how many shapes a picture has at most</source>
        <translation>一张图片最多有几个图形</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>two</source>
        <translation>两个</translation>
    </message>
    <message>
        <source>three</source>
        <translation>三个</translation>
    </message>
    <message>
        <source>stripes</source>
        <translation>条纹</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>grain</source>
        <translation>颗粒</translation>
    </message>
    <message>
        <source>which texture: 0 stripes, 1 checks, 2 dots, 3 waves, 4 grain</source>
        <translation>哪种纹理：0 条纹，1 棋盘，2 圆点，3 波纹，4 颗粒</translation>
    </message>
    <message>
        <source>good</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>有缺陷</translation>
    </message>
    <message>
        <source>down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>up</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>变大</translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation>变小</translation>
    </message>
    <message>
        <source>how many pictures a film has</source>
        <translation>一段短片有多少帧</translation>
    </message>
    <message>
        <source>depth, rows and columns of the volume</source>
        <translation>体数据的深度、行数和列数</translation>
    </message>
    <message>
        <source>how grainy the volume is</source>
        <translation>体数据的噪点有多强</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>with nodule</source>
        <translation>有结节</translation>
    </message>
    <message>
        <source>Surface defects</source>
        <translation>表面缺陷</translation>
    </message>
    <message>
        <source>Pieces of a woven surface, half of them with a scratch: is it good, and where is the fault?</source>
        <translation>一种织物表面的小块，一半带划痕：它合格吗，缺陷在哪里？</translation>
    </message>
    <message>
        <source>Grey pictures of one textured surface, as a camera over a production line sees it; half of the pieces have a scratch. `label` says good or defective, `mask` shows the scratch. An autoencoder trained on the good ones alone finds the others by its error. Made here from a seed, free of any licence.</source>
        <translation>生产线上方相机所见的同一种纹理表面的灰度图；一半有划痕。`label` 说明合格或有缺陷，`mask` 标出划痕。只用合格品训练的自编码器可凭误差找出其余的。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Moving shapes</source>
        <translation>运动图形</translation>
    </message>
    <message>
        <source>Short films of one shape that moves, grows or shrinks, and the picture that comes next.</source>
        <translation>一个图形移动、变大或变小的短片，以及接下来的一帧。</translation>
    </message>
    <message>
        <source>Films of one bright shape that goes right, left, down or up, or grows or shrinks. `clip` is the film, `label` what happens in it, `next` the picture after its last: for recognising actions and for predicting the next frame. One picture alone says nothing. Made here from a seed, free of any licence.</source>
        <translation>短片里一个明亮的图形向右、左、下或上移动，或者变大、变小。`clip` 是短片，`label` 是其中发生的动作，`next` 是最后一帧之后的画面：用于动作识别和下一帧预测。单看一帧什么也看不出。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Shapes with captions</source>
        <translation>图形与描述</translation>
    </message>
    <message>
        <source>Pictures of one or two shapes with a sentence that describes them.</source>
        <translation>一两个图形的图片，配一句描述。</translation>
    </message>
    <message>
        <source>Pictures with a caption such as “a red circle is above a blue square”. `tokens` is the caption, `decoder_input` the same behind &lt;start&gt;, `target` the same with &lt;end&gt;; 0 is padding. For image captioning and for matching pictures with texts. Made here from a seed, free of any licence.</source>
        <translation>图片配有描述，例如“a red circle is above a blue square”。`tokens` 是描述，`decoder_input` 是前面加 &lt;start&gt; 的同一句，`target` 是后面加 &lt;end&gt; 的同一句；0 是填充。用于图像描述和图文匹配。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Questions about shapes</source>
        <translation>图形问答</translation>
    </message>
    <message>
        <source>Pictures of shapes, a question about each, and its answer.</source>
        <translation>图形的图片、一个关于它的问题和答案。</translation>
    </message>
    <message>
        <source>Pictures with up to three shapes and a question: “what colour is the circle”, “how many shapes are there”, “is there a cross”. `question` holds its words, `label` the answer. Neither the picture nor the question alone is enough. Made here from a seed, free of any licence.</source>
        <translation>最多三个图形的图片和一个问题：“what colour is the circle”“how many shapes are there”“is there a cross”。`question` 是问题的词，`label` 是答案。只看图片或只看问题都不够。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Scenes of shapes</source>
        <translation>多图形场景</translation>
    </message>
    <message>
        <source>Several coloured shapes in each picture, with their boxes and masks.</source>
        <translation>每张图片里有几个彩色图形，附边界框和掩码。</translation>
    </message>
    <message>
        <source>Pictures with one to a few shapes that may hide each other: for finding things and for naming every pixel. `boxes` are centre, width and height from 0 to 1 with their `labels` (−1: no more boxes), `classes` says for every pixel 0 (ground) or 1 to 4 (the shape), `instances` which of the shapes it is, `mask` where any shape is. Made here from a seed, free of any licence.</source>
        <translation>图片里有一个到几个图形，可能互相遮挡：用于目标检测和逐像素分割。`boxes` 是 0 到 1 的中心、宽和高，`labels` 是它们的类别（−1 表示没有更多的框），`classes` 给出每个像素是 0（背景）还是 1 到 4（形状），`instances` 说明它属于哪一个图形，`mask` 是有图形的区域。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Coloured shapes</source>
        <translation>彩色图形</translation>
    </message>
    <message>
        <source>One coloured shape in each picture: the stand-in for photographs of things.</source>
        <translation>每张图片里有一个彩色图形：代替真实物体照片。</translation>
    </message>
    <message>
        <source>Pictures of one circle, square, triangle or cross in one of four colours, anywhere on a dark ground with noise. `label` is the shape, `colour` its colour, `mask` where it is, `box` the frame around it as centre, width and height. Made here from a seed, free of any licence.</source>
        <translation>每张图片里有一个圆、正方形、三角形或十字，四种颜色之一，位于带噪声的暗背景上的任意位置。`label` 是形状，`colour` 是颜色，`mask` 是它所在的区域，`box` 是它的外框（中心、宽、高）。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>Five kinds of texture, in any direction and width.</source>
        <translation>五种纹理，方向和粗细任意。</translation>
    </message>
    <message>
        <source>Coloured pictures of stripes, checks, dots, waves and grain, turned and stretched by chance. Where something stands says nothing here, only what repeats: what the first layers of a convolutional network are good at. Made here from a seed, free of any licence.</source>
        <translation>条纹、棋盘、圆点、波纹和颗粒的彩色图片，随机旋转和伸缩。这里位置不说明任何问题，只有重复的规律才重要：正是卷积网络前几层擅长的。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Body volumes</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>Scans of a body with an organ in it, and in half of them a small bright nodule.</source>
        <translation>含有一个器官的身体扫描，其中一半有一个明亮的小结节。</translation>
    </message>
    <message>
        <source>Grey volumes as a scanner gives them: an ellipsoid organ in noisy tissue, and in half of them a small nodule inside it. `mask` is the organ, `nodule` the nodule, `label` whether there is one. No patient was scanned: nothing here says anything about health. Made here from a seed, free of any licence.</source>
        <translation>像扫描仪给出的灰度体数据：噪声组织中有一个椭球形器官，一半的器官里有一个小结节。`mask` 是器官，`nodule` 是结节，`label` 说明有没有结节。没有扫描过任何病人：这里的一切都与健康无关。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>how loud the hiss behind the sound is</source>
        <translation>声音背后的嘶声有多响</translation>
    </message>
    <message>
        <source>how grainy the trace is</source>
        <translation>曲线的噪声有多强</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>speaker 1</source>
        <translation>说话人 1</translation>
    </message>
    <message>
        <source>speaker 2</source>
        <translation>说话人 2</translation>
    </message>
    <message>
        <source>speaker 3</source>
        <translation>说话人 3</translation>
    </message>
    <message>
        <source>speaker 4</source>
        <translation>说话人 4</translation>
    </message>
    <message>
        <source>speaker 5</source>
        <translation>说话人 5</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>不规则</translation>
    </message>
    <message>
        <source>how many steps the network sees</source>
        <translation>网络能看到多少步</translation>
    </message>
    <message>
        <source>how far chance moves each value</source>
        <translation>随机性使每个值偏移多少</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>预测步数</translation>
    </message>
    <message>
        <source>how many steps are foretold</source>
        <translation>预测多少步</translation>
    </message>
    <message>
        <source>steps in which the wave comes back</source>
        <translation>波形重复一次的步数</translation>
    </message>
    <message>
        <source>of the wave's height</source>
        <translation>（以波高计）</translation>
    </message>
    <message>
        <source>deviations</source>
        <translation>个标准差</translation>
    </message>
    <message>
        <source>per cent a day</source>
        <translation>每天百分之</translation>
    </message>
    <message>
        <source>spike</source>
        <translation>尖峰</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡死</translation>
    </message>
    <message>
        <source>decoupled</source>
        <translation>脱离关联</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心电信号</translation>
    </message>
    <message>
        <source>Heart traces, regular and irregular.</source>
        <translation>规则与不规则的心电图。</translation>
    </message>
    <message>
        <source>Four seconds of a made-up electrocardiogram at 100 samples a second: waves P, QRS and T as bumps. In half of them the time between beats is irregular and the P wave is missing, as in atrial fibrillation. No patient was measured: nothing here says anything about health. Made here from a seed, free of any licence.</source>
        <translation>四秒虚构的心电图，每秒 100 个采样：P 波、QRS 波和 T 波都是凸起。其中一半心跳间隔不规则且没有 P 波，如同心房颤动。没有测量过任何病人：这里的一切都与健康无关。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Market with regimes</source>
        <translation>市场走势</translation>
    </message>
    <message>
        <source>Daily returns of a made-up stock whose market changes its mood.</source>
        <translation>一只虚构股票的日收益率，市场情绪不断变化。</translation>
    </message>
    <message>
        <source>Daily returns in per cent of a geometric random walk that changes between a rising, a falling and a nervous mood. Known are the returns and their size; foretold is the next return. Hardly anything can be foretold here, and that is the lesson: a model that seems to do well has seen the future. The parts are cut in time. Made here from a seed, free of any licence.</source>
        <translation>几何随机游走的日收益率（百分比），在上涨、下跌和紧张三种状态之间切换。已知收益率及其大小，要预测下一个收益率。这里几乎什么也预测不了，这正是要学的一课：看似成绩很好的模型其实见过未来。各部分按时间切分。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Seasonal series</source>
        <translation>季节性序列</translation>
    </message>
    <message>
        <source>Values of every hour with a day, a week and a trend in them: weather, sales, load or traffic.</source>
        <translation>每小时的值，含日周期、周周期和趋势：天气、销量、负荷或交通。</translation>
    </message>
    <message>
        <source>An hourly series with a daily and a weekly rhythm, a slow trend and noise that remembers a little: stands for temperature, sales, energy load or traffic. At each step the value and the hour of the day (sine and cosine) are known; the next hours are to be foretold. The parts are cut in time. Made here from a seed, free of any licence.</source>
        <translation>每小时一个值的序列，有日节律和周节律、缓慢的趋势和略有记忆的噪声：代表气温、销量、能源负荷或交通流量。每一步已知当前值和一天中的时刻（正弦和余弦）；要预测接下来的几小时。各部分按时间切分。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Machine sensors</source>
        <translation>多传感器故障</translation>
    </message>
    <message>
        <source>Six sensors on one machine that belong together, until one of them fails.</source>
        <translation>同一台机器上彼此相关的六个传感器，直到其中一个失灵。</translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <source>A sine wave: what comes next?</source>
        <translation>正弦波：接下来是什么？</translation>
    </message>
    <message>
        <source>Windows of one long sine wave with a little noise, and the values behind each: the smallest task for a recurrent network. The parts are cut in time, so that the future is never learned from. Made here from a seed, free of any licence.</source>
        <translation>一条略带噪声的长正弦波的各个窗口，以及窗口之后的值：循环网络最小的任务。各部分按时间切分，绝不会用未来来学习。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Moods of a voice</source>
        <translation>语音情绪</translation>
    </message>
    <message>
        <source>One voice that rises, falls, stays or trembles: the melody of a mood.</source>
        <translation>一个上升、下降、平稳或颤抖的嗓音：情绪的旋律。</translation>
    </message>
    <message>
        <source>A quarter of a second of a voice with overtones whose pitch and loudness follow a mood: calm stays, happy rises and swings, sad falls and fades, angry is loud and rough. `signal` is the waveform at 8,000 samples a second, `contour` pitch and energy at 25 moments. Real feelings are harder. Made here from a seed, free of any licence.</source>
        <translation>四分之一秒带泛音的嗓音，音高和响度随情绪变化：平静者平稳，高兴者上升并起伏，悲伤者下降并减弱，愤怒者响亮而粗糙。`signal` 是每秒 8,000 个采样的波形，`contour` 是 25 个时刻的音高和能量。真实的情绪更难识别。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Tone words</source>
        <translation>音调单词</translation>
    </message>
    <message>
        <source>Words of a small whistled language: three tones after another, each tone a letter.</source>
        <translation>一种小型口哨语言的单词：依次三个音，每个音是一个字母。</translation>
    </message>
    <message>
        <source>A quarter of a second of sound: three tones after another, each of five pitches a letter, eight words in all; speed, pitch and loudness vary. `signal` is the waveform at 8,000 samples a second, `label` the word, `letters` its letters from 1 (0 is the blank of the CTC loss). Put a Spectrogram first. Made here from a seed, free of any licence.</source>
        <translation>四分之一秒的声音：依次三个音，五种音高各代表一个字母，共八个单词；语速、音高和响度各不相同。`signal` 是每秒 8,000 个采样的波形，`label` 是单词，`letters` 是从 1 开始的字母（0 是 CTC 损失的空白符）。先接一个 Spectrogram。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Speakers who are told apart by the colour of their voice, whatever they sing.</source>
        <translation>无论唱什么，都能凭音色分辨的说话人。</translation>
    </message>
    <message>
        <source>Tones of any pitch, sung by five speakers: each has his own strengths of the overtones. `signal` is heard with noise, `clean` without it (for speech enhancement), `label` says who sings. Waveforms at 8,000 samples a second. Made here from a seed, free of any licence.</source>
        <translation>五位说话人唱出的任意音高的音：每人各泛音的强弱不同。`signal` 是带噪声的声音，`clean` 是无噪声的（用于语音增强），`label` 是谁在唱。波形每秒 8,000 个采样。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>reverse</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>what happens to the letters</source>
        <translation>对字母做什么</translation>
    </message>
    <message>
        <source>how many letters a row has at least</source>
        <translation>一串最少有几个字母</translation>
    </message>
    <message>
        <source>how many letters a row has at most</source>
        <translation>一串最多有几个字母</translation>
    </message>
    <message>
        <source>how many different letters there are</source>
        <translation>共有多少种字母</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>how many digits each number has at most</source>
        <translation>每个数最多有几位</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负面</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>light on</source>
        <translation>开灯</translation>
    </message>
    <message>
        <source>light off</source>
        <translation>关灯</translation>
    </message>
    <message>
        <source>warmer</source>
        <translation>调暖</translation>
    </message>
    <message>
        <source>colder</source>
        <translation>调冷</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>机构名</translation>
    </message>
    <message>
        <source>garden</source>
        <translation>花园</translation>
    </message>
    <message>
        <source>kitchen</source>
        <translation>厨房</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>written for this program</source>
        <translation>为本程序编写</translation>
    </message>
    <message>
        <source>how many characters the network sees at once</source>
        <translation>网络一次看到多少个字符</translation>
    </message>
    <message>
        <source>characters between the beginnings of two windows</source>
        <translation>相邻两个窗口起点之间的字符数</translation>
    </message>
    <message>
        <source>Addition as text</source>
        <translation>文本加法</translation>
    </message>
    <message>
        <source>Sums written as text: can a network learn to carry?</source>
        <translation>写成文本的加法：网络能学会进位吗？</translation>
    </message>
    <message>
        <source>Sums such as “47+85” and their results “132”, character by character. Learning them by heart does not help on new numbers: the network must find out how to carry. Made here from a seed, free of any licence.</source>
        <translation>“47+85”这样的算式及其结果“132”，逐字符给出。死记硬背对新的数没有用：网络必须自己发现怎样进位。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Home commands</source>
        <translation>家居指令</translation>
    </message>
    <message>
        <source>What somebody tells their home: which command is meant?</source>
        <translation>有人对家里说的话：是哪条指令？</translation>
    </message>
    <message>
        <source>English commands to a house from templates: light on, light off, warmer, colder, music. The same wish has many wordings. `tokens` are the words, 0 is padding. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的对房屋下达的英语指令：开灯、关灯、调暖、调冷、放音乐。同一个愿望有多种说法。`tokens` 是词，0 是填充。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>The clockmaker's story</source>
        <translation>小语料：钟表匠的故事</translation>
    </message>
    <message>
        <source>A story, character by character: what comes next?</source>
        <translation>一个故事，逐字符：接下来是什么？</translation>
    </message>
    <message>
        <source>A short English story of about 2,900 characters, cut into windows. `tokens` are the characters, `target` the same moved on by one: each place is asked what comes next. It is far too short to learn a language from; a network learns it by heart, which the validation part shows. Written for this program and given to the public domain, so free of any licence.</source>
        <translation>约 2,900 个字符的英语短故事，切成窗口。`tokens` 是字符，`target` 是后移一位的同一段：每个位置都要回答接下来是什么。它太短，学不会一门语言；网络会把它背下来，验证部分会显示这一点。为本程序编写并置于公有领域，因此不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Date formats</source>
        <translation>日期格式</translation>
    </message>
    <message>
        <source>Dates as people write them, to be rewritten as 2024-03-09.</source>
        <translation>人们书写的日期，改写为 2024-03-09 的形式。</translation>
    </message>
    <message>
        <source>Dates in five ways of writing (“March 9, 2024”, “9.3.2024”) and the same date as 2024-03-09, character by character: attention can be seen wandering from the year to the month to the day. Made here from a seed, free of any licence.</source>
        <translation>五种写法的日期（“March 9, 2024”“9.3.2024”）以及同一日期的 2024-03-09 形式，逐字符给出：可以看到注意力从年移到月再移到日。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Questions about facts</source>
        <translation>事实问答</translation>
    </message>
    <message>
        <source>A little story of who is where, and a question about it.</source>
        <translation>一个谁在哪里的小故事，和一个关于它的问题。</translation>
    </message>
    <message>
        <source>Three sentences such as “Anna is in the garden .” and a question “where is Anna”: the answer is one of five places. The last word about a person counts, for people move. After the first task of bAbI (J. Weston and others, 2015), with sentences of our own. Made here from a seed, free of any licence.</source>
        <translation>三句话，如“Anna is in the garden .”，和一个问题“where is Anna”：答案是五个地点之一。人会走动，所以以关于此人的最后一句为准。仿照 bAbI 的第一个任务（J. Weston 等，2015），句子自拟。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Copy, reverse, sort</source>
        <translation>复制、反转、排序</translation>
    </message>
    <message>
        <source>Letters to copy, to reverse or to sort: what a network must remember, made small.</source>
        <translation>要复制、反转或排序的字母：把网络必须记住的东西缩小来看。</translation>
    </message>
    <message>
        <source>Rows of letters and what a rule makes of them: the same, the same backwards, or in alphabetical order. Shows how far a recurrent state remembers and where attention looks. `source` is read, `decoder_input` and `target` are the answer shifted by one; 0 is padding. Made here from a seed, free of any licence.</source>
        <translation>一串字母，以及按规则得到的结果：原样、倒序或按字母表排序。可以看出循环状态能记多远，注意力看向哪里。`source` 是输入，`decoder_input` 和 `target` 是错开一位的答案；0 是填充。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>English to Chinese phrases</source>
        <translation>英译中短语</translation>
    </message>
    <message>
        <source>Short English phrases and their Chinese.</source>
        <translation>简短的英语短语及其中文。</translation>
    </message>
    <message>
        <source>223 phrase pairs, word by word in English and character by character in Chinese: “Beijing Winter Games” is 北京冬奥会, “how are you” is 你好吗, and simple sentences made of parts. Chance chooses which of them come, some more than once, so the parts share phrases. Written for this program, free of any licence.</source>
        <translation>223 对短语，英语按词、中文按字：“Beijing Winter Games”译为北京冬奥会，“how are you”译为你好吗，还有由部件组成的简单句子。随机抽取，有些会出现多次，因此各部分会有相同的短语。为本程序编写，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评论情感</translation>
    </message>
    <message>
        <source>Short reviews: did the guest like it?</source>
        <translation>简短的评论：客人喜欢吗？</translation>
    </message>
    <message>
        <source>Short English reviews of films, meals and hotels from templates, half of them negative. “not” turns the meaning round, so that counting words is not enough. `tokens` are the words, 0 is padding. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的关于电影、饭菜和旅馆的英语短评，一半是负面的。“not”会把意思反过来，所以只数词不够。`tokens` 是词，0 是填充。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Names in sentences</source>
        <translation>命名实体</translation>
    </message>
    <message>
        <source>Sentences in which every word is other, a person, a place or an organisation.</source>
        <translation>句子中的每个词标为其他、人名、地名或机构名。</translation>
    </message>
    <message>
        <source>English sentences from templates in which persons, places and organisations are tagged. Some names need their neighbours: Jordan is a person and a place, Beijing begins a university. `tokens` are the words (0 is padding), `tags` the class of each, −100 at padding, which CrossEntropyLoss passes over. Made here from a seed, free of any licence.</source>
        <translation>由模板生成的英语句子，标出人名、地名和机构名。有些名字要看上下文：Jordan 既是人名也是地名，Beijing 也可以是大学名的开头。`tokens` 是词（0 是填充），`tags` 是每个词的类别，填充处为 −100，CrossEntropyLoss 会跳过。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>how many points a cloud has</source>
        <translation>一个点云有多少个点</translation>
    </message>
    <message>
        <source>how far the points lie off the surface</source>
        <translation>点偏离表面多远</translation>
    </message>
    <message>
        <source>sphere</source>
        <translation>球</translation>
    </message>
    <message>
        <source>cube</source>
        <translation>立方体</translation>
    </message>
    <message>
        <source>torus</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>cone</source>
        <translation>圆锥</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>how many letters a piece has</source>
        <translation>一个片段有多少个字母</translation>
    </message>
    <message>
        <source>how often one letter of the motif is changed</source>
        <translation>基序中有一个字母被改变的频率</translation>
    </message>
    <message>
        <source>no motif</source>
        <translation>无基序</translation>
    </message>
    <message>
        <source>TATA box</source>
        <translation>TATA 框</translation>
    </message>
    <message>
        <source>GC box</source>
        <translation>GC 框</translation>
    </message>
    <message>
        <source>E box</source>
        <translation>E 框</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>音符</translation>
    </message>
    <message>
        <source>how many notes a melody has</source>
        <translation>一段旋律有多少个音符</translation>
    </message>
    <message>
        <source>major</source>
        <translation>大调</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>小调</translation>
    </message>
    <message>
        <source>pentatonic</source>
        <translation>五声音阶</translation>
    </message>
    <message>
        <source>stars</source>
        <translation>颗星</translation>
    </message>
    <message>
        <source>users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>how many people rate</source>
        <translation>有多少人打分</translation>
    </message>
    <message>
        <source>items</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>how many films there are</source>
        <translation>共有多少部电影</translation>
    </message>
    <message>
        <source>how many things the shop has</source>
        <translation>商店有多少件物品</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>how many clicks the network sees at most</source>
        <translation>网络最多看到多少次点击</translation>
    </message>
    <message>
        <source>instructor</source>
        <translation>教练</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>还款</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>debt</source>
        <translation>负债</translation>
    </message>
    <message>
        <source>years employed</source>
        <translation>工作年数</translation>
    </message>
    <message>
        <source>late payments</source>
        <translation>逾期次数</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>how strong the noise over the picture is</source>
        <translation>图片上的噪声有多强</translation>
    </message>
    <message>
        <source>apple</source>
        <translation>苹果</translation>
    </message>
    <message>
        <source>banana</source>
        <translation>香蕉</translation>
    </message>
    <message>
        <source>length (cm)</source>
        <translation>长度（厘米）</translation>
    </message>
    <message>
        <source>redness</source>
        <translation>红色程度</translation>
    </message>
    <message>
        <source>units of y</source>
        <translation>（y 的单位）</translation>
    </message>
    <message>
        <source>how far the points scatter around the line</source>
        <translation>点离直线散开多远</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>弯曲</translation>
    </message>
    <message>
        <source>how far the line is bent</source>
        <translation>直线弯曲多少</translation>
    </message>
    <message>
        <source>Credit scoring</source>
        <translation>信用评分</translation>
    </message>
    <message>
        <source>Applications for credit, of which few fail: classes of very different size.</source>
        <translation>贷款申请，其中少数违约：大小悬殊的类别。</translation>
    </message>
    <message>
        <source>Made-up applications for credit with six features. Only about one in twelve fails, so that a network which always says “pays” is right in most cases and useless: look at recall and at class weights. No real person is in it. Made here from a seed, free of any licence.</source>
        <translation>虚构的贷款申请，六个特征。大约十二个中只有一个违约，所以总是回答“还款”的网络多半正确却毫无用处：请看召回率和类别权重。其中没有真实的人。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Pairs of digits</source>
        <translation>数字对</translation>
    </message>
    <message>
        <source>Two handwritten digits: the same or not?</source>
        <translation>两个手写数字：相同还是不同？</translation>
    </message>
    <message>
        <source>Pairs of real handwritten digits, half of them the same digit in another hand: what a Siamese network learns, and a stand-in for recognising faces. `image` and `other` are the two, `label` is 1 when they are the same. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; pairs drawn from a seed. A digit can come in several pairs, also across the parts.</source>
        <translation>真实手写数字组成的对，一半是同一个数字的不同笔迹：孪生网络要学的就是它，也可代替人脸识别。`image` 和 `other` 是两张图，`label` 为 1 表示相同。数字出自 E. Alpaydin 和 C. Kaynak，UCI 机器学习库，1998，许可证 CC BY 4.0；配对由种子抽取。同一个数字可能出现在多个对里，也可能跨越各部分。</translation>
    </message>
    <message>
        <source>Triplets of digits</source>
        <translation>数字三元组</translation>
    </message>
    <message>
        <source>Three handwritten digits: one, another of its kind, and a stranger.</source>
        <translation>三个手写数字：一个、它的同类，和一个外人。</translation>
    </message>
    <message>
        <source>Real handwritten digits in threes: an anchor, another of the same digit, and one of another, for the triplet loss. `label` is the digit of the anchor. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; triplets drawn from a seed.</source>
        <translation>真实手写数字三个一组：锚点、同一数字的另一张、不同数字的一张，用于三元组损失。`label` 是锚点的数字。数字出自 E. Alpaydin 和 C. Kaynak，UCI 机器学习库，1998，许可证 CC BY 4.0；三元组由种子抽取。</translation>
    </message>
    <message>
        <source>Two views of digits</source>
        <translation>数字的两个视图</translation>
    </message>
    <message>
        <source>Every digit twice, moved, rubbed and speckled in two ways: for learning without labels.</source>
        <translation>每个数字两次，以两种方式移动、擦淡和加噪：用于无标签学习。</translation>
    </message>
    <message>
        <source>Two views of each real handwritten digit, each moved by up to an eighth of its size, made fainter or stronger, speckled, and with a patch missing: for contrastive learning (SimCLR, MoCo). Nothing is mirrored, for a mirrored digit is another sign. `label` is the digit, to judge what was learned. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; views drawn from a seed.</source>
        <translation>每个真实手写数字的两个视图，各自最多移动其大小的八分之一，变淡或变浓，加上噪点，并缺一小块：用于对比学习（SimCLR、MoCo）。没有镜像，因为镜像的数字是另一个符号。`label` 是数字，用来评判学到了什么。数字出自 E. Alpaydin 和 C. Kaynak，UCI 机器学习库，1998，许可证 CC BY 4.0；视图由种子抽取。</translation>
    </message>
    <message>
        <source>DNA motifs</source>
        <translation>DNA 基序</translation>
    </message>
    <message>
        <source>Pieces of DNA that hold one of three motifs, or none.</source>
        <translation>含有三种基序之一或不含基序的 DNA 片段。</translation>
    </message>
    <message>
        <source>Random DNA with a TATA box, a GC box, an E box or nothing in it, anywhere and sometimes with one letter changed. `tokens` are the letters from 0 to 3, `signal` the same as one channel per letter: a convolution over it learns the motif as its filter. Made here from a seed, free of any licence.</source>
        <translation>随机 DNA，其中任意位置含有 TATA 框、GC 框、E 框或什么都没有，有时改变一个字母。`tokens` 是 0 到 3 的字母，`signal` 是每个字母一个通道的同一序列：在它上面的卷积会把基序学成滤波器。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Apples and bananas</source>
        <translation>苹果与香蕉</translation>
    </message>
    <message>
        <source>Apples and bananas, told apart by how long and how red they are.</source>
        <translation>苹果和香蕉，凭长度和红的程度区分。</translation>
    </message>
    <message>
        <source>Apples and bananas with two features: their length in centimetres and how red they are from 0 to 1. The first example of what a neuron does: it weighs both and draws a line. Made here from a seed, free of any licence.</source>
        <translation>苹果和香蕉，两个特征：以厘米计的长度和 0 到 1 的红色程度。说明神经元做什么的第一个例子：给两者加权并画一条线。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Karate club</source>
        <translation>空手道俱乐部</translation>
    </message>
    <message>
        <source>The 34 members of a karate club and their friendships, before it split in two.</source>
        <translation>空手道俱乐部的 34 名成员及其友谊，在俱乐部一分为二之前。</translation>
    </message>
    <message>
        <source>34 members of a karate club and the 78 friendships among them, before the club split between its instructor and its officer. One example is the whole graph: `nodes` says who is who, `adjacency` who is linked, `tags` whom each member followed, `known` the same for the two leaders alone (−100 elsewhere), from which a graph network finds the others. From W. Zachary, An information flow model for conflict and fission in small groups, 1977; no licence is stated, it is used freely for teaching; the list comes with networkx.</source>
        <translation>空手道俱乐部的 34 名成员和他们之间的 78 段友谊，后来俱乐部在教练和主管之间分裂。一个样本就是整张图：`nodes` 说明谁是谁，`adjacency` 说明谁与谁相连，`tags` 是每名成员跟随了谁，`known` 只给出两位领头人的（其余为 −100），图网络由此找出其他人。出自 W. Zachary, An information flow model for conflict and fission in small groups, 1977；没有注明许可证，可自由用于教学；名单随 networkx 提供。</translation>
    </message>
    <message>
        <source>Line with noise</source>
        <translation>带噪声的直线</translation>
    </message>
    <message>
        <source>Points around a curve: a straight line, or one with a bend.</source>
        <translation>一条曲线附近的点：直线，或带弯的线。</translation>
    </message>
    <message>
        <source>Points y = 2x + 1 with noise, x from −1 to 1; with a bend, sin(πx) is added times the bend, and a straight line no longer fits. The smallest regression there is. Made here from a seed, free of any licence.</source>
        <translation>带噪声的点 y = 2x + 1，x 从 −1 到 1；有弯曲时再加上弯曲度乘 sin(πx)，直线就不再合适。最小的回归任务。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Scales and melodies</source>
        <translation>音阶与旋律</translation>
    </message>
    <message>
        <source>Melodies that go up and down a scale or through its chord.</source>
        <translation>沿音阶上下或走过和弦的旋律。</translation>
    </message>
    <message>
        <source>Melodies in any key from the major, the minor or the pentatonic scale: scales, broken chords and small steps, with a rest now and then. `tokens` are the notes, `target` the notes that follow, `label` the kind of scale. Made here from a seed, free of any licence.</source>
        <translation>任意调的大调、小调或五声音阶旋律：音阶、分解和弦和小步进行，偶有休止。`tokens` 是音符，`target` 是随后的音符，`label` 是音阶的种类。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Noisy digits</source>
        <translation>带噪数字</translation>
    </message>
    <message>
        <source>Handwritten digits under noise, and what they were before.</source>
        <translation>带噪声的手写数字，以及它们原来的样子。</translation>
    </message>
    <message>
        <source>Real handwritten digits with noise over them in `image` and as they were in `clean`, for denoising autoencoders. `label` is the digit. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; noise drawn from a seed.</source>
        <translation>真实手写数字，`image` 带噪声，`clean` 是原样，用于去噪自编码器。`label` 是数字。数字出自 E. Alpaydin 和 C. Kaynak，UCI 机器学习库，1998，许可证 CC BY 4.0；噪声由种子抽取。</translation>
    </message>
    <message>
        <source>Point clouds</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>Points on the surface of a sphere, a cube, a torus or a cone.</source>
        <translation>球、立方体、圆环或圆锥表面上的点。</translation>
    </message>
    <message>
        <source>Points on the surface of one of four bodies, turned in any direction, a little noisy and in random order: what a laser scanner gives. The order says nothing, so a network should not depend on it. Made here from a seed, free of any licence.</source>
        <translation>四种物体之一表面上的点，朝向任意，略带噪声，顺序随机：如同激光扫描仪所给出的。顺序不说明任何问题，所以网络不应依赖它。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Film ratings</source>
        <translation>电影评分</translation>
    </message>
    <message>
        <source>Who rated which film how: tastes are hidden and must be found.</source>
        <translation>谁给哪部电影打了几分：口味是隐藏的，要找出来。</translation>
    </message>
    <message>
        <source>Ratings around 3 that people gave to films, made from four hidden tastes, a kindness of each person and a quality of each film. `user` and `item` are numbers for an Embedding, `target` is the rating. What is never seen is filled in from what is alike. Made here from a seed, free of any licence.</source>
        <translation>人们给电影打的 3 分上下的评分，由四种隐藏的口味、每人的宽容度和每部电影的质量生成。`user` 和 `item` 是给 Embedding 用的编号，`target` 是评分。从未见过的评分由相似者补全。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Shop sessions</source>
        <translation>点击会话</translation>
    </message>
    <message>
        <source>What a visitor of a shop clicked, and what comes next.</source>
        <translation>商店访客点击了什么，接下来点什么。</translation>
    </message>
    <message>
        <source>Clicks of visitors in a shop, from a Markov chain: most move among things of one sort, some wander off. `tokens` are the last clicks (0 is padding, for some have just come), `label` is the next. Made here from a seed, free of any licence.</source>
        <translation>商店访客的点击，由马尔可夫链生成：多数人在同类物品间移动，有些会走开。`tokens` 是最近的点击（0 是填充，因为有的人刚来），`label` 是下一次点击。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>Noughts and crosses</source>
        <translation>井字棋</translation>
    </message>
    <message>
        <source>Positions of noughts and crosses: where should you move, and will you win?</source>
        <translation>井字棋局面：该下哪里，会赢吗？</translation>
    </message>
    <message>
        <source>Positions of noughts and crosses that can really come up, each with the best move (the first where several are as good) and how the game ends with best play: 1 won, 0 drawn, −1 lost, from a complete search. `image` has one plane for your stones and one for the other's, `label` is the square from 0 to 8, `value` the end. Made here from a seed, free of any licence.</source>
        <translation>真实可能出现的井字棋局面，各附最佳着法（同样好时取第一个）以及双方最佳下法的结局：1 胜、0 平、−1 负，由完全搜索得出。`image` 有一层是己方棋子，一层是对方棋子，`label` 是 0 到 8 的格子，`value` 是结局。在本机由种子生成，不受任何许可证限制。</translation>
    </message>
    <message>
        <source>fill with the mean or the commonest word</source>
        <translation>用均值或最常见的词填补</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>Choose a CSV file first: its first line names the columns.</source>
        <translation>请先选择一个 CSV 文件：第一行是列名。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}. Choose another file.</source>
        <translation>无法读取 {file}：{error}。请选择其他文件。</translation>
    </message>
    <message>
        <source>{file} has {size} MB, and {room} MB may be read. Choose a smaller file.</source>
        <translation>{file} 有 {size} MB，最多可读 {room} MB。请选择更小的文件。</translation>
    </message>
    <message>
        <source>{file} was expected to be text in UTF-8: {error}. Save it as CSV (UTF-8).</source>
        <translation>{file} 应为 UTF-8 文本：{error}。请另存为 CSV（UTF-8）。</translation>
    </message>
    <message>
        <source>{file} is no table of cells: {error}. Save it again as CSV.</source>
        <translation>{file} 不是由单元格组成的表格：{error}。请重新存为 CSV。</translation>
    </message>
    <message>
        <source>{file} needs a first line with a different name for each column, and rows below it.</source>
        <translation>{file} 的第一行应给每列一个不同的名字，下面要有数据行。</translation>
    </message>
    <message>
        <source>{count} rows with another number of cells than the first line are passed over.</source>
        <translation>有 {count} 行的单元格数与第一行不同，已跳过。</translation>
    </message>
    <message>
        <source>the CSV file; its first line names the columns</source>
        <translation>CSV 文件；第一行是列名</translation>
    </message>
    <message>
        <source>the column to be foretold; the last one when empty</source>
        <translation>要预测的列；留空为最后一列</translation>
    </message>
    <message>
        <source>the columns to foretell it from, with commas between; all others when empty</source>
        <translation>用来预测的列，以逗号分隔；留空为其余所有列</translation>
    </message>
    <message>
        <source>what is done about missing values</source>
        <translation>如何处理缺失值</translation>
    </message>
    <message>
        <source>{file} has no column of numbers or of a few words to learn from.</source>
        <translation>{file} 没有可供学习的数值列或少数词的列。</translation>
    </message>
    <message>
        <source>{count} rows say nothing usable in {column} and are left out.</source>
        <translation>有 {count} 行在 {column} 列没有可用的值，已删除。</translation>
    </message>
    <message>
        <source>The column {column} has too many different words and is not used.</source>
        <translation>{column} 列的不同词太多，未使用。</translation>
    </message>
    <message>
        <source>{column}: {count} rows have no value and are left out.</source>
        <translation>{column}：有 {count} 行没有值，已删除。</translation>
    </message>
    <message>
        <source>{column}: {count} missing values are filled.</source>
        <translation>{column}：已填补 {count} 个缺失值。</translation>
    </message>
    <message>
        <source>No row of {file} is left: each has a missing value somewhere.</source>
        <translation>{file} 没有剩下任何行：每行都有缺失值。</translation>
    </message>
    <message>
        <source>There is no column {name}. The file has: {names}.</source>
        <translation>没有 {name} 列。文件有：{names}。</translation>
    </message>
    <message>
        <source>in the unit of the column</source>
        <translation>（以该列的单位计）</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>{file} was expected to be text in UTF-8: {error}.</source>
        <translation>{file} 应为 UTF-8 文本：{error}。</translation>
    </message>
    <message>
        <source>the text file, in UTF-8</source>
        <translation>UTF-8 文本文件</translation>
    </message>
    <message>
        <source>what one token is</source>
        <translation>一个词元是什么</translation>
    </message>
    <message>
        <source>how many tokens the network sees at once</source>
        <translation>网络一次看到多少个词元</translation>
    </message>
    <message>
        <source>tokens between the beginnings of two windows</source>
        <translation>相邻两个窗口起点之间的词元数</translation>
    </message>
    <message>
        <source>how many different tokens are kept at most</source>
        <translation>最多保留多少种词元</translation>
    </message>
    <message>
        <source>Choose a text file first.</source>
        <translation>请先选择一个文本文件。</translation>
    </message>
    <message>
        <source>{file} has {count} tokens, and a window needs {length} and one more. Choose a longer text or a shorter length.</source>
        <translation>{file} 有 {count} 个词元，而一个窗口需要 {length} 个再加一个。请选择更长的文本或更短的长度。</translation>
    </message>
    <message>
        <source>the folder with one folder of WAV files for each class</source>
        <translation>每个类别有一个 WAV 子文件夹的文件夹</translation>
    </message>
    <message>
        <source>how many samples of each sound are used</source>
        <translation>每段声音使用多少个采样</translation>
    </message>
    <message>
        <source>Choose a folder of WAV files first: one folder in it for each class.</source>
        <translation>请先选择 WAV 文件夹：其中每个类别一个子文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be read as a WAV file and is passed over.</source>
        <translation>无法把 {file} 读作 WAV 文件，已跳过。</translation>
    </message>
    <message>
        <source>{folder} holds no WAV files that can be read. It should hold one folder for each class, and the sounds in them.</source>
        <translation>{folder} 里没有可读的 WAV 文件。其中应当每个类别有一个子文件夹，声音放在里面。</translation>
    </message>
    <message>
        <source>The sounds have different rates ({rates} a second): their pitches do not compare.</source>
        <translation>这些声音的采样率不同（每秒 {rates}）：音高无法比较。</translation>
    </message>
    <message>
        <source>{file} was expected to hold arrays (.npy, .npz or .safetensors, no objects): {error}.</source>
        <translation>{file} 应包含数组（.npy、.npz 或 .safetensors，不含对象）：{error}。</translation>
    </message>
    <message>
        <source>The array {name} of {file} is no table of numbers with a plain name.</source>
        <translation>{file} 的数组 {name} 不是带有普通名字的数值表。</translation>
    </message>
    <message>
        <source>Every array needs the same number of examples, but {file} has {told}.</source>
        <translation>每个数组的样本数必须相同，但 {file} 有 {told}。</translation>
    </message>
    <message>
        <source>the file of arrays: .npy, .npz or .safetensors</source>
        <translation>数组文件：.npy、.npz 或 .safetensors</translation>
    </message>
    <message>
        <source>Choose a file of arrays first: .npy, .npz or .safetensors.</source>
        <translation>请先选择数组文件：.npy、.npz 或 .safetensors。</translation>
    </message>
    <message>
        <source>File of arrays</source>
        <translation>数组文件</translation>
    </message>
    <message>
        <source>Arrays of your own: each a column whose first axis counts the examples.</source>
        <translation>你自己的数组：每个数组是一列，第一个轴数样本。</translation>
    </message>
    <message>
        <source>Your own arrays in a .npy, .npz or .safetensors file, all with the same number of examples along their first axis. Each array is a column under its name: one axis more is features, two a sequence, three an image, four a volume; whole numbers with one axis are tokens, without one a label. Nothing is scaled, and files with Python objects are refused. The licence is that of your data.</source>
        <translation>你自己的 .npy、.npz 或 .safetensors 数组文件，所有数组第一个轴上的样本数相同。每个数组以其名字成为一列：再多一个轴是特征，两个是序列，三个是图片，四个是体数据；整数多一个轴是词元，没有则是标签。不做缩放，含 Python 对象的文件会被拒绝。许可证以你的数据为准。</translation>
    </message>
    <message>
        <source>CSV table: a class</source>
        <translation>CSV 表格：分类</translation>
    </message>
    <message>
        <source>A table of your own whose target is a class.</source>
        <translation>你自己的表格，目标是类别。</translation>
    </message>
    <message>
        <source>Your own table in a CSV file. Columns of numbers are features as they are, columns of a few words become one feature per word, and every different value of the target column is a class. Missing values are counted and filled or left out, as you choose. The licence is that of your data.</source>
        <translation>你自己的 CSV 表格。数值列直接作为特征，取值为少数几个词的列每个词变成一个特征，目标列的每个不同取值是一个类别。缺失值会被统计，并按你的选择填补或删除。许可证以你的数据为准。</translation>
    </message>
    <message>
        <source>CSV table: a number</source>
        <translation>CSV 表格：回归</translation>
    </message>
    <message>
        <source>A table of your own whose target is a number.</source>
        <translation>你自己的表格，目标是数值。</translation>
    </message>
    <message>
        <source>Your own table in a CSV file, with a number to be foretold. Columns of numbers are features as they are, columns of a few words become one feature per word. Rows whose target is no number are left out and counted; other missing values are filled or left out, as you choose. The licence is that of your data.</source>
        <translation>你自己的 CSV 表格，要预测一个数值。数值列直接作为特征，取值为少数几个词的列每个词变成一个特征。目标不是数值的行会被删除并统计；其他缺失值按你的选择填补或删除。许可证以你的数据为准。</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>A text of your own, cut into windows: what comes next?</source>
        <translation>你自己的文本，切成窗口：接下来是什么？</translation>
    </message>
    <message>
        <source>Your own text in a file in UTF-8, as characters or as words between spaces. `tokens` is a window of it, `target` the same moved on by one. Words that are too rare for the vocabulary become &lt;unknown&gt;. The parts are cut in the order of the text. The licence is that of your text.</source>
        <translation>你自己的 UTF-8 文本文件，按字符或按空格分开的词。`tokens` 是其中一个窗口，`target` 是后移一位的同一段。词表容不下的罕见词变为 &lt;unknown&gt;。各部分按文本顺序切分。许可证以你的文本为准。</translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation>声音文件夹</translation>
    </message>
    <message>
        <source>Sounds of your own in folders, each folder a class.</source>
        <translation>你自己的声音，按文件夹存放，每个文件夹是一个类别。</translation>
    </message>
    <message>
        <source>Your own WAV files (8, 16 or 32 bits, not compressed): choose a folder that holds one folder for each class. Channels are averaged, and every sound is cut or filled with silence to one length. A file that cannot be read is passed over and named. The licence is that of your sounds.</source>
        <translation>你自己的 WAV 文件（8、16 或 32 位，未压缩）：选择一个文件夹，其中每个类别有一个子文件夹。各声道取平均，每段声音截断或用静音补到同一长度。无法读取的文件会被跳过并列出名字。许可证以你的声音为准。</translation>
    </message>
    <message>
        <source>the folder that holds the folders images and masks</source>
        <translation>含有 images 和 masks 子文件夹的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder first: it holds the folders images and masks.</source>
        <translation>请先选择文件夹：其中有 images 和 masks 子文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds no pairs. It should hold a folder images and a folder masks, with the same names of files in both.</source>
        <translation>{folder} 里没有成对的文件。其中应有 images 和 masks 两个子文件夹，文件同名。</translation>
    </message>
    <message>
        <source>{file} has no partner of the same name and is passed over.</source>
        <translation>{file} 没有同名的配对文件，已跳过。</translation>
    </message>
    <message>
        <source>Pictures with masks</source>
        <translation>图片与掩码</translation>
    </message>
    <message>
        <source>Pictures of your own, and for each a mask of the same name.</source>
        <translation>你自己的图片，每张配一个同名掩码。</translation>
    </message>
    <message>
        <source>Your own pictures and masks: choose a folder that holds the folders `images` and `masks`, with a mask of the same name for each picture (its ending may differ). Both are cut square around their middle; a place of the mask that is brighter than half grey is 1. What has no partner or cannot be read is passed over and named. The licence is that of your pictures.</source>
        <translation>你自己的图片和掩码：选择一个含有 `images` 和 `masks` 两个子文件夹的文件夹，每张图片有一个同名掩码（扩展名可以不同）。两者都以中心裁成正方形；掩码中比半灰更亮的位置为 1。没有配对或无法读取的文件会被跳过并列出名字。许可证以你的图片为准。</translation>
    </message>
</context>
</TS>
