# Sentences a person reads: refusals, questions, warnings, the status line, titles of changes.
# Names are never inflected: they stand in the form in which they were entered.

## Fields

text-too-long = 太长：{ $len } 个字符，上限 { $n }。
one-line-only = { $field }：只能写一行。
not-a-date = 不是日期：{ $input }。例如 2026-11-22、22.11 或 +3d。
not-a-pdate = 不是日期，也不是日期的一部分：{ $input }。例如 1971、1971-05、14.05 或 14.05.1971。
ambiguous-date = { $input } 有两种读法。例如 2026-11-22 或 22.11.2026。
date-out-of-range = { $input } 不在 1900 至 2199 年之间。
not-a-partial-date = 不是日期，也不是日期的一部分：{ $input }。
not-a-time = 不是时间：{ $input }。例如 10:00。
not-a-moment = 不是日期加时间：{ $input }。例如 2026-11-23 10:00 或 周二 10:00。
not-a-visit-day = 不是日期：“{ $input }”。例如 { $client }@2026-11-23 或 { $client }@2026-11-23T10:00。
time-does-not-exist = { $date } 在 { $zone } 没有 { $time }（时钟拨快）。
time-happens-twice = { $date } 的 { $time } 出现两次：第一次还是第二次？
money-too-many-decimals = { $cur } 有 { $n } 位小数，{ $input } 超出。
not-money = 不是金额：{ $input }。例如 5000000 RUB。
money-needs-currency = { $input } 缺少币种。例如 5000000 RUB。
unknown-currency = 未知币种：{ $cur }。
amount-too-large = { $input } 过大，无法准确保存。
ambiguous-number = { $input } 有两种读法。请写成 5000 或 5.00。
other-currency = { $input } 的币种是 { $other }，而本行以 { $cur } 计。
not-a-month = 不是月份：{ $input }。例如 2026-11。
not-a-number = 不是数字：{ $input }。
not-whole = 不是整数：{ $input }。
not-on-scale = 须为 { $low } 到 { $high } 的整数：{ $input }。
not-a-decimal = 不是小数：{ $input }。
not-yes-or-no = 既不是“是”也不是“否”：{ $input }。
out-of-range = { $field }：{ $input } 不在 { $low } 与 { $high } 之间。
below-zero = { $field }不能小于零。
of-individuals = { $field }仅适用于个人客户。
not-after-today = { $field }不能晚于今天。
day-of-other-state = { $field }只适用于以下状态：{ $list }。
not-before-day = { $field }：不得早于 { $day }。
required-field = { $field }为必填项。
required-with = { $other }为{ $value }时，{ $field }为必填项。
invalid-word = { $input } 不可用。可选：{ $allowed }。
unknown-field = { $entity }没有字段 { $field }。
unknown-field-similar = { $entity }没有字段 { $field }。是否指 { $similar }？
field-not-set-by-hand = { $field }由程序维护，不能手工填写。
field-takes-no-key = { $field }没有分项，无法设置 { $key }。
field-not-a-list = { $field }不是列表。
unknown-key = 没有这个分项：{ $field }。可选：{ $allowed }。
not-a-list = 不是列表：{ $input }。
not-a-uid = 不是可用的标识：{ $input }。
wrong-json = 此处内容不符：{ $input }。
not-json = JSON 无效：{ $why }。
reference-to-nothing = { $field }指向 { $input }，名册中不存在。
reference-of-kind = { $field }须为此类：{ $kind }。
twice-in-list = { $field }：{ $input } 重复。
too-many-in-list = { $field }：最多 { $n } 项。
used-by-records = { $what } 被 { $n } 条记录使用。
nothing-to-change = 没有要修改的内容。
unknown-language = 没有这种语言：{ $input }。可选 en、ru、bg、zh。

## Settings

name-before-export = 导出前请先在设置中填写您的姓名。
no-such-zone = 没有这个时区：{ $input }。
work-day-needed = 一周至少要有一个工作日。
department-in-use = { $dept }还有 { $n } 项未结的问题或承诺。
no-such-department = 没有部门 { $input }。可选：{ $allowed }。
level-weights-rise = 低级别的权重不能高于高级别。
unknown-setting = 没有这项设置：{ $input }。

## Client

