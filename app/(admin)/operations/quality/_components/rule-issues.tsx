'use client'

import { IconCircleCheck } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { LinkTabs } from '../../../../_ui/link-tabs.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { When } from '../../../../_ui/when.tsx'
import { More } from '../../../../(crm)/_lists/more.tsx'
import { useRowKeys } from '../../../../(crm)/_lists/use-row-keys.ts'
import { useSelection } from '../../../../(crm)/_lists/use-selection.ts'
import { hrefOfRule, type Shown } from '../_filters.ts'
import { type Issue, issuePages, type RuleDetail } from '../_queries.ts'
import { IssueRows } from './issue-rows.tsx'
import { RepairHistory } from './repair-history.tsx'
import { useRuleOrders } from './use-rule-orders.ts'

// None of them is there at first sight.
const IssueBulk = dynamic(() => import('./issue-bulk.tsx').then((module) => module.IssueBulk), { ssr: false })
const IssueDrawer = dynamic(() => import('./issue-drawer.tsx').then((module) => module.IssueDrawer), { ssr: false })
const MuteDialog = dynamic(() => import('./mute-dialog.tsx').then((module) => module.MuteDialog), { ssr: false })

function Nothing({ rule, shown }: { rule: RuleDetail; shown: Shown }) {
  if (shown === 'muted')
    return <EmptyState title="Nothing is muted">What you mute waits here, with the reason.</EmptyState>
  return (
    <EmptyState icon={IconCircleCheck} title="Nothing wrong here">
      {rule.check?.cleanSince ? (
        <>
          The rule has found nothing since <When at={rule.check.cleanSince} format="exact" />.
        </>
      ) : (
        'Everything it had found is repaired or muted. It looks again within the hour.'
      )}
    </EmptyState>
  )
}

type Props = { rule: RuleDetail; shown: Shown }

/** The records that break a rule: to pick, repair, assign and mute; and the repairs that were made. */
export function RuleIssues({ rule, shown }: Props) {
  const { key: ruleKey } = rule
  const list = useSuspenseInfiniteQuery(issuePages(useTRPC(), ruleKey, shown))
  const issues = list.data.pages.flatMap(({ items }) => items)
  const picking = useSelection(
    issues.map(({ id }) => id),
    `${ruleKey}/${shown}`,
  )
  const orders = useRuleOrders(ruleKey, picking.clear)
  const [opened, setOpened] = useState<Issue | null>(null)
  const [muting, setMuting] = useState<string[] | null>(null)
  useListKeys()
  useRowKeys({ picking, onEdit: (id) => setOpened(issues.find((issue) => issue.id === id) ?? null) })
  const count = shown === 'muted' ? rule.muted : rule.open
  const tab = (value: Shown, label: string, total: number) => ({
    ...{ key: value, label, count: total, href: hrefOfRule(ruleKey, value), here: shown === value },
  })
  return (
    <>
      <LinkTabs label="Records" tabs={[tab('open', 'Open', rule.open), tab('muted', 'Muted', rule.muted)]} />
      <Section flush>
        {issues.length === 0 ? (
          <Nothing rule={rule} shown={shown} />
        ) : (
          <IssueRows
            rule={rule}
            issues={issues}
            picking={picking}
            busy={orders.busy}
            onRepair={(id) => orders.repair({ ids: [id] })}
            onOpen={setOpened}
            onUnmute={orders.unmute}
          />
        )}
        <More
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
          label="Loading more records"
        />
      </Section>
      {issues.length > 0 && (
        <IssueBulk
          ruleKey={ruleKey}
          repair={shown === 'muted' ? null : rule.repair}
          picking={picking}
          count={count}
          loaded={issues.length}
          busy={orders.busy}
          onRepair={orders.repair}
          onMute={setMuting}
        />
      )}
      <RepairHistory ruleKey={ruleKey} busy={orders.busy} onUndo={orders.undo} />
      {opened && <IssueDrawer issueId={opened.id} title={rule.name} onClose={() => setOpened(null)} />}
      {muting && <MuteDialog ruleKey={ruleKey} ids={muting} onDone={picking.clear} onClose={() => setMuting(null)} />}
    </>
  )
}
