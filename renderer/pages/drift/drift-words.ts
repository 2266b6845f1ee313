import type { DriftVersion } from '@shared/domain/drift'
import type { StateLook } from '@/components/common/words'
import type { Standing } from './drift-lines'

export const standingNames: Readonly<Record<Standing, string>> = {
  behind: '落后',
  current: '不落后',
  unknown: '不能判断',
  none: '没有线上版本'
}

/** Null where a version is as it should be. */
export const versionLooks: Readonly<Record<DriftVersion['state'], StateLook | null>> = {
  ok: null,
  in_review: { kind: 'info', text: '审核中', icon: 'waiting' },
  passed: { kind: 'success', text: '已通过', icon: 'done' },
  rejected: { kind: 'danger', text: '未通过', icon: 'failed' },
  withdrawn: { kind: 'neutral', text: '已撤回', icon: 'takenBack' },
  taken_down: { kind: 'danger', text: '已下架', icon: 'failed' }
}

/** How it is known which template a version was made from. */
export function templateHint({ templateId, isCertain }: DriftVersion): string {
  if (templateId === null) return '不能判断来自哪个模板：模板库里没有版本号和描述都相同的'
  return isCertain
    ? `模板 ${templateId}：由本机的上传记录得知`
    : `可能是模板 ${templateId}：只按版本号和描述推断，不一定准`
}