client-has-evidence = 该客户已有企业贵宾认定依据，不能改为个人。
client-needs-name = 客户需要名称。
client-name-taken = 名册中已有 { $name }。两个都保留。
number-taken = { $field } { $value } 已用于客户 { $client }。
individual-needs-person = 个人客户需要指明本人。
group-cycle = 在集团中 { $a } 已位于 { $b } 之上。
group-too-deep = 集团最多 { $n } 层。
mass-client = 大众客户由普通渠道服务，仍要把 { $name } 留在这里吗？
already-uses-product = { $name } 已在使用{ $product }；请选长期客户或重点保留。
relation-in-future = 合作起始不能在将来。
somebody-decides = 总有人决策。请保留为未知。
not-a-step = { $input } 不是决策环节。
why-own-rhythm = 请说明该客户为何有专属频率。
adaptation-ends-early = 适应期的结束须晚于开始。
prospect-needs-stage = 目标客户须处于 1 至 7 阶段。
stage-of-prospect = 只有目标客户才会变动阶段。
stage-last = 离开阶段 7 只有两种方式：方案被接受，或客户谢绝。
already-linked = 已有此关联：{ $name }，{ $kind }。
deceased-ends-ask = 终止 { $name } 的 { $n } 项任职及相关角色吗？
namesake-at-client = { $client } 已有 { $name }。两条都保留。
settings-stay = 设置不能移除。
not-one-of-ours = { $name } 不是我行员工。
handle-taken = 代号 { $handle } 已被占用。

## VIP evidence

vip-test-not-for-individuals = 企业贵宾认定不适用于个人。
sales-negative = 销售额不能为负。
why-one-line = 请用一行写明原因。
evidence-of-kind = { $criterion }只接受此类依据：{ $kind }。
evidence-unit = { $criterion }使用其他计量单位。
evidence-needs-visit = 哪次拜访得知的？

## Person

person-needs-name = 请至少填写一个姓名。
not-a-phone = 不是电话号码：{ $input }。
not-an-email = 不是邮箱地址：{ $input }。

## Position

person-works-for-bank = { $name } 是我行员工。
end-before-start = 结束早于开始。
already-has-place = { $person } 在该时段已任职于 { $client }。
one-primary-place = { $person } 已有主要任职，在 { $client }。

## Role

person-not-at-client = { $date }，{ $person } 不在 { $client } 任职。请先添加任职。
offer-is-for-other = 该方案属于 { $other }。
confirmed-by-what = 凭什么证实？请选择拜访或写明来源。
role-already-held = { $person } 自{ $since } 起已是此处的{ $kind }。
role-already-held-undated = { $person } 已是此处的{ $kind }。
role-known-later = { $person }（{ $kind }）：{ $date } 已有记录，更早的来源不作更改。
no-such-role-held = { $person } 在 { $client } 没有此角色：{ $kind }。
visit-not-held = 该拜访尚未进行。
visit-of-other = 该拜访的客户是 { $other }。
row-of-other = 该记录属于 { $other }。
reconfirmed-too-early = 再次确认不能早于获知日期。
end-needs-reason = 请说明终止原因：{ $allowed }。

## Stance

stance-empty = 请填写态度、影响力或恢复未知。

## Influence

reports-to-self = 不能向自己汇报。
person-above = { $a } 已位于 { $b } 之上。
person-above-then = 到 { $date }，{ $a } 已位于 { $b } 之上。
already-reports-to = { $person } 的上级已是 { $boss }。要替换吗？
reports-until = 自 { $date } 起，{ $person } 的上级为 { $boss }；新的汇报关系到那时为止。
strength-only-influences = 只有影响关系有强度，汇报关系没有。

## Interest

what-does-person-want = { $person } 想要什么？
interest-help = 企业的需要请记入需求（按 N 转为需求）。不记录也不提供给个人的好处或款项；请遵守银行规定。

## Need

need-needs-title = 请用几个字概括需求。
need-share-voiced = 只有客户已表明的需求才能写入客户版。
drop-needs-reason = 请说明放弃的类别和原因。

## Visit

visit-overlaps = { $time } 与 { $other } 时间重叠。
visit-on-other-clocks = { $zone } 时间 { $there }，即您当地时间 { $home }。
visit-on-holiday = { $date } 是节假日：{ $text }。
visit-on-day-off = { $date } 不是工作日。
visit-purpose-needed = 拜访的目的是什么？
visit-outcome-needed = 拜访结果如何？请写明，或勾选无结果。
visit-host-needed = 我行由谁接待？
next-reception-host = 接待须由我行人员出面：请在拜访界面安排。
attendee-twice = 参加人名单中 { $person } 重复。
attendee-elsewhere = { $person } 当日不在 { $client } 任职。
push-reason-needed = 请说明为何不是推介。

## Promise

promise-needs-text = 承诺了什么？
due-before-made = 期限早于承诺日期。
due-on-day-off = 到期日 { $due } 不是工作日：按前一工作日 { $shown } 显示。
repeat-needs-due = 重复的承诺需要首次到期日，请填写。
done-before-made = 完成早于承诺日期。

## Product, product in use

code-taken = 代码 { $code } 已被占用。
product-needs-name = 产品至少要有一种语言的名称。
push-word-too-short = 太短，无法识别。
end-reason-needed = 请说明终止原因。

## Offer, concession

