import { Button } from '@mantine/core'
import { EmptyState } from '../../_ui/empty-state.tsx'

/** A run that is gone, or never was. */
export default function RunNotFound() {
  return (
    <EmptyState
      title="There is no such run"
      action={
        <Button component="a" href="/operations">
          See all jobs
        </Button>
      }
    >
      Runs are kept for 30 days. The address may be mistyped, too.
    </EmptyState>
  )
}
