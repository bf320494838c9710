/** A visit takes place where the home is, whatever the reader's clock says. */
const ZONE = 'America/New_York'

const day = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, weekday: 'long', month: 'short', day: 'numeric' })
const clock = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', minute: '2-digit', hour12: true })

function timeOf(at: Date) {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const [hour, minute, half] = [parts.get('hour') ?? '', parts.get('minute') ?? '', parts.get('dayPeriod') ?? '']
  return { words: minute === '00' ? hour : `${hour}:${minute}`, half }
}

export type Visit = { openHouseStartTime: Date; openHouseEndTime: Date }

/** "Saturday, Nov 28, 2–4 PM", on the clock of the coast. */
export function visitInWords({ openHouseStartTime, openHouseEndTime }: Visit): string {
  const [from, to] = [timeOf(openHouseStartTime), timeOf(openHouseEndTime)]
  const start = from.half === to.half ? from.words : `${from.words} ${from.half}`
  return `${day.format(openHouseStartTime)}, ${start}–${to.words} ${to.half}`
}
