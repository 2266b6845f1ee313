import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import zh from '../../../renderer/i18n/zh'
import { deskTexts } from '../../../electron/texts/en'

const guide = resolve(import.meta.dirname, '../../../docs/guide')
/** An example of a time, whose number is a value too. */
const example = '3 分钟前'

type Texts = string | { readonly [key: string]: Texts }

const textsOf = (texts: Texts): readonly string[] =>
  typeof texts === 'string' ? [texts] : Object.values(texts).flatMap(textsOf)

/** Without what stands for values, and without the spaces around it. */
const bare = (text: string): string => text.replaceAll(/\{\w+\}|…|\s/g, '')

const spoken = [...textsOf(zh), ...Object.keys(deskTexts)].map(bare).join('\n')

/** What the guide quotes and the program does not say; an … in it stands for a value. */
function strangeWords(page: string): readonly string[] {
  const text = readFileSync(join(guide, page), 'utf8')
  return [...text.matchAll(/「([^」]+)」/g)]
    .map(([, quoted = '']) => quoted)
    .filter((quoted) => quoted !== example && !quoted.split('…').every((part) => spoken.includes(bare(part))))
    .map((quoted) => `${page}: ${quoted}`)
}

describe('the guide', () => {
  it('quotes buttons and states as the program says them', () => {
    const pages = readdirSync(guide)
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.flatMap(strangeWords)).toEqual([])
  })
})
