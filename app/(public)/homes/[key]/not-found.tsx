import { IconHomeOff } from '@tabler/icons-react'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PublicFrame } from './_components/public-frame.tsx'

export default function HomeNotFound() {
  return (
    <PublicFrame>
      <EmptyState page icon={IconHomeOff} title="This home is no longer shown">
        It was sold or taken off the market, or the link lost a letter. The agent who sent it to you knows more.
      </EmptyState>
    </PublicFrame>
  )
}
