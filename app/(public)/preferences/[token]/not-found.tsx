import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PreferencesFrame } from './_components/preferences-frame.tsx'

export default function PreferencesNotFound() {
  return (
    <PreferencesFrame>
      <EmptyState page icon={IconMailQuestion} title="We do not know this link">
        <p>
          It may have lost a letter on its way. Open it again from the foot of one of our mails, or answer that mail:
          your agent reads it and can stop the alerts for you.
        </p>
      </EmptyState>
    </PreferencesFrame>
  )
}
