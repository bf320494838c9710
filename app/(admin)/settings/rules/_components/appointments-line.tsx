'use client'

import { SKIPS_BUSY } from '#server/domain/leads/routing/lines.words.ts'
import { Toggle } from '../../../../_ui/toggle.tsx'
import classes from './rule-list.module.css'

type Props = { checked: boolean; disabled: boolean; onChange?: (checked: boolean) => void }

/** Whether whoever is in an appointment is asked: for all rules at once. What is in force is read, never changed. */
export const AppointmentsLine = ({ checked, disabled, onChange }: Props) => (
  <div className={classes.line}>
    <span className={classes.name}>{checked ? SKIPS_BUSY.label : SKIPS_BUSY.off}</span>
    <span className={classes.says}>{checked ? SKIPS_BUSY.says : SKIPS_BUSY.offSays}</span>
    {onChange && (
      <span className={classes.choice}>
        <Toggle label={SKIPS_BUSY.label} checked={checked} disabled={disabled} onChange={onChange} />
      </span>
    )}
  </div>
)
