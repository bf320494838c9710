'use client'

import { IconZoomInArea } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MapBox } from '../../../_map/house-map.ts'
import { LazyHomesMap } from '../../../_map/lazy-homes-map.tsx'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { formatMoneyShort } from '../../../_ui/format.ts'
import { type Filters, writeFilters } from '../_filters.ts'
import { homeInLists, listingById, listingPins } from '../_queries.ts'
import classes from './listings.module.css'
import { PinPreview } from './pin-preview.tsx'

type Props = {
  filters: Filters
  activeId: string | null
  onHover: (id: string | null) => void
  onBox: (box: MapBox) => void
  styleUrl: string | undefined
}

/** All homes of the filters on the map; moving it offers to search there. */
export function ListingsMap({ filters, activeId, onHover, onBox, styleUrl }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [openId, setOpenId] = useState<string | null>(null)
  const [moved, setMoved] = useState<MapBox | null>(null)
  const found = useQuery({ ...listingPins(trpc, filters), placeholderData: keepPreviousData })
  const pins = useMemo(
    () => (found.data ?? []).map(({ listPriceCents, ...pin }) => ({ ...pin, label: formatMoneyShort(listPriceCents) })),
    [found.data],
  )
  const inList = openId ? homeInLists(queryClient, trpc, openId) : undefined
  const fetched = useQuery({ ...listingById(trpc, openId ?? ''), enabled: openId !== null && !inList })
  const open = inList ?? (fetched.data?.id === openId ? fetched.data : undefined)

  return (
    <div className={classes.map}>
      <LazyHomesMap
        label="Map of the homes found"
        pins={pins}
        activeId={activeId ?? openId}
        box={filters.box}
        fit={found.isPlaceholderData ? undefined : writeFilters({ ...filters, box: undefined, sort: 'newest' })}
        styleUrl={styleUrl}
        onHover={onHover}
        onOpen={setOpenId}
        onMove={setMoved}
      />
      {moved && (
        <Action
          pill
          className={classes.area}
          icon={IconZoomInArea}
          onClick={() => {
            onBox(moved)
            setMoved(null)
          }}
        >
          Search this area
        </Action>
      )}
      {openId && open && <PinPreview home={open} onClose={() => setOpenId(null)} />}
    </div>
  )
}
