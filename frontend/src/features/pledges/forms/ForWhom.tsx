import { Trans, useLingui } from '@lingui/react/macro'
import { useFormContext } from 'react-hook-form'
import { explainCode } from '@/api/errors'
import { Field, Select } from '@/ui/form'
import type { Candidate } from '../queries/candidates'
import type { NewPledgeValues } from './pledge-schema'

/** In whose name. Who belongs to one organisation reads it; who belongs to several chooses. */
export function ForWhom({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useLingui()
  const { register, watch } = useFormContext<NewPledgeValues>()
  const chosen = candidates.find(({ organization }) => organization.slug === watch('organization'))
  const [only, ...others] = candidates

  if (only && others.length === 0) {
    return (
      <div className="grid gap-1">
        <p className="text-sm font-medium text-ink">
          <Trans>Organisation</Trans>
        </p>
        <p className="text-ui text-ink">{only.organization.name}</p>
        <Standing candidate={only} />
      </div>
    )
  }
  return (
    <Field name="organization" label={t`Organisation`} help={chosen && <Standing candidate={chosen} />}>
      <Select {...register('organization')}>
        {candidates.map(({ organization: { slug, name }, can }) => (
          <option key={slug} value={slug} disabled={can && !can.ok}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What the person's part in it means for this pledge. */
function Standing({ candidate: { role, can } }: { candidate: Candidate }) {
  if (can && !can.ok) return <span className="text-xs text-danger">{explainCode(can.code ?? null)}</span>
  return (
    <span className="text-xs text-muted">
      {role === 'lead' && <Trans>You are a lead there: it counts at once, nobody has to approve it.</Trans>}
      {role === 'champion' && <Trans>You are a champion there: above your limit, a lead is asked first.</Trans>}
      {role === null && <Trans>You act as staff: it is recorded that staff pledged on its behalf.</Trans>}
    </span>
  )
}
