import {
  IconCalendarClock,
  IconCircleCheck,
  IconCircleOff,
  IconFileText,
  IconHomeCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import type { StandardStatus } from '#server/generated/prisma/enums.ts'
import { StatusBadge } from '../_ui/status-badge.tsx'
import type { Tone } from '../_ui/tone.ts'
import { STATUS_WORD } from './home.words.ts'

const looks: Record<StandardStatus, { tone: Tone; icon: TablerIcon }> = {
  Active: { tone: 'good', icon: IconCircleCheck },
  ComingSoon: { tone: 'waiting', icon: IconCalendarClock },
  ActiveUnderContract: { tone: 'waiting', icon: IconFileText },
  Pending: { tone: 'waiting', icon: IconFileText },
  Closed: { tone: 'neutral', icon: IconHomeCheck },
  Hold: { tone: 'neutral', icon: IconCircleOff },
  Withdrawn: { tone: 'neutral', icon: IconCircleOff },
  Canceled: { tone: 'neutral', icon: IconCircleOff },
  Expired: { tone: 'neutral', icon: IconCircleOff },
  Incomplete: { tone: 'neutral', icon: IconCircleOff },
  Delete: { tone: 'neutral', icon: IconCircleOff },
}

/** The status of a home: icon, word, colour. */
export function HomeStatus({ status, variant }: { status: StandardStatus; variant?: 'soft' | 'plain' | 'solid' }) {
  const { tone, icon } = looks[status]
  return (
    <StatusBadge tone={tone} icon={icon} {...(variant ? { variant } : {})}>
      {STATUS_WORD[status]}
    </StatusBadge>
  )
}
