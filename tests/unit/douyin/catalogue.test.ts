import { describe, expect, test } from 'vitest'
import { describeCode, describeKind } from '../../../electron/douyin/catalogue'
import { endpoints } from '../../../electron/douyin/endpoints'

const anywhere = '获取小程序基本信息'

/** The codes of the documentation's general tables, and those of later endpoints that mean one thing only. */
const documented = [
  ...[28001003, 28001005, 28001006, 28001007, 28001008, 28001012, 28001014, 28001015, 28001016, 28001017, 28001018],
  ...[28001019, 28001038, 28001042, 28001052, 28001056, 28003017, 28003018, 28005001, 28005007, 28005079, 28005105],
  ...[-1, 20000, 9998, 9999, 11001, 11009, 11016],
  ...Array.from({ length: 38 }, (_each, index) => 40000 + index + 1),
  ...[40000, 40040, 40045, 40058, 40059],
  ...[10100, 10104, 10105, 10106, 10107, 10108, 10109, 15001, 15002, 15003, 15004, 15005, 15006, 20002, 20105],
  ...[21000, 21001, 21003, 21004, 21005, 21006, 21100, 21101, 21102, 21200, 21201, 21202, 21300, 21301, 21302, 21303],
  ...[21304, 21305, 21306, 21307, 21308, 21309, 21310, 21315, 21320, 21321, 21322, 21408, 22007, 22019, 22020, 22021],
  ...[28005032, 28005033, 28005034, 28005035, 28005036, 28005037, 28005038, 28005039, 28005040, 28005041]
].filter((code) => code !== 40039)

const atEndpoints = [
  ['提审代码', [10003, 11300, 11301, 11302, 11303, 11305, 11306, 11307]],
  ['发布代码', [10003, 11400, 11401, 11402, 11403, 11404]],
  ['回退代码版本', [10003, 11500, 11501]],
  ['撤回审核', [11600, 11601, 11602, 11603]],
  ['提交代码', [40029]],
  ['直接获取授权链接', [21003, 28003017, 40001, 40016, 40033, 40058, 40059]],
  ['第三方小程序应用上传资源', [40001, 40031, 40032]],
  ['获取授权小程序接口调用凭据', [40018]],
  ['获取小程序基本信息', [20000, 28001005]],
  ['小程序名称检测', [21001, 21003, 21004, 21005, 21006]],
  ['修改小程序名称', [20105, 21000, 21001, 21003, 21004, 21005, 21006, 22007, 40033]],
  ['修改小程序简介', [20105, 21200, 21201, 21202, 22019, 22020, 22021]],
  ['修改小程序图标', [20105, 21100, 21101, 21102, 40033]],
  ['代授权小程序上传资源', [40001, 40031, 40032]],
  ['获取可以设置的服务类目列表', [40000]],
  ['增加服务类目', [21300, 21301, 21302, 21303, 21304, 21306, 21315, 21320, 40033]],
  ['删除服务类目', [20002, 21305, 21307]],
  ['补充服务类目资质信息', [21300, 21303, 21308, 21309, 21310, 21321, 21322, 28005105]],
  ['发布服务类目', [20000, 21408, 28001008]],
  ['查询主营类目', [28001003, 28001005, 28001006, 28001008]],
  ['预设主营类目', [28001007]],
  ['修改服务器域名', [40001, 40023, 40024, 40026, 40027, 40028]],
  ['修改 webview 域名', [40001, 40023, 40024, 40025, 40026, 40027, 40028]],
  ['获取 webview 域名', [40025]],
  ['获取域名校验文件信息', [40000]],
  ['查询信用分分值', [40001, 28001014, 28001016, 28001018, 28001019, 28003017]],
  ['查询试运营期信息', [40001, 28001014, 28001016, 28001018, 28001019, 28003017]],
  ['查询备案状态', [9998, 9999, 28001008]],
  ['获取小程序码', [28005001, 28001018]],
  ['能力列表', [-1, 11001, 11009, 11016, 40006, 40036, 28001018]],
  ['能力申请', [-1, 11001, 11009, 11016, 40006, 40033, 40036, 28005032, 28005033, 28005034, 28005105]],
  ['查询能力申请状态', [-1, 11001, 11009, 11016, 40006, 40036, 28005032, 28005033, 28005034]],
  ['申请「短视频挂载」能力', [28001003, 28001005, 28001006, 28001007, 28001008, 28001018, 28005079]],
  ['查询「短视频挂载」能力申请状态', [28001003, 28001005, 28001006, 28001007, 28001008, 28001018, 28005079]],
  ['添加模板', [40001, 40034, 40035]],
  ['删除模板', [40001, 40029, 28001003]]
] as const

const isUnknown = (endpoint: string, code: number): boolean =>
  describeCode(endpoint, String(code), '').nextStep === describeCode(endpoint, '123456789', '').nextStep

