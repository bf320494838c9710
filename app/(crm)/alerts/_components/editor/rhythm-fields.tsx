'use client'

import { Input, SegmentedControl, Stack, Switch } from '@mantine/core'
import type { SearchRhythmInput } from '#server/domain/alerts/rhythm/rhythm.schema.ts'
import { CADENCES, type Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'

const WORD: Record<Cadence, string> = { Instant: 'At once', Daily: 'Daily', Weekly: 'Weekly', Monthly: 'Monthly' }
const WHEN: Record<Cadence, string> = {
  Instant: 'Within 15 minutes of the news, but never in hours that they keep quiet.',
  Daily: 'Each morning at eight, where they live: everything since the day before in one mail.',
  Weekly: 'Fridays at eight, where they live, before the weekend’s visits.',
  Monthly: 'On the first of the month at eight, where they live.',
}
const OPTIONS = CADENCES.map((value) => ({ value, label: WORD[value] }))
const toCadence = (value: string): Cadence => CADENCES.find((cadence) => cadence === value) ?? 'Instant'

type Props = { rhythm: SearchRhythmInput; onChange: (rhythm: SearchRhythmInput) => void }

/** How often the alert writes, and whether the agent looks first. */
export const RhythmFields = ({ rhythm, onChange }: Props) => (
  <Stack>
    <div>
      <SegmentedControl
        aria-label="How often it writes"
        fullWidth
        data={OPTIONS}
        value={rhythm.cadence}
        onChange={(value) => onChange({ ...rhythm, cadence: toCadence(value) })}
      />
      <Input.Description mt={4} aria-live="polite">
        {WHEN[rhythm.cadence]}
      </Input.Description>
    </div>
    <Switch
      label="I look first"
      description="What it finds waits under “To approve” for 48 hours, and goes out when you say so."
      checked={rhythm.conciergeYN}
      onChange={({ currentTarget: { checked } }) => onChange({ ...rhythm, conciergeYN: checked })}
    />
  </Stack>
)
