import { numberFormat } from './intl'

/**
 * Money is a decimal string on the wire and here; arithmetic happens in minor units, in `bigint`. Never a float:
 * 0.1 + 0.2 is not 0.3, and a goal that is missed by a cent is missed.
 */

/** What the deployment settles in; the server writes it into the page, since it is the same for every amount. */
export function settlementCurrency(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="cofund-currency"]')?.content || 'USD'
}

const amountPattern = /^(\d{1,12})\.(\d{2})$/

/** Minor units of an amount such as "12500.00". */
export function toMinor(amount: string): bigint {
  const match = amountPattern.exec(amount)
  if (!match) throw new RangeError(`Not an amount: ${amount}`)
  return BigInt(`${match[1]}${match[2]}`)
}

export function fromMinor(minor: bigint): string {
  const digits = minor.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function compareAmounts(left: string, right: string): number {
  const difference = toMinor(left) - toMinor(right)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const zero = '0.00'

export const isZero = (amount: string) => toMinor(amount) === 0n

export const sum = (amounts: readonly string[]) =>
  fromMinor(amounts.reduce((total, amount) => total + toMinor(amount), 0n))

/** What is left of an amount; nothing where more is taken than there is. */
export function less(amount: string, taken: string): string {
  const left = toMinor(amount) - toMinor(taken)
  return fromMinor(left < 0n ? 0n : left)
}

/** The part of a whole as percent with one decimal, rounded down: "69.4". Nothing of nothing is nothing. */
export function percentOf(part: string, whole: string): string {
  const tenths = toMinor(whole) === 0n ? 0n : (toMinor(part) * 1000n) / toMinor(whole)
  return `${tenths / 10n}.${tenths % 10n}`
}

function decimals(locale: string, minor: bigint, cents: boolean): string {
  const format = numberFormat(locale, { minimumFractionDigits: cents ? 2 : 0, useGrouping: true })
  // Exact for any length: the string is formatted as it stands, it never becomes a number.
  return format.format(fromMinor(minor) as Intl.StringNumericLiteral)
}

/** "12,500.00", or "12,500" where a sentence needs no cents and there are none. */
export function formatAmount(amount: string, locale: string, { cents = true } = {}): string {
  const minor = toMinor(amount)
  return decimals(locale, minor, cents || minor % 100n !== 0n)
}

/** "US$ 12,500.00", the currency's place as the language has it. */
export function formatMoney(
  amount: string,
  locale: string,
  { cents = true, currency = settlementCurrency() } = {},
): string {
  const minor = toMinor(amount)
  const digits = cents || minor % 100n !== 0n ? 2 : 0
  const format = numberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits })
  const parts = format.formatToParts(fromMinor(minor) as Intl.StringNumericLiteral)
  return parts
    .map((part, index) => {
      const number = parts[index + 1]?.type === 'integer'
      return part.type === 'currency' && number ? `${part.value}\u00a0` : part.value
    })
    .join('')
}

/** "US$ 28,000 – 45,000": the currency once. */
export function formatMoneyRange(low: string, high: string, locale: string): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: settlementCurrency(),
    minimumFractionDigits: 0,
  })
  const parts = format.formatRangeToParts(low as Intl.StringNumericLiteral, high as Intl.StringNumericLiteral)
  return parts
    .map((part, index) =>
      part.type === 'currency' && parts[index + 1]?.type === 'integer' ? `${part.value}\u00a0` : part.value,
    )
    .join('')
}

/** "69.4 %", or "70 %" where the decimal says nothing; from the string, like amounts. */
export function formatPercent(percent: string, locale: string): string {
  const format = numberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 1 })
  return format.format(percent as Intl.StringNumericLiteral)
}

/**
 * What somebody typed, as an amount: "12500", "12,500.5" and "US$ 12 500" where the language writes 12,500.50.
 * `null` where it is not clear; guessing about money is worse than asking again.
 */
export function parseAmount(typed: string, locale: string): string | null {
  const parts = numberFormat(locale).formatToParts(12345.6)
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  const bare = typed.replace(/[\s\u00a0\u202f'’]|[A-Z]{0,3}[$€£]/gi, '')
  const [whole = '', fraction = '', ...more] = bare.split(decimal)
  const group = decimal === '.' ? ',' : '.'
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+$`)
  const plain = grouped.test(whole) ? whole.replaceAll(group, '') : whole
  if (more.length > 0 || !/^\d{1,12}$/.test(plain) || !/^\d{0,2}$/.test(fraction)) return null
  return `${BigInt(plain)}.${fraction.padEnd(2, '0')}`
}
