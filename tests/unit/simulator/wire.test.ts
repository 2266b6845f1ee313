import { describe, expect, it } from 'vitest'
import { CallRate } from '../../../electron/simulator/wire/call-rate'
import { readJson, writeJson } from '../../../electron/simulator/wire/json'
import { endpoints, routeOf } from '../../../electron/simulator/wire/routes'

describe('numbers on the wire', () => {
  it('keep every digit beyond 2^53 and go out unquoted', () => {
    const text = '{"template_id":9133504853504535288,"small":1622,"share":0.5,"list":[9007199254740993]}'
    expect(writeJson(readJson(text))).toBe(text)
  })

  it('are numbers as long as that is exact', () => {
    expect(readJson('[1, -2.5, 9007199254740991, 9007199254740993]')).toEqual([
      1,
      -2.5,
      9007199254740991,
      9007199254740993n
    ])
  })

  it.each(['1e400', '123456789012345678901234567890', '1E22'])('%s does not make the reader stumble', (text) => {
    expect(() => readJson(text)).not.toThrow()
  })
})

describe('routes', () => {
  it('lead to one endpoint each', () => {
    const routes = endpoints.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('do not mind a slash at the end, and mind the method', () => {
    const path = '/api/apps/v1/package_version/versions'
    expect(routeOf('GET', path)?.endpoint.name).toBe('versions')
    expect(routeOf('GET', `${path}/`)?.endpoint.name).toBe('versions')
    expect(routeOf('POST', path)).toBeNull()
    expect(routeOf('GET', `${path}/more`)).toBeNull()
  })

  it('of V2 are those of the documentation', () => {
    const paths = endpoints.filter(({ generation, path }) => generation === 'v2' && !path.startsWith('/cdn'))
    expect(paths.map(({ path }) => path).sort()).toEqual([
      '/api/apps/v1/capacity/apply_capacity',
      '/api/apps/v1/capacity/query_apply_status',
      '/api/apps/v1/capacity/query_capacity_list',
      '/api/apps/v1/category/add_categories',
      '/api/apps/v1/category/del_categories',
      '/api/apps/v1/category/get_all_categories',
      '/api/apps/v1/category/get_audit_categories',
      '/api/apps/v1/category/get_main_category',
      '/api/apps/v1/category/get_online_categories',
      '/api/apps/v1/category/pre_set_main_category',
      '/api/apps/v1/category/publish_category',
      '/api/apps/v1/category/supply_categories',
      '/api/apps/v1/icp_record/query_record_status',
      '/api/apps/v1/package_version/audit',
      '/api/apps/v1/package_version/get_audit_hosts',
      '/api/apps/v1/package_version/release',
      '/api/apps/v1/package_version/revoke_audit',
      '/api/apps/v1/package_version/rollback',
      '/api/apps/v1/package_version/upload',
      '/api/apps/v1/package_version/versions',
      '/api/apps/v1/qrcode/create',
      '/api/apps/v2/basic_info/check_app_name',
      '/api/apps/v2/basic_info/get_info',
      '/api/apps/v2/basic_info/get_qr_code',
      '/api/apps/v2/basic_info/modify_app_icon',
      '/api/apps/v2/basic_info/modify_app_intro',
      '/api/apps/v2/basic_info/modify_app_name',
      '/api/apps/v2/credit_score/get_credit_score',
      '/api/apps/v2/domain/modify_server_domain',
      '/api/apps/v2/domain/modify_webview_domain',
      '/api/apps/v2/file/upload_material',
      '/api/apps/v2/package_version/audit',
      '/api/apps/v2/trial/get_trial_info',
      '/api/tpapp/v2/auth/get_auth_app_list',
      '/api/tpapp/v2/auth/get_auth_token',
      '/api/tpapp/v2/auth/retrieve_auth_code',
      '/api/tpapp/v2/doamin/get_webview_check_file_info',
      '/api/tpapp/v2/file/upload_material',
      '/api/tpapp/v2/template/add_tpl',
      '/api/tpapp/v2/template/del_tpl',
      '/api/tpapp/v2/template/get_tpl_app_list',
      '/api/tpapp/v2/template/get_tpl_list',
      '/api/tpapp/v3/auth/gen_link',
      '/api/tpapp/v3/auth/get_pre_auth_code',
      '/aweme/apps/v1/video_mount/apply_permission',
      '/aweme/apps/v1/video_mount/query_apply_permission_status',
      '/openapi/v2/auth/tp/token'
    ])
  })
})

describe('the rate of calls', () => {
  it('lets so many through in any second, for each endpoint by itself, and does not count the others', () => {
    let now = 0
    const rate = new CallRate(() => now)
    const admitted = (endpoint: string, calls: number) =>
      Array.from({ length: calls }, () => rate.admits(endpoint, 3)).filter(Boolean).length
    expect(admitted('list', 2)).toBe(2)
    now = 600
    expect([admitted('list', 5), admitted('apply', 5)]).toEqual([1, 3])
    now = 1000
    expect(admitted('list', 5)).toBe(2)
    now = 1599
    expect(admitted('list', 5)).toBe(0)
    now = 1600
    expect(admitted('list', 5)).toBe(1)
  })
})
