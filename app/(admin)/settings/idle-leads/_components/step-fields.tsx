import { CHASE_ACT_WORDS, CHASE_ACTS, minutesInWords } from '#server/domain/leads/idle/chase.words.ts'
import { TextField } from '../../../../_ui/text-field.tsx'
import { Toggle } from '../../../../_ui/toggle.tsx'
import type { Draft } from '../_draft.ts'
import classes from './idle-leads.module.css'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

const said = (minutes: string) => {
  const count = Number(minutes)
  return Number.isInteger(count) && count >= 60 ? minutesInWords(count) : 'minutes'
}

/** Each step: whether it is taken, and after how many minutes since the lead was given. */
export function StepFields({ draft, onChange }: Props) {
  const { steps } = draft
  return (
    <ol className={classes.steps}>
      {CHASE_ACTS.map((act) => (
        <li key={act} className={classes.step}>
          <Toggle
            named
            label={CHASE_ACT_WORDS[act]}
            checked={steps[act].isOn}
            onChange={(isOn) => onChange({ ...draft, steps: { ...steps, [act]: { ...steps[act], isOn } } })}
          />
          {steps[act].isOn && (
            <span className={classes.minutes}>
              <TextField
                label="After minutes"
                inputMode="numeric"
                value={steps[act].minutes}
                onChange={(minutes) => onChange({ ...draft, steps: { ...steps, [act]: { ...steps[act], minutes } } })}
              />
              <span className={classes.soft}>{said(steps[act].minutes)}</span>
            </span>
          )}
        </li>
      ))}
      <li className={classes.step}>
        <Toggle
          named
          label="Tell those above again, as long as nobody does anything"
          checked={draft.repeats}
          onChange={(repeats) => onChange({ ...draft, repeats })}
        />
        {draft.repeats && (
          <span className={classes.minutes}>
            <TextField
              label="Every so many minutes"
              inputMode="numeric"
              value={draft.repeatMinutes}
              onChange={(repeatMinutes) => onChange({ ...draft, repeatMinutes })}
            />
            <span className={classes.soft}>{said(draft.repeatMinutes)}</span>
          </span>
        )}
      </li>
    </ol>
  )
}
