import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { publishArguments } from '../../resources/packaging/package'

const root = join(import.meta.dirname, '../..')
const complete = {
  MERCHANT_DESK_UPDATE_URL: 'https://updates.example.com/desk',
  MAIN_VITE_UPDATE_KEY: 'key',
  MERCHANT_DESK_PUBLISHER: 'Example Co., Ltd.'
}

describe('what the environment says of updates', () => {
  test('is nothing: the package looks for none', () => {
    expect(publishArguments({})).toEqual(['-c.publish=null'])
  })

  test('names server and publisher, for updates and for the signature on Windows', () => {
    expect(publishArguments(complete)).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://updates.example.com/desk',
      '-c.publish.channel=latest',
      '-c.publish.publisherName=Example Co., Ltd.',
      '-c.win.signtoolOptions.publisherName=Example Co., Ltd.'
    ])
  })

  test.each(['MERCHANT_DESK_UPDATE_URL', 'MAIN_VITE_UPDATE_KEY', 'MERCHANT_DESK_PUBLISHER'])(
    'is refused without %s, which would leave a check out',
    (name) => {
      expect(() => publishArguments({ ...complete, [name]: '' })).toThrow()
    }
  )

  test('is refused without https', () => {
    expect(() => publishArguments({ ...complete, MERCHANT_DESK_UPDATE_URL: 'http://updates.example.com' })).toThrow(
      'https'
    )
  })
})

describe('electron-builder.yml', () => {
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >

  test('builds for every system and processor that the product names', () => {
    expect(config['win']?.['target']).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
    expect(config['mac']?.['target']).toEqual([
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] }
    ])
    expect(config['linux']?.['target']).toEqual([
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] }
    ])
  })

  test('hardens the program on macOS, and gives up nothing of that but compiling as it runs', () => {
    expect(config['mac']).toMatchObject({ hardenedRuntime: true, notarize: true })
    const entitlements = readFileSync(join(root, String(config['mac']?.['entitlements'])), 'utf8')
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit'
    ])
  })

  test('packs into an archive, and takes the program’s links', () => {
    expect(config).toMatchObject({ asar: true, npmRebuild: false })
    expect(config['protocols']).toEqual([{ name: 'Merchant Desk', schemes: ['merchant-desk'], role: 'Viewer' }])
  })
})
