import { t } from '@lingui/core/macro'
import * as v from 'valibot'
import type { Tier } from '@/api/types'
import { rules } from '@/ui/form'

/** A tier as its form holds it: what it offers as lines of text. */
export const tierSchema = v.object({
  name: rules.required(),
  price: rules.optionalAmount(),
  summary: rules.required(),
  offers: v.pipe(
    v.string(),
    v.transform((lines) =>
      lines
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ),
  early_look: v.boolean(),
  quarterly_report: v.boolean(),
  position: v.pipe(
    v.string(),
    v.regex(/^\d{1,4}$/, () => t`Write a whole number.`),
    v.transform(Number),
  ),
})

export type TierValues = v.InferOutput<typeof tierSchema>

export function tierDefaults(tier: Tier | null): v.InferInput<typeof tierSchema> {
  return {
    name: tier?.name ?? '',
    price: tier?.price ?? '',
    summary: tier?.summary ?? '',
    offers: tier?.offers.join('\n') ?? '',
    early_look: tier?.early_look ?? false,
    quarterly_report: tier?.quarterly_report ?? false,
    position: String(tier?.position ?? 10),
  }
}
