'use client'

import { useState } from 'react'
import {
  CHANNEL_SAID,
  OUTCOMES_OF,
  outcomeSaid,
  TOUCH_CHANNELS,
} from '#server/domain/contacts/touches/touches.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import classes from './touch-sheet.module.css'
import { useLogTouch } from './use-log-touch.ts'

const WHEN = [
  { value: '0', label: 'Just now' },
  { value: '15', label: '15 minutes ago' },
  { value: '60', label: 'An hour ago' },
  { value: '240', label: 'Four hours ago' },
  { value: '1440', label: 'Yesterday, about now' },
] as const
type Ago = (typeof WHEN)[number]['value']

/** What one did and what came of it: one tap writes it down. */
export function TouchSheet({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const log = useLogTouch(contactId)
  const [words, setWords] = useState('')
  const [ago, setAgo] = useState<Ago>('0')
  return (
    <div className={classes.sheet}>
      {TOUCH_CHANNELS.map((channel) => (
        <fieldset key={channel} className={classes.line}>
          <legend className={classes.channel}>{CHANNEL_SAID[channel]}</legend>
          {OUTCOMES_OF[channel].map((outcome) => (
            <Action
              key={outcome}
              aria-label={`${CHANNEL_SAID[channel]}: ${outcomeSaid(channel, outcome)}`}
              onClick={() => {
                log({ channel, outcome, words: words.trim(), minutesAgo: Number(ago) })
                setWords('')
                onDone()
              }}
            >
              {outcomeSaid(channel, outcome)}
            </Action>
          ))}
        </fieldset>
      ))}
      <textarea
        className={classes.words}
        aria-label="In a few words (optional)"
        placeholder="In a few words, if you like"
        rows={2}
        maxLength={500}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <PlainSelect label="When" options={WHEN} value={ago} onChange={setAgo} />
    </div>
  )
}
