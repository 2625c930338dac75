### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: new
form-more = { $n ->
    [one] { $n } more field
   *[other] { $n } more fields
    }
form-less = fewer fields
form-required = to be filled in
form-another = Enter adds one
form-reason = reason of the change

## Parts of fields

field-person-value = number or address
field-person-label = what kind
field-settings-label = name
