'use client'

import { Anchor, Button } from '@mantine/core'
import { IconBellPlus, IconMail, IconPencil, IconPhone } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Face } from '../../../../_ui/face.tsx'
import { Fact, Facts } from '../../../../_ui/fact.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'
import { When } from '../../../../_ui/when.tsx'
import { contactById } from '../../_queries.ts'
import classes from './contact-head.module.css'
import { ContactMenu } from './contact-menu.tsx'
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
        trail={
          <Anchor component={Link} href="/contacts" fz="inherit">
            Contacts
          </Anchor>
        }
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
              <Button
                component="a"
                href={`tel:${phone}`}
                variant="default"
                leftSection={<IconPhone size={16} aria-hidden />}
              >
                Call
              </Button>
            )}
            {email && (
              <Button
                component="a"
                href={`mailto:${email}`}
                variant="default"
                leftSection={<IconMail size={16} aria-hidden />}
              >
                Write
              </Button>
            )}
            <Button
              component={Link}
              href={`/alerts/new?contactId=${id}`}
              leftSection={<IconBellPlus size={16} aria-hidden />}
            >
              New alert
            </Button>
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
                {email ? (
                  <Anchor href={`mailto:${email}`} fz="inherit">
                    {email}
                  </Anchor>
                ) : (
                  'None: no alert can reach them'
                )}
              </Fact>
              <Fact label="Phone">
                {phone ? (
                  <Anchor href={`tel:${phone}`} fz="inherit">
                    {phone}
                  </Anchor>
                ) : (
                  'None'
                )}
              </Fact>
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
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              Edit
            </Button>
          </div>
        )}
      </Section>
    </>
  )
}
