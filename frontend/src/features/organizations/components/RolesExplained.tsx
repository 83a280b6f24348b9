import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '@/ui/Page'
import { roles, roleWords } from './words'

export function RolesExplained() {
  const { t, i18n } = useLingui()
  return (
    <Section title={t`What each role may do`}>
      <dl className="grid gap-x-8 gap-y-5 border-t border-line pt-5 sm:grid-cols-2 lg:grid-cols-4">
        {roles.map((role) => (
          <div key={role}>
            <dt className="font-medium text-ink">{i18n._(roleWords[role].name)}</dt>
            <dd className="text-sm">{i18n._(roleWords[role].explanation)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 max-w-prose text-sm text-muted">
        <Trans>
          A champion’s limit is the sum of that person’s live pledges in one fiscal year. A pledge above it is a
          request: it holds nothing until a lead approves it.
        </Trans>
      </p>
    </Section>
  )
}
