'use client'

import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Segments } from '../../../_ui/segments.tsx'
import { ListFrame } from '../../_lists/list-frame.tsx'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { useViews } from '../../_lists/use-views.ts'
import { ViewTabs } from '../../_lists/view-tabs.tsx'
import { CONTACT_COLUMNS } from '../_columns.tsx'
import { type ContactFilters, readFilters } from '../_filters.ts'
import { agentsToPick } from '../_queries.ts'
import { isStage, STAGES } from '../_stages.words.ts'
import { ContactCount, ContactResults } from './contact-results.tsx'

const STAGE_OPTIONS = [
  { value: 'all', label: 'All' },
  ...CONTACT_STAGES.map((value) => ({ value, label: STAGES[value].many })),
]

/** Everybody one may see, the most recently changed first. */
export function Contacts() {
  const { filters, setFilters, viewId, openView } = useUrlFilters<ContactFilters>(readFilters)
  const views = useViews('contacts')
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  // The old rows stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(filters)
  const { q, stage, agentId } = filters
  const drop = (key: keyof typeof filters) => () => setFilters({ ...filters, [key]: undefined })
  const agent = agents.find(({ id }) => id === agentId)
  const chips = [
    ...(q ? [{ key: 'q', label: `“${q}”`, onRemove: drop('q') }] : []),
    ...(stage ? [{ key: 'stage', label: STAGES[stage].many, onRemove: drop('stage') }] : []),
    ...(agentId ? [{ key: 'agent', label: agent?.fullName ?? 'One agent', onRemove: drop('agentId') }] : []),
  ]
  // Whose they are is worth a column only where they can be more than one agent's.
  const offered = CONTACT_COLUMNS.filter(({ key }) => key !== 'agent' || agents.length > 1)

  return (
    <>
      <PageHeader
        title="Contacts"
        actions={
          <ActionLink primary icon={IconUserPlus} href="/contacts/new">
            New contact
          </ActionLink>
        }
      />
      <ViewTabs views={views} filters={filters} read={readFilters} viewId={viewId} onOpen={openView} />
      <ListFrame
        searchLabel="Name or e-mail address"
        q={q}
        onSearch={(next) => setFilters({ ...filters, q: next }, 'replace')}
        controls={
          <>
            <Segments
              label="Stage"
              options={STAGE_OPTIONS}
              value={stage ?? 'all'}
              onChange={(value) => setFilters({ ...filters, stage: isStage(value) ? value : undefined })}
            />
            {agents.length > 1 && (
              <PlainSelect
                label="Agent"
                options={[
                  { value: '', label: 'Any agent' },
                  ...agents.map(({ id, fullName }) => ({ value: id, label: fullName })),
                ]}
                value={agentId ?? ''}
                onChange={(value) => setFilters({ ...filters, agentId: value || undefined })}
              />
            )}
          </>
        }
        chips={chips}
        onClear={() => setFilters({})}
        count={<ContactCount filters={shown} />}
        columns={offered}
        views={views}
        isStale={shown !== filters}
        noun="contacts"
      >
        <ContactResults filters={shown} columns={offered.filter(({ key }) => !views.hiddenColumns.includes(key))} />
      </ListFrame>
    </>
  )
}
