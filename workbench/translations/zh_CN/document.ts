<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>{file}: {member} unpacks to more than {limit} MB, more than it can need. Ask where the file came from.</source>
        <translation>{file}：{member} 解压后超过 {limit} MB，远多于它所需要的。请确认这个文件的来源。</translation>
    </message>
    <message>
        <source>{file} is damaged or was not copied completely. Copy it again, or open an older copy of it.</source>
        <translation>{file} 已损坏或没有复制完整。请重新复制，或打开它的旧备份。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Copy it to another disk and try again.</source>
        <translation>无法读取 {file}：{reason}。请把它复制到另一个磁盘后再试。</translation>
    </message>
    <message>
        <source>{file} holds more than {n} files, more than a project has. It is not opened.</source>
        <translation>{file} 中有超过 {n} 个文件，工程不会有这么多。没有打开它。</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}. The old file is as it was. Save elsewhere.</source>
        <translation>无法保存 {file}：{reason}。原文件保持不变。请保存到别处。</translation>
    </message>
    <message>
        <source>There is no file {file}. Look whether it was moved or renamed.</source>
        <translation>没有文件 {file}。请看看它是否被移动或改名了。</translation>
    </message>
    <message>
        <source>{file} may not be read by you. Change its permissions, or copy it.</source>
        <translation>您没有读取 {file} 的权限。请修改权限，或复制一份。</translation>
    </message>
    <message>
        <source>{file} is not a file. A project is a .workbench file or a folder.</source>
        <translation>{file} 不是文件。工程是一个 .workbench 文件或一个文件夹。</translation>
    </message>
    <message>
        <source>{file} is not a Workbench project: it is not a zip. Choose a file that ends in .workbench.</source>
        <translation>{file} 不是 Workbench 工程：它不是 zip 文件。请选择以 .workbench 结尾的文件。</translation>
    </message>
    <message>
        <source>{file} holds a file whose name leads elsewhere: {member}. It is not opened.</source>
        <translation>{file} 中有一个文件名指向别处：{member}。没有打开它。</translation>
    </message>
    <message>
        <source>{file} could not be saved: the disk is full. The old file is as it was. Free some space.</source>
        <translation>无法保存 {file}：磁盘已满。原文件保持不变。请腾出一些空间。</translation>
    </message>
    <message>
        <source>{file} could not be saved: there is no folder {folder}. Choose another folder.</source>
        <translation>无法保存 {file}：没有文件夹 {folder}。请选择别的文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be saved: you may not write in {folder}. Choose another folder.</source>
        <translation>无法保存 {file}：您没有写入 {folder} 的权限。请选择别的文件夹。</translation>
    </message>
    <message>
        <source>{file} is empty. Open an older copy of it.</source>
        <translation>{file} 是空的。请打开它的旧备份。</translation>
    </message>
    <message>
        <source>{file} holds {member} twice. Save it again with Workbench.</source>
        <translation>{file} 中有两个 {member}。请用 Workbench 重新保存。</translation>
    </message>
    <message>
        <source>{file}: {member} is packed in an unknown way. Unpack the file and open the folder.</source>
        <translation>{file}：{member} 的压缩方式未知。请先解压，再打开解压出的文件夹。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object in curly brackets</source>
        <translation>花括号括起的对象</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>{file}: {place} does not fit: {reason}.</source>
        <translation>{file}：{place} 不合要求：{reason}。</translation>
    </message>
    <message>
        <source>{file} holds a number that is too large. Put a smaller number there.</source>
        <translation>{file} 中有一个过大的数。请换成较小的数。</translation>
    </message>
    <message>
        <source>{file} should hold an object in curly brackets. Restore it from a copy.</source>
        <translation>{file} 的内容应当是花括号括起的对象。请用备份恢复它。</translation>
    </message>
    <message>
        <source>{file}: {place} is missing. Add it, or restore the file from a copy.</source>
        <translation>{file}：缺少 {place}。请补上它，或用备份恢复这个文件。</translation>
    </message>
    <message>
        <source>{file}: {place} should be {expected}, not {found}.</source>
        <translation>{file}：{place} 应当是{expected}，而不是{found}。</translation>
    </message>
    <message>
        <source>{file}: this program does not know {place}. A newer Workbench may have written it.</source>
        <translation>{file}：本程序不认识 {place}。它可能是较新的 Workbench 写的。</translation>
    </message>
    <message>
        <source>{file}: {place} is too long or too short: {reason}.</source>
        <translation>{file}：{place} 过长或过短：{reason}。</translation>
    </message>
    <message>
        <source>{text} is not a number a project can hold. Put a number there.</source>
        <translation>工程中不能有 {text} 这样的数。请在那里写一个数字。</translation>
    </message>
    <message>
        <source>{file} has brackets inside brackets more than {n} deep, which no project has.</source>
        <translation>{file} 中括号嵌套超过 {n} 层，任何工程都不会这样。</translation>
    </message>
    <message>
        <source>“{key}” stands twice in one object. Remove one of them.</source>
        <translation>“{key}” 在同一个对象中出现了两次。请删去一个。</translation>
    </message>
    <message>
        <source>{file} is not JSON: line {line}, column {column} is wrong. Mend it there, or restore it from a copy.</source>
        <translation>{file} 不是 JSON：第 {line} 行第 {column} 列有错。请改正，或用备份恢复。</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text. Save it as UTF-8, or restore it from a copy.</source>
        <translation>{file} 不是 UTF-8 文本。请另存为 UTF-8，或用备份恢复。</translation>
    </message>
    <message>
        <source>{file} holds half a character (a lone surrogate). Retype that text.</source>
        <translation>{file} 中有半个字符（孤立的代理项）。请重新输入那段文字。</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}. Remove it to open the project without weights.</source>
        <translation>{file} 已损坏：{reason}。删去它，就能打开不带权重的工程。</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <source>The weights {name} are {kind}, which a project cannot hold.</source>
        <translation>权重 {name} 的类型是 {kind}，工程无法保存这种类型。</translation>
    </message>
    <message>
        <source>its header would be {n} bytes long</source>
        <translation>它的文件头将有 {n} 字节长</translation>
    </message>
    <message>
        <source>its header is not an object</source>
        <translation>它的文件头不是对象</translation>
    </message>
    <message>
        <source>it goes on after the last tensor</source>
        <translation>最后一个张量之后还有内容</translation>
    </message>
    <message>
        <source>{file}: {name} is stored as {kind}. Save the weights as 32-bit numbers.</source>
        <translation>{file}：{name} 以 {kind} 存储。请把权重存为 32 位浮点数。</translation>
    </message>
    <message>
        <source>the place and the shape of {name} do not agree</source>
        <translation>{name} 的位置与形状不一致</translation>
    </message>
    <message>
        <source>{name} holds what is neither true nor false</source>
        <translation>{name} 中有既非真也非假的值</translation>
    </message>
    <message>
        <source>{file}: {place}: {reason}</source>
        <translation>{file}：{place}：{reason}</translation>
    </message>
    <message>
        <source>This is not a snapshot of a project. Choose another run.</source>
        <translation>这不是工程的快照。请选择另一次运行。</translation>
    </message>
    <message>
        <source>This is not a Workbench project: manifest.json says its format is “{format}”.</source>
        <translation>这不是 Workbench 工程：manifest.json 中的格式是“{format}”。</translation>
    </message>
    <message>
        <source>A newer Workbench wrote this project (format {version}, here up to {known}). Update Workbench.</source>
        <translation>这个工程由较新的 Workbench 写成（格式 {version}，这里最高 {known}）。请更新 Workbench。</translation>
    </message>
    <message>
        <source>{file}: two frames or two notes have the same id. Give one of them another.</source>
        <translation>{file}：有两个框或两个便签的编号相同。请给其中一个换个编号。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Give that parameter a number or a text.</source>
        <translation>无法写出 {file}：{reason}。请给那个参数一个数字或一段文本。</translation>
    </message>
    <message>
        <source>This project of version {version} does not have the form it should. Restore it from a copy.</source>
        <translation>这个版本 {version} 的工程不符合应有的格式。请用备份恢复。</translation>
    </message>
    <message>
        <source>{file} is not a Workbench project, or not all of it: {member} is missing.</source>
        <translation>{file} 不是 Workbench 工程，或者不完整：缺少 {member}。</translation>
    </message>
    <message>
        <source>Its id {id} belongs to another node already. Give it another.</source>
        <translation>它的编号 {id} 已属于另一个节点。请换一个编号。</translation>
    </message>
</context>
</TS>
