import { Textarea } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import type { Conditions } from '#server/domain/leads/routing/routing.types.ts'
import { FAIR_HOUSING_WARNINGS, GUARDED_CONDITIONS } from '#server/domain/leads/routing/routing.words.ts'
import { Note } from '../../../../_ui/note.tsx'

type Props = { when: Conditions; reason: string; problem: string | undefined; onChange: (reason: string) => void }

/** What a rule about price or place has to say for itself. */
export function ReasonField({ when, reason, problem, onChange }: Props) {
  const guarded = GUARDED_CONDITIONS.filter((condition) => when[condition] !== undefined)
  if (guarded.length === 0) return null
  return (
    <>
      <Note tone="warning" icon={IconScale} title="Fair housing">
        {guarded.map((condition) => (
          <p key={condition} style={{ margin: 0 }}>
            {FAIR_HOUSING_WARNINGS[condition]}
          </p>
        ))}
      </Note>
      <Textarea
        label="Why this rule is needed"
        description="Kept with the rule, and shown to whoever looks at it."
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={problem}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </>
  )
}
