'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Bone } from '../../../_ui/bone.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { emptyContact } from '../_contact-form.ts'
import classes from './new-contact.module.css'
import { useKeptDraft } from './use-kept-draft.ts'

// The fields bring the kit's pickers: the page stands, with their place kept, while they come.
const ContactForm = dynamic(() => import('./contact-form.tsx').then((module) => module.ContactForm), {
  ssr: false,
  loading: () => <Bone height={336} />,
})

/** Adds somebody and opens their page. */
export function NewContact() {
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { draft, change, forget } = useKeptDraft('contact-draft:new', emptyContact)
  const create = useMutation(
    trpc.contacts.create.mutationOptions({
      meta: { quiet: true },
      onSuccess: ({ id }) => {
        forget()
        void queryClient.invalidateQueries(trpc.contacts.pathFilter())
        router.push(`/contacts/${id}`)
      },
    }),
  )
  return (
    <div className={classes.page}>
      <PageHeader title="New contact" trail={<TextLink href="/contacts">Contacts</TextLink>} />
      <Section>
        <ContactForm
          draft={draft}
          onChange={change}
          onSave={(contact) => create.mutate(contact)}
          onCancel={() => {
            forget()
            router.push('/contacts')
          }}
          isSaving={create.isPending}
          problem={create.error?.message ?? null}
          saveWord="Add contact"
        />
      </Section>
    </div>
  )
}
