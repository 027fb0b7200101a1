<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>0 to 1.9 % of the test's letters to be corrected (seeds 0 to 2), after 350 steps.</source>
        <translation>测试集中需要更正的字母为 0 到 1.9 %（种子 0 到 2），共 350 步。</translation>
    </message>
    <message>
        <source>2.48 nats a letter of the test with each of the seeds 0, 1 and 2, after 10 epochs; the best table of pairs of letters has 2.60 there.</source>
        <translation>种子 0、1、2：10 轮之后，测试部分每个字符均为 2.48 奈特；最好的字母对统计表为 2.60。</translation>
    </message>
    <message>
        <source>2.45, 2.51 and 2.49 nats a letter on the test part (seeds 0, 1 and 2): 0.95, 0.97 and 0.96 of what the best table of pairs of letters has there.</source>
        <translation>测试部分每个字符 2.45、2.51、2.49 奈特（种子 0、1、2）：是最好的字母对统计表的 0.95、0.97、0.96。</translation>
    </message>
    <message>
        <source>96.7 % of the 900 test dates without an error (seed 0), after 16 epochs of 4,200 dates; attention needs a third of them and reaches more.</source>
        <translation>16 轮（每轮 4,200 个日期）之后，900 个测试日期有 96.7 % 完全无误（种子 0）；注意力只需三分之一的数据，结果还更好。</translation>
    </message>
    <message>
        <source>99.7, 99.6 and 99.9 % of the 900 test dates without an error (seeds 0, 1 and 2), after 9 epochs.</source>
        <translation>9 轮之后，900 个测试日期完全无误的比例为 99.7 %、99.6 %、99.9 %（种子 0、1、2）。</translation>
    </message>
    <message>
        <source>100, 98.7 and 99.3 % of the test dates without an error (seeds 0, 1 and 2), after 352 steps.</source>
        <translation>352 步之后，测试日期完全无误的比例为 100 %、98.7 %、99.3 %（种子 0、1、2）。</translation>
    </message>
    <message>
        <source>A word of a tale, and several words of which one stood beside it.</source>
        <translation>故事里的一个词，和几个词，其中一个曾在它旁边。</translation>
    </message>
    <message>
        <source>73 % of the pairs and 72 % of the masked words of the test right (seed 0), after 8 epochs: three pairs in four is what telling the two worlds of the tales apart gives.</source>
        <translation>8 轮之后，测试中 73 % 的句对、72 % 的被遮词判断正确（种子 0）：只要分清故事的两个世界，就能答对四分之三的句对。</translation>
    </message>
    <message>
        <source>99.0 % of the 1,500 test texts written without an error (seed 0), after 11 epochs.</source>
        <translation>11 轮之后，1,500 个测试文本有 99.0 % 写得完全无误（种子 0）。</translation>
    </message>
    <message>
        <source>After every letter the network says how probable each next one is: softmax(W h + b), where h is all it remembers of what came before. The probability of a text is the product over its letters, so the loss is how surprised the network is by a letter, in nats. It reads the clockmaker's story.</source>
        <translation>每读一个字母，网络就说出下一个各有多大可能：softmax(W h + b)，其中 h 是它对前文的全部记忆。一段文字的概率是各字母概率的乘积，所以损失就是网络对一个字母有多意外，单位是奈特。它读的是钟表匠的故事。</translation>
    </message>
    <message>
        <source>At first it says nothing but blanks, then the letters appear as spikes, one step wide, somewhere within their tone. The label error rate counts what must be changed to get the right word. Try it: read from one side only. Where do the spikes move?</source>
        <translation>起先它只说空白，后来字母以一步宽的尖峰出现在各自的音调里。标签错误率数的是改成正确的词要改几处。试一试：只从一头读。尖峰移到哪里去了？</translation>
    </message>
    <message>
        <source>BERT made small in two ways: all layers are one and the same, used twelve times over, and words are narrow vectors of 128 that one matrix widens to 768. In full size ALBERT-base has 12 million parameters where BERT-base has 110 million, and computes as long. It is asked another question about the pair: are both sentences in the right order?</source>
        <translation>用两种办法把 BERT 变小：所有的层是同一层，反复用十二次；词是 128 维的窄向量，由一个矩阵扩展到 768。完整版 ALBERT-base 有一千二百万个参数，而 BERT-base 有一亿一千万，计算量却一样多。关于句对问的是另一个问题：两句的先后顺序对不对？</translation>
    </message>
    <message>
        <source>Compare it with BERT: the drawing is as deep, the parameters are a fraction, the multiply-adds are not. Click a layer to see whose weights it uses. Try it: give layer1 weights of its own. What does that cost, and what does it gain?</source>
        <translation>和 BERT 比较：图一样深，参数只有一小部分，乘加次数却不少。点击一层，看它用的是谁的权重。试一试：让 layer1 有自己的权重。这要多少代价，又换来什么？</translation>
    </message>
    <message>
        <source>Every one of the 300 test dates without an error, with each of the seeds 0, 1 and 2, after 550 steps.</source>
        <translation>种子 0、1、2：550 步之后，300 个测试日期全部无误。</translation>
    </message>
    <message>
        <source>Every task is text in, text out, and the first word of the text says which: reverse:, upper:, count:. An encoder and a decoder as in 2017, but normalised before each part by the root mean square, without any bias, and places are told by what two steps so far apart add to their score, learned once for all layers. In full size T5-small: 60,506,624 parameters.</source>
        <translation>每个任务都是文本进、文本出，由文本的第一个词说明要做什么：reverse:（倒写）、upper:（大写）、count:（数数）。编码器和解码器与 2017 年的一样，但在每一部分之前用均方根归一化，没有任何偏置；位置由“相隔这么远的两步给分数加多少”来表示，只学一次，各层共用。完整版是 T5-small：60,506,624 个参数。</translation>
    </message>
    <message>
        <source>For 36, 37 and 37 of the 37 words with a kind the nearest word is of the same kind (seeds 0, 1 and 2), after 1,644 steps; of six candidates the neighbour is named in 43 to 44 % of the test pairs.</source>
        <translation>1,644 步之后，37 个有类别的词中有 36、37、37 个的最近词属于同类（种子 0、1、2）；六个候选词中，测试词对有 43 % 到 44 % 选对了真正的邻词。</translation>
    </message>
    <message>
        <source>Letters, and before them the word that says what to do with them: text in, text out.</source>
        <translation>一串字母，前面有一个词说明要怎么处理：文本进，文本出。</translation>
    </message>
    <message>
        <source>Masked words</source>
        <translation>被遮住的词</translation>
    </message>
    <message>
        <source>One network, three tasks: which does it learn first? In the decoder's cross attention “reverse:” runs backwards through the source, “upper:” forwards. Try it: bypass both bias nodes. Which of the three tasks still works when no step knows its place?</source>
        <translation>一个网络，三个任务：它先学会哪一个？在解码器的交叉注意力里，“reverse:” 倒着走过原文，“upper:” 顺着走。试一试：旁路两个偏置节点。当没有一步知道自己的位置时，三个任务里还有哪个行得通？</translation>
    </message>
    <message>
        <source>Pairs for word2vec from little tales: `word` is a word, `candidates` are one of its neighbours in the sentence and some noise words, drawn with their frequency to the power of 3/4; `label` says which is the neighbour. Frequent words are left out as often as Mikolov's rule says. Made here from a seed, free of any licence.</source>
        <translation>由小故事得到的 word2vec 词对：`word` 是一个词，`candidates` 是它在句中的一个邻词和几个噪声词，噪声词按词频的 3/4 次方抽取；`label` 说明哪一个是邻词。常见的词按 Mikolov 的规则略去一部分。在此由种子生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>Pairs of sentences from tales</source>
        <translation>小故事句对</translation>
    </message>
    <message>
        <source>RNN language model</source>
        <translation>循环神经网络语言模型</translation>
    </message>
    <message>
        <source>Right pair</source>
        <translation>句对是否正确</translation>
    </message>
    <message>
        <source>Sound is cut into short frames, two LSTMs read it from both ends, and at every step the network says a letter or nothing, the blank. The loss adds up all ways in which the letters could lie along the steps, so nobody has to say when each was heard. Read the best sign of each step, merge equal neighbours, drop the blanks: that is the text. In full size the network of 2006, 100 cells with peepholes in each direction and 62 signs: 114,662 parameters.</source>
        <translation>声音被切成短帧，两个 LSTM 从两头读它，网络在每一步说一个字母，或者什么也不说，即空白。损失把字母沿各步排列的所有方式都加起来，所以不必有人说明每个字母是何时听到的。取每一步最可能的符号，合并相邻的相同者，去掉空白，就是文本。完整版是 2006 年的网络，每个方向 100 个带窥视孔的单元，62 个符号：114,662 个参数。</translation>
    </message>
    <message>
        <source>Speech recogniser (CTC)</source>
        <translation>语音识别（BLSTM + CTC）</translation>
    </message>
    <message>
        <source>Tasks named in the text</source>
        <translation>带任务前缀的文本</translation>
    </message>
    <message>
        <source>Texts such as “reverse: b a d”, “upper: b a d” and “count: b a d”, whose answers are “d a b”, “B A D” and “3”: three tasks for one network, and only the first word says which. `source` is read, `decoder_input` and `target` are the answer shifted by one; 0 is padding. Made here from a seed, free of any licence.</source>
        <translation>像 “reverse: b a d”、“upper: b a d”、“count: b a d” 这样的文本，答案是 “d a b”、“B A D” 和 “3”：一个网络做三个任务，只有第一个词说明是哪一个。`source` 是读入的，`decoder_input` 和 `target` 是错开一位的答案；0 是填充。在此由种子生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>The encoder of the Transformer alone, which reads a text from both sides at once. Fifteen of a hundred words are chosen; of these eight in ten are hidden, one is replaced by another, one stays, and the network says what they were. From the sign [CLS] it says whether the second sentence followed the first. In full size BERT-base with both heads: 12 layers of width 768, 110,106,428 parameters.</source>
        <translation>只用 Transformer 的编码器，它同时从左右两边读一段文字。一百个词里选出十五个；其中十分之八被遮住，十分之一换成别的词，十分之一保持原样，网络要说出它们原来是什么。它再从标记 [CLS] 处判断第二句是否紧接第一句。完整版是带两个输出头的 BERT-base：12 层，宽 768，共 110,106,428 个参数。</translation>
    </message>
    <message>
        <source>The laziest forecast says: as yesterday at this hour. It is wrong by 0.33 on average here; how far below does the LSTM get? Try it: choose Market with regimes in the data, 30 steps, 1 ahead. There nothing can be foretold, and a model that seems to do well has seen the future.</source>
        <translation>最懒的预测说：和昨天这个钟点一样。在这里它平均错 0.33；LSTM 能低多少？试一试：数据改选“市场走势”，30 步，预测 1 步。那里什么也预测不了，看上去做得好的模型一定是看到了未来。</translation>
    </message>
    <message>
        <source>The loss in nats: 3.9 is guessing among 51 signs, 3.0 knows how frequent each letter is, 2.6 what follows which. The training loss falls on: that is learning by heart. Try it: put an LSTM in the place of the cell.</source>
        <translation>以奈特计的损失：3.9 是在 51 个符号中瞎猜，3.0 是知道每个字母有多常见，2.6 是知道谁跟着谁。训练损失继续下降，那是在背书。试一试：把单元换成 LSTM。</translation>
    </message>
    <message>
        <source>The map of the words: animals gather, people gather, food and places lie beside those who want them. Try it: leave only one noise word in the data. What becomes of the map when there is less to be told apart?</source>
        <translation>词的地图：动物聚在一起，人聚在一起，食物和地点靠着想要它们的人或动物。试一试：在数据里只留一个噪声词。要区分的少了，地图会变成什么样？</translation>
    </message>
    <message>
        <source>The masked words first come out as the most frequent one, then as words of the right kind, then as those the other sentence names. Look for a head that looks from one sentence into the other. Try it: set p of hide to 0.5. How much can be hidden before nothing can be guessed?</source>
        <translation>被遮住的词起先总被猜成最常见的那个，后来猜成类别正确的词，最后猜成另一句里提到的那个词。找一找从一句看向另一句的注意力头。试一试：把 hide 的 p 设为 0.5。遮住多少以后就什么也猜不出了？</translation>
    </message>
    <message>
        <source>Two days of an hourly series with a rhythm of the day and the week, and the next 24 hours to foretell: temperature, sales, load. The LSTM reads hour by hour, and its last state answers for the whole day.</source>
        <translation>一个按小时的序列，带有日和周的节律，给出两天，要预测随后的 24 小时：温度、销量、负荷。LSTM 一小时一小时地读，最后的状态回答一整天。</translation>
    </message>
    <message>
        <source>Two sentences of a tale, or of two: do they belong together?</source>
        <translation>一个故事或两个故事里的两个句子：它们连得上吗？</translation>
    </message>
    <message>
        <source>Two sentences, [CLS] before, [SEP] behind each, from little tales in which foxes look for honey and bakers go to market. In half of the pairs the second follows the first; in the others it is from another tale, or both have changed places. `tokens` are the words, `segments` is 1 in the second sentence, `label` is 1 where the pair is right. Made here from a seed, free of any licence.</source>
        <translation>取自小故事的两个句子，前面有 [CLS]，每句后面有 [SEP]；故事里狐狸找蜂蜜，面包师去集市。一半的句对里第二句紧接第一句；其余的第二句来自别的故事，或者两句换了位置。`tokens` 是词，`segments` 在第二句为 1，句对正确时 `label` 为 1。在此由种子生成，没有任何许可限制。</translation>
    </message>
    <message>
        <source>Words and their neighbours</source>
        <translation>词与上下文词</translation>
    </message>
    <message>
        <source>You shall know a word by the company it keeps. Every word has two vectors; the product of one word's first and another's second is to be large where both stood side by side, and small for five noise words. No sentence is understood and no order is kept, and yet words of one kind end up in one place.</source>
        <translation>观其伴而知其词。每个词有两个向量；一个词的第一个向量与另一个词的第二个向量，若两词曾相邻，乘积应大，与五个噪声词的乘积应小。它不理解句子，也不记顺序，同一类的词却聚到了一处。</translation>
    </message>
    <message>
        <source>are both in the right order</source>
        <translation>两句顺序是否正确</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>does the second follow the first</source>
        <translation>第二句是否紧接第一句</translation>
    </message>
    <message>
        <source>every task as text to text</source>
        <translation>一切任务都是文本到文本</translation>
    </message>
    <message>
        <source>how many letters a text has at most</source>
        <translation>一段文本至多几个字母</translation>
    </message>
    <message>
        <source>how many noise words stand beside a neighbour</source>
        <translation>一个邻词旁边放几个噪声词</translation>
    </message>
    <message>
        <source>how many words to each side are neighbours at most</source>
        <translation>左右各至多几个词算邻词</translation>
    </message>
    <message>
        <source>letters without saying when</source>
        <translation>只给字母，不给时刻</translation>
    </message>
    <message>
        <source>nearest {words}</source>
        <translation>最近的是 {words}</translation>
    </message>
    <message>
        <source>noise words</source>
        <translation>噪声词</translation>
    </message>
    <message>
        <source>one layer for all layers</source>
        <translation>所有层共用一层</translation>
    </message>
    <message>
        <source>only which words stand together</source>
        <translation>只看哪些词相邻</translation>
    </message>
    <message>
        <source>right pair</source>
        <translation>正确的句对</translation>
    </message>
    <message>
        <source>says how probable a text is</source>
        <translation>给出一段文字的概率</translation>
    </message>
    <message>
        <source>what is asked about the two sentences</source>
        <translation>关于这两句要问什么</translation>
    </message>
    <message>
        <source>word2vec (skip-gram)</source>
        <translation>word2vec 词向量（跳字模型）</translation>
    </message>
    <message>
        <source>words more frequent than this are left out now and then (t of Mikolov's rule)</source>
        <translation>比这更常见的词有时被略去（Mikolov 规则中的 t）</translation>
    </message>
    <message>
        <source>wrong pair</source>
        <translation>错误的句对</translation>
    </message>
    <message>
        <source>Test accuracy 100 % with each of the seeds 0, 1 and 2, after 528 steps.</source>
        <translation>种子 0、1、2：528 步之后，测试准确率均为 100 %。</translation>
    </message>
    <message>
        <source>Every one of the 900 test dates without an error, with each of the seeds 0, 1 and 2, after 792 steps.</source>
        <translation>种子 0、1、2：792 步之后，900 个测试日期全部无误。</translation>
    </message>
    <message>
        <source>Mean error 0.286, 0.322 and 0.287 on the test part (seeds 0, 1 and 2): 0.88, 0.70 and 0.77 of the error of saying the same hour of yesterday.</source>
        <translation>测试部分平均绝对误差 0.286、0.322、0.287（种子 0、1、2）：是“照昨天同一小时”误差的 0.88、0.70、0.77。</translation>
    </message>
    <message>
        <source>99.8 % of the pairs and 67 % of the masked words of the test right (seed 0), after 8 epochs.</source>
        <translation>8 轮之后，测试中 99.8 % 的句对、67 % 的被遮词判断正确（种子 0）。</translation>
    </message>
    <message>
        <source>Every word of the test part tagged rightly, with each of the seeds 0, 1 and 2.</source>
        <translation>种子 0、1、2：测试部分每个词的标注都正确。</translation>
    </message>
</context>
</TS>
