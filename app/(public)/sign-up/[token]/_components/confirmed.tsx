import { IconMailCheck } from '@tabler/icons-react'
import { ActionAnchor } from '../../../../_ui/action.tsx'
import { Note } from '../../../../_ui/note.tsx'
import classes from './confirm-sign-up.module.css'

type Props = { portalToken: string; stopped: boolean; email: string }

/** It is done, where to change it, and what still stands in the way. */
export const Confirmed = ({ portalToken, stopped, email }: Props) => (
  <section className={classes.card} role="status">
    <IconMailCheck size={40} stroke={1.5} aria-hidden className={classes.mark} />
    <h1>Done. We look for you</h1>
    <p className={classes.soft}>
      The first mail goes to {email} as soon as there is a home that fits, and an agent of ours knows that you look.
    </p>
    {stopped && (
      <Note tone="warning" title="You once stopped all mails from us">
        They stay stopped until you start them again: on your page, with one tap.
      </Note>
    )}
    <ActionAnchor primary wide className={classes.go} href={`/preferences/${portalToken}?show=searches`}>
      My homes and searches
    </ActionAnchor>
  </section>
)
