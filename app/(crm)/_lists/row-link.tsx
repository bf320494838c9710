import Link from 'next/link'
import type { ReactNode } from 'react'
import row from '../../_ui/whole-row.module.css'
import classes from './row-link.module.css'

type Props = { href: string; name: string; face?: ReactNode; children: ReactNode }

/** The name of a row, which opens it wherever it is tapped, with a soft line under it. */
export const RowLink = ({ href, name, face, children }: Props) => (
  <span className={classes.who}>
    {face}
    <span className={classes.words}>
      <Link href={href} className={`${row.link} ${classes.name}`} data-list-item>
        {name}
      </Link>
      <span className={classes.soft}>{children}</span>
    </span>
  </span>
)
