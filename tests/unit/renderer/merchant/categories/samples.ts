import type { CategoryDetail } from '@shared/contract'
import type {
  CategoryFacts,
  CategoryNode,
  CategoryRule,
  CategoryTree,
  ConfiguredCategory
} from '@shared/domain/category'
import type { SettingChange } from '@shared/domain/setting'
import { merchant } from '../samples'

/** 餐饮 with 茶馆 (a rule) and 面馆 (none), and 零售 with 茶叶; ids repeat across levels, as the platform's may. */
const rule: CategoryRule = {
  relation: ['31', '32|33&34'],
  list: [
    { id: '31', name: '营业执照' },
    { id: '32', name: '食品经营许可证' },
    { id: '33', name: '小餐饮备案' },
    { id: '34', name: '卫生许可证' }
  ],
  explanation: '营业执照，以及食品经营许可证或小餐饮备案加卫生许可证',
  optional: [{ id: '40', name: '品牌授权书' }]
}

const node = (
  ancestors: readonly string[],
  id: string,
  name: string,
  own: CategoryRule | null = null
): CategoryNode => ({
  id,
  name,
  level: ancestors.length === 0 ? 1 : ancestors.length === 1 ? 2 : 3,
  ancestors,
  rule: own
})

export const tree: CategoryTree = {
  readAt: 1_000,
  nodes: [
    node([], '1', '餐饮'),
    node([], '2', '零售'),
    node(['1'], '1', '正餐'),
    node(['1'], '2', '茶饮'),
    node(['2'], '1', '食品'),
    node(['1', '1'], '1', '面馆'),
    node(['1', '2'], '1', '茶馆', rule),
    node(['1', '2'], '2', '奶茶'),
    node(['2', '1'], '1', '茶叶')
  ]
}

export const configured = (id: string, name: string, change: Partial<ConfiguredCategory> = {}): ConfiguredCategory => ({
  id,
  name,
  state: 'approved',
  reason: '',
  qualifications: [],
  ...change
})

export const noodles = configured('1,1,1', '餐饮-正餐-面馆')
export const rejectedTea = configured('1,2,1', '餐饮-茶饮-茶馆', {
  state: 'rejected',
  reason: '营业执照不清晰',
  qualifications: [
    { id: '31', name: '营业执照', paths: ['developer/a', 'developer/b'] },
    { id: '32', name: '', paths: [] }
  ]
})

export const facts = (change: Partial<CategoryFacts> = {}): CategoryFacts => ({
  configured: [noodles],
  limit: 5,
  monthlyLimit: 5,
  remaining: 4,
  online: [noodles],
  publishing: null,
  main: { current: noodles, preset: null, rejected: null, remaining: 2 },
  ...change
})

export const detail = (
  value: CategoryFacts | null = facts(),
  change: Partial<CategoryDetail> = {}
): CategoryDetail => ({
  reading: { value, readAt: value === null ? null : Date.now(), error: null },
  changes: [],
  running: null,
  ...change
})

export const lostChange: SettingChange = {
  ...merchant,
  id: 'c1',
  kind: 'category_add',
  summary: '餐饮-茶饮-奶茶',
  state: 'unknown',
  startedAt: 1_000,
  finishedAt: 2_000,
  actor: '小林',
  logId: null,
  error: null,
  rolloutId: null
}
