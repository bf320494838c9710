'use client'

import { Drawer } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { PASS_REASON_WORDS, PASS_REASONS } from '#server/domain/leads/offers/offers.words.ts'
import type { OfferPassReason } from '#server/generated/prisma/enums.ts'
import classes from './pass-sheet.module.css'

type Props = { onPass: (reason: OfferPassReason) => void; onClose: () => void }

/** Why somebody passes, about themselves: one tap is the answer. */
export const PassSheet = ({ onPass, onClose }: Props) => (
  <Drawer
    opened
    onClose={onClose}
    position="bottom"
    size="auto"
    title="Why do you pass?"
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    <p className={classes.words}>
      To pass is an answer, and is never held against you. The lead goes on at once to whoever is next; the reason helps
      to ask the right people.
    </p>
    <ul className={classes.reasons}>
      {PASS_REASONS.map((reason) => (
        <li key={reason}>
          <button
            type="button"
            className={classes.reason}
            onClick={() => {
              onPass(reason)
              onClose()
            }}
          >
            {PASS_REASON_WORDS[reason]}
            <IconChevronRight size={18} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  </Drawer>
)
