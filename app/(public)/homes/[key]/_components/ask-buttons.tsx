'use client'

import { IconCalendarPlus, IconMessage2, IconPhone } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action, ActionAnchor } from '../../../../_ui/action.tsx'
import classes from './ask-the-agent.module.css'
import type { AskKind } from './use-ask.ts'

// Most people only look: the form comes when it is asked for.
const AskDialog = dynamic(() => import('./ask-dialog.tsx').then((module) => module.AskDialog), { ssr: false })

type Props = {
  listingKey: string
  /** "12 Oak Street", or the town where the street is withheld. */
  home: string
  /** Who answers, by their first name; null when it is the house. */
  agent: string | null
  phone: string | null
}

/** Ask, come and see, or call. */
export function AskButtons({ phone, ...about }: Props) {
  const [kind, setKind] = useState<AskKind | null>(null)
  return (
    <div className={classes.ways}>
      <Action primary icon={IconMessage2} className={classes.ask} onClick={() => setKind('Question')}>
        <span className={classes.long}>Ask a question</span>
        <span className={classes.short}>Ask</span>
      </Action>
      <Action icon={IconCalendarPlus} className={classes.see} onClick={() => setKind('Showing')}>
        See it in person
      </Action>
      {phone && (
        <ActionAnchor href={`tel:${phone}`} icon={IconPhone} className={classes.call} aria-label={`Call ${phone}`}>
          <span className={classes.long}>Call</span>
        </ActionAnchor>
      )}
      {kind && <AskDialog {...about} phone={phone} kind={kind} onClose={() => setKind(null)} />}
    </div>
  )
}
