import type { DealLostReason, DealMilestoneKind, DealSide, DealStage } from '#server/generated/prisma/enums.ts'
import { textOf } from './text.values.ts'

/** Each list as clerks have spelled it; letters and digits only, lower case. */
const STAGES: Record<DealStage, string> = {
  prospect: 'prospect lead new potential pros',
  active: 'active working looking showing act inprogress',
  offer: 'offer offermade offerin offersubmitted negotiation negotiating off',
  underContract: 'undercontract uc uctb contract pending pend accepted contingent ratified',
  closing: 'closing cleartoclose ctc closingsoon settlement atclosing',
  closed: 'closed won sold cls done settled complete',
  lost: 'lost dead fellthrough cancelled canceled cxl terminated withdrawn',
}
const SIDES: Record<DealSide, string> = {
  buyer: 'buyer buy b buying buyerside buyers purchase',
  seller: 'seller sell s selling sellerside sellers list listing',
  both: 'both dual dualagency d bothsides',
}
const REASONS: Record<DealLostReason, string> = {
  financing: 'financing loan mortgage loandenied nofinancing',
  inspection: 'inspection repairs failedinspection',
  appraisal: 'appraisal lowappraisal appraisedlow',
  price: 'price tooexpensive outbid pricetoohigh',
  otherHome: 'otherhome anotherhome boughtother foundother otherhouse',
  otherAgent: 'otheragent otherbroker wentwithother',
  changedMind: 'changedmind coldfeet notready staying',
  noAnswer: 'noanswer ghosted unresponsive noresponse',
  other: 'other misc',
}
const KINDS: Record<DealMilestoneKind, string> = {
  inspection: 'inspection inspect homeinspection insp',
  financing: 'financing loan mortgage loancommitment finance',
  appraisal: 'appraisal appraise appr',
  walkThrough: 'walkthrough finalwalkthrough walkthru walk',
  closing: 'closing close settlement',
}

const lettersOf = (value: unknown) => (textOf(value) ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** The meaning of a word by such a list, or null for one that nobody can place. */
function reader<Meaning extends string>(spellings: Record<Meaning, string>) {
  const isMeaning = (name: string): name is Meaning => name in spellings
  const meanings = Object.keys(spellings).filter(isMeaning)
  const byWord = new Map(meanings.flatMap((name) => spellings[name].split(' ').map((word) => [word, name] as const)))
  return (value: unknown): Meaning | null => byWord.get(lettersOf(value)) ?? null
}

export const dealStageOf = reader(STAGES)
export const dealSideOf = reader(SIDES)
export const lostReasonOf = reader(REASONS)
export const milestoneKindOf = reader(KINDS)
