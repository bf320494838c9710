import type { ReactNode } from 'react'
import { Mark } from '../_ui/mark.tsx'
import classes from './_components/auth.module.css'
import { Marsh } from './_components/marsh.tsx'

/** The doors: a quiet picture of the coast, and one thing to do beside it. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className={classes.split}>
      <aside className={classes.picture} aria-hidden="true">
        <Marsh />
      </aside>
      <main className={classes.room} id="main" tabIndex={-1}>
        <div className={classes.brand}>
          <Mark size={32} />
          <span>Palmetto</span>
        </div>
        <div className={classes.door}>{children}</div>
      </main>
    </div>
  )
}
