# Words of the trade: records, stored values, field labels, verbs. `.short` is for narrow places, `.mark` for cells of a grid.

## entity

entity-client = 客户
entity-person = 联系人
entity-affiliation = 任职
entity-role = 决策角色
    .short = 角色
entity-stance = 态度
entity-influence = 影响关系
entity-interest = 个人诉求
entity-need = 需求
entity-visit = 拜访
entity-commitment = 承诺
entity-product = 银行产品
    .short = 产品
entity-holding = 已用产品
entity-proposal = 服务方案
    .short = 方案
entity-proposal_term = 条款
entity-term_score = 条款评分
    .short = 评分
entity-concession = 让步
entity-ledger_month = 月度收支台账
    .short = 台账
entity-service_budget = 服务费用预算
    .short = 预算
entity-service_spend = 服务费用支出
    .short = 支出
entity-satisfaction = 满意度
entity-occasion = 重要日子
entity-answer = 标准答复
    .short = 答复
entity-problem = 问题
entity-note = 备注
entity-fx_rate = 汇率
entity-tier_snapshot = 月末层级
    .short = 层级
entity-client_link = 客户关联
    .short = 关联
entity-business_audit = 企业诊断
    .short = 诊断
entity-client_goal = 目标
entity-plan_target = 计划指标
    .short = 指标
entity-vip_evidence = 贵宾认定依据
    .short = 依据
entity-internal_brief = 内部简报
entity-decision_map = 决策链

## term

term-vip_test = 贵宾认定标准
    .short = 贵宾认定
term-ltv = 客户终身价值
    .short = 终身价值
term-tier = 客户层级
    .short = 层级
term-adaptation = 新客户适应期
    .short = 适应期
term-balance_of_forces = 力量对比
    .short = 对比
term-road = 人脉路径
term-general_map = 总决策链
    .short = 总图

## client

client-kind-company = 公司
client-kind-individual = 个人
client-status-prospect = 目标客户
client-status-active = 现有客户
client-status-dormant = 休眠客户
client-status-left = 已流失
client-status-declined = 已谢绝
client-status-merged = 已合并
client-status-archived = 已归档
client-vip_category-long_standing = 长期客户
client-vip_category-retain = 重点保留
client-vip_category-attract = 重点争取
client-segment-bank_related = 银行关联方
    .short = 关联方
client-segment-large = 大型客户
client-segment-medium = 中型客户
client-segment-mass = 大众客户
client-tier-most_valuable = 最有价值客户
    .short = 最有价值
    .mark = 最
client-tier-strategic = 战略客户
    .mark = 战
client-tier-working = 一般客户（不稳定）
    .short = 一般客户
    .mark = 般
client-tier-ballast = 负值客户
    .mark = 负
client-tier-unknown = 未知
    .mark = ?
client-stage-1 = 评估价值
client-stage-2 = 安排会面契机
    .short = 会面契机
client-stage-3 = 初次见面
client-stage-4 = 保持联系：需求与决策链
    .short = 保持联系
client-stage-5 = 会见高层
client-stage-6 = 讨论全部需求，理顺决策路径
    .short = 讨论需求
client-stage-7 = 对接各项服务，提出折中方案
    .short = 全面对接
client-source_channel-direct_referral = 客户推荐
client-source_channel-direct_event = 会议展会
client-source_channel-direct_relative = 员工亲属介绍
client-source_channel-direct_success_news = 企业成功报道
client-source_channel-direct_personal = 个人关系
client-source_channel-direct_association = 行业协会
client-source_channel-direct_letter = 专函联系
client-source_channel-indirect_advertising = 广告
client-source_channel-indirect_image = 银行形象
client-source_channel-indirect_internet = 互联网
client-source_channel-indirect_open_day = 开放日
client-source_channel-inherited = 同事移交
client-source_channel-other = 其他
client-language-en = 英语
client-language-ru = 俄语
client-language-bg = 保加利亚语
client-language-zh = 中文
client-language-other = 其他语言
client-risk_profile-low = 低风险
client-risk_profile-medium = 中等风险
client-risk_profile-high = 高风险

## vip

vip-criterion-V1 = 产品使用面广
    .short = 产品面
