'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingCommunity, IconHome, IconMapPin, IconSearch, type TablerIcon } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { formatCount } from '../../../_ui/format.ts'
import { type Places, placesLike } from '../_queries.ts'
import { nowhere, type Search } from '../_search.ts'
import classes from './place-box.module.css'

type Place = Places['places'][number]
type Choice = { key: string; icon: TablerIcon; name: string; about: string; choose: () => void }

const ICONS = { town: IconMapPin, neighborhood: IconBuildingCommunity, zip: IconMapPin } as const
const LISTS = { town: 'citySlugs', neighborhood: 'subdivisions', zip: 'postalCodes' } as const
const SETTLE_MS = 140

const homesWord = (count: number) => (count === 1 ? '1 home' : `${formatCount(count, 100)} homes`)
const aboutOf = ({ kind, city, count }: Place) => `${kind === 'town' ? '' : `${city} · `}${homesWord(count)}`

/** Where to look: a town, a neighborhood, a zip code, or one home by its street. */
export function PlaceBox({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const id = useId()
  const router = useRouter()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const [settled] = useDebouncedValue(text.trim().slice(0, 60), SETTLE_MS)
  const { data } = useQuery({ ...placesLike(useTRPC(), settled), enabled: open, placeholderData: keepPreviousData })

  const close = () => {
    setOpen(false)
    setText('')
    setAt(-1)
  }
  const go = ({ kind, slug }: Place) => {
    const list = LISTS[kind]
    const chosen = search[list].includes(slug) ? search[list] : [...search[list], slug]
    onSearch({ ...search, ...(search.areas || search.box ? nowhere : {}), [list]: chosen })
    close()
  }
  const choices: Choice[] = [
    ...(data?.places ?? []).map((place) => ({
      ...{ key: `${place.kind} ${place.slug}`, icon: ICONS[place.kind], name: place.name, about: aboutOf(place) },
      choose: () => go(place),
    })),
    ...(data?.streets ?? []).map(({ listingKey, streetAddress, city }) => ({
      ...{ key: listingKey, icon: IconHome, name: streetAddress, about: city },
      choose: () => router.push(`/homes/${encodeURIComponent(listingKey)}`),
    })),
  ]
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') close()
    if (event.key === 'Enter') choices[Math.max(0, at)]?.choose()
    if (!step || choices.length === 0) return
    event.preventDefault()
    setOpen(true)
    setAt((at + step + choices.length) % choices.length)
  }
  const isOpen = open && data !== undefined
  return (
    <search className={classes.box}>
      <IconSearch size={18} aria-hidden />
      <input
        role="combobox"
        aria-label="Town, neighborhood, zip or street"
        placeholder="Town, neighborhood, zip or street"
        aria-expanded={isOpen}
        aria-controls={`${id}-places`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setOpen(true)
          setAt(-1)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      <div id={`${id}-places`} role="listbox" aria-label="Places" hidden={!isOpen} className={classes.places}>
        {choices.map(({ key, icon: Icon, name, about, choose }, index) => (
          // The field keeps the focus, or the list would close before the tap arrives.
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.place}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={choose}
            onKeyDown={keys}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.name}>{name}</span>
            <span className={classes.about}>{about}</span>
          </div>
        ))}
        {choices.length === 0 && <p className={classes.none}>No place is called that. Try a town or a zip code.</p>}
      </div>
    </search>
  )
}
