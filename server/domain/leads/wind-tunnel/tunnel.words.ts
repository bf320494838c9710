export const TUNNEL_DAYS = 90

export const LADDER_ENDS = ['given', 'first', 'next-agent', 'superior', 'pond', 'fallback'] as const
/** "<These words>: 12". */
export const LADDER_END_WORDS: Record<(typeof LADDER_ENDS)[number], string> = {
  given: 'Given to somebody without asking',
  first: 'Taken by the first who was asked, or by one of all who were asked at once',
  'next-agent': 'Taken by somebody who was asked later',
  superior: 'Taken by a team lead or a manager',
  pond: 'Into a pond',
  fallback: 'With the person for everything else, because nobody took them',
}

/** What a replay takes for granted: shown with each result, word for word. */
export const TUNNEL_ASSUMES = [
  'Whoever works here today is taken to have worked here all the time.',
  'Whoever is asked says yes, passes, or lets it run out as often as they did in the same 90 days at that hour of the week; the fewer offers they had, the more it leans on all of theirs, and on those of everybody. The lead itself draws, so each trial comes out the same.',
  'Ladders go up as they would have: the next agent, the team lead, the manager, a pond. Whoever is asked for ten minutes more is not tried.',
  'Of leads whose decision was kept, people are taken as they stood then; of older leads, with the hours, areas and limits that are set today, at work unless they were on vacation or in an appointment.',
  'A lead counts as open until it was answered, for a week at the longest. Turns of a round robin begin at the beginning.',
  'How fast somebody would have been is taken from what they did in the same 90 days; of whoever had fewer than five leads, from everybody together.',
] as const