vip-criterion-V2 = 业务规模
vip-criterion-V2a = 十二个月销售额
    .short = 销售额
vip-criterion-V2b = 月账户流水
    .short = 月流水
vip-criterion-V2c = 十二个月出口额
    .short = 出口额
vip-criterion-V2d = 日均余额
vip-criterion-V3 = 行业或区域垄断
    .short = 垄断地位
vip-criterion-V4 = 对银行具战略价值
    .short = 战略价值
vip-criterion-V5 = 指标高速增长
    .short = 高增长
vip-verdict-met = 满足
vip-verdict-not_met = 未满足
vip-verdict-unknown = 未知
vip-result-passes = 达标
vip-result-fails = 未达标
vip-result-undetermined = 待定
vip-result-not_applicable = 不适用

## vip_evidence

vip_evidence-kind-figure = 数据
vip_evidence-kind-judgement = 判断
vip_evidence-source-ledger = 收支台账
vip_evidence-source-client_report = 客户报表
vip_evidence-source-public = 公开信息
vip_evidence-source-registry = 工商登记
vip_evidence-source-visit = 拜访
vip_evidence-source-colleague = 同事
vip_evidence-source-other = 其他

## person

person-side-client = 客户方
person-side-bank = 我行
person-side-other = 第三方
person-sex-f = 女
person-sex-m = 男

## affiliation

affiliation-level-board = 董事会
affiliation-level-top = 高层
affiliation-level-middle = 中层
affiliation-level-specialist = 专员
affiliation-level-support = 辅助人员
affiliation-level-unknown = 未知

## role

role-kind-prepares = 起草人
role-kind-agrees = 会签人
role-kind-speaks_for = 提出人
role-kind-budgets = 预算人
role-kind-decides = 决策人
role-kind-influences = 影响者
role-kind-operates = 具体操作员
    .short = 操作员
role-kind-informs = 提供线索人
    .short = 线索人
role-certainty-assumed = 推测
role-certainty-heard = 听说
role-certainty-confirmed = 证实
role-freshness-fresh = 近期信息
    .short = 近期
role-freshness-ask = 需再确认
    .mark = ?
role-freshness-old = 早已过时
    .mark = ??
role-end_reason-left = 离任
role-end_reason-changed = 职责变更
role-end_reason-wrong = 记录有误

## stance

stance-value-minus2 = 反对
    .mark = --
stance-value-minus1 = 冷淡
    .mark = -
stance-value-0 = 中立
    .mark = 0
stance-value-1 = 友好
    .mark = +
stance-value-2 = 大力支持
    .mark = ++
stance-value-unknown = 未知

## influence

influence-kind-reports_to = 汇报给
influence-kind-influences = 影响

## interest

interest-kind-career = 职业发展
interest-kind-workload = 工作负担
interest-kind-standing = 地位声望
interest-kind-own_targets = 考核指标
interest-kind-risk = 规避风险
    .short = 风险
interest-kind-team = 团队
interest-kind-relationship = 人际关系
interest-kind-craft = 专业追求
    .short = 专业
interest-kind-other = 其他

## need

need-voice-stated = 已表明
need-voice-hidden = 潜在
need-breadth-basic = 基本
need-breadth-special = 特殊
need-theme-settlement = 结算
need-theme-financing = 融资
need-theme-cash = 现金流
need-theme-guarantee = 担保
need-theme-rating = 信用评级
need-theme-advice = 顾问咨询
need-theme-trade = 对外贸易
need-theme-fx = 外汇
need-theme-treasury = 资金管理
need-theme-payroll = 代发工资
need-theme-investment = 投资
need-theme-protection = 风险保障
need-theme-succession = 传承
need-theme-digital = 数字化服务
need-theme-private = 私人事务
need-theme-other = 其他
need-origin-client = 客户提出
need-origin-manager = 经理发现
need-origin-colleague = 同事告知
need-origin-formed_by_us = 我方引导形成
need-state-hypothesis = 假设
need-state-probed = 探询中
need-state-confirmed = 已确认
need-state-addressed = 已有方案
need-state-met = 已满足
need-state-dropped = 已放弃
need-weight-hint = 迹象
need-weight-said = 亲口所述
need-weight-document = 书面文件
need-drop_kind-no_product = 无对应产品
need-drop_kind-no_interest = 客户无意
need-drop_kind-solved_elsewhere = 已由他方解决
need-drop_kind-other = 其他
need-answered_by-offer = 服务方案
need-answered_by-holding = 已用产品
need-answered_by-note = 备注

