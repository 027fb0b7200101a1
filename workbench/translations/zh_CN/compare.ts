<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message><source>same</source><translation>相同</translation></message>
    <message><source>changed</source><translation>有改动</translation></message>
    <message><source>added</source><translation>新增</translation></message>
    <message><source>removed</source><translation>已删除</translation></message>
    <message><source>{same} the same, {changed} changed, {added} added, {removed} removed</source><translation>{same} 个相同，{changed} 个有改动，{added} 个新增，{removed} 个已删除</translation></message>
    <message><source>put two networks beside each other: presets, files or runs</source><translation>并排比较两个网络：预设、文件或运行记录</translation></message>
    <message><source>a preset, a file or a run</source><translation>预设、文件或运行记录</translation></message>
    <message><source>what it is compared with</source><translation>与之比较的网络</translation></message>
    <message><source>{title}: {parameters} parameters, {multiply_adds} multiply-adds per example.</source><translation>{title}：{parameters} 个参数，每个样本 {multiply_adds} 次乘加。</translation></message>
</context>
</TS>