offer-needs-need = 这回应哪项需求？
offer-needs-term = 方案至少要有一项条款。
offer-needs-visit = 在哪次拜访中提交？
interest-of-other = 该诉求属于 { $other }。
score-already-there = 该条款对此诉求已有评分。
need-of-other = 该需求属于 { $other }。
goal-of-other = 该目标属于 { $other }。
goal-of-a-client = 目标属于单个客户；整个名册的计划指标没有目标。
holding-of-other = 该产品由 { $other } 使用。
note-of-other = 该备注属于 { $other }。
not-a-text = 不是文本：{ $input }。
not-a-record = 不是记录：{ $input }。
nothing-conceded = 这次让步没有任何变化。
term-is-dropped = 条款“{ $term }”已撤销。请先恢复。
concession-other-side = 让步须由对方回报。
offer-expired = 已过期

## Ledger

ledger-already-there = { $client } { $month } { $cur } 已存在。替换还是保留？
month-in-future = { $month }尚未到来。
cost-positive = 成本请填正数。
month-not-over = { $month }尚未结束。

## Service budget and spend

spend-above-zero = 支出必须大于零。
gift-needs-approver = 礼品需填写审批人。
budget-already-there = { $year } 年的服务费用预算已存在。

## Satisfaction

score-range = 评分为 0 至 10。

## Occasion

occasion-of-one = 重要日子只属于一位联系人或一位客户。
occasion-needs-month = 重要日子至少需要月份。
occasion-yearly-day = 有月和日才能每年重复。
occasion-birthday-of-person = 生日属于个人：请指明是谁。公司有公司纪念日。
occasion-birthday-own = 生日以联系人资料为准，请在那里修改。
occasion-birthday-put = 生日已记入联系人资料。
occasion-marked-twice = { $year } 年已标记过。

## Answer

question-known = 该问题已有答复：{ $question }

## Problem, note

problem-needs-title = 请用几个字概括问题。
note-needs-subject = 备注须属于客户或联系人。
note-needs-text = 要记下什么？

## Supporting rows

rate-above-zero = 汇率必须大于零。
rate-already-there = { $cur } { $month } 的汇率已存在。
rate-of-reporting = { $cur } 是报告币种，汇率恒为 1。
reporting-currency-ask = 本册汇率均以 { $from } 为基准。是否按各月 { $cur } 汇率折算为以 { $cur } 为基准？可折算 { $n } 条，无该月汇率而删去 { $out } 条。
rates-left-out-one = 已删去{ $first }的汇率：该月没有 { $cur } 汇率。
rates-left-out = 已删去 { $n } 个月的汇率（{ $first }至{ $last }）：这些月份没有 { $cur } 汇率。
rate-too-many-decimals = 汇率最多 { $n } 位小数，{ $input } 超出。
link-to-self = 客户不能与自身关联。
forecast-order = 预测须由低到高：低、中、高。
forecast-currency = 预测以 { $forecast } 计，审计以 { $currency } 计。请使用同一币种。
goal-share-agreed = 只有已商定日期的目标才能写入客户版。
target-already-there = { $period } 的{ $measure }指标已存在。
target-is-money = “{ $measure }”指标应为带币种的金额。
target-is-level = “{ $measure }”指标应为 0 至 10 之间的数。
target-is-count = “{ $measure }”指标应为整数。
target-of-portfolio = “{ $measure }”按整个名册统计，不针对单个客户。

## Draft

draft-restored = 已恢复 { $time } 的草稿。Ctrl-S 保存，:discard 放弃。
draft-discarded = 草稿已放弃。
draft-of-another = 另一个程序在同一页面上有未保存的内容。此处输入的内容未存为草稿；按 Ctrl-S 保存。
no-drafts = 没有草稿。

## Invariants

person-stays-in-history = { $name } 关联 { $n } 条记录，须保留。请改为终止任职。
client-is-archived = { $client } 已归档。请先重新打开（:reopen）。
    .shell = { $client } 已归档。请先重新启用：attache client edit CLIENT --set status=active --reason TEXT。
client-has-left = { $client } 已流失。请先重新打开（:reopen）。
    .shell = { $client } 已流失。请先重新启用：attache client edit CLIENT --set status=active --reason TEXT。
client-was-merged = { $client } 已并入其他客户，不能修改。
merged-opening = { $a } 已并入 { $b }；正在打开 { $b }。
merge-facts-differ = 有 { $n } 项事实不一致。请逐项选择第一项或第二项。
    .shell = 有 { $n } 项事实不一致。请逐项选择左或右。
merge-with-self = 记录不能与自身合并。
merge-kinds-differ = 公司与个人不能合并。
merge-ledger-ask = 双方都有 { $month } { $cur } 的数据。相加、取第一项还是第二项？
    .shell = 双方都有 { $month } { $cur } 的数据。相加、取左还是取右？
