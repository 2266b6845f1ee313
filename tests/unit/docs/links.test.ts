import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const kilobyte = 1024
const pictureMaxBytes = 200 * kilobyte

const namesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))

const rootPages = readdirSync(root).filter((name) => name.endsWith('.md'))
const pages = [...rootPages, ...namesIn('docs', '.md')]
const pictures = namesIn('docs/pictures', '.png')

/** Where the links and pictures of a page lead, from the root; what stands in a block of code is an example. */
function targets(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => join(dirname(page), decodeURI(target.replace(/#.*$/, ''))))
}

const linked = new Map(pages.map((page) => [page, targets(page)]))

describe('the documents', () => {
  it('lead nowhere that is not there', () => {
    const broken = [...linked].flatMap(([page, all]) =>
      all.filter((target) => !existsSync(join(root, target))).map((target) => `${page}: ${target}`)
    )
    expect([...linked.values()].flat().length).toBeGreaterThan(100)
    expect(broken).toEqual([])
  })

  it('show every picture that is kept', () => {
    const shown = new Set([...linked.values()].flat())
    expect(pictures.length).toBeGreaterThan(20)
    expect(pictures.filter((picture) => !shown.has(picture))).toEqual([])
  })

  it('have every page of the guide in its contents, and lead to the guide from the first page', () => {
    const guide = namesIn('docs/guide', '.md').filter((page) => !page.endsWith('README.md'))
    const contents = new Set(linked.get('docs/guide/README.md'))
    expect(guide.length).toBeGreaterThan(20)
    expect(guide.filter((page) => !contents.has(page))).toEqual([])
    expect(linked.get('README.md')).toContain('docs/guide/README.md')
  })

  it('keep their pictures small enough to be read over a slow line', () => {
    const large = pictures.filter((picture) => statSync(join(root, picture)).size > pictureMaxBytes)
    expect(large).toEqual([])
  })

  it('can all be found from the first page, one by one or as a folder', () => {
    const found = new Set(['README.md'])
    for (const page of found) {
      for (const target of linked.get(page) ?? []) {
        found.add(target)
        pages.filter((each) => dirname(each) === target).forEach((each) => found.add(each))
      }
    }
    expect(pages.filter((page) => !found.has(page))).toEqual([])
  })
})
