import type { RecipientInput } from '#server/domain/alerts/recipients/recipients.schema.ts'
import type { AlertDetail } from './_queries.ts'

/** Somebody on the alert while they are typed; `isNew` until it is saved. */
export type RecipientDraft = RecipientInput & { isNew: boolean }

/** Who gets it besides the contact, and whether it begins with the homes that fit now. */
export type AudienceDraft = {
  recipients: RecipientDraft[]
  /** The agent's word for those who are new. */
  theyAsked: boolean
  bccMeYN: boolean
}

/** An alert for one person, which nobody reads along. */
export const NOBODY_ELSE: AudienceDraft = { recipients: [], theyAsked: false, bccMeYN: false }

/** Who is on a saved alert; those who left are told beside the form. */
export const audienceOf = ({ recipients, bccMeYN }: AlertDetail): AudienceDraft => ({
  recipients: recipients.flatMap(({ name, email, kind, leftAt }) =>
    leftAt === null ? [{ name, email, kind, isNew: false }] : [],
  ),
  ...{ theyAsked: false, bccMeYN },
})
