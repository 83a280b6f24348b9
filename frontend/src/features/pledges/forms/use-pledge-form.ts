import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { budgetQuery } from '@/api/pledges'
import { ApiError } from '@/api/problem'
import type { ProjectDetail, Terms } from '@/api/types'
import { equalParts } from '@/lib/fiscal-years'
import { compareAmounts } from '@/lib/money'
import { useValidForm } from '@/ui/form'
import type { Candidate } from '../queries/candidates'
import type { Draft } from '../queries/draft'
import { useConsequence } from '../queries/use-consequence'
import { usePlacePledge } from '../queries/use-place-pledge'
import { intentionOf, isAmount } from './intention'
import { splitOver } from './part-of-goal'
import { type NewPledgeValues, newPledgeSchema, noConditions, toPlace } from './pledge-schema'

const blank = (organization: string): NewPledgeValues => ({
  organization,
  source: 'amount',
  amount: '',
  fraction: '',
  conditions: noConditions,
  instalments: [],
  visibility: 'public',
  purchase_order: '',
  note: '',
  accept: false,
})

type Given = {
  project: ProjectDetail
  terms: Terms
  candidates: readonly Candidate[]
  draft: Draft<NewPledgeValues>
  /** The amount somebody comes with; nothing for none. */
  asked: string
}

/** The form of a new pledge: filled from its draft, kept in it with every change, and asked about as it changes. */
export function usePledgeForm({ project, terms, candidates, draft, asked }: Given) {
  const first = candidates.find(({ can }) => can?.ok) ?? candidates[0]
  const [start] = useState(() => ({
    ...blank(first?.organization.slug ?? ''),
    ...draft.values(),
    ...(isAmount(asked) && { source: 'amount' as const, amount: asked, fraction: '' }),
  }))
  const form = useValidForm(newPledgeSchema, start)
  const [refused, setRefused] = useState<unknown>(null)
  const place = usePlacePledge(project.slug, draft)

  useEffect(() => {
    // Consent is given once more after a reload; everything else is as it was.
    const { unsubscribe } = form.watch((values) => draft.keep({ ...(values as NewPledgeValues), accept: false }))
    return unsubscribe
  }, [form, draft])

  useEffect(() => {
    if (form.getValues('source') === 'remaining') form.setValue('amount', project.remaining)
  }, [form, project.remaining])

  const values = form.watch()
  const consequence = useConsequence(project.slug, intentionOf(values))
  const { data: budget } = useQuery({ ...budgetQuery(values.organization), enabled: values.organization !== '' })
  const current = budget?.fiscal_year ?? ''
  const parts = values.instalments.length > 0 ? values.instalments : equalParts(current || 'FY00', 1)

  function takeAmount(amount: string, source: 'amount' | 'remaining') {
    setRefused(null)
    form.setValue('source', source)
    form.setValue('fraction', '')
    form.setValue('amount', amount, { shouldDirty: true, shouldValidate: true })
  }

  async function send(valid: NewPledgeValues) {
    setRefused(null)
    try {
      await place.mutateAsync(toPlace(valid, terms.version))
    } catch (error) {
      // What belongs to a field lands there; anything else is said beside the button that was pressed.
      if (error instanceof ApiError && error.fields.length > 0) throw error
      setRefused(error)
    }
  }

  return {
    form,
    values,
    consequence,
    budget,
    refused,
    send,
    takeAmount,
    organization: candidates.find(({ organization }) => organization.slug === values.organization)?.organization,
    /** In a coalition an amount is the most one would bear; in `fixed`, and in a gap, it is what one pays. */
    moving: project.mode === 'shared' && compareAmounts(project.gap, '0.00') === 0,
    current,
    thisYear: isAmount(values.amount) ? (splitOver(values.amount, parts)[0]?.amount ?? '0.00') : '0.00',
  }
}
