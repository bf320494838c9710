import type { Page } from '@playwright/test'
import type { RootDb } from '#server/db.ts'

type Touch = { name: string; act: (page: Page) => Promise<void> }
export type Visit = { name: string; path: string; anonymous?: true; touches: Touch[] }

const press = (name: string, key: string): Touch => ({ name, act: (page) => page.keyboard.press(key) })
const click = (
  name: string,
  role: 'link' | 'button' | 'radio' | 'switch' | 'checkbox',
  label: string | RegExp,
): Touch => ({
  name,
  act: (page) => page.getByRole(role, { name: label }).first().click(),
})
const type = (name: string, label: string | RegExp, text: string): Touch => ({
  name,
  act: async (page) => {
    const field = page.getByLabel(label).and(page.locator('input, textarea')).first()
    await field.click()
    await field.pressSequentially(text, { delay: 60 })
  },
})

/** What every signed-in page can do: the palette opens, is typed into and closes, and the theme changes and back. */
const EVERYWHERE: Touch[] = [
  press('open the palette', 'Control+k'),
  { name: 'type into the palette', act: (page) => page.keyboard.type('alert', { delay: 60 }) },
  press('close the palette', 'Escape'),
  click('open the own menu', 'button', /^Your menu/),
  { name: 'dark theme', act: (page) => page.getByText('Dark', { exact: true }).first().click() },
  { name: 'light theme', act: (page) => page.getByText('Light', { exact: true }).first().click() },
  press('close the own menu', 'Escape'),
]

/** The pages that people see most, with what they touch there. */
export async function visitsOf(db: RootDb): Promise<Visit[]> {
  const search = await db.savedSearch.findFirstOrThrow({ where: { removedAt: null, activeYN: true } })
  const listing = await db.listing.findFirstOrThrow({
    where: { standardStatus: 'Active', internetEntireListingDisplayYN: true },
    orderBy: { listingKey: 'asc' },
  })
  const { token } = await db.mailAddress.upsert({
    where: { email: 'bench@example.test' },
    create: { email: 'bench@example.test', token: crypto.randomUUID().replaceAll('-', '') },
    update: {},
  })
  const openRow: Touch = { name: 'open a row', act: (page) => page.locator('main ul a, main tbody a').first().click() }
  return [
    {
      name: 'listings',
      path: '/listings',
      touches: [...EVERYWHERE, type('type in the search', 'Street or MLS number', 'oak'), openRow],
    },
    { name: 'a listing', path: `/listings/${listing.id}`, touches: EVERYWHERE },
    {
      name: 'contacts',
      path: '/contacts',
      touches: [
        ...EVERYWHERE,
        type('type in the filter', 'Name or e-mail address', 'mar'),
        { name: 'choose a stage', act: (page) => page.getByText('Clients', { exact: true }).first().click() },
        openRow,
      ],
    },
    { name: 'a contact', path: `/contacts/${search.contactId}`, touches: EVERYWHERE },
    { name: 'alerts', path: '/alerts', touches: [...EVERYWHERE, openRow] },
    { name: 'deals', path: '/deals', touches: EVERYWHERE },
    { name: 'calendar', path: '/calendar', touches: EVERYWHERE },
    {
      name: 'the editor',
      path: `/alerts/${search.id}`,
      touches: [...EVERYWHERE, type('type a name', /^Name/, 'Homes by the sea')],
    },
    { name: 'operations', path: '/operations', touches: EVERYWHERE },
    {
      name: 'sign-in',
      path: '/sign-in',
      anonymous: true,
      touches: [
        type('type an address', /^E-mail/, 'ada@palmetto.example'),
        type('type a password', /^Password/, 'low-country'),
      ],
    },
    {
      name: 'homes on a map',
      path: '/homes',
      anonymous: true,
      touches: [
        click('open the rooms', 'button', 'Beds & baths'),
        { name: 'three bedrooms', act: (page) => page.getByText('3+', { exact: true }).first().click() },
        press('close the rooms', 'Escape'),
        type('type a town', 'Town, neighborhood, zip or street', 'isle'),
      ],
    },
    {
      name: 'a home for anybody',
      path: `/homes/${encodeURIComponent(listing.listingKey)}`,
      anonymous: true,
      touches: [],
    },
    { name: 'preferences', path: `/preferences/${token}`, anonymous: true, touches: [] },
  ]
}
