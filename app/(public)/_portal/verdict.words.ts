import { IconHeart, IconHeartFilled, IconThumbUp, IconThumbUpFilled, IconX, type TablerIcon } from '@tabler/icons-react'
import type { Verdict } from '#server/domain/alerts/portal/portal.words.ts'

type Look = { word: string; icon: TablerIcon; chosen: TablerIcon }

/** What a buyer says of a home. */
export const VERDICT_LOOKS: Record<Verdict, Look> = {
  Favorite: { word: 'Love it', icon: IconHeart, chosen: IconHeartFilled },
  Possible: { word: 'Maybe', icon: IconThumbUp, chosen: IconThumbUpFilled },
  Discard: { word: 'No', icon: IconX, chosen: IconX },
}
