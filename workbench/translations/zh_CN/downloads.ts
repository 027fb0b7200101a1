<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Workbench</name>
    <message>
        <source>airplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>automobile</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>bird</source>
        <translation>鸟</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>deer</source>
        <translation>鹿</translation>
    </message>
    <message>
        <source>dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>frog</source>
        <translation>青蛙</translation>
    </message>
    <message>
        <source>horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>轮船</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>卡车</translation>
    </message>
    <message>
        <source>aquarium fish</source>
        <translation>观赏鱼</translation>
    </message>
    <message>
        <source>baby</source>
        <translation>婴儿</translation>
    </message>
    <message>
        <source>bear</source>
        <translation>熊</translation>
    </message>
    <message>
        <source>beaver</source>
        <translation>河狸</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床</translation>
    </message>
    <message>
        <source>bee</source>
        <translation>蜜蜂</translation>
    </message>
    <message>
        <source>beetle</source>
        <translation>甲虫</translation>
    </message>
    <message>
        <source>bicycle</source>
        <translation>自行车</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>瓶子</translation>
    </message>
    <message>
        <source>bowl</source>
        <translation>碗</translation>
    </message>
    <message>
        <source>boy</source>
        <translation>男孩</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>桥</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>公共汽车</translation>
    </message>
    <message>
        <source>butterfly</source>
        <translation>蝴蝶</translation>
    </message>
    <message>
        <source>camel</source>
        <translation>骆驼</translation>
    </message>
    <message>
        <source>can</source>
        <translation>罐头</translation>
    </message>
    <message>
        <source>castle</source>
        <translation>城堡</translation>
    </message>
    <message>
        <source>caterpillar</source>
        <translation>毛毛虫</translation>
    </message>
    <message>
        <source>cattle</source>
        <translation>牛群</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>椅子</translation>
    </message>
    <message>
        <source>chimpanzee</source>
        <translation>黑猩猩</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>钟</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>云</translation>
    </message>
    <message>
        <source>cockroach</source>
        <translation>蟑螂</translation>
    </message>
    <message>
        <source>couch</source>
        <translation>长沙发</translation>
    </message>
    <message>
        <source>crab</source>
        <translation>螃蟹</translation>
    </message>
    <message>
        <source>crocodile</source>
        <translation>鳄鱼</translation>
    </message>
    <message>
        <source>cup</source>
        <translation>杯子</translation>
    </message>
    <message>
        <source>dinosaur</source>
        <translation>恐龙</translation>
    </message>
    <message>
        <source>dolphin</source>
        <translation>海豚</translation>
    </message>
    <message>
        <source>elephant</source>
        <translation>大象</translation>
    </message>
    <message>
        <source>flatfish</source>
        <translation>比目鱼</translation>
    </message>
    <message>
        <source>forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>fox</source>
        <translation>狐狸</translation>
    </message>
    <message>
        <source>girl</source>
        <translation>女孩</translation>
    </message>
    <message>
        <source>hamster</source>
        <translation>仓鼠</translation>
    </message>
    <message>
        <source>house</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>kangaroo</source>
        <translation>袋鼠</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>lamp</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>lawn mower</source>
        <translation>割草机</translation>
    </message>
    <message>
        <source>leopard</source>
        <translation>豹</translation>
    </message>
    <message>
        <source>lion</source>
        <translation>狮子</translation>
    </message>
    <message>
        <source>lizard</source>
        <translation>蜥蜴</translation>
    </message>
    <message>
        <source>lobster</source>
        <translation>龙虾</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男人</translation>
    </message>
    <message>
        <source>maple tree</source>
        <translation>枫树</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>摩托车</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>山</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>鼠</translation>
    </message>
    <message>
        <source>mushroom</source>
        <translation>蘑菇</translation>
    </message>
    <message>
        <source>oak tree</source>
        <translation>橡树</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙子</translation>
    </message>
    <message>
        <source>orchid</source>
        <translation>兰花</translation>
    </message>
    <message>
        <source>otter</source>
        <translation>水獭</translation>
    </message>
    <message>
        <source>palm tree</source>
        <translation>棕榈树</translation>
    </message>
    <message>
        <source>pear</source>
        <translation>梨</translation>
    </message>
    <message>
        <source>pickup truck</source>
        <translation>皮卡</translation>
    </message>
    <message>
        <source>pine tree</source>
        <translation>松树</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>平原</translation>
    </message>
    <message>
        <source>plate</source>
        <translation>盘子</translation>
    </message>
    <message>
        <source>poppy</source>
        <translation>罂粟</translation>
    </message>
    <message>
        <source>porcupine</source>
        <translation>豪猪</translation>
    </message>
    <message>
        <source>possum</source>
        <translation>负鼠</translation>
    </message>
    <message>
        <source>rabbit</source>
        <translation>兔子</translation>
    </message>
    <message>
        <source>raccoon</source>
        <translation>浣熊</translation>
    </message>
    <message>
        <source>ray</source>
        <translation>鳐鱼</translation>
    </message>
    <message>
        <source>road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>rocket</source>
        <translation>火箭</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>玫瑰</translation>
    </message>
    <message>
        <source>sea</source>
        <translation>大海</translation>
    </message>
    <message>
        <source>seal</source>
        <translation>海豹</translation>
    </message>
    <message>
        <source>shark</source>
        <translation>鲨鱼</translation>
    </message>
    <message>
        <source>shrew</source>
        <translation>鼩鼱</translation>
    </message>
    <message>
        <source>skunk</source>
        <translation>臭鼬</translation>
    </message>
    <message>
        <source>skyscraper</source>
        <translation>摩天楼</translation>
    </message>
    <message>
        <source>snail</source>
        <translation>蜗牛</translation>
    </message>
    <message>
        <source>snake</source>
        <translation>蛇</translation>
    </message>
    <message>
        <source>spider</source>
        <translation>蜘蛛</translation>
    </message>
    <message>
        <source>squirrel</source>
        <translation>松鼠</translation>
    </message>
    <message>
        <source>streetcar</source>
        <translation>有轨电车</translation>
    </message>
    <message>
        <source>sunflower</source>
        <translation>向日葵</translation>
    </message>
    <message>
        <source>sweet pepper</source>
        <translation>甜椒</translation>
    </message>
    <message>
        <source>table</source>
        <translation>桌子</translation>
    </message>
    <message>
        <source>tank</source>
        <translation>坦克</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>television</source>
        <translation>电视机</translation>
    </message>
    <message>
        <source>tiger</source>
        <translation>老虎</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>拖拉机</translation>
    </message>
    <message>
        <source>railway train</source>
        <translation>火车</translation>
    </message>
    <message>
        <source>trout</source>
        <translation>鳟鱼</translation>
    </message>
    <message>
        <source>tulip</source>
        <translation>郁金香</translation>
    </message>
    <message>
        <source>turtle</source>
        <translation>龟</translation>
    </message>
    <message>
        <source>wardrobe</source>
        <translation>衣柜</translation>
    </message>
    <message>
        <source>whale</source>
        <translation>鲸</translation>
    </message>
    <message>
        <source>willow tree</source>
        <translation>柳树</translation>
    </message>
    <message>
        <source>wolf</source>
        <translation>狼</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>女人</translation>
    </message>
    <message>
        <source>worm</source>
        <translation>蠕虫</translation>
    </message>
    <message>
        <source>human being</source>
        <translation>人</translation>
    </message>
    <message>
        <source>car</source>
        <translation>轿车</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>船</translation>
    </message>
    <message>
        <source>traffic light</source>
        <translation>交通灯</translation>
    </message>
    <message>
        <source>fire hydrant</source>
        <translation>消防栓</translation>
    </message>
    <message>
        <source>stop sign</source>
        <translation>停车标志</translation>
    </message>
    <message>
        <source>parking meter</source>
        <translation>停车计时器</translation>
    </message>
    <message>
        <source>bench</source>
        <translation>长椅</translation>
    </message>
    <message>
        <source>sheep</source>
        <translation>绵羊</translation>
    </message>
    <message>
        <source>cow</source>
        <translation>奶牛</translation>
    </message>
    <message>
        <source>zebra</source>
        <translation>斑马</translation>
    </message>
    <message>
        <source>giraffe</source>
        <translation>长颈鹿</translation>
    </message>
    <message>
        <source>backpack</source>
        <translation>背包</translation>
    </message>
    <message>
        <source>umbrella</source>
        <translation>雨伞</translation>
    </message>
    <message>
        <source>handbag</source>
        <translation>手提包</translation>
    </message>
    <message>
        <source>tie</source>
        <translation>领带</translation>
    </message>
    <message>
        <source>suitcase</source>
        <translation>行李箱</translation>
    </message>
    <message>
        <source>frisbee</source>
        <translation>飞盘</translation>
    </message>
    <message>
        <source>skis</source>
        <translation>滑雪板</translation>
    </message>
    <message>
        <source>snowboard</source>
        <translation>单板滑雪板</translation>
    </message>
    <message>
        <source>sports ball</source>
        <translation>球</translation>
    </message>
    <message>
        <source>kite</source>
        <translation>风筝</translation>
    </message>
    <message>
        <source>baseball bat</source>
        <translation>棒球棒</translation>
    </message>
    <message>
        <source>baseball glove</source>
        <translation>棒球手套</translation>
    </message>
    <message>
        <source>skateboard</source>
        <translation>滑板</translation>
    </message>
    <message>
        <source>surfboard</source>
        <translation>冲浪板</translation>
    </message>
    <message>
        <source>tennis racket</source>
        <translation>网球拍</translation>
    </message>
    <message>
        <source>wine glass</source>
        <translation>酒杯</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>叉子</translation>
    </message>
    <message>
        <source>knife</source>
        <translation>刀</translation>
    </message>
    <message>
        <source>spoon</source>
        <translation>勺子</translation>
    </message>
    <message>
        <source>sandwich</source>
        <translation>三明治</translation>
    </message>
    <message>
        <source>broccoli</source>
        <translation>西兰花</translation>
    </message>
    <message>
        <source>carrot</source>
        <translation>胡萝卜</translation>
    </message>
    <message>
        <source>hot dog</source>
        <translation>热狗</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>比萨</translation>
    </message>
    <message>
        <source>donut</source>
        <translation>甜甜圈</translation>
    </message>
    <message>
        <source>cake</source>
        <translation>蛋糕</translation>
    </message>
    <message>
        <source>potted plant</source>
        <translation>盆栽</translation>
    </message>
    <message>
        <source>dining table</source>
        <translation>餐桌</translation>
    </message>
    <message>
        <source>toilet</source>
        <translation>马桶</translation>
    </message>
    <message>
        <source>tv</source>
        <translation>电视</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>笔记本电脑</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>遥控器</translation>
    </message>
    <message>
        <source>cell phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>microwave</source>
        <translation>微波炉</translation>
    </message>
    <message>
        <source>oven</source>
        <translation>烤箱</translation>
    </message>
    <message>
        <source>toaster</source>
        <translation>烤面包机</translation>
    </message>
    <message>
        <source>sink</source>
        <translation>水槽</translation>
    </message>
    <message>
        <source>refrigerator</source>
        <translation>冰箱</translation>
    </message>
    <message>
        <source>book</source>
        <translation>书</translation>
    </message>
    <message>
        <source>vase</source>
        <translation>花瓶</translation>
    </message>
    <message>
        <source>scissors</source>
        <translation>剪刀</translation>
    </message>
    <message>
        <source>teddy bear</source>
        <translation>泰迪熊</translation>
    </message>
    <message>
        <source>hair drier</source>
        <translation>吹风机</translation>
    </message>
    <message>
        <source>toothbrush</source>
        <translation>牙刷</translation>
    </message>
    <message>
        <source>aeroplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>diningtable</source>
        <translation>餐桌</translation>
    </message>
    <message>
        <source>motorbike</source>
        <translation>摩托车</translation>
    </message>
    <message>
        <source>pottedplant</source>
        <translation>盆栽</translation>
    </message>
    <message>
        <source>sofa</source>
        <translation>沙发</translation>
    </message>
    <message>
        <source>tvmonitor</source>
        <translation>电视或显示器</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T恤/上衣</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST 手写数字</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST 服饰图片</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10 小图片</translation>
    </message>
    <message>
        <source>CIFAR-100</source>
        <translation>CIFAR-100 小图片</translation>
    </message>
    <message>
        <source>ImageNet</source>
        <translation>ImageNet 图片</translation>
    </message>
    <message>
        <source>COCO: boxes</source>
        <translation>COCO 目标检测</translation>
    </message>
    <message>
        <source>Pascal VOC: boxes</source>
        <translation>Pascal VOC 目标检测</translation>
    </message>
    <message>
        <source>Pascal VOC: outlines</source>
        <translation>Pascal VOC 语义分割</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>校验中</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>解压中</translation>
    </message>
    <message>
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message>
        <source>60,000 photographs of 32 by 32 pixels in colour, 6,000 of each of ten kinds of animals and vehicles. `image` is the picture with red, green and blue from 0 to 1, `label` its kind. The 10,000 published for testing are the test. 170 MB, downloaded once. From A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009; no licence is stated, it is meant for research.</source>
        <translation>60,000 张 32×32 像素的彩色照片，十类动物和交通工具各 6,000 张。`image` 是红、绿、蓝取值 0 到 1 的图片，`label` 是类别。公布用于测试的 10,000 张即测试集。170 MB，只需下载一次。出自 A. Krizhevsky，Learning Multiple Layers of Features from Tiny Images，2009；未声明许可，供研究使用。</translation>
    </message>
    <message>
        <source>60,000 photographs of 32 by 32 pixels in colour, 600 of each of a hundred kinds of things. `image` is the picture with red, green and blue from 0 to 1, `label` its kind. The 10,000 published for testing are the test. 169 MB, downloaded once. From A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009; no licence is stated, it is meant for research.</source>
        <translation>60,000 张 32×32 像素的彩色照片，一百类事物各 600 张。`image` 是红、绿、蓝取值 0 到 1 的图片，`label` 是类别。公布用于测试的 10,000 张即测试集。169 MB，只需下载一次。出自 A. Krizhevsky，Learning Multiple Layers of Features from Tiny Images，2009；未声明许可，供研究使用。</translation>
    </message>
    <message>
        <source>a label is {label}</source>
        <translation>有一个标签是 {label}</translation>
    </message>
    <message>
        <source>its {count} bytes are no multiple of {width}</source>
        <translation>它有 {count} 字节，不是 {width} 的整数倍</translation>
    </message>
    <message>
        <source>Photographs of everyday scenes with boxes around eighty kinds of things: the 5,000 of val2017 (1.1 GB with their annotations), or the 118,287 of train2017 (19.6 GB), downloaded once and read batch by batch. The middle is cut square. `boxes` are centre, width and height from 0 to 1 with their `labels` (−1: no more boxes), the largest first. From T.-Y. Lin et al., Microsoft COCO: Common Objects in Context, 2014; annotations under the licence CC BY 4.0, photographs under that of Flickr.</source>
        <translation>日常场景的照片，八十类事物都有边界框：val2017 的 5,000 张（连同标注 1.1 GB），或 train2017 的 118,287 张（19.6 GB），只需下载一次，训练时逐批读取。取中间的正方形。`boxes` 是取值 0 到 1 的中心、宽和高，`labels` 是其类别（−1：没有更多的框），最大的在前。出自 T.-Y. Lin 等，Microsoft COCO: Common Objects in Context，2014；标注的许可为 CC BY 4.0，照片遵循 Flickr 的许可。</translation>
    </message>
    <message>
        <source>which published part: 5,000 or 118,287 pictures</source>
        <translation>公布的哪一部分：5,000 张或 118,287 张图片</translation>
    </message>
    <message>
        <source>how many boxes a picture has at most</source>
        <translation>每张图片最多有多少个框</translation>
    </message>
    <message>
        <source>{title} is not on this machine yet: {size} have to be downloaded. The window asks when you press Train; on the command line say: workbench datasets --download {name}. Or put {files} into {folder} by hand.</source>
        <translation>本机还没有 {title}：需要下载 {size}。按“训练”时窗口会询问；在命令行请用：workbench datasets --download {name}。也可以手工把 {files} 放入 {folder}。</translation>
    </message>
    <message>
        <source>{file} of {title} cannot be used: {why}. Delete it, and it is fetched again.</source>
        <translation>{title} 的文件 {file} 无法使用：{why}。请删除它，之后会重新下载。</translation>
    </message>
    <message>
        <source>{host} has said nothing for {seconds} seconds.</source>
        <translation>{host} 已有 {seconds} 秒没有回应。</translation>
    </message>
    <message>
        <source>The connection to {host} ended after {done} of {total}.</source>
        <translation>与 {host} 的连接在传完 {total} 中的 {done} 后中断。</translation>
    </message>
    <message>
        <source>{name} ({size}) could not be downloaded: {why} Try again later: what has come is kept. Or fetch {url} elsewhere and put it into {folder} by hand.</source>
        <translation>{name}（{size}）下载失败：{why}请稍后再试，已下载的部分会保留。也可以在别处下载 {url}，再手工放入 {folder}。</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {error}. Choose another folder with the variable WORKBENCH_DATA, or ask for the right to write there.</source>
        <translation>无法写入 {folder}：{error}。请用环境变量 WORKBENCH_DATA 选择别的文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>its checksum ({kind}) should be {expected} and is {found}</source>
        <translation>它的校验和（{kind}）应为 {expected}，实际为 {found}</translation>
    </message>
    <message>
        <source>it should have {expected} bytes and has {found}</source>
        <translation>它应有 {expected} 字节，实际有 {found} 字节</translation>
    </message>
    <message>
        <source>The disk that holds {folder} is full: {size} are needed. Make room there and try again; what has come is kept.</source>
        <translation>{folder} 所在的磁盘已满：需要 {size}。请腾出空间后再试，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>{host} answers {code} ({reason}).</source>
        <translation>{host} 回答 {code}（{reason}）。</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}): this machine may be offline.</source>
        <translation>无法连接 {host}（{reason}）：本机可能没有联网。</translation>
    </message>
    <message>
        <source>{file} is not the file that was expected: {fault}. Delete it, and it is fetched again.</source>
        <translation>{file} 不是所需的文件：{fault}。请删除它，之后会重新下载。</translation>
    </message>
    <message>
        <source>Another window or program is downloading {name}. Wait until it is done.</source>
        <translation>另一个窗口或程序正在下载 {name}。请等它完成。</translation>
    </message>
    <message>
        <source>{host} gave another part of the file than was asked for.</source>
        <translation>{host} 给出的不是所要求的那部分文件。</translation>
    </message>
    <message>
        <source>{host} gave another file: {fault}.</source>
        <translation>{host} 给出了另一个文件：{fault}。</translation>
    </message>
    <message>
        <source>{host} has no more than the first bytes.</source>
        <translation>{host} 只有文件开头的部分。</translation>
    </message>
    <message>
        <source>Your own pictures: choose a folder that holds one folder for each class, named after it. Every picture is made so large that its shorter side fits, and cut square around its middle. `image` is the picture with red, green and blue from 0 to 1, `label` its class. A file that cannot be read is passed over and named. What would fill more than 1 GB is not kept in memory but read batch by batch. Until a folder is chosen only the sizes are known. The licence is that of your pictures.</source>
        <translation>你自己的图片：请选择一个文件夹，其中每个类别各有一个以其命名的子文件夹。每张图片按短边缩放，再取中间的正方形。`image` 是红、绿、蓝取值 0 到 1 的图片，`label` 是类别。无法读取的文件会被跳过并列出名字。超过 1 GB 的数据不放入内存，而是逐批读取。选择文件夹之前只知道尺寸。许可由你的图片决定。</translation>
    </message>
    <message>
        <source>1,281,167 photographs of a thousand kinds of things (ILSVRC 2012), of any size; the middle of each is cut square. `image` is the picture with red, green and blue from 0 to 1, `label` its kind. It cannot be downloaded freely: ask for it at image-net.org, and put the folder `train` with its thousand folders where you say. Pictures are read batch by batch. From J. Deng et al., ImageNet: A Large-Scale Hierarchical Image Database, 2009, licence for research and teaching alone.</source>
        <translation>1,281,167 张一千类事物的照片（ILSVRC 2012），大小不一，各取中间的正方形。`image` 是红、绿、蓝取值 0 到 1 的图片，`label` 是类别。它不能自由下载：请在 image-net.org 申请，再把含一千个子文件夹的文件夹 `train` 放到你指定的位置。图片逐批读取。出自 J. Deng 等，ImageNet: A Large-Scale Hierarchical Image Database，2009，许可仅限研究和教学。</translation>
    </message>
    <message>
        <source>the folder that holds the folder train; the data folder unless given</source>
        <translation>含有文件夹 train 的文件夹；不填则为数据文件夹</translation>
    </message>
    <message>
        <source>ImageNet has to be put in place by hand. Ask for {archive} at {site}, unpack it and the archives in it, so that {folder} holds one folder of pictures for each of the {count} kinds, such as {example}.</source>
        <translation>ImageNet 需要手工放置。请在 {site} 申请 {archive}，解压它以及其中的压缩包，使 {folder} 为 {count} 个类别各含一个图片文件夹，例如 {example}。</translation>
    </message>
    <message>
        <source>{folder} should hold {count} folders of pictures, one for each kind, and holds {found}. Unpack the archives that are missing there.</source>
        <translation>{folder} 应含 {count} 个图片文件夹，每类一个，实际有 {found} 个。请把缺少的压缩包解压到那里。</translation>
    </message>
    <message>
        <source>70,000 real digits from 0 to 9 of 28 by 28 pixels in grey, written by about 500 people. `image` is the picture with one channel, `pixels` the same numbers in one row, `label` the digit. The 10,000 published for testing are the test; training and validation share the other 60,000. 12 MB, downloaded once. From Y. LeCun, C. Cortes and C. Burges, The MNIST database, 1998, licence CC BY-SA 3.0.</source>
        <translation>约 500 人写下的 70,000 个真实数字 0 到 9，28×28 像素灰度图。`image` 是单通道图片，`pixels` 是排成一行的同样的数，`label` 是数字。公布用于测试的 10,000 张即测试集，训练和验证分用其余 60,000 张。12 MB，只需下载一次。出自 Y. LeCun、C. Cortes 和 C. Burges，The MNIST database，1998，许可 CC BY-SA 3.0。</translation>
    </message>
    <message>
        <source>blank pixels on each side: 2 make 32 by 32</source>
        <translation>每边加的空白像素：取 2 时为 32×32</translation>
    </message>
    <message>
        <source>70,000 small photographs of clothes, shoes and bags of a shop, 28 by 28 pixels in grey, 7,000 of each of ten kinds. `image` is the picture with one channel, `pixels` the same numbers in one row, `label` the kind. The 10,000 published for testing are the test. 31 MB, downloaded once. From H. Xiao, K. Rasul and R. Vollgraf, Zalando Research, 2017, licence MIT.</source>
        <translation>一家商店的衣服、鞋和包的 70,000 张小照片，28×28 像素灰度图，十类各 7,000 张。`image` 是单通道图片，`pixels` 是排成一行的同样的数，`label` 是类别。公布用于测试的 10,000 张即测试集。31 MB，只需下载一次。出自 H. Xiao、K. Rasul 和 R. Vollgraf，Zalando Research，2017，许可 MIT。</translation>
    </message>
    <message>
        <source>A digit turned over is another one or none, and its label would be wrong.</source>
        <translation>数字翻转后会变成别的数字或不再是数字，标签就错了。</translation>
    </message>
    <message>
        <source>there are {pictures} pictures and {labels} labels</source>
        <translation>有 {pictures} 张图片和 {labels} 个标签</translation>
    </message>
    <message>
        <source>No piece of clothing of this set lies upside down.</source>
        <translation>这个数据集里没有倒置的衣物。</translation>
    </message>
    <message>
        <source>it should hold {dims} numbers and holds {count}</source>
        <translation>它应含 {dims} 个数，实际有 {count} 个</translation>
    </message>
    <message>
        <source>Where this data set is published is known to torchvision, which is not installed. Install it with: pip install torchvision</source>
        <translation>这个数据集的发布地址由 torchvision 提供，而它没有安装。请用以下命令安装：pip install torchvision</translation>
    </message>
    <message>
        <source>{field}: scaled to mean 0 and deviation 1, measured on {count} of the training examples.</source>
        <translation>{field}：缩放到均值 0、标准差 1，在 {count} 个训练样本上测得。</translation>
    </message>
    <message>
        <source>{file} cannot be unpacked: {why}. Delete it, and it is fetched again.</source>
        <translation>{file} 无法解压：{why}。请删除它，之后会重新下载。</translation>
    </message>
    <message>
        <source>{file} wants to write outside its own folder ({name}). It is not unpacked. Delete it: it is not what it should be.</source>
        <translation>{file} 想写到自己的文件夹之外（{name}），因此没有解压。请删除它：它不是应有的文件。</translation>
    </message>
    <message>
        <source>it holds more than the {most} bytes that were expected</source>
        <translation>它的内容超过预期的 {most} 字节</translation>
    </message>
    <message>
        <source>it holds more than {most} files</source>
        <translation>它含有超过 {most} 个文件</translation>
    </message>
    <message>
        <source>Photographs with boxes around twenty kinds of things: 9,963 of the year 2007 (0.9 GB), or 11,540 of 2012 (2.0 GB), downloaded once and read batch by batch. The middle is cut square. `boxes` are centre, width and height from 0 to 1 with their `labels` (−1: no more boxes), the largest first. From M. Everingham et al., The Pascal Visual Object Classes Challenge, 2010; the photographs are from Flickr, under its licence terms.</source>
        <translation>带有二十类事物边界框的照片：2007 年的 9,963 张（0.9 GB），或 2012 年的 11,540 张（2.0 GB），只需下载一次，训练时逐批读取。取中间的正方形。`boxes` 是取值 0 到 1 的中心、宽和高，`labels` 是其类别（−1：没有更多的框），最大的在前。出自 M. Everingham 等，The Pascal Visual Object Classes Challenge，2010；照片来自 Flickr，遵循其许可条款。</translation>
    </message>
    <message>
        <source>Photographs with the outlines of twenty kinds of things: 632 of the year 2007 (0.9 GB), or 2,913 of 2012 (2.0 GB), downloaded once and read batch by batch. The middle is cut square. `classes` says for every place 0 (ground) or 1 to 20 (the kind), and −100 at the edges, where losses ask for nothing. From M. Everingham et al., The Pascal Visual Object Classes Challenge, 2010; the photographs are from Flickr, under its licence terms.</source>
        <translation>带有二十类事物轮廓的照片：2007 年的 632 张（0.9 GB），或 2012 年的 2,913 张（2.0 GB），只需下载一次，训练时逐批读取。取中间的正方形。`classes` 给出每个位置的类别：0（背景）或 1 到 20（事物），边缘为 −100，损失不计算这些位置。出自 M. Everingham 等，The Pascal Visual Object Classes Challenge，2010；照片来自 Flickr，遵循其许可条款。</translation>
    </message>
    <message>
        <source>2007 has a test of its own, 2012 more pictures</source>
        <translation>2007 年自带测试集，2012 年图片更多</translation>
    </message>
    <message>
        <source>Real handwritten digits, seventy thousand of them.</source>
        <translation>七万个真实的手写数字。</translation>
    </message>
    <message>
        <source>Photographs of clothes in the form of MNIST, and harder.</source>
        <translation>与 MNIST 形式相同的服饰照片，更难一些。</translation>
    </message>
    <message>
        <source>Small photographs of ten kinds of things.</source>
        <translation>十类事物的小照片。</translation>
    </message>
    <message>
        <source>Small photographs of a hundred kinds of things.</source>
        <translation>一百类事物的小照片。</translation>
    </message>
    <message>
        <source>Photographs of everyday scenes with a box around every thing.</source>
        <translation>日常场景的照片，每个事物都有边界框。</translation>
    </message>
    <message>
        <source>Photographs of a thousand kinds of things.</source>
        <translation>一千类事物的照片。</translation>
    </message>
    <message>
        <source>Photographs with a box around every thing.</source>
        <translation>每个事物都有边界框的照片。</translation>
    </message>
    <message>
        <source>Photographs in which the class of every place is known.</source>
        <translation>每个位置的类别都已知的照片。</translation>
    </message>
    <message>
        <source>A process that read files has ended without a word; it was killed, or memory ran out. Another one reads on, and no number is another for it.</source>
        <translation>一个读取文件的进程突然结束：它被终止，或内存不足。已由另一个进程继续读取，所有数值不受影响。</translation>
    </message>
    <message>
        <source>The files of a batch have not come for {seconds} seconds.</source>
        <translation>一个批次的文件已有 {seconds} 秒没有读到。</translation>
    </message>
    <message>
        <source>Look whether the disk they lie on answers. The run can be resumed from its last checkpoint.</source>
        <translation>请检查文件所在的磁盘是否有响应。可以从最近的检查点继续训练。</translation>
    </message>
    <message>
        <source>The process that reads files has ended {count} times at the same batch; it was killed, or memory ran out.</source>
        <translation>读取文件的进程在同一批次上结束了 {count} 次：它被终止，或内存不足。</translation>
    </message>
    <message>
        <source>Choose smaller batches, or set WORKBENCH_READERS=0 to read without further processes. The run can be resumed from its last checkpoint.</source>
        <translation>请选用更小的批次，或设置 WORKBENCH_READERS=0，不用额外进程读取。可以从最近的检查点继续训练。</translation>
    </message>
    <message>
        <source>None of the {count} files of a batch can be read, such as {file}: {why}.</source>
        <translation>一个批次的 {count} 个文件全都无法读取，例如 {file}：{why}。</translation>
    </message>
    <message>
        <source>Put the files back where they were. The run can be resumed from its last checkpoint.</source>
        <translation>请把文件放回原处。可以从最近的检查点继续训练。</translation>
    </message>
    <message>
        <source>{count} examples stay in their files and are read by {readers} processes; at most {bytes} of them are in memory at a time.</source>
        <translation>{count} 个样本留在文件中，由 {readers} 个进程读取；同一时刻内存中最多有 {bytes} 的样本。</translation>
    </message>
    <message>
        <source>{count} files could not be read and are passed over, the last of them {file}: {why}.</source>
        <translation>有 {count} 个文件无法读取，已跳过，最后一个是 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} lists the examples of this run and cannot be read: {error}. Start the training anew.</source>
        <translation>{file} 列出了这次训练的样本，但无法读取：{error}。请重新开始训练。</translation>
    </message>
    <message>
        <source>Download {title}?</source>
        <translation>下载 {title}？</translation>
    </message>
    <message>
        <source>{size} come from {hosts} and are kept in {folder}, for all projects. The training begins when they are here.</source>
        <translation>将从 {hosts} 下载 {size}，保存在 {folder}，供所有项目使用。下载完成后训练即开始。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation>正在下载 {title}</translation>
    </message>
    <message>
        <source>Stop the download; what has come is kept, and the next time it goes on</source>
        <translation>停止下载；已下载的部分会保留，下次从那里继续</translation>
    </message>
    <message>
        <source>How far the download is</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>The server is being called.</source>
        <translation>正在连接服务器。</translation>
    </message>
    <message>
        <source>{told}, {left} left</source>
        <translation>{told}，还需 {left}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>The download of {title} was stopped. What has come is kept.</source>
        <translation>{title} 的下载已停止，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Press Train to go on with the download, or choose other data in the recipe.</source>
        <translation>按“训练”继续下载，或在训练方案中选择其他数据。</translation>
    </message>
    <message>
        <source>{title} is here.</source>
        <translation>{title} 已就绪。</translation>
    </message>
    <message>
        <source>downloading {file}: {done} of {total}</source>
        <translation>下载 {file}：{done} / {total}</translation>
    </message>
    <message>
        <source>checking {file}: {done} of {total}</source>
        <translation>校验 {file}：{done} / {total}</translation>
    </message>
    <message>
        <source>unpacking {file}: {done} of {total}</source>
        <translation>解压 {file}：{done} / {total}</translation>
    </message>
    <message>
        <source>{title}: {size} to download into {folder}.</source>
        <translation>{title}：需下载 {size} 到 {folder}。</translation>
    </message>
    <message>
        <source>{title} is here: {folder}.</source>
        <translation>{title} 已就绪：{folder}。</translation>
    </message>
    <message>
        <source>{name} needs no download.</source>
        <translation>{name} 无需下载。</translation>
    </message>
    <message>
        <source>The download stopped: {error}</source>
        <translation>下载中止：{error}</translation>
    </message>
    <message>
        <source>fetch a published data set, such as mnist; a download that was cut off goes on</source>
        <translation>下载公开的数据集，例如 mnist；中断的下载会继续</translation>
    </message>
</context>
</TS>
