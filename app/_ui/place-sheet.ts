type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

const GAP = 8

const clamp = (value: number, most: number) => Math.max(GAP, Math.min(value, most))

/** Where a sheet goes so that it stands beside its button and inside the window. */
export function placeSheet(button: Box, sheet: Size, screen: Size, side: 'below' | 'right') {
  const left = screen.width - sheet.width - GAP
  const top = screen.height - sheet.height - GAP
  const above = button.top - sheet.height - GAP
  if (side === 'right' && button.right + GAP <= left)
    return { left: button.right + GAP, top: clamp(button.bottom - sheet.height, top) }
  const below = button.bottom + GAP
  return { left: clamp(button.left, left), top: below <= top ? below : clamp(above, top) }
}
