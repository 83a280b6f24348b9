import { t } from '@lingui/core/macro'
import * as v from 'valibot'
import { parseFraction } from '@/lib/fraction'

/**
 * What a form checks before it asks the API: form only (is it there, is it an amount), never policy.
 * Messages are functions, so that they speak the language of the moment they are needed.
 */
export const required = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(() => t`This is needed.`),
  )

/** Free text that may be left out; nothing becomes `null`, which clears it. */
export const optional = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text || null),
  )

export const emailAddress = () =>
  v.pipe(
    required(),
    v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, () => t`Write an address such as name@example.org.`),
  )

export const optionalAmount = () =>
  v.pipe(
    v.string(),
    v.regex(/^$|^\d{1,12}\.\d{2}$/, () => t`Write an amount such as 2,500.00.`),
    v.transform((amount) => amount || null),
  )

export const amount = () =>
  v.pipe(
    required(),
    v.regex(/^\d{1,12}\.\d{2}$/, () => t`Write an amount such as 2,500.00.`),
  )

export const optionalFraction = () =>
  v.pipe(
    v.string(),
    v.check(
      (text) => text === '' || parseFraction(text, 'en') === text,
      () => t`Write a part such as 1/3 or 25 %.`,
    ),
    v.transform((fraction) => fraction || null),
  )

export const optionalWebAddress = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check(
      (text) => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)),
      () => t`Start it with https://.`,
    ),
    v.transform((text) => text || null),
  )
