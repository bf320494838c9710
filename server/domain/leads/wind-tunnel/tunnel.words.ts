export const TUNNEL_DAYS = 90

/** What a replay takes for granted: shown with each result, word for word. */
export const TUNNEL_ASSUMES = [
  'Whoever works here today is taken to have worked here all the time.',
  'Whoever is asked first is taken to say yes; of those who are asked all at once the lot says who is first.',
  'Of leads whose decision was kept, people are taken as they stood then; of older leads, with the hours, areas and limits that are set today, at work unless they were on vacation or in an appointment.',
  'A lead counts as open until it was answered, for a week at the longest. Turns of a round robin begin at the beginning.',
  'How fast somebody would have been is taken from what they did in the same 90 days; of whoever had fewer than five leads, from everybody together.',
] as const
