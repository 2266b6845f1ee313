import fc from 'fast-check'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assetPath } from '@shared/asset-path'

describe('the path of a file of the page', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-1a2b3c4d.js', 'assets/index-1a2b3c4d.js'],
    ['/assets/%E5%9B%BE.png', 'assets/图.png']
  ])('%s is %s', (path, expected) => {
    expect(assetPath(path)).toBe(expected)
  })

  test('is refused where it is not encoded properly, too long, or not a path', () => {
    for (const path of [
      '',
      'index.html',
      '/%',
      '/%zz',
      '/%ff',
      `/${'a'.repeat(3000)}`,
      '//evil.test/x',
      '/a//b',
      '/a/'
    ]) {
      expect(assetPath(path)).toBeNull()
    }
  })

  test('never leads out of its folder, whatever is asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e', '%2E%2e', '/', '%2f', '\\', '%5c', '%00', '%25', 'C:', 'a', ''),
      fc.string({ maxLength: 3 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = assetPath(`/${pieces.join('')}`)
        if (path === null) return
        expect(posix.resolve('/site', path).startsWith('/site/')).toBe(true)
        expect(path).not.toMatch(/[\\:\0]|(^|\/)\./)
      })
    )
  })
})
