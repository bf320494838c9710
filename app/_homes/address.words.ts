// Apart from the words for kinds and states: a lead or a mail names a home by its address alone.
type Address = { streetAddress: string | null; unitNumber?: string | null; city: string; postalCode: string }

/** "12 Marsh Lane, Unit 4", or words instead where the seller keeps it to themselves. */
export function streetLine({ streetAddress, unitNumber }: Pick<Address, 'streetAddress' | 'unitNumber'>) {
  if (!streetAddress) return 'Address on request'
  return unitNumber ? `${streetAddress}, ${/^\d/.test(unitNumber) ? `Unit ${unitNumber}` : unitNumber}` : streetAddress
}

export const townLine = ({ city, postalCode }: Pick<Address, 'city' | 'postalCode'>) => `${city}, SC ${postalCode}`
