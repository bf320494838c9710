import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleX,
  IconClockHour4,
  type TablerIcon,
} from '@tabler/icons-react'

/** The five tones. The same tone means the same thing on every page. */
export type Tone = 'neutral' | 'good' | 'waiting' | 'warning' | 'bad'

export const toneIcon: Record<Tone, TablerIcon> = {
  neutral: IconCircleDot,
  good: IconCircleCheck,
  waiting: IconClockHour4,
  warning: IconAlertTriangle,
  bad: IconCircleX,
}
