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
</context>
</TS>
