'use client'

import { Button, Group, Modal, Text } from '@mantine/core'
import { homesInWords } from '#server/domain/alerts/first-send/first-send.words.ts'
import { When } from '../../../../_ui/when.tsx'

type Props = {
  homes: number
  /** Names of everybody who gets it. */
  to: readonly string[]
  nextRunAt: Date | null
  isWaitingForWord: boolean
  onSend: () => void
  /** Absent where silence is another button. */
  onSilent?: () => void
  onClose: () => void
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** Says how many homes leave, to whom and when, before they do. */
export const FirstSendDialog = ({ homes, to, nextRunAt, isWaitingForWord, onSend, onSilent, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={`Send ${homesInWords(homes)} to ${list.format(to)}?`}
    closeButtonProps={{ 'aria-label': 'Close' }}
    centered
  >
    <Text size="sm" mb="md">
      {isWaitingForWord ? (
        'They wait under “To approve” first, since you look at what this alert finds.'
      ) : nextRunAt ? (
        <>
          {to.length === 1 ? 'One mail leaves' : 'A mail to each of them leaves'} with the next run, at{' '}
          <When at={nextRunAt} format="exact" />, or in the morning where somebody sleeps.
        </>
      ) : (
        'The mail leaves with the next run.'
      )}
    </Text>
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={onSilent ?? onClose}>
        {onSilent ? 'Start silent instead' : 'Cancel'}
      </Button>
      <Button onClick={onSend} data-autofocus>
        {onSilent ? 'Save and send' : 'Switch on and send'}
      </Button>
    </Group>
  </Modal>
)
