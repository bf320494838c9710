import classes from './figure.module.css'
import { formatMoney, formatMoneyShort } from './format.ts'

type Props = { cents: number | null | undefined; short?: boolean; className?: string }

/** Cents as dollars, in figures that line up. */
export const Money = ({ cents, short, className }: Props) => (
  <span className={className ? `${classes.figure} ${className}` : classes.figure}>
    {cents === null || cents === undefined ? '—' : short ? formatMoneyShort(cents) : formatMoney(cents)}
  </span>
)
