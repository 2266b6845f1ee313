import { describe, expect, it, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import type { DomainSet } from '@shared/domain/domains'
import { readWhole } from '../../security/support/visits/safety'
import { countsOf, domainsOf, everythingSet, extText, leaveMarks, portablePart } from './operator-marks'
import { edited, exported, handed, imported } from './portable-desk'
import { appIds, newAgency, type Agency } from './recovery-desk'
import { newSimulator } from './support'

vi.setConfig({ testTimeout: 60_000 })

const anyName: unknown = expect.any(String)
const containing = (text: string): unknown => expect.stringContaining(text)

const nothing: DomainSet = { request: [], socket: [], upload: [], download: [], webview: [] }
const usual = (desk: Agency, domains: DomainSet): CallInput<'baselines.save'> => ({
  ...{ accountId: desk.accountId, id: null, name: '常用', domains }
})

describe('domains that were written into a settings file by hand', () => {
  it.each([
    ['https://api.example.com', '不要带协议（https://、wss://）'],
    ['com.cn', 'com.cn 是公共后缀，不能单独填写']
  ])('are passed over with their baseline for %s, as saving it refuses it, and the rest comes', async (domain, why) => {
    const { desk, file } = await edited(({ baselines }) => {
      for (const each of baselines) if (each.name === '常用') each.domains.request = ['api.example.com', domain]
    })
    const saving = await desk.error('baselines.save', usual(desk, { ...nothing, request: ['api.example.com', domain] }))
    const done = await imported(desk, file)
    expect(done.refused).toEqual([{ kind: 'baselines', name: '常用', why: `request.1: ${why}` }])
    expect(saving.fields).toEqual({ 'request.1': why })
    // 自营 and its one merchant; those of 常用 have none.
    expect(countsOf(done)['baselines']).toEqual([2, 0, 0])
    const { baselines, merchants } = await everythingSet(desk)
    expect(baselines.map(({ name }) => name)).toEqual(['自营'])
    expect(merchants.flatMap(({ baseline }) => baseline ?? [])).toEqual(['自营'])
  })

  it('are passed over where one stands twice or there are too many, and the one that is here stays', async () => {
    const many = Array.from({ length: 21 }, (_, number) => `a${number}.example.com`)
    const { desk, file } = await edited(({ baselines }) => {
      for (const { name, domains } of baselines) {
        if (name === '常用') domains.socket = ['ws.example.com', 'WS.example.com']
        else domains.webview = many
      }
    })
    await desk.value('baselines.save', usual(desk, domainsOf('zheli')))
    const done = await imported(desk, file)
    expect(done.refused.map(({ name, why }) => [name, why])).toEqual([
      ['常用', 'socket.1: 和上面的重复'],
      ['自营', expect.stringMatching(/^webview: 最多 20 个域名/)]
    ])
    const { baselines, merchants } = await everythingSet(desk)
    expect(baselines.map(({ name, domains }) => [name, domains])).toEqual([['常用', domainsOf('zheli')]])
    expect(merchants.filter(({ baseline }) => baseline === '常用')).toHaveLength(2)
  })

  it('come in lower case, and each once', async () => {
    const { desk, file } = await edited(({ baselines }) => {
      for (const each of baselines) if (each.name === '常用') each.domains.request = ['API.Example.com']
    })
    expect((await imported(desk, file)).refused).toEqual([])
    const { baselines } = await everythingSet(desk)
    expect(baselines.find(({ name }) => name === '常用')?.domains.request).toEqual(['api.example.com'])
    expect(countsOf(await imported(desk, file))['baselines']).toEqual([0, 0, 5])
  })
})

describe('a settings file whose domains are not the application’s own', () => {
  it('brings no baseline that could not be saved here, and calls the same what is the same', async () => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const other = await newAgency(simulator)
    const own = { server: ['ziying.example.com'], webview: [] }
    await other.value('domains.setApplication', { accountId: other.accountId, ...own })
    const { refused } = await imported(other, file)
    expect(refused).toEqual([{ kind: 'baselines', name: '常用', why: containing('request.0: 不在第三方应用') }])

    const home = await newAgency(simulator)
    await leaveMarks(home)
    await home.value('domains.setApplication', { accountId: home.accountId, ...own })
    const before = portablePart(await everythingSet(home))
    const again = await readWhole(home, (await home.value('safety.export', {})).fileId)
    const done = await imported(home, again)
    expect([done.refused, countsOf(done)['baselines']]).toEqual([[], [0, 0, 5]])
    expect(portablePart(await everythingSet(home))).toEqual(before)
  })
})

