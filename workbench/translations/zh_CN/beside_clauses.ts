<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>The project in front has not opened this view. Add it under Live views.</source>
        <translation>前面的项目没有打开此视图。可在“实时视图”下添加。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>At the left</source>
        <translation>放在左侧</translation>
    </message>
    <message>
        <source>At the right</source>
        <translation>放在右侧</translation>
    </message>
    <message>
        <source>Above the drawing</source>
        <translation>放在图的上方</translation>
    </message>
    <message>
        <source>Below the drawing</source>
        <translation>放在图的下方</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>单独的窗口</translation>
    </message>
    <message>
        <source>Back among the other views</source>
        <translation>放回其他视图之间</translation>
    </message>
    <message>
        <source>Size of words</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Menus, buttons, panels and code, at once. The drawing zooms.</source>
        <translation>菜单、按钮、面板和代码，立即生效。图本身可以缩放。</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>Words, buttons and drawing together, from the next start on.</source>
        <translation>文字、按钮和图一起放大，从下次启动起生效。</translation>
    </message>
    <message>
        <source>A later step of the story. No preset of it comes along yet; the layers it needs do.</source>
        <translation>故事的后一步。它还没有随附的预设，但所需的层都已具备。</translation>
    </message>
    <message>
        <source>no preset yet</source>
        <translation>还没有预设</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>扩散模型</translation>
    </message>
    <message>
        <source>Cards that draw what a training measures, one below the other; each says what to look for.</source>
        <translation>画出训练中测得的内容的卡片，上下排列；每张都说明看点。</translation>
    </message>
    <message>
        <source>Lists the views that have something to show for this network.</source>
        <translation>列出对这个网络有内容可显示的视图。</translation>
    </message>
    <message>
        <source>Pull a card by its header</source>
        <translation>按住标题拖出卡片</translation>
    </message>
    <message>
        <source>To a side of the drawing, or over it to let it float; its menu does the same by keys. Dropped on the column it goes back. Each layout remembers where its views lie.</source>
        <translation>拖到图的一侧，或拖到图上使其浮动；用键盘可通过卡片菜单完成。拖回视图列即放回原处。每种布局都会记住视图的位置。</translation>
    </message>
    <message>
        <source>Holds a picture still while the training goes on; what came meanwhile is kept.</source>
        <translation>训练继续时画面保持不动；其间到来的内容会保留。</translation>
    </message>
    <message>
        <source>The menu of a card writes its picture as PNG or SVG and its values as a table.</source>
        <translation>卡片的菜单可把图片写成 PNG 或 SVG，把数值写成表格。</translation>
    </message>
    <message>
        <source>Starts, pauses and stops the training, and says how far it is.</source>
        <translation>开始、暂停和停止训练，并显示进度。</translation>
    </message>
    <message>
        <source>Starts, pauses and goes on. When it is grey, the reason stands beside it.</source>
        <translation>开始、暂停和继续。变灰时，原因就写在旁边。</translation>
    </message>
    <message>
        <source>Trains on one batch and pauses, so that every number can be looked at.</source>
        <translation>训练一个批次后暂停，可以查看每一个数值。</translation>
    </message>
    <message>
        <source>Holds from the next batch on, also while it trains.</source>
        <translation>从下一个批次起生效，训练中也可以修改。</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Design to draw, train to watch, classroom for a projector.</source>
        <translation>“设计”用来画图，“训练”用来观察，“课堂”用于投影。</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Every open project has a tab with its own history, selection, file and training.</source>
        <translation>每个打开的项目都有自己的标签页，各有历史、选择、文件和训练。</translation>
    </message>
    <message>
        <source>A dot</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Something has changed since the project was saved.</source>
        <translation>项目保存之后有了改动。</translation>
    </message>
    <message>
        <source>Training behind</source>
        <translation>后台训练</translation>
    </message>
    <message>
        <source>A training goes on while another tab is in front; its tab shows that.</source>
        <translation>切换到别的标签页时训练仍在继续，其标签页会有标记。</translation>
    </message>
    <message>
        <source>The next start</source>
        <translation>下次启动</translation>
    </message>
    <message>
        <source>Opens the tabs again, comparisons too, and offers back what was not saved.</source>
        <translation>重新打开标签页（包括比较），并可取回未保存的内容。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Two networks side by side, matched node by node, with what differs marked.</source>
        <translation>两个网络并排，逐个节点对应，并标出不同之处。</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>+ was added, − is gone, ≠ has changed; the table says how, with parameters and cost.</source>
        <translation>+ 为新增，− 为删去，≠ 为改动；表格说明如何改动，并列出参数与计算量。</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>A node or a line of the table shows its partner in the other drawing.</source>
        <translation>单击节点或表格的一行，会显示另一张图中与之对应的节点。</translation>
    </message>
    <message>
        <source>A side that is open in a tab is followed: what you edit there shows here.</source>
        <translation>如果一侧在标签页中打开，比较会随之更新：在那里的改动会显示在这里。</translation>
    </message>
    <message>
        <source>A part of the network that is drawn once and placed many times; edit it once, and all copies follow.</source>
        <translation>网络中只画一次、可放置多次的部分；改一次，所有副本随之改变。</translation>
    </message>
    <message>
        <source>Double-click or Enter opens it; Esc or Alt+Up goes out again.</source>
        <translation>双击或按回车打开；按 Esc 或 Alt+↑ 返回。</translation>
    </message>
    <message>
        <source>What a block lets vary stands on its face, with how often it is repeated.</source>
        <translation>块允许改变的参数和重复次数都写在它的面上。</translation>
    </message>
    <message>
        <source>Make and dissolve</source>
        <translation>组成与拆开</translation>
    </message>
    <message>
        <source>Edit, Blocks makes one of the selection, or puts its nodes back.</source>
        <translation>“编辑”菜单的“块”可把所选节点组成块，或把块拆开。</translation>
    </message>
    <message>
        <source>Networks that come along, by family and year, with the idea of each in a sentence.</source>
        <translation>随附的网络，按家族和年份排列，每个都用一句话说明其思想。</translation>
    </message>
    <message>
        <source>Who came from whom, and on each arrow what was new.</source>
        <translation>谁由谁发展而来，每个箭头上写着新在何处。</translation>
    </message>
    <message>
        <source>Small trains in about a minute; full is the network of its source, exactly.</source>
        <translation>“小型”约一分钟即可训练；“完整”与出处中的网络完全一致。</translation>
    </message>
    <message>
        <source>Keeps the open project as a preset of yours, writes it to a file, takes one in.</source>
        <translation>把打开的项目存为自己的预设，写成文件，或收进别人的文件。</translation>
    </message>
    <message>
        <source>What is chosen once for all. It holds at once and is remembered.</source>
        <translation>一次选好即可。立即生效，并会记住。</translation>
    </message>
    <message>
        <source>Takes over what an earlier run or a file has learned, where name and shape agree.</source>
        <translation>名称和形状一致时，沿用以前的运行或文件中学到的权重。</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>一次运行</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>Taking weights over is one step of undo.</source>
        <translation>沿用权重是一步，可以撤销。</translation>
    </message>
    <message>
        <source>PyTorch module</source>
        <translation>PyTorch 模块</translation>
    </message>
    <message>
        <source>Draws a PyTorch module from a Python file, with its weights.</source>
        <translation>从 Python 文件中画出 PyTorch 模块，连同其权重。</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Reading a module runs its file, so its source is shown and you are asked first.</source>
        <translation>读取模块会运行其文件，所以会先显示源代码并征求同意。</translation>
    </message>
    <message>
        <source>What cannot be drawn</source>
        <translation>无法画出的部分</translation>
    </message>
    <message>
        <source>Stays one node that runs the original code.</source>
        <translation>保留为一个节点，运行原来的代码。</translation>
    </message>
    <message>
        <source>Leaves everything as it is; Esc does the same</source>
        <translation>一切保持原样；按 Esc 也一样</translation>
    </message>
    <message>
        <source>Enter does the same</source>
        <translation>按回车也一样</translation>
    </message>
    <message>
        <source>Closes it; what was changed since it was saved is lost</source>
        <translation>直接关闭；上次保存之后的改动会丢失</translation>
    </message>
    <message>
        <source>Its run is kept and can be continued later</source>
        <translation>这次运行会保留，以后可以继续</translation>
    </message>
    <message>
        <source>Brings its tab to the front</source>
        <translation>切换到它的标签页</translation>
    </message>
    <message>
        <source>Removes what was kept, for good</source>
        <translation>永久删除所保留的内容</translation>
    </message>
    <message>
        <source>It stays kept and is offered again at the next start</source>
        <translation>继续保留，下次启动时再次询问</translation>
    </message>
    <message>
        <source>Puts what happened, versions and log on the clipboard, for somebody who can help</source>
        <translation>把发生的情况、版本和日志复制到剪贴板，以便请人帮助</translation>
    </message>
    <message>
        <source>What the program noted until then; nothing of it leaves this computer by itself</source>
        <translation>程序到那时为止的记录；不会自行离开这台计算机</translation>
    </message>
    <message>
        <source>Only for code that you know: it may do all that you may do</source>
        <translation>仅限你了解的代码：它能做你能做的一切</translation>
    </message>
    <message>
        <source>Read what it does before you let it run</source>
        <translation>运行之前，先看看它做什么</translation>
    </message>
    <message>
        <source>Undo takes it back</source>
        <translation>可以撤销</translation>
    </message>
    <message>
        <source>Opens it in a tab</source>
        <translation>在标签页中打开</translation>
    </message>
    <message>
        <source>Opens it in a tab; Enter does the same</source>
        <translation>在标签页中打开；按回车也一样</translation>
    </message>
    <message>
        <source>The networks of the papers, as PyTorch's own library builds them</source>
        <translation>论文中的网络，由 PyTorch 自带的库构建</translation>
    </message>
    <message>
        <source>Your own nn.Module, or a function that returns one</source>
        <translation>你自己的 nn.Module，或返回它的函数</translation>
    </message>
    <message>
        <source>Its source is shown before anything of it runs</source>
        <translation>运行之前会先显示它的源代码</translation>
    </message>
    <message>
        <source>Find the Python file on this computer</source>
        <translation>在这台计算机上选择 Python 文件</translation>
    </message>
    <message>
        <source>What of the file makes the network</source>
        <translation>文件中由谁构建网络</translation>
    </message>
    <message>
        <source>Any word of what you want to do, in English or Chinese</source>
        <translation>想做什么就输入什么，中文或英文均可</translation>
    </message>
    <message>
        <source>Enter does the chosen one; its keys stand beside it</source>
        <translation>按回车执行所选命令；快捷键写在旁边</translation>
    </message>
    <message>
        <source>A name, a year or a word; arrows choose in the list below</source>
        <translation>名称、年份或词语；用方向键在下面的列表中选择</translation>
    </message>
    <message>
        <source>Open projects first, then presets by year, then runs as they were when they began</source>
        <translation>先是打开的项目，再按年份列出预设，最后是各次运行开始时的样子</translation>
    </message>
    <message>
        <source>Shows both side by side in a tab; Enter does the same</source>
        <translation>在标签页中并排显示两者；按回车也一样</translation>
    </message>
    <message>
        <source>A name, a year or a word of what it is about; arrow down leads to the cards</source>
        <translation>名称、年份或相关词语；按向下键进入卡片</translation>
    </message>
    <message>
        <source>Families, who came from whom, and what you have kept yourself</source>
        <translation>家族、谱系，以及你自己保存的预设</translation>
    </message>
    <message>
        <source>The oldest first. A double-click or Enter opens one in a tab</source>
        <translation>最早的在前。双击或按回车在标签页中打开</translation>
    </message>
    <message>
        <source>Removes the file from this computer, for good</source>
        <translation>从这台计算机上永久删除文件</translation>
    </message>
    <message>
        <source>What the card in the gallery will say</source>
        <translation>图库卡片上显示的名称</translation>
    </message>
    <message>
        <source>A line shows its node in both drawings; the arrow before a block opens it</source>
        <translation>单击一行可在两张图中显示对应节点；块前的箭头可展开</translation>
    </message>
    <message>
        <source>Goes back through a run: all views and the colours of the drawing show the same earlier step.</source>
        <translation>回看一次运行：所有视图和图的颜色都显示同一个较早的步骤。</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨道</translation>
    </message>
    <message>
        <source>Drag it, or use the arrows. A tick is a kept checkpoint, the triangle the best one.</source>
        <translation>拖动，或用方向键。刻度是保留的检查点，三角形是最好的一个。</translation>
    </message>
    <message>
        <source>Follows the present again; the training never stopped meanwhile.</source>
        <translation>重新跟随当前步骤；其间训练并未停止。</translation>
    </message>
    <message>
        <source>Goes on from the last checkpoint before this step, with what you have changed.</source>
        <translation>从这一步之前的最后一个检查点继续，并带上你的改动。</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Plays the run, or saves it as pictures that move.</source>
        <translation>播放这次运行，或保存为动画。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>规模</translation>
    </message>
</context>
</TS>
