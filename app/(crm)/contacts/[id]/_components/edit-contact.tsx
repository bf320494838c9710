'use client'

import { Alert, Button, Group } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CreateContactInput } from '#server/domain/contacts/contacts.schema.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { errorCode } from '../../../../_trpc/query-client.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { ContactForm } from '../../_components/contact-form.tsx'
import { useKeptDraft } from '../../_components/use-kept-draft.ts'
import { contactDraftOf } from '../../_contact-form.ts'
import { type ContactDetail, contactById } from '../../_queries.ts'

type Props = { contact: ContactDetail; onDone: () => void }

/** The form on a contact as it was when it was opened; somebody else's change in between is shown, not overwritten. */
export function EditContact({ contact, onDone }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { id } = contact
  const [basedOn, setBasedOn] = useState(contact.updatedAt)
  const [theirs, setTheirs] = useState<ContactDetail | null>(null)
  const { draft, change, forget } = useKeptDraft(`contact-draft:${id}`, contactDraftOf(contact))
  const update = useMutation(
    trpc.contacts.update.mutationOptions({
      onSuccess: () => {
        forget()
        showDone('The contact is saved.')
        onDone()
        void queryClient.invalidateQueries(trpc.contacts.pathFilter())
        void queryClient.invalidateQueries(trpc.alerts.pathFilter())
      },
      onError: async (error) => {
        if (errorCode(error) !== 'CONFLICT') return
        setTheirs(await queryClient.fetchQuery({ ...contactById(trpc, id), staleTime: 0 }))
      },
    }),
  )
  const save = (details: CreateContactInput, at = basedOn) => update.mutate({ ...details, contactId: id, basedOn: at })

  return (
    <ContactForm
      draft={draft}
      onChange={change}
      onSave={(details) => save(details, theirs?.updatedAt)}
      onCancel={() => {
        forget()
        onDone()
      }}
      isSaving={update.isPending}
      problem={theirs ? null : (update.error?.message ?? null)}
      saveWord={theirs ? 'Save mine over theirs' : 'Save'}
      notice={
        theirs && (
          <Alert
            color="yellow"
            role="alert"
            icon={<IconGitMerge size={20} aria-hidden />}
            title="Somebody else changed this contact while you were editing"
          >
            They saved {theirs.fullName}, {theirs.email ?? 'no e-mail address'}, {theirs.phone ?? 'no phone'}. Nothing
            of yours is lost.
            <Group mt="xs">
              <Button
                variant="default"
                onClick={() => {
                  change(contactDraftOf(theirs))
                  setBasedOn(theirs.updatedAt)
                  setTheirs(null)
                  update.reset()
                }}
              >
                Take theirs
              </Button>
            </Group>
          </Alert>
        )
      }
    />
  )
}
