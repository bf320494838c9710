'use client'

import { Alert, Button, Group } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import type { AlertDetail } from '../../_queries.ts'

type Props = { theirs: AlertDetail; mine: string; onTakeTheirs: () => void; onKeepMine: () => void; isSaving: boolean }

/** Somebody else was quicker: what they made of it, what one has here, and both ways out. */
export const ConflictNotice = ({ theirs, mine, onTakeTheirs, onKeepMine, isSaving }: Props) => (
  <Alert
    color="yellow"
    role="alert"
    icon={<IconGitMerge size={20} aria-hidden />}
    title="Somebody else changed this alert while you were editing"
  >
    <p>
      They saved: <strong>{theirs.summary}</strong>.
    </p>
    <p>
      You have here: <strong>{mine}</strong>. Nothing of yours is lost.
    </p>
    <Group gap="xs">
      <Button onClick={onKeepMine} loading={isSaving}>
        Save mine over theirs
      </Button>
      <Button variant="default" onClick={onTakeTheirs}>
        Take theirs
      </Button>
    </Group>
  </Alert>
)
