import { formatCount } from '../../_ui/format.ts'

type Count = { people: number; isCapped: boolean }

/** "12 of your people"; a least number says so: "1,000+ of your people". */
export const countWho = ({ people, isCapped }: Count, what = 'of your people') =>
  `${formatCount(people)}${isCapped ? '+' : ''} ${what}`
