### The day, the days ahead, and a visit before it is held.

## Today

today-minutes = { $n }分钟
today-nobody-named = 未列人员
today-two-decide = { $n } 人被认为决策：{ $names }
today-stance-unknown = 态度未知
today-on-offer = 就方案
today-influence = 影响力 { $n }
today-quote = “{ $text }”
today-nobody = { $steps }：无人
today-steps-nobody = { $n } 个环节无人
today-old = { $step }：{ $age }前
today-stance-of = { $step }：态度未知
today-never-met = 从未见过决策人
today-left = { $step }：已离任？
today-hidden = 潜在：{ $title }（{ $state }）
today-at-department = （在{ $name }）
today-at = 在{ $name }
today-late = 逾期
today-late-days = 逾期{ $n }天
today-today = 今天
today-due = 截止{ $day }
today-over-limit = 方案{ $sum }，权限{ $limit }
today-problem = 问题，程度{ $n }
today-severity = 程度{ $n }
today-not-told = 未告知
today-birthday = 今天生日
today-occasion = 今天：{ $kind }
today-now = 进行中
today-mark-decides = 决
today-mark-unknown = ?
today-mark-promised = !
today-word-decides = 决策
today-word-unknown = 未知
today-word-promised = 承诺
today-word-watch = 注意
today-goal = 目的
today-who = 人员
today-this-week = 本周还有 { $n } 项
today-next = 下次{ $day }
today-last = 上次{ $day }
today-since = 自{ $day }
today-after-visit = { $day }的拜访
today-no-visits-then = 这一天没有拜访。
today-group-empty = { $group }：今天没有。
today-late-counts = 逾期：我方{ $we }，对方{ $they }
today-none-late = 无逾期
today-nothing-to-mark = 空格键用于标记承诺已完成或重要日子已致意。

## Visits

visits-free = 空闲
visits-not-planned = 只有已计划的拜访才能改期或取消。
visits-move-title = 拜访改期
visits-again-title = 重新安排拜访
visits-move-hint = +7d、周五 10:00 或 10:30，然后按 Enter
visits-call-off-title = 拜访未能进行
visits-call-off-hint = 上下键选择   Enter 保存
visits-why = 原因
visits-cancelled-by-them = 客户取消
visits-cancelled-by-us = 我方取消
visits-missed-by-them = 客户未到
visits-missed-by-us = 我方未到
visits-day-off = 休息
visits-off = 休
visits-none-here = 此处没有可改期的拜访。
visits-moving = { $client }：{ $time }。Enter 保存，Esc 撤销。
visits-stays = { $client }：仍为 { $time }。
visits-plan-here = a 在此安排
visits-clash = 时间重叠

## Before a visit

before-title = 拜访之前
before-meeting = 拜访
before-people = 参加人员
before-questions = 要问的问题
before-taken = 已选 { $n }
before-needs = 待探明的需求
before-promises = 未结承诺
before-occasions = 重要日子
before-outcomes = 最近结果
before-answers = 备用答复
before-last-met = { $ago }前见过
before-travel = 路程 { $n } 分钟
before-own-question = 自拟问题
before-already-asked = 这个问题已经问过了。
before-nothing-to-take = 空格键选取要问的问题。

## The meeting situation

meeting-situation = 会面契机
meeting-key = i 邀请
meeting-none = 尚未安排与我行高层的会面、活动或接待；按 i 邀请或新建
meeting-could-join = 我行高层可参加
meeting-last = 上次与我行高层会面或参加活动：
meeting-never = 从未与我行高层会面，也未参加过活动
meeting-with-top = 我行高层出席
meeting-invited = 已邀请
meeting-not-invited = 未邀请
meeting-top-joins = 请我行高层参加
meeting-new-event = 安排新活动
meeting-invite-client = 邀请 { $client }
meeting-invite = 邀请参加此活动
meeting-no-event = 只有活动或接待才能邀请客户，此次拜访两者都不是。
today-nothing-to-do = 可办事项只针对承诺、问题和重要日子列出。
