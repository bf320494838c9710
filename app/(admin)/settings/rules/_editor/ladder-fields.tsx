import { Button, Input, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Ladder } from '#server/domain/leads/routing/routing.types.ts'
import {
  LADDER_ACT_WORDS,
  LADDER_ACTS,
  LADDER_CLOCK_WORDS,
  LADDER_CLOCKS,
} from '#server/domain/leads/routing/routing.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { ponds } from '../_queries.ts'
import classes from './editor.module.css'

type Step = Ladder['steps'][number]
type Props = { ladder: Ladder; problem: string | undefined; onChange: (ladder: Ladder) => void }

const LATER = 15

/** What happens when nobody answers, step by step; minutes count from the first offer. */
export function LadderFields({ ladder, problem, onChange }: Props) {
  const waters = useQuery(ponds(useTRPC()))
  const { steps } = ladder
  const put = (index: number, step: Step) =>
    onChange({ ...ladder, steps: steps.map((each, at) => (at === index ? step : each)) })
  const setAct = (index: number, { afterMinutes }: Step, value: string | null) => {
    const act = LADDER_ACTS.find((each) => each === value)
    if (!act) return
    const pondId = waters.data?.[0]?.id
    put(index, { afterMinutes, act, ...(act === 'pond' && pondId ? { pondId } : {}) })
  }
  const add = () => {
    const afterMinutes = (steps.at(-1)?.afterMinutes ?? 0) + LATER
    onChange({ ...ladder, steps: [...steps, { afterMinutes, act: 'manager' }] })
  }
  return (
    <div className={classes.times}>
      <Input.Label component="span" id="ladder">
        When nobody answers
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-label="Which minutes count"
        data={LADDER_CLOCKS.map((value) => ({ value, label: LADDER_CLOCK_WORDS[value] }))}
        value={ladder.clock}
        onChange={(value) => {
          const clock = LADDER_CLOCKS.find((each) => each === value)
          if (clock) onChange({ ...ladder, clock })
        }}
      />
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a ladder have no name but their place
        <fieldset key={index} className={classes.step} aria-label={`Step ${index + 1}`}>
          <NumberInput
            label="After minutes"
            min={1}
            max={10_080}
            allowDecimal={false}
            value={step.afterMinutes}
            onChange={(minutes) => put(index, { ...step, afterMinutes: Number(minutes) || 0 })}
          />
          <Select
            label="Then"
            allowDeselect={false}
            data={LADDER_ACTS.map((act) => ({ value: act, label: LADDER_ACT_WORDS[act] }))}
            value={step.act}
            onChange={(value) => setAct(index, step, value)}
          />
          <IconAction
            icon={IconX}
            aria-label={`Take step ${index + 1} out`}
            onClick={() => onChange({ ...ladder, steps: steps.filter((_, at) => at !== index) })}
          />
          {step.act === 'pond' && (
            <Select
              label="Which pond"
              allowDeselect={false}
              className={classes.whole}
              data={(waters.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={step.pondId ?? null}
              onChange={(pondId) => pondId && put(index, { ...step, pondId })}
            />
          )}
        </fieldset>
      ))}
      {problem && <Input.Error>{problem}</Input.Error>}
      {steps.length < 8 && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={add}
        >
          Add a step
        </Button>
      )}
    </div>
  )
}
