<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Activation curves</source>
        <translation>激活函数曲线</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>解码结果</translation>
    </message>
    <message>
        <source>Drag from noise at the left to the sample at the right</source>
        <translation>从左端的噪声拖到右端的样本</translation>
    </message>
    <message>
        <source>Drag to read the curve and its slope at another number</source>
        <translation>拖动以读取另一个数处的函数值与斜率</translation>
    </message>
    <message>
        <source>Drag to walk round the cloud</source>
        <translation>拖动以绕着点云走</translation>
    </message>
    <message>
        <source>Drag, or drag the line in the picture: what lies right of it counts as an anomaly</source>
        <translation>拖动滑块或图中的竖线：右侧的样本算作异常</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Examples as the network gets them: pictures, sounds, clouds, clips, volumes, series.
Press Train. They appear after the first batches.</source>
        <translation>网络得到的样本：图像、声音、点云、视频、体数据、序列。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>Generated samples</source>
        <translation>生成的样本</translation>
    </message>
    <message>
        <source>Generator and judge</source>
        <translation>生成器与判别器</translation>
    </message>
    <message>
        <source>How an example turns into noise, and noise into a sample.
Press Train. The strips appear after the first batches.</source>
        <translation>样本怎样变成噪声，噪声又怎样变成样本。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>How far each validation example is from its copy.
Press Train. The histogram appears after the first epoch.</source>
        <translation>每个验证样本与它的重建相差多少。
按“训练”，第一轮之后出现直方图。</translation>
    </message>
    <message>
        <source>How probable each class is for one example.
Press Train. The bars appear after the first batches.</source>
        <translation>一个样本属于各个类别的概率。
按“训练”，最初几个批次之后出现条形。</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Noising and denoising</source>
        <translation>加噪与去噪</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs AddNoise, and a loss on the noise that it learns to see.</source>
        <translation>这个网络没有可显示的内容：需要 AddNoise，以及针对所要识别的噪声的损失。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs SinusoidalPosition or LearnedPosition.</source>
        <translation>这个网络没有可显示的内容：需要 SinusoidalPosition 或 LearnedPosition。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a generator and a judge with an adversarial loss.</source>
        <translation>这个网络没有可显示的内容：需要生成器、判别器和对抗损失。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a loss that compares its output with its input, as an auto-encoder has.</source>
        <translation>这个网络没有可显示的内容：需要一个把输出与输入相比较的损失，如自编码器。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs a loss that compares its output with numbers, a mask or boxes of the data.</source>
        <translation>这个网络没有可显示的内容：需要一个把输出与数据中的数值、掩码或边界框相比较的损失。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs an Embedding, or a loss that draws alike examples together, such as TripletMarginLoss.</source>
        <translation>这个网络没有可显示的内容：需要 Embedding，或把相似样本拉近的损失，如 TripletMarginLoss。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs an Input with pictures, sounds, points, clips or series.</source>
        <translation>这个网络没有可显示的内容：需要图像、声音、点云、视频或序列的输入。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs an activation, such as ReLU or Tanh.</source>
        <translation>这个网络没有可显示的内容：需要激活函数，如 ReLU 或 Tanh。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs an auto-encoder with a narrow place between its input and its output, the code.</source>
        <translation>这个网络没有可显示的内容：需要自编码器，输入与输出之间有一处窄的编码。</translation>
    </message>
    <message>
        <source>Nothing to show for this network: it needs something made out of chance, by a generator with RandomNormal, a variational auto-encoder or a diffusion model.</source>
        <translation>这个网络没有可显示的内容：需要由随机数生成样本的部分，如带 RandomNormal 的生成器、变分自编码器或扩散模型。</translation>
    </message>
    <message>
        <source>Number that arrives</source>
        <translation>到达的数</translation>
    </message>
    <message>
        <source>Output probabilities</source>
        <translation>输出概率</translation>
    </message>
    <message>
        <source>Positional encodings</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Predictions beside truth</source>
        <translation>预测与真值</translation>
    </message>
    <message>
        <source>Reconstruction errors</source>
        <translation>重建误差</translation>
    </message>
    <message>
        <source>Reconstructions</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>The example</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转动</translation>
    </message>
    <message>
        <source>What each activation does to the numbers that arrive at it, and how steep it is there.
Press Train. The curves appear after the first batches.</source>
        <translation>每个激活函数怎样改变到达的数，以及该处的斜率。
按“训练”，最初几个批次之后出现曲线。</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>输入的样本</translation>
    </message>
    <message>
        <source>What is added to each step to say where it stands.
Press Train. The places appear after the first batches.</source>
        <translation>加在每一步上、说明其位置的编码。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>What the judge thinks of real and of made examples, and which kinds are made.
Press Train. The lines appear after the first batches.</source>
        <translation>判别器对真实样本与生成样本的评分，以及生成了哪些种类。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>What the network foretells for examples it does not learn from, beside the truth.
