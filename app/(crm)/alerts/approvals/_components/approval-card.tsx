'use client'

import { Checkbox } from '@mantine/core'
import Link from 'next/link'
import { type KeyboardEvent, useState } from 'react'
import { streetLine } from '../../../../_homes/address.words.ts'
import { bathsOf } from '../../../../_homes/home.words.ts'
import { HomeStatus } from '../../../../_homes/home-status.tsx'
import { PriceChange } from '../../../../_homes/price-change.tsx'
import { Rooms } from '../../../../_homes/rooms.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { Kbd } from '../../../../_ui/kbd.tsx'
import { Money } from '../../../../_ui/money.tsx'
import { Photo } from '../../../../_ui/photo.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Approval } from '../../_queries.ts'
import { KIND_WORDS } from '../../_why.words.ts'
import classes from './approvals.module.css'
import { useApprovals } from './use-approvals.ts'

type HomeProps = { home: Approval['homes'][number]; isPicked: boolean; onToggle: () => void }

const Home = ({ home, isPicked, onToggle }: HomeProps) => (
  <li className={classes.home} data-left-out={!isPicked || undefined}>
    <Checkbox checked={isPicked} onChange={onToggle} aria-label={`Tell of ${streetLine(home)}`} />
    <span className={classes.photo}>
      <Photo src={home.photoUrl} alt="" sizes="96px" />
    </span>
    <span className={classes.words}>
      <span className={classes.line}>
        <Money cents={home.listPriceCents} className={classes.price ?? ''} />
        <PriceChange from={home.previousListPriceCents} to={home.listPriceCents} />
        <HomeStatus status={home.standardStatus} variant="plain" />
      </span>
      <TextLink underlined href={`/listings/${home.id}`}>
        {streetLine(home)}, {home.city}
      </TextLink>
      <span className={classes.line}>
        <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
        <span className={classes.soft}>{KIND_WORDS[home.kind]}</span>
      </span>
    </span>
  </li>
)

const approveWord = (picked: number, all: number) =>
  picked === all ? (all === 1 ? 'Approve' : `Approve all ${all}`) : `Approve ${picked} of ${all}`

/** What one search found for one person: let it out, some of it, or none. `a` approves, `s` skips. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { contact, search, homes, expiresAt } = approval
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const decide = useApprovals()
  const picked = homes.filter(({ id }) => !leftOut.has(id)).map(({ id }) => id)
  const approve = () => picked.length > 0 && decide.approve(approval, picked)
  const toggle = (id: string) =>
    setLeftOut((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])))
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return
    if (key === 'a') approve()
    if (key === 's') decide.skip(approval)
  }
  return (
    <li className={classes.card} data-row onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <div>
          <Link href={`/contacts/${contact.id}`} className={classes.person} data-list-item>
            {contact.fullName}
          </Link>
          <p className={classes.soft}>
            <TextLink underlined href={`/alerts/${search.id}`}>
              {search.name}
            </TextLink>{' '}
            · {search.summary}
          </p>
        </div>
        <p className={classes.soft}>
          Until <When at={expiresAt} format="exact" />
        </p>
      </header>
      <ul className={classes.homes} aria-label={`Homes for ${contact.fullName}`}>
        {homes.map((home) => (
          <Home key={home.id} home={home} isPicked={!leftOut.has(home.id)} onToggle={() => toggle(home.id)} />
        ))}
      </ul>
      <footer className={classes.foot}>
        <Action primary onClick={approve} disabled={picked.length === 0}>
          {approveWord(picked.length, homes.length)}
        </Action>
        <Action onClick={() => decide.skip(approval)}>Skip</Action>
        <span className={classes.keys}>
          <Kbd keys="a" /> approves, <Kbd keys="s" /> skips
        </span>
      </footer>
    </li>
  )
}
