### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: новая запись
form-more = { $n ->
    [one] ещё { $n } поле
    [few] ещё { $n } поля
   *[other] ещё { $n } полей
    }
form-less = меньше полей
form-required = нужно заполнить
form-another = Enter — добавить
form-reason = причина изменения

## Parts of fields

field-person-value = номер или адрес
field-person-label = какой
field-settings-label = название
