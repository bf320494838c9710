/** What somebody does with an offer: how likely they take it, or pass it, and how long either takes them. */
export type Habit = { accepts: number; passes: number; minutes: number }
/** Offers to one person alone in one hour of the week, 0 to 167 from Monday midnight on their office's clock. */
export type OffersOfHour = {
  agentId: string
  hour: number
  offers: number
  accepted: number
  passed: number
  /** Minutes to an answer, all answers together. */
  minutes: number
}
export type Habits = (agentId: string, hour: number) => Habit

/** As many offers of the wider group stand beside somebody's own: three of three make nobody one who always says yes. */
const WEIGHT = 5
/** What is taken for granted before anybody was ever asked: four of five answer, nearly all of them with yes. */
const BEFORE: Habit = { accepts: 0.7, passes: 0.1, minutes: 3 }

type Sums = Omit<OffersOfHour, 'agentId' | 'hour'>

const sumOf = (rows: readonly Sums[]): Sums =>
  rows.reduce<Sums>(
    (sum, { offers, accepted, passed, minutes }) => ({
      offers: sum.offers + offers,
      accepted: sum.accepted + accepted,
      passed: sum.passed + passed,
      minutes: sum.minutes + minutes,
    }),
    { offers: 0, accepted: 0, passed: 0, minutes: 0 },
  )

function blend({ offers, accepted, passed, minutes }: Sums, wider: Habit): Habit {
  const answers = accepted + passed
  return {
    accepts: (accepted + WEIGHT * wider.accepts) / (offers + WEIGHT),
    passes: (passed + WEIGHT * wider.passes) / (offers + WEIGHT),
    minutes: (minutes + WEIGHT * wider.minutes) / (answers + WEIGHT),
  }
}

/**
 * Habits from what became of offers: each hour of the week of somebody leans on all of their offers, and these on those of
 * everybody, the more the fewer there are.
 */
export function habitsOf(rows: readonly OffersOfHour[]): Habits {
  const all = blend(sumOf(rows), BEFORE)
  const own = new Map([...Map.groupBy(rows, ({ agentId }) => agentId)].map(([id, of]) => [id, blend(sumOf(of), all)]))
  const hours = new Map(rows.map((row) => [`${row.agentId}:${row.hour}`, row]))
  return (agentId, hour) => {
    const wider = own.get(agentId) ?? all
    const row = hours.get(`${agentId}:${hour}`)
    return row ? blend(row, wider) : wider
  }
}
