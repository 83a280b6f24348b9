/** What pages keep in the address, so that a view can be linked to. Anything unknown is dropped, never an error. */
import type { Funding, OrganizationKind } from '@/api/types'
import { type Deed, deeds } from '@/features/editor/queries/deeds'
import { safeReturnTo } from '@/lib/return-to'

type Raw = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
const fundings: readonly Funding[] = ['draft', 'candidate', 'open', 'missed', 'funded', 'closed']
const kinds: readonly OrganizationKind[] = ['member', 'funder']

/** Leaves out what is not set, so that an address without filters has no question mark. */
function given<Search extends object>(search: { [Key in keyof Search]: Search[Key] | undefined }): Partial<Search> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Partial<Search>
}

export const returnToSearch = (raw: Raw) =>
  given<{ return_to: string }>({ return_to: safeReturnTo(text(raw.return_to)) })

const publicFunding: readonly Funding[] = ['candidate', 'open', 'missed', 'funded', 'closed']
const boardSorts = ['almost_there', 'closing_soon', 'most_funded', 'newest'] as const

export const roadmapSearch = (raw: Raw) =>
  given<{ q: string; theme: string; narrative: string; funding: Funding; sort: (typeof boardSorts)[number] }>({
    q: text(raw.q),
    theme: text(raw.theme),
    narrative: text(raw.narrative),
    funding: publicFunding.find((funding) => funding === raw.funding),
    sort: boardSorts.find((sort) => sort === raw.sort),
  })

export const filterSearch = (raw: Raw) => given<{ q: string }>({ q: text(raw.q) })

export const organizationSearch = (raw: Raw) =>
  given<{ q: string; kind: OrganizationKind }>({ q: text(raw.q), kind: kinds.find((kind) => kind === raw.kind) })

export const auditSearch = (raw: Raw) =>
  given<{ action: string; organization: string }>({
    action: text(raw.action),
    organization: text(raw.organization),
  })

/** What somebody tried on the project's page, to begin the form with. */
export const amountSearch = (raw: Raw) => given<{ amount: string }>({ amount: text(raw.amount) })

export const yearSearch = (raw: Raw) => given<{ year: string }>({ year: text(raw.year) })
export const staffProjectsSearch = (raw: Raw) =>
  given<{ q: string; funding: Funding }>({ q: text(raw.q), funding: fundings.find((state) => state === raw.funding) })

/** Which deed a project's dialog asks about, so that work can link to it. */
export const staffProjectSearch = (raw: Raw) => given<{ deed: Deed }>({ deed: deeds.find((deed) => deed === raw.deed) })