## visit

visit-kind-meeting = 会面
visit-kind-call = 通话
visit-kind-event = 活动
visit-kind-reception = 行长接待
visit-phase-before = 售前
visit-phase-during = 售中
visit-phase-after = 售后
visit-place_kind-theirs = 客户处
visit-place_kind-ours = 我行
visit-place_kind-other = 其他地点
    .short = 他处
visit-place_kind-phone = 电话
visit-place_kind-video = 视频
visit-status-planned = 已安排
visit-status-held = 已进行
    .mark = +
visit-status-cancelled = 已取消
visit-status-missed = 未成行
    .mark = x
visit-status-to_write_up = 待登记
    .mark = ?
visit-requested_by-us = 我方
visit-requested_by-them = 对方
visit-about-need = 需求
visit-about-role = 角色
visit-about-stance = 态度
visit-about-figure = 数据
visit-about-occasion = 重要日子
visit-push_check-none = 无警告
visit-push_check-kept = 警告后保留
visit-push_check-unticked = 非推销，已说明

## commitment

commitment-who-we = 我方
commitment-who-they = 对方
commitment-state-open = 未完成
commitment-state-passed = 已转交
commitment-state-done = 已完成
commitment-state-cancelled = 已取消
commitment-repeat-none = 不重复
commitment-repeat-weekly = 每周
commitment-repeat-monthly = 每月
commitment-repeat-quarterly = 每季度
commitment-repeat-yearly = 每年
commitment-origin-visit = 拜访中
commitment-origin-adaptation = 适应期清单
commitment-origin-problem = 问题处理
commitment-origin-manual = 手工录入

## product

product-family-settlement = 结算业务
    .short = 结算
product-family-lending = 贷款
product-family-deposits = 存款
product-family-cash = 现金管理
product-family-trade = 贸易融资
product-family-guarantees = 保函
product-family-fx = 外汇业务
    .short = 外汇
product-family-cards = 银行卡
product-family-payroll = 代发工资
product-family-investment = 投资
product-family-trust = 信托
product-family-advice = 顾问咨询
product-family-digital = 电子银行
product-family-insurance = 保险
product-family-other = 其他

## proposal

proposal-kind-standard = 标准方案
proposal-kind-tailored = 定制方案
proposal-kind-package = 组合方案
proposal-state-draft = 草稿
proposal-state-discussed = 商讨中
proposal-state-presented = 已提交
proposal-state-accepted = 已接受
proposal-state-declined = 已拒绝

## proposal_term

proposal_term-kind-price = 价格
proposal_term-kind-amount = 金额
proposal_term-kind-term = 期限
proposal_term-kind-service = 服务
proposal_term-kind-security = 担保
proposal_term-kind-timing = 时间安排
proposal_term-kind-advice = 咨询
proposal_term-kind-other = 其他
proposal_term-state-open = 未定
proposal_term-state-agreed = 已商定
proposal_term-state-dropped = 已撤销
proposal_term-cover-0 = 未覆盖
proposal_term-cover-1 = 部分
proposal_term-cover-2 = 完全

## service_spend

service_spend-category-schooling = 教育
service_spend-category-legal_tax = 法律税务咨询
    .short = 法律税务
service_spend-category-travel = 旅行
service_spend-category-medical = 医疗
service_spend-category-culture = 文化
service_spend-category-sport = 体育
service_spend-category-gift = 礼品
service_spend-category-event = 活动
service_spend-category-transport = 交通
service_spend-category-other = 其他

## satisfaction

satisfaction-source-said = 客户口述
satisfaction-source-survey = 问卷调查
satisfaction-source-manager_view = 经理自评
satisfaction-about-overall = 总体
satisfaction-about-solvency = 偿付能力
satisfaction-about-reliability = 可靠性
satisfaction-about-speed = 办理速度
satisfaction-about-staff = 员工素质
satisfaction-about-service = 服务质量
satisfaction-about-price = 价格
satisfaction-about-reach = 便利性
satisfaction-trend-up = 上升
satisfaction-trend-level = 持平
satisfaction-trend-down = 下降

