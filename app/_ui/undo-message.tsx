'use client'

import { Button, Group, Text } from '@mantine/core'

/** What was done, and the way back. */
export const UndoMessage = ({ message, onUndo }: { message: string; onUndo: () => void }) => (
  <Group justify="space-between" wrap="nowrap">
    <Text fz="sm">{message}</Text>
    <Button size="compact-sm" variant="light" onClick={onUndo}>
      Undo
    </Button>
  </Group>
)
