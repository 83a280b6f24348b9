import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import { DateInput, Field, Form, rules, Select, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { tiersQuery } from '../queries/organizations'
import { useChangeOrganization } from '../queries/use-organization'
import { KindSelect } from './KindSelect'

const schema = v.object({
  name: rules.required(),
  slug: rules.required(),
  kind: v.picklist(['member', 'funder']),
  tier: rules.optional(),
  membership_starts: rules.optional(),
  membership_ends: rules.optional(),
})

/** What staff keep about an organisation. A new short name changes its address, so the page moves with it. */
export function MembershipForm() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { data: tiers } = useSuspenseQuery(tiersQuery)
  const { organization, change, reload } = useChangeOrganization(() => toast(t`The membership is saved.`))
  const form = useValidForm(schema, {
    name: organization.name,
    slug: organization.slug,
    kind: organization.kind,
    tier: organization.tier?.slug ?? '',
    membership_starts: organization.membership_starts ?? '',
    membership_ends: organization.membership_ends ?? '',
  })

  async function save(values: v.InferOutput<typeof schema>) {
    const { slug } = await change.mutateAsync(values)
    if (slug !== organization.slug) {
      await navigate({ to: '/organizations/$slug/settings', params: { slug }, replace: true })
    }
  }

  return (
    <Form form={form} onSubmit={save} onReload={reload} className="max-w-form">
      <Field name="name" label={t`Name`}>
        <TextInput {...form.register('name')} />
      </Field>
      <Field name="slug" label={t`Short name`} help={t`Part of its address. Links to the old one stop working.`}>
        <TextInput {...form.register('slug')} />
      </Field>
      <KindSelect />
      <Field name="tier" label={t`Tier`} optional>
        <Select {...form.register('tier')}>
          <option value="">{t`None`}</option>
          {tiers.items.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="membership_starts" label={t`Membership begins`} optional>
          <DateInput {...form.register('membership_starts')} />
        </Field>
        <Field
          name="membership_ends"
          label={t`Membership ends`}
          optional
          help={t`The last day. Left empty, it is open.`}
        >
          <DateInput {...form.register('membership_ends')} />
        </Field>
      </div>
      <div>
        <SubmitButton>
          <Trans>Save the membership</Trans>
        </SubmitButton>
      </div>
    </Form>
  )
}
