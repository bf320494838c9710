import { IconHeartFilled, IconThumbUpFilled, IconX, type TablerIcon } from '@tabler/icons-react'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { Tone } from '../../../../_ui/tone.ts'

const LOOKS: Record<Verdict, { word: string; tone: Tone; icon: TablerIcon }> = {
  Favorite: { word: 'Loves it', tone: 'good', icon: IconHeartFilled },
  Possible: { word: 'Maybe', tone: 'waiting', icon: IconThumbUpFilled },
  Discard: { word: 'No', tone: 'neutral', icon: IconX },
}

/** What the client said of a home. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { word, tone, icon } = LOOKS[verdict]
  return (
    <StatusBadge tone={tone} icon={icon}>
      {word}
    </StatusBadge>
  )
}