same-person-ask = { $client } 已有 { $name }。是同一人吗？
end-roles-ask = { $person } 在此担任：{ $list }。也在 { $date } 终止吗？
person-was-not-at = { $date }，{ $person } 不在 { $client } 任职。
held-in-future = { $date } 的拜访不可能已进行。
visit-confirms-facts = 这次拜访证实了 { $n } 项事实。请先降为“听说”。
visit-was-held = 该拜访已进行。请更正，而不是取消。
visit-presented-offer = 有方案是在这次拜访时提交的。
need-evidence-first = 您看到或听到了什么？请先添加依据。
evidence-holds-need = 需求以此为依据。请先退回需求状态。
evidence-says-more = 已记录的依据不止于此。请先删去有误的依据，再退回需求状态。
no-confirmed-need = 该方案背后没有已确认的需求。请先确认需求，或保留为草稿。
need-below-cover = { $need } 仅{ $cover }覆盖。企业的真实需求不能用来交换。
need-not-covered = { $need } 未被覆盖。企业的真实需求不能用来交换。
offer-is-presented = 该方案已提交。按 v 建新版本。
    .shell = 该方案已提交。请先建新版本：attache offer version OFFER。
offer-is-closed = 该方案已了结。如需继续，请复制（:copy offer）。
    .shell = 该方案已结束。如需继续，请复制：attache offer copy OFFER。
offer-version-counts = 版本自动计数：按 v 建立新版本。
    .shell = 版本自动计数：用 attache offer version OFFER 建立新版本。
decided-before-presented = 方案于 { $date } 提交，不可能更早作出决定。
offer-version-not-needed = 只有已提交的方案才需要新版本。此方案可以直接修改。
no-rate = { $month }没有 { $cur } 的汇率。
month-unknown-ask = { $month }的{ $field }未知。按不完整结账吗？
month-closed-ask = { $month }已结账。重新打开吗？{ $month }的报告将改变。
not-exported-private = 未导出：客户版中会出现 { $n } 项内部内容。按 l 查看字段。
    .shell = 未导出：客户版中会出现 { $n } 项内部内容。
role-starts-later = { $person } 的该角色自{ $date } 起才生效；在此之前决策链上没有。
role-ends-before-learned = { $person }：角色结束于 { $date }，早于得知之日 { $learned }。如果从未有过此角色，原因应为“{ $wrong }”。
person-informs = { $person } 是提供线索人。此角色绝不出现在客户版中。
everything-through = { $client } 的一切都经由 { $person }。
promise-not-deleted = 承诺只能完成或取消，不能删除。
row-changed-elsewhere = { $record } 已于 { $time } 在别处被修改。请查看后再保存。
book-newer = 该名册由更新版本的 attache（{ $version }）写成。未作任何改动。
wrong-passphrase = 无法打开：口令有误，或文件不是名册。
file-exists-ask = { $file } 已存在。覆盖吗？
import-apply-ask = 新增 { $a }，变更 { $c }，冲突 { $x }。应用吗？
stage-needs = 进入第 { $n } 阶段还需：{ $list }。
undo-blocked = 无法撤销 { $time } 的操作：{ $what }。之后有 { $n } 项修改以此为基础。
undo-other-process-ask = 最近一次修改来自别处：{ $what }。撤销吗？
undo-many-ask = 撤销{ $what }吗？将一次撤回 { $n } 条记录。
nothing-to-undo = 没有可撤销的修改。
nothing-to-redo = 没有可重做的修改。
need-without-theme = 该需求还没有主题；按 { $key } 打开并填写。
undo-of-undo = 这一行本身就是一次撤销；用重做可恢复该修改。
undone-already = 该修改已经撤销。
undo-fewer = 只能撤销 { $n } 步。
redo-fewer = 只能重做 { $n } 步。
undone = 已撤销：{ $what }（{ $count } 处变更）。
redone = 已重做：{ $what }（{ $count } 处变更）。
reason-needed = 请填写原因。
need-why-back = 退回“{ $state }”：原因？{ $need }
need-is-a-guess = 假设之前没有更早的状态。
reason-tick-taken-back = 实际并未完成：{ $text }

## Client states

move-not-possible = { $entity }：不能由{ $from }变为{ $to }。
already-in-state = { $entity }：状态已经是“{ $state }”。
attract-starts-as-prospect = 重点争取的客户须从目标客户开始。
prospect-needs-attract = 目标客户的类别只能是重点争取。
nothing-in-use-yet = 尚无在用产品，也没有已接受的方案。
close-offers-first = 请先了结已提交的方案：{ $list }。
close-serious-problems = 请先解决或转交严重问题。
own-promises-open = 我方对 { $client } 还有 { $n } 项承诺未完成。
new-category-ask = { $client } 成为现有客户。归入“{ $retain }”吗？选“否”则归入“{ $other }”。
end-holdings-ask = { $client } 的 { $n } 项已用产品在 { $date } 终止吗？
left-needs-reason = 请说明客户何时、为何、去了哪里。
gate-attract-decision = 书面的争取决定
gate-attract-day = 该决定的日期
gate-meeting-situation = 有我行高层参加的拜访、活动或行长接待
gate-first-visit = 一次已进行且客户方有人到场的拜访
gate-need-probed = 一项探询中的需求
gate-steps-filled = 每个环节均已填写或标为无需：{ $list }
gate-decider-heard = 至少听说过谁是决策人
gate-top-visit = 一次有董事会或高层到场的已进行拜访
gate-asked-by-them = 一次由客户发起的拜访
gate-need-confirmed = 一项已确认的需求
gate-decision-path = 一项“决策路径”目标
gate-offer-or-decline = 已接受的方案，或客户谢绝
adaptation-welcome = 欢迎电话
adaptation-who-to-call = 说明何事找何人
adaptation-access = 银企直连可用
adaptation-operators = 操作员已培训
adaptation-payments = 首批付款已跟踪
adaptation-limits = 价格与限额已说明
adaptation-satisfaction = 首次询问满意度
adaptation-awkward = 面谈不便之处
adaptation-plan = 年度计划已商定

