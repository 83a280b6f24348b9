import { numberFormat } from './intl'

/**
 * A part of a goal as the API writes it: "1/3" with a denominator up to 48, or up to four decimals ("0.25"). A string
 * like money, since a third has no float.
 */
const largestDenominator = 48n

/** What somebody typed: "1/3", "25 %", "12,5 %" or "0.25". `null` where it is no part of a whole. */
export function parseFraction(typed: string, locale: string): string | null {
  const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace('⁄', '/')
  const ratio = /^(\d{1,2})\/(\d{1,2})$/.exec(bare)
  if (ratio) return ratioOf(BigInt(ratio[1] ?? ''), BigInt(ratio[2] ?? ''))

  const decimal =
    numberFormat(locale)
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.'
  const written = /^(\d{1,3})(?:[.,](\d{1,4}))?(%?)$/.exec(bare.replace(decimal, '.'))
  if (!written) return null
  const [, whole = '', decimals = '', percent] = written
  const tenThousandths = percent
    ? BigInt(`${whole}${decimals.slice(0, 2).padEnd(2, '0')}`)
    : BigInt(`${whole}${decimals.padEnd(4, '0')}`)
  if ((percent && decimals.length > 2) || tenThousandths < 1n || tenThousandths > 10_000n) return null
  if (tenThousandths === 10_000n) return '1'
  return `0.${tenThousandths.toString().padStart(4, '0').replace(/0+$/, '')}`
}

function ratioOf(numerator: bigint, denominator: bigint): string | null {
  if (numerator < 1n || numerator > denominator || denominator > largestDenominator) return null
  return `${numerator}/${denominator}`
}

/** "1/3" stays as it is; decimals are written as percent, "12.5 %". */
export function formatFraction(fraction: string, locale: string): string {
  if (fraction.includes('/')) return fraction
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  return format.format(fraction as Intl.StringNumericLiteral)
}
