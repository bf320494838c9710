'use client'

import { IconPhoneCheck } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRef } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { PopoverButton } from '../../../../_ui/popover-button.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'

const TouchSheet = dynamic(() => import('./touch-sheet.tsx').then((module) => module.TouchSheet))

/** Writes down that one called, wrote or met them; `w` opens it. */
export function LogTouch({ contactId }: { contactId: string }) {
  const button = useRef<HTMLButtonElement>(null)
  useKeySequences({ w: () => button.current?.click() })
  return (
    <PopoverButton
      label="Log a touch"
      button={(props) => (
        <Action ref={button} icon={IconPhoneCheck} title="Log a call, a text, a mail or a visit (w)" {...props}>
          Log
        </Action>
      )}
    >
      {(close) => <TouchSheet contactId={contactId} onDone={close} />}
    </PopoverButton>
  )
}
