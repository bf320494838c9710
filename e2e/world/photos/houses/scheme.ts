import type { HomeKind } from '#world/home-kinds.ts'
import type { Random } from '#world/random.ts'
import type { Scheme } from '../walls.ts'

type Choice = Omit<Scheme, 'door' | 'shutter'>

const paint = (
  wall: string,
  roof: string,
  metal = false,
  material: Scheme['material'] = 'lap',
  trim = '#f4f1ea',
): Choice => ({
  wall,
  roof,
  metal,
  material,
  trim,
})

const CHOICES: Record<HomeKind, Choice[]> = {
  cottage: [
    paint('#e9dfc9', '#6d7378'),
    paint('#8fa7b3', '#565b60'),
    paint('#9db08f', '#5d5248'),
    paint('#e3b7a2', '#6a6f73', true),
    paint('#f2e3a9', '#6d7378'),
    paint('#b8cbc4', '#5b5f66', false, 'shingle'),
    paint('#cfd9de', '#7a6455'),
    paint('#e7d2a8', '#4f6a5c', true),
    paint('#c7b8a3', '#5d5a57', false, 'shingle'),
  ],
  colonial: [
    paint('#a5624d', '#4b4f55', false, 'brick'),
    paint('#c9a58b', '#5b5450', false, 'brick'),
    paint('#efe9dc', '#565c63'),
    paint('#8f5647', '#3f4348', false, 'brick'),
  ],
  farmhouse: [
    paint('#f3f1ea', '#3c4247', true, 'board'),
    paint('#7d9089', '#3a3f42', true, 'board'),
    paint('#d9c8ae', '#4a4441', true, 'board'),
    paint('#e8ebe6', '#5c6469', true, 'board'),
    paint('#49565a', '#2f3437', true, 'board'),
    paint('#dfe4dc', '#7b4a3b', true, 'board'),
  ],
  modern: [
    paint('#eeebe4', '#3a3f43', false, 'stucco', '#3a3f43'),
    paint('#d8d3c8', '#4a4540', false, 'stucco', '#4a4540'),
    paint('#5b6265', '#2c3033', false, 'stucco', '#2c3033'),
  ],
  beach: [
    paint('#bcd6d8', '#9aa7ad', true),
    paint('#8fb8c4', '#dfe3e2', true),
    paint('#f3c9a5', '#a9b4b8', true),
    paint('#a9c9ae', '#8b969b', true),
    paint('#f6dc9a', '#7f8c92', true),
    paint('#f0e2bd', '#8f9ba0', true),
    paint('#e9c9b6', '#8b969b', true),
    paint('#cfd8ca', '#6f7d80', true, 'shingle'),
    paint('#f2efe6', '#83949b', true),
  ],
  lowcountry: [
    paint('#f1ead9', '#767d80', true),
    paint('#f0c9b4', '#6b7478', true),
    paint('#a8c1b5', '#59605f', true),
    paint('#9fb4c6', '#666e72', true),
    paint('#d7dfd0', '#5f686c', true),
    paint('#cdd7e0', '#6b7478', true),
    paint('#ecd7b4', '#4e5a55', true),
    paint('#f4f1ea', '#8a4b3b', true),
  ],
  townhouse: [paint('#e8c7b3', '#5a5552', false, 'stucco'), paint('#c5d4cc', '#55595d', false, 'stucco')],
  condo: [
    paint('#e9ddc6', '#a46a4d', false, 'stucco'),
    paint('#dfe3e1', '#5c666b', false, 'stucco'),
    paint('#d9c5ae', '#6b5a4e', false, 'brick'),
  ],
  land: [paint('#e9dfc9', '#6d7378')],
  manufactured: [paint('#dfe0d8', '#6a6d70'), paint('#c9d3d6', '#57595c'), paint('#e6d8bf', '#6b5d52')],
}
const DOORS = ['#7a2e2a', '#1f4a43', '#24405f', '#d08a3e', '#2b2f33', '#8a5a3a', '#c6503f', '#4d7f86']
const SHUTTERS = ['#24382f', '#22303c', '#33302c', '#4a6a72', '#5c2b2a']

export function pickScheme(random: Random, kind: HomeKind): Scheme {
  return {
    ...random.pick(CHOICES[kind]),
    door: random.pick(DOORS),
    shutter: random.chance(0.75) ? random.pick(SHUTTERS) : null,
  }
}
