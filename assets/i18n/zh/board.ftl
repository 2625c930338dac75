# 方案板：对方案要说的话、按键和小窗。

offer-remark-floor = 保底
offer-remark-leaves = 未答
offer-remark-taken_off = 已移除
offer-remark-order = 次序
offer-remark-loses = 受损
offer-remark-unheard = 未了解
offer-remark-limit = 权限
offer-remark-uncovered = 未覆盖
offer-remark-ledger = 让步合计
offer-remark-concession = 让步
offer-remark-walk_away = 退出线
offer-remark-wants = 诉求
offer-remark-our_floor = 我方底线
offer-remark-their_value = 对其价值
offer-remark-dropped = 已撤
offer-remark-versions = 旧版

concession-by-we = 我方让步
concession-by-they = 对方让步

remark-floor-holds = { $need }：{ $cover }，已达
remark-floor-broken = { $need }：{ $cover }，须{ $needed }
remark-loses = { $person }（{ $interest }），因：{ $list }
remark-unheard = { $n ->
   *[other] { $list }：个人诉求未知
}
remark-unjudged = { $n ->
   *[other] { $list }：诉求已知，条件尚未逐项评分
}
remark-limit = { $sum } 超出 { $list } 的权限。
remark-limit-others = { $sum } 超出 { $list } 的权限；{ $others }可以决定。
remark-able = { $person }（{ $certainty }）
remark-able-limit-unknown = { $person }（{ $certainty }，权限未知）
remark-uncovered = { $need }（{ $voice }，{ $state }）
remark-taken-off = { $need }，{ $date }：{ $reason }
remark-concession = { $who }：{ $term }，{ $from } > { $to }，价值 { $worth }，未得回报
remark-concession-returned = { $who }：{ $term }，{ $from } > { $to }，价值 { $worth }，换取“{ $return }”
remark-walk-away = { $text }

board-term = 条款
board-now = 现值
board-floor = 保底
board-weight = 权重 { $n }
board-total = 合计
board-floor-holds = 保底已达
board-floor-broken = 保底未达
board-no-essential = 无核心需求
board-until = 有效期至{ $day }
board-earlier = 第 { $version } 版，至{ $date }：按 { $key } 查看
board-version = 第 { $version } 版，共 { $of } 版，{ $date }被替换
board-version-no = 这是第 { $version } 版，仅供查阅。按 { $key } 返回现行方案。
board-no-earlier-version = 日志中没有此方案更早的版本。
board-no-later-version = 这就是现行方案，没有更新的版本。
offer-version-earlier = 第 { $version } 版（至{ $date }）
offer-version-shown = 第 { $version } 版，共 { $of } 版，{ $date }被替换
board-empty = 尚无条款。按 { $key } 添加第一条。
board-no-interests = 这里的个人诉求未知。按 { $key } 记下谁想要什么。
board-more = >另 { $n }
board-wants = { $person }：{ $interest }（{ $certainty }，重要度 { $importance }）
board-what-if = 假设：不保存 · { $before } > { $after } · { $key } 结束
board-what-if-no = 这是假设，不会保存。按 { $key } 结束。
board-unscored = 未知
board-whose-interest = 谁的诉求？
board-interest-of = { $person } 想要什么？
board-present-visit = 在哪次会面上提出的？
board-no-visit = 没有可以提出方案的会面。请先安排一次（a v）。
offer-no-version = 方案“{ $offer }”没有可查阅的第 { $version } 版。现有：{ $list }。
title-offer-scored = “{ $term }”的评分
title-offer-copied = “{ $title }”的副本

command-score-up = 更符合诉求
command-score-down = 更不符合诉求
command-unjudged = 未评
command-agree-term = 条款谈妥或重新打开
command-concede = 让步
command-new-version = 新版本
command-present = 先讨论，再提出
command-accept-offer = 已接受
command-decline-offer = 已拒绝
command-what-if = 假设
command-copy-offer = 复制为新草稿
command-earlier-version = 方案的上一版本
command-later-version = 方案的下一版本
hint-score-up = 评分
hint-score-down = 减分
hint-agree-term = 谈妥
hint-concede = 让步
hint-new-version = 版本
hint-present = 提出
