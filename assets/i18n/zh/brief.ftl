# 客户简报：内部版与客户版
brief-title = 客户简报：{ $client }
brief-client-title = { $client }：会面要点
brief-client-bank = 银行
brief-visit = 拜访：{ $visit }
brief-purpose = 目的：{ $purpose }
brief-as_of = 截至{ $date }
brief-manager = 客户经理：{ $name }
brief-who_decides = 决策人：{ $who }
brief-need_first = 最重要的需求：{ $need }
brief-we_are_late = 我方逾期：{ $text }（{ $late }）
brief-we_want = 本次会面希望达成：{ $goal }
brief-last_met = 上次会面
brief-proposed = 建议问题
brief-promises_and_problems = 承诺与问题
brief-problem = 问题：{ $title }
brief-the_offer = 方案
