'use client'

import { Button, Modal } from '@mantine/core'
import { wordsOf } from '../../../_trpc/form-failure.ts'
import { Problem } from '../../../_ui/problem.tsx'
import classes from './settings.module.css'

type Props = {
  title: string
  /** What will be gone, and what will not. */
  words: string
  failure: Parameters<typeof wordsOf>[0]
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks once before something goes. */
export const ConfirmDialog = ({ title, words, failure, busy, onConfirm, onClose }: Props) => (
  <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }} centered>
    <div className={classes.form}>
      <Problem>{wordsOf(failure)}</Problem>
      <p className={classes.note}>{words}</p>
      <div className={classes.foot}>
        <Button color="coral.8" loading={busy} onClick={onConfirm}>
          Remove
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep
        </Button>
      </div>
    </div>
  </Modal>
)