Press Train. The answers appear after the first batches.</source>
        <translation>网络对没有用来学习的样本的预测，与真值并排。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>What the network gives back of examples, below the examples themselves.
Press Train. The copies appear after the first batches.</source>
        <translation>网络对样本的重建，排在样本下方。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>What the network makes out of chance, always from the same numbers.
Press Train. The samples appear after the first batches.</source>
        <translation>网络由随机数生成的样本，始终用同一组随机数。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>Where examples lie in the code, and what lies between them: drag the spot.
Press Train. The plane appears after the first batches.</source>
        <translation>样本在编码中的位置，以及它们之间是什么：拖动圆点。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>Where words or examples lie among each other.
Press Train. The plane appears after the first batches.</source>
        <translation>词或样本彼此之间的位置。
按“训练”，最初几个批次之后出现。</translation>
    </message>
    <message>
        <source>Which activation</source>
        <translation>哪个激活函数</translation>
    </message>
    <message>
        <source>Which class counts as an anomaly</source>
        <translation>哪个类别算作异常</translation>
    </message>
    <message>
        <source>Which embedding</source>
        <translation>哪个嵌入</translation>
    </message>
    <message>
        <source>a group that lies apart at the right: what the network has not learned to copy. Put the threshold between.</source>
        <translation>右侧是否有单独的一群：那是网络没有学会复制的样本。把阈值放在两群之间。</translation>
    </message>
    <message>
        <source>above {threshold}: {count} of {total}</source>
        <translation>高于 {threshold}：{total} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>answer by truth</source>
        <translation>预测对真值</translation>
    </message>
    <message>
        <source>arrives where it is flat</source>
        <translation>落在平坦处</translation>
    </message>
    <message>
        <source>between</source>
        <translation>中</translation>
    </message>
    <message>
        <source>both lines near a half: neither wins. Apart for long: the judge wins, and the generator learns nothing more.</source>
        <translation>两条线都接近一半：不分胜负。长时间分开：判别器取胜，生成器不再学习。</translation>
    </message>
    <message>
        <source>classes that gather, and no gaps between them: a variational auto-encoder decodes every place to something.</source>
        <translation>各类聚在一起，中间没有空隙：变分自编码器在任何位置都能解码出东西。</translation>
    </message>
    <message>
        <source>code {n}</source>
        <translation>编码 {n}</translation>
    </message>
    <message>
        <source>copies that keep what tells examples apart. If all look alike, the code is too narrow or not learned yet.</source>
        <translation>重建保留了区分样本的特征。若全都相似，说明编码太窄或还没有学会。</translation>
    </message>
    <message>
        <source>decibels below the loudest; windows of {size} numbers, {hop} apart</source>
        <translation>低于最响处的分贝数；窗长 {size}，间隔 {hop}</translation>
    </message>
    <message>
        <source>decoded with the weights after step {step}</source>
        <translation>用第 {step} 步之后的权重解码</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>direction {n} ({share} %)</source>
        <translation>方向 {n}（{share} %）</translation>
    </message>
    <message>
        <source>drawn through: the truth; dashed: the answer</source>
        <translation>实线：真值；虚线：预测</translation>
    </message>
    <message>
        <source>error (root mean square)</source>
        <translation>误差（均方根）</translation>
    </message>
    <message>
        <source>example {n}</source>
        <translation>例 {n}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>far</source>
        <translation>远</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>how alike</source>
        <translation>相似程度</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>依次排列</translation>
    </message>
    <message>
        <source>into noise</source>
        <translation>加噪</translation>
    </message>
    <message>
        <source>kinds made</source>
        <translation>生成的种类</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>made, D(G(z))</source>
        <translation>生成 D(G(z))</translation>
    </message>
    <message>
        <source>mean score of the judge</source>
        <translation>判别器的平均评分</translation>
    </message>
    <message>
        <source>mean square error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>mean square error of an example</source>
        <translation>单个样本的均方误差</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近</translation>
    </message>
    <message>
        <source>no class marked</source>
        <translation>不标记类别</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>number z that arrives</source>
        <translation>到达的数 z</translation>
    </message>
    <message>
        <source>number {n}</source>
        <translation>第 {n} 个数</translation>
    </message>
    <message>
        <source>numbers by steps</source>
        <translation>各维随时间步</translation>
    </message>
    <message>
        <source>numbers in the code</source>
        <translation>编码的维数</translation>
    </message>
    <message>
        <source>numbers that arrive where the slope is high. Where it is flat a gradient ends: a dead ReLU, a full sigmoid.</source>
        <translation>到达的数落在斜率大的地方。平坦处梯度中断：ReLU 死亡，Sigmoid 饱和。</translation>
    </message>
    <message>
        <source>of the true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>on the board</source>
        <translation>在棋盘上</translation>
    </message>
    <message>
        <source>one long bar, in the colour of what is right. Two of equal length: the network hesitates between them.</source>
        <translation>一根长条，颜色表示正确。两根一样长，说明网络在两者之间犹豫。</translation>
    </message>
    <message>
        <source>out of it, {n}</source>
        <translation>去噪 {n}</translation>
    </message>
    <message>
        <source>out of noise</source>
        <translation>由噪声生成</translation>
    </message>
    <message>
        <source>overlap (IoU)</source>
        <translation>重叠（IoU）</translation>
    </message>
    <message>
        <source>places × numbers</source>
        <translation>位置 × 维数</translation>
    </message>
    <message>
        <source>points on the diagonal, lines and frames that lie on the truth. What is always missed alike is not learned.</source>
        <translation>点落在对角线上，曲线和框与真值重合。总以同样方式出错的，就是没学会的。</translation>
    </message>
    <message>
        <source>probability of the truth</source>
        <translation>真实类别的概率</translation>
    </message>
    <message>
        <source>real, D(x)</source>
        <translation>真实 D(x)</translation>
    </message>
    <message>
        <source>right places</source>
        <translation>正确的像素</translation>
    </message>
    <message>
        <source>row {row} · column {column}</source>
        <translation>第 {row} 行 · 第 {column} 列</translation>
    </message>
    <message>
        <source>sample {n}</source>
        <translation>样本 {n}</translation>
    </message>
    <message>
        <source>samples that become like the data and stay different from each other. All alike: only one kind is made.</source>
        <translation>样本越来越像数据，且彼此不同。若全都一样，就是只生成了一种。</translation>
    </message>
    <message>
        <source>score of the judge</source>
        <translation>判别器的评分</translation>
    </message>
    <message>
        <source>scores now</source>
        <translation>当前评分</translation>
    </message>
    <message>
        <source>shapes that come out of the noise early and details late. Noise in the last picture: it needs more training.</source>
        <translation>轮廓先从噪声中出现，细节随后。最后一幅仍有噪声，说明还要继续训练。</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>single example</source>
        <translation>单个样本</translation>
    </message>
    <message>
        <source>slice {n}</source>
        <translation>切片 {n}</translation>
    </message>
    <message>
        <source>spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>steps from now</source>
        <translation>距现在的步数</translation>
    </message>
    <message>
        <source>t = {time}</source>
        <translation>t = {time}</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>the data, noised</source>
        <translation>加噪的数据</translation>
    </message>
    <message>
        <source>the encoding</source>
        <translation>编码本身</translation>
    </message>
    <message>
        <source>the first number of each of {count} validation examples, one after the other</source>
        <translation>{count} 个验证样本的第一个数，依次排列</translation>
    </message>
    <message>
        <source>the nearest decoded place, after step {step}</source>
        <translation>最近的已解码位置，第 {step} 步之后</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>truth {truth}, answer {answer}</source>
        <translation>真值 {truth}，预测 {answer}</translation>
    </message>
    <message>
        <source>validation example</source>
        <translation>验证样本编号</translation>
    </message>
    <message>
        <source>validation examples</source>
        <translation>验证样本</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>waves from quick to slow across the numbers, or with learned ones, places that become unlike each other.</source>
        <translation>各维从快到慢的波；可学习的编码则看各位置是否变得不同。</translation>
    </message>
    <message>
        <source>what arrives</source>
        <translation>到达的数的分布</translation>
    </message>
    <message>
        <source>what lies between</source>
        <translation>之间是什么</translation>
    </message>
    <message>
        <source>what you would tell the classes apart by. If you cannot see or hear it here, the network cannot either.</source>
        <translation>你会凭什么区分各类。若在这里看不出、听不出，网络也做不到。</translation>
    </message>
    <message>
        <source>words of one meaning, or examples of one class, that gather. At first they lie anywhere.</source>
        <translation>意思相近的词或同类的样本聚在一起。开始时它们散落各处。</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>z = {z}: {name} {value}, slope {slope}</source>
        <translation>z = {z}：{name} {value}，斜率 {slope}</translation>
    </message>
    <message>
        <source>{classes} classes; what lies beside everything has no colour</source>
        <translation>{classes} 个类别；背景不着色</translation>
    </message>
    <message>
        <source>{count} pictures of {height}×{width}</source>
        <translation>{count} 幅 {height}×{width} 的图</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <source>{count} slices or frames, in their order</source>
        <translation>{count} 个切片或帧，按次序</translation>
    </message>
    <message>
        <source>{count} validation examples; on the thin line answer and truth agree</source>
        <translation>{count} 个验证样本；细线上预测与真值一致</translation>
    </message>
    <message>
        <source>{name}: from {low} to {high}</source>
        <translation>{name}：从 {low} 到 {high}</translation>
    </message>
</context>
</TS>
