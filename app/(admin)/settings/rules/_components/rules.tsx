'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { LinkTabs } from '../../../../_ui/link-tabs.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { whenNear } from '../../../../_ui/when-near.ts'
import { ruleSets } from '../_queries.ts'
import { WindTunnel } from '../_tunnel/wind-tunnel.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { History } from './history.tsx'
import { RuleList } from './rule-list.tsx'
import classes from './rules.module.css'
import { RulesHeader } from './rules-header.tsx'
import { ScheduledBanner } from './scheduled-banner.tsx'

// The form brings its checks along: nobody waits for them before the rules stand.
const load = () => import('../_editor/rule-drawer.tsx')
const RuleDrawer = dynamic(() => load().then((module) => module.RuleDrawer))

/** What is being edited: a rule by its id, the default rule, or a new one. */
export type Editing = { ruleId: string } | 'default' | 'new'

function Sets({ mapStyleUrl }: { mapStyleUrl: string | undefined }) {
  const { data } = useSuspenseQuery(ruleSets(useTRPC()))
  const [editing, setEditing] = useState<Editing | null>(null)
  const showsPublished = useSearchParams().get('show') === 'published'
  const { published, draft, scheduled, history } = data
  const isDraft = draft !== null && !showsPublished
  return (
    <>
      <RulesHeader published={published} hasDraft={draft !== null} />
      {scheduled && <ScheduledBanner scheduled={scheduled} current={published.version} />}
      {draft && (
        <>
          <DraftBanner draft={draft} />
          <LinkTabs
            label="Which rules"
            stay
            tabs={[
              { key: 'draft', href: '/settings/rules', label: 'The draft', count: null, here: isDraft },
              {
                key: 'published',
                href: '/settings/rules?show=published',
                label: `In force (version ${published.version})`,
                count: null,
                here: !isDraft,
              },
            ]}
          />
        </>
      )}
      <QueryBoundary loading={<ListSkeleton rows={4} label="Loading the rules" />} title="The rules did not load">
        {isDraft ? (
          <div {...whenNear(load)}>
            <RuleList key="draft" of="draft" set={draft} onEdit={setEditing} />
          </div>
        ) : (
          <RuleList key="published" of="published" set={published} />
        )}
      </QueryBoundary>
      {isDraft && (
        <QueryBoundary
          loading={<ListSkeleton rows={4} label="Loading the wind tunnel" />}
          title="The trial did not load"
        >
          <WindTunnel />
        </QueryBoundary>
      )}
      <History history={history} current={published.version} />
      {draft && editing && (
        <RuleDrawer draft={draft} editing={editing} mapStyleUrl={mapStyleUrl} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

/** Who gets which lead: the rules in force, a draft of others, its trial in the wind tunnel, and what was before. */
export const Rules = ({ mapStyleUrl }: { mapStyleUrl: string | undefined }) => (
  <div className={classes.page}>
    <QueryBoundary loading={<ListSkeleton rows={6} label="Loading the rules" />} title="The rules did not load" page>
      <Sets mapStyleUrl={mapStyleUrl} />
    </QueryBoundary>
  </div>
)