## Need states

hints-do-not-confirm = 迹象不能确认需求。谁说的，何时说的？
ask-client-if-met = 请先问客户：需求满足了吗？
met-before-answered = 该需求的答复晚于这一天。
answer-needed = 如何解决该需求？请指明方案、已用产品或备注。
offer-answers-need = { $offer } 正在回应该需求。请先撤回。
voice-never-back = 客户已表明的需求不能再变回潜在需求。
needs-addressed-ask = 标为已有方案：{ $list }？
promises-from-offer-ask = 记下我方随之作出的承诺：{ $list }？
holdings-from-offer-ask = 把方案中的 { $n } 种产品登记为 { $client } 的已用产品吗？

## Visit states

visit-is-past = 该时间已过。请登记为已进行。
next-visit-stays = 下次拜访已列入计划，从本页删去并不会取消。请取消该次拜访。
next-visit-past = 下次拜访不能在过去。
visit-not-over = 拜访尚未结束。
visit-planned-again = 已另行计划：{ $time }。请改动那次拜访。
visit-did-not-take-place = 该次拜访未进行（{ $state }），无可登记。请先重新计划。
visit-ended-keeps-time = 该拜访未进行，时间保持不变。请改期以另行计划。
cancel-needs-who = 谁取消的，为什么？
missed-needs-who = 谁没有到，为什么？

## Offer states, pushing check

who-decides-unknown = 您还不知道谁来决策。
terms-still-open = 还有 { $n } 项条款未定。
term-open-again = { $term }：原先商定的是旧值。新值商定之前，该条款重新待定。
decline-needs-who = 谁拒绝的，为什么？
essential-off-reason = { $need } 是必需的需求。请说明方案为何不再回应。
too-early-for = 现在谈{ $product }为时过早：{ $client } 还没有见过我们。
first-meeting-pushing = 这是初次见面。此时推介{ $product }就是强行推销。请介绍银行，服务最多提一句。仍要保留吗？
no-need-behind = { $product }背后没有已确认的需求。改问需求好吗？
answers-no-need = { $product }没有对应任何已记录的需求。
push-question-work = 这项工作目前怎么做，哪里最费时间？
push-question-worry = 一年后您希望有什么不同？
push-question-matter = 公司里谁最受其困扰，为什么？

## Promise and problem states

their-promise-not-passed = 对方的承诺不能转交我方部门。
not-done-yet = 尚未完成。
tell-client-first = 取消承诺前请先告知客户。您是怎样告知的？
client-not-told = 尚未告知客户。
problem-needs-answer = 答复是什么？
back-before-passed = 退回不能早于转交。

## Figures: LTV, pyramid

figure-partial-months = 不完整，{ $of } 个月中的 { $known } 个
months-known-of = { $of } 个月中已知 { $known } 个
figure-from-month = 自{ $month }
at-this-pace = 照此每年 { $sum }
why-no-closed-month = 没有已结账的月份
why-no-figures = 没有数据
why-few-months = { $of } 个月中的 { $known } 个
why-unstable = 不稳定：变异系数 { $cv }
why-below-zero = 成本高于收入
why-too-large = 数值过大，无法准确计算
why-missing-income = 缺 { $n } 个月的收入
why-among-the-top = LTV 排名 { $rank }/{ $of }，属前 { $share }%
why-steady = 稳定：变异系数 { $cv }
why-prospect = 目标客户尚未分层
small-portfolio = 名册较小：层级仅为排序
could-be-higher = 可能更高
could-be-lower = 可能更低
next-for-the-top = 接近最高层
could-be-strategic = 可升为战略客户
slipping = 下滑
concentration-line = 最有价值客户占全部正终身价值的 { $percent }。

## Moves between the tiers

