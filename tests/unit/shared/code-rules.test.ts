import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeHosts, type Colour } from '@shared/domain/mini-code'
import {
  codeContrastMin,
  codeHostNames,
  colourProblem,
  contrast,
  pathProblem,
  pathWith
} from '@shared/rules/code-rules'

const grey = (part: number): Colour => ({ r: part, g: part, b: part })
const [black, white] = [grey(0), grey(255)]
const part = fc.integer({ min: 0, max: 255 })
const colours = fc.record({ r: part, g: part, b: part })

describe('the hosts of a code', () => {
  it('have a name each, no two the same', () => {
    expect(new Set(codeHosts.map((host) => codeHostNames[host])).size).toBe(codeHosts.length)
  })
})

describe('the contrast of two colours', () => {
  it.each([
    [black, white, 21],
    [white, black, 21],
    [black, black, 1],
    [{ r: 255, g: 0, b: 0 }, white, 4],
    [{ r: 0, g: 0, b: 255 }, white, 8.59],
    [grey(119), white, 4.48]
  ])('of %o and %o is %d, as WCAG 2 counts it', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2)
  })

  it('is the same both ways, and between 1 and 21', () => {
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a))
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1)
        expect(contrast(a, b)).toBeLessThanOrEqual(21)
      })
    )
  })
})

describe('the colours of a code', () => {
  it('pass where the lines are dark enough on what is behind them', () => {
    expect(colourProblem(black, white)).toBeNull()
    expect(colourProblem({ r: 37, g: 99, b: 235 }, white)).toBeNull()
  })

  it.each([
    [white, black, '反色'],
    [black, black, '反色'],
    [grey(150), white, '对比只有 2.9'],
    [{ r: 255, g: 1, b: 1 }, white, '对比只有 3.9，至少要 4']
  ])('%o on %o are refused', (lines, background, why) => expect(colourProblem(lines, background)).toContain(why))

  it('pass exactly from the least contrast on, lines darker than the background', () => {
    fc.assert(
      fc.property(colours, colours, (a, b) => {
        const passes = [colourProblem(a, b), colourProblem(b, a)].filter((problem) => problem === null)
        expect(passes).toHaveLength(contrast(a, b) >= codeContrastMin ? 1 : 0)
      })
    )
  })
})

describe('a page path with parameters', () => {
  it.each([
    ['pages/a', [], 'pages/a'],
    ['pages/a', [{ name: 'id', value: '3' }], 'pages/a?id=3'],
    ['pages/a?from=qr', [{ name: 'id', value: '3' }], 'pages/a?from=qr&id=3'],
    ['pages/a', [{ name: '桌号', value: 'A&B=1' }], 'pages/a?%E6%A1%8C%E5%8F%B7=A%26B%3D1'],
    ['pages/a', [{ name: '', value: 'left out' }], 'pages/a'],
    ['pages/a', [{ name: 'empty', value: '' }], 'pages/a?empty=']
  ])('of %s and %o is %s', (page, parameters, expected) => expect(pathWith(page, parameters)).toBe(expected))

  it('is well formed and gives every parameter back, whatever is in it', () => {
    const texts = fc.string({ unit: 'grapheme' })
    const parameters = fc.array(fc.record({ name: texts.filter((name) => name !== ''), value: texts }))
    fc.assert(
      fc.property(parameters, (given) => {
        const path = pathWith('pages/table/index', given)
        expect(pathProblem(path)).toBeNull()
        const read = [...new URLSearchParams(path.split('?')[1] ?? '')].map(([name, value]) => ({ name, value }))
        expect(read).toEqual(given)
      })
    )
  })

  it('does not fail over a text that was cut in the middle of a character', () => {
    expect(pathWith('pages/a', [{ name: 'x', value: '👨'.slice(0, 1) }])).toBe('pages/a?x=%EF%BF%BD')
  })
})

describe('the form of a page path', () => {
  it.each(['', 'pages/index/index', 'pages/a-b_c.d/1?id=3&x=%E6%A1%8C', 'pages/a?x='])('lets "%s" pass', (path) =>
    expect(pathProblem(path)).toBeNull()
  )

  it.each([
    ['/pages/a', '斜杠'],
    ['pages/a b', '空格'],
    ['pages/a?x=1 2', '空格'],
    ['pages/a\n', '空格'],
    ['pages/桌', '先编码'],
    ['pages/a?x=桌', '先编码'],
    ['pages/a?x=👨', '先编码'],
    ['pages/a?x=\u0001', '先编码'],
    ['pages/a#top', '#'],
    ['pages/a?x=1#top', '#'],
    ['?x=1', '页面路径'],
    ['pages/a&x=1', '页面路径只能'],
    ['pages/%E6', '页面路径只能'],
    ['pages/a?off=50%', '%25'],
    ['pages/a?off=%zz', '%25']
  ])('refuses "%s" for %s', (path, why) => expect(pathProblem(path)).toContain(why))
})
