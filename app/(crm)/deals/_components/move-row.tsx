'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { DEAL_STAGES } from '#server/domain/deals/deals.words.ts'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { stageName } from '../_deals.words.ts'
import type { Deal } from '../_queries.ts'
import classes from './deal-detail.module.css'
import { useDealMoves } from './use-deal-moves.ts'

const LostDialog = dynamic(() => import('./lost-dialog.tsx').then((module) => module.LostDialog), { ssr: false })
const OPTIONS = DEAL_STAGES.map((value) => ({ value, label: stageName(value) }))

/** The stage as a list to choose from. */
export function MoveRow({ deal }: { deal: Deal }) {
  const [isLosing, setLosing] = useState(false)
  const move = useDealMoves()
  return (
    <div className={classes.foot}>
      <PlainSelect
        label="Stage"
        options={OPTIONS}
        value={deal.stage}
        onChange={(to) => (to === 'lost' && deal.stage !== 'lost' ? setLosing(true) : move({ deal, to }))}
      />
      {isLosing && (
        <LostDialog
          deal={deal}
          onClose={() => setLosing(false)}
          onLost={(lostReason) => {
            setLosing(false)
            move({ deal, to: 'lost', lostReason })
          }}
        />
      )}
    </div>
  )
}
