import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOME_KINDS, mlsNumberOf } from '#world/home-kinds.ts'
import { drawHome } from '#world/photos/home.ts'
import { startPhotoServer } from '#world/photos/server.ts'

let cacheDir: string
let photos: Awaited<ReturnType<typeof startPhotoServer>>

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'photos-'))
  photos = await startPhotoServer({ port: 0, cacheDir })
})
afterAll(async () => {
  await photos.stop()
  await rm(cacheDir, { recursive: true, force: true })
})

const get = (path: string) => fetch(`${photos.url}${path}`)

test('a photo has the width that was asked for, is a JPEG, and may be kept for a year', async () => {
  const answer = await get('/homes/26000425/1.jpg?w=640')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata()
  expect({ width, height, format }).toEqual({ width: 640, height: 427, format: 'jpeg' })
})

test('many who ask for one photo at the same time get the same whole picture, kept once', async () => {
  const bodies = await Promise.all(
    Array.from({ length: 8 }, async () => Buffer.from(await (await get('/homes/26000511/2.jpg?w=320')).arrayBuffer())),
  )
  expect(bodies.every((body) => body.equals(bodies[0] ?? Buffer.alloc(0)))).toBe(true)
  const [look = ''] = await readdir(cacheDir)
  expect(await readdir(join(cacheDir, look, 'homes', '26000511'))).toEqual(['2-320.jpg'])
})

test('agents have portraits', async () => {
  const answer = await get('/people/mina-waring.jpg?w=192')
  const { width, height } = await sharp(await answer.arrayBuffer()).metadata()
  expect({ width, height }).toEqual({ width: 192, height: 192 })
})

test.each([
  '/',
  '/homes/26000425/0.jpg',
  '/homes/26000425/1.png',
  '/homes/..%2f..%2fetc/1.jpg',
  '/homes/26000425/1.jpg?w=99999',
  '/homes/26000425/1.jpg?w=-5',
  '/homes/abc/1.jpg',
  '/people/Mina.jpg',
  '/people/../homes/1.jpg',
])('there is no picture at %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('every kind of home and all of its rooms can be drawn, each differently', () => {
  for (const kind of HOME_KINDS) {
    const number = mlsNumberOf(2026, 77, kind)
    const drawings = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => drawHome(number, place, 640))
    expect(new Set(drawings).size, kind).toBe(9)
    expect(drawings.join(''), kind).not.toMatch(/NaN|undefined|Infinity/)
    expect(drawHome(number, 1, 640)).toBe(drawings[0])
  }
})
