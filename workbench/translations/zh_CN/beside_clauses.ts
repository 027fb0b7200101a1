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
</context>
</TS>
