/** The mark: columns cut at one level, which is what shared funding does. */
export function BrandMark() {
  return (
    <svg width="26" height="24" viewBox="0 0 26 24" aria-hidden="true" className="block">
      <path className="fill-accent" opacity=".3" d="M1 3.5h6.5V10H1zM9.75 0h6.5v10h-6.5z" />
      <path className="fill-accent" d="M1 11h6.5v13H1zM9.75 11h6.5v13h-6.5zM18.5 15h6.5v9h-6.5z" />
      <path className="stroke-ink" strokeWidth="1.75" d="M0 10h26" />
    </svg>
  )
}
