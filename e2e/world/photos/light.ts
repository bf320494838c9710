import type { Random } from '#world/random.ts'

/** A time of day: what the sky, the far trees, the lawn and the windows look like in its light. */
export type Light = {
  name: string
  sky: [top: string, middle: string, bottom: string]
  /** Where the sun stands, as parts of the picture; null when it can't be seen. */
  sun: [x: number, y: number] | null
  glow: string
  cloud: [light: string, shade: string]
  haze: string
  tree: string
  lawn: [far: string, near: string]
  water: [far: string, near: string]
  /** What lies over the whole picture. */
  wash: [color: string, opacity: number]
  lit: boolean
}

const MORNING: Light = {
  name: 'morning',
  sky: ['#7fb7df', '#b9dcee', '#fdeedb'],
  sun: [0.82, 0.42],
  glow: '#fff3d2',
  cloud: ['#ffffff', '#dbe7ef'],
  haze: '#bcd3cf',
  tree: '#4f7a55',
  lawn: ['#a9c77c', '#6f9f4f'],
  water: ['#b7d6e2', '#6fa3b8'],
  wash: ['#ffe9c2', 0.04],
  lit: false,
}
const NOON: Light = {
  name: 'noon',
  sky: ['#4f9ad6', '#8fc4e8', '#d8edf6'],
  sun: null,
  glow: '#ffffff',
  cloud: ['#ffffff', '#d5e3ee'],
  haze: '#a9c9c4',
  tree: '#447150',
  lawn: ['#9cc46b', '#5f9646'],
  water: ['#9fcbe0', '#4d93b5'],
  wash: ['#ffffff', 0.02],
  lit: false,
}
const GOLDEN: Light = {
  name: 'golden',
  sky: ['#6fa0cc', '#f3c99a', '#fbe3b6'],
  sun: [0.16, 0.46],
  glow: '#ffdf9e',
  cloud: ['#fff1dc', '#eab991'],
  haze: '#d8c49d',
  tree: '#5d6f43',
  lawn: ['#b9bd6a', '#7c9343'],
  water: ['#f0cda0', '#7f9fae'],
  wash: ['#ffb760', 0.08],
  lit: false,
}
const DUSK: Light = {
  name: 'dusk',
  sky: ['#35507f', '#a58fae', '#f6b892'],
  sun: [0.72, 0.56],
  glow: '#ffb489',
  cloud: ['#f3b8a4', '#7d6a98'],
  haze: '#8b7f9c',
  tree: '#3d5656',
  lawn: ['#7f9168', '#4b6b4c'],
  water: ['#d99c91', '#4c5f86'],
  wash: ['#3a3a72', 0.1],
  lit: true,
}
const SOFT: Light = {
  name: 'soft',
  sky: ['#b9cbd6', '#d3dfe5', '#eef1ec'],
  sun: null,
  glow: '#ffffff',
  cloud: ['#f7fafb', '#c3d0d8'],
  haze: '#b7c6c5',
  tree: '#56756a',
  lawn: ['#a3bb84', '#6f9160'],
  water: ['#c3d3d9', '#86a3af'],
  wash: ['#dfe8ee', 0.03],
  lit: false,
}

/** Agents like blue skies and golden evenings best. */
export const pickLight = (random: Random): Light =>
  random.weighted(
    [MORNING, NOON, GOLDEN, DUSK, SOFT],
    ({ name }) => ({ noon: 5, morning: 4, golden: 4, dusk: 2 })[name] ?? 1,
  )
