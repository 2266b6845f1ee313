import { describe, expect, test } from 'vitest'
import type { CategoryRequest, MerchantClient } from '../../../electron/douyin/platform'
import { bench } from './support/bench'
import { failureOf, start } from './support/client'
import { ok, refusal, text } from './support/platform-server'
import { paths } from './support/setup-paths'

const certification = {
  relation: ['31|32|33&34'],
  list: [
    { id: '31', name: '资质甲' },
    { id: 32, name: '资质乙' }
  ],
  explanation: '甲或乙',
  optional_list: null,
  optional_relation: null
}

describe('the tree of categories', () => {
  const read = async (list: unknown) => {
    const { client, server } = await bench()
    server.on(paths.categoryTree, ok({ category_list: list }))
    return client().merchant('tt01').categoryTree()
  }

  test('names each line’s ancestors and the rule of its qualifications', async () => {
    const tree = await read([
      { id: 20, name: '甲类', level: 1, fpid: 0, spid: 0, certification: null },
      { id: '21', name: '乙类', level: 2, fpid: 20, spid: 0 },
      { id: 22, name: '丙类', level: '3', fpid: '20', spid: 21, certification }
    ])
    expect(tree.readAt).toBe(start)
    expect(tree.nodes).toEqual([
      { id: '20', name: '甲类', level: 1, ancestors: [], rule: null },
      { id: '21', name: '乙类', level: 2, ancestors: ['20'], rule: null },
      {
        id: '22',
        name: '丙类',
        level: 3,
        ancestors: ['20', '21'],
        rule: {
          relation: ['31|32|33&34'],
          list: [
            { id: '31', name: '资质甲' },
            { id: '32', name: '资质乙' }
          ],
          explanation: '甲或乙',
          optional: []
        }
      }
    ])
  })

  test.each([
    ['null', { ...certification, relation: null, list: null }],
    ['empty', { ...certification, relation: [''], list: [], explanation: '无需资质' }]
  ])('asks for nothing where relation and list are %s', async (_what, none) => {
    const tree = await read([{ id: 22, name: '丙类', level: 3, fpid: 20, spid: 21, certification: none }])
    expect(tree.nodes[0]?.rule).toBeNull()
  })

  test('takes optional qualifications in the shape it expects, and no other', async () => {
    const leaf = { id: 22, name: '丙类', level: 3, fpid: 20, spid: 21 }
    const { nodes } = await read([
      { ...leaf, certification: { ...certification, optional_list: [{ id: '40', name: '补充' }] } },
      { ...leaf, certification: { ...certification, optional_list: { odd: true } } }
    ])
    expect(nodes.map(({ rule }) => rule?.optional)).toEqual([[{ id: '40', name: '补充' }], []])
  })

  test('leaves out a level that is not documented, and may be null', async () => {
    expect((await read([{ id: 1, name: '怪', level: 4, fpid: 1, spid: 1 }])).nodes).toEqual([])
    expect((await read(null)).nodes).toEqual([])
  })
})

const configured = {
  app_category_audit_info: [
    {
      category: '20,21,22',
      category_name: '甲-乙-丙',
      category_audit_state: 3,
      category_cert_ids: '31,35',
      category_cert: [{ id: '31', name: '资质甲', path_list: ['developer/2026/c1'] }],
      reason: '资质不清晰'
    },
    { category: '5,6,7', category_name: '丁', category_audit_state: 2, category_cert_ids: '', category_cert: null }
  ],
  category_limit: 5,
  category_change_limit: '5',
  remaining_times: 4
}

const online = {
  online_audit_info: {
    audit_categories: [{ category_id: '10,11,12', category_name: '甲-乙-丙', category_type: 1 }],
    audit_reason: '{"redundant_choice":["甲-乙-丙"],"lack_choice":["丁-戊"],"other_reason":"请补充"}',
    audit_state: 3
  },
  online_categories: [{ category_id: '10,11,12', category_name: '甲-乙-丙', category_type: 1 }]
}

const main = {
  main_category_info: { category_id: '5.6.7', category_name: '甲-乙-丙' },
  main_category_pre_set_info: { category_id: '20,21,22', category_name: '丁' },
  main_category_reject_info: { MainCategory: { category_id: '8.9.10', category_name: '戊' } },
  remaining_times: 2
}

