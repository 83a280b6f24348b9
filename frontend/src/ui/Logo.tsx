import { classes } from '@/lib/classes'
import { initials } from '@/lib/initials'

const sizes = {
  small: 'size-7 rounded-[6px] text-[0.6875rem]',
  large: 'size-16 rounded-lg text-[1.375rem]',
}

type Props = { name: string; url?: string | null | undefined; size?: keyof typeof sizes; you?: boolean }

/** An organisation's logo or a monogram in its place. Decoration: the name always stands beside it. */
export function Logo({ name, url, size = 'small', you = false }: Props) {
  if (url) {
    return (
      <img src={url} alt="" className={classes('shrink-0 border border-line bg-[#fff] object-contain', sizes[size])} />
    )
  }
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-grid shrink-0 place-items-center font-head leading-none font-semibold',
        sizes[size],
        you ? 'bg-accent-fill text-on-accent' : 'border border-line bg-sunken text-ink',
      )}
    >
      {initials(name)}
    </span>
  )
}
