import type { RolloutPlan, RolloutPreview, SetupWork } from '@shared/domain/rollout'
import { fieldsOf } from './plan-form'
import { gateText, startText, stopText, waveText } from './plan-words'
import { sumText } from './preview-sum'
import { isSetupWork } from '@shared/rules/rollout-work'

/** From so many merchants on their number is typed before a rollout starts. */
export const typedFrom = 50

/** What the operator is told before a rollout starts, besides the versions. */
export function startEffects(plan: RolloutPlan, preview: RolloutPreview): readonly string[] {
  const fields = fieldsOf(plan, 0)
  const { blocked, unchanged } = preview.fates
  const waves = preview.waves.map(({ name, total }) => `${name} ${total} 个`).join('，')
  return [
    `${sumText(preview)}。`,
    ...(blocked > 0 ? [`现在做不了的 ${blocked} 个轮到时会再看一次；还是做不了就不发送，之后可以重试。`] : []),
    ...(unchanged > 0 ? ['已经是这样的不再处理。'] : []),
    preview.waves.length > 1
      ? `分 ${preview.waves.length} 波：${waves}；${gateText(fields)}。`
      : `${waveText(fields)}。`,
    `${stopText(fields)}。`,
    `${startText(fields)}。`,
    ...workEffects(plan)
  ]
}

function workEffects({ work }: RolloutPlan): readonly string[] {
  if (isSetupWork(work)) return setupEffects(work)
  if (work.kind === 'rollback') return ['每次发布只能回退一次，回退后不能再回退。']
  if (work.kind === 'withdraw') return ['撤回后要上线需要重新提审，重新排队。']
  if (!('until' in work) || work.until !== 'release') return work.kind === 'release' ? ['发布后对所有用户生效。'] : []
  return [work.release === 'together' ? '审核通过后等你一起发布。' : '审核通过后立刻发布，对所有用户生效。']
}

function setupEffects(work: SetupWork): readonly string[] {
  switch (work.kind) {
    case 'domains': {
      const assigned = `商家会同时分配到基线「${work.baseline.name}」。`
      const deleted = '多出来的域名会删除；小程序里用到它们的请求和页面会失败。'
      return work.mode === 'exact' ? [deleted, assigned] : [assigned]
    }
    case 'capability':
      return ['同一份申请会逐个提交给平台审核，每个商家每月的申请次数可能有限。']
    case 'introduction':
    case 'icon':
      return ['会逐个提交给平台审核，每个商家的修改次数有限。']
  }
}
