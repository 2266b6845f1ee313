import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { isBuildFresh, sourceDigest, stampBuild } from '../../../electron/launch/source-digest'

describe('the build', () => {
  let root: string
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'build-'))
    for (const folder of ['electron/shell', 'renderer', 'shared', 'tests'])
      mkdirSync(join(root, folder), { recursive: true })
    for (const file of [
      'electron.vite.config.ts',
      'package-lock.json',
      'tsconfig.node.json',
      'electron/shell/a.ts',
      'shared/b.ts'
    ]) {
      write(file, file)
    }
    stampBuild(root)
  })

  test('is fresh until a source changes, and again when it changes back', () => {
    expect(isBuildFresh(root)).toBe(true)
    write('electron/shell/a.ts', 'changed')
    expect(isBuildFresh(root)).toBe(false)
    write('electron/shell/a.ts', 'electron/shell/a.ts')
    expect(isBuildFresh(root)).toBe(true)
  })

  test('is stale when a file is added, removed or renamed', () => {
    write('renderer/new.vue', 'x')
    expect(isBuildFresh(root)).toBe(false)
    stampBuild(root)
    rmSync(join(root, 'renderer/new.vue'))
    expect(isBuildFresh(root)).toBe(false)
    write('renderer/other.vue', 'x')
    expect(isBuildFresh(root)).toBe(false)
  })

  test('stays fresh when only times or tests change', () => {
    utimesSync(join(root, 'shared/b.ts'), 1, 1)
    write('tests/a.test.ts', 'x')
    expect(isBuildFresh(root)).toBe(true)
  })

  test('is stale where it was never made', () => {
    rmSync(join(root, 'out'), { recursive: true })
    expect(isBuildFresh(root)).toBe(false)
  })

  test('that a source changed under while it ran is stale', () => {
    const before = sourceDigest(root)
    write('shared/b.ts', 'changed while building')
    stampBuild(root, before)
    expect(isBuildFresh(root)).toBe(false)
  })
})
