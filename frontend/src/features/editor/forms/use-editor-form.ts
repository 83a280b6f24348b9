import { t } from '@lingui/core/macro'
import { useEffect } from 'react'
import { type FieldPath, type UseFormReturn, useForm } from 'react-hook-form'
import { explainCode, explainField, fieldSentences } from '@/api/errors'
import type { FieldCode } from '@/api/types'
import type { SaverState } from '../autosave/saver-state'
import { useSaver, useSaverState } from '../autosave/use-saver'
import type { Content } from '../content/content'
import { type Unfinished, unfinishedFields } from '../content/unfinished'

type Form = UseFormReturn<Content>

/** A form without a button: what is typed goes to the saver, and what is wrong with it comes back to the fields. */
export function useEditorForm(): { form: Form; onBlur: () => void } {
  const saver = useSaver()
  const state = useSaverState()
  const form = useForm<Content>({ defaultValues: saver.content() })

  useEffect(
    () =>
      form.subscribe({ formState: { values: true }, callback: ({ values }) => saver.edit(structuredClone(values)) }),
    [form, saver],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when there is something to show
  useEffect(() => form.reset(saver.content()), [form, saver, state.revision])
  useEffect(() => markErrors(form, saver.content(), state), [form, saver, state])
  return { form, onBlur: () => markErrors(form, saver.content(), saver.state()) }
}

const unfinishedWords: Record<Exclude<Unfinished, 'incomplete'>, () => string> = {
  amount: () => t`Write an amount such as 2,500.00.`,
  hours: () => t`Write a whole number of hours.`,
  address: () => t`Start it with https://.`,
}

/** What is still being written is not yet wrong; nothing takes the focus from whoever types. */
function markErrors(form: Form, content: Content, { refusals }: SaverState) {
  const found = new Map<string, string>()
  for (const [field, why] of unfinishedFields(content)) {
    const here = document.activeElement?.getAttribute('name') === field
    if (why !== 'incomplete' && !here) found.set(field, unfinishedWords[why]())
  }
  for (const { field, code } of refusals) {
    found.set(field, code in fieldSentences ? explainField(code as FieldCode) : (explainCode(code) ?? ''))
  }
  form.clearErrors()
  for (const [field, message] of found) form.setError(field as FieldPath<Content>, { type: 'saving', message })
}
