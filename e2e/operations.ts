import { expect, type Page } from '@playwright/test'

/** Presses "Run now" on the operations page and waits, without a reload, for the job's own words about it. */
export async function runNow(page: Page, job: string, words: RegExp) {
  await page.goto('/operations')
  const line = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: job, exact: true }) })
  await page.getByRole('button', { name: `Actions for ${job}` }).click()
  await page.getByRole('menuitem', { name: 'Run now' }).click()
  await expect(line).toContainText(words, { timeout: 60_000 })
}
