import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { formatMoneyShort } from '../_ui/format.ts'
import classes from './price-change.module.css'

type Props = { from: number | null | undefined; to: number }

/** "down $10k (2%)": the arrow says the direction to the eye, the hidden word to the ear. */
export function PriceChange({ from, to }: Props) {
  if (!from || from === to) return null
  const down = to < from
  const share = Math.abs(to - from) / from
  const Arrow = down ? IconArrowDown : IconArrowUp
  return (
    <span className={classes.change} data-down={down || undefined}>
      <Arrow size={12} stroke={2.5} aria-label={down ? 'down' : 'up'} />
      {formatMoneyShort(Math.abs(to - from))}
      {share >= 0.01 && ` (${Math.round(share * 100)}%)`}
    </span>
  )
}
