import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlatformClient } from '../../../electron/douyin/platform'
import { failureOf, testClient } from './support/client'
import { PlatformServer, appListPath, ok, submitPath, text, uploadPath, versionsPath } from './support/platform-server'

const packages = '/api/apps/v1/package_version/'
const templatesPath = '/api/tpapp/v2/template/get_tpl_list/'
const templateAppsPath = '/api/tpapp/v2/template/get_tpl_app_list/'
let server: PlatformServer
let client: PlatformClient

beforeEach(async () => {
  server = await new PlatformServer().listen()
  client = testClient(server.url)
})

afterEach(async () => {
  client.close()
  await server.close()
})

const request = {
  templateId: '9133504853504535288',
  version: '1.4.0',
  description: '新增"预约"功能',
  extJson: '{"extEnable":true,"id":9133504853504535288}',
  channel: ''
}

describe('what is sent', () => {
  test('an upload carries its template id unquoted, digit for digit', async () => {
    server.on(uploadPath, ok())
    await client.merchant('tt01').upload(request)
    expect(server.at(uploadPath)[0]?.body).toBe(
      '{"template_id":9133504853504535288,"user_version":"1.4.0","user_desc":"新增\\"预约\\"功能",' +
        '"ext_json":"{\\"extEnable\\":true,\\"id\\":9133504853504535288}","tag":""}'
    )
  })

  test.each(['', '1e3', '-1', '007', '1,2', '123456789012345678901'])(
    'the template id "%s" is not sent',
    async (templateId) => {
      const facts = await failureOf(client.merchant('tt01').upload({ ...request, templateId }))
      expect(facts).toMatchObject({ kind: 'refused', outcome: 'not_sent' })
      expect(server.received).toEqual([])
    }
  )

  test('a submission names hosts, note and channel; sending again the failed one is way 1', async () => {
    server.on(submitPath, ok())
    const merchant = client.merchant('tt01')
    await merchant.submit({ hosts: ['douyin', 'toutiao'], note: '账号 demo', resubmit: false, channel: '1' })
    await merchant.submit({ hosts: ['douyin'], note: '', resubmit: true, channel: '' })
    expect(server.at(submitPath).map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { host_names: ['douyin', 'toutiao'], audit_note: '账号 demo', audit_way: 0, tag: '1' },
      { host_names: ['douyin'], audit_note: '', audit_way: 1, tag: '' }
    ])
  })

  test.each([
    ['withdraw', 'revoke_audit/'],
    ['release', 'release/'],
    ['rollback', 'rollback/']
  ] as const)('%s posts an empty object and gives the log id back', async (name, path) => {
    server.on(packages + path, ok(undefined, '20260101000000C3'))
    await expect(client.merchant('tt01')[name]()).resolves.toEqual({ logId: '20260101000000C3' })
    const [sent] = server.at(packages + path)
    expect([sent?.method, sent?.body, sent?.headers['content-type']]).toEqual(['POST', '{}', 'application/json'])
  })

  test("a merchant's call carries the merchant's token, one about templates the application's", async () => {
    server.on(versionsPath, ok({})).on(templatesPath, ok({ template_list: [] }))
    await client.merchant('tt01').versions()
    await client.templates()
    expect(server.at(versionsPath)[0]?.headers['access-token']).toMatch(/^isvact\./)
    expect(server.at(templatesPath)[0]?.headers['access-token']).toMatch(/^clt\./)
  })

  test('a base address with a path of its own is kept', async () => {
    server.on(`/proxy${templatesPath}`, ok({ template_list: [] }))
    server.on('/proxy/openapi/v2/auth/tp/token/', text('{"component_access_token":"clt.9","expires_in":7200}'))
    const behind = testClient(`${server.url}/proxy/`)
    await expect(behind.templates()).resolves.toEqual([])
    behind.close()
  })
})

