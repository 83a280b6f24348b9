import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Support } from '@/api/types'
import { Button } from '@/ui/Button'
import { DateTime } from '@/ui/DateTime'
import { Logo } from '@/ui/Logo'
import { supportWords } from './words'

/** One organisation, what it offers, and its sentence if it may be quoted (or is the reader's own). */
export function Supporter({ support, onEnd }: { support: Support; onEnd: () => void }) {
  const { t, i18n } = useLingui()
  const { organization, kind, sentence, quote_consent, would_use, created_at, can } = support
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line py-3 text-sm">
      <div className="flex min-w-0 gap-2.5">
        <Logo name={organization.name} url={organization.logo_url} />
        <div className="grid gap-0.5">
          <Link
            to="/organizations/$slug"
            params={{ slug: organization.slug }}
            className="font-medium text-ink no-underline hover:text-accent hover:underline"
          >
            {organization.name}
          </Link>
          <p className="text-xs text-muted">
            {i18n._(supportWords[kind].doing)} · <DateTime at={created_at} />
            {would_use && (
              <>
                {' · '}
                <Trans>would use it</Trans>
              </>
            )}
          </p>
          {sentence && (
            <p className="max-w-prose text-ink">
              <q>{sentence}</q>
              {!quote_consent && (
                <span className="text-muted">
                  {' '}
                  <Trans>(only your organisation and staff read this)</Trans>
                </span>
              )}
            </p>
          )}
        </div>
      </div>
      {can.end.ok && (
        <Button size="small" onClick={onEnd} aria-label={t`Withdraw the support of ${organization.name}`}>
          <Trans>Withdraw…</Trans>
        </Button>
      )}
    </li>
  )
}
