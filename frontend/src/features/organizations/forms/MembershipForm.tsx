import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import * as v from 'valibot'
import type { Organization } from '@/api/types'
import { DateInput, Field, Form, rules, SubmitButton, TextInput, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { useOrganizationForm } from '../queries/use-organization-form'
import { KindSelect } from './KindSelect'
import { TierSelect } from './TierSelect'

const schema = v.object({
  name: rules.required(),
  slug: rules.required(),
  kind: v.picklist(['member', 'funder']),
  tier: rules.optional(),
  membership_starts: rules.optional(),
  membership_ends: rules.optional(),
})

const valuesOf = (organization: Organization) => ({
  name: organization.name,
  slug: organization.slug,
  kind: organization.kind,
  tier: organization.tier?.slug ?? '',
  membership_starts: organization.membership_starts ?? '',
  membership_ends: organization.membership_ends ?? '',
})

/** What staff keep about an organisation. A new short name changes its address, so the page moves with it. */
export function MembershipForm() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { base, values, save, reload } = useOrganizationForm(valuesOf, () => toast(t`The membership is saved.`))
  const form = useValidForm(schema, values)

  async function saveAndFollow(changes: v.InferOutput<typeof schema>) {
    const { slug } = await save.mutateAsync(changes)
    if (slug !== base.slug) {
      await navigate({ to: '/organizations/$slug/settings', params: { slug }, replace: true })
    }
  }

  return (
    <Form form={form} onSubmit={saveAndFollow} onReload={reload} className="max-w-form">
      <Field name="name" label={t`Name`}>
        <TextInput {...form.register('name')} />
      </Field>
      <Field name="slug" label={t`Short name`} help={t`Part of its address. Links to the old one stop working.`}>
        <TextInput {...form.register('slug')} />
      </Field>
      <KindSelect />
      <TierSelect current={base.tier ?? null} />
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
