import { Fieldset, Input, NumberInput, SegmentedControl } from '@mantine/core'
import { HAND_OVER_WORDS, HAND_OVERS } from '#server/domain/leads/routing/routing.words.ts'
import classes from './editor.module.css'
import { LadderFields } from './ladder-fields.tsx'
import type { RuleForm } from './rule-form.ts'

type Props = { form: RuleForm; problems: Record<string, string>; onChange: (over: Partial<RuleForm>) => void }

/** Whether whoever is chosen is asked first, how long they have, and what happens when nobody answers. */
export function HandOverFields({ form, problems, onChange }: Props) {
  const asksAll = form.method.kind === 'first-to-claim'
  const asks = asksAll || form.handOver === 'offer'
  return (
    <Fieldset legend="And then" className={classes.fields}>
      {!asksAll && (
        <div>
          <Input.Label component="span" id="hand-over">
            Whoever is chosen
          </Input.Label>
          <SegmentedControl
            fullWidth
            aria-labelledby="hand-over"
            data={HAND_OVERS.map((value) => ({ value, label: HAND_OVER_WORDS[value] }))}
            value={form.handOver}
            onChange={(value) => {
              const handOver = HAND_OVERS.find((each) => each === value)
              if (handOver) onChange({ handOver })
            }}
          />
        </div>
      )}
      {asks && (
        <>
          <NumberInput
            label="Minutes to answer"
            min={1}
            max={240}
            allowDecimal={false}
            value={form.offerMinutes}
            error={problems.offerMinutes}
            onChange={(minutes) => onChange({ offerMinutes: Number(minutes) || 0 })}
          />
          <LadderFields ladder={form.ladder} problem={problems.ladder} onChange={(ladder) => onChange({ ladder })} />
        </>
      )}
    </Fieldset>
  )
}
