import { auditNoteMaxLength, descriptionMaxLength, versionMaxLength } from '@shared/rules/limits'
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
    ...of('what', [['title', fields.title.length > planTitleMax ? `名称最多 ${planTitleMax} 个字` : null]]),
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
    ['templateId', templateId === null ? '请先选择模板' : isGone ? '选的模板已不在模板库，请另选一个' : null],
    ['version', textProblem('版本号', version, versionMaxLength)],
    ['description', textProblem('版本描述', description, descriptionMaxLength)],
    ['extJson', extProblem]
  ]
}

function textProblem(name: string, text: string, max: number): string | null {
  if (text.trim() === '') return `请填写${name}`
  return text.length > max ? `${name}最多 ${max} 个字` : null
}

function submissionFindings(fields: PlanFields): readonly Finding[] {
  const { hostsBy, hosts, note } = fields
  if (!submits(fields)) return []
  return [
    ['hosts', hostsBy === 'named' && hosts.length === 0 ? '请至少选择一个宿主端' : null],
    ['note', note.length > auditNoteMaxLength ? `备注最多 ${auditNoteMaxLength} 个字` : null]
  ]
}

function onlyFindings({ kind, onlyVersion }: PlanFields): readonly Finding[] {
  const isTooLong = (kind === 'release' || kind === 'rollback') && onlyVersion.length > versionMaxLength
  return [['onlyVersion', isTooLong ? `版本号最多 ${versionMaxLength} 个字` : null]]
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
      return [['tags', tags.length === 0 ? '请至少选择一个标签' : countProblem(tags.length)]]
  }
}

const countProblem = (waves: number): string | null => (waves > limits.waves ? `最多分 ${limits.waves} 波` : null)

function sizesProblem(sizes: readonly number[]): string | null {
  if (sizes.length === 0) return '请填写每一波的商家数'
  if (!sizes.every((size) => isWhole(size, 1, limits.waveSize))) return '商家数应是大于 0 的整数，用逗号分开'
  return countProblem(sizes.length)
}

function percentsProblem(percents: readonly number[]): string | null {
  if (percents.length === 0) return '请填写每一波占多少'
  if (!percents.every((percent) => percent >= 0.1 && percent <= 100)) return '每一波应是 0.1 到 100 的数字，用逗号分开'
  if (percents.reduce((sum, percent) => sum + percent, 0) > 100) return '各波合计超过了 100%'
  return countProblem(percents.length)
}

function gateFindings({ wavesBy, gateBy, quietMinutes }: PlanFields): readonly Finding[] {
  if (wavesBy === 'none' || gateBy === 'operator') return []
  const isFine = quietMinutes.trim() !== '' && isWhole(Number(quietMinutes), 0, limits.quietMinutes)
  return [['quietMinutes', isFine ? null : `分钟数应是 0 到 ${limits.quietMinutes} 的整数`]]
}

function stopFindings({ failurePercent, sameCause }: PlanFields): readonly Finding[] {
  const percent = Number(failurePercent)
  const isPercent = failurePercent.trim() === '' || (percent >= 1 && percent <= 100)
  const isCount = sameCause.trim() === '' || isWhole(Number(sameCause), 2, limits.sameCause)
  return [
    ['failurePercent', isPercent ? null : '比例应是 1 到 100 的数字，不需要就留空'],
    ['sameCause', isCount ? null : `个数应是 2 到 ${limits.sameCause} 的整数，不需要就留空`]
  ]
}

function startProblem({ startsLater, startAt }: PlanFields, now: number): string | null {
  if (!startsLater) return null
  if (startAt === null) return '请选择开始时间'
  return startAt <= now ? '开始时间已经过去' : null
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
