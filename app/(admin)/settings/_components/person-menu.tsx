'use client'

import { IconArrowBackUp, IconHistory, IconMail, IconReplace, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { DotsMenu, MenuItem } from '../../../_ui/menu.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { activityHref } from '../activity/_filters.ts'
import type { PersonView } from './person.types.ts'
import { useRefreshPeople } from './use-refresh-people.ts'

const PlaceDrawer = dynamic(() => import('./place-drawer.tsx').then((module) => module.PlaceDrawer))
const RemoveDialog = dynamic(() => import('./remove-dialog.tsx').then((module) => module.RemoveDialog))

/** What the one who looks may do about somebody. */
export function PersonMenu({ person, seesActivity }: { person: PersonView; seesActivity: boolean }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const [open, setOpen] = useState<'place' | 'remove' | null>(null)
  const { id: personId, fullName, status } = person
  const done = (message: string) => ({
    onSuccess: async () => {
      await refresh()
      showDone(message)
    },
  })
  const resend = useMutation(
    trpc.org.resendInvitation.mutationOptions(done(`${fullName} gets a mail with a new link.`)),
  )
  const restore = useMutation(trpc.org.restorePerson.mutationOptions(done(`${fullName} is back.`)))
  const close = () => setOpen(null)

  return (
    <>
      <DotsMenu label={`Actions for ${fullName}`} size={44}>
        {status === 'removed' ? (
          <MenuItem icon={<IconArrowBackUp size={16} aria-hidden />} onClick={() => restore.mutate({ personId })}>
            Bring back
          </MenuItem>
        ) : (
          <>
            {status !== 'active' && (
              <MenuItem icon={<IconMail size={16} aria-hidden />} onClick={() => resend.mutate({ personId })}>
                {status === 'invited' ? 'Send the invitation again' : 'Invite'}
              </MenuItem>
            )}
            <MenuItem icon={<IconReplace size={16} aria-hidden />} onClick={() => setOpen('place')}>
              Change role or office
            </MenuItem>
            <MenuItem icon={<IconUserMinus size={16} aria-hidden />} onClick={() => setOpen('remove')}>
              Remove
            </MenuItem>
          </>
        )}
        {seesActivity && (
          <MenuItem href={activityHref({ personId })} icon={<IconHistory size={16} aria-hidden />}>
            What was done to them
          </MenuItem>
        )}
      </DotsMenu>
      {open === 'place' && <PlaceDrawer person={person} onClose={close} />}
      {open === 'remove' && <RemoveDialog person={person} onClose={close} />}
    </>
  )
}