## occasion

occasion-kind-birthday = 生日
occasion-kind-anniversary = 周年纪念
occasion-kind-name_day = 命名日
occasion-kind-company_day = 公司重要日子
occasion-kind-holiday = 节日
occasion-kind-other = 其他
occasion-recurring-yearly = 每年
occasion-recurring-once = 一次

## answer

answer-kind-answer = 答复
answer-kind-standard = 服务标准
answer-kind-recommendation = 建议做法
answer-kind-rights = 客户权益
answer-kind-conflict = 避免冲突
answer-kind-negotiation = 谈判
answer-kind-playbook = 阶段指引

## problem

problem-kind-complaint = 投诉
problem-kind-question = 咨询
problem-kind-request = 请求
problem-kind-suggestion = 建议
problem-topic-channels = 服务渠道
problem-topic-settlement = 结算
problem-topic-staff = 员工
problem-topic-price = 价格
problem-topic-speed = 速度
problem-topic-product_feedback = 产品反馈
problem-topic-documents = 单据文件
problem-topic-other = 其他
problem-severity-1 = 低
problem-severity-2 = 中
problem-severity-3 = 高
problem-state-open = 待处理
problem-state-passed = 已转交
problem-state-answered = 已有答复
problem-state-resolved = 已解决
problem-state-reopened = 重新打开
problem-state-rejected = 不予受理

## note

note-topic-process = 业务流程
note-topic-technology = 技术
note-topic-market = 市场
note-topic-plans = 计划
note-topic-partners = 合作伙伴
note-topic-competitor = 竞争对手
note-topic-family = 家庭
note-topic-other = 其他
note-source-visit = 拜访
note-source-client = 客户
note-source-operations = 运营部
note-source-public = 公开信息
note-source-authority = 政府部门
note-source-colleague = 同事
note-source-other = 其他

## class

class-in = 内部
class-co = 机密
class-pe = 个人信息

## client_link

client_link-kind-partner_of = 合作伙伴
client_link-kind-supplier_of = 供应商
client_link-kind-customer_of = 采购方
client_link-kind-competitor_of = 竞争对手

## business_audit

business_audit-kind-business = 企业经营
business_audit-kind-personal_finance = 个人财务
business_audit-position-leader = 领先
business_audit-position-strong = 较强
business_audit-position-average = 一般
business_audit-position-weak = 较弱
business_audit-position-unknown = 未知

## client_goal

client_goal-kind-client_business = 客户业务
client_goal-kind-our_service = 我方服务
client_goal-kind-joint = 共同目标
client_goal-kind-decision_path = 决策路径
client_goal-state-proposed = 已提出
client_goal-state-agreed = 已商定
client_goal-state-reached = 已达成
client_goal-state-abandoned = 已放弃

## plan_target

plan_target-measure-income = 收入
plan_target-measure-turnover = 账户流水
    .short = 流水
plan_target-measure-avg_balance = 日均余额
    .short = 余额
plan_target-measure-sales = 客户销售额
    .short = 销售额
plan_target-measure-export = 客户出口额
    .short = 出口额
plan_target-measure-holdings = 已用产品数
    .short = 产品数
plan_target-measure-satisfaction = 满意度
    .short = 满意度
plan_target-measure-met_needs = 已满足需求
    .short = 满足需求
plan_target-measure-held_visits = 已进行拜访
    .short = 拜访
plan_target-measure-clients_active = 现有客户数
    .short = 现有客户
plan_target-measure-clients_most_valuable = 最有价值客户数
    .short = 最有价值
plan_target-measure-new_clients = 新客户数
    .short = 新客户

## settings

settings-vip_volume_rule-all = 四项全部
settings-vip_volume_rule-any = 任意一项
settings-name_display-given_first = 名在前
settings-name_display-family_first = 姓在前
settings-name_display-as_entered = 按录入
settings-key_layout-ru = 俄语键盘
settings-key_layout-bg_bds = 保加利亚语BDS键盘
settings-key_layout-bg_phonetic = 保加利亚语传统音标键盘
settings-key_layout-bg_phonetic_new = 保加利亚语新音标键盘
settings-key_layout-off = 关闭

## screen

