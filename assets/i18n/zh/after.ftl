### 拜访后填写的页面。

after-outcome = 结果
after-people = 人员
after-questions = 提问
after-needs = 需求
after-promises = 承诺
after-next = 下次
after-rest = 满意度、投诉问题、备注
after-came = 到场
after-who = 姓名
after-weight = 影响
after-roles = 角色
after-person-gone = 此人已不在簿中，无法再为其记录。请清空此行，或将内容移到别处。
after-who-else = 还有谁
after-done-today = > 已完成
after-minutes = { $n }分钟
after-answered = 已答 { $n }/{ $of }
after-count = { $n }
after-changes = { $n } 处改动
after-how = 每按一次更确定：听说、证实   Backspace 退回   c 到场   +/- 态度
after-saves = 将保存：{ $list }
after-n-roles = { $n } 个角色
after-n-stances = { $n } 个态度
after-n-answers = { $n } 个提问
after-n-needs = { $n } 项需求
after-n-promises = { $n } 项承诺
after-n-visits = { $n } 次拜访
after-n-moods = { $n } 条满意度
after-n-problems = { $n } 个问题事项
after-n-notes = { $n } 条备注

# Labels of lines that are typed.
after-problem = 问题
after-note = 备注
after-wants = 个人诉求

# Under a line that somebody else has changed too.
after-in-book = 册中现为：{ $text }
