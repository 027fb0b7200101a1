<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>试一试…</translation>
    </message>
    <message>
        <source>Give the network something of your own: draw it, type it, or take a file</source>
        <translation>给网络你自己的东西：画出来、打出来，或选一个文件</translation>
    </message>
    <message>
        <source>Let it write</source>
        <translation>让它写</translation>
    </message>
    <message>
        <source>Let it write…</source>
        <translation>让它写…</translation>
    </message>
    <message>
        <source>Let the network write: greedy, by sampling at a temperature, or by beam search</source>
        <translation>让网络写文本：贪心解码、按温度采样，或束搜索</translation>
    </message>
    <message>
        <source>what it does with things it has never seen: draw a crooked digit, write half a sentence, take a picture of your own.</source>
        <translation>它怎样对待从未见过的东西：画一个歪歪扭扭的数字，写半句话，或拿一张自己的图片。</translation>
    </message>
    <message>
        <source>how the same network becomes dull at a low temperature and wild at a high one, and where beam search finds a text that is likelier than the greedy one.</source>
        <translation>同一个网络在低温时怎样变得呆板、在高温时怎样变得狂乱；以及束搜索在哪里找到比贪心解码更可能的文本。</translation>
    </message>
    <message>
        <source>It says {answer}: {share}</source>
        <translation>它说 {answer}：{share}</translation>
    </message>
    <message>
        <source>It finds {count}</source>
        <translation>它找到 {count} 个</translation>
    </message>
    <message>
        <source>It says {answer}</source>
        <translation>它说 {answer}</translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation>它看到的</translation>
    </message>
    <message>
        <source>what it says</source>
        <translation>它说的</translation>
    </message>
    <message>
        <source>what it draws</source>
        <translation>它画的</translation>
    </message>
    <message>
        <source>Give it a file</source>
        <translation>给它一个文件</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦净</translation>
    </message>
    <message>
        <source>An empty board</source>
        <translation>清空画板</translation>
    </message>
    <message>
        <source>A picture, a sound (WAV), a text, or numbers (CSV, NumPy), as the network takes it</source>
        <translation>图片、声音（WAV）、文本或数字（CSV、NumPy），按网络的输入形式读取</translation>
    </message>
    <message>
        <source>placed as in the data</source>
        <translation>按数据的样子摆放</translation>
    </message>
    <message>
        <source>Move and size what is drawn as the examples are, which the network has learned from</source>
        <translation>把画的东西移动并缩放成网络学过的样本那样</translation>
    </message>
    <message>
        <source>What it sees and says</source>
        <translation>它看到的和说的</translation>
    </message>
    <message>
        <source>Not in its vocabulary: {words}</source>
        <translation>不在它的词表里：{words}</translation>
    </message>
    <message>
        <source>Text for {node}</source>
        <translation>给 {node} 的文本</translation>
    </message>
    <message>
        <source>Type a text of your own</source>
        <translation>输入你自己的文本</translation>
    </message>
    <message>
        <source>In the units of the data</source>
        <translation>以数据的单位为准</translation>
    </message>
    <message>
        <source>{node}: {form}. Choose an example above, or a file.</source>
        <translation>{node}：{form}。请在上方选一个样本，或选一个文件。</translation>
    </message>
    <message>
        <source>Drawing board</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw with the left button, rub out with the right one. Keys: arrows move the pen, Space puts it down or lifts it, Delete wipes the board.</source>
        <translation>左键画，右键擦。键盘：方向键移动画笔，空格落笔或提笔，Delete 清空画板。</translation>
    </message>
    <message>
        <source>Tree of the beam search</source>
        <translation>束搜索的树</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>log-probability</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>hangs on</source>
        <translation>挂在</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>{count} tokens were thought of; the best text: {text}</source>
        <translation>考虑了 {count} 个词元；最好的文本：{text}</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>How the next token is taken</source>
        <translation>怎样取下一个词元</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>它读的文本</translation>
    </message>
    <message>
        <source>The beginning, which it goes on from</source>
        <translation>开头，它从这里接着写</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Scores are divided by it: below 1 the likely becomes likelier, above 1 all alike</source>
        <translation>得分除以它：小于 1 时可能的更可能，大于 1 时趋于一样</translation>
    </message>
    <message>
        <source>top k</source>
        <translation>前 k 个</translation>
    </message>
    <message>
        <source>Draw only among so many of the likeliest tokens; 0 means all</source>
        <translation>只在这么多个最可能的词元中抽取；0 表示全部</translation>
    </message>
    <message>
        <source>beams</source>
        <translation>束数</translation>
    </message>
    <message>
        <source>How many texts are kept side by side</source>
        <translation>同时保留多少个文本</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>After so many tokens it ends</source>
        <translation>写到这么多个词元就停</translation>
    </message>
    <message>
        <source>Draw other random numbers</source>
        <translation>换一组随机数</translation>
    </message>
    <message>
        <source>What it wrote</source>
        <translation>它写的</translation>
    </message>
    <message>
        <source>The likeliest tokens</source>
        <translation>最可能的词元</translation>
    </message>
    <message>
        <source>Token {place} of {count}: {token}, probability {share}. Put the cursor elsewhere to see other rivals.</source>
        <translation>第 {place} 个词元（共 {count} 个）：{token}，概率 {share}。把光标移到别处，可看那里的其他候选。</translation>
    </message>
    <message>
        <source>The texts that were kept, each after the sum of its log-probabilities; the best is first.</source>
        <translation>保留下来的文本，前面是各自的对数概率之和；最好的排在最前。</translation>
    </message>
    <message>
        <source>This network writes no text: no Input holds what it has written so far.</source>
        <translation>这个网络不写文本：没有哪个 Input 存放它已经写出的内容。</translation>
    </message>
    <message>
        <source>Open a language model or a sequence-to-sequence network, such as gpt or seq2seq.</source>
        <translation>请打开一个语言模型或序列到序列网络，例如 gpt 或 seq2seq。</translation>
    </message>
    <message>
        <source>None of this text is in the network's vocabulary.</source>
        <translation>这段文本中没有一个词在网络的词表里。</translation>
    </message>
    <message>
        <source>Begin with a text in the language it has learned.</source>
        <translation>请用它学过的语言开头。</translation>
    </message>
    <message>
        <source>This network takes nothing that could be drawn, typed or read from a file.</source>
        <translation>这个网络没有可以画、打字或从文件读取的输入。</translation>
    </message>
    <message>
        <source>Open a network that reads pictures, numbers, series or text.</source>
        <translation>请打开一个读取图片、数字、序列或文本的网络。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a picture: {why}.</source>
        <translation>无法把 {file} 读成图片：{why}。</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG, BMP, GIF, TIFF or WebP file.</source>
        <translation>请选 PNG、JPEG、BMP、GIF、TIFF 或 WebP 文件。</translation>
    </message>
    <message>
        <source>{node} takes {want} numbers, and {got} are given.</source>
        <translation>{node} 需要 {want} 个数，给了 {got} 个。</translation>
    </message>
    <message>
        <source>Give one number for each of its features, in their order.</source>
        <translation>请按顺序给它的每个特征一个数。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a text: {why}.</source>
        <translation>无法把 {file} 读成文本：{why}。</translation>
    </message>
    <message>
        <source>Choose a text file in UTF-8.</source>
        <translation>请选一个 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read as numbers: {why}.</source>
        <translation>无法把 {file} 读成数字：{why}。</translation>
    </message>
    <message>
        <source>Choose a CSV file of numbers alone, a NumPy array (.npy) or a WAV file.</source>
        <translation>请选只含数字的 CSV 文件、NumPy 数组（.npy）或 WAV 文件。</translation>
    </message>
    <message>
        <source>Gives the network something of your own and shows what it says; nothing in the project changes.</source>
        <translation>把你自己的东西给网络，看它说什么；项目里什么都不会变。</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Draw with the left button, rub out with the right one, or use the arrow keys and Space.</source>
        <translation>左键画，右键擦，也可以用方向键和空格。</translation>
    </message>
    <message>
        <source>Placed as in the data</source>
        <translation>按数据的样子摆放</translation>
    </message>
    <message>
        <source>What is drawn is moved and sized as the examples are: a network knows nothing else.</source>
        <translation>画的东西会被移动和缩放成样本的样子：网络只认识那样的。</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>从文件</translation>
    </message>
    <message>
        <source>A picture, a WAV sound, a text in UTF-8, numbers as CSV or NumPy, scaled as the data were.</source>
        <translation>图片、WAV 声音、UTF-8 文本、CSV 或 NumPy 数字，按数据的方式缩放。</translation>
    </message>
    <message>
        <source>Lets a network write that learned to say the next token, alone or about what it reads.</source>
        <translation>让学会说出下一个词元的网络写文本：独自写，或根据它读到的内容写。</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Takes the likeliest token each time: always the same text, and soon the same words.</source>
        <translation>每次取最可能的词元：文本总是一样，很快就会重复。</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Draws with the probabilities softmax(scores / T), among the k likeliest where k is given.</source>
        <translation>按 softmax(得分 / T) 的概率抽取；给出 k 时只在最可能的 k 个中抽。</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>Keeps several texts side by side; the tree shows what was thought of and what was kept.</source>
        <translation>同时保留几个文本；树上显示考虑过哪些、保留了哪些。</translation>
    </message>
    <message>
        <source>ask a trained network about files of your own</source>
        <translation>用训练好的网络回答你自己的文件</translation>
    </message>
    <message>
        <source>the folder of a run</source>
        <translation>一次运行的文件夹</translation>
    </message>
    <message>
        <source>pictures, WAV sounds, texts, or numbers as CSV or NumPy; a CSV table gives an answer for each row</source>
        <translation>图片、WAV 声音、文本，或 CSV、NumPy 数字；CSV 表格的每一行得到一个回答</translation>
    </message>
    <message>
        <source>{file}: {answer}</source>
        <translation>{file}：{answer}</translation>
    </message>
</context>
</TS>
