import { IconBell } from '@tabler/icons-react'
import { StatusBadge } from '../../_ui/status-badge.tsx'
import { When } from '../../_ui/when.tsx'
import type { Column } from '../_lists/list-rows.tsx'
import type { ContactItem } from './_queries.ts'
import { STAGES } from './_stages.words.ts'

const alertsWord = (count: number) => (count === 1 ? '1 alert' : `${count} alerts`)

/** What a row tells of a contact beside the name; each reader hides what they do not need. */
export const CONTACT_COLUMNS: readonly Column<ContactItem>[] = [
  {
    key: 'stage',
    label: 'Stage',
    width: '124px',
    cell: ({ stage }) => <StatusBadge tone={STAGES[stage].tone}>{STAGES[stage].label}</StatusBadge>,
  },
  { key: 'agent', label: 'Agent', width: 'minmax(0, 2fr)', cell: ({ agent }) => agent.fullName },
  { key: 'source', label: 'Came from', width: 'minmax(0, 1.5fr)', cell: ({ source }) => source },
  {
    key: 'alerts',
    label: 'Alerts',
    width: '96px',
    cell: ({ alerts }) =>
      alerts > 0 && (
        <>
          <IconBell size={14} aria-hidden /> {alertsWord(alerts)}
        </>
      ),
  },
  { key: 'changed', label: 'Last changed', width: '120px', cell: ({ updatedAt }) => <When at={updatedAt} /> },
]
