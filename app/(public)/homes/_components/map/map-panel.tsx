'use client'

import { IconPolygon, IconZoomInArea } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import drawingClasses from '../../../../_map/drawing/drawing.module.css'
import type { MapBox } from '../../../../_map/house-map.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { formatMoneyShort } from '../../../../_ui/format.ts'
import { Toggle } from '../../../../_ui/toggle.tsx'
import { type HomeCardData, homesOnMap } from '../../_queries.ts'
import { type Search, wishesOf } from '../../_search.ts'
import { DrawBar } from './draw-bar.tsx'
import { HomesHere } from './homes-here.tsx'
import classes from './map-panel.module.css'
import { SearchMap, type SearchMapHandle } from './search-map.tsx'
import { useAreas } from './use-areas.ts'

type Props = {
  search: Search
  onSearch: (next: Search, step?: 'push' | 'replace') => void
  /** The card that is pointed at. */
  active: HomeCardData | null
  onHover: (id: string | null) => void
  styleUrl: string | undefined
}

const pinOf = ({ id, latitude, longitude, listPriceCents }: HomeCardData) =>
  latitude === null || longitude === null ? null : { id, latitude, longitude, label: formatMoneyShort(listPriceCents) }

/** The map, what is chosen on it, and what is drawn. */
export function MapPanel({ search, onSearch, active, onHover, styleUrl }: Props) {
  const [follows, setFollows] = useState(true)
  const [seen, setSeen] = useState<MapBox | undefined>(undefined)
  const [openIds, setOpenIds] = useState<string[]>([])
  const handle = useRef<SearchMapHandle>(null)
  const { rings, drawing } = useAreas(search, onSearch)
  const [isAway, setAway] = useState(false)
  const [broken, setBroken] = useState(false)
  // What the map shows is asked for where one looks, also while the list stays where it was.
  const found = useQuery({
    ...homesOnMap(useTRPC(), search, follows ? search.box : seen),
    placeholderData: keepPreviousData,
  })
  const pins = useMemo(() => {
    const { pins: homes = [], cells = [] } = found.data ?? {}
    return [
      ...homes.map(([id, latitude, longitude, dollars]) => ({
        ...{ id, latitude, longitude, label: formatMoneyShort(dollars * 100) },
      })),
      ...cells.map(([latitude, longitude, count]) => ({
        ...{ id: '', latitude, longitude, label: '', homes: count },
      })),
    ]
  }, [found.data])
  const pointed = useMemo(() => (active ? pinOf(active) : null), [active])
  const opened = useMemo(
    () => (openIds.length === 1 ? pins.find(({ id }) => id === openIds[0]) : undefined),
    [pins, openIds],
  )

  const move = (box: MapBox) => {
    setSeen(box)
    if (follows && !drawing.isDrawing) onSearch({ ...search, box }, 'replace')
    else setAway(true)
  }
  const searchHere = (step: 'push' | 'replace') => {
    setAway(false)
    if (seen) onSearch({ ...search, box: seen }, step)
  }
  const isBusy = drawing.isDrawing || drawing.changing !== null

  return (
    <div className={`${classes.panel} ${drawingClasses.cross}`} data-drawing={drawing.isDrawing || undefined}>
      <SearchMap
        pins={pins}
        active={pointed ?? opened ?? null}
        box={search.box}
        fit={found.isPlaceholderData ? undefined : wishesOf(search)}
        rings={rings}
        drawing={drawing}
        handle={handle}
        styleUrl={styleUrl}
        onHover={onHover}
        onOpen={setOpenIds}
        onMove={move}
        onBroken={() => setBroken(true)}
      />
      {!isBusy && !broken && (
        <div className={classes.top}>
          <Action
            pill
            className={classes.tool}
            icon={IconPolygon}
            onClick={rings.length > 0 ? () => drawing.changeCorners(0) : drawing.start}
          >
            {rings.length > 0 ? 'Change the area' : 'Draw an area'}
          </Action>
          {!follows && isAway && (
            <Action pill primary className={classes.tool} icon={IconZoomInArea} onClick={() => searchHere('push')}>
              Search this area
            </Action>
          )}
        </div>
      )}
      {!isBusy && !broken && openIds.length === 0 && (
        <div className={classes.follow}>
          <Toggle
            named
            label="Search as I move the map"
            checked={follows}
            onChange={(next) => {
              setFollows(next)
              if (next) searchHere('replace')
            }}
          />
        </div>
      )}
      {isBusy && <DrawBar drawing={drawing} rings={rings} onCross={() => handle.current?.addAtCross()} />}
      {!isBusy && openIds.length > 0 && <HomesHere ids={openIds} onClose={() => setOpenIds([])} />}
      {found.data?.isEstimate && <p className={classes.estimate}>About this many homes. Zoom in to count them.</p>}
    </div>
  )
}
