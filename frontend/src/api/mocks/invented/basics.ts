/** What all invented things are made of. */
export const yes = { ok: true, code: null }
export const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
export const uuid = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
export const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')
