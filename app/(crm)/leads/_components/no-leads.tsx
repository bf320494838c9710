import { IconClockCheck, IconDropletOff, IconInbox, IconMailCheck, type TablerIcon } from '@tabler/icons-react'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Section } from '../../../_ui/section.tsx'
import { writeFilters } from '../../_lists/list-url.ts'
import type { LeadFilters } from '../_filters.ts'

type Empty = { icon: TablerIcon; title: string; words: string; action: { href: string; label: string } }

const EMPTY: Record<'waiting' | 'offered' | 'pond' | 'idle' | 'filtered', Empty> = {
  idle: {
    icon: IconMailCheck,
    title: 'Every lead is worked',
    words:
      'A lead stands here from the moment somebody has it until a person calls, writes or meets whoever is behind it.',
    action: { href: '?', label: 'What waits for an answer' },
  },
  waiting: {
    icon: IconMailCheck,
    title: 'Everybody has an answer',
    words: 'Who asks about a home, comes from a portal or is written down by hand stands here the moment they come.',
    action: { href: '?state=all', label: 'All leads' },
  },
  offered: {
    icon: IconClockCheck,
    title: 'Nobody is asked just now',
    words: 'A lead stands here while somebody is asked whether they take it, with their time running.',
    action: { href: '?', label: 'What waits for an answer' },
  },
  pond: {
    icon: IconDropletOff,
    title: 'The ponds are empty',
    words: 'A lead goes into a pond when a rule says so, or when nobody who was asked took it.',
    action: { href: '?', label: 'What waits for an answer' },
  },
  filtered: {
    icon: IconInbox,
    title: 'Nobody fits these filters',
    words: 'Take a filter away to see more of them.',
    action: { href: '?', label: 'What waits for an answer' },
  },
}

function emptyOf({ state, ...rest }: LeadFilters): Empty {
  if (writeFilters(rest) !== '') return EMPTY.filtered
  return state === undefined
    ? EMPTY.waiting
    : state === 'offered' || state === 'pond' || state === 'idle'
      ? EMPTY[state]
      : EMPTY.filtered
}

/** Why no lead stands here, and where to look next. */
export function NoLeads({ filters }: { filters: LeadFilters }) {
  const { icon, title, words, action } = emptyOf(filters)
  return (
    <Section flush>
      <EmptyState icon={icon} title={title} action={<ActionLink href={action.href}>{action.label}</ActionLink>}>
        {words}
      </EmptyState>
    </Section>
  )
}
