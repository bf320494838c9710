'use client'

import { IconHelpCircle } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'

const HomePicker = dynamic(() =>
  import('../../../alerts/_components/why/home-picker.tsx').then((module) => module.HomePicker),
)
const WhyDialog = dynamic(() =>
  import('../../../alerts/_components/why/why-dialog.tsx').then((module) => module.WhyDialog),
)

/** For the call that begins with "why did I not hear of the house on the corner?". */
export function WhyHome({ contactId }: { contactId: string }) {
  const [isOpen, setOpen] = useState(false)
  const [listingId, pick] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    pick(null)
  }
  return (
    <>
      <Action icon={IconHelpCircle} onClick={() => setOpen(true)}>
        Why, or why not?
      </Action>
      {isOpen && (
        <WhyDialog
          opened
          onClose={close}
          pair={listingId ? { contactId, listingId } : null}
          title="Why did they hear of a home, or why not?"
          hint="Pick any home. Each of their alerts is held against it, criterion by criterion."
        >
          <HomePicker onPick={pick} />
        </WhyDialog>
      )}
    </>
  )
}
