'use client'

import { Menu } from '@mantine/core'
import { IconArrowsExchange, IconChevronDown, IconFlag, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { BulkBar } from '../../_lists/bulk-bar.tsx'
import type { Picking } from '../../_lists/use-selection.ts'
import type { ContactFilters } from '../_filters.ts'
import { agentsToPick } from '../_queries.ts'
import { STAGES } from '../_stages.words.ts'
import { useManyContacts } from './use-many-contacts.ts'

type Props = { picking: Picking; filters: ContactFilters; count: number; loaded: number }

/** What one can do with many contacts at once. */
export function ContactBulk({ picking, filters, count, loaded }: Props) {
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  const { setStage, handOver, remove, busy } = useManyContacts(picking, filters)
  return (
    <BulkBar picking={picking} count={count} loaded={loaded} noun="contacts" busy={busy}>
      <Menu position="top">
        <Menu.Target>
          <Action icon={IconFlag} after={IconChevronDown}>
            Stage
          </Action>
        </Menu.Target>
        <Menu.Dropdown>
          {CONTACT_STAGES.map((stage) => (
            <Menu.Item key={stage} onClick={() => setStage(stage)}>
              {STAGES[stage].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {agents.length > 1 && (
        <Menu position="top">
          <Menu.Target>
            <Action icon={IconArrowsExchange} after={IconChevronDown}>
              Hand over
            </Action>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {agents.map((agent) => (
              <Menu.Item key={agent.id} onClick={() => handOver(agent)}>
                {agent.fullName}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Action icon={IconTrash} onClick={remove}>
        Remove
      </Action>
    </BulkBar>
  )
}