screen-today = 今日
screen-clients = 客户
screen-visits = 拜访
screen-after_visit = 拜访登记
screen-needs = 需求
screen-offers = 方案
screen-money = 收益
screen-catalogue = 产品目录
screen-settings = 设置
screen-history = 历史
screen-drafts = 草稿
screen-search = 搜索

## tab

tab-overview = 概览
tab-map = 决策链
tab-log = 日志
tab-needs = 需求
tab-money = 收益
tab-offers = 方案
tab-people = 人员
tab-history = 历史

## section

section-to_write_up = 待登记
section-promises_due = 到期承诺
    .short = 承诺
section-overdue_contacts = 逾期联络
    .short = 逾期
section-early_signals = 预警信号
    .short = 预警
section-occasions = 重要日子
    .short = 日子
section-problems = 问题
section-follow_up_due = 待跟进
section-what_they_need = 客户需求
section-who_decides = 谁来决策
section-promised = 承诺
section-next = 下一步
section-goals_and_plan = 目标与计划
section-last_contacts = 近期联络
section-to_check = 待核实
section-file = 档案
section-open = 未结
section-next_questions = 待问问题

## signal

signal-cadence_overdue = 联络逾期
signal-satisfaction_falling = 满意度下降
signal-income_slipping = 收入下滑
signal-our_promise_late = 我方承诺逾期
signal-decider_cooled = 决策人态度转冷
signal-key_person_left = 关键人物离任
signal-decider_stale = 决策人信息待更新
signal-turnover_fallen = 流水下降
signal-offer_expired = 方案已过期

## finding

finding-kind-missing_step = 无人
finding-kind-decider_never_met = 从未见过决策人
finding-kind-opponent = 有分量的反对者
finding-kind-unknown_stance = 态度未知
finding-kind-single_point = 全系于一人
finding-kind-only_one_road = 仅有一条通路
finding-kind-stale = 信息过时
finding-kind-conflict = 不止一人决策
finding-kind-left = 是否已离任
finding-kind-limit_too_low = 权限不足

## label

label-name = 名称
label-full_name = 姓名
label-short_name = 简称
label-industry = 行业
label-region = 地区
label-address = 地址
label-website = 网站
label-language = 语言
label-kind = 类型
label-status = 状态
label-state = 状态
label-stage = 阶段
label-stage_since = 本阶段起始
label-source_channel = 来源渠道
label-relation_start = 合作起始
label-assigned_on = 分配日期
label-deputy = 代理人
label-bank_team = 银行团队
label-main_bank = 主办银行
label-choice_factors = 选行因素
label-comfort_notes = 接待喜好
label-risk_profile = 风险偏好
label-tags = 标签
label-parent = 母公司
label-position = 职务
label-department = 部门
label-level = 级别
label-salutation = 称呼
label-birthday = 生日
label-family = 家庭
label-likes = 喜好
label-dislikes = 忌讳
label-background = 履历
label-role = 角色
label-certainty = 确认程度
label-stance = 态度
label-influence = 影响力
label-importance = 重要性
label-limit = 审批权限
label-reports_to = 上级
label-learned_on = 获知日期
label-reconfirmed_on = 再次确认
label-source = 来源
label-from = 自
label-to = 至
label-as_of = 截至
label-voice = 是否表明
label-breadth = 性质
label-theme = 主题
label-origin = 来由
label-essential = 必需
label-evidence = 依据
label-answered_by = 对应方案
label-date = 日期
label-time = 时间
label-minutes = 时长（分钟）
label-place = 地点
label-phase = 售前/售中/售后
label-attendees = 参加人
label-came = 到场
label-our_top_present = 我行高层出席
label-purpose = 目的
label-agenda = 议程
label-questions = 问题清单
label-offers_product = 涉及推介
label-outcome = 结果
label-summary_shared = 双方共识
label-requested_by = 发起方
label-nothing_to_answer = 无需跟进
label-last_contact = 上次联系
label-made_on = 承诺日期
label-due = 期限
label-passed_to = 转交部门
label-done_on = 完成日期
label-told_how = 告知方式
label-repeat = 重复
label-ours = 我方
label-theirs = 对方
label-version = 版本
label-valid_until = 有效期至
label-value = 数值
label-our_floor = 我方底线
label-our_value = 对我方价值
label-their_value = 对客户价值
label-walk_away = 放弃条件
label-score = 评分
label-floor = 保底
label-worth = 价值
label-in_return = 换取
label-month = 月份
label-currency = 币种
label-income = 收入
label-cost = 成本
label-net = 净收益
label-turnover = 流水
label-avg_balance = 日均余额
label-closed = 已结账
label-rate = 汇率
label-pool = 总额
label-spent = 已用
label-left = 剩余
label-approved_by = 审批人
label-plan = 计划
label-actual = 实际
label-pace = 进度
label-year = 年份
label-quarter = 季度
label-about = 方面
label-quote = 原话
label-conclusion = 改进结论
label-topic = 主题
label-severity = 严重程度
label-raised_on = 提出日期
label-resolution = 处理结果
label-told_client_on = 告知日期
label-draft = 草稿
label-reason = 原因
label-period = 期间
label-verdict = 结论
label-text = 内容
label-class = 密级
label-pinned = 置顶
label-share = 可给客户看
label-completeness = 档案完整度
    .short = 档案