tier-move = { $client } { $from } > { $to }
tier-move-why = { $client } { $from } > { $to }，{ $why }
one-move-and-another = { $first }；{ $then }
more-moves = 另有 { $n } 家
month-closed = { $first }已结账，涉及 { $clients } 家客户
months-closed = 已结账 { $n } 个月（{ $first }至{ $last }），涉及 { $clients } 家客户
month-opened-again = { $first }已重新打开，涉及 { $clients } 家客户
months-opened-again = 已重新打开 { $n } 个月（{ $first }至{ $last }），涉及 { $clients } 家客户
month-changed = { $first }已结账数据有更改，涉及 { $clients } 家客户
months-changed = 已结账的 { $n } 个月数据有更改（{ $first }至{ $last }），涉及 { $clients } 家客户
closed-with-moves = { $done }。层级变动：{ $moves }。
closed-without-moves = { $done }。层级无变动。

## VIP test

vip-passes = 达标：满足 { $met }，需要 { $needed }。
vip-fails = 未达标：满足 { $met }，需要 { $needed }。
vip-undetermined = 待定：满足 { $met }，需要 { $needed }。再有 { $more } 项即可确定：{ $list }。
vip-not-applicable = 企业贵宾认定不适用于个人。
vip-settle-products = 核对已用产品清单（V1）
vip-settle-figure = { $n } 个月的{ $figure }（V2）
vip-settle-monopoly = 垄断地位的判断（V3）
vip-settle-strategic = 战略价值的判断（V4）
vip-settle-growth = 用于增长的 { $year } 年{ $figure }（V5）
vip-stale = { $date } 的依据已过时
vip-no-evidence = 没有依据
vip-products-held = { $n } 种产品，{ $families } 个类别
vip-figure-above = { $value } 高于 { $limit }
vip-figure-not-above = { $value } 不高于 { $limit }
vip-growth-value = 增长 { $percent }%
vip-growth-from-nothing = 无法计算增长:上一年合计不为正数
vip-reason = { $reason }

## Contact

booked-day = 已预约 { $day }
no-reception-in = { $year }年没有行长接待
no-visit-booked = 没有预约拜访
overdue-days = 逾期 { $n } 天
signal-cadence = 联络逾期 { $n } 天
signal-satisfaction = 满意度 { $level }，下降 { $fall }
signal-income = 近 3 个月收入不足全年均值的一半
signal-promise = 我方承诺逾期 { $n } 天：{ $text }
signal-cooled = 决策人态度转冷：{ $person }，{ $before } > { $after }
signal-left = 关键人物离任：{ $person }
signal-stale = 需再次确认决策人：{ $person }
signal-turnover = { $month }流水不足均值的一半
signal-offer = { $date }已过期，尚未决定：{ $title }

## Satisfaction, promises

from-aspects = 由各方面得出
own-view = 经理自评

## Map

map-line = 决策链 { $percent }：{ $list }。
map-line-complete = 决策链 { $percent }。
map-step-missing = 缺{ $step }
map-step-assumed = { $step }仅为推测
map-step-old = { $step }信息过时
finding-missing-step = { $step }：尚不知是谁
finding-decider-never-met = 从未见过决策人：{ $person }
finding-opponent = { $person }：{ $stance }，影响力 { $influence }
finding-opponent-no-influence = { $person }：{ $stance }，影响力未知
finding-unknown-stance = { $step }：{ $person } 的态度未知
finding-single-point = 全系于一人：{ $person }
finding-single-visits = 12 个月的拜访都只见 { $person }
finding-only-one-road = 仅有一条通路：{ $person }
finding-stale = { $step }：{ $person }，{ $n } 天前获知
finding-conflict = { $n ->
    [2] 两人决策：{ $list }
   *[other] { $n } 人决策：{ $list }
}
finding-left = { $person } 已离任；仍是{ $step }吗？
finding-limit-too-low = { $sum } 超出 { $person } 的审批权限。
map-empty = 决策链上还没有人。按 a 添加第一位。
map-as-of = 您正在查看 { $date }。按 t、Enter 回到今天。
step-not-needed = 无需：{ $reason }
question-prepares = 贵公司由谁起草这类决定？
question-agrees = 上报之前需要谁会签？
question-speaks_for = 由谁在决策场合提出？
question-budgets = 谁来安排这笔预算，什么时候？
question-decides = 这件事最后由谁拍板？
question-still = 现在还是这样吗：{ $person }，{ $kind }？
question-meet-decider = 我们怎样才能见到 { $person }？
question-stance = { $person } 对与我行合作怎么看？
question-need = 这背后是什么：{ $need }？
question-figure = 贵公司的{ $figure }是多少？
question-choice = 您选择银行时最看重什么？
question-satisfaction = 您对我们的满意度是几分（0 到 10）？

## Offer score

floor-not-met = 保底未达：{ $need }
who-loses = 谁受损：{ $person }（{ $interest }）
leaves-unanswered = 该方案没有回应 { $need }。
ledger-line = 我方让步 { $we } 次，得到 { $they } 次。
ledger-worth = 已知价值 { $given } 对 { $got }。
ledger-unreturned = { $n } 次未获回报：{ $list }。
score-range-line = { $score }，区间 { $low } 至 { $high }
nobody-judged = 尚未评分

