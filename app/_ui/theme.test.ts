import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { expect, test } from 'vitest'
import { theme } from './theme.ts'

type Variables = Record<string, string>

/** Mantine's own surfaces take the house's tokens, so that a dropdown and a card are the same white. */
const SURFACES: Variables = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--hairline-strong)',
  '--mantine-color-anchor': 'var(--brand)',
  '--mantine-color-error': 'var(--bad-ink)',
  '--mantine-primary-color-contrast': 'var(--brand-ink)',
}

const ours = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme))
const theirs = defaultCssVariablesResolver(DEFAULT_THEME)

/** What Mantine's own style sheet does not say already. */
const changed = (mine: Variables, given: Variables) =>
  Object.entries(mine).filter(([name, value]) => given[name] !== value)

const rule = (selector: string, lines: [string, string][]) =>
  `${selector} {\n${lines.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`

// `vitest run app/_ui/theme.test.ts -u` writes the file anew. Made in the browser, it was 3 kB of script on each page.
test('the style sheet of the kit says what the theme says', async () => {
  const sheet = [
    '/* Made from theme.ts by theme.test.ts. */\n',
    rule(':root', changed(ours.variables, theirs.variables)),
    ...(['light', 'dark'] as const).map((scheme) =>
      rule(`:root[data-mantine-color-scheme="${scheme}"]`, changed({ ...ours[scheme], ...SURFACES }, theirs[scheme])),
    ),
  ].join('')
  await expect(sheet).toMatchFileSnapshot('./theme.css')
})
