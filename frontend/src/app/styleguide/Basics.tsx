import { ApiError } from '@/api/problem'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Callout } from '@/ui/Callout'
import { CopyButton } from '@/ui/CopyButton'
import { CalendarDate, DateTime } from '@/ui/DateTime'
import { EmptyState } from '@/ui/EmptyState'
import { FormFailure } from '@/ui/form/FormFailure'
import { Logo } from '@/ui/Logo'
import { Money } from '@/ui/Money'
import { Panel } from '@/ui/Panel'
import { Prose } from '@/ui/Prose'
import { RowsSkeleton, Skeleton } from '@/ui/Skeleton'
import { Stat, Stats } from '@/ui/Stat'
import { Row, Specimen } from './Specimen'

const looks = ['primary', 'plain', 'quiet', 'destroy'] as const
const colours = [
  'page',
  'surface',
  'sunken',
  'tint',
  'ink',
  'text',
  'muted',
  'line',
  'line-strong',
  'accent',
  'good',
  'danger',
  'caution',
  'share',
]

/** What everything else is made of. */
export function Basics() {
  return (
    <>
      <Specimen name="Type">
        <p className="font-head text-3xl font-semibold text-ink">Twelve communities, one goal</p>
        <p className="font-head text-2xl font-semibold text-ink">A page’s heading is a sentence</p>
        <p className="font-head text-xl font-semibold text-ink">A part of a page</p>
        <p className="text-lg">A lead says in a sentence what the page is for.</p>
        <p>
          Text, with a <a href="#main">way to the top</a>, <strong>weight</strong> and <code>code</code>.
        </p>
        <p className="text-sm text-muted">Small and quiet: 0123456789, as of 21 November 2026.</p>
      </Specimen>
      <Specimen name="Colour">
        <Row>
          {colours.map((colour) => (
            <span key={colour} className="grid w-20 gap-1 text-2xs text-muted">
              <span className="h-8 rounded-md border border-line" style={{ background: `var(--${colour})` }} />
              {colour}
            </span>
          ))}
        </Row>
      </Specimen>
      <Specimen name="Buttons">
        {looks.map((look) => (
          <Row key={look}>
            <Button look={look}>{look}</Button>
            <Button look={look} size="small">
              small
            </Button>
            <Button look={look} busy>
              busy
            </Button>
            <Button look={look} aria-disabled="true">
              not now
            </Button>
          </Row>
        ))}
        <Button look="primary" size="wide">
          wide
        </Button>
        <CopyButton text="copied" />
      </Specimen>
      <Specimen name="Words and figures">
        <Row>
          {(['plain', 'on', 'care', 'danger', 'good'] as const).map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </Row>
        <Row>
          <Money amount="12500.00" /> <Money amount="12500.00" cents={false} /> <Money amount="12500.10" bare />
          <DateTime at="2026-11-21T09:40:00Z" /> <DateTime at="2026-11-21T09:40:00Z" as="moment" />
          <CalendarDate date="2027-03-31" />
        </Row>
        <Row>
          <Logo name="Tidewater Ocean" /> <Logo name="Tidewater Ocean" you />{' '}
          <Logo name="Tidewater Ocean" size="large" />
        </Row>
        <Stats>
          <Stat label="counted, of 284,000">
            <Money amount="200000.00" cents={false} />
          </Stat>
          <Stat label="items funded">3 of 8</Stat>
        </Stats>
      </Specimen>
      <Specimen name="Call-out, panel, prose, nothing, waiting, failure">
        <Callout>
          <p className="font-medium">A pledge of US$ 5,000 by anyone would fund it now.</p>
          <p className="text-sm">One a page: the sentence that matters most.</p>
        </Callout>
        <Panel>A box means: you can act here.</Panel>
        <Prose html="<h3>A heading</h3><p>Written prose with <em>emphasis</em>.</p><ul><li>One</li><li>Two</li></ul>" />
        <EmptyState title="Nothing here yet" action={<Button>Begin</Button>}>
          Says what would be here, and how to begin.
        </EmptyState>
        <div className="grid gap-2">
          <Skeleton className="h-4 w-40" />
          <RowsSkeleton rows={2} />
        </div>
        <FormFailure error={new ApiError('version_conflict', 412)} onReload={() => {}} />
        <FormFailure error={new ApiError('internal', 500, 'request-7')} />
      </Specimen>
    </>
  )
}
