import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import type { Simulator } from '../../../electron/simulator'
import { hand, readWhole } from '../../security/support/visits/safety'
import { temporaryFolder } from '../../unit/store/support'
import { appIds, archiveOf, canaries, computer, newAgency, restored, type Agency } from './recovery-desk'
import { newApplication, newSimulator } from './support'

vi.setConfig({ testTimeout: 60_000 })

const passphrase = 'CANARY-passphrase-2f9c'

/** An application with an account of six merchants, two of them marked by the operator. */
async function agency(simulator: Simulator): Promise<Agency> {
  const desk = await newAgency(simulator)
  const { accountId } = desk
  const [one = '', two = ''] = await appIds(desk, accountId)
  await desk.value('merchants.setTags', { accountId, appId: one, tags: ['餐饮', '海边'] })
  await desk.value('merchants.setNote', { accountId, appId: two, note: '老板姓林' })
  return desk
}

describe('a backup file', () => {
  it('holds no secret and nothing sealed, unless a passphrase seals them in it', async () => {
    const simulator = await newSimulator(6)
    const desk = await agency(simulator)
    const plain = await archiveOf(desk, null)
    const parts = unzipSync(plain)
    expect(Object.keys(parts)).toEqual(['manifest.json', 'merchant-desk.sqlite'])
    const file = join(temporaryFolder(), 'copy.sqlite')
    writeFileSync(file, parts['merchant-desk.sqlite'] ?? new Uint8Array())
    const copy = new Database(file, { readonly: true })
    const sealed = ['sealed_values', 'merchant_tokens'].map((table) =>
      copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    )
    copy.close()
    expect(sealed).toEqual([0, 0])
    const secret = unzipSync(await archiveOf(desk, passphrase))['secrets.json']
    expect(Buffer.from(secret ?? []).toString()).toContain('"kdf":"scrypt"')
    await desk.desk.close()
    const written = Buffer.concat([readFileSync(desk.log), ...filesIn(desk.dataDir).map((path) => readFileSync(path))])
    for (const canary of [passphrase, ...Object.values(canaries), simulator.application.secret]) {
      expect(written.includes(canary)).toBe(false)
      expect(Buffer.concat(Object.values(parts)).includes(canary)).toBe(false)
    }
  })

  it('brings merchants, marks and journal to another computer, where the secrets are entered again', async () => {
    const desk = await agency(await newSimulator(6))
    const archive = await archiveOf(desk, null)
    const other = await restored(await computer(), archive, null)
    const { accounts, openingNotices } = await other.value('app.info', {})
    expect(accounts.find(({ id }) => id === desk.accountId)?.secrets).toBe('missing')
    expect(openingNotices.map(({ message }) => message).join()).toContain('没有密钥的账号要重新填写')
    const { rows } = await other.value('merchants.page', { accountId: desk.accountId, cursor: null, limit: 50 })
    expect(rows.map(({ tags }) => tags.join()).join('')).toBe('餐饮,海边')
    const { entries } = await other.value('activity.page', {
      filter: {
        ...{ accountId: null, appId: null, actions: ['backup_restore'], outcomes: null, origins: null, actor: null },
        ...{ from: null, to: null, text: '' }
      },
      ...{ cursor: null, limit: 10 }
    })
    expect(entries).toHaveLength(1)
    expect(await other.value('activity.check', {})).toMatchObject({ broken: null })
    expect((await other.value('safety.state', {})).backups.map(({ reason }) => reason)).toContain('restore')
  })

  it('brings the secrets too with the passphrase, and says which is wrong: the passphrase or the file', async () => {
    const desk = await agency(await newSimulator(6))
    const archive = await archiveOf(desk, passphrase)
    const other = await computer()
    const source = { kind: 'file' as const, fileId: await hand(other, 'a.mdbackup', archive) }
    const { counts } = await other.value('safety.examine', { source })
    const order = { source, confirmed: counts.merchants }
    const wrong = await other.error('safety.restore', { ...order, passphrase: `${passphrase}x` })
    expect(wrong.reason).toContain('口令不对')
    expect((await other.value('safety.state', {})).pending).toBeNull()
    const broken = Buffer.from(archive)
    broken.fill(7, broken.length - 900, broken.length - 600)
    const damaged = { kind: 'file' as const, fileId: await hand(other, 'b.mdbackup', broken) }
    expect((await other.error('safety.examine', { source: damaged })).reason).not.toContain('口令')
    const opened = await restored(other, archive, passphrase)
    await vi.waitFor(async () => {
      const { accounts } = await opened.value('app.info', {})
      expect(accounts.find(({ id }) => id === desk.accountId)?.secrets).not.toBe('missing')
    })
  })

  it('is not restored for another number of merchants than it has', async () => {
    const desk = await agency(await newSimulator(6))
    const source = { kind: 'file' as const, fileId: await hand(desk, 'a.mdbackup', await archiveOf(desk, null)) }
    const refused = await desk.error('safety.restore', { source, confirmed: 5, passphrase: null })
    expect(refused.code).toBe('changed_meanwhile')
    expect((await desk.value('safety.state', {})).pending).toBeNull()
  })
})

