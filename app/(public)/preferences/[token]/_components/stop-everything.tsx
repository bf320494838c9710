'use client'

import { Action } from '../../../../_ui/action.tsx'
import classes from './preferences.module.css'

type Props = { token: string; onStop: () => void }

/** A plain form, so that it also works where scripts do not. With them, the page changes in place. */
export const StopEverything = ({ token, onStop }: Props) => (
  <form
    method="post"
    action={`/api/unsubscribe/${token}?from-page`}
    className={classes.stop}
    onSubmit={(event) => {
      event.preventDefault()
      onStop()
    }}
  >
    <input type="hidden" name="List-Unsubscribe" value="One-Click" />
    <Action type="submit" wide>
      Stop everything
    </Action>
    <p className={classes.small}>No more home alerts to this address. You can start again here at any time.</p>
  </form>
)
