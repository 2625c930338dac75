### 其他程序导出的指标表

title-figures = 指标 { $file }
import-line = 第 { $line } 行：{ $why }
import-in-field = { $field }：{ $why }
import-not-a-month = { $input } 不是月份
import-not-a-number = { $input } 不是数字
import-no-client = 没有写明客户
import-other-client = { $input } 是另一位客户
import-twice = 同一客户、月份和币种已在第 { $first } 行出现
import-cells = 有 { $n } 个单元格，而标题有 { $width } 个
import-unclosed-quote = 引号在此打开却没有闭合，其后 { $n } 行未读取
import-figures-differ = { $client } { $month } { $cur } 在名册中已有不同的指标：{ $fields }
import-closed-changed-one = 一个已结账月份被更改，相应报告随之变化：{ $first }。
import-closed-changed = 有 { $n } 个已结账月份被更改，相应报告随之变化：{ $first } 至{ $last }。
import-closed-ask-one = { $first }已结账。是否重新打开？该月报告将随之更改。
import-closed-ask = 将重新打开 { $n } 个已结账月份（{ $first }至{ $last }），相应报告也会更改。是否打开？
import-no-sheets = 此文件没有工作表，因此没有工作表 { $input }。
import-fields = “{ $heading }”这一列是什么？
import-heading = 列“{ $heading }”（{ $samples }）：{ $field }。按 Enter 选择字段
import-column-left-out = 略过
import-closed-incomplete = 有 { $n } 行在收入或成本未知时结账，相应月份按不完整计。
import-no-heading = 找不到月度指标的标题行。缺少：{ $missing }。
import-two-columns = { $name } 出现在两列中，其中一列是 { $heading }。
import-no-such-field = { $heading } 对应到 { $input }，但没有这个字段。可用字段：{ $allowed }。
import-map-broken = 无法读取列对应文件：{ $why }
import-decimal-ask = { $field }：{ $input } 有两种读法。小数点用哪个符号？
import-decimals-differ = { $field }：有的单元格用逗号作小数点，有的用句点。以哪个为准？
import-zero-ask = 有 { $n } 个单元格为 0。是零还是未知？
import-encoding-ask = 无法确定编码：按 windows-1251 读作 { $cyrillic }，按 GB18030 读作 { $chinese }。
import-sheet-ask = 有多个工作表可读：{ $list }。用哪一个？
import-no-such-sheet = 没有工作表 { $input }。现有工作表：{ $list }。
import-not-in-encoding = 这不是 { $encoding } 编码的文本。
import-no-spreadsheet = 这不是可以读取的电子表格。
import-spreadsheet-large = 该表格过大，无法读取：超过 1000 万个单元格，或解压后超过 256 MB。
import-line-long = 第 { $line } 行超过 1 MB；这不是表格。
import-empty = 文件是空的。
import-no-rows = { $file } 只有标题，没有指标。
import-totals = 略过 { $n } 行合计。
import-left-out = 略过的列：{ $list }。
import-none-saved = { $file } 没有一行可以保存。
import-strict = 有 { $n } 行被拒绝，因此未保存任何内容。
import-say-decimal = 请用 --decimal . 或 --decimal , 指明。
import-say-zero = 请用 --zero keep（零）或 --zero unknown（未知）指明。
import-say-encoding = 请用 --encoding 指明。
import-say-sheet = 请用 --sheet 指明。
import-say-map = 其他标题可用 --map 对应。
import-say-replace = 加上 --replace 则以文件中的指标为准。
import-new-month = { $client } { $cur }：{ $first }，新增
import-new-months = { $client } { $cur }：{ $first } 至{ $last }，新增 { $n } 个月
import-change = { $client } { $month } { $cur }：{ $changes }
import-value = { $field } { $before } > { $after }

### 指标表格

ledger-source-closed = 来源 { $source }，已结账
ledger-source-open = 来源 { $source }，未结账
ledger-unsaved = 尚未保存
ledger-no-row = { $month } 还没有指标。
ledger-nothing-open = { $month } 没有未结账的指标。
title-month-closed = { $month } 结账：{ $n } 行
command-close-month = 结账或重新打开该月
hint-close-month = 结账
place-ledger = 按月指标

### Import review

import-title = 导入  { $file }   接收 { $take }  拒绝 { $rejected }   尚未保存
import-title-done = 导入  { $file }   已保存
import-which-file = 哪个文件？
import-needs-file = 请指明文件：:import 文件
import-rest-ask = 有 { $n } 行被拒绝。保存其余的吗？
import-press-replace = 按 R 以文件中的指标为准。
import-comma = 逗号：1,5 即一点五
import-point = 句点：1.5 即一点五
import-zero = 零
command-import-file = 从文件导入表格、名片或日程
hint-import-file = 导入
command-take-line = 采用或不采用此行
hint-take-line = 采用／不采用
command-replace-figures = 以文件或名册的指标为准
hint-replace-figures = 以文件为准

### Tables of records

title-records = { $file } 中的记录
import-what-rows = 表中每一行是什么？
import-rows-are = 每行为：{ $entity }。按 Enter 另选
import-cell = { $heading }：{ $value }
import-cell-alone = { $value }
import-unchanged = { $n } 行与名册中已有的内容相同。
import-no-columns = 没有一行是这类表格的标题行。缺少：{ $missing }。
import-record-twice = 同一记录已在第 { $first } 行出现
import-unknown-table = 从标题看不出这张表的每一行是什么。
import-say-kind-and-map = 请用 --as 说明，其他标题可用 --map 对应。
import-kind-ask = 各行可能是：{ $list }。
import-say-kind = 请用 --as 说明。
import-record-new = 新增{ $entity }：{ $name }
import-record-changed = { $entity } { $name }：{ $changes }
export-which-table = 请用 --as 说明要哪些记录：{ $list }。
export-table-internal = 表格含有内部信息。给客户请导出简报、名片或日历。