## Plans, effectiveness, budget, file

no-plan = 无计划
over-service-budget = { $client } 超出服务费用预算 { $amount }。
known-of = { $known }/{ $of }
file-known-of = 档案 { $known }/{ $of }
file-decider = 谁来决策
file-steps = 全部决策环节
file-reporting = 决策人的上级
file-stance = 关键人物的态度
file-hidden-need = 一项潜在需求
file-confirmed-need = 一项已确认的需求
file-birthdays = 各环节人员的生日
file-contacts = 两位联系人的电话或邮箱
file-industry = 行业
file-main-bank = 主办银行
file-note-process = 业务流程备注
file-note-technology = 技术备注
file-note-market = 市场备注
file-note-plans = 计划备注
file-audit = 一年内的诊断
file-ledger = 最近 3 个月的数据
file-satisfaction = 一年内的满意度
file-goal = 一项商定目标
file-deputy = 已指定代理人

## Screens

window-too-small = 请把窗口放大到至少 { $width } 列 { $height } 行。
ready = 就绪
saved = 已保存：{ $what } · u 撤销
nothing-saved = 未作任何改动。
visit-in-minutes = { $n } 分钟后拜访
no-visits-today = 今天没有拜访。下一次：{ $client }，{ $day } { $time }。
no-visits-at-all = 今天没有拜访，也没有预约。
no-clients-yet = 还没有客户。{ $clients } 打开名册，再按 { $add } 添加第一位。
nothing-found = 没有找到 { $input }。
nothing-here = 这里还是空的。按 a 添加第一行。
passphrases-differ = 两次口令不一致。
passphrase-empty = 空口令起不到保护作用。
no-cipher = 此版 attache 不含加密功能。
leak-clean = 泄密检查：通过，{ $n } 条内容
written = 已写入：{ $file }
privacy-on = 隐私模式已开启。
privacy-off = 隐私模式已关闭。

## Brief

leak-fragment-ask = 这些文字也出现在内部字段“{ $field }”中：“{ $run }”。要给客户看吗？
leak-unreadable = 写出的文件无法读回，因此没有保留。
pdf-not-built = 此版本不能生成 PDF。请选 html（同样可按 A4 打印），或用 cargo build --release --features pdf 构建 attache。
pdf-no-sign = 字体中没有“{ $sign }”（{ $code }）这个字。请在“设置”的“导出”中选择字体。
pdf-no-font = 文件 { $file } 中没有字体。请在“设置”的“导出”中另选文件。
pdf-name-a-font = 请指定含有该字的字体文件：attache settings set pdf_font_paths FILE。
pdf-failed = PDF 页面无法排版。请选 html，同样可按 A4 打印。
leak-template = 未导出：模板 { $file }会把 { $n } 项保密内容带入客户版（{ $fields }）。请从模板中删去。
leak-template-line = 未导出：模板 { $file } 第 { $line } 行会把 { $n } 项保密内容带入客户版（{ $fields }）。请从模板中删去。
leak-hit = { $entity }：{ $field }
leak-address = { $person } 的邮箱 { $email } 含有您的客户 { $client } 的名称。请将其移入私人邮箱（客户副本不显示），或删除。
attendees-unknown = 参加人未知
none-open = 无未结事项
no-audit = 没有诊断
encrypted-json-ask = 名册已加密，而此文件不加密。继续吗？

## Import

page-key-similar = 这里没有 { $key } 这一项。是否指：{ $allowed }？
page-key-unknown = 这里没有 { $key } 这一项。可用：{ $allowed }。
line-field-why = 第 { $line } 行，{ $field }：{ $why }
import-conflict = { $entity } { $name } 在名册中的改动（{ $time }）晚于文件：{ $fields }。
import-brings-nothing = 此行没有新内容。
import-nothing-new = { $file } 中没有新内容。
import-done = { $file }：新增 { $added } 条记录，变更 { $changed }，拒绝 { $rejected }。
snapshot-not-json = 不是名册快照：第 { $line } 行，第 { $column } 列。
snapshot-cut = 快照不完整：过早结束。
snapshot-foreign = 该文件不是 attache 的快照。
snapshot-newer = 快照由更新版本的 attache（{ $version }）写成。
snapshot-unknown-table = 快照中有未知的表：{ $input }。
snapshot-row = { $table } { $row }，{ $field }：{ $why }
snapshot-duplicate-uid = { $uid } 在 { $table } 中重复。

## Book and file

