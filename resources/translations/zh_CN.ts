<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActivationLab</name>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Arctangent</source>
            <translation>反正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Gauss error function</source>
            <translation>高斯误差函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Elliott function, a shifted softsign</source>
            <translation>Elliott 函数（平移的 softsign）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Inverse square root unit</source>
            <translation>反平方根单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Root sigmoid</source>
            <translation>根式 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Square nonlinearity</source>
            <translation>平方非线性</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Smooth step, a cubic between two levels</source>
            <translation>平滑阶跃（两个水平之间的三次曲线）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>It nears its levels like 1/x. Divided by pi and with 1/2 added it is the distribution function of Cauchy.</source>
            <translation>它像 1/x 那样趋近两端。除以 pi 再加 1/2，就是柯西分布的分布函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>The gate of GELU is made of it: Phi(x) = (1 + erf(x / sqrt(2))) / 2.</source>
            <translation>GELU 的门由它构成：Phi(x) = (1 + erf(x / sqrt(2))) / 2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Softsign moved to the levels 0 and 1.</source>
            <translation>把 softsign 移到 0 和 1 两个水平之间。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Its levels are 1/sqrt(alpha) on both sides. ISRLU takes its left half and x on the right.</source>
            <translation>两端的水平是 ±1/sqrt(alpha)。ISRLU 左侧取它的左半，右侧取 x。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Its slope at 0 is a/2.</source>
            <translation>它在 0 处的斜率是 a/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Two parabolas that meet at 0 and end level at -2 and 2.</source>
            <translation>两段抛物线在 0 处相接，在 -2 和 2 处变平。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/algebraic_sigmoids.py" />
            <source>Unlike a sigmoid it is exactly 0 and 1 outside a width of a. Some copies print the cubic with its signs reversed; that form jumps at both ends.</source>
            <translation>与 S 形函数不同，在宽度 a 之外它恰好是 0 和 1。有的资料把三次式的符号写反，那种形式在两端会跳变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Squared rectified linear unit</source>
            <translation>平方修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Rectified power unit</source>
            <translation>修正幂单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>StarReLU</source>
            <translation>StarReLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Natural logarithm rectified linear unit</source>
            <translation>自然对数修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Sine rectified linear unit</source>
            <translation>正弦修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Parametric variational linear unit</source>
            <translation>参数化变分线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>The same as RePU with p = 2.</source>
            <translation>与 p = 2 的 RePU 相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>p = 1 is ReLU, p = 2 is called ReQU and p = 3 ReCU. The derivative of order p is the first that jumps at 0.</source>
            <translation>p = 1 是 ReLU，p = 2 叫 ReQU，p = 3 叫 ReCU。在 0 处最先跳变的是 p 阶导数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>s = 0.8944 and b = -0.4472, 1 over the square root of 1.25 and minus half of it, give a normal input of mean 0 and variance 1 the same mean and variance again.</source>
            <translation>s = 0.8944、b = -0.4472（1.25 平方根的倒数及其一半的负值）使均值为 0、方差为 1 的正态输入的均值和方差保持不变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>Unbounded, but it grows so slowly that x = 1e6 gives 14.</source>
            <translation>没有上界，但增长很慢：x = 1e6 时只有 14。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>It jumps at 0, from -epsilon to 0. The wave keeps a small gradient on the left.</source>
            <translation>它在 0 处从 -epsilon 跳到 0。左侧的波动保留很小的梯度。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/curved_rectifiers.py" />
            <source>With fixed alpha and beta it is called VLU.</source>
            <translation>alpha 和 beta 固定时叫 VLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>GELU with an expanded gate</source>
            <translation>扩展门的 GELU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>SiLU with an expanded gate</source>
            <translation>扩展门的 SiLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>Arc tangent linear unit with an expanded gate</source>
            <translation>扩展门的反正切线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>With alpha = 0 it is GELU, where training starts; with alpha = -1/2 it is x/2.</source>
            <translation>alpha = 0 时是 GELU，训练由此开始；alpha = -1/2 时是 x/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>With alpha = 0 it is SiLU, where training starts; with alpha = -1/2 it is x/2.</source>
            <translation>alpha = 0 时是 SiLU，训练由此开始；alpha = -1/2 时是 x/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expanded_gates.py" />
            <source>With alpha = 0 it is CaLU, where training starts; with alpha = -1/2 it is x/2.</source>
            <translation>alpha = 0 时是 CaLU，训练由此开始；alpha = -1/2 时是 x/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Parametric exponential linear unit</source>
            <translation>参数化指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Multiple parametric exponential linear unit</source>
            <translation>多参数指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Parametric deformable exponential linear unit</source>
            <translation>参数化可变形指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Scaled exponentially-regularized linear unit</source>
            <translation>带指数正则的缩放线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Parametric rectified exponential unit</source>
            <translation>参数化修正指数单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Leaky scaled exponential linear unit</source>
            <translation>带泄漏的缩放指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Expanded integral of the exponential linear unit</source>
            <translation>ELU 的扩展积分</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Both slopes at 0 are a / b, so it never has a corner. The authors keep a and b above 0.1 in training.</source>
            <translation>在 0 处两侧斜率都是 a / b，所以从不出现尖角。作者在训练中使 a 和 b 保持在 0.1 以上。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>The slope is continuous where alpha beta = 1. With beta = 1 it is the trainable ELU; with a small beta and alpha = 0.25 / beta it nears PReLU.</source>
            <translation>alpha beta = 1 时斜率连续。beta = 1 时是可训练的 ELU；beta 很小且 alpha = 0.25 / beta 时接近 PReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>A deformed exponential: as t nears 1 it becomes ELU. The bottom -alpha is reached at x = -1 / (1 - t), which is -10 for t = 0.9.</source>
            <translation>一种变形的指数：t 接近 1 时变成 ELU。最低值 -alpha 在 x = -1 / (1 - t) 处达到，t = 0.9 时即 -10。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>The constants are fixed, lambda = 1.07862 and alpha = 2.90427, in the paper's own digits: like those of SELU they keep mean 0 and variance 1. The left side has a bump at -1 and comes back to 0.</source>
            <translation>常数是固定的，lambda = 1.07862，alpha = 2.90427，位数与论文一致：与 SELU 的常数一样，它们保持均值 0 和方差 1。左侧在 -1 处鼓出，然后回到 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>With alpha = beta = 1, where it starts, it is called REU and is the same as Suish. Its minimum is at -1 / beta.</source>
            <translation>alpha = beta = 1（起始值）时叫作 REU，与 Suish 相同。最小值在 -1 / beta 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>SELU, whose constants lambda = 1.0507009873554805 and alpha = 1.6732632423543772 it has, with a line added on the left, so the gradient does not vanish there. The default of c is our choice.</source>
            <translation>SELU（常数相同，lambda = 1.0507009873554805，alpha = 1.6732632423543772）左侧加一条直线，所以那里的梯度不会消失。c 的默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponential_units.py" />
            <source>Its slope is like ELU, a line on the right and an exponential on the left. The authors train alpha_p and alpha_n through softplus, which keeps alpha_p above 0 and alpha_n above beta; here they are trained as they are, from the same start. It is the activation of the Apertus language models.</source>
            <translation>它的斜率类似 ELU，右侧是直线，左侧是指数。作者通过 softplus 训练 alpha_p 和 alpha_n，使 alpha_p 保持在 0 以上、alpha_n 保持在 beta 以上；这里直接训练它们，起始值相同。它是 Apertus 语言模型的激活函数。</translation>
        </message>
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
            <source>The constants are fixed, lambda = 1.0507009873554805 and alpha = 1.6732632423543772: with them a normal input of mean 0 and variance 1 keeps both.</source>
            <translation>常数是固定的，lambda = 1.0507009873554805，alpha = 1.6732632423543772：均值 0、方差 1 的正态输入经过它后两者不变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>Unlike ELU it has a continuous slope at 0 for every alpha.</source>
            <translation>与 ELU 不同，对任何 alpha，它在 0 处的斜率都连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/exponentials.py" />
            <source>The article's code calls this TeLU. The published TeLU is x tanh(exp x), listed here as TeLU. FELU, which computes exp(x) as a power of two, is this function.</source>
            <translation>文章的代码把它叫作 TeLU。发表的 TeLU 是 x tanh(exp x)，在这里列为 TeLU。FELU 用 2 的幂计算 exp(x)，就是这个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression.py" />
            <source>Column {column}: {word} of {name} is fixed in training, so {learned} cannot be learned.</source>
            <translation>第 {column} 列：{name} 的 {word} 在训练中固定，因此 {learned} 不能学习。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: “{word}” cannot stand here.</source>
            <translation>第 {column} 列：“{word}”不能放在这里。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a formula has at most {most} parts, this one has {count}.</source>
            <translation>第 {column} 列：公式最多有 {most} 个部分，此公式有 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a formula is at most {most} levels deep, this one is {count}.</source>
            <translation>第 {column} 列：公式最多有 {most} 层，此公式有 {count} 层。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: there is no function “{word}”.</source>
            <translation>第 {column} 列：没有函数“{word}”。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: this formula is too deep. Shorten it.</source>
            <translation>第 {column} 列：此公式层次太深。缩短它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a comparison is expected here, such as x &gt; 0.</source>
            <translation>第 {column} 列：这里应是比较式，例如 x &gt; 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a comparison is written &lt;, &lt;=, &gt;, &gt;=, == or !=.</source>
            <translation>第 {column} 列：比较式写作 &lt;、&lt;=、&gt;、&gt;=、== 或 !=。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: “{word}” is no number that the program can hold.</source>
            <translation>第 {column} 列：“{word}”不是程序能保存的数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: “{word}” is too large for a network. Numbers go up to {largest}.</source>
            <translation>第 {column} 列：“{word}” 对网络来说太大。数值最大为 {largest}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {word} is a function. Write {word}(x).</source>
            <translation>第 {column} 列：{word} 是函数。写作 {word}(x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a parameter cannot be called {word}: a layer of a network has that name already.</source>
            <translation>第 {column} 列：参数不能叫 {word}：网络的层已有此名称。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: a parameter cannot be called {word}: in written code that is a library.</source>
            <translation>第 {column} 列：参数不能命名为 {word}：在生成的代码中它是一个库。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: an operator is missing before the bracket.</source>
            <translation>第 {column} 列：括号前缺少运算符。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {name} takes its values by order, without “=”.</source>
            <translation>第 {column} 列：{name} 按顺序取值，不用“=”。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {name} takes one value, got {given}.</source>
            <translation>第 {column} 列：{name} 需要一个值，得到 {given} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {name} takes {count} values, got {given}.</source>
            <translation>第 {column} 列：{name} 需要 {count} 个值，得到 {given} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {name} takes its first value without a name.</source>
            <translation>第 {column} 列：{name} 的第一个值不写名称。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {word} of {name} must not depend on x.</source>
            <translation>第 {column} 列：{name} 的 {word} 不能依赖于 x。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {word} is no function. An operator is missing behind it.</source>
            <translation>第 {column} 列：{word} 不是函数。其后缺少运算符。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: there is no function “{word}”. Did you mean {near}?</source>
            <translation>第 {column} 列：没有函数“{word}”。是指 {near} 吗？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: {name} has no value called {word} that could be given here. It has: {known}.</source>
            <translation>第 {column} 列：{name} 没有可在此给出的值 {word}。它有：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Column {column}: in {name}, {reason}</source>
            <translation>第 {column} 列：在 {name} 中，{reason}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Use {word}</source>
            <translation>使用 {word}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_reader.py" />
            <source>Insert {word}</source>
            <translation>插入 {word}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: “{character}” has no meaning in a formula.</source>
            <translation>第 {column} 列：“{character}”在公式中没有意义。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: an operator is missing before “{word}”. Did you mean *?</source>
            <translation>第 {column} 列：“{word}”前缺少运算符。是指 * 吗？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a value is missing between “{before}” and “{word}”.</source>
            <translation>第 {column} 列：“{before}”和“{word}”之间缺少一个值。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a formula has at most {most} characters.</source>
            <translation>第 {column} 列：公式最多有 {most} 个字符。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: type a formula, such as x*sigmoid(x).</source>
            <translation>第 {column} 列：输入公式，例如 x*sigmoid(x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: “{character}” is no Latin letter. Use {near}.</source>
            <translation>第 {column} 列：“{character}” 不是拉丁字母。改用 {near}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: the word “{word}” has no meaning in a formula.</source>
            <translation>第 {column} 列：“{word}”一词在公式中没有意义。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a name begins with a letter, has single underscores and at most {most} characters.</source>
            <translation>第 {column} 列：名称以字母开头，下划线不连用，最多 {most} 个字符。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: “{character}” has no meaning in a formula. Did you mean {near}?</source>
            <translation>第 {column} 列：“{character}”在公式中没有意义。是指 {near} 吗？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a value is missing behind “{word}”.</source>
            <translation>第 {column} 列：“{word}”后缺少一个值。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: this bracket is not closed.</source>
            <translation>第 {column} 列：此括号没有闭合。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a value is missing before “{word}”.</source>
            <translation>第 {column} 列：“{word}”前缺少一个值。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: a value is missing between the brackets.</source>
            <translation>第 {column} 列：括号之间缺少一个值。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: this bracket was never opened.</source>
            <translation>第 {column} 列：此括号没有对应的左括号。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: write a power as {power}.</source>
            <translation>第 {column} 列：幂写作 {power}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: “{character}” is no Latin letter. Names are written in a to z.</source>
            <translation>第 {column} 列：“{character}” 不是拉丁字母。名称用 a 到 z 书写。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Column {column}: more than {most} brackets lie in each other.</source>
            <translation>第 {column} 列：括号嵌套超过 {most} 层。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Add {word}</source>
            <translation>添加 {word}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/expression_tokens.py" />
            <source>Take it out</source>
            <translation>删去</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Gated linear unit</source>
            <translation>门控线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Gated tanh unit</source>
            <translation>门控 tanh 单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Bilinear unit</source>
            <translation>双线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Gated unit with ReLU</source>
            <translation>用 ReLU 的门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Gated unit with GELU</source>
            <translation>用 GELU 的门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>Gated unit with Swish</source>
            <translation>用 Swish 的门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>a is the value, b the gate. The path through the value has no saturation, so a gradient passes wherever the gate is open.</source>
            <translation>a 是值，b 是门。经过值的路径不会饱和，因此门打开的地方都有梯度通过。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>a is the value, b the gate, as in the gates of an LSTM. Here the value too goes through a function, so both paths can saturate.</source>
            <translation>a 是值，b 是门，与 LSTM 的门相同。这里值也经过一个函数，因此两条路径都可能饱和。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>The plain product of value and gate: no other function, and still not linear.</source>
            <translation>值与门的简单乘积：没有其他函数，但仍不是线性的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>a is the value, b the gate; with b below 0 nothing passes.</source>
            <translation>a 是值，b 是门；b 小于 0 时什么也通不过。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>a is the value, b the gate; the GELU is the exact one. Gemma uses the tanh form.</source>
            <translation>a 是值，b 是门；这里的 GELU 是精确形式。Gemma 用 tanh 形式。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates.py" />
            <source>a is the value, b the gate; beta is 1 in practice. Llama and PaLM use it. As a layer it has two weight matrices, and hidden layers are made a third narrower to keep the count of weights.</source>
            <translation>a 是值，b 是门；实际中 beta 取 1。Llama 和 PaLM 使用它。作为一层它有两个权重矩阵，隐藏层要窄三分之一，以保持权重数目不变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Cauchy linear unit</source>
            <translation>柯西线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Parametric arc tangent of a sigmoid, times x</source>
            <translation>x 乘以 sigmoid 的参数化反正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Sine of a sigmoid, times x</source>
            <translation>x 乘以 sigmoid 的正弦</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Sinu-sigmoidal linear unit</source>
            <translation>正弦 sigmoid 线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Cosine linear unit</source>
            <translation>余弦线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>x times the Cauchy distribution function. It always rises, from the level -1/pi on the left, which it does not reach.</source>
            <translation>x 乘以柯西分布函数。它始终上升，左侧趋近 -1/pi 但达不到。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>lower must not be above upper, got {low} and {high}.</source>
            <translation>lower 不能大于 upper，现在是 {low} 和 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>In training each pass draws one a between l (lower) and u (upper); in evaluation, and in the curves here, a is their mean, (l + u) / 2.</source>
            <translation>训练时每次前向在 l（lower）和 u（upper）之间抽一个 a；评估时以及这里的曲线中，a 是两者的平均值 (l + u) / 2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>The gate is sin(pi/4), about 0.71, at 0.</source>
            <translation>门在 0 处为 sin(pi/4)，约 0.71。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>SiLU with a wave on it; with a = 0 it is SiLU.</source>
            <translation>叠加了波的 SiLU；a = 0 时是 SiLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_angle.py" />
            <source>Its value at 0 is a/2, not 0.</source>
            <translation>在 0 处的值为 a/2，而不是 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>Symmetrical Gaussian error linear unit</source>
            <translation>对称高斯误差线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>Log-softplus error function</source>
            <translation>对数 softplus 误差函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>Parametric Serf</source>
            <translation>参数化 Serf</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>Error function of an exponential, times x</source>
            <translation>x 乘以指数的误差函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>It is even: with alpha = 1 it is GELU(x) + GELU(-x).</source>
            <translation>它是偶函数：alpha = 1 时即 GELU(x) + GELU(-x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>Mish with erf in the place of tanh.</source>
            <translation>把 Mish 中的 tanh 换成 erf。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>With gamma = delta = 1 it is Serf.</source>
            <translation>gamma = delta = 1 时是 Serf。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_erf.py" />
            <source>TanhSoft-2 with erf in the place of tanh.</source>
            <translation>把 TanhSoft-2 中的 tanh 换成 erf。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Gompertz linear unit</source>
            <translation>冈珀茨线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Complementary log-log gate times x</source>
            <translation>x 乘以互补双对数门</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Gish</source>
            <translation>Gish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Collapsing linear unit</source>
            <translation>坍缩线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Suish</source>
            <translation>Suish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Laplace linear unit</source>
            <translation>拉普拉斯线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Rectified hyperbolic secant</source>
            <translation>修正双曲正割</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>The gate is the Gompertz curve. The minimum is at -0.567143, minus the omega constant.</source>
            <translation>门是冈珀茨曲线。最小值在 -0.567143 处，即负的 omega 常数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>It is x + GoLU(-x): the gate is GoLU's, turned about (0, 1/2).</source>
            <translation>它等于 x + GoLU(-x)：门是 GoLU 的门绕 (0, 1/2) 旋转半周。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>Its slope on the right nears ln 2, about 0.69.</source>
            <translation>右侧斜率趋近 ln 2，约 0.69。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>It is x on the right and x exp(x) on the left; the slope is 1 on both sides of 0. The minimum is -1/e, at -1. The same as PREU with alpha = beta = 1.</source>
            <translation>右侧为 x，左侧为 x exp(x)；0 两侧的斜率都是 1。最小值为 -1/e，在 -1 处。与 alpha = beta = 1 的 PREU 相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>x times the Laplace distribution function, as GELU is x times the normal one. The minimum is -1/(2e), at -1.</source>
            <translation>x 乘以拉普拉斯分布函数，正如 GELU 是 x 乘以正态分布函数。最小值为 -1/(2e)，在 -1 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_exponential.py" />
            <source>It is odd and vanishes on both sides; its extremes are at 1.19968 and -1.19968.</source>
            <translation>它是奇函数，两侧都趋于 0；极值在 1.19968 和 -1.19968 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Power function linear unit</source>
            <translation>幂函数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Soft root sign</source>
            <translation>软根符号</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Softplus over exponential</source>
            <translation>softplus 与指数之比</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Softplus times an inverse square root unit</source>
            <translation>softplus 乘以反平方根单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Swish with a moved gate</source>
            <translation>门移动后的 Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Shaped like SiLU without an exponential; on the left it vanishes like 1/x.</source>
            <translation>形状像 SiLU，但不含指数；左侧像 1/x 那样趋于 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>alpha must be above beta / e = {low}, or the denominator is 0 somewhere, got {value}.</source>
            <translation>alpha 必须大于 beta / e = {low}，否则分母会在某处为 0；现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>Bounded: it nears alpha on the right and 0 on the left, with its minimum at -beta. It has a pole unless alpha is above beta / e.</source>
            <translation>有界：右侧趋近 alpha，左侧趋近 0，最小值在 -beta 处。只有 alpha 大于 beta / e 时才没有极点。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>The family is x ln(1 + e^x)^alpha / (sqrt(beta + gamma x^2) + delta e^(-theta x)); here the root is read as x. With delta theta at 1/e or below it would have a pole; the ranges keep off it.</source>
            <translation>该族为 x ln(1 + e^x)^alpha / (sqrt(beta + gamma x^2) + delta e^(-theta x))；这里根式取为 x。delta theta 不大于 1/e 时会有极点；参数范围避开了它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>The paper's example has beta = gamma = 1: softplus times ISRU.</source>
            <translation>论文的例子取 beta = gamma = 1：softplus 乘以 ISRU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_quotient.py" />
            <source>With delta = 1 it is Swish with beta = theta; with delta = 2 and theta = 1 it is EANAF.</source>
            <translation>delta = 1 时是 beta = theta 的 Swish；delta = 2、theta = 1 时是 EANAF。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Sigmoid form of GELU</source>
            <translation>GELU 的 sigmoid 形式</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>SiLU with a factor</source>
            <translation>带系数的 SiLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>SiLU shifted by ln 2</source>
            <translation>平移 ln 2 的 SiLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Adaptive Richard's curve weighted activation</source>
            <translation>自适应理查兹曲线加权激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Activate or not, form B</source>
            <translation>Activate or not，形式 B</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Activate or not, form C</source>
            <translation>Activate or not，形式 C</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Logish</source>
            <translation>Logish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>It differs from the exact GELU by at most 0.0203, at x = 2.27 and -2.27. Swish with beta = 1.702; CLIP uses it.</source>
            <translation>与精确 GELU 最多相差 0.0203（在 x = 2.27 和 -2.27 处）。即 beta = 1.702 的 Swish；CLIP 使用它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>The paper takes beta between 1 and 2. Its slope on the right nears beta, not 1.</source>
            <translation>论文中 beta 取 1 到 2。右侧斜率趋近 beta，而不是 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>The same as x sigmoid(x - ln 2), and as EIS-3 with delta = 2 and theta = 1.</source>
            <translation>与 x sigmoid(x - ln 2) 相同，也与 delta = 2、theta = 1 的 EIS-3 相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>With alpha = 1 it is Swish. alpha moves the gate, beta makes it steeper.</source>
            <translation>alpha = 1 时即为 Swish。alpha 使门移动，beta 使门更陡。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>A smooth maximum of x and p2 x, and so a smooth leaky ReLU. beta = 0 makes it a line, a great beta the maximum itself.</source>
            <translation>x 与 p2 x 的光滑最大值，即光滑的 Leaky ReLU。beta = 0 时是一条直线，beta 很大时就是最大值本身。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>A smooth maximum of p1 x and p2 x. With p1 = 1 and p2 = 0 it is Swish, with p1 = 1 ACON-B.</source>
            <translation>p1 x 与 p2 x 的光滑最大值。p1 = 1 且 p2 = 0 时是 Swish，p1 = 1 时是 ACON-B。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_sigmoid.py" />
            <source>Its slope on the right nears alpha ln 2, about 0.69 alpha. With beta = 10 it is the paper's pLogish.</source>
            <translation>右侧斜率趋近 alpha ln 2，约 0.69 alpha。beta = 10 时是论文中的 pLogish。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Linearly scaled hyperbolic tangent</source>
            <translation>线性缩放双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Hyperbolic tangent of ELU, times x</source>
            <translation>x 乘以 ELU 的双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Phish</source>
            <translation>Phish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Tangent-sigmoid rectified linear unit</source>
            <translation>正切 sigmoid 修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Parametric self-circulation gating unit</source>
            <translation>参数化自循环门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Smish</source>
            <translation>Smish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Shifted tanh gate with a linear term</source>
            <translation>带线性项的平移 tanh 门</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>It is even, a smooth |x|: the sign of x is lost.</source>
            <translation>它是偶函数，即光滑的 |x|：x 的符号丢失。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>One of three functions called TeLU. For positive alpha it is positive on both sides; on the left it nears 0.7616 |x|.</source>
            <translation>三个名为 TeLU 的函数之一。alpha 为正时两侧都为正；左侧趋近 0.7616 |x|。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Both factors are negative on the left, so it is positive on both sides of 0; its slope at 0 is 0.</source>
            <translation>左侧两个因子都为负，因此 0 的两侧都为正；在 0 处斜率为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>PSGU with a = 1. Its slope on the right nears tanh 1, about 0.76.</source>
            <translation>a = 1 的 PSGU。右侧斜率趋近 tanh 1，约 0.76。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>With a = 1 it is TSReLU. The greater a, the further left the gate opens. The default a = 3 is our choice.</source>
            <translation>a = 1 时是 TSReLU。a 越大，门在越靠左处打开。默认值 a = 3 是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>Its slope on the right nears 0.6 alpha.</source>
            <translation>右侧斜率趋近 0.6 alpha。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_by_tanh.py" />
            <source>It starts as LiSHT, with alpha = gamma = 0. With gamma = 1 and alpha = 0 it is 2 x sigmoid(2 x).</source>
            <translation>初始 alpha = gamma = 0，即 LiSHT。gamma = 1 且 alpha = 0 时是 2 x sigmoid(2 x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>Exponential linear sigmoid squashing</source>
            <translation>指数线性 sigmoid 压缩</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>Flatten-T Swish</source>
            <translation>Flatten-T Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>Adaptive quadratic linear unit</source>
            <translation>自适应二次线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>SiLU with a steeper right side</source>
            <translation>右侧更陡的 SiLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>ELU times the sigmoid. Its minimum is 2 sqrt(2) - 3, at x = ln(sqrt(2) - 1).</source>
            <translation>ELU 乘以 sigmoid。最小值为 2 sqrt(2) - 3，在 x = ln(sqrt(2) - 1) 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>The slope jumps from 0 to 1/2 at 0. Parametric FTS is the same function with a T that is learned.</source>
            <translation>斜率在 0 处从 0 跳到 1/2。参数化 FTS 是同一函数，但 T 可学习。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>x times a gate that rises in a straight line from 0 to 1. With a = 1/6 and b = 1/2 it is Hardswish. Sources start a and b at different values; the defaults here are our choice.</source>
            <translation>x 乘以一个从 0 直线上升到 1 的门。a = 1/6、b = 1/2 时是 Hardswish。各来源中 a 和 b 的起始值不同；这里的默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/gates_in_pieces.py" />
            <source>The slope jumps from 1/2 to n + 3/2 at 0 and falls to n + 1/2 further right.</source>
            <translation>斜率在 0 处从 1/2 跳到 n + 3/2，再往右降到 n + 1/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Bounded rectified linear unit</source>
            <translation>有界修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Parameterized clipping activation</source>
            <translation>参数化截断激活</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Hard sigmoid with a free slope, 0.2 in ONNX and old Keras</source>
            <translation>斜率可设的硬 S 形函数（ONNX 和旧版 Keras 取 0.2）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Hard sigmoid of slope one half</source>
            <translation>斜率为二分之一的硬 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Hard Mish</source>
            <translation>硬 Mish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Hard exponential linear sigmoid squashing</source>
            <translation>硬指数线性 S 形压缩</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Hard shrinkage</source>
            <translation>硬收缩</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Soft shrinkage</source>
            <translation>软收缩</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Tanh shrinkage</source>
            <translation>tanh 收缩</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>ReLU6 is the case n = 6. In PyTorch it is Hardtanh(0, n), in Keras the layer ReLU(max_value=n).</source>
            <translation>n = 6 时就是 ReLU6。在 PyTorch 中是 Hardtanh(0, n)，在 Keras 中是层 ReLU(max_value=n)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Bounded ReLU with a learned cap. The paper then rounds the result to few bits; that step is left out here. Only inputs above the cap move it.</source>
            <translation>上限可学习的有界 ReLU。论文随后把结果舍入到很少的位数，这里省去这一步。只有超过上限的输入才会改变它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>The defaults are those of ONNX and of Keras before version 3. PyTorch, JAX and Keras 3 take the slope 1/6: see Hardsigmoid.</source>
            <translation>默认值与 ONNX 和 Keras 3 之前的版本相同。PyTorch、JAX 和 Keras 3 取斜率 1/6，见 Hardsigmoid。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Sparsemax of two numbers, x and 0, is the sparse sigmoid of x: what softmax is to the logistic sigmoid.</source>
            <translation>对 x 和 0 两个数作 sparsemax，得到的就是 x 的 sparse sigmoid，如同 softmax 之于逻辑 S 形函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>A parabola between -2 and 0, x itself on the right. A wider form, x min(max(x + 2.8, 0), 5) / 5, goes by the same name.</source>
            <translation>在 -2 和 0 之间是抛物线，右侧就是 x。另有一种更宽的形式 x min(max(x + 2.8, 0), 5) / 5 也用这个名称。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>ELU times a hard sigmoid on the left, x times it on the right. Its minimum, -0.0997, is at x = -0.443.</source>
            <translation>左侧是 ELU 乘硬 S 形函数，右侧是 x 乘它。最小值 -0.0997 在 x = -0.443 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>In the formula lambda is lambd. It keeps what is great and drops the rest: no value between 0 and lambda, either side, is ever taken.</source>
            <translation>公式中的 lambda 是 lambd。它保留绝对值大的值，其余置 0：在正负两侧，0 和 lambda 之间的值都不会取到。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>In the formula lambda is lambd. It is the least of (y - x)^2 / 2 + lambda |y| over y, the step of the lasso.</source>
            <translation>公式中的 lambda 是 lambd。它是使 (y - x)^2 / 2 + lambda |y| 最小的 y，即 lasso 的一步。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/hard.py" />
            <source>Smooth, and nearly x^3/3 around 0, where the difference loses digits: in single precision 5 % at x = 0.001.</source>
            <translation>平滑，在 0 附近接近 x^3/3；相减在那里会损失有效位：单精度下 x = 0.001 处误差 5 %。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Very leaky rectified linear unit</source>
            <translation>强泄漏修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Dual parametric rectified linear unit</source>
            <translation>双参数修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Attention-based rectified linear unit</source>
            <translation>基于注意力的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Sloped rectified linear unit</source>
            <translation>带斜率的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Shifted rectified linear unit</source>
            <translation>移位修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Displaced rectified linear unit</source>
            <translation>错位修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Flexible rectified linear unit</source>
            <translation>灵活修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Leaky ReLU with the slope 1/3.</source>
            <translation>斜率为 1/3 的 Leaky ReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>With a = 1 and b = 0.01, where it starts, it is the same as Leaky ReLU; with a = 1 and any b it is PReLU.</source>
            <translation>a = 1、b = 0.01（起始值）时与 Leaky ReLU 相同；a = 1 而 b 任意时是 PReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Positive inputs are made larger, by a factor between 1 and 2, and negative ones smaller. In training alpha is cut to 0.01 and 0.99.</source>
            <translation>正的输入放大 1 到 2 倍，负的输入缩小。训练中 alpha 被截断在 0.01 与 0.99 之间。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>The authors tried slopes from 1 to 10.</source>
            <translation>作者试过 1 到 10 的斜率。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>Displaced ReLU with d = 1.</source>
            <translation>即 d = 1 的 Displaced ReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>The identity goes on a little below 0. The authors hold that this suits batch normalization, whose outputs have mean 0.</source>
            <translation>恒等部分延伸到 0 以下一点。作者认为这适合批归一化，因为批归一化输出的均值为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/leaky_rectifiers.py" />
            <source>With b = -0.3989, minus 1 over the square root of 2 pi, a normal input of mean 0 and variance 1 keeps the mean 0. The funnel activation of 2020 is called FReLU as well.</source>
            <translation>取 b = -0.3989，即负的 2 pi 平方根的倒数，均值为 0、方差为 1 的正态输入经过它后均值仍为 0。2020 年的漏斗激活函数也叫 FReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_pieces.py" />
            <source>Piecewise linear unit with learned heights</source>
            <translation>高度可学习的分段线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_pieces.py" />
            <source>Mexican rectified linear unit</source>
            <translation>墨西哥修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_pieces.py" />
            <source>Six intervals of width d = B / 3 with the corners b_i = -B + i d, i = 0 to 6; it starts as ReLU. The authors use more intervals, and set two ends of them from statistics of the inputs.</source>
            <translation>六个宽 d = B / 3 的区间，拐点 b_i = -B + i d，i 从 0 到 6；起初是 ReLU。作者用的区间更多，并按输入的统计量设定其两端。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_pieces.py" />
            <source>PReLU plus three tents with the centres mu_1, mu_2, mu_3 = 2, 1, 3 and the half widths lambda_1, lambda_2, lambda_3 = 2, 1, 1, all times max_input. Every c starts at 0, so it starts as ReLU.</source>
            <translation>PReLU 加三个帐篷，中心 mu_1、mu_2、mu_3 = 2、1、3，半宽 lambda_1、lambda_2、lambda_3 = 2、1、1，都乘以 max_input。每个 c 从 0 开始，所以起初是 ReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_shapes.py" />
            <source>Sinusoidal trainable activation function</source>
            <translation>正弦可训练激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/learned_shapes.py" />
            <source>25 sines as in the source article; in training all three vectors start from standard normal numbers, as in its code. The curve shows one such draw. The paper starts otherwise, for pictures learned from coordinates: frequencies uniform from 0 to 30, phases uniform from −π to π. That start does not train the article's network; with frequencies up to 3 it does as well as normal numbers. The range is the sum of the amplitudes, which no value exceeds.</source>
            <translation>与原文一样有 25 个正弦；训练时三个向量都从标准正态随机数开始，与原文代码一样。曲线是其中一次抽取。论文针对由坐标学习图片，起点不同：频率在 0 到 30 之间均匀抽取，相位在 −π 到 π 之间均匀抽取。用这种起点训练不动原文的网络；频率不超过 3 时与正态随机数一样好。值域取振幅之和，任何值都不会超过它。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Logarithm of the logistic sigmoid</source>
            <translation>逻辑 S 形函数的对数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Log-log, the Gompertz curve</source>
            <translation>双对数函数（Gompertz 曲线）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Complementary log-log</source>
            <translation>互补双对数函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Aranda-Ordaz sigmoid</source>
            <translation>Aranda-Ordaz S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Soft clipping to the unit interval</source>
            <translation>软截断到单位区间</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Softplus turned around: -softplus(-x). Its value at 0 is -ln 2.</source>
            <translation>旋转过来的 softplus：-softplus(-x)。它在 0 处的值是 -ln 2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>The distribution function of Gumbel. It leaves 0 much faster than it nears 1; its value at 0 is 1/e.</source>
            <translation>Gumbel 分布的分布函数。它离开 0 比趋近 1 快得多；在 0 处的值是 1/e。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>The log-log curve turned by half a turn. Copies with -x inside are not this function: they fall from 1 to 0.</source>
            <translation>把双对数曲线旋转半圈。内部写成 -x 的不是这个函数：那样会从 1 降到 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>With a = 1 it is the logistic sigmoid, and as a nears 0 the complementary log-log.</source>
            <translation>a = 1 时是逻辑 S 形函数，a 趋近 0 时趋近互补双对数函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/log_sigmoids.py" />
            <source>Nearly x between 0 and 1, and the sharper the corners the greater a: the clipped line with its corners rounded off. The default a = 50 is our choice.</source>
            <translation>在 0 和 1 之间几乎等于 x，a 越大拐角越尖：把截断直线的拐角磨圆。默认值 a = 50 是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>Exponential</source>
            <translation>指数函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>Symmetric logarithm</source>
            <translation>对称对数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>Symmetric exponential</source>
            <translation>对称指数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>Its own derivative. In float32 it overflows above x = 88.72, in float64 above 709.78.</source>
            <translation>它的导数是它自己。float32 中 x 大于 88.72 时溢出，float64 中大于 709.78 时溢出。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>A logarithm for both signs that is x near 0; symexp undoes it.</source>
            <translation>对正负两侧都适用的对数，在 0 附近就是 x；symexp 是它的逆。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/logarithms.py" />
            <source>The inverse of symlog. Its values explode on both sides, so it suits outputs and not hidden layers.</source>
            <translation>symlog 的反函数。它的值在两侧急剧增大，所以适合输出层，不适合隐藏层。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Mixture of tanh, ReLU, SiLU and sine</source>
            <translation>tanh、ReLU、SiLU 与正弦的混合</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Adaptive blending unit</source>
            <translation>自适应混合单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Transformative adaptive activation on the sigmoid</source>
            <translation>基于 sigmoid 的变换自适应激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Locally adaptive activation on tanh</source>
            <translation>基于 tanh 的局部自适应激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Universal activation function</source>
            <translation>通用激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Variable activation function</source>
            <translation>可变激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>The experts are, in this order, phi_1 = tanh(x), phi_2 = max(0, x), phi_3 = x sigmoid(x) and phi_4 = sin(x); expert k counts by the share exp(w_k x + b_k) over the sum of all four, so the shares add up to 1. In training w and b start from normal random numbers. The curve shows one such draw. The range is found by values at many places.</source>
            <translation>四个专家依次是 phi_1 = tanh(x)、phi_2 = max(0, x)、phi_3 = x sigmoid(x) 和 phi_4 = sin(x)；第 k 个的份额是 exp(w_k x + b_k) 除以四者之和，所以份额之和为 1。训练时 w 和 b 从正态随机数开始。曲线显示其中一次抽取。值域由许多位置上的值求得。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>A sum of tanh, ELU, ReLU, the identity and Swish whose five weights start equal. Nothing keeps the weights positive or their sum at 1 in this plain form.</source>
            <translation>tanh、ELU、ReLU、恒等函数与 Swish 之和，五个权重开始时相等。在这种简单形式中，没有什么使权重保持为正或使其和为 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Any function can stand inside; the paper uses the logistic sigmoid. It starts as that function itself.</source>
            <translation>内部可以是任何函数；论文用逻辑 sigmoid。开始时就是该函数本身。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>The fixed factor n makes a step of a count n times as much. The start has n times a = 1, which is tanh itself. Other functions in place of tanh are usual too.</source>
            <translation>固定因子 n 使 a 的一步相当于 n 倍。开始时 n 乘 a 等于 1，即 tanh 本身。也常用其他函数代替 tanh。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>Five learned numbers that reach forms near the identity, ReLU, sigmoid, tanh and bells. The start is the identity, for ln(1 + e^x) - ln(1 + e^-x) = x.</source>
            <translation>五个可学习的数，可以接近恒等函数、ReLU、sigmoid、tanh 和钟形。开始时是恒等函数，因为 ln(1 + e^x) - ln(1 + e^-x) = x。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/mixtures.py" />
            <source>A small network of one input, four hidden tanh neurons and one output, shared by a whole layer. In training its weights start from normal random numbers. The curve shows one such draw.</source>
            <translation>一个小网络：一个输入、四个 tanh 隐藏神经元和一个输出，由整层共用。训练时其权重从正态随机数开始，曲线显示其中一次抽取。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>SignReLU</source>
            <translation>SignReLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Polynomial linear unit</source>
            <translation>多项式线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Power linear unit</source>
            <translation>幂线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Inverse square root linear unit</source>
            <translation>平方根倒数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Parametric tanh linear unit</source>
            <translation>参数化 tanh 线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Rectified linear tanh</source>
            <translation>修正线性 tanh</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Rectified linear unit with an error function</source>
            <translation>带误差函数的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>NIPUNA</source>
            <translation>NIPUNA</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>NIPUNA as the source article prints it</source>
            <translation>来源文章印出的 NIPUNA</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Softsign on the left. With a = 1 it is PolyLU, and its slope is continuous.</source>
            <translation>左侧是 softsign。a = 1 时是 PolyLU，斜率连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Like ELU, but its slope on the left falls like 1 / x^2 and not exponentially. The same as SignReLU with a = 1 and as PoLU with n = 1.</source>
            <translation>类似 ELU，但左侧斜率按 1 / x^2 衰减，而不是按指数衰减。与 a = 1 的 SignReLU 和 n = 1 的 PoLU 相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>The authors use n = 1, 1.5 and 2; the slope is continuous only with n = 1.</source>
            <translation>作者用 n = 1、1.5 和 2；只有 n = 1 时斜率连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Its second derivative is continuous too, unlike that of ELU.</source>
            <translation>与 ELU 不同，它的二阶导数也连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>alpha = 1 with beta = 1/2 is called ThLU, with any beta TReLU. The slope is continuous where alpha beta = 1.</source>
            <translation>alpha = 1、beta = 1/2 时叫 ThLU，beta 任意时叫 TReLU。alpha beta = 1 时斜率连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>tanh between the two lambdas, its tangents beyond, so the gradient does not vanish. The authors train lambda_plus as well; its gradient is exactly 0 at its start 0, so it is fixed here.</source>
            <translation>两个 lambda 之间是 tanh，之外是它的切线，所以梯度不会消失。作者也训练 lambda_plus；它在起始值 0 处的梯度恰好为 0，所以这里固定。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>The slope is continuous with a = 0.8862, half the square root of pi.</source>
            <translation>a = 0.8862（pi 平方根的一半）时斜率连续。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>x on the right, Swish on the left. The slope jumps at 0 from 1/2 to 1.</source>
            <translation>右侧是 x，左侧是 Swish。斜率在 0 处从 1/2 跳到 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/negative_parts.py" />
            <source>Not the published NIPUNA: it jumps at 0 from alpha ln 2 down to 0, and it is positive where x is negative.</source>
            <translation>不是发表的 NIPUNA：它在 0 处从 alpha ln 2 跳到 0，而且 x 为负时它为正。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>Noisy rectified linear unit</source>
            <translation>带噪声的修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>Randomly translational rectified linear unit</source>
            <translation>随机平移修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>Elastic rectified linear unit</source>
            <translation>弹性修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>Probabilistic activation</source>
            <translation>概率激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>In training normal noise of variance sigmoid(x) is added to each element before ReLU. In evaluation, and in the curves here, epsilon is 0 and it is max(0, x).</source>
            <translation>训练时在 ReLU 之前给每个元素加上方差为 sigmoid(x) 的正态噪声。评估时以及这里的曲线中，epsilon 为 0，即 max(0, x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>In training each element moves the corner by its own normal number a of deviation sigma. In evaluation, and in the curves here, a = 0 and it is max(0, x).</source>
            <translation>训练时每个元素用各自的正态随机数 a（标准差 sigma）移动拐点。评估时以及这里的曲线中，a = 0，即 max(0, x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>In training each element draws its own slope k for x &gt; 0. In evaluation, and in the curves here, k = 1 and it is max(0, x). The default of alpha is our choice.</source>
            <translation>训练时每个元素在 x &gt; 0 处各抽一个斜率 k。评估时以及这里的曲线中，k = 1，即 max(0, x)。alpha 的默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/noisy_rectifiers.py" />
            <source>In training normal noise of deviation sigma is added after ReLU. In evaluation, and in the curves here, it is its mean, max(0, x); the authors draw there as well to tell how sure a network is, and also train sigma. The default of sigma is our choice.</source>
            <translation>训练时在 ReLU 之后加上标准差为 sigma 的正态噪声。评估时以及这里的曲线中，取其均值 max(0, x)；作者在评估时也抽取噪声，以判断网络有多确定，并且还训练 sigma。sigma 的默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>the default</source>
            <translation>默认值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>the least value</source>
            <translation>最小值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>the greatest value</source>
            <translation>最大值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>the step</source>
            <translation>步长</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>Column {column}: the parameter “{word}” is not declared.</source>
            <translation>第 {column} 列：参数“{word}”没有声明。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>Column {column}: there is no parameter “{word}”. Did you mean {near}?</source>
            <translation>第 {column} 列：没有参数“{word}”。是指 {near} 吗？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>Give the function a name.</source>
            <translation>给函数起一个名称。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>A name has at most {most} visible characters and no space at its ends.</source>
            <translation>名称最多有 {most} 个可见字符，首尾没有空格。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{name}: learned must be true or false.</source>
            <translation>{name}：“可学习”必须是 true 或 false。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{name}: the least value, {low}, must be below the greatest, {high}.</source>
            <translation>{name}：最小值 {low} 必须小于最大值 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{name}: the default, {value}, must lie between {low} and {high}.</source>
            <translation>{name}：默认值 {value} 必须在 {low} 和 {high} 之间。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{name}: the step, {value}, must be above 0 and at most the width of the range.</source>
            <translation>{name}：步长 {value} 必须大于 0，且不超过范围的宽度。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{key} is no key of an own function.</source>
            <translation>{key} 不是自定义函数的键。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>{name}: {word} must be a number up to {largest}, got {value}.</source>
            <translation>{name}：{word}必须是不超过 {largest} 的数，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>The parameter {name} is declared twice.</source>
            <translation>参数 {name} 声明了两次。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>The parameter {name} is not in the formula.</source>
            <translation>参数 {name} 不在公式中。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>Your function {name}</source>
            <translation>自定义函数 {name}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/own.py" />
            <source>Formula as typed: {formula}</source>
            <translation>输入的公式：{formula}</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Sine</source>
            <translation>正弦</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>One minus cosine</source>
            <translation>一减余弦</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Cardinal sine</source>
            <translation>正弦基函数 sinc</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Snake</source>
            <translation>Snake</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Growing cosine unit</source>
            <translation>增长余弦单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Amplifying sine unit</source>
            <translation>放大正弦单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Shifted sinc unit</source>
            <translation>平移 sinc 单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Decaying sine unit</source>
            <translation>衰减正弦单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Sine of growing frequency</source>
            <translation>频率增长的正弦</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Minimum of x and its sine</source>
            <translation>x 与其正弦的较小者</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>SIREN (Sitzmann et al. 2020) is this with omega = 30 and a start of the weights of its own.</source>
            <translation>SIREN（Sitzmann 等，2020）就是 omega = 30 的这个函数，另有专门的权重初始化。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>With random normal weights and uniform phases before it, a layer of cosines stands for a Gaussian kernel.</source>
            <translation>前面用随机正态权重和均匀分布的相位时，一层余弦相当于高斯核。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>What the survey of Kunc and Kléma lists as the cosine: 0 at 0, and nearly x^2/2 there.</source>
            <translation>Kunc 和 Kléma 的综述所列的余弦：在 0 处为 0，附近接近 x^2/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Without the value 1 at 0 it would have a gap there. The functions called sinc in NumPy, PyTorch and JAX are sin(pi x) / (pi x).</source>
            <translation>若不在 0 处取值 1，那里会有一个缺口。NumPy、PyTorch 和 JAX 中叫作 sinc 的函数是 sin(pi x) / (pi x)。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>It never falls: its slope is 1 + sin(2 a x), from 0 to 2. So it keeps the trend of x and can repeat itself beyond the data.</source>
            <translation>它从不下降：斜率是 1 + sin(2 a x)，在 0 和 2 之间。因此它保持 x 的趋势，又能在数据之外周期重复。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Its many zeros let a single neuron learn exclusive or, which no monotone function can.</source>
            <translation>它有许多零点，单个神经元就能学会异或，单调函数做不到。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>An even function: it gives x and -x the same value.</source>
            <translation>偶函数：x 和 -x 的值相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>The shift and the factor give it the value 0 and the slope 1 at 0. sinc 0 is 1.</source>
            <translation>平移和系数使它在 0 处的值为 0、斜率为 1。sinc 0 为 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>Odd, with the slope 1 at 0, and it dies away like 1/x^2. sinc 0 is 1.</source>
            <translation>奇函数，0 处斜率为 1，像 1/x^2 那样衰减。sinc 0 为 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>The authors' code holds |x| + 1 fixed when it takes the gradient; the derivatives here are the true ones.</source>
            <translation>作者的代码在求梯度时把 |x| + 1 当作常数；这里给出的是真正的导数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/periodic.py" />
            <source>x on the left and sin x on the right. The two agree at 0 up to the second derivative.</source>
            <translation>左侧是 x，右侧是 sin x。两者在 0 处直到二阶导数都一致。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>S-shaped rectified linear unit</source>
            <translation>S 形修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Adaptive linearized sigmoidal activation</source>
            <translation>自适应线性化 S 形激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Piecewise linear unit</source>
            <translation>分段线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Adaptive piecewise linear unit</source>
            <translation>自适应分段线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Absolute value</source>
            <translation>绝对值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Tent activation</source>
            <translation>帐篷激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Hat function</source>
            <translation>帽函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>t_l must not be above t_r, got {low} and {high}.</source>
            <translation>t_l 不能大于 t_r，现在是 {low} 和 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>The authors start at t_l = 0 and a_r = 1, a leaky ReLU; the defaults here show the S.</source>
            <translation>作者从 t_l = 0、a_r = 1 开始，那是 Leaky ReLU；这里的默认值显出 S 形。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>SReLU with the thresholds 0 and 1. With slopes that are learned, as here, it is called ALiSA, with fixed ones LiSA. The defaults of the slopes are our choice.</source>
            <translation>阈值为 0 和 1 的 SReLU。斜率可学习时（如这里）叫作 ALiSA，固定时叫作 LiSA。斜率的默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Three straight pieces that follow tanh near 0 and do not saturate.</source>
            <translation>由三段直线组成，在 0 附近贴近 tanh，并且不饱和。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>The authors draw a between -0.2 and 0.2 and b from a normal distribution of deviation 0.5; training here starts from one such draw, the defaults. Right of the largest b it is the identity where x &gt; 0.</source>
            <translation>作者在 -0.2 与 0.2 之间随机取 a，从标准差为 0.5 的正态分布取 b；这里的训练从其中一次取值（即默认值）开始。在最大的 b 的右边，x &gt; 0 处它就是恒等函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>An even function: it does not tell x from -x. Its slope is 1 or -1, never 0.</source>
            <translation>偶函数：不区分 x 与 -x。斜率是 1 或 -1，从不为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>Zero outside -delta to delta: an input far from the training data switches no neuron on.</source>
            <translation>在 -delta 到 delta 之外为 0：远离训练数据的输入不会激活任何神经元。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/piecewise_linear.py" />
            <source>The hat function of finite elements, and a tent moved to the right of 0.</source>
            <translation>有限元中的帽函数，也就是移到 0 右边的帐篷。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Self-learnable activation function</source>
            <translation>自学习激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Chebyshev polynomial activation</source>
            <translation>切比雪夫多项式激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Legendre polynomial activation</source>
            <translation>勒让德多项式激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Hermite polynomial activation</source>
            <translation>埃尔米特多项式激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Polynomial of ReLU</source>
            <translation>ReLU 的多项式</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>A polynomial of degree 5. Starts as a least-squares fit to SiLU on -3 to 3. Far out it grows so fast that inputs have to be normalised.</source>
            <translation>5 次多项式。开始时是在 -3 到 3 上对 SiLU 的最小二乘拟合。在远处它增长很快，因此输入必须归一化。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>T are the Chebyshev polynomials: 1, x, 2x^2 - 1, 4x^3 - 3x. Starts as the first terms of ReLU on -1 to 1, which is our choice.</source>
            <translation>T 是切比雪夫多项式：1、x、2x^2 - 1、4x^3 - 3x。开始时是 ReLU 在 -1 到 1 上展开的前几项，这是我们的选择。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>P are the Legendre polynomials: 1, x, (3x^2 - 1) / 2, (5x^3 - 3x) / 2. Starts as the first terms of ReLU on -1 to 1, which is our choice.</source>
            <translation>P 是勒让德多项式：1、x、(3x^2 - 1) / 2、(5x^3 - 3x) / 2。开始时是 ReLU 在 -1 到 1 上展开的前几项，这是我们的选择。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>H are the physicists' Hermite polynomials: 1, 2x, 4x^2 - 2, 8x^3 - 12x, which belong to the weight exp(-x^2). Starts as the first terms of ReLU under that weight, which is our choice.</source>
            <translation>H 是物理学家的 Hermite 多项式：1、2x、4x^2 - 2、8x^3 - 12x，它们对应权重 exp(-x^2)。起初是 ReLU 在该权重下的前几项，这是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/polynomials.py" />
            <source>Order 3 as in the paper: the constant starts at 0, the others at 1/3.</source>
            <translation>与论文相同为 3 阶：常数项从 0 开始，其余从 1/3 开始。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Gaussian bell</source>
            <translation>高斯钟形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Ricker wavelet, the Mexican hat</source>
            <translation>Ricker 小波（墨西哥帽）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Multiquadric</source>
            <translation>多重二次函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Inverse multiquadric</source>
            <translation>逆多重二次函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Piecewise radial basis function</source>
            <translation>分段径向基函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Square</source>
            <translation>平方</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Cube</source>
            <translation>立方</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Non-monotonic cubic unit</source>
            <translation>非单调三次单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>With epsilon = 0.7071 it is exp(-x^2 / 2), the bell of standard deviation 1.</source>
            <translation>epsilon = 0.7071 时是 exp(-x^2 / 2)，即标准差为 1 的钟形。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>The negative second derivative of exp(-x^2 / 2). Times 0.8673 it has the square integral 1.</source>
            <translation>exp(-x^2 / 2) 的二阶导数取负。乘以 0.8673 后平方积分为 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>A smooth |x|: far out it nears epsilon |x|.</source>
            <translation>平滑的 |x|：在远处趋近 epsilon |x|。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>A bell with heavy tails: far out it falls only like 1/|x|.</source>
            <translation>重尾的钟形：在远处只像 1/|x| 那样下降。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>Three equal bells at -2a, 0 and 2a that meet at -a and a, with a corner there.</source>
            <translation>三个相同的钟形，位于 -2a、0 和 2a，在 -a 和 a 处相接并形成拐角。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>One product and no comparison: it can be computed on encrypted numbers.</source>
            <translation>只用一次乘法，不用比较：可以对加密的数计算。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>It multiplies its inputs three at a time, which a parser of sentences made use of.</source>
            <translation>它把输入三个一组相乘，一种句法分析器利用了这一点。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/radial.py" />
            <source>It rises only between -0.577 and 0.577, and is 0 at -1, 0 and 1.</source>
            <translation>它只在 -0.577 和 0.577 之间上升，在 -1、0 和 1 处为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Safe Padé activation unit, version A</source>
            <translation>安全的 Padé 激活单元，版本 A</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Safe Padé activation unit, version B</source>
            <translation>安全的 Padé 激活单元，版本 B</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Safe Padé activation unit, version C</source>
            <translation>安全的 Padé 激活单元，版本 C</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Rational function without absolute values</source>
            <translation>不带绝对值的有理函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Enhanced rational activation</source>
            <translation>增强有理激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Starts as the published fit to Leaky ReLU on -3 to 3; further out it goes on with slope 0.72 on both sides. The denominator is at least 1. It is version A of the authors' package.</source>
            <translation>开始时是公布的在 -3 到 3 上对 Leaky ReLU 的拟合；再往外，两侧都趋于斜率 0.72。分母至少为 1。这是作者软件包中的版本 A。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Starts as the published fit to Leaky ReLU on -3 to 3, with the odd b, below 0.00005 there, set to 0. It has a corner wherever the sum between the bars changes its sign. Version D of the package is this one with noise on the coefficients in training.</source>
            <translation>开始时是公布的在 -3 到 3 上对 Leaky ReLU 的拟合，其中奇数次的 b（原值小于 0.00005）取 0。绝对值内的和改变符号处有一个折角。软件包的版本 D 就是它在训练时给系数加噪声。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Starts as the published fit to Leaky ReLU on -3 to 3. The denominator has a constant of its own and is at least 0.1.</source>
            <translation>开始时是公布的在 -3 到 3 上对 Leaky ReLU 的拟合。分母有自己的常数项，至少为 0.1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>b gives a denominator that is 0 somewhere. Choose b so that b1 times b1 is below 4 times b0 times b2.</source>
            <translation>这个 b 使分母在某处为 0。选择 b，使 b1 乘 b1 小于 4 乘 b0 乘 b2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>Starts as the authors' approximation of ReLU. Nothing keeps training from moving a zero of the denominator onto the line; Rational is the safe form.</source>
            <translation>开始时是作者对 ReLU 的逼近。训练时没有什么能阻止分母的零点移到实轴上；Rational 是安全的形式。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rationals.py" />
            <source>A rational function of degrees 5 and 4 in partial fractions, so that no denominator reaches 0; epsilon is 0.000001. Starts as a least-squares fit to SiLU on -3 to 3.</source>
            <translation>写成部分分式的 5 次与 4 次有理函数，因此分母不会为 0；epsilon 是 0.000001。开始时是在 -3 到 3 上对 SiLU 的最小二乘拟合。</translation>
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
            <source>In training each element draws its own slope a between l (lower) and u (upper); in evaluation, and in the curves here, a is their mean, (l + u) / 2.</source>
            <translation>训练时每个元素在 l（lower）和 u（upper）之间各抽一个斜率 a；评估时以及这里的曲线中，a 是两者的平均值 (l + u) / 2。</translation>
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
            <source>Hard and clipped</source>
            <translation>硬截断</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Rectifiers</source>
            <translation>整流族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Exponential and softplus</source>
            <translation>指数与 Softplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Self-gated</source>
            <translation>自门控</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Periodic</source>
            <translation>周期</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Radial and polynomial</source>
            <translation>径向与多项式</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Learned</source>
            <translation>可学习族</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Vector functions</source>
            <translation>向量函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Gated units</source>
            <translation>门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Your functions</source>
            <translation>自定义函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Elementwise</source>
            <translation>逐元素</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Vector</source>
            <translation>向量</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>Gated unit</source>
            <translation>门控单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>There is no function {key}. The command functions lists all of them.</source>
            <translation>没有函数 {key}。命令 functions 列出所有函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>{key} maps single numbers. Choose a function of vectors or a gated unit here.</source>
            <translation>{key} 作用于单个数。此处应选择向量函数或门控单元。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>{key} maps whole vectors, so it has no curve and no place in a hidden layer. Use evaluate or the Vectors page.</source>
            <translation>{key} 作用于整个向量，因此没有曲线，也不能放进隐藏层。可使用 evaluate 命令或“向量”页面。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>{key} is a gated unit of two inputs, so it has no curve and no place in a hidden layer here. Use evaluate or the Vectors page.</source>
            <translation>{key} 是有两个输入的门控单元，因此没有曲线，此处也不能放进隐藏层。可使用 evaluate 命令或“向量”页面。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>There is no function {key}. Did you mean {near}?</source>
            <translation>没有函数 {key}。是不是 {near}？</translation>
        </message>
        <message>
            <location filename="../../engine/activations/registry.py" />
            <source>{function} has no parameters, so {name} cannot be set.</source>
            <translation>{function} 没有参数，因此不能设置 {name}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Absolute value with a rounded corner</source>
            <translation>尖角变圆的绝对值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Absolute value rounded by tanh</source>
            <translation>用 tanh 变圆的绝对值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Smooth rectified linear unit</source>
            <translation>光滑修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Sparse plus</source>
            <translation>稀疏 plus 函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Smooth maximum unit</source>
            <translation>光滑最大值单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Smooth maximum unit by a root</source>
            <translation>用平方根的光滑最大值单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Bendable linear unit</source>
            <translation>可弯曲线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Bent identity</source>
            <translation>弯曲恒等函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>The inequality in print contradicts itself; this is the reading that is continuous.</source>
            <translation>论文中印出的不等式自相矛盾；这里取连续的那种读法。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>A smooth stand-in for |x|, the sharper the smaller a is; a = 1 is LiSHT.</source>
            <translation>|x| 的光滑替代，a 越小越尖；a = 1 时是 LiSHT。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>A parabola joins the two lines, so the slope is continuous. beta = 1 is sparse plus.</source>
            <translation>一段抛物线连接两条直线，所以斜率连续。beta = 1 时是 sparse plus。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>Its slope is the hard sigmoid (x + 1) / 2, as softplus has the sigmoid. The same as SmeLU with beta = 1.</source>
            <translation>它的斜率是硬 sigmoid (x + 1) / 2，正如 softplus 的斜率是 sigmoid。与 beta = 1 的 SmeLU 相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>A smooth leaky ReLU of slope alpha. alpha = 0 and mu = 0.7071, 1 over the square root of 2, is GELU. Public code starts mu at 1e6, where the corner cannot be told from a sharp one; here it starts at 1.</source>
            <translation>斜率为 alpha 的光滑 Leaky ReLU。alpha = 0、mu = 0.7071（2 的平方根的倒数）时是 GELU。公开的代码让 mu 从 1e6 开始，那时转折与尖角无法分辨；这里从 1 开始。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>A leaky ReLU of slope alpha whose corner is a hyperbola, mu / 2 high at 0. Public code starts mu near 4e-9; here it starts at 1.</source>
            <translation>斜率为 alpha 的 Leaky ReLU，转折处是双曲线，在 0 处高 mu / 2。公开的代码让 mu 从约 4e-9 开始；这里从 1 开始。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>a bends the line: the slope goes from 1 - a far to the left to 1 + a far to the right.</source>
            <translation>a 使直线弯曲：斜率从最左边的 1 - a 变到最右边的 1 + a。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/rounded_rectifiers.py" />
            <source>BLU with a = 1/2: the slope goes from 1/2 on the left to 3/2 on the right.</source>
            <translation>a = 1/2 的 BLU：斜率从左边的 1/2 变到右边的 3/2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Gaussian error linear unit</source>
            <translation>高斯误差线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Gaussian error linear unit, tanh form</source>
            <translation>高斯误差线性单元（tanh 形式）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Sigmoid linear unit</source>
            <translation>S 形线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Swish with a learned beta</source>
            <translation>可学习 beta 的 Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Mish</source>
            <translation>Mish 函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Hard Swish</source>
            <translation>硬 Swish</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Hyperbolic tangent exponential linear unit</source>
            <translation>双曲正切指数线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Mean of SiLU and GELU</source>
            <translation>SiLU 与 GELU 的平均</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>jax.nn.gelu computes the tanh form unless it is told approximate=False.</source>
            <translation>jax.nn.gelu 默认计算 tanh 形式，除非传入 approximate=False。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>It differs from the exact GELU by at most 4.732e-4, at x = 2.699 and -2.699.</source>
            <translation>它与精确 GELU 的差至多为 4.732e-4，在 x = 2.699 和 -2.699 处。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>The same function as Swish with beta = 1.</source>
            <translation>与 beta = 1 的 Swish 是同一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>With beta = 0 it is x/2; with a great beta it nears ReLU. What Keras and JAX call swish is SiLU, beta = 1.</source>
            <translation>beta = 0 时是 x/2；beta 很大时趋近 ReLU。Keras 和 JAX 所说的 swish 是 SiLU，即 beta = 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Its slope jumps from 0 to -1/2 at -3 and from 3/2 to 1 at 3.</source>
            <translation>它的斜率在 -3 处从 0 跳到 -1/2，在 3 处从 3/2 跳到 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Three functions are called TeLU: this one, published as TanhExp in 2020 and renamed in 2024; the trainable ELU of the article's code; and x tanh(ELU(alpha x)) of Mercioni and Holban.</source>
            <translation>有三个函数都叫 TeLU：这一个，2020 年以 TanhExp 发表，2024 年改名；文章代码中的可训练 ELU；以及 Mercioni 和 Holban 的 x tanh(ELU(alpha x))。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/self_gated.py" />
            <source>Invented in the source article. It is a plain function, not the gated layer SwiGLU.</source>
            <translation>由原文提出。它是普通函数，不是门控层 SwiGLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Fourier series activation</source>
            <translation>傅里叶级数激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Expressive neural network, cosine basis</source>
            <translation>表达性神经网络（余弦基）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Rowdy activation on tanh</source>
            <translation>基于 tanh 的 Rowdy 激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Kernel activation function</source>
            <translation>核激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Mixture of Gaussian unit</source>
            <translation>高斯混合单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Five terms, as in the paper. Starts as the Fourier series of ReLU on -pi to pi, which is our choice, and repeats itself outside.</source>
            <translation>与论文相同为五项。开始时是 ReLU 在 -pi 到 pi 上的傅里叶级数，这是我们的选择；在此之外周期重复。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Cosines of the discrete cosine transform with odd indices. The convention is ours: x from -L to L is one run of the transform, its number of samples taken to infinity. Starts as a triangle wave that is nearly x from -3 to 3; its period is 4L.</source>
            <translation>离散余弦变换中奇数下标的余弦。约定是我们的：x 从 -L 到 L 为变换的一个周段，样本数趋于无穷。开始时是三角波，从 -3 到 3 几乎等于 x；周期是 4L。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Waves that keep the slope of tanh from vanishing far out. The a start at 0, so that training begins with plain tanh. Other functions in place of tanh, and cosines, are usual too.</source>
            <translation>加上的波使 tanh 的斜率在远处不会消失。a 从 0 开始，因此训练从普通的 tanh 开始。也常用其他函数代替 tanh，以及用余弦。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>20 fixed centres d_i = -4 + 8 (i - 1) / 19, so from -4 to 4; gamma is 1/6 over the square of their distance, as in the paper. Starts as a fit to tanh between them, and vanishes outside.</source>
            <translation>20 个固定中心 d_i = -4 + 8 (i - 1) / 19，即从 -4 到 4；gamma 是 1/6 除以间距的平方，与论文一致。起初是在它们之间对 tanh 的拟合，之外消失。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/series.py" />
            <source>Three bells, each a normal density times a. The start, three equal ones at -2, 0 and 2, is our choice.</source>
            <translation>三个钟形，各为 a 乘正态密度。开始时是 -2、0、2 处三个相等的钟形，这是我们的选择。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Logistic sigmoid with straight arms</source>
            <translation>两臂为直线的逻辑 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Logistic sigmoid plus a line</source>
            <translation>逻辑 S 形函数加直线</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Derivative of the sigmoid linear unit</source>
            <translation>S 形线性单元的导数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Hexpo, two exponentials with levels of their own</source>
            <translation>Hexpo（两段指数，水平各自设定）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Its slope never vanishes. At b = 2 the sigmoid's own slope is 0.105; a is meant to be above it. Copies that repeat the upper level on the lower side jump there.</source>
            <translation>它的斜率永不消失。b = 2 处 S 形函数自身的斜率是 0.105，a 应大于它。把上侧水平照搬到下侧的写法会在那里跳变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>The line keeps the slope above a. The paper tries a = 0, 0.05, 0.1 and 0.15.</source>
            <translation>直线使斜率始终大于 a。论文试用了 a = 0、0.05、0.1 和 0.15。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>The slope of SiLU used as a function of its own. It passes its levels 0 and 1 by 0.0998, at x = -2.399 and 2.399.</source>
            <translation>把 SiLU 的斜率单独当作函数。它在 x = -2.399 和 2.399 处越过 0 和 1 两个水平 0.0998。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/shaped_sigmoids.py" />
            <source>Its levels are -c and a, its slopes at 0 are c/d on the left and a/b on the right.</source>
            <translation>两端的水平是 -c 和 a，0 处的斜率左侧为 c/d，右侧为 a/b。</translation>
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
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Softplus</source>
            <translation>软加函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Shifted softplus</source>
            <translation>下移的 softplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Parametric softplus</source>
            <translation>参数化 softplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Soft++</source>
            <translation>Soft++</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Softplus linear unit</source>
            <translation>softplus 线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Squareplus</source>
            <translation>Squareplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Logarithm of the hyperbolic cosine</source>
            <translation>双曲余弦的对数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Computed in full. PyTorch's own default returns x itself where beta x is above 20, an error of up to 2e-9. Keras and JAX have no beta.</source>
            <translation>完整计算。PyTorch 默认在 beta x 大于 20 时直接返回 x，误差至多 2e-9。Keras 和 JAX 没有 beta。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Softplus moved down so that 0 gives 0. Smooth, as forces from energies need it.</source>
            <translation>把 softplus 向下移动，使 0 对应 0。它是光滑的，由能量求力时需要这一点。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>With b = ln 2 = 0.6931 it gives 0 at 0.</source>
            <translation>b = ln 2 = 0.6931 时，在 0 处的值为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Softplus with a line added: the slope is 1 / b far to the left and a + 1 / b far to the right.</source>
            <translation>softplus 加一条直线：最左边的斜率是 1 / b，最右边是 a + 1 / b。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>The factor 2 gives softplus the slope 1 at 0, so there is no corner.</source>
            <translation>因子 2 使 softplus 在 0 处的斜率为 1，所以没有尖角。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Softplus without exponentials. b = 4 (ln 2)^2 = 1.9218 has its value at 0. Keras names other authors; the paper is Barron's.</source>
            <translation>不用指数的 softplus。b = 4 (ln 2)^2 = 1.9218 时在 0 处与 softplus 的值相同。Keras 写了别的作者；论文是 Barron 的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/softplus_family.py" />
            <source>Its slope is tanh: near 0 it is x^2 / 2, far out |x| - ln 2.</source>
            <translation>它的斜率是 tanh：在 0 附近是 x^2 / 2，在远处是 |x| - ln 2。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>Cubic B-spline</source>
            <translation>三次 B 样条</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>Edge function of a Kolmogorov-Arnold network</source>
            <translation>Kolmogorov-Arnold 网络的边函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>Look-up table unit</source>
            <translation>查找表单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>low must be below high, got {low} and {high}.</source>
            <translation>low 必须小于 high，得到的是 {low} 和 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>c is coefficients. 15 coefficients on 19 even knots t_k = low + k (high - low) / 18, k = 0 to 18; B_i is the cubic B-spline over t_(i-1) to t_(i+3), all 15 with the sum 1 where four overlap. Starts as a least-squares fit to SiLU on -3 to 3. Outside the knots it is 0, with slope 0, so inputs must be kept inside.</source>
            <translation>c 是 coefficients。15 个系数，19 个等距节点 t_k = low + k (high - low) / 18，k 从 0 到 18；B_i 是 t_(i-1) 到 t_(i+3) 上的三次 B 样条，四个重叠之处总和为 1。起初是在 -3 到 3 上对 SiLU 的最小二乘拟合。节点之外为 0，斜率也为 0，所以输入必须留在里面。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>c is coefficients. 12 even knots -2.2, -1.8, ..., 2.2, of which -1 to 1 are the grid of 5 stretches; B_i is the cubic B-spline over the knots i to i + 4. The curve shows one start with small random coefficients. In a KAN each connection has such a function; here each layer has one.</source>
            <translation>c 是 coefficients。12 个等距节点 -2.2、-1.8、…、2.2，其中 -1 到 1 是分成 5 段的网格；B_i 是第 i 到第 i + 4 个节点上的三次 B 样条。曲线显示一次以小随机系数开始的情形。在 KAN 中每条连接都有一个这样的函数；这里每层一个。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/splines.py" />
            <source>The 25 entries of b are b_-12 to b_12, the values at -12, -11, ..., 12, with a straight line between neighbours; left of -12 the first line goes on, right of 12 the last. The paper's table has a step of 0.1, this one of 1. Starts as ELU, to two decimals.</source>
            <translation>b 的 25 个数是 b_-12 到 b_12，即 -12、-11、…、12 处的值，相邻两个之间是直线；-12 左侧延续第一条，12 右侧延续最后一条。论文的表步长为 0.1，这里为 1。起初是 ELU，取两位小数。</translation>
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
            <source>Sign, the bipolar step</source>
            <translation>符号函数（双极阶跃）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Threshold with a value of its own below</source>
            <translation>阈值函数，阈值以下取指定值</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Truncated rectified linear unit</source>
            <translation>截断修正线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>In the formula theta is threshold. The value at the threshold itself is a convention, here 1. The slope is 0 on both sides, so gradient descent cannot train what lies before it.</source>
            <translation>公式中 theta 是 threshold。阈值处的值是约定，这里为 1。两侧斜率都是 0，所以梯度下降无法训练它之前的部分。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>A network with nothing but this is one linear map, however deep it is.</source>
            <translation>只用它的网络无论多深都只是一个线性映射。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Its slope is 0 on both sides. Binarized networks train it with a made-up slope, 1 for |x| up to 1 and 0 beyond (straight-through), which is no derivative of it.</source>
            <translation>它在两侧的斜率都是 0。二值网络用人为规定的斜率训练它：|x| 不超过 1 时取 1，之外取 0（直通估计），那并不是它的导数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>In the formula t is threshold and v is value. PyTorch has no defaults; those here are of the example in its documentation. Keras calls v default_value.</source>
            <translation>公式中 t 是 threshold，v 是 value。PyTorch 没有默认值；这里取其文档示例中的值。Keras 把 v 叫作 default_value。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/steps.py" />
            <source>Threshold with the value 0 below: in PyTorch it is Threshold(theta, 0). With theta = 0 it is ReLU.</source>
            <translation>阈值以下取 0 的阈值函数：在 PyTorch 中是 Threshold(theta, 0)。theta = 0 时就是 ReLU。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Bipolar sigmoid</source>
            <translation>双极 S 形函数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Scaled hyperbolic tangent of LeCun</source>
            <translation>LeCun 的缩放双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Penalized hyperbolic tangent</source>
            <translation>带惩罚的双曲正切</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Dynamic tanh, in place of a normalization</source>
            <translation>动态 tanh（代替归一化）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Scaled gamma tanh</source>
            <translation>缩放伽马 tanh</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Scaled gamma tanh as the source article prints it</source>
            <translation>原文所印的缩放伽马 tanh</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>The same as tanh(x/2) and as 2 sigmoid(x) - 1.</source>
            <translation>等于 tanh(x/2)，也等于 2 sigmoid(x) - 1。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>The constants give f(1) = 1 and f(-1) = -1 to five digits, so that targets of -1 and 1 lie where it still bends.</source>
            <translation>这两个常数使 f(1) = 1、f(-1) = -1 精确到五位，让目标值 -1 和 1 落在曲线尚未变平的地方。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>To tanh what leaky ReLU is to the identity. The survey of Kunc and Kléma divides by a instead.</source>
            <translation>它之于 tanh，如同带泄漏的 ReLU 之于恒等函数。Kunc 和 Kléma 的综述改用除以 a 的写法。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>It stands where a transformer has its layer normalization. In the paper gamma and beta are one for each channel; here one for each layer.</source>
            <translation>它放在 Transformer 中层归一化的位置。论文中每个通道各有一个 gamma 和 beta；这里每层一个。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Gamma is gamma correction, a power of x, and alpha and beta are learned. The paper writes a x^alpha for x &lt; 0, which has no real value there; -a |x|^alpha is our reading. The survey of Kunc and Kléma leaves out the tanh. The defaults are our choice.</source>
            <translation>这里的伽马指伽马校正，即 x 的幂；alpha 和 beta 可学习。论文对 x &lt; 0 写作 a x^alpha，那里没有实数值；-a |x|^alpha 是我们的理解。Kunc 和 Kléma 的综述漏掉了 tanh。默认值是我们选的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanh_family.py" />
            <source>Not the published function: the article takes the gamma of SGT for the Gamma function. Gamma(3/2) is sqrt(pi)/2 = 0.886. Compare SGT.</source>
            <translation>不是已发表的函数：文章把 SGT 的伽马当成了 Gamma 函数。Gamma(3/2) 是 sqrt(pi)/2 = 0.886。可与 SGT 比较。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>Tanh times softplus</source>
            <translation>tanh 乘以 softplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>Tanh of an exponential, times x</source>
            <translation>x 乘以指数的 tanh</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>Softplus whose exponential is times a tanh</source>
            <translation>指数乘以 tanh 的 softplus</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>As alpha grows it nears softplus on the right and minus softplus on the left.</source>
            <translation>alpha 增大时，右侧趋近 softplus，左侧趋近负的 softplus。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>With beta = gamma = 1 it is TeLU (TanhExp).</source>
            <translation>beta = gamma = 1 时是 TeLU（TanhExp）。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/tanhsoft.py" />
            <source>Defined for every x where alpha is positive. Where alpha is negative the logarithm has no value from some positive x on, so alpha starts above 0 here; training may carry it across.</source>
            <translation>alpha 为正时对每个 x 都有定义。alpha 为负时，从某个正的 x 起对数没有值，所以这里 alpha 从 0 以上开始；训练可能使它越过 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Softmax</source>
            <translation>Softmax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Logarithm of softmax</source>
            <translation>softmax 的对数</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Softmin</source>
            <translation>Softmin</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Sparsemax</source>
            <translation>Sparsemax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Entmax with alpha 1.5</source>
            <translation>alpha 为 1.5 的 entmax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Softmax by a Taylor polynomial</source>
            <translation>泰勒多项式 softmax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Square softmax</source>
            <translation>平方 softmax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Softmax off by one</source>
            <translation>差一的 softmax</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Gumbel softmax, the concrete distribution</source>
            <translation>Gumbel softmax（concrete 分布）</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Maxout</source>
            <translation>Maxout</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Concatenated ReLU</source>
            <translation>拼接 ReLU</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Orthogonal permutation linear unit</source>
            <translation>正交置换线性单元</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>k winners take all</source>
            <translation>k 个胜者全得</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>T is the temperature: near 0 the greatest entry takes all, with a great T all entries become equal. Adding the same number to all entries changes nothing. The libraries have T = 1; Softmax2d is this along the channels of pictures.</source>
            <translation>T 是温度：接近 0 时最大的分量独占全部，T 很大时各分量趋于相等。给所有分量加同一个数，结果不变。各库取 T = 1；Softmax2d 是沿图像通道的 softmax。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>In one step it keeps numbers that the logarithm of a softmax that rounded to 0 would lose. Cross-entropy losses contain it, so no softmax is put before them.</source>
            <translation>一步算出，保住了先把 softmax 舍入为 0 再取对数会丢失的数。交叉熵损失已经包含它，因此前面不放 softmax。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>The softmax of -x: the least entry gets the greatest share.</source>
            <translation>-x 的 softmax：最小的分量得到最大的份额。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>The point of the probability simplex that is nearest to x. Entries far below the greatest get exactly 0, and no gradient.</source>
            <translation>概率单纯形上离 x 最近的点。远小于最大值的分量恰好为 0，也没有梯度。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Half way between softmax (alpha 1) and sparsemax (alpha 2): it gives exact zeros, but leaves them with slope 0.</source>
            <translation>介于 softmax（alpha 为 1）与 sparsemax（alpha 为 2）之间：它给出精确的 0，但离开 0 时斜率为 0。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>The exponential is replaced by its polynomial of order 2, which is never below 1/2. Entries far below -1 count more again.</source>
            <translation>用 2 阶多项式代替指数，它不小于 1/2。远小于 -1 的分量又会占更多。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Cheap, but it has no value where every entry is -c, and it grows again below -c.</source>
            <translation>计算便宜，但所有分量都是 -c 时没有值，小于 -c 时又会增大。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>The shares add up to less than 1, so that a head of attention can abstain. Copies that subtract the greatest entry but leave the 1 as it is compute another function.</source>
            <translation>份额之和小于 1，因此注意力头可以弃权。有的实现减去最大分量却不改动其中的 1，算的是另一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>In training each entry gets its own Gumbel noise, so that the greatest share falls on entry i as often as softmax(x) says, and the result is still differentiable. In evaluation, and here, the noise is left out: softmax of x over tau. PyTorch's function always draws.</source>
            <translation>训练时每个分量加上各自的 Gumbel 噪声，于是最大份额落在第 i 个分量上的频率正如 softmax(x) 所示，而结果仍可求导。评估时以及这里不加噪声：x 除以 tau 的 softmax。PyTorch 的函数总是抽取噪声。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>{name} takes its values in groups of {size}. Give a multiple of {size} values, not {count}.</source>
            <translation>{name} 按每组 {size} 个取值。值的个数应是 {size} 的倍数，而不是 {count}。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>The greatest of each K neighbouring entries; K is pieces, 2 unless it is set. So K linear layers become one convex function. Which entries form a group is a convention: here they follow one another.</source>
            <translation>每 K 个相邻分量中最大的一个；K 是 pieces，不设定时为 2。于是 K 个线性层变成一个凸函数。哪些分量成一组是约定：这里是依次相邻的。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>First the positive parts of all entries, then the negative parts: twice as many. Nothing is lost, for x is the difference of the two.</source>
            <translation>先是所有分量的正部，再是负部：数目加倍。没有丢失什么，因为 x 是两者之差。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Sorts each pair of neighbours, the greater first. It only changes places, so lengths and gradients keep their size. GroupSort with groups of 2 is the same up to the order.</source>
            <translation>对每对相邻分量排序，大的在前。它只交换位置，因此长度和梯度的大小不变。每组 2 个的 GroupSort 除顺序外与它相同。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/vectors.py" />
            <source>Keeps the k greatest entries and makes the others 0; of equal ones the first win. It jumps wherever the winners change.</source>
            <translation>保留最大的 k 个分量，其余为 0；相等时靠前的获胜。胜者改变处它会跳变。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>f, f′ and f″ at {points} places from −50 to 50, parameter sets: {sets}, against an independent form at 50 digits.</source>
            <translation>在 −50 到 50 的 {points} 个位置、{sets} 组参数下，f、f′ 和 f″ 已与 50 位精度的独立公式比较。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>f and its Jacobian at {points} vectors, parameter sets: {sets}, against an independent form at 50 digits.</source>
            <translation>在 {points} 个向量、{sets} 组参数下，f 及其雅可比矩阵已与 50 位精度的独立公式比较。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>f and its derivatives in value and gate at {points} pairs, parameter sets: {sets}, against an independent form at 50 digits.</source>
            <translation>在 {points} 对数、{sets} 组参数下，f 及其对值和门的导数已与 50 位精度的独立公式比较。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>Both sides of each kink.</source>
            <translation>每个不可导点的两侧。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>Never NaN for |x| ≤ 10,000, in float32 and in float64.</source>
            <translation>当 |x| ≤ 10,000 时，在 float32 和 float64 中都不出现 NaN。</translation>
        </message>
        <message>
            <location filename="../../engine/activations/verification.py" />
            <source>Gradients in the learned parameters.</source>
            <translation>对可学习参数的梯度。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>before 2000</source>
            <translation>2000 年以前</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>{first} to {last}</source>
            <translation>{first} 至 {last}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>since {first}</source>
            <translation>{first} 年以来</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>smooth (C∞)</source>
            <translation>光滑（C∞）</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>monotone</source>
            <translation>单调</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>bounded</source>
            <translation>有界</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>zero at zero</source>
            <translation>零点为零</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>learned</source>
            <translation>可学习</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>verified</source>
            <translation>已验证</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/catalogue_filters.py" />
            <source>year unknown</source>
            <translation>年份不详</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/cost.py" />
            <source>There is not enough memory for the measurement. Close other programs and measure again.</source>
            <translation>内存不足，无法测量。关闭其他程序后再测量。</translation>
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
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f is not finite at {count} of {all} places, the nearest to 0 at x = {x} ({kind}).</source>
            <translation>在 {all} 个位置中，f 有 {count} 处不是有限值，离 0 最近的在 x = {x}（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f′ is not finite at {count} of {all} places, the nearest to 0 at x = {x} ({kind}).</source>
            <translation>在 {all} 个位置中，f′ 有 {count} 处不是有限值，离 0 最近的在 x = {x}（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f jumps at {places}. Gradient descent cannot see a jump.</source>
            <translation>f 在 {places} 处跳变。梯度下降看不到跳变。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f′ is not finite at x = {x} ({kind}), though f is: where computes both sides everywhere. where_safe computes each side only where it is taken.</source>
            <translation>f′ 在 x = {x} 处不是有限值（{kind}），而 f 是有限值：where 处处计算两侧。where_safe 只在取用的地方计算各侧。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Derivative right</source>
            <translation>导数正确</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Value finite</source>
            <translation>值有限</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>not everywhere</source>
            <translation>并非处处</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>at {places}</source>
            <translation>在 {places}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>The derivative that training uses is not the slope of f at x = {x}.</source>
            <translation>训练所用的导数在 x = {x} 处不是 f 的斜率。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Range</source>
            <translation>值域</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f(0) = {value}: a network of this function does not map zero to zero.</source>
            <translation>f(0) = {value}：用此函数的网络不会把零映射到零。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>f(0)</source>
            <translation>f(0)</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>The formula could not be checked: {reason}</source>
            <translation>无法检查该公式：{reason}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Derivative finite</source>
            <translation>导数有限</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Jumps</source>
            <translation>跳变</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>Kinks</source>
            <translation>不可导点</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>none found</source>
            <translation>未发现</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/formula_checks.py" />
            <source>at {count} places</source>
            <translation>在 {count} 处</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Not decided.</source>
            <translation>无法判定。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{y} at x = {x}</source>
            <translation>{y} 在 x = {x}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>unbounded</source>
            <translation>无界</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>not decided</source>
            <translation>无法判定</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Not a number</source>
            <translation>无定义</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The place nearest to 0 where f is not a number.</source>
            <translation>离 0 最近的、f 不是数的位置。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Searched at many places.</source>
            <translation>在许多位置搜索。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{point}, stable</source>
            <translation>{point}，稳定</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{point}, unstable</source>
            <translation>{point}，不稳定</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{y} for {stretch}</source>
            <translation>{y}，{stretch}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{y} towards {end}</source>
            <translation>{y}，趋于 {end} 时</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{y} at x = {x} and elsewhere</source>
            <translation>{y} 在 x = {x} 及别处</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>unbounded at x = {x}</source>
            <translation>无界，在 x = {x}</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>all x</source>
            <translation>所有 x</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>x near {x}</source>
            <translation>x 在 {x} 附近</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>and {count} more</source>
            <translation>还有 {count} 个</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>and {count} more up to |x| = {x}</source>
            <translation>以及 |x| ≤ {x} 内另外 {count} 处</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>f jumps</source>
            <translation>f 有跳跃</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>{name} breaks at {x}</source>
            <translation>{name} 在 {x} 处间断</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>odd and even</source>
            <translation>既奇又偶</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>odd</source>
            <translation>奇函数</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>even</source>
            <translation>偶函数</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Exact, from the declaration.</source>
            <translation>精确，来自声明。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Computed, error below {error}.</source>
            <translation>计算所得，误差小于 {error}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Computed without error.</source>
            <translation>计算所得，没有误差。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Searched within [{low}, {high}], error below {error}.</source>
            <translation>在 [{low}, {high}] 内搜索，误差小于 {error}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Searched within [{low}, {high}].</source>
            <translation>在 [{low}, {high}] 内搜索。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Not found within [{low}, {high}].</source>
            <translation>在 [{low}, {high}] 内未找到。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>on no interval</source>
            <translation>任何区间上都不成立</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>none, faster than a line</source>
            <translation>无，比直线快</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>none, slower than a line</source>
            <translation>无，比直线慢</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>none, oscillates</source>
            <translation>无，振荡</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The values that f takes; a square bracket at an end that is reached.</source>
            <translation>f 取到的值；能取到的端点用方括号。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Range found</source>
            <translation>搜到的值域</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The values that the search met. The declared range is wider: what no value exceeds.</source>
            <translation>搜索遇到的值。声明的值域更宽：任何值都不会超过它。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Minimum</source>
            <translation>最小值</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The least value of f and where it is.</source>
            <translation>f 的最小值及其位置。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Maximum</source>
            <translation>最大值</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The greatest value of f and where it is.</source>
            <translation>f 的最大值及其位置。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Turns</source>
            <translation>转折</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The place nearest to 0 where f turns.</source>
            <translation>离 0 最近的、f 转向的位置。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Largest |f′|</source>
            <translation>|f′| 最大</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The Lipschitz constant: f changes by at most this times the change of x.</source>
            <translation>利普希茨常数：f 的变化至多是 x 的变化乘以它。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>|f′| &lt; 0.01</source>
            <translation>|f′| &lt; 0.01</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Saturation: where almost no gradient passes.</source>
            <translation>饱和：几乎没有梯度通过的地方。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>f′ = 0</source>
            <translation>f′ = 0</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Dead stretches: where no gradient passes at all.</source>
            <translation>死区：完全没有梯度通过的地方。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Monotone</source>
            <translation>单调</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Whether f never falls or never rises; two pairs of places show where it does both.</source>
            <translation>f 是否从不下降或从不上升；两对位置表明它既升又降。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Smoothness</source>
            <translation>光滑性</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>How many derivatives exist everywhere and have no jump.</source>
            <translation>有多少阶导数处处存在且没有跳跃。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Where f or one of its derivatives jumps or has no value.</source>
            <translation>f 或它的某阶导数有跳跃或没有值的地方。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The value at zero.</source>
            <translation>在零处的值。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Symmetry</source>
            <translation>对称性</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Odd: f(−x) = −f(x). Even: f(−x) = f(x).</source>
            <translation>奇：f(−x) = −f(x)。偶：f(−x) = f(x)。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>As x → −∞</source>
            <translation>x → −∞</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The asymptote on the left.</source>
            <translation>左侧的渐近线。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>As x → ∞</source>
            <translation>x → ∞</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The asymptote on the right.</source>
            <translation>右侧的渐近线。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The mean of f(z).</source>
            <translation>f(z) 的均值。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The mean of f(z) squared.</source>
            <translation>f(z) 平方的均值。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>The mean of f′(z) squared.</source>
            <translation>f′(z) 平方的均值。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Forward gain</source>
            <translation>前向增益</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>1/√(E f²): weights times this keep the second moment of the values.</source>
            <translation>1/√(E f²)：权重乘以它，数值的二阶矩保持不变。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Backward gain</source>
            <translation>反向增益</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>1/√(E f′²): weights times this keep the second moment of the gradients.</source>
            <translation>1/√(E f′²)：权重乘以它，梯度的二阶矩保持不变。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Zero-centred</source>
            <translation>零均值</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Whether E f = 0. Every odd function is; others can be.</source>
            <translation>E f 是否为 0。奇函数都是；其他函数也可能是。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Fixed points q</source>
            <translation>不动点 q</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Second moments that a wide layer keeps: q = E f(√q z)², with weights of variance 1/width (σ_w = 1) and no biases. Stable: others near it come nearer.</source>
            <translation>宽的层保持不变的二阶矩：q = E f(√q z)²，权重方差为 1/宽度（σ_w = 1），没有偏置。稳定：附近的值会靠近它。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Mean, variance</source>
            <translation>均值、方差</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>Pairs that a wide layer keeps where the weights of each neuron sum to 0: the mean and variance of f(u), u ~ N(0, variance). Stable: others near it come nearer.</source>
            <translation>每个神经元的权重之和为 0 时，宽的层保持不变的一对值：f(u) 的均值和方差，u ~ N(0, 方差)。稳定：附近的值会靠近它。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>every q</source>
            <translation>任何 q</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>every variance</source>
            <translation>任何方差</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>constant</source>
            <translation>常数</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>yes, never falls</source>
            <translation>是，从不下降</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>yes, never rises</source>
            <translation>是，从不上升</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/property_words.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/softmax_facts.py" />
            <source>Every logit must be a number from {low} to {high}, got {value}.</source>
            <translation>每个 logit 必须是 {low} 到 {high} 之间的数，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/softmax_facts.py" />
            <source>There must be between {low} and {high} logits, got {count}.</source>
            <translation>logits 必须有 {low} 至 {high} 个，得到 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/softmax_facts.py" />
            <source>The temperature must be between {low} and {high}, got {value}.</source>
            <translation>温度必须在 {low} 与 {high} 之间，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/softmax_facts.py" />
            <source>The right class must be between {low} and {high}, got {value}.</source>
            <translation>正确类别必须在 {low} 与 {high} 之间，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>The square must go from a smaller to a greater number, got {low} to {high}.</source>
            <translation>正方形的范围必须从较小的数到较大的数，现为 {low} 到 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>The square from {low} to {high} is too narrow: float64 does not tell its points apart. Move the ends apart.</source>
            <translation>从 {low} 到 {high} 的正方形太窄：float64 无法区分其中的点。应将两端拉开。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>the lower end of both inputs</source>
            <translation>两个输入的下限</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>the upper end of both inputs</source>
            <translation>两个输入的上限</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>points along each side</source>
            <translation>每边的点数</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>Contours</source>
            <translation>等高线</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>at most so many lines of equal height, at round numbers</source>
            <translation>等高线的最多条数，取整齐的数值</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>Viridis</source>
            <translation>Viridis</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>Cividis</source>
            <translation>Cividis</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/surface.py" />
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/sweeps.py" />
            <source>{name} of {key} cannot go through a range. Choose a parameter that is a single number.</source>
            <translation>{key} 的 {name} 不能扫过一个范围。应选择单个数值的参数。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/sweeps.py" />
            <source>A sweep must go from a smaller to a greater value, got {low} to {high}.</source>
            <translation>扫描必须从较小的值到较大的值，得到的是 {low} 到 {high}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/sweeps.py" />
            <source>A sweep has {fewest} to {most} frames, got {frames}.</source>
            <translation>一次扫描有 {fewest} 到 {most} 帧，得到的是 {frames}。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/vectors.py" />
            <source>{key} needs an even number of values: first the values, then as many gates. Got {count}.</source>
            <translation>{key} 需要偶数个数：先是值，再是同样多的门。得到 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/analysis/vectors.py" />
            <source>A vector needs at least one entry, and all of them finite.</source>
            <translation>向量至少要有一个分量，且全部有限。</translation>
        </message>
        <message>
            <location filename="../../engine/code/frameworks.py" />
            <source>framework must be one of {known}, got {value}.</source>
            <translation>framework 必须是 {known} 之一，得到的是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} holds the label {label}. Labels must count the classes from 0.</source>
            <translation>{place} 含有标签 {label}。标签必须从 0 开始给类别编号。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} holds the label {label}, and at most {most} classes are accepted. Number the classes from 0.</source>
            <translation>{place} 含有标签 {label}，最多接受 {most} 个类别。类别应从 0 开始编号。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} holds one class only. Choose data with at least two classes.</source>
            <translation>{place} 只有一个类别。选择至少有两个类别的数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} has no training picture of class {name} (empty classes: {empty} of {count}). Add pictures of it, or number the classes without gaps.</source>
            <translation>{place} 没有类别 {name} 的训练图片（空类别：{count} 个中的 {empty} 个）。添加该类图片，或让类别编号连续。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} has no test set, and only one picture of class {name}, which cannot be in both. Add a picture of it, or a test set.</source>
            <translation>{place} 没有测试集，而类别 {name} 只有一张图片，不能同时放进两边。添加一张该类图片，或添加测试集。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>There is no test set in the files: {test:,} of {count:,} pictures were kept for it, the same share of each class ({share}, seed {seed}).</source>
            <translation>文件中没有测试集：{count:,} 张图片中留出 {test:,} 张作测试，每个类别比例相同（{share}，种子 {seed}）。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>Checking the labels</source>
            <translation>正在检查标签</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>Checking the pictures</source>
            <translation>正在检查图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>The labels begin at 1; 1 was taken from each.</source>
            <translation>标签从 1 开始；每个都减了 1。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>{place} holds the label {label} in its {part} set, but there are only {count} classes, 0 to {last}. Correct the labels, or choose other data.</source>
            <translation>{place} 的{part}集含有标签 {label}，但只有 {count} 个类别，0 到 {last}。更正标签，或选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>Splitting the pictures</source>
            <translation>正在划分图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../engine/data/assembly.py" />
            <source>test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>All {count:,} labels are from 0 to {last}.</source>
            <translation>全部 {count:,} 个标签都在 0 到 {last} 之间。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Classes without a test picture: {count} of {all}, the first is {name}. Accuracy says nothing about them.</source>
            <translation>没有测试图片的类别：{all} 个中的 {count} 个，第一个是 {name}。准确率与它们无关。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>The classes are uneven, with training pictures from {least:,} ({small}) to {most:,} ({large}). Accuracy follows the large ones.</source>
            <translation>各类别不均衡，训练图片从 {least:,} 张（{small}）到 {most:,} 张（{large}）。准确率由大的类别主导。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Pixels go from {low} to {high} only, where 0 to 255 is expected: the pictures are nearly black.</source>
            <translation>像素值只从 {low} 到 {high}，而应为 0 到 255：图片几乎全黑。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Each class has pictures for training and for the test.</source>
            <translation>每个类别都有训练图片和测试图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Training pictures of each class: {count:,}.</source>
            <translation>每个类别的训练图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>The classes are about equally large: training pictures of each from {least:,} to {most:,}.</source>
            <translation>各类别大小相近：每类训练图片 {least:,} 到 {most:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Pixels go from {low} to {high} (of 0 to 255).</source>
            <translation>像素值从 {low} 到 {high}（范围 0 到 255）。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Test pictures that are also training pictures: {count:,}. The test is that much too easy.</source>
            <translation>同时也是训练图片的测试图片：{count:,} 张。测试因此偏容易。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>No test picture is also a training picture.</source>
            <translation>没有测试图片同时是训练图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Pictures that are the same as an earlier one of their set: {count:,}.</source>
            <translation>与同一集合中前面的图片相同的图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>No picture comes twice in its set.</source>
            <translation>同一集合中没有重复的图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Pictures with another label than the same picture before: {count:,}.</source>
            <translation>与前面相同图片的标签不一致的图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>No picture has two labels.</source>
            <translation>没有图片带有两种标签。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Pictures of one colour only: {count:,}.</source>
            <translation>只有一种颜色的图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>No picture is of one colour only.</source>
            <translation>没有只有一种颜色的图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/checks.py" />
            <source>Comparing the pictures</source>
            <translation>正在比较图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>{file} cannot be read: {reason}. Choose another folder.</source>
            <translation>无法读取 {file}：{reason}。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>The pictures in {place} take {needed:,} MiB, more than the {limit:,} that are accepted. Raise the memory limit, or choose other data.</source>
            <translation>{place} 中的图片需要 {needed:,} MiB，超过可接受的 {limit:,} MiB。提高内存上限，或选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>{file} holds the label {label}; {kind} has only 0 to {last}. Download the binary version again, or choose other data.</source>
            <translation>{file} 含有标签 {label}；{kind} 只有 0 到 {last}。重新下载二进制版本，或选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>{file} is not in {folder}. Put it there, or choose other data.</source>
            <translation>{folder} 中没有 {file}。把它放进去，或选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>This is a part of {kind}. Not in the folder: {files}.</source>
            <translation>这只是 {kind} 的一部分。文件夹中缺少：{files}。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>{file} is not a whole file of {kind}: {size:,} bytes are not a number of records of {record:,}. Download the binary version again, or choose other data.</source>
            <translation>{file} 不是完整的 {kind} 文件：{size:,} 字节不是每条 {record:,} 字节的整数条记录。重新下载二进制版本，或选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>Reading {file}</source>
            <translation>正在读取 {file}</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>CIFAR-100, coarse labels</source>
            <translation>CIFAR-100，粗标签</translation>
        </message>
        <message>
            <location filename="../../engine/data/cifar.py" />
            <source>{file} became shorter while it was read. Try again.</source>
            <translation>{file} 在读取时变短了。再试一次。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Reading pictures: {done:,} of {count:,}</source>
            <translation>正在读取图片：{count:,} 张中的第 {done:,} 张</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>{place} holds {count:,} class folders, and at most {most} are accepted. Choose another folder.</source>
            <translation>{place} 有 {count:,} 个类别文件夹，最多接受 {most} 个。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>{place} holds no PNG or JPEG picture in folders named as the classes. Add pictures, or remove the folder.</source>
            <translation>{place} 中以类别命名的文件夹里没有 PNG 或 JPEG 图片。添加图片，或移走该文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>The pictures in {place} take {needed:,} MiB with {width} x {height} pixels each, more than the {limit:,} that are accepted. Set a smaller picture side, or raise the memory limit.</source>
            <translation>{place} 中的图片按每张 {width} x {height} 像素需要 {needed:,} MiB，超过可接受的 {limit:,} MiB。设置较小的图片边长，或提高内存上限。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>The pictures are stored in colour but are all grey; one channel was kept.</source>
            <translation>图片以彩色存储，但全是灰度；只保留了一个通道。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Looking for pictures in {folder}</source>
            <translation>正在 {folder} 中查找图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Pictures with transparent parts, which became black: {count:,}.</source>
            <translation>有透明部分（已变为黑色）的图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>{place} holds the class {name}, of which there is no training picture. Remove that folder, or add it to the training pictures.</source>
            <translation>{place} 中有类别 {name}，但它没有训练图片。移走该文件夹，或把它加入训练图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>The class folder {folder} holds no PNG or JPEG picture. Add pictures, or remove the folder.</source>
            <translation>类别文件夹 {folder} 中没有 PNG 或 JPEG 图片。添加图片，或移走该文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Pictures of another size that were brought to {width} x {height} pixels, the middle kept: {count:,} of {all:,}.</source>
            <translation>尺寸不同、保留中间并统一成 {width} x {height} 像素的图片：{all:,} 张中的 {count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Grey pictures that were given three equal channels: {count:,}.</source>
            <translation>补成三个相同通道的灰度图片：{count:,} 张。</translation>
        </message>
        <message>
            <location filename="../../engine/data/class_folders.py" />
            <source>Files that are no PNG or JPEG and were left out: {count:,}.</source>
            <translation>不是 PNG 或 JPEG、因而略过的文件：{count:,} 个。</translation>
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
            <source>{file} announces {announced:,} items, more than the {largest:,} that are accepted. Raise the memory limit, or choose other data.</source>
            <translation>{file} 声明有 {announced:,} 项，超过可接受的 {largest:,} 项。提高内存上限，或选择其他数据。</translation>
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
            <source>{file} announces pictures of {width} x {height} pixels; sides of {least} to {most} are accepted. Choose other data.</source>
            <translation>{file} 声明的图片为 {width} x {height} 像素；可接受的边长为 {least} 到 {most}。选择其他数据。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx.py" />
            <source>{file} is damaged: its compressed content cannot be unpacked. Nothing was loaded. Download the file again, or choose another folder.</source>
            <translation>{file} 已损坏：无法解压。没有加载任何内容。重新下载该文件，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx_sets.py" />
            <source>{file} in {folder} holds {images:,} images, but its label file holds {labels:,} labels. Choose another folder.</source>
            <translation>{folder} 中的 {file} 有 {images:,} 张图片，但标签文件有 {labels:,} 个标签。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx_sets.py" />
            <source>The training pictures in {folder} have {train} pixels, the test pictures {test}. Choose files that belong together.</source>
            <translation>{folder} 中的训练图片为 {train} 像素，测试图片为 {test}。选择属于同一数据集的文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx_sets.py" />
            <source>EMNIST stores its pictures with rows and columns exchanged; they were turned back.</source>
            <translation>EMNIST 的图片以行列互换的方式存储；已换回。</translation>
        </message>
        <message>
            <location filename="../../engine/data/idx_sets.py" />
            <source>Images from {folder} (not FashionMNIST)</source>
            <translation>{folder} 中的图片（不是 FashionMNIST）</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} has the shape {shape}, which is not that of pictures. Save them as (count, height, width) or (count, height, width, 3).</source>
            <translation>{file} 中的 {name} 形状为 {shape}，不是图片的形状。应保存为 (count, height, width) 或 (count, height, width, 3)。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} holds pixels from {low:.4g} to {high:.4g}: {wanted}. Scale them, or save them as uint8.</source>
            <translation>{file} 中的 {name} 的像素值从 {low:.4g} 到 {high:.4g}：{wanted}。缩放它们，或保存为 uint8。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} holds values of type {type}. Save pictures as uint8, or as fractions of 0 to 1.</source>
            <translation>{file} 中的 {name} 的值为 {type} 类型。图片应保存为 uint8，或 0 到 1 的小数。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} holds {type} of shape {shape}. Save one whole number for each picture.</source>
            <translation>{file} 中的 {name} 为 {type}，形状为 {shape}。应为每张图片保存一个整数。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{file} holds {images:,} pictures in {name}, but {labels:,} labels for them. Save as many labels as pictures, at least one.</source>
            <translation>{file} 的 {name} 中有 {images:,} 张图片，但对应的标签有 {labels:,} 个。标签应与图片一样多，至少一个。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>The training pictures in {file} have channels, height and width of {train}, the test pictures {test}. Save pictures of one shape.</source>
            <translation>{file} 中训练图片的通道、高和宽为 {train}，测试图片为 {test}。应保存形状一致的图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} holds the label {label}. Number the classes from 0, at most {most} of them.</source>
            <translation>{file} 中的 {name} 含有标签 {label}。类别应从 0 开始编号，最多 {most} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>fractions must be from 0 to 1</source>
            <translation>小数必须在 0 到 1 之间</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>whole numbers must be from 0 to 255</source>
            <translation>整数必须在 0 到 255 之间</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{file} holds no images and labels under a known name; it has {names}. Save them as x_train and y_train, or as images and labels.</source>
            <translation>{file} 中没有以已知名称保存的图片和标签；它有 {names}。应保存为 x_train 和 y_train，或 images 和 labels。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{file} is damaged, or is not what numpy.savez writes. Nothing was loaded. Save it again, or choose another file.</source>
            <translation>{file} 已损坏，或不是 numpy.savez 写出的文件。没有加载任何内容。重新保存，或选择另一个文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{file} cannot be read: {reason}. Choose another file.</source>
            <translation>无法读取 {file}：{reason}。选择另一个文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} does not have the {count:,} values that it announces. Save it again, or choose another file.</source>
            <translation>{file} 中的 {name} 没有它所声明的 {count:,} 个值。重新保存，或选择另一个文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} holds fractions of 0 to 1; they were multiplied by 255.</source>
            <translation>{name} 是 0 到 1 的小数；已乘以 255。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>{name} in {file} holds Python objects, which are never opened, since opening them can run code. Save it as an array of numbers.</source>
            <translation>{file} 中的 {name} 含有 Python 对象；打开它们可能会运行代码，因此绝不打开。应保存为数字数组。</translation>
        </message>
        <message>
            <location filename="../../engine/data/npz.py" />
            <source>Each picture is a row of {pixels:,} numbers; it was taken as {side} x {side} pixels.</source>
            <translation>每张图片是一行 {pixels:,} 个数；按 {side} x {side} 像素处理。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>{place} holds nothing that is read here. Choose a folder of four IDX files (MNIST, KMNIST, EMNIST), of the binary version of CIFAR-10 or CIFAR-100, of class folders with PNG or JPEG pictures, or an .npz file of images and labels.</source>
            <translation>{place} 中没有可读取的数据。选择存有四个 IDX 文件（MNIST、KMNIST、EMNIST）、CIFAR-10 或 CIFAR-100 二进制版本、或装有 PNG 或 JPEG 图片的类别文件夹的文件夹，或存有图片和标签的 .npz 文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>{folder} holds {count} data sets: {names}. Choose one file of the wanted set instead of the folder.</source>
            <translation>{folder} 中有 {count} 个数据集：{names}。不选文件夹，而选择所需数据集的一个文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>{folder} holds {count} .npz files. Choose one of them instead of the folder.</source>
            <translation>{folder} 中有 {count} 个 .npz 文件。不选文件夹，而选择其中一个文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>{place} is not there. Choose a folder or a file of pictures.</source>
            <translation>{place} 不存在。选择图片文件夹或图片文件。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>{folder} holds the Python version of CIFAR, whose files are pickles: opening them can run code, so they are never opened. Download the binary version instead.</source>
            <translation>{folder} 中是 CIFAR 的 Python 版本，其文件是 pickle：打开它们可能会运行代码，因此绝不打开。应下载二进制版本。</translation>
        </message>
        <message>
            <location filename="../../engine/data/own.py" />
            <source>There is not enough memory for the pictures in {place}. Close other programs, or choose fewer or smaller pictures.</source>
            <translation>内存不足以容纳 {place} 中的图片。关闭其他程序，或选择更少或更小的图片。</translation>
        </message>
        <message>
            <location filename="../../engine/data/picture_files.py" />
            <source>{file} announces more than {most:,} pixels. Remove it, or make it smaller.</source>
            <translation>{file} 声明的像素超过 {most:,} 个。移走它，或把它缩小。</translation>
        </message>
        <message>
            <location filename="../../engine/data/picture_files.py" />
            <source>{file} is larger than the {most:,} MiB that a picture may have. Remove it, or make it smaller.</source>
            <translation>{file} 超过一张图片允许的 {most:,} MiB。移走它，或把它缩小。</translation>
        </message>
        <message>
            <location filename="../../engine/data/picture_files.py" />
            <source>{file} has only {width} x {height} pixels. Replace it, or remove it from the folder.</source>
            <translation>{file} 只有 {width} x {height} 像素。替换它，或把它移出文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/picture_files.py" />
            <source>{file} cannot be read: {reason}. Remove it, or choose another folder.</source>
            <translation>无法读取 {file}：{reason}。移走它，或选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/picture_files.py" />
            <source>{file} is damaged, or is no PNG or JPEG picture. Replace it, or remove it from the folder.</source>
            <translation>{file} 已损坏，或不是 PNG 或 JPEG 图片。替换它，或把它移出文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>{text} sets a value twice.</source>
            <translation>{text} 对同一个值设置了两次。</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Test share</source>
            <translation>测试比例</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Share of each class that is kept for the test, where the data have no test set of their own</source>
            <translation>数据没有自带测试集时，每个类别留作测试的比例</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Split seed</source>
            <translation>划分种子</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Draws which pictures are kept for the test, where the data have no test set of their own</source>
            <translation>数据没有自带测试集时，由它抽取留作测试的图片</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Picture side</source>
            <translation>图片边长</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Width and height in pixels that pictures in class folders are brought to; 0: the size that most of them have</source>
            <translation>类别文件夹中的图片统一成的宽和高（像素）；0：取最常见的尺寸</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>fine</source>
            <translation>细</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>coarse</source>
            <translation>粗</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Label set</source>
            <translation>标签组</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Which labels of CIFAR-100: its 100 classes, or its 20 groups</source>
            <translation>使用 CIFAR-100 的哪组标签：100 个类别，或 20 个大类</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>Memory limit</source>
            <translation>内存上限</translation>
        </message>
        <message>
            <location filename="../../engine/data/settings.py" />
            <source>The most MiB of pictures that are read</source>
            <translation>最多读取多少 MiB 的图片</translation>
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
            <source>its memory is full</source>
            <translation>内存已满</translation>
        </message>
        <message>
            <location filename="../../engine/device.py" />
            <source>it was lost: {reason}</source>
            <translation>设备已丢失：{reason}</translation>
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
            <location filename="../../engine/diagnostics/dead_neurons.py" />
            <source>Neurons are counted in networks of linear layers only, and this is a CNN or a transformer. Choose another run.</source>
            <translation>只能统计线性层网络的神经元，而这是 CNN 或 Transformer。选择另一个记录。</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/dead_neurons.py" />
            <source>This network takes pictures of {wanted} numbers, and those of this data set have {given}. Choose the data that it was trained on.</source>
            <translation>此网络接受 {wanted} 个数的图片，而此数据集的图片有 {given} 个数。选择训练它时所用的数据。</translation>
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
            <location filename="../../engine/diagnostics/trace.py" />
            <source>The test set has {count} pictures, so there is none with the number {number}.</source>
            <translation>测试集有 {count} 张图片，没有编号为 {number} 的图片。</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace.py" />
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace.py" />
            <source>Probabilities</source>
            <translation>概率</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace.py" />
            <source>Linear {index}</source>
            <translation>线性层 {index}</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace.py" />
            <source>Activation {index}</source>
            <translation>激活 {index}</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Type at most {count} numbers, got {given}.</source>
            <translation>最多输入 {count} 个数，得到 {given} 个。</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Every input must be a number from {low} to {high}, got {value}.</source>
            <translation>每个输入必须是 {low} 到 {high} 之间的数，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Test picture</source>
            <translation>测试图片</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Training steps</source>
            <translation>训练步数</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>The module form is trained for so many batches of 64 pictures. The functional form has its linear weights, and calls the activation as it was written</source>
            <translation>模块形式先用这么多批（每批 64 张图片）训练。函数形式使用它的线性权重，并按写法调用激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>Training mode</source>
            <translation>训练模式</translation>
        </message>
        <message>
            <location filename="../../engine/diagnostics/trace_records.py" />
            <source>network.train() as before a training step; else network.eval()</source>
            <translation>如同训练步之前的 network.train()；否则为 network.eval()</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>The article's text ranks STAF before TeLU, PReLU and ReLU; its own table has TeLU {telu}, PReLU {prelu}, STAF {staf}, ReLU {relu} %, of one run each.</source>
            <translation>文章正文把 STAF 排在 TeLU、PReLU 和 ReLU 之前；它自己的表却是 TeLU {telu}、PReLU {prelu}、STAF {staf}、ReLU {relu} %，各只运行一次。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>SiLU and Swish are one function in the article's code, x times the sigmoid of x; its table has them {gap} points apart. SiLU alone differs by {spread} points between {seeds} seeds here. (Swish here learns its beta and is another one.)</source>
            <translation>在文章的代码里，SiLU 与 Swish 是同一个函数，即 x 乘以 x 的 sigmoid；它的表中二者相差 {gap} 个百分点。这里仅 SiLU 在 {seeds} 个种子之间就相差 {spread} 个百分点。（这里的 Swish 会学习 beta，是另一个函数。）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Without activation the network reaches {none} %, with ReLU {relu} %: {words}.</source>
            <translation>没有激活函数时网络达到 {none} %，用 ReLU 时 {relu} %：{words}。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>The article's table beside this race, momentum {momentum}</source>
            <translation>文章的表与本次竞赛对照，动量 {momentum}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>not in the article's table</source>
            <translation>文章的表中没有</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>not in this race</source>
            <translation>本次竞赛中没有</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>where one more run would lie</source>
            <translation>在再运行一次的预测区间内</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>where one more run would not lie</source>
            <translation>在再运行一次的预测区间外</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>With momentum {momentum} the printed accuracies differ from the means here by {points} points on average over {count} functions: the printed table is that of the article's code, 0.8, not of its text, 0.9.</source>
            <translation>动量为 {momentum} 时，印出的准确率与这里的均值在 {count} 个函数上平均相差 {points} 个百分点：印出的表对应文章代码的 0.8，而不是正文的 0.9。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>{inside} of {count} printed accuracies lie where one more run of ours would (95 % prediction interval).</source>
            <translation>印出的 {count} 个准确率中有 {inside} 个落在我们再运行一次会落入的范围内（95 % 预测区间）。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Its column "final error (%)" holds losses: {error} for ReLU, where the test loss here is {loss} and the share of errors {wrong} %.</source>
            <translation>它的“最终误差(%)”一列其实是损失：ReLU 为 {error}，而这里的测试损失为 {loss}，错误率为 {wrong} %。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Its column "final error (%)" is no share of errors: {error} for ReLU, of which {wrong} % are wrong by the column beside it.</source>
            <translation>它的“最终误差(%)”一列不是错误率：ReLU 写的是 {error}，而按旁边一列，错误率是 {wrong} %。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>SiLU and Swish are one function in the article's code, x times the sigmoid of x; its table has them {gap} points apart: that is noise of single runs.</source>
            <translation>在文章的代码里，SiLU 与 Swish 是同一个函数，即 x 乘以 x 的 sigmoid；它的表中二者相差 {gap} 个百分点：这是单次运行的噪声。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Without activation the network reaches {none} %, with ReLU {relu} %.</source>
            <translation>没有激活函数时网络达到 {none} %，用 ReLU 时 {relu} %。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>{count} of {all} functions still gained more than half a point in the last three epochs: 15 epochs at a learning rate of 1e-3 measure early speed, not power of expression.</source>
            <translation>{all} 个函数中有 {count} 个在最后三个轮次仍提高了半个百分点以上：学习率 1e-3 的 15 个轮次衡量的是早期速度，而不是表达能力。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>one seed: no interval</source>
            <translation>只有一个种子：没有区间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>With momentum {momentum} the printed accuracies differ from the means here by {points} points on average over {count} functions: the printed table is not that of the article's text, 0.9. Its code has 0.8.</source>
            <translation>动量为 {momentum} 时，印出的准确率与这里的均值在 {count} 个函数上平均相差 {points} 个百分点：印出的表不对应文章正文的 0.9。其代码用的是 0.8。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>With momentum {momentum} the printed accuracies differ from the means here by {points} points on average over {count} functions.</source>
            <translation>动量为 {momentum} 时，印出的准确率与这里的均值在 {count} 个函数上平均相差 {points} 个百分点。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>In an independent run at these settings a network without activation reached {none} %, ReLU {relu} %. Add No activation to the race to see it here.</source>
            <translation>在这些设置下的一次独立运行中，没有激活函数的网络达到 {none} %，ReLU 达到 {relu} %。把“无激活函数”加入竞赛即可在这里看到。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Function</source>
            <translation>函数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>In the article</source>
            <translation>文章中</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Printed accuracy</source>
            <translation>印出的准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Accuracy here</source>
            <translation>这里的准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>95 % interval</source>
            <translation>95 % 区间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Accuracy of each seed, mean and interval</source>
            <translation>各种子的准确率、均值和区间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Here less printed, points</source>
            <translation>差值（这里−印出），百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Printed "final error"</source>
            <translation>印出的“最终误差”</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>Loss here</source>
            <translation>这里的损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/article.py" />
            <source>The printed accuracy</source>
            <translation>印出的准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Full name</source>
            <translation>全称</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Family</source>
            <translation>族</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Formula</source>
            <translation>公式</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Range from</source>
            <translation>值域下端</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Range to</source>
            <translation>值域上端</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Low end reached</source>
            <translation>取到下端</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>High end reached</source>
            <translation>取到上端</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Bounded</source>
            <translation>有界</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Zero at zero</source>
            <translation>零点为零</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Verified</source>
            <translation>已验证</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Largest error, share of the allowed one</source>
            <translation>最大误差（占允许误差的比例）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Difference from PyTorch, f</source>
            <translation>与 PyTorch 的差，f</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Difference from PyTorch, f′</source>
            <translation>与 PyTorch 的差，f′</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Settled by</source>
            <translation>佐证</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <location filename="../../engine/figures/catalogue.py" />
            <source>Catalogue of activation functions</source>
            <translation>激活函数目录</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>{count} linear layers, no activation</source>
            <translation>{count} 个线性层，无激活</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>{count} linear layers are one matrix: outputs up to {largest} differ by at most {difference}</source>
            <translation>{count} 个线性层就是一个矩阵：输出最大为 {largest}，相差至多 {difference}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>With {name} the network is not better ({points} percentage points): what it can express has not been used by this training.</source>
            <translation>使用 {name} 时网络并没有更好（{points} 个百分点）：这次训练没有用上它的表达能力。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>{deep} and {folded} parameters compute the same: without activations depth adds nothing that one layer could not express.</source>
            <translation>{deep} 个参数与 {folded} 个参数算出相同的结果：没有激活，深度不会增加单层无法表达的东西。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>With {name} the network is better by {points} percentage points.</source>
            <translation>使用 {name} 时网络好 {points} 个百分点。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>The same as one matrix</source>
            <translation>同一网络，合成一个矩阵</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>column</source>
            <translation>列</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>Accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>Largest difference of outputs</source>
            <translation>输出的最大差</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>row</source>
            <translation>行</translation>
        </message>
        <message>
            <location filename="../../engine/figures/collapse.py" />
            <source>the matrix: what speaks for each class, and what against it</source>
            <translation>矩阵：哪些像素支持各个类别，哪些反对</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>{reached} of {planned} seeds</source>
            <translation>{reached} / {planned} 个种子</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>not with all seeds: {names}</source>
            <translation>并非所有种子都达到：{names}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Until {accuracy} % test accuracy</source>
            <translation>达到 {accuracy} % 测试准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>{first}, {second}</source>
            <translation>{first}、{second}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>not with all seeds: {names} and {count} more</source>
            <translation>并非所有种子都达到：{names} 等，另有 {count} 个</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Convergence speed</source>
            <translation>收敛速度</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>mean over seeds</source>
            <translation>各种子的均值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Epochs</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Time, s</source>
            <translation>用时，秒</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Epochs of each seed, mean and interval</source>
            <translation>各种子的轮次、均值和区间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/convergence.py" />
            <source>Reached by</source>
            <translation>达到的种子</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Data: {name}, not FashionMNIST</source>
            <translation>数据：{name}，不是 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Training pictures, {places} of each class</source>
            <translation>训练图片，每个类别 {places} 张</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Data: {name}</source>
            <translation>数据：{name}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Training pictures, {places} of each of the first {shown} of {all} classes</source>
            <translation>训练图片，{all} 个类别中的前 {shown} 个，每个 {places} 张</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Training pictures</source>
            <translation>训练图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Test pictures</source>
            <translation>测试图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>{width} × {height} pixels</source>
            <translation>{width} × {height} 像素</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Channels</source>
            <translation>通道</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Pictures of {name}</source>
            <translation>{name} 的图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Classes of {name}</source>
            <translation>{name} 的类别</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Garments</source>
            <translation>内置服装</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>1, grey</source>
            <translation>1，灰度</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>3, red, green and blue</source>
            <translation>3，红、绿、蓝</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../engine/figures/data_set.py" />
            <source>Share</source>
            <translation>占比</translation>
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
            <location filename="../../engine/figures/gates.py" />
            <source>At b = {gate} a change of the value passes with factor {factor}.</source>
            <translation>b = {gate} 时，值的变化以系数 {factor} 通过。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/gates.py" />
            <source>{name}, coloured by {gradient}</source>
            <translation>{name}，按 {gradient} 着色</translation>
        </message>
        <message>
            <location filename="../../engine/figures/gates.py" />
            <source>At b = {gate} the gate is shut: nothing of the value passes, and it gets no gradient.</source>
            <translation>b = {gate} 时门关闭：值完全不能通过，也得不到梯度。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/gates.py" />
            <source>{name}, coloured by z</source>
            <translation>{name}，按 z 着色</translation>
        </message>
        <message>
            <location filename="../../engine/figures/gates.py" />
            <source>{name}: value a, gate b</source>
            <translation>{name}：值 a，门 b</translation>
        </message>
        <message>
            <location filename="../../engine/figures/gates.py" />
            <source>Value a across, gate b up</source>
            <translation>横轴为值 a，纵轴为门 b</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Batch norm</source>
            <translation>批归一化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Layer norm</source>
            <translation>层归一化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Maximum of 2 × 2</source>
            <translation>2 × 2 最大池化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Layers</source>
            <translation>各层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Linear, {inputs} to {outputs}</source>
            <translation>线性层，{inputs} 到 {outputs}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Convolution {side} × {side}, {inputs} to {outputs}</source>
            <translation>卷积 {side} × {side}，{inputs} 到 {outputs}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Attention, {count} heads</source>
            <translation>注意力，{count} 个头</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Dropout, rate {rate}</source>
            <translation>Dropout，比例 {rate}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Positions of the patches</source>
            <translation>图块的位置编码</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Layer</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <location filename="../../engine/figures/layers.py" />
            <source>All layers</source>
            <translation>所有层</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>{name}, seed {seed}, {epochs} epochs</source>
            <translation>{name}，种子 {seed}，{epochs} 个轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>wrong test pictures</source>
            <translation>判错的测试图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>{true} taken for {predicted}</source>
            <translation>{true} 判为 {predicted}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>{name}, seed {seed}, 1 epoch</source>
            <translation>{name}，种子 {seed}，1 个轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>right, %</source>
            <translation>正确，%</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>Wrong pictures</source>
            <translation>判错的图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>Predicted</source>
            <translation>预测</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>How sure</source>
            <translation>置信度</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>Confusion of {run}</source>
            <translation>{run} 的混淆矩阵</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>rows: true class; columns: predicted; {right} of {all} right</source>
            <translation>行：真实类别；列：预测类别；{all} 张中 {right} 张正确</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>Wrong pictures of {run}</source>
            <translation>{run} 判错的图片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/outcomes.py" />
            <source>{wrong} of {all} wrong; most frequent confusions, the surest first</source>
            <translation>{all} 张中 {wrong} 张判错；最常见的混淆，置信度最高的在前</translation>
        </message>
        <message>
            <location filename="../../engine/figures/precision.py" />
            <source>{name}: error</source>
            <translation>{name}：误差</translation>
        </message>
        <message>
            <location filename="../../engine/figures/precision.py" />
            <source>error in ULP</source>
            <translation>误差（ULP）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>time since the start of the run</source>
            <translation>自运行开始的时间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Race</source>
            <translation>竞赛</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Race against time</source>
            <translation>竞赛随时间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Test loss</source>
            <translation>测试损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Test accuracy</source>
            <translation>测试准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Training loss</source>
            <translation>训练损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Training accuracy</source>
            <translation>训练准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Training and test loss</source>
            <translation>训练和测试损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Training and test accuracy</source>
            <translation>训练和测试准确率</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>log scale; thin: training</source>
            <translation>对数轴；细线：训练</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>log scale</source>
            <translation>对数轴</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race.py" />
            <source>band: lowest to highest seed</source>
            <translation>色带：各种子最低至最高</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>第 {epoch} / {epochs} 轮</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>waiting, place {place}</source>
            <translation>等待中，第 {place} 位</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>taken out</source>
            <translation>已移出</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_queue.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>Not compared, as runs are missing</source>
            <translation>因缺少运行而未比较</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>Not compared, as runs diverged</source>
            <translation>因有运行发散而未比较</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>Not compared, as one seed shows nothing of luck</source>
            <translation>因单个种子看不出偶然性而未比较</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>{words} than {name}</source>
            <translation>{words}（与 {name} 相比）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>{low} to {high}</source>
            <translation>{low} 至 {high}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>What the seeds say</source>
            <translation>各种子说明什么</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>Pairs told apart: {count} of {all}</source>
            <translation>可以区分的对：{all} 对中有 {count} 对</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_report.py" />
            <source>{reason}: {count} of {all}</source>
            <translation>{reason}：{all} 对中有 {count} 对</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Compared by seed: paired t tests, Holm over all {count} pairs at 5 %. The range in words is the interval at the level of Holm's step for that pair.</source>
            <translation>按种子配对比较：配对 t 检验，对全部 {count} 对作 5 % 的 Holm 校正。文字中的范围是该对在 Holm 步骤水平上的区间。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>There is nothing to compare: add a function, or values to the grid.</source>
            <translation>没有可比较的：可添加函数，或在网格中添加取值。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Nothing is compared: one seed shows nothing of luck.</source>
            <translation>未作比较：单个种子看不出偶然性。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Compared by seed: a paired t test at 5 %. The range in words is its interval.</source>
            <translation>按种子配对比较：配对 t 检验，水平 5 %。文字中的范围即其区间。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>All pairs</source>
            <translation>所有两两比较</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Seeds</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Against {name}</source>
            <translation>与 {name} 相比</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>First</source>
            <translation>第一个</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Second</source>
            <translation>第二个</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Difference, points</source>
            <translation>差值，百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Difference of each seed, mean and interval</source>
            <translation>各种子的差值、均值和区间</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>p after Holm</source>
            <translation>Holm 校正后的 p</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>Holm's step, from</source>
            <translation>Holm 步骤区间，从</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_tables.py" />
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>not distinguishable with {seeds} seeds</source>
            <translation>{seeds} 个种子无法区分</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>{name}, {setting} {value}</source>
            <translation>{name}，{setting} {value}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>{name} is better by {low} to {high} points</source>
            <translation>{name} 高 {low} 至 {high} 个百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>{name} is better by {difference} points with every seed: no spread to test</source>
            <translation>每个种子都是 {name} 高 {difference} 个百分点：没有离散，无法检验</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>the same with every seed</source>
            <translation>每个种子都相同</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>not yet: {name} has {done} of {planned} seeds</source>
            <translation>尚无结论：{name} 只有 {done} / {planned} 个种子</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>better by {low} to {high} points</source>
            <translation>高 {low} 至 {high} 个百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>worse by {low} to {high} points</source>
            <translation>低 {low} 至 {high} 个百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>better by {difference} points with every seed: no spread to test</source>
            <translation>每个种子都高 {difference} 个百分点：没有离散，无法检验</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>worse by {difference} points with every seed: no spread to test</source>
            <translation>每个种子都低 {difference} 个百分点：没有离散，无法检验</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>running, seed {seed} ({place} of {planned})</source>
            <translation>正在运行，种子 {seed}（第 {place} 个，共 {planned} 个）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>running, {count} of {planned} seeds at once</source>
            <translation>正在运行，{planned} 个种子中的 {count} 个同时进行</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>the run diverged</source>
            <translation>运行发散</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>{diverged} of {planned} runs diverged</source>
            <translation>{planned} 次运行中 {diverged} 次发散</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>not yet</source>
            <translation>尚未完成</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>not yet: {done} of {planned} seeds</source>
            <translation>尚无结论：{done} / {planned} 个种子</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>baseline</source>
            <translation>基线</translation>
        </message>
        <message>
            <location filename="../../engine/figures/race_words.py" />
            <source>not compared: {name} diverged</source>
            <translation>未比较：{name} 发散</translation>
        </message>
        <message>
            <location filename="../../engine/figures/run_settings.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../engine/figures/run_settings.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../../engine/figures/run_settings.py" />
            <source>{name} {digest}</source>
            <translation>{name} {digest}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>{name}, run {number}</source>
            <translation>{name}，记录 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>diverged</source>
            <translation>发散</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>broken off</source>
            <translation>已中断</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>running, epoch {epoch}</source>
            <translation>运行中，第 {epoch} 轮</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Runs</source>
            <translation>记录</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>{name}, baseline</source>
            <translation>{name}，基线</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Run no.</source>
            <translation>记录</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>± points</source>
            <translation>± 百分点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>± loss</source>
            <translation>± 损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Begun</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Diverged at epoch</source>
            <translation>发散轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Diverged at step</source>
            <translation>发散步</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Baseline</source>
            <translation>基线</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Data digest</source>
            <translation>数据摘要</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Done otherwise than set</source>
            <translation>与设置不同之处</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Job</source>
            <translation>任务</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Checkpoint</source>
            <translation>检查点</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>Curves of runs</source>
            <translation>记录的曲线</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>stopped at epoch {epoch}</source>
            <translation>停在第 {epoch} 轮</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>diverged at epoch {epoch}, step {step}</source>
            <translation>在第 {epoch} 轮第 {step} 步发散</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>broken off at epoch {epoch}</source>
            <translation>在第 {epoch} 轮中断</translation>
        </message>
        <message>
            <location filename="../../engine/figures/runs.py" />
            <source>thin: training</source>
            <translation>细线：训练</translation>
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
            <source>{name}, trained elsewhere, {images} training images</source>
            <translation>{name}，由其他程序训练，{images} 张训练图像</translation>
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
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>{name}, seed {seed}: learned parameters over epochs</source>
            <translation>{name}，种子 {seed}：可学习参数随轮次的变化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>Parameter</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>Index</source>
            <translation>序号</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>Start</source>
            <translation>起始</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>Now</source>
            <translation>当前</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shape_numbers.py" />
            <source>{layer}: {parameter}</source>
            <translation>{layer}：{parameter}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>The shapes of epoch {epoch} are not there. They are known for {known}.</source>
            <translation>没有轮次 {epoch} 的形状。已知轮次：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{name}, seed {seed}, epoch {epoch}</source>
            <translation>{name}，种子 {seed}，轮次 {epoch}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{layer}: {function}</source>
            <translation>{layer}：{function}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{name} has no learned parameters. Choose a run of a function that learns its shape.</source>
            <translation>{name} 没有可学习参数。选择一个学习自身形状的函数的记录。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{subject} (dotted: at the start; dashed: f′)</source>
            <translation>{subject}（点线：起始；虚线：f′）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{subject} (dashed: f′)</source>
            <translation>{subject}（虚线：f′）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/shapes.py" />
            <source>{subject} (dotted: at the start)</source>
            <translation>{subject}（点线：起始）</translation>
        </message>
        <message>
            <location filename="../../engine/figures/surface.py" />
            <source>{formula} of {count} functions</source>
            <translation>{count} 个函数的 {formula}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/surface.py" />
            <source>Heat map and slices</source>
            <translation>热图与切片</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>The forms first differ after {layer}: by at most {difference}</source>
            <translation>两种形式在{layer}之后首次不同：最多相差 {difference}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>The module is random in training mode; the call is not told the mode.</source>
            <translation>模块在训练模式下是随机的；函数调用不知道模式。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>equal</source>
            <translation>相等</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Difference</source>
            <translation>差</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Both forms give exactly the same numbers at every layer</source>
            <translation>两种形式在每一层的数值完全相同</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>The forms first differ after {layer}: there only one of them is finite</source>
            <translation>两种形式首次不同之处：{layer}，那里只有一种是有限的数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>This function keeps no state: the same input gives the same output, however it is written.</source>
            <translation>此函数没有状态：无论怎样写，相同的输入得到相同的输出。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>In training mode the module draws a slope for every negative value. F.rrelu has training=False unless it is told, and takes the mean slope.</source>
            <translation>训练模式下，模块为每个负值随机抽取斜率。F.rrelu 若不指明则 training=False，取平均斜率。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>The module's own parameter has been trained. The call still has the value that was written: whoever calls the function must keep the parameter.</source>
            <translation>模块自己的参数已经过训练。函数调用仍用写下的数值：调用函数的人必须自己保存参数。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Module</source>
            <translation>模块</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Functional</source>
            <translation>函数式</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Module, first</source>
            <translation>模块，首个值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Functional, first</source>
            <translation>函数式，首个值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Max difference</source>
            <translation>最大差</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Forms</source>
            <translation>两种形式</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Both forms agree at every layer, but {layer} gives numbers that are not finite</source>
            <translation>两种形式在每一层都一致，但{layer}给出了非有限的数</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>In evaluation RReLU has its mean slope in both forms. Training mode makes the module draw slopes; F.rrelu is not told.</source>
            <translation>评估时 RReLU 的两种形式都取平均斜率。训练模式使模块随机抽取斜率；F.rrelu 不知道模式。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>The module owns a learned parameter. At its start the call has the same value; after training steps it does not.</source>
            <translation>模块拥有一个可学习参数。起初函数调用的数值与它相同；训练若干步后就不同了。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>first difference</source>
            <translation>首次不同</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>differ</source>
            <translation>不同</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Values</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Min</source>
            <translation>最小值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Max</source>
            <translation>最大值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Zeros</source>
            <translation>零的占比</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>Neuron</source>
            <translation>神经元</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>{layer}: module solid, functional dashed</source>
            <translation>{layer}：实线为模块，虚线为函数式</translation>
        </message>
        <message>
            <location filename="../../engine/figures/trace.py" />
            <source>|module − functional|</source>
            <translation>|模块 − 函数式|</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>{name}, seed {seed}</source>
            <translation>{name}，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>Epochs done</source>
            <translation>完成轮次</translation>
        </message>
        <message>
            <location filename="../../engine/figures/training.py" />
            <source>log scale; thin: training loss while it runs</source>
            <translation>对数刻度；细线：训练过程中的损失</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Jacobian</source>
            <translation>雅可比矩阵</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Cross-entropy</source>
            <translation>交叉熵</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Large logits</source>
            <translation>大 logits</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>sum {total}</source>
            <translation>总和 {total}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>loss {loss}; p − 1 if right, else p</source>
            <translation>损失 {loss}；正确类为 p − 1，其余为 p</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>{precision}, overflow at {limit}</source>
            <translation>{precision}，{limit} 处溢出</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Logits z</source>
            <translation>Logits z</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>{name} of z/T</source>
            <translation>z/T 的 {name}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>{name} has another number of outputs and cannot be laid over them</source>
            <translation>{name} 的输出个数不同，无法叠加</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>probabilities, sum {total}</source>
            <translation>概率，总和 {total}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>logarithms of probabilities with the sum {total}</source>
            <translation>概率的对数，概率总和 {total}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>loss {loss}; (p − 1)/T if right, else p/T</source>
            <translation>损失 {loss}；正确类为 (p − 1)/T，其余为 p/T</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Gradient from logits</source>
            <translation>由 logits 得到的梯度</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Gradient with a softmax before the loss</source>
            <translation>损失前多加 softmax 的梯度</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>exp, then divide</source>
            <translation>先 exp 再除</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Class {number}</source>
            <translation>类别 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>row sum</source>
            <translation>行和</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Jacobian ∂pᵢ / ∂zⱼ</source>
            <translation>雅可比矩阵 ∂pᵢ / ∂zⱼ</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Entropy</source>
            <translation>熵</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>p of {name}</source>
            <translation>{name} 的 p</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>entropy / ln {count}</source>
            <translation>熵 / ln {count}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Against temperature</source>
            <translation>随温度变化</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>loss {loss}; it cannot fall below {least}</source>
            <translation>损失 {loss}；不会低于 {least}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>nn.CrossEntropyLoss of z/T and its gradient by z; p = softmax(z/T)</source>
            <translation>z/T 的 nn.CrossEntropyLoss 及其对 z 的梯度；p = softmax(z/T)</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Largest taken off first</source>
            <translation>先减最大值</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>Softmax of the logits + {shift}</source>
            <translation>logits + {shift} 的 softmax</translation>
        </message>
        <message>
            <location filename="../../engine/figures/vectors.py" />
            <source>temperature T</source>
            <translation>温度 T</translation>
        </message>
        <message>
            <location filename="../../engine/figures/weights_images.py" />
            <source>The first layer of this network has no weights of the form of a picture. Choose a run of another network.</source>
            <translation>这个网络的第一层没有图片形式的权重。选择另一个网络的运行。</translation>
        </message>
        <message>
            <location filename="../../engine/figures/weights_images.py" />
            <source>{count} units, the largest weights first; {width} × {height} each</source>
            <translation>{count} 个单元，权重最大的在前；每个 {width} × {height}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/weights_images.py" />
            <source>{count} of {all} units, the largest weights first; {width} × {height} each</source>
            <translation>{all} 个单元中的 {count} 个，权重最大的在前；每个 {width} × {height}</translation>
        </message>
        <message>
            <location filename="../../engine/figures/weights_images.py" />
            <source>Weights of the first layer</source>
            <translation>第一层的权重</translation>
        </message>
        <message>
            <location filename="../../engine/figures/weights_images.py" />
            <source>weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} is damaged, or holds no function of this program.</source>
            <translation>{file} 已损坏，或不是本程序的函数文件。</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} could not be deleted: {reason}.</source>
            <translation>无法删除 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} could not be read: {reason}.</source>
            <translation>无法读取 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} was written by a later version of the program. Open it with that version.</source>
            <translation>{file} 由更新版本的程序写成。用那个版本打开它。</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} holds no right function: {reason}</source>
            <translation>{file} 中的函数不正确：{reason}</translation>
        </message>
        <message>
            <location filename="../../engine/library.py" />
            <source>{file} holds the function of another file. Import it instead.</source>
            <translation>{file} 中是另一个文件的函数。改用导入。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/building.py" />
            <source>A transformer has layer norm of its own. Set the normalisation to none.</source>
            <translation>Transformer 自带层归一化。把归一化设为“无”。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/building.py" />
            <source>Residual links can be switched on for linear layers only: a transformer always has them, and the channels of the small CNN change.</source>
            <translation>残差连接只能为线性层网络打开：Transformer 总是带有残差连接，小型 CNN 的通道数则逐层变化。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/cnn.py" />
            <source>Pictures of {height} by {width} pixels cannot be halved {times} times. Take fewer channels.</source>
            <translation>{height} × {width} 像素的图片无法缩小一半 {times} 次。减少通道的层数。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/cnn.py" />
            <source>Linear layer</source>
            <translation>线性层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/cnn.py" />
            <source>Convolution {number}</source>
            <translation>卷积层 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/networks/collapse.py" />
            <source>Only linear layers without activations, normalisation, dropout and residual links are one matrix. Train such a network: the function "none" stands for no activation.</source>
            <translation>只有不带激活、归一化、Dropout 和残差连接的线性层才等于一个矩阵。训练一个这样的网络：函数 “none” 表示无激活。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{names} / {name}</source>
            <translation>{names} / {name}</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>No activation has no parameters, but {names} was given.</source>
            <translation>“无激活函数”没有参数，但给出了 {names}。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>No activation</source>
            <translation>无激活函数</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{count} × {name}</source>
            <translation>{count} × {name}</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{name} are {count} functions, but this network has one place for one. Name one function.</source>
            <translation>{name} 是 {count} 个函数，但此网络只有一个放置函数的位置。只指定一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{name} are {count} functions, but this network has {places} places for one. Name one function, or as many as there are places.</source>
            <translation>{name} 是 {count} 个函数，而此网络有 {places} 个放函数的位置。给出一个函数，或与位置数相同的函数。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>Alpha dropout keeps mean and variance for SELU alone, and {name} is another function.</source>
            <translation>Alpha dropout 只对 SELU 保持均值与方差，而 {name} 是另一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{key} is a gated unit of two inputs and has a place only in the feed-forward blocks of a transformer. Choose that network or another function.</source>
            <translation>{key} 是有两个输入的门控单元，只能放在 Transformer 的前馈块中。选择该网络，或换一个函数。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>{name} is a function of your own. It can stand in all layers, but not be one of several.</source>
            <translation>{name} 是自定义函数。它可以放在所有层中，但不能作为多个函数之一。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/functions.py" />
            <source>There is no parameter {name} in {key}. Parameters of several functions are named as in elu.alpha.</source>
            <translation>{key} 中没有参数 {name}。多个函数的参数按 elu.alpha 的方式命名。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/initialisation.py" />
            <source>{name} has no such gain, so the start weights cannot be computed from it. Choose other start weights.</source>
            <translation>{name} 没有这样的增益，无法由它计算初始权重。选择其他初始权重。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Linear layers</source>
            <translation>线性层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Small CNN</source>
            <translation>小型 CNN</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Small transformer</source>
            <translation>小型 Transformer</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>PyTorch's default</source>
            <translation>PyTorch 默认</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Xavier (Glorot)</source>
            <translation>Xavier（Glorot）</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>He (Kaiming)</source>
            <translation>He（Kaiming）</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>LeCun</source>
            <translation>LeCun</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Orthogonal</source>
            <translation>正交</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Forward gain of the function</source>
            <translation>函数的前向增益</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Backward gain of the function</source>
            <translation>函数的反向增益</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Article: 256, 192, 128, 64</source>
            <translation>文章：256, 192, 128, 64</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>One hidden layer of 128</source>
            <translation>一个宽 128 的隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Two hidden layers of 256</source>
            <translation>两个宽 256 的隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Deep: 10 layers of 64</source>
            <translation>深：10 层，每层 64</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Deep and narrow: 30 layers of 32</source>
            <translation>深而窄：30 层，每层 32</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Deepest: 100 layers of 16</source>
            <translation>最深：100 层，每层 16</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>No hidden layer</source>
            <translation>没有隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Widths of the hidden layers, separated by commas; 16*100 means 16 a hundred times</source>
            <translation>各隐藏层的宽度，用逗号分隔；16*100 表示一百个 16</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Of the CNN's 3 by 3 convolutions; each halves the picture</source>
            <translation>CNN 中 3 × 3 卷积的通道数；每层把图片缩小一半</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Width of the CNN's linear layer behind the convolutions</source>
            <translation>CNN 卷积层之后线性层的宽度</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Patch</source>
            <translation>图块</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Side in pixels of the patches that a transformer sees; it must divide the picture's sides</source>
            <translation>Transformer 所看图块的边长（像素）；必须整除图片的边长</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Token width</source>
            <translation>词元宽度</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>How many numbers stand for each patch in a transformer</source>
            <translation>Transformer 中用多少个数表示一个图块</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Heads</source>
            <translation>注意力头</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Of the attention of a transformer; they must divide the token width</source>
            <translation>Transformer 注意力的头数；必须整除词元宽度</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Blocks</source>
            <translation>块数</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Attention and feed-forward layers of a transformer</source>
            <translation>Transformer 中注意力层与前馈层的块</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Feed-forward</source>
            <translation>前馈宽度</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Width of a transformer's feed-forward layers. Gated units, which have a third matrix, get two thirds of it, rounded: as many parameters where it is a multiple of 3</source>
            <translation>Transformer 前馈层的宽度。门控单元有第三个矩阵，取其三分之二并四舍五入：宽度为 3 的倍数时参数数目相同</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>One shared activation instance</source>
            <translation>各层共用一个激活实例</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>All layers use one instance and so share its learned parameters, as in the source article</source>
            <translation>所有层使用同一个实例，因此共用可学习参数，与原文一样</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Start weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>How the weights are drawn. All but PyTorch's default start biases at 0. The gains are 1/sqrt(E f(z)^2) and 1/sqrt(E f'(z)^2) of the chosen function, for the layers behind it</source>
            <translation>权重的抽取方式。除 PyTorch 默认外，偏置都从 0 开始。两种增益是所选函数的 1/sqrt(E f(z)^2) 与 1/sqrt(E f'(z)^2)，用于它后面的层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Normalisation</source>
            <translation>归一化</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Before each activation; a transformer has layer norm of its own</source>
            <translation>位于每个激活之前；Transformer 自带层归一化</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Residual links</source>
            <translation>残差连接</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Around each hidden layer that is as wide as the one before</source>
            <translation>绕过与前一层同宽的每个隐藏层</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Share of the activations that each training step leaves out</source>
            <translation>每个训练步随机丢弃的激活所占比例</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Alpha dropout</source>
            <translation>Alpha dropout</translation>
        </message>
        <message>
            <location filename="../../engine/networks/settings.py" />
            <source>Dropout that keeps mean and variance of SELU; it is meant for SELU alone (Klambauer et al., 2017)</source>
            <translation>保持 SELU 的均值与方差的 dropout；仅适用于 SELU（Klambauer 等，2017）</translation>
        </message>
        <message>
            <location filename="../../engine/networks/simple.py" />
            <source>Hidden layer {number}</source>
            <translation>隐藏层 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/networks/transformer.py" />
            <source>Block {number}</source>
            <translation>块 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/networks/transformer.py" />
            <source>Patches of {side} pixels do not divide pictures of {height} by {width}. Choose a side that divides both.</source>
            <translation>边长 {side} 像素的图块不能整除 {height} × {width} 的图片。选择能整除两边的边长。</translation>
        </message>
        <message>
            <location filename="../../engine/networks/transformer.py" />
            <source>{heads} heads do not divide a token width of {width}. Choose a width that is a multiple of the heads.</source>
            <translation>{heads} 个注意力头不能整除词元宽度 {width}。选择头数的整数倍作为宽度。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be between {low} and {high}, got {value}.</source>
            <translation>{name} 必须在 {low} 和 {high} 之间，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} can have a number 1 to {high} times, got {value}.</source>
            <translation>{name} 中一个数可以重复 1 到 {high} 次，得到 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be numbers with commas between them, such as 7, 8, 9; got {value}.</source>
            <translation>{name}必须是用逗号分隔的数字，例如 7, 8, 9；现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/parameters.py" />
            <source>{name} must be a number, got {value}.</source>
            <translation>{name} 必须是数，现在是 {value}。</translation>
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
            <source>{name} must be true or false, got {value}.</source>
            <translation>{name} 必须是 true 或 false，现在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/atomic.py" />
            <source>{file} could not be written: {reason}. Choose another folder.</source>
            <translation>无法写入 {file}：{reason}。选择另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_file.py" />
            <source>{file} is damaged, or no database of this program.</source>
            <translation>{file} 已损坏，或不是本程序的数据库。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_file.py" />
            <source>The database of runs was damaged. It was set aside as {file}, and a new one was begun. Runs whose checkpoints are kept are taken into it.</source>
            <translation>记录数据库已损坏，已改名为 {file} 另存，并新建了一个。保存了检查点的记录会收入其中。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_file.py" />
            <source>{file} could not be used: {reason}. Nothing more is kept in it until that is mended.</source>
            <translation>无法使用 {file}：{reason}。修复之前不再向其中保存。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_file.py" />
            <source>{file} is damaged and could not be set aside: {reason}.</source>
            <translation>{file} 已损坏，且无法另存：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_file.py" />
            <source>{file} is in use by another program. Try again when that has ended.</source>
            <translation>{file} 正被另一个程序使用。等它结束后再试。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>Damaged in the database of runs, and left out: run {numbers}. All other runs are shown.</source>
            <translation>记录数据库中有损坏的记录，已略去：记录 {numbers}。其余记录全部照常显示。</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>status</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>begun</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>checkpoint</source>
            <translation>检查点</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>text</source>
            <translation>文本</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>values</source>
            <translation>参数值</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>adapted</source>
            <translation>改动</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>number</source>
            <translation>数字</translation>
        </message>
        <message>
            <location filename="../../engine/storage/runs_reading.py" />
            <source>Run {number} of the database is damaged.</source>
            <translation>数据库中的记录 {number} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../engine/training/batches.py" />
            <source>{name} has the label {label}, but only {count} classes. Choose another data set.</source>
            <translation>{name} 含有标签 {label}，但只有 {count} 个类别。选择另一个数据集。</translation>
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
            <source>part</source>
            <translation>分段</translation>
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
            <location filename="../../engine/training/fitting.py" />
            <source>The memory of {device} is too small for a batch of {batch_size}. Smaller parts would change the result with batch normalisation; take a smaller batch.</source>
            <translation>{device} 的内存不足以容纳 {batch_size} 的批大小。使用批归一化时，分成更小的部分会改变结果；减小批大小。</translation>
        </message>
        <message>
            <location filename="../../engine/training/fitting.py" />
            <source>The memory of {device} is too small for a batch of {batch_size}: its gradient is added up from {parts} parts, which gives the same result.</source>
            <translation>{device} 的内存不足以容纳 {batch_size} 的批大小：其梯度由 {parts} 个部分累加而成，结果相同。</translation>
        </message>
        <message>
            <location filename="../../engine/training/fitting.py" />
            <source>{device} failed, {reason}. The run goes on on the CPU from the end of epoch {epoch}.</source>
            <translation>{device} 出错，{reason}。运行从第 {epoch} 轮次结束处起在 CPU 上继续。</translation>
        </message>
        <message>
            <location filename="../../engine/training/fitting.py" />
            <source>more steps than an epoch has</source>
            <translation>步数多于一个轮次</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has no model_state_dict. The article saves a dictionary with model_state_dict and config.</source>
            <translation>{file} 中没有 model_state_dict。文章保存的是含 model_state_dict 和 config 的字典。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has no config that names its activation (act_func).</source>
            <translation>{file} 中没有指明激活函数（act_func）的 config。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has the activation {name}. Known are: {known}.</source>
            <translation>{file} 使用激活函数 {name}。已知的有：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has no linear layer.</source>
            <translation>{file} 中没有线性层。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} does not fit a network of linear layers with {function}: {reason}.</source>
            <translation>{file} 与使用 {function} 的线性层网络不符：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} holds more than numbers: opening it would run code of whoever made it. Save model.state_dict() instead of the model.</source>
            <translation>{file} 中不只有数字：打开它会运行其制作者的代码。保存 model.state_dict()，而不是整个模型。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} is damaged, or was not written by torch.save. Save the network again.</source>
            <translation>{file} 已损坏，或不是由 torch.save 写入的。重新保存该网络。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>no archive of torch.save</source>
            <translation>不是 torch.save 的存档</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has {name}, which is no part of a Sequential of linear layers.</source>
            <translation>{file} 中有 {name}，它不属于由线性层组成的 Sequential。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has no numbers in {name}.</source>
            <translation>{file} 的 {name} 中没有数值。</translation>
        </message>
        <message>
            <location filename="../../engine/training/foreign.py" />
            <source>{file} has numbers in {name} that are not finite.</source>
            <translation>{file} 的 {name} 中有非有限的数。</translation>
        </message>
        <message>
            <location filename="../../engine/training/history.py" />
            <source>crashed</source>
            <translation>已崩溃</translation>
        </message>
        <message>
            <location filename="../../engine/training/jobs.py" />
            <source>This does not describe a run of this program ({reason}).</source>
            <translation>这不是本程序一次训练的描述（{reason}）。</translation>
        </message>
        <message>
            <location filename="../../engine/training/optimizers.py" />
            <source>the state of another network</source>
            <translation>属于另一个网络的状态</translation>
        </message>
        <message>
            <location filename="../../engine/training/optimizers.py" />
            <source>the state of another optimizer</source>
            <translation>属于另一个优化器的状态</translation>
        </message>
        <message>
            <location filename="../../engine/training/outcomes.py" />
            <source>This run was trained with other data ({name}). Open those to see what it makes of them.</source>
            <translation>这次运行用的是另外的数据（{name}）。打开那个数据集再看它的判断。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_folder.py" />
            <source>A race runs in {folder} now. Wait until it is over, or name another folder.</source>
            <translation>{folder} 中正有一场竞赛在运行。可等它结束，或指定另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_folder.py" />
            <source>{folder} is not empty and holds another race or other files. Name a new folder, or give the settings and the data of the race that is there.</source>
            <translation>{folder} 不为空，其中有另一场竞赛或其他文件。指定一个新文件夹，或给出其中那场竞赛的设置和数据。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_folder.py" />
            <source>{folder} is not a folder. Name a new or an empty one.</source>
            <translation>{folder} 不是文件夹。指定一个新的或空的文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_folder.py" />
            <source>{folder} cannot be used: {reason}. Name another folder.</source>
            <translation>{folder} 无法使用：{reason}。指定另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_plan.py" />
            <source>This race has {count} runs, more than {most}. Take less.</source>
            <translation>这场竞赛有 {count} 次训练，多于 {most} 次。减少一些。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_plan.py" />
            <source>{name} is no setting that a grid can go over. Use one of: {known}.</source>
            <translation>{name} 不是网格可以遍历的设置。可用：{known}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_plan.py" />
            <source>{name} is empty. Give at least one.</source>
            <translation>{name} 为空。至少给出一个。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_plan.py" />
            <source>{item} is named twice in {name}.</source>
            <translation>{item} 在 {name} 中出现了两次。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>{text} is no part of a grid. Write a setting and its values, such as learning_rate=0.001,0.01.</source>
            <translation>{text} 不是网格的一部分。写出设置和它的值，例如 learning_rate=0.001,0.01。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>{text} has a bracket without its other half. Write lists as in [64,64],[128].</source>
            <translation>{text} 中有不成对的括号。列表的写法如 [64,64],[128]。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Type the address of the Dask scheduler, such as 127.0.0.1:8786, or run on this computer.</source>
            <translation>输入 Dask 调度器的地址，例如 127.0.0.1:8786，或在本机运行。</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Each function is trained once with each of these, from the same start weights and batch order as the others. With three or more it can be said what is luck</source>
            <translation>每个函数用其中每个种子各训练一次，初始权重和批次顺序与其他函数相同。三个或更多种子才能说明什么是偶然</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Settings that take several values: learning_rate=0.001,0.01; hidden=[64,64],[128]</source>
            <translation>取多个值的设置：learning_rate=0.001,0.01; hidden=[64,64],[128]</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>This program's thread</source>
            <translation>本程序的线程</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Worker processes</source>
            <translation>工作进程</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Dask cluster</source>
            <translation>Dask 集群</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Run on</source>
            <translation>运行于</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Automatic: one run in a thread of this program, several in as many worker processes as there are cores</source>
            <translation>自动：一次训练在本程序的线程中运行，多次训练使用与核心数相同的工作进程</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Processes</source>
            <translation>进程数</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Each trains one run at a time with one thread</source>
            <translation>每个进程一次训练一个，使用一个线程</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>Scheduler</source>
            <translation>调度器</translation>
        </message>
        <message>
            <location filename="../../engine/training/race_settings.py" />
            <source>The address of the Dask scheduler: tls://HOST:PORT, or 127.0.0.1:8786 through a tunnel</source>
            <translation>Dask 调度器的地址：tls://HOST:PORT，或经隧道的 127.0.0.1:8786</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>{file} cannot be resumed: its run had come to an end. Choose a run that was stopped, or its state after an epoch.</source>
            <translation>{file} 无法继续：其运行已结束。选择已停止的运行，或某一轮次之后的状态。</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>This run was trained on {name}, not on {other}. Choose its own data.</source>
            <translation>此运行是在 {name} 上训练的，而不是 {other}。选择它自己的数据。</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>This run trains {function} with other values. A run goes on as it began.</source>
            <translation>此运行以其他参数值训练 {function}。运行须按开始时的设置继续。</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>This run has done {done} epochs. Ask for more, got {epochs}.</source>
            <translation>此运行已完成 {done} 个轮次。要求的轮次须更多，现为 {epochs}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>With a cosine schedule the number of epochs decides every learning rate. This run has {epochs}.</source>
            <translation>使用余弦调度时，轮次数决定每一个学习率。此运行为 {epochs} 个轮次。</translation>
        </message>
        <message>
            <location filename="../../engine/training/resuming.py" />
            <source>{name} was {value} in this run. A run goes on as it began.</source>
            <translation>此运行中 {name} 为 {value}。运行须按开始时的设置继续。</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>{file} holds a run twice. Nothing was imported.</source>
            <translation>{file} 中有重复的记录。未导入任何内容。</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>fields</source>
            <translation>字段</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>epochs</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>function</source>
            <translation>函数</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>{file} is damaged, or holds no runs of this program. Nothing was imported.</source>
            <translation>{file} 已损坏，或不含本程序的记录。未导入任何内容。</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>runs</source>
            <translation>记录</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_files.py" />
            <source>Run {number} of {file} is no right run ({reason}). Nothing was imported.</source>
            <translation>{file} 的第 {number} 条记录不正确（{reason}）。未导入任何内容。</translation>
        </message>
        <message>
            <location filename="../../engine/training/run_keeping.py" />
            <source>These runs are not kept: {reason}</source>
            <translation>这些记录未保存：{reason}</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>SGD with momentum</source>
            <translation>带动量的 SGD</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>SGD with Nesterov momentum</source>
            <translation>带 Nesterov 动量的 SGD</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>RMSprop</source>
            <translation>RMSprop</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>SGLD (Langevin)</source>
            <translation>SGLD（朗之万）</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Steps</source>
            <translation>阶梯</translation>
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
            <source>Used by SGD and Nesterov only; with 0 they are plain SGD</source>
            <translation>仅用于 SGD 和 Nesterov；为 0 时即普通 SGD</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Temperature</source>
            <translation>温度</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Noise of SGLD: 0 is plain SGD; 1 / number of training images samples the posterior (Welling and Teh, 2011)</source>
            <translation>SGLD 的噪声：0 为普通 SGD；取 1 / 训练图像数时对后验分布采样（Welling 和 Teh，2011）</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Weight decay</source>
            <translation>权重衰减</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Added to the gradient as this share of each weight; AdamW takes it from the weights themselves</source>
            <translation>将每个权重的这一比例加到梯度上；AdamW 直接从权重中减去</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Gradient clipping</source>
            <translation>梯度裁剪</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>The length of the whole gradient is at most this; 0 is off</source>
            <translation>整个梯度的长度不超过此值；0 为关闭</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Schedule</source>
            <translation>学习率调度</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>How the learning rate goes on after the warm-up</source>
            <translation>预热之后学习率如何变化</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Epochs of a step</source>
            <translation>每级轮次</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>After so many epochs the learning rate is multiplied again</source>
            <translation>每过这么多轮次，学习率再乘一次系数</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Factor of a step</source>
            <translation>每级系数</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Warm-up epochs</source>
            <translation>预热轮次</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Over these the learning rate grows evenly from nothing</source>
            <translation>在这些轮次中，学习率从零均匀增大</translation>
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
            <source>Checkpoint every</source>
            <translation>检查点间隔</translation>
        </message>
        <message>
            <location filename="../../engine/training/settings.py" />
            <source>Keeps the run after every so many epochs, to be resumed or examined; 0 is at the end only</source>
            <translation>每过这么多轮次保存一次运行，以便继续或检查；0 为仅在结束时保存</translation>
        </message>
        <message>
            <location filename="../../engine/training/shapes.py" />
            <source>the learned shapes are those of another network</source>
            <translation>学到的形状属于另一个网络</translation>
        </message>
        <message>
            <location filename="../../engine/training/statistics.py" />
            <source>paired results need the same seeds</source>
            <translation>成对比较需要相同的种子</translation>
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
            <location filename="../../engine/training/workers/cluster.py" />
            <source>{address} is not this computer and not encrypted: whoever reaches it can run programs there. Use tls://HOST:PORT, or a tunnel to 127.0.0.1.</source>
            <translation>{address} 不是本机，且未加密：能连到它的人都能在那里运行程序。用 tls://HOST:PORT，或经隧道连到 127.0.0.1。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>{address} is no address of a Dask scheduler. Write HOST:PORT, such as 127.0.0.1:8786.</source>
            <translation>{address} 不是 Dask 调度器的地址。写成 HOST:PORT，例如 127.0.0.1:8786。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>The connection to {address} is lost. What had come is kept; what is missing can run on this computer, or there later.</source>
            <translation>与 {address} 的连接已断开。已收到的结果都保留；缺少的可以在本机运行，或以后再到那里运行。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>Dask is not installed here. It comes with the program's sources, installed by: {line}</source>
            <translation>这里没有安装 Dask。它随程序的源代码提供，安装命令：{line}</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>The Dask scheduler at {address} has no workers. Start some with: {line}</source>
            <translation>{address} 的 Dask 调度器没有工作进程。启动命令：{line}</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>No Dask scheduler answers at {address}: {reason}. Start one, or run on this computer.</source>
            <translation>{address} 没有 Dask 调度器应答：{reason}。先启动一个，或在本机运行。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>The worker {worker} cannot run this program: {reason}. Install the same version there.</source>
            <translation>工作进程 {worker} 无法运行本程序：{reason}。在那里安装相同的版本。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>The worker {worker} is gone. Its run begins again.</source>
            <translation>工作进程 {worker} 已消失。它的训练重新开始。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/cluster.py" />
            <source>The run failed: {reason}.</source>
            <translation>训练失败：{reason}。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/local.py" />
            <source>exit code {number}</source>
            <translation>退出代码 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/local.py" />
            <source>signal {number}</source>
            <translation>信号 {number}</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/local.py" />
            <source>The run failed: {reason}. The log has the details.</source>
            <translation>训练失败：{reason}。详情见日志。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/local.py" />
            <source>The worker process ended unexpectedly ({reason}). Its run begins again.</source>
            <translation>工作进程意外结束（{reason}）。它的训练重新开始。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/local.py" />
            <source>The worker process ended unexpectedly {count} times ({reason}). The run is given up.</source>
            <translation>工作进程意外结束了 {count} 次（{reason}）。放弃这次训练。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/process.py" />
            <source>The pictures of {source} have changed since the race began. Begin another race with them.</source>
            <translation>{source} 的图片在竞赛开始后有了变化。用它们另开一场竞赛。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/remote.py" />
            <source>The worker {worker} has other versions than this computer: {versions}. Install the same there.</source>
            <translation>工作进程 {worker} 的版本与本机不同：{versions}。在那里安装相同的版本。</translation>
        </message>
        <message>
            <location filename="../../engine/training/workers/remote.py" />
            <source>The worker {worker} has not the pictures of this race. Put them there too, at {source}.</source>
            <translation>工作进程 {worker} 没有这场竞赛的图片。把它们也放到那里的 {source}。</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>About</source>
            <translation>说明</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Properties</source>
            <translation>性质</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>For z ~ N(0, 1)</source>
            <translation>当 z ~ N(0, 1)</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Through many layers</source>
            <translation>穿过许多层</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>Called</source>
            <translation>框架中的名称</translation>
        </message>
        <message>
            <location filename="../../gui/about_panel.py" />
            <source>not there</source>
            <translation>没有</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Export animation</source>
            <translation>导出动画</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Computing the curves</source>
            <translation>正在计算曲线</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>A frame of {width} × {height} pixels is too large for an animation. Choose a smaller size or scale.</source>
            <translation>一帧 {width} × {height} 像素对动画来说太大。应选择较小的尺寸或倍率。</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>{done} of {count} frames</source>
            <translation>{done}/{count} 帧</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Written: {file}</source>
            <translation>已写入：{file}</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>GIF, a moving picture</source>
            <translation>GIF，动图</translation>
        </message>
        <message>
            <location filename="../../gui/animation_dialog.py" />
            <source>PNG, a folder of frames</source>
            <translation>PNG，逐帧图片文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/animation_files.py" />
            <source>{file} is there already and is not an empty folder. Choose another name.</source>
            <translation>{file} 已经存在，且不是空文件夹。应换一个名称。</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Parameter to animate</source>
            <translation>要播放的参数</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Export: writes the animation as a GIF or as single frames</source>
            <translation>导出：把动画写成 GIF 或逐帧图片</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Close the animation</source>
            <translation>关闭动画</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Start of the sweep</source>
            <translation>扫描的起点</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>End of the sweep</source>
            <translation>扫描的终点</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>Length in seconds</source>
            <translation>时长（秒）</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>from</source>
            <translation>从</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>in</source>
            <translation>用时</translation>
        </message>
        <message>
            <location filename="../../gui/animation_strip.py" />
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../gui/bar_editor.py" />
            <source>{name}: logit {value}</source>
            <translation>{name}：logit {value}</translation>
        </message>
        <message>
            <location filename="../../gui/bar_editor.py" />
            <source>Logits</source>
            <translation>Logits</translation>
        </message>
        <message>
            <location filename="../../gui/bar_editor.py" />
            <source>Logit</source>
            <translation>Logit</translation>
        </message>
        <message>
            <location filename="../../gui/bar_editor.py" />
            <source>{name}: logit {value}, output {output}</source>
            <translation>{name}：logit {value}，输出 {output}</translation>
        </message>
        <message>
            <location filename="../../gui/bar_editor.py" />
            <source>{text} is not a number.</source>
            <translation>{text} 不是数。</translation>
        </message>
        <message>
            <location filename="../../gui/catalogue_view.py" />
            <source>f, {low} to {high}</source>
            <translation>f，{low} 至 {high}</translation>
        </message>
        <message>
            <location filename="../../gui/catalogue_view.py" />
            <source>Smooth</source>
            <translation>光滑性</translation>
        </message>
        <message>
            <location filename="../../gui/catalogue_view.py" />
            <source>jumps</source>
            <translation>跳变</translation>
        </message>
        <message>
            <location filename="../../gui/catalogue_view.py" />
            <source>All functions</source>
            <translation>全部函数</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Code</source>
            <translation>代码</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Library</source>
            <translation>库</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Written out</source>
            <translation>写出公式</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Shows the formula where the library has the function itself</source>
            <translation>库中已有该函数时，显示展开的公式</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>This plot as a script</source>
            <translation>此图的脚本</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>The code is on the clipboard.</source>
            <translation>代码已复制到剪贴板。</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Save the script</source>
            <translation>保存脚本</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>The script is on the clipboard. It needs PyTorch and matplotlib.</source>
            <translation>脚本已复制到剪贴板，运行时需要 PyTorch 和 matplotlib。</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Copy the script</source>
            <translation>复制脚本</translation>
        </message>
        <message>
            <location filename="../../gui/code_panel.py" />
            <source>Save as a file…</source>
            <translation>保存为文件…</translation>
        </message>
        <message>
            <location filename="../../gui/collapse_dialog.py" />
            <source>Linear collapse</source>
            <translation>线性坍缩</translation>
        </message>
        <message>
            <location filename="../../gui/collapse_dialog.py" />
            <source>Compare with</source>
            <translation>比较对象</translation>
        </message>
        <message>
            <location filename="../../gui/collapse_dialog.py" />
            <source>No other run</source>
            <translation>不与其他记录比较</translation>
        </message>
        <message>
            <location filename="../../gui/collapse_dialog.py" />
            <source>The network cannot be folded</source>
            <translation>无法合成此网络</translation>
        </message>
        <message>
            <location filename="../../gui/collapse_dialog.py" />
            <source>Folding the network…</source>
            <translation>正在合成网络…</translation>
        </message>
        <message>
            <location filename="../../gui/colour_maps.py" />
            <source>Values on both sides of zero have colours of their own. This is for values of one sign and for the gradient.</source>
            <translation>零两侧的值有各自的颜色。此项用于只有一种符号的值和梯度。</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Data set</source>
            <translation>数据集</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Folder of pictures</source>
            <translation>图片文件夹</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>File of pictures</source>
            <translation>图片文件</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Show data…</source>
            <translation>显示数据…</translation>
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
            <source>All files</source>
            <translation>所有文件</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>FashionMNIST in {folder}</source>
            <translation>{folder} 中的 FashionMNIST</translation>
        </message>
        <message>
            <location filename="../../gui/data_choice.py" />
            <source>Pictures and labels</source>
            <translation>图片和标签</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>Use these data</source>
            <translation>使用这些数据</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>Reading the data</source>
            <translation>正在读取数据</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>Opening</source>
            <translation>正在打开</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>These data cannot be used</source>
            <translation>这些数据无法使用</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>How they are read</source>
            <translation>读取方式</translation>
        </message>
        <message>
            <location filename="../../gui/data_dialog.py" />
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <location filename="../../gui/data_facts.py" />
            <source>Checks</source>
            <translation>检查</translation>
        </message>
        <message>
            <location filename="../../gui/data_facts.py" />
            <source>Wrong</source>
            <translation>有问题</translation>
        </message>
        <message>
            <location filename="../../gui/data_facts.py" />
            <source>Right</source>
            <translation>正常</translation>
        </message>
        <message>
            <location filename="../../gui/download_dialog.py" />
            <source>Download FashionMNIST</source>
            <translation>下载 FashionMNIST</translation>
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
            <source>Open folder</source>
            <translation>打开文件夹</translation>
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
            <source>Scale</source>
            <translation>倍数</translation>
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
            <source>Choose folder</source>
            <translation>选择文件夹</translation>
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
            <source>Markdown, a table</source>
            <translation>Markdown，表格</translation>
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
            <source>Animate {name}</source>
            <translation>播放 {name}</translation>
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
            <location filename="../../gui/formula_desk.py" />
            <source>New function…</source>
            <translation>新函数…</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Import function…</source>
            <translation>导入函数…</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Duplicate</source>
            <translation>复制副本</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Export function…</source>
            <translation>导出函数…</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>New function: type a formula in x</source>
            <translation>新函数：输入关于 x 的公式</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Your functions: edit, duplicate, export, delete, import</source>
            <translation>自定义函数：编辑、复制副本、导出、删除、导入</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>New function</source>
            <translation>新函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Edit function</source>
            <translation>编辑函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>Correct column {column} to save.</source>
            <translation>改正第 {column} 列后才能保存。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_desk.py" />
            <source>This formula was not saved before the window was closed. Save or cancel it.</source>
            <translation>上次关闭窗口时此公式尚未保存。可保存或取消。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_editor.py" />
            <source>x is the input; other names become parameters.</source>
            <translation>x 是输入；其他名称成为参数。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_editor.py" />
            <source>Shown below is the last right one: {formula}</source>
            <translation>下方是最后一个正确的公式：{formula}</translation>
        </message>
        <message>
            <location filename="../../gui/formula_field.py" />
            <source>Formula of f(x)</source>
            <translation>f(x) 的公式</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>{name} was deleted.</source>
            <translation>已删除 {name}。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>Export function</source>
            <translation>导出函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>Functions (*.json)</source>
            <translation>函数 (*.json)</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>Import function</source>
            <translation>导入函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>{name} was imported.</source>
            <translation>已导入 {name}。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>{name} is in your library already.</source>
            <translation>{name} 已在函数库中。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_files.py" />
            <source>{name} is in {file}.</source>
            <translation>{name} 已存入 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Name of the function</source>
            <translation>函数名称</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Operators</source>
            <translation>运算符</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Basic</source>
            <translation>基本</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Choice</source>
            <translation>选择</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Activations</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Every elementwise function of the catalogue can be called by its key.</source>
            <translation>目录中每个逐元素函数都可以用它的键来调用。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>The formula could not be checked.</source>
            <translation>无法检查此公式。</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Checks of the last right formula</source>
            <translation>最后一个正确公式的检查</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Words you can use</source>
            <translation>可用的词</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Save function</source>
            <translation>保存函数</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>A click types the word</source>
            <translation>单击即可输入该词</translation>
        </message>
        <message>
            <location filename="../../gui/formula_panel.py" />
            <source>Nothing has been checked yet.</source>
            <translation>尚未检查。</translation>
        </message>
        <message>
            <location filename="../../gui/function_panel.py" />
            <source>Reset all</source>
            <translation>全部重置</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>A function for each layer</source>
            <translation>为每层选择函数</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>From the input on. The row stands among the functions and is compared with them; it fits networks with {count} places.</source>
            <translation>从输入开始。这一组函数列在函数之中，与它们一同比较；适用于有 {count} 个位置的网络。</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>Function of layer {number}</source>
            <translation>第 {number} 层的函数</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>Layer {number}</source>
            <translation>第 {number} 层</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <location filename="../../gui/function_row_dialog.py" />
            <source>This network has fewer than two layers with a function</source>
            <translation>此网络中带函数的层少于两个</translation>
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
            <location filename="../../gui/gallery_view.py" />
            <source>Shown functions</source>
            <translation>显示的函数</translation>
        </message>
        <message>
            <location filename="../../gui/gallery_view.py" />
            <source>same scale for all</source>
            <translation>共用同一刻度</translation>
        </message>
        <message>
            <location filename="../../gui/height_field.py" />
            <source>azimuth {azimuth}°, height {height}°</source>
            <translation>方位角 {azimuth}°，仰角 {height}°</translation>
        </message>
        <message>
            <location filename="../../gui/interval_picture.py" />
            <source>mean {mean}, 95 % interval {low} to {high}; seeds {seeds}</source>
            <translation>均值 {mean}，95 % 区间 {low} 至 {high}；种子 {seeds}</translation>
        </message>
        <message>
            <location filename="../../gui/interval_picture.py" />
            <source>mean {mean}; seeds {seeds}</source>
            <translation>均值 {mean}；种子 {seeds}</translation>
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
            <location filename="../../gui/opengl_probe.py" />
            <source>it is switched off by {name}</source>
            <translation>已由 {name} 关闭</translation>
        </message>
        <message>
            <location filename="../../gui/opengl_probe.py" />
            <source>the window system “{name}” has none</source>
            <translation>窗口系统“{name}”没有 OpenGL</translation>
        </message>
        <message>
            <location filename="../../gui/opengl_probe.py" />
            <source>its test did not end</source>
            <translation>测试没有结束</translation>
        </message>
        <message>
            <location filename="../../gui/opengl_probe.py" />
            <source>its test drew nothing</source>
            <translation>测试没有画出任何内容</translation>
        </message>
        <message>
            <location filename="../../gui/opengl_probe.py" />
            <source>its test did not start</source>
            <translation>测试未能启动</translation>
        </message>
        <message>
            <location filename="../../gui/own_functions.py" />
            <source>There is a function named {name} already. Choose another name.</source>
            <translation>已有名为 {name} 的函数。改用其他名称。</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Page controls</source>
            <translation>页面控件</translation>
        </message>
        <message>
            <location filename="../../gui/page_bar.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>Catalogue</source>
            <translation>目录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>{name} selected</source>
            <translation>已选 {name}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>Show on Function page</source>
            <translation>在函数页显示</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>Show on Function page (Enter): beside those that are shown</source>
            <translation>在函数页显示（Enter）：加入已显示的函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>No function fits all filters. Show all takes them away.</source>
            <translation>没有函数符合所有筛选条件。“全部显示”可清除条件。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>{count} of {all} functions</source>
            <translation>{all} 个函数中的 {count} 个</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>No function selected</source>
            <translation>未选择函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>at the default parameters</source>
            <translation>按默认参数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>at the default parameters; properties of {count} found</source>
            <translation>按默认参数；已求出 {count} 个函数的性质</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue.py" />
            <source>{name} has no curve over single numbers. The Vectors page shows it.</source>
            <translation>{name} 没有单变量的曲线。它在向量页显示。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Name, family, formula</source>
            <translation>名称、族、公式</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Search functions</source>
            <translation>搜索函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Show all: takes every filter away</source>
            <translation>全部显示：清除所有筛选条件</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Only those that are</source>
            <translation>仅限具有以下性质的</translation>
        </message>
        <message>
            <location filename="../../gui/pages/catalogue_filters.py" />
            <source>Only those that are in</source>
            <translation>仅限存在于</translation>
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
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function.py" />
            <source>A formula is being written. Save or close it first.</source>
            <translation>正在编写公式。先保存或关闭它。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function.py" />
            <source>No function is shown. Tick one in the list at the left.</source>
            <translation>没有显示函数。在左侧列表中勾选一个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_animation.py" />
            <source>{title}, {name} = {value}</source>
            <translation>{title}，{name} = {value}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/function_animation.py" />
            <source>None of the shown functions has a parameter. Tick one that has, such as ELU.</source>
            <translation>显示的函数都没有参数。勾选一个有参数的函数，例如 ELU。</translation>
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
            <source>{name}, trained elsewhere</source>
            <translation>{name}，由其他程序训练</translation>
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
            <source>Open checkpoint: a trained network from its .safetensors file, or from a .pth file of the article</source>
            <translation>打开检查点：从 .safetensors 文件或文章的 .pth 文件打开训练好的网络</translation>
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
            <source>Checkpoints (*.safetensors *.pth *.pt)</source>
            <translation>检查点 (*.safetensors *.pth *.pt)</translation>
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
            <location filename="../../gui/pages/runs.py" />
            <source>{count} runs chosen</source>
            <translation>已选 {count} 条记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>No run fits the filters and the search.</source>
            <translation>没有记录符合筛选和搜索。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>No runs yet</source>
            <translation>还没有记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Each training run is kept here with its settings, numbers and weights, so that you can compare and repeat it.</source>
            <translation>每次训练都连同设置、数值和权重保存在这里，便于比较和重复。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Train a first run</source>
            <translation>开始第一次训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>{count} runs were deleted.</source>
            <translation>已删除 {count} 条记录。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Export runs</source>
            <translation>导出记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Runs for another machine (*.json);;Table (*.csv)</source>
            <translation>供另一台计算机使用的记录 (*.json);;表格 (*.csv)</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Import runs</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Runs of another machine (*.json)</source>
            <translation>另一台计算机的记录 (*.json)</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>The curves of the first {count} chosen runs are shown.</source>
            <translation>显示所选记录中前 {count} 条的曲线。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>The weights of this run are not on this computer.</source>
            <translation>此记录的权重不在这台计算机上。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>The name of the file must end in .json or .csv.</source>
            <translation>文件名必须以 .json 或 .csv 结尾。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>No run chosen</source>
            <translation>未选择记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>A run under way cannot be deleted. Stop it first.</source>
            <translation>进行中的记录不能删除。先停止它。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>Look again</source>
            <translation>重新查看</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>{count} runs are in {file}.</source>
            <translation>{count} 条记录已存入 {file}。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>{new} of {count} runs were imported; the others were here already.</source>
            <translation>已导入 {count} 条记录中的 {new} 条；其余的这里已有。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs.py" />
            <source>{count} runs were imported.</source>
            <translation>已导入 {count} 条记录。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Function, note, setting</source>
            <translation>函数、备注、设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Search runs</source>
            <translation>搜索记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Pin as baseline</source>
            <translation>设为基线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Go on with this run</source>
            <translation>继续此记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Use these settings again</source>
            <translation>再次使用这些设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Export runs…</source>
            <translation>导出记录…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Compare (Ctrl+D): the curves of the chosen runs, large</source>
            <translation>比较（Ctrl+D）：放大显示所选记录的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Go on with this run: trains it from its checkpoint to its end</source>
            <translation>继续此记录：从检查点训练到结束</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Use these settings again: puts them on the Training page, but for the data</source>
            <translation>再次使用这些设置：放到训练页，数据除外</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Delete (Del): takes the chosen runs away; can be undone</source>
            <translation>删除（Del）：移除所选记录；可以撤销</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Export runs: the chosen ones, or all that are shown, as JSON for another machine or as CSV</source>
            <translation>导出记录：所选的，或显示的全部，存为供另一台计算机使用的 JSON，或 CSV</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Import: runs that another machine exported as JSON</source>
            <translation>导入：另一台计算机导出的 JSON 记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Unpin</source>
            <translation>取消基线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Unpin (Ctrl+B): no run is the baseline any more</source>
            <translation>取消基线（Ctrl+B）：不再有基线记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Pin as baseline (Ctrl+B): on top, and all others are shown against it</source>
            <translation>设为基线（Ctrl+B）：置于最上方，其他记录都与它比较</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Neurons (Enter): opens the weights of this run on that page</source>
            <translation>神经元（Enter）：在该页打开此记录的权重</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_bar.py" />
            <source>Neurons: choose one run whose weights are kept</source>
            <translation>神经元：选择一条保存了权重的记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>{count} runs</source>
            <translation>{count} 条记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Shown curves</source>
            <translation>显示的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Set differently</source>
            <translation>不同的设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Choose one run to write a note on it.</source>
            <translation>选择一条记录来写备注。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Curve</source>
            <translation>曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Set alike</source>
            <translation>相同的设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>{size} MiB</source>
            <translation>{size} MiB</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>{value} ({runs})</source>
            <translation>{value}（{runs}）</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Choose at most {count} to see what differs.</source>
            <translation>最多选择 {count} 条才能看出差异。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>{time} on {device}, memory {memory}</source>
            <translation>{device} 上 {time}，内存 {memory}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_panel.py" />
            <source>Race {name}</source>
            <translation>竞赛 {name}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_table.py" />
            <source>This run less the baseline</source>
            <translation>此记录减去基线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/runs_table.py" />
            <source>All runs</source>
            <translation>所有记录</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface.py" />
            <source>Surface</source>
            <translation>曲面</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Colour by</source>
            <translation>着色依据</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Reset view (Ctrl+0): shows the surface from where it was at first</source>
            <translation>重置视图 (Ctrl+0)：回到最初的视角</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Value</source>
            <translation>函数值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Gradient</source>
            <translation>梯度</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Value: the colours show z</source>
            <translation>函数值：颜色表示 z</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Gradient: the colours show how steep the surface is, |∇z|</source>
            <translation>梯度：颜色表示曲面的陡峭程度 |∇z|</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>3D and map</source>
            <translation>三维与热图</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>3D</source>
            <translation>三维</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Map</source>
            <translation>热图</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Gallery</source>
            <translation>图库</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>3D and map: the surface beside its heat map and slices</source>
            <translation>三维与热图：曲面与其热图和切片并列</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>3D: the surface alone</source>
            <translation>三维：只显示曲面</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Map: heat map and slices alone</source>
            <translation>热图：只显示热图与切片</translation>
        </message>
        <message>
            <location filename="../../gui/pages/surface_bar.py" />
            <source>Gallery: small heat maps of all shown functions</source>
            <translation>图库：所有显示函数的小热图</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>{name}, seed {seed}: {words}</source>
            <translation>{name}，种子 {seed}：{words}</translation>
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
            <source>{missing} of {count} runs are missing.</source>
            <translation>{count} 次训练中还缺 {missing} 次。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>A race was interrupted: {missing} of {count} runs are missing.</source>
            <translation>一次竞赛被中断：{count} 次训练中还缺 {missing} 次。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training.py" />
            <source>Finish on this computer</source>
            <translation>在本机完成</translation>
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
            <source>Queue {count}</source>
            <translation>队列 {count}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Run (F5): trains every chosen function with every seed</source>
            <translation>运行（F5）：用每个种子训练每个所选函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Stop (Shift+F5): ends all runs and keeps what has been trained so far</source>
            <translation>停止（Shift+F5）：结束所有训练，保留已训练的部分</translation>
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
            <source>Pause (F6): holds all runs at their next batch</source>
            <translation>暂停（F6）：所有训练在下一批次处停住</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Against time</source>
            <translation>随时间</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Confusion</source>
            <translation>混淆矩阵</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Learned shapes</source>
            <translation>学到的形状</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Curves: loss and accuracy over epochs</source>
            <translation>曲线：损失和准确率随轮次的变化</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Against time: loss and accuracy over seconds of training</source>
            <translation>随时间：损失和准确率随训练秒数的变化</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Confusion: what the selected run takes for what, the pictures it gets wrong, and its first weights</source>
            <translation>混淆矩阵：所选训练把什么认作什么、认错的图片，以及第一层权重</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Learned shapes: the curve that each layer of the selected run has learned</source>
            <translation>学到的形状：所选训练中每层学到的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_bar.py" />
            <source>Queue: the runs that wait; they can be moved and stopped</source>
            <translation>队列：等待中的训练，可以移动和停止</translation>
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
            <location filename="../../gui/pages/training_chooser.py" />
            <source>Seed {seed}: {name}</source>
            <translation>种子 {seed}：{name}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Grid: {words}</source>
            <translation>网格：{words}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Take this setting out of the grid</source>
            <translation>从网格中移除此设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Any of: {choices}</source>
            <translation>可选：{choices}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Values, separated by commas</source>
            <translation>值，用逗号分隔</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Add a setting</source>
            <translation>添加一项设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Use this grid</source>
            <translation>使用此网格</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>{count} points</source>
            <translation>{count} 个点</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Settings that take several values in this race</source>
            <translation>本次竞赛中取多个值的设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Settings that take several values</source>
            <translation>取多个值的设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>Every function is trained with every combination and every seed.</source>
            <translation>每个函数用每种组合和每个种子训练。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>No grid</source>
            <translation>不用网格</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>{name} has no value. Type at least one.</source>
            <translation>{name} 没有值。至少输入一个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>{name} has a value twice.</source>
            <translation>{name} 中有重复的值。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>{name} stands in the grid twice.</source>
            <translation>{name} 在网格中出现两次。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_grid.py" />
            <source>{functions} functions × {seeds} seeds × {points} points: {runs} runs</source>
            <translation>{functions} 个函数 × {seeds} 个种子 × {points} 个点：{runs} 次训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>Runs that are there</source>
            <translation>已有的训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>{known} of {count} runs are there already</source>
            <translation>{count} 次训练中已有 {known} 次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>They came to their end before, with the same settings, seeds and data. The same run gives the same numbers.</source>
            <translation>它们以前已用相同的设置、种子和数据运行完毕。相同的训练给出相同的数字。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>Run all again</source>
            <translation>全部重新运行</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>Go on with the {count} missing</source>
            <translation>继续运行缺少的 {count} 次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_known.py" />
            <source>Show the results</source>
            <translation>显示结果</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_layers.py" />
            <source>Layers of the network</source>
            <translation>网络各层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Shapes</source>
            <translation>形状</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Hidden layers of well-known and of deep networks</source>
            <translation>常见网络和深层网络的隐藏层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Layer by layer…</source>
            <translation>逐层选函数…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Adds a network with another function in each layer</source>
            <translation>添加每层使用不同函数的网络</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Show layers</source>
            <translation>显示各层</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>{count} parameters ·</source>
            <translation>{count} 个参数 ·</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Start weights, normalisation, residual links and dropout</source>
            <translation>初始权重、归一化、残差连接与 dropout</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>Less</source>
            <translation>收起</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_network.py" />
            <source>More settings</source>
            <translation>更多设置</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>Linear collapse…</source>
            <translation>线性坍缩…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>This run has no activation: shows the single matrix that it is</source>
            <translation>此记录没有激活：显示它所等于的那一个矩阵</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>What a run takes for what will stand here when one has come to its end.</source>
            <translation>有训练运行完毕后，这里显示它把什么认作什么。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>Testing the run on {count} pictures…</source>
            <translation>正在用 {count} 张图片测试此训练…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>First weights</source>
            <translation>第一层权重</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>Confusion: which class is taken for which</source>
            <translation>混淆矩阵：哪一类被认作哪一类</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>Wrong pictures: those that the run is surest of</source>
            <translation>认错的图片：训练最有把握的那些</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_outcomes.py" />
            <source>First weights: what each unit of the first layer looks for</source>
            <translation>第一层权重：第一层每个单元寻找的图案</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{name}, seed {seed}: epoch {epoch} of {epochs}</source>
            <translation>{name}，种子 {seed}：第 {epoch} / {epochs} 轮</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{done} of {count} runs done</source>
            <translation>已完成 {done} / {count} 次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Opening the data…</source>
            <translation>正在打开数据…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{run}, and {count} more</source>
            <translation>{run}，另有 {count} 次</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Starting the workers…</source>
            <translation>正在启动工作进程…</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>{done}, paused</source>
            <translation>{done}，已暂停</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_progress.py" />
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Earlier</source>
            <translation>提前</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Earlier (Alt+Up): the selected run starts one place sooner</source>
            <translation>提前（Alt+Up）：所选训练提前一位开始</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Later</source>
            <translation>推后</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Later (Alt+Down): the selected run starts one place later</source>
            <translation>推后（Alt+Down）：所选训练推后一位开始</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Next</source>
            <translation>下一个</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Next: the selected run starts as soon as a place is free</source>
            <translation>下一个：一有空位就开始所选训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Stop this run</source>
            <translation>停止此训练</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Stop this run (Delete): it keeps what it has; one that waits is taken out</source>
            <translation>停止此训练（Delete）：保留已有结果；等待中的则移出队列</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Stop all</source>
            <translation>全部停止</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>Stop all: ends the race and keeps what has been trained so far</source>
            <translation>全部停止：结束竞赛，保留已训练的部分</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_queue.py" />
            <source>{running} under way, {waiting} waiting</source>
            <translation>{running} 次进行中，{waiting} 次等待</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_race_form.py" />
            <source>Dask is not installed here. Install it with: {line}</source>
            <translation>这里没有安装 Dask。安装命令：{line}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Baseline: the function that the last column compares with</source>
            <translation>基线：最后一列与之比较的函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Compared with</source>
            <translation>比较对象</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Compare all with {name}</source>
            <translation>全部与 {name} 比较</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Convergence</source>
            <translation>收敛</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Against the article</source>
            <translation>与文章对照</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Results: mean and interval of each function, and what they say against the baseline</source>
            <translation>结果：每个函数的均值和置信区间，以及与基线相比的结论</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>All pairs: which two functions the seeds tell apart</source>
            <translation>所有配对：各种子能区分哪两个函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Convergence: after how many epochs and how long each reaches a threshold</source>
            <translation>收敛：各函数经过多少轮次、多长时间达到阈值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_results.py" />
            <source>Against the article: its printed table beside this race, and what follows</source>
            <translation>与文章对照：文章印出的表与本次竞赛并列，以及由此得出的结论</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>locked while it runs</source>
            <translation>运行时锁定</translation>
        </message>
        <message>
            <location filename="../../gui/pages/training_settings.py" />
            <source>Reset all: back to the preset that was chosen last</source>
            <translation>全部重置：回到上次选择的预设</translation>
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
            <location filename="../../gui/pages/vectors.py" />
            <source>Vectors</source>
            <translation>向量</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Tab</source>
            <translation>标签页</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Gates</source>
            <translation>门控</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Trace a sample</source>
            <translation>追踪样本</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Softmax and its relatives: logits, outputs, Jacobian</source>
            <translation>Softmax 及同类函数：logits、输出、雅可比矩阵</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Gates: a value times a function of a gate</source>
            <translation>门控：值乘以门的函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors.py" />
            <source>Trace a sample: module and functional form, layer by layer</source>
            <translation>追踪样本：逐层比较模块形式与函数形式</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Parameters and range as at the start</source>
            <translation>参数和范围恢复到初始值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Which input is the gate</source>
            <translation>哪个输入是门</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>This unit has none.</source>
            <translation>此单元没有参数。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Range of a and b</source>
            <translation>a 和 b 的范围</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>a is the value, b the gate: two linear layers of the same input. nn.GLU(dim) splits one layer in half along dim; the first half is the value, the second the gate. So 2n inputs give n outputs. Shazeer's formulas write the gate first.</source>
            <translation>a 是值，b 是门：同一输入的两个线性层。nn.GLU(dim) 沿 dim 把一层对半分开，前一半是值，后一半是门，所以 2n 个输入给出 n 个输出。Shazeer 的公式把门写在前面。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Value a</source>
            <translation>值 a</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Gate b</source>
            <translation>门 b</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_gates_panel.py" />
            <source>Product z</source>
            <translation>乘积 z</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>{name} of {count} logits</source>
            <translation>{count} 个 logits 的 {name}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>Below the bars</source>
            <translation>条形下方</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>drag a bar or type a number</source>
            <translation>拖动条形或键入数值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>There are at most {count} logits.</source>
            <translation>logits 最多 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>There are at least {count} logits.</source>
            <translation>logits 至少 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>Jacobian: how much each output follows each logit</source>
            <translation>雅可比矩阵：每个输出随每个 logit 变化多少</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>Cross-entropy: loss and gradient from logits, and with a softmax too many</source>
            <translation>交叉熵：由 logits 得到的损失和梯度，以及多加一个 softmax 的结果</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax.py" />
            <source>Large logits: what exp does to logits of 1,000</source>
            <translation>大 logits：exp 对 1,000 左右的 logits 的影响</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>1 within rounding: off by {gap}</source>
            <translation>在舍入误差内为 1：相差 {gap}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Exactly 1</source>
            <translation>恰好为 1</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Before cross-entropy</source>
            <translation>交叉熵之前</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Logits + {shift}</source>
            <translation>logits + {shift}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Pass logits: nn.CrossEntropyLoss takes the log-softmax itself. With a softmax before it the loss stays at or above {least}, and here the gradient is {times} times smaller.</source>
            <translation>传入 logits：nn.CrossEntropyLoss 自己会取 log-softmax。前面再加一个 softmax，损失不会低于 {least}，此处梯度缩小到 1/{times}。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Sum</source>
            <translation>总和</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Largest</source>
            <translation>最大项</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Not 0</source>
            <translation>非零项</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>{count} of {all}</source>
            <translation>{all} 项中的 {count} 项</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>log-sum-exp of z/T</source>
            <translation>z/T 的 log-sum-exp</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>exp, then divide, {precision}</source>
            <translation>先 exp 再除，{precision}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>exp overflows above {limit}; the logarithm of the sum is {total}</source>
            <translation>exp 超过 {limit} 时溢出；总和的对数为 {total}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Loss if {name} is right</source>
            <translation>{name} 正确时的损失</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>its gradient there</source>
            <translation>该处的梯度</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Loss, softmax twice</source>
            <translation>两次 softmax 的损失</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>{nats} nats
{bits} bits</source>
            <translation>{nats} 奈特
{bits} 比特</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>At most ln {count} = {nats} nats</source>
            <translation>最大为 ln {count} = {nats} 奈特</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>works</source>
            <translation>正常</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>largest taken off, {precision}</source>
            <translation>先减最大值，{precision}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>Differs by at most {gap} from the probabilities of the logits as they are</source>
            <translation>与原 logits 的概率最多相差 {gap}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>as without</source>
            <translation>与原来相同</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_facts.py" />
            <source>off by {gap}</source>
            <translation>相差 {gap}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>All logits are divided by it before the function sees them</source>
            <translation>所有 logits 先除以它，再进入函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>own values</source>
            <translation>自定数值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>2 to 16 numbers, separated by commas</source>
            <translation>2 至 16 个数，用逗号分隔</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Type 2 to 16 numbers, separated by commas.</source>
            <translation>输入 2 至 16 个数，用逗号分隔。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Overlay of another function</source>
            <translation>叠加另一个函数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Examples</source>
            <translation>示例</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Values of the logits</source>
            <translation>logits 的数值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Number of logits</source>
            <translation>logits 的个数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Right class</source>
            <translation>正确类别</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Overlay</source>
            <translation>叠加</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_softmax_panel.py" />
            <source>Entries</source>
            <translation>项数</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>Eight garments</source>
            <translation>八件服装</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>0, 1, 2</source>
            <translation>0, 1, 2</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>Logits of 1,000</source>
            <translation>1,000 左右的 logits</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>All equal</source>
            <translation>全部相等</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>One far ahead</source>
            <translation>一项遥遥领先</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_states.py" />
            <source>Two candidates</source>
            <translation>两个候选</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>{name}, test picture {number}</source>
            <translation>{name}，测试图片 {number}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>training mode</source>
            <translation>训练模式</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>evaluation mode</source>
            <translation>评估模式</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>{name}, typed inputs</source>
            <translation>{name}，键入的输入</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>No trace yet</source>
            <translation>尚无追踪结果</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>The values of one sample after each layer will stand here, written as modules and as function calls.</source>
            <translation>这里将显示一个样本经过每一层后的数值，分别写成模块和函数调用。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>Trace the sample</source>
            <translation>追踪样本</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>Trace</source>
            <translation>追踪</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace.py" />
            <source>Training the module form</source>
            <translation>正在训练模块形式</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Activation</source>
            <translation>激活</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Typed inputs</source>
            <translation>键入的输入</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>for example 0.5, −1, 2</source>
            <translation>例如 0.5, −1, 2</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Numbers to send through a network of as many inputs, instead of a picture; leave it empty for the picture</source>
            <translation>代替图片送入网络的数，网络的输入个数与之相同；留空则用图片</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Parameters, network and test picture as at the start</source>
            <translation>参数、网络和测试图片恢复到初始值</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>As it is written</source>
            <translation>代码写法</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Module values: {layer}</source>
            <translation>模块的值：{layer}</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Type at most {count} numbers, separated by commas.</source>
            <translation>最多输入 {count} 个数，用逗号分隔。</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>or typed</source>
            <translation>或键入</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Module says</source>
            <translation>模块形式判为</translation>
        </message>
        <message>
            <location filename="../../gui/pages/vectors_trace_panel.py" />
            <source>Functional says</source>
            <translation>函数形式判为</translation>
        </message>
        <message>
            <location filename="../../gui/parameter_rows.py" />
            <source>Training changes this value; it starts from the default</source>
            <translation>训练会改变此值；从默认值开始</translation>
        </message>
        <message>
            <location filename="../../gui/parameter_rows.py" />
            <source>{word} of {name}</source>
            <translation>{name} 的{word}</translation>
        </message>
        <message>
            <location filename="../../gui/parameter_rows.py" />
            <source>The formula has none. Every name in it but x, pi, e and the functions becomes one.</source>
            <translation>公式中没有参数。除 x、pi、e 和函数外，其中的每个名称都成为参数。</translation>
        </message>
        <message>
            <location filename="../../gui/parameter_rows.py" />
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <location filename="../../gui/parameter_rows.py" />
            <source>Step</source>
            <translation>步长</translation>
        </message>
        <message>
            <location filename="../../gui/picker.py" />
            <source>Clear: shows no function</source>
            <translation>清空：不显示任何函数</translation>
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
            <location filename="../../gui/precision_panel.py" />
            <source>The exact and the tanh form are {apart} apart at most, at x = {at}. In float32 the exact form is off by up to {exact} units, the tanh form by up to {tanh}.</source>
            <translation>精确式与 tanh 式最多相差 {apart}，在 x = {at} 处。在 float32 中，精确式误差最大 {exact} 个单位，tanh 式最大 {tanh} 个单位。</translation>
        </message>
        <message>
            <location filename="../../gui/precision_panel.py" />
            <source>Forward {forward} times ReLU ({forward_ms} ms), backward {backward} times ({backward_ms} ms): 60,000 × 256 numbers of float32 on one thread, best of {rounds}</source>
            <translation>前向为 ReLU 的 {forward} 倍（{forward_ms} ms），反向为 {backward} 倍（{backward_ms} ms）：60,000 × 256 个 float32 数，单线程，{rounds} 次中最快的一次</translation>
        </message>
        <message>
            <location filename="../../gui/precision_panel.py" />
            <source>Measure time</source>
            <translation>测量时间</translation>
        </message>
        <message>
            <location filename="../../gui/precision_panel.py" />
            <source>Error in units of the last place of each format, against float64, for x from {low} to {high}</source>
            <translation>各格式相对 float64 的误差，以末位单位（ULP）计，x 从 {low} 到 {high}</translation>
        </message>
        <message>
            <location filename="../../gui/precision_panel.py" />
            <source>Measuring, up to 20 s</source>
            <translation>正在测量，最多 20 秒</translation>
        </message>
        <message>
            <location filename="../../gui/precision_panel.py" />
            <source>Measuring: {percent} %</source>
            <translation>正在测量：{percent} %</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>{format} never overflows</source>
            <translation>{format} 不会溢出</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>{format} overflows below {low} and above {high}</source>
            <translation>{format} 在 {low} 以下和 {high} 以上溢出</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>{format} overflows below {low}</source>
            <translation>{format} 在 {low} 以下溢出</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>{format} overflows above {high}</source>
            <translation>{format} 在 {high} 以上溢出</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>largest</source>
            <translation>最大</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>at x</source>
            <translation>所在 x</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <location filename="../../gui/precision_table.py" />
            <source>not in PyTorch</source>
            <translation>PyTorch 不支持</translation>
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
            <location filename="../../gui/relief_view.py" />
            <source>it stopped with {error}</source>
            <translation>绘制中断：{error}</translation>
        </message>
        <message>
            <location filename="../../gui/relief_view.py" />
            <source>Painted without OpenGL: {reason}.</source>
            <translation>未使用 OpenGL 绘制：{reason}。</translation>
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
            <source>{name}: opens this panel over the plot</source>
            <translation>{name}：在图上打开此面板</translation>
        </message>
        <message>
            <location filename="../../gui/screens.py" />
            <source>The page {page} did not get ready.</source>
            <translation>页面 {page} 没有就绪。</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>What of the learned shapes is shown</source>
            <translation>显示学到的形状的哪一部分</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Slope f′</source>
            <translation>斜率 f′</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Layers before these</source>
            <translation>前面的层</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Layers after these</source>
            <translation>后面的层</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Layers {first} to {last} of {count}</source>
            <translation>第 {first} 至 {last} 层，共 {count} 层</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Start of x</source>
            <translation>x 的起点</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>End of x</source>
            <translation>x 的终点</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>x from</source>
            <translation>x 从</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>Over epochs</source>
            <translation>随轮次</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>The curve of each layer at one epoch</source>
            <translation>某一轮次各层的曲线</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_bar.py" />
            <source>The learned parameters over all epochs</source>
            <translation>所有轮次的可学习参数</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_slider.py" />
            <source>Epoch {epoch} of {count}</source>
            <translation>第 {epoch} 轮，共 {count} 轮</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_slider.py" />
            <source>dotted: at the start</source>
            <translation>点线：起始</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_slider.py" />
            <source>Play: goes through the epochs</source>
            <translation>播放：依次显示各轮次</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_view.py" />
            <source>The curves of each layer will stand here while a function learns its shape.</source>
            <translation>函数学习形状时，各层的曲线显示在这里。</translation>
        </message>
        <message>
            <location filename="../../gui/shapes_view.py" />
            <source>{name} has no learned parameters: its curve stays as it is.</source>
            <translation>{name} 没有可学习参数：曲线保持不变。</translation>
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
            <location filename="../../gui/verified_badge.py" />
            <source>Changed since it was checked</source>
            <translation>检查之后已改动</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Not checked</source>
            <translation>未检查</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Largest error: {share} of what is allowed, {allowed} · max(1, |value|, |x · next derivative|).</source>
            <translation>最大误差：允许误差的 {share}。允许误差为 {allowed} · max(1, |值|, |x · 下一阶导数|)。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>PyTorch is off in float64: {which} by {difference} at x = {x}. This one is right.</source>
            <translation>PyTorch 在 float64 中不准：x = {x} 处 {which} 相差 {difference}。这里的值是正确的。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Checked with {versions}.</source>
            <translation>检查时的版本：{versions}。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>below {percent} %</source>
            <translation>{percent} % 以下</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>PyTorch in float64 gives the same within {difference}.</source>
            <translation>PyTorch 在 float64 中的结果相同，相差不超过 {difference}。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>What was checked</source>
            <translation>检查了什么</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Your own function: there is no source to compare it with.</source>
            <translation>自定义函数：没有可以比较的来源。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>On this machine f has other values than those that were compared with the source.</source>
            <translation>在本机上，f 的值与当初同来源比较时的值不同。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Its declaration is another than the one that was compared with the source.</source>
            <translation>它的声明与当时同来源比较过的不同。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Source: {paper}.</source>
            <translation>来源：{paper}。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Settled by: {source}.</source>
            <translation>佐证：{source}。</translation>
        </message>
        <message>
            <location filename="../../gui/verified_badge.py" />
            <source>Hide</source>
            <translation>收起</translation>
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
            <source>The Training page is at work. Stop it first.</source>
            <translation>训练页正在运行。先停止它。</translation>
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
