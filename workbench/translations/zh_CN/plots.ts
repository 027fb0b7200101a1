<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
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
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns, values from {low} to {high}</source>
        <translation>{rows} 行 {columns} 列，数值从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{right} of {total} right</source>
        <translation>{total} 个中答对 {right} 个</translation>
    </message>
    <message>
        <source>truth {truth}, predicted {predicted}: {count}</source>
        <translation>真实类别 {truth}，预测为 {predicted}：{count} 个</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>{points} points of {classes} classes</source>
        <translation>{points} 个点，分属 {classes} 类</translation>
    </message>
    <message>
        <source>No font here can draw Chinese. On Debian and Ubuntu install {package}, then start the program again. Windows and macOS bring such fonts.</source>
        <translation>本机没有可以显示中文的字体。在 Debian 和 Ubuntu 上请安装 {package}，然后重新启动程序。Windows 和 macOS 自带中文字体。</translation>
    </message>
    <message>
        <source>Show everything and follow</source>
        <translation>显示全部并跟随最新数据</translation>
    </message>
</context>
</TS>
