/** Everything a form is made of. A form in a feature is one small file: a schema, its fields, one action. */
export { type Choice, Choices } from './Choices'
export { Checkbox, DateInput, Select, TextArea, TextInput } from './controls'
export { Field } from './Field'
export { Form, useValidForm } from './Form'
export { MoneyInput } from './MoneyInput'
export * as rules from './rules'
export { SubmitButton } from './SubmitButton'
export { useBase } from './use-base'
