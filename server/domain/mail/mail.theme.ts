/** Mail clients know no style sheets: the brand's colours as values. All pairs in use pass WCAG AA. */
export const colours = {
  green: '#12372A',
  sand: '#F6F2E9',
  white: '#FFFFFF',
  ink: '#1B2420',
  grey: '#55605A',
  line: '#E4DED0',
  good: '#1E6B45',
  attention: '#A83818',
} as const

export const font = "'Inter', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
