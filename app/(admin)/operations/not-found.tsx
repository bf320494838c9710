import { ActionAnchor } from '../../_ui/action.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'

/** A run that is gone, or never was. */
export default function RunNotFound() {
  return (
    <EmptyState
      title="There is no such run"
      action={
        <ActionAnchor primary href="/operations">
          See all jobs
        </ActionAnchor>
      }
    >
      Runs are kept for 30 days. The address may be mistyped, too.
    </EmptyState>
  )
}
