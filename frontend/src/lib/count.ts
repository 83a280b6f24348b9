/** How many of something, from the digits somebody typed or the API writes. Never for money: that stays a string. */
export const toCount = (digits: string): number => Number(digits)