describe('the catalogue', () => {
  test.each(documented)('explains %i', (code) => {
    expect(isUnknown(anywhere, code)).toBe(false)
    expect(describeCode(anywhere, String(code), '').reason).toMatch(/\p{Script=Han}/u)
  })

  test.each(atEndpoints.flatMap(([endpoint, codes]) => codes.map((code) => [endpoint, code] as const)))(
    'explains what %s means by %i',
    (endpoint, code) => {
      expect(isUnknown(endpoint, code)).toBe(false)
    }
  )

  test('tells apart what one number means at two endpoints', () => {
    const reasons = ['提审代码', '回退代码版本'].map((endpoint) => describeCode(endpoint, '10003', '').reason)
    expect(new Set(reasons).size).toBe(2)
  })

  test.each([
    ['21303', '增加服务类目', '补充服务类目资质信息'],
    ['21300', '增加服务类目', '补充服务类目资质信息'],
    ['20105', '修改小程序名称', '修改小程序简介'],
    ['40033', '增加服务类目', '修改小程序图标'],
    ['40031', '代授权小程序上传资源', '第三方小程序应用上传资源'],
    ['40023', '修改服务器域名', '修改 webview 域名'],
    ['28001007', '预设主营类目', '查询主营类目'],
    ['40029', '提交代码', '删除模板'],
    ['28001007', '申请「短视频挂载」能力', '能力申请'],
    ['28005001', '获取小程序码', '获取小程序基本信息'],
    ['40033', '能力申请', '增加服务类目']
  ])('tells %s at %s and at %s apart', (code, one, other) => {
    expect(describeCode(one, code, '')).not.toEqual(describeCode(other, code, ''))
  })

  test('names the four things that a submission may lack, and where to look', () => {
    const { nextStep } = describeCode('提审代码', '11306', '')
    for (const word of ['名称', '简介', '图标', '服务类目', '就绪检查']) expect(nextStep).toContain(word)
  })

  test('knows the endpoints by the names that the client uses', () => {
    const names: string[] = Object.values(endpoints).map(({ name }) => name)
    expect(atEndpoints.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([])
  })

  test('shows an unknown code with the platform’s own text, and asks for the log id', () => {
    const { kind, reason, nextStep, retryable } = describeCode(anywhere, '424242', '神秘')
    expect([kind, reason, retryable]).toEqual(['refused', '平台返回代码 424242：神秘', false])
    expect(nextStep).toContain('log_id')
  })

  test('takes nothing from the prototypes of its tables', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(describeCode(name, name, '').kind).toBe('refused')
    }
  })
})

describe('kinds', () => {
  test.each([
    ['提审代码', '11301', 'busy', 10_000],
    ['回退代码版本', '11501', 'busy', 600_000],
    ['提审代码', '11300', 'refused', undefined],
    ['发布代码', '11400', 'refused', undefined],
    [anywhere, '28003017', 'busy', undefined],
    ['找回授权码', '40022', 'authorization', undefined],
    ['找回授权码', '40004', 'authorization', undefined],
    [anywhere, '40036', 'authorization', undefined],
    [anywhere, '28001018', 'authorization', undefined],
    [anywhere, '28001003', 'authorization', undefined],
    ['获取授权小程序列表', '28001003', 'credentials', undefined],
    [anywhere, '40006', 'credentials', undefined],
    [anywhere, '28005079', 'credentials', undefined],
    ['获取第三方小程序接口调用凭据', '40003', 'credentials', undefined],
    ['获取第三方小程序接口调用凭据', '40037', 'credentials', undefined],
    ['获取第三方小程序接口调用凭据', '40038', 'credentials', undefined],
    [anywhere, '40007', 'credentials', undefined],
    ['直接获取授权链接', '28003017', 'busy', undefined],
    [anywhere, '28001005', 'fault', undefined],
    ['能力申请', '40006', 'credentials', undefined],
    ['能力申请', '11016', 'authorization', undefined],
    ['能力列表', '40036', 'authorization', undefined],
    ['删除模板', '28001003', 'credentials', undefined]
  ])('at %s %s is %s', (endpoint, code, kind, retryAfterMs) => {
    const described = describeCode(endpoint, code, '')
    expect([described.kind, described.retryAfterMs]).toEqual([kind, retryAfterMs])
  })

  test.each(['11300', '11400', '11500', '11600'])('%s may work when it is tried later', (code) => {
    const endpoint = { '113': '提审代码', '114': '发布代码', '115': '回退代码版本', '116': '撤回审核' }[
      code.slice(0, 3)
    ]
    expect(describeCode(endpoint ?? '', code, '').retryable).toBe(true)
  })

  test('each has a reason and a next step in Chinese', () => {
    const kinds = [
      'refused',
      'busy',
      'fault',
      'unexpected',
      'network',
      'timeout',
      'cancelled',
      'authorization',
      'credentials',
      'held'
    ] as const
    for (const kind of kinds) {
      const { reason, nextStep } = describeKind(kind)
      expect(reason).toMatch(/\p{Script=Han}/u)
      expect(nextStep).toMatch(/\p{Script=Han}/u)
    }
  })
})
