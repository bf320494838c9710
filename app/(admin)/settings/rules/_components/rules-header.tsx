'use client'

import { IconPencil } from '@tabler/icons-react'
import { Action } from '../../../../_ui/action.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { RuleSets } from '../_queries.ts'
import { useRuleSets } from './use-rule-sets.ts'

type Props = { published: RuleSets['published']; hasDraft: boolean }

/** Which rules are in force, since when, and the way to change them. */
export function RulesHeader({ published, hasDraft }: Props) {
  const { startDraft, isBusy } = useRuleSets()
  const { version, publishedAt, publishedBy, rolledBackTo, effectiveFrom } = published
  const how = rolledBackTo ? `rolled back to version ${rolledBackTo} by` : 'published by'
  return (
    <PageHeader
      title="Lead rules"
      aside={<StatusBadge tone="good">{`Version ${version} in force`}</StatusBadge>}
      description={
        <>
          Read from above: the first rule that fits a lead, and finds somebody, decides.{' '}
          {publishedBy ? (
            <>
              In force since <When at={effectiveFrom ?? publishedAt} />, {how} {publishedBy.fullName}.
            </>
          ) : (
            'Nobody has written rules yet: it goes as it always did.'
          )}
        </>
      }
      {...(hasDraft
        ? {}
        : {
            actions: (
              <Action primary icon={IconPencil} disabled={isBusy} onClick={startDraft}>
                Change the rules
              </Action>
            ),
          })}
    />
  )
}