label-coverage = 数据覆盖
label-concentration = 集中度
label-strategy = 策略
label-strengths = 优势
label-weaknesses = 劣势

## brief

brief-in_short = 要点
brief-attending = 出席人员
brief-relationship = 合作关系
brief-their_business = 客户业务
brief-near_dates = 近期日子
brief-answers_at_hand = 备用答复
brief-sources = 资料来源
brief-internal_mark = 内部资料，不得提供给客户。
brief-client-agenda = 议程
brief-client-goals = 商定目标
brief-client-needs = 我们理解的贵方需求
brief-client-offer = 在谈方案
brief-client-agreed = 已达成共识
brief-client-next_steps = 下一步安排
brief-client-contacts = 贵方在我行的联系人

## word

word-unknown = 未知
word-none = 无
word-yes = 是
word-no = 否
word-today = 今天
word-tomorrow = 明天
word-yesterday = 昨天
word-due = { $day }到期
word-never_met = 从未见面
word-never_contacted = 从未联系
word-nobody_known = 无人
word-left_q = 是否已离任
    .short = 离任？
word-known_later = （当日之后才获知）
    .mark = 后知
word-possibly = 可能
    .mark = (?)
word-slow = 停滞
word-audit_due = 应做诊断
word-nothing_open = 无未结事项
word-none_found = 尚未发现
word-no_date = 无期限
word-no_row = 无记录
word-check_before_use = 使用前核实

## week

week-mon = 周一
week-tue = 周二
week-wed = 周三
week-thu = 周四
week-fri = 周五
week-sat = 周六
week-sun = 周日

## n

n-visits = { $n } 次拜访
n-clients = { $n } 位客户
n-in-days = { $n } 天后
n-days-ago = { $n } 天前

## label

