import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { localOf } from '#server/domain/leads/times.words.ts'
import { Action } from '../../../../_ui/action.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import classes from './ask-dialog.module.css'

const MOST = 3
const ORDINALS = ['A time that suits you', 'Or', 'Or']

type Props = { times: readonly string[]; problem: string | undefined; onChange: (times: string[]) => void }

/** Up to three times, on the clock of the home. */
export function ProposedTimes({ times, problem, onChange }: Props) {
  const [soonest] = useState(() => localOf(new Date()))
  return (
    <fieldset className={classes.times}>
      <legend className={classes.legend}>When could you come? Eastern time, where the home is.</legend>
      {times.map((time, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a time has no other name than its place
          key={index}
          label={ORDINALS[index] ?? 'Or'}
          type="datetime-local"
          min={soonest}
          step={900}
          value={time}
          problem={index === 0 ? problem : undefined}
          onChange={(value) => onChange(times.map((old, at) => (at === index ? value : old)))}
        />
      ))}
      {times.length < MOST && (
        <Action icon={IconPlus} onClick={() => onChange([...times, ''])}>
          Another time
        </Action>
      )}
    </fieldset>
  )
}
