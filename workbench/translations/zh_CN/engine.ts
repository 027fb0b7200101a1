<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>A learning rate is a number from 0 to 100. It gets {value}.</source>
        <translation>学习率是 0 到 100 之间的数。得到的是 {value}。</translation>
    </message>
    <message>
        <source>Add a layer with weights, such as Linear, or unfreeze one.</source>
        <translation>请添加一个带权重的层，例如 Linear，或者解冻其中一个。</translation>
    </message>
    <message>
        <source>Add a loss node, CrossEntropyLoss for classes or MSELoss for numbers, and wire the target to it.</source>
        <translation>请添加一个损失节点：分类用 CrossEntropyLoss，回归用 MSELoss，并把目标连到它上面。</translation>
    </message>
    <message>
        <source>Choose a folder that holds the file {file}.</source>
        <translation>请选择含有文件 {file} 的文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder, or resume the run that is there.</source>
        <translation>请选择别的文件夹，或者继续其中的运行。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择别的文件夹。</translation>
    </message>
    <message>
        <source>Choose auto as the device; workbench doctor says why a device is not found.</source>
        <translation>请把设备设为 auto；workbench doctor 会说明为什么找不到设备。</translation>
    </message>
    <message>
        <source>Choose one of these fields at the node, or other data in the recipe.</source>
        <translation>请在该节点上选择其中一个字段，或者在训练方案里选择别的数据。</translation>
    </message>
    <message>
        <source>Choose other data, or put the missing files in place.</source>
        <translation>请选择别的数据，或者补上缺少的文件。</translation>
    </message>
    <message>
        <source>Choose the data in the recipe again, so that the drawing adapts, or set the node's shape.</source>
        <translation>请在训练方案里重新选择数据，让图自动适应，或者设置该节点的形状。</translation>
    </message>
    <message>
        <source>Choose the parameter of the data in the recipe again.</source>
        <translation>请在训练方案里重新选择数据的这个参数。</translation>
    </message>
    <message>
        <source>Compare the data with what the Input nodes promise, and the node's parameters.</source>
        <translation>请把数据与 Input 节点所声明的内容以及该节点的参数对照一下。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Decision boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Delete runs you no longer need or choose another folder. The run can be resumed from its last checkpoint.</source>
        <translation>请删除不再需要的运行，或者选择别的文件夹。可以从最后一个检查点继续运行。</translation>
    </message>
    <message>
        <source>Gradient norms</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Lower the learning rate, and look at the data for numbers that are missing or huge.</source>
        <translation>请降低学习率，并检查数据中是否有缺失或特别大的数值。</translation>
    </message>
    <message>
        <source>Make the layers smaller. Other programs on this machine may also hold memory.</source>
        <translation>请把层改小一些。这台机器上的其他程序也可能占用了内存。</translation>
    </message>
    <message>
        <source>Mend the red node first; Problems offers what helps.</source>
        <translation>请先修好红色的节点；“问题”面板里有可用的修正。</translation>
    </message>
    <message>
        <source>Open it with the version of Workbench that wrote it.</source>
        <translation>请用写下它的那个版本的 Workbench 打开。</translation>
    </message>
    <message>
        <source>Resume the run from its last checkpoint; if it happens again, restart the machine or train on the CPU.</source>
        <translation>请从最后一个检查点继续运行；如果再次发生，请重启机器或改用 CPU 训练。</translation>
    </message>
    <message>
        <source>Start the training anew, or open the project as the run has kept it.</source>
        <translation>请重新开始训练，或者打开这次运行所保存的项目。</translation>
    </message>
    <message>
        <source>Start the training anew; a run can be resumed once it has saved its first checkpoint.</source>
        <translation>请重新开始训练；运行保存了第一个检查点之后才能继续。</translation>
    </message>
    <message>
        <source>Take best instead of last, or start the training anew.</source>
        <translation>请改用最佳检查点（best），或者重新开始训练。</translation>
    </message>
    <message>
        <source>The checkpoint does not fit the drawing at {node}.</source>
        <translation>检查点与图在 {node} 处不符。</translation>
    </message>
    <message>
        <source>The checkpoint {path} has format {found}; this program reads {known}.</source>
        <translation>检查点 {path} 的格式是 {found}；本程序读取格式 {known}。</translation>
    </message>
    <message>
        <source>The checkpoint {path} is damaged: {reason}.</source>
        <translation>检查点 {path} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>The data {data} cannot be made: {parameter}: {reason}.</source>
        <translation>无法生成数据 {data}：{parameter}：{reason}。</translation>
    </message>
    <message>
        <source>The device stopped answering.</source>
        <translation>设备不再响应。</translation>
    </message>
    <message>
        <source>The disk has no room left for the run.</source>
        <translation>磁盘上已没有空间存放这次运行。</translation>
    </message>
    <message>
        <source>The folder {folder} holds a run already.</source>
        <translation>文件夹 {folder} 里已经有一次运行。</translation>
    </message>
    <message>
        <source>The loss at step {step} is not a finite number.</source>
        <translation>第 {step} 步的损失不是有限的数。</translation>
    </message>
    <message>
        <source>The player {player} has no loss to minimise.</source>
        <translation>参与者 {player} 没有要最小化的损失。</translation>
    </message>
    <message>
        <source>The player {player} has nothing to move: no node with weights that are free leads to its losses.</source>
        <translation>参与者 {player} 没有可以更新的东西：通向它的损失的节点中，没有一个带有未冻结的权重。</translation>
    </message>
    <message>
        <source>The recipe asks for the device {device}, and this machine has none.</source>
        <translation>训练方案要求设备 {device}，而这台机器没有。</translation>
    </message>
    <message>
        <source>The run can be resumed from its last checkpoint.</source>
        <translation>可以从最后一个检查点继续运行。</translation>
    </message>
    <message>
        <source>The run in {folder} has version {found}; this program reads {known}.</source>
        <translation>{folder} 里的运行是版本 {found}；本程序读取版本 {known}。</translation>
    </message>
    <message>
        <source>The run's log has the full report. The run can be resumed from its last checkpoint.</source>
        <translation>完整的报告在这次运行的日志里。可以从最后一个检查点继续运行。</translation>
    </message>
    <message>
        <source>The training stopped: {error}</source>
        <translation>训练中止：{error}</translation>
    </message>
    <message>
        <source>There is no checkpoint {path}.</source>
        <translation>没有检查点 {path}。</translation>
    </message>
    <message>
        <source>There is no run in {folder}.</source>
        <translation>{folder} 里没有运行。</translation>
    </message>
    <message>
        <source>There is not enough memory for batches of {size}.</source>
        <translation>内存不够批大小 {size} 使用。</translation>
    </message>
    <message>
        <source>There is not enough memory for {node} with batches of {size}.</source>
        <translation>批大小为 {size} 时，内存不够 {node} 使用。</translation>
    </message>
    <message>
        <source>Try batches of {half}. Other programs on this machine may also hold memory.</source>
        <translation>请试试批大小 {half}。这台机器上的其他程序也可能占用了内存。</translation>
    </message>
    <message>
        <source>a node cannot compute</source>
        <translation>节点无法计算</translation>
    </message>
    <message>
        <source>a number is no longer finite</source>
        <translation>数值不再有限</translation>
    </message>
    <message>
        <source>along with a validation</source>
        <translation>随同验证</translation>
    </message>
    <message>
        <source>an unexpected error</source>
        <translation>意外的错误</translation>
    </message>
    <message>
        <source>between two steps</source>
        <translation>在两步之间</translation>
    </message>
    <message>
        <source>inside a training step</source>
        <translation>在训练步之中</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the data cannot be had</source>
        <translation>无法得到数据</translation>
    </message>
    <message>
        <source>the device is lost</source>
        <translation>设备失去响应</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the drawing is not finished</source>
        <translation>图还没有画完</translation>
    </message>
    <message>
        <source>the run folder cannot be used</source>
        <translation>运行文件夹无法使用</translation>
    </message>
    <message>
        <source>{node} asks for the field {field}, and the data {data} has: {known}.</source>
        <translation>{node} 要用字段 {field}，而数据 {data} 有的是：{known}。</translation>
    </message>
    <message>
        <source>{node} expects {expected} from the field {field}, and the data {data} gives {got}.</source>
        <translation>{node} 期望字段 {field} 的形状是 {expected}，而数据 {data} 给出的是 {got}。</translation>
    </message>
    <message>
        <source>{node} gives numbers that are not finite at step {step}.</source>
        <translation>{node} 在第 {step} 步给出了非有限的数值。</translation>
    </message>
    <message>
        <source>{node} gives numbers that are not finite at step {step}. What came in lies between {lowest} and {highest}.</source>
        <translation>{node} 在第 {step} 步给出了非有限的数值。进入它的数值介于 {lowest} 和 {highest} 之间。</translation>
    </message>
    <message>
        <source>{node}: its weights are no longer finite numbers at step {step}. The step before was too long.</source>
        <translation>{node}：到第 {step} 步时，它的权重已不再是有限的数。前一步迈得太大了。</translation>
    </message>
    <message>
        <source>{path} is not a database of a run: {reason}.</source>
        <translation>{path} 不是运行的数据库：{reason}。</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
</context>
</TS>
