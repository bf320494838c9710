'use client'

import { Button } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { When } from '../../../../_ui/when.tsx'
import classes from './preferences.module.css'

type Props = { at: Date; reason: string | null; onStartAgain: () => void }

const WORDS: Record<string, string> = {
  bounced: 'Our mails to this address came back. Tell your agent which address to use.',
  complained: 'A mail of ours was reported as unwanted, so we write no more. Tell your agent if that was a mistake.',
}

/** That nothing is sent any more, since when and why, and the way back where there is one. */
export function Stopped({ at, reason, onStartAgain }: Props) {
  const words = WORDS[reason ?? '']
  return (
    <div className={classes.stopped} role="status">
      <IconBellOff size={20} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        <p className={classes.name}>Everything is stopped</p>
        <p className={classes.summary}>
          {words ?? (
            <>
              You get no alerts from us since <When at={at} format="exact" />.
            </>
          )}
        </p>
      </div>
      {!words && (
        <Button onClick={onStartAgain} size="md" className={classes.again}>
          Start again
        </Button>
      )}
    </div>
  )
}
