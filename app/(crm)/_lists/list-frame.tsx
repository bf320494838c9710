'use client'

import { useDebouncedCallback } from '@mantine/hooks'
import { IconChecklist } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { QueryBoundary } from '../../_trpc/query-boundary.tsx'
import { Action } from '../../_ui/action.tsx'
import { type FilterChip, FilterChips } from '../../_ui/filter-chips.tsx'
import { ListSkeleton } from '../../_ui/list-skeleton.tsx'
import { SearchField } from '../../_ui/search-field.tsx'
import { Section } from '../../_ui/section.tsx'
import { ColumnChoice } from './column-choice.tsx'
import classes from './list-frame.module.css'
import type { Views } from './use-views.ts'

type Props = {
  /** What the search field finds by. */
  searchLabel: string
  q: string | undefined
  onSearch: (q: string | undefined) => void
  /** Filters beside the search. */
  controls: ReactNode
  chips: FilterChip[]
  onClear: () => void
  count: ReactNode
  columns: readonly { key: string; label: string }[]
  views: Views
  /** The old rows stay, dimmed, until the new ones are here. */
  isStale: boolean
  /** "contacts" */
  noun: string
  children: ReactNode
}

/** What stands around the rows of a list: search, filters, chips one can read aloud, the count, the columns. */
export function ListFrame(props: Props) {
  const { searchLabel, q, onSearch, controls, chips, onClear, count, columns, views, isStale, noun, children } = props
  const [isPicking, setPicking] = useState(false)
  const [text, setText] = useState(q ?? '')
  // Cleared elsewhere: by its chip, or by another view.
  useEffect(() => {
    if (!q) setText('')
  }, [q])
  const search = useDebouncedCallback((text: string) => onSearch(text.trim() || undefined), 250)
  return (
    <>
      <search className={classes.bar}>
        <SearchField
          className={classes.search}
          label={searchLabel}
          value={text}
          onChange={(next) => {
            setText(next)
            search(next)
          }}
        />
        {controls}
      </search>
      <div className={classes.line}>
        <p className={classes.count} aria-live="polite" data-figures>
          <QueryBoundary loading="Counting…" failed={null}>
            {count}
          </QueryBoundary>
        </p>
        <FilterChips chips={chips} onClear={onClear} />
        <ColumnChoice columns={columns} views={views} />
        <span className={classes.pick}>
          <Action icon={IconChecklist} aria-pressed={isPicking} onClick={() => setPicking(!isPicking)}>
            {isPicking ? 'Done' : 'Select'}
          </Action>
        </span>
      </div>
      <div className={classes.list} data-stale={isStale || undefined} data-picking={isPicking || undefined}>
        <QueryBoundary
          loading={
            <Section flush>
              <ListSkeleton rows={12} label={`Loading ${noun}`} />
            </Section>
          }
          title={`The ${noun} did not load`}
        >
          {children}
        </QueryBoundary>
      </div>
    </>
  )
}
