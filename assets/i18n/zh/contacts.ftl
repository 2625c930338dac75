### 其他程序的名片与日历：导入与导出

import-no-text = 第 { $line } 行不是文本：这是另一种文件。
import-not-utf8 = 第 { $line } 行不是 UTF-8。请指定编码：--encoding windows-1251 或 --encoding gb18030。
intake-empty = { $file } 中没有可导入的内容。
title-import = 导入 { $file }
line-too-long = 第 { $line } 行过长
card-not-closed = 名片从此处开始，却没有结尾
card-no-property = 第 { $line } 行不属于名片
card-dropped = 略去 { $n } 个图片或密钥。
card-unplaced = { $organisation } 不是本册的客户；{ $name } 暂无任职
card-same-ask = 第 { $line } 行：{ $name }。是册中的{ $whom }吗？(y/N)
card-year-ask = 第 { $line } 行：{ $name }。出生年份确为 { $year } 吗？(y/N)
export-client-which = 请用 --client 指定客户：副本只为一位客户制作。
export-folder-ask = { $file } 中有 { $n } 个文件内容不同。替换吗？(y/N)
export-folder-written = 已写入 { $file }：{ $n } 个文件。

calendar-no-client = “{ $summary }”中没有客户名称；请用 --client 指定
calendar-no-start = 没有开始日期
calendar-no-uid = 没有 UID
calendar-no-rule = 规则 { $rule } 得不出日期
calendar-not-closed = 记录从此处开始，却没有结尾
calendar-unknown-zone = 时区 { $zone } 未知；采用本册时区
calendar-unknown-guest = 受邀的 { $name } 不在本册中
calendar-left-out = 略去 { $n } 个日志、忙闲时段或提醒。
calendar-cancelled = 已在日历中取消
calendar-busy = 忙碌
calendar-birthday = { $name }：生日

sync-no-folders = 尚未指定文件夹。可在 { $file } 中写入 [sync]，并给出 contacts = "文件夹" 与 calendar = "文件夹"。
sync-done = 本册新增 { $added } 条，更改 { $changed } 条；写入 { $written } 个文件。
sync-would = 本册将新增 { $added } 条，更改 { $changed } 条；将写入 { $written } 个文件。未保存任何内容。
sync-file = { $file }：{ $why }
sync-skipped = { $file } 不是 UTF-8 文本或过大；未作改动。
sync-without-client = 日历中有 { $n } 条记录没有客户名称，只留在日历里。
title-sync = 联系人与日历已同步

import-brings-new = { $entity }：{ $name }（新增）{ $beside }
import-brings-change = { $entity }：{ $name }，变更：{ $beside }
import-to-decide = 还有 { $n } 个问题：请按 y 或 n 回答。

merge-which = 将哪一条并入{ $name }？
merge-none-chosen = 尚未选择：按 Enter 选择。
merge-title = { $gone } 并入 { $keep }
merge-moves = 从 { $gone } 转到 { $keep }：{ $list }。
merge-moves-nothing = { $gone } 没有需要转到 { $keep } 的内容。
merge-as = 同 { $name }
merge-sum = 两者之和
merge-ask = { $gone } 并入 { $keep }，随之转移 { $n } 条记录。是否合并？
