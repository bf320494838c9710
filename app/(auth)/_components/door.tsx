import type { ReactNode } from 'react'
import classes from './auth.module.css'

/** The one heading of a door, a sentence under it, and what to do. */
export function Door({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      {intro && <p className={classes.intro}>{intro}</p>}
      {children}
    </>
  )
}
