import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/store'
import { closeDatabase, inspectDatabase, openDatabase } from '../../../electron/store/database'
import { migrate } from '../../../electron/store/migrate'
import { migrations } from '../../../electron/store/migrations'
import { january, versionList } from '../support'
import { storeOptions, temporaryFolder } from './support'

const ref = { accountId: 'a', appId: 'tt01' }

/** A folder with the closed database of a program that knew the first `version` steps, with one merchant in it. */
function folderOf(version: number): string {
  const folder = temporaryFolder()
  const database = openDatabase(join(folder, 'desk.sqlite'))
  migrate(database, migrations.slice(0, version), () => undefined)
  database.exec(`
    INSERT INTO accounts (id, kind, name, colour, component_app_id) VALUES ('a', 'platform', '甲', '#111111', 'ttc');
    INSERT INTO merchants (account_id, app_id, name, tags, read_at) VALUES ('a', 'tt01', '湘里人家', '["餐饮"]', 7);
    INSERT INTO operations (id, account_id, app_id, kind, state, started_at, actor, request, versions_before)
      VALUES ('o1', 'a', 'tt01', 'upload', 'unknown', 5, '小王', '{}', '${JSON.stringify(versionList(1))}')`)
  closeDatabase(database)
  return folder
}

describe('the steps of the schema', () => {
  it('ascend without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_step, index) => index + 1))
  })

  it.each(migrations.slice(0, -1))('bring a database of version $version up with all that is in it', ({ version }) => {
    const folder = folderOf(version)
    const store = openStore(storeOptions(folder, january))
    expect(store.merchants.row(ref)).toMatchObject({ name: '湘里人家', tags: ['餐饮'], readAt: 7, unsettled: 'upload' })
    expect(store.merchants.row(ref)).toMatchObject({
      readiness: null,
      creditScore: null,
      drift: null,
      template: null
    })
    expect(store.information.stale('a', january, 10)).toEqual(['tt01'])
    store.standing.fail(ref, { code: 'network', message: '没有读到', nextStep: '请重试', retryable: true })
    expect(store.standing.read(ref).error?.code).toBe('network')
    expect(store.savedCodes.list('a', null)).toEqual([])
    expect(store.extVariables.studio('a')).toEqual({ variables: [], defaults: [] })
    expect(store.rollouts.list('a', 9)).toEqual([])
    expect(store.learnedRules.list('a')).toEqual([])
    expect(store.operations.get('o1')?.operation.rolloutId).toBeNull()
    expect(store.capabilityRows('a').map(({ appId }) => appId)).toEqual(['tt01'])
    store.operations.finish('o1', { state: 'done', finishedAt: 6, logId: null, error: null })
    expect(store.operations.uploads('a', 1)).toEqual([{ appId: 'tt01', version: null, request: {} }])
    store.close()
    expect(inspectDatabase(join(folder, 'desk.sqlite')).version).toBe(migrations.length)
    const backups = readdirSync(join(folder, 'backups'))
    expect(backups.map((name) => inspectDatabase(join(folder, 'backups', name)).version)).toEqual([version])
  })
})
