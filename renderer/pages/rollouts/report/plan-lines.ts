import type { CapabilityAnswer } from '@shared/domain/capability'
import { domainKinds } from '@shared/domain/domains'
import type { Gate, HostChoice, RolloutPlan, RolloutWork, StopRule, WaveRule } from '@shared/domain/rollout'
import { domainKindNames } from '@shared/rules/domain-rules'
import { hostName } from '@shared/rules/hosts'
import { hostChoiceNames, rolloutKindNames } from '@shared/rules/rollout-names'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { modeTexts } from '@/pages/baselines/mode-texts'
import { releaseNames, untilNames } from '../plan/plan-words'

/** One thing that a plan says, in words. */
export type PlanLine = { readonly label: string; readonly value: string }

/** What a plan says, in the order of the plan page; what its kind has no say in is left out. */
export function planLines(plan: RolloutPlan): readonly PlanLine[] {
  const { startAt } = plan
  const start = startAt === null ? t('rollouts.planLine.atOnce') : chinaTime(startAt)
  return [...plannedLines(plan), { label: t('rollouts.planLine.start'), value: start }]
}

/** The same without when it begins. */
export function plannedLines({ work, waves, gate, stop }: RolloutPlan): readonly PlanLine[] {
  return [
    { label: t('rollouts.planLine.kind'), value: rolloutKindNames[work.kind] },
    ...workLines(work),
    { label: t('rollouts.planLine.waves'), value: wavesText(waves) },
    ...(waves.by === 'none' ? [] : [{ label: t('rollouts.planLine.gate'), value: gateText(gate) }]),
    { label: t('rollouts.planLine.stop'), value: stopText(stop) }
  ]
}

/** What the work itself says, besides its kind. */
export function workLines(work: RolloutWork): readonly PlanLine[] {
  switch (work.kind) {
    case 'ship':
      return [
        { label: t('rollouts.planLine.templateId'), value: work.templateId },
        { label: t('rollouts.planLine.version'), value: work.version },
        { label: t('rollouts.planLine.description'), value: work.description },
        {
          label: 'ext.json',
          value: t(work.extJson === null ? 'rollouts.planLine.extDefault' : 'rollouts.planLine.extOwn')
        },
        { label: t('rollouts.planLine.until'), value: untilNames[work.until] },
        ...(work.until === 'upload' ? [] : submissionLines(work))
      ]
    case 'submit':
      return [{ label: t('rollouts.planLine.until'), value: untilNames[work.until] }, ...submissionLines(work)]
    case 'release':
    case 'rollback':
      return [{ label: t('rollouts.planLine.version'), value: onlyText(work.onlyVersion) }]
    case 'domains':
      return [
        { label: t('rollouts.planLine.baseline'), value: work.baseline.name },
        { label: t('rollouts.planLine.mode'), value: modeTexts[work.mode].text },
        ...domainKinds.flatMap((kind) =>
          work.baseline.domains[kind].length > 0
            ? [{ label: domainKindNames[kind], value: work.baseline.domains[kind].join('\n') }]
            : []
        )
      ]
    case 'capability':
      return [
        { label: t('rollouts.planLine.capability'), value: work.name },
        { label: t('rollouts.planLine.reason'), value: work.reason },
        ...(work.answers.length > 0
          ? [{ label: t('rollouts.planLine.answers'), value: answersText(work.answers) }]
          : [])
      ]
    default:
      return []
  }
}

function answersText(answers: readonly CapabilityAnswer[]): string {
  const files = answers.reduce((sum, each) => sum + each.files.length, 0)
  return [
    ...answers.flatMap(({ texts }) => texts),
    ...(files > 0 ? [t('rollouts.planLine.files', { n: files })] : [])
  ].join('\n')
}

function onlyText(version: string | null): string {
  return version === null ? t('rollouts.planLine.anyVersion') : t('rollouts.planLine.onlyVersion', { version })
}

function submissionLines(work: Extract<RolloutWork, { kind: 'ship' | 'submit' }>): readonly PlanLine[] {
  return [
    { label: t('rollouts.planLine.hosts'), value: hostsText(work.hosts) },
    ...(work.note === '' ? [] : [{ label: t('rollouts.planLine.note'), value: work.note }]),
    ...(work.until === 'release' ? [{ label: t('rollouts.planLine.release'), value: releaseNames[work.release] }] : [])
  ]
}

function hostsText(hosts: HostChoice): string {
  return hosts.by === 'named' ? listed(hosts.hosts.map(hostName)) : hostChoiceNames[hosts.by]
}

function wavesText(waves: WaveRule): string {
  switch (waves.by) {
    case 'none':
      return t('rollouts.planLine.noWaves')
    case 'number':
      return t('rollouts.planLine.bySize', { sizes: listed(waves.sizes.map(String)) })
    case 'share':
      return t('rollouts.planLine.byShare', { percents: listed(waves.percents.map((percent) => `${percent}%`)) })
    case 'tag':
      return t('rollouts.planLine.byTag', { tags: listed(waves.tags) })
  }
}

function gateText(gate: Gate): string {
  return gate.by === 'operator'
    ? t('rollouts.planLine.gateOperator')
    : t('rollouts.planLine.gateQuiet', { n: gate.minutes })
}

function stopText({ failurePercent, sameCause }: StopRule): string {
  if (failurePercent === null) {
    return sameCause === null ? t('rollouts.planLine.stopNever') : t('rollouts.planLine.stopSame', { count: sameCause })
  }
  if (sameCause === null) return t('rollouts.planLine.stopPercent', { percent: failurePercent })
  return t('rollouts.planLine.stopEither', { percent: failurePercent, count: sameCause })
}
