# 两次会面之间：标准答复、承诺与问题的处理、适应期、重要日子、满意度。

answer-box-empty = 还没有标准答复。可在目录 (g k) 中添加。
answer-uses = { $n ->
    [0] 未用过
   *[other] 用过 { $n } 次
}
answer-reviewed = { $day } 核对
answer-check-ask = 此答复有效期至{ $date }：使用前请核实。仍要插入吗？
answers-ready = 有 { $n } 条相关标准答复：Ctrl-T
answer-box-hint = 输入问题中的词 …  Enter 插入，Esc 离开
way-none = 没有可做的了。
way-days = { $n } 个工作日
way-days-so-far = 至今 { $n } 个工作日
way-again = 再次发生：{ $day } 有同类问题（{ $title }）
way-commitment-done = 已完成
way-commitment-pass = 转交部门
way-commitment-back = 部门已退回
way-commitment-cancel = 不再履行：向客户说明
way-commitment-cancel-theirs = 未履行：写明原因
way-commitment-reopen = 重新打开
way-problem-answer = 已有答复
way-problem-pass = 转交部门
way-problem-back = 部门已退回
way-problem-resolve = 已告知客户
way-problem-satisfied = 客户是否满意
way-problem-reopen = 重新打开
way-problem-reject = 驳回
today-again = 再次

occasion-mark-title = 做了什么
occasion-mark-hint = Enter 标记为今年已办，Esc 离开
occasion-no-day = 日期未知。
occasion-call = 电话
occasion-letter = 信函
occasion-flowers = 鲜花
occasion-visit = 拜访
occasion-prepare = Enter：如何庆祝，提前几天
occasion-lead = 提前 { $n } 天
adaptation-progress = { $of } 项完成 { $done } 项，至{ $day }
adaptation-next = 下一项
adaptation-list-ask = 是否把新客户清单的九项复制到目录中以便修改？
adaptation-list-here = 主题为“adaptation N”的标准：客户开户后 N 天到期。
title-adaptation-list = 新客户清单已复制以便修改
satisfaction-index = 满意度 { $level }，{ $of } 家中 { $known } 家已知
satisfaction-by-income = 按收入加权 { $level }，{ $of } 家中 { $known } 家
adaptation-title = 新客户适应期

occasion-with-us = 与我行合作满 { $n } 年
in-person-overdue = 面谈逾期 { $n } 天
