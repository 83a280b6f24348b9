import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import * as v from 'valibot'
import { projectQuery } from '@/api/projects'
import { useMe } from '@/api/session'
import type { ProjectDetail, SupportKind } from '@/api/types'
import { Button } from '@/ui/Button'
import { Dialog, DialogActions, DialogBody } from '@/ui/Dialog'
import { Checkbox, Choices, Field, Form, rules, Select, SubmitButton, TextArea, useValidForm } from '@/ui/form'
import { toast } from '@/ui/toast'
import { Refusal } from '../components/Refused'
import { useGiveSupport } from './use-support'
import { supportKinds, supportWords } from './words'

const schema = v.object({
  organization: rules.required(),
  kind: v.picklist<SupportKind[]>([...supportKinds]),
  sentence: rules.optional(),
  quote_consent: v.boolean(),
  would_use: v.boolean(),
})

/** Says in what way an organisation stands behind a project, and whether it may be quoted. */
export default function SupportDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const { memberships } = useMe()
  const form = useValidForm(schema, {
    organization: memberships[0]?.organization.slug ?? '',
    kind: 'endorse' as SupportKind,
    sentence: '',
    // Consent is given, never assumed.
    quote_consent: false,
    would_use: false,
  })
  const organization = useWatch({ control: form.control, name: 'organization' })
  // Whether this organisation may is for the API to say, not for the list of roles.
  const { data: asked } = useQuery({ ...projectQuery(project.slug, organization), enabled: memberships.length > 1 })
  const refused = asked && !asked.can.support.ok
  const give = useGiveSupport(project.slug, () => {
    toast(t`Thank you. Your support stands on this page.`)
    onClose()
  })

  return (
    <Dialog
      about={project.title}
      title={t`Support this project`}
      consequence={t`Your organisation is named on this page. It commits no money, and you can withdraw it at any time.`}
      onClose={onClose}
    >
      <Form form={form} onSubmit={give.mutateAsync} className="gap-0">
        <DialogBody>
          {memberships.length > 1 && (
            <Field name="organization" label={t`For which organisation?`}>
              <Select {...form.register('organization')}>
                {memberships.map(({ organization: { slug, name } }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {refused && <Refusal can={asked.can.support} />}
          <Choices
            legend={t`In what way?`}
            choices={supportKinds.map((kind) => ({
              value: kind,
              label: i18n._(supportWords[kind].offer),
              explanation: i18n._(supportWords[kind].explanation),
            }))}
            {...form.register('kind')}
          />
          <Field name="sentence" label={t`A sentence on what it would change for you`} optional>
            <TextArea rows={2} {...form.register('sentence')} />
          </Field>
          <Checkbox {...form.register('quote_consent')}>
            <Trans>Everybody may read this sentence. Otherwise only your organisation and staff do.</Trans>
          </Checkbox>
          <Checkbox {...form.register('would_use')}>
            <Trans>Our community would use the result.</Trans>
          </Checkbox>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {!refused && (
            <SubmitButton>
              <Trans>Give the support</Trans>
            </SubmitButton>
          )}
        </DialogActions>
      </Form>
    </Dialog>
  )
}
