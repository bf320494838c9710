import Link from 'next/link'
import type { ReactNode } from 'react'
import { linkIsOver } from '#server/domain/org/org.words.ts'
import classes from './auth.module.css'
import { Door } from './door.tsx'

/** A link that opens nothing any more, and the way on. */
export const LinkOver = ({ children }: { children?: ReactNode }) => (
  <Door title="This link is over" intro={linkIsOver}>
    <div className={classes.form}>
      {children}
      <p className={classes.beside}>
        <Link href="/sign-in" className={classes.link}>
          Go to sign in
        </Link>
      </p>
    </div>
  </Door>
)
