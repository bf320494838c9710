'use client'

import { IconArrowsExchange, IconChevronDown, IconFlag, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { Menu, MenuItem } from '../../../_ui/menu.tsx'
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
      <Menu
        label="Stage"
        button={(props) => (
          <Action icon={IconFlag} after={IconChevronDown} {...props}>
            Stage
          </Action>
        )}
      >
        {CONTACT_STAGES.map((stage) => (
          <MenuItem key={stage} onClick={() => setStage(stage)}>
            {STAGES[stage].label}
          </MenuItem>
        ))}
      </Menu>
      {agents.length > 1 && (
        <Menu
          label="Hand over"
          button={(props) => (
            <Action icon={IconArrowsExchange} after={IconChevronDown} {...props}>
              Hand over
            </Action>
          )}
        >
          {agents.map((agent) => (
            <MenuItem key={agent.id} onClick={() => handOver(agent)}>
              {agent.fullName}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Action icon={IconTrash} onClick={remove}>
        Remove
      </Action>
    </BulkBar>
  )
}
