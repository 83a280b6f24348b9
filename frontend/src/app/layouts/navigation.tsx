import { Trans } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '@/api/session'

const look =
  'flex items-center border-b-2 border-transparent pt-0.5 text-ui leading-tight font-medium text-muted no-underline hover:text-ink ' +
  'aria-[current=page]:border-accent aria-[current=page]:text-ink sm:-mb-px sm:h-16.25 max-sm:border-0 max-sm:py-2.5'

type ItemProps = { to: NonNullable<LinkProps['to']>; exact?: boolean; children: ReactNode }

function Item({ to, exact = false, children }: ItemProps) {
  return (
    <li>
      <Link to={to} activeOptions={{ exact, includeSearch: false }} className={look}>
        {children}
      </Link>
    </li>
  )
}

/** What everybody may read, and the door to the desk for those who work there. */
export function MainLinks() {
  const { user } = useSession()
  return (
    <>
      <Item to="/" exact>
        <Trans>Roadmap</Trans>
      </Item>
      <Item to="/impact">
        <Trans>Impact</Trans>
      </Item>
      <Item to="/membership">
        <Trans>Membership</Trans>
      </Item>
      <Item to="/organizations">
        <Trans>Organisations</Trans>
      </Item>
      {user?.can.see_staff_pages.ok && (
        <Item to="/staff">
          <Trans>Staff desk</Trans>
        </Item>
      )}
    </>
  )
}

export function StaffLinks() {
  const { user } = useSession()
  return (
    <>
      <Item to="/staff" exact>
        <Trans>Work</Trans>
      </Item>
      <Item to="/staff/projects">
        <Trans>Projects</Trans>
      </Item>
      <Item to="/staff/organizations">
        <Trans>Organisations</Trans>
      </Item>
      <Item to="/staff/people">
        <Trans>People</Trans>
      </Item>
      <Item to="/staff/topics">
        <Trans>Topics</Trans>
      </Item>
      <Item to="/staff/terms">
        <Trans>Terms</Trans>
      </Item>
      <Item to="/staff/tiers">
        <Trans>Tiers</Trans>
      </Item>
      <Item to="/staff/queue">
        <Trans>Queue</Trans>
      </Item>
      {user?.can.see_audit.ok && (
        <Item to="/staff/audit">
          <Trans>Audit</Trans>
        </Item>
      )}
    </>
  )
}
