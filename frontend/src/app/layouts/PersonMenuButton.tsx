import type { Me } from '@/api/types'
import { ChevronIcon } from '@/ui/icons'
import { Logo } from '@/ui/Logo'

export function PersonMenuButton({ user }: { user: Me }) {
  return (
    <span className="flex items-center gap-2 rounded-md px-1 py-1 font-medium text-ink">
      <Logo name={user.name} you />
      <span className="max-w-48 truncate max-lg:hidden">{user.name}</span>
      <span className="text-muted max-sm:hidden">
        <ChevronIcon />
      </span>
    </span>
  )
}
