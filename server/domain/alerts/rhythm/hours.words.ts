/** Where a person lives who never said so: the firm's own coast. */
export const FIRM_ZONE = 'America/New_York'

/** What a switch for quiet hours begins with, in minutes after midnight. */
export const USUAL_NIGHT = { from: 21 * 60, to: 7 * 60 }

/** The zones of the country, from east to west, each by a town that people know. */
export const US_ZONES = [
  { zone: 'America/New_York', label: 'Eastern: Charleston, New York' },
  { zone: 'America/Chicago', label: 'Central: Chicago, Dallas' },
  { zone: 'America/Denver', label: 'Mountain: Denver' },
  { zone: 'America/Phoenix', label: 'Arizona: Phoenix' },
  { zone: 'America/Los_Angeles', label: 'Pacific: Los Angeles, Seattle' },
  { zone: 'America/Anchorage', label: 'Alaska: Anchorage' },
  { zone: 'Pacific/Honolulu', label: 'Hawaii: Honolulu' },
  { zone: 'America/Puerto_Rico', label: 'Atlantic: San Juan' },
] as const

/** 1260 -> "9 pm", 450 -> "7:30 am", 720 -> "noon". */
export function clockInWords(minutes: number): string {
  if (minutes === 0) return 'midnight'
  if (minutes === 720) return 'noon'
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  const shown = minute === 0 ? `${hour % 12 || 12}` : `${hour % 12 || 12}:${String(minute).padStart(2, '0')}`
  return `${shown} ${hour < 12 ? 'am' : 'pm'}`
}

/** "America/Los_Angeles" -> "Los Angeles time"; the firm's own coast by its own town. */
export function zoneInWords(zone: string | null): string {
  if (zone === null || zone === FIRM_ZONE) return 'Charleston time'
  return `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`
}

type Hours = { timeZone: string | null; quiet: { from: number; to: number } | null }

/** "No mail between 9 pm and 7 am, Charleston time". */
export const hoursInWords = ({ timeZone, quiet }: Hours): string =>
  quiet
    ? `No mail between ${clockInWords(quiet.from)} and ${clockInWords(quiet.to)}, ${zoneInWords(timeZone)}`
    : `Mail at any hour, ${zoneInWords(timeZone)}`
