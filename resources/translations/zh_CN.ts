<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActivationLab</name>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Exponential linear unit</source>
            <translation>指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Scaled exponential linear unit</source>
            <translation>缩放指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Continuously differentiable exponential linear unit</source>
            <translation>连续可微指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Exponential linear unit with a learned level</source>
            <translation>可学习幅度的指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>The slope is continuous at 0 only where alpha is 1.</source>
            <translation>只有 alpha 为 1 时，斜率才在 0 处连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>The constants are fixed, lambda = 1.0507 and alpha = 1.6733: with them a normal input of mean 0 and variance 1 keeps both.</source>
            <translation>常数固定：lambda = 1.0507，alpha = 1.6733；均值 0、方差 1 的正态输入经过它后均值和方差不变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Unlike ELU it has a continuous slope at 0 for every alpha.</source>
            <translation>与 ELU 不同，对任何 alpha，它在 0 处的斜率都连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>The article's code calls this TeLU. The published TeLU is x tanh(exp x), listed here as TeLU.</source>
            <translation>文章的代码把它叫作 TeLU。已发表的 TeLU 是 x tanh(exp x)，这里以 TeLU 列出。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_shapes.py" />
            <source>Sinusoidal trainable activation function</source>
            <translation>正弦可训练激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_shapes.py" />
            <source>25 sines as in the source article; in training they start from normal random numbers, as there. The curve shows one such draw. The range is the sum of the amplitudes, which no value exceeds.</source>
            <translation>与原文一样有 25 个正弦；训练时与原文一样从正态随机数开始。曲线是其中一次抽取。值域取振幅之和，任何值都不会超过它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>Rectified linear unit</source>
            <translation>修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>Leaky rectified linear unit</source>
            <translation>带泄漏的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>Parametric rectified linear unit</source>
            <translation>参数化修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>Randomized leaky rectified linear unit</source>
            <translation>随机带泄漏的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>Rectified linear unit capped at 6</source>
            <translation>上限为 6 的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>It has no slope at 0; PyTorch, Keras and JAX all take 0 there, by convention.</source>
            <translation>它在 0 处没有斜率；PyTorch、Keras 和 JAX 都约定取 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>In the formula a is negative_slope. Its default is 0.01 in PyTorch and JAX, 0.2 in keras.activations.leaky_relu and 0.3 in keras.layers.LeakyReLU.</source>
            <translation>公式中的 a 是 negative_slope。默认值：PyTorch 和 JAX 为 0.01，keras.activations.leaky_relu 为 0.2，keras.layers.LeakyReLU 为 0.3。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>In the formula a is weight, which training changes; one for each layer. It starts at 0.25 in PyTorch and at 0 in Keras.</source>
            <translation>公式中的 a 是 weight，由训练改变，每层一个。初值在 PyTorch 中为 0.25，在 Keras 中为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>lower must not be above upper, got {low} and {high}.</source>
            <translation>lower 不能大于 upper，现在是 {low} 和 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>In training each element draws its own slope between l (lower) and u (upper); in evaluation, and in the curves here, the slope is their mean.</source>
            <translation>训练时每个元素在 l（lower）和 u（upper）之间随机取斜率；评估时以及这里的曲线取两者的平均。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rectifiers.py" />
            <source>The cap keeps values in reach of arithmetic with few bits.</source>
            <translation>上限使数值适合低位数运算。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Steps and lines</source>
            <translation>阶跃与直线</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Sigmoids</source>
            <translation>S 形族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Rectifiers</source>
            <translation>整流族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Smooth rectifiers</source>
            <translation>平滑整流族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Exponential</source>
            <translation>指数族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Learned shapes</source>
            <translation>可学习族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>There is no function {key}. The command functions lists all of them.</source>
            <translation>没有函数 {key}。命令 functions 列出所有函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>There is no function {key}. Did you mean {near}?</source>
            <translation>没有函数 {key}。是不是 {near}？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Logistic sigmoid</source>
            <translation>逻辑 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Adaptive sigmoid, shifted and scaled</source>
            <translation>自适应 S 形函数（平移和缩放）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Hyperbolic tangent</source>
            <translation>双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Softsign</source>
            <translation>软符号函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Hard sigmoid</source>
            <translation>硬 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Hard hyperbolic tangent</source>
            <translation>硬双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Its slope is at most 1/4, reached at 0, so gradients shrink from layer to layer.</source>
            <translation>它的斜率最大为 1/4，在 0 处取到，因此梯度逐层缩小。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>The plain form with a learned slope and shift; the form in the paper of 1992 differs.</source>
            <translation>斜率和平移可学习的简单形式；1992 年论文中的形式与此不同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>The logistic sigmoid, stretched: tanh(x) = 2 sigmoid(2x) - 1.</source>
            <translation>拉伸的逻辑 S 形函数：tanh(x) = 2 sigmoid(2x) - 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>It nears its levels like 1/x, far more slowly than tanh.</source>
            <translation>它像 1/x 那样趋近两端，比 tanh 慢得多。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>Keras before version 3 and ONNX use the slope 0.2 instead of 1/6. torch.nn.functional.hardsigmoid gives its slope in single precision even for double precision input.</source>
            <translation>Keras 3 之前的版本和 ONNX 用斜率 0.2 而不是 1/6。torch.nn.functional.hardsigmoid 对双精度输入也只给出单精度的斜率。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>min_val must be below max_val, got {low} and {high}.</source>
            <translation>min_val 必须小于 max_val，现在是 {low} 和 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/sigmoids.py" />
            <source>In the formula a is min_val and b is max_val. Keras and JAX have only the ends -1 and 1.</source>
            <translation>公式中的 a 是 min_val，b 是 max_val。Keras 和 JAX 只有 -1 和 1 两端。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Softplus</source>
            <translation>软加函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Gaussian error linear unit</source>
            <translation>高斯误差线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Gaussian error linear unit, tanh form</source>
            <translation>高斯误差线性单元（tanh 形式）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Sigmoid linear unit</source>
            <translation>S 形线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Swish with a learned beta</source>
            <translation>可学习 beta 的 Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Mish</source>
            <translation>Mish 函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Hard Swish</source>
            <translation>硬 Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Hyperbolic tangent exponential linear unit</source>
            <translation>双曲正切指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Mean of SiLU and GELU</source>
            <translation>SiLU 与 GELU 的平均</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Computed in full. PyTorch's own default returns x itself where beta x is above 20, an error of up to 2e-9. Keras and JAX have no beta.</source>
            <translation>完整计算。PyTorch 默认在 beta x 大于 20 时直接返回 x，误差至多 2e-9。Keras 和 JAX 没有 beta。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>jax.nn.gelu computes the tanh form unless it is told approximate=False.</source>
            <translation>jax.nn.gelu 默认计算 tanh 形式，除非传入 approximate=False。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>It differs from the exact GELU by at most 4.732e-4, at x = 2.699 and -2.699.</source>
            <translation>它与精确 GELU 的差至多为 4.732e-4，在 x = 2.699 和 -2.699 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>The same function as Swish with beta = 1.</source>
            <translation>与 beta = 1 的 Swish 是同一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>With beta = 0 it is x/2; with a great beta it nears ReLU. What Keras and JAX call swish is SiLU, beta = 1.</source>
            <translation>beta = 0 时是 x/2；beta 很大时趋近 ReLU。Keras 和 JAX 所说的 swish 是 SiLU，即 beta = 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Its slope jumps from 0 to -1/2 at -3 and from 3/2 to 1 at 3.</source>
            <translation>它的斜率在 -3 处从 0 跳到 -1/2，在 3 处从 3/2 跳到 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Three functions are called TeLU: this one, published as TanhExp in 2020 and renamed in 2024; the trainable ELU of the article's code; and x tanh(ELU(alpha x)) of Mercioni and Holban.</source>
            <translation>有三个函数都叫 TeLU：这一个，2020 年以 TanhExp 发表，2024 年改名；文章代码中的可训练 ELU；以及 Mercioni 和 Holban 的 x tanh(ELU(alpha x))。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/smooth_rectifiers.py" />
            <source>Invented in the source article. It is a plain function, not the gated layer SwiGLU.</source>
            <translation>由原文提出。它是普通函数，不是门控层 SwiGLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Binary step, the threshold unit</source>
            <translation>二值阶跃，即阈值单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Identity, the linear function</source>
            <translation>恒等函数，即线性函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>The value at the threshold itself is a convention, here 1. The slope is 0 on both sides, so gradient descent cannot train what lies before it.</source>
            <translation>阈值处的值是约定，这里取 1。两侧斜率都是 0，因此梯度下降无法训练它之前的部分。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>A network with nothing but this is one linear map, however deep it is.</source>
            <translation>只用它的网络无论多深都只是一个线性映射。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/curves.py" />
            <source>The x range must go from a smaller to a greater number, got {low} to {high}.</source>
            <translation>x 范围必须从较小的数到较大的数，现在是 {low} 到 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/curves.py" />
            <source>A curve needs at least 2 points, got {points}.</source>
            <translation>一条曲线至少需要 2 个点，现在是 {points}。</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>{file} could not be downloaded: {reason}. Check the connection, or choose a folder that holds the four files.</source>
            <translation>无法下载 {file}：{reason}。检查网络连接，或选择存有这四个文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>{file} arrived with other content than the published file: a page that asks for a login may have come instead. Open a web page to check, or choose a folder that holds the four files.</source>
            <translation>收到的 {file} 与公布的文件内容不同：可能收到的是要求登录的网页。打开一个网页检查，或选择存有这四个文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>Downloading {file}: {done:.1f} of {total:.1f} MB</source>
            <translation>正在下载 {file}：{done:.1f} / {total:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>{file} could not be downloaded: the server does not answer. Check the connection, or choose a folder that holds the four files.</source>
            <translation>无法下载 {file}：服务器没有回应。检查网络连接，或选择存有这四个文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>FashionMNIST is downloaded</source>
            <translation>FashionMNIST 已下载</translation>
        </message>
        <message>
            <location filename="../../engine/data/download.py" />
            <source>{file} did not arrive whole: {done:,} of {size:,} bytes. Try again, or choose a folder that holds the four files.</source>
            <translation>{file} 没有完整收到：{size:,} 字节中的 {done:,} 字节。再试一次，或选择存有这四个文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>{folder} is not a folder. Choose the folder of the four FashionMNIST files.</source>
            <translation>{folder} 不是文件夹。选择存有四个 FashionMNIST 文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>{file} in {folder} holds {images:,} images, but its label file holds {labels:,} labels. Choose another folder.</source>
            <translation>{folder} 中的 {file} 有 {images:,} 张图片，但标签文件有 {labels:,} 个标签。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>Checking the pictures</source>
            <translation>正在检查图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>Images from {folder} (not FashionMNIST)</source>
            <translation>{folder} 中的图片（不是 FashionMNIST）</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>{file}.gz is not in {folder}. Choose the folder of the four FashionMNIST files, or download them.</source>
            <translation>{folder} 中没有 {file}.gz。选择存有四个 FashionMNIST 文件的文件夹，或下载它们。</translation>
        </message>
        <message>
            <location filename="../../engine/data/fashion_mnist.py" />
            <source>Reading {file}</source>
            <translation>正在读取 {file}</translation>
        </message>
        <message>
            <location filename="../../engine/data/garments.py" />
            <source>Garments (not FashionMNIST)</source>
            <translation>内置服装（不是 FashionMNIST）</translation>
        </message>
        <message>
            <location filename="../../engine/data/garments.py" />
            <source>made by the program</source>
            <translation>由程序绘制</translation>
        </message>
        <message>
            <location filename="../../engine/data/garments.py" />
            <source>Opening the built-in garments</source>
            <translation>正在打开内置服装</translation>
        </message>
        <message>
            <location filename="../../engine/data/garments.py" />
            <source>Drawing the built-in garments: {done:,} of {total:,}</source>
            <translation>正在绘制内置服装：{done:,} / {total:,}</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is cut short: {announced:,} images are announced, {found:,} are there. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 不完整：声明有 {announced:,} 张图片，实际只有 {found:,} 张。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} holds the label {label}; only 0 to 9 have a meaning. Choose another folder.</source>
            <translation>{file} 含有标签 {label}；只有 0 到 9 有意义。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is not the IDX file that its name says: it begins with {found} instead of {wanted}. Choose another folder.</source>
            <translation>{file} 不是其名称所说的 IDX 文件：开头是 {found}，应为 {wanted}。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is cut short: it ends within its header. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 不完整：在文件头中就结束了。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is empty: it announces 0 items. Choose another folder.</source>
            <translation>{file} 是空的：声明有 0 项。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} announces {announced:,} items, more than the {largest:,} that are accepted. Choose another folder.</source>
            <translation>{file} 声明有 {announced:,} 项，超过可接受的 {largest:,} 项。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is longer than the {announced:,} items that it announces. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 比声明的 {announced:,} 项更长。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is cut short: {announced:,} labels are announced, {found:,} are there. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 不完整：声明有 {announced:,} 个标签，实际只有 {found:,} 个。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} holds pictures of {width} x {height} pixels, not of 28 x 28. Choose another folder.</source>
            <translation>{file} 中的图片为 {width} x {height} 像素，不是 28 x 28。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is damaged: its compressed content cannot be unpacked. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 已损坏：无法解压。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} cannot be read: {reason}. Choose another folder.</source>
            <translation>无法读取 {file}：{reason}。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/sources.py" />
            <source>The files in {folder} have the names of FashionMNIST's, but hold other pictures. Choose that folder to use them as they are, or move them away.</source>
            <translation>{folder} 中的文件与 FashionMNIST 同名，但内容是其他图片。直接选择该文件夹按原样使用，或把它们移走。</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>CUDA cannot be used: {reason}. Choose automatic or CPU.</source>
            <translation>无法使用 CUDA：{reason}。选择自动或 CPU。</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>this torch build has no CUDA</source>
            <translation>此 torch 版本不含 CUDA</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>no CUDA device found</source>
            <translation>未找到 CUDA 设备</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>the CUDA device computed a wrong result</source>
            <translation>CUDA 设备计算结果错误</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>as chosen</source>
            <translation>按所选</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>CUDA device {device} has passed a test</source>
            <translation>CUDA 设备 {device} 已通过测试</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>the CUDA device failed its test: {reason}</source>
            <translation>CUDA 设备未通过测试：{reason}</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>There is no preset {key}. Use one of: {known}.</source>
            <translation>没有预设 {key}。可用：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Article, big network</source>
            <translation>文章，大网络</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Seven hidden layers from 2048 to 128, not trained</source>
            <translation>七个隐藏层，从 2048 到 128，未训练</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Article, training network</source>
            <translation>文章，训练网络</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>The four hidden layers of the training page, not trained</source>
            <translation>训练页的四个隐藏层，未训练</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Hidden layers</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Widths of the hidden layers, separated by commas</source>
            <translation>各隐藏层的宽度，用逗号分隔</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Saturated below</source>
            <translation>饱和阈值</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>A neuron is saturated if |f'| stays below this for all images</source>
            <translation>对所有图片 |f'| 都低于此值的神经元为饱和</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Batch size</source>
            <translation>批大小</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/settings.py" />
            <source>Images at once; it changes the speed and not the result</source>
            <translation>一次处理的图片数；只影响速度，不影响结果</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Data: {name}, not FashionMNIST</source>
            <translation>数据：{name}，不是 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Garments</source>
            <translation>内置服装</translation>
        </message>
        <message>
            <location filename="../../engine/figures/function.py" />
            <source>{count} functions</source>
            <translation>{count} 个函数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/function.py" />
            <source>{name}: kink at {x}</source>
            <translation>{name}：{x} 处不可导</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>{dead} of {all} neurons are dead</source>
            <translation>{all} 个神经元中有 {dead} 个死亡</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>{name}, trained for {epochs} epochs, seed {seed}, {images} training images</source>
            <translation>{name}，训练 {epochs} 轮，种子 {seed}，{images} 张训练图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>{name}, untrained, seed {seed}, {images} training images</source>
            <translation>{name}，未训练，种子 {seed}，{images} 张训练图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>{name}, trained for 1 epoch, seed {seed}, {images} training images</source>
            <translation>{name}，训练 1 轮，种子 {seed}，{images} 张训练图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Layer {index}, {width} neurons</source>
            <translation>第 {index} 层（{width}）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Layer</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Neurons</source>
            <translation>神经元</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Dead</source>
            <translation>死亡</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Constant</source>
            <translation>恒定</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Saturated</source>
            <translation>饱和</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Others</source>
            <translation>其他</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Share of neurons</source>
            <translation>神经元占比</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>share</source>
            <translation>占比</translation>
        </message>
        <message>
            <location filename="../../engine/figures/scan.py" />
            <source>Hidden layer</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>No activation</source>
            <translation>无激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>{name}, seed {seed}</source>
            <translation>{name}，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Linear, {inputs} to {outputs}</source>
            <translation>线性层，{inputs} 到 {outputs}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Test loss</source>
            <translation>测试损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Test accuracy</source>
            <translation>测试准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Training loss</source>
            <translation>训练损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Training accuracy</source>
            <translation>训练准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Training and test loss</source>
            <translation>训练和测试损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Training and test accuracy</source>
            <translation>训练和测试准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Layers</source>
            <translation>各层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Function</source>
            <translation>函数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Epochs done</source>
            <translation>完成轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>All layers</source>
            <translation>所有层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>log scale; thin: training loss while it runs</source>
            <translation>对数刻度；细线：训练过程中的损失</translation>
        </message>
        <message>
            <location filename="../../engine/networks.py" />
            <source>No activation has no parameters, but {names} was given.</source>
            <translation>“无激活函数”没有参数，但给出了 {names}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be between {low} and {high}, got {value}.</source>
            <translation>{name} 必须在 {low} 和 {high} 之间，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be a finite number, got {value}.</source>
            <translation>{name} 必须是有限的数，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be a whole number, got {value}.</source>
            <translation>{name} 必须是整数，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be at least {low}, got {value}.</source>
            <translation>{name} 至少为 {low}，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be at most {high}, got {value}.</source>
            <translation>{name} 至多为 {high}，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must have {length} values, got {count}.</source>
            <translation>{name} 必须有 {length} 个值，现在有 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must have between {low} and {high} numbers, got {count}.</source>
            <translation>{name} 必须有 {low} 到 {high} 个数，现在有 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be one of {choices}, got {value}.</source>
            <translation>{name} 必须是 {choices} 之一，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>There is no parameter {name}. Use one of: {known}.</source>
            <translation>没有参数 {name}。可用：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be a number, got {value}.</source>
            <translation>{name} 必须是数，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>There is no parameter {name} here: this one has none.</source>
            <translation>这里没有参数 {name}：它没有任何参数。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be true or false, got {value}.</source>
            <translation>{name} 必须是 true 或 false，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/atomic.py" />
            <source>{file} could not be written: {reason}. Choose another folder.</source>
            <translation>无法写入 {file}：{reason}。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} is damaged, or no checkpoint of this program. Choose another one or train again.</source>
            <translation>{file} 已损坏，或不是本程序的检查点。选择另一个，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} is no checkpoint: choose the file ending in .safetensors.</source>
            <translation>{file} 不是检查点：选择以 .safetensors 结尾的文件。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>diverged</source>
            <translation>发散</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} does not describe a run of this program ({reason}). Choose another checkpoint.</source>
            <translation>{file} 描述的不是本程序的一次训练（{reason}）。选择另一个检查点。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} is missing. A checkpoint is a pair of files, .safetensors and .json, in one folder.</source>
            <translation>缺少 {file}。检查点是同一文件夹中的一对文件：.safetensors 和 .json。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} could not be read: {reason}.</source>
            <translation>无法读取 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/checkpoints.py" />
            <source>{file} was written by a later version of the program. Open it with that version.</source>
            <translation>{file} 由更新版本的程序写成。用那个版本打开它。</translation>
        </message>
        <message>
            <location filename="../../engine/training/history.py" />
            <source>running, epoch {epoch}</source>
            <translation>运行中，第 {epoch} 轮</translation>
        </message>
        <message>
            <location filename="../../engine/training/history.py" />
            <source>diverged at epoch {epoch}, step {step}</source>
            <translation>在第 {epoch} 轮第 {step} 步发散</translation>
        </message>
        <message>
            <location filename="../../engine/training/history.py" />
            <source>stopped at epoch {epoch}</source>
            <translation>停在第 {epoch} 轮</translation>
        </message>
        <message>
            <location filename="../../engine/training/history.py" />
            <source>finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Article, single run</source>
            <translation>文章，单次训练</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>SGD 1e-2, momentum 0.9, 10 epochs</source>
            <translation>SGD 1e-2，动量 0.9，10 轮</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Article, momentum 0.9</source>
            <translation>文章，动量 0.9</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>As the article's text says</source>
            <translation>按文章正文</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Article, momentum 0.8</source>
            <translation>文章，动量 0.8</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>As the article's code has it; its printed table is that of 0.8</source>
            <translation>按文章代码；其印出的表格是 0.8 的结果</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>SGD with momentum</source>
            <translation>带动量的 SGD</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Used by SGD only</source>
            <translation>只用于 SGD</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Epochs</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>CUDA</source>
            <translation>CUDA</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Run on</source>
            <translation>运行于</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>One shared activation instance</source>
            <translation>各层共用一个激活实例</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>All layers use one instance and so share its learned parameters, as in the source article</source>
            <translation>所有层使用同一个实例，因此共用可学习参数，与原文一样</translation>
        </message>
        <message>
            <location filename="../../engine/training/trainer.py" />
            <source>No function is chosen. Choose at least one.</source>
            <translation>没有选择函数。至少选择一个。</translation>
        </message>
        <message>
            <location filename="../../engine/training/trainer.py" />
            <source>The function {key} is named twice.</source>
            <translation>函数 {key} 出现了两次。</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Called</source>
            <translation>框架中的名称</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>{name} breaks at {x}</source>
            <translation>{name} 在 {x} 处间断</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Range</source>
            <translation>值域</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Kinks</source>
            <translation>不可导点</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>not there</source>
            <translation>没有</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Data set</source>
            <translation>数据集</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Folder of the four FashionMNIST files</source>
            <translation>四个 FashionMNIST 文件所在的文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Drawn by the program; works offline</source>
            <translation>由程序绘制；离线可用</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Download FashionMNIST…</source>
            <translation>下载 FashionMNIST…</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>FashionMNIST in {folder}</source>
            <translation>{folder} 中的 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Download FashionMNIST</source>
            <translation>下载 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Downloading FashionMNIST</source>
            <translation>正在下载 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>31 MB go into {folder}</source>
            <translation>31 MB 将存入 {folder}</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>FashionMNIST is not downloaded</source>
            <translation>FashionMNIST 没有下载</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../gui/durations.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <location filename="../../gui/durations.py" />
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../gui/durations.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} 分 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../gui/export.py" />
            <source>The picture could not be made. Choose a smaller size.</source>
            <translation>无法生成图片。选择较小的尺寸。</translation>
        </message>
        <message>
            <location filename="../../gui/export.py" />
            <source>A picture of {width} x {height} pixels cannot be made. Choose another size or scale.</source>
            <translation>无法生成 {width} x {height} 像素的图片。选择其他尺寸或倍数。</translation>
        </message>
        <message>
            <location filename="../../gui/export.py" />
            <source>The file must end in {allowed}, got {file}.</source>
            <translation>文件名必须以 {allowed} 结尾，现在是 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>{file} is a folder. Choose another name.</source>
            <translation>{file} 是文件夹。选择另一个名称。</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>{file} is there already.</source>
            <translation>{file} 已存在。</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Written: {file}</source>
            <translation>已写入：{file}</translation>
        </message>
        <message>
            <location filename="../../gui/export_dialog.py" />
            <source>Choose folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Scale</source>
            <translation>倍数</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>File name</source>
            <translation>文件名</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>The file has no name yet. Type one.</source>
            <translation>还没有文件名。输入一个。</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>{name} is no file name: choose the folder above.</source>
            <translation>{name} 不是文件名：在上方选择文件夹。</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>No folder is chosen yet. Type or browse for one.</source>
            <translation>还没有选择文件夹。输入或浏览选择。</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>PNG, an image</source>
            <translation>PNG，位图</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>SVG, a drawing</source>
            <translation>SVG，矢量图</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>CSV, the numbers</source>
            <translation>CSV，数据</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>as shown</source>
            <translation>与显示相同</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <location filename="../../gui/export_form.py" />
            <source>{width} × {height} pixels</source>
            <translation>{width} × {height} 像素</translation>
        </message>
        <message>
            <location filename="../../gui/fonts.py" />
            <source>The font {file} cannot be read. Install the program again.</source>
            <translation>无法读取字体 {file}。重新安装程序。</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>From {low} to {high}</source>
            <translation>从 {low} 到 {high}</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>Default: {value}</source>
            <translation>默认：{value}</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>Reset {name}</source>
            <translation>重置 {name}</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>At least {low}</source>
            <translation>至少 {low}</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>{name}, which value</source>
            <translation>{name}，第几个值</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>learned</source>
            <translation>可学习</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>Training changes this value; it starts from here</source>
            <translation>训练会改变此值；从这里开始</translation>
        </message>
        <message>
            <location filename="../../gui/form.py" />
            <source>At most {high}</source>
            <translation>至多 {high}</translation>
        </message>
        <message>
            <location filename="../../gui/form_controls.py" />
            <source>Which of the {count} values</source>
            <translation>{count} 个值中的第几个</translation>
        </message>
        <message>
            <location filename="../../gui/function_panel.py" />
            <source>Reset all</source>
            <translation>全部重置</translation>
        </message>
        <message>
            <location filename="../../gui/functions_button.py" />
            <source>Functions: {names}</source>
            <translation>函数：{names}</translation>
        </message>
        <message>
            <location filename="../../gui/functions_button.py" />
            <source>No function</source>
            <translation>无函数</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Copy image</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Copy data</source>
            <translation>复制数据</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Find function</source>
            <translation>查找函数</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Reset view</source>
            <translation>重置视图</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>E&amp;xperiment</source>
            <translation>实验(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Detach the settings panel</source>
            <translation>分离设置面板</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Reset layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Open the log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>System information</source>
            <translation>系统信息</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>About Activation Lab</source>
            <translation>关于 Activation Lab</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&lt;b&gt;Activation Lab {version}&lt;/b&gt;&lt;p&gt;See, compare and test the activation functions of neural networks, offline. Nothing leaves this computer.&lt;/p&gt;&lt;p&gt;MIT licence. It stands on Qt for Python (LGPL-3.0), PyTorch (BSD-3-Clause), pyqtgraph, NumPy and ziamath; the fonts Inter and Noto Sans SC are under the SIL Open Font License. FashionMNIST is by Zalando SE (MIT).&lt;/p&gt;</source>
            <translation>&lt;b&gt;Activation Lab {version}&lt;/b&gt;&lt;p&gt;离线查看、比较和测试神经网络的激活函数。没有数据离开这台电脑。&lt;/p&gt;&lt;p&gt;MIT 许可证。基于 Qt for Python（LGPL-3.0）、PyTorch（BSD-3-Clause）、pyqtgraph、NumPy 和 ziamath；字体 Inter 和 Noto Sans SC 使用 SIL 开放字体许可证。FashionMNIST 来自 Zalando SE（MIT）。&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <location filename="../../gui/menus.py" />
            <source>&amp;Window</source>
            <translation>窗口(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../gui/message_line.py" />
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <location filename="../../gui/neuron_legend.py" />
            <source>A bar counts each neuron once, in the first line that fits. The columns of the table may overlap.</source>
            <translation>条形图中每个神经元只计一次，归入第一个符合的行。表格的各列可以重叠。</translation>
        </message>
        <message>
            <location filename="../../gui/neuron_legend.py" />
            <source>zero for every image</source>
            <translation>对每张图片都为零</translation>
        </message>
        <message>
            <location filename="../../gui/neuron_legend.py" />
            <source>one value, not zero</source>
            <translation>只有一个值，不为零</translation>
        </message>
        <message>
            <location filename="../../gui/neuron_legend.py" />
            <source>|f′| below the limit</source>
            <translation>|f′| 低于阈值</translation>
        </message>
        <message>
            <location filename="../../gui/neuron_legend.py" />
            <source>none of these</source>
            <translation>以上都不是</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Page controls</source>
            <translation>页面控件</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function.py" />
            <source>{name} selected, {count} shown</source>
            <translation>当前 {name}，共 {count} 条</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function.py" />
            <source>No function shown</source>
            <translation>没有显示函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function.py" />
            <source>No function is shown. Tick one in the list at the left.</source>
            <translation>没有显示函数。在左侧列表中勾选一个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Crosshair: reads x, f, f′ and f″</source>
            <translation>十字线：读取 x、f、f′ 和 f″</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Tangent: of the selected function at the cursor</source>
            <translation>切线：当前函数在光标处的切线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Kinks: marks where a derivative breaks</source>
            <translation>不可导点：标出导数间断的位置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Reset view (Ctrl+0): shows the whole range</source>
            <translation>重置视图 (Ctrl+0)：显示整个范围</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Shown derivatives</source>
            <translation>显示的导数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Three plots above each other</source>
            <translation>三幅图上下排列</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>One plot</source>
            <translation>一幅图</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Lower end of x</source>
            <translation>x 的下限</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Upper end of x</source>
            <translation>x 的上限</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Number of points</source>
            <translation>点数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Points</source>
            <translation>点数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>At least one of f, f′ and f″ is shown.</source>
            <translation>f、f′ 和 f″ 至少显示一个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>The lower end of x must be less than the upper end.</source>
            <translation>x 的下限必须小于上限。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>First derivative</source>
            <translation>一阶导数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_bar.py" />
            <source>Second derivative</source>
            <translation>二阶导数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>{name}, trained for {epochs} epochs, seed {seed}</source>
            <translation>{name}，训练 {epochs} 轮，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>{name}, untrained, seed {seed}</source>
            <translation>{name}，未训练，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>{name}, trained for 1 epoch, seed {seed}</source>
            <translation>{name}，训练 1 轮，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Open checkpoint…</source>
            <translation>打开检查点…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Open checkpoint: a trained network from its .safetensors file</source>
            <translation>打开检查点：从 .safetensors 文件载入训练过的网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Scan neurons</source>
            <translation>扫描神经元</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Stop the scan</source>
            <translation>停止扫描</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Building the network…</source>
            <translation>正在构建网络…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Scanning {subject}</source>
            <translation>正在扫描 {subject}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>No scan yet</source>
            <translation>尚未扫描</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>How many neurons of each layer are dead, constant or saturated over all training images will stand here.</source>
            <translation>这里将显示每层有多少神经元在全部训练图片上死亡、恒定或饱和。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Scan a fresh network</source>
            <translation>扫描一个新网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons.py" />
            <source>Scan</source>
            <translation>扫描</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>{name}, seed {seed}, {epochs} epochs, {when}</source>
            <translation>{name}，种子 {seed}，{epochs} 轮，{when}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>{name}, seed {seed}, 1 epoch, {when}</source>
            <translation>{name}，种子 {seed}，1 轮，{when}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>|f′| below</source>
            <translation>|f′| 低于</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Source of the network</source>
            <translation>网络来源</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Scan again</source>
            <translation>重新扫描</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Open checkpoint</source>
            <translation>打开检查点</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Checkpoints (*.safetensors)</source>
            <translation>检查点 (*.safetensors)</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Fresh network</source>
            <translation>新网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Counts</source>
            <translation>计数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Train a network</source>
            <translation>训练一个网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>{name}
Hidden layers {hidden}
Trained on {data}</source>
            <translation>{name}
隐藏层 {hidden}
训练数据 {data}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Own layers</source>
            <translation>自定义层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../gui/pages/neurons_settings.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>{name} selected</source>
            <translation>当前 {name}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>No training yet</source>
            <translation>尚未训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Loss and accuracy of each function will stand here while the network learns, and a table of the results below them.</source>
            <translation>网络学习时，这里显示每个函数的损失和准确率，下方是结果表。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Train a first run</source>
            <translation>开始第一次训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>With {name}; n is the number of images</source>
            <translation>使用 {name}；n 是图片数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Shown curves</source>
            <translation>显示的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Run (F5): trains the chosen functions one after the other</source>
            <translation>运行 (F5)：依次训练所选函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Stop (Shift+F5): ends the training and keeps what has been trained so far</source>
            <translation>停止 (Shift+F5)：结束训练并保留已训练的部分</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Resume (F6): goes on where it was held</source>
            <translation>继续 (F6)：从暂停处继续</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Pause (F6): holds the training at its next batch</source>
            <translation>暂停 (F6)：在下一批处暂停训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Test: the curves over the test images</source>
            <translation>测试：测试图片上的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Training: the curves over the training images</source>
            <translation>训练：训练图片上的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Both: test in front, training behind</source>
            <translation>两者：测试在前，训练在后</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_layers.py" />
            <source>Layers of the network</source>
            <translation>网络各层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{done} of {count} runs done</source>
            <translation>已完成 {done} / {count} 次训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Opening the data…</source>
            <translation>正在打开数据…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{name}, seed {seed}: epoch {epoch} of {epochs}</source>
            <translation>{name}，种子 {seed}：第 {epoch} / {epochs} 轮</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{done}, paused</source>
            <translation>{done}，已暂停</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>locked while it runs</source>
            <translation>运行时锁定</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Show layers</source>
            <translation>显示各层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Reset all: back to the preset that was chosen last</source>
            <translation>全部重置：回到上次选择的预设</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>{count} parameters ·</source>
            <translation>{count} 个参数 ·</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Experiment</source>
            <translation>实验</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Own settings</source>
            <translation>自定义设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Functions</source>
            <translation>函数</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Name, family, formula</source>
            <translation>名称、族、公式</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Search functions</source>
            <translation>搜索函数</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Clear: shows no function</source>
            <translation>清空：不显示任何函数</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Shown functions</source>
            <translation>显示的函数</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>All functions by family</source>
            <translation>按族列出的所有函数</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Shown · {count}</source>
            <translation>已选 · {count}</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>No function matches “{text}”.</source>
            <translation>没有与“{text}”匹配的函数。</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <location filename="../../gui/plot_signs.py" />
            <source>tangent, slope {slope}</source>
            <translation>切线斜率 {slope}</translation>
        </message>
        <message>
            <location filename="../../gui/plot_signs.py" />
            <source>{name} {value}, below the axis ↓</source>
            <translation>{name} {value}，低于坐标轴 ↓</translation>
        </message>
        <message>
            <location filename="../../gui/plot_signs.py" />
            <source>{name} {value}, above the axis ↑</source>
            <translation>{name} {value}，高于坐标轴 ↑</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>The report is on the clipboard.</source>
            <translation>报告已复制到剪贴板。</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>Save report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>Save report…</source>
            <translation>保存报告…</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>Open log</source>
            <translation>打开日志</translation>
        </message>
        <message>
            <location filename="../../gui/problem_dialog.py" />
            <source>The log is {file}.</source>
            <translation>日志文件是 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>Something in the program failed</source>
            <translation>程序内部出错</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>This is a fault of the program, not of your input. Work that was saved is kept. The details help to mend it: {reason}</source>
            <translation>这是程序的错误，不是输入的错误。已保存的内容仍在。详情有助于修复：{reason}</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>The download did not finish</source>
            <translation>下载没有完成</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>The data cannot be used</source>
            <translation>数据无法使用</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>The device cannot be used</source>
            <translation>设备无法使用</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>A file cannot be written or read</source>
            <translation>文件无法写入或读取</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>A value is not right</source>
            <translation>有一个值不正确</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>This cannot be done</source>
            <translation>无法完成</translation>
        </message>
        <message>
            <location filename="../../gui/problems.py" />
            <source>There is not enough memory. Close other programs, or choose smaller numbers.</source>
            <translation>内存不足。关闭其他程序，或选择较小的数。</translation>
        </message>
        <message>
            <location filename="../../gui/progress_strip.py" />
            <source>took {time}</source>
            <translation>用时 {time}</translation>
        </message>
        <message>
            <location filename="../../gui/progress_strip.py" />
            <source>{time} so far</source>
            <translation>已用 {time}</translation>
        </message>
        <message>
            <location filename="../../gui/progress_strip.py" />
            <source>about {time} left</source>
            <translation>约剩 {time}</translation>
        </message>
        <message>
            <location filename="../../gui/rail.py" />
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <location filename="../../gui/readout.py" />
            <source>and {count} more</source>
            <translation>还有 {count} 个</translation>
        </message>
        <message>
            <location filename="../../gui/requirements.py" />
            <source>Activation Lab needs system libraries that are missing: {libraries}; on Debian and Ubuntu install them with: sudo apt-get install --no-install-recommends {packages}</source>
            <translation>Activation Lab 缺少系统库：{libraries}；在 Debian 和 Ubuntu 上用此命令安装：sudo apt-get install --no-install-recommends {packages}</translation>
        </message>
        <message>
            <location filename="../../gui/requirements.py" />
            <source>Activation Lab needs Python packages that are missing: {packages}; install them with: "{python}" -m pip install -e "{folder}"</source>
            <translation>Activation Lab 缺少 Python 包：{packages}；用此命令安装："{python}" -m pip install -e "{folder}"</translation>
        </message>
        <message>
            <location filename="../../gui/requirements.py" />
            <source>The window needs a screen and none is set (DISPLAY, WAYLAND_DISPLAY); the commands work without one: python main.py functions</source>
            <translation>窗口需要屏幕，但没有设置（DISPLAY、WAYLAND_DISPLAY）；命令行不需要屏幕：python main.py functions</translation>
        </message>
        <message>
            <location filename="../../gui/requirements.py" />
            <source>The window needs a screen and none answers at DISPLAY={display}</source>
            <translation>窗口需要屏幕，但 DISPLAY={display} 没有回应</translation>
        </message>
        <message>
            <location filename="../../gui/requirements.py" />
            <source>Activation Lab needs a system library that is missing: {libraries}</source>
            <translation>Activation Lab 缺少系统库：{libraries}</translation>
        </message>
        <message>
            <location filename="../../gui/right_panel.py" />
            <source>About panel</source>
            <translation>说明面板</translation>
        </message>
        <message>
            <location filename="../../gui/right_panel.py" />
            <source>About</source>
            <translation>说明</translation>
        </message>
        <message>
            <location filename="../../gui/right_panel.py" />
            <source>About: the formula and the names of the selected function</source>
            <translation>说明：当前函数的公式和名称</translation>
        </message>
        <message>
            <location filename="../../gui/screens.py" />
            <source>The page {page} did not get ready.</source>
            <translation>页面 {page} 没有就绪。</translation>
        </message>
        <message>
            <location filename="../../gui/status_bar.py" />
            <source>Loading PyTorch…</source>
            <translation>正在加载 PyTorch…</translation>
        </message>
        <message>
            <location filename="../../gui/status_bar.py" />
            <source>Progress of the running task</source>
            <translation>当前任务的进度</translation>
        </message>
        <message>
            <location filename="../../gui/status_bar.py" />
            <source>{device}: {reason}</source>
            <translation>{device}：{reason}</translation>
        </message>
        <message>
            <location filename="../../gui/status_bar.py" />
            <source>No tasks</source>
            <translation>无任务</translation>
        </message>
        <message>
            <location filename="../../gui/table_menu.py" />
            <source>Copy table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <location filename="../../gui/table_menu.py" />
            <source>Export table…</source>
            <translation>导出表格…</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>Settings panel</source>
            <translation>设置面板</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>This takes effect at the next start: work is still running.</source>
            <translation>下次启动时生效：还有任务在运行。</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>Work is still running</source>
            <translation>还有任务在运行</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>Closing stops it. What has been trained so far is kept.</source>
            <translation>关闭会停止任务。已训练的部分会保留。</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>Stop and close</source>
            <translation>停止并关闭</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>Go back</source>
            <translation>返回</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>There is nothing to export on this page yet.</source>
            <translation>此页还没有可导出的内容。</translation>
        </message>
        <message>
            <location filename="../../gui/window.py" />
            <source>There is nothing to copy on this page yet.</source>
            <translation>此页还没有可复制的内容。</translation>
        </message>
    </context>
</TS>
