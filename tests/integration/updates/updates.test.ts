import { describe, expect, test } from 'vitest'
import { foreignKey, updateBench } from './support'

const contents = Buffer.from('a whole new program')
const newer = { version: '1.3.0', contents }

describe('a new version on the server', () => {
  test('is found, downloaded and ready, and installed at a quit without opening again', async () => {
    const { updates, asked, installs, ended, log } = await updateBench(newer)
    expect(await updates.check()).toMatchObject({ kind: 'downloading', version: '1.3.0' })
    await ended()
    expect(updates.state(), log.join()).toEqual({ kind: 'ready', version: '1.3.0' })
    expect(asked).toEqual(['/latest-linux.yml', '/desk-1.3.0.AppImage'])
    expect(await updates.installAtQuit(false, false)).toBe(true)
    expect(installs).toEqual([[true, false]])
  })

  test('waits for the next quit while a rollout runs', async () => {
    const { updates, installs, ended } = await updateBench(newer)
    await updates.check()
    await ended()
    expect(await updates.installAtQuit(true, false)).toBe(false)
    expect(installs).toEqual([])
    expect(updates.state().kind).toBe('ready')
  })

  test('opens the program again where the operator asked for it', async () => {
    const { updates, installs, ended, reopened } = await updateBench(newer)
    await updates.check()
    await ended()
    updates.install()
    expect(reopened()).toBe(1)
    await updates.installAtQuit(false, true)
    expect(installs).toEqual([[true, true]])
  })

  test('is not asked for again once it is ready', async () => {
    const { updates, asked, ended } = await updateBench(newer)
    await updates.check()
    await ended()
    await updates.check()
    expect(asked.filter((path) => path.startsWith('/latest'))).toHaveLength(1)
  })

  test('is none where it is the present one', async () => {
    const { updates, asked } = await updateBench({ version: '1.2.0', contents })
    expect(await updates.check()).toMatchObject({ kind: 'current' })
    expect(asked).toEqual(['/latest-linux.yml'])
  })
})

describe('a server that was broken into', () => {
  test.each([
    ['a file with another byte', newer, Buffer.from('a whole new prograM')],
    ['a shorter file', newer, Buffer.from('a whole')]
  ])('hands out %s: it is thrown away', async (_case, release, served) => {
    const { updates, installs, ended, log } = await updateBench(release, served)
    await updates.check()
    await ended()
    expect(log.join()).toMatch(/sha512|CHECKSUM/i)
    expect(updates.state()).toMatchObject({ kind: 'failed', error: { message: '新版本 1.3.0 没有下载成功' } })
    expect(await updates.installAtQuit(false, false)).toBe(false)
    expect(installs).toEqual([])
  })

  test.each([
    ['somebody else’s signature', { ...newer, key: foreignKey.privateKey }],
    ['no signature', { ...newer, change: ({ version, files }) => ({ version, files }) }],
    ['an old file under a new number', { ...newer, version: '1.1.0', change: (old) => ({ ...old, version: '9.9.9' }) }],
    [
      'a file of its own with a matching hash',
      {
        ...newer,
        change: (signed) => ({ ...signed, files: [{ url: 'evil.AppImage', sha512: `${'A'.repeat(86)}==`, size: 1 }] })
      }
    ],
    [
      'one file more than was signed',
      {
        ...newer,
        change: (signed) => ({
          ...signed,
          files: [...signed.files, { url: 'b', sha512: `${'A'.repeat(86)}==`, size: 1 }]
        })
      }
    ],
    [
      'a file on another server',
      {
        ...newer,
        change: (signed) => ({
          ...signed,
          files: signed.files.map((file) => ({ ...file, url: 'https://evil.test/x' }))
        })
      }
    ]
  ] satisfies [string, Parameters<typeof updateBench>[0]][])(
    'hands out %s: nothing is downloaded',
    async (_case, release) => {
      const { updates, asked, log } = await updateBench(release)
      expect(await updates.check()).toMatchObject({
        kind: 'failed',
        error: { reason: expect.stringContaining('签名') as string }
      })
      expect(asked).toEqual(['/latest-linux.yml'])
      expect(log.join()).toContain('not signed')
    }
  )

  test('replays an older version, rightly signed: it is none', async () => {
    const { updates, asked } = await updateBench({ version: '1.1.0', contents })
    expect(await updates.check()).toMatchObject({ kind: 'current' })
    expect(asked).toEqual(['/latest-linux.yml'])
  })
})

test('a server that does not answer is told of, without its address, and asked again later', async () => {
  const { updates, log } = await updateBench({ ...newer, change: () => ({ version: 'no version', files: [] }) })
  expect(await updates.check()).toMatchObject({ kind: 'failed', error: { message: '没有查到新版本', retryable: true } })
  expect(log.join()).not.toMatch(/127\.0\.0\.1|http:/)
})
