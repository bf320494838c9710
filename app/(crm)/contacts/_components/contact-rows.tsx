'use client'

import { IconMail, IconPhone } from '@tabler/icons-react'
import { Face } from '../../../_ui/face.tsx'
import { IconAnchor } from '../../../_ui/icon-action.tsx'
import { type Column, ListRows } from '../../_lists/list-rows.tsx'
import { RowLink } from '../../_lists/row-link.tsx'
import type { Picking } from '../../_lists/use-selection.ts'
import type { ContactItem } from '../_queries.ts'
import classes from './contact-rows.module.css'

const Ways = ({ contact: { phone, email, fullName } }: { contact: ContactItem }) => (
  <span className={classes.ways}>
    {phone && <IconAnchor icon={IconPhone} href={`tel:${phone}`} aria-label={`Call ${fullName}`} />}
    {email && <IconAnchor icon={IconMail} href={`mailto:${email}`} aria-label={`Write to ${fullName}`} />}
  </span>
)

type Props = { contacts: readonly ContactItem[]; columns: readonly Column<ContactItem>[]; picking: Picking }

/** People as rows: the row opens them, the buttons call and write. */
export const ContactRows = ({ contacts, columns, picking }: Props) => (
  <ListRows
    label="Contacts"
    className={classes.list}
    items={contacts}
    nameOf={({ fullName }) => fullName}
    leadLabel="Name"
    lead={({ id, fullName, email, phone }) => (
      <RowLink href={`/contacts/${id}`} name={fullName} face={<Face name={fullName} size={36} />}>
        {email ?? phone ?? 'No way to reach them yet'}
      </RowLink>
    )}
    columns={columns}
    ends={(contact) => <Ways contact={contact} />}
    endsWidth="84px"
    picking={picking}
  />
)
