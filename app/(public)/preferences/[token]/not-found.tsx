import { IconMailQuestion } from '@tabler/icons-react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { AskForLink } from '../../_portal/ask-for-link.tsx'
import { PreferencesFrame } from './_components/preferences-frame.tsx'

export default function PreferencesNotFound() {
  return (
    <PreferencesFrame>
      <EmptyState page icon={IconMailQuestion} title="We do not know this link" action={<AskForLink />}>
        It may have lost a letter on its way, or a newer one took its place. We can mail you yours.
      </EmptyState>
    </PreferencesFrame>
  )
}
