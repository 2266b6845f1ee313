import type { ReadinessCheck, ReadinessLevel } from '@shared/domain/readiness'
import type { StateLook } from '@/components/common/words'

/** How bad it is, in a word: `blocking` is what the platform would refuse a submission for. */
export const readinessLooks: Readonly<Record<ReadinessLevel, StateLook>> = {
  blocking: { kind: 'danger', text: '会被拒绝', icon: 'failed' },
  warning: { kind: 'warning', text: '有提醒', icon: 'attention' },
  unknown: { kind: 'neutral', text: '未判断', icon: 'nothing' },
  ok: { kind: 'success', text: '就绪', icon: 'done' }
}

/** What is looked at, in the operator's words. */
export const readinessNames: Readonly<Record<ReadinessCheck, string>> = {
  authorization: '授权',
  permission: '权限集',
  standing: '上架状态',
  subject: '主体',
  name: '名称',
  introduction: '简介',
  icon: '图标',
  category: '服务类目',
  publishing: '类目发布',
  domains: '服务器域名',
  filing: '备案'
}

/** The worst first: the order in which the operator reads them. */
export const levelOrder: readonly ReadinessLevel[] = ['blocking', 'warning', 'unknown', 'ok']