describe('ext.json that was written into a settings file by hand', () => {
  it('is passed over where a variable or a default could not be saved, and the rest comes', async () => {
    const { desk, file } = await edited((account) => {
      account.variables = [
        ...account.variables.map((each) => (each.name === 'isOpen' ? { ...each, fallback: 'maybe' } : each)),
        { name: 'appId', type: 'text', required: false, description: '', fallback: null }
      ]
      for (const each of account.defaults) each.text = each.templateId === '9' ? '{"extEnable": tru' : each.text
    })
    const { accountId } = desk
    const broken = { accountId, templateId: '9', text: '{"extEnable": tru' }
    const why = (await desk.error('ext.saveDefault', broken)).fields?.['text']
    const done = await imported(desk, file)
    expect(why).toMatch(/第 1 行/)
    expect(done.refused).toEqual([
      { kind: 'variables', name: 'isOpen', why: '应是 true 或 false' },
      { kind: 'variables', name: 'appId', why: 'appId 每个商家都有，不用再加' },
      { kind: 'variables', name: '模板 9 的默认 ext.json', why },
      { kind: 'values', name: anyName, why: 'isOpen: 没有变量 isOpen' }
    ])
    const { studio, values } = await everythingSet(desk)
    expect(studio.variables.map(({ name }) => name)).toEqual(['seats', 'shop'])
    expect(studio.defaults.map(({ templateId }) => templateId)).toEqual(['12'])
    expect(values.map((each) => each.values)).toEqual([{ shop: '海边店 🍵', seats: '24' }])
  })

  it('leaves the values out that are not of their variable’s type or of no variable, of each merchant by itself', async () => {
    const { desk, file } = await edited(({ merchants }) => {
      for (const { values } of merchants) if (values['seats']) Object.assign(values, { seats: '八', nobody: 'x' })
    })
    const [one = ''] = await appIds(desk, desk.accountId)
    const done = await imported(desk, file)
    expect(done.refused).toEqual([
      { kind: 'values', name: containing(one), why: 'seats: 应是数字；nobody: 没有变量 nobody' }
    ])
    const { values } = await everythingSet(desk)
    expect(new Map(values.map((each) => [each.appId, each.values])).get(one)).toEqual({ shop: '海边店 🍵' })
  })

  it('judges values alone by the variables that are here and stay', async () => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const desk = await newAgency(simulator)
    const variable = { required: false, description: '', fallback: null }
    const variables = [{ ...variable, name: 'shop', type: 'number' as const }]
    await desk.value('ext.saveVariables', { accountId: desk.accountId, variables })
    const fileId = await handed(desk, file)
    expect((await desk.value('safety.previewImport', { fileId })).refused).toEqual([])
    const { refused } = await desk.value('safety.import', { fileId, kinds: ['values'] })
    expect(refused.map(({ kind, why }) => [kind, why])).toEqual([['values', 'shop: 应是数字']])
    const [one = ''] = await appIds(desk, desk.accountId)
    const { values, studio } = await everythingSet(desk)
    expect(studio.variables).toEqual(variables)
    expect(values.find(({ appId }) => appId === one)?.values).toEqual({ seats: '24' })
  })

  it('keeps the values of a variable that was taken out where a merchant has them already', async () => {
    const desk = await newAgency(await newSimulator(6))
    await leaveMarks(desk)
    const { accountId } = desk
    await desk.value('ext.saveDefault', { accountId, templateId: '12', text: extText('{}') })
    await desk.value('ext.saveDefault', { accountId, templateId: '9', text: extText('{}') })
    await desk.value('ext.saveVariables', { accountId, variables: [] })
    const own = await readWhole(desk, (await desk.value('safety.export', {})).fileId)
    const done = await imported(desk, own)
    expect([done.refused, countsOf(done)['values']]).toEqual([[], [0, 0, 2]])
  })
})
