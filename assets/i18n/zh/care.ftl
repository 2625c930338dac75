# 两次会面之间：标准答复、承诺与问题的处理、适应期、纪念日、满意度。

answer-box-empty = 还没有标准答复。可在目录 (g k) 中添加。
answer-uses = { $n ->
    [0] 未用过
   *[other] 用过 { $n } 次
}
answer-check-ask = 此答复有效期至 { $date }：使用前请核实。仍要插入吗？(y/N)
answers-ready = 有 { $n } 条相关标准答复：Ctrl-T
answer-box-hint = 输入问题中的词 …  Enter 插入，Esc 离开