describe('what is set', () => {
  const reading = async () => {
    const { client, server } = await bench()
    server.on(paths.categories, ok(configured)).on(paths.onlineCategories, ok(online)).on(paths.mainCategory, ok(main))
    return { server, merchant: client().merchant('tt01') }
  }

  test('is told together with what is online and the main category', async () => {
    const { merchant } = await reading()
    expect(await merchant.categories()).toEqual({
      configured: [
        {
          id: '20,21,22',
          name: '甲-乙-丙',
          state: 'rejected',
          reason: '资质不清晰',
          qualifications: [
            { id: '31', name: '资质甲', paths: ['developer/2026/c1'] },
            { id: '35', name: '', paths: [] }
          ]
        },
        { id: '5,6,7', name: '丁', state: 'approved', reason: '', qualifications: [] }
      ],
      limit: 5,
      monthlyLimit: 5,
      remaining: 4,
      online: [{ id: '10,11,12', name: '甲-乙-丙' }],
      publishing: {
        state: 'rejected',
        categories: [{ id: '10,11,12', name: '甲-乙-丙' }],
        lacking: ['丁-戊'],
        redundant: ['甲-乙-丙'],
        reason: '请补充'
      },
      main: {
        current: { id: '5,6,7', name: '甲-乙-丙' },
        preset: { id: '20,21,22', name: '丁' },
        rejected: { id: '8,9,10', name: '戊' },
        remaining: 2
      }
    })
  })

  test('knows V1’s spelling of a single file', async () => {
    const { server, merchant } = await reading()
    const [first] = configured.app_category_audit_info
    const certificate = { id: 31, name: '资质甲', path: 'developer/2026/c1', path_list: null }
    const app_category_audit_info = [{ ...first, category_cert_ids: '31', category_cert: [certificate] }]
    server.on(paths.categories, ok({ ...configured, app_category_audit_info }))
    const [{ qualifications } = { qualifications: [] }] = (await merchant.categories()).configured
    expect(qualifications).toEqual([{ id: '31', name: '资质甲', paths: ['developer/2026/c1'] }])
  })

  test('may be nothing at all', async () => {
    const { server, merchant } = await reading()
    const nobody = { category_id: '', category_name: '' }
    server
      .on(paths.categories, ok({ app_category_audit_info: null }))
      .on(paths.onlineCategories, ok({ online_categories: null, online_audit_info: null }))
      .on(paths.mainCategory, ok({ main_category_info: nobody, main_category_reject_info: { MainCategory: nobody } }))
    expect(await merchant.categories()).toEqual({
      configured: [],
      limit: null,
      monthlyLimit: null,
      remaining: null,
      online: [],
      publishing: null,
      main: { current: null, preset: null, rejected: null, remaining: null }
    })
  })

  test.each([
    ['{"redundant_choice":null,"lack_choice":[{"category_name":"丁"}, 7],"other_reason":null}', ['丁', '7'], ''],
    ['材料不全', [], '材料不全'],
    ['', [], ''],
    [null, [], ''],
    [{ lack_choice: ['丁'], other_reason: '看这里' }, ['丁'], '看这里']
  ])('reads the verdict %j as far as it can', async (audit_reason, lacking, reason) => {
    const { server, merchant } = await reading()
    const online_audit_info = { ...online.online_audit_info, audit_reason }
    server.on(paths.onlineCategories, ok({ ...online, online_audit_info }))
    expect((await merchant.categories()).publishing).toMatchObject({ lacking, redundant: [], reason })
  })

  test.each([28001014, 28001018, 28001019, 28001042])('hides what %i denies, and not the rest', async (code) => {
    const { server, merchant } = await reading()
    server.on(paths.onlineCategories, refusal(code))
    expect(await merchant.categories()).toMatchObject({ online: null, publishing: null, main: { remaining: 2 } })
    server.on(paths.onlineCategories, ok(online)).on(paths.mainCategory, refusal(code))
    expect(await merchant.categories()).toMatchObject({ main: null, publishing: { state: 'rejected' } })
  })

  test('fails when a part fails for another reason, or when the list itself is denied', async () => {
    const { server, merchant } = await reading()
    server.on(paths.mainCategory, refusal(28001016))
    expect(await failureOf(merchant.categories())).toMatchObject({ endpoint: '查询主营类目', platformCode: '28001016' })
    server.on(paths.mainCategory, ok(main)).on(paths.categories, refusal(28001018))
    expect(await failureOf(merchant.categories())).toMatchObject({ kind: 'authorization', platformCode: '28001018' })
  })
})

const withFiles: CategoryRequest = {
  category: '20,21,22',
  qualifications: [{ id: '31', name: '资质甲', paths: ['developer/2026/c1', 'developer/2026/c2'] }]
}
const sentFiles = {
  category: '20,21,22',
  category_cert: [{ id: '31', name: '资质甲', path_list: ['developer/2026/c1', 'developer/2026/c2'] }]
}

type Change = readonly [
  path: string,
  call: (merchant: MerchantClient) => Promise<unknown>,
  body: unknown,
  codes: readonly number[]
]

const changes: readonly Change[] = [
  [
    paths.addCategory,
    (app) => app.addCategory(withFiles),
    { category_info: [sentFiles] },
    [21300, 21301, 21302, 21303, 21304, 21306, 21315, 21320, 40033]
  ],
  [
    paths.addCategory,
    (app) => app.addCategory({ category: '5,6,7', qualifications: [] }),
    { category_info: [{ category: '5,6,7' }] },
    []
  ],
  [
    paths.supplyCategory,
    (app) => app.supplyCategory(withFiles),
    { category_info: [sentFiles] },
    [21300, 21303, 21308, 21309, 21310, 21321, 21322, 28005105]
  ],
  [paths.deleteCategory, (app) => app.deleteCategory('5,6,7'), { categories: ['5,6,7'] }, [20002, 21305, 21307]],
  [paths.publishCategories, (app) => app.publishCategories(), {}, [21408]],
  [paths.presetMainCategory, (app) => app.presetMainCategory('5,6,7'), { main_category: '5,6,7' }, [28001007]]
]

describe('a change of the categories', () => {
  test.each(changes)('by %s is sent once, and refused with each of its codes', async (path, call, body, codes) => {
    const { client, server } = await bench()
    const merchant = client().merchant('tt01')
    server.on(path, ok())
    expect(await call(merchant)).toEqual({ logId: 'LOG-OK' })
    expect(server.at(path).map((request) => JSON.parse(request.body) as unknown)).toEqual([body])
    for (const code of codes) {
      server.on(path, refusal(code))
      const facts = await failureOf(call(merchant))
      expect(facts).toMatchObject({ kind: 'refused', outcome: 'refused', platformCode: String(code) })
    }
  })

  test.each(changes)('by %s is not repeated when its answer is lost', async (path, call) => {
    const { client, server } = await bench()
    server.on(path, text('', 502))
    expect(await failureOf(call(client().merchant('tt01')))).toMatchObject({ outcome: 'unknown' })
    expect(server.count(path)).toBe(1)
  })
})
