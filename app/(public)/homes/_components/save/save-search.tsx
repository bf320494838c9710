'use client'

import { IconBell } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import type { Search } from '../../_search.ts'
import classes from './save-search.module.css'

// Most people only look: the form comes when it is asked for.
const SaveDialog = dynamic(() => import('./save-dialog.tsx').then((part) => part.SaveDialog), { ssr: false })

/** Hear of new homes like these by e-mail. */
export function SaveSearch({ search }: { search: Search }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Action
        primary
        pill
        icon={IconBell}
        className={classes.save}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className={classes.long}>Save this search</span>
        <span className={classes.short}>Save</span>
      </Action>
      {open && <SaveDialog search={search} onClose={() => setOpen(false)} />}
    </>
  )
}
