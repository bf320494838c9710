'use client'

import { IconCheck, IconClockPlus } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'
import { whenNear } from '../../../../_ui/when-near.ts'
import type { Answer } from '../../_components/use-answer.ts'
import type { Offer } from '../../_queries.ts'
import classes from './answer-bar.module.css'

const load = () => import('../../_components/pass-sheet.tsx')
const PassSheet = dynamic(() => load().then((part) => part.PassSheet))

/** Take it, pass, ten minutes more: at the bottom, where the thumb is; `a` and `p` on a keyboard. */
export function AnswerBar({ offer, answer }: { offer: Offer; answer: Answer }) {
  const [isPassing, setPassing] = useState(false)
  const { isAnswering, isClaiming } = answer
  useKeySequences(isAnswering ? {} : { a: answer.claim, p: () => setPassing(true) })
  const mayHaveTime = offer.kind === 'direct' && !offer.mine.extendedAt
  return (
    <fieldset className={classes.bar} aria-label="Your answer">
      <Action primary wide icon={IconCheck} disabled={isAnswering} className={classes.take} onClick={answer.claim}>
        {isClaiming ? 'Taking it…' : 'Take this lead'}
      </Action>
      <div className={classes.others}>
        <Action disabled={isAnswering} className={classes.other} {...whenNear(load)} onClick={() => setPassing(true)}>
          Pass
        </Action>
        {mayHaveTime && (
          <Action icon={IconClockPlus} disabled={isAnswering} className={classes.other} onClick={answer.needTenMinutes}>
            Need 10 minutes
          </Action>
        )}
      </div>
      {isPassing && <PassSheet onPass={answer.pass} onClose={() => setPassing(false)} />}
    </fieldset>
  )
}
