import type { ReactNode } from 'react'
import { Mark } from '../../../../_ui/mark.tsx'
import classes from './preferences.module.css'

/** The firm's name on top and one narrow column: most people come here from a mail on their phone. */
export const PreferencesFrame = ({ children }: { children: ReactNode }) => (
  <div className={classes.frame}>
    <header className={classes.brand}>
      <Mark size={28} />
      <span>Palmetto Coast Realty</span>
    </header>
    <main className={classes.main}>{children}</main>
  </div>
)
