import { IconLinkOff } from '@tabler/icons-react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PublicFrame } from '../../homes/[key]/_components/public-frame.tsx'

export default function SignUpNotFound() {
  return (
    <PublicFrame>
      <EmptyState page icon={IconLinkOff} title="This link opens nothing any more">
        It may have lost a letter on the way, or it is more than a month old. Look for homes again, and have a new one
        mailed.
      </EmptyState>
    </PublicFrame>
  )
}
