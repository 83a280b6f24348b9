import { Trans, useLingui } from '@lingui/react/macro'
import * as v from 'valibot'
import { useAction } from '@/api/action'
import { api, ifMatch } from '@/api/client'
import { answer } from '@/api/problem'
import { updateUser } from '@/api/session'
import type { Me } from '@/api/types'
import { browserTimeZone } from '@/lib/dates'
import { localeNames, locales } from '@/lib/locale'
import { Field, Form, rules, Select, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'

const schema = v.object({
  name: rules.required(),
  language: v.pipe(
    v.picklist(['', ...locales]),
    v.transform((language) => language || null),
  ),
  time_zone: rules.optional(),
})

/** Name, language of mails and pages, and the zone dates are shown in. */
export function ProfileForm({ me }: { me: Me }) {
  const { t } = useLingui()
  const form = useValidForm(schema, { name: me.name, language: me.language ?? '', time_zone: me.time_zone ?? '' })
  const save = useAction(
    (values: v.InferOutput<typeof schema>, headers) =>
      answer(api.PATCH('/me', { body: values, params: { header: ifMatch(me) }, headers })),
    {
      onDone: (user) => {
        updateUser(user)
        toast(t`Your profile is saved.`)
      },
    },
  )
  const reload = async () => updateUser(await answer(api.GET('/me')))

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
          {Intl.supportedValuesOf('timeZone').map((zone) => (
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
