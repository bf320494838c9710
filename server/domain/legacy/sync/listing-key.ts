/** The key under which a home of the old system stands here, by the identity of its document. */
export const listingKeyOf = (sourceId: string): string => `legacy:${sourceId}`
