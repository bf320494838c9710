'use client'

import { SegmentedControl } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '../_ui/empty-state.tsx'
import { whyNotSent } from './mail.words.ts'
import classes from './mail-frame.module.css'
import { MailFrame } from './mail-frame.tsx'
import type { SentMail } from './sent-mail.ts'

/** The mail as it was sent, or its text; in words why there is neither. */
export function MailBody({ mail }: { mail: SentMail }) {
  const [view, setView] = useState('html')
  if (!mail.html) {
    return (
      <EmptyState icon={IconMailOff} title="There is nothing to read">
        {whyNotSent(mail)}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={classes.switch}>
        <SegmentedControl
          size="xs"
          aria-label="Which version"
          value={view}
          onChange={setView}
          data={[
            { value: 'html', label: 'Mail' },
            { value: 'text', label: 'Text' },
          ]}
        />
      </div>
      {view === 'html' ? (
        <MailFrame html={mail.html} title={`The mail “${mail.subject ?? 'without a subject'}”`} />
      ) : (
        <pre className={classes.text}>{mail.text ?? 'It had no text version.'}</pre>
      )}
    </>
  )
}
