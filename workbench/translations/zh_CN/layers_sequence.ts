<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>One step of an Elman network: mix what arrives with the state before, and bend the sum.</source>
        <translation>Elman 网络的一步：把当前输入与上一步的状态混合，再对和做非线性变换。</translation>
    </message>
    <message>
        <source>One turn of kneading: the new flour goes into the dough that is already there.</source>
        <translation>像揉面时的一次翻折：新的面粉揉进已有的面团里。</translation>
    </message>
    <message>
        <source>Use it inside a loop that you draw yourself, when every step has to do something in between.</source>
        <translation>当你自己画循环、每一步中间都要做点别的事时使用。</translation>
    </message>
    <message>
        <source>Alone it remembers nothing: its h has to come back to it in the next step.</source>
        <translation>单独一个什么也记不住：它的 h 必须在下一步回到它自己。</translation>
    </message>
    <message>
        <source>what arrives in this step</source>
        <translation>这一步到来的输入</translation>
    </message>
    <message>
        <source>the state of the step before; zeros without it</source>
        <translation>上一步的状态；不接则为零</translation>
    </message>
    <message>
        <source>the new state</source>
        <translation>新的状态</translation>
    </message>
    <message>
        <source>how many numbers the state has</source>
        <translation>状态有多少个数</translation>
    </message>
    <message>
        <source>add learned numbers to every sum</source>
        <translation>给每个加权和加上可学习的偏置</translation>
    </message>
    <message>
        <source>the bend after each sum</source>
        <translation>每个加权和之后的非线性函数</translation>
    </message>
    <message>
        <source>One step of a gated recurrent unit, in the form PyTorch and GPUs use.</source>
        <translation>门控循环单元的一步，采用 PyTorch 与 GPU 所用的形式。</translation>
    </message>
    <message>
        <source>A diary page with a margin: part of yesterday is copied, part is written new, the margin says how much.</source>
        <translation>像留有页边的日记：昨天的内容抄一部分，再新写一部分，页边注明各占多少。</translation>
    </message>
    <message>
        <source>Use it where one step of a GRU has to stand alone: decoders with attention, agents that act in between.</source>
        <translation>用于 GRU 需要单步执行的地方：带注意力的解码器、步与步之间要行动的智能体。</translation>
    </message>
    <message>
        <source>Here z = 1 keeps the old state. In TextbookGRUCell it means the opposite, so gates read the other way.</source>
        <translation>这里 z = 1 表示保留旧状态；在 TextbookGRUCell 中含义相反，读门的数值时要倒过来。</translation>
    </message>
    <message>
        <source>One step of a gated recurrent unit as textbooks write it: reset first, then multiply.</source>
        <translation>按教科书写法的门控循环单元的一步：先重置，再相乘。</translation>
    </message>
    <message>
        <source>First decide what of yesterday may be forgotten, then think about today with what is left.</source>
        <translation>先决定昨天的哪些可以忘掉，再用剩下的来思考今天。</translation>
    </message>
    <message>
        <source>Use it to follow the formulas of a book or a lecture line by line, and to compare with PyTorch's form.</source>
        <translation>用来逐行对照书本或课堂上的公式，并与 PyTorch 的形式比较。</translation>
    </message>
    <message>
        <source>It is another function than GRUCell, not another notation: equal weights give different numbers.</source>
        <translation>它与 GRUCell 是不同的函数，不只是记号不同：相同的权重会给出不同的数。</translation>
    </message>
    <message>
        <source>One step of an LSTM: forget part of the memory, write something new, show part of it.</source>
        <translation>LSTM 的一步：遗忘一部分记忆，写入一些新内容，再展示其中一部分。</translation>
    </message>
    <message>
        <source>A warehouse at closing time: some goods leave, some arrive, and a few are put in the window.</source>
        <translation>像打烊时的仓库：有些货运走，有些货到来，还有几件摆进橱窗。</translation>
    </message>
    <message>
        <source>Use it in loops you draw yourself, and to look at gates and memory of every step.</source>
        <translation>用在你自己画的循环里，也可用来观察每一步的门与记忆。</translation>
    </message>
    <message>
        <source>Both h and c have to come back in the next step; wiring h alone loses the memory, which is c.</source>
        <translation>下一步 h 和 c 都要送回来；只接 h 会丢掉记忆，因为记忆是 c。</translation>
    </message>
    <message>
        <source>the memory of the step before; zeros without it</source>
        <translation>上一步的记忆；不接则为零</translation>
    </message>
    <message>
        <source>the new memory</source>
        <translation>新的记忆</translation>
    </message>
    <message>
        <source>One step of an LSTM whose gates may look at the memory itself, not only at what was shown of it.</source>
        <translation>一步 LSTM，它的门可以直接看到记忆本身，而不只是展示出来的部分。</translation>
    </message>
    <message>
        <source>A doorkeeper with a spyhole: he sees who is in the room before he decides whom to let in or out.</source>
        <translation>像门上带窥视孔的看门人：先看清屋里有谁，再决定放谁进出。</translation>
    </message>
    <message>
        <source>Use it where exact counting or timing matters: rhythms, intervals, the number of beats since an event.</source>
        <translation>用于需要精确计数或计时的任务：节奏、间隔、某事件之后的拍数。</translation>
    </message>
    <message>
        <source>GPUs have no fast form of it, and on text and prices it is rarely better than a plain LSTM.</source>
        <translation>GPU 没有它的快速实现；在文本和价格数据上，它很少比普通 LSTM 更好。</translation>
    </message>
    <message>
        <source>every gate sees all of the memory, through a matrix; else each sees only its own number</source>
        <translation>每个门通过矩阵看到全部记忆；否则每个门只看到自己对应的那个数</translation>
    </message>
    <message>
        <source>One step of an LSTM in which whatever is forgotten makes room for exactly as much that is new.</source>
        <translation>一步 LSTM，其中忘掉多少，就恰好腾出地方写入多少新内容。</translation>
    </message>
    <message>
        <source>A full bookshelf: a new book goes in only where an old one is taken out.</source>
        <translation>像摆满的书架：只有抽走一本旧书，才放得进一本新书。</translation>
    </message>
    <message>
        <source>Use it to save a quarter of the weights of an LSTM at hardly any loss.</source>
        <translation>用它可以省下 LSTM 四分之一的权重，而性能几乎不降。</translation>
    </message>
    <message>
        <source>It cannot add to its memory without forgetting: counting up is beyond it.</source>
        <translation>它不忘掉旧的就加不进新的：累加计数它做不到。</translation>
    </message>
    <message>
        <source>One step of a Jordan network: the answer of the step before is fed back, not the hidden state.</source>
        <translation>Jordan 网络的一步：反馈回来的是上一步的输出，而不是隐藏状态。</translation>
    </message>
    <message>
        <source>A speaker who hears only their own last words, never what they thought while saying them.</source>
        <translation>像一个说话者，只听得见自己刚说出口的话，听不见当时心里的想法。</translation>
    </message>
    <message>
        <source>Use it for plans and movements in which the last action decides the next, and to contrast with RNNCell.</source>
        <translation>用于上一个动作决定下一个动作的规划与运动任务，也可与 RNNCell 对比。</translation>
    </message>
    <message>
        <source>All it remembers has to pass through the answer: with few outputs there is hardly any memory.</source>
        <translation>它记住的一切都要经过输出：输出的数很少，记忆也就几乎没有。</translation>
    </message>
    <message>
        <source>the answer of the step before; zeros without it</source>
        <translation>上一步的输出；不接则为零</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>the hidden numbers it was made from</source>
        <translation>算出它的那些隐藏数值</translation>
    </message>
    <message>
        <source>how many hidden numbers there are</source>
        <translation>隐藏层有多少个数</translation>
    </message>
    <message>
        <source>how many numbers the answer has</source>
        <translation>输出有多少个数</translation>
    </message>
    <message>
        <source>out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>what the answer goes through before it leaves and is fed back</source>
        <translation>输出在离开并反馈之前要经过的函数</translation>
    </message>
    <message>
        <source>Let a voltage leak and add up what arrives, and give a spike where it passes a threshold.</source>
        <translation>让电压一边泄漏一边累积输入，超过阈值时发放一个脉冲。</translation>
    </message>
    <message>
        <source>A bucket with a small hole under a dripping tap: when it is full it tips over, and fills up again.</source>
        <translation>像滴水龙头下有小洞的水桶：满了就翻倒，然后重新积水。</translation>
    </message>
    <message>
        <source>Use it in a loop over time steps to build spiking networks, for neuromorphic chips and event cameras.</source>
        <translation>用在时间步的循环里搭建脉冲神经网络，适合类脑芯片与事件相机。</translation>
    </message>
    <message>
        <source>A threshold out of reach gives silence, and silent neurons learn nothing: watch how many fire.</source>
        <translation>阈值高不可及就一片沉默，沉默的神经元什么也学不到：注意看有多少神经元在发放。</translation>
    </message>
    <message>
        <source>the current of this step</source>
        <translation>这一步的电流</translation>
    </message>
    <message>
        <source>the voltage of the step before; zero without it</source>
        <translation>上一步的电压；不接则为零</translation>
    </message>
    <message>
        <source>1 where the neuron fires, else 0</source>
        <translation>神经元发放处为 1，否则为 0</translation>
    </message>
    <message>
        <source>the voltage that is left</source>
        <translation>剩下的电压</translation>
    </message>
    <message>
        <source>share of the voltage that stays from one step to the next</source>
        <translation>从一步到下一步保留的电压比例</translation>
    </message>
    <message>
        <source>leak</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>voltage at which it fires</source>
        <translation>发放脉冲的电压阈值</translation>
    </message>
    <message>
        <source>fires at</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>after a spike, take the threshold off the voltage or set it to zero</source>
        <translation>发放之后，把电压减去阈值，或直接清零</translation>
    </message>
    <message>
        <source>how narrow the curve is whose slope stands in for that of a spike</source>
        <translation>代替脉冲导数的那条曲线有多窄</translation>
    </message>
    <message>
        <source>Read a sequence step by step, mixing each step with what was kept of the steps before.</source>
        <translation>逐步读取序列，把每一步与此前保留下来的内容混合。</translation>
    </message>
    <message>
        <source>Reading with one small sheet for notes, which is written anew after every word.</source>
        <translation>像只带一张小便条读书，每读一个词就把便条重写一遍。</translation>
    </message>
    <message>
        <source>Use it on short sequences, and to see where longer memory is missing: LSTM and GRU are its cure.</source>
        <translation>用于短序列，也用来看清长程记忆在哪里缺失：LSTM 和 GRU 正是为此而生。</translation>
    </message>
    <message>
        <source>Its gradient shrinks or grows with every step backwards: after some dozen steps nothing is learned, or everything explodes. Clip the gradient.</source>
        <translation>梯度每往回一步就缩小或放大：几十步之后不是什么也学不到，就是全部爆炸。请裁剪梯度。</translation>
    </message>
    <message>
        <source>the steps, one vector each</source>
        <translation>各个时间步，每步一个向量</translation>
    </message>
    <message>
        <source>the state every layer starts with; zeros without it</source>
        <translation>每一层的初始状态；不接则为零</translation>
    </message>
    <message>
        <source>how many steps of each example are real; the rest is skipped</source>
        <translation>每个样本有多少步是真实的；其余跳过</translation>
    </message>
    <message>
        <source>the state after every step</source>
        <translation>每一步之后的状态</translation>
    </message>
    <message>
        <source>the state after the last step, of the last layer</source>
        <translation>最后一层在最后一步之后的状态</translation>
    </message>
    <message>
        <source>how many layers are stacked, each reading the one below</source>
        <translation>堆叠多少层，每层读取下面一层</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>share of numbers set to zero between the stacked layers, while training only</source>
        <translation>堆叠层之间被置零的比例，仅在训练时</translation>
    </message>
    <message>
        <source>read the sequence backwards as well and join both states</source>
        <translation>再反向读一遍序列，并把两个方向的状态拼接</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Read a sequence step by step with a memory that gates write, keep and show.</source>
        <translation>逐步读取序列，并带有由门来写入、保留和展示的记忆。</translation>
    </message>
    <message>
        <source>A notebook with three clerks: one strikes out, one writes in, one decides what is read aloud.</source>
        <translation>像有三个文书的笔记本：一个划掉，一个写入，一个决定念出哪些。</translation>
    </message>
    <message>
        <source>The first choice for sequences of up to some hundred steps: text, sensors, speech, prices.</source>
        <translation>几百步以内的序列的首选：文本、传感器、语音、价格。</translation>
    </message>
    <message>
        <source>By default the forget gate keeps about half of the memory each step, so a hundred steps are still far. Start its bias at 1 or more where long memory matters.</source>
        <translation>默认情况下遗忘门每步约保留一半记忆，一百步之前仍然遥远。需要长程记忆时，把遗忘门偏置初始化为 1 或更大。</translation>
    </message>
    <message>
        <source>the memory every layer starts with; zeros without it</source>
        <translation>每一层的初始记忆；不接则为零</translation>
    </message>
    <message>
        <source>the memory after the last step</source>
        <translation>最后一步之后的记忆</translation>
    </message>
    <message>
        <source>Read a sequence step by step with two gates: how much of the past to use, and how much to keep.</source>
        <translation>用两个门逐步读取序列：用多少过去，又保留多少过去。</translation>
    </message>
    <message>
        <source>A thermostat that mixes the warm water already there with fresh, as much as it finds right.</source>
        <translation>像恒温龙头，把已有的温水与新水按它认为合适的比例混合。</translation>
    </message>
    <message>
        <source>Use it in place of LSTM where a quarter fewer weights and one state instead of two are welcome.</source>
        <translation>若希望比 LSTM 少四分之一的权重、只要一个状态而不是两个，就用它。</translation>
    </message>
    <message>
        <source>PyTorch resets after the recurrent product and lets z keep the old state; many books write both the other way, and weights cannot be carried between the two.</source>
        <translation>PyTorch 在循环乘积之后才重置，并用 z 保留旧状态；许多书两处都反着写，权重不能在两者之间照搬。</translation>
    </message>
    <message>
        <source>Let a small network judge how well the question fits each step, and give the weighed mean of the steps.</source>
        <translation>用一个小网络判断问题与每一步有多匹配，并给出各步的加权平均。</translation>
    </message>
    <message>
        <source>A translator who, before every word, glances back at the source and marks the words that matter now.</source>
        <translation>像译者在写每个词之前回看原文，标出此刻重要的词。</translation>
    </message>
    <message>
        <source>Use it between decoder and encoder when their sizes differ and sentences are of moderate length.</source>
        <translation>用在解码器与编码器之间，适合两者维度不同、句子长度适中的情形。</translation>
    </message>
    <message>
        <source>It runs a network for every pair of question and step: slower than a product, and larger in memory.</source>
        <translation>每一对问题与时间步都要过一遍网络：比乘积慢，占用内存也更多。</translation>
    </message>
    <message>
        <source>what is asked now: one vector, or one for each step</source>
        <translation>当前的查询：一个向量，或每步一个</translation>
    </message>
    <message>
        <source>the steps that are looked at</source>
        <translation>被查看的各步</translation>
    </message>
    <message>
        <source>yes for every step that is real</source>
        <translation>真实的步为“是”</translation>
    </message>
    <message>
        <source>the weighed sum of the steps</source>
        <translation>各步的加权和</translation>
    </message>
    <message>
        <source>how much each step counts</source>
        <translation>每一步的权重</translation>
    </message>
    <message>
        <source>how many hidden numbers judge each pair</source>
        <translation>用多少个隐藏数值来判断每一对</translation>
    </message>
    <message>
        <source>Multiply the question with each step, directly or through a matrix, and give the weighed mean of the steps.</source>
        <translation>把问题与每一步直接相乘或经过矩阵相乘，并给出各步的加权平均。</translation>
    </message>
    <message>
        <source>Holding a key against each lock of a row: the better the teeth fit, the more that door opens.</source>
        <translation>像拿一把钥匙去比一排锁：齿越吻合，那扇门开得越大。</translation>
    </message>
    <message>
        <source>Use it in place of AdditiveAttention when speed matters; general lets question and steps differ in size.</source>
        <translation>在意速度时用它代替 AdditiveAttention；general 允许问题与各步维度不同。</translation>
    </message>
    <message>
        <source>There is no division by √d: with large vectors nearly all weight falls on one step.</source>
        <translation>它没有除以 √d：向量很长时，几乎全部权重都落在一步上。</translation>
    </message>
    <message>
        <source>general compares through a learned matrix, dot directly</source>
        <translation>general 经过可学习的矩阵比较，dot 直接比较</translation>
    </message>
    <message>
        <source>score</source>
        <translation>打分</translation>
    </message>
    <message>
        <source>Look only at the steps around one place, which the question names itself or which moves along step by step.</source>
        <translation>只看某个位置附近的步；位置由问题自己给出，或一步一步向前移动。</translation>
    </message>
    <message>
        <source>A magnifying glass on a long letter: sharp in the middle, and nothing beyond its rim.</source>
        <translation>像看长信用的放大镜：中间清晰，镜框之外什么也没有。</translation>
    </message>
    <message>
        <source>Use it on long sequences where what matters lies close together: speech, handwriting, translation.</source>
        <translation>用于要紧内容彼此靠近的长序列：语音、手写、翻译。</translation>
    </message>
    <message>
        <source>When the place is wrong the right step is outside the window, and only the bell curve can pull it there.</source>
        <translation>位置错了，正确的那一步就在窗口之外，只有钟形曲线能把位置拉过去。</translation>
    </message>
    <message>
        <source>place of a single question, when it is monotonic</source>
        <translation>单个问题的位置，用于单调对齐</translation>
    </message>
    <message>
        <source>the place is learned from the question, or it is the number of the step</source>
        <translation>位置由问题学得，或者就是步的序号</translation>
    </message>
    <message>
        <source>how many steps to each side are seen</source>
        <translation>每一侧能看到多少步</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pick a single step instead of mixing them all, and learn as if they had been mixed.</source>
        <translation>只选出一步而不是把所有步混合，学习时却按混合来求梯度。</translation>
    </message>
    <message>
        <source>Opening one single drawer, after weighing all the labels on the outside.</source>
        <translation>像看过所有抽屉外面的标签之后，只拉开其中一个。</translation>
    </message>
    <message>
        <source>Use it where one thing has to be chosen: a pointer, a memory slot, a place to look at next.</source>
        <translation>用于必须选定一个的场合：指针、记忆槽位、下一个要看的位置。</translation>
    </message>
    <message>
        <source>What is random jumps from run to run: begin with tau at 1 or above and lower it, not the other way.</source>
        <translation>随机的选择每次运行都在跳动：从 tau 为 1 或更大开始再逐渐降低，不要反过来。</translation>
    </message>
    <message>
        <source>temperature of the softmax that gives the gradient</source>
        <translation>给出梯度的 softmax 的温度</translation>
    </message>
    <message>
        <source>Judge each step of a history by one candidate, and add the steps up by how much they say about it.</source>
        <translation>用一个候选来评判历史中的每一步，并按它们对候选的意义加权求和。</translation>
    </message>
    <message>
        <source>A shop assistant who, asked about boots, recalls which of your purchases had to do with walking.</source>
        <translation>像一位店员：你问靴子，他就想起你买过的东西里哪些与徒步有关。</translation>
    </message>
    <message>
        <source>Use it in recommenders: one history per user, read anew for every candidate.</source>
        <translation>用于推荐系统：每个用户一段历史，面对每个候选都重新读一遍。</translation>
    </message>
    <message>
        <source>Its weights are no shares: a long history gives large sums. That is meant, but normalise what comes after.</source>
        <translation>它的权重不是占比：历史越长，和越大。这是有意的，但之后要做归一化。</translation>
    </message>
    <message>
        <source>the candidate, such as the advertisement that may be shown</source>
        <translation>候选，例如可能展示的广告</translation>
    </message>
    <message>
        <source>the history, such as what was clicked before</source>
        <translation>历史，例如此前点击过的内容</translation>
    </message>
    <message>
        <source>the history as this candidate sees it</source>
        <translation>这个候选眼中的历史</translation>
    </message>
    <message>
        <source>how much each step says; they need not add up to 1</source>
        <translation>每一步说明多少；不必加起来为 1</translation>
    </message>
    <message>
        <source>how many hidden numbers judge each step</source>
        <translation>用多少个隐藏数值来判断每一步</translation>
    </message>
    <message>
        <source>make the weights add up to one, which the paper does not</source>
        <translation>让权重加起来为 1，论文中并不这样做</translation>
    </message>
    <message>
        <source>Compare every query with every key and give the mean of the values, weighed by how well they match.</source>
        <translation>把每个查询与每个键比较，按匹配程度给出值的加权平均。</translation>
    </message>
    <message>
        <source>A library where you describe what you seek: every book answers, the louder the better it fits.</source>
        <translation>像一座图书馆，你描述想找什么，每本书都会应答，越合适声音越大。</translation>
    </message>
    <message>
        <source>Use it to draw attention from its parts: Linear for query, key and value, positions in between.</source>
        <translation>用来从零件画出注意力：查询、键、值各接一个 Linear，中间加位置编码。</translation>
    </message>
    <message>
        <source>Without the division by √d the softmax of long vectors puts all on one key, and its gradient dies.</source>
        <translation>不除以 √d，长向量的 softmax 会把全部权重放在一个键上，梯度随之消失。</translation>
    </message>
    <message>
        <source>what is asked, one vector for each step</source>
        <translation>查询，每步一个向量</translation>
    </message>
    <message>
        <source>what the queries are compared with</source>
        <translation>与查询比较的键</translation>
    </message>
    <message>
        <source>what is averaged; as many steps as the keys</source>
        <translation>被平均的值；步数与键相同</translation>
    </message>
    <message>
        <source>yes for every key that takes part</source>
        <translation>参与的键为“是”</translation>
    </message>
    <message>
        <source>added to the scores, for example what RelativePositionBias gives</source>
        <translation>加到注意力得分上的数，例如 RelativePositionBias 的输出</translation>
    </message>
    <message>
        <source>the answer to each query</source>
        <translation>对每个查询的回答</translation>
    </message>
    <message>
        <source>how much each query looked at each key; every row adds up to 1</source>
        <translation>每个查询看了每个键多少；每一行加起来为 1</translation>
    </message>
    <message>
        <source>how many parts work side by side</source>
        <translation>有多少个部分并行工作</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>share of weights hidden, while training only</source>
        <translation>被屏蔽的权重比例，仅在训练时</translation>
    </message>
    <message>
        <source>no step sees a later one</source>
        <translation>任何一步都看不到后面的步</translation>
    </message>
    <message>
        <source>causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <source>what the products are multiplied by; empty is 1/√d for each head</source>
        <translation>乘积要乘的系数；留空则每个头为 1/√d</translation>
    </message>
    <message>
        <source>give the weights, too; without them it is faster and needs less memory</source>
        <translation>同时给出权重；不给则更快、更省内存</translation>
    </message>
    <message>
        <source>Let every step look at all steps in several ways at once, with learned queries, keys and values.</source>
        <translation>用可学习的查询、键和值，让每一步以多种方式同时查看所有步。</translation>
    </message>
    <message>
        <source>Eight readers of one text: one looks for names, one for verbs, one for the last full stop.</source>
        <translation>像八位读者读同一篇文章：一位找人名，一位找动词，一位找最后一个句号。</translation>
    </message>
    <message>
        <source>The heart of every Transformer: put it into a residual block, with a normalisation before or after it.</source>
        <translation>每个 Transformer 的核心：放进残差块，在它之前或之后加归一化。</translation>
    </message>
    <message>
        <source>It does not see the order of steps: add positions before it. Twice the length costs four times the memory.</source>
        <translation>它看不到步的先后：之前要加位置编码。长度加倍，内存变为四倍。</translation>
    </message>
    <message>
        <source>the steps that look</source>
        <translation>发起查看的各步</translation>
    </message>
    <message>
        <source>the steps that are looked at; the queries without it</source>
        <translation>被查看的各步；不接则为查询本身</translation>
    </message>
    <message>
        <source>what is gathered; the keys without it</source>
        <translation>被汇集的内容；不接则为键</translation>
    </message>
    <message>
        <source>yes for every key that is padding</source>
        <translation>属于填充的键为“是”</translation>
    </message>
    <message>
        <source>how many ways of looking there are</source>
        <translation>有多少种查看方式</translation>
    </message>
    <message>
        <source>how many steps to each side are seen; empty is all</source>
        <translation>每一侧能看到多少步；留空为全部</translation>
    </message>
    <message>
        <source>give the mean of the weights over the heads</source>
        <translation>给出各头权重的平均</translation>
    </message>
    <message>
        <source>Look at the mean of every channel, then turn each channel up or down.</source>
        <translation>看每个通道的均值，再把各个通道调强或调弱。</translation>
    </message>
    <message>
        <source>A mixing desk: the engineer hears the whole song for a moment, then moves the slider of each track.</source>
        <translation>像调音台：调音师先听一会儿整首歌，再推动每条音轨的推子。</translation>
    </message>
    <message>
        <source>Put it at the end of a residual block: a percent or so of accuracy for very few weights.</source>
        <translation>放在残差块的末尾：用很少的权重换来约一个百分点的准确率。</translation>
    </message>
    <message>
        <source>It sees means only: one bright dot in a dark map counts for nothing. ChannelAttention looks at maxima too.</source>
        <translation>它只看均值：暗图中的一个亮点毫无分量。ChannelAttention 还看最大值。</translation>
    </message>
    <message>
        <source>the weighed feature maps</source>
        <translation>加权后的特征图</translation>
    </message>
    <message>
        <source>one number from 0 to 1 for each channel</source>
        <translation>每个通道一个 0 到 1 的数</translation>
    </message>
    <message>
        <source>how many times fewer numbers the bottleneck has than channels</source>
        <translation>瓶颈处的数比通道数少多少倍</translation>
    </message>
    <message>
        <source>reduce</source>
        <translation>压缩比</translation>
    </message>
    <message>
        <source>the bend in the bottleneck</source>
        <translation>瓶颈处的非线性函数</translation>
    </message>
    <message>
        <source>what brings the answers between 0 and 1</source>
        <translation>把结果压到 0 与 1 之间的函数</translation>
    </message>
    <message>
        <source>Look at the mean and the maximum of every channel, then turn each channel up or down.</source>
        <translation>看每个通道的均值和最大值，再把各个通道调强或调弱。</translation>
    </message>
    <message>
        <source>A jury that reads both the average and the best mark of each athlete before it sets their weight.</source>
        <translation>像评委先看每位运动员的平均分和最好成绩，再定他们的权重。</translation>
    </message>
    <message>
        <source>Put it before SpatialAttention at the end of a convolution block: together they are CBAM.</source>
        <translation>放在卷积块末尾、SpatialAttention 之前：两者合起来就是 CBAM。</translation>
    </message>
    <message>
        <source>The bottleneck has channels divided by reduction numbers: with few channels hardly one is left.</source>
        <translation>瓶颈的数目是通道数除以 reduction：通道少时几乎不剩。</translation>
    </message>
    <message>
        <source>Look over all channels at every place, then turn each place up or down.</source>
        <translation>在每个位置上综览所有通道，再把各个位置调强或调弱。</translation>
    </message>
    <message>
        <source>A theatre spotlight: the stage stays as it is, but only one corner of it is bright.</source>
        <translation>像剧场的追光：舞台没有变，但只有一角是亮的。</translation>
    </message>
    <message>
        <source>Use it where the object fills a small part of the picture, after ChannelAttention as in CBAM.</source>
        <translation>用于目标只占画面一小部分的情形，按 CBAM 放在 ChannelAttention 之后。</translation>
    </message>
    <message>
        <source>It weakens places, it does not cut them out; and its map is no proof of what the network looks at.</source>
        <translation>它只是减弱某些位置，并不切除；它的图也不能证明网络在看哪里。</translation>
    </message>
    <message>
        <source>one number from 0 to 1 for each place</source>
        <translation>每个位置一个 0 到 1 的数</translation>
    </message>
    <message>
        <source>side of the window that looks at the two maps; odd</source>
        <translation>查看两张图的窗口边长，为奇数</translation>
    </message>
    <message>
        <source>Look up a learned vector for each token or label.</source>
        <translation>为每个词元或标签查出一个可学习的向量。</translation>
    </message>
    <message>
        <source>A phone book in which every name has an address, and people who have much in common live close together.</source>
        <translation>像一本电话簿，每个名字都有地址，而相像的人住得很近。</translation>
    </message>
    <message>
        <source>The first layer for words, users, products, classes: for all that has a name and no size.</source>
        <translation>词、用户、商品、类别的第一层：适用于一切有名字而没有大小的东西。</translation>
    </message>
    <message>
        <source>A token beyond the last name stops the run. Rare names hardly learn, since each learns only when it occurs.</source>
        <translation>超出最后一个名字的词元会让运行中断。罕见的名字几乎学不到，因为只有出现时才学习。</translation>
    </message>
    <message>
        <source>how many names there are, from 0 to one less</source>
        <translation>有多少个名字，编号从 0 到总数减一</translation>
    </message>
    <message>
        <source>names</source>
        <translation>名字数</translation>
    </message>
    <message>
        <source>how long each vector is</source>
        <translation>每个向量有多长</translation>
    </message>
    <message>
        <source>the name that stands for padding: its vector is zero and never learns</source>
        <translation>代表填充的名字：它的向量为零，永不学习</translation>
    </message>
    <message>
        <source>multiply the vectors by √d, as Transformers do before adding positions</source>
        <translation>把向量乘以 √d，Transformer 在加位置编码之前就这样做</translation>
    </message>
    <message>
        <source>Look up a learned vector for each token and give only their mean, their sum or their maxima.</source>
        <translation>为每个词元查出可学习的向量，只给出它们的均值、和或最大值。</translation>
    </message>
    <message>
        <source>Judging a shopping basket by its average: what is in it counts, not the order at the till.</source>
        <translation>像按平均来评判一个购物篮：看里面有什么，不看结账的顺序。</translation>
    </message>
    <message>
        <source>Use it for fast text classifiers and for sets of properties, where the order says little.</source>
        <translation>用于快速的文本分类器和属性集合，这时顺序说明不了什么。</translation>
    </message>
    <message>
        <source>“Dog bites man” and “man bites dog” are the same to it.</source>
        <translation>“狗咬人”和“人咬狗”对它来说是一样的。</translation>
    </message>
    <message>
        <source>how the vectors become one</source>
        <translation>多个向量如何合成一个</translation>
    </message>
    <message>
        <source>Cut an image into patches and map each patch to a vector.</source>
        <translation>把图像切成小块，并把每块映射为一个向量。</translation>
    </message>
    <message>
        <source>Cutting a photograph along a grid and describing each snippet on a card; the cards are then read in turn.</source>
        <translation>像把照片沿网格剪开，在卡片上描述每一小片，然后依次阅读卡片。</translation>
    </message>
    <message>
        <source>The entrance of a vision transformer: with images of 224 and patches of 16 it gives 196 steps.</source>
        <translation>视觉 Transformer 的入口：图像 224、分块 16，得到 196 步。</translation>
    </message>
    <message>
        <source>Half the patch size makes four times the steps, and attention sixteen times as dear.</source>
        <translation>分块边长减半，步数变为四倍，注意力的代价变为十六倍。</translation>
    </message>
    <message>
        <source>one step for each patch, row by row</source>
        <translation>每个分块一步，逐行排列</translation>
    </message>
    <message>
        <source>size of a patch</source>
        <translation>分块的大小</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Put a learned step in front of a sequence, for the network to gather its verdict in.</source>
        <translation>在序列前面放一个可学习的步，让网络在其中汇集结论。</translation>
    </message>
    <message>
        <source>A secretary who joins the meeting as one more member, says nothing at first and writes the summary.</source>
        <translation>像一位秘书，作为多出的一员参加会议，起初什么也不说，最后写出纪要。</translation>
    </message>
    <message>
        <source>Use it at the entrance of a Transformer that classifies, and FirstToken at its end. More than one: registers.</source>
        <translation>用在做分类的 Transformer 入口，末端用 FirstToken 取出。多于一个时就是寄存器词元。</translation>
    </message>
    <message>
        <source>Add positions behind it, not before, when it shall have a place of its own; count one step more.</source>
        <translation>想让它有自己的位置，就把位置编码加在它之后而不是之前；记得步数多了一个。</translation>
    </message>
    <message>
        <source>how many learned steps there are</source>
        <translation>有多少个可学习的步</translation>
    </message>
    <message>
        <source>Add to each step a pattern of waves that tells its place, the same for every sequence.</source>
        <translation>给每一步加上一个由波组成、标明位置的图案，对所有序列都相同。</translation>
    </message>
    <message>
        <source>The hands of a clock: seconds, minutes and hours turn at different speeds, and together tell the moment.</source>
        <translation>像钟表的指针：秒针、分针、时针转速不同，合在一起说明时刻。</translation>
    </message>
    <message>
        <source>Put it behind an Embedding, scaled by √d, at the entrance of a Transformer: it learns nothing.</source>
        <translation>放在乘过 √d 的 Embedding 之后、Transformer 的入口：它什么也不学。</translation>
    </message>
    <message>
        <source>Small embeddings drown in it: the waves reach from −1 to 1, whatever the size of the numbers they meet.</source>
        <translation>过小的嵌入会被它淹没：无论遇到的数多大，这些波总在 −1 到 1 之间。</translation>
    </message>
    <message>
        <source>sets the longest wave, about six times this many steps</source>
        <translation>决定最长的波，约为这个步数的六倍</translation>
    </message>
    <message>
        <source>Add to each step a learned vector that belongs to its place.</source>
        <translation>给每一步加上属于其位置的可学习向量。</translation>
    </message>
    <message>
        <source>Reserved seats in a theatre: whoever sits there, the usher knows the place by its number plate.</source>
        <translation>像剧院里对号入座：不管谁坐在那里，领座员凭号牌就认得位置。</translation>
    </message>
    <message>
        <source>Use it when all sequences have one known length, such as the patches of an image or a fixed context.</source>
        <translation>用于所有序列长度相同且已知的情形，例如图像的分块或固定的上下文。</translation>
    </message>
    <message>
        <source>It knows no place beyond its last one, and places that were rare in training stay badly learned.</source>
        <translation>它不认识最后一个位置之后的位置；训练中少见的位置也学得不好。</translation>
    </message>
    <message>
        <source>how many places have a vector; empty is as many as arrive</source>
        <translation>有多少个位置有向量；留空则与到来的步数相同</translation>
    </message>
    <message>
        <source>places</source>
        <translation>位置数</translation>
    </message>
    <message>
        <source>Learn for every head how much two steps matter to each other merely by how far apart they are.</source>
        <translation>为每个头学习：仅凭相隔多远，两步彼此有多重要。</translation>
    </message>
    <message>
        <source>Gossip in a street: what the neighbour says counts more than what is heard from three blocks away.</source>
        <translation>像街坊间的闲话：邻居说的比三条街外传来的更有分量。</translation>
    </message>
    <message>
        <source>Wire it into attn_bias of attention; one for all layers is enough, as in T5.</source>
        <translation>接到注意力的 attn_bias 上；像 T5 那样，所有层共用一个就够了。</translation>
    </message>
    <message>
        <source>It stores a number for every pair of steps: for long sequences that is the largest tensor of all.</source>
        <translation>它为每一对步存一个数：序列很长时，这是最大的张量。</translation>
    </message>
    <message>
        <source>the steps that look; only how many there are counts</source>
        <translation>发起查看的各步；只有步数起作用</translation>
    </message>
    <message>
        <source>to be added to the scores of attention</source>
        <translation>要加到注意力得分上的偏置</translation>
    </message>
    <message>
        <source>as many as the attention has</source>
        <translation>与注意力的头数相同</translation>
    </message>
    <message>
        <source>how many groups of distances are told apart</source>
        <translation>区分多少组距离</translation>
    </message>
    <message>
        <source>from here on all distances count alike</source>
        <translation>从这里起所有距离都一样看待</translation>
    </message>
    <message>
        <source>tell before from behind; no where attention is causal</source>
        <translation>区分前与后；注意力是因果的则选否</translation>
    </message>
    <message>
        <source>Turn the features of each step by angles that grow with its place, so that products tell distances.</source>
        <translation>把每一步的特征旋转一个随位置增大的角度，使内积反映距离。</translation>
    </message>
    <message>
        <source>Two dancers turning at one speed: how they stand to each other tells how much later one began.</source>
        <translation>像两个以同样速度旋转的舞者：他们的相对朝向说明谁晚开始了多久。</translation>
    </message>
    <message>
        <source>Put it on queries and keys, never on values, between their Linear and ScaledDotProductAttention.</source>
        <translation>加在查询和键上，绝不要加在值上，位于它们的 Linear 与 ScaledDotProductAttention 之间。</translation>
    </message>
    <message>
        <source>Its heads have to be those of the attention, and a model trained on short texts reads long ones badly.</source>
        <translation>它的头数必须与注意力一致；只在短文本上训练的模型读不好长文本。</translation>
    </message>
    <message>
        <source>pairs are neighbours, as in the paper; else one of the first half and one of the second</source>
        <translation>按论文由相邻的数组成一对；否则由前半与后半各取一个</translation>
    </message>
    <message>
        <source>Turn the number of a time step into features that a network can read.</source>
        <translation>把时间步的编号变成网络能读懂的特征。</translation>
    </message>
    <message>
        <source>A date written out as year, month and day: far easier to work with than the count of days since zero.</source>
        <translation>像把日期写成年、月、日：比从零起算的天数好用得多。</translation>
    </message>
    <message>
        <source>Use it in diffusion models: add it, through a Linear, to the channels of every block.</source>
        <translation>用于扩散模型：经过 Linear 后加到每个块的通道上。</translation>
    </message>
    <message>
        <source>Give it the very step the noise was made with, from the same RandomTimestep, or nothing is learned.</source>
        <translation>给它的必须正是加噪时的那个时间步，来自同一个 RandomTimestep，否则什么也学不到。</translation>
    </message>
    <message>
        <source>how many sines and cosines there are</source>
        <translation>有多少个正弦和余弦</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>波数</translation>
    </message>
    <message>
        <source>size after two learned layers; empty gives the waves themselves</source>
        <translation>经过两个可学习层之后的大小；留空则直接给出这些波</translation>
    </message>
    <message>
        <source>LSTMCell takes both h and c, or neither of them.</source>
        <translation>LSTMCell 要么同时接 h 和 c，要么都不接。</translation>
    </message>
    <message>
        <source>Only {port} is wired.</source>
        <translation>现在只接了 {port}。</translation>
    </message>
    <message>
        <source>Wire both from the step before; without both it starts with zeros.</source>
        <translation>两个都从上一步接来；都不接则从零开始。</translation>
    </message>
    <message>
        <source>{type} keeps one voltage for every number of x, {dims}.</source>
        <translation>{type} 为 x 的每个数保存一个电压，{dims}。</translation>
    </message>
    <message>
        <source>The voltage is what this layer gave one step before: wire it from there.</source>
        <translation>电压是这一层在上一步给出的：从那里接过来。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire steps with features here.</source>
        <translation>中间无法插入任何层：这里请接带特征的时间步。</translation>
    </message>
    <message>
        <source>A length is one whole number per example: the data brings it along with the padded steps.</source>
        <translation>长度是每个样本一个整数：它随填充过的序列一起来自数据。</translation>
    </message>
    <message>
        <source>{type} needs a mask of {shape} here, yes or no for each.</source>
        <translation>{type} 在这里需要形状为 {shape} 的掩码，每处一个是或否。</translation>
    </message>
    <message>
        <source>ToSequence reads the places one after another as steps.</source>
        <translation>ToSequence 把各个位置依次读作时间步。</translation>
    </message>
    <message>
        <source>Embedding turns each token into a vector.</source>
        <translation>Embedding 把每个词元变成一个向量。</translation>
    </message>
    <message>
        <source>Features are one step: Unsqueeze makes a sequence of it.</source>
        <translation>特征就是一步：Unsqueeze 把它变成序列。</translation>
    </message>
    <message>
        <source>Nothing can be put in between: wire one vector per example here.</source>
        <translation>中间无法插入任何层：这里请接每个样本一个向量。</translation>
    </message>
    <message>
        <source>A cell does one step: take the last one here, or use a layer that runs over all steps.</source>
        <translation>循环单元只做一步：在这里取最后一步，或改用遍历所有步的层。</translation>
    </message>
    <message>
        <source>{type} needs {n} numbers as its state {port}.</source>
        <translation>{type} 的状态 {port} 需要 {n} 个数。</translation>
    </message>
    <message>
        <source>A Linear in between gives the state its size.</source>
        <translation>中间加一个 Linear，状态的大小就对了。</translation>
    </message>
    <message>
        <source>A state is one vector per example: wire what this layer gave one step before.</source>
        <translation>状态是每个样本一个向量：接上这一层在上一步给出的结果。</translation>
    </message>
    <message>
        <source>{type} divides the features among {n} heads.</source>
        <translation>{type} 把特征分给 {n} 个头。</translation>
    </message>
    <message>
        <source>It gets {n} features.</source>
        <translation>到来的是 {n} 个特征。</translation>
    </message>
    <message>
        <source>Choose a number of heads that divides the features.</source>
        <translation>请选择能整除特征数的头数。</translation>
    </message>
    <message>
        <source>{type} adds one number to each score, {shape}.</source>
        <translation>{type} 给每个得分加一个数，{shape}。</translation>
    </message>
    <message>
        <source>RelativePositionBias gives it, with as many heads as here.</source>
        <translation>RelativePositionBias 可以给出它，头数要与这里相同。</translation>
    </message>
    <message>
        <source>ScaledDotProductAttention compares queries and keys of the same length.</source>
        <translation>ScaledDotProductAttention 比较的查询和键长度必须相同。</translation>
    </message>
    <message>
        <source>Every key has one value.</source>
        <translation>每个键对应一个值。</translation>
    </message>
    <message>
        <source>Keys and values are made of the same steps: wire both from there.</source>
        <translation>键和值由同样的步得来：两者都从那里接。</translation>
    </message>
    <message>
        <source>A place is one whole number per example, counted from 0.</source>
        <translation>位置是每个样本一个整数，从 0 数起。</translation>
    </message>
    <message>
        <source>{type} with dot multiplies vectors of the same length.</source>
        <translation>{type} 选 dot 时，相乘的向量长度必须相同。</translation>
    </message>
    <message>
        <source>With general a learned matrix stands between them.</source>
        <translation>选 general 时，两者之间有一个可学习的矩阵。</translation>
    </message>
    <message>
        <source>Monotonic LocalAttention needs to know the place of a single question.</source>
        <translation>单调的 LocalAttention 需要知道单个问题的位置。</translation>
    </message>
    <message>
        <source>Wire the number of the step, or let the place be learned.</source>
        <translation>接上步的序号，或让位置由学习得到。</translation>
    </message>
    <message>
        <source>LocalAttention finds the place by itself here.</source>
        <translation>LocalAttention 在这里会自己找到位置。</translation>
    </message>
    <message>
        <source>A position belongs to a single question with monotonic alignment.</source>
        <translation>位置只用于单调对齐下的单个问题。</translation>
    </message>
    <message>
        <source>TargetAttention subtracts the candidate from each step, so both have the same length.</source>
        <translation>TargetAttention 要从每一步中减去候选，所以两者长度必须相同。</translation>
    </message>
    <message>
        <source>Both are best read by one Embedding. A Linear brings the candidate to the length of a step.</source>
        <translation>两者最好用同一个 Embedding 读入。用 Linear 可以把候选变成与一步同样长。</translation>
    </message>
    <message>
        <source>It weighs channels and places: wire feature maps here.</source>
        <translation>它给通道和位置加权：这里请接特征图。</translation>
    </message>
    <message>
        <source>{type} needs at least {n} channels, one number in its bottleneck.</source>
        <translation>{type} 至少需要 {n} 个通道，瓶颈处才有一个数。</translation>
    </message>
    <message>
        <source>A smaller reduction leaves more numbers in the bottleneck.</source>
        <translation>更小的压缩比会在瓶颈处留下更多的数。</translation>
    </message>
    <message>
        <source>The kernel of SpatialAttention is odd, so that it has a middle. It got {n}.</source>
        <translation>SpatialAttention 的卷积核是奇数，这样才有中心。现在是 {n}。</translation>
    </message>
    <message>
        <source>A time step is one whole number per example: RandomTimestep draws it.</source>
        <translation>时间步是每个样本一个整数：由 RandomTimestep 抽取。</translation>
    </message>
    <message>
        <source>max_distance is larger than the number of buckets, {n}. It got {value}.</source>
        <translation>max_distance 要大于桶的数目 {n}。现在是 {value}。</translation>
    </message>
    <message>
        <source>RotaryPosition turns pairs: it needs an even number of features for each of {n} heads.</source>
        <translation>RotaryPosition 旋转的是成对的数：{n} 个头中每个头的特征数都要是偶数。</translation>
    </message>
    <message>
        <source>LearnedPosition knows {n} places.</source>
        <translation>LearnedPosition 认识 {n} 个位置。</translation>
    </message>
    <message>
        <source>Every step needs a place of its own.</source>
        <translation>每一步都需要自己的位置。</translation>
    </message>
    <message>
        <source>Choose heads that leave each an even number.</source>
        <translation>请选择让每个头的特征数为偶数的头数。</translation>
    </message>
    <message>
        <source>An odd number of features cannot be cut into pairs: change the layer before.</source>
        <translation>特征数是奇数时无法成对：请改动前面的层。</translation>
    </message>
    <message>
        <source>It needs whole numbers from 0, such as labels or tokens.</source>
        <translation>它需要从 0 起的整数，例如标签或词元。</translation>
    </message>
    <message>
        <source>An embedding looks names up. For quantities use Linear.</source>
        <translation>嵌入是按名字查表。对于数量请用 Linear。</translation>
    </message>
    <message>
        <source>Patches are cut out of an image: read the numbers as one first, with Reshape.</source>
        <translation>分块是从图像上切下来的：先用 Reshape 把这些数读成图像。</translation>
    </message>
    <message>
        <source>padding_idx is one of the {n} names, counted from 0. It got {value}.</source>
        <translation>padding_idx 是 {n} 个名字之一，从 0 数起。现在是 {value}。</translation>
    </message>
    <message>
        <source>PatchEmbedding cuts the image into whole patches of {down}×{across}.</source>
        <translation>PatchEmbedding 把图像切成完整的 {down}×{across} 小块。</translation>
    </message>
    <message>
        <source>Choose a size that divides both sides, or resize the image first.</source>
        <translation>请选择能整除两条边的大小，或先缩放图像。</translation>
    </message>
    <message>
        <source>Turn every yes of a mask into a no, and every no into a yes.</source>
        <translation>把掩码里的每个“是”变成“否”，每个“否”变成“是”。</translation>
    </message>
    <message>
        <source>A photographic negative: what was dark is light.</source>
        <translation>照相底片：暗的变亮。</translation>
    </message>
    <message>
        <source>Use it where one layer marks what counts and another what does not.</source>
        <translation>一个层标出要算的、另一个层标出不要算的时，用它转换。</translation>
    </message>
    <message>
        <source>Two in a row do nothing; when results are strange, count how often a mask was turned.</source>
        <translation>连着用两次等于没用；结果奇怪时，数一数掩码被反转了几次。</translation>
    </message>
    <message>
        <source>yes or no for each place</source>
        <translation>每个位置的是或否</translation>
    </message>
    <message>
        <source>Say yes where two masks both say yes.</source>
        <translation>两个掩码都说“是”的地方才说“是”。</translation>
    </message>
    <message>
        <source>A safe with two keys: both have to turn.</source>
        <translation>有两把钥匙的保险箱：两把都要转动。</translation>
    </message>
    <message>
        <source>Use it to hide what either of two masks hides, where yes means that a place takes part.</source>
        <translation>“是”表示参与时，用它把两个掩码遮住的都遮住。</translation>
    </message>
    <message>
        <source>With masks that mean hidden it is the wrong one: there, what either hides is LogicalOr.</source>
        <translation>若掩码的意思是“遮住”，用它就错了：那时两者遮住的合集是 LogicalOr。</translation>
    </message>
    <message>
        <source>yes or no for the same places</source>
        <translation>相同位置的是或否</translation>
    </message>
    <message>
        <source>Say yes where at least one of two masks says yes.</source>
        <translation>两个掩码中至少一个说“是”的地方就说“是”。</translation>
    </message>
    <message>
        <source>A corridor lamp with two switches wired so that either one lights it.</source>
        <translation>走廊的灯有两个开关，任何一个都能点亮它。</translation>
    </message>
    <message>
        <source>Use it to join two masks of padding, or two regions of a segmentation.</source>
        <translation>用来合并两个填充掩码，或分割的两个区域。</translation>
    </message>
    <message>
        <source>It only ever adds places; where one mask says yes everywhere, the other is lost.</source>
        <translation>它只会增加位置；一个掩码处处为“是”时，另一个就白费了。</translation>
    </message>
    <message>
        <source>Ask of every number whether it is larger, smaller or equal, and give the answers as a mask.</source>
        <translation>对每个数问它是更大、更小还是相等，把回答作为掩码给出。</translation>
    </message>
    <message>
        <source>A height bar at a fairground ride: taller than this, yes or no.</source>
        <translation>游乐设施前的身高线：是否高过它。</translation>
    </message>
    <message>
        <source>It makes conditions for Where and masks for MaskedFill: pixels above a level, tokens of one kind.</source>
        <translation>它为 Where 提供条件，为 MaskedFill 提供掩码：高于某值的像素、某一种词元。</translation>
    </message>
    <message>
        <source>A yes or no has no slope: nothing before it learns through the mask itself.</source>
        <translation>是或否没有斜率：它前面的部分不会通过掩码本身学到东西。</translation>
    </message>
    <message>
        <source>what each number is compared with; a fixed one without</source>
        <translation>与每个数比较的对象；不接则用固定的数</translation>
    </message>
    <message>
        <source>gt: larger, ge: at least, lt: smaller, le: at most, eq: equal, ne: different</source>
        <translation>gt：大于；ge：大于等于；lt：小于；le：小于等于；eq：等于；ne：不等于</translation>
    </message>
    <message>
        <source>is</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>what is compared with, unless b is wired</source>
        <translation>未接 b 时用来比较的数</translation>
    </message>
    <message>
        <source>than</source>
        <translation>比较值</translation>
    </message>
    <message>
        <source>Mark the places of a sentence that hold padding, or those that hold words.</source>
        <translation>标出一句话里哪些位置是填充，或哪些位置是词。</translation>
    </message>
    <message>
        <source>A ruler laid on a form: it shows where the writing ends and the dotted line begins.</source>
        <translation>放在表格上的尺子：显示字写到哪里、虚线从哪里开始。</translation>
    </message>
    <message>
        <source>Wire padding to key_padding_mask of MultiheadAttention, and words to masks of the other attentions.</source>
        <translation>填充接到 MultiheadAttention 的 key_padding_mask，词接到其他注意力的 mask。</translation>
    </message>
    <message>
        <source>The two meanings are each other's opposite, and a wrong one is not refused: attention sees only padding.</source>
        <translation>两种含义恰好相反，接错了也不会被拒绝：那时注意力只看见填充。</translation>
    </message>
    <message>
        <source>the tokens, padded to one length</source>
        <translation>词元，已填充到同一长度</translation>
    </message>
    <message>
        <source>the token that is padding</source>
        <translation>表示填充的词元</translation>
    </message>
    <message>
        <source>what the mask says yes to</source>
        <translation>掩码对什么说“是”</translation>
    </message>
    <message>
        <source>yes for</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Count how many tokens of each sentence are no padding.</source>
        <translation>数出每句话里不是填充的词元有多少。</translation>
    </message>
    <message>
        <source>A counter at the door of a bus: seats do not count, passengers do.</source>
        <translation>公交车门口的计数器：座位不算，乘客才算。</translation>
    </message>
    <message>
        <source>Wire it to lengths of RNN, LSTM and GRU, so that they stop at the last word, or to input_lengths of CTC.</source>
        <translation>接到 RNN、LSTM 和 GRU 的 lengths，使它们停在最后一个词；或接到 CTC 的 input_lengths。</translation>
    </message>
    <message>
        <source>It counts tokens, wherever they stand: padding in the middle makes the last words vanish.</source>
        <translation>它数的是词元个数，不管在哪里：填充夹在中间，最后几个词就会丢失。</translation>
    </message>
    <message>
        <source>Mark the first steps of each sequence, as many as its length says, or those behind them.</source>
        <translation>按长度标出每个序列开头的那些步，或标出其后的步。</translation>
    </message>
    <message>
        <source>A conductor's nod: from here on this voice is silent, though the bars are still printed.</source>
        <translation>指挥点一下头：从这里起这个声部休止，尽管小节仍印在谱上。</translation>
    </message>
    <message>
        <source>Use it where the data brings lengths along: recordings, time series, sets of points.</source>
        <translation>数据自带长度时使用：录音、时间序列、点集。</translation>
    </message>
    <message>
        <source>Steps count from the start; sequences padded at the front get exactly the wrong half.</source>
        <translation>步数从开头算起；在前面填充的序列，恰好会取错一半。</translation>
    </message>
    <message>
        <source>only how many steps it has counts</source>
        <translation>只看它有多少步</translation>
    </message>
    <message>
        <source>Say for each step which steps it may look at: those up to itself, or those near it.</source>
        <translation>对每一步说明它可以看哪些步：直到它自己为止的，或它附近的。</translation>
    </message>
    <message>
        <source>Reading with a card over the lines below: what comes later is covered.</source>
        <translation>读书时用卡片盖住下面的行：后面的内容看不见。</translation>
    </message>
    <message>
        <source>Wire it to attn_mask of ScaledDotProductAttention; with a window each step sees only its neighbours.</source>
        <translation>接到 ScaledDotProductAttention 的 attn_mask；设了窗口，每步只看得见邻近的步。</translation>
    </message>
    <message>
        <source>It grows with the square of the length. MultiheadAttention has causal and window itself.</source>
        <translation>它随长度的平方增长。MultiheadAttention 自带 causal 和 window。</translation>
    </message>
    <message>
        <source>Masks come from PaddingMask, LengthMask, CausalMask and Compare.</source>
        <translation>掩码来自 PaddingMask、LengthMask、CausalMask 和 Compare。</translation>
    </message>
    <message>
        <source>Wire what the data brings along here.</source>
        <translation>把数据带来的量接到这里。</translation>
    </message>
    <message>
        <source>A mask for steps and a mask for pairs of steps do not mix: wire each to a port of its own.</source>
        <translation>逐步的掩码和逐对的掩码不能混用：各接到自己的端口。</translation>
    </message>
    <message>
        <source>{type} needs two masks for the same places.</source>
        <translation>{type} 需要针对相同位置的两个掩码。</translation>
    </message>
    <message>
        <source>Masks are joined by LogicalAnd and LogicalOr.</source>
        <translation>掩码用 LogicalAnd 和 LogicalOr 合并。</translation>
    </message>
    <message>
        <source>Numbers are compared place by place.</source>
        <translation>数是逐个位置比较的。</translation>
    </message>
    <message>
        <source>Compare asks of numbers.</source>
        <translation>Compare 是对数提问的。</translation>
    </message>
    <message>
        <source>Compare needs two tensors of the same shape.</source>
        <translation>Compare 需要两个形状相同的张量。</translation>
    </message>
</context>
</TS>
