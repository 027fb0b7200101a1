<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>--at goes with --branch RUN: it says from which step the branch goes on.</source>
        <translation>--at 要与 --branch RUN 同用：它说明分支从哪一步继续。</translation>
    </message>
    <message>
        <source>1 − CKA</source>
        <translation>1 − CKA</translation>
    </message>
    <message>
        <source>A branch lies under the run it branched off. An open run can be gone through with the time machine.</source>
        <translation>分支列在它所分出的运行之下。打开的运行可用时间机器回看。</translation>
    </message>
    <message>
        <source>A new run goes on from the checkpoint with the drawing and the recipe as they are now; weights that still fit are kept. {changed}</source>
        <translation>新的运行从该检查点出发，采用现在的网络图和配方；仍然合适的权重会保留。{changed}</translation>
    </message>
    <message>
        <source>Another run beside this one</source>
        <translation>把另一次运行放在旁边</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <source>Back to the picture before</source>
        <translation>回到前一幅</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Both networks are asked…</source>
        <translation>正在询问两个网络…</translation>
    </message>
    <message>
        <source>Both networks see the same examples, those that the open run held back, at the step that is shown.</source>
        <translation>两个网络看同样的样本，即当前运行留出的样本，取所显示的那一步。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Branch off at step {step}</source>
        <translation>从第 {step} 步分支</translation>
    </message>
    <message>
        <source>Changed since: {what}.</source>
        <translation>此后改动：{what}。</translation>
    </message>
    <message>
        <source>Choose a later step, or train it anew: checkpoints are kept all along a run.</source>
        <translation>请选更靠后的一步，或重新训练：训练途中会一路保留检查点。</translation>
    </message>
    <message>
        <source>Choose two runs on the same data.</source>
        <translation>请选用同样数据的两次运行。</translation>
    </message>
    <message>
        <source>Drag to go through the run; arrows go from picture to picture, End goes back to the present</source>
        <translation>拖动可回看整个训练；方向键逐幅移动，End 回到当前</translation>
    </message>
    <message>
        <source>Film of the drawing…</source>
        <translation>网络图的影片…</translation>
    </message>
    <message>
        <source>Film of the window…</source>
        <translation>整个窗口的影片…</translation>
    </message>
    <message>
        <source>Film of {view}…</source>
        <translation>“{view}”的影片…</translation>
    </message>
    <message>
        <source>Give the film up</source>
        <translation>放弃影片</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint before this step, with what you have changed since</source>
        <translation>从这一步之前最近的检查点继续训练，并带上此后所做的改动</translation>
    </message>
    <message>
        <source>Goes on from step {step} of {run}, where its last checkpoint before is.</source>
        <translation>从 {run} 的第 {step} 步继续，那里是此前最近的检查点。</translation>
    </message>
    <message>
        <source>How far apart the nodes are: 1 − CKA</source>
        <translation>各节点相差多远：1 − CKA</translation>
    </message>
    <message>
        <source>How fast the film plays; at 1 × a whole run takes 20 seconds</source>
        <translation>影片播放的快慢；1 × 时整个训练放 20 秒</translation>
    </message>
    <message>
        <source>How the two are shown</source>
        <translation>两者怎样显示</translation>
    </message>
    <message>
        <source>List the runs that were kept, with their branches, and open one to go through it</source>
        <translation>列出保存的运行及其分支，打开一次来回看</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Name its folder, or its id as the list of runs has it.</source>
        <translation>请给出它的文件夹，或运行列表中的编号。</translation>
    </message>
    <message>
        <source>Nothing has changed since, so it will come to the same numbers: change the drawing, the recipe or the data first to see what that does.</source>
        <translation>此后没有任何改动，所以会得到同样的数字：先改动网络图、配方或数据，才能看出差别。</translation>
    </message>
    <message>
        <source>On to the next picture</source>
        <translation>到下一幅</translation>
    </message>
    <message>
        <source>One cannot branch off here</source>
        <translation>无法从这里分支</translation>
    </message>
    <message>
        <source>Play the run as a film</source>
        <translation>把训练过程当影片播放</translation>
    </message>
    <message>
        <source>Put another run beside this one</source>
        <translation>把另一次运行放在旁边比较</translation>
    </message>
    <message>
        <source>Runs that were kept</source>
        <translation>保存下来的运行</translation>
    </message>
    <message>
        <source>Runs…</source>
        <translation>运行记录…</translation>
    </message>
    <message>
        <source>Save a film of the run</source>
        <translation>把训练过程存成影片</translation>
    </message>
    <message>
        <source>Show the present again</source>
        <translation>重新显示当前状态</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>速度 {speed}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step {one} beside step {other}, on the same held-back examples</source>
        <translation>第 {one} 步与第 {other} 步，同样的留出样本</translation>
    </message>
    <message>
        <source>Step {step} is kept as a checkpoint: one can branch here</source>
        <translation>第 {step} 步留有检查点：可以从这里分支</translation>
    </message>
    <message>
        <source>Step {step} is the end already</source>
        <translation>第 {step} 步已经是终点</translation>
    </message>
    <message>
        <source>Step {step} is where {n} epochs end. Give more with --epochs, or an earlier step with --at.</source>
        <translation>第 {step} 步正是 {n} 轮的终点。请用 --epochs 增加轮数，或用 --at 指定更早的一步。</translation>
    </message>
    <message>
        <source>Stop the film</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>The film is written to {path}.</source>
        <translation>影片已写入 {path}。</translation>
    </message>
    <message>
        <source>The present is shown and followed</source>
        <translation>正在显示并跟随当前状态</translation>
    </message>
    <message>
        <source>The recipe has {n} epochs, which end here. Set more epochs in the recipe, or go back further.</source>
        <translation>配方定了 {n} 轮，到这里就结束了。请在配方里增加轮数，或退回到更早的一步。</translation>
    </message>
    <message>
        <source>The run cannot be opened</source>
        <translation>无法打开这次运行</translation>
    </message>
    <message>
        <source>The run {run} branched off here</source>
        <translation>运行 {run} 从这里分出</translation>
    </message>
    <message>
        <source>The run {run} keeps no checkpoint that one could go back to.</source>
        <translation>运行 {run} 没有保留可以退回的检查点。</translation>
    </message>
    <message>
        <source>The second network has an input {name} that the first has not.</source>
        <translation>第二个网络有输入 {name}，第一个没有。</translation>
    </message>
    <message>
        <source>The training that runs is stopped and kept.</source>
        <translation>正在进行的训练会停下并保留。</translation>
    </message>
    <message>
        <source>There is no run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>There is no run {run}.</source>
        <translation>没有运行 {run}。</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>Two runs are compared while nothing trains. Stop the training first.</source>
        <translation>没有训练在进行时才能比较两次运行。请先停止训练。</translation>
    </message>
    <message>
        <source>Two runs: {one} and {other}</source>
        <translation>两次运行：{one} 与 {other}</translation>
    </message>
    <message>
        <source>Which view</source>
        <translation>哪个视图</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>best, step {step}</source>
        <translation>最佳，第 {step} 步</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>film: {n} of {of} pictures</source>
        <translation>影片：{n}/{of} 幅</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>go on from a kept checkpoint of another run, as a run of its own, with what is changed here</source>
        <translation>从另一次运行保留的检查点继续，成为独立的运行，并带上这里的改动</translation>
    </message>
    <message>
        <source>is the folder there</source>
        <translation>请看文件夹是否存在</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>optimizer and learning rate</source>
        <translation>优化器与学习率</translation>
    </message>
    <message>
        <source>other parts of the recipe</source>
        <translation>配方的其他部分</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>step {step} of {end}</source>
        <translation>第 {step} 步，共 {end} 步</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>the step to branch off at</source>
        <translation>从哪一步分支</translation>
    </message>
    <message>
        <source>{one} less {other}</source>
        <translation>{one} 减 {other}</translation>
    </message>
    <message>
        <source>{step}, loss {loss}</source>
        <translation>{step}，损失 {loss}</translation>
    </message>
    <message>
        <source>{title}, branched off at step {step}</source>
        <translation>{title}，从第 {step} 步分出</translation>
    </message>
</context>
</TS>