no-book-at = { $file } 处没有名册。请用 attache init 新建。
book-exists = { $file } 已存在。未作任何改动。
no-directory = 没有目录 { $dir }。
book-read-only = { $file } 无法写入。未作任何改动。
book-foreign = { $file } 不是 attache 的名册。
book-damaged = { $file } 已损坏：{ $what }。请用名册的副本替换它。
book-value-damaged = { $entity } { $record }，{ $field }：保存的值已损坏。
book-busy = 名册正被其他程序占用。请稍后再试。
book-full = 磁盘已满。未保存任何内容。
book-encrypted = { $file } 已加密。请用 { $flag } 提供口令。
book-moved = { $file } 已不在打开时的位置。
file-not-read = { $file } 无法读取：{ $why }
format-of-ending = 文件名 { $file } 表示 { $ending }，而 --format 为 { $format }。未写入任何内容；请只指定一种格式。
book-is-whole = 名册完好：每条记录都与其最后一次修改一致。
book-is-not-whole = 有 { $n } 条记录与其最后一次修改不一致；第一条：{ $entity }，{ $field }。请用副本恢复名册。
backup-in-a-shell = 在命令行用 attache export --format json --journal -o FILE 写出整个名册及其日志。
sync-in-a-shell = 在命令行用 attache sync 使联系人与日历文件夹同名册保持一致。
template-none = 此格式没有模板。请选择 md 或 html。
template-wrong = 模板 { $file } 第 { $line } 行：{ $why ->
        [syntax] 不符合模板写法
        [name] 简报中没有这个名称
        [function] 没有这个过滤器、测试或函数
       *[other] 无法使用
    }（{ $detail }）。未写入任何内容：请在文件中改正，或移走该文件以使用 attache 的格式。
file-not-written = { $file } 无法写入：{ $why }
book-made = 新名册：{ $file }

## Command line

needs-terminal = attache 需要终端。请试 attache today。
yes-or-no = （y/N）
ask-needs-yes = { $question } 如同意，请加 --yes。
ask-needs-fold = { $question } visit plan、move、log 用 --fold 0（第一次）或 --fold 1（第二次）；--yes 取第一次。
not-found = { $entity }：没有找到 { $input }。
not-found-similar = { $entity }：没有找到 { $input }。您要找的是不是 { $similar }？
several-fit = { $input } 对应多项：{ $list }。请准确指明。
record-gone = 该记录已不在名册中。
not-toml = 第 { $line } 行：TOML 无效：{ $why }
noun-needs-client = 哪位客户？请用 --client 指明。
bad-take = 请写 字段=a 或 字段=b：{ $input }
io-not-there = 没有这个文件
io-not-permitted = 没有权限
io-is-a-folder = 这是一个文件夹
io-no-text = 不是 UTF-8 文本
io-nobody-reads = 此管道无人读取
io-disk-full = 磁盘已满
bad-assignment = 请写成 字段=值：{ $input }
editor-failed = 编辑器 { $editor } 未正常结束。未保存任何内容。
page-unchanged = 页面没有改动。未保存任何内容。
no-steps = 尚无修改。

## Titles of changes, as in "saved: WHAT" and "Undone: WHAT"

title-added = { $entity } { $name }（新增）
title-clients-added = 新增 { $n } 位客户
title-filter-saved = 筛选 { $name }
title-changed-fields = { $entity } { $name }：{ $list }
title-removed = { $entity } { $name }（移除）
title-ended = { $entity } { $name }（终止）
title-client-status = { $client }：{ $state }
title-client-stage = { $client }：第 { $n } 阶段
title-client-stage-forced = { $client }：第 { $n } 阶段（强制）
title-client-merge = { $a } 并入 { $b }
title-person-merge = { $a } 并入 { $b }
title-roles = { $person } 的角色
title-role = { $person }：{ $kind }
title-role-ended = { $person }：{ $kind }（终止）
title-stance = { $person } 的态度
title-step-absent = { $client }：无需{ $step }
title-visit-planned = 拜访 { $client }，{ $day }
title-visit-moved = 拜访 { $client } 改到 { $day }
title-invited = 已邀请 { $client }，{ $day }
title-top-joins = 我行高层参加拜访：{ $client }，{ $day }
title-visit-cancelled = 拜访 { $client }，{ $day }（取消）
title-visit-missed = 拜访 { $client }，{ $day }（未成行）
title-visit-recorded = 拜访登记 { $client }，{ $day }
title-visit-corrected = 拜访 { $client }，{ $day }（更正）
title-need-state = 需求 { $title }：{ $state }
title-need-evidence = { $title } 的依据
title-promise-done = 承诺完成：{ $text }
title-promise-state = 承诺 { $text }：{ $state }
title-problem-state = 问题 { $title }：{ $state }
title-occasion-marked = { $year } 年已致意：{ $name }，{ $kind }
title-offer-state = 方案 { $title }：{ $state }
title-term-state = 条款 { $title }：{ $state }
title-offer-version = 方案 { $title }，第 { $version } 版
title-concession = { $title } 的让步
title-settings = 设置：{ $list }
title-snapshot = 快照 { $file }
problem-again = 该客户在 { $date } 遇到过同类问题（{ $title }）。
