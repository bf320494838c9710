'use client'

import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useDeferredValue } from 'react'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.schema.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { agentsToPick } from '../_queries.ts'
import { isStage, STAGES } from '../_stages.words.ts'
import { ContactCount, ContactResults } from './contact-results.tsx'
import classes from './contacts.module.css'
import { useContactFilters } from './use-contact-filters.ts'

const STAGE_OPTIONS = [
  { value: 'all', label: 'All' },
  ...CONTACT_STAGES.map((value) => ({ value, label: STAGES[value].many })),
]

/** Everybody one may see, the most recently changed first. */
export function Contacts() {
  const { filters, setFilters } = useContactFilters()
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  // The old rows stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(filters)
  const { q, stage, agentId } = filters
  const search = useDebouncedCallback((text: string) => {
    setFilters({ ...filters, q: text.trim() || undefined }, 'replace')
  }, 250)
  const drop = (key: keyof typeof filters) => () => setFilters({ ...filters, [key]: undefined })
  const agent = agents.find(({ id }) => id === agentId)
  const chips = [
    ...(q ? [{ key: 'q', label: `“${q}”`, onRemove: drop('q') }] : []),
    ...(stage ? [{ key: 'stage', label: STAGES[stage].many, onRemove: drop('stage') }] : []),
    ...(agentId ? [{ key: 'agent', label: agent?.fullName ?? 'One agent', onRemove: drop('agentId') }] : []),
  ]

  return (
    <>
      <PageHeader
        title="Contacts"
        actions={
          <Button component={Link} href="/contacts/new" leftSection={<IconUserPlus size={16} aria-hidden />}>
            New contact
          </Button>
        }
      />
      <search className={classes.bar}>
        <TextInput
          key={q ? 'asked' : 'empty'}
          className={classes.search}
          aria-label="Name or e-mail address"
          placeholder="Name or e-mail address"
          leftSection={<IconSearch size={16} aria-hidden />}
          defaultValue={q ?? ''}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Stage"
          data={STAGE_OPTIONS}
          value={stage ?? 'all'}
          onChange={(value) => setFilters({ ...filters, stage: isStage(value) ? value : undefined })}
        />
        {agents.length > 1 && (
          <Select
            aria-label="Agent"
            placeholder="Any agent"
            searchable
            clearable
            data={agents.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            value={agentId ?? null}
            onChange={(value) => setFilters({ ...filters, agentId: value ?? undefined })}
          />
        )}
      </search>
      <div className={classes.line}>
        <p className={classes.count} aria-live="polite" data-figures>
          <QueryBoundary loading="Counting…" failed={null}>
            <ContactCount filters={shown} />
          </QueryBoundary>
        </p>
        <FilterChips chips={chips} onClear={() => setFilters({})} />
      </div>
      <div className={classes.list} data-stale={shown !== filters || undefined}>
        <Section flush>
          <QueryBoundary
            loading={<ListSkeleton rows={12} label="Loading contacts" />}
            title="The contacts did not load"
          >
            <ContactResults filters={shown} />
          </QueryBoundary>
        </Section>
      </div>
    </>
  )
}
