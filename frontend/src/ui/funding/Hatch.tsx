/** The texture of what waits, for areas in an SVG: `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0V6" className="stroke-c-waiting" strokeWidth="2.5" />
    </pattern>
  )
}
