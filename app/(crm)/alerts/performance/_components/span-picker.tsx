'use client'

import { SPANS } from '#server/domain/alerts/performance/performance.words.ts'
import { Segments } from '../../../../_ui/segments.tsx'
import { useUrlFilters } from '../../../_lists/use-url-filters.ts'
import { readSpan } from '../_queries.ts'

const OPTIONS = SPANS.map((span) => ({ value: String(span), label: `${span} weeks` }))

/** How far back one looks; the address keeps it. */
export function SpanPicker() {
  const { filters, setFilters } = useUrlFilters(readSpan)
  return (
    <Segments
      label="How far back"
      options={OPTIONS}
      value={filters.weeks ?? String(SPANS[0])}
      onChange={(weeks) => setFilters({ weeks: weeks === String(SPANS[0]) ? undefined : weeks })}
    />
  )
}
