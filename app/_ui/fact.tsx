import type { ReactNode } from 'react'
import classes from './fact.module.css'

/** A list of facts; put `Fact` elements in it. `columns` is the most it will use. */
export const Facts = ({ columns = 1, children }: { columns?: 1 | 2 | 3 | 4; children: ReactNode }) => (
  <dl className={classes.facts} data-columns={columns}>
    {children}
  </dl>
)

/** One word of label, one value. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{label}</dt>
    <dd>{children ?? '—'}</dd>
  </div>
)
