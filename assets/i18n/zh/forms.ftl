### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }：{ $name }
form-title-new = { $entity }：新建
form-more = 还有 { $n } 个字段
form-less = 收起字段
form-shared = { $mark } 可出现在客户版文件中
form-required = 必填
form-by-itself = 保存时自动填写
form-another = 按 Enter 添加
form-reason = 变更原因

## Parts of fields

field-person-value = 号码或地址
field-person-label = 类别
field-settings-label = 名称

## Settings: groups

entity-settings = 设置
settings-group-me = 本人
settings-group-bank = 银行
settings-group-time = 时间
settings-group-money = 资金
settings-group-vip = 贵宾认定标准
settings-group-pyramid = 客户金字塔
settings-group-cadence = 走访频率
settings-group-ageing = 信息时效
settings-group-scores = 评分
settings-group-service = 增值服务预算
settings-group-export = 导出
settings-group-security = 安全
settings-group-display = 显示
settings-group-keys = 按键

## Settings: what each one does

settings-help-manager_name = 印在简报上；首次导出前必须填写。
settings-help-manager_title = 印在简报上您的姓名下方。
settings-help-manager_phone = 客户版简报上的联系电话。
settings-help-manager_email = 客户版简报上的电子邮箱。
settings-help-ui_language = 所有界面的语言，立即生效。
settings-help-name_display = 姓名各部分的显示顺序。
settings-help-bank_name = 简报上的银行全称。
settings-help-bank_short = 银行简称，用于窄处。
settings-help-departments = 承诺与问题转交的部门，用您自己的叫法。
settings-help-zone = 日期与会面时间按此时区计算。
settings-help-week_start = 会面日程中一周的第一天。
settings-help-work_days = 可作为到期日的工作日。
settings-help-holidays = 到期日遇此类日期顺延。
settings-help-evening_hour = 过此时刻后“今日”同时显示明天。
settings-help-occasion_lead_days = 提前多少天提醒重要日子。
settings-help-reporting_currency = 汇总以此币种显示；已存金额不变。
settings-help-cost_includes_service = 是：计算终身价值时不再另减增值服务支出。
settings-help-vip_k = 五项标准中须满足几项。
settings-help-vip_volume_rule = 已知业务量须全部达标，还是任一达标即可。
settings-help-vip_sales_year = 客户年销售额须高于此数。
settings-help-vip_turnover_month = 经我行的月结算量须高于此数。
settings-help-vip_export_year = 客户年出口额须高于此数。
settings-help-vip_balance_month = 月日均余额须高于此数。
settings-help-vip_min_products = 满足第一项标准所需的产品数。
settings-help-vip_min_families = 这些产品须来自的类别数。
settings-help-vip_growth_pct = 年增长达到多少算增长。
settings-help-evidence_max_age_figure = 超过此期限的数据视为未知。
settings-help-evidence_max_age_judgement = 超过此期限的判断视为未知。
settings-help-individual_thresholds = 按余额划分的个人客户等级。
settings-help-top_share = 最高层级客户所占比例。
settings-help-unstable_cv = 净收益波动超过此值的客户归为一般客户。
settings-help-min_months_stability = 已知月份少于此数时不判断稳定性。
settings-help-cadence_days = 各层级两次联系的最长间隔（天）。
settings-help-visit_days = 各层级两次当面会谈的最长间隔（天）。
settings-help-followup_work_days = 联系后须在几个工作日内答复。
settings-help-slow_stage_days = 在同一阶段超过此天数即为缓慢。
settings-help-adaptation_days = 新客户适应期的长度。
settings-help-fact_half_life_days = 人脉图信息经此天数后权重减半。
settings-help-satisfaction_half_life_days = 评价经此天数后权重减半。
settings-help-satisfaction_window_days = 早于此期限的评价不计。
settings-help-level_weights = 各级别人员诉求在方案中的权重。
settings-help-service_rates = 各层级客户年净收益用于增值服务的千分比。
settings-help-brief_language = 未另选时简报所用语言。
settings-help-leak_min_chars = 客户版检查时，达到此长度的保密文字才比对。
settings-help-pdf_font_paths = PDF 自带字体缺字（如汉字）时所用的字体文件，每行一个。
settings-help-lock_minutes = 空闲几分钟后锁屏；0 表示不锁。
settings-help-privacy_on_start = 启动时即隐藏保密与个人字段。
settings-help-ascii_marks = 以普通字符代替线框，适合线框占两格的字体。
settings-help-saved_filters = 客户界面中已命名的筛选条件。
settings-help-key_layout = 启用西里尔键盘布局时字母键的含义。

## The card, the people of a client, the catalogue

settings-default = 默认：{ $value }
settings-default-back = 默认：{ $value }。按 Delete 恢复默认。
settings-files = 本机的 keys.toml 与 theme.toml 位于 { $folder }
card-places = 任职
card-no-place = 在任何客户处均无任职
card-since = 自{ $from }
card-meetings = 会面
card-last = 上次
card-next = 下次
card-none-planned = 暂无安排
card-contacts = 联系方式
card-wants = 个人诉求
card-personal = 个人情况
card-notes = 备注
people-here = 现任
people-left = 已离任
people-whom = 选择名册中的人，或输入新姓名
catalogue-products = 产品
catalogue-answers = 标准答复
catalogue-colleagues = 同事
catalogue-unplaced = 未任职人员
catalogue-withdrawn = 已停用
