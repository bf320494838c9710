'use client'

import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { LOST_REASONS, LOST_WORDS, type LostReasonName } from '#server/domain/deals/deals.words.ts'
import type { Deal } from '../_queries.ts'

type Props = { deal: Deal; onClose: () => void; onLost: (reason: LostReasonName) => void }

/** Why it was lost: one of a few, so that one can count them. */
export function LostDialog({ deal, onClose, onLost }: Props) {
  const [reason, setReason] = useState<LostReasonName>('changedMind')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onLost(reason)
  }
  const choose = (value: string) => {
    const chosen = LOST_REASONS.find((one) => one === value)
    if (chosen) setReason(chosen)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Why was the deal of ${deal.contact.fullName} lost?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form method="post" onSubmit={submit}>
        <Radio.Group value={reason} onChange={choose} aria-label="Reason">
          <Stack gap="xs">
            {LOST_REASONS.map((value) => (
              <Radio key={value} value={value} label={LOST_WORDS[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Group mt="lg">
          <Button type="submit">Mark as lost</Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
