import { useLocation } from '@tanstack/react-router'
import { explainCode } from '@/api/errors'

/** Why a provider did not let somebody in, or added nothing: the server sends the browser here with a code. */
export function Refusal() {
  const problem = useLocation({ select: ({ hash }) => new URLSearchParams(hash).get('problem') })
  const sentence = explainCode(problem)
  if (!sentence) return null
  return (
    <p role="alert" className="rounded-r-md border-l-3 border-danger bg-sunken px-4 py-3 text-ui text-ink">
      {sentence}
    </p>
  )
}
