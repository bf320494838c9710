/** A visit takes place where the home is, whatever the reader's clock says. */
export const HOME_ZONE = 'America/New_York'

const moment = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: HOME_ZONE, weekday: 'long', month: 'short', day: 'numeric' },
  ...{ hour: 'numeric', minute: '2-digit', hour12: true },
})

/** "Saturday, Nov 28 at 2 PM", each, the earliest first. */
export const timesInWords = (times: readonly Date[]): string[] =>
  times
    .toSorted((a, b) => a.getTime() - b.getTime())
    .map((time) =>
      moment
        .format(time)
        .replace(':00', '')
        .replace(/, (?=\d+(:\d+)?\s)/, ' at ')
        .replace(/\s/g, ' '),
    )
