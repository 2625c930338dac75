### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }：{ $name }
form-title-new = { $entity }：新建
form-more = 还有 { $n } 个字段
form-less = 收起字段
form-required = 必填
form-another = 按 Enter 添加
form-reason = 变更原因

## Parts of fields

field-person-value = 号码或地址
field-person-label = 类别
field-settings-label = 名称
