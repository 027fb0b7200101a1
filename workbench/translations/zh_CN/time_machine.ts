<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A new run goes on from the checkpoint with the drawing and the recipe as they are now; weights that still fit are kept. {changed}</source>
        <translation>新的运行从该检查点出发，采用现在的网络图和配方；仍然合适的权重会保留。{changed}</translation>
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
        <source>How fast the film plays; at 1 × a whole run takes 20 seconds</source>
        <translation>影片播放的快慢；1 × 时整个训练放 20 秒</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
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
        <source>Step {step} is kept as a checkpoint: one can branch here</source>
        <translation>第 {step} 步留有检查点：可以从这里分支</translation>
    </message>
    <message>
        <source>Step {step} is the end already</source>
        <translation>第 {step} 步已经是终点</translation>
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
        <source>The run {run} branched off here</source>
        <translation>运行 {run} 从这里分出</translation>
    </message>
    <message>
        <source>The run {run} keeps no checkpoint that one could go back to.</source>
        <translation>运行 {run} 没有保留可以退回的检查点。</translation>
    </message>
    <message>
        <source>The training that runs is stopped and kept.</source>
        <translation>正在进行的训练会停下并保留。</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批大小</translation>
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
        <source>is the folder there</source>
        <translation>请看文件夹是否存在</translation>
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
        <source>step {step} of {end}</source>
        <translation>第 {step} 步，共 {end} 步</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>{step}, loss {loss}</source>
        <translation>{step}，损失 {loss}</translation>
    </message>
</context>
</TS>
