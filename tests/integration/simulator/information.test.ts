import { expect, it } from 'vitest'
import { at, codeOf, merchants, startPlatform, textAt } from './platform'

const info = '/api/apps/v2/basic_info/get_info/'

it('tells the profile, with an icon that can be fetched', async () => {
  const platform = await startPlatform()
  const { body } = await platform.send('GET', info, { token: await platform.merchantToken(merchants.upToDate) })
  expect(at(body, 'data')).toMatchObject({
    app_id: merchants.upToDate,
    app_name: '山茶与海手作茶饮',
    app_state: 1,
    new_name_audit_info: null,
    subject_audit_info: { subject_name: '厦门山茶与海餐饮管理有限公司', subject_type: 1 }
  })
  const icon = await fetch(textAt(body, 'data', 'app_icon'))
  expect(icon.headers.get('content-type')).toBe('image/png')
})

it('tells the three states of a mini program', async () => {
  const platform = await startPlatform()
  const stateOf = async (appId: string) => {
    const { body } = await platform.send('GET', info, { token: await platform.merchantToken(appId) })
    return at(body, 'data', 'app_state')
  }
  expect(await stateOf(merchants.empty)).toBe(0)
  expect(await stateOf(merchants.upToDate)).toBe(1)
  expect(await stateOf(merchants.takenDown)).toBe(2)
})

it('answers 404 for a picture that is not there', async () => {
  const platform = await startPlatform()
  expect((await platform.send('GET', '/cdn/icon/none.png')).status).toBe(404)
  expect((await platform.send('GET', '/cdn/icon/..%2F..%2Fmerchants.json')).status).toBe(404)
})

it('lists templates with exact ids, and template apps without a draft', async () => {
  const platform = await startPlatform()
  const token = await platform.componentToken()
  const templates = await platform.send('GET', '/api/tpapp/v2/template/get_tpl_list/', { token })
  expect(templates.bytes.toString()).toContain('"template_id":9133504853504535288,')
  const apps = await platform.send('GET', '/api/tpapp/v2/template/get_tpl_app_list/', { token })
  expect(at(apps.body, 'data', 'tpl_app_list', 0, 'draft_id')).toBe(9133611094827306612n)
  expect(Object.keys(at(apps.body, 'data', 'tpl_app_list', 2) as object)).toEqual(['tpl_app_id', 'app_name'])
})

it('makes a template of a draft and deletes it', async () => {
  const platform = await startPlatform()
  const token = await platform.componentToken()
  const post = async (name: string, body: object) =>
    codeOf(await platform.send('POST', `/api/tpapp/v2/template/${name}/`, { token, body }))
  expect(await post('add_tpl', { draft_id: 9133611094827306612n })).toBe(0)
  const added = platform.control.state().templates.at(-1)
  expect(added?.version).toBe('2.5.0')
  expect(BigInt(added?.id ?? 0)).toBeGreaterThan(2n ** 53n)
  expect(await post('del_tpl', { template_id: BigInt(added?.id ?? 0) })).toBe(0)
  expect(await post('del_tpl', { template_id: BigInt(added?.id ?? 0) })).toBe(40029)
  expect(await post('add_tpl', { draft_id: 1 })).toBe(40034)
})

it('keeps at most two hundred templates', async () => {
  const platform = await startPlatform()
  const token = await platform.componentToken()
  const add = async () =>
    codeOf(
      await platform.send('POST', '/api/tpapp/v2/template/add_tpl/', {
        token,
        body: { draft_id: 9133611094827306612n }
      })
    )
  for (let count = platform.control.state().templates.length; count < 200; count += 1) expect(await add()).toBe(0)
  expect(await add()).toBe(40035)
})

it('lists templates of V1 beside errno', async () => {
  const platform = await startPlatform()
  const query = {
    component_appid: platform.simulator.application.appId,
    component_access_token: await platform.componentToken('/openapi/v1/auth/tp/token')
  }
  const { body } = await platform.send('GET', '/openapi/v1/tp/template/get_tpl_list', { query })
  expect(Object.keys(body as object).sort()).toEqual(['errno', 'log_id', 'message', 'template_list'])
})
