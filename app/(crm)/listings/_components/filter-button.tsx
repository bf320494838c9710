'use client'

import { Button, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './filter-button.module.css'

type Props = { label: string; on: boolean; children: ReactNode }

/** A button that opens the controls of one kind of filter. */
export const FilterButton = ({ label, on, children }: Props) => (
  <Popover position="bottom-start" trapFocus withinPortal>
    <Popover.Target>
      <Button
        variant="default"
        className={classes.button}
        data-on={on || undefined}
        rightSection={<IconChevronDown size={14} aria-hidden />}
      >
        {label}
      </Button>
    </Popover.Target>
    <Popover.Dropdown aria-label={label} className={classes.dropdown}>
      {children}
    </Popover.Dropdown>
  </Popover>
)
