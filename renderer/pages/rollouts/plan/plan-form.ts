import type { CallInput } from '@shared/contract'
import type {
  Gate,
  HostChoice,
  ReleaseMode,
  RolloutKind,
  RolloutPlan,
  SetupWork,
  WaveRule
} from '@shared/domain/rollout'
import { isSetupWork } from '@shared/rules/rollout-work'
import { toRaw } from 'vue'
import { t } from '@/i18n'

/** What the operator has put into the plan page. Numbers are kept as they were typed; plan-problems.ts judges them. */
export type PlanFields = {
  kind: RolloutKind
  /** What is done to the set-up, as it was handed over; null for what is done to versions. */
  setup: SetupWork | null
  /** Empty: the suggestion stands. */
  title: string
  templateId: string | null
  version: string
  description: string
  extSource: 'default' | 'own'
  extJson: string
  until: 'upload' | 'submit' | 'release'
  hostsBy: HostChoice['by']
  /** Codes. */
  hosts: string[]
  note: string
  release: ReleaseMode
  /** Of a release or a rollback; empty: whatever is there. */
  onlyVersion: string
  wavesBy: WaveRule['by']
  sizes: string
  percents: string
  tags: string[]
  gateBy: Gate['by']
  quietMinutes: string
  /** Empty: never. */
  failurePercent: string
  sameCause: string
  startsLater: boolean
  startAt: number | null
}

/** A plan as the calls take it. */
export type PlanInput = CallInput<'rollouts.start'>['plan']

/** What the page begins with where nothing else was handed over. */
export function emptyFields(): PlanFields {
  return {
    kind: 'ship',
    setup: null,
    title: '',
    templateId: null,
    version: '',
    description: '',
    extSource: 'default',
    extJson: '',
    until: 'submit',
    hostsBy: 'available',
    hosts: [],
    note: '',
    release: 'when_approved',
    onlyVersion: '',
    wavesBy: 'none',
    sizes: '5, 50',
    percents: '5',
    tags: [],
    gateBy: 'operator',
    quietMinutes: '60',
    failurePercent: '20',
    sameCause: '10',
    startsLater: false,
    startAt: null
  }
}

/** The numbers of a list as it was typed (`5, 50`); what is no number is NaN. */
export function numbersOf(text: string): number[] {
  return text
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(/[%％]$/, '')))
}

/** Whether this plan sends anything to the review. */
export function submits({ kind, until }: Pick<PlanFields, 'kind' | 'until'>): boolean {
  return kind === 'submit' || (kind === 'ship' && until !== 'upload')
}

/** Whether this plan releases what the review lets pass. */
export function releases({ kind, until }: Pick<PlanFields, 'kind' | 'until'>): boolean {
  return (kind === 'submit' || kind === 'ship') && until === 'release'
}

/**
 * The plan that these fields make, for fields without problems. `suggestion` is its title where none was typed. Null while no
 * template is chosen.
 */
export function planOf(fields: PlanFields, suggestion: string): PlanInput | null {
  const work = workOf(fields)
  if (work === null) return null
  const optional = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))
  return {
    title: fields.title.trim() || suggestion,
    work,
    waves: wavesOf(fields),
    gate: gateOf(fields),
    stop: { failurePercent: optional(fields.failurePercent), sameCause: optional(fields.sameCause) },
    startAt: fields.startsLater ? fields.startAt : null
  }
}

/** Only what decides a merchant's fate and wave, so that a changed title, gate or note asks for no other preview. */
export function previewPlanOf(fields: PlanFields): PlanInput | null {
  const { gateBy, quietMinutes, failurePercent, sameCause, startsLater, startAt } = emptyFields()
  const gate = { gateBy, quietMinutes, failurePercent, sameCause, startsLater, startAt }
  const hostsBy = fields.hostsBy === 'named' && fields.hosts.length === 0 ? 'available' : fields.hostsBy
  return planOf(
    { ...fields, ...gate, hostsBy, title: '', note: '', release: 'when_approved' },
    t('rolloutPlan.preview.label')
  )
}

