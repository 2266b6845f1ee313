import { expect, it } from 'vitest'
import { at, codeOf, like, merchants, type Platform, startPlatform } from './platform'
import { startBench } from './push-bench'

const library = '/api/tpapp/v2/template'
const appId = merchants.upToDate

async function start(platform?: Platform) {
  const running = platform ?? (await startPlatform())
  const token = await running.componentToken()
  const list = async () =>
    at((await running.send('GET', `${library}/get_tpl_list/`, { token })).body, 'data', 'template_list') as {
      template_id: number | bigint
      user_version: string
    }[]
  return {
    ...{ platform: running, control: running.control, list },
    apps: async () => at((await running.send('GET', `${library}/get_tpl_app_list/`, { token })).body, 'data'),
    add: (draft: bigint) => running.send('POST', `${library}/add_tpl/`, { token, body: { draft_id: draft } }),
    remove: async (id: number | bigint) =>
      codeOf(await running.send('POST', `${library}/del_tpl/`, { token, body: { template_id: id } }))
  }
}

it('a new draft becomes a template, whose id is not told, and stays', async () => {
  const { control, list, apps, add } = await start()
  const templateApp = control.state().templateApps[0]
  const order = { version: '2.6.0', description: '新增外卖', uploadedBy: '王工' }
  const { draftId } = control.newDraft(templateApp?.appId ?? '', order)
  expect(BigInt(draftId)).toBeGreaterThan(2n ** 53n)
  const draft = { nick_name: '王工', user_version: '2.6.0', user_desc: '新增外卖', draft_id: BigInt(draftId) }
  expect(await apps()).toMatchObject({ tpl_app_list: [{ tpl_app_id: templateApp?.appId, ...draft }, {}, {}] })
  const before = await list()
  expect((await add(BigInt(draftId))).body).toEqual({ err_no: 0, err_msg: 'success', log_id: like(/./) })
  const added = (await list()).filter(({ template_id }) => before.every((each) => each.template_id !== template_id))
  expect(added).toMatchObject([{ user_version: '2.6.0' }])
  expect(added[0]?.template_id).toBeGreaterThan(2 ** 53)
  expect(await apps()).toMatchObject({ tpl_app_list: [draft, {}, {}] })
  expect(codeOf(await add(BigInt(templateApp?.draft?.id ?? 0)))).toBe(40034)
})

it('a full library refuses one more with 40035', async () => {
  const { control, list, add, remove } = await start()
  const draft = BigInt(control.state().templateApps[0]?.draft?.id ?? 0)
  const { length } = await list()
  control.setRules({ templateLimit: length + 1 })
  expect([codeOf(await add(draft)), codeOf(await add(draft))]).toEqual([0, 40035])
  expect(await remove((await list())[0]?.template_id ?? 0)).toBe(0)
  expect(codeOf(await add(draft))).toBe(0)
})

it('a deleted template can not be uploaded, and what merchants made of it stays', async () => {
  const platform = await startPlatform()
  const token = await platform.merchantToken(appId) // takes component tokens of its own
  const { control, list, remove } = await start(platform)
  const newest = (await list())[0]?.template_id ?? 0
  const ext_json = JSON.stringify({ extEnable: true, extAppid: appId })
  const body = { template_id: newest, user_version: '3.0.0', user_desc: '说明', ext_json }
  const upload = async () =>
    codeOf(await platform.send('POST', '/api/apps/v1/package_version/upload/', { token, body }))
  expect(await upload()).toBe(0)
  const before = control.state(appId).merchants[0]
  expect([await remove(newest), await remove(newest)]).toEqual([0, 40029])
  expect(await upload()).toBe(40029)
  expect(control.state(appId).merchants[0]).toEqual(before)
})

it.each([
  ['no document', 'text'],
  ['a list', []],
  ['no extEnable', { extEnable: undefined }],
  ['extEnable as a number', { extEnable: 1 }],
  ['an ext that is a text', { ext: 'shop' }],
  ['extPages whose page is a text', { extPages: { 'pages/a': 'x' } }],
  ['another mini program', { extAppid: merchants.gray }]
])('an ext.json with %s is refused', async (_, change) => {
  const platform = await startPlatform()
  const token = await platform.merchantToken(appId)
  const isDocument = typeof change === 'object' && !Array.isArray(change)
  const document = isDocument ? { extEnable: true, extAppid: appId, ...change } : change
  const body = { template_id: 1622, user_version: '3.0.0', user_desc: '说明', ext_json: JSON.stringify(document) }
  expect(codeOf(await platform.send('POST', '/api/apps/v1/package_version/upload/', { token, body }))).toBe(40001)
})

it('an ext.json takes the fields of app.json as they are', async () => {
  const platform = await startPlatform()
  const token = await platform.merchantToken(appId)
  const special = { extEnable: true, extAppid: appId, ext: { shopId: '88' }, extPages: { 'pages/a': { title: 'A' } } }
  const ext_json = JSON.stringify({ ...special, window: { backgroundColor: '#fff' }, pages: [] })
  const body = { template_id: 1622, user_version: '3.0.0', user_desc: '说明', ext_json }
  expect(codeOf(await platform.send('POST', '/api/apps/v1/package_version/upload/', { token, body }))).toBe(0)
  expect(platform.control.state(appId).merchants[0]?.tests.at(-1)?.extJson).toBe(ext_json)
})

it('control over HTTP brings drafts and the limit', async () => {
  const { platform, ask } = await startBench()
  const templateAppId = platform.control.state().templateApps[0]?.appId
  expect(await ask('POST', '/draft', { templateAppId, version: '9.0.0', description: '' })).toEqual({
    draftId: like(/^9\d{18}$/)
  })
  expect(await ask('POST', '/draft', { templateAppId: 'tt0', version: '9.0.0', description: '' })).toEqual({
    error: like(/40004/)
  })
  expect(await ask('POST', '/rules', { templateLimit: 3, capabilityCallsPerSecond: null })).toEqual({ ok: true })
  expect(await ask('GET', '/state')).toMatchObject({ templateLimit: 3, capabilityCallsPerSecond: null })
})