label-uid = 标识
label-handle = 代号
label-rev = 修订号
label-created_at = 录入时间
label-updated_at = 修改时间
label-extra = 来源附加信息
label-name_local = 本地名称
label-name_latin = 拉丁拼写
label-person = 人员
label-client = 客户
label-visit = 拜访
label-registration_no = 注册号
label-tax_no = 税号
label-segment = 客户分层
label-vip_category = 贵宾类别
label-source_client = 推荐客户
label-source_person = 推荐人
label-source_note = 来源说明
label-adaptation_from = 适应期自
label-adaptation_until = 适应期至
label-cadence_override_days = 专属走访频率（天）
label-visit_override_days = 专属面访频率（天）
label-override_reason = 专属频率原因
label-holdings_checked_on = 已用产品核对日期
label-attract_decision = 争取决定
label-attract_decided_on = 争取决定日期
label-absent_steps = 无需环节
label-left_on = 流失日期
label-left_reason = 流失原因
label-declined_reason = 谢绝原因
label-merged_into = 并入
label-external_ids = 外部标识
label-criterion = 标准
label-figure = 数据
label-family_name = 姓
label-given_name = 名
label-patronymic = 父称
label-sex = 性别
label-side = 所属方
label-speciality = 专长
label-work_phones = 工作电话
label-work_emails = 工作邮箱
label-private_phones = 私人电话
label-private_emails = 私人邮箱
label-messenger = 即时通讯
label-languages = 语言
label-consent_note = 个人信息依据
label-deceased_on = 去世日期
label-is_primary = 主要任职
label-left_to = 去向
label-proposal = 方案
label-end_reason = 终止原因
label-reset = 恢复未知
label-on = 日期
label-note = 备注
label-from_person = 来自
label-to_person = 指向
label-strength = 强度
label-tie = 关系
label-title = 标题
label-detail = 详情
label-min_cover = 最低覆盖
label-value_to_client = 对客户价值
label-drop_reason = 放弃说明
label-drop_kind = 放弃类别
label-addressed_on = 方案日期
label-owner_person = 最关心者
label-voiced_on = 表明日期
label-met_on = 满足日期
label-start = 开始时间
label-zone = 时区
label-fold = 重复时刻
label-place_kind = 地点类型
label-travel_minutes = 路程（分钟）
label-reminder_minutes = 提前提醒（分钟）
label-needs_discussed = 讨论的需求
label-proposals = 讨论的方案
label-push_check = 强推检查
label-push_on = 警告答复日期
label-push_reason = 非推销原因
label-outcome_none = 无结果
label-cancel_reason = 取消原因
label-cancelled_by = 取消方
label-followup_of = 承接拜访
label-series = 系列
label-also_clients = 其他客户
label-host = 接待人
label-who = 承诺方
label-passed_on = 转交日期
label-back_on = 退回日期
label-done_note = 完成说明
label-repeat_day = 重复日
label-code = 代码
label-tailored = 定制
label-priority = 重点
label-active = 启用
label-description = 说明
label-talking_points = 介绍要点
label-push_words = 识别词
label-product = 产品
label-provider_other = 他行提供
label-volume = 规模
label-goal = 目标
label-contact_client = 客户联系人
label-contact_bank = 我行联系人
label-ended_reason = 终止原因
label-needs = 对应需求
label-presented_in = 提交于
label-decided_on = 决定日期
label-declined_by = 拒绝方
label-decline_reason = 拒绝原因
label-label = 条款
label-covers = 覆盖需求
label-term = 条款
label-interest = 个人诉求
label-by = 让步方
label-from_value = 原条件
label-to_value = 新条件
label-correction = 更正
label-sales = 客户销售额
label-export = 客户出口额
label-override = 另定金额
label-amount = 金额
label-category = 类别
label-recurring = 重复
label-lead_days = 提前天数
label-how = 祝贺方式
label-marked = 已祝贺
label-question = 问题
label-body = 答复
label-reviewed_on = 审核日期
label-uses = 使用次数
label-raised_by = 提出人
label-passes = 转交记录
label-client_satisfied = 客户是否满意
label-tier = 客户层级
label-ltv = 终身价值
label-a = 客户
label-b = 关联客户
label-market_share_pct = 市场份额（%）
label-competitors = 竞争对手
label-our_goal = 我方目标
label-forecast_low = 预测（低）
label-forecast_likely = 预测（中）
label-forecast_high = 预测（高）
label-horizon_years = 期限（年）
label-next_on = 下次诊断
label-agreed_with = 商定对象
label-agreed_on = 商定日期
label-policy_note = 政策说明
label-measure = 指标
label-target = 目标值

## field

