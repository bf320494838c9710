import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './note.module.css'

type Props = { title: ReactNode; tone?: 'neutral' | 'bad' | 'warning'; icon?: TablerIcon; children: ReactNode }

/** Something to know before going on; what went wrong is said aloud. */
export const Note = ({ title, tone = 'neutral', icon: Icon, children }: Props) => (
  <div className={classes.note} data-tone={tone} {...(tone === 'bad' ? { role: 'alert' } : {})}>
    {Icon && <Icon size={20} aria-hidden />}
    <div>
      <p className={classes.title}>{title}</p>
      <div>{children}</div>
    </div>
  </div>
)
