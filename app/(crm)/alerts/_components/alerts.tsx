'use client'

import { IconBellPlus, IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { CADENCES } from '#server/domain/alerts/rhythm/rhythm.words.ts'
import { AlertsStopped } from '../../../_shell/alerts-stopped.tsx'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Segments } from '../../../_ui/segments.tsx'
import { ListFrame } from '../../_lists/list-frame.tsx'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { useViews } from '../../_lists/use-views.ts'
import { ViewTabs } from '../../_lists/view-tabs.tsx'
import { agentsToPick } from '../../contacts/_queries.ts'
import { ALERT_COLUMNS } from '../_columns.tsx'
import { type AlertFilters, readFilters, STATES } from '../_filters.ts'
import { CADENCE_LABELS } from '../_next.words.ts'
import { AlertCount, AlertResults } from './alert-results.tsx'
import { NeedsLook } from './needs-look.tsx'
import { ToApprove } from './to-approve.tsx'

const OPTIONS = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'On' },
  { value: 'off', label: 'Off' },
  { value: 'needsLook', label: 'Needs a look' },
]
const HOW_OFTEN = [
  { value: 'any' as const, label: 'Any rhythm' },
  ...CADENCES.map((value) => ({ value, label: CADENCE_LABELS[value] })),
]
const toState = (value: string): AlertFilters['state'] => STATES.find((state) => state === value)
const CHIPS = { active: 'Switched on', off: 'Switched off', needsLook: 'Needs a look' } as const

/** All alerts one may see: their state and reason, for whom, what they ask, and the last mail they led to. */
export function Alerts() {
  const { filters, setFilters, viewId, openView } = useUrlFilters<AlertFilters>(readFilters)
  const views = useViews('alerts')
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  // The old rows stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(filters)
  const { q, state, cadence } = filters
  const drop = (key: keyof typeof filters) => () => setFilters({ ...filters, [key]: undefined })
  const chips = [
    ...(q ? [{ key: 'q', label: `“${q}”`, onRemove: drop('q') }] : []),
    ...(state ? [{ key: 'state', label: CHIPS[state], onRemove: drop('state') }] : []),
    ...(cadence
      ? [{ key: 'cadence', label: `Writes: ${CADENCE_LABELS[cadence].toLowerCase()}`, onRemove: drop('cadence') }]
      : []),
  ]
  // Whose they are is worth a column only where they can be more than one agent's.
  const offered = ALERT_COLUMNS.filter(({ key }) => key !== 'agent' || agents.length > 1)

  return (
    <>
      <PageHeader
        title="Alerts"
        description="Every 15 minutes new, reduced and returned homes are matched, and each person gets one mail."
        actions={
          <>
            <NeedsLook />
            <ToApprove />
            <ActionLink icon={IconChartBar} href="/alerts/performance">
              Performance
            </ActionLink>
            <ActionLink primary icon={IconBellPlus} href="/alerts/new">
              New alert
            </ActionLink>
          </>
        }
      />
      <AlertsStopped />
      <ViewTabs views={views} filters={filters} read={readFilters} viewId={viewId} onOpen={openView} />
      <ListFrame
        searchLabel="Alert or person"
        q={q}
        onSearch={(next) => setFilters({ ...filters, q: next }, 'replace')}
        controls={
          <>
            <Segments
              label="State"
              options={OPTIONS}
              value={state ?? 'all'}
              onChange={(value) => setFilters({ ...filters, state: toState(value) })}
            />
            <PlainSelect
              label="How often it writes"
              options={HOW_OFTEN}
              value={cadence ?? 'any'}
              onChange={(value) => setFilters({ ...filters, cadence: value === 'any' ? undefined : value })}
            />
          </>
        }
        chips={chips}
        onClear={() => setFilters({})}
        count={<AlertCount filters={shown} />}
        columns={offered}
        views={views}
        isStale={shown !== filters}
        noun="alerts"
      >
        <AlertResults filters={shown} columns={offered.filter(({ key }) => !views.hiddenColumns.includes(key))} />
      </ListFrame>
    </>
  )
}
