'use client'

import { IconHelpCircle } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import type { PickedContact } from '../../../alerts/_draft.ts'

const ContactPicker = dynamic(() =>
  import('../../../alerts/_components/editor/contact-picker.tsx').then((module) => module.ContactPicker),
)
const WhyDialog = dynamic(() =>
  import('../../../alerts/_components/why/why-dialog.tsx').then((module) => module.WhyDialog),
)

/** For the agent who wonders why one of their people is not among those whom the home fits. */
export function WhyPerson({ listingId }: { listingId: string }) {
  const [isOpen, setOpen] = useState(false)
  const [picked, pick] = useState<PickedContact | null>(null)
  return (
    <>
      <Action icon={IconHelpCircle} onClick={() => setOpen(true)}>
        Why not somebody else?
      </Action>
      {isOpen && (
        <WhyDialog
          opened
          onClose={() => setOpen(false)}
          pair={picked ? { contactId: picked.id, listingId } : null}
          title="Why does somebody hear of this home, or why not?"
          hint="Pick one of your people. Each of their alerts is held against this home, criterion by criterion."
        >
          <ContactPicker picked={picked} problem={undefined} onPick={pick} />
        </WhyDialog>
      )}
    </>
  )
}
