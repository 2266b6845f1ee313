import type { ReleaseMode, RolloutKind, RolloutPreview, SetupWork, WaveRule } from '@shared/domain/rollout'
import { rolloutKindNames } from '@shared/rules/rollout-names'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { number } from '@/i18n/number'
import { commas, merchantsText } from '../list/rollout-counts'
import { planTitleMax, type PlanStep } from './plan-problems'
import type { PlanFields } from './plan-form'

export const stepNames: Readonly<Record<PlanStep, string>> = {
  what: t('rolloutPlan.step.what'),
  whom: t('rolloutPlan.step.whom'),
  how: t('rolloutPlan.step.how'),
  when: t('rolloutPlan.step.when')
}

export const kindHelp: Readonly<Record<RolloutKind, string>> = {
  ship: t('rolloutPlan.help.ship'),
  submit: t('rolloutPlan.help.submit'),
  release: t('rolloutPlan.help.release'),
  withdraw: t('rolloutPlan.help.withdraw'),
  rollback: t('rolloutPlan.help.rollback'),
  refresh: t('rolloutPlan.help.refresh'),
  domains: t('rolloutPlan.help.domains'),
  capability: t('rolloutPlan.help.capability'),
  introduction: t('rolloutPlan.help.introduction'),
  icon: t('rolloutPlan.help.icon')
}

export const untilNames: Readonly<Record<PlanFields['until'], string>> = {
  upload: t('rolloutPlan.until.upload'),
  submit: t('rolloutPlan.until.submit'),
  release: t('rolloutPlan.until.release')
}

export const releaseNames: Readonly<Record<ReleaseMode, string>> = {
  when_approved: t('rolloutPlan.releaseMode.whenApproved'),
  together: t('rolloutPlan.releaseMode.together')
}

export const waveNames: Readonly<Record<WaveRule['by'], string>> = {
  none: t('rolloutPlan.waveBy.none'),
  number: t('rolloutPlan.waveBy.number'),
  share: t('rolloutPlan.waveBy.share'),
  tag: t('rolloutPlan.waveBy.tag')
}

/** The button that starts so many merchants, at once or at a time to come. */
export function startWords(isLater: boolean, count: number): string {
  return t(isLater ? 'rolloutPlan.startLater' : 'rolloutPlan.startNow', { whom: merchantsText(count) })
}

/** The waves of a preview with their merchants: `第 1 波 20 个，第 2 波 392 个`. */
export function wavesText(waves: RolloutPreview['waves']): string {
  return commas(waves.map(({ name, total }) => t('rolloutPlan.how.wave', { name, number: number.format(total) })))
}

/** What a plan for so many merchants is called as long as the operator gives it no other name. */
export function suggestedTitle(fields: PlanFields, count: number): string {
  return titleOf(fields, merchantsText(count)).slice(0, planTitleMax)
}

function titleOf(fields: PlanFields, whom: string): string {
  const { kind, until, setup } = fields
  const deed = deedText(fields)
  if (setup !== null) return t('rolloutPlan.suggested.of', { deed, whom })
  switch (kind) {
    case 'ship':
      return t('rolloutPlan.suggested.upload', { deed, whom })
    case 'submit':
      return t(`rolloutPlan.suggested.${until === 'release' ? 'submitRelease' : 'submit'}`, { whom })
    case 'withdraw':
    case 'refresh':
      return t(`rolloutPlan.suggested.${kind}`, { whom })
    case 'release':
    case 'rollback':
      return t('rolloutPlan.suggested.of', { deed, whom })
    default:
      return whom
  }
}

/** What is done, whoever it is done to. */
function deedText({ kind, until, version, onlyVersion, setup }: PlanFields): string {
  if (setup !== null) return setupDeed(setup)
  const only = onlyVersion.trim()
  switch (kind) {
    case 'ship':
      return t(`rolloutPlan.deed.${uploadDeeds[until]}`, { version: version.trim() }).trim()
    case 'submit':
      return t(until === 'release' ? 'rolloutPlan.deed.submitRelease' : 'rolloutPlan.deed.submit')
    case 'release':
    case 'rollback':
      return only === '' ? t(`rolloutPlan.deed.${kind}`) : t(`rolloutPlan.deed.${kind}Only`, { version: only })
    case 'withdraw':
    case 'refresh':
      return t(`rolloutPlan.deed.${kind}`)
    default:
      return ''
  }
}

const uploadDeeds = { upload: 'upload', submit: 'uploadSubmit', release: 'uploadRelease' } as const

function setupDeed(work: SetupWork): string {
  switch (work.kind) {
    case 'domains':
      return t(`rolloutPlan.deed.${work.mode === 'add' ? 'baselineAdd' : 'baselineExact'}`, {
        name: work.baseline.name
      })
    case 'capability':
      return t('rolloutPlan.deed.capability', { name: work.name })
    case 'introduction':
    case 'icon':
      return rolloutKindNames[work.kind]
  }
}

/** A step's choices in one line, for when it is folded. */
export function stepSummary(step: PlanStep, fields: PlanFields, count: number): string {
  switch (step) {
    case 'what':
      return deedText(fields)
    case 'whom':
      return merchantsText(count)
    case 'how':
      return t('rolloutPlan.said.how', { waves: waveText(fields), stop: stopText(fields) })
    case 'when':
      return startText(fields)
  }
}

/** How the merchants are cut, and what opens the next wave. */
export function waveText({ wavesBy, gateBy, quietMinutes, sizes, percents, tags }: PlanFields): string {
  if (wavesBy === 'none') return t('rolloutPlan.said.noWaves')
  const parts = { number: sizes, share: percents.replace(/(\d)(?=\s*([,，、;；\s]|$))/g, '$1%'), tag: listed(tags) }[
    wavesBy
  ]
  return t('rolloutPlan.said.waves', { parts, gate: gateText({ gateBy, quietMinutes }) })
}

/** What opens the next wave. */
export function gateText({ gateBy, quietMinutes }: Pick<PlanFields, 'gateBy' | 'quietMinutes'>): string {
  if (gateBy === 'operator') return t('rolloutPlan.said.gateOperator')
  return t('rolloutPlan.said.gateQuiet', { minutes: quietMinutes })
}

/** What pauses it by itself. */
export function stopText({ failurePercent, sameCause }: PlanFields): string {
  const [percent, count] = [failurePercent.trim(), sameCause.trim()]
  if (percent === '') return count === '' ? t('rolloutPlan.said.stopNever') : t('rolloutPlan.said.stopSame', { count })
  return count === ''
    ? t('rolloutPlan.said.stopPercent', { percent })
    : t('rolloutPlan.said.stopEither', { percent, count })
}

/** When it begins, in China time. */
export function startText({ startsLater, startAt }: PlanFields): string {
  if (!startsLater) return t('rolloutPlan.said.now')
  return startAt === null
    ? t('rolloutPlan.said.noTime')
    : t('rolloutPlan.said.at', { time: chinaTime(startAt).slice(0, 16) })
}
