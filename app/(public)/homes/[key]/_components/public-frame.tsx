import Link from 'next/link'
import type { ReactNode } from 'react'
import { env } from '#server/env.ts'
import { Mark } from '../../../../_ui/mark.tsx'
import classes from './public-frame.module.css'

/** The firm's name on top, which leads to all homes, what the law wants said at the foot, the page in between. */
export const PublicFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <header className={classes.header}>
      <Link href="/homes" prefetch={false} className={classes.brand}>
        <Mark size={28} />
        <span className={classes.name}>{env.FIRM_NAME}</span>
      </Link>
    </header>
    <main className={classes.main}>{children}</main>
    <footer className={classes.footer}>
      <p>Shown with the permission of the owner. Details come from the MLS and are not guaranteed.</p>
    </footer>
  </div>
)
