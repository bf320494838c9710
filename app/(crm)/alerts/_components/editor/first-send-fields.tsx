'use client'

import { Input, Radio, Stack } from '@mantine/core'
import { homesInWords } from '#server/domain/alerts/first-send/first-send.words.ts'
import type { FirstSend } from './use-first-send.ts'

type Props = {
  firstSend: FirstSend
  /** Null: a new alert. */
  searchId: string | null
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}

function sendLabel({ homes }: FirstSend, searchId: string | null): string {
  const rest = searchId ? 'that match now and were not shown of late' : 'that match now'
  if (homes === undefined || homes === 0) return `Send the homes ${rest}`
  return homes === 1
    ? `Send the one home ${rest.replace('match', 'matches').replace('were', 'was')}`
    : `Send the ${homesInWords(homes)} ${rest}`
}

/** What an alert begins with: silence, or one mail of the homes that fit already. */
export const FirstSendFields = ({ firstSend, searchId, isChosen, onChange }: Props) => (
  <Radio.Group value={isChosen ? 'send' : 'silent'} onChange={(value) => onChange(value === 'send')}>
    <Stack gap={12}>
      <Radio
        value="silent"
        label={searchId ? 'Go on silent' : 'Start silent'}
        description="Only what changes from now on is told."
      />
      <Radio
        value="send"
        label={sendLabel(firstSend, searchId)}
        description="One mail with the next run. What it told of is not told once more, unless something happens to it."
      />
    </Stack>
    <div aria-live="polite">
      {isChosen && firstSend.refusal && <Input.Error mt={8}>{firstSend.refusal}</Input.Error>}
      {isChosen && firstSend.homes === 0 && (
        <Input.Description mt={8}>
          None at this moment, so nothing is sent to begin with. They hear as soon as one comes.
        </Input.Description>
      )}
    </div>
  </Radio.Group>
)
