/** What each job returns: the run history shows its words and counts, and takes its colour from the outcome. */
export type JobResult = {
  /** One line for people: "312 homes changed, 87 people mailed". */
  words: string
  /**
   * `bad`: a post-condition of the work does not hold; the run ended, and yet it is no success (raises an incident).
   * `warning`: it did its work, and something needs to be looked at.
   */
  outcome: 'good' | 'warning' | 'bad'
  /** Figures only; ids and rows stay in the database. */
  counts: Record<string, number>
  skipped?: 'paused'
  /** It found nothing to try, so it proves nothing: an incident of this job stays open, or it would flap. */
  inconclusive?: true
}
