'use client'

import { IconArrowUpRight } from '@tabler/icons-react'
import type { TwinKind } from '#server/domain/legacy/twins/twins.words.ts'
import { Action } from '../../_ui/action.tsx'
import { useTwin } from './use-twin.ts'

/** Opens the record's twin in the old system, signed in; nothing where there is none. */
export function OpenTwin({ kind, id }: { kind: TwinKind; id: string }) {
  const twin = useTwin(kind, id)
  return (
    twin && (
      <Action icon={IconArrowUpRight} onClick={twin.open} disabled={twin.isPending}>
        Open in the old system
      </Action>
    )
  )
}
