# 屏幕上的简报、导出窗口、对外文件。
export-title = 导出：{ $client }
export-format = 格式
export-file = 文件
export-sections = 章节
export-personal = 含个人信息
export-lines = 第 { $from }–{ $to } 行，共 { $of } 行
export-name = 每份简报上都有您的姓名。请输入您的姓名：
export-hidden = 隐私模式已开启，内部简报不予显示。按 g p 关闭。
export-written = 已写入：{ $file } · y 复制路径，o 打开文件
export-printing = 正在排版  { $gauge }  按 Esc 停止
nothing-written = 未写出任何文件。
export-find = 查找：
export-not-in-text = 文中没有“{ $input }”。
export-first-client = 已是第一位客户。
export-last-client = 已是最后一位客户。
export-leak-hits = 泄密检查：{ $n ->
       *[other] { $n } 项内部信息
    } · Tab 下一项 · l 打开记录
export-leak-fields = 未导出：客户版中将出现 { $n ->
       *[other] { $n } 项内部信息
    }（{ $fields }）。请修改给客户看的文字。
