<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the drawing…</source>
        <translation>导出图形…</translation>
    </message>
    <message>
        <source>Write the drawing as SVG, PDF or PNG, on white, for a paper</source>
        <translation>把图形写成白底的 SVG、PDF 或 PNG，可直接用于论文</translation>
    </message>
    <message>
        <source>Export what is selected…</source>
        <translation>导出选中部分…</translation>
    </message>
    <message>
        <source>Write the selected nodes and the wires between them as SVG, PDF or PNG</source>
        <translation>把选中的节点及其间的连线写成 SVG、PDF 或 PNG</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Page as large as the drawing (*.pdf)</source>
        <translation>与图形同大的页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels, 300 to the inch (*.png)</source>
        <translation>像素图，每英寸 300 点 (*.png)</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>The drawing cannot be written</source>
        <translation>图形无法写出</translation>
    </message>
    <message>
        <source>The drawing is in {name}.</source>
        <translation>图形已写入 {name}。</translation>
    </message>
    <message>
        <source>A drawing is written as {kinds}. The file is called {name}.</source>
        <translation>图形可写成 {kinds}，而文件名是 {name}。</translation>
    </message>
    <message>
        <source>There is nothing to write yet. Put layers on the canvas, or open a preset.</source>
        <translation>还没有可写出的内容。请在画布上放置层，或打开一个预设。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Choose another folder.</source>
        <translation>无法写入 {path}。请换一个文件夹。</translation>
    </message>
    <message>
        <source>write the drawing here: a file ending in .svg, .pdf or .png</source>
        <translation>把图形写到这里：以 .svg、.pdf 或 .png 结尾的文件</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Large type, one view and three buttons, legible from the last row</source>
        <translation>大字、一个视图、三个按钮，最后一排也看得清</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Fill the screen, or give it back</source>
        <translation>占满屏幕，或恢复原样</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
    <message>
        <source>Show another live view</source>
        <translation>换一个实时视图</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>实时视图</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出课堂</translation>
    </message>
    <message>
        <source>Go back to the window as it was</source>
        <translation>回到原来的窗口</translation>
    </message>
    <message>
        <source>Change between light and dark: light for a bright room</source>
        <translation>切换明暗：教室明亮时用浅色</translation>
    </message>
    <message>
        <source>Drag to move {panel} to another side; double-click to let it float</source>
        <translation>拖动可把“{panel}”移到另一侧；双击使其浮动</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
</context>
</TS>