describe('a backup beside the database', () => {
  it('takes its place at the next start, and the tokens of now are kept', async () => {
    const desk = await agency(await newSimulator(6))
    const { accountId } = desk
    const [one = ''] = await appIds(desk, accountId)
    const { backups } = await desk.value('safety.backUp', {})
    await desk.value('merchants.setTags', { accountId, appId: one, tags: ['之后'] })
    const before = sealedOf(desk)
    const source = { kind: 'backup' as const, name: backups[0]?.name ?? '' }
    const { counts } = await desk.value('safety.examine', { source })
    const { pending } = await desk.value('safety.restore', { source, confirmed: counts.merchants, passphrase: null })
    expect(pending?.at).toBe(backups[0]?.at)
    await desk.desk.close()
    const opened = await computer(desk)
    const { rows } = await opened.value('merchants.page', { accountId, cursor: null, limit: 50 })
    expect(rows.find(({ appId }) => appId === one)?.tags).toEqual(['餐饮', '海边'])
    expect(before.length).toBeGreaterThan(0)
    expect(sealedOf(desk)).toEqual(before)
  })

  it('whose restore was taken back changes nothing', async () => {
    const desk = await agency(await newSimulator(6))
    const { backups } = await desk.value('safety.backUp', {})
    const source = { kind: 'backup' as const, name: backups[0]?.name ?? '' }
    const { counts } = await desk.value('safety.examine', { source })
    await desk.value('safety.restore', { source, confirmed: counts.merchants, passphrase: null })
    expect((await desk.value('safety.cancelRestore', {})).pending).toBeNull()
    await desk.desk.close()
    const opened = await computer(desk)
    expect((await opened.value('app.info', {})).openingNotices).toEqual([])
  })
})

describe('opening the program again for a restore', () => {
  it('is the host’s to do, and said to be possible where it is', async () => {
    let reopened = 0
    const reopen = () => void (reopened += 1)
    const desk = await newApplication({ dataDir: temporaryFolder(), reopen })
    expect((await desk.value('safety.state', {})).canReopen).toBe(true)
    await desk.value('safety.reopen', {})
    expect(reopened).toBe(1)
  })

  it('is not offered, and refused, where the host can not', async () => {
    const desk = await newApplication({ dataDir: temporaryFolder() })
    expect((await desk.value('safety.state', {})).canReopen).toBe(false)
    expect(await desk.error('safety.reopen', {})).toMatchObject({ code: 'not_possible_now', actor: 'operator' })
  })
})

describe('a copied data folder on a second computer', () => {
  it('tells that the secrets are missing, and loses nothing', async () => {
    const desk = await agency(await newSimulator(6))
    await desk.desk.close()
    const second = await computer({ dataDir: desk.dataDir, keychain: memoryKeychain() })
    await vi.waitFor(async () => expect((await second.value('app.info', {})).keychain).toBe('ready'))
    const { accounts } = await second.value('app.info', {})
    expect(accounts.find(({ id }) => id === desk.accountId)?.secrets).toBe('missing')
    expect(await appIds(second, desk.accountId)).toHaveLength(6)
    const { error } = { error: await second.error('merchants.import', { accountId: desk.accountId }) }
    expect(error.nextStep).not.toBe('')
    expect(sealedOf(desk).length).toBeGreaterThan(0)
  })
})

describe('settings in a file', () => {
  it('come to another computer by kind, and name what is not known there', async () => {
    const simulator = await newSimulator(6)
    const desk = await agency(simulator)
    const { accountId } = desk
    const file = await readWhole(desk, (await desk.value('safety.export', {})).fileId)
    const [one = '', two = ''] = await appIds(desk, accountId)
    await desk.value('merchants.setTags', { accountId, appId: one, tags: [] })
    await desk.value('merchants.setNote', { accountId, appId: two, note: '改过' })
    const parsed = JSON.parse(file.toString()) as { accounts: { id: string; merchants: object[] }[] }
    const own = parsed.accounts.find(({ id }) => id === accountId)
    own?.merchants.push({ appId: 'ttunknown', name: '不认识', tags: ['甲'], note: '', values: {}, baseline: null })
    const fileId = await hand(desk, 'a.json', Buffer.from(JSON.stringify(parsed)))
    const preview = await desk.value('safety.previewImport', { fileId })
    const of = (kind: string) => preview.changes.find((each) => each.kind === kind)
    expect(of('tags')).toMatchObject({ added: 1, changed: 0 })
    expect(of('notes')).toMatchObject({ added: 0, changed: 1 })
    expect(preview.unknownMerchants).toEqual(['不认识 ttunknown'])
    await desk.value('safety.import', { fileId, kinds: ['tags'] })
    const rows = (await desk.value('merchants.page', { accountId, cursor: null, limit: 50 })).rows
    expect(rows.find(({ appId }) => appId === one)?.tags).toEqual(['餐饮', '海边'])
    expect(rows.find(({ appId }) => appId === two)?.note).toBe('改过')
  })

  it('that are none are refused by the field that is wrong', async () => {
    const desk = await computer()
    const file = JSON.parse(
      (await readWhole(desk, (await desk.value('safety.export', {})).fileId)).toString()
    ) as object
    const bad = Buffer.from(JSON.stringify({ ...file, settings: { theme: 'pink' } }))
    const error = await desk.error('safety.previewImport', { fileId: await hand(desk, 'a.json', bad) })
    expect(error.reason).toContain('settings.theme')
    const other = await desk.error('safety.previewImport', { fileId: await hand(desk, 'b.json', Buffer.from('[]')) })
    expect(other.reason).toContain('不是代管台导出的设置')
  })
})

/** The merchants of the account whose tokens are kept. */
function sealedOf({ dataDir, accountId }: { dataDir: string; accountId: string }): unknown[] {
  const database = new Database(join(dataDir, 'merchant-desk.sqlite'), { readonly: true })
  const tokens = database.prepare('SELECT app_id FROM merchant_tokens WHERE account_id = ? ORDER BY app_id')
  const appIds = tokens.pluck().all(accountId)
  database.close()
  return appIds
}

/** All files below the folder, those of a backup in pieces included. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
