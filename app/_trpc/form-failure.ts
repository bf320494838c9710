type Failure = { message: string; data?: { fields?: Record<string, string[] | undefined> | null } | null } | null

/** What is wrong with one field, in the words of its rule. */
export const wordsAbout = (field: string, failure: Failure) => failure?.data?.fields?.[field]?.[0] ?? null

/** What is wrong with none of them in particular. */
export const wordsOf = (failure: Failure) => (failure && !failure.data?.fields ? failure.message : null)
