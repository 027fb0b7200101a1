<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>one operation after the other</source>
        <translation>逐个运算执行</translation>
    </message>
    <message>
        <source>compiled (torch.compile)</source>
        <translation>编译（torch.compile）</translation>
    </message>
    <message>
        <source>recorded once (CUDA graph)</source>
        <translation>录制一次（CUDA graph）</translation>
    </message>
    <message>
        <source>pictures lie pixel by pixel in memory: faster convolutions in half precision on a GPU</source>
        <translation>图像在内存中按像素排列：在 GPU 上以半精度计算时卷积更快</translation>
    </message>
    <message>
        <source>NVIDIA GPUs multiply float32 matrices with ten bits after the point, several times as fast</source>
        <translation>NVIDIA GPU 以十位尾数做 float32 矩阵乘法，快数倍</translation>
    </message>
</context>
</TS>
