/** What can be done with a project besides writing it. The address names it, so that work can be linked to. */
export const deeds = ['candidate', 'open', 'extend', 'settle', 'deliver', 'update', 'close'] as const
export type Deed = (typeof deeds)[number]
