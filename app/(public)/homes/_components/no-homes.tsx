'use client'

import { IconHomeSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { homesRelaxed } from '../_queries.ts'
import { anySearch, type Search } from '../_search.ts'
import { WISHES } from '../_search.words.ts'

const CAP = 100
const BEST = 4

const homesWord = (homes: number) => (homes === 1 ? '1 home' : `${formatCount(homes, CAP)} homes`)

/** Says which one wish to let go, and what that would find. */
export function NoHomes({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const { data: ways = [], isPending } = useQuery(homesRelaxed(useTRPC(), search))
  const startOver = <Action onClick={() => onSearch({ ...anySearch, sort: search.sort })}>Start over</Action>
  if (!isPending && ways.length === 0) {
    return (
      <EmptyState icon={IconHomeSearch} title="No home fits this" action={startOver}>
        It is more than one wish too many. Start over and add them one by one, or save this search and hear of the first
        home that fits.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconHomeSearch}
      title="No home has all of this"
      action={
        <>
          {ways.slice(0, BEST).map(({ wish, homes }, index) => (
            <Action key={wish} primary={index === 0} onClick={() => onSearch({ ...search, ...WISHES[wish].gone })}>
              Without {WISHES[wish].label}: {homesWord(homes)}
            </Action>
          ))}
          {startOver}
        </>
      }
    >
      Let one wish go and look again, or save this search and hear of the first home that fits.
    </EmptyState>
  )
}
