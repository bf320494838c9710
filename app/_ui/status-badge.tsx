import type { TablerIcon } from '@tabler/icons-react'
import classes from './status-badge.module.css'
import tones from './tone.module.css'
import { type Tone, toneIcon } from './tone.ts'

type Props = {
  tone: Tone
  /** The word; colour alone never says it. */
  children: string
  icon?: TablerIcon
  /** `plain` has no ground: for tables with many rows. */
  variant?: 'soft' | 'plain' | 'solid'
}

/** Icon + word + colour. */
export function StatusBadge({ tone, children, icon, variant = 'soft' }: Props) {
  const Icon = icon ?? toneIcon[tone]
  return (
    <span className={`${classes.badge} ${tones[tone]}`} data-variant={variant}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
