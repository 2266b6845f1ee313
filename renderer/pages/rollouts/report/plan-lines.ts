import type { CapabilityAnswer } from '@shared/domain/capability'
import { domainKinds } from '@shared/domain/domains'
import type { Gate, HostChoice, RolloutPlan, RolloutWork, StopRule, WaveRule } from '@shared/domain/rollout'
import { domainKindNames } from '@shared/rules/domain-rules'
import { hostName } from '@shared/rules/hosts'
import { hostChoiceNames, rolloutKindNames } from '@shared/rules/rollout-names'
import { chinaTime } from '@/composables/china-time'
import { modeTexts } from '@/pages/baselines/mode-texts'
import { releaseNames, untilNames } from '../plan/plan-words'

/** One thing that a plan says, in words. */
export type PlanLine = { readonly label: string; readonly value: string }

/** What a plan says, in the order of the plan page; what its kind has no say in is left out. */
export function planLines({ work, waves, gate, stop, startAt }: RolloutPlan): readonly PlanLine[] {
  return [
    { label: '做什么', value: rolloutKindNames[work.kind] },
    ...workLines(work),
    { label: '分波', value: wavesText(waves) },
    ...(waves.by === 'none' ? [] : [{ label: '下一波', value: gateText(gate) }]),
    { label: '自动暂停', value: stopText(stop) },
    { label: '开始', value: startAt === null ? '立即' : chinaTime(startAt) }
  ]
}

/** What the work itself says, besides its kind. */
export function workLines(work: RolloutWork): readonly PlanLine[] {
  switch (work.kind) {
    case 'ship':
      return [
        { label: '模板 ID', value: work.templateId },
        { label: '版本', value: work.version },
        { label: '描述', value: work.description },
        { label: 'ext.json', value: work.extJson === null ? '模板的默认' : '自己的' },
        { label: '做到', value: untilNames[work.until] },
        ...(work.until === 'upload' ? [] : submissionLines(work))
      ]
    case 'submit':
      return [{ label: '做到', value: untilNames[work.until] }, ...submissionLines(work)]
    case 'release':
    case 'rollback':
      return [{ label: '版本', value: work.onlyVersion === null ? '各商家现有的' : `只有 ${work.onlyVersion}` }]
    case 'domains':
      return [
        { label: '基线', value: work.baseline.name },
        { label: '方式', value: modeTexts[work.mode].text },
        ...domainKinds.flatMap((kind) =>
          work.baseline.domains[kind].length > 0
            ? [{ label: domainKindNames[kind], value: work.baseline.domains[kind].join('\n') }]
            : []
        )
      ]
    case 'capability':
      return [
        { label: '能力', value: work.name },
        { label: '申请理由', value: work.reason },
        ...(work.answers.length > 0 ? [{ label: '申请表', value: answersText(work.answers) }] : [])
      ]
    default:
      return []
  }
}

function answersText(answers: readonly CapabilityAnswer[]): string {
  const files = answers.reduce((sum, each) => sum + each.files.length, 0)
  return [...answers.flatMap(({ texts }) => texts), ...(files > 0 ? [`${files} 张图片`] : [])].join('\n')
}

function submissionLines(work: Extract<RolloutWork, { kind: 'ship' | 'submit' }>): readonly PlanLine[] {
  return [
    { label: '宿主端', value: hostsText(work.hosts) },
    ...(work.note === '' ? [] : [{ label: '审核备注', value: work.note }]),
    ...(work.until === 'release' ? [{ label: '发布', value: releaseNames[work.release] }] : [])
  ]
}

function hostsText(hosts: HostChoice): string {
  return hosts.by === 'named' ? hosts.hosts.map(hostName).join('、') : hostChoiceNames[hosts.by]
}

function wavesText(waves: WaveRule): string {
  switch (waves.by) {
    case 'none':
      return '不分波'
    case 'number':
      return `${waves.sizes.join('、')} 个，其余最后一波`
    case 'share':
      return `${waves.percents.map((percent) => `${percent}%`).join('、')}，其余最后一波`
    case 'tag':
      return `按标签：${waves.tags.join('、')}，其余最后一波`
  }
}

function gateText(gate: Gate): string {
  return gate.by === 'operator' ? '由操作者打开' : `${gate.minutes} 分钟没有出错后自动打开`
}

function stopText({ failurePercent, sameCause }: StopRule): string {
  const rules = [
    failurePercent === null ? '' : `一波里失败和未通过达到 ${failurePercent}%`,
    sameCause === null ? '' : `连续 ${sameCause} 个同一原因`
  ].filter(Boolean)
  return rules.length === 0 ? '不自动暂停' : rules.join('，或')
}
