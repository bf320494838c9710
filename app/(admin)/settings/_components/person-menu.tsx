'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconHistory, IconMail, IconReplace, IconUserMinus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { activityHref } from '../activity/_filters.ts'
import type { PersonView } from './person.types.ts'
import { PlaceDrawer } from './place-drawer.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useRefreshPeople } from './use-refresh-people.ts'

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
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${fullName}`} size={44}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {status === 'removed' ? (
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => restore.mutate({ personId })}
            >
              Bring back
            </Menu.Item>
          ) : (
            <>
              {status !== 'active' && (
                <Menu.Item leftSection={<IconMail size={16} aria-hidden />} onClick={() => resend.mutate({ personId })}>
                  {status === 'invited' ? 'Send the invitation again' : 'Invite'}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconReplace size={16} aria-hidden />} onClick={() => setOpen('place')}>
                Change role or office
              </Menu.Item>
              <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={() => setOpen('remove')}>
                Remove
              </Menu.Item>
            </>
          )}
          {seesActivity && (
            <Menu.Item
              component={Link}
              href={activityHref({ personId })}
              leftSection={<IconHistory size={16} aria-hidden />}
            >
              What was done to them
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'place' && <PlaceDrawer person={person} onClose={close} />}
      {open === 'remove' && <RemoveDialog person={person} onClose={close} />}
    </>
  )
}
