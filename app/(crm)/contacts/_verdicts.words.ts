type Pattern = { rejected: number; shown: number; reasons: readonly string[] }

/** "Rejected 9 of 11: lot too small, too old". Where they have nothing in common, only the count. */
export const patternInWords = ({ rejected, shown, reasons }: Pattern) =>
  `Rejected ${rejected} of ${shown}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}`
