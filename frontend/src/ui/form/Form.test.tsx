import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { act, fireEvent, render, screen } from '@testing-library/react'
import * as v from 'valibot'
import { expect, it, vi } from 'vitest'
import { ApiError } from '@/api/problem'
import { Field, Form, MoneyInput, rules, SubmitButton, TextInput, useValidForm } from '.'

const schema = v.object({ name: rules.required(), email: rules.required(), limit: rules.optionalAmount() })

function Example({ onSubmit }: { onSubmit: (values: unknown) => Promise<unknown> }) {
  const form = useValidForm(schema, { name: 'Ines', email: 'ines@example.org', limit: '' })
  return (
    <I18nProvider i18n={i18n}>
      <Form form={form} onSubmit={onSubmit}>
        <Field name="name" label="Name">
          <TextInput {...form.register('name')} />
        </Field>
        <Field name="email" label="Email" help="Where mail goes">
          <TextInput {...form.register('email')} />
        </Field>
        <Field name="limit" label="Limit">
          <MoneyInput name="limit" />
        </Field>
        <SubmitButton>Save</SubmitButton>
      </Form>
    </I18nProvider>
  )
}

async function submit() {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  })
}

it('puts the API’s objections on their fields and focuses the first', async () => {
  const fields = [
    { pointer: '/email', code: 'malformed' as const, detail: '' },
    { pointer: '/limit', code: 'out_of_range' as const, detail: '' },
  ]
  render(<Example onSubmit={() => Promise.reject(new ApiError('body_invalid', 422, 'id', fields))} />)
  await submit()

  const email = screen.getByLabelText('Email')
  expect(document.activeElement).toBe(email)
  expect(email.getAttribute('aria-invalid')).toBe('true')
  const described = email.getAttribute('aria-describedby')?.split(' ') ?? []
  const words = described.map((id) => document.getElementById(id)?.textContent)
  expect(words).toEqual(['This is not written in a form Cofund understands.', 'Where mail goes'])
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says above the fields what belongs to none of them', async () => {
  const fields = [{ pointer: '/unknown', code: 'unknown_field' as const, detail: '' }]
  render(<Example onSubmit={() => Promise.reject(new ApiError('body_invalid', 422, 'id', fields))} />)
  await submit()
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

it('keeps amounts as decimal strings, however they are typed', async () => {
  const onSubmit = vi.fn(() => Promise.resolve())
  render(<Example onSubmit={onSubmit} />)
  fireEvent.change(screen.getByLabelText('Limit'), { target: { value: '2,500.5' } })
  await submit()
  expect(onSubmit).toHaveBeenCalledWith({ name: 'Ines', email: 'ines@example.org', limit: '2500.50' })
})

it('does not send what cannot be read', async () => {
  const onSubmit = vi.fn(() => Promise.resolve())
  render(<Example onSubmit={onSubmit} />)
  fireEvent.change(screen.getByLabelText('Limit'), { target: { value: 'plenty' } })
  await submit()
  expect(onSubmit).not.toHaveBeenCalled()
  expect(screen.getByText('Write an amount such as 2,500.00.')).toBeTruthy()
})
