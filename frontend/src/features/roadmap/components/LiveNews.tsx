import { useLiveBoard } from '@/api/live'
import { News } from '@/ui/funding/News'

/** Keeps the roadmap as it is now, and reads out what changes. */
export default function LiveNews() {
  return <News change={useLiveBoard()} />
}
