'use client'

import { IconColumns3 } from '@tabler/icons-react'
import { Action } from '../../_ui/action.tsx'
import { PopoverButton } from '../../_ui/popover-button.tsx'
import classes from './column-choice.module.css'
import type { Views } from './use-views.ts'

type Props = { columns: readonly { key: string; label: string }[]; views: Pick<Views, 'hiddenColumns' | 'setHidden'> }

/** Which columns a list shows; kept for the reader, on every device. */
export const ColumnChoice = ({ columns, views: { hiddenColumns, setHidden } }: Props) => (
  <span className={classes.place}>
    <PopoverButton
      label="Columns"
      button={(popover) => (
        <Action icon={IconColumns3} {...popover}>
          Columns
        </Action>
      )}
    >
      {() => (
        <fieldset className={classes.choices}>
          <legend>Columns</legend>
          {columns.map(({ key, label }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!hiddenColumns.includes(key)}
                onChange={({ currentTarget: { checked } }) =>
                  setHidden(checked ? hiddenColumns.filter((each) => each !== key) : [...hiddenColumns, key])
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </PopoverButton>
  </span>
)
