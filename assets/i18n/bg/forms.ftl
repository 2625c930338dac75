### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: нов запис
form-more = { $n ->
    [one] още { $n } поле
   *[other] още { $n } полета
    }
form-less = по-малко полета
form-required = трябва да се попълни
form-another = Enter добавя
form-reason = причина за промяната

## Parts of fields

field-person-value = номер или адрес
field-person-label = какъв
field-settings-label = име
