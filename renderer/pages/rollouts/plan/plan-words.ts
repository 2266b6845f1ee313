import type { ReleaseMode, RolloutKind, SetupWork, WaveRule } from '@shared/domain/rollout'
import { rolloutKindNames } from '@shared/rules/rollout-names'
import { chinaTime } from '@/composables/china-time'
import { planTitleMax, type PlanStep } from './plan-problems'
import type { PlanFields } from './plan-form'

export const stepNames: Readonly<Record<PlanStep, string>> = {
  what: '做什么',
  whom: '给谁',
  how: '怎么做',
  when: '何时'
}

export const kindHelp: Readonly<Record<RolloutKind, string>> = {
  ship: '上传一个模板，需要的话接着提审和发布。',
  submit: '把已有的测试版本提审，不上传。',
  release: '发布审核已经通过的版本。',
  withdraw: '撤回正在审核的版本。要上线需要重新提审，重新排队。',
  rollback: '把线上版本回退到上一个。每次发布只能回退一次。',
  refresh: '重新读取版本，不改动平台上的任何内容。',
  domains: '把商家的域名改成和基线一样；轮到时先读取，已经一致的不动。',
  capability: '同一份申请逐个提交给平台审核；已开通或在申请的不动。',
  introduction: '把各商家的新简介逐个提交给平台审核。',
  icon: '把各商家的新图标逐个提交给平台审核。'
}

export const untilNames: Readonly<Record<PlanFields['until'], string>> = {
  upload: '只上传',
  submit: '到提审',
  release: '到发布'
}

export const releaseNames: Readonly<Record<ReleaseMode, string>> = {
  when_approved: '通过一个发布一个',
  together: '都通过后一起发布'
}

export const waveNames: Readonly<Record<WaveRule['by'], string>> = {
  none: '不分',
  number: '按个数',
  share: '按比例',
  tag: '按标签'
}

const number = new Intl.NumberFormat('zh-CN')

/** `412 个商家`. */
export const merchantsText = (count: number): string => `${number.format(count)} 个商家`

/** What a plan for so many merchants is called as long as the operator gives it no other name. */
export function suggestedTitle(fields: PlanFields, count: number): string {
  return `${deedText(fields, merchantsText(count))}`.slice(0, planTitleMax)
}

function deedText(fields: PlanFields, whom: string): string {
  const { kind, until, version, onlyVersion, setup } = fields
  if (setup !== null) return `${setupDeed(setup)}：${whom}`
  const only = onlyVersion.trim() === '' ? '' : ` ${onlyVersion.trim()}`
  switch (kind) {
    case 'ship':
      return [{ upload: '上传', submit: '上传并提审', release: '上传并发布' }[until], version.trim(), `到 ${whom}`]
        .filter(Boolean)
        .join(' ')
    case 'submit':
      return `${until === 'release' ? '提审并发布' : '提审'} ${whom}的测试版本`
    case 'release':
      return `发布${only || '已通过的版本'}：${whom}`
    case 'withdraw':
      return `撤回 ${whom}的审核`
    case 'rollback':
      return `回退${only || '线上版本'}：${whom}`
    case 'refresh':
      return `读取 ${whom}`
    default:
      return whom
  }
}

function setupDeed(work: SetupWork): string {
  switch (work.kind) {
    case 'domains':
      return `${work.mode === 'add' ? '补齐' : '套用'}域名基线「${work.baseline.name}」`
    case 'capability':
      return `申请「${work.name}」`
    case 'introduction':
    case 'icon':
      return rolloutKindNames[work.kind]
  }
}

/** A step's choices in one line, for when it is folded. */
export function stepSummary(step: PlanStep, fields: PlanFields, count: number): string {
  switch (step) {
    case 'what':
      return deedText(fields, '').replace(/[ 到：]+$/, '')
    case 'whom':
      return merchantsText(count)
    case 'how':
      return [waveText(fields), stopText(fields)].join('；')
    case 'when':
      return startText(fields)
  }
}

/** How the merchants are cut, and what opens the next wave. */
export function waveText({ wavesBy, gateBy, quietMinutes, sizes, percents, tags }: PlanFields): string {
  if (wavesBy === 'none') return '不分波，一次做完'
  const parts = { number: sizes, share: percents.replace(/(\d)(?=\s*([,，、;；\s]|$))/g, '$1%'), tag: tags.join('、') }[
    wavesBy
  ]
  return `先 ${parts}，再其余；${gateText({ gateBy, quietMinutes })}`
}

/** What opens the next wave. */
export function gateText({ gateBy, quietMinutes }: Pick<PlanFields, 'gateBy' | 'quietMinutes'>): string {
  return gateBy === 'operator' ? '下一波由你放行' : `平静 ${quietMinutes} 分钟后自动放行下一波`
}

/** What pauses it by itself. */
export function stopText({ failurePercent, sameCause }: PlanFields): string {
  const rules = [
    failurePercent.trim() === '' ? '' : `失败到 ${failurePercent.trim()}%`,
    sameCause.trim() === '' ? '' : `同一原因连续 ${sameCause.trim()} 个`
  ].filter(Boolean)
  return rules.length === 0 ? '失败再多也不自动暂停' : `${rules.join('，或')}时自动暂停`
}

/** When it begins, in China time. */
export function startText({ startsLater, startAt }: PlanFields): string {
  if (!startsLater) return '立刻开始'
  return startAt === null ? '还没有选时间' : `${chinaTime(startAt).slice(0, 16)} 开始`
}
