'use client'

import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PopoverButton } from '../../../_ui/popover-button.tsx'
import classes from './filter-button.module.css'

type Props = { label: string; on: boolean; children: ReactNode }

/** A button that opens the controls of one kind of filter. */
export const FilterButton = ({ label, on, children }: Props) => (
  <PopoverButton
    label={label}
    button={(props) => (
      <Button
        variant="default"
        className={classes.button}
        data-on={on || undefined}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        {...props}
      >
        {label}
      </Button>
    )}
  >
    {() => children}
  </PopoverButton>
)
