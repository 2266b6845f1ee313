import { auditNoteMaxLength, descriptionMaxLength, versionMaxLength } from '@shared/rules/limits'
import { t } from '@/i18n'
import { numbersOf, submits, type PlanFields } from './plan-form'

/** The parts of the plan page. */
export const planSteps = ['what', 'whom', 'how', 'when'] as const
export type PlanStep = (typeof planSteps)[number]

/** Why a plan can not be started as it stands, by the field that it is about. */
export type PlanProblem = { readonly step: PlanStep; readonly field: keyof PlanFields; readonly text: string }

/** What the fields are judged by, besides themselves. */
export type PlanFacts = {
  readonly now: number
  /** Of the template library; null while it is not known. */
  readonly templateIds: ReadonlySet<string> | null
  /** Why the ext.json that was written here can not be sent to anybody. */
  readonly extProblem: string | null
}

/** In characters, as the contract has it (shared/contract/rollouts.ts), like the limits below. */
export const planTitleMax = 80
const limits = { waves: 20, waveSize: 10_000, quietMinutes: 10_080, sameCause: 1000 } as const

/** All that is wrong with the fields, in the order of the page. Fields that the kind has no use for are not looked at. */
export function planProblems(fields: PlanFields, facts: PlanFacts): readonly PlanProblem[] {
  const of = (step: PlanStep, found: readonly Finding[]): readonly PlanProblem[] =>
    found.flatMap(([field, text]) => (text === null ? [] : [{ step, field, text }]))
  return [
    ...of('what', [
      ['title', fields.title.length > planTitleMax ? t('rolloutPlan.problem.title', { max: planTitleMax }) : null]
    ]),
    ...of('what', [...shipFindings(fields, facts), ...submissionFindings(fields), ...onlyFindings(fields)]),
    ...of('how', [...waveFindings(fields), ...gateFindings(fields), ...stopFindings(fields)]),
    ...of('when', [['startAt', startProblem(fields, facts.now)]])
  ]
}

type Finding = readonly [field: keyof PlanFields, text: string | null]

function shipFindings(fields: PlanFields, { templateIds, extProblem }: PlanFacts): readonly Finding[] {
  const { kind, templateId, version, description } = fields
  if (kind !== 'ship') return []
  const isGone = templateId !== null && templateIds !== null && !templateIds.has(templateId)
  return [
    [
      'templateId',
      templateId === null ? t('rolloutPlan.problem.noTemplate') : isGone ? t('rolloutPlan.problem.templateGone') : null
    ],
    ['version', textProblem('version', version, versionMaxLength)],
    ['description', textProblem('description', description, descriptionMaxLength)],
    ['extJson', extProblem]
  ]
}

function textProblem(name: 'version' | 'description', text: string, max: number): string | null {
  if (text.trim() === '') {
    return t(name === 'version' ? 'rolloutPlan.problem.noVersion' : 'rolloutPlan.problem.noDescription')
  }
  return text.length > max ? t(`rolloutPlan.problem.${name}`, { max }) : null
}

function submissionFindings(fields: PlanFields): readonly Finding[] {
  const { hostsBy, hosts, note } = fields
  if (!submits(fields)) return []
  return [
    ['hosts', hostsBy === 'named' && hosts.length === 0 ? t('rolloutPlan.problem.noHost') : null],
    ['note', note.length > auditNoteMaxLength ? t('rolloutPlan.problem.note', { max: auditNoteMaxLength }) : null]
  ]
}

function onlyFindings({ kind, onlyVersion }: PlanFields): readonly Finding[] {
  const isTooLong = (kind === 'release' || kind === 'rollback') && onlyVersion.length > versionMaxLength
  return [['onlyVersion', isTooLong ? t('rolloutPlan.problem.version', { max: versionMaxLength }) : null]]
}

function waveFindings({ wavesBy, sizes, percents, tags }: PlanFields): readonly Finding[] {
  switch (wavesBy) {
    case 'none':
      return []
    case 'number':
      return [['sizes', sizesProblem(numbersOf(sizes))]]
    case 'share':
      return [['percents', percentsProblem(numbersOf(percents))]]
    case 'tag':
      return [['tags', tags.length === 0 ? t('rolloutPlan.problem.noTag') : countProblem(tags.length)]]
  }
}

const countProblem = (waves: number): string | null =>
  waves > limits.waves ? t('rolloutPlan.problem.waves', { max: limits.waves }) : null

function sizesProblem(sizes: readonly number[]): string | null {
  if (sizes.length === 0) return t('rolloutPlan.problem.noSizes')
  if (!sizes.every((size) => isWhole(size, 1, limits.waveSize))) return t('rolloutPlan.problem.sizes')
  return countProblem(sizes.length)
}

function percentsProblem(percents: readonly number[]): string | null {
  if (percents.length === 0) return t('rolloutPlan.problem.noPercents')
  if (!percents.every((percent) => percent >= 0.1 && percent <= 100)) return t('rolloutPlan.problem.percents')
  if (percents.reduce((sum, percent) => sum + percent, 0) > 100) return t('rolloutPlan.problem.percentSum')
  return countProblem(percents.length)
}

function gateFindings({ wavesBy, gateBy, quietMinutes }: PlanFields): readonly Finding[] {
  if (wavesBy === 'none' || gateBy === 'operator') return []
  const isFine = quietMinutes.trim() !== '' && isWhole(Number(quietMinutes), 0, limits.quietMinutes)
  return [['quietMinutes', isFine ? null : t('rolloutPlan.problem.quiet', { max: limits.quietMinutes })]]
}

function stopFindings({ failurePercent, sameCause }: PlanFields): readonly Finding[] {
  const percent = Number(failurePercent)
  const isPercent = failurePercent.trim() === '' || (percent >= 1 && percent <= 100)
  const isCount = sameCause.trim() === '' || isWhole(Number(sameCause), 2, limits.sameCause)
  return [
    ['failurePercent', isPercent ? null : t('rolloutPlan.problem.failurePercent')],
    ['sameCause', isCount ? null : t('rolloutPlan.problem.sameCause', { max: limits.sameCause })]
  ]
}

function startProblem({ startsLater, startAt }: PlanFields, now: number): string | null {
  if (!startsLater) return null
  if (startAt === null) return t('rolloutPlan.problem.noStart')
  return startAt <= now ? t('rolloutPlan.problem.startPast') : null
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
