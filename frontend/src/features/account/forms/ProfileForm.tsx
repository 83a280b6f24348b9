import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { updateUser, useMe } from '@/api/session'
import type { Me } from '@/api/types'
import { browserTimeZone } from '@/lib/dates'
import { localeNames, locales } from '@/lib/locale'
import { Field, Form, rules, Select, SubmitButton, TextInput, useBase, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'

const schema = v.object({
  name: rules.required(),
  language: v.pipe(
    v.picklist(['', ...locales]),
    v.transform((language) => language || null),
  ),
  time_zone: rules.optional(),
})

const valuesOf = (me: Me) => ({ name: me.name, language: me.language ?? ('' as const), time_zone: me.time_zone ?? '' })

/** What the browser knows, and what is set: the two may differ by an old name of the same zone. */
const timeZones = (set: string) => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(set ? [set] : [])])]

/** Name, language of mails and pages, and the zone dates are shown in. */
export function ProfileForm() {
  const { t } = useLingui()
  const { base, values, rebase } = useBase(useMe(), valuesOf)
  const form = useValidForm(schema, values)
  const save = useAction(
    (body: v.InferOutput<typeof schema>, headers) =>
      answer(api.PATCH('/me', { body, params: { header: ifMatch(base) }, headers })),
    {
      onDone: (user) => {
        updateUser(user)
        rebase(user)
        toast(t`Your profile is saved.`)
      },
    },
  )
  const reload = async () => rebase(await answer(api.GET('/me')))

  return (
    <Form form={form} onSubmit={save.mutateAsync} onReload={reload} className="max-w-form">
      <Field name="name" label={t`Name`}>
        <TextInput autoComplete="name" {...form.register('name')} />
      </Field>
      <Field name="language" label={t`Language`} help={t`Of the mails you get, and of the pages on a new device.`}>
        <Select {...form.register('language')}>
          <option value="">{t`As the browser`}</option>
          {locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="time_zone" label={t`Time zone`} help={t`Deadlines and dates are shown in it.`}>
        <Select {...form.register('time_zone')}>
          <option value="">{t`As this device: ${browserTimeZone()}`}</option>
          {timeZones(values.time_zone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
      <div>
        <SubmitButton>
          <Trans>Save profile</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
