'use client'

import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useMounted } from '@mantine/hooks'

const isScheme = (value: string) => value === 'light' || value === 'dark' || value === 'auto'

/** Light, dark, or as the system has it. Remembered on this device. */
export function ColorSchemeControl() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const mounted = useMounted()
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label="Theme"
      value={mounted ? colorScheme : 'auto'}
      onChange={(value) => isScheme(value) && setColorScheme(value)}
      data={[
        { value: 'auto', label: 'System' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
    />
  )
}
