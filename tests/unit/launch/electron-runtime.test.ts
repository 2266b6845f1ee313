import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installedElectron } from '../../../electron/launch/electron-runtime'

test('Electron’s runtime is there only where its program is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'))
  expect(installedElectron(folder)).toBeNull()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(installedElectron(folder)).toBeNull()
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist', 'electron'), '')
  expect(installedElectron(folder)).toBe(join(folder, 'dist', 'electron'))
})
