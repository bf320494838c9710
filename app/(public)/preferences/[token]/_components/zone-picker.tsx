'use client'

import { useSyncExternalStore } from 'react'
import { US_ZONES, zoneInWords } from '#server/domain/alerts/rhythm/hours.words.ts'
import { BigSelect } from './big-select.tsx'
import classes from './when-to-write.module.css'

const COUNTRY = US_ZONES.map(({ zone, label }) => ({ value: String(zone), label }))
const isCountry = (zone: string) => COUNTRY.some(({ value }) => value === zone)
const toOption = (zone: string) => ({ value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ', ') })

const never = () => () => {}
/** Where the browser is. The server knows no browser: the first picture has no guess. */
const useGuess = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )

let zones: readonly { value: string; label: string }[] | null = null
function readZones() {
  zones ??= Intl.supportedValuesOf('timeZone').flatMap((zone) => (isCountry(zone) ? [] : toOption(zone)))
  return zones
}
const NONE: readonly { value: string; label: string }[] = []
/** All others that the browser knows, once the page is alive: the server may know a few more or less. */
const useElsewhere = () => useSyncExternalStore(never, readZones, () => NONE)

type Props = { zone: string; onChange: (zone: string) => void }

/** The country's zones first, then the world's, and where the browser is by one tap. */
export function ZonePicker({ zone, onChange }: Props) {
  const guess = useGuess()
  const elsewhere = useElsewhere()
  const known = isCountry(zone) || elsewhere.some(({ value }) => value === zone)
  return (
    <div className={classes.picker}>
      <BigSelect
        label="Your time zone"
        options={COUNTRY}
        more={{ title: 'Elsewhere', options: known ? elsewhere : [toOption(zone), ...elsewhere] }}
        value={zone}
        onChange={onChange}
      />
      {guess && guess !== zone && guess !== 'UTC' && (
        <button type="button" className={classes.guess} onClick={() => onChange(guess)}>
          Use this device’s: {zoneInWords(guess)}
        </button>
      )}
    </div>
  )
}
