'use client'

import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DEAL_STAGES, type DealStageName } from '#server/domain/deals/deals.words.ts'
import { DotsMenu, MenuItem, MenuLabel } from '../../../_ui/menu.tsx'
import { stageName } from '../_deals.words.ts'
import type { Deal } from '../_queries.ts'
import classes from './board.module.css'

type Props = { deal: Deal; onMove: (to: DealStageName) => void; children?: ReactNode }

/** Any stage by one tap: what dragging does, for whoever does not drag. */
export const MoveMenu = ({ deal, onMove, children }: Props) => (
  <DotsMenu label={`Move the deal of ${deal.contact.fullName}`} size={28}>
    <MenuLabel>Move to</MenuLabel>
    {DEAL_STAGES.map((stage) => (
      <MenuItem
        key={stage}
        disabled={stage === deal.stage}
        icon={stage === deal.stage ? <IconCheck size={14} aria-hidden /> : <span className={classes.gap} />}
        onClick={() => onMove(stage)}
      >
        {stageName(stage)}
      </MenuItem>
    ))}
    {children}
  </DotsMenu>
)
