'use client'

import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Action } from '../../_ui/action.tsx'
import { PopoverButton } from '../../_ui/popover-button.tsx'
import classes from './filter-button.module.css'

type Props = { label: string; on: boolean; children: ReactNode }

/** A button that opens the controls of one kind of filter. */
export const FilterButton = ({ label, on, children }: Props) => (
  <PopoverButton
    label={label}
    button={(props) => (
      <Action className={classes.button} data-on={on || undefined} after={IconChevronDown} {...props}>
        {label}
      </Action>
    )}
  >
    {() => children}
  </PopoverButton>
)
