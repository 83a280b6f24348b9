import { useEffect } from 'react'
import * as v from 'valibot'
import { Button } from '@/ui/Button'
import {
  Checkbox,
  Choices,
  DateInput,
  Field,
  Form,
  FractionInput,
  MoneyInput,
  rules,
  Select,
  SubmitButton,
  TextArea,
  TextInput,
  useValidForm,
} from '@/ui/form'
import { type Column, Table } from '@/ui/table'
import { Row, Specimen } from './Specimen'

const schema = v.object({
  name: rules.required(),
  amount: rules.amount(),
  part: rules.optionalFraction(),
  who: rules.required(),
})

type Line = { name: string; cents: bigint }
const lines: Line[] = [
  { name: 'Tidewater', cents: 750_000n },
  { name: 'Cassava', cents: 1_200_000n },
]
const columns: Column<Line>[] = [
  { key: 'name', head: 'Organisation', text: ({ name }) => name, cell: ({ name }) => name },
  {
    key: 'cents',
    head: 'Cents',
    numeric: true,
    text: ({ cents }) => String(cents),
    order: ({ cents }) => cents,
    cell: ({ cents }) => String(cents),
  },
]

/** Fields as they are filled in, and as they object. */
export function Forms() {
  return (
    <>
      <Specimen name="Fields">
        <Example values={{ name: 'Ines Baptiste', amount: '12500.00', part: '1/3', who: 'public' }} />
      </Specimen>
      <Specimen name="Fields that object">
        <Example values={{ name: '', amount: 'many', part: '4/3', who: '' }} wrong />
      </Specimen>
      <Specimen name="Controls alone">
        <TextInput aria-label="Text" defaultValue="Text" />
        <TextInput aria-label="Not now" defaultValue="Not now" disabled />
        <Select aria-label="One of a few">
          <option>One of a few</option>
        </Select>
        <DateInput aria-label="A day" defaultValue="2027-03-31" />
        <TextArea aria-label="Much text" defaultValue="Much text" />
        <Checkbox>One of two</Checkbox>
      </Specimen>
      <Specimen name="Tables">
        <Table
          caption="Lines"
          columns={columns}
          rows={lines}
          rowKey={({ name }) => name}
          sort={{ key: 'name', direction: 'up' }}
          csv="lines"
          empty="Nothing"
        />
      </Specimen>
    </>
  )
}

type Values = v.InferInput<typeof schema>

function Example({ values, wrong = false }: { values: Values; wrong?: boolean }) {
  const form = useValidForm(schema, values)
  useEffect(() => {
    if (wrong) void form.trigger()
  }, [form, wrong])
  return (
    <Form form={form} onSubmit={async () => {}}>
      <Field name="name" label="Your name" help="As others should see it.">
        <TextInput {...form.register('name')} />
      </Field>
      <Field name="amount" label="At most">
        <MoneyInput name="amount" />
      </Field>
      <Field name="part" label="Or a part" optional>
        <FractionInput name="part" />
      </Field>
      <Choices
        legend="Who sees it"
        choices={[
          { value: 'public', label: 'Everybody', explanation: 'Name and amount.' },
          { value: 'anonymous', label: 'Nobody' },
        ]}
        {...form.register('who')}
      />
      <Row>
        <SubmitButton>Save</SubmitButton>
        <Button>Cancel</Button>
      </Row>
    </Form>
  )
}