function workOf(fields: PlanFields): PlanInput['work'] | null {
  const { kind, until, templateId } = fields
  switch (kind) {
    case 'ship':
      if (templateId === null) return null
      return { kind, templateId, ...uploadOf(fields), until, ...submissionOf(fields) }
    case 'submit':
      return { kind, until: until === 'release' ? 'release' : 'submit', ...submissionOf(fields) }
    case 'release':
    case 'rollback':
      return { kind, onlyVersion: fields.onlyVersion.trim() || null }
    case 'withdraw':
    case 'refresh':
      return { kind }
    default:
      return toRaw(fields.setup)
  }
}

function uploadOf({ version, description, extSource, extJson }: PlanFields) {
  return {
    version: version.trim(),
    description: description.trim(),
    extJson: extSource === 'own' ? extJson : null
  }
}

/** Where nothing is submitted, hosts and note that were typed before stay behind. */
function submissionOf(fields: PlanFields) {
  const { hostsBy, hosts, note, release } = fields
  const isSubmitted = submits(fields)
  return {
    hosts: isSubmitted ? hostsOf(hostsBy, hosts) : { by: 'available' as const },
    note: isSubmitted ? note.trim() : '',
    release: releases(fields) ? release : ('when_approved' as const)
  }
}

function hostsOf(by: HostChoice['by'], hosts: readonly string[]) {
  return by === 'named' ? { by, hosts: [...hosts] } : { by }
}

/** Without waves there is no gate. */
function gateOf({ wavesBy, gateBy, quietMinutes }: PlanFields): PlanInput['gate'] {
  return wavesBy === 'none' || gateBy === 'operator'
    ? { by: 'operator' }
    : { by: gateBy, minutes: Number(quietMinutes) }
}

function wavesOf({ wavesBy: by, sizes, percents, tags }: PlanFields): PlanInput['waves'] {
  switch (by) {
    case 'none':
      return { by }
    case 'number':
      return { by, sizes: numbersOf(sizes) }
    case 'share':
      return { by, percents: numbersOf(percents) }
    case 'tag':
      return { by, tags: [...tags] }
  }
}

/** The fields that make this plan; a start that has passed by `now` is at once. What the plan says nothing of is empty. */
export function fieldsOf({ title, work, waves, gate, stop, startAt }: RolloutPlan, now: number): PlanFields {
  const typed = (limit: number | null): string => (limit === null ? '' : String(limit))
  const isAhead = startAt !== null && startAt > now
  return {
    ...emptyFields(),
    title,
    ...workFields(work),
    ...waveFields(waves),
    ...(gate.by === 'quiet' ? { gateBy: gate.by, quietMinutes: String(gate.minutes) } : { gateBy: gate.by }),
    failurePercent: typed(stop.failurePercent),
    sameCause: typed(stop.sameCause),
    startsLater: isAhead,
    startAt: isAhead ? startAt : null
  }
}

function workFields(work: RolloutPlan['work']): Partial<PlanFields> {
  if (isSetupWork(work)) return { kind: work.kind, setup: work }
  const { kind } = work
  if ('onlyVersion' in work) return { kind, onlyVersion: work.onlyVersion ?? '' }
  if (!('until' in work)) return { kind }
  const { until, hosts, note, release } = work
  const submission = { until, hostsBy: hosts.by, hosts: hosts.by === 'named' ? [...hosts.hosts] : [], note, release }
  if (work.kind === 'submit') return { kind, ...submission }
  const { templateId, version, description, extJson } = work
  const ext = extJson === null ? {} : { extSource: 'own' as const, extJson }
  return { kind, templateId, version, description, ...ext, ...submission }
}

function waveFields(waves: WaveRule): Partial<PlanFields> {
  switch (waves.by) {
    case 'none':
      return { wavesBy: waves.by }
    case 'number':
      return { wavesBy: waves.by, sizes: waves.sizes.join(', ') }
    case 'share':
      return { wavesBy: waves.by, percents: waves.percents.join(', ') }
    case 'tag':
      return { wavesBy: waves.by, tags: [...waves.tags] }
  }
}
