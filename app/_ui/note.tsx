import type { ReactNode } from 'react'
import classes from './note.module.css'

type Props = { title: ReactNode; tone?: 'neutral' | 'bad' | 'warning'; children: ReactNode }

/** Something to know before going on; what went wrong is said aloud. */
export const Note = ({ title, tone = 'neutral', children }: Props) => (
  <div className={classes.note} data-tone={tone} {...(tone === 'bad' ? { role: 'alert' } : {})}>
    <p className={classes.title}>{title}</p>
    <div>{children}</div>
  </div>
)
