<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
      <source>training</source>
      <translation>正在训练</translation>
    </message>
    <message>
      <source>comparison</source>
      <translation>对照</translation>
    </message>
    <message>
      <source>not loaded yet</source>
      <translation>尚未载入</translation>
    </message>
    <message>
      <source>Open projects</source>
      <translation>已打开的项目</translation>
    </message>
    <message>
      <source>Every open project has a tab: drag it to another place, close it with the middle button</source>
      <translation>每个打开的项目有一个标签页：可拖到别处，用鼠标中键关闭</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>Close {name} (Ctrl+W)</source>
      <translation>关闭 {name}（Ctrl+W）</translation>
    </message>
    <message>
      <source>Begin with an empty drawing, in a new tab</source>
      <translation>在新标签页中从空白图纸开始</translation>
    </message>
    <message>
      <source>Close tab</source>
      <translation>关闭标签页</translation>
    </message>
    <message>
      <source>Close what is in front, after asking about unsaved work</source>
      <translation>关闭当前标签页；有未保存的内容时先询问</translation>
    </message>
    <message>
      <source>Open closed tab again</source>
      <translation>重新打开刚关闭的标签页</translation>
    </message>
    <message>
      <source>Open the file or the preset again whose tab was closed last</source>
      <translation>再次打开最近关闭的标签页中的文件或预设网络</translation>
    </message>
    <message>
      <source>Next tab</source>
      <translation>下一个标签页</translation>
    </message>
    <message>
      <source>Show the tab to the right; behind the last comes the first</source>
      <translation>显示右边的标签页；最后一个之后回到第一个</translation>
    </message>
    <message>
      <source>Previous tab</source>
      <translation>上一个标签页</translation>
    </message>
    <message>
      <source>Show the tab to the left; before the first comes the last</source>
      <translation>显示左边的标签页；第一个之前是最后一个</translation>
    </message>
    <message>
      <source>Another tab shows that file. Close that tab first, or choose another name.</source>
      <translation>另一个标签页正打开着这个文件。请先关闭那个标签页，或换一个名字。</translation>
    </message>
    <message>
      <source>New drawing in a tab (Ctrl+T)</source>
      <translation>在新标签页中新建图纸（Ctrl+T）</translation>
    </message>
    <message>
      <source>Let it train</source>
      <translation>让它继续训练</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>转到它</translation>
    </message>
    <message>
      <source>Stop it and train this one</source>
      <translation>停止它，训练这个</translation>
    </message>
    <message>
      <source>One network is trained at a time. When {other} is stopped, its run is kept, and {name} begins.</source>
      <translation>一次只训练一个网络。停止 {other} 时会保留它的这次运行，然后 {name} 开始训练。</translation>
    </message>
    <message>
      <source>Recover {n} projects?</source>
      <translation>恢复 {n} 个项目？</translation>
    </message>
    <message>
      <source>Workbench ended before they were saved; they were kept until {when}: {names}.</source>
      <translation>Workbench 结束时它们还没有保存，已保留到 {when}：{names}。</translation>
    </message>
    <message>
      <source>{left} and {right}</source>
      <translation>{left} 与 {right}</translation>
    </message>
    <message>
      <source>{title}, open in a tab</source>
      <translation>{title}（已在标签页中打开）</translation>
    </message>
    <message>
      <source>Put this network beside another open one, a preset, a run or a file, and mark what differs</source>
      <translation>把这个网络与另一个打开的网络、预设、运行或文件并排，并标出不同之处</translation>
    </message>
    <message>
      <source>Open the tabs again</source>
      <translation>重新打开标签页</translation>
    </message>
    <message>
      <source>The next start opens what was open at the end of this one.</source>
      <translation>下次启动时打开这次结束时打开着的内容。</translation>
    </message>
    <message>
      <source>Everything is remembered already</source>
      <translation>所有选择都已记住</translation>
    </message>
  </context>
</TS>