field-person-family = 家庭
field-product-family = 产品类别
field-stance-value = 态度
field-influence-kind = 关系类型
field-role-kind = 角色
field-proposal_term-our_floor = 我方底线
field-proposal_term-value = 当前条件
field-affiliation-department = 部门
field-person-languages = 使用语言
field-visit-kind = 拜访类型
field-visit-place = 地点
field-satisfaction-quote = 客户原话
field-business_audit-position = 市场地位
field-note-class = 密级
field-client-name = 名称
field-client-person = 本人
field-client_goal-text = 目标
field-interest-text = 诉求
field-commitment-text = 承诺内容
field-note-text = 备注
field-service_spend-text = 用途
field-plan_target-client = 客户（空为全部）
field-settings-manager_name = 您的姓名
field-settings-manager_title = 您的职务
field-settings-manager_phone = 您的电话
field-settings-manager_email = 您的邮箱
field-settings-bank_name = 银行名称
field-settings-bank_short = 银行简称
field-settings-ui_language = 界面语言
field-settings-brief_language = 简报语言
field-settings-zone = 时区
field-settings-reporting_currency = 报告币种
field-settings-week_start = 每周首日
field-settings-work_days = 工作日
field-settings-holidays = 节假日
field-settings-departments = 部门列表
field-settings-top_share = 金字塔顶层占比（%）
field-settings-unstable_cv = 不稳定的变异系数
field-settings-min_months_stability = 判断稳定所需月数
field-settings-vip_k = 达标所需项数
field-settings-vip_volume_rule = 业务规模规则
field-settings-vip_sales_year = 贵宾：年销售额
field-settings-vip_turnover_month = 贵宾：月流水
field-settings-vip_export_year = 贵宾：年出口额
field-settings-vip_balance_month = 贵宾：日均余额
field-settings-vip_min_products = 贵宾：产品数
field-settings-vip_min_families = 贵宾：产品类别数
field-settings-vip_growth_pct = 贵宾：增长率（%）
field-settings-evidence_max_age_figure = 数据有效月数
field-settings-evidence_max_age_judgement = 判断有效月数
field-settings-individual_thresholds = 个人客户门槛
field-settings-cadence_days = 走访频率（天）
field-settings-visit_days = 面访频率（天）
field-settings-followup_work_days = 跟进时限（工作日）
field-settings-fact_half_life_days = 信息半衰期（天）
field-settings-satisfaction_half_life_days = 满意度半衰期（天）
field-settings-satisfaction_window_days = 满意度统计期（天）
field-settings-level_weights = 级别权重
field-settings-service_rates = 服务费率（千分比）
field-settings-occasion_lead_days = 重要日子提前天数
field-settings-evening_hour = 显示明日的时刻
field-settings-leak_min_chars = 泄密检查最短字数
field-settings-pdf_font_paths = PDF字体
field-settings-lock_minutes = 自动锁定（分钟）
field-settings-name_display = 姓名顺序
field-settings-privacy_on_start = 启动即隐私模式
field-settings-cost_includes_service = 成本已含服务费
field-settings-slow_stage_days = 阶段停滞（天）
field-settings-adaptation_days = 适应期（天）
field-settings-key_layout = 键盘布局
field-settings-saved_filters = 已存筛选
field-settings-ascii_marks = ASCII 符号

## label

label-expected = 预计到场
label-weight = 依据强度
label-step = 环节
label-asked = 已询问
label-answer = 答复
label-ref = 相关记录
label-need = 需求
label-cover = 覆盖
label-to_whom = 转交给
label-what = 内容
label-known = 已知
label-of = 共
label-most_valuable = 最有价值
label-strategic = 战略
label-working = 一般
label-ballast = 负值
label-unknown = 未知
label-adaptation = 适应期
label-board = 董事会
label-top = 高层
label-middle = 中层
label-specialist = 专员
label-support = 辅助

## role

role-certainty-none = 未知

## word

word-age_days = { $n }天
word-age_months = { $n }个月
word-age_years = { $n }年
word-in_minutes = { $n }分钟后
word-in_hours = { $h }小时后
word-in_hours_minutes = { $h }小时{ $m }分钟后
word-late_days = 逾期{ $n }天

## language

language-en = { client-language-en }
language-ru = { client-language-ru }
language-bg = { client-language-bg }
language-zh = { client-language-zh }

## vip

vip-criterion-products = { vip-criterion-V1 }
    .short = { vip-criterion-V1.short }
vip-criterion-volume_sales = { vip-criterion-V2a }
    .short = { vip-criterion-V2a.short }
vip-criterion-volume_turnover = { vip-criterion-V2b }
    .short = { vip-criterion-V2b.short }
vip-criterion-volume_export = { vip-criterion-V2c }
    .short = { vip-criterion-V2c.short }
vip-criterion-volume_balance = { vip-criterion-V2d }
vip-criterion-monopoly = { vip-criterion-V3 }
    .short = { vip-criterion-V3.short }
vip-criterion-strategic = { vip-criterion-V4 }
    .short = { vip-criterion-V4.short }
vip-criterion-growth = { vip-criterion-V5 }
    .short = { vip-criterion-V5.short }