describe('what is read', () => {
  test('templates keep ids beyond 2^53, as numbers and as texts', async () => {
    server.on(
      templatesPath,
      text(
        '{"err_no":0,"data":{"template_list":[' +
          '{"template_id":9133504853504535288,"user_version":"1.0.0","user_desc":"首版","create_time":1667389622},' +
          '{"template_id":"18446744073709551615","user_version":"1.0.1","user_desc":null,"create_time":"0"},' +
          '{"template_id":1622,"user_version":"1.0.2","user_desc":"x"}]}}'
      )
    )
    expect(await client.templates()).toEqual([
      { templateId: '9133504853504535288', version: '1.0.0', description: '首版', createdAt: 1667389622000 },
      { templateId: '18446744073709551615', version: '1.0.1', description: '', createdAt: null },
      { templateId: '1622', version: '1.0.2', description: 'x', createdAt: null }
    ])
  })

  test('a template app without an upload has no draft', async () => {
    server.on(
      templateAppsPath,
      text(
        '{"err_no":0,"data":{"tpl_app_list":[{"tpl_app_id":"tta","app_name":"模板一"},' +
          '{"tpl_app_id":"ttb","app_name":"模板二","nick_name":"甲","user_version":"2.0.0","user_desc":"说明",' +
          '"draft_id":9133504853504535289,"create_time":1667389622}]}}'
      )
    )
    expect(await client.templateApps()).toEqual([
      { appId: 'tta', name: '模板一', draft: null },
      {
        appId: 'ttb',
        name: '模板二',
        draft: {
          draftId: '9133504853504535289',
          version: '2.0.0',
          description: '说明',
          uploadedBy: '甲',
          createdAt: 1667389622000
        }
      }
    ])
  })

  test('a null list is an empty one', async () => {
    server
      .on(templatesPath, ok({ template_list: null }))
      .on(`${packages}get_audit_hosts/`, ok({ host_names: ['douyin'] }))
    expect(await client.templates()).toEqual([])
    expect(await client.merchant('tt01').auditHosts()).toEqual({ available: ['douyin'], released: [] })
  })
})

describe('the list of authorised apps', () => {
  const app = (number: number) => ({ auth_appid: `tt${number}`, auth_time: 1703062377 })
  const pageOf = (apps: readonly ReturnType<typeof app>[], page: number) => apps.slice((page - 1) * 50, page * 50)

  test('is read to its last page', async () => {
    const apps = Array.from({ length: 120 }, (_each, index) => app(index))
    server.on(appListPath, (response, request) =>
      ok({ auth_app_list: pageOf(apps, Number(request.query.get('page'))), total: 120 })(response)
    )
    const { apps: listed, isComplete } = await client.authorizedApps()
    expect(listed).toHaveLength(120)
    expect(isComplete).toBe(true)
    expect(listed[0]).toEqual({ appId: 'tt0', authorizedAt: 1703062377000 })
    expect(server.at(appListPath).map(({ query }) => `${query.get('page')}/${query.get('size')}`)).toEqual([
      '1/50',
      '2/50',
      '3/50'
    ])
  })

  test('that shifts while it is read is read once more', async () => {
    const apps = Array.from({ length: 101 }, (_each, index) => app(index))
    let requests = 0
    server.on(appListPath, (response, request) => {
      // One app is gone after the first page was read: the first of the second page moves up and would be missed.
      if (++requests === 2) apps.shift()
      const list = pageOf(apps, Number(request.query.get('page')))
      ok({ auth_app_list: list, total: apps.length + (requests < 4 ? 1 : 0) })(response)
    })
    const { apps: listed } = await client.authorizedApps()
    expect(listed.map(({ appId }) => appId)).toContain('tt50')
    expect(listed).toHaveLength(101)
  })

  test('that gives the same page for ever ends', async () => {
    const apps = Array.from({ length: 50 }, (_each, index) => app(index))
    server.on(appListPath, ok({ auth_app_list: apps, total: 200 }))
    expect(await client.authorizedApps()).toMatchObject({ apps: { length: 50 }, isComplete: false })
    expect(server.count(appListPath)).toBe(8)
  })

  test('without a count ends at the first page that is not full', async () => {
    server.on(appListPath, ok({ auth_app_list: [app(1)] }))
    expect(await client.authorizedApps()).toMatchObject({ apps: { length: 1 }, isComplete: true })
    expect(server.count(appListPath)).toBe(1)
  })
})
