import Networks
import Testing

private let wordings: [(error: NetworkError, english: String, chinese: String)] = [
  (
    .illegalParameter(name: "dropout-1.rate", legalRange: "0 ≤ rate < 1", value: "1.5"),
    "dropout-1.rate is 1.5; it must be 0 ≤ rate < 1", "dropout-1.rate 的值为 1.5，合法范围是：0 ≤ rate < 1"
  ),
  (
    .unsuitableInput(layer: "add-1", expected: "[2]", found: "[3]"),
    "layer add-1 cannot take [3]; it expects [2]", "层 add-1 不能接受 [3]，它需要 [2]"
  ),
  (
    .repeatedName("x"),
    "two parts of the network are called x; every input and node needs a name of its own",
    "网络中有两个部分都叫 x；每个输入和节点都要有自己的名字"
  ),
  (
    .unknownSource(node: "out", name: "b", known: ["a", "x"]),
    "out takes its input from b, which is no input or earlier node; there are a, x",
    "out 的输入 b 既不是输入，也不是前面的节点；可用的有：a, x"
  ),
  (
    .unknownKind(family: "layer", name: "dens", known: ["dense", "add"]),
    "there is no layer of kind dens; the kinds are dense, add",
    "没有名为 dens 的 layer 类型；可用的有：dense, add"
  ),
  (
    .exceedsMemory(needed: 800, limit: 100), "the network needs 800 bytes; 100 may be used",
    "该网络需要 800 字节内存，而允许使用 100 字节"
  ),
  (
    .otherCheckpoint(what: "data"), "the saved file belongs to another training: its data differs",
    "保存的文件属于另一次训练：data 不一致"
  ),
  (.unreadableFile(path: "a.bin", reason: .missing), "a.bin cannot be read", "a.bin 无法读取"),
  (
    .unreadableFile(path: "a.bin", reason: .damaged), "a.bin is no safetensors file, or is cut off",
    "a.bin 不是 safetensors 文件，或内容不完整"
  ),
  (
    .unreadableFile(path: "a.bin", reason: .numberFormat("I8")),
    "a.bin holds numbers of format I8; F16, BF16, F32 and F64 are read",
    "a.bin 中的数值格式为 I8；可读取 F16、BF16、F32 和 F64"
  ),
  (
    .unreadableFile(path: "a.bin", reason: .partialRow), "a.bin does not hold a whole number of rows",
    "a.bin 的长度不是整数行"
  ),
  (
    .unreadableFile(path: "a.bin", reason: .noNetwork),
    "a.bin holds weights without a network's configuration", "a.bin 只有权重，没有网络配置"
  ),
  (
    .unreadableFile(path: "a.bin", reason: .noCheckpoint), "a.bin is no checkpoint of a training",
    "a.bin 不是训练的检查点"
  ),
  (
    .missingTensor("out.bias", known: ["out.weight"]), "the file has no tensor out.bias; it has out.weight",
    "文件中没有张量 out.bias；现有：out.weight"
  ),
  (
    .tensorShape("out.bias", expected: "[3]", found: "[2]"),
    "tensor out.bias has shape [2]; the network expects [3]", "张量 out.bias 的形状是 [2]，而网络需要 [3]"
  ),
  (.noRows, "there are no rows to train or test on", "没有可供训练或测试的数据行"),
  (
    .noWeight, "every row has weight 0; at least one must weigh more",
    "所有行的权重都是 0，至少要有一行大于 0"
  ),
  (
    .shapeMismatch(what: "features", expected: 2, found: 3),
    "each row has 3 features; the network expects 2", "每行的 features 有 3 个值，而网络需要 2 个"
  ),
  (
    .nonFiniteFeature(row: 4, column: 1),
    "the feature in row 4, column 1 (counting from 0) is not a finite number",
    "第 4 行第 1 列（从 0 数起）的特征不是有限数值"
  ),
  (
    .featureOutOfRange(row: 4, column: 1, value: 2.5, legalRange: "0, 1, …, 9"),
    "the feature in row 4, column 1 (counting from 0) is 2.5; it must be 0, 1, …, 9",
    "第 4 行第 1 列（从 0 数起）的特征为 2.5，合法范围是：0, 1, …, 9"
  ),
  (
    .targetOutOfRange(row: 4, value: 2.5, legalRange: "0 ≤ target ≤ 1"),
    "the target of row 4 (counting from 0) is 2.5; it must be 0 ≤ target ≤ 1",
    "第 4 行（从 0 数起）的目标值为 2.5，合法范围是：0 ≤ target ≤ 1"
  ),
  (
    .singular, "the linear equations have no single solution; use a larger l2",
    "线性方程组没有唯一解；请加大 l2"
  ),
  (.stopped, "stopped before there was a result", "在得到结果之前已被停止"),
]

@Test(arguments: wordings)
func `messages give the facts in both languages`(
  _ row: (error: NetworkError, english: String, chinese: String)
) {
  #expect(row.error.description == row.english)
  #expect("\(row.error)" == row.english)
  #expect(row.error.chineseDescription == row.chinese)
}
