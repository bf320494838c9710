import { expect, test } from 'vitest'
import { placeSheet } from './place-sheet.ts'

const screen = { width: 390, height: 844 }
const sheet = { width: 320, height: 300 }

test('a sheet stands below its button', () => {
  expect(placeSheet({ left: 16, top: 100, right: 90, bottom: 136 }, sheet, screen, 'below')).toEqual({
    left: 16,
    top: 144,
  })
})

test('a button at the right edge does not push the sheet out of the window', () => {
  expect(placeSheet({ left: 300, top: 100, right: 380, bottom: 136 }, sheet, screen, 'below').left).toBe(62)
})

test('a button at the foot of the window has its sheet above, also when there is no room beside it', () => {
  const button = { left: 340, top: 790, right: 384, bottom: 834 }
  expect(placeSheet(button, sheet, screen, 'right')).toEqual({ left: 62, top: 482 })
})

test('beside its button where there is room', () => {
  const button = { left: 16, top: 840, right: 60, bottom: 884 }
  expect(placeSheet(button, sheet, { width: 1_440, height: 900 }, 'right')).toEqual({ left: 68, top: 584 })
})
