'use client'

import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { stepInWords } from '../_moves.words.ts'
import type { Move, Step } from '../_queries.ts'
import classes from './feature-detail.module.css'

const SwitchDialog = dynamic(() => import('./switch-dialog.tsx').then((module) => module.SwitchDialog))

/** What can be done from here: the step ahead once it is proven, and the way back at any time. */
export function Steps({ move }: { move: Move }) {
  const [taken, setTaken] = useState<Step['to'] | null>(null)
  const step = move.steps.find(({ to }) => to === taken)
  return (
    <div className={classes.steps}>
      {move.steps.map((one) => (
        <Action
          key={one.to}
          primary={!one.isBack && one.isOpen}
          icon={one.isBack ? IconArrowBackUp : IconArrowRight}
          onClick={() => setTaken(one.to)}
        >
          {stepInWords(one)}
        </Action>
      ))}
      {step && <SwitchDialog move={move} step={step} onClose={() => setTaken(null)} />}
    </div>
  )
}
