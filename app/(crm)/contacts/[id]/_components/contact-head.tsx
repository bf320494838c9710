'use client'

import { IconBellPlus, IconMail, IconPencil, IconPhone } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action, ActionAnchor } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { Face } from '../../../../_ui/face.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextAnchor, TextLink } from '../../../../_ui/text-link.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'
import { When } from '../../../../_ui/when.tsx'
import { contactById } from '../../_queries.ts'
import classes from './contact-head.module.css'
import { ContactMenu } from './contact-menu.tsx'
import { LogTouch } from './log-touch.tsx'
import { StageSelect } from './stage-select.tsx'
import { UndeliveredMails } from './undelivered-mails.tsx'

// Fetched when it is first asked for: the form brings its checks along.
const EditContact = dynamic(() => import('./edit-contact.tsx').then((module) => module.EditContact))

/** Who it is, how to reach them, whose they are; `e` turns the facts into a form. */
export function ContactHead({ id }: { id: string }) {
  const { data: contact } = useSuspenseQuery(contactById(useTRPC(), id))
  // `e` in the list leads here with the form open.
  const [isEditing, setEditing] = useState(useSearchParams().has('edit'))
  useKeySequences({ e: () => setEditing(true) })
  const { fullName, email, phone, agent, office, source, createdAt, updatedAt } = contact
  return (
    <>
      <PageHeader
        trail={<TextLink href="/contacts">Contacts</TextLink>}
        title={
          <span className={classes.name}>
            <Face name={fullName} size={44} />
            {fullName}
          </span>
        }
        aside={<StageSelect contact={contact} />}
        actions={
          <>
            {phone && (
              <ActionAnchor href={`tel:${phone}`} icon={IconPhone}>
                Call
              </ActionAnchor>
            )}
            {email && (
              <ActionAnchor href={`mailto:${email}`} icon={IconMail}>
                Write
              </ActionAnchor>
            )}
            <LogTouch contactId={id} />
            <ActionLink primary href={`/alerts/new?contactId=${id}`} icon={IconBellPlus}>
              New alert
            </ActionLink>
            <ContactMenu contact={contact} onEdit={() => setEditing(true)} />
          </>
        }
      />
      <UndeliveredMails mails={contact.mails} />
      <Section {...(isEditing ? { title: 'Edit the contact' } : {})}>
        {isEditing ? (
          <EditContact contact={contact} onDone={() => setEditing(false)} />
        ) : (
          <div className={classes.facts}>
            <Facts columns={3}>
              <Fact label="E-mail">
                {email ? <TextAnchor href={`mailto:${email}`}>{email}</TextAnchor> : 'None: no alert can reach them'}
              </Fact>
              <Fact label="Phone">{phone ? <TextAnchor href={`tel:${phone}`}>{phone}</TextAnchor> : 'None'}</Fact>
              <Fact label="Agent">
                {agent.fullName}, {office.name}
              </Fact>
              <Fact label="Came from">{source ?? 'Not known'}</Fact>
              <Fact label="Added">
                <When at={createdAt} />
              </Fact>
              <Fact label="Last changed">
                <When at={updatedAt} />
              </Fact>
            </Facts>
            <Action icon={IconPencil} onClick={() => setEditing(true)}>
              Edit
            </Action>
          </div>
        )}
      </Section>
    </>
  )
}
