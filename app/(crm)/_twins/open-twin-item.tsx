'use client'

import { IconArrowUpRight } from '@tabler/icons-react'
import type { TwinKind } from '#server/domain/legacy/twins/twins.words.ts'
import { MenuItem } from '../../_ui/menu.tsx'
import { useTwin } from './use-twin.ts'

/** The same in a menu. */
export function OpenTwinItem({ kind, id }: { kind: TwinKind; id: string }) {
  const twin = useTwin(kind, id)
  return (
    twin && (
      <MenuItem icon={<IconArrowUpRight size={16} aria-hidden />} onClick={twin.open}>
        Open in the old system
      </MenuItem>
    )
  )
}
