import { decodeEntities } from '#server/adapters/mail/html-text.ts'

/** One element: its name in lower case, its attributes, its own text and what stands in it. */
export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] }

const MOST_ELEMENTS = 5_000
const MOST_DEPTH = 40
const ATTRIBUTE = /([\w:-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name.toLowerCase(),
      decodeEntities(double ?? single ?? ''),
    ]),
  )

/**
 * Reads XML as far as leads are written in it. No document types, and no entities but XML's own five: nothing can be
 * made to grow, and nothing is fetched. Null for what is not closed properly. Each character is looked at once.
 */
export function parseXml(xml: string): Element | null {
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open: Element[] = [root]
  let count = 0
  for (let at = 0; at < xml.length; ) {
    const inside = open.at(-1) ?? root
    const next = xml.indexOf('<', at)
    inside.text += decodeEntities(xml.slice(at, next < 0 ? xml.length : next))
    if (next < 0) break
    const isData = xml.startsWith('<![CDATA[', next)
    const isComment = xml.startsWith('<!--', next)
    const end = xml.indexOf(isData ? ']]>' : isComment ? '-->' : '>', next)
    if (end < 0) return null
    if (isData) inside.text += xml.slice(next + 9, end)
    at = end + (isData || isComment ? 3 : 1)
    const tag = xml.slice(next + 1, end)
    if (isData || isComment || /^[?!]/.test(tag)) continue
    const name = (/^\/?([\w:.-]{1,60})/.exec(tag)?.[1] ?? '').toLowerCase()
    if (tag.startsWith('/')) {
      if (open.length < 2 || inside.name !== name) return null
      open.pop()
      continue
    }
    count += 1
    if (name === '' || count > MOST_ELEMENTS || open.length > MOST_DEPTH) return null
    const element: Element = { name, attributes: attributesOf(tag), text: '', children: [] }
    inside.children.push(element)
    if (!tag.endsWith('/')) open.push(element)
  }
  return open.length === 1 ? root : null
}

/** Every element of that name, wherever it stands. */
export function* allNamed(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* allNamed(child, name)
  }
}
export const firstNamed = (element: Element | undefined, name: string): Element | undefined =>
  element && allNamed(element, name).next().value
