import type { Funding, PledgeStatus } from '@/api/types'
import type { Standing } from '@/lib/certainty'
import { CertaintyBar } from '@/ui/funding/CertaintyBar'
import { CertaintyLegend } from '@/ui/funding/CertaintyLegend'
import { CertaintyTable } from '@/ui/funding/CertaintyTable'
import { Explanation } from '@/ui/funding/Explanation'
import { FundingWord, PledgeWord, VisibilityWord } from '@/ui/funding/FundingWord'
import { HowSharingWorks } from '@/ui/funding/HowSharingWorks'
import { LevelChart } from '@/ui/funding/LevelChart'
import { pledgeWords, visibilities } from '@/ui/funding/pledge-words'
import { Row, Specimen } from './Specimen'

const none = { goal: '50000.00', pledged: '0.00', signed: '0.00', collected: '0.00', waiting: '0.00', gap: '0.00' }
const standings: Record<string, Standing> = {
  'all six': {
    ...none,
    goal: '60000.00',
    pledged: '31000.00',
    signed: '27000.00',
    collected: '16000.00',
    waiting: '9000.00',
    gap: '5000.00',
  },
  nothing: none,
  'a coalition': { ...none, pledged: '17500.00', waiting: '27500.00' },
  'one cent to go': { ...none, pledged: '49999.99' },
  covered: { ...none, pledged: '50000.00' },
  collected: { ...none, pledged: '50000.00', signed: '50000.00', collected: '50000.00' },
}
const fundings: Funding[] = ['draft', 'candidate', 'open', 'missed', 'funded', 'closed']
const columns = [
  { key: 'a', name: 'Meridian Genomics', ceiling: '30000.00', share: '11666.67', was: '17500.00' },
  { key: 'b', name: 'Delta Soil', ceiling: '25000.00', share: '11666.67', was: '17500.00' },
  { key: 'c', name: 'Basalt Ridge', ceiling: '10000.00', share: '10000.00', was: '10000.00' },
  { key: 'd', name: 'An institution', ceiling: '5000.00', share: '5000.00', was: '5000.00' },
  { key: 'e', name: 'You', ceiling: '15000.00', share: '11666.66', was: null, you: true },
]

/** What shows money: certainty, levels, and words for where things stand. */
export function FundingParts() {
  return (
    <>
      <Specimen name="Certainty">
        {Object.entries(standings).map(([name, standing]) => (
          <div key={name} className="grid gap-1.5 text-sm">
            {name}
            <CertaintyBar {...standing} />
            <CertaintyBar {...standing} size="medium" decorative />
          </div>
        ))}
        <CertaintyBar {...(standings['all six'] ?? none)} size="large" decorative />
        <CertaintyLegend {...(standings['all six'] ?? none)} />
        <CertaintyTable {...(standings['all six'] ?? none)} caption="All six" />
      </Specimen>
      <Specimen name="Levels">
        <LevelChart caption="Everyone’s share" columns={columns} level="11666.67" before="17500.00">
          You would pay US$ 11,666.66.
        </LevelChart>
      </Specimen>
      <Specimen name="How sharing works">
        <HowSharingWorks />
      </Specimen>
      <Specimen name="States">
        <Row>
          {fundings.map((funding) => (
            <FundingWord key={funding} project={{ funding, delivery: 'not_started', covered: false }} />
          ))}
          <FundingWord project={{ funding: 'open', delivery: 'not_started', covered: true }} />
          <FundingWord project={{ funding: 'funded', delivery: 'in_flight', covered: true }} />
          <FundingWord project={{ funding: 'funded', delivery: 'done', covered: true }} />
        </Row>
        <Row>
          {(Object.keys(pledgeWords) as PledgeStatus[]).map((status) => (
            <PledgeWord key={status} status={status} />
          ))}
        </Row>
        <Row>
          {visibilities.map((visibility) => (
            <VisibilityWord key={visibility} visibility={visibility} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="How things stand">
        <Explanation
          explanation={[
            { code: 'tipping_point', params: { amount: '5000.00' }, text: '' },
            { code: 'wakes_others', params: { amount: '5000.00', pledges: 3, ceilings: '27500.00' }, text: '' },
            { code: 'from_the_future', params: {}, text: 'What this page does not know yet, in the API’s own words.' },
          ]}
        />
      </Specimen>
    </>
  )
}
